//! Prints how well the paper-total check names slips made on purpose, by kind of slip, and how
//! often it and the batch checks speak up about clean tables.

#[path = "../tests/support/mod.rs"]
mod support;

use bc138_checks::SlipKind;
use bc138_domain::Fixed;
use std::collections::BTreeMap;
use support::slips::{self, MOVED, SINGLE};
use support::{COLUMNS, Dice, Province, UNITS};

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
