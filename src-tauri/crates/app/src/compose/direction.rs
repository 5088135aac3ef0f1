//! Which way a number went, and the word for it: the only place where “tăng” and “giảm” are said.
//!
//! A [`Movement`] is made from the two amounts alone, and its word from nothing but itself, so
//! that “tăng” can never stand on a fall.

use crate::vi::documents::change as words;
use bc138_domain::{Amount, Fixed};
use bc138_series::{Direction, points};
use std::cmp::Ordering;

/// The change from one amount to another of the same kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Movement {
    direction: Direction,
    size: Fixed,
    measure: Measure,
    percent: Option<Fixed>,
}

/// What the size of a movement counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Measure {
    /// The things counted, đồng, kilograms.
    Count,
    /// Percentage points (điểm phần trăm), of the exact shares.
    Points,
}

impl Movement {
    /// The change from `before` to `now`; the difference of shares is rounded once, to `places`
    /// decimals, as every table of the program does. `None` for amounts of different kinds and for
    /// words.
    pub(crate) fn between(now: &Amount, before: &Amount, places: u32) -> Option<Self> {
        match (now, before) {
            (Amount::Number { value: now }, Amount::Number { value: before })
            | (Amount::Money { dong: now }, Amount::Money { dong: before }) => {
                Self::of_counts(*now, *before, places)
            }
            (
                Amount::Quantity { value: now, unit },
                Amount::Quantity { value: before, unit: other },
            ) if unit == other => Self::of_counts(*now, *before, places),
            (Amount::Percent { value: now }, Amount::Percent { value: before }) => {
                Some(Self::of_points(now.cmp(before), distance(*now, *before)?))
            }
            (Amount::Ratio { reached, total }, Amount::Ratio { reached: earlier, total: all }) => {
                let order = product(*reached, *all).cmp(&product(*earlier, *total));
                let change = points((*reached, *total), (*earlier, *all), places)?;
                Some(Self::of_points(order, distance(change, Fixed::default())?))
            }
            _ => None,
        }
    }

    fn of_counts(now: Fixed, before: Fixed, places: u32) -> Option<Self> {
        let size = distance(now, before)?;
        let percent = Fixed::percent_of(size, before, places);
        Some(Self {
            direction: Direction::from(now.cmp(&before)),
            size,
            measure: Measure::Count,
            percent,
        })
    }

    fn of_points(order: Ordering, size: Fixed) -> Self {
        Self { direction: order.into(), size, measure: Measure::Points, percent: None }
    }

    /// Which way it went.
    pub(crate) const fn direction(&self) -> Direction {
        self.direction
    }

    /// The word: “tăng”, “giảm”, “bằng”; “tương đương” for shares that differ by less than is
    /// printed.
    pub(crate) const fn word(&self) -> &'static str {
        match (self.direction, self.size.thousandths()) {
            (Direction::Same, _) => words::SAME,
            (_, 0) => words::CLOSE,
            (Direction::Up, _) => words::UP,
            (Direction::Down, _) => words::DOWN,
        }
    }

    /// Whether there is a size to print: the word is “tăng” or “giảm”.
    pub(crate) fn is_said_with_size(&self) -> bool {
        self.direction != Direction::Same && self.size != Fixed::default()
    }

    /// By how much, without a sign.
    pub(crate) const fn size(&self) -> Fixed {
        self.size
    }

    /// What the size counts.
    pub(crate) const fn measure(&self) -> Measure {
        self.measure
    }

    /// “+25%”, “-20%”: the change of a count in percent of what was before, where there was
    /// something.
    pub(crate) fn growth(&self) -> Option<String> {
        let sign = match self.direction {
            Direction::Up => "+",
            Direction::Down => "-",
            Direction::Same => return None,
        };
        self.percent.map(|percent| format!("{sign}{percent}%"))
    }

    /// How much it matters beside other changes: percentage points, or percent of what was before.
    pub(crate) fn weight(&self) -> Fixed {
        self.percent.unwrap_or(self.size)
    }
}

