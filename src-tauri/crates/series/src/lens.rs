//! Lenses: the borders that numbers are looked at on, and totals on borders of another day.

use crate::column::Column;
use crate::cube::{Cube, WindowIx};
use crate::shares::apportion;
use crate::tally::Tally;
use crate::territory::Territory;
use crate::total::Total;
use bc138_domain::catalogue::OverUnits;
use bc138_domain::{Fixed, Nature, Slot, State};
use bc138_units::{Crosswalk, Fate, Registry, UnitIx};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// The borders that a table or chart shows its numbers on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Default)]
#[serde(tag = "lens", content = "day", rename_all = "snake_case")]
pub enum Lens {
    /// As reported then (theo địa giới lúc báo cáo).
    #[default]
    AsReported,
    /// On today's borders; the day is today.
    Today(NaiveDate),
    /// On the borders of a day.
    On(NaiveDate),
}

impl Lens {
    /// The day whose borders it shows; `None` leaves every number where it was reported.
    #[must_use]
    pub const fn border_day(self) -> Option<NaiveDate> {
        match self {
            Self::AsReported => None,
            Self::Today(day) | Self::On(day) => Some(day),
        }
    }
}

/// The way of one window's numbers to the borders of another day.
///
/// Numbers stand on the units of the window's last day. A window that straddles a rearrangement
/// (the year 2025) may also hold flows of units that ended inside it; they go their own way from
/// their own last day. A stock of such a unit is out of date and stays where it is.
#[derive(Debug, Clone)]
pub struct Borders {
    registry: Registry,
    crosswalk: Crosswalk,
    /// Fates of units that do not exist on the window's last day.
    ended: BTreeMap<UnitIx, Fate>,
    /// By unit of the border day: the ended units among its sources.
    ended_sources: BTreeMap<UnitIx, Vec<UnitIx>>,
}

impl Borders {
    /// The way from a window of a cube to the borders of a day; `None` for a window without a last
    /// day, because nobody knows the units it speaks of.
    #[must_use]
    pub fn of(registry: &Registry, cube: &Cube, window: WindowIx, day: NaiveDate) -> Option<Self> {
        let data_day = cube.window(window)?.to?;
        let crosswalk = registry.crosswalk(data_day, day);
        let mut strangers = BTreeMap::<NaiveDate, BTreeSet<UnitIx>>::new();
        for measure in cube.measure_places() {
            for (unit, _) in cube.column(measure, window).iter().flat_map(|column| column.iter()) {
                if crosswalk.fate(unit).is_none()
                    && let Some(lifetime) = registry.lifetime(unit)
                {
                    strangers.entry(lifetime.nearest(data_day)).or_default().insert(unit);
                }
            }
        }
        let mut ended = BTreeMap::new();
        for (last_day, units) in strangers {
            let own = registry.crosswalk(last_day, day);
            ended.extend(units.iter().filter_map(|unit| Some((*unit, own.fate(*unit)?.clone()))));
        }
        let ended_sources = sources_of(&ended);
        Some(Self { registry: registry.clone(), crosswalk, ended, ended_sources })
    }

    /// The crosswalk from the window's last day.
    #[must_use]
    pub const fn crosswalk(&self) -> &Crosswalk {
        &self.crosswalk
    }

    /// What becomes of a unit's numbers; `None` when it has no way: unknown on the window's last
    /// day, and not a flow.
    #[must_use]
    pub fn fate(&self, unit: UnitIx, nature: Nature) -> Option<&Fate> {
        let ended = || self.ended.get(&unit).filter(|_| adds_over_time(nature));
        self.crosswalk.fate(unit).or_else(ended)
    }

