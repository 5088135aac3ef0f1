//! One column of a cube: the numbers of one measure in one window, ascending by unit.
//!
//! Cut into chunks of at most [`CHUNK`] units, so that a unit that is new to a column moves a few
//! kilobytes at most.

use crate::chunk::{CHUNK, Chunk};
use crate::territory::Territory;
use bc138_domain::{EntryNote, Qualifier, Slot};
use bc138_units::UnitIx;
use std::collections::BTreeMap;

/// What makes an entry less than an exact number.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Remark {
    /// gần, trên, …
    pub qualifier: Option<Qualifier>,
    /// The amount in words, where there is no number.
    pub words: Option<String>,
}

impl Remark {
    /// What arithmetic has to know of a note.
    #[must_use]
    pub fn of(note: &EntryNote) -> Self {
        Self { qualifier: note.qualifier, words: note.words.clone() }
    }

    /// Whether there is nothing to know.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.qualifier.is_none() && self.words.is_none()
    }
}

/// The numbers of one measure in one window.
#[derive(Debug, Clone, Default)]
pub struct Column {
    /// Ascending, none of them empty.
    chunks: Vec<Chunk>,
    remarks: BTreeMap<UnitIx, Remark>,
}

impl Column {
    /// A column of numbers that ascend strictly by unit.
    pub(crate) fn from_ascending(cells: impl Iterator<Item = (UnitIx, Slot)>) -> Self {
        let mut column = Self::default();
        for (unit, slot) in cells {
            match column.chunks.last_mut() {
                Some(chunk) if chunk.len() < CHUNK => chunk.insert(chunk.len(), unit, slot),
                _ => column.chunks.push(Chunk::starting_with(unit, slot)),
            }
        }
        column.chunks.iter_mut().for_each(Chunk::shrink);
        column
    }

    /// How many units have a number.
    #[must_use]
    pub fn len(&self) -> usize {
        self.chunks.iter().map(Chunk::len).sum()
    }

    /// Whether no unit has a number.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.chunks.is_empty()
    }

    /// The number of a unit.
    #[must_use]
    pub fn get(&self, unit: UnitIx) -> Option<Slot> {
        let chunk = self.chunks.get(self.chunk_of(unit))?;
        chunk.find(unit).ok().map(|place| chunk.slot(place))
    }

    /// What makes a unit's number less than exact.
    #[must_use]
    pub fn remark(&self, unit: UnitIx) -> Option<&Remark> {
        self.remarks.get(&unit)
    }

    /// All remarks, ascending by unit.
    #[must_use]
    pub const fn remarks(&self) -> &BTreeMap<UnitIx, Remark> {
        &self.remarks
    }

    /// The numbers, ascending by unit.
    pub fn iter(&self) -> impl Iterator<Item = (UnitIx, Slot)> + '_ {
        self.chunks.iter().flat_map(Chunk::iter)
    }

    /// Calls `visit` for every number of the territory, ascending by unit.
    pub fn visit_within(&self, territory: &Territory, mut visit: impl FnMut(UnitIx, Slot)) {
        // Few units in a long column are looked up; otherwise both are read side by side.
        if territory.len() * 16 < self.len() {
            for unit in territory.units() {
                if let Some(slot) = self.get(*unit) {
                    visit(*unit, slot);
                }
            }
            return;
        }
        let mut wanted = territory.units();
        for (unit, slot) in self.iter() {
            wanted = after(wanted, unit);
            match wanted.first() {
                None => return,
                Some(next) if *next == unit => visit(unit, slot),
                Some(_) => {}
            }
        }
    }

    /// Both columns side by side, ascending by unit; a unit that only one of them holds stands
    /// alone.
    pub fn join<'a>(&'a self, other: &'a Self) -> impl Iterator<Item = Joined> + 'a {
        let (mut left, mut right) = (self.iter().peekable(), other.iter().peekable());
        std::iter::from_fn(move || {
            let unit = match (left.peek(), right.peek()) {
                (Some((a, _)), Some((b, _))) => *a.min(b),
                (Some((a, _)), None) => *a,
                (None, Some((b, _))) => *b,
                (None, None) => return None,
            };
            let first = left.next_if(|(at, _)| *at == unit).map(|(_, slot)| slot);
            let second = right.next_if(|(at, _)| *at == unit).map(|(_, slot)| slot);
            Some(Joined { unit, left: first, right: second })
        })
    }

    /// Sets a unit's number and returns the one before it.
    pub(crate) fn put(&mut self, unit: UnitIx, slot: Slot, remark: Remark) -> Option<Slot> {
        self.set_remark(unit, remark);
        let at = self.chunk_of(unit);
        let Some(chunk) = self.chunks.get_mut(at) else {
            self.chunks.push(Chunk::starting_with(unit, slot));
            return None;
        };
        match chunk.find(unit) {
            Ok(place) => Some(chunk.replace(place, slot)),
            Err(place) => {
                chunk.insert(place, unit, slot);
                if chunk.len() > CHUNK {
                    let upper = chunk.split();
                    self.chunks.insert(at + 1, upper);
                }
                None
            }
        }
    }

    /// Takes a unit's number away.
    pub(crate) fn remove(&mut self, unit: UnitIx) -> Option<Slot> {
        self.remarks.remove(&unit);
        let at = self.chunk_of(unit);
        let chunk = self.chunks.get_mut(at)?;
        let place = chunk.find(unit).ok()?;
        let slot = chunk.remove(place);
        if chunk.len() == 0 {
            self.chunks.remove(at);
        }
        Some(slot)
    }

    pub(crate) fn set_remark(&mut self, unit: UnitIx, remark: Remark) {
        if remark.is_empty() {
            self.remarks.remove(&unit);
        } else {
            self.remarks.insert(unit, remark);
        }
    }

    /// Bytes on the heap.
    #[must_use]
    pub fn heap_bytes(&self) -> usize {
        let chunks = self.chunks.capacity() * size_of::<Chunk>()
            + self.chunks.iter().map(Chunk::heap_bytes).sum::<usize>();
        let words = |remark: &Remark| remark.words.as_ref().map_or(0, String::capacity);
        let remarks = self.remarks.len() * size_of::<(UnitIx, Remark)>()
            + self.remarks.values().map(words).sum::<usize>();
        chunks + remarks
    }

    /// The chunk that holds a unit or would hold it; 0 in an empty column.
    fn chunk_of(&self, unit: UnitIx) -> usize {
        let at = self.chunks.partition_point(|chunk| chunk.last() < Some(unit));
        at.min(self.chunks.len().saturating_sub(1))
    }
}

/// A unit's numbers in two columns.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Joined {
    /// The unit.
    pub unit: UnitIx,
    /// Its number in the first column.
    pub left: Option<Slot>,
    /// Its number in the second column.
    pub right: Option<Slot>,
}

/// The rest of an ascending list that is not below a unit.
fn after(units: &[UnitIx], unit: UnitIx) -> &[UnitIx] {
    let below = units.iter().take_while(|next| **next < unit).count();
    units.get(below..).unwrap_or_default()
}
