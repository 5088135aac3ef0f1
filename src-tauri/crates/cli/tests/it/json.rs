//! The output for programs.

use crate::bc138::{SAMPLES, with_sample};
use serde_json::Value;

fn parsed(text: &str) -> Value {
    serde_json::from_str(text).expect("the output is JSON and nothing else")
}

#[test]
fn findings_are_json_with_a_format_and_a_version() {
    for name in SAMPLES {
        let ended = with_sample(name).run(&["check", "--json"]);
        let json = parsed(&ended.stdout);
        assert_eq!(json["format"], "bc138-findings");
        assert_eq!(json["version"], 1);
        let findings = json["findings"].as_array().expect("a list, empty or not");
        let counting = findings.iter().any(|finding| finding["severity"] != "note");
        assert_eq!(ended.code, i32::from(counting), "{name}: the code says the same as the list");
    }
}

#[test]
fn a_finding_has_every_field_that_is_documented() {
    let ended = with_sample("hai-duong-2016").run(&["check", "--json"]);
    let json = parsed(&ended.stdout);
    let finding = json["findings"][0].as_object().expect("an object");
    let mut fields: Vec<&str> = finding.keys().map(String::as_str).collect();
    fields.sort_unstable();
    let documented = ["code", "id", "key", "reason", "severity", "step", "text", "title", "todo"];
    assert_eq!(fields, documented, "a change here is a new version of the format");
    assert_eq!(finding["code"], "K.003");
    assert_eq!(finding["id"], "K.003/award/1");
}

#[test]
fn a_dossier_is_json_with_a_format_and_a_version() {
    for name in SAMPLES {
        let ended = with_sample(name).run(&["show", "--json"]);
        assert_eq!((ended.code, ended.stderr.as_str()), (0, ""));
        let json = parsed(&ended.stdout);
        assert_eq!(json["format"], "bc138-dossier");
        assert_eq!(json["version"], 1);
        for list in
            ["agenda", "participants", "passages", "figures", "awards", "targets", "captions"]
        {
            assert!(json[list].is_array(), "{name}: {list} is a list, empty or not");
        }
    }
}

#[test]
fn numbers_are_told_in_thousandths_and_enumerations_in_words() {
    let ended = with_sample("lang-son-2022").run(&["show", "--json"]);
    let json = parsed(&ended.stdout);
    let figures = json["figures"].as_array().expect("a list");
    let found = figures.iter().find(|f| f["indicator"] == "at_kdc").expect("it is there");
    assert_eq!(found["amount"]["type"], "ratio");
    assert_eq!(found["amount"]["reached"], 1_686_000, "exact, without a binary fraction");
    assert_eq!(found["amount"]["total"], 1_727_000);
    assert_eq!(found["state"], "value");
    assert_eq!(json["dossier"]["event"]["date"], "2023-02-08");
}

#[test]
fn the_same_store_gives_the_same_json() {
    let office = with_sample("tuyen-quang-2023");
    for args in [["show", "--json"], ["check", "--json"]] {
        assert_eq!(office.run(&args).stdout, office.run(&args).stdout, "{args:?}");
    }
    let elsewhere = with_sample("tuyen-quang-2023");
    let show = ["show", "--json"];
    assert_eq!(office.run(&show).stdout, elsewhere.run(&show).stdout, "in another store as well");
}

#[test]
fn without_json_people_can_read_it() {
    let shown = with_sample("lang-son-2022").run(&["show"]).stdout;
    assert!(shown.starts_with("Lạng Sơn · Tổng kết 2022"), "{shown}");
    assert!(shown.contains("1.686/1.727"), "{shown}");
    let checked = with_sample("hai-duong-2016").run(&["check"]).stdout;
    assert!(checked.contains("K.003 CẢNH BÁO") && checked.contains("Lý do:"), "{checked}");
}
