//! A stretch of a column: units, values, totals and states, each in their own row of memory.
//!
//! A chunk without any total keeps none: 13 bytes a number, 21 with totals.

use bc138_domain::{Fixed, Slot, State};
use bc138_units::UnitIx;

/// The most units that one chunk holds.
pub(crate) const CHUNK: usize = 512;
const NOTHING: i64 = i64::MIN;

/// Up to [`CHUNK`] numbers; all rows are as long as `units`, or `totals` is empty.
#[derive(Debug, Clone, Default)]
pub(crate) struct Chunk {
    units: Vec<UnitIx>,
    values: Vec<i64>,
    totals: Vec<i64>,
    states: Vec<State>,
}

impl Chunk {
    pub fn starting_with(unit: UnitIx, slot: Slot) -> Self {
        let mut chunk = Self::default();
        chunk.insert(0, unit, slot);
        chunk
    }

    pub fn len(&self) -> usize {
        self.units.len()
    }

    pub fn last(&self) -> Option<UnitIx> {
        self.units.last().copied()
    }

    /// The place of a unit, or the place where it would stand.
    pub fn find(&self, unit: UnitIx) -> Result<usize, usize> {
        self.units.binary_search(&unit)
    }

    pub fn slot(&self, place: usize) -> Slot {
        let total = self.totals.get(place).copied().unwrap_or(NOTHING);
        unpack(self.states[place], self.values[place], total)
    }

    pub fn iter(&self) -> impl Iterator<Item = (UnitIx, Slot)> + '_ {
        (0..self.len()).map(|place| (self.units[place], self.slot(place)))
    }

    pub fn insert(&mut self, place: usize, unit: UnitIx, slot: Slot) {
        if slot.total().is_some() {
            self.totals.resize(self.units.len(), NOTHING);
        }
        if !self.totals.is_empty() || slot.total().is_some() {
            self.totals.insert(place, raw(slot.total()));
        }
        self.units.insert(place, unit);
        self.values.insert(place, raw(slot.value()));
        self.states.insert(place, slot.state);
    }

    pub fn replace(&mut self, place: usize, slot: Slot) -> Slot {
        let before = self.slot(place);
        if slot.total().is_some() {
            self.totals.resize(self.units.len(), NOTHING);
        }
        if let Some(total) = self.totals.get_mut(place) {
            *total = raw(slot.total());
        }
        self.values[place] = raw(slot.value());
        self.states[place] = slot.state;
        before
    }

    pub fn remove(&mut self, place: usize) -> Slot {
        let slot = self.slot(place);
        self.units.remove(place);
        self.values.remove(place);
        self.states.remove(place);
        if !self.totals.is_empty() {
            self.totals.remove(place);
        }
        slot
    }

    /// Cuts the upper half off.
    pub fn split(&mut self) -> Self {
        let half = self.len() / 2;
        Self {
            units: self.units.split_off(half),
            values: self.values.split_off(half),
            totals: if self.totals.is_empty() { Vec::new() } else { self.totals.split_off(half) },
            states: self.states.split_off(half),
        }
    }

    pub fn shrink(&mut self) {
        self.units.shrink_to_fit();
        self.values.shrink_to_fit();
        self.totals.shrink_to_fit();
        self.states.shrink_to_fit();
    }

    pub fn heap_bytes(&self) -> usize {
        self.units.capacity() * size_of::<UnitIx>()
            + (self.values.capacity() + self.totals.capacity()) * size_of::<i64>()
            + self.states.capacity() * size_of::<State>()
    }
}

const fn raw(part: Option<Fixed>) -> i64 {
    match part {
        Some(number) => number.thousandths(),
        None => NOTHING,
    }
}

fn unpack(state: State, value: i64, total: i64) -> Slot {
    let part = |raw| (raw != NOTHING).then_some(Fixed::from_thousandths(raw));
    Slot::new(state, part(value), part(total))
}
