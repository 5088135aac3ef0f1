//! Evaluators that hold a window against the one before it.

use super::{Sheet, odd};
use crate::book::Sink;
use crate::rule::{Named, Rule};
use crate::term::{Part, Term};
use bc138_domain::{Fixed, IndicatorKind, Nature};
use serde::Deserialize;

/// The windows whose findings are wanted, each with the one before it.
fn pairs(sheet: &Sheet<'_>) -> Vec<(usize, usize)> {
    let wanted = sheet.wanted_windows().into_iter();
    wanted.filter_map(|now| Some((sheet.before(now)?, now))).collect()
}

/// A total (y) that jumps although the unit's borders did not change.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Jump {
    /// Percent of the earlier number at least.
    percent: i64,
    /// At least this many.
    least: i64,
    /// Indicators whose number itself is such a total.
    totals: Vec<String>,
}

impl Named for Jump {
    const NAME: &'static str = "jump";
    const VALUES: &'static [&'static str] = &["before", "now"];
}

impl Rule for Jump {
    fn on_table(&self, sheet: &Sheet<'_>, sink: &mut Sink<'_>) {
        for measure in sheet.wanted_measures() {
            let facts = sheet.measure(measure);
            let part = if facts.is_of(&[IndicatorKind::Ratio]) {
                Part::Total
            } else if self.totals.contains(&facts.measure.indicator) {
                Part::Value
            } else {
                continue;
            };
            for (before, now) in all_pairs(sheet) {
                for row in 0..sheet.units().len() {
                    self.look(sheet, (row, measure), (before, now), part, sink);
                }
            }
        }
    }
}

impl Jump {
    fn look(
        &self,
        sheet: &Sheet<'_>,
        (row, measure): (usize, usize),
        (before, now): (usize, usize),
        part: Part,
        sink: &mut Sink<'_>,
    ) {
        let at = |window| sheet.part((row, measure, window), part);
        let (Some(earlier), Some(later)) = (at(before), at(now)) else { return };
        if self.jumps(earlier, later) && !has_border_between(sheet, row, (before, now)) {
            let places =
                vec![sheet.place_of(row, measure, now), sheet.place_of(row, measure, before)];
            sink.add(places, [("before", earlier.to_string()), ("now", later.to_string())]);
        }
    }

    fn jumps(&self, before: Fixed, now: Fixed) -> bool {
        let (before, now) = (i128::from(before.thousandths()), i128::from(now.thousandths()));
        let step = (now - before).abs();
        step >= i128::from(self.least) * 1_000
            && step * 100 >= before.abs() * i128::from(self.percent)
    }
}

fn has_border_between(sheet: &Sheet<'_>, row: usize, (before, now): (usize, usize)) -> bool {
    let end = |window: usize| sheet.window(window).window.to;
    let (Some(from), Some(to)) = (end(before), end(now)) else { return false };
    odd::borders(sheet, sheet.unit(row)).iter().any(|day| from < *day && *day <= to)
}

/// What a unit states as the number of the window before is not the number it stated then.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct CarriedOver {
    /// The number said to be the earlier one, and the indicator it was stated under.
    pairs: Vec<[Term; 2]>,
}

impl Named for CarriedOver {
    const NAME: &'static str = "carried_over";
    const VALUES: &'static [&'static str] = &["stated", "before"];
}

impl Rule for CarriedOver {
    fn on_table(&self, sheet: &Sheet<'_>, sink: &mut Sink<'_>) {
        for [stated, original] in &self.pairs {
            let (Some(measure), Some(earlier)) =
                (sheet.plain(&stated.indicator), sheet.plain(&original.indicator))
            else {
                continue;
            };
            for (before, now) in all_pairs(sheet) {
                for row in 0..sheet.units().len() {
                    let said = sheet.exact((row, measure, now), stated.part);
                    let was = sheet.exact((row, earlier, before), original.part);
                    if let (Some(said), Some(was)) = (said, was)
                        && said != was
                    {
                        let places = vec![
                            sheet.place_of(row, measure, now),
                            sheet.place_of(row, earlier, before),
                        ];
                        sink.add(
                            places,
                            [("stated", said.to_string()), ("before", was.to_string())],
                        );
                    }
                }
            }
        }
    }
}

/// Every window with the one before it: a cell may be the earlier one of a pair.
fn all_pairs(sheet: &Sheet<'_>) -> Vec<(usize, usize)> {
    (0..sheet.windows().len()).filter_map(|now| Some((sheet.before(now)?, now))).collect()
}

