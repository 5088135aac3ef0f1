//! The stretch of time that a figure, an agenda item or a dossier covers.

use crate::date;
use chrono::{Datelike, Months, NaiveDate};
use serde::{Deserialize, Serialize};

/// From–to, either end open, with the words a report uses for it.
///
/// Several calendars live side by side ([`crate::calendar`]), so a year number alone is never
/// enough.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, Default)]
pub struct Window {
    /// First day; `None` when the source does not say.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<NaiveDate>,
    /// Last day; `None` when it is still running or not said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<NaiveDate>,
    /// The words for it: “năm 2022”, “5 năm”, “giai đoạn 2011-2015”, “đến nay”.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub label: Option<String>,
}

/// Why a window was not taken.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum WindowError {
    /// The last day lies before the first.
    #[error("window ends {to} before it begins {from}")]
    Backwards {
        /// First day.
        from: NaiveDate,
        /// Last day.
        to: NaiveDate,
    },
}

/// A reporting year that begins or ends some weeks apart from another is still a year.
const LEAST_DAYS_OF_A_YEAR: i64 = 300;

impl Window {
    /// Whether it is a part of a year: “6 tháng đầu năm”.
    #[must_use]
    pub fn is_part_of_year(&self) -> bool {
        let days = self.from.zip(self.to).map(|(from, to)| (to - from).num_days());
        days.is_some_and(|days| days < LEAST_DAYS_OF_A_YEAR)
    }

    /// The reporting year of most subjects: 16/11 of the year before to 15/11
    /// (Thông tư 124/2021/TT-BCA, Điều 8). What it was before 2022, and what a setting makes of
    /// it, [`CalendarBook`](crate::CalendarBook) knows.
    #[must_use]
    pub fn reporting_year(year: i32) -> Self {
        Self {
            from: NaiveDate::from_ymd_opt(year - 1, 11, 16),
            to: NaiveDate::from_ymd_opt(year, 11, 15),
            label: Some(format!("năm {year}")),
        }
    }

    /// A window of `years` reporting years that ends with `year`.
    #[must_use]
    pub fn review(year: i32, years: i32) -> Self {
        Self {
            from: NaiveDate::from_ymd_opt(year - years, 11, 16),
            to: NaiveDate::from_ymd_opt(year, 11, 15),
            label: Some(format!("{years} năm")),
        }
    }

    /// A window known only by its words.
    #[must_use]
    pub fn named(label: &str) -> Self {
        Self { from: None, to: None, label: Some(label.to_owned()) }
    }

    /// Checks that the window does not run backwards.
    ///
    /// # Errors
    /// [`WindowError::Backwards`].
    pub fn validate(&self) -> Result<(), WindowError> {
        match (self.from, self.to) {
            (Some(from), Some(to)) if to < from => Err(WindowError::Backwards { from, to }),
            _ => Ok(()),
        }
    }

    /// The same stretch one window earlier (the year before a year, the five years before five
    /// years); `None` when an end is open.
    #[must_use]
    pub fn preceding(&self) -> Option<(NaiveDate, NaiveDate)> {
        let (from, after) = (self.from?, self.to?.succ_opt()?);
        let years = u32::try_from(after.year() - from.year()).unwrap_or(0).max(1);
        // The day after the end moves, not the end: February ends on the 28th or the 29th.
        let back = |day: NaiveDate| day.checked_sub_months(Months::new(12 * years));
        Some((back(from)?, back(after)?.pred_opt()?))
    }

    /// `16/11/2021 – 15/11/2022`, or the open form of it.
    #[must_use]
    pub fn days(&self) -> Option<String> {
        match (self.from, self.to) {
            (Some(from), Some(to)) => Some(format!("{} – {}", date::full(from), date::full(to))),
            (Some(from), None) => Some(format!("từ {}", date::full(from))),
            (None, Some(to)) => Some(format!("đến {}", date::full(to))),
            (None, None) => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_year_before_a_reporting_year_is_the_reporting_year_before() {
        let year = Window::reporting_year(2022);
        let before = Window::reporting_year(2021);
        assert_eq!(year.preceding(), before.from.zip(before.to));
        let five = Window::review(2022, 5);
        let earlier = Window::review(2017, 5);
        assert_eq!(five.preceding(), earlier.from.zip(earlier.to));
    }

    #[test]
    fn the_year_before_ends_with_the_february_it_had() {
        let day = |y, m, d| NaiveDate::from_ymd_opt(y, m, d).unwrap();
        let window = |from, to| Window { from: Some(from), to: Some(to), label: None };
        let leap = window(day(2023, 3, 1), day(2024, 2, 29));
        assert_eq!(leap.preceding(), Some((day(2022, 3, 1), day(2023, 2, 28))));
        let half = window(day(2023, 11, 16), day(2024, 5, 15));
        assert_eq!(half.preceding(), Some((day(2022, 11, 16), day(2023, 5, 15))), "the same half");
    }

    #[test]
    fn a_backward_window_is_refused_and_an_open_one_is_not() {
        let mut window = Window::reporting_year(2022);
        std::mem::swap(&mut window.from, &mut window.to);
        assert!(matches!(window.validate(), Err(WindowError::Backwards { .. })));
        assert_eq!(Window::named("đến nay").validate(), Ok(()));
    }
}
