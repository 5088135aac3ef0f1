//! The rules every event must keep.

use super::Fold;
use crate::error::{Aspect, EventProblem};
use crate::succession::Succession;
use crate::unit::{Ending, TWO_TIERS, Unit, UnitIx, level_has_kind, level_holds};
use bc138_domain::text::clean;
use bc138_domain::{Level, UnitKind};
use std::collections::BTreeSet;

type Checked<T> = Result<T, EventProblem>;

impl Fold {
    /// The unit with a key, whether or not it exists on the event's day.
    pub(super) fn find(&self, key: &str) -> Checked<UnitIx> {
        self.roll.keys.find(key).ok_or_else(|| EventProblem::UnknownUnit(key.to_owned()))
    }

    pub(super) fn unit(&self, ix: UnitIx) -> Checked<&Unit> {
        self.roll.get(ix).ok_or_else(|| EventProblem::UnknownUnit(String::new()))
    }

    pub(super) fn key(&self, ix: UnitIx) -> String {
        self.roll.get(ix).map(|unit| unit.key.to_string()).unwrap_or_default()
    }

    /// The unit with a key, which must exist on the event's day.
    pub(super) fn living(&self, key: &str) -> Checked<UnitIx> {
        let ix = self.find(key)?;
        let lifetime = self.unit(ix)?.lifetime;
        if let Some(first) = lifetime.first.filter(|first| self.date < *first) {
            return Err(EventProblem::NotYet { unit: key.to_owned(), first });
        }
        match lifetime.last.filter(|last| *last < self.date) {
            Some(last) => Err(EventProblem::Ended { unit: key.to_owned(), last }),
            None => Ok(ix),
        }
    }

    /// The unit with a key, which exists on the day before the event and may end with it.
    pub(super) fn ending(&self, key: &str) -> Checked<UnitIx> {
        let ix = self.begun(key)?;
        let unit = self.unit(ix)?;
        let named = || key.to_owned();
        match (unit.ending, unit.lifetime.last) {
            (Ending::Official, Some(last)) if self.date <= last => {
                Err(EventProblem::EndsOfficially { unit: named(), last })
            }
            (Ending::Law, Some(last)) if last.succ_opt() >= Some(self.date) => Ok(ix),
            (_, Some(last)) => Err(EventProblem::Ended { unit: named(), last }),
            (_, None) => Ok(ix),
        }
    }

    /// The unit with a key, which exists on the day before the event and on its day.
    pub(super) fn going_on(&self, key: &str) -> Checked<UnitIx> {
        self.begun(key).and_then(|_| self.living(key))
    }

    /// The unit with a key, which began before the event's day: it has territory to give away.
    fn begun(&self, key: &str) -> Checked<UnitIx> {
        let ix = self.find(key)?;
        match self.unit(ix)?.lifetime.first.filter(|first| self.date <= *first) {
            Some(first) => Err(EventProblem::NotYet { unit: key.to_owned(), first }),
            None => Ok(ix),
        }
    }

    /// Notes what this event says of a unit; only one event may say it on one day.
    pub(super) fn say(&mut self, ix: UnitIx, aspect: Aspect) -> Checked<()> {
        match self.said.insert((ix, aspect, self.date), self.id) {
            Some(other) if other != self.id => {
                Err(EventProblem::SameDay { unit: self.key(ix), aspect, other })
            }
            _ => Ok(()),
        }
    }

    /// Notes that a unit's territory ends or is divided on the event's day. It cannot take
    /// another one over on that day: the order of the two would not be clear.
    pub(super) fn gives(&mut self, ix: UnitIx) -> Checked<()> {
        let aspect = Aspect::Territory;
        match self.received.get(&(ix, self.date)) {
            Some(other) if *other != self.id => {
                Err(EventProblem::SameDay { unit: self.key(ix), aspect, other: *other })
            }
            _ => self.say(ix, aspect),
        }
    }

