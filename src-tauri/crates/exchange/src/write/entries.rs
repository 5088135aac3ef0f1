//! Entries in the canonical form: dictionaries, one row a line, and notes.

use super::layout;
use super::record::{for_people, tree};
use crate::json::{Node, Value};
use crate::number;
use crate::{order, shape};
use bc138_domain::{Cell, EntryBatch, Slot, State};
use serde::Serialize;
use std::borrow::Cow;
use std::io::{self, Write};

pub(super) fn write(batch: &EntryBatch, out: &mut impl Write) -> io::Result<()> {
    let batch = order::entries(batch.clone());
    out.write_all(b",\n  \"entries\": {")?;
    list("units", &batch.units, out)?;
    out.write_all(b",")?;
    list("measures", &batch.measures, out)?;
    out.write_all(b",")?;
    list("windows", &batch.windows, out)?;
    out.write_all(b",\n    \"rows\": [")?;
    let mut line = Vec::with_capacity(64);
    for (index, cell) in batch.cells.iter().enumerate() {
        line.clear();
        line.extend_from_slice(if index == 0 { b"\n      " } else { b",\n      " });
        row(cell, &mut line)?;
        out.write_all(&line)?;
    }
    out.write_all(b"\n    ]")?;
    notes(&batch, out)?;
    out.write_all(b"\n  }")
}

fn list<T: Serialize>(name: &str, values: &[T], out: &mut impl Write) -> io::Result<()> {
    let node = tree(&values)?;
    write!(out, "\n    \"{name}\": {}", layout::printed(&node, 2))
}

/// `[unit, measure, window, x]`, with y behind x for a ratio, and the state last where it is no
/// plain value.
fn row(cell: &Cell, out: &mut Vec<u8>) -> io::Result<()> {
    write!(out, "[{}, {}, {}", cell.unit, cell.measure, cell.window)?;
    let slot = cell.slot.unwrap_or_else(|| Slot::new(State::NotReported, None, None));
    let words = slot.state == State::Value && slot.value().is_none();
    match slot.value().map(number::token_of) {
        Some(token) => write!(out, ", {token}")?,
        None if words || slot.total().is_some() => out.write_all(b", null")?,
        None => {}
    }
    if let Some(total) = slot.total() {
        write!(out, ", {}", number::token_of(total))?;
    }
    if let Some(word) = state_word(slot.state) {
        write!(out, ", \"{word}\"")?;
    }
    out.write_all(b"]")
}

/// The word of a state that is no plain value.
const fn state_word(state: State) -> Option<&'static str> {
    match state {
        State::Value => None,
        State::Zero => Some("zero"),
        State::NotReported => Some("not_reported"),
        State::NotApplicable => Some("not_applicable"),
        State::Estimate => Some("estimate"),
    }
}

fn notes(batch: &EntryBatch, out: &mut impl Write) -> io::Result<()> {
    for (index, (place, note)) in batch.notes.iter().enumerate() {
        let mut node = tree(note)?;
        for_people(&mut node, &shape::ENTRY_NOTE);
        if let Value::Object(members) = &mut node.value {
            let row = Node { at: 0, value: Value::Number(Cow::Owned(place.to_string())) };
            members.insert(0, crate::json::Member { at: 0, key: "row".into(), node: row });
        }
        let begin = if index == 0 { ",\n    \"notes\": [" } else { "," };
        write!(out, "{begin}\n      {}", layout::printed(&node, 3))?;
    }
    if batch.notes.is_empty() { Ok(()) } else { out.write_all(b"\n    ]") }
}
