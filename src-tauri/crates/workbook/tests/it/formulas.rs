//! Formulas say what their cells show, and stay empty where nothing is known.

use bc138_workbook::{Area, Cell, Formula, Number, Row, RowRole, WorkbookError, write_xlsx};
use calamine::Data;
use proptest::prelude::*;

use crate::build::{book, formulas, row, sheet, values};

fn formula(formula: Formula, value: Option<Number>) -> Cell {
    Cell::Formula { formula, value }
}

#[test]
fn a_total_is_a_sum_with_its_value() {
    let mut sheet = sheet(
        "A",
        2,
        vec![
            row("Cụm 1", vec![]),
            row("a", vec![Cell::count(10), Cell::Empty]),
            row("b", vec![Cell::count(-3), Cell::Empty]),
            row("Cụm 2", vec![]),
            row("c", vec![Cell::count(5), Cell::Empty]),
        ],
    );
    let total = sheet.total_row(vec![Cell::text("Tổng")], &[1..3, 4..5]).expect("sound");
    assert_eq!(total.role, RowRole::Total);
    sheet.rows.push(total);
    let workbook = book(sheet);
    assert_eq!(values(&workbook, "A").get((6, 1)), Some(&Data::Float(12.0)));
    let formulas = formulas(&workbook, "A");
    assert_eq!(formulas.get((6, 1)).map(String::as_str), Some("SUM(B3:B4,B6)"));
    let empty = formulas.get((6, 2)).expect("a formula");
    assert_eq!(empty, "IF(COUNT(C3:C4,C6)=0,\"\",SUM(C3:C4,C6))", "no zero out of nothing");
}

#[test]
fn shares_and_changes_are_rounded_half_up() {
    // 1.686 of 1.727 is 97,626… %; from 1.727 to 1.686 is −2,374… %.
    let share = Formula::Share { part: 1, whole: 2, places: 1 };
    let change = Formula::Change { new: 1, old: 2, places: 2 };
    let less = Formula::Difference { from: 1, less: 2 };
    let cells = vec![
        Cell::count(1_686),
        Cell::count(1_727),
        formula(share, Some(Number::Percent(97_600))),
        formula(change, Some(Number::Percent(-2_370))),
        formula(less, Some(Number::Count(-41))),
    ];
    let workbook = book(sheet("A", 5, vec![row("", cells)]));
    let range = values(&workbook, "A");
    assert_eq!(range.get((1, 3)), Some(&Data::Float(0.976)));
    assert_eq!(range.get((1, 4)), Some(&Data::Float(-0.0237)));
    assert_eq!(range.get((1, 5)), Some(&Data::Float(-41.0)));
}

#[test]
fn a_share_of_nothing_has_no_value() {
    for (part, whole) in [
        (Cell::Empty, Cell::count(4)),
        (Cell::count(4), Cell::Empty),
        (Cell::count(4), Cell::count(0)),
    ] {
        let share = formula(Formula::Share { part: 1, whole: 2, places: 1 }, None);
        let workbook = book(sheet("A", 3, vec![row("", vec![part, whole, share])]));
        let range = values(&workbook, "A");
        assert!(
            matches!(range.get((1, 3)), Some(Data::Empty))
                || range.get((1, 3)) == Some(&Data::String(String::new())),
            "{:?}",
            range.get((1, 3))
        );
    }
}

#[test]
fn a_value_that_is_not_the_sum_is_refused() {
    let areas = vec![Area::column(1, 0..2)];
    let sheet = |given| {
        let total = formula(Formula::Sum(areas.clone()), Some(Number::Count(given)));
        let rows = [Cell::count(1), Cell::count(2), total].map(|cell| row("", vec![cell]));
        book(sheet("A", 1, rows.to_vec()))
    };
    assert!(write_xlsx(&sheet(3)).is_ok());
    let error = write_xlsx(&sheet(4)).expect_err("1 + 2 is not 4");
    let expected = WorkbookError::ValueDiffers {
        sheet: "A".into(),
        cell: "B4".into(),
        given: Some(Number::Count(4)),
        found: Some(Number::Count(3)),
    };
    assert_eq!(error, expected);
}

#[test]
fn unlike_numbers_are_not_added() {
    let rows = vec![row("", vec![Cell::count(1)]), row("", vec![Cell::percent(1)])];
    let sheet = sheet("A", 1, rows);
    let error = sheet.total_row(vec![Cell::Empty], std::slice::from_ref(&(0..2)));
    assert!(matches!(error, Err(WorkbookError::MixedSum { .. })), "{error:?}");
}

#[test]
fn formulas_over_cells_that_are_not_there_are_refused() {
    for areas in [
        vec![],
        vec![Area::column(1, 0..3)],
        vec![Area::column(2, 0..1)],
        vec![Area::column(1, 1..1)],
        // The cell of the formula itself.
        vec![Area::column(1, 0..2)],
    ] {
        let cell = formula(Formula::Sum(areas.clone()), Some(Number::Count(1)));
        let rows = vec![row("", vec![Cell::count(1)]), row("", vec![cell])];
        let error = write_xlsx(&book(sheet("A", 1, rows)));
        assert!(matches!(error, Err(WorkbookError::AreaOutside { .. })), "{areas:?}: {error:?}");
    }
}

proptest! {
    // Every case writes a file and reads it back.
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn totals_made_here_are_accepted_and_exact(
        counts in prop::collection::vec(prop::option::of(-1_000_000_i64..1_000_000), 1..30),
    ) {
        let rows = counts.iter().map(|count| row("", vec![Cell::maybe(count.map(Number::Count))]));
        let mut sheet = sheet("A", 1, rows.collect());
        let all = 0..u32::try_from(counts.len()).expect("few");
        let total = sheet.total_row(vec![Cell::Empty], &[all]).expect("sound");
        let known: Vec<i64> = counts.iter().flatten().copied().collect();
        let expected = (!known.is_empty()).then(|| Number::Count(known.iter().sum()));
        prop_assert_eq!(total.cells[1].number(), expected);
        sheet.rows.push(Row { role: RowRole::Total, ..total });
        prop_assert!(write_xlsx(&book(sheet)).is_ok());
    }
}
