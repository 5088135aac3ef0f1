//! Opening and closing the one file.

use crate::error::StoreError;
use crate::migrate;
use rusqlite::{Connection, OpenFlags};
use std::fs::File;
use std::io::Read as _;
use std::path::{Path, PathBuf};
use std::time::Duration;

/// Written into the file's header: “B138”.
pub const APPLICATION_ID: i32 = 0x4231_3338;

/// How every SQLite file begins.
const MAGIC: &[u8] = b"SQLite format 3\0";

/// An open store. There is one per file and one connection in it: one writer.
#[derive(Debug)]
pub struct Store {
    pub(crate) connection: Connection,
    path: PathBuf,
}

impl Store {
    /// Opens a file, creating it when it does not exist.
    ///
    /// Writes are durable when a call returns (`synchronous=FULL` with WAL): a power cut costs
    /// nothing that was acknowledged.
    ///
    /// # Errors
    /// The file is newer, foreign, damaged, in use, or cannot be written; it is left untouched.
    pub fn open(path: &Path) -> Result<Self, StoreError> {
        let fail = |error: rusqlite::Error| StoreError::from_sqlite(path, &error);
        let beginning = beginning(path);
        if !beginning.is_empty() && beginning != MAGIC {
            return Err(StoreError::NotOurs(path.to_path_buf()));
        }
        let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE;
        let connection = Connection::open_with_flags(path, flags).map_err(fail)?;
        let mut store = Self { connection, path: path.to_path_buf() };
        // Until the file is known to be ours, whole and not newer, it is only read.
        store.check_owner(beginning.is_empty())?;
        migrate::refuse_newer(&store.connection, path)?;
        store.check_health()?;
        store.configure().map_err(fail)?;
        migrate::upgrade(&mut store.connection, path)?;
        // A migration may rebuild a table that others point to; references are kept from here on.
        store.connection.pragma_update(None, "foreign_keys", true).map_err(fail)?;
        Ok(store)
    }

    /// The file.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }

    pub(crate) fn fail(&self, error: &rusqlite::Error) -> StoreError {
        StoreError::from_sqlite(&self.path, error)
    }

    /// Refuses another program's file before anything is written to it.
    fn check_owner(&self, is_new: bool) -> Result<(), StoreError> {
        let fail = |error: rusqlite::Error| self.fail(&error);
        self.connection.busy_timeout(Duration::from_secs(5)).map_err(fail)?;
        let found: i32 = self
            .connection
            .pragma_query_value(None, "application_id", |row| row.get(0))
            .map_err(fail)?;
        match found {
            APPLICATION_ID => Ok(()),
            0 if is_new || self.is_empty()? => Ok(()),
            _ => Err(StoreError::NotOurs(self.path.clone())),
        }
    }

    fn is_empty(&self) -> Result<bool, StoreError> {
        self.connection
            .query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get::<_, i64>(0))
            .map(|tables| tables == 0)
            .map_err(|error| self.fail(&error))
    }

    fn configure(&self) -> rusqlite::Result<()> {
        let connection = &self.connection;
        connection.pragma_update(None, "foreign_keys", false)?;
        connection.pragma_update_and_check(None, "journal_mode", "wal", |_| Ok(()))?;
        connection.pragma_update(None, "synchronous", "full")?;
        connection.pragma_update(None, "trusted_schema", false)?;
        let id: i32 = connection.pragma_query_value(None, "application_id", |row| row.get(0))?;
        if id != APPLICATION_ID {
            connection.pragma_update(None, "application_id", APPLICATION_ID)?;
        }
        connection.set_prepared_statement_cache_capacity(64);
        Ok(())
    }

    fn check_health(&self) -> Result<(), StoreError> {
        let check = || {
            self.connection.pragma_update(None, "cell_size_check", true)?;
            self.connection.query_row("PRAGMA quick_check(1)", [], |row| row.get::<_, String>(0))
        };
        let verdict = check().map_err(|error| self.fail(&error))?;
        if verdict == "ok" {
            return Ok(());
        }
        Err(StoreError::Damaged { path: self.path.clone(), detail: verdict })
    }

    /// Copies the whole store to another file, as it is at this moment.
    ///
    /// # Errors
    /// The copy cannot be written.
    pub fn copy_to(&self, copy: &Path) -> Result<(), StoreError> {
        self.connection
            .backup("main", copy, None)
            .map_err(|error| StoreError::from_sqlite(copy, &error))
    }
}

/// The first bytes of a file; nothing when it is empty, not there, or cannot be read.
fn beginning(path: &Path) -> Vec<u8> {
    let mut bytes = vec![0; MAGIC.len()];
    let read = File::open(path).and_then(|mut file| file.read(&mut bytes));
    bytes.truncate(read.unwrap_or(0));
    bytes
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_one_writer_is_durable_and_keeps_references() {
        let folder = tempfile::TempDir::new().unwrap();
        let store = Store::open(&folder.path().join("so-lieu.db")).unwrap();
        let pragma = |name: &str| -> i64 {
            store.connection.pragma_query_value(None, name, |row| row.get(0)).unwrap()
        };
        assert_eq!(pragma("synchronous"), 2, "FULL: a power cut costs nothing acknowledged");
        assert_eq!(pragma("foreign_keys"), 1, "no row points nowhere");
        assert_eq!(pragma("trusted_schema"), 0, "a file from elsewhere runs nothing");
        assert_eq!(pragma("busy_timeout"), 5_000, "a short wait is no failure");
    }
}
