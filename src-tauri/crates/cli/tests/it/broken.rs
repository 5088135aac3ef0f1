//! Stores that cannot be opened: the file stays as it is, the message says what to do.

use crate::bc138::{Office, office, on, with_sample};

/// Every command that works on a store.
const COMMANDS: [&[&str]; 5] = [
    &["demo", "lang-son-2022"],
    &["check"],
    &["check", "--json"],
    &["show", "--json"],
    &["report", "--style", "briefing", "--out", "khong-ghi.pdf"],
];

/// Runs every command; each is refused with a message that holds `words`, and the file stays.
fn refused_by_all(office: &Office, words: &[&str]) {
    let bytes = std::fs::read(&office.db).expect("the file is there");
    for command in COMMANDS {
        let ended = office.run(command);
        let message = ended.assert_refused();
        for word in words {
            assert!(message.contains(word), "{command:?} says “{word}”: {message}");
        }
        assert!(std::fs::read(&office.db).expect("there") == bytes, "{command:?} changed the file");
    }
}

#[test]
fn a_newer_store() {
    let office = with_sample("lang-son-2022");
    let mut bytes = std::fs::read(&office.db).expect("read");
    // `user_version` stands at offset 60 of the header, big-endian.
    bytes[60..64].copy_from_slice(&99_u32.to_be_bytes());
    std::fs::write(&office.db, bytes).expect("written");
    refused_by_all(&office, &["mới hơn", "99", "giữ nguyên"]);
}

#[test]
fn a_damaged_store() {
    let office = with_sample("lang-son-2022");
    let mut bytes = std::fs::read(&office.db).expect("read");
    let middle = bytes.len() / 2 / 4096 * 4096;
    bytes[middle..middle + 5 * 4096].fill(0xA5);
    std::fs::write(&office.db, bytes).expect("written");
    refused_by_all(&office, &["hỏng", "so-lieu.db", "sao lưu"]);
}

#[test]
fn a_file_of_another_program() {
    let office = office();
    std::fs::write(&office.db, "Kính gửi các đồng chí\n".repeat(300)).expect("written");
    refused_by_all(&office, &["không phải số liệu của Báo cáo 138", "so-lieu.db"]);
}

#[test]
fn a_folder_in_place_of_the_file_and_a_folder_that_is_missing() {
    let office = office();
    let missing = office.path("khong-co").join("so-lieu.db");
    for path in [office.folder.path().to_path_buf(), missing] {
        let ended = on(&path, &["demo", "lang-son-2022"]);
        let message = ended.assert_refused();
        assert!(message.contains(&*path.to_string_lossy()), "it says where: {message}");
    }
    assert!(office.names().is_empty(), "nothing was made");
}

#[test]
fn a_store_that_does_not_exist_is_not_made_by_looking_at_it() {
    let office = office();
    for command in COMMANDS.into_iter().filter(|command| command[0] != "demo") {
        let ended = office.run(command);
        let message = ended.assert_refused();
        assert!(message.contains("so-lieu.db"), "a wrong path is told: {message}");
    }
    assert!(office.names().is_empty(), "and not filled with an empty store: {:?}", office.names());
}
