//! Annexes: every unit a row, totals as in the table of units, missing never nought; the same as a
//! workbook; letters to units, paper forms, the list of changes.

mod below;
pub mod filled;
mod papers;
mod reviews;
mod stated;

use crate::desk::{desk, sample, with_dossier};
use bc138_app::view::{EventKind, LensChoice, ShareChoice, TypedEvent};
use bc138_app::{AppError, DocumentFormat, DocumentStyle, DossierKind, NewDossier, Request};
use bc138_domain::{EntryNote, Qualifier, Slot, State};
use bc138_report::{Paper, RowRole};
use filled::{Filled, count, notes, number, pdftotext, query, ratio_of, spans, texts};
use std::path::Path;

const ANNEX: Request = Request::of(DocumentStyle::Annex);

#[test]
fn totals_are_those_of_the_table_of_units() {
    let mut filled = Filled::new("Lạng Sơn", 2022).with_numbers();
    let (annex, people) = (filled.table("AN TOÀN"), filled.table("NHÂN DÂN THAM GIA"));
    let sheet = filled.desk.app.sheet(&query(2022, "standard")).expect("it is drawn");
    let at = sheet.columns.iter().position(|it| it.key == "at_kdc").expect("the column");
    let total = texts(annex.rows.last().expect("a total"));
    let [all, _, reached, rate] = &total[2..6] else { panic!("four columns") };
    assert_eq!(format!("{reached}/{all}"), sheet.totals[at].text);
    assert_eq!(format!("{rate}%"), sheet.totals[at].rate);
    let (n, m) = sheet.totals[at].reported.split_once('/').expect("n of m");
    assert!(total[1].contains(&format!("{n}/{}", m.trim_end_matches(" đơn vị"))), "{}", total[1]);
    let sheet = filled.desk.app.sheet(&query(2022, "people")).expect("it is drawn");
    let at = sheet.columns.iter().position(|it| it.key == "tin_tong").expect("the column");
    assert_eq!(texts(people.rows.last().expect("a total"))[2], sheet.totals[at].text);
}

#[test]
fn every_unit_is_one_row_in_the_order_of_the_register() {
    let mut filled = Filled::new("Lạng Sơn", 2022).with_numbers();
    let table = filled.table("NHÂN DÂN THAM GIA");
    let sheet = filled.desk.app.sheet(&query(2022, "people")).expect("it is drawn");
    let expected: Vec<&str> = sheet.rows.iter().map(|row| row.label.as_str()).collect();
    let body = table.rows.iter().filter(|row| row.role == RowRole::Body);
    let printed: Vec<Vec<String>> = body.map(texts).collect();
    let names: Vec<&str> = printed.iter().map(|row| row[1].as_str()).collect();
    assert_eq!(names, expected);
    let numbers: Vec<String> = printed.iter().map(|row| row[0].clone()).collect();
    let counted: Vec<String> = (1..=expected.len()).map(|n| n.to_string()).collect();
    assert_eq!(numbers, counted, "TT counts the rows");
}

fn created(name: &str, parent: &str) -> TypedEvent {
    TypedEvent {
        kind: EventKind::Create,
        date: "01/03/2022".to_owned(),
        basis: "Nghị quyết mẫu".to_owned(),
        units: Vec::new(),
        name: name.to_owned(),
        unit_kind: "xã".to_owned(),
        parent: parent.to_owned(),
        parts: Vec::new(),
        method: ShareChoice::Open,
        keeps: false,
    }
}

#[test]
fn six_hundred_units_and_a_name_of_three_hundred_letters_are_all_printed() {
    let mut filled = Filled::new("Hà Nội", 2022);
    let view = filled.desk.app.units(None, Some("15/11/2022")).expect("they are read");
    let district = view.rows.iter().find(|row| row.label.starts_with("huyện")).expect("a huyện");
    let long = ["Mẫu"; 75].join(" ");
    let mut name = long.clone();
    for n in 0.. {
        if filled.units.len() >= 600 {
            break;
        }
        filled.desk.app.record_unit_event(&created(&name, &district.key)).expect("it is created");
        name = format!("Thêm Thứ {n}");
        if n % 10 == 0 || filled.units.len() > 590 {
            filled.read_units();
        }
    }
    let filled = filled.with_numbers();
    let rendered = filled.desk.app.render(&ANNEX, DocumentFormat::Pdf).expect("it is written");
    assert!(rendered.pages > 20);
    let printed = squeezed(&pdftotext(&rendered.bytes));
    let table = filled.table("NHÂN DÂN THAM GIA");
    assert!(table.rows.len() > 600);
    for row in &table.rows {
        let name = squeezed(&texts(row)[1]);
        assert!(printed.contains(&name), "“{name}” is on the paper");
    }
    assert!(printed.contains(&squeezed(&long)), "however long it is");
    let docx = filled.desk.app.render(&ANNEX, DocumentFormat::Docx).expect("Word takes it too");
    let read = squeezed(&bc138_report::read_back(&docx.bytes).expect("it is read").text);
    assert!(
        read.contains(&squeezed(&long)) && read.contains(&squeezed(&texts(&table.rows[599])[1]))
    );
}

