//! Which columns a table has: kinds of a distribution, chosen ones, their headings and windows.

use super::{column, fill, of_year, sheet};
use crate::desk::sample;
use bc138_app::view::{SheetColumn, SheetView};

const GRADES: [&str; 4] = ["Xuất sắc", "Khá", "Trung bình", "Yếu"];

/// The columns of an indicator, in order.
fn of<'a>(view: &'a SheetView, title: &str) -> Vec<&'a SheetColumn> {
    view.columns.iter().filter(|column| column.title.starts_with(title)).collect()
}

fn parts<'a>(columns: &[&'a SheetColumn]) -> Vec<&'a str> {
    columns.iter().filter_map(|column| column.part.as_deref()).collect()
}

const CLASSES: &str = "Phân loại phong trào — Khu dân cư";

#[test]
fn a_distribution_has_a_column_for_each_grade_behind_its_total() {
    let mut desk = sample("lang-son-2022");
    let query = of_year(2022, "standard_other");
    let view = sheet(&mut desk, &query);
    let columns = of(&view, CLASSES);
    assert_eq!(parts(&columns), [&["Tổng số"], &GRADES[..]].concat(), "no codes in headings");
    assert!(columns.iter().all(|column| column.over.as_deref() == Some(CLASSES)));
    assert_eq!(columns[1].title, format!("{CLASSES} (Xuất sắc)"), "in full where it stands alone");

    let keys: Vec<String> = columns.iter().map(|column| column.key.clone()).collect();
    let first = view.rows[0].unit.clone();
    desk.app.paste_cells(&query, &first, &keys[0], "9\t4\t3\t2\t0\n12\t5\t5\t1\t1").expect("taken");
    let view = sheet(&mut desk, &query);
    let sums: Vec<&str> =
        keys.iter().map(|key| view.totals[column(&view, key)].text.as_str()).collect();
    assert_eq!(sums, ["21", "9", "8", "3", "1"]);
    assert!(view.rows[0].cells.iter().all(|cell| cell.severity.is_none()), "4 + 3 + 2 + 0 = 9");
}

#[test]
fn grades_that_do_not_add_up_are_found_at_the_row_and_on_paper() {
    let mut desk = sample("lang-son-2022");
    let query = of_year(2022, "standard_other");
    let view = sheet(&mut desk, &query);
    let keys: Vec<String> = of(&view, CLASSES).iter().map(|it| it.key.clone()).collect();
    let first = view.rows[0].unit.clone();
    desk.app.paste_cells(&query, &first, &keys[0], "45\t25\t18\t2\t0").expect("taken");
    desk.app.paste_cells(&query, &view.rows[1].unit, &keys[0], "30\t52\t3\t2\t0").expect("taken");
    desk.app.state_total(&query, &keys[1], "50").expect("it is a number");
    let view = sheet(&mut desk, &query);
    let message = view.rows[1].cells.iter().find_map(|cell| cell.message.as_ref());
    let message = message.expect("52 + 3 + 2 + 0 is more than 30");
    assert!(message.text.contains("Phân loại phong trào"), "{}", message.text);
    assert!(!message.text.contains("xuat_sac"), "names, not codes: {}", message.text);
    let total = &view.totals[column(&view, &keys[1])];
    assert_eq!(total.difference, "thừa 27");
    assert_eq!(total.suspects[0].likely, "25", "the grades of the row say which cell it was");
}

#[test]
fn an_indicator_is_broken_down_where_the_clerk_asks_for_it() {
    let mut desk = sample("lang-son-2022");
    let query = of_year(2022, "people");
    let before = sheet(&mut desk, &query);
    let choice = before.choices.iter().find(|it| it.key == "tin_tong/channel");
    let choice = choice.expect("the catalogue knows channels");
    assert_eq!((choice.label.as_str(), choice.shown), ("theo kênh cung cấp tin", false));

    let chosen = ["tin_tong".to_owned(), "tin_tong/channel".to_owned()];
    desk.app.choose_columns(&query, &chosen).expect("it is kept");
    let view = sheet(&mut desk, &query);
    let columns = of(&view, "Nguồn tin");
    let names = ["Tổng số", "Trực tiếp", "Hộp thư tố giác", "Điện thoại", "Zalo", "VNeID"];
    assert_eq!(parts(&columns), names);
    assert_eq!(view.columns.len(), names.len(), "and nothing that was not asked for");

    let log = desk.app.log_page(None, false).expect("it is read");
    assert_eq!(log.lines[0].what, "chọn cột của bảng Nhân dân tham gia");
    assert!(log.lines[0].details.is_empty(), "no codes: {:?}", log.lines[0].details);

    let zalo = columns[4].key.clone();
    fill(&mut desk, &query, &zalo, &["7"]);
    desk.app.choose_columns(&query, &["tin_tong".to_owned()]).expect("it is kept");
    let view = sheet(&mut desk, &query);
    assert!(view.columns.iter().any(|it| it.key == zalo), "numbers are never hidden");
    assert!(view.choices.iter().any(|it| it.key == "tin_tong/channel" && it.kept));

    desk.app.choose_columns(&query, &[]).expect("it is kept");
    let view = sheet(&mut desk, &query);
    assert!(view.columns.len() > 2, "the catalogue's own choice again");
    let mut desk = desk.reopen();
    assert_eq!(sheet(&mut desk, &query).columns, view.columns);
}

#[test]
fn a_group_without_core_indicators_shows_all_of_them() {
    let mut desk = sample("lang-son-2022");
    for group in ["force", "steering", "scale"] {
        let view = sheet(&mut desk, &of_year(2022, group));
        assert!(!view.columns.is_empty(), "{group}");
        assert!(view.columns.iter().all(|column| column.over.is_none()), "{group}: as a whole");
    }
}

#[test]
fn kinds_are_those_of_the_year() {
    let mut desk = sample("lang-son-2022");
    let names = |year: i32| {
        let query = of_year(year, "standard_other");
        desk.app.choose_columns(&query, &["at_mat_chuan/subject".to_owned()]).expect("kept");
        let view = sheet(&mut desk, &query);
        view.columns.iter().filter_map(|column| column.part.clone()).collect::<Vec<_>>()
    };
    let both: Vec<Vec<String>> = [2022, 2026].map(names).to_vec();
    let has = |at: usize, name: &str| both[at].iter().any(|it| it == name);
    assert!(has(0, "Thị trấn") && !has(0, "Đặc khu"), "{:?}", both[0]);
    assert!(has(1, "Đặc khu") && !has(1, "Thị trấn"), "{:?}", both[1]);
}
