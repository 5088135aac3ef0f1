//! What several changes did to entries together.

use super::edits::EntryEdits;
use bc138_domain::{Measure, Slot, Window};
use std::collections::BTreeMap;

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
}

/// The first state and the last state of every entry that the edits touch, oldest edits first.
pub(crate) fn net(all: impl IntoIterator<Item = EntryEdits>) -> Vec<EntryChange> {
    let mut known: BTreeMap<(Measure, String, String), EntryChange> = BTreeMap::new();
    for edits in all {
        for cell in &edits.cells {
            let measure = &edits.measures[cell.measure as usize];
            let window = &edits.windows[cell.window as usize];
            let unit = &edits.units[cell.unit as usize];
            let key = (measure.clone(), period_key(window), unit.clone());
            known.entry(key).and_modify(|change| change.after = cell.after).or_insert_with(|| {
                EntryChange {
                    unit: unit.clone(),
                    measure: measure.clone(),
                    window: window.clone(),
                    before: cell.before,
                    after: cell.after,
                }
            });
        }
    }
    known.into_values().collect()
}

fn period_key(window: &Window) -> String {
    format!("{:?} {:?} {:?}", window.to, window.from, window.label)
}
