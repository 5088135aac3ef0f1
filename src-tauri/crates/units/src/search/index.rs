//! The names of all units, prepared for searching.

use super::Closeness;
use super::query::{Query, name_key};
use crate::names::spans;
use crate::quick::QuickMap;
use crate::roll::Roll;
use crate::unit::{Lifetime, UnitIx};
use bc138_domain::UnitKind;
use std::hash::BuildHasherDefault;
use std::ops::Range;

/// One name of one unit.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Entry {
    pub(super) unit: UnitIx,
    pub(super) kind: UnitKind,
    /// Whether it is the last name the unit had.
    pub(super) latest: bool,
    /// The days on which the unit carried it.
    pub(super) lifetime: Lifetime,
    /// Where the name's key ends in the keys; it begins where the one before ends.
    end: u32,
}

/// All names of all units with their search keys in one string.
#[derive(Debug)]
pub(crate) struct Index {
    keys: String,
    entries: Vec<Entry>,
}

impl Index {
    pub(crate) fn of(roll: &Roll) -> Self {
        let mut index = Self { keys: String::new(), entries: Vec::new() };
        // Nearly half of the names are also carried by another unit.
        let mut known: QuickMap<&str, Range<usize>> =
            QuickMap::with_capacity_and_hasher(roll.units.len(), BuildHasherDefault::default());
        for (unit, record) in (0_u32..).map(UnitIx).zip(&roll.units) {
            let spans = spans(record);
            let latest = spans.len().saturating_sub(1);
            for (place, span) in spans.iter().enumerate() {
                let start = index.keys.len();
                if let Some(key) = known.get(span.name) {
                    index.keys.extend_from_within(key.clone());
                } else {
                    index.keys.push_str(&name_key(span.name));
                    known.insert(span.name, start..index.keys.len());
                }
                let end = u32::try_from(index.keys.len()).unwrap_or(u32::MAX);
                let lifetime = Lifetime { first: span.first, last: span.last };
                let (kind, latest) = (span.kind, place == latest);
                index.entries.push(Entry { unit, kind, latest, lifetime, end });
            }
        }
        index.keys.shrink_to_fit();
        index.entries.shrink_to_fit();
        index
    }

    /// The entry at a place that [`Self::matches`] gave.
    pub(super) fn entry(&self, place: usize) -> &Entry {
        &self.entries[place]
    }

    /// Places of the entries whose names match, and how.
    pub(super) fn matches<'a>(
        &'a self,
        query: &'a Query,
    ) -> impl Iterator<Item = (usize, Closeness)> + 'a {
        let mut start = 0;
        self.entries.iter().enumerate().filter_map(move |(place, entry)| {
            let end = entry.end as usize;
            let key = self.keys.get(start..end).unwrap_or_default();
            start = end;
            let fits = query.kinds.is_empty() || query.kinds.contains(&entry.kind);
            closeness(key, &query.name).filter(|_| fits).map(|close| (place, close))
        })
    }
}

fn closeness(key: &str, query: &str) -> Option<Closeness> {
    let at = key.find(query)?;
    if at == 0 {
        let exact = key.len() == query.len();
        return Some(if exact { Closeness::Exact } else { Closeness::Beginning });
    }
    let begins_word = |(at, _): (usize, &str)| at > 0 && key.as_bytes()[at - 1] == b' ';
    let later = key.match_indices(query).any(begins_word);
    Some(if later { Closeness::LaterWord } else { Closeness::Inside })
}
