//! [`Registry`]: the register as a whole and what it says of single units.

use crate::error::{EventError, ReadError};
use crate::event;
use crate::groups::Groups;
use crate::read::{RegistryFiles, read};
use crate::roll::Roll;
use crate::search::Index;
use crate::succession::Succession;
use crate::unit::{Attributes, Lifetime, Unit, UnitIx};
use bc138_domain::{Level, UnitEvent, UnitKind};
use chrono::NaiveDate;
use std::fmt;
use std::sync::{Arc, OnceLock};

/// The register of units. Immutable; a clone costs nothing and shares everything.
#[derive(Clone)]
pub struct Registry {
    pub(crate) inner: Arc<Inner>,
}

pub(crate) struct Inner {
    /// The roll as it was read, without any event.
    reference: Arc<Roll>,
    pub(crate) roll: Arc<Roll>,
    /// By unit: every unit that belonged to it on some day.
    pub(crate) members: Groups<UnitIx>,
    /// By unit: its own successions, as places in the roll, in order of their dates.
    after: Groups<u32>,
    /// By unit: the successions it takes part in as a successor.
    before: Groups<u32>,
    /// Made when somebody searches first.
    pub(crate) index: OnceLock<Index>,
}

impl fmt::Debug for Registry {
    /// The size only: thousands of units would bury whatever is being looked for.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let successions = self.inner.roll.successions.len();
        f.debug_struct("Registry")
            .field("units", &self.len())
            .field("successions", &successions)
            .finish_non_exhaustive()
    }
}

impl Registry {
    /// Reads the official register.
    ///
    /// # Errors
    /// [`ReadError`]: the first line that is not understood or contradicts another one.
    pub fn read(files: &RegistryFiles) -> Result<Self, ReadError> {
        let reference = Arc::new(read(files)?);
        Ok(Self::derive(reference.clone(), reference))
    }

    /// The official register with these events applied in order of date and id; events that this
    /// register already carries are left behind.
    ///
    /// # Errors
    /// One [`EventError`] for every event that cannot be applied.
    pub fn with_events(&self, events: &[UnitEvent]) -> Result<Self, Vec<EventError>> {
        let reference = self.inner.reference.clone();
        let roll = event::fold(&reference, events)?;
        Ok(Self::derive(reference, Arc::new(roll)))
    }

    fn derive(reference: Arc<Roll>, roll: Arc<Roll>) -> Self {
        let units = roll.units.len();
        let places = || (0_u32..).zip(&roll.successions);
        let after = Groups::of(units, places().map(|(at, s)| (s.unit, at)).collect());
        let before = places().flat_map(|(at, s)| s.parts.iter().map(move |p| (*p, at)));
        let before = Groups::of(units, before.collect());
        let members = Groups::of(units, Vec::new());
        let index = OnceLock::new();
        let mut inner = Inner { reference, roll, members, after, before, index };
        inner.members = inner.every_member();
        Self { inner: Arc::new(inner) }
    }

    /// Number of units that exist or existed.
    #[must_use]
    pub fn len(&self) -> usize {
        self.inner.roll.units.len()
    }

    /// Tells whether there is no unit at all.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.inner.roll.units.is_empty()
    }

    /// Every unit that exists or existed, in register order.
    pub fn all(&self) -> impl Iterator<Item = UnitIx> + use<> {
        (0..u32::try_from(self.len()).unwrap_or(u32::MAX)).map(UnitIx)
    }

    /// The unit with this key.
    #[must_use]
    pub fn find(&self, key: &str) -> Option<UnitIx> {
        self.inner.roll.keys.find(key)
    }

    /// The stable key of a unit; empty for a place that is not in this register.
    #[must_use]
    pub fn key(&self, ix: UnitIx) -> &str {
        self.inner.unit(ix).map_or("", |unit| &unit.key)
    }

    /// The level of a unit; it never changes.
    #[must_use]
    pub fn level(&self, ix: UnitIx) -> Option<Level> {
        self.inner.unit(ix).map(|unit| unit.level)
    }

    /// The days on which a unit exists.
    #[must_use]
    pub fn lifetime(&self, ix: UnitIx) -> Option<Lifetime> {
        self.inner.unit(ix).map(|unit| unit.lifetime)
    }

    /// Tells whether a unit exists on a day.
    #[must_use]
    pub fn exists_on(&self, ix: UnitIx, day: NaiveDate) -> bool {
        self.inner.exists_on(ix, day)
    }

    /// What a unit is on a day; `None` when it does not exist then.
    #[must_use]
    pub fn attributes(&self, ix: UnitIx, day: NaiveDate) -> Option<Attributes<'_>> {
        let unit = self.inner.unit(ix).filter(|unit| unit.lifetime.holds(day))?;
        Some(Attributes {
            name: unit.name_on(day),
            kind: unit.kind_on(day),
            code: unit.code.as_deref(),
            parent: self.inner.parent(ix, day),
        })
    }

    /// The type of a unit on a day, or on the nearest day on which it exists.
    #[must_use]
    pub fn kind(&self, ix: UnitIx, day: NaiveDate) -> Option<UnitKind> {
        self.inner.unit(ix).map(|unit| unit.kind_on(unit.lifetime.nearest(day)))
    }

    /// What became of a unit, in order of the days: nothing for a unit that goes on unchanged or
    /// was abolished; several entries for one that gave parts away and went on.
    pub fn successions(&self, ix: UnitIx) -> impl Iterator<Item = &Succession> {
        self.inner.after(ix)
    }

    /// What a unit was made of: every succession it takes part in as a successor.
    pub fn origins(&self, ix: UnitIx) -> impl Iterator<Item = &Succession> {
        self.inner.before(ix)
    }

    /// The unit itself while it exists on the day; else the one unit its whole territory passed
    /// to. `None` when there is no such unit: it was divided, was abolished or begins later.
    #[must_use]
    pub fn heir(&self, ix: UnitIx, day: NaiveDate) -> Option<UnitIx> {
        self.inner.heir(ix, day)
    }
}

