//! Text stays text: nothing a user types, or a file brings, is ever calculated.

use bc138_workbook::Cell;
use calamine::Data;
use proptest::prelude::*;

use crate::build::{book, formulas, part, row, sheet, values};

fn with_text(text: &str) -> bc138_workbook::Workbook {
    let mut sheet = sheet("A", 1, vec![row(text, vec![Cell::text(text)])]);
    sheet.title = Some(text.to_owned());
    sheet.subtitles = vec![text.to_owned()];
    sheet.notes = vec![text.to_owned()];
    sheet.head[0][1].text = text.to_owned();
    sheet.print.footer = Some(text.to_owned());
    book(sheet)
}

#[test]
fn what_looks_like_a_formula_is_no_formula() {
    for text in [
        "=1+1",
        "+84 912",
        "-5",
        "@SUM(A1)",
        "\t=1",
        "\r=1",
        "=cmd|' /C calc'!A0",
        "{=1+1}",
        "'=1",
        "=HYPERLINK(\"x\")",
        "1E5",
        "0012",
        "TRUE",
        "https://example.vn",
        "<b>&amp;</b>",
    ] {
        let workbook = with_text(text);
        assert!(formulas(&workbook, "A").is_empty(), "{text:?} became a formula");
        let range = values(&workbook, "A");
        let read = range.get((4, 1)).expect("the row is written");
        assert!(matches!(read, Data::String(_)), "{text:?} became {read:?}");
    }
}

#[test]
fn the_footer_prints_what_it_says() {
    let mut sheet = sheet("A", 0, vec![]);
    sheet.print.footer = Some("R&D 12".into());
    let part = part(&book(sheet), "xl/worksheets/sheet1.xml");
    assert!(part.contains("R&amp;&amp;D 12"), "a single & would be a code");
}

proptest! {
    // Every case writes a file and reads it back.
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn printable_text_comes_back_unchanged(text in "[=+@'\"-]?[a-zà-ỹđ0-9 =+,;!()\\[\\]&<>%_]{1,60}") {
        let workbook = with_text(&text);
        prop_assert!(formulas(&workbook, "A").is_empty());
        let range = values(&workbook, "A");
        prop_assert_eq!(range.get((4, 1)), Some(&Data::String(text)));
    }

    #[test]
    fn no_text_at_all_is_calculated(text in "[=+@\t\r\n-]?.{0,40}") {
        prop_assert!(formulas(&with_text(&text), "A").is_empty());
    }
}
