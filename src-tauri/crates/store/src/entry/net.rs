//! What several changes did to entries together.

use super::edits::EntryEdits;
use bc138_domain::{EntryNote, Measure, Slot, Window};
use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

/// One entry, as it was and as it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EntryChange {
    /// Key of the unit.
    pub unit: String,
    /// What is counted.
    pub measure: Measure,
    /// The window.
    pub window: Window,
    /// The number before.
    pub before: Option<Slot>,
    /// The number after.
    pub after: Option<Slot>,
    /// Its note before.
    pub before_note: Option<EntryNote>,
    /// Its note after.
    pub after_note: Option<EntryNote>,
}

impl EntryChange {
    /// Whether a reader is told something else than before; a comment alone tells no other number.
    pub(crate) fn is_told(&self) -> bool {
        let told = |note: &Option<EntryNote>| {
            note.as_ref().map(|note| (note.qualifier, note.words.clone())).unwrap_or_default()
        };
        self.before != self.after || told(&self.before_note) != told(&self.after_note)
    }
}

/// The first state and the last state of every entry that the edits touch, oldest edits first.
pub(crate) fn net(all: impl IntoIterator<Item = EntryEdits>) -> Vec<EntryChange> {
    let mut known: BTreeMap<(Measure, String, String), EntryChange> = BTreeMap::new();
    for edits in all {
        for change in changes(&edits) {
            let key = (change.measure.clone(), period_key(&change.window), change.unit.clone());
            match known.entry(key) {
                Entry::Occupied(mut first) => {
                    let first = first.get_mut();
                    (first.after, first.after_note) = (change.after, change.after_note);
                }
                Entry::Vacant(place) => drop(place.insert(change)),
            }
        }
    }
    known.into_values().collect()
}

/// The changes of one row of the log.
fn changes(edits: &EntryEdits) -> impl Iterator<Item = EntryChange> {
    let mut notes = edits.notes.iter().peekable();
    edits.cells.iter().enumerate().map(move |(place, cell)| {
        while notes.next_if(|note| (note.cell as usize) < place).is_some() {}
        let note = notes.next_if(|note| note.cell as usize == place);
        EntryChange {
            unit: edits.units[cell.unit as usize].clone(),
            measure: edits.measures[cell.measure as usize].clone(),
            window: edits.windows[cell.window as usize].clone(),
            before: cell.before,
            after: cell.after,
            before_note: note.and_then(|it| it.before.clone()),
            after_note: note.and_then(|it| it.after.clone()),
        }
    })
}

fn period_key(window: &Window) -> String {
    format!("{:?} {:?} {:?}", window.to, window.from, window.label)
}
