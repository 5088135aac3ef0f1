//! Rules that only new events must keep: a file of an older program may hold events that break them
//! and must open all the same.

use crate::error::{EventError, EventProblem};
use crate::registry::Registry;
use crate::unit::UnitIx;
use bc138_domain::{Level, UnitAct, UnitEvent};
use chrono::NaiveDate;

impl Registry {
    /// What is wrong with events that this register carries: units left without the one they
    /// belong to, and two units of one name side by side.
    #[must_use]
    pub fn strict_problems(&self, events: &[UnitEvent]) -> Vec<EventError> {
        let problem = |event: &UnitEvent| {
            let problem = self.orphaned(event).or_else(|| self.namesake(event))?;
            Some(EventError { id: event.id, problem })
        };
        events.iter().filter_map(problem).collect()
    }

    /// The units that a unit leaves behind when it is abolished.
    fn orphaned(&self, event: &UnitEvent) -> Option<EventProblem> {
        let UnitAct::Abolish { unit } = &event.act else { return None };
        let ix = self.find(unit)?;
        let left = |member: &UnitIx| {
            self.exists_on(*member, event.date)
                && self.inner.unit(*member).and_then(|it| it.parent_on(event.date)) == Some(ix)
        };
        let members: Vec<UnitIx> =
            self.inner.members.get(ix).iter().copied().filter(left).collect();
        let member = self.key(*members.first()?).to_owned();
        Some(EventProblem::HasMembers { unit: unit.clone(), member, count: members.len() })
    }

    /// A unit of the same type and name beside one that an event makes, names or moves.
    fn namesake(&self, event: &UnitEvent) -> Option<EventProblem> {
        let named = named_by(&event.act).into_iter();
        named.filter_map(|key| Some((key, self.find(key)?))).find_map(|(key, ix)| {
            let other = self.twin(ix, event.date)?;
            Some(EventProblem::Namesake { unit: key.to_owned(), other: self.key(other).to_owned() })
        })
    }

    fn twin(&self, ix: UnitIx, day: NaiveDate) -> Option<UnitIx> {
        let own = self.attributes(ix, day)?;
        let beside = match own.parent {
            Some(parent) => self.children(parent, day),
            None if self.level(ix) == Some(Level::Province) => self.provinces(day),
            None => Vec::new(),
        };
        let name = own.name.to_lowercase();
        let same = |other: &UnitIx| {
            let other = self.attributes(*other, day).filter(|_| *other != ix);
            other.is_some_and(|it| it.kind == own.kind && it.name.to_lowercase() == name)
        };
        beside.into_iter().find(same)
    }
}

/// Keys of the units that an event makes, names or moves.
fn named_by(act: &UnitAct) -> Vec<&str> {
    match act {
        UnitAct::Create { unit } => vec![&unit.key],
        UnitAct::Rename { unit, .. }
        | UnitAct::Retype { unit, .. }
        | UnitAct::Move { unit, .. } => {
            vec![unit]
        }
        UnitAct::Merge { created, .. } => created.iter().map(|unit| unit.key.as_str()).collect(),
        UnitAct::Split { created, .. } => created.iter().map(|unit| unit.key.as_str()).collect(),
        UnitAct::Abolish { .. } | UnitAct::Share { .. } => Vec::new(),
    }
}
