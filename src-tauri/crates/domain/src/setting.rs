//! Dated settings: what is true from one day to another (the committee's name, the letterhead, a
//! base salary) and must not be a literal in code.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// One value of one setting for a stretch of time.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Setting {
    /// Own stable id.
    pub id: i32,
    /// Which setting: `committee.name`, `committee.short_name`, …
    pub key: String,
    /// First day; `None` since ever.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub valid_from: Option<NaiveDate>,
    /// Last day; `None` until further notice.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub valid_to: Option<NaiveDate>,
    /// The value.
    pub value: String,
}

/// The value of `key` in force on `day`: of several, the one that began last.
#[must_use]
pub fn in_force<'a>(settings: &'a [Setting], key: &str, day: NaiveDate) -> Option<&'a str> {
    settings
        .iter()
        .filter(|s| s.key == key)
        .filter(|s| s.valid_from.is_none_or(|from| from <= day))
        .filter(|s| s.valid_to.is_none_or(|to| day <= to))
        .max_by_key(|s| s.valid_from)
        .map(|s| s.value.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(y: i32, m: u32, d: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(y, m, d).unwrap()
    }

    fn named(value: &str, from: Option<NaiveDate>, to: Option<NaiveDate>) -> Setting {
        let key = "committee.short_name".to_owned();
        Setting { id: 0, key, valid_from: from, valid_to: to, value: value.to_owned() }
    }

    #[test]
    fn the_committee_is_called_what_it_was_called_on_that_day() {
        let names = [
            named("Ban Chỉ đạo 138", None, Some(day(2025, 12, 31))),
            named("Ban Chỉ đạo phong trào", Some(day(2026, 1, 1)), None),
        ];
        let at = |d| in_force(&names, "committee.short_name", d);
        assert_eq!(at(day(2022, 6, 1)), Some("Ban Chỉ đạo 138"));
        assert_eq!(at(day(2026, 1, 1)), Some("Ban Chỉ đạo phong trào"));
        assert_eq!(in_force(&names, "committee.name", day(2022, 6, 1)), None);
    }
}
