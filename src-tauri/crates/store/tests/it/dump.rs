//! The contents of a file as text, read past the store: what two states are compared by.

use bc138_domain::Kind;
use rusqlite::types::Value;
use rusqlite::{Connection, Row};
use std::path::Path;

/// A second connection to the file, as another program would open it.
pub fn raw(path: &Path) -> Connection {
    Connection::open(path).expect("the file is an SQLite file")
}

/// The rows of a query, a line each.
pub fn rows(connection: &Connection, sql: &str) -> Vec<String> {
    let mut statement = connection.prepare(sql).expect("the query is right");
    let found = statement.query_map([], line).expect("the query runs");
    found.map(|row| row.expect("every row can be read")).collect()
}

fn line(row: &Row<'_>) -> rusqlite::Result<String> {
    let columns = row.as_ref().column_count();
    let cells = (0..columns).map(|index| {
        Ok(match row.get::<_, Value>(index)? {
            Value::Null => "∅".to_owned(),
            Value::Integer(number) => number.to_string(),
            Value::Real(number) => format!("{number} REAL"),
            Value::Text(text) => text,
            Value::Blob(bytes) => format!("{bytes:?}"),
        })
    });
    Ok(cells.collect::<rusqlite::Result<Vec<_>>>()?.join(" | "))
}

/// One value.
pub fn value(path: &Path, sql: &str) -> String {
    rows(&raw(path), sql).join("\n")
}

/// Every record of the store, table by table. The log and the undo stack are not in it: they say
/// how the records came to be.
pub fn records(path: &Path) -> String {
    let connection = raw(path);
    let tables = Kind::ALL.iter().map(|kind| kind.table());
    let dump = tables.map(|table| {
        let rows = rows(&connection, &format!("SELECT * FROM {table} ORDER BY id"));
        format!("{table}\n{}\n", rows.join("\n"))
    });
    dump.collect()
}

/// The schema: every table, index and trigger with its text.
pub fn schema(path: &Path) -> String {
    rows(&raw(path), "SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY type, name")
        .join("\n")
}

/// Fails unless SQLite finds nothing wrong with the file.
pub fn assert_sound(path: &Path, when: &str) {
    assert_eq!(value(path, "PRAGMA integrity_check"), "ok", "the file is whole {when}");
    assert_eq!(value(path, "PRAGMA foreign_key_check"), "", "no row points nowhere {when}");
}
