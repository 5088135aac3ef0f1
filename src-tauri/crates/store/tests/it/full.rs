//! A full disk: the edit is refused, everything before it stays, nothing is half-written.
//!
//! A small file system would need a mount, which not every machine that runs the tests may do. A
//! limit on the size of files (`ulimit -f`, with its signal ignored) makes the same `write` calls
//! fail in the middle of a transaction, for every user, and only in the child.

use crate::build::{AT, Place, WHO, draft, open, place, with_dossier};
use crate::child::{acknowledged, draft_text, start};
use crate::dump::{assert_sound, value};
use bc138_store::Change;

#[test]
fn a_full_disk_refuses_the_edit_and_keeps_the_rest() {
    let Place { folder: _folder, db } = place();
    drop(with_dossier(&db));
    // 1.024 blocks of 512 bytes: enough to open, not enough for the child to finish.
    let mut running = start(&db, "trap '' XFSZ; ulimit -f 1024;");
    let said = running.rest();
    running.child.wait().expect("the child has ended");

    let last = said.iter().filter_map(|line| acknowledged(line)).max().unwrap_or(0);
    assert!(last > 10, "the disk was not full from the start: {said:?}");
    let refusal = said.iter().find(|line| line.contains("refused"));
    assert_eq!(refusal.map(String::as_str), Some("refused DiskFull"), "it is told as what it is");
    assert!(
        said.iter().any(|l| l == "readable true"),
        "what was stored can still be read: {said:?}"
    );

    assert_sound(&db, "after the disk was full");
    let mut store = open(&db);
    let drafts = store.dossier(1).expect("it opens").expect("the dossier is there").drafts;
    let texts: Vec<String> = drafts.into_iter().map(|draft| draft.text).collect();
    let expected: Vec<String> = (1..=last).map(draft_text).collect();
    assert_eq!(texts, expected, "exactly the acknowledged edits are there");
    let logged = value(&db, "SELECT count(*) FROM change_log");
    assert_eq!(logged, (last + 1).to_string(), "the refused edit left no row in the log");

    let again = Change::new("sửa ô", Some(1)).put(draft("figure/moi/amount", "32"));
    store.apply(&again, AT, WHO).expect("with room again, typing goes on");
}
