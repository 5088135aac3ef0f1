//! Folding the clerk's dated events over the official register.

mod apply;
mod check;
mod share;

use crate::error::{Aspect, EventError, EventProblem};
use crate::roll::Roll;
use crate::unit::UnitIx;
use bc138_domain::UnitEvent;
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// Applies the events in order of date and id to a copy of the roll.
pub(crate) fn fold(reference: &Roll, events: &[UnitEvent]) -> Result<Roll, Vec<EventError>> {
    let mut order: Vec<&UnitEvent> = events.iter().collect();
    order.sort_by_key(|event| (event.date, event.id));
    let mut fold = Fold::new(reference.clone());
    let mut errors = taken_ids(&order);
    for event in order {
        fold.date = event.date;
        fold.id = event.id;
        if let Err(problem) = fold.apply(&event.act) {
            errors.push(EventError { id: event.id, problem });
        }
    }
    fold.roll.successions.sort_by_key(|s| (s.unit, s.date));
    if errors.is_empty() { Ok(fold.roll) } else { Err(errors) }
}

fn taken_ids(events: &[&UnitEvent]) -> Vec<EventError> {
    let mut ids: Vec<i32> = events.iter().map(|event| event.id).collect();
    ids.sort_unstable();
    let twice = ids.windows(2).filter(|pair| pair[0] == pair[1]).map(|pair| pair[0]);
    twice.map(|id| EventError { id, problem: EventProblem::DuplicateId }).collect()
}

/// The roll as the events so far have left it, and the event at hand.
struct Fold {
    roll: Roll,
    date: NaiveDate,
    id: i32,
    /// What was said of which unit on which day, and by which event.
    said: BTreeMap<(UnitIx, Aspect, NaiveDate), i32>,
    /// Which unit took territory over on which day, and by which event.
    received: BTreeMap<(UnitIx, NaiveDate), i32>,
}

impl Fold {
    const fn new(roll: Roll) -> Self {
        Self { roll, date: NaiveDate::MIN, id: 0, said: BTreeMap::new(), received: BTreeMap::new() }
    }
}
