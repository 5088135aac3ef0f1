//! Slips of the hand in numbers: which key was hit wrongly, told from what was typed and what was
//! meant.
//!
//! Numbers are compared as strings of digits, because that is how they are typed: 1.295 for 1.259
//! is one slip although 36 lie between them.

use bc138_domain::Fixed;
use serde::{Deserialize, Serialize};

/// How a number went wrong on the way from paper to cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SlipKind {
    /// Two digits changed places (đảo hai chữ số); the difference is divisible by nine.
    Transposed,
    /// A zero too many or too few at the end (thừa, thiếu một số 0).
    TimesTen,
    /// Two zeros too many or too few.
    TimesHundred,
    /// Three zeros too many or too few, or a thousands dot read as a decimal comma.
    TimesThousand,
    /// One digit is another one (gõ nhầm một chữ số).
    DigitWrong,
    /// One digit was left out (thiếu một chữ số).
    DigitMissing,
    /// One digit was typed in addition (thừa một chữ số).
    DigitExtra,
    /// The minus sign was lost or added (mất dấu trừ).
    SignLost,
    /// The values of a run of rows stand one row off (lệch dòng).
    RowShifted,
    /// Two rows of a column changed places (đổi chỗ hai dòng); the total does not show it.
    SwappedCells,
    /// Two columns changed places (đổi chỗ hai cột).
    SwappedColumns,
    /// Nothing was typed (chưa nhập).
    NotTyped,
}

/// A slip that leads from a meant number to a typed one, with its weight: about how often, of all
/// slips made while typing the meant number, it is exactly this one.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Slip {
    pub kind: SlipKind,
    pub weight: f64,
}

/// Shares of the kinds among the slips of people who type numbers from paper.
const WRONG: f64 = 0.38;
const TRANSPOSED: f64 = 0.18;
const MISSING: f64 = 0.15;
const EXTRA: f64 = 0.08;
const ZEROS: f64 = 0.10;
const NOT_TYPED: f64 = 0.06;
const SIGN: f64 = 0.02;

/// The most likely single slip between two numbers; `None` when more than one is needed or when
/// the numbers are equal.
pub(crate) fn between(typed: Option<Fixed>, meant: Fixed) -> Option<Slip> {
    let slip = |kind, weight| Some(Slip { kind, weight });
    let Some(typed) = typed.map(Fixed::thousandths) else {
        return slip(SlipKind::NotTyped, NOT_TYPED);
    };
    let meant = meant.thousandths();
    if typed == meant {
        return None;
    }
    if typed == -meant {
        return slip(SlipKind::SignLost, SIGN);
    }
    if (typed < 0) != (meant < 0) && typed != 0 && meant != 0 {
        return None;
    }
    let (typed, meant) = (typed.unsigned_abs(), meant.unsigned_abs());
    zeros(typed, meant).or_else(|| digits(typed, meant))
}

/// Whole powers of ten between the numbers.
fn zeros(typed: u64, meant: u64) -> Option<Slip> {
    let (small, large) = (typed.min(meant), typed.max(meant));
    if small == 0 || large % small != 0 {
        return None;
    }
    let (kind, share) = match large / small {
        10 => (SlipKind::TimesTen, 0.5),
        100 => (SlipKind::TimesHundred, 0.2),
        1_000 => (SlipKind::TimesThousand, 0.3),
        _ => return None,
    };
    Some(Slip { kind, weight: ZEROS * share / 2.0 })
}

fn digits(typed: u64, meant: u64) -> Option<Slip> {
    let scale = common_scale(typed, meant);
    let (typed_text, meant_text) = ((typed / scale).to_string(), (meant / scale).to_string());
    if typed == 0 && meant_text.len() > 1 {
        return Some(Slip { kind: SlipKind::NotTyped, weight: NOT_TYPED / 2.0 });
    }
    let (typed, meant) = (typed_text.as_bytes(), meant_text.as_bytes());
    let ways = [transposed, wrong, missing, extra].map(|way| way(typed, meant));
    ways.into_iter().flatten().max_by(|a, b| a.weight.total_cmp(&b.weight))
}

/// The largest power of ten up to a thousand that divides both: counts are compared without the
/// three decimals that every [`Fixed`] has.
fn common_scale(a: u64, b: u64) -> u64 {
    [1_000, 100, 10]
        .into_iter()
        .find(|scale| a.is_multiple_of(*scale) && b.is_multiple_of(*scale))
        .unwrap_or(1)
}

/// A number that would begin with a zero is noticed nine times out of ten.
fn noticed(typed: &[u8], meant: &[u8]) -> f64 {
    if typed.len() < meant.len() { 0.1 } else { 1.0 }
}

/// The digits with leading zeros: 015 is what remains of 105 with its first digits swapped.
fn padded(digits: &[u8], length: usize) -> Option<Vec<u8>> {
    let zeros = length.checked_sub(digits.len())?;
    Some([vec![b'0'; zeros], digits.to_vec()].concat())
}

fn transposed(typed: &[u8], meant: &[u8]) -> Option<Slip> {
    let seen = noticed(typed, meant);
    let typed = padded(typed, meant.len())?;
    let apart: Vec<usize> = (0..meant.len()).filter(|at| typed[*at] != meant[*at]).collect();
    let [first, second] = apart[..] else { return None };
    if typed[first] != meant[second] || typed[second] != meant[first] {
        return None;
    }
    let neighbours = second == first + 1;
    let pairs = as_float(meant.len() - 1);
    let weight = seen * TRANSPOSED / pairs * if neighbours { 0.9 } else { 0.1 };
    Some(Slip { kind: SlipKind::Transposed, weight })
}

