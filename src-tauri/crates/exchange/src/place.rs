//! [`Places`]: where the records of a file stand, for rules that only their owner knows (the
//! register of units, the settings) and that are asked when the whole file has been read.

use crate::found::place_in;
use crate::json::{Node, ROOM, Scanner, Value};
use crate::problem::Place;
use bc138_domain::{Kind, Window};
use std::collections::BTreeMap;

/// Where the records of a file stand, by the ids they were read with, and the first number of
/// each unit in each window.
#[derive(Debug, Default)]
pub struct Places<'a> {
    text: &'a str,
    records: BTreeMap<(Kind, i32), (usize, String)>,
    entries: BTreeMap<(String, (WindowDay, WindowDay)), (usize, String)>,
}

type WindowDay = Option<chrono::NaiveDate>;

impl<'a> Places<'a> {
    pub(crate) fn of(text: &'a str) -> Self {
        Self { text, ..Self::default() }
    }

    pub(crate) fn note(&mut self, of: (Kind, i32), at: usize, pointer: String) {
        self.records.entry(of).or_insert((at, pointer));
    }

    pub(crate) fn note_entry(&mut self, unit: &str, window: &Window, at: (usize, String)) {
        self.entries.entry((unit.to_owned(), (window.from, window.to))).or_insert(at);
    }

    /// The place of a record, or of what `inner` names in it (`unit/name`, `members/2`), as far as
    /// that is there.
    #[must_use]
    pub fn record(&self, kind: Kind, id: i32, inner: &str) -> Place {
        let Some((at, pointer)) = self.records.get(&(kind, id)) else { return Place::default() };
        let mut place = (*at, pointer.clone());
        let tree = Scanner::new(self.text, *at).node(&mut ROOM.clone());
        let mut node = tree.as_ref().ok();
        for step in inner.split('/').filter(|step| !step.is_empty()) {
            let Some(next) = node.and_then(|node| within(node, step)) else { break };
            place = (next.at, format!("{}/{step}", place.1));
            node = Some(next);
        }
        place_in(self.text, place.0, place.1)
    }

    /// The place of the first number of a unit in a window.
    #[must_use]
    pub fn entry(&self, unit: &str, window: &Window) -> Place {
        let known = self.entries.get(&(unit.to_owned(), (window.from, window.to)));
        known.map(|(at, pointer)| place_in(self.text, *at, pointer.clone())).unwrap_or_default()
    }
}

fn within<'n, 't>(node: &'n Node<'t>, step: &str) -> Option<&'n Node<'t>> {
    match &node.value {
        Value::List(items) => items.get(step.parse::<usize>().ok()?),
        _ => node.get(step),
    }
}
