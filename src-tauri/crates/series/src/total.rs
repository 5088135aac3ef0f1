//! Totals over units: what stands in a sum, what is missing from it, and whether it is one.

use crate::column::Column;
use crate::cube::{Cube, MeasureIx, WindowIx};
use crate::tally::Tally;
use crate::territory::Territory;
use bc138_domain::catalogue::OverUnits;
use bc138_domain::{Amount, Fixed, IndicatorKind, Measure};

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
