//! A dense copy of a cube's numbers, laid out for looking at every cell many times.

use bc138_domain::{Fixed, Slot, State};
use bc138_series::{Cube, MeasureIx, WindowIx};
use bc138_units::{Registry, UnitIx};
use std::collections::BTreeSet;

const NOTHING: i64 = i64::MIN;
const NO_ROW: u32 = u32::MAX;

/// Numbers by measure, window and row; a row is a unit that has a number somewhere.
pub(crate) struct Grid {
    units: Vec<UnitIx>,
    windows: usize,
    values: Vec<i64>,
    states: Vec<Option<State>>,
    /// By measure; `None` for a measure without any y.
    totals: Vec<Option<Vec<i64>>>,
    /// Cells that are less than exact: gần, trên, words only.
    inexact: BTreeSet<usize>,
}

impl Grid {
    /// Copies all numbers of a cube.
    pub fn whole(cube: &Cube, registry: &Registry) -> Self {
        let mut row_of = vec![NO_ROW; registry.len()];
        for (measure, window) in columns(cube) {
            for (unit, _) in cube.column(measure, window).iter().flat_map(|column| column.iter()) {
                if let Some(row) = row_of.get_mut(unit.index()) {
                    *row = 0;
                }
            }
        }
        let seen = registry.all().filter(|unit| row_of[unit.index()] != NO_ROW);
        let units: Vec<UnitIx> = seen.collect();
        for (row, unit) in (0_u32..).zip(&units) {
            row_of[unit.index()] = row;
        }
        let mut grid = Self::empty(cube, units);
        for (measure, window) in columns(cube) {
            let Some(column) = cube.column(measure, window) else { continue };
            for (unit, slot) in column.iter() {
                let row = row_of.get(unit.index()).copied().unwrap_or(NO_ROW);
                if row != NO_ROW {
                    grid.put((row as usize, measure.0 as usize, window.0 as usize), slot);
                }
            }
            for unit in column.remarks().keys() {
                let row = row_of.get(unit.index()).copied().unwrap_or(NO_ROW);
                if row != NO_ROW {
                    let at = grid.at((row as usize, measure.0 as usize, window.0 as usize));
                    grid.inexact.insert(at);
                }
            }
        }
        grid
    }

    /// Copies the numbers of one unit.
    pub fn of_unit(cube: &Cube, unit: UnitIx) -> Self {
        let mut grid = Self::empty(cube, vec![unit]);
        for (measure, window) in columns(cube) {
            let cell = (0, measure.0 as usize, window.0 as usize);
            let Some(column) = cube.column(measure, window) else { continue };
            if let Some(slot) = column.get(unit) {
                grid.put(cell, slot);
            }
            if column.remark(unit).is_some() {
                let at = grid.at(cell);
                grid.inexact.insert(at);
            }
        }
        grid
    }

    fn empty(cube: &Cube, units: Vec<UnitIx>) -> Self {
        let (measures, windows) = (cube.measures().len(), cube.windows().len());
        let cells = measures * windows * units.len();
        Self {
            units,
            windows,
            values: vec![NOTHING; cells],
            states: vec![None; cells],
            totals: vec![None; measures],
            inexact: BTreeSet::new(),
        }
    }

    fn put(&mut self, cell: (usize, usize, usize), slot: Slot) {
        let at = self.at(cell);
        self.values[at] = slot.value().map_or(NOTHING, Fixed::thousandths);
        self.states[at] = Some(slot.state);
        if let Some(total) = slot.total() {
            let (row, measure, window) = cell;
            let size = self.windows * self.units.len();
            let column = self.totals[measure].get_or_insert_with(|| vec![NOTHING; size]);
            column[window * self.units.len() + row] = total.thousandths();
        }
    }

    const fn at(&self, (row, measure, window): (usize, usize, usize)) -> usize {
        (measure * self.windows + window) * self.units.len() + row
    }

    pub fn units(&self) -> &[UnitIx] {
        &self.units
    }

    /// The number in a cell.
    pub fn slot(&self, cell: (usize, usize, usize)) -> Option<Slot> {
        let at = self.at(cell);
        let state = self.states[at]?;
        Some(Slot::new(state, fixed(self.values[at]), self.total(cell)))
    }

    /// x, or the number itself; zero where nothing occurred.
    pub fn value(&self, cell: (usize, usize, usize)) -> Option<Fixed> {
        let at = self.at(cell);
        match self.states[at]? {
            State::Zero => Some(Fixed::default()),
            State::NotReported | State::NotApplicable => None,
            State::Value | State::Estimate => fixed(self.values[at]),
        }
    }

    /// y of a ratio.
    pub fn total(&self, cell: (usize, usize, usize)) -> Option<Fixed> {
        let (row, measure, window) = cell;
        let column = self.totals[measure].as_ref()?;
        fixed(column[window * self.units.len() + row])
    }

    /// Whether a number stands for itself: not gần, trên, or words.
    pub fn is_exact(&self, cell: (usize, usize, usize)) -> bool {
        self.inexact.is_empty() || !self.inexact.contains(&self.at(cell))
    }

    /// Whether anything stands in a cell.
    pub fn has(&self, cell: (usize, usize, usize)) -> bool {
        self.states[self.at(cell)].is_some()
    }

    /// Whether anything was reported in a cell.
    pub fn is_reported(&self, cell: (usize, usize, usize)) -> bool {
        self.states[self.at(cell)].is_some_and(|state| state != State::NotReported)
    }
}

fn fixed(thousandths: i64) -> Option<Fixed> {
    (thousandths != NOTHING).then_some(Fixed::from_thousandths(thousandths))
}

fn columns(cube: &Cube) -> impl Iterator<Item = (MeasureIx, WindowIx)> + use<> {
    let windows = u32::try_from(cube.windows().len()).unwrap_or(0);
    cube.measure_places()
        .flat_map(move |measure| (0..windows).map(move |window| (measure, WindowIx(window))))
}