#[test]
fn the_annex_of_the_whole_country_has_every_commune() {
    let mut filled = Filled::new("Đà Nẵng", 2026);
    let (kind, province) = (DossierKind::Annual, "Cả nước".to_owned());
    let new = NewDossier { kind, province, year: 2026, years: None };
    filled.desk.app.create_dossier(&new).expect("a dossier can be made");
    let unit = filled.units[0].clone();
    filled.put(&unit, "tin_tong", None, count(7));
    let mut filled = filled.written();
    let day = chrono::NaiveDate::from_ymd_opt(2026, 11, 15).expect("a day");
    let communes = filled.desk.app.communes_on(day).expect("they are read").len();
    let rows = filled.table("NHÂN DÂN THAM GIA").rows;
    assert_eq!(rows.len(), communes + 1);
    assert_eq!(texts(rows.last().expect("a total"))[2], "7");
    let cells = rows.last().expect("a total").cells.iter().flat_map(|it| &it.paragraphs);
    let sources = cells.flat_map(|it| &it.spans).filter_map(|span| span.source.clone());
    let source = sources.into_iter().find(|it| it.contains("/tin_tong")).expect("it has a source");
    let view = filled.desk.app.figure_source(&source, &LensChoice::AsReported).expect("it is told");
    assert!(view.name.starts_with("Cả nước · ") && view.value == "7", "{view:?}");
    assert!(view.made.starts_with("Cộng 1 ") && view.unit.is_none(), "{view:?}");
}

#[test]
fn the_annex_of_the_year_of_a_merger_has_the_units_of_the_provinces_before() {
    let mut filled = Filled::new("Hưng Yên", 2025);
    // A commune of Thái Bình until 30/06/2025.
    filled.put("X12817.63", "tin_tong", None, count(7));
    let rows = filled.written().table("NHÂN DÂN THAM GIA").rows;
    let told: Vec<Vec<String>> = rows.iter().map(texts).collect();
    assert!(told.iter().any(|row| row[1].contains("xã Đông Mỹ") && row[2] == "7"), "{told:?}");
    assert_eq!(told[told.len() - 1][2], "7", "it is in the total");
}

