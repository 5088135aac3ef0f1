//! The cube: entries of units × measures × windows, held for fast arithmetic.
//!
//! Measures and windows have places in dictionaries that only grow; units are those of the
//! registry. Every (measure, window) has one [`Column`].

use crate::column::{Column, Remark};
use bc138_domain::{Measure, Nature, Slot, Window};
use bc138_units::UnitIx;
use std::collections::HashMap;

/// Place of a measure in a cube.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct MeasureIx(pub u32);

/// Place of a window in a cube.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct WindowIx(pub u32);

/// Entries for fast arithmetic.
#[derive(Debug, Clone, Default)]
pub struct Cube {
    measures: Vec<Measure>,
    measure_places: HashMap<Measure, MeasureIx>,
    windows: Vec<Window>,
    window_places: HashMap<Window, WindowIx>,
    /// By measure, then by window; windows behind the last one with a number may be missing.
    columns: Vec<Vec<Column>>,
}

impl Cube {
    /// All measures, by their place.
    #[must_use]
    pub fn measures(&self) -> &[Measure] {
        &self.measures
    }

    /// All windows, by their place.
    #[must_use]
    pub fn windows(&self) -> &[Window] {
        &self.windows
    }

    /// The places of all measures.
    pub fn measure_places(&self) -> impl Iterator<Item = MeasureIx> + use<> {
        (0..place_of(self.measures.len())).map(MeasureIx)
    }

    /// The places of all windows in the order of time: by last day, then by first day; windows
    /// without days come first.
    #[must_use]
    pub fn windows_in_time(&self) -> Vec<WindowIx> {
        let mut places: Vec<WindowIx> = (0..place_of(self.windows.len())).map(WindowIx).collect();
        places.sort_by_key(|at| {
            self.window(*at).map(|window| (window.to, window.from, window.label.clone()))
        });
        places
    }

    /// The measure at a place.
    #[must_use]
    pub fn measure(&self, at: MeasureIx) -> Option<&Measure> {
        self.measures.get(at.0 as usize)
    }

    /// What kind of count over time the measure at a place is; stock for an unknown place.
    #[must_use]
    pub fn nature(&self, at: MeasureIx) -> Nature {
        self.measure(at).map(|measure| measure.nature).unwrap_or_default()
    }

    /// The window at a place.
    #[must_use]
    pub fn window(&self, at: WindowIx) -> Option<&Window> {
        self.windows.get(at.0 as usize)
    }

    /// The place of a measure.
    #[must_use]
    pub fn find_measure(&self, measure: &Measure) -> Option<MeasureIx> {
        self.measure_places.get(measure).copied()
    }

    /// The place of a window.
    #[must_use]
    pub fn find_window(&self, window: &Window) -> Option<WindowIx> {
        self.window_places.get(window).copied()
    }

    /// The place of a measure, which is added when it is new.
    pub fn measure_ix(&mut self, measure: &Measure) -> MeasureIx {
        if let Some(at) = self.find_measure(measure) {
            return at;
        }
        let at = MeasureIx(place_of(self.measures.len()));
        self.measures.push(measure.clone());
        self.measure_places.insert(measure.clone(), at);
        self.columns.push(Vec::new());
        at
    }

    /// The place of a window, which is added when it is new.
    pub fn window_ix(&mut self, window: &Window) -> WindowIx {
        if let Some(at) = self.find_window(window) {
            return at;
        }
        let at = WindowIx(place_of(self.windows.len()));
        self.windows.push(window.clone());
        self.window_places.insert(window.clone(), at);
        at
    }

    /// The numbers of a measure in a window; `None` when no unit has one.
    #[must_use]
    pub fn column(&self, measure: MeasureIx, window: WindowIx) -> Option<&Column> {
        let column = self.columns.get(measure.0 as usize)?.get(window.0 as usize)?;
        (!column.is_empty()).then_some(column)
    }

    /// One number.
    #[must_use]
    pub fn get(&self, unit: UnitIx, measure: MeasureIx, window: WindowIx) -> Option<Slot> {
        self.column(measure, window)?.get(unit)
    }

    /// What makes one number less than exact.
    #[must_use]
    pub fn remark(&self, unit: UnitIx, measure: MeasureIx, window: WindowIx) -> Option<&Remark> {
        self.column(measure, window)?.remark(unit)
    }

    /// Sets one number with its remark, and returns the number before it. Places that no
    /// dictionary holds are left alone.
    pub fn put(
        &mut self,
        unit: UnitIx,
        measure: MeasureIx,
        window: WindowIx,
        slot: Slot,
        remark: Remark,
    ) -> Option<Slot> {
        self.column_mut(measure, window)?.put(unit, slot, remark)
    }

    /// Takes one number away and returns it.
    pub fn remove(&mut self, unit: UnitIx, measure: MeasureIx, window: WindowIx) -> Option<Slot> {
        self.column_mut(measure, window)?.remove(unit)
    }

    /// A unit's numbers of one measure in the order of time.
    #[must_use]
    pub fn history(&self, unit: UnitIx, measure: MeasureIx) -> Vec<(WindowIx, Slot)> {
        let number = |window| Some((window, self.get(unit, measure, window)?));
        self.windows_in_time().into_iter().filter_map(number).collect()
    }

    /// How many numbers it holds.
    #[must_use]
    pub fn len(&self) -> usize {
        self.columns.iter().flatten().map(Column::len).sum()
    }

    /// Whether it holds no number.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.columns.iter().flatten().all(Column::is_empty)
    }

    /// Bytes on the heap that hold the numbers; the dictionaries are a few kilobytes beside them.
    #[must_use]
    pub fn heap_bytes(&self) -> usize {
        let rows = self.columns.iter().map(|row| row.capacity() * size_of::<Column>());
        let numbers = self.columns.iter().flatten().map(Column::heap_bytes);
        rows.sum::<usize>() + numbers.sum::<usize>()
    }

    pub(crate) fn column_mut(
        &mut self,
        measure: MeasureIx,
        window: WindowIx,
    ) -> Option<&mut Column> {
        self.window(window)?;
        let row = self.columns.get_mut(measure.0 as usize)?;
        let at = window.0 as usize;
        if row.len() <= at {
            row.resize_with(at + 1, Column::default);
        }
        row.get_mut(at)
    }
}

/// A dictionary is far smaller than `u32`.
fn place_of(length: usize) -> u32 {
    u32::try_from(length).unwrap_or(u32::MAX)
}
