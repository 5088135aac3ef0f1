//! The change log, undo and redo.

use crate::build::{
    AT, PHOTO, Place, WHO, agenda, award, basis, caption, category, dimension, dossier, draft,
    edited_paragraph, figure, fill, group, indicator, number, open, own_template, participant,
    passage, place, put, ratio, reason, setting, speech, target, unit_event, unit_set,
    with_dossier, year_mark,
};
use crate::dump::{assert_sound, raw, records, rows, value};
use bc138_domain::{Kind, Record};
use bc138_store::{Change, DocumentRow, Place as Stop, Store, StoreError};
use std::path::Path;

/// Takes everything back, one action after the other; how many there were.
fn undo_all(store: &mut Store) -> usize {
    let undone = std::iter::from_fn(|| store.undo(AT, WHO).expect("every action can be undone"));
    undone.count()
}

fn redo_all(store: &mut Store) -> usize {
    let redone = std::iter::from_fn(|| store.redo(AT, WHO).expect("every action can be redone"));
    redone.count()
}

#[test]
fn every_kind_of_record_is_undone_and_redone() {
    let parts: Vec<Record> = vec![
        setting().into(),
        group().into(),
        dimension().into(),
        category().into(),
        indicator("own_1").into(),
        unit_event().into(),
        unit_set().into(),
        dossier().into(),
        agenda().into(),
        basis().into(),
        participant("Người Dự").into(),
        speech(1).into(),
        passage(Some(1)).into(),
        figure("at_kdc", ratio(1, 2)).into(),
        award().into(),
        target().into(),
        caption(None).into(),
        draft("dossier/date", "31/02/2023").into(),
        reason("K.004/award/1").into(),
        edited_paragraph().into(),
        own_template().into(),
        year_mark().into(),
    ];
    let kinds: Vec<Kind> = parts.iter().map(Record::kind).collect();
    assert_eq!(kinds, Kind::ALL, "no kind is forgotten");

    let Place { folder: _folder, db } = place();
    let mut store = open(&db);
    let empty = records(&db);
    for record in parts {
        put(&mut store, [record]);
    }
    let full = records(&db);
    assert_eq!(undo_all(&mut store), kinds.len());
    assert_eq!(records(&db), empty, "undoing everything leaves nothing");
    assert_eq!(redo_all(&mut store), kinds.len());
    assert_eq!(records(&db), full, "doing it all again brings everything back");
    assert_sound(&db, "after undo and redo");
}

#[test]
fn a_dossier_with_a_remembered_place_and_a_document_can_be_undone() {
    let Place { folder: _folder, db } = place();
    let mut store = with_dossier(&db);
    let stop = Stop { dossier: Some(1), step: 3, field: Some("dossier/date".to_owned()) };
    store.remember_place(&stop).expect("the place is kept");
    store.remember_document(&document(1, "/a.pdf")).expect("the document is kept");
    let step = store.undo(AT, WHO).expect("where the clerk stopped must not forbid undo");
    assert!(step.is_some());
    assert_eq!(store.dossiers().map(|all| all.len()).ok(), Some(0));
    let stop = store.place().expect("it is read").expect("there still is a place");
    assert_eq!(stop.dossier, None, "a place in a dossier that is gone is no place");
    assert_sound(&db, "after the dossier is gone");
    store.redo(AT, WHO).expect("and it can come back");
    assert_eq!(store.dossiers().map(|all| all.len()).ok(), Some(1));
}

fn document(dossier: i32, path: &str) -> DocumentRow {
    let (name, at) = ("Tin.pdf".to_owned(), AT.to_owned());
    DocumentRow { dossier, name, path: path.to_owned(), at, change: 1, style: None, facts: None }
}

#[test]
fn a_document_written_again_to_its_path_is_listed_once() {
    let Place { folder: _folder, db } = place();
    let mut store = with_dossier(&db);
    for path in ["/a.pdf", "/b.pdf", "/a.pdf"] {
        store.remember_document(&document(1, path)).expect("the document is kept");
    }
    let documents = store.documents(1).expect("they are read");
    let paths: Vec<&str> = documents.iter().map(|it| it.path.as_str()).collect();
    assert_eq!(paths, ["/a.pdf", "/b.pdf"], "newest first, no path twice");
}

#[test]
fn an_action_has_one_row_with_what_was_and_what_is() {
    let Place { folder: _folder, db } = place();
    let mut store = with_dossier(&db);
    put(&mut store, [figure("at_kdc", ratio(1, 2)).into(), figure("at_xa", ratio(3, 4)).into()]);
    let mut changed = store.dossier(1).expect("read").expect("there").figures[0].clone();
    changed.amount = Some(number(9));
    let change = Change::new("sửa Khu dân cư", Some(1)).put(changed).remove(Kind::Figure, 2);
    let logged = store.apply(&change, "2023-02-09T08:00:00", "chị Mẫu").expect("it is written");

    let of_it = format!("FROM change_log WHERE id = {}", logged.change);
    let told = format!("SELECT at, actor, dossier, label, action, target {of_it}");
    assert_eq!(value(&db, &told), "2023-02-09T08:00:00 | chị Mẫu | 1 | sửa Khu dân cư | do | ∅");
    let sides = format!(
        "SELECT json_array_length(before), json_array_length(after),
                before ->> '$[0].amount.type', after ->> '$[0].amount.type',
                before ->> '$[1].indicator', after ->> '$[1]' {of_it}"
    );
    assert_eq!(value(&db, &sides), "2 | 2 | ratio | number | at_xa | ∅", "both sides are told");
    assert_eq!(logged.ids, [1], "the ids of the records put");
    assert_eq!(value(&db, "SELECT count(*) FROM change_log"), "3", "one row for each action");
}

