//! Commands on a store as a whole: export, import, verify, log, units, catalogue.

use crate::bc138::{Ended, Office, office, with_sample};

/// A store with the sample of Lạng Sơn.
fn loaded() -> Office {
    with_sample("lang-son-2022")
}

fn path(office: &Office, name: &str) -> String {
    office.folder.path().join(name).to_string_lossy().into_owned()
}

/// Runs a call that must end with a code.
fn run(office: &Office, args: &[&str], code: i32) -> Ended {
    let ended = office.run(args);
    assert_eq!(ended.code, code, "{args:?}: {ended:?}");
    ended
}

#[test]
fn what_is_exported_and_taken_into_a_new_store_is_the_same() {
    let first = loaded();
    let out = path(&first, "a.json");
    let exported = run(&first, &["export", "--out", &out], 0).stdout;
    let digest = exported.rsplit("Mã nội dung: ").next().expect("the hash is printed").to_owned();
    let second = office();
    run(&second, &["import", &out], 0);
    let again = run(&second, &["export", "--out", &path(&second, "b.json")], 0).stdout;
    assert!(again.trim().ends_with(digest.trim()), "the content hash is the same: {again}");
    let bytes = |path: String| std::fs::read(path).expect("the file is there");
    assert!(bytes(out) == bytes(path(&second, "b.json")));
    run(&second, &["verify"], 0);
}

#[test]
fn trying_or_failing_leaves_no_store_behind() {
    let first = loaded();
    let out = path(&first, "a.json");
    run(&first, &["export", "--out", &out], 0);
    let empty = office();
    let tried = run(&empty, &["import", &out, "--dry-run"], 0);
    assert!(tried.stdout.contains("1 hồ sơ"), "{}", tried.stdout);
    let bad = path(&empty, "sai.json");
    std::fs::write(&bad, "{\"format\": \"bc138\", \"version\": 1, \"dossiers\": 5}")
        .expect("written");
    let refused = run(&empty, &["import", &bad], 2);
    assert!(refused.stdout.contains("Dòng 1") && refused.stdout.contains("/dossiers"));
    assert!(!empty.db.exists(), "nothing was taken, so there is no store");
}

#[test]
fn a_store_changed_past_the_program_is_found() {
    let place = loaded();
    let sound = run(&place, &["verify"], 0);
    assert!(sound.stdout.contains("liền mạch"), "{}", sound.stdout);
    let bytes = std::fs::read(&place.db).expect("the store is there");
    let (from, to) = ("1.686/1.727".as_bytes(), "1.687/1.727".as_bytes());
    // The typed text stands in no table; a name does.
    let (from, to) = match find(&bytes, from) {
        Some(_) => (from, to),
        None => ("Hồ Tiến Thiệu".as_bytes(), "Hồ Tiến Thiện".as_bytes()),
    };
    let mut changed = bytes;
    while let Some(at) = find(&changed, from) {
        changed[at..at + to.len().min(from.len())].copy_from_slice(&to[..to.len().min(from.len())]);
    }
    std::fs::write(&place.db, changed).expect("another program can write");
    let broken = run(&place, &["verify"], 1);
    assert!(broken.stdout.contains("Nhật ký bị sửa"), "{}", broken.stdout);
}

fn find(bytes: &[u8], wanted: &[u8]) -> Option<usize> {
    bytes.windows(wanted.len()).position(|window| window == wanted)
}

#[test]
fn the_log_reads_as_lines_and_as_json() {
    let place = loaded();
    let lines = run(&place, &["log"], 0).stdout;
    assert!(lines.lines().count() > 60, "every action has its line");
    assert!(lines.contains("Lạng Sơn · Tổng kết 2022 · sửa"), "{lines}");
    let json = run(&place, &["log", "--json"], 0).stdout;
    let first: serde_json::Value =
        serde_json::from_str(json.lines().next().expect("a line")).expect("each line is JSON");
    assert!(first["details"].is_array() && first["at"].is_string());
}

#[test]
fn units_are_found_by_any_name() {
    let place = loaded();
    let found = run(&place, &["units", "ham yen"], 0).stdout;
    assert!(found.contains("huyện Hàm Yên") && found.contains("xã Hàm Yên"), "{found}");
}

#[test]
fn the_catalogue_goes_out_and_in() {
    let place = loaded();
    let pack = path(&place, "danh-muc.tsv");
    run(&place, &["catalogue", "--out", &pack], 0);
    run(&place, &["catalogue", &pack, "--dry-run"], 0);
    let text = std::fs::read_to_string(&pack).expect("the pack is there");
    std::fs::write(&pack, text.replacen("flow", "flo", 1)).expect("it is written");
    let refused = run(&place, &["catalogue", &pack], 2);
    assert!(refused.stdout.contains("Dòng "), "{}", refused.stdout);
}
