//! Comparing two windows of a cube, and the like-for-like figure where they are not comparable.

use crate::column::Column;
use crate::compare::{Comparison, Side, Terms, Why, compare};
use crate::cube::{Cube, MeasureIx};
use crate::lens::{Borders, lens_total};
use crate::review::Stage;
use crate::tally::parts;
use crate::territory::Territory;
use crate::total::{Total, total};
use bc138_domain::Window;
use bc138_domain::catalogue::OverUnits;
use bc138_units::{Registry, UnitIx};
use chrono::NaiveDate;

/// What makes a like-for-like figure like for like.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Basis {
    /// The earlier numbers on the borders of this day.
    SameBorders(NaiveDate),
    /// Only the units that reported a number on both sides: so many.
    SameReporters(u32),
}

/// A comparison on one footing, beside the one that could not be made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LikeForLike {
    /// The footing.
    pub basis: Basis,
    /// The total now.
    pub now: Total,
    /// The total before.
    pub before: Total,
    /// The comparison of both.
    pub comparison: Comparison,
}

/// Two totals of a cube and how they compare.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Compared {
    /// The total now.
    pub now: Total,
    /// The total before.
    pub before: Total,
    /// How they compare as reported.
    pub comparison: Comparison,
    /// The figure on one footing, where territory or missing reports stand in the way.
    pub like_for_like: Option<LikeForLike>,
}

/// Compares two windows of one measure as reported. `terms.redrawn` is found here.
#[must_use]
pub fn compare_windows(
    registry: &Registry,
    cube: &Cube,
    measure: MeasureIx,
    rule: OverUnits,
    now: Stage<'_>,
    before: Stage<'_>,
    terms: &Terms<'_>,
) -> Option<Compared> {
    let pair = Pair {
        registry,
        cube,
        measure,
        rule,
        now,
        before,
        windows: (cube.window(now.window)?, cube.window(before.window)?),
        terms,
    };
    Some(pair.compared())
}

/// The units of a territory that gave or took territory between two days and went on existing.
#[must_use]
pub fn redrawn(
    registry: &Registry,
    territory: &Territory,
    one_day: NaiveDate,
    other_day: NaiveDate,
) -> Vec<UnitIx> {
    let (early, late) = (one_day.min(other_day), one_day.max(other_day));
    let between = |date: NaiveDate| early < date && date <= late;
    let touched = |unit: &UnitIx| {
        registry.successions(*unit).chain(registry.origins(*unit)).any(|it| between(it.date))
    };
    territory.units().iter().copied().filter(touched).collect()
}

struct Pair<'a> {
    registry: &'a Registry,
    cube: &'a Cube,
    measure: MeasureIx,
    rule: OverUnits,
    now: Stage<'a>,
    before: Stage<'a>,
    windows: (&'a Window, &'a Window),
    terms: &'a Terms<'a>,
}

impl Pair<'_> {
    fn compared(&self) -> Compared {
        let now = total(self.cube, self.measure, self.now.window, self.now.territory, self.rule);
        let before =
            total(self.cube, self.measure, self.before.window, self.before.territory, self.rule);
        let redrawn = match (self.windows.0.to, self.windows.1.to) {
            (Some(day), Some(other)) => redrawn(self.registry, self.now.territory, day, other),
            _ => Vec::new(),
        };
        let terms = Terms { redrawn: &redrawn, ..*self.terms };
        let territories = (self.now.territory, self.before.territory);
        let comparison = self.sides((&now, &before), territories, &terms);
        let like_for_like = match &comparison {
            Comparison::NotComparable { why: Why::Territory { .. } } => self.on_borders(&now),
            Comparison::NotComparable { why: Why::Missing { .. } } => self.of_reporters(),
            _ => None,
        };
        Compared { now, before, comparison, like_for_like }
    }

    fn sides(
        &self,
        totals: (&Total, &Total),
        territories: (&Territory, &Territory),
        terms: &Terms<'_>,
    ) -> Comparison {
        let now = Side { window: self.windows.0, territory: territories.0, total: totals.0 };
        let before = Side { window: self.windows.1, territory: territories.1, total: totals.1 };
        compare(&now, &before, terms)
    }

    /// The earlier numbers on the later borders.
    fn on_borders(&self, now: &Total) -> Option<LikeForLike> {
        let day = self.windows.0.to?;
        let column = self.cube.column(self.measure, self.before.window)?;
        let borders = Borders::of(self.registry, self.cube, self.before.window, day)?;
        let nature = self.cube.nature(self.measure);
        let before = lens_total(column, &borders, self.now.territory, nature, self.rule);
        let terms = Terms { redrawn: &[], ..*self.terms };
        let territories = (self.now.territory, self.now.territory);
        let comparison = self.sides((now, &before), territories, &terms);
        Some(LikeForLike { basis: Basis::SameBorders(day), now: *now, before, comparison })
    }

    /// Only units with a number on both sides.
    fn of_reporters(&self) -> Option<LikeForLike> {
        let column = |stage: Stage<'_>| self.cube.column(self.measure, stage.window);
        let (here, there) = (column(self.now)?, column(self.before)?);
        let reported = |column: &Column, unit| {
            column.get(unit).is_some_and(|slot| parts(slot, self.rule).is_some())
        };
        let both = self.now.territory.keep(|unit| reported(here, unit) && reported(there, unit));
        let units = u32::try_from(both.len()).ok().filter(|units| *units > 0)?;
        let now = total(self.cube, self.measure, self.now.window, &both, self.rule);
        let before = total(self.cube, self.measure, self.before.window, &both, self.rule);
        let terms = Terms { redrawn: &[], ..*self.terms };
        let comparison = self.sides((&now, &before), (&both, &both), &terms);
        Some(LikeForLike { basis: Basis::SameReporters(units), now, before, comparison })
    }
}
