//! Reads what a clerk types into one cell: “1.686/1.727”, “gần 300”, “trên 60%”, “hàng nghìn”,
//! “không phát sinh”.
//!
//! The reader never guesses. In a count, a comma before three digits may be a thousands mark of
//! another country or a decimal; it is refused with the reading that is most likely meant, and the
//! clerk decides. Before a unit of measure or a scale (“1,205 kg”, “1,125 tỷ đồng”), and behind a
//! zero, it is the decimal comma that Vietnamese writes.

use crate::amount::{Amount, Qualifier, State};
use crate::fixed::Fixed;
use crate::text;

/// What a cell says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reading {
    /// The amount, when the state has one.
    pub amount: Option<Amount>,
    /// The qualifier in front of it.
    pub qualifier: Option<Qualifier>,
    /// Value, zero, not reported, …
    pub state: State,
}

/// Why a cell could not be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum CellError {
    /// A comma stands before exactly three digits: thousands or decimals?
    #[error("comma before three digits; {likely} was probably meant")]
    CommaThousands {
        /// The whole cell with the comma read as a thousands mark.
        likely: String,
    },
    /// A dot stands where no thousands end: “2.5”.
    #[error("dot that is no thousands mark; {likely} was probably meant")]
    DotDecimal {
        /// The whole cell with the dot read as a decimal comma.
        likely: String,
    },
    /// A number below zero.
    #[error("negative number")]
    Negative,
    /// More digits than any count has.
    #[error("number too large")]
    TooLarge,
    /// None of the forms a cell knows.
    #[error("not a number, x/y, percentage or amount in words")]
    Unreadable,
    /// The text itself cannot be taken.
    #[error(transparent)]
    Text(#[from] text::TextError),
}

/// The units of quantities that a cell understands behind a number.
const UNITS: [&str; 12] =
    ["kg", "km2", "km", "m2", "m3", "ha", "lít", "tấn", "tạ", "mét", "g", "m"];
/// Words that multiply the number before them, with how many times.
const SCALES: [(&str, i64); 5] = [
    ("nghìn", 1_000),
    ("ngàn", 1_000),
    ("triệu", 1_000_000),
    ("nghìn tỷ", 1_000_000_000_000),
    ("tỷ", 1_000_000_000),
];
/// Numbers that running text spells out.
const SPELLED: [&str; 10] = ["một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười"];
/// The word before an estimate.
const ESTIMATE: &str = "ước tính ";
/// How amounts in words begin.
const WORD_STARTS: [&str; 8] =
    ["hàng ", "nhiều", "một số", "toàn bộ", "đa số", "phần lớn", "hầu hết", "đông đảo"];

/// Reads one cell; `Ok(None)` when it is empty.
///
/// # Errors
/// See [`CellError`]; where a likely meaning is known it comes with the error.
pub fn read(raw: &str) -> Result<Option<Reading>, CellError> {
    let cleaned = text::clean(raw)?;
    if cleaned.is_empty() {
        return Ok(None);
    }
    if let Some(state) = state_in_words(&cleaned) {
        return Ok(Some(Reading { amount: None, qualifier: None, state }));
    }
    let (state, stated) = match strip_prefix_ignoring_case(&cleaned, ESTIMATE) {
        Some(rest) => (State::Estimate, rest),
        None => (State::Value, cleaned.as_str()),
    };
    let (qualifier, rest) = split_qualifier(stated);
    let amount = read_amount(rest).map_err(|error| error.within(&cleaned, rest))?;
    Ok(Some(Reading { amount: Some(amount), qualifier, state }))
}

