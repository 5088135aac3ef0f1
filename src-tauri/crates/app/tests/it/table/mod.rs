//! The table of units: typed cells, totals, lenses, paper totals, history, closed years.

mod columns;
mod targets;

use crate::desk::{Desk, sample};
use bc138_app::vi::messages::failure;
use bc138_app::view::{LensChoice, NumberMark, SheetQuery, SheetView};
use bc138_app::{AppError, YearStep};

fn of_year(year: i32, group: &str) -> SheetQuery {
    let (year, group) = (Some(year), Some(group.to_owned()));
    SheetQuery { province: None, year, group, lens: LensChoice::AsReported }
}

fn sheet(desk: &mut Desk, query: &SheetQuery) -> SheetView {
    desk.app.sheet(query).expect("the table is drawn")
}

/// Types the same column of the first units.
fn fill(desk: &mut Desk, query: &SheetQuery, column: &str, values: &[&str]) -> Vec<String> {
    let view = sheet(desk, query);
    let units: Vec<String> = view.rows.iter().map(|row| row.unit.clone()).collect();
    for (unit, value) in units.iter().zip(values) {
        let saved = desk.app.set_cell(query, unit, column, value).expect("the cell takes text");
        assert!(saved, "“{value}” is understood");
    }
    units
}

fn column(view: &SheetView, key: &str) -> usize {
    view.columns.iter().position(|column| column.key == key).expect("the column is there")
}

#[test]
fn columns_have_the_windows_of_their_own_calendars() {
    let mut desk = sample("lang-son-2022");
    let view = sheet(&mut desk, &of_year(2022, "standard"));
    let window = |key: &str| view.columns[column(&view, key)].window.clone();
    assert_eq!(window("at_kdc"), "01/11/2021 – 31/10/2022", "khu dân cư");
    assert_eq!(window("at_xa"), "16/11/2021 – 15/11/2022", "xã");
}

#[test]
fn a_total_says_how_many_units_reported_and_never_averages_ratios() {
    let mut desk = sample("lang-son-2022");
    let query = of_year(2022, "standard");
    fill(&mut desk, &query, "at_kdc", &["9/10", "1/90", "không phát sinh"]);
    let view = sheet(&mut desk, &query);
    let total = &view.totals[column(&view, "at_kdc")];
    assert_eq!((total.text.as_str(), total.rate.as_str()), ("10/100", "10%"), "10/100, not 45,6%");
    assert!(total.reported.starts_with("3/"), "null is not zero: {}", total.reported);
    assert_eq!(view.rows.len(), 194, "the communes of the day");
}

#[test]
fn text_that_cannot_be_read_is_kept_and_the_number_stays() {
    let mut desk = sample("lang-son-2022");
    let query = of_year(2022, "standard");
    let units = fill(&mut desk, &query, "at_kdc", &["9/10"]);
    let saved = desk.app.set_cell(&query, &units[0], "at_kdc", "1,686/1,727").expect("it answers");
    assert!(!saved);
    let mut desk = desk.reopen();
    let view = sheet(&mut desk, &query);
    let cell = &view.rows[0].cells[column(&view, "at_kdc")];
    assert_eq!(cell.text, "9/10", "the stored number is not lost");
    assert_eq!(cell.draft.as_deref(), Some("1,686/1,727"), "nor is what was typed");
    assert!(cell.message.is_some(), "and it says why");
    desk.app.set_cell(&query, &units[0], "at_kdc", "10/10").expect("it answers");
    let view = sheet(&mut desk, &query);
    assert_eq!(view.rows[0].cells[column(&view, "at_kdc")].draft, None, "a new number settles it");
}

#[test]
fn a_block_is_pasted_whole_or_not_at_all() {
    let mut desk = sample("lang-son-2022");
    let query = of_year(2022, "standard");
    let view = sheet(&mut desk, &query);
    let (first, key) = (view.rows[0].unit.clone(), view.columns[0].key.clone());
    let bad = desk.app.paste_cells(&query, &first, &key, "1/2\t3/4\n5/6\tkhông rõ\n");
    let message = failure(&bad.expect_err("one cell cannot be read"));
    assert!(message.contains(&view.rows[1].label), "the message names the row: {message}");
    assert!(sheet(&mut desk, &query).rows[0].cells[0].text.is_empty(), "nothing of it is kept");
    desk.app.paste_cells(&query, &first, &key, "1/2\t3/4\n5/6\t7/8\n").expect("it is taken");
    let view = sheet(&mut desk, &query);
    assert_eq!(view.rows[1].cells[1].text, "7/8");
    desk.app.undo().expect("undo works");
    assert!(sheet(&mut desk, &query).rows[0].cells[0].text.is_empty(), "one action, taken back");
}

#[test]
fn a_paper_total_names_the_cell_with_the_slip() {
    let mut desk = sample("lang-son-2022");
    let query = of_year(2022, "people");
    for year in 2018..2022 {
        fill(&mut desk, &of_year(year, "people"), "tin_tong", &["431", "425", "58", "1.250", "96"]);
    }
    let units = fill(&mut desk, &query, "tin_tong", &["428", "452", "61", "1.248", "93"]);
    desk.app.state_total(&query, "tin_tong", "2.255").expect("it is a number");
    let view = sheet(&mut desk, &query);
    let total = &view.totals[column(&view, "tin_tong")];
    assert_eq!(total.difference, "thừa 27");
    assert_eq!(total.suspects[0].unit, units[1], "{:?}", total.suspects);
    assert_eq!(total.suspects[0].likely, "425", "two digits changed places");
    desk.app.set_cell(&query, &units[1], "tin_tong", "425").expect("it is mended");
    let view = sheet(&mut desk, &query);
    assert_eq!(view.totals[column(&view, "tin_tong")].difference, "", "now it agrees");
}

