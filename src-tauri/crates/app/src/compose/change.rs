//! Figures against those of the dossier before: only equal windows, the same borders, the same
//! definition and exact numbers are compared.

use super::direction::{Measure, Movement};
use super::voice::padded;
use super::{mark, words};
use crate::field::figure_key;
use crate::vi::documents::change as said;
use bc138_domain::{Amount, Catalogue, DossierPart, Figure, Fixed, Indicator, State, cell};
use std::collections::BTreeMap;

/// What stands beside the figures of a dossier: computed shares and changes.
#[derive(Debug, Clone, Default)]
pub(crate) struct Changes {
    by_figure: BTreeMap<i32, Beside>,
}

/// What stands beside one figure.
#[derive(Debug, Clone, Default)]
pub(crate) struct Beside {
    /// The share in percent, of a fraction.
    pub rate: Option<Fixed>,
    /// The change against the window before.
    pub change: Option<Change>,
}

/// The change of a figure.
#[derive(Debug, Clone)]
pub(crate) struct Change {
    /// How it went.
    pub movement: Movement,
    /// The words of the window before: “năm 2021”.
    pub period: String,
    /// What the figure counts: “cuộc”; empty where the catalogue's unit is no single word for it.
    pub unit: String,
}

/// How two dossiers lie to each other.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Terms<'a> {
    /// Catalogue.
    pub catalogue: &'a Catalogue,
    /// Decimals of percentages.
    pub places: u32,
    /// Whether the communes are the same ones; shares of units are compared only then.
    pub same_communes: bool,
}

impl Changes {
    /// Shares of a dossier, and its changes against the one before where there is one.
    pub(crate) fn between(
        now: &DossierPart,
        before: Option<&DossierPart>,
        terms: Terms<'_>,
    ) -> Self {
        let beside = |figure: &Figure| Beside {
            rate: rate(figure, terms.places),
            change: before.and_then(|before| change(figure, now, before, terms)),
        };
        let by_figure = now.figures.iter().map(|figure| (figure.id, beside(figure)));
        Self { by_figure: by_figure.collect() }
    }

    /// What stands beside a figure.
    pub(crate) fn beside(&self, figure: i32) -> Option<&Beside> {
        self.by_figure.get(&figure)
    }

    /// “97,6%; so với năm 2021: tăng 2,3 điểm phần trăm”, with marks around what was computed;
    /// empty where there is nothing to say. A share that the clerk printed is not said again.
    pub(crate) fn aside(&self, part: &DossierPart, figure: &Figure) -> String {
        let Some(beside) = self.beside(figure.id) else { return String::new() };
        let key = figure_key(part, figure).to_string();
        let derived = |what: &str, text: &str| mark::figure(&format!("derived:{what}/{key}"), text);
        let rate = beside.rate.filter(|_| figure.wording.rate.is_none());
        let rate = rate.map(|rate| derived("rate", &format!("{rate}%")));
        let change = beside.change.as_ref().map(|it| it.sentence(&derived));
        rate.into_iter().chain(change).collect::<Vec<_>>().join("; ")
    }
}

impl Change {
    /// “so với năm 2021: giảm 08 cuộc, -20%”, “bằng năm 2021”; `derived` marks a computed text with
    /// what it is.
    pub(crate) fn sentence(&self, derived: &dyn Fn(&str, &str) -> String) -> String {
        if !self.movement.is_said_with_size() {
            return format!("{} {}", self.movement.word(), self.period);
        }
        format!("{} {}: {}", said::AGAINST, self.period, self.movement_words(derived))
    }

