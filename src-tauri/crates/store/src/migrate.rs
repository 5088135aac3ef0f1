//! Brings a file to the newest schema, one whole migration at a time.

use crate::error::StoreError;
use rusqlite::Connection;
use rusqlite_migration::{M, Migrations};
use std::path::Path;

/// All migrations, oldest first. A released file never changes.
pub(crate) const MIGRATIONS: &[&str] = &[include_str!("migrations/0001_first.sql")];

/// The newest schema this program knows, kept in `user_version`.
pub const SCHEMA_VERSION: i64 = MIGRATIONS.len() as i64;

/// Refuses a file that a newer program wrote, before anything is written to it.
pub(crate) fn refuse_newer(connection: &Connection, path: &Path) -> Result<(), StoreError> {
    match version(connection, path)? {
        found if found > SCHEMA_VERSION => {
            Err(StoreError::FileTooNew { found, known: SCHEMA_VERSION })
        }
        _ => Ok(()),
    }
}

/// Upgrades in one transaction a migration; an existing older file is copied first.
pub(crate) fn upgrade(connection: &mut Connection, path: &Path) -> Result<(), StoreError> {
    let found = version(connection, path)?;
    if found == SCHEMA_VERSION {
        return Ok(());
    }
    if found > 0 {
        keep_copy(connection, path, found)?;
    }
    Migrations::new(MIGRATIONS.iter().map(|sql| M::up(sql)).collect())
        .to_latest(connection)
        .map_err(|error| match error {
            rusqlite_migration::Error::RusqliteError { err, .. } => {
                StoreError::from_sqlite(path, &err)
            }
            other => StoreError::Sqlite(other.to_string()),
        })
}

fn version(connection: &Connection, path: &Path) -> Result<i64, StoreError> {
    connection
        .pragma_query_value(None, "user_version", |row| row.get(0))
        .map_err(|error| StoreError::from_sqlite(path, &error))
}

/// Copies the file beside itself before it is upgraded: `x.db` → `x.v3.db`.
fn keep_copy(connection: &Connection, path: &Path, version: i64) -> Result<(), StoreError> {
    let copy = path.with_extension(format!("v{version}.db"));
    connection.backup("main", copy, None).map_err(|error| StoreError::from_sqlite(path, &error))
}
