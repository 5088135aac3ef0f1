//! The plain content of a register: units, their keys and the successions between them.

use crate::quick::QuickMap;
use crate::succession::Succession;
use crate::unit::{Unit, UnitIx};
use std::collections::BTreeMap;
use std::sync::Arc;

/// Units and successions as read and as events leave them; what can be derived from them is in
/// [`crate::Registry`].
#[derive(Debug, Clone, Default)]
pub(crate) struct Roll {
    pub(crate) units: Vec<Unit>,
    pub(crate) keys: Keys,
    /// In order of unit and date once the roll is done.
    pub(crate) successions: Vec<Succession>,
}

/// Keys of units; those of the reference are shared by all registers that stand on it.
#[derive(Debug, Clone, Default)]
pub(crate) struct Keys {
    reference: Arc<QuickMap<Arc<str>, UnitIx>>,
    own: BTreeMap<Arc<str>, UnitIx>,
}

impl Keys {
    pub(crate) fn of_reference(keys: QuickMap<Arc<str>, UnitIx>) -> Self {
        Self { reference: Arc::new(keys), own: BTreeMap::new() }
    }

    pub(crate) fn find(&self, key: &str) -> Option<UnitIx> {
        self.reference.get(key).or_else(|| self.own.get(key)).copied()
    }

    /// Takes in a key of the user's; the caller has seen that it is free.
    pub(crate) fn insert(&mut self, key: Arc<str>, ix: UnitIx) {
        self.own.insert(key, ix);
    }
}

impl Roll {
    /// Appends a unit and tells its place; `None` when there are more than a register holds.
    pub(crate) fn place_of_next(&self) -> Option<UnitIx> {
        u32::try_from(self.units.len()).ok().map(UnitIx)
    }

    pub(crate) fn get(&self, ix: UnitIx) -> Option<&Unit> {
        self.units.get(ix.index())
    }

    pub(crate) fn get_mut(&mut self, ix: UnitIx) -> Option<&mut Unit> {
        self.units.get_mut(ix.index())
    }
}
