//! “Trong đó”: a part is at most its whole, as the catalogue says which is part of which.

use super::{at_most, in_dossier, in_table};
use crate::book::Sink;
use crate::context::Context;
use crate::dossier::Reading;
use crate::found::Place;
use crate::rule::{Named, Rule};
use crate::table::Sheet;
use crate::term::{Balance, Broken, Part, Relation, Term};
use bc138_domain::catalogue::Cover;
use bc138_domain::{Indicator, IndicatorKind};
use serde::Deserialize;

/// A part exceeds the whole that the catalogue makes it a part of.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct PartWithinWhole {}

impl Named for PartWithinWhole {
    const NAME: &'static str = "part_within_whole";
    const VALUES: &'static [&'static str] = &["part", "whole"];
}

impl Rule for PartWithinWhole {
    fn on_dossier(&self, reading: &Reading<'_>, sink: &mut Sink<'_>) {
        let own = reading.part.indicators.iter();
        for balance in
            balances(reading.context, reading.context.catalogue.indicators().iter().chain(own))
        {
            in_dossier(reading, &balance, Relation::AtMost, |places, broken| {
                sink.add_of(what(&balance), None, places, values(broken));
            });
        }
    }

    fn on_table(&self, sheet: &Sheet<'_>, sink: &mut Sink<'_>) {
        let named = sheet.measures().iter().filter(|measure| measure.is_plain);
        let indicators = named.filter_map(|measure| measure.indicator);
        for balance in balances(sheet.context, indicators) {
            in_table(sheet, &balance, Relation::AtMost, |places: Vec<Place>, broken| {
                sink.add_of(what(&balance), None, places, values(broken));
            });
        }
    }
}

/// Tells the y of a ratio from its x.
fn what(balance: &Balance) -> &'static str {
    if balance.whole.part == Part::Total { "y" } else { "" }
}

fn values(broken: Broken) -> [(&'static str, String); 2] {
    [("part", broken.whole.to_string()), ("whole", broken.sum.to_string())]
}

fn balances<'a>(
    context: &Context<'_>,
    indicators: impl Iterator<Item = &'a Indicator>,
) -> Vec<Balance> {
    let of = |indicator: &Indicator| {
        let whole = context.indicator(indicator.parent.as_deref()?)?;
        (!is_added_up(context, indicator)).then(|| pairs(indicator, whole))
    };
    indicators.filter_map(of).flatten().collect()
}

/// Whether the part is added up with others to its whole: then the sum is looked at, and one part
/// that is too large makes the sum too large as well.
fn is_added_up(context: &Context<'_>, part: &Indicator) -> bool {
    let dimension = part.partition.as_deref().and_then(|code| context.catalogue.dimension(code));
    dimension.is_some_and(|dimension| dimension.cover != Cover::Overlapping)
}

/// Which number of the part is at most which number of the whole: what a ratio is *of* (its y) is
/// part of a count; between two ratios x goes with x and y with y.
fn pairs(part: &Indicator, whole: &Indicator) -> Vec<Balance> {
    let is_ratio = |indicator: &Indicator| indicator.kind == IndicatorKind::Ratio;
    let parts: &[(Part, Part)] = match (is_ratio(part), is_ratio(whole)) {
        (false, false) => &[(Part::Value, Part::Value)],
        (true, false) => &[(Part::Total, Part::Value)],
        (true, true) => &[(Part::Value, Part::Value), (Part::Total, Part::Total)],
        (false, true) => &[(Part::Value, Part::Total)],
    };
    let term = |indicator: &Indicator, part| Term { indicator: indicator.code.clone(), part };
    parts.iter().map(|(left, right)| at_most(term(part, *left), term(whole, *right))).collect()
}
