//! Rounding of reward money, exact in thousandths of a đồng.

use bc138_domain::Fixed;

/// Which way money is rounded.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Direction {
    /// làm tròn lên.
    Up,
    /// làm tròn xuống.
    Down,
    /// To the nearest step, a half upwards.
    Nearest,
}

/// How the product of coefficient and base salary becomes the reward.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Rounding {
    /// Left as it is.
    Exact,
    /// To a multiple of `step` đồng.
    To {
        /// Which way.
        direction: Direction,
        /// The step in đồng, positive.
        step: i64,
    },
}

impl Rounding {
    /// Reads `none`, or a direction and a step: `up:10000`, `down:1000`, `nearest:10000`.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        if text.trim() == "none" {
            return Some(Self::Exact);
        }
        let (direction, step) = text.trim().split_once(':')?;
        let direction = match direction {
            "up" => Direction::Up,
            "down" => Direction::Down,
            "nearest" => Direction::Nearest,
            _ => return None,
        };
        let step: i64 = step.parse().ok().filter(|step| *step > 0)?;
        Some(Self::To { direction, step })
    }

    /// The rounded amount; `None` when it is out of range. Money is never negative here.
    #[must_use]
    pub fn apply(self, exact: Fixed) -> Option<Fixed> {
        let Self::To { direction, step } = self else { return Some(exact) };
        let step = i128::from(step) * 1_000;
        let exact = i128::from(exact.thousandths());
        let steps = match direction {
            Direction::Down => exact.div_euclid(step),
            Direction::Up => (exact + step - 1).div_euclid(step),
            Direction::Nearest => (2 * exact + step).div_euclid(2 * step),
        };
        i64::try_from(steps * step).ok().map(Fixed::from_thousandths)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn dong(amount: i64) -> Fixed {
        Fixed::from_int(amount).unwrap()
    }

    #[test]
    fn the_words_of_settings_are_read_and_others_are_not() {
        let up = Rounding::To { direction: Direction::Up, step: 10_000 };
        assert_eq!(Rounding::read("up:10000"), Some(up));
        assert_eq!(Rounding::read(" none "), Some(Rounding::Exact));
        for wrong in ["", "up", "up:0", "up:-5", "sideways:10", "10000"] {
            assert_eq!(Rounding::read(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn a_multiple_of_the_step_stays_and_a_half_goes_up() {
        for text in ["up:10000", "down:10000", "nearest:10000", "none"] {
            let rounding = Rounding::read(text).unwrap();
            assert_eq!(rounding.apply(dong(2_700_000)), Some(dong(2_700_000)), "{text}");
        }
        let nearest = Rounding::read("nearest:10000").unwrap();
        assert_eq!(nearest.apply(dong(7_014_999)), Some(dong(7_010_000)));
        assert_eq!(nearest.apply(dong(7_015_000)), Some(dong(7_020_000)));
    }

    proptest! {
        #[test]
        fn rounding_up_is_never_below_and_less_than_a_step_above(
            exact in 0_i64..100_000_000_000, step in 1_i64..100_000,
        ) {
            let rounding = Rounding::To { direction: Direction::Up, step };
            let rounded = rounding.apply(Fixed::from_thousandths(exact)).unwrap().thousandths();
            prop_assert!(rounded >= exact);
            prop_assert!(rounded - exact < step * 1_000);
            prop_assert_eq!(rounded % (step * 1_000), 0);
        }

        #[test]
        fn up_nearest_and_down_are_in_order(
            exact in 0_i64..100_000_000_000, step in 1_i64..100_000,
        ) {
            let by = |direction| {
                Rounding::To { direction, step }.apply(Fixed::from_thousandths(exact)).unwrap()
            };
            prop_assert!(by(Direction::Down) <= by(Direction::Nearest));
            prop_assert!(by(Direction::Nearest) <= by(Direction::Up));
        }
    }
}