    /// Notes that a unit takes territory over; several events may say so of one day.
    pub(super) fn receives(&mut self, ix: UnitIx) -> Checked<()> {
        let aspect = Aspect::Territory;
        match self.said.get(&(ix, aspect, self.date)) {
            Some(other) if *other != self.id => {
                Err(EventProblem::SameDay { unit: self.key(ix), aspect, other: *other })
            }
            _ => {
                self.received.insert((ix, self.date), self.id);
                Ok(())
            }
        }
    }

    pub(super) fn name(unit: &str, name: &str) -> Checked<String> {
        let refused = || EventProblem::Name { unit: unit.to_owned(), name: name.to_owned() };
        clean(name).ok().filter(|name| !name.is_empty()).ok_or_else(refused)
    }

    /// The type must belong to the level, and the law must have such units on the event's day.
    pub(super) fn kind(&self, unit: &str, level: Level, kind: UnitKind) -> Checked<()> {
        let unit = || unit.to_owned();
        if !level_has_kind(level, kind) {
            return Err(EventProblem::KindOfOtherLevel { unit: unit(), level, kind });
        }
        let two_tiers = self.date >= TWO_TIERS;
        let old = level == Level::District || kind == UnitKind::Township;
        let new = kind == UnitKind::SpecialZone;
        if (old && two_tiers) || (new && !two_tiers) {
            return Err(EventProblem::KindNotOnDay { unit: unit(), kind });
        }
        Ok(())
    }

    /// The parent of a unit: it must exist on the event's day and be of a level that holds it.
    pub(super) fn parent(&self, unit: &str, level: Level, parent: &str) -> Checked<UnitIx> {
        let ix = self.living(parent)?;
        if level_holds(self.unit(ix)?.level, level) {
            Ok(ix)
        } else {
            Err(EventProblem::ParentLevel { unit: unit.to_owned(), parent: parent.to_owned() })
        }
    }

    /// A unit must not come to belong to itself, nor be taken over by one that belongs to it.
    pub(super) fn no_cycle(&self, ix: UnitIx, parent: UnitIx) -> Checked<()> {
        let mut at = Some(parent);
        while let Some(above) = at {
            if above == ix {
                let (unit, parent) = (self.key(ix), self.key(parent));
                return Err(EventProblem::CyclicParent { unit, parent });
            }
            at = self.unit(above)?.parent_on(self.date).and_then(|p| self.heir(p));
        }
        Ok(())
    }

    /// The unit itself, or the one its whole territory has passed to by the event's day.
    fn heir(&self, ix: UnitIx) -> Option<UnitIx> {
        let mut at = ix;
        loop {
            let lifetime = self.roll.get(at)?.lifetime;
            if lifetime.holds(self.date) {
                return Some(at);
            }
            let after = |s: &&Succession| s.unit == at && lifetime.last < Some(s.date);
            let end = self.roll.successions.iter().find(after)?;
            let [one] = end.parts[..] else { return None };
            at = one;
        }
    }

    pub(super) fn same_level(&self, ix: UnitIx, other: UnitIx) -> Checked<()> {
        if self.unit(ix)?.level == self.unit(other)?.level {
            Ok(())
        } else {
            Err(EventProblem::LevelMismatch { unit: self.key(ix), other: self.key(other) })
        }
    }
}

/// No key may stand in a list twice.
pub(super) fn no_repeats<'a>(keys: impl IntoIterator<Item = &'a String>) -> Checked<()> {
    let mut seen = BTreeSet::new();
    match keys.into_iter().find(|key| !seen.insert(*key)) {
        Some(key) => Err(EventProblem::NamedTwice(key.clone())),
        None => Ok(()),
    }
}

/// The user's own keys: `U` and a number.
pub(super) fn own_key(key: &str) -> Checked<()> {
    let digits = key.strip_prefix('U').unwrap_or_default();
    if !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit()) {
        Ok(())
    } else {
        Err(EventProblem::MalformedKey(key.to_owned()))
    }
}
