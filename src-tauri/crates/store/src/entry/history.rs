//! The history of one entry: who changed it, when, and in what.

use super::edits::EntryEdits;
use crate::column::Failure;
use crate::error::StoreError;
use crate::open::Store;
use bc138_domain::{EntryNote, Measure, Slot, Window};
use rusqlite::{Connection, Row};

/// One change of one entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EntryVersion {
    /// Id of the log row.
    pub change: i32,
    /// When.
    pub at: String,
    /// Who.
    pub actor: String,
    /// What the user did.
    pub label: String,
    /// The number before.
    pub before: Option<Slot>,
    /// The number after.
    pub after: Option<Slot>,
    /// The note after.
    pub note: Option<EntryNote>,
}

impl Store {
    /// Every change of one entry, oldest first.
    ///
    /// # Errors
    /// See [`StoreError`].
    pub fn entry_history(
        &self,
        unit: &str,
        measure: &Measure,
        window: &Window,
    ) -> Result<Vec<EntryVersion>, StoreError> {
        history(&self.connection, unit, measure, window).map_err(|failure| self.settle(failure))
    }

    /// The newest change of the entries that units have of a measure in a window.
    ///
    /// # Errors
    /// See [`StoreError`].
    pub fn newest_entry(
        &self,
        units: &[&str],
        measure: &Measure,
        window: &Window,
    ) -> Result<Option<EntryVersion>, StoreError> {
        let newest = newest(&self.connection, units, measure, window);
        newest.map_err(|failure| self.settle(failure))
    }
}

fn history(
    c: &Connection,
    unit: &str,
    measure: &Measure,
    window: &Window,
) -> Result<Vec<EntryVersion>, Failure> {
    let mut statement = c.prepare_cached(
        "SELECT id, at, actor, label, entries FROM change_log
         WHERE entries IS NOT NULL ORDER BY id",
    )?;
    let mut rows = statement.query([])?;
    let mut versions = Vec::new();
    while let Some(row) = rows.next()? {
        versions.extend(version(row, &[unit], measure, window)?);
    }
    Ok(versions)
}

fn newest(
    c: &Connection,
    units: &[&str],
    measure: &Measure,
    window: &Window,
) -> Result<Option<EntryVersion>, Failure> {
    let mut statement = c.prepare_cached(
        "SELECT id, at, actor, label, entries FROM change_log
         WHERE entries IS NOT NULL ORDER BY id DESC",
    )?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        if let Some(version) = version(row, units, measure, window)? {
            return Ok(Some(version));
        }
    }
    Ok(None)
}

/// The change of a log row, where it touched the entry of one of the units.
fn version(
    row: &Row<'_>,
    units: &[&str],
    measure: &Measure,
    window: &Window,
) -> Result<Option<EntryVersion>, Failure> {
    let bytes: Vec<u8> = row.get(4)?;
    let edits = EntryEdits::unpack(&bytes)?;
    let Some((before, after, note)) = in_edits(&edits, units, measure, window) else {
        return Ok(None);
    };
    let (change, at, actor, label) = (row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?);
    Ok(Some(EntryVersion { change, at, actor, label, before, after, note }))
}

type Touched = (Option<Slot>, Option<Slot>, Option<EntryNote>);

fn in_edits(
    edits: &EntryEdits,
    units: &[&str],
    measure: &Measure,
    window: &Window,
) -> Option<Touched> {
    let wanted: Vec<bool> = edits.units.iter().map(|key| units.contains(&key.as_str())).collect();
    let measure = edits.measures.iter().position(|it| it == measure)?;
    let window = edits.windows.iter().position(|it| it == window)?;
    let is_here = |place: u32, wanted: usize| place as usize == wanted;
    let place = edits.cells.iter().position(|cell| {
        wanted.get(cell.unit as usize) == Some(&true)
            && is_here(cell.measure, measure)
            && is_here(cell.window, window)
    })?;
    let note = edits.notes.iter().find(|note| note.cell as usize == place);
    let cell = edits.cells[place];
    Some((cell.before, cell.after, note.and_then(|note| note.after.clone())))
}