/// The amount of a cell as it was written, without its qualifier, where the way of writing is
/// meant: a leading zero (“09”), a decimal zero (“72,60%”), a scale (“14 tỷ đồng”), a number
/// spelled out (“hai”). `None` where the program writes the amount itself.
#[must_use]
pub fn meant_form(raw: &str) -> Option<String> {
    let cleaned = text::clean(raw).ok()?;
    let stated = strip_prefix_ignoring_case(&cleaned, ESTIMATE).unwrap_or(&cleaned);
    let (_, written) = split_qualifier(stated);
    let amount = read_amount(written).ok()?;
    let numbers = || written.split(|c: char| !c.is_ascii_digit() && c != '.' && c != ',');
    let padded = |number: &str| {
        let leads = number.len() > 1 && number.starts_with('0') && !number.starts_with("0,");
        leads || (number.contains(',') && number.ends_with('0'))
    };
    let scaled = SCALES.iter().any(|(word, _)| written.split(' ').any(|it| it == *word));
    let meant = scaled || spelled(written).is_some() || numbers().any(padded);
    (meant && !matches!(amount, Amount::Words { .. })).then(|| written.to_owned())
}

impl CellError {
    /// Puts the likely reading of a part back into the whole cell.
    fn within(self, whole: &str, part: &str) -> Self {
        match self {
            Self::CommaThousands { likely } => {
                Self::CommaThousands { likely: whole.replace(part, &likely) }
            }
            Self::DotDecimal { likely } => {
                Self::DotDecimal { likely: whole.replace(part, &likely) }
            }
            other => other,
        }
    }
}

fn state_in_words(cell: &str) -> Option<State> {
    let lower = cell.to_lowercase();
    [State::Zero, State::NotReported, State::NotApplicable]
        .into_iter()
        .find(|state| state.words() == Some(lower.as_str()))
}

fn split_qualifier(cell: &str) -> (Option<Qualifier>, &str) {
    for qualifier in Qualifier::ALL {
        let Some(rest) = strip_prefix_ignoring_case(cell, qualifier.word()) else { continue };
        let rest = match qualifier.suffix() {
            Some(suffix) => match rest.strip_suffix(suffix) {
                Some(rest) => rest,
                None => continue,
            },
            None => rest,
        };
        if rest.starts_with(' ') {
            return (Some(qualifier), rest.trim());
        }
    }
    (None, cell)
}

fn strip_prefix_ignoring_case<'a>(text: &'a str, prefix: &str) -> Option<&'a str> {
    let head: String = text.chars().take(prefix.chars().count()).collect();
    (head.to_lowercase() == prefix).then(|| &text[head.len()..])
}

fn read_amount(cell: &str) -> Result<Amount, CellError> {
    if starts_in_words(cell) {
        return Ok(Amount::Words { words: cell.to_owned() });
    }
    if let Some(percent) = cell.strip_suffix('%') {
        return Ok(Amount::Percent { value: number_in(cell, percent.trim())? });
    }
    if let Some((reached, total)) = split_ratio(cell) {
        return read_ratio(reached.trim(), total.trim());
    }
    if let Some(dong) = cell.strip_suffix("đồng").or_else(|| cell.strip_suffix(" đ")) {
        return Ok(Amount::Money { dong: scaled_in(cell, dong.trim())? });
    }
    for unit in UNITS {
        if let Some(number) = cell.strip_suffix(unit).map(str::trim)
            && number.ends_with(|c: char| c.is_ascii_digit())
        {
            let value = measured_in(cell, number, 1)?;
            return Ok(Amount::Quantity { value, unit: unit.to_owned() });
        }
    }
    Ok(Amount::Number { value: scaled_in(cell, cell)? })
}

/// Reads a number that may be spelled out or have a scale behind it: “hai”, “1,5 tỷ”.
fn scaled_in(cell: &str, number: &str) -> Result<Fixed, CellError> {
    if let Some(value) = spelled(number) {
        return Ok(value);
    }
    for (word, times) in SCALES {
        let Some(front) = number.strip_suffix(word).map(str::trim) else { continue };
        if front.ends_with(|c: char| c.is_ascii_digit()) {
            return measured_in(cell, front, times);
        }
    }
    number_in(cell, number)
}

