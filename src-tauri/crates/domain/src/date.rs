//! Dates as clerks type them and as documents print them.

use chrono::{Datelike, NaiveDate};

/// Why a date was not taken.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum DateError {
    /// Not of the form ngày/tháng/năm.
    #[error("not a date: {0}")]
    Unreadable(String),
    /// Day, month and year are there, but the calendar has no such day (31/02/2023).
    #[error("no such day: {day:02}/{month:02}/{year}")]
    NoSuchDay {
        /// Day as typed.
        day: u32,
        /// Month as typed.
        month: u32,
        /// Year as typed.
        year: i32,
    },
}

/// Reads `d/m/yyyy`, `d-m-yyyy` or `d.m.yyyy`.
///
/// # Errors
/// [`DateError`]: the text is no date, or the day does not exist.
pub fn parse_date(raw: &str) -> Result<NaiveDate, DateError> {
    let unreadable = || DateError::Unreadable(raw.trim().to_owned());
    let parts: Vec<&str> = raw.trim().split(['/', '-', '.']).map(str::trim).collect();
    let [day, month, year] = parts[..] else { return Err(unreadable()) };
    let day: u32 = day.parse().map_err(|_| unreadable())?;
    let month: u32 = month.parse().map_err(|_| unreadable())?;
    let year: i32 = year.parse().map_err(|_| unreadable())?;
    if !(1945..=2200).contains(&year) {
        return Err(unreadable());
    }
    NaiveDate::from_ymd_opt(year, month, day).ok_or(DateError::NoSuchDay { day, month, year })
}

/// `09/02/2023`, the form shown in fields and tables.
#[must_use]
pub fn full(date: NaiveDate) -> String {
    date.format("%d/%m/%Y").to_string()
}

/// `9/2`, the form of press briefings.
#[must_use]
pub fn short(date: NaiveDate) -> String {
    format!("{}/{}", date.day(), date.month())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn three_separators_give_the_same_day() {
        for raw in ["8/2/2023", "08-02-2023", " 8.2.2023 "] {
            assert_eq!(parse_date(raw).map(full).as_deref(), Ok("08/02/2023"), "{raw}");
        }
    }

    #[test]
    fn a_day_that_does_not_exist_is_named() {
        let wrong = DateError::NoSuchDay { day: 31, month: 2, year: 2023 };
        assert_eq!(parse_date("31/02/2023"), Err(wrong));
    }

    #[test]
    fn words_and_years_out_of_range_are_unreadable() {
        for raw in ["hôm qua", "8/2", "8/2/23", "8/2/20233"] {
            assert_eq!(parse_date(raw), Err(DateError::Unreadable(raw.to_owned())));
        }
    }
}
