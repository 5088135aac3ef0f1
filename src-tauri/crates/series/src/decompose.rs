//! A change taken apart: what every unit contributed to it.

use crate::cube::{Cube, MeasureIx};
use crate::fraction::percent;
use crate::review::Stage;
use crate::tally::parts;
use crate::total::{Total, total};
use bc138_domain::Fixed;
use bc138_domain::catalogue::OverUnits;
use bc138_units::UnitIx;
use std::collections::BTreeMap;

/// On which sides a unit has a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Presence {
    /// On both.
    Both,
    /// The unit is new in the territory.
    Came,
    /// The unit left the territory.
    Went,
    /// It was there before, without a number.
    Began,
    /// It is still there, without a number.
    Ceased,
}

/// One unit's part in a change.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Contribution {
    /// The unit.
    pub unit: UnitIx,
    /// On which sides it has a number.
    pub presence: Presence,
    /// Its number (x) now.
    pub now: Option<Fixed>,
    /// Its number (x) before.
    pub before: Option<Fixed>,
    /// Its part in the change of x; a side without a number counts as nothing.
    pub value: Fixed,
    /// Its part in the change of y.
    pub total: Fixed,
}

/// The change between two totals, unit by unit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decomposition {
    /// The total now.
    pub now: Total,
    /// The total before.
    pub before: Total,
    /// The change of x; the sum of all contributions.
    pub value: Fixed,
    /// The change of y; the sum of all contributions.
    pub total: Fixed,
    /// Every unit with a number on either side, ascending.
    pub contributions: Vec<Contribution>,
}

/// Why a change has no contributions.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NotDecomposed {
    /// The measure is not added over units.
    #[error("not additive over units")]
    NotAdditive,
    /// A difference does not fit into a number.
    #[error("out of range")]
    OutOfRange,
}

impl Decomposition {
    /// A contribution in percent of the whole change; negative when it goes the other way. `None`
    /// when nothing changed.
    #[must_use]
    pub fn share(&self, contribution: &Contribution, places: u32) -> Option<Fixed> {
        let whole = i128::from(self.value.thousandths());
        percent(i128::from(contribution.value.thousandths()) * whole.signum(), whole.abs(), places)
    }
}

/// Takes the change between two stages apart. Nothing is left over: units that came, went, began
/// or ceased to report stand for what they add or take away.
///
/// # Errors
/// [`NotDecomposed`].
pub fn decompose(
    cube: &Cube,
    measure: MeasureIx,
    rule: OverUnits,
    now: Stage<'_>,
    before: Stage<'_>,
) -> Result<Decomposition, NotDecomposed> {
    if !matches!(rule, OverUnits::Sum | OverUnits::RatioOfSums) {
        return Err(NotDecomposed::NotAdditive);
    }
    let (here, there) = (numbers(cube, measure, now, rule), numbers(cube, measure, before, rule));
    let mut contributions = Vec::with_capacity(here.len().max(there.len()));
    for unit in merged(&here, &there) {
        let (a, b) = (here.get(&unit).copied(), there.get(&unit).copied());
        let presence = match (a, b) {
            (Some(_), Some(_)) => Presence::Both,
            (Some(_), None) if before.territory.contains(unit) => Presence::Began,
            (Some(_), None) => Presence::Came,
            (None, _) if now.territory.contains(unit) => Presence::Ceased,
            (None, _) => Presence::Went,
        };
        contributions.push(contribution(unit, presence, a, b).ok_or(NotDecomposed::OutOfRange)?);
    }
    let sum = |part: fn(&Contribution) -> Fixed| {
        let sum = contributions.iter().map(|it| i128::from(part(it).thousandths())).sum::<i128>();
        i64::try_from(sum).map(Fixed::from_thousandths).map_err(|_| NotDecomposed::OutOfRange)
    };
    Ok(Decomposition {
        now: total(cube, measure, now.window, now.territory, rule),
        before: total(cube, measure, before.window, before.territory, rule),
        value: sum(|it| it.value)?,
        total: sum(|it| it.total)?,
        contributions,
    })
}

type Numbers = BTreeMap<UnitIx, (i64, i64)>;

/// The numbers that stand in a stage's total.
fn numbers(cube: &Cube, measure: MeasureIx, stage: Stage<'_>, rule: OverUnits) -> Numbers {
    let mut numbers = Numbers::new();
    if let Some(column) = cube.column(measure, stage.window) {
        column.visit_within(stage.territory, |unit, slot| {
            if let Some(number) = parts(slot, rule) {
                numbers.insert(unit, number);
            }
        });
    }
    numbers
}

fn merged(a: &Numbers, b: &Numbers) -> Vec<UnitIx> {
    let mut units: Vec<UnitIx> = a.keys().chain(b.keys()).copied().collect();
    units.sort_unstable();
    units.dedup();
    units
}

fn contribution(
    unit: UnitIx,
    presence: Presence,
    now: Option<(i64, i64)>,
    before: Option<(i64, i64)>,
) -> Option<Contribution> {
    let ((x, y), (v, w)) = (now.unwrap_or_default(), before.unwrap_or_default());
    let fixed = Fixed::from_thousandths;
    Some(Contribution {
        unit,
        presence,
        now: now.map(|(x, _)| fixed(x)),
        before: before.map(|(x, _)| fixed(x)),
        value: fixed(x.checked_sub(v)?),
        total: fixed(y.checked_sub(w)?),
    })
}
