//! A program that is killed in the middle of typing loses nothing it acknowledged.

use crate::build::{AT, Place, WHO, open, place, with_dossier};
use crate::child::{acknowledged, draft_text, start};
use crate::dump::{assert_sound, value};

#[test]
fn a_killed_program_loses_nothing_it_acknowledged() {
    let Place { folder: _folder, db } = place();
    drop(with_dossier(&db));
    // Killed after ever more answers, each time on the file that the last kill left behind.
    for answers in [1, 2, 7, 30, 120] {
        let last = kill_after(&db, answers);
        let part = open(&db).dossier(1).expect("it opens").expect("the dossier is there");
        let stored = part.drafts.len();
        assert!(stored >= last, "edit {last} was acknowledged, but only {stored} are there");
        assert!(stored <= last + 1, "at most the edit under way may be there unacknowledged");
        for (index, draft) in part.drafts.iter().enumerate() {
            assert_eq!(draft.text, draft_text(index + 1), "no edit is half-written");
        }
        let actions = value(&db, "SELECT count(*) FROM change_log WHERE action = 'do'");
        assert_eq!(actions, (stored + 1).to_string(), "every edit has its one row in the log");
        assert_sound(&db, "after a kill");
    }
    let step = open(&db).undo(AT, WHO).expect("undo works after a kill");
    assert!(step.is_some(), "what was acknowledged can be taken back");
}

/// Kills the child with SIGKILL while it goes on typing; the last edit it acknowledged.
fn kill_after(db: &std::path::Path, answers: usize) -> usize {
    let mut running = start(db, "");
    let mut heard = running.lines.by_ref().map_while(Result::ok);
    let mut last = 0;
    for number in heard.by_ref().filter_map(|line| acknowledged(&line)).take(answers) {
        last = number;
    }
    running.child.kill().expect("the child is running");
    let late = running.rest().iter().filter_map(|line| acknowledged(line)).max();
    let status = running.child.wait().expect("the child has ended");
    assert!(!status.success(), "the child was killed, it did not come to an end by itself");
    late.unwrap_or(last)
}