/// A cumulative total that is smaller than in the window before.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct NotDecreasing {}

impl Named for NotDecreasing {
    const NAME: &'static str = "not_decreasing";
    const VALUES: &'static [&'static str] = &["before", "now"];
}

impl Rule for NotDecreasing {
    fn on_table(&self, sheet: &Sheet<'_>, sink: &mut Sink<'_>) {
        let measures = sheet.wanted_measures().into_iter();
        for measure in measures.filter(|at| sheet.measure(*at).measure.nature == Nature::Cumulative)
        {
            for (before, now) in all_pairs(sheet) {
                for row in 0..sheet.units().len() {
                    let at = |window| sheet.exact((row, measure, window), Part::Value);
                    if let (Some(earlier), Some(later)) = (at(before), at(now))
                        && later < earlier
                        && !has_border_between(sheet, row, (before, now))
                    {
                        let places = vec![
                            sheet.place_of(row, measure, now),
                            sheet.place_of(row, measure, before),
                        ];
                        sink.add(
                            places,
                            [("before", earlier.to_string()), ("now", later.to_string())],
                        );
                    }
                }
            }
        }
    }
}

/// A unit whose numbers are those of the window before, one and all.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Copied {
    /// How many numbers must be the same at least.
    least: usize,
    /// Numbers below this say nothing: 0 and 1 repeat by themselves.
    smallest: i64,
}

impl Named for Copied {
    const NAME: &'static str = "copied";
    const VALUES: &'static [&'static str] = &["count", "before"];
}

impl Rule for Copied {
    fn on_table(&self, sheet: &Sheet<'_>, sink: &mut Sink<'_>) {
        // What exists may stay as it is; what happened in a year does not repeat number by number.
        let flows = (0..sheet.measures().len())
            .filter(|at| sheet.measure(*at).measure.nature == Nature::Flow);
        let flows: Vec<usize> = flows.collect();
        for (before, now) in pairs(sheet) {
            for row in 0..sheet.units().len() {
                if let Some(count) = self.same(sheet, row, &flows, (before, now)) {
                    let window = sheet.window(before).window;
                    let label = window.label.clone().or_else(|| window.days()).unwrap_or_default();
                    let values = [("count", count.to_string()), ("before", label)];
                    sink.add(vec![sheet.row_place(row, now)], values);
                }
            }
        }
    }
}

impl Copied {
    /// How many telling numbers are the same; `None` as soon as one differs.
    fn same(
        &self,
        sheet: &Sheet<'_>,
        row: usize,
        flows: &[usize],
        (before, now): (usize, usize),
    ) -> Option<usize> {
        let mut count = 0;
        for measure in flows {
            let at = |window| sheet.value((row, *measure, window));
            let (Some(earlier), Some(later)) = (at(before), at(now)) else { continue };
            if earlier != later {
                return None;
            }
            count += usize::from(Fixed::from_int(self.smallest).is_some_and(|it| later >= it));
        }
        (count >= self.least).then_some(count)
    }
}

/// A unit that states zero everywhere although the window before had numbers.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct AllZero {
    /// How many numbers must be zero at least.
    least: usize,
}

impl Named for AllZero {
    const NAME: &'static str = "all_zero";
    const VALUES: &'static [&'static str] = &["count", "before"];
}

impl Rule for AllZero {
    fn on_table(&self, sheet: &Sheet<'_>, sink: &mut Sink<'_>) {
        for (before, now) in pairs(sheet) {
            for row in 0..sheet.units().len() {
                let Some(count) = all_zero(sheet, row, now) else { continue };
                let measures = 0..sheet.measures().len();
                let had = measures
                    .filter_map(|measure| sheet.value((row, measure, before)))
                    .filter(|value| *value != Fixed::default())
                    .count();
                if count >= self.least && had * 2 >= self.least {
                    let values = [("count", count.to_string()), ("before", had.to_string())];
                    sink.add(vec![sheet.row_place(row, now)], values);
                }
            }
        }
    }
}

/// How many numbers a unit states in a window, when all of them are zero.
fn all_zero(sheet: &Sheet<'_>, row: usize, window: usize) -> Option<usize> {
    let mut count = 0;
    for measure in 0..sheet.measures().len() {
        match sheet.value((row, measure, window)) {
            Some(value) if value == Fixed::default() => count += 1,
            Some(_) => return None,
            None => {}
        }
    }
    Some(count)
}
