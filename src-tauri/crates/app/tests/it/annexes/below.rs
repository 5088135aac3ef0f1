//! Annexes of a district or commune, and of a province with an island district: the rows are the
//! units that report to the dossier's own, and no number of theirs is lost on other borders.

use super::filled::{Filled, count, notes, query, texts};
use crate::desk::{Desk, desk};
use bc138_app::view::LensChoice;
use bc138_app::{DocumentStyle, DossierKind, NewDossier, Request};
use bc138_report::{Block, Document, Table};

/// A dossier of a district, commune or ward.
fn lower(unit_type: &str, name: &str, within: &str, year: i32) -> Desk {
    let mut desk = desk();
    let new =
        NewDossier { kind: DossierKind::Annual, province: name.to_owned(), year, years: None };
    desk.app.create_dossier(&new).expect("a dossier can be made");
    desk.typed("dossier/province_type", unit_type);
    desk.typed("dossier/within", within);
    desk
}

/// The total of the annex of participation, and its notes.
fn total(filled: &Filled, lens: LensChoice) -> (Vec<String>, String) {
    let request = Request { lens, ..Request::of(DocumentStyle::Annex) };
    let document = filled.desk.app.compose(&request).expect("it is composed");
    let table = people(&document);
    (texts(table.rows.last().expect("a total")), notes(table))
}

fn people(document: &Document) -> &Table {
    let section = document.sections.iter().find(|section| {
        let mut paragraphs = section.blocks.iter().flat_map(Block::paragraphs);
        paragraphs.any(|it| it.plain_text().contains("NHÂN DÂN THAM GIA"))
    });
    let section = section.unwrap_or_else(|| panic!("{}", document.plain_text()));
    let mut tables = section.blocks.iter().filter_map(|block| match block {
        Block::Table(table) => Some(table),
        _ => None,
    });
    tables.next().expect("the annex has a table")
}

#[test]
fn an_island_district_without_communes_keeps_its_number_on_the_borders_before() {
    let mut filled = Filled::new("Hải Phòng", 2025);
    // Bạch Long Vĩ: a district without communes until 30/06/2025, a special zone since.
    filled.put("X11948.34", "tin_tong", None, count(7));
    let filled = filled.written();
    let (then, _) = total(&filled, LensChoice::AsReported);
    let (before, said) = total(&filled, LensChoice::On { day: "31/12/2024".to_owned() });
    assert_eq!((then[2].as_str(), before[2].as_str()), ("7", "7"), "{then:?} {before:?} {said}");
}

#[test]
fn a_number_that_no_unit_of_the_day_holds_stands_under_the_table_with_its_reason() {
    let mut filled = Filled::new("Lạng Sơn", 2024);
    let day = chrono::NaiveDate::from_ymd_opt(2024, 3, 1).expect("a day");
    let view = filled.desk.app.units(None, Some("01/03/2024")).expect("they are read");
    let district = view.rows.iter().find(|row| row.label.starts_with("huyện")).expect("a huyện");
    let mut event = created("Thêm", &district.key, day);
    event.unit_kind = "xã".to_owned();
    filled.desk.app.record_unit_event(&event).expect("it is created");
    let known = filled.units.clone();
    filled.read_units();
    let added = filled.units.iter().find(|unit| !known.contains(unit)).expect("it").clone();
    filled.put(&added, "tin_tong", None, count(5));
    filled.put(&known[0], "tin_tong", None, count(7));
    let mut filled = filled.written();
    event.kind = bc138_app::view::EventKind::Abolish;
    (event.units, event.parent, event.name) = (vec![added], String::new(), String::new());
    event.date = "01/12/2024".to_owned();
    filled.desk.app.record_unit_event(&event).expect("it is abolished");
    let (_, said) = total(&filled, LensChoice::On { day: "31/12/2024".to_owned() });
    assert!(said.contains("không còn đơn vị nhận: xã Thêm 5"), "{said}");
}

#[test]
fn the_annex_of_a_district_has_its_communes_and_their_total() {
    let desk = lower("huyện", "Bắc Hà", "tỉnh Lào Cai", 2024);
    let mut filled = Filled::of(desk, 2024);
    assert_eq!(filled.units.len(), 18, "the communes of Bắc Hà, in the window as well");
    for unit in filled.units.clone() {
        filled.put(&unit, "tin_tong", None, count(10));
    }
    let mut filled = filled.written();
    let (all, _) = total(&filled, LensChoice::AsReported);
    assert_eq!(all[2], "180", "{all:?}");
    assert!(all[1].contains("18/18"), "{all:?}");
    let sheet = filled.desk.app.sheet(&query(2024, "people")).expect("it is drawn");
    assert!(sheet.title.contains("Bắc Hà"), "{}", sheet.title);
    let (today, _) = total(&filled, LensChoice::On { day: "31/12/2025".to_owned() });
    assert_eq!(today[2], "180", "on the communes that hold its ground now: {today:?}");
    filled.desk.typed("figure/tin_tong/amount", "181");
    filled.desk.app.read_units().expect("they are read");
    let findings = filled.desk.app.findings().expect("they are made");
    let found = findings.iter().find(|it| it.code == "K.041").expect("the sum is another one");
    assert!(found.text.contains("180") && found.text.contains("181"), "{}", found.text);
}

#[test]
fn the_annex_of_a_ward_has_its_residential_areas() {
    let mut desk = lower("phường", "Sa Pa", "tỉnh Lào Cai", 2026);
    let day = chrono::NaiveDate::from_ymd_opt(2025, 8, 1).expect("a day");
    let ward = desk.app.search_units("phường Sa Pa", None, None).expect("it is searched");
    let ward =
        ward.iter().find(|hit| hit.key.ends_with(".34")).expect("the ward of today").key.clone();
    for name in ["Tổ dân phố 1", "Tổ dân phố 2"] {
        desk.app.record_unit_event(&created(name, &ward, day)).expect("it is created");
    }
    let mut filled = Filled::of(desk, 2026);
    assert_eq!(filled.units.len(), 2);
    for unit in filled.units.clone() {
        filled.put(&unit, "tin_tong", None, count(4));
    }
    let (all, _) = total(&filled.written(), LensChoice::AsReported);
    assert_eq!(all[2], "8", "{all:?}");
}

fn created(name: &str, parent: &str, day: chrono::NaiveDate) -> bc138_app::view::TypedEvent {
    bc138_app::view::TypedEvent {
        kind: bc138_app::view::EventKind::Create,
        date: day.format("%d/%m/%Y").to_string(),
        basis: "Nghị quyết mẫu".to_owned(),
        units: Vec::new(),
        name: name.to_owned(),
        unit_kind: "khu dân cư".to_owned(),
        parent: parent.to_owned(),
        parts: Vec::new(),
        method: bc138_app::view::ShareChoice::Open,
        keeps: false,
    }
}