impl Inner {
    pub(crate) fn unit(&self, ix: UnitIx) -> Option<&Unit> {
        self.roll.get(ix)
    }

    pub(crate) fn exists_on(&self, ix: UnitIx, day: NaiveDate) -> bool {
        self.unit(ix).is_some_and(|unit| unit.lifetime.holds(day))
    }

    pub(crate) fn after(&self, ix: UnitIx) -> impl DoubleEndedIterator<Item = &Succession> {
        self.after.get(ix).iter().filter_map(|at| self.roll.successions.get(*at as usize))
    }

    pub(crate) fn before(&self, ix: UnitIx) -> impl DoubleEndedIterator<Item = &Succession> {
        self.before.get(ix).iter().filter_map(|at| self.roll.successions.get(*at as usize))
    }

    /// See [`Registry::heir`]. Ends, because a successor exists on a day on which the unit before
    /// it does not any more.
    pub(crate) fn heir(&self, ix: UnitIx, day: NaiveDate) -> Option<UnitIx> {
        let mut at = ix;
        while !self.exists_on(at, day) {
            at = self.sole_successor(at).filter(|(date, _)| *date <= day)?.1;
        }
        Some(at)
    }

    /// The one unit that a unit's whole territory passed to, and when. A unit that goes on,
    /// smaller, has itself and another one after it.
    fn sole_successor(&self, ix: UnitIx) -> Option<(NaiveDate, UnitIx)> {
        let end = self.after(ix).next_back()?;
        match end.parts[..] {
            [one] => Some((end.date, one)),
            _ => None,
        }
    }

    /// The unit that a unit belongs to on a day on which it exists. Where the parent's whole
    /// territory passed on, its members follow it without anybody saying so.
    pub(crate) fn parent(&self, ix: UnitIx, day: NaiveDate) -> Option<UnitIx> {
        self.unit(ix)?.parent_on(day).and_then(|parent| self.heir(parent, day))
    }

    /// The units that hold a unit's territory on a day: itself, or those it passed to.
    pub(crate) fn holders(&self, ix: UnitIx, day: NaiveDate) -> Vec<UnitIx> {
        if self.exists_on(ix, day) {
            return vec![ix];
        }
        let last = self.unit(ix).and_then(|unit| unit.lifetime.last);
        let end = self.after(ix).next_back().filter(|s| s.date <= day && last < Some(s.date));
        let parts = end.map(|s| s.parts.as_slice()).unwrap_or_default();
        parts.iter().flat_map(|p| self.holders(*p, day)).collect()
    }

    /// Every pair of a unit and one that belonged to it on some day, and perhaps a few more.
    fn every_member(&self) -> Groups<UnitIx> {
        let mut pairs = Vec::with_capacity(self.roll.units.len());
        for (ix, unit) in (0_u32..).map(UnitIx).zip(&self.roll.units) {
            for parent in unit.parents() {
                pairs.push((parent, ix));
                let mut at = parent;
                while let Some((date, next)) = self.sole_successor(at)
                    && unit.lifetime.last.is_none_or(|last| date <= last)
                {
                    pairs.push((next, ix));
                    at = next;
                }
            }
        }
        Groups::of(self.roll.units.len(), pairs)
    }
}
