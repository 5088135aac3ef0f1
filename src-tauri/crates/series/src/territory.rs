//! A territory: the set of units that a number is put together from.

use bc138_domain::{Level, UnitSet};
use bc138_units::{Registry, UnitIx};
use chrono::NaiveDate;

/// A set of units, ascending, each once (phạm vi tổng hợp).
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Territory(Vec<UnitIx>);

impl Territory {
    /// The set of these units.
    #[must_use]
    pub fn new(mut units: Vec<UnitIx>) -> Self {
        if !units.is_sorted_by(|a, b| a < b) {
            units.sort_unstable();
            units.dedup();
        }
        Self(units)
    }

    /// The units that report for a province (or district) on a day: its communes, and the island
    /// districts that had none (Bạch Long Vĩ, Cồn Cỏ, … until 30/06/2025).
    #[must_use]
    pub fn communes(registry: &Registry, province: UnitIx, day: NaiveDate) -> Self {
        let districts = registry.descendants(province, Level::District, day);
        let all = registry.communes(province, day).into_iter();
        all.chain(without_communes(registry, districts, day)).collect()
    }

    /// The units that report to a unit on a day: those of [`Territory::communes`] to a province or
    /// district, khu dân cư and bodies to a commune.
    #[must_use]
    pub fn below(registry: &Registry, unit: UnitIx, day: NaiveDate) -> Self {
        match registry.level(unit) {
            Some(Level::Province | Level::District) => Self::communes(registry, unit, day),
            _ => Self::new(registry.children(unit, day)),
        }
    }

    /// The units that report for the whole country on a day, as [`Territory::communes`].
    #[must_use]
    pub fn country(registry: &Registry, day: NaiveDate) -> Self {
        let districts = registry.of_level(Level::District, day);
        let all = registry.of_level(Level::Commune, day).into_iter();
        all.chain(without_communes(registry, districts, day)).collect()
    }

    /// A named set, and the keys in it that the registry does not know.
    #[must_use]
    pub fn named(registry: &Registry, set: &UnitSet) -> (Self, Vec<String>) {
        let unknown = set.members.iter().filter(|key| registry.find(key).is_none());
        let units = set.members.iter().filter_map(|key| registry.find(key));
        (units.collect(), unknown.cloned().collect())
    }

    /// Pairs of which the second unit belongs to the first on a day. A unit's own line and that of
    /// a part of it are never both added, so a territory to be summed has none.
    #[must_use]
    pub fn nested(&self, registry: &Registry, day: NaiveDate) -> Vec<(UnitIx, UnitIx)> {
        let above = |unit: UnitIx| registry.ancestors(unit, day).into_iter().skip(1);
        let pairs = self.0.iter().flat_map(|unit| above(*unit).map(|outer| (outer, *unit)));
        pairs.filter(|(outer, _)| self.contains(*outer)).collect()
    }

    /// The units, ascending.
    #[must_use]
    pub fn units(&self) -> &[UnitIx] {
        &self.0
    }

    /// How many units it has.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether it has no unit.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether a unit belongs to it.
    #[must_use]
    pub fn contains(&self, unit: UnitIx) -> bool {
        self.0.binary_search(&unit).is_ok()
    }

    /// The units that only one of two territories has, ascending.
    #[must_use]
    pub fn difference(&self, other: &Self) -> Vec<UnitIx> {
        let alone = |units: &[UnitIx], there: &Self| -> Vec<UnitIx> {
            units.iter().copied().filter(|unit| !there.contains(*unit)).collect()
        };
        let mut units = alone(&self.0, other);
        units.extend(alone(&other.0, self));
        units.sort_unstable();
        units
    }

    /// The units that a test takes.
    #[must_use]
    pub fn keep(&self, takes: impl Fn(UnitIx) -> bool) -> Self {
        Self(self.0.iter().copied().filter(|unit| takes(*unit)).collect())
    }
}

impl FromIterator<UnitIx> for Territory {
    fn from_iter<I: IntoIterator<Item = UnitIx>>(units: I) -> Self {
        Self::new(units.into_iter().collect())
    }
}

fn without_communes(registry: &Registry, districts: Vec<UnitIx>, day: NaiveDate) -> Vec<UnitIx> {
    let alone = |unit: &UnitIx| registry.communes(*unit, day).is_empty();
    districts.into_iter().filter(alone).collect()
}
