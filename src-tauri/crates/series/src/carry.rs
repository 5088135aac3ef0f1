//! Carrying the numbers of one day's units to the borders of another day. Restated and remaining
//! numbers sum exactly to the original ones.

use crate::column::Column;
use crate::lens::{Borders, says_nothing, targets};
use crate::restate::{Mark, Remainder, Restated, Row, Stays};
use crate::shares::apportion;
use bc138_domain::catalogue::OverUnits;
use bc138_domain::{Fixed, Nature, Slot, State};
use bc138_units::{Fate, UnitIx};

/// Restates a column. The measure's nature decides what happens to units that ended inside the
/// window, the rule over units whether numbers may be added.
#[must_use]
pub fn restate(column: &Column, borders: &Borders, nature: Nature, rule: OverUnits) -> Restated {
    let (arrivals, remainders) = (Vec::with_capacity(column.len()), Vec::new());
    let mut sorter = Sorter { borders, column, nature, arrivals, remainders };
    for (unit, slot) in column.iter() {
        sorter.send(unit, slot, borders.fate(unit, nature), rule);
    }
    let Sorter { mut arrivals, mut remainders, .. } = sorter;
    arrivals.sort_by_key(|arrival| arrival.target);
    let mut rows = Vec::with_capacity(arrivals.len());
    for group in arrivals.chunk_by(|a, b| a.target == b.target) {
        let expected = borders.sources(group[0].target, column, nature).count();
        match gathered(group, expected) {
            Some(row) => rows.push(row),
            None => remainders.extend(group.iter().map(|it| it.stays(borders))),
        }
    }
    remainders.sort_by_key(|it| (it.province.is_none(), it.province, it.unit));
    Restated { rows, remainders }
}

/// A number, or a share of one, on its way to a unit of the border day.
struct Arrival {
    target: UnitIx,
    from: UnitIx,
    slot: Slot,
    qualified: bool,
    part: Part,
}

/// What part of a unit's number arrives, and of what.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    /// The whole number of the one unit that makes up the target.
    All,
    /// The whole number of one unit of several.
    Whole,
    /// A share of a divided unit's.
    Share,
}

impl Arrival {
    fn stays(&self, borders: &Borders) -> Remainder {
        let parts = vec![self.target];
        let province = borders.province(&parts);
        Remainder { unit: self.from, slot: self.slot, parts, province, why: Stays::OutOfRange }
    }
}

struct Sorter<'a> {
    borders: &'a Borders,
    column: &'a Column,
    nature: Nature,
    arrivals: Vec<Arrival>,
    remainders: Vec<Remainder>,
}

impl Sorter<'_> {
    fn send(&mut self, unit: UnitIx, slot: Slot, fate: Option<&Fate>, rule: OverUnits) {
        let Some(fate) = fate else { return self.keep(unit, slot, None, Stays::NotOnDay) };
        if let Fate::Same(to) = fate
            && self.borders.sources(*to, self.column, self.nature).eq([unit])
        {
            return self.arrive(*to, unit, slot, Part::All);
        }
        if says_nothing(slot) {
            let holders = targets(fate).into_iter();
            return holders.for_each(|to| self.arrive(to, unit, slot, Part::Whole));
        }
        match (obstacle(slot, rule), fate) {
            (Some(why), _) => self.keep(unit, slot, Some(fate), why),
            (None, Fate::Same(to) | Fate::Whole(to)) => self.arrive(*to, unit, slot, Part::Whole),
            (None, Fate::Parts(parts)) => {
                for ((to, _), share) in parts.iter().zip(apportion(slot, parts)) {
                    self.arrive(*to, unit, share, Part::Share);
                }
            }
            (None, Fate::Unallocated { reason, .. }) => {
                self.keep(unit, slot, Some(fate), Stays::Unallocated(*reason));
            }
            (None, Fate::Gone) => self.keep(unit, slot, Some(fate), Stays::Gone),
        }
    }

    fn arrive(&mut self, target: UnitIx, from: UnitIx, slot: Slot, part: Part) {
        let qualified = self.column.remark(from).is_some_and(|it| it.qualifier.is_some());
        self.arrivals.push(Arrival { target, from, slot, qualified, part });
    }

    fn keep(&mut self, unit: UnitIx, slot: Slot, fate: Option<&Fate>, why: Stays) {
        let parts = fate.map(targets).unwrap_or_default();
        let province = self.borders.province(&parts);
        self.remainders.push(Remainder { unit, slot, parts, province, why });
    }
}

/// What keeps a number with an amount from being added to others or divided.
fn obstacle(slot: Slot, rule: OverUnits) -> Option<Stays> {
    match rule {
        OverUnits::DistinctNames | OverUnits::FromRegister | OverUnits::Not => {
            Some(Stays::NotAdditive)
        }
        _ if slot.state == State::Zero => None,
        _ if slot.value().is_none() => Some(Stays::InWords),
        OverUnits::RatioOfSums if slot.total().is_none() => Some(Stays::WithoutTotal),
        OverUnits::Sum | OverUnits::RatioOfSums => None,
    }
}

/// The number of one unit from all that arrived for it; `None` when it is out of range.
fn gathered(arrivals: &[Arrival], expected: usize) -> Option<Row> {
    let first = arrivals.first()?;
    let qualified = arrivals.iter().any(|it| it.qualified);
    if let [Arrival { part: Part::All, target, slot, .. }] = arrivals {
        return Some(Row { unit: *target, slot: *slot, mark: Mark::Exact, qualified });
    }
    let count = |state: State| arrivals.iter().filter(|it| it.slot.state == state).count();
    let outside = count(State::NotApplicable);
    let reported = arrivals.len() - count(State::NotReported) - outside;
    let of = expected.max(arrivals.len()) - outside;
    let slot = if of == 0 {
        Slot::new(State::NotApplicable, None, None)
    } else if reported == 0 {
        Slot::new(State::NotReported, None, None)
    } else if count(State::Zero) == of {
        summed(arrivals, State::Zero)?
    } else if count(State::Estimate) > 0 {
        summed(arrivals, State::Estimate)?
    } else {
        summed(arrivals, State::Value)?
    };
    Some(Row { unit: first.target, slot, mark: mark(arrivals, reported, of), qualified })
}

fn mark(arrivals: &[Arrival], reported: usize, of: usize) -> Mark {
    if reported < of {
        Mark::Partial { reported: narrow(reported), of: narrow(of) }
    } else if arrivals.iter().any(|it| it.part == Part::Share) {
        Mark::Estimated
    } else {
        Mark::Restated
    }
}

/// The sums of x and y; y only where every number has one.
fn summed(arrivals: &[Arrival], state: State) -> Option<Slot> {
    let (mut x, mut y, mut ratio) = (0_i128, 0_i128, false);
    let mut plain = false;
    for slot in arrivals.iter().map(|it| it.slot).filter(|slot| !says_nothing(*slot)) {
        x += slot.value().map_or(0, |value| i128::from(value.thousandths()));
        y += slot.total().map_or(0, |total| i128::from(total.thousandths()));
        ratio |= slot.total().is_some();
        plain |= slot.total().is_none();
    }
    let fixed = |sum: i128| i64::try_from(sum).ok().map(Fixed::from_thousandths);
    let total = if ratio && !plain { Some(fixed(y)?) } else { None };
    let value = if state == State::Zero { None } else { Some(fixed(x)?) };
    Some(Slot::new(state, value, total))
}

fn narrow(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}