#[test]
fn another_lens_restates_marks_and_locks() {
    let mut desk = sample("lang-son-2022");
    let query = of_year(2022, "people");
    let values: Vec<String> = (1..=194).map(|n| n.to_string()).collect();
    let values: Vec<&str> = values.iter().map(String::as_str).collect();
    let units = fill(&mut desk, &query, "tin_tong", &values);
    let then = sheet(&mut desk, &query);
    let lens = LensChoice::On { day: "01/07/2025".to_owned() };
    let query = SheetQuery { lens, ..query };
    let now = sheet(&mut desk, &query);
    assert_eq!(now.rows.len(), 65, "the communes of 01/07/2025");
    let at = column(&now, "tin_tong");
    assert_eq!(now.totals[at].text, then.totals[column(&then, "tin_tong")].text, "the sum is kept");
    assert!(now.rows.iter().any(|row| row.cells[at].mark == NumberMark::Restated), "quy đổi");
    assert!(!now.remainder.is_empty(), "two communes were divided and nobody said how");
    assert!(now.locked.is_some());
    let refused = desk.app.set_cell(&query, &units[0], "tin_tong", "5");
    assert!(matches!(refused, Err(AppError::LensLocked)), "{refused:?}");
}

#[test]
fn a_cell_tells_its_history_and_takes_an_old_value_back() {
    let mut desk = sample("lang-son-2022");
    let query = of_year(2022, "people");
    let units = fill(&mut desk, &query, "tin_tong", &["5"]);
    desk.app.set_cell(&query, &units[0], "tin_tong", "50").expect("it is taken");
    let history = desk.app.cell_history(&query, &units[0], "tin_tong").expect("it has one");
    let values: Vec<&str> = history.versions.iter().map(|it| it.value.as_str()).collect();
    assert_eq!(values, ["50", "5"], "newest first");
    assert!(history.versions[0].current && history.versions[0].actor == "người thử");
    let first = history.versions[1].change;
    desk.app.restore_cell(&query, &units[0], "tin_tong", first).expect("it is brought back");
    assert_eq!(sheet(&mut desk, &query).rows[0].cells[0].text, "5");
}

#[test]
fn a_closed_year_takes_nothing_until_it_is_opened_with_a_reason() {
    let mut desk = sample("lang-son-2022");
    let query = of_year(2022, "people");
    let units = fill(&mut desk, &query, "tin_tong", &["5"]);
    desk.app.step_year(2022, YearStep::Close, "").expect("it closes");
    assert_eq!(desk.app.year(2022).expect("it is read").whole, Some(true));
    for refused in [
        desk.app.set_cell(&query, &units[0], "tin_tong", "6").map(|_| ()),
        desk.app.set_field("dossier/byline", "Người Khác").map(|_| ()),
        desk.app.undo().map(|_| ()),
    ] {
        let message = failure(&refused.expect_err("the year is closed"));
        assert!(message.contains("khóa sổ") && message.contains("2022"), "{message}");
    }
    assert!(sheet(&mut desk, &query).locked.is_some());
    desk.app.set_cell(&of_year(2023, "people"), &units[0], "tin_tong", "6").expect("another year");
    desk.app.undo().expect("and its undo");
    let bare = desk.app.step_year(2022, YearStep::Reopen, " ");
    assert!(bare.is_err(), "opening again wants a reason");
    desk.app.step_year(2022, YearStep::Reopen, "một xã báo cáo bổ sung").expect("it opens");
    desk.app.set_cell(&query, &units[0], "tin_tong", "6").expect("now it takes");
    let notes = desk.app.reopening_notes(2022).expect("they are read");
    assert!(notes[0].contains("báo cáo bổ sung"), "later reports say so: {notes:?}");
    assert!(desk.app.verify().expect("it is verified").whole);
}

#[test]
fn numbers_of_units_of_the_provinces_before_stand_in_the_year_of_the_merger() {
    let mut desk = crate::desk::with_dossier(2025);
    desk.typed("dossier/province", "Hưng Yên");
    // The city of Thái Bình reported until the province was merged into Hưng Yên.
    let text = r#"{"format": "bc138", "version": 1, "entries": {"tables": [
        {"window": 2025, "measures": ["tin_tong"],
         "rows": [["X12817.63", 7], ["X12817.34", 5]]}]}}"#;
    let path = desk.folder.path().join("rows.json");
    std::fs::write(&path, text).expect("the file is written");
    let taken = desk.app.import(&path, false).expect("it answers");
    assert!(taken.taken, "{taken:?}");
    let query = of_year(2025, "people");
    let view = sheet(&mut desk, &query);
    let at = column(&view, "tin_tong");
    let told: Vec<&str> = view
        .rows
        .iter()
        .map(|row| row.cells[at].text.as_str())
        .filter(|text| !text.is_empty())
        .collect();
    assert_eq!(told, ["7", "5"], "{}", view.subtitle);
    assert_eq!(view.totals[at].text, "12", "no number is lost in the total");
}

#[test]
fn a_province_of_today_leads_to_the_one_of_its_name_before_the_merger() {
    let mut desk = sample("lang-son-2022");
    for (key, communes, title) in
        [("T20.34", 194, "Tỉnh Lạng Sơn"), ("T33.34", 139, "Tỉnh Hưng Yên")]
    {
        let query = SheetQuery { province: Some(key.to_owned()), ..of_year(2024, "standard") };
        let view = sheet(&mut desk, &query);
        assert!(view.title.contains(title), "{}", view.title);
        assert_eq!(view.rows.len(), communes, "{title}: the communes of the year");
    }
}
