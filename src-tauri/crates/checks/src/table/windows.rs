//! Windows of a table against each other.

use super::Sheet;
use crate::book::Sink;
use crate::rule::{Named, Rule};
use bc138_domain::Nature;
use bc138_series::Span;
use serde::Deserialize;

/// Two windows that share days although neither lies inside the other: what happened then would be
/// counted twice.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Overlap {
    /// Shared days at least: the calendars of different circulars meet in a few.
    days: i64,
}

impl Named for Overlap {
    const NAME: &'static str = "overlap";
    const VALUES: &'static [&'static str] = &["days", "units"];
}

impl Rule for Overlap {
    fn on_table(&self, sheet: &Sheet<'_>, sink: &mut Sink<'_>) {
        if sheet.is_one_cell() {
            return;
        }
        for (first, second, days) in self.overlapping(sheet) {
            for (measure, facts) in sheet.measures().iter().enumerate() {
                if !matches!(facts.measure.nature, Nature::Flow | Nature::New) {
                    continue;
                }
                let both = |row: &usize| {
                    let at = |window| sheet.value((*row, measure, window)).is_some();
                    at(first) && at(second)
                };
                let units = (0..sheet.units().len()).filter(both).count();
                if units > 0 {
                    let places = [second, first].map(|window| sheet.column_place(measure, window));
                    let values = [("days", days.to_string()), ("units", units.to_string())];
                    sink.add(places.to_vec(), values);
                }
            }
        }
    }
}

impl Overlap {
    fn overlapping(&self, sheet: &Sheet<'_>) -> Vec<(usize, usize, i64)> {
        let spans = sheet.windows().iter().map(|window| window.span);
        let spans: Vec<(usize, Span)> =
            spans.enumerate().filter_map(|(at, span)| Some((at, span?))).collect();
        let mut found = Vec::new();
        for (first, a) in &spans {
            for (second, b) in spans.iter().filter(|(_, b)| (a.from, a.to) < (b.from, b.to)) {
                let inside =
                    |inner: &Span, outer: &Span| outer.from <= inner.from && inner.to <= outer.to;
                let shared = a.shared(*b).map_or(0, |it| (it.to - it.from).num_days() + 1);
                if shared >= self.days && !inside(a, b) && !inside(b, a) {
                    found.push((*first, *second, shared));
                }
            }
        }
        found
    }
}
