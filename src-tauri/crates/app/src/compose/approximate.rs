//! Numbers said approximately: “gần 2.000”, “trên 1.500”, “khoảng 300”, “hàng trăm”. Only on
//! request, only of a number that is known exactly, and only when it is true.

use crate::vi::documents::approximate as words;
use bc138_domain::{Amount, Figure, Fixed, cell};

/// A number said approximately.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Approximation {
    /// gần: below the round number, by at most 5 %.
    Nearly(Fixed),
    /// trên: above the round number, by at most 5 %.
    Above(Fixed),
    /// khoảng: within 2 % on either side.
    About(Fixed),
    /// hàng chục: 20 to 99.
    Tens,
    /// hàng trăm: 200 to 999.
    Hundreds,
    /// hàng nghìn: 2.000 to 9.999.
    Thousands,
}

impl Approximation {
    /// The way to say a number approximately, where there is a true one: a round number just above
    /// or just below it. A number that is round itself is said as it is.
    pub(crate) fn of(exact: Fixed) -> Option<Self> {
        let is_odd = |whole: &i64| *whole >= LEAST && whole % (magnitude(*whole) / 10) != 0;
        let whole = exact.as_int().filter(is_odd)?;
        let steps = std::iter::successors(Some(magnitude(whole)), |step| Some(step / 10));
        let mut steps = steps.take_while(|step| *step >= 10);
        steps.find_map(|step| {
            let below = whole - whole % step;
            let above = Fixed::from_int(below + step).map(Self::Nearly);
            let below_it = Fixed::from_int(below).map(Self::Above);
            let is_nearer_above = 2 * (whole - below) >= step;
            let ways = if is_nearer_above { [above, below_it] } else { [below_it, above] };
            ways.into_iter().flatten().find(|way| way.is_true_of(exact))
        })
    }

    /// Reads a text such as “gần 2.000”, “hàng trăm”; nothing for a text that is no such.
    fn read(text: &str) -> Option<Self> {
        let text = text.trim();
        match text {
            words::TENS => return Some(Self::Tens),
            words::HUNDREDS => return Some(Self::Hundreds),
            words::THOUSANDS => return Some(Self::Thousands),
            _ => {}
        }
        let (word, number) = text.split_once(' ')?;
        let value = cell::read_number(number).ok()?;
        match word {
            words::NEARLY => Some(Self::Nearly(value)),
            words::ABOVE | words::MORE_THAN => Some(Self::Above(value)),
            words::ABOUT => Some(Self::About(value)),
            _ => None,
        }
    }

    /// Whether it may be said of an exact number.
    pub(crate) fn is_true_of(&self, exact: Fixed) -> bool {
        let value = i128::from(exact.thousandths());
        let within = |round: Fixed, percent: i128| {
            let round = i128::from(round.thousandths());
            100 * (value - round).abs() <= percent * round
        };
        let between = |from: i128, below: i128| (from * 1000..below * 1000).contains(&value);
        match self {
            Self::Nearly(round) => exact < *round && within(*round, 5),
            Self::Above(round) => exact > *round && within(*round, 5),
            Self::About(round) => within(*round, 2),
            Self::Tens => between(20, 100),
            Self::Hundreds => between(200, 1000),
            Self::Thousands => between(2000, 10_000),
        }
    }

    /// The words: “gần 2.000”.
    pub(crate) fn words(&self) -> String {
        match self {
            Self::Nearly(round) => format!("{} {round}", words::NEARLY),
            Self::Above(round) => format!("{} {round}", words::ABOVE),
            Self::About(round) => format!("{} {round}", words::ABOUT),
            Self::Tens => words::TENS.to_owned(),
            Self::Hundreds => words::HUNDREDS.to_owned(),
            Self::Thousands => words::THOUSANDS.to_owned(),
        }
    }
}

/// Numbers below this are said as they are.
const LEAST: i64 = 100;

/// The power of ten at the head of a number: 1.000 for 1.686.
fn magnitude(whole: i64) -> i64 {
    let mut step = 1;
    while step <= whole / 10 {
        step *= 10;
    }
    step
}

