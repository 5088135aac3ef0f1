//! Figures as the templates see them: lead, amount, noun, tail, and the window where it is not
//! the dossier's own.

use super::mark;
use crate::field::{FieldKey, figure_of};
use bc138_domain::{Catalogue, DossierPart, Figure, Indicator};
use serde::Serialize;
use std::collections::BTreeMap;

/// One figure of a sentence.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Item {
    /// Words before the amount; may be empty.
    pub lead: String,
    /// The amount inside its marks, or a gap.
    pub amount: String,
    /// What is counted.
    pub noun: String,
    /// Words behind it; may be empty.
    pub tail: String,
    /// The window, where it is not the dossier's.
    pub window: String,
    /// The place, where it is not the whole province.
    pub scope: String,
}

/// The figures of one group of fields.
#[derive(Debug, Clone, Serialize, Default)]
pub(super) struct Group {
    /// All of the dossier's own window.
    pub items: Vec<Item>,
    /// Figures of another window or place, in order of appearance.
    pub others: Vec<Other>,
}

/// Figures that share a window or a place of their own.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Other {
    /// The window; empty for the dossier's own.
    pub window: String,
    /// The place; empty for the whole province.
    pub scope: String,
    /// The figures.
    pub items: Vec<Item>,
}

/// All groups by code; with `gaps`, core figures that are missing stand as gaps.
pub(super) fn groups(
    part: &DossierPart,
    catalogue: &Catalogue,
    gaps: bool,
) -> BTreeMap<String, Group> {
    let mut groups: BTreeMap<String, Group> =
        catalogue.groups().iter().map(|g| (g.code.clone(), Group::default())).collect();
    let day = part.dossier.window.to;
    let indicators = catalogue.indicators().iter().chain(&part.indicators);
    for indicator in in_form_order(indicators.collect(), catalogue) {
        let figure = figure_of(part, &indicator.code);
        let wanted = gaps && indicator.core && indicator.is_valid_on(day);
        if let Some(item) = item(part, indicator, figure, wanted) {
            groups.entry(indicator.group.clone()).or_default().add(item);
        }
    }
    groups
}

/// Indicators in the order in which the forms list them.
pub(crate) fn in_form_order<'a>(
    mut indicators: Vec<&'a Indicator>,
    catalogue: &Catalogue,
) -> Vec<&'a Indicator> {
    indicators.sort_by_key(|indicator| catalogue.form_order(&indicator.code));
    indicators
}

impl Group {
    fn add(&mut self, item: Item) {
        if item.window.is_empty() && item.scope.is_empty() {
            self.items.push(item);
            return;
        }
        let same = |other: &&mut Other| other.window == item.window && other.scope == item.scope;
        match self.others.iter_mut().find(same) {
            Some(other) => other.items.push(item),
            None => {
                let (window, scope) = (item.window.clone(), item.scope.clone());
                self.others.push(Other { window, scope, items: vec![item] });
            }
        }
    }
}

fn item(
    part: &DossierPart,
    indicator: &Indicator,
    figure: Option<&Figure>,
    wanted: bool,
) -> Option<Item> {
    let key = FieldKey::Figure { code: indicator.code.clone(), part: "amount".to_owned() };
    let key = key.to_string();
    let printed = figure.filter(|f| f.state.has_amount()).and_then(Figure::printed_amount);
    let amount = match printed {
        Some(text) => mark::figure(&key, &text),
        None if wanted => mark::gap(&key),
        None => return None,
    };
    let wording = figure.map(|figure| &figure.wording);
    let word = |own: Option<&String>, catalogue: &str| own.map_or(catalogue, |w| w).to_owned();
    Some(Item {
        lead: word(wording.and_then(|w| w.lead.as_ref()), &indicator.lead),
        amount,
        noun: word(wording.and_then(|w| w.noun.as_ref()), &indicator.noun),
        tail: word(wording.and_then(|w| w.tail.as_ref()), &indicator.tail),
        window: figure.map_or_else(String::new, |figure| own_window(part, figure)),
        scope: figure.map_or_else(String::new, own_scope),
    })
}

fn own_window(part: &DossierPart, figure: &Figure) -> String {
    if figure.window == part.dossier.window {
        return String::new();
    }
    figure.window.label.clone().unwrap_or_default()
}

fn own_scope(figure: &Figure) -> String {
    use bc138_domain::Scope;
    match &figure.scope {
        Scope::Province => String::new(),
        Scope::Unit { name } | Scope::Set { name } => name.clone(),
        Scope::Country => "cả nước".to_owned(),
    }
}
