//! Times the store on the two workloads: 170 and 3.321 units × 60 measures × 10 years. Prints one
//! line a measurement: name, value, unit.

#![allow(clippy::print_stdout, reason = "a measurement is printed")]

use bc138_domain::{BatchBuilder, Categories, EntryBatch, Fixed, Measure, Nature, Slot, Window};
use bc138_store::{Change, EntryFilter, Store};
use std::time::Instant;

const AT: &str = "2026-01-05T08:00:00";

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let folder = tempfile::TempDir::new()?;
    for (name, units) in [("W-PROV", 170_u32), ("W-NAT", 3_321)] {
        let batch = workload(units);
        let mut store = Store::open(&folder.path().join(format!("{name}.db")))?;
        let started = Instant::now();
        store.apply(&Change::new("nhập bảng số liệu", None).entries(batch), AT, "đo")?;
        say(&format!("{name} load with log"), started, 1);
        let started = Instant::now();
        let read = store.entries(&EntryFilter::default())?;
        say(&format!("{name} read {}", read.cells.len()), started, 1);
        edits(&mut store, name, units)?;
        let started = Instant::now();
        let verdict = store.verify()?;
        say(&format!("{name} verify ({} breaks)", verdict.breaks.len()), started, 1);
        drop(store);
        let started = Instant::now();
        drop(Store::open(&folder.path().join(format!("{name}.db")))?);
        say(&format!("{name} open"), started, 1);
    }
    Ok(())
}

/// 2.000 single edits, each durable when it returns.
fn edits(store: &mut Store, name: &str, units: u32) -> Result<(), Box<dyn std::error::Error>> {
    let mut times = Vec::new();
    for n in 0..2_000_u32 {
        let mut one = BatchBuilder::default();
        let unit = one.unit(&key(n % units));
        let measure = one.measure(&measure(n % 60));
        let window = one.window(&Window::reporting_year(2025));
        one.put(
            unit,
            measure,
            window,
            Some(Slot::number(Fixed::from_thousandths(i64::from(n) * 1_000))),
        );
        let change = Change::new("sửa số liệu", None).entries(one.build());
        let started = Instant::now();
        store.apply(&change, AT, "đo")?;
        times.push(started.elapsed());
    }
    times.sort_unstable();
    for (label, place) in [("p50", 1_000), ("p99", 1_980), ("max", 1_999)] {
        println!("{name} edit {label} {:.3} ms", times[place].as_secs_f64() * 1_000.0);
    }
    Ok(())
}

fn say(name: &str, started: Instant, times: u32) {
    let each = started.elapsed().as_secs_f64() * 1_000.0 / f64::from(times);
    println!("{name} {each:.1} ms");
}

fn key(unit: u32) -> String {
    format!("X{unit:05}.34")
}

fn measure(n: u32) -> Measure {
    let (indicator, nature) = (format!("own_{n}"), Nature::Flow);
    Measure { indicator, nature, categories: Categories::new() }
}

fn workload(units: u32) -> EntryBatch {
    let mut builder = BatchBuilder::default();
    let mut seed = 138_u64;
    for measure_number in 0..60 {
        let measure = builder.measure(&measure(measure_number));
        for year in 2016..2026 {
            let window = builder.window(&Window::reporting_year(year));
            for unit in 0..units {
                seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
                let value = Fixed::from_thousandths((seed >> 40) as i64 % 2_500 * 1_000);
                let unit = builder.unit(&key(unit));
                builder.put(unit, measure, window, Some(Slot::number(value)));
            }
        }
    }
    builder.build()
}
