//! Evaluators over the figures of a dossier and what stands beside them: other figures, the table
//! of units, the register.

use super::{Reading, number, same_days};
use crate::book::Sink;
use crate::context::RollUp;
use crate::rule::{Named, Rule};
use crate::term::{Part, Term};
use bc138_domain::{Amount, Figure, Fixed, Level, Qualifier, Scope, UnitKind, date};
use chrono::NaiveDate;
use serde::Deserialize;

/// A figure that is larger than the figure it is a part of.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct PartOfFigure {}

impl Named for PartOfFigure {
    const NAME: &'static str = "part_of_figure";
    const VALUES: &'static [&'static str] = &["part", "whole"];
}

impl Rule for PartOfFigure {
    fn on_dossier(&self, reading: &Reading<'_>, sink: &mut Sink<'_>) {
        for part in reading.figures() {
            let Some(whole) = reading.figures().find(|whole| Some(whole.id) == part.part_of) else {
                continue;
            };
            let unit = |figure: &Figure| reading.indicator(&figure.indicator).map(|it| &it.unit);
            // 12 mô hình may have 356 tổ: only what counts the same things is compared.
            if let (Some(x), Some(y)) = (number(part, Part::Value), number(whole, Part::Value))
                && unit(part) == unit(whole)
                && x > y
            {
                let values = [("part", x.to_string()), ("whole", y.to_string())];
                sink.add(vec![reading.place(part), reading.place(whole)], values);
            }
        }
    }
}

/// “Gần 300” although 305 is known, “trên 1.000” although 998 is.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Approximation {}

impl Named for Approximation {
    const NAME: &'static str = "approximation";
    const VALUES: &'static [&'static str] = &["said", "exact"];
}

impl Rule for Approximation {
    fn on_dossier(&self, reading: &Reading<'_>, sink: &mut Sink<'_>) {
        for figure in reading.figures() {
            let (Some(qualifier), Some(amount)) = (figure.qualifier, figure.amount.as_ref()) else {
                continue;
            };
            let Some(said) = amount.magnitude() else { continue };
            let Some(exact) = exact_beside(reading, figure) else { continue };
            if is_false(qualifier, said, exact) {
                let values =
                    [("said", qualifier.apply(&amount.to_string())), ("exact", exact.to_string())];
                sink.add(vec![reading.place(figure)], values);
            }
        }
    }
}

/// Whether the words are false of the exact number; “khoảng” and “ước” are never.
fn is_false(qualifier: Qualifier, said: Fixed, exact: Fixed) -> bool {
    match qualifier {
        Qualifier::Nearly | Qualifier::Below => exact >= said,
        Qualifier::Above | Qualifier::MoreThan | Qualifier::Exceeding => exact <= said,
        Qualifier::AtLeast | Qualifier::FromUp => exact < said,
        Qualifier::About | Qualifier::Estimated => false,
    }
}

/// The exact number of the same thing: another figure, or the total over the units.
fn exact_beside(reading: &Reading<'_>, figure: &Figure) -> Option<Fixed> {
    let same = |other: &&Figure| {
        other.id != figure.id
            && other.indicator == figure.indicator
            && other.nature == figure.nature
            && other.categories == figure.categories
            && other.scope == figure.scope
            && same_days(&other.window, &figure.window)
    };
    if let Some(Amount::Percent { .. }) = figure.amount {
        let mut ratios = reading.figures().filter(same).filter(|it| it.qualifier.is_none());
        return ratios.find_map(|other| other.amount.as_ref()?.rate(3));
    }
    let stated = reading.figures().filter(same).find_map(|other| number(other, Part::Value));
    let summed = || {
        let total = &roll_up(reading, figure)?.total;
        total.value.filter(|_| total.is_complete() && total.is_exact())
    };
    stated.or_else(summed)
}

/// The total over the units of the province that a figure speaks of.
fn roll_up<'a>(reading: &Reading<'a>, figure: &Figure) -> Option<&'a RollUp> {
    let whole = figure.scope == Scope::Province && figure.categories.is_empty();
    let mut totals = reading.context.roll_ups.iter();
    totals.find(|it| {
        whole && it.indicator == figure.indicator && same_days(&it.window, &figure.window)
    })
}

