//! Where the figures of one unit stand, while its way through time is followed.

use super::Reason;
use crate::unit::UnitIx;

/// Where a unit's figures stand on a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Place {
    /// All in one unit.
    One(UnitIx),
    /// Shared out by weights: at least two units in register order, weights positive and without
    /// a common divisor.
    Shared(Vec<(UnitIx, i64)>),
    /// Somewhere in these units.
    Lost(Lost),
    /// Nowhere.
    Gone,
}

/// Units that hold a territory together, without shares.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Lost {
    /// In register order, without repeats; not empty.
    pub(super) parts: Vec<UnitIx>,
    pub(super) reason: Reason,
}

impl Place {
    fn units(&self) -> Vec<UnitIx> {
        match self {
            Self::One(unit) => vec![*unit],
            Self::Shared(parts) => parts.iter().map(|(unit, _)| *unit).collect(),
            Self::Lost(lost) => lost.parts.clone(),
            Self::Gone => Vec::new(),
        }
    }

    /// Why figures are lost here; `None` when they are not.
    const fn reason(&self) -> Option<Reason> {
        match self {
            Self::One(_) | Self::Shared(_) => None,
            Self::Lost(lost) => Some(lost.reason),
            Self::Gone => Some(Reason::PartAbolished),
        }
    }
}

/// All units of these places, without shares; nowhere when there are none.
pub(super) fn lost<'a>(places: impl IntoIterator<Item = &'a Place>, reason: Reason) -> Place {
    let mut parts: Vec<UnitIx> = places.into_iter().flat_map(Place::units).collect();
    parts.sort_unstable();
    parts.dedup();
    if parts.is_empty() { Place::Gone } else { Place::Lost(Lost { parts, reason }) }
}

/// Where a district's figures stand when its communes stand in these places: exactly in one unit
/// where all of them went wholly to it.
pub(super) fn together<'a>(places: impl Iterator<Item = Option<&'a Place>>) -> Place {
    let places: Vec<&Place> = places.flatten().collect();
    match places.split_first() {
        Some((Place::One(to), rest)) if rest.iter().all(|p| **p == Place::One(*to)) => {
            Place::One(*to)
        }
        _ => lost(places, Reason::LevelEnded),
    }
}

/// Puts the places of weighted parts together: shares of shares.
pub(super) fn shared(parts: Vec<(Place, i64)>) -> Place {
    let weighty: Vec<(Place, i64)> = parts.into_iter().filter(|(_, w)| *w > 0).collect();
    let places = || weighty.iter().map(|(place, _)| place);
    if let Some(reason) = places().find_map(Place::reason) {
        return lost(places(), reason);
    }
    match products(&weighty) {
        Some(shares) => joined(shares).unwrap_or_else(|| lost(places(), Reason::OutOfRange)),
        None => lost(places(), Reason::OutOfRange),
    }
}

/// Every unit with its weight over one common denominator; `None` when out of range.
fn products(parts: &[(Place, i64)]) -> Option<Vec<(UnitIx, i128)>> {
    let whole = |place: &Place| match place {
        Place::Shared(shares) => shares.iter().map(|(_, w)| i128::from(*w)).sum(),
        Place::One(_) | Place::Lost(_) | Place::Gone => 1,
    };
    let mut denominator = 1_i128;
    for (place, _) in parts {
        let whole = whole(place);
        denominator = denominator.checked_mul(whole / gcd(denominator, whole))?;
    }
    let mut shares = Vec::new();
    for (place, weight) in parts {
        let factor = i128::from(*weight).checked_mul(denominator / whole(place))?;
        match place {
            Place::One(unit) => shares.push((*unit, factor)),
            Place::Shared(inner) => {
                for (unit, w) in inner {
                    shares.push((*unit, factor.checked_mul(i128::from(*w))?));
                }
            }
            Place::Lost(_) | Place::Gone => {}
        }
    }
    Some(shares)
}

/// One share for each unit, without a common divisor; `None` when out of range.
fn joined(mut shares: Vec<(UnitIx, i128)>) -> Option<Place> {
    shares.sort_unstable();
    let mut sums: Vec<(UnitIx, i128)> = Vec::with_capacity(shares.len());
    for (unit, weight) in shares {
        match sums.last_mut() {
            Some((last, sum)) if *last == unit => *sum = sum.checked_add(weight)?,
            _ => sums.push((unit, weight)),
        }
    }
    if let [(unit, _)] = sums[..] {
        return Some(Place::One(unit));
    }
    let divisor = sums.iter().fold(0, |divisor, (_, weight)| gcd(divisor, *weight)).max(1);
    let small =
        |(unit, weight): (UnitIx, i128)| Some((unit, i64::try_from(weight / divisor).ok()?));
    sums.into_iter().map(small).collect::<Option<_>>().map(Place::Shared)
}

/// Greatest common divisor of two numbers that are not negative.
pub(crate) const fn gcd(a: i128, b: i128) -> i128 {
    let (mut a, mut b) = (a, b);
    while b != 0 {
        (a, b) = (b, a % b);
    }
    a
}
