//! A whole that the catalogue divides into indicators by one dimension: nam and nữ, four levels of
//! schooling.

use super::{SUM_VARIANTS, in_dossier, in_table, sum_variant, sums};
use crate::book::Sink;
use crate::context::Context;
use crate::dossier::Reading;
use crate::rule::{Named, Rule};
use crate::table::Sheet;
use crate::term::{Balance, Part, Relation, Term};
use bc138_domain::Indicator;
use bc138_domain::catalogue::Cover;
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

impl Named for Division {
    const NAME: &'static str = "division";
    const VALUES: &'static [&'static str] = &["stated", "derived", "difference"];
    const VARIANTS: &'static [&'static str] = SUM_VARIANTS;
}

impl Rule for Division {
    fn on_dossier(&self, reading: &Reading<'_>, sink: &mut Sink<'_>) {
        let codes = reading.figures().map(|figure| figure.indicator.as_str()).collect();
        for (balance, relation) in self.balances(reading.context, &codes) {
            in_dossier(reading, &balance, relation, |places, broken| {
                sink.add_variant(sum_variant(broken), places, sums(broken));
            });
        }
    }

    fn on_table(&self, sheet: &Sheet<'_>, sink: &mut Sink<'_>) {
        let plain = sheet.measures().iter().filter(|measure| measure.is_plain);
        let codes = plain.map(|measure| measure.measure.indicator.as_str()).collect();
        for (balance, relation) in self.balances(sheet.context, &codes) {
            in_table(sheet, &balance, relation, |places, broken| {
                sink.add_variant(sum_variant(broken), places, sums(broken));
            });
        }
    }
}

impl Division {
    /// Every division of which the whole is among the codes.
    fn balances(
        &self,
        context: &Context<'_>,
        codes: &BTreeSet<&str>,
    ) -> Vec<(Balance, Relation)> {
        let divided = codes.iter().flat_map(|code| {
            let partitions = context.catalogue.partitions_of(code, None);
            partitions.into_iter().map(|partition| (*code, partition))
        });
        let wanted = divided.filter(|(_, partition)| self.wants(&partition.dimension.code));
        let balances = wanted.filter_map(|(whole, partition)| {
            let relation = relation(partition.dimension.cover)?;
            let plus = partition.parts.iter().map(|part| value_of(part)).collect();
            Some((Balance { whole: term(whole), plus, minus: Vec::new() }, relation))
        });
        balances.collect()
    }

    fn wants(&self, dimension: &str) -> bool {
        let named = |list: &[String]| list.iter().any(|code| code == dimension);
        (self.only.is_empty() || named(&self.only)) && !named(&self.except)
    }
}

/// How the sum of the kinds stands to the whole; of kinds that overlap nothing can be said.
pub(super) const fn relation(cover: Cover) -> Option<Relation> {
    match cover {
        Cover::Complete => Some(Relation::Equal),
        Cover::Open => Some(Relation::AtLeast),
        Cover::Overlapping => None,
    }
}

fn value_of(part: &Indicator) -> Term {
    term(&part.code)
}

fn term(code: &str) -> Term {
    Term { indicator: code.to_owned(), part: Part::Value }
}
