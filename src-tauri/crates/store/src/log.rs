//! Reading the log: what was done, by whom and when; what one record went through; what is
//! different since an earlier moment.

use crate::change::edits_of;
use crate::column::Failure;
use crate::entry::{EntryChange, net};
use crate::error::StoreError;
use crate::open::Store;
use bc138_domain::{Edit, Kind, Record, Window};
use rusqlite::{Connection, Row, ToSql, params_from_iter};
use std::collections::BTreeMap;

/// What a row of the log did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Action {
    /// Done for the first time.
    Do,
    /// Taken back.
    Undo,
    /// Done again.
    Redo,
}

/// One row of the log.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LogRow {
    /// Its id.
    pub change: i32,
    /// When.
    pub at: String,
    /// Who.
    pub actor: String,
    /// The dossier it belongs to.
    pub dossier: Option<i32>,
    /// What the user did.
    pub label: String,
    /// Done, taken back or done again.
    pub action: Action,
    /// The records before and after.
    pub edits: Vec<Edit>,
    /// The windows of the entries it touched.
    pub windows: Vec<Window>,
    /// How many entries of units it touched.
    pub entry_count: usize,
    /// The first of them, at most two hundred, before and after.
    pub entries: Vec<EntryChange>,
}

/// How many entries a row of the log shows; a table of two million is not read out.
pub const SHOWN: usize = 200;

/// Which rows of the log are wanted, newest first.
#[derive(Debug, Clone, Default)]
pub struct LogFilter {
    /// Only of this dossier.
    pub dossier: Option<i32>,
    /// Only rows that touch this record.
    pub record: Option<(Kind, i32)>,
    /// Only rows older than this one.
    pub before: Option<i32>,
    /// At most so many; all of them by default.
    pub limit: Option<u32>,
}

/// What is different now, compared with the state after a row of the log.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Since {
    /// Records: as they were then, as they are now.
    pub edits: Vec<Edit>,
    /// Entries of units.
    pub entries: Vec<EntryChange>,
}

impl Store {
    /// Rows of the log, newest first.
    ///
    /// # Errors
    /// See [`StoreError`].
    pub fn log(&self, filter: &LogFilter) -> Result<Vec<LogRow>, StoreError> {
        read(&self.connection, filter).map_err(|failure| self.settle(failure))
    }

    /// What is different now from the state after a change; 0 stands for the empty store.
    ///
    /// # Errors
    /// See [`StoreError`].
    pub fn since(&self, change: i32) -> Result<Since, StoreError> {
        since(&self.connection, change).map_err(|failure| self.settle(failure))
    }

    /// The id of the newest row of the log; 0 when it is empty.
    ///
    /// # Errors
    /// See [`StoreError`].
    pub fn newest_change(&self) -> Result<i32, StoreError> {
        self.connection
            .query_row("SELECT coalesce(max(id), 0) FROM change_log", [], |row| row.get(0))
            .map_err(|error| self.fail(&error))
    }
}

fn read(c: &Connection, filter: &LogFilter) -> Result<Vec<LogRow>, Failure> {
    let mark = filter.record.map(mark_of).transpose()?;
    let limit = filter.limit.map_or(-1, i64::from);
    let wanted: [&dyn ToSql; 4] = [&filter.dossier, &filter.before, &mark, &limit];
    let mut statement = c.prepare_cached(
        "SELECT id, at, actor, dossier, label, action FROM change_log
         WHERE (?1 IS NULL OR dossier = ?1) AND (?2 IS NULL OR id < ?2)
           AND (?3 IS NULL OR instr(before, ?3) > 0 OR instr(after, ?3) > 0)
         ORDER BY id DESC LIMIT ?4",
    )?;
    let heads = statement.query_map(params_from_iter(wanted), head)?;
    let mut rows = heads.collect::<Result<Vec<_>, _>>()?;
    for row in &mut rows {
        let (edits, mut entries) = edits_of(c, row.change)?;
        row.entry_count = entries.cells.len();
        row.windows.clone_from(&entries.windows);
        entries.cells.truncate(SHOWN);
        (row.edits, row.entries) = (edits, net([entries]));
    }
    Ok(rows)
}

/// How a record begins in the log's JSON. Quotes inside texts are escaped there, so nothing that
/// a user typed can look like it.
fn mark_of((kind, id): (Kind, i32)) -> Result<String, StoreError> {
    let kind = crate::column::to_json(&kind)?;
    Ok(format!("{{\"record\":{kind},\"id\":{id},"))
}

fn head(row: &Row<'_>) -> rusqlite::Result<LogRow> {
    let action: String = row.get(5)?;
    Ok(LogRow {
        change: row.get(0)?,
        at: row.get(1)?,
        actor: row.get(2)?,
        dossier: row.get(3)?,
        label: row.get(4)?,
        action: match action.as_str() {
            "undo" => Action::Undo,
            "redo" => Action::Redo,
            _ => Action::Do,
        },
        edits: Vec::new(),
        windows: Vec::new(),
        entry_count: 0,
        entries: Vec::new(),
    })
}

fn since(c: &Connection, change: i32) -> Result<Since, Failure> {
    let ids: Vec<i32> = c
        .prepare_cached("SELECT id FROM change_log WHERE id > ?1 ORDER BY id")?
        .query_map([change], |row| row.get(0))?
        .collect::<Result<_, _>>()?;
    let mut records: BTreeMap<(Kind, i32), Edit> = BTreeMap::new();
    let mut entries = Vec::new();
    for id in ids {
        let (edits, cells) = edits_of(c, id)?;
        for edit in edits {
            follow(&mut records, edit);
        }
        entries.push(cells);
    }
    let edits = records.into_values().filter(|edit| edit.before != edit.after).collect();
    let entries = net(entries).into_iter().filter(EntryChange::is_told).collect();
    Ok(Since { edits, entries })
}

/// The first state of a record stays, the last one follows.
fn follow(records: &mut BTreeMap<(Kind, i32), Edit>, edit: Edit) {
    let one: Option<&Record> = edit.after.as_ref().or(edit.before.as_ref());
    let Some(key) = one.map(|record| (record.kind(), record.id())) else { return };
    match records.get_mut(&key) {
        Some(known) => known.after = edit.after,
        None => {
            records.insert(key, edit);
        }
    }
}
