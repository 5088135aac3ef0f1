//! One number shared out to the parts of a divided unit.

use bc138_domain::{Fixed, Slot, State};
use bc138_units::{UnitIx, allocate};

/// The shares of a number, in the order of the parts; their sums are exactly x and y. Whole numbers
/// are shared out in whole numbers, and no part gets more x than y unless the whole had.
///
/// A state without an amount is every part's state; nothing occurred means nothing occurred in any
/// part. Words cannot be shared out: every part then has no number.
pub(crate) fn apportion(slot: Slot, parts: &[(UnitIx, i64)]) -> Vec<Slot> {
    let weights: Vec<i64> = parts.iter().map(|(_, weight)| *weight).collect();
    let (x, y) = (slot.value(), slot.total());
    let (values, totals) = match (x, y) {
        (Some(x), Some(y)) if y >= x => {
            // Shared out apart, x could pass y in a part by one.
            let grain = grain([x, y]);
            let values = share_out(x, &weights, grain);
            let rest = Fixed::from_thousandths(y.thousandths().saturating_sub(x.thousandths()));
            let rests = share_out(rest, &weights, grain);
            let totals = values.iter().zip(rests).map(|(x, rest)| x.saturating_add(rest)).collect();
            (values, totals)
        }
        _ => {
            let alone = |part: Option<Fixed>| {
                part.map(|part| share_out(part, &weights, grain([part]))).unwrap_or_default()
            };
            (alone(x), alone(y))
        }
    };
    let state = match slot.state {
        State::Value | State::Estimate => State::Estimate,
        state => state,
    };
    let at = |raw: &[i64], place: usize| raw.get(place).copied().map(Fixed::from_thousandths);
    (0..parts.len()).map(|i| Slot::new(state, at(&values, i), at(&totals, i))).collect()
}

/// The smallest share in thousandths: one, when all numbers are whole.
fn grain<const N: usize>(numbers: [Fixed; N]) -> i64 {
    if numbers.iter().all(|number| number.as_int().is_some()) { 1_000 } else { 1 }
}

fn share_out(number: Fixed, weights: &[i64], grain: i64) -> Vec<i64> {
    let mut shares = allocate(number.thousandths() / grain, weights);
    shares.iter_mut().for_each(|share| *share *= grain);
    shares
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn shares_keep_both_sums_and_their_order(
            x in 0_i64..10_000,
            rest in 0_i64..10_000,
            fraction in 0_i64..1_000,
            weights in prop::collection::vec(1_i64..100, 2..6),
        ) {
            let thousandths = |n: i64| Fixed::from_thousandths(n * 1_000 + fraction);
            let (value, total) = (thousandths(x), thousandths(x + rest));
            let parts: Vec<(UnitIx, i64)> = (0..).map(UnitIx).zip(weights).collect();
            let shares = apportion(Slot::ratio(value, total), &parts);
            let sum = |part: fn(Slot) -> Option<Fixed>| -> i64 {
                shares.iter().map(|slot| part(*slot).unwrap().thousandths()).sum()
            };
            prop_assert_eq!(sum(Slot::value), value.thousandths());
            prop_assert_eq!(sum(Slot::total), total.thousandths());
            for share in &shares {
                prop_assert!(share.value() <= share.total());
                prop_assert_eq!(share.state, State::Estimate);
                if fraction == 0 {
                    prop_assert!(share.value().unwrap().as_int().is_some(), "no half models");
                }
            }
        }
    }

    #[test]
    fn nothing_occurred_anywhere_when_nothing_occurred() {
        let parts = [(UnitIx(0), 3), (UnitIx(1), 1)];
        let zero = Slot::new(State::Zero, None, None);
        assert_eq!(apportion(zero, &parts), [zero, zero], "not an estimate");
        let words = Slot::new(State::Value, None, None);
        assert!(apportion(words, &parts).iter().all(|slot| slot.value().is_none()));
    }
}
