//! Values come back as what they were, and look the Vietnamese way.

use bc138_workbook::{Cell, Number, Provenance, SourceLine, Workbook, write_xlsx};
use calamine::{Data, Reader};
use chrono::NaiveDate;
use proptest::prelude::*;

use crate::build::{book, part, reopened, row, sheet, values};

fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).expect("a day of the calendar")
}

#[test]
fn every_kind_of_cell_comes_back() {
    let cells = vec![
        Cell::count(1_686),
        Cell::decimal(-25_390),
        Cell::percent(97_600),
        Cell::money(2_530_000),
        Cell::Date(day(2025, 7, 1)),
        Cell::Empty,
        Cell::text("Xã Mường Thử"),
    ];
    let range = values(&book(sheet("Biểu", 7, vec![row("Đơn vị", cells)])), "Biểu");
    let cell = |column| range.get((1, column)).expect("the row is written").clone();
    assert_eq!(cell(0), Data::String("Đơn vị".into()));
    assert_eq!(cell(1), Data::Float(1_686.0));
    assert_eq!(cell(2), Data::Float(-25.39));
    assert_eq!(cell(3), Data::Float(0.976));
    assert_eq!(cell(4), Data::Float(2_530_000.0));
    let Data::DateTime(date) = cell(5) else { panic!("not a date: {:?}", cell(5)) };
    // Days since 30/12/1899, the calendar of spreadsheets.
    assert_eq!(date.as_f64(), (day(2025, 7, 1) - day(1899, 12, 30)).num_days() as f64);
    assert_eq!(cell(6), Data::Empty, "a missing value is not zero");
    assert_eq!(cell(7), Data::String("Xã Mường Thử".into()));
}

#[test]
fn numbers_are_shown_with_as_many_decimals_as_they_have() {
    let cells = [1_000, 1_500, 1_250, 1_125].map(Cell::decimal).to_vec();
    let styles = part(&book(sheet("Biểu", 4, vec![row("", cells)])), "xl/styles.xml");
    for format in ["#,##0", "#,##0.0", "#,##0.00", "#,##0.000"] {
        assert!(styles.contains(&format!("formatCode=\"{format}\"")), "{format} in {styles}");
    }
}

#[test]
fn title_and_spanning_head_stand_above_the_rows() {
    use bc138_workbook::HeadCell;
    let mut sheet = sheet("Biểu", 2, vec![row("Đơn vị", vec![Cell::count(1), Cell::count(2)])]);
    sheet.title = Some("KẾT QUẢ".into());
    sheet.subtitles = vec!["Năm 2025".into()];
    sheet.head = vec![
        vec![HeadCell::new("Tên").over(1, 2), HeadCell::new("Vụ việc").over(2, 1)],
        vec![HeadCell::new("Tổng"), HeadCell::new("Xử lý")],
    ];
    let first = sheet.first_row();
    assert_eq!(sheet.address(0, 2), format!("C{}", first + 1));
    let workbook = book(sheet);
    let range = values(&workbook, "Biểu");
    let text = |row, column| range.get((row, column)).map(ToString::to_string);
    assert_eq!(text(0, 0).as_deref(), Some("KẾT QUẢ"));
    assert_eq!(text(1, 0).as_deref(), Some("Năm 2025"));
    assert_eq!(text(4, 1).as_deref(), Some("Tổng"), "covered columns are skipped");
    assert_eq!(text(first as usize, 2).as_deref(), Some("2"));
    let part = part(&workbook, "xl/worksheets/sheet1.xml");
    for merged in ["A1:C1", "A2:C2", "A4:A5", "B4:C4"] {
        assert!(part.contains(&format!("<mergeCell ref=\"{merged}\"/>")), "{merged}");
    }
}

#[test]
fn sources_have_a_sheet_of_their_own() {
    let line = SourceLine {
        sheet: "Biểu".into(),
        place: "B2".into(),
        subject: "Số xã".into(),
        value: "65".into(),
        source: "Nghị quyết".into(),
        note: String::new(),
    };
    let sources = Provenance { lines: vec![line.clone(), line], notes: vec![] };
    let workbook = Workbook {
        sheets: vec![sheet("Biểu", 1, vec![]), sources.into_sheet()],
        ..book(sheet("", 0, vec![]))
    };
    let mut file = reopened(&workbook);
    assert_eq!(file.sheet_names(), workbook.tab_names());
    let range = file.worksheet_range("Nguồn số liệu").expect("the tab is there");
    let last: Vec<String> =
        range.rows().next_back().expect("rows").iter().map(ToString::to_string).collect();
    assert_eq!(last, ["2", "Biểu", "B2", "Số xã", "65", "Nghị quyết", ""]);
}

proptest! {
    // Every case writes a file and reads it back.
    #![proptest_config(ProptestConfig::with_cases(48))]

    /// Thousandths survive the binary numbers of the file exactly, up to 15 digits.
    #[test]
    fn decimals_come_back_exactly(thousandths in -999_999_999_999_999_i64..=999_999_999_999_999) {
        let number = Number::Decimal(thousandths);
        let range = values(&book(sheet("A", 1, vec![row("", vec![Cell::Number(number)])])), "A");
        let Some(Data::Float(read)) = range.get((1, 1)) else { panic!("a number is a number") };
        let printed = format!("{read:.3}").replace('.', "");
        prop_assert_eq!(printed.parse::<i64>().ok(), Some(thousandths));
    }

    #[test]
    fn the_same_workbook_gives_the_same_bytes(counts in prop::collection::vec(any::<i32>(), 0..20)) {
        let cells = counts.iter().map(|&count| Cell::count(count.into())).collect();
        let workbook = book(sheet("A", counts.len(), vec![row("", cells)]));
        prop_assert_eq!(write_xlsx(&workbook), write_xlsx(&workbook.clone()));
    }
}
