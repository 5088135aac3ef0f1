//! What each event does to the roll. Where one event fails, none is applied: the roll at hand is a
//! copy, and it is thrown away.

use super::Fold;
use super::check::{no_repeats, own_key};
use crate::error::{Aspect, EventProblem};
use crate::succession::{Share, Succession};
use crate::unit::{Change, Ending, Lifetime, TWO_TIERS, To, Unit, UnitIx};
use bc138_domain::{Level, NewUnit, ShareMethod, UnitAct, UnitKind, UnitShare};
use chrono::NaiveDate;
use std::sync::Arc;

type Applied = Result<(), EventProblem>;

/// A division as an event describes it.
struct Split<'a> {
    unit: &'a str,
    created: &'a [NewUnit],
    method: ShareMethod,
    parts: &'a [UnitShare],
    keeps: bool,
}

impl Fold {
    pub(super) fn apply(&mut self, act: &UnitAct) -> Applied {
        match act {
            UnitAct::Create { unit } => self.create(unit).map(|_| ()),
            UnitAct::Rename { unit, name } => self.rename(unit, name),
            UnitAct::Retype { unit, kind } => self.retype(unit, *kind),
            UnitAct::Move { unit, parent } => self.relocate(unit, parent),
            UnitAct::Merge { from, into, created } => self.merge(from, into, created.as_ref()),
            UnitAct::Split { unit, created, method, parts, keeps } => {
                self.split(&Split { unit, created, method: *method, parts, keeps: *keeps })
            }
            UnitAct::Abolish { unit } => self.ending(unit).and_then(|ix| self.end(ix)),
            UnitAct::Share { unit, method, parts } => self.share(unit, *method, parts),
        }
    }

    fn create(&mut self, new: &NewUnit) -> Result<UnitIx, EventProblem> {
        own_key(&new.key)?;
        if self.roll.keys.find(&new.key).is_some() {
            return Err(EventProblem::DuplicateKey(new.key.clone()));
        }
        let name = Self::name(&new.key, &new.name)?;
        self.kind(&new.key, new.level, new.kind)?;
        let parent = self.first_parent(new)?;
        let ix = self.roll.place_of_next().ok_or(EventProblem::TooMany)?;
        for aspect in [Aspect::Name, Aspect::Kind, Aspect::Parent] {
            self.say(ix, aspect)?;
        }
        let (last, ending) = lawful_end(new.level, new.kind);
        let key: Arc<str> = new.key.as_str().into();
        self.roll.units.push(Unit {
            key: key.clone(),
            level: new.level,
            code: new.code.as_deref().map(Into::into),
            lifetime: Lifetime { first: Some(self.date), last },
            ending,
            name: name.into(),
            kind: new.kind,
            parent,
            changes: Vec::new(),
        });
        self.roll.keys.insert(key, ix);
        Ok(ix)
    }

    /// Provinces belong nowhere, bodies may; everything else belongs to another unit.
    fn first_parent(&self, new: &NewUnit) -> Result<Option<UnitIx>, EventProblem> {
        match &new.parent {
            Some(parent) => self.parent(&new.key, new.level, parent).map(Some),
            None if matches!(new.level, Level::Province | Level::Body) => Ok(None),
            None => Err(EventProblem::NoParent(new.key.clone())),
        }
    }

    fn rename(&mut self, key: &str, name: &str) -> Applied {
        let ix = self.living(key)?;
        let name = Self::name(key, name)?;
        self.change(ix, Aspect::Name, To::Name(name.into()))
    }

    fn retype(&mut self, key: &str, kind: UnitKind) -> Applied {
        let ix = self.living(key)?;
        let unit = self.unit(ix)?;
        let (level, ending) = (unit.level, unit.ending);
        self.kind(key, level, kind)?;
        self.change(ix, Aspect::Kind, To::Kind(kind))?;
        if let (Ending::Open | Ending::Law, Some(unit)) = (ending, self.roll.get_mut(ix)) {
            (unit.lifetime.last, unit.ending) = lawful_end(level, kind);
        }
        Ok(())
    }

