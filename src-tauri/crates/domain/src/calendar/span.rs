//! Days of a year without the year, and the stretch between two of them.

use super::CalendarError;
use chrono::{Datelike, NaiveDate};

/// A day of any year (ngày/tháng).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct MonthDay {
    month: u32,
    day: u32,
}

/// A year with a 29 February.
const LEAP_YEAR: i32 = 2000;

impl MonthDay {
    /// 01/01.
    pub const FIRST: Self = Self { month: 1, day: 1 };

    /// A day that at least leap years have.
    #[must_use]
    pub fn new(day: u32, month: u32) -> Option<Self> {
        NaiveDate::from_ymd_opt(LEAP_YEAR, month, day).map(|_| Self { month, day })
    }

    /// Reads `16/11`.
    ///
    /// # Errors
    /// [`CalendarError`]: not of that form, or a day that no year has.
    pub fn read(raw: &str) -> Result<Self, CalendarError> {
        let form = || CalendarError::NotASpan(raw.trim().to_owned());
        let (day, month) = raw.split_once('/').ok_or_else(form)?;
        let number = |text: &str| text.trim().parse().map_err(|_| form());
        Self::new(number(day)?, number(month)?)
            .ok_or_else(|| CalendarError::NoSuchDay(raw.trim().to_owned()))
    }

    /// The day in a year; 29 February falls on the 28th where there is none.
    fn of(self, year: i32) -> Option<NaiveDate> {
        NaiveDate::from_ymd_opt(year, self.month, self.day)
            .or_else(|| NaiveDate::from_ymd_opt(year, self.month, self.day.checked_sub(1)?))
    }

    /// Whether the day is the last before another one, in some year.
    fn is_eve_of(self, next: Self) -> bool {
        [LEAP_YEAR, LEAP_YEAR + 1].into_iter().any(|year| {
            let eve = next.of(year).and_then(|day| day.pred_opt());
            eve.is_some_and(|eve| (eve.month(), eve.day()) == (self.month, self.day))
        })
    }
}

impl std::fmt::Display for MonthDay {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:02}/{:02}", self.day, self.month)
    }
}

/// The first and the last day of a reporting year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Span {
    /// First day.
    pub first: MonthDay,
    /// Last day.
    pub last: MonthDay,
}

impl Span {
    /// Reads `16/11-15/11`, with a hyphen or a dash.
    ///
    /// # Errors
    /// [`CalendarError`]: not of that form, or a day that no year has.
    pub fn read(raw: &str) -> Result<Self, CalendarError> {
        let not_a_span = || CalendarError::NotASpan(raw.trim().to_owned());
        let (first, last) = raw.split_once(['-', '–']).ok_or_else(not_a_span)?;
        let read = |text: &str| {
            MonthDay::read(text).map_err(|error| match error {
                CalendarError::NotASpan(_) => not_a_span(),
                other => other,
            })
        };
        Ok(Self { first: read(first)?, last: read(last)? })
    }

    /// First and last day of the year that ends in `year`. A year that ends the day before it
    /// begins leaves no day out, also where February has 29 days.
    #[must_use]
    pub fn year(self, year: i32) -> Option<(NaiveDate, NaiveDate)> {
        if !(1..=9999).contains(&year) {
            return None;
        }
        let begins = if self.first < self.last { year } else { year - 1 };
        let from = self.first.of(begins)?;
        let to = if self.last.is_eve_of(self.first) {
            self.first.of(begins + 1)?.pred_opt()?
        } else {
            self.last.of(year)?
        };
        Some((from, to))
    }
}

impl std::fmt::Display for Span {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}-{}", self.first, self.last)
    }
}
