//! Numbers on the borders of another day (quy đổi), what each of them is, and what could not be
//! carried over.

use crate::carry::restate;
use crate::column::{Column, Remark};
use crate::cube::{Cube, WindowIx};
use crate::lens::Borders;
use crate::tally::Tally;
use crate::total::Total;
use bc138_domain::catalogue::OverUnits;
use bc138_domain::{Measure, Qualifier, Slot};
use bc138_units::{Reason, Registry, UnitIx};
use chrono::NaiveDate;

/// How a restated number came about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mark {
    /// As reported: the territory is the same.
    Exact,
    /// quy đổi: the sum of whole units.
    Restated,
    /// ước tính: shares of divided units are in it.
    Estimated,
    /// Only so many of the units it is made of are in it.
    Partial {
        /// Units whose number is in it.
        reported: u32,
        /// Units that should be.
        of: u32,
    },
}

/// One restated number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Row {
    /// The unit of the border day.
    pub unit: UnitIx,
    /// The number.
    pub slot: Slot,
    /// How it came about.
    pub mark: Mark,
    /// Whether a number with a qualifier is in it.
    pub qualified: bool,
}

/// Why a number stays with the unit that reported it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stays {
    /// The register does not carry it over unit by unit.
    Unallocated(Reason),
    /// No unit holds the territory.
    Gone,
    /// A stock of a unit that did not exist on the window's last day.
    NotOnDay,
    /// An amount in words.
    InWords,
    /// x without y.
    WithoutTotal,
    /// The measure is not added over units, and the unit's territory is not one unit's alone.
    NotAdditive,
    /// The sum would not fit into a number.
    OutOfRange,
}

/// A number that was not carried over.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Remainder {
    /// The unit that reported it.
    pub unit: UnitIx,
    /// The number, or the share that stays.
    pub slot: Slot,
    /// The units of the border day that hold its territory; a total that has them all still holds
    /// the number ([`crate::lens_total`]).
    pub parts: Vec<UnitIx>,
    /// The province of the border day that holds all parts.
    pub province: Option<UnitIx>,
    /// Why.
    pub why: Stays,
}

/// A column on other borders.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Restated {
    /// The numbers, ascending by unit.
    pub rows: Vec<Row>,
    /// What was not carried over, by province and unit; outside any province last.
    pub remainders: Vec<Remainder>,
}

impl Restated {
    /// The remainders of one province; of `None`, those that no province holds.
    pub fn remainders_of(&self, province: Option<UnitIx>) -> impl Iterator<Item = &Remainder> {
        self.remainders.iter().filter(move |it| it.province == province)
    }

    /// What remains of one province, added (phần chưa phân bổ).
    #[must_use]
    pub fn remaining(&self, province: Option<UnitIx>, rule: OverUnits) -> Total {
        let mut tally = Tally::default();
        self.remainders_of(province).for_each(|it| tally.add(it.slot, rule));
        tally.finish(&self.remainders_of(province).map(|it| it.unit).collect(), rule)
    }

    /// The rows as a column. A sum that lacks units is “ít nhất” and one with a qualified number in
    /// it “khoảng”, so that nothing reads them as exact.
    #[must_use]
    pub fn column(&self, original: &Column) -> Column {
        let mut column = Column::from_ascending(self.rows.iter().map(|row| (row.unit, row.slot)));
        for row in &self.rows {
            let qualifier = match row.mark {
                Mark::Partial { .. } => Some(Qualifier::AtLeast),
                _ if row.qualified => Some(Qualifier::About),
                _ => None,
            };
            let own = || original.remark(row.unit).filter(|_| row.mark == Mark::Exact).cloned();
            let derived = Remark { qualifier, words: None };
            column.set_remark(row.unit, own().unwrap_or(derived));
        }
        column
    }
}

/// A cube on the borders of a day.
#[derive(Debug, Clone, Default)]
pub struct RestatedCube {
    /// The numbers, with the measures and windows in the places they had.
    pub cube: Cube,
    /// The way of each window, by its place; `None` for one without a last day, whose numbers are
    /// not in the cube.
    pub borders: Vec<Option<Borders>>,
}

/// Restates every column of a cube.
#[must_use]
pub fn restate_cube(
    registry: &Registry,
    cube: &Cube,
    day: NaiveDate,
    rule: impl Fn(&Measure) -> OverUnits,
) -> RestatedCube {
    let mut restated = RestatedCube::default();
    for measure in cube.measures() {
        restated.cube.measure_ix(measure);
    }
    for (window, words) in (0..).map(WindowIx).zip(cube.windows()) {
        restated.cube.window_ix(words);
        let borders = Borders::of(registry, cube, window, day);
        for (measure, words) in cube.measure_places().zip(cube.measures()) {
            if let (Some(borders), Some(column)) = (&borders, cube.column(measure, window))
                && let Some(place) = restated.cube.column_mut(measure, window)
            {
                *place = restate(column, borders, words.nature, rule(words)).column(column);
            }
        }
        restated.borders.push(borders);
    }
    restated
}
