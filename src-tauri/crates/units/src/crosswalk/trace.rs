//! Following one unit's territory from one day to another.

use super::Reason;
use super::place::{Place, lost, shared};
use crate::registry::Inner;
use crate::succession::{Share, Succession};
use crate::unit::UnitIx;
use chrono::NaiveDate;

impl Inner {
    /// Where the figures that a unit had on one day stand on the borders of another.
    pub(super) fn trace(&self, ix: UnitIx, from: NaiveDate, to: NaiveDate) -> Place {
        if from <= to { self.forwards(ix, from, to) } else { self.backwards(ix, from, to) }
    }

    /// Every step leads to a later day, so the way ends.
    fn forwards(&self, ix: UnitIx, from: NaiveDate, to: NaiveDate) -> Place {
        match self.after(ix).find(|s| from < s.date && s.date <= to) {
            Some(succession) => self.pass_on(succession, to),
            None => self.standing(ix, to),
        }
    }

    fn pass_on(&self, succession: &Succession, to: NaiveDate) -> Place {
        let mut places =
            succession.parts.iter().map(|part| self.forwards(*part, succession.date, to));
        match &succession.share {
            Share::Whole => places.next().unwrap_or(Place::Gone),
            Share::Weighted { weights, .. } => {
                shared(places.zip(weights.iter().copied()).collect())
            }
            Share::Unknown => lost(&places.collect::<Vec<_>>(), Reason::NoShares),
            Share::NotRestated => lost(&places.collect::<Vec<_>>(), Reason::NotRestated),
        }
    }

    /// Every step leads to an earlier day, so the way ends.
    fn backwards(&self, ix: UnitIx, from: NaiveDate, to: NaiveDate) -> Place {
        let change = self.before(ix).map(|s| s.date).filter(|d| to < *d && *d <= from).max();
        let Some((date, eve)) = change.and_then(|date| Some((date, date.pred_opt()?))) else {
            return self.standing(ix, to);
        };
        let mut sources: Vec<UnitIx> =
            self.before(ix).filter(|s| s.date == date).map(|s| s.unit).collect();
        let gave_away = self.after(ix).any(|s| s.date == date);
        if self.exists_on(ix, eve) && !gave_away {
            sources.push(ix);
        }
        match sources[..] {
            [one] => self.backwards(one, eve, to),
            _ => {
                let places: Vec<Place> =
                    sources.iter().map(|source| self.backwards(*source, eve, to)).collect();
                lost(&places, Reason::Merged)
            }
        }
    }

    fn standing(&self, ix: UnitIx, day: NaiveDate) -> Place {
        if self.exists_on(ix, day) { Place::One(ix) } else { Place::Gone }
    }
}
