//! The book of checks as it is shipped, and what is refused when a check file is wrong.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may stop")]

mod assets;

use assets::{TEXTS, book, catalogue};
use bc138_checks::{Book, BookError, Context, Found, Place, Severity};
use bc138_domain::{DossierPart, Reason};
use std::collections::BTreeSet;
use std::path::Path;

#[test]
fn every_example_does_what_its_check_says() {
    let failures = book().failing_examples(catalogue());
    let told: Vec<String> = failures.iter().map(ToString::to_string).collect();
    assert!(told.is_empty(), "{}", told.join("\n"));
}

#[test]
fn every_check_file_is_shipped() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../assets/checks");
    let files = std::fs::read_dir(folder).expect("the folder is there");
    let files: BTreeSet<String> =
        files.map(|file| file.unwrap().file_name().into_string().unwrap()).collect();
    let shipped: BTreeSet<String> = TEXTS.iter().map(|(name, _)| (*name).to_owned()).collect();
    assert_eq!(files, shipped);
}

#[test]
fn the_numbers_have_no_gap() {
    let codes: Vec<String> = book().checks().iter().map(|check| check.code.to_string()).collect();
    let expected: Vec<String> = (1..=codes.len()).map(|n| format!("K.{n:03}")).collect();
    assert_eq!(codes, expected);
}

#[test]
fn checks_speak_politely_and_in_whole_sentences() {
    for check in book().checks() {
        let variants = check.variants.values();
        let special = variants.flat_map(|it| [&it.title, &it.text, &it.todo]).flatten();
        let sentences = [&check.text, &check.todo, &check.why];
        for text in sentences.into_iter().chain(special.clone()) {
            let is_title = text == &check.title || special.clone().any(|it| it == text);
            assert!(text.ends_with('.') || is_title, "{}: {text}", check.code);
        }
        for text in sentences.into_iter().chain(special).chain([&check.title]) {
            for rude in ["!", "Lỗi", "không hợp lệ", "Import", "bạn"] {
                assert!(!text.contains(rude), "{}: {text}", check.code);
            }
        }
        assert!(!check.title.ends_with('.'), "a title is no sentence: {}", check.title);
        assert!(check.severity != Severity::Note || check.reasons.is_empty(), "{}", check.code);
    }
}

const GOOD: &str = r#"
[[check]]
code = "K.900"
severity = "error"
title = "Số âm"
text = "{place}: {value} nhỏ hơn 0."
todo = "Nhập lại số."
why = "Số đếm không nhỏ hơn 0."
rule = { evaluator = "not_negative" }
passes = [{ about = "dương", dossier = { cells = { tin_tong = "3" } } }]
fails = [{ about = "âm", table = "| 2022\na tin_tong | -3", at = "cell/a/tin_tong/@2022" }]
"#;

fn refused(text: &str) -> BookError {
    Book::read(&[("own.toml", text)]).expect_err("it is refused")
}

#[test]
fn a_file_of_the_users_own_is_read_and_its_examples_are_run() {
    let own = Book::read(&[("own.toml", GOOD)]).expect("it can be read");
    assert_eq!(own.failing_examples(catalogue()), []);
    let wrong = GOOD.replace("/@2022\"", "/@2023\"");
    let wrong = Book::read(&[("own.toml", &wrong)]).expect("it can be read");
    let failures = wrong.failing_examples(catalogue());
    assert_eq!(failures.len(), 1, "the finding is in 2022: {failures:?}");
}

