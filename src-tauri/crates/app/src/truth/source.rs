//! Where a number of a document comes from, as a text: `figure/at_kdc/amount`,
//! `unit/X1/at_kdc[grade=kha]/2025-11-01..2026-10-31`, `award/3/money`; before it, where it is only
//! a part of that or made of it, `part:total/…` or `derived:rate/…`.

use crate::table::UnitTable;
use bc138_domain::{Measure, Window};
use bc138_series::{MeasureIx, WindowIx};
use chrono::NaiveDate;

/// What names the whole country in place of the key of a unit.
pub(crate) const COUNTRY: &str = "VN";
/// Stands before the id of a set in place of the key of a unit.
pub(crate) const SET: &str = "set:";

/// Begins the source of one column of a fraction.
const PART: &str = "part:";

/// The source of x, where x and y of a fraction stand apart.
pub(crate) fn reached(source: &str) -> String {
    format!("{PART}reached/{source}")
}

/// The source of y.
pub(crate) fn total(source: &str) -> String {
    format!("{PART}total/{source}")
}

/// The source of x/y in percent, in a column of percentages.
pub(crate) fn share(source: &str) -> String {
    format!("{PART}rate/{source}")
}

/// The source of x/y in percent, said with its sign.
pub(crate) fn rate(source: &str) -> String {
    format!("derived:rate/{source}")
}

/// A source, read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Source<'s> {
    /// Computed from another source: `rate`, `points`, `difference`, `growth`, `approximate`.
    Derived(&'s str, &'s str),
    /// What a column shows of a fraction: `reached`, `total`, `rate`.
    Part(&'s str, &'s str),
    /// A unit's number.
    Unit(UnitSource<'s>),
    /// An award, and what of it.
    Award(i32, &'s str),
    /// A field.
    Field,
}

/// A number of units: `unit/<unit>/<indicator>[<kinds>]/<from>..<to>`; `set:3` in place of a unit is
/// the sum of the members of a set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct UnitSource<'s> {
    pub unit: &'s str,
    pub code: &'s str,
    pub kinds: &'s str,
    pub days: (Option<NaiveDate>, Option<NaiveDate>),
}

/// How the number of a unit is named: see [`UnitSource`].
pub(crate) fn unit_source_id(unit: &str, measure: &Measure, window: &Window) -> String {
    unit_source_of(unit, &counted_source(measure, window))
}

/// The same, with the part that all units have in common worked out before.
pub(crate) fn unit_source_of(unit: &str, counted: &str) -> String {
    format!("unit/{unit}/{counted}")
}

/// The part of a source that all units have in common: `<indicator>[<kinds>]/<from>..<to>`.
pub(crate) fn counted_source(measure: &Measure, window: &Window) -> String {
    let kinds = match kinds(measure) {
        kinds if kinds.is_empty() => kinds,
        kinds => format!("[{kinds}]"),
    };
    let day = |day: Option<NaiveDate>| day.map(|it| it.to_string()).unwrap_or_default();
    let (from, to) = (day(window.from), day(window.to));
    format!("{}{kinds}/{from}..{to}", measure.indicator)
}

/// `dimension=kind+kind,dimension=kind`.
fn kinds(measure: &Measure) -> String {
    let kinds = measure.categories.iter().map(|(dimension, kinds)| {
        let kinds: Vec<&str> = kinds.iter().map(String::as_str).collect();
        format!("{dimension}={}", kinds.join("+"))
    });
    kinds.collect::<Vec<_>>().join(",")
}

impl<'s> Source<'s> {
    pub fn read(source: &'s str) -> Self {
        if let Some((what, of)) = source.strip_prefix("derived:").and_then(|it| it.split_once('/'))
        {
            return Self::Derived(what, of);
        }
        if let Some((what, of)) = source.strip_prefix(PART).and_then(|it| it.split_once('/')) {
            return Self::Part(what, of);
        }
        let parts: Vec<&str> = source.split('/').collect();
        match parts[..] {
            ["unit", unit, measure, days] => {
                let (code, kinds) = measure.split_once('[').unwrap_or((measure, ""));
                let kinds = kinds.trim_end_matches(']');
                let (from, to) = days.split_once("..").unwrap_or_default();
                let days = (from.parse().ok(), to.parse().ok());
                Self::Unit(UnitSource { unit, code, kinds, days })
            }
            ["award", id, ref rest @ ..] => match id.parse() {
                Ok(id) => Self::Award(id, rest.last().copied().unwrap_or_default()),
                Err(_) => Self::Field,
            },
            _ => Self::Field,
        }
    }
}

/// What a computed number or a part of a fraction comes from in the end; else the source itself.
pub(crate) fn root(source: &str) -> &str {
    match Source::read(source) {
        Source::Derived(_, of) | Source::Part(_, of) => root(of),
        Source::Unit(_) | Source::Award(..) | Source::Field => source,
    }
}

impl UnitSource<'_> {
    /// Whether a measure is the one that is named; its nature is not part of the name.
    pub fn counts(&self, measure: &Measure) -> bool {
        measure.indicator == self.code && kinds(measure) == self.kinds
    }

    /// Its numbers in the table.
    pub fn find(&self, table: &UnitTable) -> Option<(MeasureIx, WindowIx)> {
        let spans =
            |at: &WindowIx| table.cube.window(*at).is_some_and(|it| (it.from, it.to) == self.days);
        let window = table.cube.windows_in_time().into_iter().find(spans)?;
        let counts = |at: &MeasureIx| {
            table.cube.measure(*at).is_some_and(|it| self.counts(it))
                && table.cube.column(*at, window).is_some()
        };
        Some((table.cube.measure_places().find(counts)?, window))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_source_is_read_by_its_first_part() {
        let unit = "unit/X1/at_kdc[grade=kha+tot]/2025-11-01..2026-10-31";
        let day = |y, m, d| NaiveDate::from_ymd_opt(y, m, d);
        let days = (day(2025, 11, 1), day(2026, 10, 31));
        let read = UnitSource { unit: "X1", code: "at_kdc", kinds: "grade=kha+tot", days };
        assert_eq!(Source::read(unit), Source::Unit(read));
        let derived = format!("derived:rate/{unit}");
        assert_eq!(Source::read(&derived), Source::Derived("rate", unit));
        assert_eq!(Source::read(&total(unit)), Source::Part("total", unit));
        assert_eq!(Source::read(&rate(unit)), Source::Derived("rate", unit));
        assert_eq!(Source::read("award/3/line/2/money"), Source::Award(3, "money"));
        assert_eq!(Source::read("award/3"), Source::Award(3, ""));
        for field in ["figure/at_kdc/amount", "target/3/amount", "award/new/form", "", "unit/x"] {
            assert_eq!(Source::read(field), Source::Field, "{field}");
        }
    }
}