    /// The units whose numbers, wholly or in part, belong to a unit of the border day: all that
    /// should have reported on the window's last day, and ended ones that did report.
    pub fn sources<'a>(
        &'a self,
        unit: UnitIx,
        column: &'a Column,
        nature: Nature,
    ) -> impl Iterator<Item = UnitIx> + 'a {
        let ended = self.ended_sources.get(&unit).filter(|_| adds_over_time(nature));
        let reported = ended.into_iter().flatten().filter(|unit| column.get(**unit).is_some());
        self.crosswalk.sources(unit).iter().chain(reported).copied()
    }

    /// The units of the border day that hold a unit's ground, wholly or in part.
    #[must_use]
    pub fn holders(&self, unit: UnitIx, nature: Nature) -> Vec<UnitIx> {
        self.fate(unit, nature).map(targets).unwrap_or_default()
    }

    /// The province of the border day that holds all these units.
    #[must_use]
    pub fn province(&self, units: &[UnitIx]) -> Option<UnitIx> {
        let province = |unit| self.registry.province_of(unit, self.crosswalk.border_day());
        let (first, rest) = units.split_first()?;
        let common = province(*first)?;
        rest.iter().all(|unit| province(*unit) == Some(common)).then_some(common)
    }
}

const fn adds_over_time(nature: Nature) -> bool {
    matches!(nature, Nature::Flow | Nature::New)
}

fn sources_of(fates: &BTreeMap<UnitIx, Fate>) -> BTreeMap<UnitIx, Vec<UnitIx>> {
    let mut sources = BTreeMap::<UnitIx, Vec<UnitIx>>::new();
    for (unit, fate) in fates {
        for target in targets(fate) {
            sources.entry(target).or_default().push(*unit);
        }
    }
    sources
}

/// The units of the border day that hold a unit's territory.
pub(crate) fn targets(fate: &Fate) -> Vec<UnitIx> {
    match fate {
        Fate::Same(to) | Fate::Whole(to) => vec![*to],
        Fate::Parts(parts) => parts.iter().map(|(to, _)| *to).collect(),
        Fate::Unallocated { parts, .. } => parts.clone(),
        Fate::Gone => Vec::new(),
    }
}

/// The total of a column over a territory of the border day. A number whose unit lies inside as a
/// whole enters it exactly, divided or not; of a unit that the territory's border divides, its
/// shares enter as estimates. “n of m” counts the units that reported then.
#[must_use]
pub fn lens_total(
    column: &Column,
    borders: &Borders,
    territory: &Territory,
    nature: Nature,
    rule: OverUnits,
) -> Total {
    let sources: Territory =
        territory.units().iter().flat_map(|unit| borders.sources(*unit, column, nature)).collect();
    let mut tally = Tally::default();
    column.visit_within(&sources, |unit, slot| {
        let fate = borders.fate(unit, nature);
        let inside = fate.and_then(|fate| inside(fate, slot, territory, rule));
        match inside {
            Some(part) => {
                tally.add(part, rule);
                if column.remark(unit).is_some_and(|remark| remark.qualifier.is_some()) {
                    tally.qualify(part, rule);
                }
            }
            None => tally.leave_out(slot),
        }
    });
    tally.finish(&sources, rule)
}

/// As much of a number as belongs to a territory; `None` when that is not known.
fn inside(fate: &Fate, slot: Slot, territory: &Territory, rule: OverUnits) -> Option<Slot> {
    let all = targets(fate).iter().all(|unit| territory.contains(*unit));
    let additive = matches!(rule, OverUnits::Sum | OverUnits::RatioOfSums);
    match fate {
        _ if all || says_nothing(slot) => Some(slot),
        Fate::Parts(parts) if additive => {
            let shares = parts.iter().zip(apportion(slot, parts));
            let here = shares.filter(|((unit, _), _)| territory.contains(*unit));
            Some(together(here.map(|(_, share)| share)))
        }
        _ => None,
    }
}

/// Whether a slot has no amount that could be divided: not reported, not applicable, or nothing
/// occurred.
pub(crate) const fn says_nothing(slot: Slot) -> bool {
    slot.value().is_none() && slot.total().is_none() && !slot.state.has_amount()
}

/// Some shares of one number, added; they never exceed it.
fn together(shares: impl Iterator<Item = Slot>) -> Slot {
    let add = |a: Option<Fixed>, b: Option<Fixed>| a?.checked_add(b?);
    let both =
        |a: Slot, b: Slot| Slot::new(a.state, add(a.value(), b.value()), add(a.total(), b.total()));
    shares.reduce(both).unwrap_or(Slot::new(State::NotReported, None, None))
}
