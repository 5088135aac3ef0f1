//! Totals over units: what stands in a sum, what is missing from it, and whether it is one.

use crate::column::Column;
use crate::cube::{Cube, MeasureIx, WindowIx};
use crate::territory::Territory;
use bc138_domain::catalogue::OverUnits;
use bc138_domain::{Amount, Fixed, IndicatorKind, Measure, Slot, State};

/// How a total came about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Additivity {
    /// The sum over units.
    #[default]
    Sum,
    /// The sums of x and of y.
    RatioOfSums,
    /// One unit alone: its number stands, whatever the rule over units.
    OneUnit,
    /// Types with names: not added (không cộng), because the same type in two units is one; the
    /// distinct ones are at least as many as the largest number.
    DistinctNames,
    /// Counted from the register of units, not from entries.
    FromRegister,
    /// Not put together (không tổng hợp).
    NotAdded,
    /// The sum does not fit into a number.
    OutOfRange,
}

impl Additivity {
    /// Whether there is a sum to state.
    #[must_use]
    pub const fn has_sum(self) -> bool {
        matches!(self, Self::Sum | Self::RatioOfSums | Self::OneUnit | Self::FromRegister)
    }
}

/// What a bare number is a number of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum ValueKind {
    /// A count or a quantity.
    #[default]
    Count,
    /// A percentage published without its parts (tỷ lệ công bố).
    Percent,
    /// Money in đồng.
    Money,
}

impl ValueKind {
    /// What an indicator's bare numbers are.
    #[must_use]
    pub const fn of(kind: IndicatorKind) -> Self {
        match kind {
            IndicatorKind::Percent => Self::Percent,
            IndicatorKind::Money => Self::Money,
            _ => Self::Count,
        }
    }

    /// The number as an amount; with a total it is a ratio whatever its kind.
    #[must_use]
    pub const fn amount(self, value: Fixed, total: Option<Fixed>) -> Amount {
        match (total, self) {
            (Some(total), _) => Amount::Ratio { reached: value, total },
            (None, Self::Count) => Amount::Number { value },
            (None, Self::Percent) => Amount::Percent { value },
            (None, Self::Money) => Amount::Money { dong: value },
        }
    }
}

/// A number put together from units, with “n of m units reported”.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Total {
    /// The sum, or x of a ratio; `None` when nobody reported a number or nothing may be added.
    pub value: Option<Fixed>,
    /// y of a ratio.
    pub total: Option<Fixed>,
    /// n: units that reported, in numbers or in words.
    pub reported: u32,
    /// m: units that the measure applies to; always `reported` + `not_reported`.
    pub expected: u32,
    /// Reporting units in which nothing occurred (không phát sinh).
    pub zero: u32,
    /// Units that have not reported (chưa báo cáo).
    pub not_reported: u32,
    /// Units that the measure does not apply to; outside m.
    pub not_applicable: u32,
    /// Reporting units whose number is an estimate.
    pub estimates: u32,
    /// Reporting units that gave words only; outside the sum.
    pub in_words: u32,
    /// Reporting units that gave x without y; outside the sums of a ratio.
    pub without_total: u32,
    /// Numbers in the sum that carry a qualifier: gần, trên, …
    pub qualified: u32,
    /// Reporting units whose number cannot be carried to the borders asked for; outside the sum.
    pub unallocated: u32,
    /// The largest single number, where types are counted and not added.
    pub largest: Option<Fixed>,
    /// How it came about.
    pub additivity: Additivity,
}

impl Total {
    /// x/y in percent, rounded half up.
    #[must_use]
    pub fn rate(&self, places: u32) -> Option<Fixed> {
        Fixed::percent_of(self.value?, self.total?, places)
    }

    /// Whether every unit that should have reported did.
    #[must_use]
    pub const fn is_complete(&self) -> bool {
        self.reported == self.expected
    }

    /// Whether every report is in the sum, and none of them is less than exact. Estimates are
    /// exact in this sense; they are counted of their own.
    #[must_use]
    pub const fn is_exact(&self) -> bool {
        self.qualified + self.in_words + self.without_total + self.unallocated == 0
    }

    /// The sum as an amount: a ratio where there is a y.
    #[must_use]
    pub fn amount(&self, kind: ValueKind) -> Option<Amount> {
        Some(kind.amount(self.value?, self.total))
    }

    /// The number of units of a territory counted in the register; nobody has to report it.
    #[must_use]
    pub fn from_register(units: &Territory) -> Self {
        let value = i64::try_from(units.len()).ok().and_then(Fixed::from_int);
        Self { value, additivity: Additivity::FromRegister, ..Self::default() }
    }
}

/// One total of a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TotalCell {
    /// The measure.
    pub measure: MeasureIx,
    /// The window.
    pub window: WindowIx,
    /// The total.
    pub total: Total,
}

/// The total of one measure in one window over a territory.
#[must_use]
pub fn total(
    cube: &Cube,
    measure: MeasureIx,
    window: WindowIx,
    territory: &Territory,
    rule: OverUnits,
) -> Total {
    match cube.column(measure, window) {
        Some(column) => column_total(column, territory, rule),
        None => Tally::default().finish(territory, rule),
    }
}

