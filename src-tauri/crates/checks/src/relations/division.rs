//! A whole that the catalogue divides into indicators by one dimension: nam and nữ, four levels of
//! schooling.

use super::{SUM_VARIANTS, in_figures, in_windows, sum_variant, sums};
use crate::book::Sink;
use crate::context::Context;
use crate::dossier::Reading;
use crate::rule::{Named, Rule};
use crate::table::Sheet;
use crate::term::{Balance, Part, Relation, Term};
use bc138_domain::catalogue::Cover;
use bc138_domain::{Indicator, IndicatorKind};
use chrono::NaiveDate;
use serde::Deserialize;
use std::collections::BTreeSet;

/// Parts do not add up to their whole, or to more than it where there are others.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Division {
    /// Only divisions by these dimensions; empty for all.
    #[serde(default)]
    only: Vec<String>,
    /// Not by these, which another check looks at.
    #[serde(default)]
    except: Vec<String>,
}

/// One division as a relation of sums; `what` tells it from others of the same whole.
struct Divided {
    balance: Balance,
    relation: Relation,
    what: String,
}

impl Named for Division {
    const NAME: &'static str = "division";
    const VALUES: &'static [&'static str] = &["stated", "derived", "difference"];
    const VARIANTS: &'static [&'static str] = SUM_VARIANTS;
}

impl Rule for Division {
    fn on_dossier(&self, reading: &Reading<'_>, sink: &mut Sink<'_>) {
        for row in reading.rows() {
            let codes = row.figures().iter().map(|figure| figure.indicator.as_str()).collect();
            for Divided { balance, relation, what } in
                self.balances(reading.context, &codes, row.window().to)
            {
                in_figures(reading, row, &balance, relation, &mut |places, broken| {
                    sink.add_of(&what, sum_variant(broken), places, sums(broken));
                });
            }
        }
    }

    fn on_table(&self, sheet: &Sheet<'_>, sink: &mut Sink<'_>) {
        let plain = sheet.measures().iter().filter(|measure| measure.is_plain);
        let codes = plain.map(|measure| measure.measure.indicator.as_str()).collect();
        for window in sheet.wanted_years() {
            let day = sheet.window(window).window.to;
            for Divided { balance, relation, what } in self.balances(sheet.context, &codes, day) {
                in_windows(sheet, &[window], &balance, relation, &mut |places, broken| {
                    sink.add_of(&what, sum_variant(broken), places, sums(broken));
                });
            }
        }
    }
}

impl Division {
    /// Every division, on a day, of a whole that is among the codes.
    fn balances(
        &self,
        context: &Context<'_>,
        codes: &BTreeSet<&str>,
        day: Option<NaiveDate>,
    ) -> Vec<Divided> {
        let wholes = divided_wholes(context).into_iter().filter(|code| codes.contains(code));
        let divided = wholes.filter_map(|code| context.catalogue.indicator(code));
        let divided = divided.flat_map(|whole| {
            let partitions = context.catalogue.partitions_of(&whole.code, day);
            partitions.into_iter().map(move |partition| (whole, partition))
        });
        let wanted = divided.filter(|(_, partition)| self.wants(&partition.dimension.code));
        let mut found = Vec::new();
        for (whole, partition) in wanted {
            let dimension = partition.dimension;
            let Some(relation) = relation(dimension.cover) else { continue };
            found.extend(parts_of(whole).iter().map(|part| {
                let plus = partition.parts.iter().map(|it| term(it, *part)).collect();
                let balance = Balance { whole: term(whole, *part), plus, minus: Vec::new() };
                let suffix = if *part == Part::Total { ".y" } else { "" };
                Divided { balance, relation, what: format!("{}{suffix}", dimension.code) }
            }));
        }
        found
    }

    fn wants(&self, dimension: &str) -> bool {
        let named = |list: &[String]| list.iter().any(|code| code == dimension);
        (self.only.is_empty() || named(&self.only)) && !named(&self.except)
    }
}

/// The wholes that the catalogue divides, on whatever day.
fn divided_wholes<'a>(context: &Context<'a>) -> BTreeSet<&'a str> {
    let parts = context.catalogue.indicators().iter().filter(|it| it.partition.is_some());
    parts.filter_map(|part| part.parent.as_deref()).collect()
}

/// How the sum of the kinds stands to the whole; of kinds that overlap nothing can be said.
pub(super) const fn relation(cover: Cover) -> Option<Relation> {
    match cover {
        Cover::Complete => Some(Relation::Equal),
        Cover::Open => Some(Relation::AtLeast),
        Cover::Overlapping => None,
    }
}

/// The numbers that add up: of ratios, x and y each for themselves.
const fn parts_of(whole: &Indicator) -> &'static [Part] {
    match whole.kind {
        IndicatorKind::Ratio => &[Part::Value, Part::Total],
        _ => &[Part::Value],
    }
}

fn term(indicator: &Indicator, part: Part) -> Term {
    Term { indicator: indicator.code.clone(), part }
}
