//! Reporting years: several calendars side by side, each dated, each to be changed by a setting.
//!
//! Residential quarters report from 01/11 to 31/10, other subjects from 16/11 to 15/11 (Thông tư
//! 124/2021/TT-BCA, Điều 8), the police count from 15/12 to 14/12. A year is named after its last
//! day, and the calendar in force on that day rules all of it.

mod follow;
mod span;

pub use follow::{Followed, Part};
pub use span::{MonthDay, Span};

use crate::catalogue::Indicator;
use crate::catalogue::table::{Column, Entry, Reader};
use crate::setting::Setting;
use crate::window::Window;
use chrono::NaiveDate;

/// The calendar of everything that names no other.
pub const STANDARD: &str = "chung";

/// Beginning of the keys of settings that change a calendar; the code follows.
pub const SETTING_PREFIX: &str = "calendar.";

/// Why a calendar was not taken.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum CalendarError {
    /// Not of the form `16/11-15/11`.
    #[error("not a span of days: {0}")]
    NotASpan(String),
    /// A day that no year has.
    #[error("no such day: {0}")]
    NoSuchDay(String),
    /// There is no calendar of that code.
    #[error("unknown calendar {0}")]
    UnknownCalendar(String),
}

/// One calendar (lịch báo cáo) for a stretch of time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Calendar {
    /// Stable code.
    pub code: String,
    /// Whom it is for: “Khu dân cư”.
    pub name: String,
    /// How a year of it is called, with `{year}` and `{before}`: “năm học {before}-{year}”.
    pub label: String,
    /// First and last day of its year.
    pub span: Span,
    /// First day on which it is in force.
    pub valid_from: Option<NaiveDate>,
    /// Last day on which it is in force.
    pub valid_to: Option<NaiveDate>,
    /// The text of law; empty for a setting of the user's.
    pub basis: String,
}

impl Calendar {
    /// A year of it, in force or not; `None` for a year out of range.
    #[must_use]
    pub fn year(&self, year: i32) -> Option<Window> {
        let (from, to) = self.span.year(year)?;
        Some(Window { from: Some(from), to: Some(to), label: Some(self.label_of(year)) })
    }

    fn label_of(&self, year: i32) -> String {
        let before = (year - 1).to_string();
        self.label.replace("{year}", &year.to_string()).replace("{before}", &before)
    }

    fn is_in_force(&self, day: NaiveDate) -> bool {
        self.valid_from.is_none_or(|from| from <= day) && self.valid_to.is_none_or(|to| day <= to)
    }
}

impl Entry for Calendar {
    fn columns() -> Vec<Column> {
        let required = ["code", "name", "label", "first", "last"].map(Column::required);
        let optional = ["valid_from", "valid_to", "basis"].map(Column::optional);
        required.into_iter().chain(optional).collect()
    }

    fn read(row: &mut Reader<'_>) -> Self {
        let (first, last) = (month_day(row, "first"), month_day(row, "last"));
        Self {
            code: row.code("code"),
            name: row.text("name"),
            label: row.text("label"),
            span: Span { first, last },
            valid_from: row.day("valid_from"),
            valid_to: row.day("valid_to"),
            basis: row.text("basis"),
        }
    }
}

fn month_day(row: &mut Reader<'_>, column: &str) -> MonthDay {
    let text = row.text(column);
    MonthDay::read(&text).unwrap_or_else(|_| {
        row.note(column, crate::catalogue::ProblemKind::Date(text));
        MonthDay::FIRST
    })
}

/// All calendars.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct CalendarBook {
    /// In the order in which they rule: settings, the latest first, then the built-in ones.
    calendars: Vec<Calendar>,
}

impl CalendarBook {
    /// A book of some calendars; of two for the same code and day the earlier in the list rules.
    #[must_use]
    pub const fn new(calendars: Vec<Calendar>) -> Self {
        Self { calendars }
    }

    /// The book with the user's settings `calendar.<code>` = `16/11-15/11` before it; an empty
    /// value changes nothing.
    ///
    /// # Errors
    /// [`CalendarError`]: a value that is no span, or a code that no calendar has.
    pub fn with_settings(&self, settings: &[Setting]) -> Result<Self, CalendarError> {
        let mut own = Vec::new();
        for setting in settings.iter().filter(|setting| !setting.value.trim().is_empty()) {
            let Some(code) = setting.key.strip_prefix(SETTING_PREFIX) else { continue };
            let named = self.calendars.iter().rfind(|calendar| calendar.code == code);
            let named = named.ok_or_else(|| CalendarError::UnknownCalendar(code.to_owned()))?;
            own.push(Calendar {
                span: Span::read(&setting.value)?,
                valid_from: setting.valid_from,
                valid_to: setting.valid_to,
                basis: String::new(),
                ..named.clone()
            });
        }
        own.sort_by_key(|calendar| std::cmp::Reverse(calendar.valid_from));
        own.extend(self.calendars.iter().cloned());
        Ok(Self::new(own))
    }

    /// All calendars, in the order in which they rule.
    #[must_use]
    pub fn calendars(&self) -> &[Calendar] {
        &self.calendars
    }

    /// Whether there is a calendar of a code.
    #[must_use]
    pub fn has(&self, code: &str) -> bool {
        self.calendars.iter().any(|calendar| calendar.code == code)
    }

    /// The calendar that rules a year: the one in force on the year's last day.
    #[must_use]
    pub fn calendar(&self, code: &str, year: i32) -> Option<&Calendar> {
        let ends_in_force = |calendar: &&Calendar| {
            calendar.span.year(year).is_some_and(|(_, to)| calendar.is_in_force(to))
        };
        self.calendars.iter().filter(|calendar| calendar.code == code).find(ends_in_force)
    }

    /// The reporting year of a calendar; `None` when no calendar of that code rules it.
    #[must_use]
    pub fn window(&self, code: &str, year: i32) -> Option<Window> {
        self.calendar(code, year)?.year(year)
    }

    /// The reporting year of an indicator, by its calendar or the standard one.
    #[must_use]
    pub fn window_of(&self, indicator: &Indicator, year: i32) -> Option<Window> {
        self.window(code_of(indicator), year)
    }
}

/// The code of an indicator's calendar.
#[must_use]
pub fn code_of(indicator: &Indicator) -> &str {
    if indicator.calendar.is_empty() { STANDARD } else { &indicator.calendar }
}

#[cfg(test)]
mod tests;
