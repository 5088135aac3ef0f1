//! The units that a file makes or renames: its other parts may call them by their names.

use super::names::small;
use super::time::day_of;
use crate::json::{Node, Value};
use crate::shape::{self, find_word};
use bc138_domain::UnitKind;
use bc138_domain::text::normalise;
use chrono::NaiveDate;
use std::collections::{BTreeMap, BTreeSet};

/// Units of the file's own events.
#[derive(Debug, Default)]
pub(super) struct MadeUnits {
    keys: BTreeSet<String>,
    /// By the name without its type, in small letters.
    names: BTreeMap<String, Vec<MadeName>>,
}

/// A name that a unit carries from a day on.
#[derive(Debug)]
struct MadeName {
    key: String,
    from: Option<NaiveDate>,
    /// “xã”; unknown where only the name changed.
    noun: Option<&'static str>,
}

impl MadeUnits {
    /// Whether the file makes a unit with this key.
    pub fn knows(&self, key: &str) -> bool {
        self.keys.contains(key)
    }

    /// Notes the units that an event makes.
    pub fn collect(&mut self, event: &Node<'_>) {
        let from = day_of(event);
        for part in ["unit", "created"].into_iter().filter_map(|key| event.get(key)) {
            match &part.value {
                Value::List(made) => made.iter().for_each(|unit| self.add(unit, from)),
                Value::Object(_) => self.add(part, from),
                _ => {}
            }
        }
    }

    fn add(&mut self, unit: &Node<'_>, from: Option<NaiveDate>) {
        let text = |key: &str| unit.get(key).and_then(Node::text).map(normalise);
        let Some(key) = text("key").filter(|key| !key.is_empty()) else { return };
        if let Some(name) = text("name") {
            let kind = text("kind").and_then(|word| find_word(shape::UNIT_KIND, &word));
            let name_of = MadeName { key: key.clone(), from, noun: kind.and_then(noun_of) };
            self.names.entry(small(&name)).or_default().push(name_of);
        }
        self.keys.insert(key);
    }

    /// Notes that a unit gets another name.
    pub fn rename(&mut self, key: String, name: &str, from: Option<NaiveDate>) {
        self.names.entry(small(name)).or_default().push(MadeName { key, from, noun: None });
    }

    /// Keys of the units that are called so, with their type or without: on a day, or ever.
    pub fn called(&self, written: &str, day: Option<NaiveDate>) -> Vec<String> {
        let written = small(written);
        let nouns = shape::UNIT_KIND.iter().filter_map(|(word, _)| noun_of(word));
        let typed = nouns.filter_map(|noun| {
            let name = written.strip_prefix(noun)?.strip_prefix(' ')?;
            Some((name, Some(noun)))
        });
        let mut keys = Vec::new();
        for (name, noun) in typed.chain([(written.as_str(), None)]) {
            let carried = self.names.get(name).into_iter().flatten().filter(|it| {
                let begun = day.is_none_or(|day| it.from.is_none_or(|from| from <= day));
                begun && (noun.is_none() || it.noun.is_none() || it.noun == noun)
            });
            keys.extend(carried.map(|it| it.key.clone()));
        }
        keys
    }

    /// Every name, for proposals.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.names.keys().map(String::as_str)
    }
}

fn noun_of(word: &str) -> Option<&'static str> {
    let kind: UnitKind = serde_json::from_value(serde_json::Value::from(word)).ok()?;
    Some(kind.noun())
}