fn wrong(typed: &[u8], meant: &[u8]) -> Option<Slip> {
    let seen = noticed(typed, meant);
    let typed = padded(typed, meant.len())?;
    let mut apart = (0..meant.len()).filter(|at| typed[*at] != meant[*at]);
    let (at, None) = (apart.next()?, apart.next()) else { return None };
    let near = beside(typed[at], meant[at]);
    // Three of four wrong keys lie beside the right one; a key has about four neighbours.
    let key = if near { 0.75 / 4.0 } else { 0.25 / 5.0 };
    let weight = seen * WRONG / as_float(meant.len()) * key;
    Some(Slip { kind: SlipKind::DigitWrong, weight })
}

/// Whether two digits lie beside each other on the keys: in the row above the letters or on the
/// block of numbers.
fn beside(a: u8, b: u8) -> bool {
    let (a, b) = (i32::from(a - b'0'), i32::from(b - b'0'));
    let in_row = (a - b).abs() == 1 || (a.min(b) == 0 && a.max(b) == 9);
    let place = |digit: i32| if digit == 0 { (0, -1) } else { ((digit - 1) % 3, (digit - 1) / 3) };
    let ((x, y), (u, v)) = (place(a), place(b));
    in_row || (x - u).abs() + (y - v).abs() == 1
}

fn missing(typed: &[u8], meant: &[u8]) -> Option<Slip> {
    let ways = removals(meant, typed);
    let weight = MISSING * as_float(ways) / as_float(meant.len());
    (ways > 0).then_some(Slip { kind: SlipKind::DigitMissing, weight })
}

fn extra(typed: &[u8], meant: &[u8]) -> Option<Slip> {
    let ways = removals(typed, meant);
    // A digit typed twice is by far the most frequent extra digit.
    let doubled = typed.windows(2).any(|pair| pair[0] == pair[1]);
    let key = if doubled { 0.7 } else { 0.3 / 9.0 };
    let weight = EXTRA * key / as_float(meant.len() + 1);
    (ways > 0).then_some(Slip { kind: SlipKind::DigitExtra, weight })
}

/// In how many places a digit can be taken out of `long` so that `short` remains.
fn removals(long: &[u8], short: &[u8]) -> usize {
    if long.len() < 2 || short.len() >= long.len() {
        return 0;
    }
    let without = |at: usize| [&long[..at], &long[at + 1..]].concat();
    let short = padded(short, long.len() - 1);
    (0..long.len()).filter(|at| Some(without(*at)) == short).count()
}

#[expect(clippy::cast_precision_loss, reason = "lengths of numbers are far below 2^52")]
const fn as_float(count: usize) -> f64 {
    count as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kind(typed: i64, meant: i64) -> Option<SlipKind> {
        let fixed = |n| Fixed::from_int(n).unwrap();
        between(Some(fixed(typed)), fixed(meant)).map(|slip| slip.kind)
    }

    #[test]
    fn each_slip_is_told_from_the_two_numbers() {
        for (typed, meant, expected) in [
            (1_295, 1_259, SlipKind::Transposed),
            (15, 105, SlipKind::DigitMissing),
            (15, 150, SlipKind::TimesTen),
            (12, 21, SlipKind::Transposed),
            (1_686_000, 1_686, SlipKind::TimesThousand),
            (12_800, 128, SlipKind::TimesHundred),
            (128, 138, SlipKind::DigitWrong),
            (138, 1_238, SlipKind::DigitMissing),
            (1_128, 128, SlipKind::DigitExtra),
            (-4, 4, SlipKind::SignLost),
            (0, 128, SlipKind::NotTyped),
            (9_021, 1_029, SlipKind::Transposed),
        ] {
            assert_eq!(kind(typed, meant), Some(expected), "{typed} for {meant}");
        }
    }

    #[test]
    fn two_slips_at_once_are_none() {
        for (typed, meant) in [(128, 128), (1_234, 5_678), (12, 3_456), (-12, 13)] {
            assert_eq!(kind(typed, meant), None, "{typed} for {meant}");
        }
    }

    #[test]
    fn a_decimal_comma_read_as_a_thousands_dot_is_a_thousandfold() {
        let typed = Fixed::from_thousandths(1_500);
        let meant = Fixed::from_int(1_500).unwrap();
        let slip = between(Some(typed), meant).unwrap();
        assert_eq!(slip.kind, SlipKind::TimesThousand, "1,5 for 1.500");
        assert_eq!(between(None, meant).map(|slip| slip.kind), Some(SlipKind::NotTyped));
    }

    #[test]
    fn swapped_digits_leave_a_difference_divisible_by_nine() {
        for meant in 100..1_000_i64 {
            let swapped = meant / 100 * 100 + meant % 10 * 10 + meant / 10 % 10;
            if swapped != meant {
                assert_eq!((swapped - meant) % 9, 0, "{meant}");
                assert!(
                    matches!(kind(swapped, meant), Some(SlipKind::Transposed | SlipKind::TimesTen)),
                    "{swapped} for {meant}"
                );
            }
        }
    }

    #[test]
    fn a_key_beside_is_likelier_than_one_far_off() {
        let weight = |typed, meant| {
            let fixed = |n| Fixed::from_int(n).unwrap();
            between(Some(fixed(typed)), fixed(meant)).unwrap().weight
        };
        assert!(weight(14, 15) > weight(19, 15), "4 and 5 are neighbours on both layouts");
        assert!(weight(18, 15) > weight(10, 15), "8 stands above 5 on the block of numbers");
    }
}
