//! The open format through the use cases: out and in again, over an empty store and over a full
//! one, and files that are not taken.

use crate::desk::{Desk, SAMPLES, desk, sample};
use bc138_app::view::ImportView;

/// Writes everything into a file of the desk's folder: its hash and its bytes.
fn exported(desk: &Desk, name: &str) -> (String, Vec<u8>) {
    let path = desk.path_of(name);
    let digest = desk.app.export(&path).expect("everything is written");
    (digest, std::fs::read(&path).expect("the file is there"))
}

/// Takes a text in as a file.
fn take(desk: &mut Desk, text: &str) -> ImportView {
    let path = desk.path_of("vao.json");
    std::fs::write(&path, text).expect("the file is written");
    desk.app.import(&path, false).expect("the file can be read")
}

fn digest(desk: &Desk) -> String {
    desk.app.content_digest().expect("the content is hashed")
}

#[test]
fn every_sample_comes_back_identical_from_its_file() {
    for name in SAMPLES {
        let first = sample(name);
        let (hash, bytes) = exported(&first, "a.json");
        let mut second = desk();
        let view = second.app.import(&first.path_of("a.json"), false).expect("it is read");
        assert!(view.taken, "{name}: {:?}", view.problems);
        let (again, same) = exported(&second, "b.json");
        assert_eq!(again, hash, "{name} has the same content hash in a new store");
        assert!(same == bytes, "{name}: the files are equal byte for byte");
        assert!(second.pdf() == first.pdf(), "{name} prints the same pages");
        assert!(second.app.verify().expect("it is verified").whole);
    }
}

#[test]
fn a_file_taken_in_twice_changes_nothing_the_second_time() {
    let mut desk = sample("lang-son-2022");
    let (hash, _) = exported(&desk, "a.json");
    let view = desk.app.import(&desk.path_of("a.json"), false).expect("it is read");
    assert!(view.taken);
    assert_eq!(digest(&desk), hash);
}

#[test]
fn two_stores_are_brought_together_and_references_follow() {
    let first = sample("tuyen-quang-2023");
    exported(&first, "a.json");
    let mut second = sample("lang-son-2022");
    second.app.import(&first.path_of("a.json"), false).expect("it is read");
    let dossiers = second.app.dossiers().expect("they are read");
    assert_eq!(dossiers.len(), 2);
    second.app.open_dossier(dossiers[1].id).expect("it opens");
    assert_eq!(second.printed(), first.printed(), "subsets and speakers follow their new ids");
    second.app.undo().expect("undo works");
    assert_eq!(second.app.dossiers().expect("they are read").len(), 1, "it was one action");
}

#[test]
fn trying_changes_nothing() {
    let first = sample("lao-cai-2017");
    exported(&first, "a.json");
    let mut second = desk();
    let before = digest(&second);
    let view = second.app.import(&first.path_of("a.json"), true).expect("it is read");
    assert!(view.taken && view.dry && view.summary.contains("1 hồ sơ"), "{}", view.summary);
    assert_eq!(digest(&second), before);
    assert!(second.app.dossiers().expect("they are read").is_empty());
}

