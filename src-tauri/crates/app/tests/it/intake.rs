//! What a file of the open format may not bring: each refusal with its place, the dry run and the
//! real one agree, and nothing changes.

use crate::desk::{Desk, desk, sample};
use bc138_app::view::ImportView;
use bc138_domain::{Indicator, Kind};

/// Tries a text, then takes it in: both say the same.
fn take(desk: &mut Desk, text: &str) -> ImportView {
    let path = desk.path_of("vao.json");
    std::fs::write(&path, text).expect("the file is written");
    let tried = desk.app.import(&path, true).expect("the file can be read");
    let taken = desk.app.import(&path, false).expect("the file can be read");
    assert_eq!((tried.taken, &tried.problems), (taken.taken, &taken.problems), "{text}");
    taken
}

fn file(lists: &str) -> String {
    format!("{{\"format\": \"bc138\", \"version\": 1,\n{lists}}}")
}

/// The only problem of a file of which nothing is taken.
fn refused(desk: &mut Desk, lists: &str) -> String {
    let before = desk.app.content_digest().expect("the content is hashed");
    let view = take(desk, &file(lists));
    assert!(!view.taken, "{lists}: {}", view.summary);
    assert_eq!(desk.app.content_digest().expect("the content is hashed"), before, "{lists}");
    let [problem] = &view.problems[..] else { panic!("{lists}: {:#?}", view.problems) };
    problem.clone()
}

/// A file with one wrong place: its pointer, and words that the message must say.
fn assert_told(lists: &str, pointer: &str, words: &[&str]) {
    let problem = refused(&mut desk(), lists);
    assert!(problem.starts_with("Dòng 2, cột "), "{lists}: {problem}");
    assert!(problem.contains(&format!("({pointer}): ")), "{lists}: {problem}");
    for word in words {
        assert!(problem.contains(word), "“{word}”: {problem}");
    }
}

#[test]
fn an_own_indicator_may_not_redefine_a_code_or_be_a_part_of_itself() {
    assert_told(
        r#""indicators": [{"code": "tin_tong", "name": "Khác hẳn"}]"#,
        "/indicators/0",
        &["tin_tong", "Khác hẳn", "loại số khác"],
    );
    let circle = file(
        r#""indicators": [{"code": "a1", "name": "Một", "parent": "a2"},
  {"code": "a2", "name": "Hai", "parent": "a1"}]"#,
    );
    let view = take(&mut desk(), &circle);
    assert_eq!(view.problems.len(), 2, "{:#?}", view.problems);
    for (line, at) in [(2, 0), (3, 1)] {
        let (problem, pointer) = (&view.problems[at], format!("/indicators/{at}/parent"));
        assert!(problem.starts_with(&format!("Dòng {line}, cột ")), "{problem}");
        assert!(problem.contains(&pointer) && problem.contains("chính nó"), "{problem}");
    }
    assert_told(
        r#""indicators": [{"code": "a1", "name": "Một", "parent": "khong_co"}]"#,
        "/indicators/0/parent",
        &["khong_co"],
    );
    assert_told(
        r#""groups": [{"code": "models", "title": "Khác"}]"#,
        "/groups/0/code",
        &["models"],
    );
}

#[test]
fn a_file_that_was_spoilt_by_an_older_program_opens_and_says_so() {
    let desk = sample("lang-son-2022");
    let printed = desk.printed();
    let path = desk.app.path().to_path_buf();
    let part = |id: i32, parent: &str| Indicator {
        id,
        parent: Some(parent.to_owned()),
        ..Indicator::own(id, "models", &format!("Mục {id}"))
    };
    let again = Indicator { code: "tin_tong".to_owned(), ..Indicator::own(901, "", "Khác hẳn") };
    let mut change = bc138_store::Change::new("sửa ngoài chương trình".to_owned(), None);
    for spoilt in [part(902, "own_903"), part(903, "own_902"), Indicator { id: 901, ..again }] {
        change = change.put(spoilt);
    }
    let mut store = bc138_store::Store::open(&path).expect("the store opens");
    store.apply(&change, "2026-01-05T08:30:00", "người thử").expect("it is written");
    drop(store);
    let mut desk = desk.reopen();
    assert_eq!(desk.printed(), printed, "what is sound prints as before");
    let findings = desk.app.findings().expect("the checks run");
    let told: Vec<&str> =
        findings.iter().filter(|it| it.code == "D.01").map(|it| it.text.as_str()).collect();
    assert_eq!(told.len(), 3, "{findings:#?}");
    assert!(told.iter().any(|text| text.contains("Khác hẳn") && text.contains("tin_tong")));
    desk.app.remove_own(Kind::Indicator, 902).expect("one of a circle can be removed");
}

