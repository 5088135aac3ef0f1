//! Changes: one user action, one transaction, one row in the log; undo and redo.

use crate::chain::{self, Line};
use crate::column::{Failure, Table, from_json, to_json};
use crate::entry::{self, EntryEdits};
use crate::error::StoreError;
use crate::open::Store;
use crate::table;
use bc138_domain::{Dossier, DossierPart, Edit, EntryBatch, Kind, Record, Work};
use rusqlite::{Connection, OptionalExtension, TransactionBehavior, params};

/// One user action, ready to be written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// What the user did, in Vietnamese: “sửa Khu dân cư đạt”.
    pub label: String,
    /// The dossier it belongs to.
    pub dossier: Option<i32>,
    /// Records as they shall be; id 0 stands for “new”, and gets an id.
    pub put: Vec<Record>,
    /// Records to remove.
    pub remove: Vec<(Kind, i32)>,
    /// Entries of units to put or take away.
    pub entries: EntryBatch,
    /// Photos to keep: hash and bytes. They stay when the change is taken back: a photo is what its
    /// hash says, whoever points to it.
    pub photos: Vec<(String, Vec<u8>)>,
    /// Whether undo passes it by: a year that was closed is opened again with a reason only.
    pub permanent: bool,
}

impl Change {
    /// A change with a label and nothing in it yet.
    #[must_use]
    pub fn new(label: impl Into<String>, dossier: Option<i32>) -> Self {
        let (put, remove, entries) = (Vec::new(), Vec::new(), EntryBatch::default());
        let photos = Vec::new();
        Self { label: label.into(), dossier, put, remove, entries, photos, permanent: false }
    }

    /// Adds a record to write.
    #[must_use]
    pub fn put(mut self, record: impl Into<Record>) -> Self {
        self.put.push(record.into());
        self
    }

    /// Adds photos.
    #[must_use]
    pub fn photos(mut self, photos: Vec<(String, Vec<u8>)>) -> Self {
        self.photos = photos;
        self
    }

    /// Keeps the change from being taken back by undo.
    #[must_use]
    pub fn permanent(mut self) -> Self {
        self.permanent = true;
        self
    }

    /// Adds entries of units.
    #[must_use]
    pub fn entries(mut self, entries: EntryBatch) -> Self {
        self.entries = entries;
        self
    }

    /// Adds a record to remove.
    #[must_use]
    pub fn remove(mut self, kind: Kind, id: i32) -> Self {
        self.remove.push((kind, id));
        self
    }
}

/// What a written change left behind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Logged {
    /// Id of the log row.
    pub change: i32,
    /// Ids of the records put, in their order.
    pub ids: Vec<i32>,
}

/// A change that can be taken back or done again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// Id of the log row.
    pub change: i32,
    /// Its label.
    pub label: String,
    /// The dossier it belongs to.
    pub dossier: Option<i32>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Side {
    Undo,
    Redo,
}

impl Side {
    const fn word(self) -> &'static str {
        match self {
            Self::Undo => "undo",
            Self::Redo => "redo",
        }
    }

    const fn other(self) -> Self {
        match self {
            Self::Undo => Self::Redo,
            Self::Redo => Self::Undo,
        }
    }
}

impl Store {
    /// Writes a change: all of it, durably, or nothing.
    ///
    /// # Errors
    /// See [`StoreError`]; after an error the store is as it was.
    pub fn apply(&mut self, change: &Change, at: &str, actor: &str) -> Result<Logged, StoreError> {
        self.apply_watched(change, (at, actor), &Work::default())
    }

    /// The same for a large change, which can be stopped until it is complete.
    ///
    /// # Errors
    /// See [`StoreError`]; after an error, and when it was stopped, the store is as it was.
    pub fn apply_watched(
        &mut self,
        change: &Change,
        (at, actor): (&str, &str),
        work: &Work,
    ) -> Result<Logged, StoreError> {
        self.in_transaction(|tx| {
            for (hash, bytes) in &change.photos {
                crate::place::put_photo(tx, hash, bytes)?;
            }
            let (edits, ids) = write(tx, change)?;
            let entries = entry::write(tx, &change.entries, work)?;
            let heading = Heading { at, actor, dossier: change.dossier, label: &change.label };
            let logged = log(tx, &heading, ("do", None), &edits, &entries)?;
            work.heed()?;
            tx.execute("DELETE FROM undo_stack WHERE side = 'redo'", [])?;
            if !change.permanent {
                push(tx, Side::Undo, logged)?;
            }
            Ok(Logged { change: logged, ids })
        })
    }

    /// The change that undo would take back next.
    ///
    /// # Errors
    /// See [`StoreError`].
    pub fn next_undo(&self) -> Result<Option<Step>, StoreError> {
        top(&self.connection, Side::Undo).map_err(|failure| self.settle(failure))
    }

