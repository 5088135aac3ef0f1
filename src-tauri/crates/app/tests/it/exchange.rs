//! The open format through the use cases: out and in again, over an empty store and over a full
//! one, and files that are not taken.

use crate::app_at;
use bc138_app::App;
use std::path::Path;
use tempfile::TempDir;

fn exported(app: &App, folder: &Path, name: &str) -> (String, Vec<u8>) {
    let path = folder.join(name);
    let digest = app.export(&path).expect("everything is written");
    (digest, std::fs::read(&path).expect("the file is there"))
}

/// Takes a text in as a file.
fn take(app: &mut App, folder: &Path, text: &str, dry: bool) -> bc138_app::view::ImportView {
    let path = folder.join("vao.json");
    std::fs::write(&path, text).expect("the file is written");
    app.import(&path, dry).expect("the file can be read")
}

#[test]
fn every_sample_comes_back_identical_from_its_file() {
    for (sample, _) in bc138_app::SAMPLES {
        let folder = TempDir::new().expect("a folder");
        let mut first = app_at(&folder.path().join("a.db"));
        first.load_sample(sample).expect("the sample loads");
        let (digest, bytes) = exported(&first, folder.path(), "a.json");
        let mut second = app_at(&folder.path().join("b.db"));
        let view = second.import(&folder.path().join("a.json"), false).expect("it is read");
        assert!(view.taken, "{sample}: {:?}", view.problems);
        let (again, same) = exported(&second, folder.path(), "b.json");
        assert_eq!(again, digest, "{sample} has the same content hash in a new store");
        assert!(same == bytes, "{sample}: the files are equal byte for byte");
        assert!(second.verify().expect("it is verified").whole);
    }
}

#[test]
fn a_file_taken_in_twice_changes_nothing_the_second_time() {
    let folder = TempDir::new().expect("a folder");
    let mut app = app_at(&folder.path().join("a.db"));
    app.load_sample("lang-son-2022").expect("the sample loads");
    let (digest, _) = exported(&app, folder.path(), "a.json");
    let view = app.import(&folder.path().join("a.json"), false).expect("it is read");
    assert!(view.taken);
    assert_eq!(app.content_digest().expect("it is hashed"), digest);
}

#[test]
fn two_stores_are_brought_together_and_references_follow() {
    let folder = TempDir::new().expect("a folder");
    let mut first = app_at(&folder.path().join("a.db"));
    first.load_sample("tuyen-quang-2023").expect("the sample loads");
    let printed = first.briefing().expect("it is composed").text();
    exported(&first, folder.path(), "a.json");
    let mut second = app_at(&folder.path().join("b.db"));
    second.load_sample("lang-son-2022").expect("the sample loads");
    second.import(&folder.path().join("a.json"), false).expect("it is read");
    assert_eq!(second.dossiers().expect("they are read").len(), 2);
    let new = second.dossiers().expect("they are read")[1].id;
    second.open_dossier(new).expect("it opens");
    assert_eq!(second.briefing().expect("it is composed").text(), printed, "subsets and speakers");
    second.undo().expect("undo works");
    assert_eq!(second.dossiers().expect("they are read").len(), 1, "taken back as one action");
}

#[test]
fn trying_changes_nothing() {
    let folder = TempDir::new().expect("a folder");
    let mut first = app_at(&folder.path().join("a.db"));
    first.load_sample("lao-cai-2017").expect("the sample loads");
    exported(&first, folder.path(), "a.json");
    let mut second = app_at(&folder.path().join("b.db"));
    let before = second.content_digest().expect("it is hashed");
    let view = second.import(&folder.path().join("a.json"), true).expect("it is read");
    assert!(view.taken && view.dry && view.summary.contains("1 hồ sơ"), "{}", view.summary);
    assert_eq!(second.content_digest().expect("it is hashed"), before);
    assert!(second.dossiers().expect("they are read").is_empty());
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
    for (text, word) in WRONG {
        let folder = TempDir::new().expect("a folder");
        let mut app = app_at(&folder.path().join("a.db"));
        app.load_sample("lang-son-2022").expect("the sample loads");
        let before = app.content_digest().expect("it is hashed");
        let view = take(&mut app, folder.path(), text, false);
        assert!(!view.taken, "{text}");
        let all = view.problems.join("\n");
        assert!(all.contains(word), "“{word}” is said of {text}: {all}");
        assert!(view.problems.iter().all(|it| it.contains("Dòng") || it.ends_with('.')), "{all}");
        assert_eq!(app.content_digest().expect("it is hashed"), before, "nothing changed: {text}");
    }
}

#[test]
fn deep_nesting_is_told_and_never_ends_the_program() {
    let folder = TempDir::new().expect("a folder");
    let mut app = app_at(&folder.path().join("a.db"));
    let deep = "[".repeat(100_000);
    let view = take(&mut app, folder.path(), &deep, false);
    assert!(!view.taken && view.problems[0].contains("lồng nhau"), "{:?}", view.problems);
}
