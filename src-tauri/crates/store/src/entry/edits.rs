//! What a change did to entries, packed for the log: dictionaries first, then the cells in the
//! order of measure, window, unit, so that two million of them take a few bytes each.
//!
//! Layout (every number a LEB128 varint, signed ones zigzag): the version byte, the dictionaries
//! (count, then length and UTF-8 of each; measures and windows as JSON), the number of cells, the
//! cells (measure and window and unit as steps from the cell before, then the number before and
//! after), the number of notes, the notes (place of the cell, JSON before and after).

use crate::column::{from_json, to_json};
use crate::error::StoreError;
use bc138_domain::{EntryNote, Fixed, Measure, Slot, State, Window};

const VERSION: u8 = 1;

/// One cell before and after; places in the dictionaries.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct EntryEdit {
    pub measure: u32,
    pub window: u32,
    pub unit: u32,
    pub before: Option<Slot>,
    pub after: Option<Slot>,
}

/// A note before and after; the place of its cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct NoteEdit {
    pub cell: u32,
    pub before: Option<EntryNote>,
    pub after: Option<EntryNote>,
}

/// All entries that one change touched.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct EntryEdits {
    pub units: Vec<String>,
    pub measures: Vec<Measure>,
    pub windows: Vec<Window>,
    pub cells: Vec<EntryEdit>,
    pub notes: Vec<NoteEdit>,
}

impl EntryEdits {
    /// The edits that take these back.
    pub fn inverse(mut self) -> Self {
        for cell in &mut self.cells {
            std::mem::swap(&mut cell.before, &mut cell.after);
        }
        for note in &mut self.notes {
            std::mem::swap(&mut note.before, &mut note.after);
        }
        self
    }

    /// The packed form.
    pub fn pack(&self) -> Result<Vec<u8>, StoreError> {
        let mut out = Vec::with_capacity(64 + self.cells.len() * 6);
        out.push(VERSION);
        texts(&mut out, self.units.len(), self.units.iter().map(|key| Ok(key.clone())))?;
        texts(&mut out, self.measures.len(), self.measures.iter().map(to_json))?;
        texts(&mut out, self.windows.len(), self.windows.iter().map(to_json))?;
        number(&mut out, self.cells.len() as u64);
        let mut last = (0, 0, 0);
        for cell in &self.cells {
            step(&mut out, last.0, cell.measure);
            step(&mut out, last.1, cell.window);
            step(&mut out, last.2, cell.unit);
            last = (cell.measure, cell.window, cell.unit);
            slots(&mut out, cell);
        }
        number(&mut out, self.notes.len() as u64);
        for note in &self.notes {
            number(&mut out, u64::from(note.cell));
            text(&mut out, &to_json(&note.before)?);
            text(&mut out, &to_json(&note.after)?);
        }
        Ok(out)
    }

    /// Reads the packed form.
    pub fn unpack(bytes: &[u8]) -> Result<Self, StoreError> {
        let mut reader = Reader { bytes };
        if reader.byte()? != VERSION {
            return Err(broken());
        }
        let units = reader.texts()?;
        let measures = reader.texts()?.iter().map(|json| from_json(json)).collect::<Result<_, _>>();
        let windows = reader.texts()?.iter().map(|json| from_json(json)).collect::<Result<_, _>>();
        let mut edits = Self { units, measures: measures?, windows: windows?, ..Self::default() };
        let mut last = (0, 0, 0);
        for _ in 0..reader.number()? {
            let (measure, window) = (reader.step(last.0)?, reader.step(last.1)?);
            last = (measure, window, reader.step(last.2)?);
            let (before, after) = reader.slots()?;
            edits.cells.push(EntryEdit { measure, window, unit: last.2, before, after });
        }
        for _ in 0..reader.number()? {
            let cell = u32::try_from(reader.number()?).map_err(|_| broken())?;
            let (before, after) = (from_json(&reader.text()?)?, from_json(&reader.text()?)?);
            edits.notes.push(NoteEdit { cell, before, after });
        }
        if !reader.bytes.is_empty() || !edits.is_sound() {
            return Err(broken());
        }
        Ok(edits)
    }