    /// “giảm 08 cuộc, -20%”, “tăng 2,3 điểm phần trăm”, “bằng”.
    pub(crate) fn movement_words(&self, derived: &dyn Fn(&str, &str) -> String) -> String {
        let movement = &self.movement;
        if !movement.is_said_with_size() {
            return movement.word().to_owned();
        }
        let size = movement.size().to_string();
        let size = match movement.measure() {
            Measure::Points => derived("points", &format!("{size} {}", said::POINTS)),
            Measure::Count => {
                mark::tidy(&format!("{} {}", derived("difference", &padded(&size)), self.unit))
            }
        };
        let growth = movement.growth().map(|growth| derived("growth", &growth));
        let size = std::iter::once(size).chain(growth).collect::<Vec<_>>().join(", ");
        format!("{} {size}", movement.word())
    }
}

fn rate(figure: &Figure, places: u32) -> Option<Fixed> {
    let exact = figure.qualifier.is_none() && figure.state == State::Value;
    let stated = figure.wording.rate.as_deref().map(|rate| rate.trim_end_matches('%').trim());
    let stated = stated.and_then(|rate| cell::read_number(rate).ok());
    stated.or_else(|| figure.amount.as_ref().filter(|_| exact)?.rate(places))
}

/// The change of a figure; `None` where it cannot be said.
fn change(
    figure: &Figure,
    now: &DossierPart,
    before: &DossierPart,
    terms: Terms<'_>,
) -> Option<Change> {
    let (first, last) = figure.window.preceding()?;
    let is_earlier = |it: &&Figure| {
        it.indicator == figure.indicator
            && it.scope == figure.scope
            && it.categories == figure.categories
            && it.nature == figure.nature
            && it.wording.subject == figure.wording.subject
            && (it.window.from, it.window.to) == (Some(first), Some(last))
    };
    let mut earlier = before.figures.iter().filter(is_earlier);
    let (Some(old), None) = (earlier.next(), earlier.next()) else { return None };
    let newest = terms.catalogue.indicator(&figure.indicator);
    let indicator =
        newest.or_else(|| now.indicators.iter().find(|it| it.code == figure.indicator))?;
    let (amount, old_amount) = (exact(figure)?, exact(old)?);
    if redefined(terms.catalogue, figure, old) || loses_its_units(indicator, &amount, terms) {
        return None;
    }
    let period = words::window_words(&old.window);
    Some(Change {
        movement: Movement::between(&amount, &old_amount, terms.places)?,
        period: if period.is_empty() { said::PERIOD_BEFORE.to_owned() } else { period },
        unit: unit(indicator, &amount),
    })
}

/// An amount that is exact; what did not occur is none.
fn exact(figure: &Figure) -> Option<Amount> {
    match (figure.state, figure.qualifier) {
        (State::Zero, _) => Amount::number(0),
        (State::Value, None) => figure.amount.clone(),
        _ => None,
    }
}

/// Whether the indicator counts something else since the window before. What a window counts is
/// decided at its end (Thông tư 124/2021/TT-BCA, Điều 8).
fn redefined(catalogue: &Catalogue, now: &Figure, before: &Figure) -> bool {
    let changes = catalogue.definition_changes(&now.indicator);
    changes.iter().any(|(day, _)| before.window.to < Some(*day) && Some(*day) <= now.window.to)
}

/// Whether it is a share of units that are others now; residential areas outlive the communes.
fn loses_its_units(indicator: &Indicator, amount: &Amount, terms: Terms<'_>) -> bool {
    let of_units = matches!(amount, Amount::Ratio { .. }) && indicator.calendar != RESIDENTIAL;
    of_units && !terms.same_communes
}

/// The calendar of residential areas.
const RESIDENTIAL: &str = "kdc";

/// The word for what is counted, where the catalogue's unit is one.
fn unit(indicator: &Indicator, amount: &Amount) -> String {
    match amount {
        Amount::Number { .. } if !indicator.unit.contains(['/', ',', '%']) => {
            indicator.unit.clone()
        }
        Amount::Quantity { unit, .. } => unit.clone(),
        Amount::Money { .. } => said::DONG.to_owned(),
        _ => String::new(),
    }
}
