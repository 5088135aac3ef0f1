//! Where the clerk stopped, photos, and the documents written so far: state that is no user
//! action and therefore not in the change log.

use crate::column::Failure;
use crate::error::StoreError;
use crate::open::Store;
use rusqlite::{Connection, OptionalExtension, params};

/// The field at which the clerk stopped.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// The open dossier.
    pub dossier: Option<i32>,
    /// The step, 1 to 8; 0 is the year's home.
    pub step: i32,
    /// Key of the field.
    pub field: Option<String>,
}

/// A document that was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DocumentRow {
    /// The dossier it was made from.
    pub dossier: i32,
    /// Name shown in lists.
    pub name: String,
    /// Where it lies.
    pub path: String,
    /// When it was written.
    pub at: String,
    /// The last change of the dossier that it holds.
    pub change: i32,
    /// The style of the document; `None` for one written before version 3.
    pub style: Option<String>,
    /// What it said, as JSON; `None` where it states no figures.
    pub facts: Option<String>,
}

impl Store {
    /// Where the clerk stopped last.
    ///
    /// # Errors
    /// See [`StoreError`].
    pub fn place(&self) -> Result<Option<Place>, StoreError> {
        self.connection
            .query_row("SELECT dossier, step, field FROM place", [], |row| {
                Ok(Place { dossier: row.get(0)?, step: row.get(1)?, field: row.get(2)? })
            })
            .optional()
            .map_err(|error| self.fail(&error))
    }

    /// Remembers where the clerk is.
    ///
    /// # Errors
    /// See [`StoreError`].
    pub fn remember_place(&mut self, place: &Place) -> Result<(), StoreError> {
        self.in_transaction(|tx| {
            tx.prepare_cached(
                "INSERT INTO place (id, dossier, step, field) VALUES (1, ?1, ?2, ?3)
                 ON CONFLICT (id) DO UPDATE
                 SET dossier = excluded.dossier, step = excluded.step, field = excluded.field",
            )?
            .execute(params![place.dossier, place.step, place.field])?;
            Ok(())
        })
    }

    /// Documents written from a dossier, newest first.
    ///
    /// # Errors
    /// See [`StoreError`].
    pub fn documents(&self, dossier: i32) -> Result<Vec<DocumentRow>, StoreError> {
        let read = || -> rusqlite::Result<Vec<DocumentRow>> {
            self.connection
                .prepare_cached(
                    "SELECT dossier, name, path, at, change, style, facts FROM document
                     WHERE dossier = ?1 ORDER BY at DESC, id DESC",
                )?
                .query_map([dossier], |row| {
                    Ok(DocumentRow {
                        dossier: row.get(0)?,
                        name: row.get(1)?,
                        path: row.get(2)?,
                        at: row.get(3)?,
                        change: row.get(4)?,
                        style: row.get(5)?,
                        facts: row.get(6)?,
                    })
                })?
                .collect()
        };
        read().map_err(|error| self.fail(&error))
    }

    /// Remembers that a document was written, in place of an earlier one at the same path.
    ///
    /// # Errors
    /// See [`StoreError`].
    pub fn remember_document(&mut self, document: &DocumentRow) -> Result<(), StoreError> {
        self.in_transaction(|tx| {
            tx.execute("DELETE FROM document WHERE path = ?1", [&document.path])?;
            tx.execute(
                "INSERT INTO document (dossier, name, path, at, change, style, facts)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
                params![
                    document.dossier,
                    document.name,
                    document.path,
                    document.at,
                    document.change,
                    document.style,
                    document.facts
                ],
            )?;
            Ok(())
        })
    }

    /// Keeps a photo under its hash; the same photo is kept once.
    ///
    /// # Errors
    /// See [`StoreError`].
    pub fn keep_photo(&mut self, hash: &str, bytes: &[u8]) -> Result<(), StoreError> {
        self.in_transaction(|tx| put_photo(tx, hash, bytes))
    }

    /// The bytes of a photo.
    ///
    /// # Errors
    /// [`StoreError::NoSuchRecord`] when no photo has this hash.
    pub fn photo(&self, hash: &str) -> Result<Vec<u8>, StoreError> {
        self.connection
            .query_row("SELECT bytes FROM photo WHERE hash = ?1", [hash], |row| row.get(0))
            .map_err(|error| self.fail(&error))
    }
}

/// Keeps a photo under its hash.
pub(crate) fn put_photo(tx: &Connection, hash: &str, bytes: &[u8]) -> Result<(), Failure> {
    tx.prepare_cached("INSERT INTO photo (hash, bytes) VALUES (?1, ?2) ON CONFLICT DO NOTHING")?
        .execute(params![hash, bytes])?;
    Ok(())
}
