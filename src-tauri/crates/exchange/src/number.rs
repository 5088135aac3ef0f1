//! Numbers of the format: exact decimals, written for people and never guessed at.
//!
//! A whole number stands bare: `1686`. A fraction stands as a text with a decimal point: `"13.85"`.
//! A point before exactly three digits would be the Vietnamese thousands mark for one reader and a
//! decimal point for the other, so it is never written (`"1.6860"` instead) and never guessed.

use crate::problem::{NumberProblem, ProblemKind};
use bc138_domain::{Fixed, cell};

/// The number as it stands in a file.
pub(crate) fn token_of(number: Fixed) -> String {
    match number.as_int() {
        Some(whole) => whole.to_string(),
        None => format!("\"{}\"", decimal_of(number)),
    }
}

/// A fraction with a decimal point.
fn decimal_of(number: Fixed) -> String {
    let magnitude = number.thousandths().unsigned_abs();
    let fraction = format!("{:03}", magnitude % 1_000);
    let fraction = match fraction.trim_end_matches('0') {
        whole if whole.len() == 3 => format!("{whole}0"),
        short => short.to_owned(),
    };
    let sign = if number.thousandths() < 0 { "-" } else { "" };
    format!("{sign}{}.{fraction}", magnitude / 1_000)
}

/// Reads a JSON number.
pub(crate) fn from_token(token: &str) -> Result<Fixed, NumberProblem> {
    if token.starts_with('-') {
        return Err(NumberProblem::Negative);
    }
    if token.contains(['e', 'E']) {
        return Err(NumberProblem::Exponent);
    }
    let (whole, fraction) = token.split_once('.').unwrap_or((token, ""));
    if is_ambiguous(whole, fraction) {
        let (thousands, decimal) = (format!("{whole}{fraction}"), format!("\"{token}0\""));
        return Err(NumberProblem::Ambiguous { thousands, decimal });
    }
    let fraction = fraction.trim_end_matches('0');
    if fraction.len() > 3 {
        return Err(NumberProblem::TooPrecise);
    }
    let thousandths = format!("{whole}{fraction:0<3}");
    thousandths.parse().map(Fixed::from_thousandths).map_err(|_| too_large())
}

fn is_ambiguous(whole: &str, fraction: &str) -> bool {
    fraction.len() == 3 && whole.len() <= 3 && whole != "0"
}

const fn too_large() -> NumberProblem {
    NumberProblem::OutOfRange { min: 0, max: i64::MAX / 1_000 }
}

/// Reads a number in quotation marks: with a decimal point where that is clear, else as it is
/// typed into a cell (`"1.686"`, `"13,85"`).
pub(crate) fn from_text(text: &str) -> Result<Fixed, ProblemKind> {
    let text = text.trim();
    match plain_decimal(text) {
        Some(token) => Ok(from_token(token)?),
        None => Ok(cell::read_number(text)?),
    }
}

/// A text that can only be a number with a decimal point.
pub(crate) fn plain_decimal(text: &str) -> Option<&str> {
    let (whole, fraction) = text.split_once('.')?;
    let digits = |s: &str| !s.is_empty() && s.bytes().all(|b| b.is_ascii_digit());
    let clear = digits(whole) && digits(fraction) && (fraction.len() != 3 || whole.len() > 3);
    (clear || (whole == "0" && digits(fraction))).then_some(text)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn fixed(thousandths: i64) -> Fixed {
        Fixed::from_thousandths(thousandths)
    }

    #[test]
    fn numbers_are_written_for_people() {
        for (thousandths, token) in [
            (1_686_000, "1686"),
            (0, "0"),
            (13_850, "\"13.85\""),
            (1_686, "\"1.6860\""),
            (125, "\"0.1250\""),
            (100, "\"0.1\""),
        ] {
            assert_eq!(token_of(fixed(thousandths)), token);
        }
    }

    #[test]
    fn a_point_before_three_digits_is_never_guessed() {
        let problem = NumberProblem::Ambiguous {
            thousands: "1686".to_owned(),
            decimal: "\"1.6860\"".to_owned(),
        };
        assert_eq!(from_token("1.686"), Err(problem));
        assert_eq!(from_token("1.6860"), Ok(fixed(1_686)), "a fourth digit makes it clear");
        assert_eq!(from_token("1686.125"), Ok(fixed(1_686_125)), "no thousands mark stands there");
        assert_eq!(from_token("0.125"), Ok(fixed(125)), "no thousands begin with zero");
        assert_eq!(from_text("1.686"), Ok(fixed(1_686_000)), "a text is read as it is typed");
        assert_eq!(from_text("13,85"), Ok(fixed(13_850)));
        assert_eq!(from_text("13.85"), Ok(fixed(13_850)));
    }

    #[test]
    fn what_is_no_exact_number_is_refused() {
        assert_eq!(from_token("-5"), Err(NumberProblem::Negative));
        assert_eq!(from_token("1e3"), Err(NumberProblem::Exponent));
        assert_eq!(from_token("0.12345"), Err(NumberProblem::TooPrecise));
        assert_eq!(from_token("99999999999999999999"), Err(too_large()));
        assert!(from_text("12a").is_err());
    }

    proptest! {
        #[test]
        fn every_number_reads_back(thousandths in 0..=i64::MAX) {
            let token = token_of(fixed(thousandths));
            let read = match token.strip_prefix('"') {
                Some(text) => from_text(text.trim_end_matches('"')),
                None => from_token(&token).map_err(ProblemKind::from),
            };
            prop_assert_eq!(read, Ok(fixed(thousandths)));
        }

        #[test]
        fn no_text_makes_the_reader_panic(text in "[0-9.,-]{0,24}") {
            drop((from_text(&text), from_token(&text)));
        }
    }
}