#[test]
fn events_of_units_are_refused_with_their_place_and_the_units_by_name() {
    let event = |parts: &str| format!(r#""unit_events": [{{"date": "01/08/2025", {parts}}}]"#);
    let create = |key: &str, name: &str| {
        event(&format!(
            r#""act": "thành lập", "unit": {{"key": "{key}", "level": "cấp xã", "kind": "xã",
               "name": "{name}", "parent": "T20.34"}}"#
        ))
        .replace(['\n'], " ")
    };
    assert_told(
        &create("P1", "Mẫu"),
        "/unit_events/0/unit/key",
        &["P1", "thành lập xã Mẫu", "01/08/2025"],
    );
    assert_told(
        &event(r#""act": "giải thể", "unit": "T20.34""#),
        "/unit_events/0/unit",
        &["tỉnh Lạng Sơn còn 65 đơn vị"],
    );
    let twins = r#"{"date": "01/08/2025", "act": "thành lập", "unit": {"key": "U2", "level": "cấp xã", "kind": "xã", "name": "Mẫu", "parent": "T20.34"}}"#;
    let both = create("U1", "Mẫu").replace("]", &format!(", {twins}]"));
    let view = take(&mut desk(), &file(&both));
    assert!(view.problems.iter().any(|it| it.contains("/unit_events/1/unit/name")), "{view:?}");
    assert!(view.problems.iter().all(|it| it.contains("trùng loại và tên với xã Mẫu")), "{view:?}");
    let same_key = create("U1", "Mẫu").replace("]", &format!(", {}]", twins.replace("U2", "U1")));
    let view = take(&mut desk(), &file(&same_key));
    assert!(view.problems[0].contains("/unit_events/1/unit/key"), "{view:?}");
    assert!(view.problems[0].contains("“U1” đã là của đơn vị khác"), "{view:?}");
}

#[test]
fn an_event_names_its_units_as_they_are_called_around_its_day() {
    // Both names were also those of communes that ended on 30/06/2025.
    let events = r#""unit_events": [
        {"date": "01/08/2026", "act": "nhập", "from": ["xã Thiện Thuật"], "into": "xã Nhất Hòa"},
        {"date": "01/09/2026", "act": "đổi tên", "unit": "xã Nhất Hòa", "name": "Mẫu Hòa"},
        {"date": "01/10/2026", "act": "đổi loại", "unit": "xã Mẫu Hòa", "kind": "phường"},
        {"date": "01/11/2026", "act": "đổi tên", "unit": "Nhất Hòa", "name": "Mẫu Hai"}
    ]"#;
    let mut desk = desk();
    let view = take(&mut desk, &file(events));
    assert!(view.taken, "{view:?}");
    let label = |desk: &mut crate::desk::Desk, day: &str| {
        let hits = desk.app.search_units("Nhất Hòa", None, Some(day)).expect("units are found");
        (hits[0].key.clone(), hits[0].label.clone())
    };
    let merged = "X06376.34".to_owned();
    assert_eq!(label(&mut desk, "02/09/2026"), (merged.clone(), "xã Mẫu Hòa".to_owned()));
    assert_eq!(label(&mut desk, "02/11/2026"), (merged, "phường Mẫu Hai".to_owned()));
    let before = label(&mut desk, "30/06/2025");
    assert_eq!(before, ("X06376.63".to_owned(), "xã Nhất Hòa".to_owned()));
}