    /// The change that redo would do next.
    ///
    /// # Errors
    /// See [`StoreError`].
    pub fn next_redo(&self) -> Result<Option<Step>, StoreError> {
        top(&self.connection, Side::Redo).map_err(|failure| self.settle(failure))
    }

    /// Takes the last change back; `None` when there is none.
    ///
    /// # Errors
    /// See [`StoreError`].
    pub fn undo(&mut self, at: &str, actor: &str) -> Result<Option<Step>, StoreError> {
        self.shift(Side::Undo, at, actor)
    }

    /// Does the change again that was taken back last; `None` when there is none.
    ///
    /// # Errors
    /// See [`StoreError`].
    pub fn redo(&mut self, at: &str, actor: &str) -> Result<Option<Step>, StoreError> {
        self.shift(Side::Redo, at, actor)
    }

    fn shift(&mut self, side: Side, at: &str, actor: &str) -> Result<Option<Step>, StoreError> {
        self.in_transaction(|tx| {
            let Some(step) = top(tx, side)? else { return Ok(None) };
            let (mut edits, mut entries) = edits_of(tx, step.change)?;
            if side == Side::Undo {
                edits = edits.iter().rev().map(Edit::inverse).collect();
                entries = entries.inverse();
            }
            replay(tx, &edits)?;
            entry::replay(tx, &entries)?;
            let heading = Heading { at, actor, dossier: step.dossier, label: &step.label };
            log(tx, &heading, (side.word(), Some(step.change)), &edits, &entries)?;
            tx.execute(
                "DELETE FROM undo_stack WHERE seq = (SELECT max(seq) FROM undo_stack WHERE side = ?1)",
                [side.word()],
            )?;
            push(tx, side.other(), step.change)?;
            Ok(Some(step))
        })
    }

    /// The id of the newest row of the log that touches a dossier; 0 when there is none.
    ///
    /// # Errors
    /// See [`StoreError`].
    pub fn last_change(&self, dossier: i32) -> Result<i32, StoreError> {
        self.connection
            .prepare_cached(
                "SELECT max(coalesce((SELECT max(id) FROM change_log WHERE dossier = ?1), 0),
                            coalesce((SELECT max(id) FROM change_log WHERE dossier IS NULL), 0))",
            )
            .and_then(|mut statement| statement.query_row([dossier], |row| row.get(0)))
            .map_err(|error| self.fail(&error))
    }

    /// One record.
    ///
    /// # Errors
    /// See [`StoreError`].
    pub fn record(&self, kind: Kind, id: i32) -> Result<Option<Record>, StoreError> {
        table::get(&self.connection, kind, id).map_err(|failure| self.settle(failure))
    }

    /// All dossiers, oldest first.
    ///
    /// # Errors
    /// See [`StoreError`].
    pub fn dossiers(&self) -> Result<Vec<Dossier>, StoreError> {
        Dossier::list(&self.connection, None).map_err(|failure| self.settle(failure))
    }

    /// A dossier with all its parts; `None` when there is no such dossier.
    ///
    /// # Errors
    /// See [`StoreError`].
    pub fn dossier(&self, id: i32) -> Result<Option<DossierPart>, StoreError> {
        read_part(&self.connection, id).map_err(|failure| self.settle(failure))
    }

    pub(crate) fn settle(&self, failure: Failure) -> StoreError {
        match failure {
            Failure::Sqlite(error) => self.fail(&error),
            Failure::Store(error) => error,
        }
    }

    pub(crate) fn in_transaction<T>(
        &mut self,
        work: impl FnOnce(&Connection) -> Result<T, Failure>,
    ) -> Result<T, StoreError> {
        let path = self.path().to_path_buf();
        let settle = |failure| match failure {
            Failure::Sqlite(error) => StoreError::from_sqlite(&path, &error),
            Failure::Store(error) => error,
        };
        let tx = self
            .connection
            .transaction_with_behavior(TransactionBehavior::Immediate)
            .map_err(|error| settle(error.into()))?;
        let done = work(&tx).map_err(settle)?;
        tx.commit().map_err(|error| StoreError::from_sqlite(&path, &error))?;
        Ok(done)
    }
}

/// Writes the records of a change and returns what was before and after.
fn write(tx: &Connection, change: &Change) -> Result<(Vec<Edit>, Vec<i32>), Failure> {
    let mut edits = Vec::new();
    let mut ids = Vec::new();
    for record in &change.put {
        let mut record = record.clone();
        if record.id() == 0 {
            record.set_id(table::next_id(tx, record.kind())?);
        }
        let before = table::get(tx, record.kind(), record.id())?;
        table::put(tx, &record)?;
        ids.push(record.id());
        edits.push(Edit { before, after: Some(record) });
    }
    for (kind, id) in &change.remove {
        let before = table::get(tx, *kind, *id)?.ok_or(StoreError::NoSuchRecord)?;
        table::delete(tx, *kind, *id)?;
        edits.push(Edit { before: Some(before), after: None });
    }
    Ok((edits, ids))
}

