//! Targets and how far they were met (mức hoàn thành chỉ tiêu).

use crate::fraction::{Fraction, compare_rates, percent};
use bc138_domain::{Amount, Fixed, Operator, Qualifier};
use std::cmp::Ordering;

/// How a result stands to its target.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Achievement {
    /// Whether the target was met; `None` when a qualifier leaves it open (“gần 80%” of 80%).
    pub met: Option<bool>,
    /// The result against the target's amount; `None` when a qualifier leaves it open.
    pub standing: Option<Ordering>,
    /// The result in percent of the target's amount, which may exceed 100; for a target “không
    /// quá” it is the share of the limit that was used. `None` for a qualified result and a target
    /// of nothing.
    pub percent: Option<Fixed>,
}

/// Why a target cannot be measured by a result.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NotMeasured {
    /// The target or the result is in words.
    #[error("an amount in words")]
    Words,
    /// A count against a rate, money against a count, or other unlike kinds.
    #[error("amounts of different kinds")]
    Kind,
    /// A rate of nothing.
    #[error("a ratio without a total")]
    NoTotal,
}

/// Measures a result by a target.
///
/// A target of an exact amount (“xây dựng 5 mô hình”) is met by more than that as well. A count
/// against a target in x/y is measured by its rate, a count against a count by its number; a ratio
/// against a count by the part reached.
///
/// # Errors
/// [`NotMeasured`]: the two cannot be compared.
pub fn achievement(
    operator: Operator,
    goal: &Amount,
    result: &Amount,
    qualifier: Option<Qualifier>,
    places: u32,
) -> Result<Achievement, NotMeasured> {
    let (result, goal) = comparable(result, goal)?;
    let order = compare_rates(result, goal);
    let standing = certain(order, qualifier);
    let met = standing.map_or_else(
        || met_anyway(operator, order, qualifier),
        |order| Some(meets(operator, order)),
    );
    let share = || {
        let raw = |part: Fixed| i128::from(part.thousandths());
        let part = raw(result.0).checked_mul(raw(goal.1))?;
        percent(part, raw(goal.0).checked_mul(raw(result.1))?, places)
    };
    let percent = if qualifier.is_none() { share() } else { None };
    Ok(Achievement { met, standing, percent })
}

const fn meets(operator: Operator, order: Ordering) -> bool {
    match operator {
        Operator::Exactly | Operator::AtLeast => order.is_ge(),
        Operator::MoreThan => order.is_gt(),
        Operator::AtMost => order.is_le(),
    }
}

/// Both amounts as fractions on one footing: rates with their totals, everything else over one.
fn comparable(result: &Amount, goal: &Amount) -> Result<(Fraction, Fraction), NotMeasured> {
    use Amount::{Money, Number, Percent, Quantity, Ratio, Words};
    let whole = Fixed::from_thousandths(1_000);
    let number = |value: &Fixed| (*value, whole);
    match (result, goal) {
        (Words { .. }, _) | (_, Words { .. }) => Err(NotMeasured::Words),
        (Ratio { .. } | Percent { .. }, Ratio { .. } | Percent { .. }) => {
            rate(result).zip(rate(goal)).ok_or(NotMeasured::NoTotal)
        }
        (Number { value: x } | Ratio { reached: x, .. }, Number { value: y }) => {
            Ok((number(x), number(y)))
        }
        (Money { dong: x }, Money { dong: y }) => Ok((number(x), number(y))),
        (Quantity { value: x, unit }, Quantity { value: y, unit: other }) if unit == other => {
            Ok((number(x), number(y)))
        }
        _ => Err(NotMeasured::Kind),
    }
}

/// x of y; a percentage is so many of a hundred.
fn rate(amount: &Amount) -> Option<Fraction> {
    match amount {
        Amount::Ratio { reached, total } => {
            (*total > Fixed::default()).then_some((*reached, *total))
        }
        Amount::Percent { value } => Some((*value, Fixed::from_thousandths(100_000))),
        _ => None,
    }
}

/// Where the true number lies beside the one that is printed with a qualifier.
fn beside(qualifier: Qualifier) -> Option<Ordering> {
    match qualifier {
        Qualifier::Above | Qualifier::MoreThan | Qualifier::Exceeding => Some(Ordering::Greater),
        Qualifier::Nearly | Qualifier::Below => Some(Ordering::Less),
        Qualifier::AtLeast | Qualifier::FromUp | Qualifier::About | Qualifier::Estimated => None,
    }
}

/// The order of the true number and the goal, where the qualifier leaves no doubt of it.
fn certain(printed: Ordering, qualifier: Option<Qualifier>) -> Option<Ordering> {
    let Some(qualifier) = qualifier else { return Some(printed) };
    match beside(qualifier) {
        // “trên 60” against 50 or 60 is above; against 70 it is open.
        Some(side) if printed == side || printed == Ordering::Equal => Some(side),
        Some(_) => None,
        // “ít nhất 60” against 50 is above; against 60 it is at least that.
        None => {
            let at_least = matches!(qualifier, Qualifier::AtLeast | Qualifier::FromUp);
            (at_least && printed == Ordering::Greater).then_some(Ordering::Greater)
        }
    }
}

