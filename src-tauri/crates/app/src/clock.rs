//! The clock, as a port: everything below the shell is told the time.

use chrono::{NaiveDate, NaiveDateTime};

/// Tells the time of the office.
pub trait Clock: Send + Sync {
    /// Local date and time.
    fn now(&self) -> NaiveDateTime;
}

/// The computer's clock.
#[derive(Debug, Clone, Copy, Default)]
pub struct SystemClock;

impl Clock for SystemClock {
    #[allow(clippy::disallowed_methods, reason = "the one place where the clock is read")]
    fn now(&self) -> NaiveDateTime {
        chrono::Local::now().naive_local()
    }
}

/// A clock that stands still, for tests.
#[derive(Debug, Clone, Copy)]
pub struct FixedClock(pub NaiveDateTime);

impl Clock for FixedClock {
    fn now(&self) -> NaiveDateTime {
        self.0
    }
}

/// `2023-02-08T14:02:11`, the form kept in the change log.
#[must_use]
pub fn stamp(at: NaiveDateTime) -> String {
    at.format("%Y-%m-%dT%H:%M:%S").to_string()
}

/// `08/02 14:02` of a stamp, the form shown in lists.
#[must_use]
pub fn short(stamp: &str) -> String {
    read(stamp).map_or_else(|| stamp.to_owned(), |at| at.format("%d/%m %H:%M").to_string())
}

/// The day of a stamp.
pub(crate) fn day(stamp: &str) -> Option<NaiveDate> {
    read(stamp).map(|at| at.date())
}

fn read(stamp: &str) -> Option<NaiveDateTime> {
    NaiveDateTime::parse_from_str(stamp, "%Y-%m-%dT%H:%M:%S").ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stamp_is_shown_short_and_anything_else_as_it_is() {
        assert_eq!(short("2023-02-08T14:02:11"), "08/02 14:02");
        assert_eq!(short("hôm qua"), "hôm qua");
    }
}
