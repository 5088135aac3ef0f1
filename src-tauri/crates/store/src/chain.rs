//! The hash chain of the change log: each row is bound to all rows before it.
//!
//! A row's hash is SHA-256 over the hash of the row before (32 zero bytes for the first) and the
//! row's own columns in order, each as a presence byte, its length and its bytes. Any change of an
//! old row, and any row taken out or put in, breaks every hash that follows.

use crate::column::Failure;
use crate::error::StoreError;
use bc138_domain::Work;
use rusqlite::{Connection, OptionalExtension, Row, params};
use sha2::{Digest, Sha256};

/// A hash.
pub(crate) type Hash = [u8; 32];

/// The columns of a log row that its hash covers.
pub(crate) struct Line<'a> {
    pub id: i64,
    pub at: &'a str,
    pub actor: &'a str,
    pub dossier: Option<i32>,
    pub label: &'a str,
    pub action: &'a str,
    pub target: Option<i32>,
    pub before: &'a str,
    pub after: &'a str,
    pub entries: Option<&'a [u8]>,
}

impl Line<'_> {
    /// The hash of this row behind a row with the hash `previous`.
    pub fn hash(&self, previous: &Hash) -> Hash {
        let mut hasher = Sha256::new();
        hasher.update(previous);
        let number = |value: Option<i64>| value.map(|value| value.to_string());
        let [id, dossier, target] = [
            number(Some(self.id)),
            number(self.dossier.map(i64::from)),
            number(self.target.map(i64::from)),
        ];
        for part in [
            id.as_deref(),
            Some(self.at),
            Some(self.actor),
            dossier.as_deref(),
            Some(self.label),
            Some(self.action),
            target.as_deref(),
            Some(self.before),
            Some(self.after),
        ] {
            feed(&mut hasher, part.map(str::as_bytes));
        }
        feed(&mut hasher, self.entries);
        hasher.finalize().into()
    }
}

fn feed(hasher: &mut Sha256, part: Option<&[u8]>) {
    hasher.update([u8::from(part.is_some())]);
    let bytes = part.unwrap_or_default();
    hasher.update((bytes.len() as u64).to_le_bytes());
    hasher.update(bytes);
}

/// The hash of the newest row; zeros when the log is empty.
pub(crate) fn head(c: &Connection) -> Result<Hash, Failure> {
    let head: Option<Vec<u8>> = c
        .prepare_cached("SELECT hash FROM change_log ORDER BY id DESC LIMIT 1")?
        .query_row([], |row| row.get(0))
        .optional()?;
    head.map_or(Ok([0; 32]), |bytes| as_hash(&bytes))
}

fn as_hash(bytes: &[u8]) -> Result<Hash, Failure> {
    bytes.try_into().map_err(|_| StoreError::Unreadable("hash of the log".to_owned()).into())
}

/// Gives the rows of an older file their hashes; part of migration 2.
pub(crate) fn seal_old_rows(c: &Connection) -> rusqlite::Result<()> {
    let mut previous = [0; 32];
    let ids: Vec<i64> = c
        .prepare("SELECT id FROM change_log ORDER BY id")?
        .query_map([], |row| row.get(0))?
        .collect::<Result<_, _>>()?;
    for id in ids {
        previous = c.query_row(SELECT_ONE, [id], |row| hash_of(row, &previous))?;
        c.execute("UPDATE change_log SET hash = ?2 WHERE id = ?1", params![id, previous])?;
    }
    Ok(())
}

const SELECT_ONE: &str = "SELECT id, at, actor, dossier, label, action, target, before, after,
    entries, hash FROM change_log WHERE id = ?1";

fn hash_of(row: &Row<'_>, previous: &Hash) -> rusqlite::Result<Hash> {
    let text = |index: usize| row.get::<_, String>(index);
    let (at, actor, label, action) = (text(1)?, text(2)?, text(4)?, text(5)?);
    let (before, after) = (text(7)?, text(8)?);
    let entries: Option<Vec<u8>> = row.get(9)?;
    let line = Line {
        id: row.get(0)?,
        at: &at,
        actor: &actor,
        dossier: row.get(3)?,
        label: &label,
        action: &action,
        target: row.get(6)?,
        before: &before,
        after: &after,
        entries: entries.as_deref(),
    };
    Ok(line.hash(previous))
}

/// The first row whose hash does not follow from its contents and the row before; `None` when the
/// whole chain holds.
pub(crate) fn first_break(c: &Connection, work: &Work) -> Result<Option<i64>, Failure> {
    let mut previous = [0; 32];
    let mut expected_id = 1_i64;
    let mut statement = c.prepare(
        "SELECT id, at, actor, dossier, label, action, target, before, after, entries, hash
         FROM change_log ORDER BY id",
    )?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let id: i64 = row.get(0)?;
        work.reach(usize::try_from(expected_id).unwrap_or_default())?;
        let stored: Option<Vec<u8>> = row.get(10)?;
        let hash = hash_of(row, &previous)?;
        if id != expected_id || stored.as_deref() != Some(hash.as_slice()) {
            return Ok(Some(id));
        }
        (previous, expected_id) = (hash, id + 1);
    }
    let kept: Option<Vec<u8>> =
        c.query_row("SELECT hash FROM chain_head WHERE id = 1", [], |row| row.get(0)).optional()?;
    let ends = kept.unwrap_or_else(|| vec![0; 32]) == previous;
    Ok((!ends).then_some(expected_id))
}

/// Remembers the newest hash apart from the log, so that rows cut off at its end are missed.
pub(crate) fn keep_head(c: &Connection, hash: &Hash) -> Result<(), Failure> {
    c.prepare_cached(
        "INSERT INTO chain_head (id, hash) VALUES (1, ?1)
         ON CONFLICT (id) DO UPDATE SET hash = excluded.hash",
    )?
    .execute([hash.as_slice()])?;
    Ok(())
}