/// “ít nhất 60” meets “từ 60 trở lên” although it is open whether it is more.
fn met_anyway(operator: Operator, printed: Ordering, qualifier: Option<Qualifier>) -> Option<bool> {
    let at_least = matches!(qualifier, Some(Qualifier::AtLeast | Qualifier::FromUp));
    let floor = matches!(operator, Operator::Exactly | Operator::AtLeast);
    (at_least && floor && printed == Ordering::Equal).then_some(true)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn int(n: i64) -> Fixed {
        Fixed::from_int(n).unwrap()
    }

    fn number(n: i64) -> Amount {
        Amount::Number { value: int(n) }
    }

    fn ratio(x: i64, y: i64) -> Amount {
        Amount::Ratio { reached: int(x), total: int(y) }
    }

    fn share(n: i64) -> Amount {
        Amount::Percent { value: int(n) }
    }

    fn met(operator: Operator, goal: &Amount, result: &Amount) -> (Option<bool>, Option<String>) {
        let it = achievement(operator, goal, result, None, 1).unwrap();
        (it.met, it.percent.map(|percent| percent.to_string()))
    }

    #[test]
    fn a_target_may_be_met_by_more_than_a_hundred_per_cent() {
        assert_eq!(
            met(Operator::Exactly, &number(4), &number(11)),
            (Some(true), Some("275".into()))
        );
        assert_eq!(met(Operator::AtLeast, &share(80), &ratio(3, 4)).0, Some(false), "75 of 80 %");
        assert_eq!(
            met(Operator::AtLeast, &share(75), &ratio(3, 4)),
            (Some(true), Some("100".into()))
        );
        assert_eq!(
            met(Operator::MoreThan, &share(75), &ratio(3, 4)).0,
            Some(false),
            "not above it"
        );
        assert_eq!(met(Operator::AtMost, &number(5), &number(3)), (Some(true), Some("60".into())));
        assert_eq!(met(Operator::AtMost, &number(5), &number(6)).0, Some(false));
        assert_eq!(met(Operator::AtMost, &number(0), &number(0)), (Some(true), None));
    }

    #[test]
    fn a_ratio_meets_a_count_by_its_part_and_a_ratio_by_its_rate() {
        assert_eq!(met(Operator::AtLeast, &number(60), &ratio(62, 124)).0, Some(true));
        assert_eq!(met(Operator::AtLeast, &ratio(1, 2), &ratio(62, 124)).0, Some(true));
    }

    #[test]
    fn unlike_amounts_are_not_measured() {
        let words = Amount::Words { words: "nhiều".to_owned() };
        let fail = |goal: &Amount, result: &Amount| {
            achievement(Operator::AtLeast, goal, result, None, 0).unwrap_err()
        };
        assert_eq!(fail(&words, &number(1)), NotMeasured::Words);
        assert_eq!(fail(&share(50), &number(1)), NotMeasured::Kind);
        assert_eq!(fail(&share(50), &ratio(0, 0)), NotMeasured::NoTotal);
        let weight = |unit: &str| Amount::Quantity { value: int(3), unit: unit.to_owned() };
        assert_eq!(fail(&weight("kg"), &weight("km")), NotMeasured::Kind);
    }

    #[test]
    fn a_qualifier_decides_where_it_can() {
        let of = |goal: i64, qualifier| {
            let it = achievement(Operator::AtLeast, &share(goal), &share(60), Some(qualifier), 0);
            let it = it.unwrap();
            assert_eq!(it.percent, None, "no exact share of an inexact number");
            it.met
        };
        assert_eq!(of(60, Qualifier::Above), Some(true));
        assert_eq!(of(70, Qualifier::Above), None);
        assert_eq!(of(60, Qualifier::Nearly), Some(false));
        assert_eq!(of(50, Qualifier::Nearly), None, "how near is not said");
        assert_eq!(of(60, Qualifier::AtLeast), Some(true));
        assert_eq!(of(60, Qualifier::About), None);
    }

    proptest! {
        /// The percentage and the verdict say the same: at 100 % and above the target is met.
        #[test]
        fn percent_and_verdict_agree(x in 0_i64..5_000, y in 1_i64..5_000, goal in 1_i64..=100) {
            let it = achievement(Operator::AtLeast, &share(goal), &ratio(x, y), None, 2).unwrap();
            let exact_hundred = x * 100 >= goal * y;
            prop_assert_eq!(it.met, Some(exact_hundred));
            if it.percent.unwrap() > int(100) {
                prop_assert_eq!(it.met, Some(true));
            }
        }
    }
}
