//! One unit: its place in the register, its lifetime and its dated attributes.

use bc138_domain::{Level, UnitKind};
use chrono::NaiveDate;
use std::sync::Arc;

/// First day of the two-tier local government: districts and thị trấn end the day before, đặc khu
/// begin (Nghị quyết 202/2025/QH15).
pub const TWO_TIERS: NaiveDate = match NaiveDate::from_ymd_opt(2025, 7, 1) {
    Some(day) => day,
    None => NaiveDate::MIN,
};

/// Place of a unit in its register.
///
/// Places of reference units are stable: they follow the file. Units made by events come after
/// them in the order of the events, so their places hold within one register only; what is
/// stored is the unit's key.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct UnitIx(pub u32);

impl UnitIx {
    /// The place as an index of lists that run parallel to the register.
    #[must_use]
    pub const fn index(self) -> usize {
        self.0 as usize
    }
}

/// The days on which a unit exists; an open end means “as far as the register knows”.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Lifetime {
    /// First day.
    pub first: Option<NaiveDate>,
    /// Last day.
    pub last: Option<NaiveDate>,
}

impl Lifetime {
    /// Tells whether the day lies inside.
    #[must_use]
    pub fn holds(self, day: NaiveDate) -> bool {
        self.first.is_none_or(|first| first <= day) && self.last.is_none_or(|last| day <= last)
    }

    /// Tells whether the two share a day.
    #[must_use]
    pub fn overlaps(self, other: Self) -> bool {
        let starts_in_time = |a: Self, b: Self| match (a.first, b.last) {
            (Some(first), Some(last)) => first <= last,
            _ => true,
        };
        starts_in_time(self, other) && starts_in_time(other, self)
    }

    /// The day itself, or the nearest day on which the unit exists.
    #[must_use]
    pub fn nearest(self, day: NaiveDate) -> NaiveDate {
        let not_before = self.first.map_or(day, |first| day.max(first));
        self.last.map_or(not_before, |last| not_before.min(last))
    }
}

/// What a unit is on one day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Attributes<'a> {
    /// Name without its type.
    pub name: &'a str,
    /// Type.
    pub kind: UnitKind,
    /// Official code, where there is one.
    pub code: Option<&'a str>,
    /// The unit it belongs to; `None` for provinces and for units whose parent was divided and
    /// that were not moved since.
    pub parent: Option<UnitIx>,
}

/// Who set the last day of a unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Ending {
    /// Nobody: the unit exists.
    Open,
    /// The official lists.
    Official,
    /// The law of the two tiers, for a thị trấn or a district that the user made.
    Law,
    /// The event of this id.
    Event(i32),
}

/// A unit and everything that changed in it.
#[derive(Debug, Clone)]
pub(crate) struct Unit {
    pub(crate) key: Arc<str>,
    pub(crate) level: Level,
    pub(crate) code: Option<Arc<str>>,
    pub(crate) lifetime: Lifetime,
    pub(crate) ending: Ending,
    pub(crate) name: Arc<str>,
    pub(crate) kind: UnitKind,
    pub(crate) parent: Option<UnitIx>,
    /// In order of their days.
    pub(crate) changes: Vec<Change>,
}

/// One change of one attribute.
#[derive(Debug, Clone)]
pub(crate) struct Change {
    pub(crate) from: NaiveDate,
    pub(crate) event: i32,
    pub(crate) to: To,
}

/// The attribute's new value.
#[derive(Debug, Clone)]
pub(crate) enum To {
    Name(Arc<str>),
    Kind(UnitKind),
    Parent(UnitIx),
}

impl Unit {
    pub(crate) fn name_on(&self, day: NaiveDate) -> &Arc<str> {
        self.latest(day, |to| if let To::Name(name) = to { Some(name) } else { None })
            .unwrap_or(&self.name)
    }

    pub(crate) fn kind_on(&self, day: NaiveDate) -> UnitKind {
        self.latest(day, |to| if let To::Kind(kind) = to { Some(*kind) } else { None })
            .unwrap_or(self.kind)
    }

    /// The parent as it was written down; it may have ended since.
    pub(crate) fn parent_on(&self, day: NaiveDate) -> Option<UnitIx> {
        self.latest(day, |to| if let To::Parent(parent) = to { Some(*parent) } else { None })
            .or(self.parent)
    }

    fn latest<'a, T>(&'a self, day: NaiveDate, pick: impl Fn(&'a To) -> Option<T>) -> Option<T> {
        self.changes.iter().rev().filter(|c| c.from <= day).find_map(|c| pick(&c.to))
    }

    /// Every parent that was written down, with the first one first.
    pub(crate) fn parents(&self) -> impl Iterator<Item = UnitIx> + '_ {
        let moved = self.changes.iter().filter_map(|c| match c.to {
            To::Parent(parent) => Some(parent),
            To::Name(_) | To::Kind(_) => None,
        });
        self.parent.into_iter().chain(moved)
    }
}

/// Tells whether units of this level may be of this type.
pub(crate) const fn level_has_kind(level: Level, kind: UnitKind) -> bool {
    match level {
        Level::Province => matches!(kind, UnitKind::Province | UnitKind::City),
        Level::District => matches!(
            kind,
            UnitKind::City | UnitKind::UrbanDistrict | UnitKind::District | UnitKind::Town
        ),
        Level::Commune => matches!(
            kind,
            UnitKind::Commune | UnitKind::Ward | UnitKind::Township | UnitKind::SpecialZone
        ),
        Level::Residential => matches!(kind, UnitKind::Residential),
        Level::Body => matches!(kind, UnitKind::Agency | UnitKind::Enterprise | UnitKind::School),
    }
}

/// Tells whether a unit of level `above` may hold one of level `below`.
pub(crate) const fn level_holds(above: Level, below: Level) -> bool {
    match below {
        Level::Province => false,
        Level::District => matches!(above, Level::Province),
        Level::Commune => matches!(above, Level::Province | Level::District),
        Level::Residential => matches!(above, Level::Commune),
        Level::Body => true,
    }
}
