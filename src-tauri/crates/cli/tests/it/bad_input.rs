//! Files that cannot be taken: each ends with 2, says where and what, and changes nothing.

use crate::bc138::{Ended, Office, office, with_sample};
use serde_json::{Value, json};

/// A province with three communes, made by the file itself.
fn units() -> Vec<Value> {
    let unit = |key: &str, level: &str, kind: &str, name: &str| {
        let mut unit = json!({ "key": key, "level": level, "kind": kind, "name": name });
        if key != "U1" {
            unit["parent"] = json!("U1");
        }
        json!({ "date": "01/07/2024", "act": "thành lập", "unit": unit })
    };
    vec![
        unit("U1", "cấp tỉnh", "tỉnh", "Sông Mẫu"),
        unit("U2", "cấp xã", "xã", "Thử Một"),
        unit("U3", "cấp xã", "xã", "Thử Hai"),
        unit("U4", "cấp xã", "xã", "Thử Ba"),
    ]
}

/// A file with the units, further events and other parts.
fn file(events: &[Value], parts: &Value) -> String {
    let mut all = units();
    all.extend_from_slice(events);
    let mut file = json!({ "format": "bc138", "version": 1, "unit_events": all });
    for (key, part) in parts.as_object().expect("parts are an object") {
        file[key] = part.clone();
    }
    file.to_string()
}

/// One number of a unit in a year.
fn entry(unit: &str, year: i32, cell: &Value) -> Value {
    let table = json!({ "window": year, "measures": ["tin_tong"], "rows": [[unit, cell]] });
    json!({ "entries": { "tables": [table] } })
}

fn award(parts: &Value) -> Value {
    let mut award = json!({
        "forms": "Bằng khen", "authorities": "Chủ tịch UBND tỉnh", "decision_date": "10/01/2025",
    });
    for (key, part) in parts.as_object().expect("parts are an object") {
        award[key] = part.clone();
    }
    json!({ "dossiers": [{ "province": "Lạng Sơn", "window": 2025, "awards": [award] }] })
}

/// Everything that the store says: its content's hash and its log.
fn said(office: &Office) -> (String, String) {
    let out = office.path("truoc-sau.json");
    let exported = office.run(&["export", "--out", &out.to_string_lossy()]);
    assert_eq!(exported.code, 0, "{}", exported.stderr);
    (exported.stdout, office.run(&["log", "--json"]).stdout)
}

fn import(office: &Office, name: &str, bytes: &[u8]) -> Ended {
    let path = office.path(name);
    std::fs::write(&path, bytes).expect("the file is written");
    match name.ends_with(".tsv") {
        true => office.run(&["catalogue", &path.to_string_lossy()]),
        false => office.run(&["import", &path.to_string_lossy()]),
    }
}

/// The file is refused with all these words.
fn assert_refused(office: &Office, what: &str, text: &str, words: &[&str]) {
    let before = said(office);
    let ended = import(office, "vao.json", text.as_bytes());
    assert_eq!(ended.code, 2, "{what}: {ended:?}");
    for word in words {
        assert!(ended.stdout.contains(word), "{what}: “{word}” in {}", ended.stdout);
    }
    assert_eq!(said(office), before, "{what}: nothing is changed");
}

#[test]
fn units_that_cannot_have_been_so_are_refused() {
    let office = with_sample("lang-son-2022");
    let merge = |from: &str, into: &str| json!({ "date": "01/01/2025", "act": "nhập", "from": [from], "into": into });
    let circle = file(&[merge("U2", "U3"), merge("U3", "U2")], &json!({}));
    assert_refused(&office, "cyclic succession", &circle, &["đã kết thúc ngày 31/12/2024"]);

    let split = |weights: [&str; 2]| {
        let parts: Vec<Value> = ["U3", "U4"]
            .iter()
            .zip(weights)
            .map(|(unit, weight)| json!({ "unit": unit, "weight": weight }))
            .collect();
        json!({ "date": "01/01/2025", "act": "chia", "unit": "U2", "method": "theo tỷ lệ",
                "parts": parts })
    };
    assert_refused(
        &office,
        "shares",
        &file(&[split(["0,5", "0,3"])], &json!({})),
        &["unit_events"],
    );

    let abolish = json!({ "date": "01/01/2025", "act": "giải thể", "unit": "U2" });
    let after = file(&[abolish], &entry("U2", 2026, &json!(5)));
    assert_refused(&office, "a unit after its end", &after, &["xã Thử Một", "2026"]);
}

