//! Entries: the numbers of single units, by the hundred thousand.
//!
//! A [`Figure`](crate::Figure) is a sentence's number with all that is said about it. An entry is
//! one unit's number in a table of units × measures × windows. Both hold the same parts; entries
//! keep unit, measure and window in dictionaries ([`EntryBatch`]), so that two million of them can
//! be held, hashed and written at once.

use crate::amount::{Qualifier, State};
use crate::figure::{Categories, Nature, Origin};
use crate::fixed::Fixed;
use crate::window::Window;
use serde::{Deserialize, Serialize};
use std::collections::HashMap;
use std::hash::Hash;

/// What is counted (chỉ tiêu cùng tính chất và phân tổ).
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Measure {
    /// Catalogue code, or the code of an indicator that the user defined.
    pub indicator: String,
    /// Stock, flow, new or cumulative.
    pub nature: Nature,
    /// Kinds it counts together.
    #[serde(default, skip_serializing_if = "Categories::is_empty")]
    pub categories: Categories,
}

const NOTHING: i64 = i64::MIN;

/// The number in one cell: its state, the value (x) and, for a ratio, the total (y).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Slot {
    value: i64,
    total: i64,
    /// Value, zero, not reported, not applicable, estimate.
    pub state: State,
}

impl Slot {
    /// A cell with the parts it has.
    #[must_use]
    pub fn new(state: State, value: Option<Fixed>, total: Option<Fixed>) -> Self {
        let raw = |part: Option<Fixed>| part.map_or(NOTHING, Fixed::thousandths);
        Self { state, value: raw(value), total: raw(total) }
    }

    /// A plain number.
    #[must_use]
    pub fn number(value: Fixed) -> Self {
        Self::new(State::Value, Some(value), None)
    }

    /// x of y.
    #[must_use]
    pub fn ratio(reached: Fixed, total: Fixed) -> Self {
        Self::new(State::Value, Some(reached), Some(total))
    }

    /// The number itself, or the part reached (x); nothing for a state without amount and for an
    /// amount in words.
    #[must_use]
    pub const fn value(self) -> Option<Fixed> {
        if self.value == NOTHING { None } else { Some(Fixed::from_thousandths(self.value)) }
    }

    /// The total (y) of a ratio.
    #[must_use]
    pub const fn total(self) -> Option<Fixed> {
        if self.total == NOTHING { None } else { Some(Fixed::from_thousandths(self.total)) }
    }
}

/// What is known of an entry beyond its number; most entries have nothing of it.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct EntryNote {
    /// gần, trên, …
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub qualifier: Option<Qualifier>,
    /// The amount in words, where there is no number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub words: Option<String>,
    /// The amount as the source printed it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub printed: Option<String>,
    /// The way in.
    #[serde(default)]
    pub origin: Origin,
    /// The document it stands in, and the place there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub document: Option<String>,
    /// A remark of the clerk.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub comment: Option<String>,
    /// Text that was typed last and could not be read; kept so that nothing is lost.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub draft: Option<String>,
    /// The reason why a warning on it stands.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
}

/// One cell of a batch: places in the batch's dictionaries, and the number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Cell {
    /// Place in [`EntryBatch::units`].
    pub unit: u32,
    /// Place in [`EntryBatch::measures`].
    pub measure: u32,
    /// Place in [`EntryBatch::windows`].
    pub window: u32,
    /// The number; `None` takes the entry away.
    pub slot: Option<Slot>,
}

/// Entries with their dictionaries; every cell stands for one (unit, measure, window).
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct EntryBatch {
    /// Keys of units, each once.
    pub units: Vec<String>,
    /// Measures, each once.
    pub measures: Vec<Measure>,
    /// Windows, each once.
    pub windows: Vec<Window>,
    /// The cells; of two for the same place the later holds.
    pub cells: Vec<Cell>,
    /// Notes by the place of their cell in `cells`, ascending.
    pub notes: Vec<(u32, EntryNote)>,
}

/// Collects entries into a batch.
#[derive(Debug, Default)]
pub struct BatchBuilder {
    batch: EntryBatch,
    units: HashMap<String, u32>,
    measures: HashMap<Measure, u32>,
    windows: HashMap<Window, u32>,
}

impl BatchBuilder {
    /// The place of a unit in the dictionary.
    pub fn unit(&mut self, key: &str) -> u32 {
        match self.units.get(key) {
            Some(place) => *place,
            None => intern(&mut self.units, &mut self.batch.units, key.to_owned()),
        }
    }

    /// The place of a measure in the dictionary.
    pub fn measure(&mut self, measure: &Measure) -> u32 {
        match self.measures.get(measure) {
            Some(place) => *place,
            None => intern(&mut self.measures, &mut self.batch.measures, measure.clone()),
        }
    }

    /// The place of a window in the dictionary.
    pub fn window(&mut self, window: &Window) -> u32 {
        match self.windows.get(window) {
            Some(place) => *place,
            None => intern(&mut self.windows, &mut self.batch.windows, window.clone()),
        }
    }

    /// Adds a cell.
    pub fn put(&mut self, unit: u32, measure: u32, window: u32, slot: Option<Slot>) {
        self.batch.cells.push(Cell { unit, measure, window, slot });
    }

    /// Gives the cell added last a note.
    pub fn note(&mut self, note: EntryNote) {
        let last = self.batch.cells.len().saturating_sub(1);
        if let Ok(last) = u32::try_from(last) {
            self.batch.notes.push((last, note));
        }
    }

    /// The unit at a place of the dictionary.
    #[must_use]
    pub fn unit_at(&self, place: u32) -> Option<&str> {
        self.batch.units.get(place as usize).map(String::as_str)
    }

    /// The window at a place of the dictionary.
    #[must_use]
    pub fn window_at(&self, place: u32) -> Option<&Window> {
        self.batch.windows.get(place as usize)
    }

    /// The batch.
    #[must_use]
    pub fn build(self) -> EntryBatch {
        self.batch
    }
}

fn intern<T: Clone + Eq + Hash>(places: &mut HashMap<T, u32>, list: &mut Vec<T>, value: T) -> u32 {
    // A dictionary is far smaller than u32; a full one would stop growing, not wrap.
    let place = u32::try_from(list.len()).unwrap_or(u32::MAX);
    list.push(value.clone());
    places.insert(value, place);
    place
}