    /// Whether every place lies inside its dictionary.
    fn is_sound(&self) -> bool {
        let inside = |place: u32, length: usize| (place as usize) < length;
        self.cells.iter().all(|cell| {
            inside(cell.unit, self.units.len())
                && inside(cell.measure, self.measures.len())
                && inside(cell.window, self.windows.len())
        }) && self.notes.iter().all(|note| inside(note.cell, self.cells.len()))
    }
}

fn broken() -> StoreError {
    StoreError::Unreadable("packed entries".to_owned())
}

fn texts(
    out: &mut Vec<u8>,
    count: usize,
    all: impl Iterator<Item = Result<String, StoreError>>,
) -> Result<(), StoreError> {
    number(out, count as u64);
    for one in all {
        text(out, &one?);
    }
    Ok(())
}

fn text(out: &mut Vec<u8>, text: &str) {
    number(out, text.len() as u64);
    out.extend_from_slice(text.as_bytes());
}

fn number(out: &mut Vec<u8>, mut value: u64) {
    while value >= 0x80 {
        out.push((value & 0x7f) as u8 | 0x80);
        value >>= 7;
    }
    out.push(value as u8);
}

fn signed(out: &mut Vec<u8>, value: i64) {
    number(out, ((value << 1) ^ (value >> 63)) as u64);
}

fn step(out: &mut Vec<u8>, from: u32, to: u32) {
    signed(out, i64::from(to) - i64::from(from));
}

/// One head byte (presence and state of both sides, four bits each), then the amounts.
fn slots(out: &mut Vec<u8>, cell: &EntryEdit) {
    out.push(head(cell.before) | head(cell.after) << 4);
    for slot in [cell.before, cell.after].into_iter().flatten() {
        amounts(out, slot);
    }
}

/// 0 for no entry, else the state's number + 1.
fn head(slot: Option<Slot>) -> u8 {
    slot.map_or(0, |slot| state_number(slot.state) + 1)
}

fn amounts(out: &mut Vec<u8>, slot: Slot) {
    let (value, total) = (slot.value(), slot.total());
    out.push(u8::from(value.is_some()) | u8::from(total.is_some()) << 1);
    for part in [value, total].into_iter().flatten() {
        signed(out, part.thousandths());
    }
}

/// The number of a state in the store.
pub(crate) const fn state_number(state: State) -> u8 {
    match state {
        State::Value => 0,
        State::Zero => 1,
        State::NotReported => 2,
        State::NotApplicable => 3,
        State::Estimate => 4,
    }
}

/// The state of a number in the store.
pub(crate) const fn state_of(number: u8) -> Option<State> {
    Some(match number {
        0 => State::Value,
        1 => State::Zero,
        2 => State::NotReported,
        3 => State::NotApplicable,
        4 => State::Estimate,
        _ => return None,
    })
}

struct Reader<'a> {
    bytes: &'a [u8],
}

