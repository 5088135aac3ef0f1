//! Brings a file to the newest schema, one whole migration at a time.

use crate::chain;
use crate::error::StoreError;
use rusqlite::Connection;
use rusqlite_migration::{M, Migrations};
use std::path::Path;

/// All migrations, oldest first. A released file never changes.
pub(crate) const MIGRATIONS: &[&str] = &[
    include_str!("migrations/0001_first.sql"),
    include_str!("migrations/0002_units.sql"),
    include_str!("migrations/0003_wording.sql"),
];

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
    let steps = MIGRATIONS.iter().enumerate().map(|(index, sql)| match index {
        SEALS_THE_LOG => M::up_with_hook(sql, |tx| Ok(seal(tx)?)).foreign_key_check(),
        _ => M::up(sql).foreign_key_check(),
    });
    Migrations::new(steps.collect()).to_latest(connection).map_err(|error| match error {
        rusqlite_migration::Error::RusqliteError { err, .. } => StoreError::from_sqlite(path, &err),
        other => StoreError::Sqlite(other.to_string()),
    })
}

/// Place of the migration after which the rows of the log get their hashes.
const SEALS_THE_LOG: usize = 1;

/// Hashes the rows that are there, then closes the log against changes again.
fn seal(tx: &rusqlite::Transaction<'_>) -> rusqlite::Result<()> {
    chain::seal_old_rows(tx)?;
    tx.execute_batch(
        "INSERT INTO chain_head (id, hash)
           SELECT 1, hash FROM change_log ORDER BY id DESC LIMIT 1;
         CREATE TRIGGER change_log_is_append_only_update BEFORE UPDATE ON change_log
         BEGIN SELECT RAISE(ABORT, 'change_log is append-only'); END;
         CREATE TRIGGER change_log_has_a_hash BEFORE INSERT ON change_log WHEN NEW.hash IS NULL
         BEGIN SELECT RAISE(ABORT, 'change_log wants its hash'); END;",
    )
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
