//! Units of a table against the register: who exists, who has reported, what they add up to.

use super::Sheet;
use crate::book::Sink;
use crate::found::Place;
use crate::rule::{Named, Rule};
use crate::term::{Part, Term};
use bc138_domain::catalogue::OverUnits;
use bc138_domain::{Fixed, Level, date};
use bc138_series::{Territory, column_total};
use bc138_units::UnitIx;
use chrono::NaiveDate;
use serde::Deserialize;

/// Numbers of a unit in a window in which it did not exist.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Lifetime {}

impl Named for Lifetime {
    const NAME: &'static str = "lifetime";
    const VALUES: &'static [&'static str] = &["day"];
    const VARIANTS: &'static [&'static str] = &["early"];
}

impl Rule for Lifetime {
    fn on_table(&self, sheet: &Sheet<'_>, sink: &mut Sink<'_>) {
        sheet.each_row(|row, window| {
            let Some(life) = sheet.registry.lifetime(sheet.unit(row)) else { return };
            let days = sheet.window(window).window;
            let late = life.last.zip(days.from).filter(|(last, from)| last < from);
            let early = life.first.zip(days.to).filter(|(first, to)| first > to);
            let (variant, day) = match (late, early) {
                (Some((last, _)), _) => (None, last),
                (None, Some((first, _))) => (Some("early"), first),
                (None, None) => return,
            };
            if has_reported(sheet, row, window) {
                let values = [("day", date::full(day))];
                sink.add_variant(variant, vec![sheet.row_place(row, window)], values);
            }
        });
    }
}

fn has_reported(sheet: &Sheet<'_>, row: usize, window: usize) -> bool {
    (0..sheet.measures().len()).any(|measure| sheet.is_reported((row, measure, window)))
}

/// Units that should have numbers in a window: those that report to the dossier's own unit, else every commune
/// that the table knows and that existed on the last day.
fn expected(sheet: &Sheet<'_>, day: NaiveDate) -> Vec<UnitIx> {
    match sheet.context.unit {
        Some(own) => Territory::below(sheet.registry, own, day).units().to_vec(),
        None => {
            let known = sheet.units().iter().copied();
            let commune = |unit: &UnitIx| {
                sheet.registry.level(*unit) == Some(Level::Commune)
                    && sheet.registry.exists_on(*unit, day)
            };
            known.filter(commune).collect()
        }
    }
}

/// The first names of a list, and how many more there are.
fn names(sheet: &Sheet<'_>, units: &[UnitIx], day: NaiveDate, shown: usize) -> String {
    let first = units.iter().take(shown).map(|unit| sheet.registry.label(*unit, day));
    let text = first.collect::<Vec<_>>().join(", ");
    match units.len().checked_sub(shown).filter(|more| *more > 0) {
        Some(more) => format!("{text} và {more} đơn vị khác"),
        None => text,
    }
}

/// Units without a single number in a window in which others have reported.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct MissingUnits {
    /// How many are named.
    shown: usize,
}

impl Named for MissingUnits {
    const NAME: &'static str = "missing_units";
    const VALUES: &'static [&'static str] = &["reported", "expected", "missing", "names"];
}

impl Rule for MissingUnits {
    fn on_table(&self, sheet: &Sheet<'_>, sink: &mut Sink<'_>) {
        if sheet.is_one_cell() {
            return;
        }
        for window in sheet.wanted_windows() {
            let facts = sheet.window(window);
            let Some(day) = facts.window.to else { continue };
            let expected = expected(sheet, day);
            let reported = |unit: &UnitIx| {
                sheet.units().binary_search(unit).is_ok_and(|row| has_reported(sheet, row, window))
            };
            let missing: Vec<UnitIx> =
                expected.iter().filter(|unit| !reported(unit)).copied().collect();
            let count = expected.len() - missing.len();
            if count > 0 && !missing.is_empty() {
                let values = [
                    ("reported", count.to_string()),
                    ("expected", expected.len().to_string()),
                    ("missing", missing.len().to_string()),
                    ("names", names(sheet, &missing, day, self.shown)),
                ];
                sink.add(vec![Place::Window(facts.at)], values);
            }
        }
    }
}

/// A column that nearly every unit has filled in.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct MissingInColumn {
    /// Percent of the units that reported at all which have filled it in.
    share: usize,
    /// How many are named.
    shown: usize,
}

impl Named for MissingInColumn {
    const NAME: &'static str = "missing_in_column";
    const VALUES: &'static [&'static str] = &["reported", "expected", "missing", "names"];
}

impl Rule for MissingInColumn {
    fn on_table(&self, sheet: &Sheet<'_>, sink: &mut Sink<'_>) {
        if sheet.is_one_cell() {
            return;
        }
        for window in sheet.wanted_windows() {
            let facts = sheet.window(window);
            let day = facts.window.to.unwrap_or(NaiveDate::MAX);
            let commune =
                |row: &usize| sheet.registry.level(sheet.unit(*row)) == Some(Level::Commune);
            let rows = (0..sheet.units().len()).filter(commune);
            let rows: Vec<usize> = rows.filter(|row| has_reported(sheet, *row, window)).collect();
            for measure in 0..sheet.measures().len() {
                let blank = |row: &&usize| sheet.slot((**row, measure, window)).is_none();
                let missing: Vec<UnitIx> =
                    rows.iter().filter(blank).map(|row| sheet.unit(*row)).collect();
                let count = rows.len() - missing.len();
                if !missing.is_empty() && count * 100 >= rows.len() * self.share {
                    let values = [
                        ("reported", count.to_string()),
                        ("expected", rows.len().to_string()),
                        ("missing", missing.len().to_string()),
                        ("names", names(sheet, &missing, day, self.shown)),
                    ];
                    sink.add(vec![sheet.column_place(measure, window)], values);
                }
            }
        }
    }
}