#[test]
fn a_wrong_file_is_refused_with_its_place() {
    let file = "own.toml".to_owned();
    let code = "K.900".to_owned();
    let syntax = refused(&GOOD.replace("severity = \"error\"", "severity = \"grave\""));
    assert!(matches!(syntax, BookError::Syntax { line: 4, .. }), "{syntax}");
    let syntax = refused(&GOOD.replace("K.900", "900"));
    assert!(matches!(syntax, BookError::Syntax { line: 3, .. }), "{syntax}");
    assert_eq!(
        refused(&format!("{GOOD}{GOOD}")),
        BookError::DuplicateCode { file: file.clone(), code: code.clone() }
    );
    let name = "not_negativ".to_owned();
    assert_eq!(
        refused(&GOOD.replace("not_negative", &name)),
        BookError::UnknownEvaluator { file: file.clone(), code: code.clone(), name }
    );
    let passes = GOOD.lines().find(|line| line.starts_with("passes")).unwrap();
    assert_eq!(
        refused(&GOOD.replace(passes, "")),
        BookError::NoExample { file: file.clone(), code: code.clone(), missing: "passing" }
    );
    let fails = GOOD.lines().find(|line| line.starts_with("fails")).unwrap();
    assert_eq!(
        refused(&GOOD.replace(fails, "")),
        BookError::NoExample { file: file.clone(), code: code.clone(), missing: "failing" }
    );
    assert_eq!(
        refused(&GOOD.replace("{value}", "{reached}")),
        BookError::UnknownName { file, code, name: "reached".to_owned() }
    );
    let unknown = refused(&GOOD.replace("\"not_negative\" }", "\"not_negative\", limit = 3 }"));
    assert!(matches!(unknown, BookError::Parameters { .. }), "{unknown}");
}

fn dossier() -> DossierPart {
    let json = serde_json::json!({
        "dossier": {
            "id": 1, "province": "Mẫu", "province_type": "tỉnh", "kind": "annual",
            "window": { "from": "2021-11-16", "to": "2022-11-15", "label": "năm 2022" },
            "event": { "date": "2023-02-08" },
        },
        "figures": [{
            "id": 1, "dossier": 1, "indicator": "at_kdc", "scope": { "type": "province" },
            "window": { "from": "2021-11-16", "to": "2022-11-15", "label": "năm 2022" },
            "nature": "stock",
            "amount": { "type": "ratio", "reached": 1_700_000, "total": 1_727_000 },
        }, {
            "id": 2, "dossier": 1, "indicator": "dk_kdc", "scope": { "type": "province" },
            "window": { "from": "2021-11-16", "to": "2022-11-15", "label": "năm 2022" },
            "nature": "stock",
            "amount": { "type": "ratio", "reached": 1_690_000, "total": 1_727_000 },
        }],
    });
    serde_json::from_value(json).expect("a dossier")
}

fn label(place: &Place) -> String {
    match place {
        Place::Figure { indicator, .. } if indicator == "at_kdc" => "khu dân cư".to_owned(),
        other => format!("{other:?}"),
    }
}

#[test]
fn a_finding_is_worded_with_its_place_and_values() {
    let found = book().check_dossier(&dossier(), &Context::new(catalogue()));
    let ids: Vec<&str> = found.iter().map(|found| found.id.as_str()).collect();
    assert_eq!(ids, ["K.016/figure/at_kdc/dk_kdc", "K.012/dossier/organiser"], "gravest first");
    let words = book().words(&found[0], &label);
    assert_eq!(words.text, "Khu dân cư: đạt 1.700, nhiều hơn số đăng ký (1.690).");
    assert!(words.legal.is_some_and(|legal| legal.contains("124/2021")));
    assert!(!words.reasons.is_empty(), "a warning offers reasons");
}

#[test]
fn a_reason_is_offered_as_a_cause() {
    let found = book().check_dossier(&dossier(), &Context::new(catalogue()));
    let reason = |finding: &Found, text: &str| Reason {
        id: 1,
        dossier: 1,
        finding: finding.id.clone(),
        text: text.to_owned(),
    };
    let given = [reason(&found[0], "Có khu dân cư đăng ký bổ sung.")];
    let phrases = book().cause_phrases(&found, &given, &label);
    assert_eq!(phrases.len(), 1, "only what has a reason has a cause");
    assert_eq!(phrases[0].finding, found[0].id);
    let expected = "khu dân cư đạt nhiều hơn số đăng ký do có khu dân cư đăng ký bổ sung";
    assert_eq!(phrases[0].text, expected);
}
