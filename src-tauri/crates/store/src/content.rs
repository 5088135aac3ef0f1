//! Everything that a store holds: what is exported, and what its content hash is made of.

use crate::column::Failure;
use crate::entry::read_all;
use crate::error::StoreError;
use crate::open::Store;
use crate::table;
use bc138_domain::{EntryBatch, Kind, Record};
use rusqlite::Connection;

/// All records, parents before children, all entries and all photos.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Content {
    /// Records in the order of [`Kind::ALL`].
    pub records: Vec<Record>,
    /// Entries of units.
    pub entries: EntryBatch,
    /// Photos: hash and bytes.
    pub photos: Vec<(String, Vec<u8>)>,
}

impl Store {
    /// Everything in the store.
    ///
    /// # Errors
    /// See [`StoreError`].
    pub fn content(&self) -> Result<Content, StoreError> {
        content(&self.connection).map_err(|failure| self.settle(failure))
    }

    /// All records of one kind.
    ///
    /// # Errors
    /// See [`StoreError`].
    pub fn records(&self, kind: Kind) -> Result<Vec<Record>, StoreError> {
        table::all(&self.connection, kind).map_err(|failure| self.settle(failure))
    }
}

fn content(c: &Connection) -> Result<Content, Failure> {
    let mut records = Vec::new();
    for kind in Kind::ALL {
        records.extend(table::all(c, *kind)?);
    }
    let mut statement = c.prepare("SELECT hash, bytes FROM photo ORDER BY hash")?;
    let photos = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(Content { records, entries: read_all(c)?, photos: photos.collect::<Result<_, _>>()? })
}
