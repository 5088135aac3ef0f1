//! Text typed into the screens beside the forms: read as a field is read, refused with its place.

use crate::error::AppError;
use crate::field::{Refusal, parse};
use crate::vi::labels;
use bc138_domain::date;
use chrono::NaiveDate;

impl Refusal {
    /// The refusal as the failure of a use case, with the name of the field.
    pub(crate) fn at(self, place: impl Into<String>) -> AppError {
        AppError::Refused { key: place.into(), refusal: self }
    }
}

/// One line; empty is nothing.
pub(crate) fn line(place: &str, raw: &str) -> Result<Option<String>, AppError> {
    parse::line(raw).map_err(|refusal| refusal.at(place))
}

/// One line that must not be empty.
pub(crate) fn required(place: &str, raw: &str) -> Result<String, AppError> {
    parse::required(raw).map_err(|refusal| refusal.at(place))
}

/// A day.
pub(crate) fn day(raw: &str) -> Result<NaiveDate, AppError> {
    date::parse_date(raw).map_err(|error| Refusal::from(error).at(labels::DAY))
}

/// A day; empty is no limit.
pub(crate) fn limit(raw: &str) -> Result<Option<NaiveDate>, AppError> {
    parse::day(raw).map_err(|refusal| refusal.at(labels::DAY))
}