/// A figure of the dossier that is not what the units of the province add up to.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct RollUpAgrees {}

impl Named for RollUpAgrees {
    const NAME: &'static str = "roll_up_agrees";
    const VALUES: &'static [&'static str] = &["stated", "derived", "reported", "expected"];
}

impl Rule for RollUpAgrees {
    fn on_dossier(&self, reading: &Reading<'_>, sink: &mut Sink<'_>) {
        for figure in reading.figures() {
            let Some(RollUp { total, .. }) = roll_up(reading, figure) else { continue };
            let sums = [(Part::Value, total.value), (Part::Total, total.total)];
            let differs = sums.into_iter().find_map(|(part, derived)| {
                let (stated, derived) = (number(figure, part)?, derived?);
                // Units that have not reported can only raise the sum.
                let wrong = derived > stated || (derived < stated && total.is_complete());
                wrong.then_some((stated, derived))
            });
            if let Some((stated, derived)) = differs.filter(|_| total.is_exact()) {
                let values = [
                    ("stated", stated.to_string()),
                    ("derived", derived.to_string()),
                    ("reported", total.reported.to_string()),
                    ("expected", total.expected.to_string()),
                ];
                sink.add(vec![reading.place(figure)], values);
            }
        }
    }
}

/// A total over units that some of them are missing from.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct UnitsMissing {}

impl Named for UnitsMissing {
    const NAME: &'static str = "units_missing";
    const VALUES: &'static [&'static str] = &["reported", "expected", "missing"];
}

impl Rule for UnitsMissing {
    fn on_dossier(&self, reading: &Reading<'_>, sink: &mut Sink<'_>) {
        for figure in reading.figures() {
            let Some(RollUp { total, .. }) = roll_up(reading, figure) else { continue };
            if total.reported > 0 && !total.is_complete() {
                let values = [
                    ("reported", total.reported.to_string()),
                    ("expected", total.expected.to_string()),
                    ("missing", (total.expected - total.reported).to_string()),
                ];
                sink.add(vec![reading.place(figure)], values);
            }
        }
    }
}

/// A number of units assessed that is not the number of units in the register on that day.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct AssessedUnits {
    units: Vec<AssessedKind>,
    /// First day from which the register holds every change.
    from: NaiveDate,
}

/// Which number counts which units.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct AssessedKind {
    /// The number.
    term: Term,
    /// Types of units that it counts.
    kinds: Vec<UnitKind>,
}

impl Named for AssessedUnits {
    const NAME: &'static str = "assessed_units";
    const VALUES: &'static [&'static str] = &["stated", "counted", "day"];
}

impl Rule for AssessedUnits {
    fn on_dossier(&self, reading: &Reading<'_>, sink: &mut Sink<'_>) {
        let (Some(registry), Some(own)) = (reading.context.registry, reading.context.unit) else {
            return;
        };
        // Communes are counted in provinces and districts.
        if registry.level(own).is_none_or(|level| level > Level::District) {
            return;
        }
        for figure in reading.figures().filter(|it| it.scope == Scope::Province) {
            let assessed = self.units.iter().find(|it| it.term.indicator == figure.indicator);
            let (Some(assessed), Some(day)) = (assessed, figure.window.to) else { continue };
            let Some(stated) = number(figure, assessed.term.part) else { continue };
            let known = self.from <= day && registry.exists_on(own, day);
            if !figure.categories.is_empty() || !known {
                continue;
            }
            let counts = registry.count_by_kind(Some(own), day);
            let wanted = counts.iter().filter(|(kind, _)| assessed.kinds.contains(kind));
            let counted: usize = wanted.map(|(_, count)| count).sum();
            let counted = i64::try_from(counted).ok().and_then(Fixed::from_int);
            if let Some(counted) = counted.filter(|counted| *counted != stated) {
                let values = [
                    ("stated", stated.to_string()),
                    ("counted", counted.to_string()),
                    ("day", date::full(day)),
                ];
                sink.add(vec![reading.place(figure)], values);
            }
        }
    }
}
