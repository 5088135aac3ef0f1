//! Lists of things by unit, packed in two vectors.

use crate::unit::UnitIx;

/// For every unit a short list, in ascending order and without repeats.
#[derive(Debug, Clone)]
pub(crate) struct Groups<T> {
    /// `starts[u]..starts[u + 1]` are the places of unit `u` in `items`.
    starts: Vec<u32>,
    items: Vec<T>,
}

impl<T: Copy + Ord> Groups<T> {
    /// Groups pairs of unit and thing; `units` is the number of units.
    pub(crate) fn of(units: usize, mut pairs: Vec<(UnitIx, T)>) -> Self {
        pairs.sort_unstable();
        pairs.dedup();
        let mut starts = vec![0_u32; units + 1];
        for (unit, _) in &pairs {
            starts[unit.index() + 1] += 1;
        }
        for u in 0..units {
            starts[u + 1] += starts[u];
        }
        Self { starts, items: pairs.into_iter().map(|(_, item)| item).collect() }
    }

    /// The list of one unit; empty for a unit that is not there.
    pub(crate) fn get(&self, unit: UnitIx) -> &[T] {
        let bound = |place: usize| self.starts.get(place).map(|start| *start as usize);
        match (bound(unit.index()), bound(unit.index() + 1)) {
            (Some(start), Some(end)) => self.items.get(start..end).unwrap_or(&[]),
            _ => &[],
        }
    }
}
