//! What the format cannot hold is refused, never cut.

use bc138_workbook::{
    Cell, Column, ColumnKind, HeadCell, Properties, Row, Sheet, Workbook, WorkbookError, write_xlsx,
};
use chrono::NaiveDate;

use crate::build::{book, row, sheet};

fn error(sheet: Sheet) -> WorkbookError {
    write_xlsx(&book(sheet)).expect_err("must be refused")
}

#[test]
fn a_workbook_needs_a_sheet_and_a_sheet_a_column() {
    assert_eq!(write_xlsx(&Workbook::default()), Err(WorkbookError::NoSheet));
    assert!(matches!(error(Sheet::default()), WorkbookError::Columns { columns: 0, .. }));
    let columns = vec![Column::new(5.0, ColumnKind::Text); 16_385];
    let wide = Sheet { columns, ..Sheet::default() };
    assert!(matches!(error(wide), WorkbookError::Columns { columns: 16_385, .. }));
}

#[test]
fn a_text_of_32767_characters_is_the_longest() {
    let with = |length| sheet("A", 0, vec![row(&"ộ".repeat(length), vec![])]);
    assert!(write_xlsx(&book(with(32_767))).is_ok());
    let expected =
        WorkbookError::TextTooLong { sheet: "A".into(), cell: "A2".into(), length: 32_768 };
    assert_eq!(error(with(32_768)), expected);
}

#[test]
fn a_row_too_many_is_refused() {
    let mut long = sheet("A", 0, vec![]);
    long.rows.resize(1_048_576, Row::default());
    assert!(matches!(error(long), WorkbookError::TooManyRows { .. }));
}

#[test]
fn numbers_of_sixteen_digits_would_be_rounded() {
    for (count, fine) in
        [(999_999_999_999_999, true), (1_000_000_000_000_000, false), (i64::MIN, false)]
    {
        let sheet = sheet("A", 1, vec![row("", vec![Cell::count(count)])]);
        assert_eq!(write_xlsx(&book(sheet)).is_ok(), fine, "{count}");
    }
}

#[test]
fn days_before_march_1900_have_no_agreed_number() {
    let day = |y, m, d| Cell::Date(NaiveDate::from_ymd_opt(y, m, d).expect("a day"));
    for (cell, fine) in [
        (day(1900, 3, 1), true),
        (day(1900, 2, 28), false),
        (day(1899, 12, 31), false),
        (day(10_000, 1, 1), false),
    ] {
        let sheet = sheet("A", 1, vec![row("", vec![cell.clone()])]);
        assert_eq!(write_xlsx(&book(sheet)).is_ok(), fine, "{cell:?}");
    }
}

#[test]
fn a_head_that_does_not_fit_is_refused() {
    for head in [
        vec![vec![HeadCell::new("a").over(3, 1)]],
        vec![vec![HeadCell::new("a").over(1, 2)]],
        vec![vec![HeadCell::new("a").over(0, 1)]],
        vec![vec![HeadCell::new("a").over(1, 0)]],
        vec![vec![HeadCell::new("a"), HeadCell::new("b"), HeadCell::new("c")]],
        vec![
            vec![HeadCell::new("a"), HeadCell::new("b").over(1, 2)],
            vec![HeadCell::new("c").over(2, 1)],
        ],
    ] {
        let sheet = Sheet { head: head.clone(), ..sheet("A", 1, vec![]) };
        assert!(matches!(error(sheet), WorkbookError::Head { .. }), "{head:?}");
    }
}

#[test]
fn other_limits() {
    let mut wide = sheet("A", 0, vec![]);
    wide.rows = vec![row("", vec![Cell::Empty])];
    assert!(matches!(error(wide), WorkbookError::RowTooWide { row: 2, cells: 2, .. }));
    for width in [-1.0, 256.0, f64::NAN, f64::INFINITY] {
        let mut bad = sheet("A", 0, vec![]);
        bad.columns[0].width = width;
        assert!(matches!(error(bad), WorkbookError::ColumnWidth { column: 0, .. }), "{width}");
    }
    let mut footer = sheet("A", 0, vec![]);
    footer.print.footer = Some("&".repeat(200));
    assert!(matches!(error(footer), WorkbookError::FooterTooLong { .. }));
    let properties = Properties { title: "đ".repeat(256), ..Properties::default() };
    let titled = Workbook::new(properties, vec![sheet("A", 0, vec![])]);
    assert!(matches!(write_xlsx(&titled), Err(WorkbookError::PropertyTooLong { .. })));
}

#[test]
fn a_sheet_without_rows_or_head_is_written() {
    let columns = vec![Column::new(10.0, ColumnKind::Text)];
    assert!(write_xlsx(&book(Sheet { columns, ..Sheet::default() })).is_ok());
}