/// Reads the number before a unit of measure, or before a scale, which multiplies it: a comma there
/// is the decimal one, and as many digits may follow as the value can hold.
fn measured_in(cell: &str, number: &str, times: i64) -> Result<Fixed, CellError> {
    let (whole, decimals) = match number.split_once(',') {
        Some((whole, decimals)) if is_digits(decimals) => (whole, decimals),
        _ => (number, ""),
    };
    let whole = number_in(cell, whole)?;
    let times = i128::from(times);
    let tail = decimal_thousandths(decimals, times).ok_or(CellError::Unreadable)?;
    let thousandths = i128::from(whole.thousandths()) * times + tail;
    i64::try_from(thousandths).map(Fixed::from_thousandths).map_err(|_| CellError::TooLarge)
}

/// What the digits behind a comma are worth, in thousandths; nothing where that is no whole number
/// of them.
fn decimal_thousandths(digits: &str, times: i128) -> Option<i128> {
    if digits.is_empty() {
        return Some(0);
    }
    let one = 10_i128.checked_pow(u32::try_from(digits.len()).ok()?)?;
    let value = digits.parse::<i128>().ok()?.checked_mul(times * 1_000)?;
    (value % one == 0).then_some(value / one)
}

fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.chars().all(|c| c.is_ascii_digit())
}

/// The value of a number that is spelled out.
fn spelled(cell: &str) -> Option<Fixed> {
    let lower = cell.to_lowercase();
    let place = SPELLED.iter().position(|word| *word == lower)?;
    i64::try_from(place + 1).ok().and_then(Fixed::from_int)
}

/// Reads the number that is a part of a cell; a likely meaning is given for the whole cell.
fn number_in(cell: &str, number: &str) -> Result<Fixed, CellError> {
    read_number(number).map_err(|error| error.within(cell, number))
}

fn starts_in_words(cell: &str) -> bool {
    let lower = cell.to_lowercase();
    WORD_STARTS.iter().any(|start| lower.starts_with(start))
}

/// Splits at “/”, or at the single space between two plain numbers (“1686 1727”).
fn split_ratio(cell: &str) -> Option<(&str, &str)> {
    if let Some(parts) = cell.split_once('/') {
        return Some(parts);
    }
    let (left, right) = cell.split_once(' ')?;
    let numeric = |s: &str| s.chars().all(|c| c.is_ascii_digit() || c == '.') && !s.is_empty();
    // "1 686" is one number with a space between thousands for some hands: not a fraction.
    let one_number = left.len() <= 3 && right.len() == 3 && !left.contains('.');
    (numeric(left) && numeric(right) && !one_number).then_some((left, right))
}

fn read_ratio(reached: &str, total: &str) -> Result<Amount, CellError> {
    match (read_number(reached), read_number(total)) {
        (Ok(reached), Ok(total)) => Ok(Amount::Ratio { reached, total }),
        (left, right) => Err(merge_ratio_errors(reached, total, left, right)),
    }
}

fn merge_ratio_errors(
    reached: &str,
    total: &str,
    left: Result<Fixed, CellError>,
    right: Result<Fixed, CellError>,
) -> CellError {
    let likely = |side: &Result<Fixed, CellError>, typed: &str| match side {
        Ok(number) => number.to_string(),
        Err(CellError::CommaThousands { likely } | CellError::DotDecimal { likely }) => {
            likely.clone()
        }
        Err(_) => typed.to_owned(),
    };
    let whole = format!("{}/{}", likely(&left, reached), likely(&right, total));
    match left.and(right) {
        Err(CellError::CommaThousands { .. }) => CellError::CommaThousands { likely: whole },
        Err(CellError::DotDecimal { .. }) => CellError::DotDecimal { likely: whole },
        Err(other) => other,
        Ok(_) => CellError::Unreadable,
    }
}

/// Reads one number in Vietnamese writing: `1.686`, `1686`, `97,6`, `09`.
///
/// # Errors
/// See [`CellError`].
pub fn read_number(raw: &str) -> Result<Fixed, CellError> {
    if let Some(rest) = raw.strip_prefix(['-', '−']) {
        return read_number(rest.trim()).and(Err(CellError::Negative));
    }
    let shape_ok = raw.chars().all(|c| c.is_ascii_digit() || c == '.' || c == ',');
    if raw.is_empty() || !shape_ok || !raw.starts_with(|c: char| c.is_ascii_digit()) {
        return Err(CellError::Unreadable);
    }
    let (whole, fraction) = match raw.split_once(',') {
        Some((whole, fraction)) => (whole, Some(fraction)),
        None => (raw, None),
    };
    let whole = read_whole(whole)?;
    let Some(fraction) = fraction else {
        return whole.ok_or_else(|| dot_decimal(raw));
    };
    read_fraction(raw, whole, fraction)
}

