//! The chain of the log: any change past the program is found and named.

use crate::build::{AT, PHOTO, Place, WHO, fill, open, place};
use crate::dump::raw;
use crate::entries::{numbers, put};
use bc138_domain::Kind;
use bc138_store::{Break, Verdict};
use std::path::Path;

/// A store with something of everything, an undo and entries.
fn filled(db: &Path) {
    let mut store = open(db);
    fill(&mut store);
    put(&mut store, numbers(2025, &[("X1", Some(5)), ("X2", Some(7))]));
    put(&mut store, numbers(2025, &[("X2", Some(9))]));
    store.undo(AT, WHO).expect("undo works");
}

fn verdict(db: &Path) -> Verdict {
    open(db).verify().expect("it can be verified")
}

/// Runs statements as another program would, with the triggers out of the way.
fn meddle(db: &Path, sql: &str) {
    let connection = raw(db);
    connection
        .execute_batch(&format!(
            "DROP TRIGGER change_log_is_append_only_update;
             DROP TRIGGER change_log_is_append_only_delete; {sql};"
        ))
        .expect("another program can do it");
}

/// The photo of the builders is not what its name says; the other breaks are those looked for.
fn breaks(db: &Path) -> Vec<Break> {
    let photo = Break::Photo { hash: PHOTO.to_owned() };
    verdict(db).breaks.into_iter().filter(|it| *it != photo).collect()
}

#[test]
fn an_untouched_store_holds() {
    let Place { folder: _folder, db } = place();
    filled(&db);
    assert_eq!(breaks(&db), [], "everything that was written through the program holds");
    assert!(verdict(&db).records > 10, "the records are compared");
    assert_eq!(verdict(&db).entries, 4);
}

#[test]
fn an_empty_store_holds() {
    let Place { folder: _folder, db } = place();
    drop(open(&db));
    assert_eq!(verdict(&db).breaks, []);
}

#[test]
fn every_column_of_every_row_is_bound() {
    for change in [
        "at = '2020-01-01T00:00:00'",
        "actor = 'người khác'",
        "label = 'không có gì'",
        "dossier = 99",
        "before = after",
        "after = before",
        "entries = x'01'",
        "hash = zeroblob(32)",
    ] {
        let Place { folder: _folder, db } = place();
        filled(&db);
        meddle(&db, &format!("UPDATE change_log SET {change} WHERE id = 2"));
        let first = breaks(&db).into_iter().next();
        assert_eq!(first, Some(Break::Chain { change: 2 }), "{change}");
    }
}

#[test]
fn a_row_taken_out_put_in_or_cut_off_is_found() {
    for (sql, at) in [
        ("DELETE FROM undo_stack; DELETE FROM change_log WHERE id = 3", 4),
        (
            "DELETE FROM undo_stack;
             DELETE FROM change_log WHERE id = (SELECT max(id) FROM change_log)",
            -1,
        ),
    ] {
        let Place { folder: _folder, db } = place();
        filled(&db);
        meddle(&db, sql);
        let found = breaks(&db);
        let chain = found.iter().find_map(|it| match it {
            Break::Chain { change } => Some(*change),
            _ => None,
        });
        assert!(chain.is_some(), "{sql}: {found:?}");
        if at > 0 {
            assert_eq!(chain, Some(at), "{sql}");
        }
    }
}

#[test]
fn a_number_changed_past_the_log_is_found() {
    let Place { folder: _folder, db } = place();
    filled(&db);
    meddle(&db, "UPDATE figure SET amount_value = amount_value + 1000 WHERE id = 1");
    assert_eq!(breaks(&db), [Break::Record { kind: Kind::Figure, id: 1 }]);
}

#[test]
fn an_entry_changed_taken_or_added_past_the_log_is_found() {
    for sql in [
        "UPDATE entry SET value = value + 1 WHERE unit IN (SELECT id FROM entry_unit WHERE key IN ('X1', 'X2'))",
        "DELETE FROM entry WHERE unit IN (SELECT id FROM entry_unit WHERE key IN ('X1', 'X2'))",
        "INSERT INTO entry SELECT measure, period, unit + 50, value, total, state FROM entry WHERE unit IN (SELECT id FROM entry_unit WHERE key IN ('X1', 'X2'))",
    ] {
        let Place { folder: _folder, db } = place();
        filled(&db);
        if sql.starts_with("INSERT") {
            meddle(
                &db,
                "INSERT INTO entry_unit (id, key) SELECT id + 50, 'Y' || key FROM entry_unit",
            );
            let connection = raw(&db);
            connection.execute_batch(sql).expect("another program can do it");
        } else {
            meddle(&db, sql);
        }
        assert_eq!(breaks(&db), [Break::Entries { count: 2 }], "{sql}");
    }
}

#[test]
fn a_note_changed_past_the_log_is_found() {
    let Place { folder: _folder, db } = place();
    filled(&db);
    meddle(&db, "UPDATE entry_note SET note = json_set(note, '$.comment', 'khác')");
    assert_eq!(breaks(&db), [Break::Entries { count: 1 }]);
}
