//! Indicators of group N (khen thưởng) derived from awards: counted, never typed.

use crate::count::{Cell, Statement, Tally};
use crate::tables::Tables;
use bc138_domain::Recipient;
use std::collections::{BTreeMap, BTreeSet};

/// What awards say about indicators.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Ledger {
    /// Counts by indicator and kinds of recipients; merged kinds stay merged.
    pub counts: BTreeMap<(String, BTreeSet<Recipient>), Tally>,
    /// Counts that belong to no single indicator: several forms or authorities on one number, or
    /// an authority that no indicator is for. They are in the sum of all awards.
    pub unassigned: Vec<(Cell, Tally)>,
}

/// Puts every count to its indicator.
#[must_use]
pub fn derive(statement: &Statement, tables: &Tables) -> Ledger {
    let mut ledger = Ledger::default();
    for (cell, tally) in statement.cells() {
        match indicator(cell, tables) {
            Some(indicator) => {
                let key = (indicator.to_owned(), cell.recipients.clone());
                ledger.counts.entry(key).or_default().add(tally);
            }
            None => ledger.unassigned.push((cell.clone(), tally.clone())),
        }
    }
    ledger
}

/// The only indicator that every form and authority of the cell belongs to.
fn indicator<'a>(cell: &Cell, tables: &'a Tables) -> Option<&'a str> {
    let pairs =
        cell.forms.iter().flat_map(|form| cell.authorities.iter().map(move |by| (form, by)));
    let indicators: Option<BTreeSet<&str>> =
        pairs.map(|(form, by)| tables.indicator(form, by)).collect();
    let indicators = indicators?;
    indicators.first().copied().filter(|_| indicators.len() == 1)
}
