//! Prints how well the paper-total check names slips made on purpose, by kind of slip, and how
//! often it and the batch checks speak up about clean tables.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::print_stdout,
    reason = "an experiment prints and may stop"
)]

#[path = "../tests/assets/mod.rs"]
mod assets;
#[path = "../tests/support/mod.rs"]
mod support;

use bc138_checks::{Context, SlipKind};
use bc138_domain::{Fixed, Level, Slot};
use bc138_series::{Cube, MeasureIx, Remark, WindowIx};
use chrono::NaiveDate;
use std::collections::BTreeMap;
use support::slips::{self, MOVED, SINGLE};
use support::{COLUMNS, Dice, Province, UNITS, table};

#[derive(Default)]
struct Tally {
    made: usize,
    first: usize,
    third: usize,
}

impl Tally {
    fn add(&mut self, place: Option<usize>) {
        self.made += 1;
        self.first += usize::from(place == Some(0));
        self.third += usize::from(place.is_some_and(|place| place < 3));
    }

    fn print(&self, name: &str) {
        let percent = |count: usize| 100.0 * count as f64 / self.made as f64;
        let (first, third) = (percent(self.first), percent(self.third));
        println!("{name:<28}{:>7}{first:>10.1}{third:>10.1}", self.made);
    }
}

fn main() {
    println!("{:<28}{:>7}{:>10}{:>10}", "slip", "made", "first %", "three %");
    let all: Vec<SlipKind> = SINGLE.into_iter().chain(MOVED).collect();
    experiment("every kind as often", |number, _| all[number % all.len()]);
    experiment("as often as people make them", |_, dice| slips::natural_kind(dice));
    clean_tables();
    without_totals();
}

fn experiment(title: &str, kind: impl Fn(usize, &mut Dice) -> SlipKind) {
    let truth = Province::new(138).paper();
    let dice = &mut Dice::new(2_026);
    let mut tallies: BTreeMap<String, Tally> = BTreeMap::new();
    for number in 0..1_000 {
        let kind = kind(number, dice);
        let made = slips::make(dice, &truth, kind);
        let place = slips::place(&truth, &made);
        let several = MOVED.contains(&kind);
        let group = if several { "several cells" } else { "one cell" };
        tallies.entry(format!("  {kind:?}")).or_default().add(place);
        tallies.entry(group.to_owned()).or_default().add(place);
        if !several && swing(&truth, &made) >= 2.0 {
            tallies.entry("one cell, beyond chance".to_owned()).or_default().add(place);
        }
    }
    println!("{title}");
    tallies.iter().for_each(|(name, tally)| tally.print(name));
}

/// How far the slip lies outside the chance swing of its count.
fn swing(truth: &bc138_checks::paper::Paper, made: &slips::Made) -> f64 {
    let ((row, column), typed) = made.typed[0];
    let root = |value: Option<Fixed>| {
        let value = value.unwrap_or_default().thousandths() as f64 / 1_000.0;
        value.abs().sqrt().copysign(value)
    };
    (root(typed) - root(truth.columns[column].typed[row])).abs() / 0.5
}

fn clean_tables() {
    let tables = 20;
    let papers = (0..tables).map(|number| Province::new(1_000 + number).paper());
    let reports: usize = papers.map(|paper| slips::false_alarms(&paper).len()).sum();
    let cells = tables as usize * UNITS * COLUMNS;
    let rate = 10_000.0 * reports as f64 / cells as f64;
    println!("clean tables: {reports} columns reported among {cells} cells: {rate:.2} per 10,000");
}

/// How many slips the checks of a table notice without any total on paper, and how many clean cells
/// they question.
fn without_totals() {
    let (book, catalogue, registry) = (assets::book(), assets::catalogue(), assets::registry());
    let today = NaiveDate::from_ymd_opt(2026, 11, 15).unwrap();
    let communes = registry.of_level(Level::Commune, today).into_iter().take(UNITS);
    let keys: Vec<String> = communes.map(|unit| registry.key(unit).to_owned()).collect();
    let province = Province::new(138);
    let batch = table::batch(&province, &keys, catalogue);
    let cells = batch.cells.len();
    let mut cube = Cube::build(&registry, batch).unwrap();
    let context = Context::new(catalogue);
    let alarms = book.check_table(&cube, &registry, &context).len();
    println!("checks of a clean table: {alarms} findings among {cells} cells");
    let (truth, dice) = (province.paper(), &mut Dice::new(2_026));
    let (mut noticed, mut beyond, mut noticed_beyond) = (0, 0, 0);
    for number in 0..1_000 {
        let made = slips::make(dice, &truth, SINGLE[number % SINGLE.len()]);
        let ((row, column), typed) = made.typed[0];
        let Some(value) = typed else { continue };
        let at = (registry.find(&keys[row]).unwrap(), MeasureIx(column as u32), WindowIx(9));
        let before = cube.get(at.0, at.1, at.2).unwrap();
        cube.put(at.0, at.1, at.2, Slot::number(value), Remark::default());
        let found = usize::from(!book.check_cell(&cube, &registry, &context, at).is_empty());
        cube.put(at.0, at.1, at.2, before, Remark::default());
        noticed += found;
        if swing(&truth, &made) >= 6.0 {
            beyond += 1;
            noticed_beyond += found;
        }
    }
    println!("slips noticed without a total: {noticed} of 1,000");
    println!("of those far beyond chance: {noticed_beyond} of {beyond}");
}