#[test]
fn what_was_newly_built_never_stands_for_what_there_is() {
    let mut filled = Filled::new("Lạng Sơn", 2025);
    let unit = filled.units[0].clone();
    let of = |measure: &str, number: u8| {
        format!(r#"{{"window": 2025, "measures": [{measure}], "rows": [["{unit}", {number}]]}}"#)
    };
    let new = of(r#"{"indicator": "mh_diem", "nature": "mới"}"#, 3);
    let both = format!(
        "{}, {}",
        of(r#""mh_diem""#, 40),
        of(r#"{"indicator": "clb", "nature": "mới"}"#, 2)
    );
    let tables =
        format!(r#"{{"format": "bc138", "version": 1, "entries": {{"tables": [{new}, {both}]}}}}"#);
    let path = filled.desk.folder.path().join("so-lieu.json");
    std::fs::write(&path, tables).expect("the file is written");
    assert!(filled.desk.app.import(&path, false).expect("it answers").taken);
    let table = filled.table("MÔ HÌNH, TỔ CHỨC");
    let heads = texts(table.head.last().expect("a head"));
    let totals = texts(table.rows.last().expect("a total"));
    let under = |title: &str| {
        let at = heads.iter().position(|head| head == title);
        at.map(|at| totals[2 + at].clone())
    };
    assert_eq!(under("Điểm mô hình").as_deref(), Some("40"), "{heads:?} {totals:?}");
    assert_eq!(under("Điểm mô hình (xây dựng mới)").as_deref(), Some("3"), "{heads:?}");
    assert_eq!(under("Câu lạc bộ (xây dựng mới)").as_deref(), Some("2"), "{heads:?}");
    assert_eq!(under("Câu lạc bộ"), None, "no number is of that nature");
}

/// A text without anything that a line break could change.
fn squeezed(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

#[test]
fn missing_is_never_nought_and_signs_are_explained() {
    let mut filled = Filled::new("Lạng Sơn", 2022);
    let units = filled.units.clone();
    filled.put(&units[0], "tin_tong", None, Slot::new(State::Zero, None, None));
    filled.put(&units[1], "tin_tong", None, Slot::new(State::NotReported, None, None));
    filled.put(&units[2], "tin_tong", None, Slot::new(State::NotApplicable, None, None));
    filled.put(&units[3], "tin_tong", None, Slot::new(State::Estimate, Some(number(40)), None));
    filled.put(&units[4], "tin_tong", None, count(300));
    let qualifier = Some(Qualifier::Nearly);
    filled.note(EntryNote { qualifier, ..EntryNote::default() });
    filled.put(&units[5], "tin_tong", None, Slot::new(State::Value, None, None));
    let words = Some("hàng nghìn".to_owned());
    filled.note(EntryNote { words, ..EntryNote::default() });
    let filled = filled.written();
    let table = filled.table("NHÂN DÂN THAM GIA");
    let printed: Vec<String> = table.rows.iter().take(7).map(|row| texts(row)[2].clone()).collect();
    assert_eq!(printed, ["0", "-", "x", "40*", "gần 300", "hàng nghìn", "-"]);
    let total = texts(table.rows.last().expect("a total"));
    assert_eq!(total[2], "340", "what is not a number is in no sum");
    assert!(total[1].contains("5/194"), "n of m units: {}", total[1]);
    let notes = notes(&table);
    for word in ["chưa báo cáo", "không thuộc diện", "chỉ ghi bằng chữ", "gần đúng", "ước tính"]
    {
        assert!(notes.contains(word), "“{word}” in {notes}");
    }
}

#[test]
fn one_unit_alone_makes_an_annex_and_an_empty_store_says_that_there_is_none() {
    let mut one = Filled::new("Lạng Sơn", 2022);
    let unit = one.units[3].clone();
    one.put(&unit, "at_kdc", None, ratio_of(9, 10));
    let one = one.written();
    let table = one.table("AN TOÀN");
    let total = texts(table.rows.last().expect("a total"));
    assert_eq!(total[2..6], ["10", "", "9", "90"], "{total:?}");
    assert_eq!(one.annexes().sections.len(), 1, "the other annexes have nothing to say");
    let head = one.annexes().plain_text();
    assert!(head.starts_with("Phụ lục\n"), "one annex has no number: {head}");
    let empty = with_dossier(2022);
    let printed = empty.app.compose(&ANNEX).expect("it is composed").plain_text();
    assert_eq!(printed.lines().count(), 1, "{printed}");
    assert!(matches!(desk().app.compose(&ANNEX), Err(AppError::NoDossier)));
}

#[test]
fn a_sample_without_units_prints_what_its_report_states() {
    let desk = sample("lang-son-2022");
    let document = desk.app.compose(&ANNEX).expect("it is composed");
    let text = document.plain_text();
    assert!(text.contains("Khu dân cư") && text.contains("1.727"), "{text}");
    let sources: Vec<&str> = document
        .paragraphs()
        .flat_map(|it| &it.spans)
        .filter_map(|it| it.source.as_deref())
        .collect();
    for part in ["reached", "total", "rate"] {
        let source = format!("part:{part}/figure/at_kdc/amount");
        assert!(sources.contains(&source.as_str()), "{source} in {sources:?}");
    }
}

#[test]
fn a_total_that_the_report_states_otherwise_is_said_and_not_corrected() {
    let mut filled = Filled::new("Lạng Sơn", 2022).with_numbers();
    let before = texts(filled.table("NHÂN DÂN THAM GIA").rows.last().expect("a total"));
    filled.desk.typed("figure/tin_tong/amount", "9.999");
    let table = filled.table("NHÂN DÂN THAM GIA");
    assert_eq!(texts(table.rows.last().expect("a total")), before, "the sum stands");
    let notes = notes(&table);
    assert!(notes.contains("9.999") && notes.contains(&before[2]), "both are said: {notes}");
    filled.desk.typed("figure/tin_tong/amount", &before[2]);
    let agreed = filled.table("NHÂN DÂN THAM GIA");
    assert!(!filled::notes(&agreed).contains("lệch"), "once it agrees nothing is said");
}

#[test]
fn remarks_and_reasons_stand_under_the_table_with_their_number() {
    let mut filled = Filled::new("Lạng Sơn", 2022);
    let unit = filled.units[1].clone();
    filled.put(&unit, "tin_tong", None, count(12));
    let comment = Some("gửi bổ sung sau ngày chốt".to_owned());
    let reason = Some("đã đối chiếu với sổ trực ban".to_owned());
    filled.note(EntryNote { comment, reason, ..EntryNote::default() });
    let table = filled.written().table("NHÂN DÂN THAM GIA");
    assert_eq!(texts(&table.rows[1]).last().map(String::as_str), Some("(1)"));
    let notes = notes(&table);
    assert!(notes.contains("(1)") && notes.contains("bổ sung") && notes.contains("trực ban"));
}

#[test]
fn every_number_says_where_it_comes_from() {
    let filled = Filled::new("Lạng Sơn", 2022).with_numbers();
    for word in ["AN TOÀN", "NHÂN DÂN THAM GIA", "MÔ HÌNH"] {
        for row in &filled.table(word).rows {
            for span in spans(row).iter().filter(|it| it.text.chars().any(|c| c.is_ascii_digit())) {
                let source = span.source.as_deref().unwrap_or_default();
                let part = source.strip_prefix("part:").and_then(|it| it.split_once('/'));
                let source = part.map_or(source, |(_, of)| of);
                let parts: Vec<&str> = source.splitn(4, '/').collect();
                assert_eq!(parts.len(), 4, "“{}” of {word}: {source}", span.text);
                assert!(parts[0] == "unit" && parts[3].contains(".."), "{source}");
            }
        }
    }
}

#[test]
fn classes_are_added_up_and_wide_tables_lie_on_a3() {
    let mut filled = Filled::new("Lạng Sơn", 2022);
    let unit = filled.units[0].clone();
    for (grade, value) in [("xuat_sac", 6), ("kha", 3), ("trung_binh", 2), ("yeu", 1)] {
        filled.put(&unit, "pl_kdc", Some(("grade", grade)), count(value));
    }
    filled.put(&unit, "at_kdc", None, ratio_of(9, 10));
    for code in
        ["at_xa", "at_phuong", "at_thi_tran", "at_co_quan", "at_doanh_nghiep", "at_co_so_gd"]
    {
        filled.put(&unit, code, None, ratio_of(1, 1));
    }
    let filled = filled.written();
    let table = filled.table("PHÂN LOẠI");
    assert_eq!(texts(&table.rows[0])[2..8], ["12", "6", "3", "2", "1", "75"]);
    let sections = filled.annexes().sections;
    assert_eq!(sections[0].paper, Paper::A3Landscape, "31 columns");
    assert_eq!(sections[1].paper, Paper::A4Landscape);
    assert!(sections.iter().all(|section| section.numbered), "pages are counted in each");
}

#[test]
fn the_ministrys_form_has_26_columns_and_names_units_whose_columns_disagree() {
    let mut filled = Filled::new("Lạng Sơn", 2026);
    let units = filled.units.clone();
    for (unit, women) in [(&units[0], 5), (&units[1], 4)] {
        for (code, value) in [("ll_tv_hien_co", 25), ("ll_nam", 20), ("ll_nu", women)] {
            filled.put(unit, code, None, count(value));
        }
    }
    let table = filled.written().table("BIỂU MẪU 01");
    assert_eq!(table.columns.len(), 26);
    let numbering = texts(table.head.last().expect("the row of numbers"));
    assert_eq!((numbering.first().map(String::as_str), numbering.len()), (Some(""), 26));
    assert_eq!(numbering.last().map(String::as_str), Some("25"));
    let notes = notes(&table);
    let said = notes.lines().find(|line| line.contains("nam + nữ")).expect("it is said");
    assert!(said.contains(&texts(&table.rows[1])[1]), "{said}");
    assert!(!said.contains(&texts(&table.rows[0])[1]), "the first one agrees: {said}");
}

#[test]
fn the_workbook_is_written_whatever_the_numbers_are() {
    let mut filled = Filled::new("Lạng Sơn", 2022).with_numbers();
    let units = filled.units.clone();
    // x without y is outside the total, words and approximate numbers are no exact ones.
    filled.put(&units[0], "at_kdc", None, Slot::new(State::Value, Some(number(7)), None));
    filled.put(
        &units[1],
        "vk_phao",
        None,
        Slot::number(bc138_domain::Fixed::from_thousandths(13_850)),
    );
    filled.put(&units[2], "tin_tong", None, Slot::new(State::Value, None, None));
    let words = Some("=1+1".to_owned());
    filled.note(EntryNote { words, ..EntryNote::default() });
    let mut filled = filled.written();
    let path = filled.desk.path_of("phu-luc.xlsx");
    let rendered = filled.desk.app.save(&ANNEX, &path).expect("formulas give what is printed");
    assert!(rendered.bytes.starts_with(b"PK"), "it is a package");
    let again = filled.desk.app.workbook(&ANNEX).expect("it is made again");
    assert!(again == rendered.bytes, "the same numbers give the same bytes");
    let other = filled.desk.app.workbook(&Request::of(DocumentStyle::Briefing));
    assert!(matches!(other, Err(AppError::NoTables)), "only annexes are tables");
    assert_eq!(DocumentFormat::of(Path::new("a.XLSX")).expect("known"), DocumentFormat::Xlsx);
}
