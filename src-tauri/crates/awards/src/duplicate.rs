//! The same recipient twice (trùng): in one decision, across decisions, across years, across
//! spellings, across renamed and merged units. It only tells; nobody is taken off a list.

use crate::identity::{Identity, Likeness, LineRef, Why};
use crate::place::Places;
use crate::tables::Tables;
use bc138_domain::Award;
use chrono::{Datelike, NaiveDate};
use std::collections::{BTreeMap, BTreeSet};

/// One award in the register of all dossiers.
#[derive(Debug, Clone, Copy)]
pub struct Registered<'a> {
    /// The award.
    pub award: &'a Award,
    /// The day of the conference it was presented at.
    pub event: Option<NaiveDate>,
}

/// How far apart two lines about the same recipient stand; the nearest is the gravest.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Extent {
    /// In one decision.
    SameDecision,
    /// The same form for the same year, in two decisions.
    SameForm,
    /// Another form for the same year.
    SameYear,
    /// In another year, or the year is not known. That is no fault by itself.
    OtherYear,
}

/// Two lines that are likely about the same recipient.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Duplicate {
    /// The line that comes first in the register.
    pub a: LineRef,
    /// The other line.
    pub b: LineRef,
    /// How far apart they stand.
    pub extent: Extent,
    /// How sure it is, from 1 to 100.
    pub likeness: u8,
    /// What speaks for it.
    pub why: Vec<Why>,
}

impl Registered<'_> {
    /// The day by which names of units and legal rules are read: the decision's, else the
    /// conference's.
    #[must_use]
    pub fn day(&self) -> Option<NaiveDate> {
        self.award.decision_date.or(self.event)
    }

    /// The year the merit belongs to, else the year of the decision.
    #[must_use]
    pub fn year(&self) -> Option<i32> {
        self.award.merit_year.or_else(|| self.day().map(|day| day.year()))
    }
}

/// Pairs of lines that are likely about the same recipient, the gravest and surest first.
///
/// Shares of localities repeat the lines of their whole and are passed over, and so are revoked
/// awards and lines.
#[must_use]
pub fn duplicates(
    register: &[Registered<'_>],
    tables: &Tables,
    places: &dyn Places,
) -> Vec<Duplicate> {
    let by_id: BTreeMap<i32, &Registered<'_>> =
        register.iter().map(|it| (it.award.id, it)).collect();
    let people = identities(register, tables, places);
    let mut found: Vec<Duplicate> = pairs(&people)
        .into_iter()
        .filter_map(|(a, b, likeness)| {
            let extent = extent(by_id.get(&a.award)?, by_id.get(&b.award)?);
            Some(Duplicate { a, b, extent, likeness: likeness.score, why: likeness.why })
        })
        .collect();
    found.sort_by_key(|it| (it.extent, std::cmp::Reverse(it.likeness), it.a, it.b));
    found
}

/// Every recipient of the register that stands in a list of its own.
pub(crate) fn identities(
    register: &[Registered<'_>],
    tables: &Tables,
    places: &dyn Places,
) -> Vec<Identity> {
    let mut people = Vec::new();
    for it in register.iter().filter(|it| it.award.is_counted()) {
        let lines = it.award.lines.iter().enumerate().filter(|(_, line)| line.stands());
        people
            .extend(lines.map(|(place, line)| {
                Identity::of(it.award, place, line, it.day(), tables, places)
            }));
    }
    people.sort_by_key(|it| it.at);
    people
}

/// Pairs that are alike, each once, the earlier line first.
pub(crate) fn pairs(people: &[Identity]) -> Vec<(LineRef, LineRef, Likeness)> {
    let mut blocks: BTreeMap<String, BTreeSet<usize>> = BTreeMap::new();
    for (place, identity) in people.iter().enumerate() {
        for block in identity.blocks() {
            blocks.entry(block).or_default().insert(place);
        }
    }
    let mut seen: BTreeSet<(usize, usize)> = BTreeSet::new();
    for block in blocks.values() {
        for a in block {
            seen.extend(block.range(a + 1..).map(|b| (*a, *b)));
        }
    }
    let compared = seen.into_iter().filter_map(|(a, b)| {
        let (a, b) = (people.get(a)?, people.get(b)?);
        a.likeness(b).map(|likeness| (a.at, b.at, likeness))
    });
    compared.collect()
}

pub(crate) fn extent(a: &Registered<'_>, b: &Registered<'_>) -> Extent {
    let (x, y) = (a.award, b.award);
    let same_number = x.decision_number.is_some()
        && x.decision_number == y.decision_number
        && x.decision_date == y.decision_date
        && x.authorities == y.authorities;
    let same_year = a.year().is_some() && a.year() == b.year();
    let same_form = x.forms.iter().any(|form| y.forms.contains(form));
    match (x.id == y.id || same_number, same_year, same_form) {
        (true, _, _) => Extent::SameDecision,
        (false, true, true) => Extent::SameForm,
        (false, true, false) => Extent::SameYear,
        (false, false, _) => Extent::OtherYear,
    }
}