/// Files that are wrong in one place, and a word that the message must say.
const WRONG: [(&str, &str); 12] = [
    ("", "cắt"),
    ("{\"format\": \"bc138\", \"version\": 1, \"dossiers\": [", "cắt"),
    ("{\"format\": \"khác\", \"version\": 1}", "không phải tệp số liệu"),
    ("{\"format\": \"bc138\", \"version\": 99}", "bản 99"),
    (
        "{\"format\":\"bc138\",\"version\":1,\"dossiers\":[{\"province\":5,\"window\":2025}]}",
        "/dossiers/0/province",
    ),
    (
        "{\"format\":\"bc138\",\"version\":1,\"dossiers\":[{\"province\":\"Lạng Sơn\",\"window\":2025,
          \"figures\":[{\"indicator\":\"tin_tong\",\"amount\":\"-5\"}]}]}",
        "Số âm",
    ),
    (
        "{\"format\":\"bc138\",\"version\":1,\"dossiers\":[{\"province\":\"Lạng Sơn\",\"window\":2025,
          \"figures\":[{\"indicator\":\"khong_co\",\"amount\":5}]}]}",
        "khong_co",
    ),
    (
        "{\"format\":\"bc138\",\"version\":1,\"unit_events\":[
          {\"date\":\"2026-05-01\",\"act\":\"rename\",\"unit\":\"X99999.99\",\"name\":\"Mẫu\"}]}",
        "X99999.99",
    ),
    (
        "{\"format\":\"bc138\",\"version\":1,\"entries\":{\"units\":[\"X00004.63\"],
          \"measures\":[{\"indicator\":\"tin_tong\",\"nature\":\"flow\"}],
          \"windows\":[{\"from\":\"2025-11-16\",\"to\":\"2026-11-15\",\"label\":\"năm 2026\"}],
          \"rows\":[[0,0,0,5]]}}",
        "không có vào ngày chốt",
    ),
    (
        "{\"format\":\"bc138\",\"version\":1,\"entries\":{\"units\":[\"X00004.34\"],
          \"measures\":[{\"indicator\":\"tin_tong\",\"nature\":\"flow\"}],
          \"windows\":[{\"from\":\"2025-11-16\",\"to\":\"2026-11-15\",\"label\":\"năm 2026\"}],
          \"rows\":[[0,0,0,-5]]}}",
        "âm",
    ),
    (
        "{\"format\":\"bc138\",\"version\":1,\"dossiers\":[{\"province\":\"Lạng Sơn\",
          \"window\":{\"from\":\"2025-11-16\",\"to\":\"2024-11-15\"}}]}",
        "Ngày cuối kỳ",
    ),
    ("{\"format\":\"bc138\",\"version\":1,\"dosiers\":[]}", "dossiers"),
];

#[test]
fn a_wrong_file_is_not_taken_and_the_message_says_where() {
    let mut desk = sample("lang-son-2022");
    let before = digest(&desk);
    for (text, word) in WRONG {
        let view = take(&mut desk, text);
        assert!(!view.taken, "{text}");
        let all = view.problems.join("\n");
        assert!(all.contains(word), "“{word}” is said of {text}: {all}");
        assert_eq!(digest(&desk), before, "nothing changed: {text}");
    }
}

#[test]
fn deep_nesting_is_told_and_never_ends_the_program() {
    let view = take(&mut desk(), &"[".repeat(100_000));
    assert!(!view.taken && view.problems[0].contains("lồng nhau"), "{:?}", view.problems);
}

#[test]
fn a_setting_that_cannot_be_is_refused_with_its_name_and_value() {
    let mut desk = sample("lang-son-2022");
    let before = digest(&desk);
    for (key, value, word) in [
        ("award.base_salary", "nhiều", "Mức lương cơ sở"),
        ("award.base_salary", "-5", "Mức lương cơ sở"),
        ("award.threshold.bang_khen.chu_tich_ubnd_tinh.rate_at_least", "cao", "cao"),
        ("award.colour", "xanh", "award.colour"),
        ("calendar.kdc", "hằng năm", "hằng năm"),
    ] {
        let setting = format!(r#"{{"key":"{key}","value":"{value}","valid_from":"2026-07-01"}}"#);
        let file = format!(r#"{{"format":"bc138","version":1,"settings":[{setting}]}}"#);
        let view = take(&mut desk, &file);
        assert!(!view.taken, "{key} does not take {value}");
        assert!(view.problems[0].contains("thiết lập"), "{:?}", view.problems);
        assert!(view.problems[0].contains(word), "“{word}”: {:?}", view.problems);
        assert_eq!(digest(&desk), before, "{key}: nothing is changed");
    }
}
