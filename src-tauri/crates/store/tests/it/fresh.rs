//! A new file: what it says about itself, and how it is written to.

use crate::build::{Place, fill, fill_words, open, place};
use crate::dump::{assert_sound, raw, rows, value};
use bc138_domain::Kind;
use bc138_store::{APPLICATION_ID, SCHEMA_VERSION};

#[test]
fn a_new_file_names_its_owner_and_its_version() {
    let Place { folder: _folder, db } = place();
    drop(open(&db));
    let id = value(&db, "PRAGMA application_id");
    assert_eq!(id, APPLICATION_ID.to_string(), "the owner stands in the header");
    assert_eq!(value(&db, "SELECT hex(application_id) FROM pragma_application_id"), hex(&id));
    let version = value(&db, "PRAGMA user_version");
    assert_eq!(version, SCHEMA_VERSION.to_string(), "a new file has the newest schema");
    assert_sound(&db, "when it is new");
}

/// SQLite's `hex` of a number is the hex of its digits.
fn hex(digits: &str) -> String {
    digits.bytes().map(|byte| format!("{byte:02X}")).collect()
}

#[test]
fn the_file_keeps_a_write_ahead_log() {
    let Place { folder: _folder, db } = place();
    let _store = open(&db);
    assert_eq!(value(&db, "PRAGMA journal_mode"), "wal", "readers must not stop the one writer");
}

#[test]
fn every_table_is_strict() {
    let Place { folder: _folder, db } = place();
    drop(open(&db));
    let loose = "SELECT name FROM pragma_table_list WHERE type = 'table' AND schema = 'main'
                 AND strict = 0 AND name NOT LIKE 'sqlite_%'";
    assert_eq!(value(&db, loose), "", "a loose table would take text for a number");
}

#[test]
fn every_kind_of_record_has_its_table() {
    let Place { folder: _folder, db } = place();
    let mut store = open(&db);
    fill(&mut store);
    fill_words(&mut store);
    let connection = raw(&db);
    for kind in Kind::ALL {
        let table = kind.table();
        let count = rows(&connection, &format!("SELECT count(*) > 0 FROM {table}"));
        assert_eq!(count, ["1"], "the builders fill {table}, so that the other tests cover it");
    }
    assert_sound(&db, "with rows in every table");
}

#[test]
fn an_empty_file_made_by_a_file_dialog_becomes_a_store() {
    let Place { folder: _folder, db } = place();
    std::fs::write(&db, b"").expect("an empty file is made");
    drop(open(&db));
    assert_eq!(value(&db, "PRAGMA application_id"), APPLICATION_ID.to_string());
}

#[test]
fn what_was_written_is_read_back_value_for_value() {
    let Place { folder: _folder, db } = place();
    let mut store = open(&db);
    fill(&mut store);
    let before = store.dossier(1).expect("the dossier is read").expect("there is a dossier");
    drop(store);
    let after = open(&db).dossier(1).expect("the dossier is read").expect("it is still there");
    assert_eq!(before, after, "closing and opening changes nothing");
    let figures = crate::build::figures();
    let amounts = |all: &[bc138_domain::Figure]| {
        all.iter().map(|it| (it.amount.clone(), it.qualifier, it.scope.clone())).collect::<Vec<_>>()
    };
    assert_eq!(amounts(&after.figures), amounts(&figures), "every kind of amount comes back");
}

#[test]
fn a_copy_holds_everything_and_opens_as_a_store() {
    let Place { folder, db } = place();
    let mut store = open(&db);
    fill(&mut store);
    let copy = folder.path().join("ban-sao.db");
    store.copy_to(&copy).expect("the copy is written");
    let records = crate::dump::records(&db);
    assert_eq!(crate::dump::records(&copy), records, "the copy holds the same records");
    assert_eq!(open(&copy).dossier(1).ok(), store.dossier(1).ok(), "and opens as a store");
}