/// The totals of every measure in every window over a territory: measures in their place, windows
/// in the order of time.
#[must_use]
pub fn totals(
    cube: &Cube,
    territory: &Territory,
    rule: impl Fn(&Measure) -> OverUnits,
) -> Vec<TotalCell> {
    let windows = cube.windows_in_time();
    let mut cells = Vec::with_capacity(cube.measures().len() * windows.len());
    for (measure, words) in cube.measure_places().zip(cube.measures()) {
        let rule = rule(words);
        cells.extend(windows.iter().map(|window| TotalCell {
            measure,
            window: *window,
            total: total(cube, measure, *window, territory, rule),
        }));
    }
    cells
}

/// The total of one column over a territory.
#[must_use]
pub fn column_total(column: &Column, territory: &Territory, rule: OverUnits) -> Total {
    let mut tally = Tally::default();
    column.visit_within(territory, |_, slot| tally.add(slot, rule));
    for (unit, remark) in column.remarks() {
        if remark.qualifier.is_some()
            && territory.contains(*unit)
            && let Some(slot) = column.get(*unit)
        {
            tally.qualify(slot, rule);
        }
    }
    tally.finish(territory, rule)
}

/// The parts (x, y) with which a number enters a sum, in thousandths; `None` when it stays outside.
pub(crate) fn parts(slot: Slot, rule: OverUnits) -> Option<(i64, i64)> {
    let raw = |part: Option<Fixed>| part.map(Fixed::thousandths);
    let (x, y) = (raw(slot.value()), raw(slot.total()));
    match slot.state {
        State::NotReported | State::NotApplicable => None,
        State::Zero => Some((0, y.unwrap_or(0))),
        State::Value | State::Estimate if rule == OverUnits::RatioOfSums => Some((x?, y?)),
        State::Value | State::Estimate => Some((x?, 0)),
    }
}

/// A total in the making. Sums are kept in 128 bits, so only the result can be out of range,
/// whatever the order of the numbers.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Tally {
    x: i128,
    y: i128,
    summed: u32,
    counts: Total,
    only: Option<Slot>,
}

impl Tally {
    pub fn add(&mut self, slot: Slot, rule: OverUnits) {
        let counts = &mut self.counts;
        self.only = Some(slot);
        match slot.state {
            State::NotReported => return,
            State::NotApplicable => return counts.not_applicable += 1,
            State::Zero => counts.zero += 1,
            State::Estimate => counts.estimates += 1,
            State::Value => {}
        }
        counts.reported += 1;
        match parts(slot, rule) {
            Some((x, y)) => {
                self.x += i128::from(x);
                self.y += i128::from(y);
                self.summed += 1;
                counts.largest = counts.largest.max(Some(Fixed::from_thousandths(x)));
            }
            None if slot.value().is_none() => counts.in_words += 1,
            None => counts.without_total += 1,
        }
    }

    /// Counts a number that was added as one with a qualifier.
    pub fn qualify(&mut self, slot: Slot, rule: OverUnits) {
        if parts(slot, rule).is_some() {
            self.counts.qualified += 1;
        }
    }

    /// Counts a report whose number cannot be carried to the borders asked for.
    pub const fn leave_out(&mut self, slot: Slot) {
        match slot.state {
            State::NotReported => {}
            State::NotApplicable => self.counts.not_applicable += 1,
            State::Value | State::Zero | State::Estimate => {
                self.counts.reported += 1;
                self.counts.unallocated += 1;
            }
        }
    }

    /// The total over a territory; its units without an entry have not reported.
    pub fn finish(self, territory: &Territory, rule: OverUnits) -> Total {
        let all = u32::try_from(territory.len()).unwrap_or(u32::MAX);
        let expected = all - self.counts.not_applicable.min(all);
        let not_reported = expected - self.counts.reported.min(expected);
        let total = Total { expected, not_reported, ..self.counts };
        match rule {
            OverUnits::Sum => self.with_sums(total, Additivity::Sum),
            OverUnits::RatioOfSums => self.with_sums(total, Additivity::RatioOfSums),
            _ if territory.len() == 1 => self.of_one_unit(total),
            OverUnits::DistinctNames => Total { additivity: Additivity::DistinctNames, ..total },
            OverUnits::FromRegister => without_sum(total, Additivity::FromRegister),
            OverUnits::Not => without_sum(total, Additivity::NotAdded),
        }
    }

    fn with_sums(self, total: Total, additivity: Additivity) -> Total {
        let narrow = |sum: i128| i64::try_from(sum).ok().map(Fixed::from_thousandths);
        let total = without_sum(total, additivity);
        if self.summed == 0 {
            return total;
        }
        let (Some(x), Some(y)) = (narrow(self.x), narrow(self.y)) else {
            return without_sum(total, Additivity::OutOfRange);
        };
        let y = (additivity == Additivity::RatioOfSums).then_some(y);
        Total { value: Some(x), total: y, ..total }
    }

    fn of_one_unit(self, total: Total) -> Total {
        let number = self.only.filter(|slot| parts(*slot, OverUnits::Sum).is_some());
        let zero = |slot: Slot| (slot.state == State::Zero).then_some(Fixed::default());
        let value = number.and_then(|slot| slot.value().or(zero(slot)));
        let y = number.and_then(Slot::total);
        Total { value, total: y, ..without_sum(total, Additivity::OneUnit) }
    }
}

fn without_sum(total: Total, additivity: Additivity) -> Total {
    Total { value: None, total: None, largest: None, additivity, ..total }
}
