//! How well slips made on purpose are named, and how quiet the checks are about clean tables.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may stop")]

mod assets;
mod support;

use bc138_checks::{Context, SlipKind};
use bc138_domain::Level;
use bc138_series::Cube;
use chrono::NaiveDate;
use support::slips::{self, MOVED, SINGLE};
use support::{COLUMNS, Dice, Province, UNITS, table};

/// Percent of slips that the check names among its first three suspects.
fn named_in_three(kinds: &[SlipKind], count: usize) -> usize {
    let truth = Province::new(138).paper();
    let dice = &mut Dice::new(2_026);
    let named = (0..count).filter(|number| {
        let made = slips::make(dice, &truth, kinds[number % kinds.len()]);
        slips::place(&truth, &made).is_some_and(|place| place < 3)
    });
    named.count() * 100 / count
}

#[test]
fn nine_of_ten_slips_of_one_cell_are_among_the_first_three_suspects() {
    let percent = named_in_three(&SINGLE, 1_000);
    assert!(
        percent >= 90,
        "{percent} %: a clerk looks at three cells, not at a hundred and seventy"
    );
}

#[test]
fn most_slips_that_move_cells_are_named() {
    let percent = named_in_three(&MOVED, 300);
    assert!(percent >= 75, "{percent} %");
}

#[test]
fn clean_papers_are_left_in_peace() {
    let reported: usize =
        (0..2).map(|number| slips::false_alarms(&Province::new(500 + number).paper()).len()).sum();
    let cells = 2 * UNITS * COLUMNS;
    assert!(reported * 10_000 <= 2 * cells, "{reported} columns among {cells} clean cells");
}

#[test]
fn the_batch_checks_say_nothing_about_clean_tables() {
    let (book, catalogue, registry) = (assets::book(), assets::catalogue(), assets::registry());
    let today = NaiveDate::from_ymd_opt(2026, 11, 15).unwrap();
    let communes = registry.of_level(Level::Commune, today);
    let keys: Vec<String> =
        communes.iter().take(UNITS).map(|unit| registry.key(*unit).to_owned()).collect();
    let batch = table::batch(&Province::new(138), &keys, catalogue);
    let cells = batch.cells.len();
    let cube = Cube::build(&registry, batch).unwrap();
    let found = book.check_table(&cube, &registry, &Context::new(catalogue));
    assert!(found.len() * 10_000 <= cells, "{} findings: {:?}", found.len(), found.first());
}
