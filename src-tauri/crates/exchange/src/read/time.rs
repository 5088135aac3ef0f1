//! Dates, windows, and whom a figure counts.

use super::Reader;
use crate::found::Path;
use crate::json::{Node, Value};
use crate::problem::{ProblemKind, Wanted};
use crate::shape::{self, Moment};
use bc138_domain::date::{self, DateError};
use bc138_domain::{Scope, Window};
use chrono::{Datelike, NaiveDate};
use serde_json::{Map, Value as Json};

/// Years of a date: one more at either end than a reporting year may have.
const YEARS: std::ops::RangeInclusive<i32> = 1844..=2201;

impl Reader<'_> {
    /// `2023-02-09`, or as a clerk types it: `09/02/2023`, `9-2-2023`, `9.2.2023`.
    pub(super) fn day(&mut self, node: &Node<'_>, path: &Path<'_>) -> Option<NaiveDate> {
        if node.text().is_none() {
            return self.wrong_type(node, path, Wanted::Date);
        }
        let text = self.line(node, path)?;
        match parse_day(&text) {
            Ok(day) => Some(day),
            Err(error) => self.refuse(node, path, error),
        }
    }

    /// The days on which a unit has the name that it is called by, the likeliest first.
    pub(super) fn days_of(&self, moment: Moment) -> Vec<NaiveDate> {
        let Some(day) = self.event_day else { return Vec::new() };
        match (moment, day.pred_opt()) {
            (Moment::Ever, _) => Vec::new(),
            (Moment::Eve, eve) => eve.into_iter().chain([day]).collect(),
            (Moment::Day, eve) => [day].into_iter().chain(eve).collect(),
        }
    }

    /// A window: a reporting year (`2022`), words (“5 năm”), or an object.
    pub(super) fn window(&mut self, node: &Node<'_>, path: &Path<'_>) -> Option<Json> {
        let window = match &node.value {
            Value::Number(_) => Window::reporting_year(self.year(node, path)?),
            Value::Text(_) => in_words(self.line(node, path)?),
            Value::Object(_) => self.window_object(node, path)?,
            _ => return self.wrong_type(node, path, Wanted::Window),
        };
        if let Err(error) = window.validate() {
            return self.refuse(node, path, error);
        }
        serde_json::to_value(window).ok()
    }

    fn year(&mut self, node: &Node<'_>, path: &Path<'_>) -> Option<i32> {
        let shape::Shape::Whole { min, max } = shape::YEAR else { return None };
        self.whole(node, path, (min, max)).and_then(|year| i32::try_from(year).ok())
    }

    /// `{"from", "to", "label"}`, or `{"year", "years"}` for the reporting years up to one.
    fn window_object(&mut self, node: &Node<'_>, path: &Path<'_>) -> Option<Window> {
        let mut map = self.object(&shape::WINDOW, node, path, &[])?;
        let number = |map: &mut Map<String, Json>, key: &str| {
            map.remove(key).and_then(|it| it.as_i64()).and_then(|it| i32::try_from(it).ok())
        };
        let (year, years) = (number(&mut map, "year"), number(&mut map, "years"));
        let Some(year) = year else {
            if years.is_some() {
                return self.refuse(node, path, ProblemKind::Missing { key: "year" });
            }
            return serde_json::from_value(Json::Object(map)).ok();
        };
        if let Some(other) = ["from", "to"].into_iter().find(|key| map.contains_key(*key)) {
            return self.refuse(node, path, ProblemKind::Conflict { key: "year", other });
        }
        let mut window = match years {
            Some(years) if years > 1 => Window::review(year, years),
            _ => Window::reporting_year(year),
        };
        if let Some(Json::String(label)) = map.remove("label") {
            window.label = Some(label);
        }
        Some(window)
    }

    /// “huyện Hàm Yên”, “cả nước”, “toàn tỉnh”, or an object.
    pub(super) fn scope(&mut self, node: &Node<'_>, path: &Path<'_>) -> Option<Json> {
        if let Value::Object(_) = node.value {
            return self.object(&shape::SCOPE, node, path, &[]).map(Json::Object);
        }
        let name = self.line(node, path)?;
        let scope = match shape::find_word(shape::SCOPE_TYPE, &name) {
            Some("country") => Scope::Country,
            Some("province") => Scope::Province,
            _ if name.is_empty() => Scope::Province,
            _ => Scope::Unit { name },
        };
        serde_json::to_value(scope).ok()
    }
}

/// The day of a record, as far as it can be read.
pub(super) fn day_of(record: &Node<'_>) -> Option<NaiveDate> {
    parse_day(record.get("date")?.text()?.trim()).ok()
}

fn parse_day(text: &str) -> Result<NaiveDate, DateError> {
    let is_iso = text.split('-').next().is_some_and(|year| year.len() == 4);
    if !is_iso {
        return date::parse_date(text);
    }
    let day: Option<NaiveDate> = text.parse().ok();
    let unreadable = || DateError::Unreadable(text.to_owned());
    day.filter(|day| text.len() == 10 && YEARS.contains(&day.year())).ok_or_else(unreadable)
}

/// A window in words; two years in it (“giai đoạn 2011-2015”) also give its days, as they do in
/// the program's own fields.
fn in_words(label: String) -> Window {
    let years: Vec<i32> = label
        .split(|c: char| !c.is_ascii_digit())
        .filter(|digits| digits.len() == 4)
        .filter_map(|digits| digits.parse().ok())
        .collect();
    let (from, to) = match years[..] {
        [first, last] => {
            (NaiveDate::from_ymd_opt(first, 1, 1), NaiveDate::from_ymd_opt(last, 12, 31))
        }
        _ => (None, None),
    };
    Window { from, to, label: Some(label) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(y: i32, m: u32, d: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(y, m, d).unwrap()
    }

    #[test]
    fn a_date_is_read_in_both_writings() {
        for text in ["2023-02-09", "09/02/2023", "9-2-2023", "9.2.2023"] {
            assert_eq!(parse_day(text), Ok(day(2023, 2, 9)), "{text}");
        }
        for text in ["2023-2-9", "2023-02-30", "9999-01-01", "2023", "02-2023"] {
            assert!(parse_day(text).is_err(), "{text}");
        }
    }

    #[test]
    fn two_years_in_words_give_days_and_one_year_does_not() {
        let term = in_words("giai đoạn 2011-2015".to_owned());
        assert_eq!((term.from, term.to), (Some(day(2011, 1, 1)), Some(day(2015, 12, 31))));
        assert_eq!(in_words("năm 2022".to_owned()), Window::named("năm 2022"));
    }
}
