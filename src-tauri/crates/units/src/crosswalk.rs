//! Lenses: where the figures of every unit of one day stand on the borders of another day.

mod place;
mod trace;

use crate::groups::Groups;
use crate::registry::Registry;
use crate::unit::UnitIx;
use bc138_domain::Level;
use chrono::NaiveDate;
use place::{Lost, Place};

pub(crate) use place::gcd;

/// What becomes of a unit's figures on other borders.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fate {
    /// They stay as they are: the same unit, or one that took over its whole territory and
    /// nothing else. The name may be another one.
    Same(UnitIx),
    /// They all go to this unit, together with those of other units; sums are exact.
    Whole(UnitIx),
    /// They are shared out by these weights, in register order; every weight is positive and
    /// their greatest common divisor is 1. See [`crate::allocate`].
    Parts(Vec<(UnitIx, i64)>),
    /// They cannot be carried over unit by unit.
    Unallocated {
        /// The units that hold the territory, in register order; never empty.
        parts: Vec<UnitIx>,
        /// The province of the border day that holds all parts: its total keeps the figures.
        common: Option<UnitIx>,
        /// Why not.
        reason: Reason,
    },
    /// Nothing on the other borders holds the territory: abolished, or not yet created.
    Gone,
}

/// Why figures cannot be carried over unit by unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Reason {
    /// The unit was divided and nobody has said by which shares.
    NoShares,
    /// The unit was divided and the clerk chose not to restate (không phân bổ).
    NotRestated,
    /// Going back in time: the unit was put together from several.
    Merged,
    /// The unit was a district; its level ended and its communes went to several units.
    LevelEnded,
    /// One of the parts was abolished.
    PartAbolished,
    /// Several divisions one after the other, with weights whose products are out of range.
    OutOfRange,
}

/// The fates of all units of one day on the borders of another.
#[derive(Debug, Clone)]
pub struct Crosswalk {
    data_day: NaiveDate,
    border_day: NaiveDate,
    /// By unit; `None` when the unit does not exist on the data day.
    fates: Vec<Option<Fate>>,
    sources: Groups<UnitIx>,
}

impl Crosswalk {
    /// The day on which the figures' units existed.
    #[must_use]
    pub const fn data_day(&self) -> NaiveDate {
        self.data_day
    }

    /// The day whose borders the figures are restated to.
    #[must_use]
    pub const fn border_day(&self) -> NaiveDate {
        self.border_day
    }

    /// What becomes of a unit; `None` when it does not exist on the data day.
    #[must_use]
    pub fn fate(&self, ix: UnitIx) -> Option<&Fate> {
        self.fates.get(ix.index())?.as_ref()
    }

    /// All units of the data day with their fates, in register order.
    pub fn iter(&self) -> impl Iterator<Item = (UnitIx, &Fate)> {
        let placed = (0_u32..).map(UnitIx).zip(&self.fates);
        placed.filter_map(|(ix, fate)| Some((ix, fate.as_ref()?)))
    }

    /// The units of the data day whose territory lies in this unit of the border day, wholly or
    /// in part, in register order. A district is among them only where it had no communes.
    #[must_use]
    pub fn sources(&self, ix: UnitIx) -> &[UnitIx] {
        self.sources.get(ix)
    }
}

impl Registry {
    /// The lens from one day to the borders of another, forwards or backwards in time.
    #[must_use]
    pub fn crosswalk(&self, data_day: NaiveDate, border_day: NaiveDate) -> Crosswalk {
        let place =
            |ix| self.exists_on(ix, data_day).then(|| self.inner.trace(ix, data_day, border_day));
        let mut places: Vec<Option<Place>> = self.all().map(place).collect();
        let sources = sources(&places);
        let mut ended = self.of_level(Level::District, data_day);
        ended.retain(|ix| places[ix.index()] == Some(Place::Gone));
        for ix in ended {
            let communes = self.communes(ix, data_day);
            let through = place::together(communes.iter().map(|c| places[c.index()].as_ref()));
            places[ix.index()] = Some(through);
        }
        let fate = |(ix, place): (UnitIx, Option<Place>)| {
            Some(self.fate(ix, place?, &sources, border_day))
        };
        let fates = self.all().zip(places).map(fate).collect();
        Crosswalk { data_day, border_day, fates, sources }
    }

    fn fate(&self, ix: UnitIx, place: Place, sources: &Groups<UnitIx>, day: NaiveDate) -> Fate {
        match place {
            Place::One(to) if *sources.get(to) == [ix] => Fate::Same(to),
            Place::One(to) => Fate::Whole(to),
            Place::Shared(parts) => Fate::Parts(parts),
            Place::Lost(Lost { parts, reason }) => {
                let common = self.common_province(&parts, day);
                Fate::Unallocated { parts, common, reason }
            }
            Place::Gone => Fate::Gone,
        }
    }

    /// The province that holds all these units on a day.
    fn common_province(&self, units: &[UnitIx], day: NaiveDate) -> Option<UnitIx> {
        let (first, rest) = units.split_first()?;
        let province = self.province_of(*first, day)?;
        rest.iter().all(|ix| self.province_of(*ix, day) == Some(province)).then_some(province)
    }
}

fn sources(places: &[Option<Place>]) -> Groups<UnitIx> {
    let mut pairs = Vec::with_capacity(places.len());
    for (ix, place) in (0_u32..).map(UnitIx).zip(places) {
        match place {
            Some(Place::One(to)) => pairs.push((*to, ix)),
            Some(Place::Shared(parts)) => pairs.extend(parts.iter().map(|(to, _)| (*to, ix))),
            Some(Place::Lost(lost)) => pairs.extend(lost.parts.iter().map(|to| (*to, ix))),
            Some(Place::Gone) | None => {}
        }
    }
    Groups::of(places.len(), pairs)
}
