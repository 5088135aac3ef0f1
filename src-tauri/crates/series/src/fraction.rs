//! Exact rates, percentages and their differences; never a float, never a mean of ratios.

use bc138_domain::Fixed;
use std::cmp::Ordering;

/// x and y, or two numbers of which the second is the measure of the first.
pub type Fraction = (Fixed, Fixed);

/// A hundred per cent in thousandths.
const HUNDRED: i128 = 100_000;

/// The order of two rates x/y, told without dividing; both totals are positive.
pub(crate) fn compare_rates(a: Fraction, b: Fraction) -> Ordering {
    product(a.0, b.1).cmp(&product(b.0, a.1))
}

/// `part / whole` in percent, its size rounded half up to `places` decimals (0 to 3), so that a
/// rise and a fall of the same size print the same digits. `None` for a whole that is not positive
/// and for a result out of range.
pub(crate) fn percent(part: i128, whole: i128, places: u32) -> Option<Fixed> {
    if whole <= 0 {
        return None;
    }
    let step = i128::from(10_i64.pow(3 - places.min(3)));
    let exact = part.unsigned_abs().checked_mul(HUNDRED.unsigned_abs())?;
    let unit = whole.unsigned_abs().checked_mul(step.unsigned_abs())?;
    let steps = exact.checked_mul(2)?.checked_add(unit)? / unit.checked_mul(2)?;
    let size = i128::try_from(steps).ok()?.checked_mul(step)?;
    i64::try_from(size * part.signum()).ok().map(Fixed::from_thousandths)
}

/// The difference of two rates in percentage points (điểm phần trăm), rounded once, from the exact
/// rates. `None` where a total is not positive or the exact products are out of range.
#[must_use]
pub fn points(now: Fraction, before: Fraction, places: u32) -> Option<Fixed> {
    let (now, before) = (reduced(now)?, reduced(before)?);
    let part = product(now.0, before.1).checked_sub(product(before.0, now.1))?;
    percent(part, product(now.1, before.1), places)
}

/// `value` rounded half up in size to `places` decimals.
pub(crate) fn rounded(value: Fixed, places: u32) -> Option<Fixed> {
    percent(i128::from(value.thousandths()), HUNDRED, places)
}

/// The difference of two numbers; `None` when it is out of range.
pub(crate) fn difference(a: Fixed, b: Fixed) -> Option<Fixed> {
    a.thousandths().checked_sub(b.thousandths()).map(Fixed::from_thousandths)
}

fn product(a: Fixed, b: Fixed) -> i128 {
    i128::from(a.thousandths()) * i128::from(b.thousandths())
}

/// A rate in lowest terms; `None` for a total that is not positive.
fn reduced((part, whole): Fraction) -> Option<Fraction> {
    let (a, b) = (part.thousandths(), whole.thousandths());
    if b <= 0 {
        return None;
    }
    let common = i64::try_from(common_divisor(a.unsigned_abs(), b.unsigned_abs())).ok()?;
    Some((Fixed::from_thousandths(a / common), Fixed::from_thousandths(b / common)))
}

const fn common_divisor(mut a: u64, mut b: u64) -> u64 {
    while b != 0 {
        (a, b) = (b, a % b);
    }
    a
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn int(n: i64) -> Fixed {
        Fixed::from_int(n).unwrap()
    }

    #[test]
    fn a_half_rounds_away_from_zero_for_rises_and_falls() {
        assert_eq!(percent(1, 8, 0).map(|p| p.to_string()).as_deref(), Some("13"), "12,5 %");
        assert_eq!(percent(-1, 8, 0).map(|p| p.to_string()).as_deref(), Some("-13"));
        assert_eq!(percent(1, 0, 0), None, "no share of nothing");
    }

    #[test]
    fn points_are_rounded_once_from_the_exact_rates() {
        // 2/3 − 1/3 is 33,3 points, though the printed rates 66,7 and 33,3 differ by 33,4.
        let change = points((int(2), int(3)), (int(1), int(3)), 1);
        assert_eq!(change.map(|p| p.to_string()).as_deref(), Some("33,3"));
    }

    #[test]
    fn rates_of_the_largest_numbers_are_still_ordered() {
        let most = Fixed::from_thousandths(i64::MAX);
        let less = Fixed::from_thousandths(i64::MAX - 1);
        assert_eq!(compare_rates((less, most), (most, most)), Ordering::Less);
    }

    proptest! {
        #[test]
        fn a_percentage_is_within_half_a_step(
            part in -1_000_000_i64..1_000_000,
            whole in 1_i64..1_000_000,
            places in 0_u32..=2,
        ) {
            let rounded = percent(part.into(), whole.into(), places).unwrap().thousandths();
            let step = 10_i128.pow(3 - places);
            let error = i128::from(rounded) * i128::from(whole) - i128::from(part) * HUNDRED;
            prop_assert!(error.abs() * 2 <= step * i128::from(whole));
            prop_assert_eq!(i128::from(rounded) % step, 0);
        }

        #[test]
        fn points_change_sign_when_the_sides_change(
            a in 0_i64..5_000,
            b in 1_i64..5_000,
            c in 0_i64..5_000,
            d in 1_i64..5_000,
        ) {
            let forth = points((int(a), int(b)), (int(c), int(d)), 2).unwrap();
            let back = points((int(c), int(d)), (int(a), int(b)), 2).unwrap();
            prop_assert_eq!(forth.thousandths(), -back.thousandths());
        }
    }
}