/// Brings every record to its state after the edit.
fn replay(tx: &Connection, edits: &[Edit]) -> Result<(), Failure> {
    for edit in edits {
        match (&edit.before, &edit.after) {
            (_, Some(after)) => table::put(tx, after)?,
            (Some(before), None) => table::delete(tx, before.kind(), before.id())?,
            (None, None) => {}
        }
    }
    Ok(())
}

/// What stands over a row of the log.
struct Heading<'a> {
    at: &'a str,
    actor: &'a str,
    dossier: Option<i32>,
    label: &'a str,
}

fn log(
    tx: &Connection,
    heading: &Heading<'_>,
    (action, target): (&str, Option<i32>),
    edits: &[Edit],
    entries: &EntryEdits,
) -> Result<i32, Failure> {
    let before: Vec<_> = edits.iter().map(|edit| &edit.before).collect();
    let after: Vec<_> = edits.iter().map(|edit| &edit.after).collect();
    let (before, after) = (to_json(&before)?, to_json(&after)?);
    let entries = if entries.cells.is_empty() { None } else { Some(entries.pack()?) };
    let id: i32 = tx
        .prepare_cached("SELECT coalesce(max(id), 0) + 1 FROM change_log")?
        .query_row([], |row| row.get(0))?;
    let line = Line {
        id: i64::from(id),
        at: heading.at,
        actor: heading.actor,
        dossier: heading.dossier,
        label: heading.label,
        action,
        target,
        before: &before,
        after: &after,
        entries: entries.as_deref(),
    };
    let hash = line.hash(&chain::head(tx)?);
    insert(tx, &line, hash.as_slice())?;
    chain::keep_head(tx, &hash)?;
    Ok(id)
}

fn insert(tx: &Connection, line: &Line<'_>, hash: &[u8]) -> Result<(), Failure> {
    tx.prepare_cached(
        "INSERT INTO change_log
         (id, at, actor, dossier, label, action, target, before, after, entries, hash)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)",
    )?
    .execute(params![
        line.id,
        line.at,
        line.actor,
        line.dossier,
        line.label,
        line.action,
        line.target,
        line.before,
        line.after,
        line.entries,
        hash,
    ])?;
    Ok(())
}

fn push(tx: &Connection, side: Side, change: i32) -> Result<(), Failure> {
    tx.prepare_cached("INSERT INTO undo_stack (change, side) VALUES (?1, ?2)")?
        .execute(params![change, side.word()])?;
    Ok(())
}

fn top(connection: &Connection, side: Side) -> Result<Option<Step>, Failure> {
    let step = connection
        .prepare_cached(
            "SELECT l.id, l.label, l.dossier FROM undo_stack s JOIN change_log l ON l.id = s.change
             WHERE s.side = ?1 ORDER BY s.seq DESC LIMIT 1",
        )?
        .query_row([side.word()], |row| {
            Ok(Step { change: row.get(0)?, label: row.get(1)?, dossier: row.get(2)? })
        })
        .optional()?;
    Ok(step)
}

/// What a row of the log did.
pub(crate) fn edits_of(
    connection: &Connection,
    change: i32,
) -> Result<(Vec<Edit>, EntryEdits), Failure> {
    let (before, after, entries): (String, String, Option<Vec<u8>>) = connection
        .prepare_cached("SELECT before, after, entries FROM change_log WHERE id = ?1")?
        .query_row([change], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?;
    let before: Vec<Option<Record>> = from_json(&before)?;
    let after: Vec<Option<Record>> = from_json(&after)?;
    let edits = before.into_iter().zip(after).map(|(before, after)| Edit { before, after });
    let entries = entries.map(|bytes| EntryEdits::unpack(&bytes)).transpose()?;
    Ok((edits.collect(), entries.unwrap_or_default()))
}

fn read_part(c: &Connection, id: i32) -> Result<Option<DossierPart>, Failure> {
    let Some(dossier) = Dossier::get(c, id)? else { return Ok(None) };
    let of = Some(id);
    Ok(Some(DossierPart {
        dossier,
        agenda: Table::list(c, of)?,
        bases: Table::list(c, of)?,
        participants: Table::list(c, of)?,
        speeches: Table::list(c, of)?,
        passages: Table::list(c, of)?,
        figures: Table::list(c, of)?,
        awards: Table::list(c, of)?,
        targets: Table::list(c, of)?,
        captions: Table::list(c, of)?,
        drafts: Table::list(c, of)?,
        reasons: Table::list(c, of)?,
        edited_paragraphs: Table::list(c, of)?,
        settings: Table::list(c, None)?,
        groups: Table::list(c, None)?,
        dimensions: Table::list(c, None)?,
        categories: Table::list(c, None)?,
        indicators: Table::list(c, None)?,
    }))
}