#[test]
fn what_a_unit_belongs_to_tells_units_of_one_name_apart() {
    let rename = |unit: &str| {
        let unit = format!(r#""unit": "{unit}", "name": "Mẫu""#);
        file(&format!(r#""unit_events": [{{"date": "01/08/2026", "act": "đổi tên", {unit}}}]"#))
    };
    let view = take(&mut desk(), &rename("xã Tân Thành"));
    assert!(view.problems[0].contains("/unit_events/0/unit"), "{view:?}");
    assert!(view.problems[0].contains("tỉnh Lạng Sơn"), "candidates are named: {view:?}");
    assert!(take(&mut desk(), &rename("xã Tân Thành, tỉnh Lạng Sơn")).taken);
    assert!(!take(&mut desk(), &rename("xã Tân Thành, tỉnh Thái Bình")).taken, "it is not there");
}

#[test]
fn a_named_set_has_members_that_exist() {
    assert_told(
        r#""unit_sets": [{"name": "nhóm", "members": ["U77"]}]"#,
        "/unit_sets/0/members/0",
        &["U77"],
    );
}

#[test]
fn settings_take_what_their_screen_takes() {
    let setting =
        |key: &str, value: &str| format!(r#""settings": [{{"key": "{key}", "value": "{value}"}}]"#);
    for (key, value, pointer, word) in [
        ("report.percent_places", "9", "value", "0, 1, 2"),
        ("report.sizes", "20/20", "value", "13/14/14"),
        ("report.khong_co", "1", "key", "report.khong_co"),
        ("calendar.kdc", "x", "value", "16/11-15/11"),
        ("award.base_salary", "nhiều", "value", "Mức lương cơ sở"),
        ("award.coefficient.khong_co", "1", "key", "award.coefficient.khong_co"),
    ] {
        assert_told(&setting(key, value), &format!("/settings/0/{pointer}"), &[word]);
    }
    let view = take(&mut desk(), &file(&setting("report.percent_places", "2")));
    assert!(view.taken && view.summary == "1 thiết lập", "{view:?}");
}

#[test]
fn templates_are_read_before_they_are_taken_and_counted() {
    let template = |name: &str, text: &str| {
        format!(r#""templates": [{{"name": "{name}", "text": "{text}"}}]"#)
    };
    assert_told(&template("khong.j2", "Chữ"), "/templates/0/name", &["khong.j2", ".j2"]);
    let name = "lead.j2";
    assert_told(&template(name, "Một\\n{% if"), "/templates/0/text", &["đoạn mở đầu", "dòng 2"]);
    let view = take(
        &mut desk(),
        &file(&format!(
            r#"{}, "unit_sets": [{{"name": "điểm", "members": ["T20.34"]}}]"#,
            template(name, "Một câu.")
        )),
    );
    assert!(view.taken, "{view:?}");
    assert_eq!(view.summary, "1 nhóm đơn vị, 1 mẫu câu");
}

#[test]
fn what_the_store_refuses_is_refused_by_the_dry_run() {
    assert_told(r#""dossiers": [{"province": " ", "window": 2025}]"#, "/dossiers/0/province", &[]);
    assert_told(
        r#""dossiers": [{"province": "Mẫu", "window": 2025, "reasons": [{"finding": "K.001", "text": ""}]}]"#,
        "/dossiers/0/reasons/0/text",
        &[],
    );
}

#[test]
fn messages_name_what_may_be_meant() {
    let dossier =
        |parts: &str| format!(r#""dossiers": [{{"province": "Mẫu", "window": 2025, {parts}}}]"#);
    let problem = refused(&mut desk(), &dossier(r#""event": {"session": "tối"}"#));
    assert!(problem.contains("sáng, chiều, cả ngày"), "{problem}");
    let rows = r#""entries": {"tables": [{"window": 2025, "measures": ["tin_tong"],
      "rows": [["xã Tân Thành", 1]]}]}"#;
    let problem = refused(&mut desk(), rows);
    assert!(problem.contains("xã Tân Thành, tỉnh Lạng Sơn (X06445.34)"), "{problem}");
    assert!(!problem.contains("Tân Thanh,"), "the marks were written: {problem}");
    let rows = r#""entries": {"tables": [{"window": 2025, "measures": ["tin_tong"],
      "rows": [["xã Hữu Lũng", 1], ["xã Hữu Lũng", 2]]}]}"#;
    let problem = refused(&mut desk(), rows);
    assert!(problem.contains("/entries/tables/0/rows/1"), "{problem}");
    for word in ["xã Hữu Lũng", "tin_tong", "năm 2025", "hai lần"] {
        assert!(problem.contains(word), "“{word}”: {problem}");
    }
    let parts = dossier(
        r#""figures": [{"indicator": "clb", "amount": 1}, {"indicator": "clb", "amount": 2},
        {"indicator": "mh_loai", "amount": 1, "part_of": "clb"}]"#,
    );
    let problem = refused(&mut desk(), &parts);
    assert!(problem.contains("ref"), "{problem}");
    for junk in ["<!doctype html><html></html>", "xin chào"] {
        let view = take(&mut desk(), junk);
        assert!(view.problems[0].contains("không phải tệp JSON của chương trình"), "{view:?}");
    }
}

#[test]
fn numbers_that_only_one_unit_has_wrong_are_among_the_findings_of_the_dossier() {
    let mut desk = desk();
    let text = file(
        r#""dossiers": [{"province": "tỉnh Lạng Sơn", "window": 2025,
  "figures": [{"indicator": "tin_tong", "amount": "5 kg"}, {"indicator": "at_xa", "amount": "0/0"}]}],
  "entries": {"tables": [{"window": 2025, "measures": ["at_kdc"],
    "rows": [["xã Đình Lập", "9/8"], ["xã Hữu Lũng", "7/8"]]}]}"#,
    );
    let view = take(&mut desk, &text);
    assert!(view.taken, "{view:?}");
    desk.app.read_units().expect("the table is read");
    let findings = desk.app.findings().expect("the checks run");
    let of = |code: &str| -> Vec<&str> {
        findings.iter().filter(|it| it.code == code).map(|it| it.text.as_str()).collect()
    };
    let [reached] = of("K.001")[..] else { panic!("{findings:#?}") };
    for word in ["Xã Đình Lập", "9", "8", "năm 2025"] {
        assert!(reached.contains(word), "“{word}”: {reached}");
    }
    assert!(of("K.059")[0].contains("kg"), "{findings:#?}");
    assert_eq!(of("K.060").len(), 1, "{findings:#?}");
}
