//! Who changed a cell, when and from what; an old value brought back.

use super::cell::{held, noted_text};
use crate::app::App;
use crate::error::AppError;
use crate::past::{moment, newest_first};
use crate::vi::labels;
use crate::view::{CellHistory, CellVersion, SheetQuery};
use bc138_store::{EntryVersion, StoreError};

impl App {
    /// The history of a cell of the table.
    ///
    /// # Errors
    /// No such cell, or the store fails.
    pub fn cell_history(
        &mut self,
        query: &SheetQuery,
        unit: &str,
        column: &str,
    ) -> Result<CellHistory, AppError> {
        let scene = self.scene(query)?;
        let column = scene.column(column)?;
        let ix = scene.unit(unit, &column)?;
        let known = held(self.table()?, ix, &column);
        let versions = self.store.entry_history(unit, &column.measure, &column.window)?;
        let note = known.map(|(_, note)| note).unwrap_or_default();
        let remarks = [note.document, note.comment, note.reason];
        Ok(CellHistory {
            title: format!("{} · {}", scene.registry.label(ix, scene.day), column.title),
            versions: newest_first(versions.iter().map(version).collect()),
            remarks: remarks.into_iter().flatten().collect(),
        })
    }

    /// Gives a cell of the table the value back that it had after a change.
    ///
    /// # Errors
    /// The change does not touch the cell, or the store fails.
    pub fn restore_cell(
        &mut self,
        query: &SheetQuery,
        unit: &str,
        column: &str,
        change: i32,
    ) -> Result<(), AppError> {
        let scene = self.scene(query)?;
        let column = scene.column(column)?;
        let ix = scene.unit(unit, &column)?;
        let versions = self.store.entry_history(unit, &column.measure, &column.window)?;
        let version = versions.into_iter().find(|version| version.change == change);
        let version = version.ok_or(StoreError::NoSuchRecord)?;
        let held = version.after.map(|slot| (slot, version.note.unwrap_or_default()));
        let label = labels::restored(&scene.registry.label(ix, scene.day), &column.title);
        self.put_cells(&scene.registry, &label, &[(ix, column, held)])
    }
}

fn version(it: &EntryVersion) -> CellVersion {
    CellVersion {
        change: it.change,
        at: moment(&it.at),
        actor: it.actor.clone(),
        what: it.label.clone(),
        value: noted_text(it.after, it.note.as_ref()),
        current: false,
    }
}