fn distance(a: Fixed, b: Fixed) -> Option<Fixed> {
    let difference = a.thousandths().checked_sub(b.thousandths())?;
    difference.checked_abs().map(Fixed::from_thousandths)
}

fn product(a: Fixed, b: Fixed) -> i128 {
    i128::from(a.thousandths()) * i128::from(b.thousandths())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn int(value: i64) -> Fixed {
        Fixed::from_int(value).unwrap()
    }

    fn number(value: i64) -> Amount {
        Amount::Number { value: int(value) }
    }

    fn ratio(x: i64, y: i64) -> Amount {
        Amount::Ratio { reached: int(x), total: int(y) }
    }

    #[test]
    fn a_count_goes_up_or_down_by_things_and_by_percent() {
        let down = Movement::between(&number(32), &number(40), 1).unwrap();
        assert_eq!((down.word(), down.size()), (words::DOWN, int(8)));
        assert_eq!(down.growth().as_deref(), Some("-20%"));
        let new = Movement::between(&number(5), &number(0), 1).unwrap();
        assert_eq!((new.word(), new.growth()), (words::UP, None), "no percentage of nothing");
    }

    #[test]
    fn shares_closer_than_is_printed_are_neither_up_nor_down() {
        let close = Movement::between(&ratio(10_001, 20_000), &ratio(1, 2), 1).unwrap();
        assert_eq!(close.word(), words::CLOSE);
        assert!(!close.is_said_with_size());
        let same = Movement::between(&ratio(2, 4), &ratio(1, 2), 1).unwrap();
        assert_eq!(same.word(), words::SAME);
    }

    #[test]
    fn the_difference_of_shares_is_that_of_the_exact_ones() {
        let points = |now, before| Movement::between(&now, &before, 1).unwrap().size().to_string();
        assert_eq!(points(ratio(1, 3), ratio(2, 3)), "33,3", "though 66,7 less 33,3 is 33,4");
        assert_eq!(
            points(ratio(1_686, 1_727), ratio(1_650, 1_730)),
            "2,3",
            "2,25 and not 97,6 less 95,4"
        );
    }

    #[test]
    fn different_kinds_of_amounts_have_no_change() {
        assert_eq!(Movement::between(&number(1), &ratio(1, 2), 1), None);
        let words = Amount::Words { words: "hàng nghìn".to_owned() };
        assert_eq!(Movement::between(&words, &number(1), 1), None);
    }

    proptest! {
        /// “tăng” exactly on a rise, “giảm” exactly on a fall, and the size leads back to where
        /// it came from.
        #[test]
        fn the_word_follows_the_numbers(now in 0_i64..10_000, before in 0_i64..10_000) {
            let movement = Movement::between(&number(now), &number(before), 1).unwrap();
            prop_assert_eq!(movement.word() == words::UP, now > before);
            prop_assert_eq!(movement.word() == words::DOWN, now < before);
            let size = movement.size().as_int().unwrap();
            let signed = if movement.word() == words::DOWN { -size } else { size };
            prop_assert_eq!(before + signed, now);
        }

        /// The same for shares: the exact shares decide, not the rounded ones.
        #[test]
        fn the_word_follows_the_shares(
            x in 0_i64..2_000, y in 1_i64..2_000, z in 0_i64..2_000, w in 1_i64..2_000,
            places in 0_u32..3,
        ) {
            let movement = Movement::between(&ratio(x, y), &ratio(z, w), places).unwrap();
            if movement.word() == words::UP { prop_assert!(x * w > z * y) }
            if movement.word() == words::DOWN { prop_assert!(x * w < z * y) }
            if movement.word() == words::SAME { prop_assert_eq!(x * w, z * y) }
            prop_assert_eq!(movement.is_said_with_size(),
                movement.word() == words::UP || movement.word() == words::DOWN);
        }
    }
}
