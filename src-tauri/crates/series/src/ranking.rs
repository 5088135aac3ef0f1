//! Best and worst units, with ties told.

use crate::column::Column;
use crate::fraction::compare_rates;
use crate::streak::exact_number;
use crate::territory::Territory;
use bc138_domain::Fixed;
use bc138_units::UnitIx;
use std::cmp::Ordering;

/// What units are ranked by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RankBy {
    /// The number, or x of a ratio.
    Value,
    /// x/y, exact; units without a y are left out.
    Rate,
}

/// Which end of the numbers is the best.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Best {
    /// The highest.
    Highest,
    /// The lowest.
    Lowest,
}

/// A unit with its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ranked {
    /// Its place, from 1; units with equal numbers share the first of their places.
    pub place: u32,
    /// How many units share the place, itself among them.
    pub tied: u32,
    /// The unit.
    pub unit: UnitIx,
    /// The number, or x.
    pub value: Fixed,
    /// y.
    pub total: Option<Fixed>,
}

/// Units in order, best first; equal ones by their place in the register.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Ranking {
    /// The ranked units.
    pub rows: Vec<Ranked>,
    /// Units that cannot be ranked: not reported, in words, with a qualifier, without a rate.
    pub left_out: Vec<UnitIx>,
}

impl Ranking {
    /// The best `count` units, and those that share the last place among them.
    #[must_use]
    pub fn best(&self, count: usize) -> &[Ranked] {
        let Some(last) = count.checked_sub(1).and_then(|at| self.rows.get(at)) else {
            return if count == 0 { &[] } else { &self.rows };
        };
        let end = self.rows.partition_point(|row| row.place <= last.place);
        self.rows.get(..end).unwrap_or_default()
    }

    /// The worst `count` units, and those that share the first place among them; best first.
    #[must_use]
    pub fn worst(&self, count: usize) -> &[Ranked] {
        let Some(first) = self.rows.get(self.rows.len().saturating_sub(count)) else {
            return &[];
        };
        let begin = self.rows.partition_point(|row| row.place < first.place);
        self.rows.get(begin..).unwrap_or_default()
    }
}

/// Ranks the units of a territory.
#[must_use]
pub fn ranking(column: &Column, territory: &Territory, by: RankBy, best: Best) -> Ranking {
    let mut rows = Vec::with_capacity(territory.len());
    column.visit_within(territory, |unit, slot| {
        if let Some((value, total)) = exact_number(slot, column.remark(unit))
            && (by == RankBy::Value || total.is_some_and(|total| total > Fixed::default()))
        {
            rows.push(Ranked { place: 0, tied: 0, unit, value, total });
        }
    });
    let ranked: Territory = rows.iter().map(|row| row.unit).collect();
    rows.sort_by(|a, b| order(a, b, by, best).then(a.unit.cmp(&b.unit)));
    number(&mut rows, |a, b| order(a, b, by, best) == Ordering::Equal);
    Ranking { rows, left_out: territory.keep(|unit| !ranked.contains(unit)).units().to_vec() }
}

fn order(a: &Ranked, b: &Ranked, by: RankBy, best: Best) -> Ordering {
    let rising = match (by, a.total, b.total) {
        (RankBy::Rate, Some(all), Some(of)) => compare_rates((a.value, all), (b.value, of)),
        _ => a.value.cmp(&b.value),
    };
    match best {
        Best::Highest => rising.reverse(),
        Best::Lowest => rising,
    }
}

/// Gives sorted rows their places.
fn number(rows: &mut [Ranked], equal: impl Fn(&Ranked, &Ranked) -> bool) {
    let mut place = 1;
    for group in rows.chunk_by_mut(|a, b| equal(a, b)) {
        let tied = u32::try_from(group.len()).unwrap_or(u32::MAX);
        for row in group {
            (row.place, row.tied) = (place, tied);
        }
        place += tied;
    }
}
