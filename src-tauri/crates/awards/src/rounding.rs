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

/// The words of a direction: as they are typed, and in files.
const WORDS: [(Direction, [&str; 2]); 3] = [
    (Direction::Up, ["lên", "up"]),
    (Direction::Down, ["xuống", "down"]),
    (Direction::Nearest, ["gần nhất", "nearest"]),
];

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
    /// Reads “giữ nguyên”, or a direction and a step in đồng: “lên 10.000”, “xuống 1000”,
    /// “gần nhất 10.000”. The words of files (`none`, `up:10000`) are read too.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        let text = text.trim().to_lowercase();
        if ["giữ nguyên", "none"].contains(&text.as_str()) {
            return Some(Self::Exact);
        }
        let (direction, step) = WORDS.iter().find_map(|(direction, words)| {
            let step = words.iter().find_map(|word| text.strip_prefix(word))?;
            Some((*direction, step.trim_start_matches([':', ' '])))
        })?;
        let step: i64 = step.replace('.', "").parse().ok().filter(|step| *step > 0)?;
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

/// As a clerk types it: “lên 10.000”.
impl std::fmt::Display for Rounding {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Self::To { direction, step } = self else { return f.write_str("giữ nguyên") };
        let words = WORDS.iter().find(|(known, _)| known == direction);
        let [word, _] = words.map_or([""; 2], |(_, words)| *words);
        write!(f, "{word} {}", Fixed::from_int(*step).unwrap_or_default())
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
        for (text, typed) in [
            ("up:10000", "lên 10.000"),
            ("down:1", "xuống 1"),
            ("nearest:500", "gần nhất 500"),
            ("none", "giữ nguyên"),
            (" Lên 10000 ", "lên 10.000"),
        ] {
            let rounding = Rounding::read(text);
            assert_eq!(rounding.map(|it| it.to_string()).as_deref(), Some(typed));
            assert_eq!(Rounding::read(typed), rounding, "what is shown is read again");
        }
        for wrong in ["", "up", "up:0", "up:-5", "sideways:10", "10000", "lên", "tròn lên"] {
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
