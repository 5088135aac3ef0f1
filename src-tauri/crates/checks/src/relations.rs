//! Evaluators that hold several numbers of one unit and window against each other, in a dossier or
//! in a table.

mod division;
mod kinds;
mod part;

use crate::book::Sink;
use crate::dossier::{FigureRow, Reading};
use crate::found::Place;
use crate::rule::{Named, Rule};
use crate::table::Sheet;
use crate::term::{Balance, Broken, Relation, Term};
use serde::Deserialize;

pub(crate) use division::Division;
pub(crate) use kinds::Kinds;
pub(crate) use part::PartWithinWhole;

/// One number is at most another one: đạt ≤ đăng ký ≤ tổng số.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct AtMost {
    /// The smaller and the larger one.
    pairs: Vec<[Term; 2]>,
}

impl Named for AtMost {
    const NAME: &'static str = "at_most";
    const VALUES: &'static [&'static str] = &["left", "right"];
}

/// `left` ≤ `right` as a relation of sums.
pub(crate) fn at_most(left: Term, right: Term) -> Balance {
    Balance { whole: left, plus: vec![right], minus: Vec::new() }
}

impl Rule for AtMost {
    fn on_dossier(&self, reading: &Reading<'_>, sink: &mut Sink<'_>) {
        for [left, right] in &self.pairs {
            let balance = at_most(left.clone(), right.clone());
            in_dossier(reading, &balance, Relation::AtMost, |places, broken| {
                sink.add_of(&right.to_string(), None, places, sides(broken));
            });
        }
    }

    fn on_table(&self, sheet: &Sheet<'_>, sink: &mut Sink<'_>) {
        for [left, right] in &self.pairs {
            let balance = at_most(left.clone(), right.clone());
            in_table(sheet, &balance, Relation::AtMost, |places, broken| {
                sink.add_of(&right.to_string(), None, places, sides(broken));
            });
        }
    }
}

fn sides(broken: Broken) -> [(&'static str, String); 2] {
    [("left", broken.whole.to_string()), ("right", broken.sum.to_string())]
}

/// A number equals a sum of others: hiện có = kỳ trước + tuyển mới − thôi.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Balanced {
    balances: Vec<Balance>,
}

impl Named for Balanced {
    const NAME: &'static str = "balanced";
    const VALUES: &'static [&'static str] = &["stated", "derived", "difference"];
    const VARIANTS: &'static [&'static str] = SUM_VARIANTS;
}

/// Special cases of a sum: terms are unknown; the sum is smaller than the whole.
pub(crate) const SUM_VARIANTS: &[&str] = &["partial", "short"];

impl Rule for Balanced {
    fn on_dossier(&self, reading: &Reading<'_>, sink: &mut Sink<'_>) {
        for balance in &self.balances {
            in_dossier(reading, balance, Relation::Equal, |places, broken| {
                sink.add_variant(sum_variant(broken), places, sums(broken));
            });
        }
    }

    fn on_table(&self, sheet: &Sheet<'_>, sink: &mut Sink<'_>) {
        for balance in &self.balances {
            in_table(sheet, balance, Relation::Equal, |places, broken| {
                sink.add_variant(sum_variant(broken), places, sums(broken));
            });
        }
    }
}

fn sum_variant(broken: Broken) -> Option<&'static str> {
    if broken.partial { Some("partial") } else { (broken.sum < broken.whole).then_some("short") }
}

fn sums(broken: Broken) -> [(&'static str, String); 3] {
    let difference = broken.whole.thousandths().saturating_sub(broken.sum.thousandths());
    let difference = bc138_domain::Fixed::from_thousandths(difference.saturating_abs());
    [
        ("stated", broken.whole.to_string()),
        ("derived", broken.sum.to_string()),
        ("difference", difference.to_string()),
    ]
}

/// Looks for a broken relation among the figures of the same territory and window.
fn in_dossier(
    reading: &Reading<'_>,
    balance: &Balance,
    relation: Relation,
    mut take: impl FnMut(Vec<Place>, Broken),
) {
    for row in reading.rows() {
        in_figures(reading, row, balance, relation, &mut take);
    }
}

fn in_figures(
    reading: &Reading<'_>,
    row: &FigureRow<'_>,
    balance: &Balance,
    relation: Relation,
    take: &mut impl FnMut(Vec<Place>, Broken),
) {
    let values: Vec<_> = balance.terms().map(|term| row.value(term)).collect();
    if let Some(broken) = balance.broken(relation, &values) {
        let figures = balance.terms().filter_map(|term| row.figure(&term.indicator));
        let mut places: Vec<Place> = figures.map(|figure| reading.place(figure)).collect();
        places.dedup();
        take(places, broken);
    }
}

/// Looks for a broken relation in every unit of a table, in all wanted windows.
fn in_table(
    sheet: &Sheet<'_>,
    balance: &Balance,
    relation: Relation,
    mut take: impl FnMut(Vec<Place>, Broken),
) {
    let windows = sheet.wanted_years();
    in_windows(sheet, &windows, balance, relation, &mut take);
}

fn in_windows(
    sheet: &Sheet<'_>,
    windows: &[usize],
    balance: &Balance,
    relation: Relation,
    take: &mut impl FnMut(Vec<Place>, Broken),
) {
    let columns: Vec<_> = balance
        .terms()
        .map(|term| sheet.plain(&term.indicator).map(|measure| (measure, term.part)))
        .collect();
    if columns.first().is_none_or(Option::is_none) || columns.iter().flatten().count() < 2 {
        return;
    }
    let mut values = vec![None; columns.len()];
    for window in windows {
        for row in 0..sheet.units().len() {
            // Each relation is looked at once: in the window in which its whole stands.
            let at = |measure| sheet.same_year((row, measure, *window));
            for (value, column) in values.iter_mut().zip(&columns) {
                *value = column
                    .and_then(|(measure, part)| sheet.exact((row, measure, at(measure)), part));
            }
            let here = columns.first().copied().flatten().map(|(measure, _)| at(measure));
            if here != Some(*window) {
                continue;
            }
            if let Some(broken) = balance.broken(relation, &values) {
                let known = columns.iter().zip(&values).filter(|(_, value)| value.is_some());
                let cells = known.filter_map(|(column, _)| *column);
                let mut places: Vec<Place> =
                    cells.map(|(measure, _)| sheet.place_of(row, measure, at(measure))).collect();
                places.dedup();
                take(places, broken);
            }
        }
    }
}
