//! What a unit was called over time.

use crate::registry::Registry;
use crate::unit::{To, Unit, UnitIx};
use bc138_domain::UnitKind;
use chrono::NaiveDate;

/// A name and a type that a unit carried for a while.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NameSpan<'a> {
    /// Name without its type.
    pub name: &'a str,
    /// Type.
    pub kind: UnitKind,
    /// First day; `None` when the register does not know it.
    pub first: Option<NaiveDate>,
    /// Last day; `None` while it is still called so.
    pub last: Option<NaiveDate>,
}

impl Registry {
    /// Every name and type of a unit, the oldest first.
    #[must_use]
    pub fn names(&self, ix: UnitIx) -> Vec<NameSpan<'_>> {
        self.inner.unit(ix).map(spans).unwrap_or_default()
    }
}

/// The spans of one unit: a new one begins with every change of name or type.
pub(crate) fn spans(unit: &Unit) -> Vec<NameSpan<'_>> {
    let mut spans = vec![NameSpan {
        name: &unit.name,
        kind: unit.kind,
        first: unit.lifetime.first,
        last: unit.lifetime.last,
    }];
    let renames = unit.changes.iter().filter(|c| !matches!(c.to, To::Parent(_)));
    let mut days: Vec<NaiveDate> = renames.map(|c| c.from).collect();
    days.dedup();
    for day in days {
        match spans.last_mut() {
            Some(before) if before.first == Some(day) => drop(spans.pop()),
            Some(before) => before.last = day.pred_opt(),
            None => {}
        }
        spans.push(NameSpan {
            name: unit.name_on(day),
            kind: unit.kind_on(day),
            first: Some(day),
            last: unit.lifetime.last,
        });
    }
    spans
}