/// The amount of a figure as it is printed. An approximate wording of a number that is known
/// exactly is printed only when it is true; else the number itself stands.
pub(super) fn printed(figure: &Figure) -> Option<String> {
    let wording = figure.wording.amount.as_ref().filter(|_| figure.qualifier.is_none());
    if let (Some(wording), Some(Amount::Number { value })) = (wording, &figure.amount)
        && Approximation::read(wording).is_some_and(|way| !way.is_true_of(*value))
    {
        return Some(value.to_string());
    }
    figure.printed_amount()
}

/// A count said approximately. `None` for what is no whole count, for round numbers and where
/// nothing true can be said.
pub(crate) fn said(amount: &Amount) -> Option<String> {
    match amount {
        Amount::Number { value } => Approximation::of(*value).map(|way| way.words()),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn int(value: i64) -> Fixed {
        Fixed::from_int(value).unwrap()
    }

    fn words_of(value: i64) -> Option<String> {
        Approximation::of(int(value)).map(|way| way.words())
    }

    #[test]
    fn a_round_number_close_by_is_said() {
        assert_eq!(words_of(1_959).as_deref(), Some("gần 2.000"));
        assert_eq!(words_of(1_530).as_deref(), Some("trên 1.500"));
        assert_eq!(words_of(32), None, "small counts are said as they are");
        assert_eq!(words_of(2_000), None, "a round number needs no other");
    }

    #[test]
    fn words_for_orders_of_magnitude_hold_only_inside_their_bounds() {
        let cases = [
            (Approximation::Tens, 20, 99),
            (Approximation::Hundreds, 200, 999),
            (Approximation::Thousands, 2_000, 9_999),
        ];
        for (way, first, last) in cases {
            assert!(way.is_true_of(int(first)) && way.is_true_of(int(last)), "{way:?}");
            assert!(!way.is_true_of(int(first - 1)) && !way.is_true_of(int(last + 1)), "{way:?}");
        }
        assert!(Approximation::About(int(300)).is_true_of(int(306)));
        assert!(!Approximation::About(int(300)).is_true_of(int(307)));
    }

    proptest! {
        /// Whatever is printed can be read back and is true of the exact number.
        /// What a clerk wrote in place of a known number is printed when it is true of it.
        #[test]
        fn a_wording_of_a_known_number_is_printed_only_when_true(
            value in 1_i64..20_000, round in 1_i64..200, word in 0_usize..7,
        ) {
            let said = [
                format!("{} {}", words::NEARLY, int(round * 100)),
                format!("{} {}", words::ABOVE, int(round * 100)),
                format!("{} {}", words::MORE_THAN, int(round * 100)),
                format!("{} {}", words::ABOUT, int(round * 100)),
                words::TENS.to_owned(),
                words::HUNDREDS.to_owned(),
                words::THOUSANDS.to_owned(),
            ];
            let round = round * 100;
            let is_true = match word {
                0 => value < round && 20 * (round - value) <= round,
                1 | 2 => value > round && 20 * (value - round) <= round,
                3 => 50 * (value - round).abs() <= round,
                4 => (20..100).contains(&value),
                5 => (200..1_000).contains(&value),
                _ => (2_000..10_000).contains(&value),
            };
            let mut figure = crate::compose::tests::figure(1, "tin_tong", value);
            figure.wording.amount = Some(said[word].clone());
            let printed = printed(&figure).unwrap();
            let exact = int(value).to_string();
            prop_assert_eq!(&printed, if is_true { &said[word] } else { &exact });
        }

        #[test]
        fn nothing_untrue_is_said(value in 0_i64..10_000_000) {
            if let Some(printed) = words_of(value) {
                let (word, round) = printed.split_once(' ').unwrap();
                let round: i64 = round.replace('.', "").parse().unwrap();
                match word {
                    "gần" => prop_assert!(value < round && 100 * (round - value) <= 5 * round),
                    "trên" => prop_assert!(value > round && 100 * (value - round) <= 5 * round),
                    other => prop_assert!(false, "{other} is never chosen"),
                }
                prop_assert_eq!(round % 10, 0, "{} is round", round);
            }
        }
    }
}
