//! One indicator broken down by kinds: the grades of a distribution against its total.

use super::division::relation;
use super::{SUM_VARIANTS, sum_variant, sums};
use crate::book::Sink;
use crate::context::Context;
use crate::dossier::{Reading, number, same_days};
use crate::found::Place;
use crate::rule::{Named, Rule};
use crate::table::Sheet;
use crate::term::{Balance, Part, Relation, Term};
use bc138_domain::{Categories, Figure};
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};

/// The kinds of an indicator do not add up to its number without kinds.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Kinds {}

impl Named for Kinds {
    const NAME: &'static str = "kinds";
    const VALUES: &'static [&'static str] = &["stated", "derived", "difference"];
    const VARIANTS: &'static [&'static str] = SUM_VARIANTS;
}

impl Rule for Kinds {
    fn on_dossier(&self, reading: &Reading<'_>, sink: &mut Sink<'_>) {
        let wholes = reading.figures().filter(|it| it.categories.is_empty());
        for whole in wholes.filter(|it| !is_part_of_its_own(reading, it)) {
            let like = |figure: &&Figure| {
                figure.indicator == whole.indicator
                    && figure.nature == whole.nature
                    && figure.scope == whole.scope
                    && same_days(&figure.window, &whole.window)
            };
            let kinds = reading.figures().filter(like).map(|figure| (&figure.categories, figure));
            for (what, relation, parts) in divisions(reading.context, kinds) {
                let values = std::iter::once(number(whole, Part::Value))
                    .chain(parts.iter().map(|part| number(part, Part::Value)));
                let values: Vec<_> = values.collect();
                if let Some(broken) = sum_of(parts.len()).broken(relation, &values) {
                    let places = [&whole].into_iter().chain(&parts);
                    let places = places.map(|figure| reading.place(figure)).collect();
                    sink.add_of(what, sum_variant(broken), places, sums(broken));
                }
            }
        }
    }

    fn on_table(&self, sheet: &Sheet<'_>, sink: &mut Sink<'_>) {
        for (whole, facts) in sheet.measures().iter().enumerate().filter(|(_, it)| it.is_plain) {
            let like = sheet.measures().iter().enumerate().filter(|(_, measure)| {
                measure.measure.indicator == facts.measure.indicator
                    && measure.measure.nature == facts.measure.nature
            });
            let kinds = like.map(|(at, measure)| (&measure.measure.categories, at));
            for (what, relation, parts) in divisions(sheet.context, kinds) {
                in_rows(sheet, (whole, &parts), (what, relation), sink);
            }
        }
    }
}

/// Whether a figure is “trong đó” of another one of its indicator: then it is no total of kinds.
fn is_part_of_its_own(reading: &Reading<'_>, figure: &Figure) -> bool {
    let mut all = reading.figures();
    all.any(|whole| Some(whole.id) == figure.part_of && whole.indicator == figure.indicator)
}

fn in_rows(
    sheet: &Sheet<'_>,
    (whole, parts): (usize, &[usize]),
    (what, relation): (&str, Relation),
    sink: &mut Sink<'_>,
) {
    let columns: Vec<usize> = std::iter::once(whole).chain(parts.iter().copied()).collect();
    let balance = sum_of(parts.len());
    let mut values = vec![None; columns.len()];
    sheet.each_row(|row, window| {
        for (value, measure) in values.iter_mut().zip(&columns) {
            *value = sheet.exact((row, *measure, window), Part::Value);
        }
        if let Some(broken) = balance.broken(relation, &values) {
            let known = columns.iter().zip(&values).filter(|(_, value)| value.is_some());
            let places: Vec<Place> =
                known.map(|(measure, _)| sheet.place_of(row, *measure, window)).collect();
            sink.add_of(what, sum_variant(broken), places, sums(broken));
        }
    });
}

/// A whole against a sum of `parts` terms; their values are handed over in order.
fn sum_of(parts: usize) -> Balance {
    let term = || Term { indicator: String::new(), part: Part::Value };
    Balance { whole: term(), plus: (0..parts).map(|_| term()).collect(), minus: Vec::new() }
}

/// The ways in which kinds divide an indicator: by dimension, the numbers that count by this
/// dimension alone and do not share a kind.
fn divisions<'a, T>(
    context: &Context<'_>,
    kinds: impl Iterator<Item = (&'a Categories, T)>,
) -> Vec<(&'a str, Relation, Vec<T>)> {
    let mut by_dimension: BTreeMap<&'a str, Vec<(&BTreeSet<String>, T)>> = BTreeMap::new();
    for (categories, it) in kinds {
        let mut dimensions = categories.iter();
        if let (Some((dimension, set)), None) = (dimensions.next(), dimensions.next()) {
            by_dimension.entry(dimension).or_default().push((set, it));
        }
    }
    let division = |(dimension, parts): (&'a str, Vec<(&BTreeSet<String>, T)>)| {
        let cover = context.catalogue.dimension(dimension)?.cover;
        let seen: BTreeSet<&String> = parts.iter().flat_map(|(set, _)| *set).collect();
        let apart = seen.len() == parts.iter().map(|(set, _)| set.len()).sum::<usize>();
        let all = context.catalogue.categories(dimension).iter();
        let covered = all.into_iter().all(|kind| seen.contains(&kind.code));
        let relation = match relation(cover)? {
            // Kinds that nobody stated may hold the rest.
            Relation::Equal if !covered => Relation::AtLeast,
            relation => relation,
        };
        apart.then(|| (dimension, relation, parts.into_iter().map(|(_, it)| it).collect()))
    };
    by_dimension.into_iter().filter_map(division).collect()
}
