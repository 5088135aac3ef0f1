//! Dated versions of one code.

use super::dimension::Category;
use super::indicator::Indicator;
use super::problem::Misfit;
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// An entry that holds from one day to another.
pub(crate) trait Dated {
    /// The code that its versions share.
    fn key(&self) -> (&str, &str);
    /// First day; `None` since ever.
    fn from(&self) -> Option<NaiveDate>;
    /// Last day; `None` until further notice.
    fn to(&self) -> Option<NaiveDate>;
    /// Makes a day its last.
    fn end(&mut self, day: NaiveDate);
}

impl Dated for Indicator {
    fn key(&self) -> (&str, &str) {
        (&self.code, "")
    }

    fn from(&self) -> Option<NaiveDate> {
        self.valid_from
    }

    fn to(&self) -> Option<NaiveDate> {
        self.valid_to
    }

    fn end(&mut self, day: NaiveDate) {
        self.valid_to = Some(day);
    }
}

impl Dated for Category {
    fn key(&self) -> (&str, &str) {
        (&self.code, &self.dimension)
    }

    fn from(&self) -> Option<NaiveDate> {
        self.valid_from
    }

    fn to(&self) -> Option<NaiveDate> {
        self.valid_to
    }

    fn end(&mut self, day: NaiveDate) {
        self.valid_to = Some(day);
    }
}

/// Whether an entry holds on a day; an unknown day accepts all.
pub(crate) fn holds(entry: &impl Dated, day: Option<NaiveDate>) -> bool {
    day.is_none_or(|day| {
        entry.from().is_none_or(|from| from <= day) && entry.to().is_none_or(|to| day <= to)
    })
}

/// The entry with a last day before its first, as a misfit.
pub(crate) fn backwards(entry: &impl Dated) -> Option<Misfit> {
    let (from, to) = (entry.from()?, entry.to()?);
    (to < from).then(|| Misfit::Backwards { code: entry.key().0.to_owned(), from, to })
}

/// Places of entries that hold on a day on which an earlier version of the same code holds.
pub(crate) fn overlapping<T: Dated>(entries: &[T]) -> Vec<(usize, Misfit)> {
    let mut by_key: BTreeMap<(&str, &str), Vec<usize>> = BTreeMap::new();
    for (index, entry) in entries.iter().enumerate() {
        by_key.entry(entry.key()).or_default().push(index);
    }
    let mut found: Vec<(usize, Misfit)> = by_key
        .into_values()
        .flat_map(|mut versions| {
            versions.sort_by_key(|index| entries[*index].from());
            overlaps_in(entries, &versions)
        })
        .collect();
    found.sort_by_key(|(index, _)| *index);
    found
}

/// Goes through versions in the order of their beginnings.
fn overlaps_in<T: Dated>(entries: &[T], versions: &[usize]) -> Vec<(usize, Misfit)> {
    let mut found = Vec::new();
    let mut last: Option<&T> = None;
    for index in versions {
        let entry = &entries[*index];
        if last.is_some_and(|last| last.to().is_none_or(|to| Some(to) >= entry.from())) {
            found.push((*index, overlap(entry)));
        }
        // Of two that overlap, the one that lasts longer can overlap the next.
        if last.is_none_or(|last| last.to().is_some_and(|to| entry.to().is_none_or(|t| t > to))) {
            last = Some(entry);
        }
    }
    found
}

fn overlap(entry: &impl Dated) -> Misfit {
    let (code, from, to) = (entry.key().0.to_owned(), entry.from(), entry.to());
    Misfit::OverlappingValidity { code, from, to }
}

/// Adds a version to those of the same code that were there before, oldest first. It must begin
/// after all of them; the one that holds at its beginning ends the day before.
pub(crate) fn follow<T: Dated>(versions: &mut Vec<T>, new: T) -> Result<(), Misfit> {
    if let Some(last) = versions.last_mut()
        && last.to().is_none_or(|to| Some(to) >= new.from())
    {
        let eve = new.from().filter(|from| last.from() < Some(*from)).and_then(|it| it.pred_opt());
        last.end(eve.ok_or_else(|| overlap(&new))?);
    }
    versions.push(new);
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn day(number: i32) -> NaiveDate {
        NaiveDate::from_num_days_from_ce_opt(730_000 + number).unwrap()
    }

    fn version(from: Option<i32>, to: Option<i32>) -> Indicator {
        let (valid_from, valid_to) = (from.map(day), to.map(day));
        Indicator { valid_from, valid_to, ..Indicator::own(1, "models", "Chốt") }
    }

    #[test]
    fn a_version_ends_the_one_before_it() {
        let mut versions = vec![version(None, None)];
        follow(&mut versions, version(Some(10), None)).unwrap();
        assert_eq!(versions[0].valid_to, Some(day(9)));
        let early = follow(&mut versions, version(Some(10), Some(20)));
        assert!(matches!(early, Err(Misfit::OverlappingValidity { .. })), "two begin on one day");
        assert!(follow(&mut versions, version(None, None)).is_err(), "it begins before all");
    }

    fn stretch() -> impl Strategy<Value = (Option<i32>, Option<i32>)> {
        (prop::option::of(0..20i32), prop::option::of(0..20i32)).prop_map(|(from, to)| {
            match (from, to) {
                (Some(from), Some(to)) => (Some(from.min(to)), Some(from.max(to))),
                other => other,
            }
        })
    }

    proptest! {
        #[test]
        fn overlaps_are_found_exactly_when_two_versions_share_a_day(
            stretches in prop::collection::vec(stretch(), 0..5)
        ) {
            let versions: Vec<Indicator> =
                stretches.iter().map(|(from, to)| version(*from, *to)).collect();
            let shared = (-1..21).any(|number| {
                let on = Some(day(number));
                versions.iter().filter(|version| holds(*version, on)).count() > 1
            });
            prop_assert_eq!(!overlapping(&versions).is_empty(), shared);
        }
    }
}