/// A number typed for a province that is not what its communes add up to.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct SumOfUnits {}

impl Named for SumOfUnits {
    const NAME: &'static str = "sum_of_units";
    const VALUES: &'static [&'static str] = &["stated", "derived", "reported", "expected"];
}

impl Rule for SumOfUnits {
    fn on_table(&self, sheet: &Sheet<'_>, sink: &mut Sink<'_>) {
        let above = |row: &usize| sheet.registry.level(sheet.unit(*row)) == Some(Level::Province);
        for row in (0..sheet.units().len()).filter(above) {
            for window in sheet.wanted_windows() {
                let Some(day) = sheet.window(window).window.to else { continue };
                let communes = Territory::communes(sheet.registry, sheet.unit(row), day);
                for measure in sheet.wanted_measures() {
                    look(sheet, (row, measure, window), &communes, sink);
                }
            }
        }
    }
}

fn look(
    sheet: &Sheet<'_>,
    (row, measure, window): (usize, usize, usize),
    communes: &Territory,
    sink: &mut Sink<'_>,
) {
    let cell = (row, measure, window);
    let facts = sheet.measure(measure);
    let Some(over) = facts.indicator.map(|indicator| indicator.over_units) else { return };
    let at = (facts.at, sheet.window(window).at);
    let (Some(stated), Some(column)) =
        (sheet.exact(cell, Part::Value), sheet.cube.column(at.0, at.1))
    else {
        return;
    };
    let total = column_total(column, communes, over);
    let parts = [(Some(stated), total.value), (sheet.exact(cell, Part::Total), total.total)];
    let differs = parts.into_iter().find_map(|(stated, derived)| {
        let (stated, derived) = (stated?, derived?);
        // Units that have not reported can only raise the sum.
        let wrong = derived > stated || (derived < stated && total.is_complete());
        wrong.then_some((stated, derived))
    });
    let summed = matches!(over, OverUnits::Sum | OverUnits::RatioOfSums) && total.reported > 0;
    if let Some((stated, derived)) = differs.filter(|_| summed && total.is_exact()) {
        let values = [
            ("stated", stated.to_string()),
            ("derived", derived.to_string()),
            ("reported", total.reported.to_string()),
            ("expected", total.expected.to_string()),
        ];
        sink.add(vec![sheet.place_of(row, measure, window)], values);
    }
}

/// A unit counted as reaching the standard although too few of its khu dân cư do.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct ShareReached {
    /// The unit itself, x of y: reached when x equals y.
    of: Vec<Term>,
    /// What must be reached inside it, x of y.
    needs: Term,
    /// Percent at least.
    percent: i64,
    /// Windows that end on this day or later.
    from: Option<NaiveDate>,
    /// Windows that end on this day or earlier.
    until: Option<NaiveDate>,
}

impl Named for ShareReached {
    const NAME: &'static str = "share_reached";
    const VALUES: &'static [&'static str] = &["reached", "total", "least"];
}

impl Rule for ShareReached {
    fn on_table(&self, sheet: &Sheet<'_>, sink: &mut Sink<'_>) {
        let Some(inner) = sheet.plain(&self.needs.indicator) else { return };
        for outer in self.of.iter().filter_map(|term| sheet.plain(&term.indicator)) {
            for window in sheet.wanted_years() {
                if self.is_in_force(sheet.window(window).window.to) {
                    let rows = 0..sheet.units().len();
                    rows.for_each(|row| self.look(sheet, row, (outer, inner), window, sink));
                }
            }
        }
    }
}

impl ShareReached {
    fn is_in_force(&self, end: Option<NaiveDate>) -> bool {
        end.is_some_and(|end| {
            self.from.is_none_or(|from| from <= end) && self.until.is_none_or(|until| end <= until)
        })
    }

    fn look(
        &self,
        sheet: &Sheet<'_>,
        row: usize,
        (outer, inner): (usize, usize),
        window: usize,
        sink: &mut Sink<'_>,
    ) {
        let of = |measure, window, part| sheet.exact((row, measure, window), part);
        let has = of(outer, window, Part::Value).filter(|x| *x > Fixed::default());
        if has.is_none() || has != of(outer, window, Part::Total) {
            return;
        }
        let within = sheet.same_year((row, inner, window));
        let parts = (of(inner, within, Part::Value), of(inner, within, Part::Total));
        let (Some(x), Some(y)) = parts else { return };
        let reached = i128::from(x.thousandths()) * 100;
        if reached < i128::from(y.thousandths()) * i128::from(self.percent) {
            let places =
                vec![sheet.place_of(row, outer, window), sheet.place_of(row, inner, within)];
            let values = [
                ("reached", x.to_string()),
                ("total", y.to_string()),
                ("least", self.percent.to_string()),
            ];
            sink.add(places, values);
        }
    }
}
