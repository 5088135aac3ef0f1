//! Rows of entries, one at a time: `[unit, measure, window, x]`, `[…, x, y]`, `[…, "zero"]`.

use super::Reader;
use super::entries::{MAX_ENTRIES, Sheet};
use super::names::Known;
use crate::found::Path;
use crate::json::{Scan, Scanner, Stop};
use crate::number;
use crate::problem::{ProblemKind, Subject, Wanted};
use crate::shape::{STATE, find_word};
use bc138_domain::cell;
use bc138_domain::{Amount, EntryNote, Fixed, IndicatorKind, Slot, State};

/// The number in a cell, as far as it is read.
#[derive(Debug, Default)]
pub(super) struct Read {
    numbers: [Option<Fixed>; 2],
    state: Option<State>,
    note: EntryNote,
    /// Parts read: two numbers and a state at most.
    parts: usize,
    closed: bool,
}

impl Read {
    /// Takes a number; x first, then y.
    pub fn number(&mut self, number: Option<Fixed>) -> Result<(), ProblemKind> {
        let place = self.numbers.get_mut(self.parts).filter(|_| !self.closed);
        *place.ok_or(ProblemKind::RowLength { found: self.parts + 4, wanted: 5 })? = number;
        self.parts += 1;
        Ok(())
    }

    /// Takes a text: a state, a number, or a cell as it is typed.
    pub fn text(&mut self, text: &str, (code, known): &(String, Known)) -> Result<(), ProblemKind> {
        if self.closed {
            return Err(ProblemKind::RowLength { found: self.parts + 4, wanted: 5 });
        }
        if let Some(word) = find_word(STATE, text.trim()) {
            self.state = serde_json::from_value(serde_json::Value::from(word)).ok();
            self.closed = true;
            return Ok(());
        }
        if number::plain_decimal(text).is_some() {
            return self.number(Some(number::from_text(text)?));
        }
        let reading = cell::read(text)?.ok_or(cell::CellError::Unreadable)?;
        self.note.qualifier = reading.qualifier;
        self.note.printed = cell::meant_form(text);
        self.state = Some(reading.state);
        self.closed = true;
        let unfit = || ProblemKind::UnfitAmount { indicator: code.clone() };
        match reading.amount {
            None => {}
            Some(Amount::Words { words }) => self.note.words = Some(words),
            Some(Amount::Ratio { reached, total }) if known.kind == IndicatorKind::Ratio => {
                self.numbers = [Some(reached), Some(total)];
            }
            Some(amount) if fits(&amount, known) => self.numbers = [amount.magnitude(), None],
            Some(_) => return Err(unfit()),
        }
        Ok(())
    }

    /// The cell; nothing may be stated beside a state that has no amount.
    pub fn slot(self) -> Result<(Slot, EntryNote), ProblemKind> {
        let state = self.state.unwrap_or_default();
        let [value, total] = self.numbers;
        if !state.has_amount() && (value.is_some() || total.is_some()) {
            return Err(ProblemKind::NeedlessAmount);
        }
        Ok((Slot::new(state, value, total), self.note))
    }
}

/// Whether a typed amount says nothing that an entry cannot hold: its unit is the indicator's.
fn fits(amount: &Amount, known: &Known) -> bool {
    match amount {
        Amount::Number { .. } => true,
        Amount::Percent { .. } => known.kind == IndicatorKind::Percent,
        Amount::Money { .. } => known.kind == IndicatorKind::Money,
        Amount::Quantity { unit, .. } => *unit == known.unit,
        Amount::Ratio { .. } | Amount::Words { .. } => false,
    }
}

impl Reader<'_> {
    /// Reads the rows without building a tree of them.
    pub(super) fn rows(&mut self, at: usize, path: &Path<'_>, sheet: &mut Sheet) {
        let mut scanner = Scanner::new(self.text, at);
        if scanner.peek() != Some(b'[') {
            return self.no_list(at, path);
        }
        let read = scanner.items(|scanner, index| {
            self.heed(scanner.place())?;
            if self.problems.is_full() {
                return scanner.skip();
            }
            let mut ahead = *scanner;
            match row(&mut ahead, sheet) {
                Ok(()) => *scanner = ahead,
                Err(stop) => {
                    self.problems.add_stop(&path.index(index), stop);
                    scanner.skip()?;
                }
            }
            Ok(())
        });
        self.noted(path, read);
    }
}

fn row(scanner: &mut Scanner<'_>, sheet: &mut Sheet) -> Scan<()> {
    let at = scanner.place();
    let stop = |at: usize, kind: ProblemKind| Stop { at, kind };
    if sheet.offsets.len() >= MAX_ENTRIES {
        return Err(stop(at, ProblemKind::TooMany { limit: MAX_ENTRIES }));
    }
    if scanner.peek() != Some(b'[') {
        return Err(wrong_type(scanner, Wanted::List));
    }
    let sizes = [sheet.units, sheet.measures.len(), sheet.windows];
    let (mut places, mut read, mut length) = ([0_u32; 3], Read::default(), 0);
    scanner.items(|scanner, index| {
        let at = scanner.place();
        length = index + 1;
        if let Some(place) = places.get_mut(index) {
            *place = place_in(scanner, sizes[index])?;
            return Ok(());
        }
        let taken = match scanner.peek() {
            Some(b'-' | b'0'..=b'9') => {
                let number = number::from_token(scanner.number()?);
                number.map_err(ProblemKind::from).and_then(|number| read.number(Some(number)))
            }
            Some(b'"') => {
                let text = scanner.string()?;
                match sheet.measures.get(places[1] as usize) {
                    Some(measure) => read.text(&text, measure),
                    None => Ok(()),
                }
            }
            Some(b'n') => scanner.word().map(|_| read.number(None))?,
            _ => return Err(wrong_type(scanner, Wanted::Amount)),
        };
        taken.map_err(|kind| stop(at, kind))
    })?;
    if length < 4 {
        return Err(stop(at, ProblemKind::RowLength { found: length, wanted: 4 }));
    }
    let (slot, note) = read.slot().map_err(|kind| stop(at, kind))?;
    sheet.put((places[0], places[1], places[2]), slot, note, at);
    Ok(())
}

/// A place in a dictionary.
fn place_in(scanner: &mut Scanner<'_>, size: usize) -> Scan<u32> {
    let at = scanner.place();
    if !matches!(scanner.peek(), Some(b'-' | b'0'..=b'9')) {
        return Err(wrong_type(scanner, Wanted::WholeNumber));
    }
    let token = scanner.number()?;
    let place = token.parse::<u32>().ok().filter(|place| (*place as usize) < size);
    place.ok_or_else(|| {
        let (subject, name) = (Subject::Entry, token.to_owned());
        Stop { at, kind: ProblemKind::NoSuch { subject, name, likely: None } }
    })
}

fn wrong_type(scanner: &mut Scanner<'_>, wanted: Wanted) -> Stop {
    let at = scanner.place();
    let mut ahead = *scanner;
    match ahead.node(&mut crate::json::ROOM.clone()) {
        Ok(node) => Stop { at, kind: ProblemKind::WrongType { wanted, found: node.json_type() } },
        Err(stop) => stop,
    }
}