impl Reader<'_> {
    fn byte(&mut self) -> Result<u8, StoreError> {
        let (first, rest) = self.bytes.split_first().ok_or_else(broken)?;
        self.bytes = rest;
        Ok(*first)
    }

    fn number(&mut self) -> Result<u64, StoreError> {
        let mut value = 0_u64;
        for shift in (0..64).step_by(7) {
            let byte = self.byte()?;
            value |= u64::from(byte & 0x7f) << shift;
            if byte & 0x80 == 0 {
                return Ok(value);
            }
        }
        Err(broken())
    }

    fn signed(&mut self) -> Result<i64, StoreError> {
        let raw = self.number()?;
        Ok((raw >> 1) as i64 ^ -((raw & 1) as i64))
    }

    fn step(&mut self, from: u32) -> Result<u32, StoreError> {
        let to = i64::from(from).checked_add(self.signed()?);
        to.and_then(|to| u32::try_from(to).ok()).ok_or_else(broken)
    }

    fn text(&mut self) -> Result<String, StoreError> {
        let length = usize::try_from(self.number()?).map_err(|_| broken())?;
        let (text, rest) = self.bytes.split_at_checked(length).ok_or_else(broken)?;
        self.bytes = rest;
        String::from_utf8(text.to_vec()).map_err(|_| broken())
    }

    fn texts(&mut self) -> Result<Vec<String>, StoreError> {
        (0..self.number()?).map(|_| self.text()).collect()
    }

    fn slots(&mut self) -> Result<(Option<Slot>, Option<Slot>), StoreError> {
        let heads = self.byte()?;
        Ok((self.slot(heads & 0x0f)?, self.slot(heads >> 4)?))
    }

    fn slot(&mut self, head: u8) -> Result<Option<Slot>, StoreError> {
        let Some(number) = head.checked_sub(1) else { return Ok(None) };
        let state = state_of(number).ok_or_else(broken)?;
        let parts = self.byte()?;
        let value = self.amount(parts & 1 != 0)?;
        let total = self.amount(parts & 2 != 0)?;
        Ok(Some(Slot::new(state, value, total)))
    }

    fn amount(&mut self, present: bool) -> Result<Option<Fixed>, StoreError> {
        if present { self.signed().map(|raw| Some(Fixed::from_thousandths(raw))) } else { Ok(None) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use bc138_domain::{Categories, Nature};
    use proptest::prelude::*;

    fn slot() -> impl Strategy<Value = Option<Slot>> {
        let part =
            || proptest::option::of((0_i64..4_000_000_000_000).prop_map(Fixed::from_thousandths));
        proptest::option::of(
            (0_u8..5, part(), part()).prop_map(|(state, value, total)| {
                Slot::new(state_of(state).unwrap(), value, total)
            }),
        )
    }

    fn edits() -> impl Strategy<Value = EntryEdits> {
        let cell = (0_u32..2, 0_u32..3, 0_u32..9, slot(), slot()).prop_map(
            |(measure, window, unit, before, after)| EntryEdit {
                measure,
                window,
                unit,
                before,
                after,
            },
        );
        proptest::collection::vec(cell, 1..60).prop_map(|cells| {
            let measure = |code: &str| Measure {
                indicator: code.to_owned(),
                nature: Nature::Flow,
                categories: Categories::new(),
            };
            let words = EntryNote { words: Some("nhiều".to_owned()), ..EntryNote::default() };
            EntryEdits {
                units: (0..9).map(|n| format!("X{n:05}.34")).collect(),
                measures: vec![measure("tin_tong"), measure("own_1")],
                windows: (2021..2024).map(Window::reporting_year).collect(),
                cells,
                notes: vec![NoteEdit { cell: 0, before: None, after: Some(words) }],
            }
        })
    }

    proptest! {
        #[test]
        fn what_is_packed_comes_back_and_twice_inverse_is_the_same(edits in edits()) {
            let packed = edits.pack().unwrap();
            prop_assert_eq!(&EntryEdits::unpack(&packed).unwrap(), &edits);
            prop_assert_eq!(edits.clone().inverse().inverse(), edits);
        }

        #[test]
        fn a_cut_or_changed_log_is_an_error_and_never_a_panic(
            edits in edits(), at in 0.0_f64..1.0, byte: u8,
        ) {
            let mut packed = edits.pack().unwrap();
            let place = ((packed.len() - 1) as f64 * at) as usize;
            prop_assert!(EntryEdits::unpack(&packed[..place]).is_err(), "cut at {}", place);
            packed[place] = byte;
            let _read = EntryEdits::unpack(&packed);
        }
    }
}
