//! Typed text to values, with the reason when it cannot be.

use bc138_domain::amount::Amount;
use bc138_domain::cell::CellError;
use bc138_domain::date::DateError;
use bc138_domain::text::TextError;
use bc138_domain::{cell, date, text};
use chrono::NaiveDate;
use serde::Serialize;
use serde::de::DeserializeOwned;

/// Why typed text was not taken. Nothing is stored as a value; the text is kept as a draft.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// The text itself.
    #[error(transparent)]
    Text(#[from] TextError),
    /// An amount that cannot be read.
    #[error(transparent)]
    Cell(#[from] CellError),
    /// A date that cannot be read.
    #[error(transparent)]
    Date(#[from] DateError),
    /// A whole number outside its range.
    #[error("not a whole number from {min} to {max}")]
    WholeNumber {
        /// Least.
        min: i32,
        /// Most.
        max: i32,
    },
    /// None of the choices.
    #[error("not one of the choices: {0}")]
    Choice(String),
    /// The field must not be empty.
    #[error("must not be empty")]
    Required,
    /// The window would end before it begins.
    #[error("window runs backwards")]
    BackwardWindow,
    /// The field takes a number, not words.
    #[error("a number is needed")]
    NumberNeeded,
    /// Another value of the same setting begins on the same day.
    #[error("overlaps another value")]
    Overlap,
    /// Not a stretch of days of the year.
    #[error("not a span of days")]
    Span,
    /// A value that a setting of awards does not take.
    #[error(transparent)]
    Setting(#[from] bc138_awards::own::Unfit),
    /// The field takes x/y.
    #[error("x/y is needed")]
    RatioNeeded,
    /// A speech before anybody who could give it is entered.
    #[error("nobody has been entered yet")]
    NobodyYet,
    /// A name that is already taken.
    #[error("already there: {0}")]
    Taken(String),
}

/// One line; empty is nothing.
pub(crate) fn line(raw: &str) -> Result<Option<String>, Refusal> {
    Ok(Some(text::clean(raw)?).filter(|text| !text.is_empty()))
}

/// A paragraph; empty is nothing.
pub(super) fn paragraph(raw: &str) -> Result<Option<String>, Refusal> {
    Ok(Some(text::clean_long(raw)?).filter(|text| !text.is_empty()))
}

/// One line that must not be empty.
pub(crate) fn required(raw: &str) -> Result<String, Refusal> {
    line(raw)?.ok_or(Refusal::Required)
}

/// A point of text as a clause: without the full stop or semicolon that people end it with.
pub(super) fn clause(raw: &str) -> Result<String, Refusal> {
    let text = text::clean_long(raw)?;
    Ok(text.trim_end_matches(['.', ';', ' ']).to_owned())
}

/// A date; empty is nothing.
pub(crate) fn day(raw: &str) -> Result<Option<NaiveDate>, Refusal> {
    match line(raw)? {
        Some(text) => Ok(Some(date::parse_date(&text)?)),
        None => Ok(None),
    }
}

/// A whole number in a range; empty is nothing.
pub(crate) fn whole(raw: &str, min: i32, max: i32) -> Result<Option<i32>, Refusal> {
    let Some(text) = line(raw)? else { return Ok(None) };
    let refusal = Refusal::WholeNumber { min, max };
    let number = cell::read_number(&text).ok().and_then(bc138_domain::Fixed::as_int);
    let number = number.and_then(|n| i32::try_from(n).ok());
    number.filter(|n| (min..=max).contains(n)).map(Some).ok_or(refusal)
}

/// A word of an enumeration; empty is nothing.
pub(super) fn choice<T: DeserializeOwned>(raw: &str) -> Result<Option<T>, Refusal> {
    let Some(word) = line(raw)? else { return Ok(None) };
    let value = serde_json::Value::String(word.clone());
    serde_json::from_value(value).map(Some).map_err(|_| Refusal::Choice(word))
}

/// A word that must be chosen.
pub(super) fn chosen<T: DeserializeOwned>(raw: &str) -> Result<T, Refusal> {
    choice(raw)?.ok_or(Refusal::Required)
}

/// The word of an enumeration's value, for showing and for the change log.
pub(super) fn word<T: Serialize>(value: &T) -> String {
    match serde_json::to_value(value) {
        Ok(serde_json::Value::String(word)) => word,
        _ => String::new(),
    }
}

/// One of two or more words that the program knows; it must be chosen.
pub(super) fn one_of(raw: &str, known: &[&str]) -> Result<String, Refusal> {
    let word = required(raw)?;
    if known.contains(&word.as_str()) { Ok(word) } else { Err(Refusal::Choice(word)) }
}

/// Several entries separated by semicolons.
pub(super) fn entries(raw: &str) -> Result<Vec<String>, Refusal> {
    let text = text::clean_long(raw)?;
    Ok(text.split(';').map(str::trim).filter(|s| !s.is_empty()).map(str::to_owned).collect())
}

/// A count as a number or in words.
type CountOrWords = (Option<i32>, Option<String>);

/// A count that may be in words: “26”, “nhiều”; “05” and “năm” keep their form beside the number.
pub(super) fn count_or_words(raw: &str) -> Result<Option<CountOrWords>, Refusal> {
    let Some(reading) = cell::read(raw)? else { return Ok(None) };
    match reading.amount {
        Some(Amount::Words { words }) => Ok(Some((None, Some(words)))),
        Some(Amount::Number { value }) if reading.qualifier.is_none() => {
            let count = value.as_int().and_then(|n| i32::try_from(n).ok());
            Ok(Some((Some(count.ok_or(Refusal::NumberNeeded)?), cell::meant_form(raw))))
        }
        _ => Err(Refusal::NumberNeeded),
    }
}

/// An optional text as it is shown.
pub(super) fn shown(text: Option<&String>) -> String {
    text.cloned().unwrap_or_default()
}

/// An optional date as it is shown.
pub(crate) fn shown_day(day: Option<NaiveDate>) -> String {
    day.map(date::full).unwrap_or_default()
}

/// An optional number as it is shown.
pub(super) fn shown_number(number: Option<i32>) -> String {
    number.map(|n| n.to_string()).unwrap_or_default()
}