#[test]
fn undo_and_redo_are_told_in_the_log_and_take_nothing_out_of_it() {
    let Place { folder: _folder, db } = place();
    let mut store = with_dossier(&db);
    store.undo(AT, WHO).expect("undone");
    store.redo(AT, WHO).expect("redone");
    let told = value(&db, "SELECT id, action, target, label FROM change_log ORDER BY id");
    assert_eq!(told, "1 | do | ∅ | ghi\n2 | undo | 1 | ghi\n3 | redo | 1 | ghi");
    assert_eq!(store.last_change(1).ok(), Some(3), "a document made before is out of date now");
}

#[test]
fn the_log_cannot_be_changed_afterwards() {
    let Place { folder: _folder, db } = place();
    drop(with_dossier(&db));
    let connection = raw(&db);
    for sql in ["UPDATE change_log SET label = 'khác'", "DELETE FROM change_log"] {
        let refused = connection.execute(sql, []).map_err(|error| error.to_string());
        assert_eq!(refused, Err("change_log is append-only".to_owned()), "{sql}");
    }
    assert_eq!(value(&db, "SELECT label FROM change_log"), "ghi");
}

#[test]
fn a_new_action_ends_what_could_be_redone() {
    let Place { folder: _folder, db } = place();
    let mut store = with_dossier(&db);
    put(&mut store, [basis().into()]);
    store.undo(AT, WHO).expect("undone");
    put(&mut store, [target().into()]);
    assert_eq!(store.next_redo().ok(), Some(None), "history does not fork");
    assert_eq!(store.redo(AT, WHO).ok(), Some(None), "redo has nothing to do, and says so");
    let label = store.next_undo().expect("read").map(|step| step.label);
    assert_eq!(label.as_deref(), Some("ghi"));
}

#[test]
fn undo_and_redo_go_on_after_reopening() {
    let Place { folder: _folder, db } = place();
    let mut store = with_dossier(&db);
    put(&mut store, [basis().into()]);
    let full = records(&db);
    drop(store);
    let mut store = open(&db);
    store.undo(AT, WHO).expect("undone");
    drop(store);
    let mut store = open(&db);
    assert!(store.redo(AT, WHO).expect("redone").is_some(), "the stack is in the file");
    assert_eq!(records(&db), full);
}

#[test]
fn an_action_is_written_whole_or_not_at_all() {
    let Place { folder: _folder, db } = place();
    let mut store = with_dossier(&db);
    let before = (records(&db), log(&db));
    let orphan = speech(99);
    let half = Change::new("ghi", Some(1)).put(basis()).put(orphan);
    let refused = store.apply(&half, AT, WHO);
    assert!(matches!(refused, Err(StoreError::Constraint(_))), "{refused:?}");
    let gone = Change::new("xóa", Some(1)).put(target()).remove(Kind::Basis, 77);
    let refused = store.apply(&gone, AT, WHO);
    assert!(matches!(refused, Err(StoreError::NoSuchRecord)), "{refused:?}");
    assert_eq!((records(&db), log(&db)), before, "the first half of a refused action is not there");
}

fn log(db: &Path) -> Vec<String> {
    rows(
        &raw(db),
        "SELECT * FROM change_log
         UNION ALL SELECT seq, change, side, 0, 0, 0, 0, 0, 0, 0, 0 FROM undo_stack",
    )
}

#[test]
fn a_record_that_others_point_to_is_not_removed_under_them() {
    let Place { folder: _folder, db } = place();
    let mut store = open(&db);
    fill(&mut store);
    let before = records(&db);
    let bare = Change::new("xóa", Some(1)).remove(Kind::Participant, 1);
    let refused = store.apply(&bare, AT, WHO);
    assert!(matches!(refused, Err(StoreError::Constraint(_))), "a speech needs its speaker");
    assert_eq!(records(&db), before);
}

#[test]
fn the_same_photo_is_kept_once_and_a_missing_one_is_told() {
    let Place { folder: _folder, db } = place();
    let mut store = open(&db);
    store.keep_photo(PHOTO, b"one").expect("kept");
    store.keep_photo(PHOTO, b"one").expect("kept again");
    assert_eq!(value(&db, "SELECT count(*) FROM photo"), "1");
    let missing = store.photo("nothing");
    assert!(matches!(missing, Err(StoreError::NoSuchRecord)), "{missing:?}");
}
