//! Years in a row: at a hundred per cent, with the target reached, better than the year before.

use crate::achievement::achievement;
use crate::column::Remark;
use crate::cube::{Cube, MeasureIx, WindowIx};
use crate::fraction::compare_rates;
use crate::span::Span;
use crate::total::ValueKind;
use bc138_domain::{Amount, Fixed, Operator, Slot, State};
use bc138_units::UnitIx;
use std::cmp::Ordering;

/// What has to hold year after year.
#[derive(Debug, Clone, Copy)]
pub enum Feat<'a> {
    /// All of all: x = y.
    Full,
    /// A target is met.
    Reached {
        /// How the result is compared.
        operator: Operator,
        /// The target.
        goal: &'a Amount,
        /// What the bare numbers of the measure are.
        kind: ValueKind,
    },
    /// More than in the window before (a rate against a rate, a number against a number).
    Rising,
    /// Less than in the window before.
    Falling,
}

/// Windows in a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Streak {
    /// How many.
    pub length: u32,
    /// The first of them.
    pub first: WindowIx,
    /// The last of them.
    pub last: WindowIx,
}

/// A unit's streaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Streaks {
    /// The one that reaches the last window; `None` when the last window fails.
    pub current: Option<Streak>,
    /// The longest; of several the latest.
    pub longest: Option<Streak>,
}

/// The streaks of a unit over windows in the order of time. A window in which the unit reported
/// nothing exact, or that does not follow directly on the one before, ends a streak.
#[must_use]
pub fn streaks(
    cube: &Cube,
    unit: UnitIx,
    measure: MeasureIx,
    windows: &[WindowIx],
    feat: Feat<'_>,
) -> Streaks {
    let mut streaks = Streaks::default();
    let mut running: Option<Streak> = None;
    let mut before: Option<(Span, Option<Exact>)> = None;
    for window in windows {
        let span = cube.window(*window).and_then(Span::of);
        let number = exact(cube, unit, measure, *window);
        let follows = before.zip(span).is_some_and(|((earlier, _), it)| {
            earlier.is_followed_by(it) && earlier.is_as_long_as(it)
        });
        let earlier = before.filter(|_| follows).and_then(|(_, number)| number);
        let so_far = running.filter(|_| follows);
        let holds = number.is_some_and(|number| holds(number, earlier, feat));
        running = holds.then(|| extended(so_far, *window));
        if running.map(|it| it.length) >= streaks.longest.map(|it| it.length) {
            streaks.longest = running.or(streaks.longest);
        }
        before = span.map(|span| (span, number));
    }
    Streaks { current: running, ..streaks }
}

fn extended(so_far: Option<Streak>, window: WindowIx) -> Streak {
    match so_far {
        Some(streak) => Streak { length: streak.length + 1, last: window, ..streak },
        None => Streak { length: 1, first: window, last: window },
    }
}

/// An exact number: x and, for a ratio, y.
type Exact = (Fixed, Option<Fixed>);

/// A unit's number when it is one: no words, no qualifier.
fn exact(cube: &Cube, unit: UnitIx, measure: MeasureIx, window: WindowIx) -> Option<Exact> {
    let column = cube.column(measure, window)?;
    exact_number(column.get(unit)?, column.remark(unit))
}

/// A slot's number when it is one: no words, no qualifier.
pub(crate) fn exact_number(slot: Slot, remark: Option<&Remark>) -> Option<Exact> {
    if remark.is_some_and(|remark| !remark.is_empty()) {
        return None;
    }
    match slot.state {
        State::Zero => Some((Fixed::default(), slot.total())),
        State::Value | State::Estimate => Some((slot.value()?, slot.total())),
        State::NotReported | State::NotApplicable => None,
    }
}

fn holds((value, total): Exact, earlier: Option<Exact>, feat: Feat<'_>) -> bool {
    match feat {
        Feat::Full => total.is_some_and(|total| total > Fixed::default() && value == total),
        Feat::Reached { operator, goal, kind } => {
            let result = kind.amount(value, total);
            achievement(operator, goal, &result, None, 0).is_ok_and(|it| it.met == Some(true))
        }
        Feat::Rising => against(earlier, (value, total)) == Some(Ordering::Greater),
        Feat::Falling => against(earlier, (value, total)) == Some(Ordering::Less),
    }
}

/// The order of a number against the one before it: by rate when both have one.
fn against(earlier: Option<Exact>, now: Exact) -> Option<Ordering> {
    let positive = |total: Fixed| total > Fixed::default();
    match (earlier?, now) {
        ((x, None), (y, None)) => Some(y.cmp(&x)),
        ((x, Some(of)), (y, Some(all))) if positive(of) && positive(all) => {
            Some(compare_rates((y, all), (x, of)))
        }
        _ => None,
    }
}
