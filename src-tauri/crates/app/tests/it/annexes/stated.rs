//! Annexes of a report whose units have no numbers: every figure a row of its own, with its window,
//! kinds and nature, so that none stands for another.

use super::ANNEX;
use super::filled::texts;
use crate::desk::{Desk, desk};
use bc138_report::{Block, RowRole, Table};

/// An invented district: models kept and new, grades counted together, two windows of one indicator,
/// a total of all levels, awards counted as things, a recipient column that stays empty.
const REPORT: &str = r#"{"format": "bc138", "version": 1, "dossiers": [{
  "province": "tỉnh Sông Mẫu", "window": 2023,
  "figures": [
    {"indicator": "mh_lien_ket", "amount": "09", "nature": "mới"},
    {"indicator": "mh_lien_ket", "amount": "31"},
    {"indicator": "pl_kdc", "amount": "1.000", "categories": {"grade": ["xuat_sac", "kha"]}},
    {"indicator": "pl_kdc", "amount": "hơn 400", "categories": {"grade": ["trung_binh"]}},
    {"indicator": "at_xa", "amount": "187/201", "window": 2015},
    {"indicator": "at_xa", "amount": "70/72", "rate": "97,22%"},
    {"indicator": "at_thi_tran", "amount": "không áp dụng"},
    {"indicator": "vk_sung", "amount": "không phát sinh"},
    {"indicator": "tin_giai_quyet", "amount": "4.730/4.988"},
    {"indicator": "at_nha_truong_cu", "amount": "898/926"},
    {"indicator": "at_kdc", "amount": "gần 1.686/1.727"},
    {"indicator": "vk_phao", "amount": "ước tính 12,5 kg"},
    {"indicator": "pl_cap_xa", "amount": "54", "rate": "96,4%", "categories": {"grade": ["kha"]}}
  ],
  "awards": [
    {"form": "bang_khen_thu_tuong", "authorities": "Thủ tướng Chính phủ", "collectives": 2},
    {"form": "ky_niem_chuong", "objects": {"count": 87, "noun": "Kỷ niệm chương"}}
  ]}]}"#;

fn reported() -> Desk {
    let mut desk = desk();
    let file = desk.path_of("bao-cao.json");
    std::fs::write(&file, REPORT).expect("it is written");
    let taken = desk.app.import(&file, false).expect("the file can be read");
    assert!(taken.problems.is_empty(), "{:?}", taken.problems);
    desk
}

/// The rows of all annexes, without their numbers.
fn rows(desk: &Desk) -> Vec<Vec<String>> {
    let document = desk.app.compose(&ANNEX).expect("it is composed");
    let blocks = document.sections.iter().flat_map(|section| &section.blocks);
    let tables = blocks.filter_map(|block| match block {
        Block::Table(table) => Some(table),
        _ => None,
    });
    let body = |table: &Table| -> Vec<Vec<String>> {
        let rows = table.rows.iter().filter(|row| row.role == RowRole::Body);
        rows.map(|row| texts(row).split_off(1)).collect()
    };
    tables.flat_map(body).collect()
}

fn has(rows: &[Vec<String>], wanted: &[&str]) {
    assert!(rows.iter().any(|row| row == wanted), "{wanted:?} is missing: {rows:#?}");
}

#[test]
fn every_stated_figure_is_a_row_with_its_own_window_kinds_and_nature() {
    let rows = rows(&reported());
    let new = rows.iter().filter(|row| row[0].ends_with("(xây dựng mới)"));
    assert_eq!(new.map(|row| row[3].as_str()).collect::<Vec<_>>(), ["09"]);
    assert_eq!(rows.iter().filter(|row| row[3] == "31").count(), 1, "what is kept is not new");
    has(
        &rows,
        &["Phân loại phong trào — Khu dân cư: xuất sắc, khá", "đơn vị", "năm 2023", "1.000", ""],
    );
    let middling = "Phân loại phong trào — Khu dân cư: trung bình";
    has(&rows, &[middling, "đơn vị", "năm 2023", "hơn 400", ""]);
    has(&rows, &["Xã", "xã", "năm 2015", "187", "201", "93"]);
    has(&rows, &["Xã", "xã", "năm 2023", "70", "72", "97,22"]);
    assert!(rows.iter().any(|row| row[0] == "Thị trấn" && row[3] == "x"), "{rows:#?}");
    assert!(rows.iter().any(|row| row[0].starts_with("Súng") && row[3] == "0"), "{rows:#?}");
}

#[test]
fn figures_without_a_column_stand_in_the_annex_of_their_group() {
    let rows = rows(&reported());
    for (reached, total) in [("4.730", "4.988"), ("898", "926")] {
        let said = rows.iter().filter(|row| row[3] == reached && row[4] == total);
        assert_eq!(said.count(), 1, "{reached}/{total}: {rows:#?}");
    }
}

#[test]
fn what_makes_a_figure_less_than_exact_and_its_own_rate_are_printed_with_it() {
    let rows = rows(&reported());
    let of = |number: &str| rows.iter().find(|row| row[3] == number).expect(number).clone();
    assert_eq!(of("gần 1.686")[4..], ["1.727", "97,6"]);
    assert_eq!(of("54")[4], "96,4", "the rate that is typed of a grade");
    assert!(of("12,5*")[0].contains("Pháo"));
}

#[test]
fn awards_counted_as_things_have_a_column_of_their_own() {
    let rows = rows(&reported());
    let row = rows.iter().find(|row| row.iter().any(|cell| cell == "87 Kỷ niệm chương"));
    assert!(row.is_some(), "{rows:#?}");
    let praised: Vec<&Vec<String>> =
        rows.iter().filter(|row| row[0].starts_with("Bằng khen")).collect();
    assert_eq!(praised[0][0], "Bằng khen của Thủ tướng Chính phủ", "the giver is named once");
}

#[test]
fn a_column_that_stays_empty_is_no_sum_in_the_workbook() {
    let workbook = reported().app.workbook(&ANNEX).expect("it is written");
    assert!(workbook.starts_with(b"PK"), "it is a package");
}
