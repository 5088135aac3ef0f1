//! [`Fixed`]: an exact decimal with three places, enough for 97,6 %, 13,85 kg and money in đồng.

use serde::{Deserialize, Serialize};
use std::fmt;

const SCALE: i64 = 1_000;

/// An exact decimal number counted in thousandths. Never a float, so sums and prints are exact.
///
/// The range is about ±9,2 × 10¹⁵, wide enough for sums of money in đồng.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize,
)]
#[serde(transparent)]
pub struct Fixed(i64);

impl Fixed {
    /// A number of thousandths, as the store keeps it.
    #[must_use]
    pub const fn from_thousandths(thousandths: i64) -> Self {
        Self(thousandths)
    }

    /// A whole number; `None` when it is out of range.
    #[must_use]
    pub const fn from_int(whole: i64) -> Option<Self> {
        match whole.checked_mul(SCALE) {
            Some(thousandths) => Some(Self(thousandths)),
            None => None,
        }
    }

    /// The number in thousandths.
    #[must_use]
    pub const fn thousandths(self) -> i64 {
        self.0
    }

    /// The whole number, when there is no fraction.
    #[must_use]
    pub const fn as_int(self) -> Option<i64> {
        if self.0 % SCALE == 0 { Some(self.0 / SCALE) } else { None }
    }

    /// Sum, or `None` on overflow.
    #[must_use]
    pub const fn checked_add(self, other: Self) -> Option<Self> {
        match self.0.checked_add(other.0) {
            Some(sum) => Some(Self(sum)),
            None => None,
        }
    }

    /// `numerator / denominator` in percent, rounded half up to `places` decimals (0 to 3).
    /// `None` when the denominator is zero.
    #[must_use]
    pub fn percent_of(numerator: Self, denominator: Self, places: u32) -> Option<Self> {
        if denominator.0 <= 0 {
            return None;
        }
        let step = i128::from(10_i64.pow(3 - places.min(3)));
        let exact = i128::from(numerator.0) * i128::from(100 * SCALE);
        let unit = i128::from(denominator.0) * step;
        let rounded = (2 * exact + unit).div_euclid(2 * unit) * step;
        i64::try_from(rounded).ok().map(Self)
    }
}

impl fmt::Display for Fixed {
    /// Vietnamese print: dots between thousands, a comma before decimals, no trailing zeros.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let magnitude = self.0.unsigned_abs();
        let (whole, fraction) = (magnitude / 1_000, magnitude % 1_000);
        let sign = if self.0 < 0 { "-" } else { "" };
        write!(f, "{sign}{}", group_thousands(whole))?;
        if fraction > 0 {
            write!(f, ",{}", format!("{fraction:03}").trim_end_matches('0'))?;
        }
        Ok(())
    }
}

fn group_thousands(whole: u64) -> String {
    let digits = whole.to_string();
    let mut out = String::with_capacity(digits.len() + digits.len() / 3);
    for (i, digit) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            out.push('.');
        }
        out.push(digit);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn int(n: i64) -> Fixed {
        Fixed::from_int(n).unwrap()
    }

    #[test]
    fn prints_the_vietnamese_way() {
        assert_eq!(int(1_686).to_string(), "1.686");
        assert_eq!(int(2_530_000).to_string(), "2.530.000");
        assert_eq!(Fixed::from_thousandths(13_850).to_string(), "13,85");
        assert_eq!(Fixed::from_thousandths(-25_390).to_string(), "-25,39");
        assert_eq!(int(0).to_string(), "0");
    }

    #[test]
    fn percentages_of_the_seeds_round_half_up() {
        for (x, y, printed) in [
            (1_686, 1_727, "97,6"),
            (262, 286, "91,6"),
            (173, 181, "95,6"),
            (44, 57, "77,2"),
            (14, 14, "100"),
        ] {
            let rate = Fixed::percent_of(int(x), int(y), 1).unwrap();
            assert_eq!(rate.to_string(), printed, "{x}/{y}");
        }
        assert_eq!(Fixed::percent_of(int(1), int(0), 1), None, "no share of nothing");
    }

    proptest! {
        #[test]
        fn rounding_is_within_half_a_step(x in 0_i64..1_000_000, y in 1_i64..1_000_000) {
            let rate = Fixed::percent_of(int(x), int(y), 1).unwrap();
            let error = (i128::from(rate.0) * i128::from(y) - i128::from(x) * 100_000).abs();
            prop_assert!(error * 2 <= i128::from(y) * 100);
        }
    }
}
