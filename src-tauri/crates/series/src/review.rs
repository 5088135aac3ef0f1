//! Putting windows together into a longer one: sơ kết and tổng kết of 2, 3, 5 or 10 years, a
//! giai đoạn.

use crate::cube::{Cube, MeasureIx, WindowIx};
use crate::fraction::difference;
use crate::span::{Seam, Span, seams};
use crate::territory::Territory;
use crate::total::{Additivity, Total, total};
use bc138_domain::catalogue::{OverTime, OverUnits};
use bc138_domain::{Fixed, Nature, Window};

/// How the totals of several windows are put together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Joining {
    /// Flows are added.
    Sum,
    /// A stock: the last window's stands.
    Last,
    /// Each window's is stated for itself: ratios and percentages.
    Each,
    /// A running total (lũy kế): the last one less the first one.
    Increase,
}

impl Joining {
    /// The way that fits a measure. What an entry says of itself decides between stock and flow;
    /// the catalogue decides whether windows are put together at all. [`Joining::Increase`] is
    /// only ever asked for.
    #[must_use]
    pub const fn of(nature: Nature, over_time: OverTime) -> Self {
        match (over_time, nature) {
            (OverTime::Not, _) => Self::Each,
            (_, Nature::Flow | Nature::New) => Self::Sum,
            (_, Nature::Stock | Nature::Cumulative) => Self::Last,
        }
    }
}

/// One window of a review, with the units of that time: a province's communes change.
#[derive(Debug, Clone, Copy)]
pub struct Stage<'a> {
    /// The window.
    pub window: WindowIx,
    /// The units.
    pub territory: &'a Territory,
}

/// What a review asks.
#[derive(Debug, Clone, Copy)]
pub struct ReviewOf<'a> {
    /// The measure.
    pub measure: MeasureIx,
    /// How it is put together over units.
    pub over_units: OverUnits,
    /// How it is put together over the windows.
    pub joining: Joining,
    /// The longer window, when the windows have to cover exactly that one.
    pub whole: Option<&'a Window>,
}

/// Several windows put together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Review {
    /// The total of every window, in the order of time.
    pub stages: Vec<(WindowIx, Total)>,
    /// Gaps and overlaps; [`Seam::Open`] counts in `stages`.
    pub seams: Vec<Seam>,
    /// What they make together.
    pub outcome: Outcome,
}

/// What several windows make together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// The sum of all windows; “n of m” counts unit-windows.
    Sum(Total),
    /// The last window's total stands for the whole.
    Last(WindowIx, Total),
    /// Each window's total is stated for itself; this is the last one.
    Each(WindowIx, Total),
    /// The last running total less the first.
    Increase {
        /// The difference; `None` when one end has no exact and complete total.
        change: Option<Fixed>,
        /// The first window.
        first: WindowIx,
        /// The last window.
        last: WindowIx,
    },
    /// Not added, because of the seams.
    Seams,
    /// There is no window.
    Nothing,
}

/// Puts the totals of several windows together. Flows are added only where the windows leave no
/// gap and do not overlap.
#[must_use]
pub fn review(cube: &Cube, of: &ReviewOf<'_>, stages: &[Stage<'_>]) -> Review {
    let in_time = cube.windows_in_time();
    let mut totals: Vec<(WindowIx, Total)> = stages
        .iter()
        .map(|at| (at.window, total(cube, of.measure, at.window, at.territory, of.over_units)))
        .collect();
    totals.sort_by_key(|(window, _)| in_time.iter().position(|at| at == window));
    let windows: Vec<&Window> = totals.iter().filter_map(|(at, _)| cube.window(*at)).collect();
    let seams = seams(&windows, of.whole.and_then(Span::of));
    let outcome = join(&totals, of.joining, &seams);
    Review { stages: totals, seams, outcome }
}

fn join(stages: &[(WindowIx, Total)], joining: Joining, seams: &[Seam]) -> Outcome {
    let (Some((first, begin)), Some((last, end))) = (stages.first(), stages.last()) else {
        return Outcome::Nothing;
    };
    match joining {
        Joining::Sum if seams.is_empty() => Outcome::Sum(sum(stages.iter().map(|(_, it)| it))),
        Joining::Sum => Outcome::Seams,
        Joining::Last => Outcome::Last(*last, *end),
        Joining::Each => Outcome::Each(*last, *end),
        Joining::Increase => {
            Outcome::Increase { change: increase(begin, end), first: *first, last: *last }
        }
    }
}

/// The rise between two running totals of which both are complete and exact.
fn increase(begin: &Total, end: &Total) -> Option<Fixed> {
    let sound = |total: &Total| total.is_complete() && total.is_exact();
    if sound(begin) && sound(end) { difference(end.value?, begin.value?) } else { None }
}

/// The sum of totals that share no unit or no day; the counts are added too. A total that may not
/// be added makes a sum that may not be stated.
#[must_use]
pub fn sum<'a>(totals: impl IntoIterator<Item = &'a Total>) -> Total {
    let (mut x, mut y) = (Sum::default(), Sum::default());
    let mut all = Total::default();
    let mut first = true;
    for part in totals {
        all = with_counts(all, part, first);
        x.add(part.value);
        y.add(part.total);
        first = false;
    }
    let (Some(value), Some(total)) = (x.narrow(), y.narrow()) else {
        return Total { additivity: Additivity::OutOfRange, ..all };
    };
    if all.additivity.has_sum() { Total { value, total, ..all } } else { all }
}

#[derive(Default)]
struct Sum(Option<i128>);

impl Sum {
    fn add(&mut self, part: Option<Fixed>) {
        if let Some(part) = part {
            self.0 = Some(self.0.unwrap_or(0) + i128::from(part.thousandths()));
        }
    }

    /// The sum, if any; the outer `None` means that it is out of range.
    fn narrow(&self) -> Option<Option<Fixed>> {
        match self.0 {
            None => Some(None),
            Some(sum) => i64::try_from(sum).ok().map(|sum| Some(Fixed::from_thousandths(sum))),
        }
    }
}

fn with_counts(all: Total, part: &Total, first: bool) -> Total {
    let additivity = match (first, all.additivity.has_sum()) {
        (true, _) => part.additivity,
        (false, true) if part.additivity.has_sum() => all.additivity,
        (false, true) => part.additivity,
        (false, false) => all.additivity,
    };
    Total {
        value: None,
        total: None,
        reported: all.reported + part.reported,
        expected: all.expected + part.expected,
        zero: all.zero + part.zero,
        not_reported: all.not_reported + part.not_reported,
        not_applicable: all.not_applicable + part.not_applicable,
        estimates: all.estimates + part.estimates,
        in_words: all.in_words + part.in_words,
        without_total: all.without_total + part.without_total,
        qualified: all.qualified + part.qualified,
        unallocated: all.unallocated + part.unallocated,
        largest: all.largest.max(part.largest),
        additivity,
    }
}