/// The part before the comma; `Ok(None)` when its dots do not stand at thousands.
fn read_whole(whole: &str) -> Result<Option<Fixed>, CellError> {
    let mut groups = whole.split('.');
    let first = groups.next().unwrap_or_default();
    let rest: Vec<&str> = groups.collect();
    let grouped = rest.is_empty()
        || ((1..=3).contains(&first.len()) && rest.iter().all(|group| group.len() == 3));
    if !grouped {
        return Ok(None);
    }
    let digits = whole.replace('.', "");
    let number: i64 = digits.parse().map_err(|_| CellError::TooLarge)?;
    Fixed::from_int(number).map(Some).ok_or(CellError::TooLarge)
}

fn read_fraction(raw: &str, whole: Option<Fixed>, fraction: &str) -> Result<Fixed, CellError> {
    let digits_only = is_digits(fraction);
    let foreign_thousands = raw.split(',').skip(1).all(|group| group.len() == 3);
    if foreign_thousands && !raw.contains('.') && whole != Some(Fixed::default()) {
        return Err(CellError::CommaThousands { likely: raw.replace(',', ".") });
    }
    let (Some(whole), true, true) = (whole, digits_only, fraction.len() <= 3) else {
        return Err(CellError::Unreadable);
    };
    let thousandths: i64 = format!("{fraction:0<3}").parse().map_err(|_| CellError::Unreadable)?;
    whole.checked_add(Fixed::from_thousandths(thousandths)).ok_or(CellError::TooLarge)
}

