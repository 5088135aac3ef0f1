//! Making a cube of a batch: two passes over the cells, sorted only where they have to be.

use crate::column::{Column, Remark};
use crate::cube::{Cube, MeasureIx, WindowIx};
use bc138_domain::{Cell, EntryBatch, EntryNote, Slot};
use bc138_units::{Registry, UnitIx};
use std::collections::BTreeMap;

/// Why a batch made no cube.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum CubeError {
    /// Keys of units that the registry does not know.
    #[error("unknown units: {}", .0.join(", "))]
    UnknownUnits(Vec<String>),
    /// A cell refers to a place that the batch's dictionaries do not have.
    #[error("cell {cell} lies outside the dictionaries")]
    NoSuchPlace {
        /// Place of the cell in the batch.
        cell: usize,
    },
}

impl Cube {
    /// The cube of a batch; of two cells for the same place the later holds.
    ///
    /// # Errors
    /// [`CubeError`]: units that the registry does not know, or a cell outside the dictionaries.
    pub fn build(registry: &Registry, batch: EntryBatch) -> Result<Self, CubeError> {
        let EntryBatch { units, measures, windows, cells, notes } = batch;
        let mut cube = Self::default();
        let layout = Layout {
            units: find_units(registry, &units)?,
            measures: measures.iter().map(|measure| cube.measure_ix(measure)).collect(),
            windows: windows.iter().map(|window| cube.window_ix(window)).collect(),
        };
        let ends = layout.column_ends(&cells)?;
        let remarks = layout.remarks(&cells, &notes);
        let scattered = layout.scatter(&cells, &ends);
        drop(cells);
        let superseded = cube.fill(&layout, scattered, &ends);
        for (key, (cell, remark)) in remarks {
            if superseded.get(&key).is_none_or(|last| *last == cell) {
                cube.annotate(key, remark);
            }
        }
        Ok(cube)
    }

    /// Fills every column from its run, and tells the last cell of each place that had several.
    fn fill(
        &mut self,
        layout: &Layout,
        mut scattered: Vec<Scattered>,
        ends: &[usize],
    ) -> BTreeMap<Key, u32> {
        let mut superseded = BTreeMap::new();
        let mut from = 0;
        for (place, end) in ends.iter().enumerate() {
            let run = scattered.get_mut(from..*end).unwrap_or_default();
            from = *end;
            let (measure, window) = layout.column_at(place);
            let Some(column) = self.column_mut(measure, window).filter(|_| !run.is_empty()) else {
                continue;
            };
            *column = column_of(run, |unit, last| {
                superseded.insert((measure, window, unit), last);
            });
        }
        superseded
    }

    fn annotate(&mut self, (measure, window, unit): Key, remark: Remark) {
        if let Some(column) = self.column_mut(measure, window)
            && column.get(unit).is_some()
        {
            column.set_remark(unit, remark);
        }
    }
}

fn find_units(registry: &Registry, keys: &[String]) -> Result<Vec<UnitIx>, CubeError> {
    let found: Vec<Option<UnitIx>> = keys.iter().map(|key| registry.find(key)).collect();
    let unknown = keys.iter().zip(&found).filter(|(_, at)| at.is_none());
    let unknown: Vec<String> = unknown.map(|(key, _)| key.clone()).collect();
    if unknown.is_empty() {
        Ok(found.into_iter().flatten().collect())
    } else {
        Err(CubeError::UnknownUnits(unknown))
    }
}

type Key = (MeasureIx, WindowIx, UnitIx);

/// One cell on its way into its column, with its place in the batch.
#[derive(Clone, Copy)]
struct Scattered {
    unit: UnitIx,
    cell: u32,
    slot: Option<Slot>,
}

/// Where the cells of a batch go: the cube's places for the batch's.
struct Layout {
    units: Vec<UnitIx>,
    measures: Vec<MeasureIx>,
    windows: Vec<WindowIx>,
}

impl Layout {
    fn column_at(&self, place: usize) -> (MeasureIx, WindowIx) {
        let width = self.windows.len().max(1);
        let narrow = |place: usize| u32::try_from(place).unwrap_or(u32::MAX);
        (MeasureIx(narrow(place / width)), WindowIx(narrow(place % width)))
    }

    /// The column of a sound cell, by the cube's places: a measure that stands twice in the batch's
    /// dictionary still has one column.
    fn column_of(&self, cell: &Cell) -> usize {
        let measure = self.measures[cell.measure as usize].0 as usize;
        measure * self.windows.len() + self.windows[cell.window as usize].0 as usize
    }

    /// Where each column's run of cells ends, once the places of all cells are known to be sound.
    fn column_ends(&self, cells: &[Cell]) -> Result<Vec<usize>, CubeError> {
        let mut ends = vec![0; self.measures.len() * self.windows.len()];
        for (place, cell) in cells.iter().enumerate() {
            let sound = (cell.unit as usize) < self.units.len()
                && (cell.measure as usize) < self.measures.len()
                && (cell.window as usize) < self.windows.len();
            if !sound {
                return Err(CubeError::NoSuchPlace { cell: place });
            }
            ends[self.column_of(cell)] += 1;
        }
        let mut sum = 0;
        for end in &mut ends {
            sum += *end;
            *end = sum;
        }
        Ok(ends)
    }

    /// The cells, column after column, in the order of the batch within each.
    fn scatter(&self, cells: &[Cell], ends: &[usize]) -> Vec<Scattered> {
        let mut next: Vec<usize> =
            std::iter::once(0).chain(ends.iter().copied()).take(ends.len()).collect();
        let nowhere = Scattered { unit: UnitIx(0), cell: 0, slot: None };
        let mut scattered = vec![nowhere; cells.len()];
        for (place, cell) in (0..).zip(cells) {
            let at = &mut next[self.column_of(cell)];
            let unit = self.units[cell.unit as usize];
            scattered[*at] = Scattered { unit, cell: place, slot: cell.slot };
            *at += 1;
        }
        scattered
    }

    /// What the notes say about exactness, with the cell that each belongs to.
    fn remarks(&self, cells: &[Cell], notes: &[(u32, EntryNote)]) -> BTreeMap<Key, (u32, Remark)> {
        let mut remarks = BTreeMap::new();
        for (place, note) in notes {
            if note.qualifier.is_none() && note.words.is_none() {
                continue;
            }
            if let Some(cell) = cells.get(*place as usize) {
                let (measure, window) = (cell.measure as usize, cell.window as usize);
                let unit = self.units[cell.unit as usize];
                let key = (self.measures[measure], self.windows[window], unit);
                remarks.insert(key, (*place, Remark::of(note)));
            }
        }
        remarks
    }
}

/// The column of a run of cells; of two for the same unit the later holds, and `superseded` is
/// told its place.
fn column_of(run: &mut [Scattered], mut superseded: impl FnMut(UnitIx, u32)) -> Column {
    if !run.is_sorted_by(|a, b| a.unit < b.unit) {
        run.sort_unstable_by_key(|cell| (cell.unit, cell.cell));
    }
    let last_of_each = run.chunk_by(|a, b| a.unit == b.unit).filter_map(|same| {
        let last = same.last()?;
        if same.len() > 1 {
            superseded(last.unit, last.cell);
        }
        Some((last.unit, last.slot?))
    });
    Column::from_ascending(last_of_each)
}
