//! Measures how long the batch checks take on a province of 170 units and on the whole country,
//! and the checks of a single cell; counts what they say about clean numbers.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::print_stdout,
    reason = "a measurement prints and may stop"
)]

#[path = "../tests/assets/mod.rs"]
mod assets;
#[path = "../tests/support/mod.rs"]
mod support;

use bc138_checks::{Book, Context, Found};
use bc138_domain::{Catalogue, Level};
use bc138_series::{Cube, MeasureIx, WindowIx};
use bc138_units::Registry;
use chrono::NaiveDate;
use std::collections::BTreeMap;
use std::time::Instant;
use support::{Province, UNITS, table};

fn main() {
    let start = Instant::now();
    let (book, read) = (assets::book(), start.elapsed());
    println!("{} checks read in {read:?}", book.checks().len());
    let (catalogue, registry) = (assets::catalogue(), assets::registry());
    let today = NaiveDate::from_ymd_opt(2026, 11, 15).expect("a day");
    let communes = registry.of_level(Level::Commune, today);
    let keys: Vec<String> = communes.iter().map(|unit| registry.key(*unit).to_owned()).collect();
    measure("province", &keys[..UNITS], book, catalogue, &registry);
    measure("country", &keys, book, catalogue, &registry);
}

fn measure(name: &str, keys: &[String], book: &Book, catalogue: &Catalogue, registry: &Registry) {
    let batch = table::batch(&Province::new(138), keys, catalogue);
    let cells = batch.cells.len();
    let cube = Cube::build(registry, batch).expect("known units");
    let context = Context::new(catalogue);
    let mut times = Vec::new();
    let mut found = Vec::new();
    for _ in 0..5 {
        let start = Instant::now();
        found = book.check_table(&cube, registry, &context);
        times.push(start.elapsed());
    }
    times.sort();
    println!("{name}: {cells} cells in {:?} (median of five)", times[2]);
    let start = Instant::now();
    let count = book.check_window(&cube, registry, &context, WindowIx(9)).len();
    println!("  one window: {:?} ({count} findings)", start.elapsed());
    tell(&found, cells);
    let unit = registry.find(&keys[keys.len() / 2]).expect("a unit");
    let start = Instant::now();
    let mut count = 0;
    for measure in 0..60 {
        for window in 0..10 {
            let at = (unit, MeasureIx(measure), WindowIx(window));
            count += book.check_cell(&cube, registry, &context, at).len();
        }
    }
    println!("  one cell: {:?} ({count} findings in 600 cells)", start.elapsed() / 600);
}

fn tell(found: &[Found], cells: usize) {
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for found in found {
        *counts.entry(found.code.to_string()).or_default() += 1;
    }
    for one in
        found.iter().filter(|it| cells < 200_000 && it.code.to_string() > "K.051".into()).take(40)
    {
        println!("{:?} {:?} {:?}", one.id, one.values, one.variant);
    }
    for (code, count) in counts {
        println!("  {code}: {count}, {:.2} per 10,000 cells", count as f64 * 1e4 / cells as f64);
    }
}
