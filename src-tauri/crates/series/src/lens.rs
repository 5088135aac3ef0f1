//! Lenses: the borders that numbers are looked at on, and totals on borders of another day.

use crate::column::{Column, Remark};
use crate::cube::{Cube, WindowIx};
use crate::shares::apportion;
use crate::territory::Territory;
use crate::total::{Tally, Total};
use bc138_domain::catalogue::OverUnits;
use bc138_domain::{Nature, Slot, State};
use bc138_units::{Crosswalk, Fate, Registry, UnitIx};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

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
        let mut strangers = BTreeMap::<NaiveDate, Vec<UnitIx>>::new();
        for measure in cube.measure_places() {
            for (unit, _) in cube.column(measure, window).iter().flat_map(|column| column.iter()) {
                if crosswalk.fate(unit).is_none()
                    && let Some(lifetime) = registry.lifetime(unit)
                {
                    strangers.entry(lifetime.nearest(data_day)).or_default().push(unit);
                }
            }
        }
        let mut ended = BTreeMap::new();
        for (last_day, units) in strangers {
            let own = registry.crosswalk(last_day, day);
            ended.extend(units.iter().filter_map(|unit| Some((*unit, own.fate(*unit)?.clone()))));
        }
        Some(Self { ended_sources: sources_of(&ended), crosswalk, ended })
    }

    /// The way that a crosswalk describes, for numbers of units of its data day.
    #[must_use]
    pub const fn through(crosswalk: Crosswalk) -> Self {
        Self { crosswalk, ended: BTreeMap::new(), ended_sources: BTreeMap::new() }
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
    let sources: Territory = territory
        .units()
        .iter()
        .flat_map(|unit| borders.sources(*unit, column, nature))
        .collect();
    let mut tally = Tally::default();
    column.visit_within(&sources, |unit, slot| {
        let inside = borders.fate(unit, nature).map_or(Inside::Nothing, |fate| {
            inside(fate, slot, territory)
        });
        match inside {
            Inside::All => tally.add(slot, rule),
            Inside::Shares(slots) => tally.add(together(&slots), rule),
            Inside::Nothing => tally.leave_out(slot),
        }
        if column.remark(unit).is_some_and(|remark| is_inexact(remark, slot)) {
            tally.qualify(slot, rule);
        }
    });
    tally.finish(&sources, rule)
}

fn is_inexact(remark: &Remark, slot: Slot) -> bool {
    remark.qualifier.is_some() && slot.value().is_some()
}

/// How much of a number belongs to a territory.
enum Inside {
    All,
    Shares(Vec<Slot>),
    Nothing,
}

fn inside(fate: &Fate, slot: Slot, territory: &Territory) -> Inside {
    if targets(fate).iter().all(|unit| territory.contains(*unit)) {
        return Inside::All;
    }
    match fate {
        Fate::Parts(parts) => {
            let shares = parts.iter().zip(apportion(slot, parts));
            let here = shares.filter(|((unit, _), _)| territory.contains(*unit));
            Inside::Shares(here.map(|(_, slot)| slot).collect())
        }
        _ => Inside::Nothing,
    }
}

/// Shares of one number, added; they never exceed it.
fn together(shares: &[Slot]) -> Slot {
    let state = shares.first().map_or(State::NotReported, |slot| slot.state);
    let sum = |part: fn(Slot) -> Option<bc138_domain::Fixed>| {
        let parts = shares.iter().filter_map(|slot| part(*slot));
        parts.reduce(|a, b| a.checked_add(b).unwrap_or(a))
    };
    Slot::new(state, sum(Slot::value), sum(Slot::total))
}
