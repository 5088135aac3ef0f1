//! The package: properties, printing, what stays in sight.

use std::io::Cursor;

use bc138_workbook::{Margins, Paper, PrintSetup, Properties, Workbook, write_xlsx};
use chrono::NaiveDate;

use crate::build::{book, part, sheet};

fn made() -> Workbook {
    let created = NaiveDate::from_ymd_opt(2025, 12, 15).and_then(|day| day.and_hms_opt(8, 30, 0));
    let properties = Properties {
        title: "Số liệu".into(),
        author: "Phòng thử".into(),
        created: created.expect("a moment"),
        custom: vec![("Dấu vân tay".into(), "abc".into())],
        ..Properties::default()
    };
    Workbook::new(properties, vec![sheet("A", 3, vec![])])
}

#[test]
fn the_day_of_creation_is_the_callers() {
    let core = part(&made(), "docProps/core.xml");
    assert_eq!(core.matches("2025-12-15T08:30:00Z").count(), 2, "made and changed: {core}");
    assert!(core.contains("<dc:title>Số liệu</dc:title>"));
    assert!(part(&made(), "docProps/custom.xml").contains("abc"));
}

#[test]
fn no_entry_of_the_package_carries_the_clock() {
    let bytes = write_xlsx(&made()).expect("sound");
    let mut package = zip::ZipArchive::new(Cursor::new(bytes)).expect("a zip file");
    for index in 0..package.len() {
        let entry = package.by_index(index).expect("an entry");
        let time = entry.last_modified().expect("a time");
        assert_eq!((time.year(), time.month(), time.day()), (1980, 1, 1), "{}", entry.name());
    }
}

#[test]
fn a_wide_sheet_is_fitted_to_the_paper_and_its_head_repeated() {
    let mut wide = sheet("Biểu 1", 3, vec![]);
    wide.frozen_columns = 1;
    wide.print = PrintSetup {
        paper: Paper::A3,
        margins: Margins { left: 25, right: 20, top: 15, bottom: 10 },
        ..PrintSetup::landscape()
    };
    let page = part(&book(wide.clone()), "xl/worksheets/sheet1.xml");
    for piece in [
        "fitToPage=\"1\"",
        "orientation=\"landscape\"",
        "paperSize=\"8\"",
        "fitToHeight=\"0\"",
        "&amp;P",
        "xSplit=\"1\" ySplit=\"1\" topLeftCell=\"B2\"",
    ] {
        assert!(page.contains(piece), "{piece} in {page}");
    }
    let names = part(&book(wide), "xl/workbook.xml");
    assert!(names.contains("_xlnm.Print_Titles") && names.contains("$1:$1"), "{names}");
}
