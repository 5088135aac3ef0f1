//! Where nothing can be written: a read-only folder or file, a full disk.
#![cfg(unix)]

use crate::bc138::{Ended, Office, ended, filled, office_on_disk};
use std::os::unix::fs::{MetadataExt as _, PermissionsExt as _};
use std::os::unix::process::CommandExt as _;
use std::path::{Path, PathBuf};
use std::process::Command;

fn allow(path: &Path, mode: u32) {
    std::fs::set_permissions(path, std::fs::Permissions::from_mode(mode)).expect("it is ours");
}

/// A copy of the program where every user can start it.
fn program(office: &Office) -> PathBuf {
    let copy = office.path("bc138");
    std::fs::copy(env!("CARGO_BIN_EXE_bc138"), &copy).expect("the program can be copied");
    allow(&copy, 0o755);
    copy
}

/// Runs the program as somebody whom permission bits bind. They do not bind root, who may be the
/// one that runs the tests, so then it is run as nobody.
fn as_a_clerk(program: &Path, db: &Path, args: &[&str]) -> Ended {
    let mut command = Command::new(program);
    command.arg("--db").arg(db).args(args);
    let owner = std::fs::metadata(program).expect("it is there").uid();
    if owner == 0 {
        command.uid(65_534).gid(65_534);
    }
    ended(command.output().expect("the program runs as an ordinary user"))
}

#[test]
fn a_read_only_folder() {
    let office = filled(office_on_disk(), "lang-son-2022");
    let program = program(&office);
    let bytes = std::fs::read(&office.db).expect("read");
    allow(&office.db, 0o444);
    allow(office.folder.path(), 0o555);
    for command in [&["demo", "lang-son-2022"][..], &["check"], &["show"]] {
        let ended = as_a_clerk(&program, &office.db, command);
        let message = ended.assert_refused();
        assert!(message.contains("chỉ cho đọc") && message.contains("so-lieu.db"), "{message}");
    }
    let new = office.path("moi.db");
    let ended = as_a_clerk(&program, &new, &["demo", "lang-son-2022"]);
    let message = ended.assert_refused();
    assert!(message.contains("moi.db"), "no new store can be made there: {message}");
    allow(office.folder.path(), 0o755);
    assert!(std::fs::read(&office.db).expect("read") == bytes, "the store is as it was");
    assert_eq!(office.names(), ["bc138", "so-lieu.db"], "nothing was left there");
}

#[test]
fn a_read_only_file_is_not_written_to() {
    let office = filled(office_on_disk(), "lang-son-2022");
    let program = program(&office);
    let bytes = std::fs::read(&office.db).expect("read");
    allow(&office.db, 0o444);
    allow(office.folder.path(), 0o777);
    let ended = as_a_clerk(&program, &office.db, &["demo", "tuyen-quang-2023"]);
    let message = ended.assert_refused();
    assert!(message.contains("chỉ cho đọc") && message.contains("so-lieu.db"), "{message}");
    assert!(std::fs::read(&office.db).expect("read") == bytes, "the store is as it was");
}

#[test]
fn a_read_only_folder_for_the_document() {
    let office = filled(office_on_disk(), "lang-son-2022");
    let program = program(&office);
    allow(office.folder.path(), 0o777);
    allow(&office.db, 0o666);
    let folder = office.path("chi-doc");
    std::fs::create_dir(&folder).expect("made");
    allow(&folder, 0o555);
    let out = folder.join("tin.pdf");
    let out = out.to_string_lossy();
    let args = ["report", "--style", "briefing", "--out", &out];
    let ended = as_a_clerk(&program, &office.db, &args);
    let message = ended.assert_refused();
    assert!(message.contains("không có quyền ghi") && message.contains("tin.pdf"), "{message}");
    let left = std::fs::read_dir(&folder).expect("listed").count();
    assert_eq!(left, 0, "nothing half-written");
}

/// Runs the program with files limited to some blocks of 512 bytes: `write` fails as on a full
/// disk, for root as well, and without a file system of its own.
fn on_a_full_disk(db: &Path, blocks: u32, args: &[&str]) -> Ended {
    let script = format!("trap '' XFSZ; ulimit -f {blocks}; exec \"$0\" \"$@\"");
    let mut command = Command::new("sh");
    command.arg("-c").arg(script).arg(env!("CARGO_BIN_EXE_bc138")).arg("--db").arg(db).args(args);
    ended(command.output().expect("the shell runs"))
}

#[test]
fn a_full_disk_for_the_store() {
    let office = filled(office_on_disk(), "lang-son-2022");
    let before = office.run(&["show", "--json"]).stdout;
    let ended = on_a_full_disk(&office.db, 1_024, &["demo", "tuyen-quang-2023"]);
    let message = ended.assert_refused();
    assert!(message.contains("ổ đĩa đầy") && message.contains("so-lieu.db"), "{message}");
    assert_eq!(
        office.run(&["check"]).code,
        0,
        "what was typed until then is whole and can be read"
    );
    let again = office.run(&["demo", "thai-binh-2018"]);
    assert_eq!(again.code, 0, "with room again, typing goes on: {}", again.stderr);
    assert_ne!(office.run(&["show", "--json"]).stdout, before);
}

#[test]
fn a_full_disk_for_the_document_leaves_the_old_one() {
    let office = filled(office_on_disk(), "lang-son-2022");
    let out = office.path("tin.pdf");
    office.report(&out);
    let old = std::fs::read(&out).expect("read");
    let target = out.to_string_lossy();
    let args = ["report", "--style", "briefing", "--out", &target];
    let ended = on_a_full_disk(&office.db, 16, &args);
    assert_eq!(ended.code, 2, "{ended:?}");
    assert!(std::fs::read(&out).expect("read") == old, "the file of yesterday is still there");
    let others: Vec<String> =
        office.names().into_iter().filter(|name| !name.starts_with("so-lieu.db")).collect();
    assert_eq!(others, ["tin.pdf"], "nothing half-written lies beside it");
}
