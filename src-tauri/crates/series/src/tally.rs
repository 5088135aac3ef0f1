//! A total in the making: which numbers enter a sum, and what is counted beside it.

use crate::territory::Territory;
use crate::total::{Additivity, Total};
use bc138_domain::catalogue::OverUnits;
use bc138_domain::{Fixed, Slot, State};

/// The parts (x, y) with which a number enters a sum, in thousandths; `None` when it stays outside.
pub(crate) fn parts(slot: Slot, rule: OverUnits) -> Option<(i64, i64)> {
    let raw = |part: Option<Fixed>| part.map(Fixed::thousandths);
    let (x, y) = (raw(slot.value()), raw(slot.total()));
    match slot.state {
        State::NotReported | State::NotApplicable => None,
        State::Zero => Some((0, y.unwrap_or(0))),
        State::Value | State::Estimate if rule == OverUnits::RatioOfSums => Some((x?, y?)),
        State::Value | State::Estimate => Some((x?, 0)),
    }
}

/// A total in the making. Sums are kept in 128 bits, so only the result can be out of range,
/// whatever the order of the numbers.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Tally {
    x: i128,
    y: i128,
    summed: u32,
    counts: Total,
    only: Option<Slot>,
}

impl Tally {
    pub fn add(&mut self, slot: Slot, rule: OverUnits) {
        let counts = &mut self.counts;
        self.only = Some(slot);
        match slot.state {
            State::NotReported => return,
            State::NotApplicable => return counts.not_applicable += 1,
            State::Zero => counts.zero += 1,
            State::Estimate => counts.estimates += 1,
            State::Value => {}
        }
        counts.reported += 1;
        match parts(slot, rule) {
            Some((x, y)) => {
                self.x += i128::from(x);
                self.y += i128::from(y);
                self.summed += 1;
                counts.largest = counts.largest.max(Some(Fixed::from_thousandths(x)));
            }
            None if slot.value().is_none() => counts.in_words += 1,
            None => counts.without_total += 1,
        }
    }

    /// Counts a number that was added as one with a qualifier.
    pub fn qualify(&mut self, slot: Slot, rule: OverUnits) {
        if parts(slot, rule).is_some() {
            self.counts.qualified += 1;
        }
    }

    /// Counts a report whose number cannot be carried to the borders asked for.
    pub const fn leave_out(&mut self, slot: Slot) {
        match slot.state {
            State::NotReported => {}
            State::NotApplicable => self.counts.not_applicable += 1,
            State::Value | State::Zero | State::Estimate => {
                self.counts.reported += 1;
                self.counts.unallocated += 1;
            }
        }
    }

    /// The total over a territory; its units without an entry have not reported.
    pub fn finish(self, territory: &Territory, rule: OverUnits) -> Total {
        let all = u32::try_from(territory.len()).unwrap_or(u32::MAX);
        let expected = all - self.counts.not_applicable.min(all);
        let not_reported = expected - self.counts.reported.min(expected);
        let total = Total { expected, not_reported, ..self.counts };
        match rule {
            OverUnits::Sum => self.with_sums(total, Additivity::Sum),
            OverUnits::RatioOfSums => self.with_sums(total, Additivity::RatioOfSums),
            _ if territory.len() == 1 => self.of_one_unit(total),
            OverUnits::DistinctNames => Total { additivity: Additivity::DistinctNames, ..total },
            OverUnits::FromRegister => without_sum(total, Additivity::FromRegister),
            OverUnits::Not => without_sum(total, Additivity::NotAdded),
        }
    }

    fn with_sums(self, total: Total, additivity: Additivity) -> Total {
        let narrow = |sum: i128| i64::try_from(sum).ok().map(Fixed::from_thousandths);
        let total = without_sum(total, additivity);
        if self.summed == 0 {
            return total;
        }
        let (Some(x), Some(y)) = (narrow(self.x), narrow(self.y)) else {
            return without_sum(total, Additivity::OutOfRange);
        };
        let y = (additivity == Additivity::RatioOfSums).then_some(y);
        Total { value: Some(x), total: y, ..total }
    }

    fn of_one_unit(self, total: Total) -> Total {
        let number = self.only.filter(|slot| parts(*slot, OverUnits::Sum).is_some());
        let zero = |slot: Slot| (slot.state == State::Zero).then_some(Fixed::default());
        let value = number.and_then(|slot| slot.value().or(zero(slot)));
        let y = number.and_then(Slot::total);
        Total { value, total: y, ..without_sum(total, Additivity::OneUnit) }
    }
}

fn without_sum(total: Total, additivity: Additivity) -> Total {
    Total { value: None, total: None, largest: None, additivity, ..total }
}
