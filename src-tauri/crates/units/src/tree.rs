//! The tree on a day: provinces, what belongs to them and how much of it there is.

use crate::registry::Registry;
use crate::unit::UnitIx;
use bc138_domain::{Level, UnitKind};
use chrono::NaiveDate;
use std::collections::BTreeSet;

/// Types in the order in which reports count them.
const COMMUNE_KINDS: [UnitKind; 4] =
    [UnitKind::Commune, UnitKind::Ward, UnitKind::Township, UnitKind::SpecialZone];

impl Registry {
    /// The provinces that exist on a day, in register order.
    #[must_use]
    pub fn provinces(&self, day: NaiveDate) -> Vec<UnitIx> {
        let province = |ix: &UnitIx| self.level(*ix) == Some(Level::Province);
        self.all().filter(province).filter(|ix| self.exists_on(*ix, day)).collect()
    }

    /// The units that belong to a unit directly on a day, in register order: districts and
    /// communes of a province, khu dân cư and bodies of a commune.
    #[must_use]
    pub fn children(&self, ix: UnitIx, day: NaiveDate) -> Vec<UnitIx> {
        let belongs =
            |c: &UnitIx| self.exists_on(*c, day) && self.inner.parent(*c, day) == Some(ix);
        self.inner.members.get(ix).iter().copied().filter(belongs).collect()
    }

    /// All units of a level that belong to a unit on a day, directly or through others, in
    /// register order.
    #[must_use]
    pub fn descendants(&self, ix: UnitIx, level: Level, day: NaiveDate) -> Vec<UnitIx> {
        let mut found = Vec::new();
        let mut open = self.children(ix, day);
        while let Some(unit) = open.pop() {
            if self.level(unit) == Some(level) {
                found.push(unit);
            }
            if self.level(unit).is_some_and(|l| l < level || l == Level::Body) {
                open.extend(self.children(unit, day));
            }
        }
        found.sort_unstable();
        found
    }

    /// The communes of a province (or district) on a day, in register order.
    #[must_use]
    pub fn communes(&self, ix: UnitIx, day: NaiveDate) -> Vec<UnitIx> {
        self.descendants(ix, Level::Commune, day)
    }

    /// The province a unit belongs to on a day on which it exists; a province belongs to itself.
    #[must_use]
    pub fn province_of(&self, ix: UnitIx, day: NaiveDate) -> Option<UnitIx> {
        self.ancestors(ix, day).into_iter().find(|a| self.level(*a) == Some(Level::Province))
    }

    /// Whether a unit belongs to another one, directly or through others: on a day, or on the day
    /// nearest to it on which the unit exists, when the other one may have been called otherwise.
    #[must_use]
    pub fn lies_below(&self, ix: UnitIx, whole: UnitIx, day: NaiveDate) -> bool {
        let Some(life) = self.lifetime(ix) else { return false };
        let above = self.ancestors(ix, life.nearest(day)).into_iter().skip(1);
        above.into_iter().any(|it| it == whole || self.heir(it, day) == Some(whole))
    }

    /// What a unit is on a day: itself or its heir; before it began, the units of its level that
    /// it was made from, in register order. Nothing where its ground went to several.
    #[must_use]
    pub fn stands_for(&self, ix: UnitIx, day: NaiveDate) -> Vec<UnitIx> {
        if let Some(heir) = self.heir(ix, day) {
            return vec![heir];
        }
        let (mut seen, mut next) = (BTreeSet::new(), vec![ix]);
        while let Some(unit) = next.pop() {
            if self.level(unit) == self.level(ix) && seen.insert(unit) {
                next.extend(self.origins(unit).map(|it| it.unit));
            }
        }
        seen.into_iter().filter(|unit| self.exists_on(*unit, day)).collect()
    }

    /// What a province is on a day: itself, the one it passed to, or the one of its name before it
    /// began; nothing where there was none of its name.
    #[must_use]
    pub fn province_then(&self, province: UnitIx, day: NaiveDate) -> Option<UnitIx> {
        self.heir(province, day).or_else(|| {
            let name = self.attributes(province, self.lifetime(province)?.nearest(day))?.name;
            let mut before = self.origins(province).map(|it| it.unit);
            before.find(|it| self.attributes(*it, day).is_some_and(|it| it.name == name))
        })
    }

    /// The unit, its parent and so on upwards, as on a day on which the unit exists.
    #[must_use]
    pub fn ancestors(&self, ix: UnitIx, day: NaiveDate) -> Vec<UnitIx> {
        let start = Some(ix).filter(|ix| self.exists_on(*ix, day));
        std::iter::successors(start, |at| self.inner.parent(*at, day)).collect()
    }

    /// How many communes of each type there are on a day, in one province or in the country;
    /// types without any are left out.
    #[must_use]
    pub fn count_by_kind(
        &self,
        province: Option<UnitIx>,
        day: NaiveDate,
    ) -> Vec<(UnitKind, usize)> {
        let communes = match province {
            Some(province) => self.communes(province, day),
            None => self.of_level(Level::Commune, day),
        };
        let kinds: Vec<_> = communes.iter().filter_map(|ix| self.kind(*ix, day)).collect();
        let count = |kind| (kind, kinds.iter().filter(|k| **k == kind).count());
        COMMUNE_KINDS.into_iter().map(count).filter(|(_, count)| *count > 0).collect()
    }

    /// Every unit of a level that exists on a day, in register order.
    #[must_use]
    pub fn of_level(&self, level: Level, day: NaiveDate) -> Vec<UnitIx> {
        let fits = |ix: &UnitIx| self.level(*ix) == Some(level) && self.exists_on(*ix, day);
        self.all().filter(fits).collect()
    }

    /// Units below the province that belong nowhere on a day: their parent was divided or
    /// abolished, and nobody has moved them since.
    #[must_use]
    pub fn orphans(&self, day: NaiveDate) -> Vec<UnitIx> {
        let lost = |ix: &UnitIx| {
            let unit = self.inner.unit(*ix);
            unit.is_some_and(|u| u.lifetime.holds(day) && u.parent_on(day).is_some())
                && self.inner.parent(*ix, day).is_none()
        };
        self.all().filter(lost).collect()
    }
}
