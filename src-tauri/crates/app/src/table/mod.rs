//! The table of units × measures in memory: read from the store when it is wanted, kept while
//! nothing but this module changes it.

mod cell;
mod checked;
mod columns;
mod history;
mod paper;
mod series;
mod sheet;
mod shown;
mod targets;

use crate::app::App;
use crate::error::AppError;
use bc138_domain::{EntryNote, Window};
use bc138_series::{Column, Cube, MeasureIx, WindowIx};
use bc138_store::EntryFilter;
use bc138_units::{Registry, UnitIx};
use chrono::NaiveDate;
use std::collections::BTreeMap;

pub(crate) use cell::{noted_text, slot_text};
pub(crate) use checked::Surroundings;
pub(crate) use series::{SeriesNumbers, YearNumber};
pub(crate) use sheet::Scene;
pub(crate) use shown::COLUMNS;

/// Place of a note.
type NotePlace = (UnitIx, MeasureIx, WindowIx);

/// All entries, indexed, with the register their places belong to.
#[derive(Debug)]
pub(crate) struct UnitTable {
    pub cube: Cube,
    pub notes: BTreeMap<NotePlace, EntryNote>,
    /// The folding of the register that the places belong to.
    generation: u32,
    /// The newest change of entries that is in it.
    version: i32,
}

/// The units below another one that have numbers in a column, those that ended before its last day
/// among them.
pub(crate) fn reporters<'a>(
    registry: &'a Registry,
    column: &'a Column,
    whole: UnitIx,
    day: NaiveDate,
) -> impl Iterator<Item = UnitIx> + 'a {
    let units = column.iter().map(|(unit, _)| unit);
    units.filter(move |unit| registry.lies_below(*unit, whole, day))
}

impl App {
    /// The table, read again when entries or units changed since.
    pub(crate) fn table(&mut self) -> Result<&mut UnitTable, AppError> {
        let registry = self.registry()?;
        let version = self.store.entries_version()?;
        let known = self.table.take();
        let known = known.filter(|table| {
            table.version == version && table.generation == self.register.generation
        });
        let table = match known {
            Some(table) => table,
            None => UnitTable::read(self, &registry, version)?,
        };
        Ok(self.table.insert(table))
    }

    /// Reads the table, so that the findings of a dossier can compare it with the sums of units.
    ///
    /// # Errors
    /// The store fails.
    pub fn read_units(&mut self) -> Result<(), AppError> {
        if self.store.entries_version()? > 0 {
            self.table()?;
        }
        Ok(())
    }

    /// The table, when it has been read and nothing changed since.
    pub(crate) fn current_table(&self) -> Option<&UnitTable> {
        let version = self.store.entries_version().ok()?;
        let table = self.table.as_ref()?;
        (table.version == version && table.generation == self.register.generation).then_some(table)
    }
}

impl UnitTable {
    fn read(app: &App, registry: &Registry, version: i32) -> Result<Self, AppError> {
        let batch = app.store.entries(&EntryFilter::default())?;
        let notes = batch.notes.clone();
        let places: Vec<(String, u32, u32)> = notes
            .iter()
            .map(|(at, _)| {
                let cell = batch.cells[*at as usize];
                (batch.units[cell.unit as usize].clone(), cell.measure, cell.window)
            })
            .collect();
        let (measures, windows) = (batch.measures.clone(), batch.windows.clone());
        let cube = Cube::build(registry, batch)?;
        let generation = app.register.generation;
        let mut table = Self { cube, notes: BTreeMap::new(), generation, version };
        for ((unit, measure, window), (_, note)) in places.into_iter().zip(notes) {
            let place = (
                registry.find(&unit),
                table.cube.find_measure(&measures[measure as usize]),
                table.cube.find_window(&windows[window as usize]),
            );
            if let (Some(unit), Some(measure), Some(window)) = place {
                table.notes.insert((unit, measure, window), note);
            }
        }
        Ok(table)
    }

    /// The windows that end in a year, in the order of time.
    pub fn windows_of(&self, year: i32) -> Vec<WindowIx> {
        let in_year =
            |at: &WindowIx| self.cube.window(*at).and_then(crate::year::year_of) == Some(year);
        self.cube.windows_in_time().into_iter().filter(in_year).collect()
    }

    /// The years that entries speak of, ascending.
    pub fn years(&self) -> Vec<i32> {
        let mut years: Vec<i32> = self
            .cube
            .windows()
            .iter()
            .filter_map(|window: &Window| crate::year::year_of(window))
            .collect();
        years.sort_unstable();
        years.dedup();
        years
    }
}