fn dot_decimal(raw: &str) -> CellError {
    if raw.matches('.').count() == 1 && !raw.ends_with('.') {
        CellError::DotDecimal { likely: raw.replace('.', ",") }
    } else {
        CellError::Unreadable
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn shown(raw: &str) -> String {
        let reading = read(raw).unwrap().unwrap();
        let amount = reading.amount.map(|a| a.to_string()).unwrap_or_default();
        match reading.qualifier {
            Some(qualifier) => qualifier.apply(&amount),
            None => amount,
        }
    }

    #[test]
    fn one_cell_takes_a_fraction_in_every_way_it_is_typed() {
        for raw in ["1.686/1.727", "1686/1727", "1.686 / 1.727", "1686 1727"] {
            assert_eq!(shown(raw), "1.686/1.727", "{raw}");
        }
    }

    #[test]
    fn amounts_of_the_published_briefings_read_back_as_printed() {
        for raw in [
            "gần 300",
            "trên 1.000",
            "trên 60%",
            "100%",
            "hàng nghìn",
            "nhiều",
            "13,85 kg",
            "hơn 76 km2",
            "4/5",
            "từ 80% trở lên",
            "2.530.000 đồng",
            "ít nhất 5",
        ] {
            assert_eq!(shown(raw), raw);
        }
        assert_eq!(shown("09"), "9", "a leading zero is a way of writing, not a number");
        assert_eq!(shown("Gần 300"), "gần 300");
    }

    #[test]
    fn scales_and_spelled_numbers_are_amounts_and_keep_their_form() {
        let value = |raw: &str| read(raw).unwrap().unwrap().amount.unwrap().to_string();
        assert_eq!(value("14 tỷ đồng"), "14.000.000.000 đồng");
        assert_eq!(value("khoảng 1,5 triệu đồng"), "1.500.000 đồng");
        assert_eq!(value("hơn 613 ngàn"), "613.000");
        assert_eq!(value("hai"), "2");
        assert_eq!(read("99999999999 nghìn tỷ"), Err(CellError::TooLarge));
        for (raw, form) in [
            ("14 tỷ đồng", Some("14 tỷ đồng")),
            ("trên 60 triệu đồng", Some("60 triệu đồng")),
            ("Hai", Some("Hai")),
            ("09", Some("09")),
            ("07/11", Some("07/11")),
            ("gần 72,60%", Some("72,60%")),
            ("1686/1727", None),
            ("0,5", None),
            ("0", None),
            ("2000", None),
            ("hàng nghìn", None),
            ("không phát sinh", None),
        ] {
            assert_eq!(meant_form(raw).as_deref(), form, "{raw}");
        }
    }

    #[test]
    fn an_estimate_is_a_state_of_its_own() {
        let reading = read("ước tính 166 triệu đồng").unwrap().unwrap();
        assert_eq!((reading.state, reading.qualifier), (State::Estimate, None));
        let qualified = read("ước 300").unwrap().unwrap();
        assert_eq!(qualified.qualifier, Some(Qualifier::Estimated), "the plain word stays one");
    }

    #[test]
    fn a_comma_before_three_digits_is_asked_about_never_guessed() {
        let likely = |raw: &str| match read(raw) {
            Err(CellError::CommaThousands { likely }) => likely,
            other => format!("{other:?}"),
        };
        assert_eq!(likely("1,686/1.727"), "1.686/1.727");
        assert_eq!(likely("1,686"), "1.686");
        assert_eq!(likely("gần 1,300"), "gần 1.300");
        let dotted = CellError::DotDecimal { likely: "97,6%".to_owned() };
        assert_eq!(read("97.6%"), Err(dotted));
    }

    #[test]
    fn a_comma_before_a_measure_or_a_scale_and_behind_a_zero_is_a_decimal_one() {
        for raw in ["0,485 kg", "1,205 kg", "13,85 kg", "1.205,5 m", "0,485"] {
            assert_eq!(shown(raw), raw);
        }
        assert_eq!(shown("1,2050 kg"), "1,205 kg");
        assert_eq!(shown("1,125 tỷ đồng"), "1.125.000.000 đồng");
        assert_eq!(shown("2,0375 tỷ đồng"), "2.037.500.000 đồng");
        assert_eq!(shown("1,205 nghìn"), "1.205");
        for raw in ["1,2345 kg", "1,23456789012345678901234567890123456789012 tỷ đồng"] {
            assert_eq!(read(raw), Err(CellError::Unreadable), "{raw}: finer than a thousandth");
        }
        assert_eq!(read("9999999999999 nghìn tỷ"), Err(CellError::TooLarge));
    }

    #[test]
    fn what_is_no_amount_is_refused() {
        for raw in ["abc", "12a", "1//2", "/5", "5/", "1.2.3", "١٢", "1e5", "1 686"] {
            assert_eq!(read(raw), Err(CellError::Unreadable), "{raw}");
        }
        assert_eq!(read("-5"), Err(CellError::Negative));
        assert_eq!(read("99999999999999999999"), Err(CellError::TooLarge));
        assert_eq!(read("   "), Ok(None));
    }

    #[test]
    fn nothing_occurred_is_not_the_same_as_nothing_reported() {
        assert_eq!(read("không phát sinh").unwrap().unwrap().state, State::Zero);
        assert_eq!(read("Chưa báo cáo").unwrap().unwrap().state, State::NotReported);
        assert_eq!(read("0").unwrap().unwrap().state, State::Value);
    }

    proptest! {
        #[test]
        fn printing_then_reading_gives_the_same_amount(x in 0_i64..10_000_000, y in 0_i64..10_000_000) {
            let amount = Amount::Ratio {
                reached: Fixed::from_int(x).unwrap(),
                total: Fixed::from_int(y).unwrap(),
            };
            let read_back = read(&amount.to_string()).unwrap().unwrap().amount;
            prop_assert_eq!(read_back, Some(amount));
        }

        #[test]
        fn no_text_makes_the_reader_panic(raw in ".{0,40}") {
            drop(read(&raw));
        }
    }
}