    fn relocate(&mut self, key: &str, parent: &str) -> Applied {
        let ix = self.living(key)?;
        let parent = self.parent(key, self.unit(ix)?.level, parent)?;
        self.no_cycle(ix, parent)?;
        self.change(ix, Aspect::Parent, To::Parent(parent))
    }

    fn change(&mut self, ix: UnitIx, aspect: Aspect, to: To) -> Applied {
        self.say(ix, aspect)?;
        let change = Change { from: self.date, event: self.id, to };
        if let Some(unit) = self.roll.get_mut(ix) {
            unit.changes.push(change);
        }
        Ok(())
    }

    fn merge(&mut self, from: &[String], into: &str, created: Option<&NewUnit>) -> Applied {
        if from.is_empty() {
            return Err(EventProblem::TooFew);
        }
        no_repeats(from)?;
        if from.iter().any(|key| key == into) {
            return Err(EventProblem::MergedIntoItself(into.to_owned()));
        }
        let ending: Vec<UnitIx> =
            from.iter().map(|key| self.ending(key)).collect::<Result<_, _>>()?;
        let into = self.successor(into, created)?;
        for old in &ending {
            self.same_level(*old, into)?;
            self.no_cycle(*old, into)?;
        }
        self.receives(into)?;
        for old in ending {
            self.end(old)?;
            self.pass(old, vec![into], Share::Whole);
        }
        Ok(())
    }

    /// The unit that takes over: a new one with the same key, or one that exists on the day.
    fn successor(&mut self, key: &str, new: Option<&NewUnit>) -> Result<UnitIx, EventProblem> {
        match new {
            Some(new) if new.key == key => self.create(new),
            Some(new) => Err(EventProblem::CreatedInVain(new.key.clone())),
            None => self.living(key),
        }
    }

    fn split(&mut self, split: &Split) -> Applied {
        let Split { unit: key, created, method, parts, keeps } = *split;
        let old = if keeps { self.going_on(key)? } else { self.ending(key)? };
        no_repeats(parts.iter().map(|part| &part.unit))?;
        let named = |key: &str| parts.iter().any(|part| part.unit == key);
        if let Some(new) = created.iter().find(|new| !named(&new.key)) {
            return Err(EventProblem::CreatedInVain(new.key.clone()));
        }
        if !keeps && named(key) {
            return Err(EventProblem::MergedIntoItself(key.to_owned()));
        }
        for new in created {
            self.create(new)?;
        }
        let mut successors =
            parts.iter().map(|part| self.living(&part.unit)).collect::<Result<Vec<_>, _>>()?;
        if keeps {
            successors.push(old);
        }
        successors.sort_unstable();
        successors.dedup();
        if successors.len() < 2 {
            return Err(EventProblem::TooFew);
        }
        let share = self.weigh(&successors, method, parts)?;
        for part in &successors {
            self.same_level(*part, old)?;
        }
        if keeps {
            self.gives(old)?;
        } else {
            self.end(old)?;
        }
        for part in &successors {
            self.receives(*part)?;
        }
        self.pass(old, successors, share);
        Ok(())
    }

    /// Ends a unit on the day before the event; the caller has seen that it may end.
    fn end(&mut self, ix: UnitIx) -> Applied {
        self.gives(ix)?;
        let (last, id) = (self.date.pred_opt(), self.id);
        if let Some(unit) = self.roll.get_mut(ix) {
            unit.lifetime.last = last;
            unit.ending = Ending::Event(id);
        }
        Ok(())
    }

    fn pass(&mut self, unit: UnitIx, parts: Vec<UnitIx>, share: Share) {
        self.roll.successions.push(Succession { unit, date: self.date, parts, share });
    }
}

/// A district or thị trấn that the user makes ends with its level or type on 30/06/2025.
fn lawful_end(level: Level, kind: UnitKind) -> (Option<NaiveDate>, Ending) {
    if level == Level::District || kind == UnitKind::Township {
        (TWO_TIERS.pred_opt(), Ending::Law)
    } else {
        (None, Ending::Open)
    }
}
