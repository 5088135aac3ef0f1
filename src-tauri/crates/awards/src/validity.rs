//! From when to when a legal value holds.

use chrono::{Days, NaiveDate};

/// A stretch of days; either end may be open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Validity {
    /// First day; `None` since ever.
    pub from: Option<NaiveDate>,
    /// Last day; `None` until further notice.
    pub to: Option<NaiveDate>,
}

impl Validity {
    /// Whether the value holds on a day. Where the day is not known, the value in force today,
    /// which has no last day, is the one to judge by.
    #[must_use]
    pub fn holds(&self, day: Option<NaiveDate>) -> bool {
        day.map_or(self.to.is_none(), |day| {
            self.from.is_none_or(|from| from <= day) && self.to.is_none_or(|to| day <= to)
        })
    }

    /// Whether two stretches have a day in common.
    #[must_use]
    pub fn overlaps(&self, other: &Self) -> bool {
        let starts_in_time = |a: &Self, b: &Self| match (a.from, b.to) {
            (Some(from), Some(to)) => from <= to,
            _ => true,
        };
        starts_in_time(self, other) && starts_in_time(other, self)
    }

    /// Whether `next` begins on the day after this one ends.
    #[must_use]
    pub fn is_followed_by(&self, next: &Self) -> bool {
        match (self.to, next.from) {
            (Some(to), Some(from)) => to.checked_add_days(Days::new(1)) == Some(from),
            _ => false,
        }
    }

    /// Whether the last day is not before the first.
    #[must_use]
    pub fn is_ordered(&self) -> bool {
        match (self.from, self.to) {
            (Some(from), Some(to)) => from <= to,
            _ => true,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(y: i32, m: u32, d: u32) -> Option<NaiveDate> {
        NaiveDate::from_ymd_opt(y, m, d)
    }

    #[test]
    fn the_last_day_still_counts_and_the_next_one_does_not() {
        let old = Validity { from: None, to: day(2025, 6, 30) };
        let new = Validity { from: day(2025, 7, 1), to: None };
        assert!(old.holds(day(2025, 6, 30)) && !old.holds(day(2025, 7, 1)));
        assert!(old.is_followed_by(&new) && !old.overlaps(&new));
        assert!(new.holds(None) && !old.holds(None), "without a day, today's value is meant");
    }

    #[test]
    fn one_shared_day_is_an_overlap() {
        let a = Validity { from: None, to: day(2025, 7, 1) };
        let b = Validity { from: day(2025, 7, 1), to: None };
        assert!(a.overlaps(&b) && b.overlaps(&a));
        assert!(!a.is_followed_by(&b));
    }
}
