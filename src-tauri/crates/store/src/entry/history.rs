//! The history of one entry: who changed it, when, and in what.

use super::edits::EntryEdits;
use crate::column::Failure;
use crate::error::StoreError;
use crate::open::Store;
use bc138_domain::{EntryNote, Measure, Slot, Window};
use rusqlite::Connection;

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
        let bytes: Vec<u8> = row.get(4)?;
        let edits = EntryEdits::unpack(&bytes)?;
        if let Some((before, after, note)) = in_edits(&edits, unit, measure, window) {
            let (change, at, actor, label) = (row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?);
            versions.push(EntryVersion { change, at, actor, label, before, after, note });
        }
    }
    Ok(versions)
}

type Touched = (Option<Slot>, Option<Slot>, Option<EntryNote>);

fn in_edits(edits: &EntryEdits, unit: &str, measure: &Measure, window: &Window) -> Option<Touched> {
    let unit = edits.units.iter().position(|key| key == unit)?;
    let measure = edits.measures.iter().position(|it| it == measure)?;
    let window = edits.windows.iter().position(|it| it == window)?;
    let is_here = |place: u32, wanted: usize| place as usize == wanted;
    let place = edits.cells.iter().position(|cell| {
        is_here(cell.unit, unit) && is_here(cell.measure, measure) && is_here(cell.window, window)
    })?;
    let note = edits.notes.iter().find(|note| note.cell as usize == place);
    let cell = edits.cells[place];
    Some((cell.before, cell.after, note.and_then(|note| note.after.clone())))
}
