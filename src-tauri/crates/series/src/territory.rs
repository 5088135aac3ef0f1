//! A territory: the set of units that a number is put together from.

use bc138_units::UnitIx;

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
