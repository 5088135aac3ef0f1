//! Finding units by any name they ever had, without diacritics and with or without their type.

mod index;
mod query;

use crate::registry::Registry;
use crate::unit::UnitIx;
use chrono::NaiveDate;
use query::Query;
use std::cmp::{Ordering, Reverse};
use std::collections::BTreeMap;

pub(crate) use index::Index;

/// What to search in.
#[derive(Debug, Clone, Copy)]
pub struct Search {
    /// Only units that exist on this day. Names of units that ended before lead to the units
    /// that hold their territory on the day. `None`: every unit of every day.
    pub day: Option<NaiveDate>,
    /// Only this unit and what belongs to it, or to a unit whose whole territory it took over.
    pub within: Option<UnitIx>,
    /// At most so many hits.
    pub limit: usize,
}

/// A unit that was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit {
    /// The unit.
    pub unit: UnitIx,
    /// Type and name that matched: “thị trấn Mẹt”, perhaps of a unit before this one.
    pub matched_name: String,
    /// Last day on which the name was carried; `None` while it still is.
    pub last_day_of_name: Option<NaiveDate>,
    /// How well it matched; hits come in this order.
    pub rank: Rank,
}

/// How well a hit matches, the best first: names of the day before other names, but any of them
/// before a match inside a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Rank {
    /// Whether the name is not the one of the day: an older one, one of a unit before, or one
    /// that comes later. Without a day: not the unit's last one.
    pub old_name: bool,
    /// How the name matches.
    pub closeness: Closeness,
}

impl Ord for Rank {
    fn cmp(&self, other: &Self) -> Ordering {
        let key = |r: &Self| (r.closeness == Closeness::Inside, r.old_name, r.closeness);
        key(self).cmp(&key(other))
    }
}

impl PartialOrd for Rank {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// How a name matches what was typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Closeness {
    /// It is the name.
    Exact,
    /// The name begins with it.
    Beginning,
    /// A later word of the name begins with it.
    LaterWord,
    /// It stands inside a word.
    Inside,
}

/// The best name of every unit found: the closest, its own before those of units before it, the
/// latest. The last number is the place in the index.
type Best = BTreeMap<UnitIx, (Rank, bool, Reverse<usize>)>;

impl Registry {
    /// The units whose names match, the best first; nothing for a query without letters.
    ///
    /// Diacritics, the place of the tone mark, capitals and punctuation do not matter, and a type
    /// before the name (“xã”, “P.”, “TT”, “Tp”) may be given: then only that type matches.
    #[must_use]
    pub fn search(&self, query: &str, search: &Search) -> Vec<Hit> {
        let index = self.inner.index.get_or_init(|| Index::of(&self.inner.roll));
        let mut best = Best::new();
        for query in Query::readings(query) {
            for (place, closeness) in index.matches(&query) {
                self.admit(index, place, closeness, search, &mut best);
            }
        }
        let mut order: Vec<_> = best.into_iter().collect();
        order.sort_by_key(|(ix, (rank, _, Reverse(at)))| (*rank, self.level(*ix), *at, *ix));
        order.truncate(search.limit);
        let hit = |(ix, (rank, _, Reverse(at)))| self.hit(index, ix, rank, at);
        order.into_iter().map(hit).collect()
    }

    /// Takes the units that a matching name leads to into the hits, each with its best name.
    fn admit(
        &self,
        index: &Index,
        place: usize,
        closeness: Closeness,
        search: &Search,
        best: &mut Best,
    ) {
        let entry = index.entry(place);
        let units = match search.day {
            Some(day) => self.inner.holders(entry.unit, day),
            None => vec![entry.unit],
        };
        for unit in units {
            let carried =
                entry.unit == unit && search.day.map_or(entry.latest, |d| entry.lifetime.holds(d));
            let rank = Rank { old_name: !carried, closeness };
            if search.within.is_none_or(|w| self.lies_within(unit, w, search.day)) {
                let name = (rank, entry.unit != unit, Reverse(place));
                let found = best.entry(unit).or_insert(name);
                *found = name.min(*found);
            }
        }
    }

    fn hit(&self, index: &Index, unit: UnitIx, rank: Rank, place: usize) -> Hit {
        let entry = index.entry(place);
        Hit {
            unit,
            matched_name: self.label(entry.unit, entry.lifetime.nearest(NaiveDate::MAX)),
            last_day_of_name: entry.lifetime.last,
            rank,
        }
    }

    /// Tells whether a unit is or belongs to another one, on the day or on the nearest day on
    /// which it exists; an ended province is carried on by the one that took all of it over.
    fn lies_within(&self, unit: UnitIx, within: UnitIx, day: Option<NaiveDate>) -> bool {
        let Some(lifetime) = self.lifetime(unit) else { return false };
        let lived = lifetime.nearest(day.unwrap_or(NaiveDate::MAX));
        let carried_on = |a: &UnitIx| {
            let heir = || self.lifetime(within).map(|l| l.nearest(NaiveDate::MAX));
            *a == within || heir().and_then(|last| self.heir(*a, last)) == Some(within)
        };
        self.ancestors(unit, lived).iter().any(carried_on)
    }
}
