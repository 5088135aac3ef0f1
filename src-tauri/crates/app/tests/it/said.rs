//! What the words around a figure must not change: its kinds, its window, who did what.

use crate::desk::{Desk, desk, sample};
use bc138_app::{DocumentFormat, DocumentStyle, Request};

fn taken(dossier: &str) -> Desk {
    let mut desk = desk();
    take(&mut desk, dossier);
    desk
}

fn take(desk: &mut Desk, dossier: &str) {
    let file = desk.path_of("bao-cao.json");
    let text = format!(r#"{{"format": "bc138", "version": 1, "dossiers": [{dossier}]}}"#);
    std::fs::write(&file, text).expect("it is written");
    let view = desk.app.import(&file, false).expect("the file can be read");
    assert!(view.taken, "{:?}", view.problems);
}

fn text(desk: &Desk, style: DocumentStyle) -> String {
    let rendered = desk.app.render(&Request::of(style), DocumentFormat::Text);
    let text = String::from_utf8(rendered.expect("it is written").bytes).expect("UTF-8");
    text.replace('\u{a0}', " ").split_whitespace().collect::<Vec<_>>().join(" ")
}

fn assert_says(desk: &Desk, style: DocumentStyle, wanted: &str) {
    let text = text(desk, style);
    assert!(text.contains(wanted), "“{wanted}” is not in: {text}");
}

#[test]
fn a_noun_that_names_more_kinds_than_were_counted_says_which() {
    let desk = taken(
        r#"{"province": "tỉnh Sông Mẫu", "window": 2023, "figures": [
          {"indicator": "at_cap_xa", "amount": "13/15", "kinds": "xã; thị trấn"},
          {"indicator": "vk_luu_dan_bom", "amount": "12", "kinds": "lựu đạn"},
          {"indicator": "vk_luu_dan_bom", "amount": "3", "kinds": "bom; mìn"}]}"#,
    );
    assert_says(&desk, DocumentStyle::Briefing, "13/15 xã, phường, thị trấn (xã, thị trấn)");
    assert_says(&desk, DocumentStyle::Briefing, "12 lựu đạn, bom, mìn, đầu nổ (lựu đạn)");
    assert_says(&desk, DocumentStyle::Briefing, "3 lựu đạn, bom, mìn, đầu nổ (bom, mìn)");
}

#[test]
fn the_dead_of_accidents_are_people() {
    let desk = taken(
        r#"{"province": "tỉnh Sông Mẫu", "window": 2023, "figures": [
          {"indicator": "tngt", "amount": "17", "kinds": "vụ tai nạn giao thông"},
          {"indicator": "tngt", "amount": "11", "kinds": "người chết vì tai nạn giao thông"}]}"#,
    );
    assert_says(&desk, DocumentStyle::Briefing, "17 vụ tai nạn giao thông");
    assert_says(&desk, DocumentStyle::Briefing, "11 người chết vì tai nạn giao thông");
}

#[test]
fn the_conference_carries_out_what_others_have_issued() {
    let desk = taken(
        r#"{"province": "tỉnh Sông Mẫu", "window": 2023, "bases": [
          {"name": "Quyết định 2447", "issuer": "Thủ tướng Chính phủ",
           "role": "triển khai"}]}"#,
    );
    assert_says(
        &desk,
        DocumentStyle::Briefing,
        "đã triển khai Quyết định 2447 của Thủ tướng Chính phủ",
    );
}

#[test]
fn half_a_year_is_reviewed_and_what_comes_next_is_not_the_next_year() {
    let desk = taken(
        r#"{"province": "tỉnh Sông Mẫu",
          "window": {"label": "6 tháng đầu năm 2024", "from": "2023-11-16", "to": "2024-05-15"},
          "figures": [{"indicator": "tin_tong", "amount": "512"}]}"#,
    );
    assert_says(&desk, DocumentStyle::LeaderSheet, "Sơ kết 6 tháng đầu năm 2024");
    let report = text(&desk, DocumentStyle::OfficialReport);
    assert!(!report.contains("năm 2025"), "{report}");
}

#[test]
fn a_form_that_names_its_giver_names_it_once() {
    let desk = taken(
        r#"{"province": "tỉnh Sông Mẫu", "window": 2023, "awards": [
          {"form": "co_thi_dua", "form_printed": "Cờ thi đua của Chính phủ",
           "authorities": "Thủ tướng Chính phủ", "collectives": 1, "phrasing": "được tặng"},
          {"form": "bang_khen_thu_tuong", "authorities": "Thủ tướng Chính phủ",
           "persons": 2, "phrasing": "được tặng"}]}"#,
    );
    for style in [DocumentStyle::Briefing, DocumentStyle::SpeechFigures, DocumentStyle::Annex] {
        let text = text(&desk, style).to_lowercase();
        assert!(text.contains("cờ thi đua của chính phủ"), "{text}");
        assert!(text.contains("bằng khen của thủ tướng chính phủ"), "{text}");
        for twice in ["chính phủ của thủ tướng", "chính phủ của chính phủ"] {
            assert!(!text.contains(twice), "“{twice}”: {text}");
        }
    }
}

#[test]
fn the_only_dossier_of_a_file_is_open_afterwards() {
    let mut desk = sample("lang-son-2022");
    take(&mut desk, r#"{"province": "tỉnh Sông Mẫu", "window": 2023}"#);
    assert_eq!(desk.app.part().expect("one is open").dossier.province, "Sông Mẫu");
}

#[test]
fn the_city_named_after_a_person_dates_its_reports_in_full() {
    let desk = taken(r#"{"province": "thành phố Hồ Chí Minh", "window": 2023}"#);
    assert_says(&desk, DocumentStyle::OfficialReport, "Thành phố Hồ Chí Minh, ngày");
}