#[test]
fn numbers_that_cannot_be_are_refused_with_their_place() {
    let office = with_sample("lang-son-2022");
    for cell in [json!(-5), json!("-5"), json!([1]), json!({ "n": 1 })] {
        let text = file(&[], &entry("U2", 2025, &cell));
        assert_refused(&office, &cell.to_string(), &text, &["Dòng 1", "/entries/tables/0/rows/0"]);
    }
    for count in [json!(-3), json!(2.5), json!("nhiều lắm vậy đó"), json!([2])] {
        let text =
            file(&[], &award(&json!({ "shares": [{ "kinds": ["collective"], "count": count }] })));
        let what = format!("{count} recipients");
        assert_refused(&office, &what, &text, &["Dòng 1", "/dossiers/0/awards/0/shares/0/count"]);
    }
}

#[test]
fn a_revocation_before_the_decision_is_refused() {
    let office = with_sample("lang-son-2022");
    let revocation = json!({ "date": "09/01/2025", "reason": "sai đối tượng" });
    let text = file(&[], &award(&json!({ "revocation": revocation })));
    assert_refused(&office, "the award", &text, &["09/01/2025", "10/01/2025"]);
    let line = json!({ "kind": "person", "name": "Nguyễn Văn Mẫu", "revocation": revocation });
    let text = file(&[], &award(&json!({ "lines": [line] })));
    assert_refused(&office, "one line of it", &text, &["Nguyễn Văn Mẫu", "09/01/2025"]);
}

#[test]
fn definitions_that_do_not_go_together_are_refused() {
    let office = with_sample("lang-son-2022");
    let version = |from: &str, to: &str| {
        json!({ "code": "own_1", "name": "Chốt", "unit": "chốt", "kind": "flow", "group": "models",
                "valid_from": from, "valid_to": to })
    };
    let versions = [version("2020-01-01", "2023-12-31"), version("2023-01-01", "2025-12-31")];
    let text = file(&[], &json!({ "indicators": versions }));
    assert_refused(&office, "overlapping validity", &text, &["own_1"]);

    let pack = office.path("danh-muc.tsv");
    let out = office.run(&["catalogue", "--out", &pack.to_string_lossy()]);
    assert_eq!(out.code, 0, "{}", out.stderr);
    let before = said(&office);
    let text = std::fs::read_to_string(&pack).expect("it is there");
    let line = text.lines().find(|line| line.starts_with("at_kdc\t")).expect("an indicator");
    let twice = text.replace(line, &format!("{line}\n{line}"));
    let ended = import(&office, "hai-lan.tsv", twice.as_bytes());
    assert_eq!(ended.code, 2, "{ended:?}");
    assert!(ended.stdout.contains("Dòng ") && ended.stdout.contains("at_kdc"), "{}", ended.stdout);
    assert_eq!(said(&office), before, "nothing is changed");
}

#[test]
fn files_that_are_too_much_end_soon_and_make_no_store() {
    let office = office();
    let size = 50 << 20;
    let junk = format!(r#"{{"format":"bc138","version":1,"jnuk":"{}"}}"#, "x".repeat(size));
    let numbers = "1,".repeat(1 << 17);
    let numbers = format!(r#"{{"format":"bc138","version":1,"dossiers":[{numbers}1]}}"#);
    let deep = format!(r#"{{"format":"bc138","version":1,"dossiers":{}"#, "[".repeat(1 << 20));
    let cut =
        format!(r#"{{"format":"bc138","version":1,"dossiers":[{{"province":"{}"#, "x".repeat(99));
    for (what, text, word) in [
        ("an unknown key of 50 MB", junk, "jnuk"),
        ("many wrong values", numbers, "/dossiers/0"),
        ("a million brackets", deep, "64 lớp"),
        ("a file that is cut", cut, "Dòng 1"),
    ] {
        let ended = import(&office, "vao.json", text.as_bytes());
        assert_eq!(ended.code, 2, "{what}: {:.600}", ended.stdout);
        assert!(ended.stdout.contains(word), "{what}: “{word}” in {:.600}", ended.stdout);
        assert!(ended.stdout.len() < 40_000, "{what}: the answer can be read");
    }
    assert!(!office.db.exists(), "nothing was taken, so there is no store");
}
