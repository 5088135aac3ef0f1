//! Two totals against each other: tăng, giảm, bằng, by how much, or why it cannot be said.

use crate::fraction::{compare_rates, difference, percent, points, rounded};
use crate::span::Span;
use crate::territory::Territory;
use crate::total::{Total, ValueKind};
use bc138_domain::{Fixed, Window};
use bc138_units::UnitIx;
use chrono::NaiveDate;
use std::cmp::Ordering;

/// Which way a number went.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    /// tăng.
    Up,
    /// giảm.
    Down,
    /// bằng.
    Same,
}

impl From<Ordering> for Direction {
    fn from(now_to_before: Ordering) -> Self {
        match now_to_before {
            Ordering::Greater => Self::Up,
            Ordering::Less => Self::Down,
            Ordering::Equal => Self::Same,
        }
    }
}

/// A total with the window and the units it is a total of.
#[derive(Debug, Clone, Copy)]
pub struct Side<'a> {
    /// The window.
    pub window: &'a Window,
    /// The units.
    pub territory: &'a Territory,
    /// The total.
    pub total: &'a Total,
}

/// What a comparison has to know besides the two sides.
#[derive(Debug, Clone, Copy, Default)]
pub struct Terms<'a> {
    /// Decimals of percentages, 0 to 2: one setting for a whole report.
    pub places: u32,
    /// What the bare numbers are; the change of a percentage is in percentage points.
    pub kind: ValueKind,
    /// Days from which the measure counts something else.
    pub redefined_on: &'a [NaiveDate],
    /// Units of both sides whose borders changed in between.
    pub redrawn: &'a [UnitIx],
}

/// One side's change against the other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Change {
    /// Change of the number, or of x.
    pub value: Fixed,
    /// Change of y.
    pub total: Option<Fixed>,
    /// Change of the number or of x in percent of what was before; `None` when nothing was before,
    /// and for percentages.
    pub percent: Option<Fixed>,
    /// Change of the rate in percentage points (điểm phần trăm), from the exact rates.
    pub points: Option<Fixed>,
    /// Which way it went: the rate where there is one, otherwise the number.
    pub direction: Direction,
    /// Whether estimates stand on either side.
    pub estimated: bool,
}

/// “n of m units reported”.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Coverage {
    /// n.
    pub reported: u32,
    /// m.
    pub expected: u32,
}

/// Why two totals are not comparable (không so sánh được).
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Why {
    /// An end of a window is open, they overlap, or one is longer than the other.
    Window,
    /// The territory is another one.
    Territory {
        /// Units that only one side has, and units whose borders changed; ascending.
        changed: Vec<UnitIx>,
    },
    /// The measure counts something else from this day on.
    Definition {
        /// The day.
        day: NaiveDate,
    },
    /// Units have not reported, or there is no number at all.
    Missing {
        /// Reports on this side.
        now: Coverage,
        /// Reports on the other side.
        before: Coverage,
    },
    /// A number with a qualifier, words, or x without y stand in one of them: no exact change.
    Qualified,
    /// The sums may not be stated, or their difference is out of range.
    NoSum,
}

/// Whether and how a number changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Comparison {
    /// By so much.
    Change(Change),
    /// It cannot be said.
    NotComparable {
        /// Why.
        why: Why,
    },
}

impl Comparison {
    /// The change, where there is one.
    #[must_use]
    pub const fn change(&self) -> Option<&Change> {
        match self {
            Self::Change(change) => Some(change),
            Self::NotComparable { .. } => None,
        }
    }
}

/// Compares two totals; only equal windows, equal territory, equal definitions and complete, exact
/// numbers have a change.
#[must_use]
pub fn compare(now: &Side<'_>, before: &Side<'_>, terms: &Terms<'_>) -> Comparison {
    match obstacle(now, before, terms) {
        Some(why) => Comparison::NotComparable { why },
        None => change(now.total, before.total, terms)
            .map_or(Comparison::NotComparable { why: Why::NoSum }, Comparison::Change),
    }
}

/// The first thing that stands in the way, the most fundamental first.
fn obstacle(now: &Side<'_>, before: &Side<'_>, terms: &Terms<'_>) -> Option<Why> {
    let (Some(here), Some(there)) = (Span::of(now.window), Span::of(before.window)) else {
        return Some(Why::Window);
    };
    if !here.is_as_long_as(there) || here.shared(there).is_some() {
        return Some(Why::Window);
    }
    if let Some(day) = redefined(here, there, terms.redefined_on) {
        return Some(Why::Definition { day });
    }
    let changed = changed_units(now.territory, before.territory, terms.redrawn);
    if !changed.is_empty() {
        return Some(Why::Territory { changed });
    }
    numbers(now.total, before.total)
}

fn numbers(now: &Total, before: &Total) -> Option<Why> {
    if !(now.additivity.has_sum() && before.additivity.has_sum()) {
        return Some(Why::NoSum);
    }
    if !(now.is_complete() && before.is_complete()) {
        return Some(missing(now, before));
    }
    if !(now.is_exact() && before.is_exact()) {
        return Some(Why::Qualified);
    }
    (now.value.is_none() || before.value.is_none()).then(|| missing(now, before))
}

fn missing(now: &Total, before: &Total) -> Why {
    let coverage = |total: &Total| Coverage { reported: total.reported, expected: total.expected };
    Why::Missing { now: coverage(now), before: coverage(before) }
}

/// The first day on which the definition changed after the earlier window began and before the
/// later one ended.
fn redefined(a: Span, b: Span, days: &[NaiveDate]) -> Option<NaiveDate> {
    let (begin, end) = (a.from.min(b.from), a.to.max(b.to));
    days.iter().copied().filter(|day| begin < *day && *day <= end).min()
}

fn changed_units(now: &Territory, before: &Territory, redrawn: &[UnitIx]) -> Vec<UnitIx> {
    let mut changed = now.difference(before);
    let kept = redrawn.iter().filter(|unit| now.contains(**unit) && before.contains(**unit));
    changed.extend(kept);
    changed.sort_unstable();
    changed.dedup();
    changed
}

/// The change between two totals that are comparable; `None` when it is out of range.
pub(crate) fn change(now: &Total, before: &Total, terms: &Terms<'_>) -> Option<Change> {
    let (here, there) = (now.value?, before.value?);
    let value = difference(here, there)?;
    let rates = now.total.zip(before.total).map(|(y, z)| ((here, y), (there, z)));
    let of_whole = rates.filter(|((_, y), (_, z))| *y > Fixed::default() && *z > Fixed::default());
    let points = match of_whole {
        Some((now, before)) => points(now, before, terms.places),
        None if terms.kind == ValueKind::Percent => rounded(value, terms.places),
        None => None,
    };
    let order = of_whole.map_or(here.cmp(&there), |(now, before)| compare_rates(now, before));
    let base = i128::from(there.thousandths());
    let percent = percent(i128::from(value.thousandths()), base, terms.places);
    Some(Change {
        value,
        total: rates.and_then(|((_, y), (_, z))| difference(y, z)),
        percent: percent.filter(|_| terms.kind != ValueKind::Percent),
        points,
        direction: order.into(),
        estimated: now.estimates + before.estimates > 0,
    })
}
