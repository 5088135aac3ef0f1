//! Parts of a reporting year, and which calendar a window follows.

use super::{Calendar, CalendarBook};
use crate::window::Window;
use chrono::{Datelike, Months, NaiveDate};

/// A part of a reporting year, or all of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Part {
    /// The whole year.
    Year,
    /// The first six months.
    FirstHalf,
    /// The last six months.
    SecondHalf,
    /// The first nine months.
    NineMonths,
    /// The first three months.
    FirstQuarter,
    /// Months four to six.
    SecondQuarter,
    /// Months seven to nine.
    ThirdQuarter,
    /// The last three months.
    FourthQuarter,
}

impl Part {
    /// Every part, the whole year first.
    pub const ALL: [Self; 8] = [
        Self::Year,
        Self::FirstHalf,
        Self::SecondHalf,
        Self::NineMonths,
        Self::FirstQuarter,
        Self::SecondQuarter,
        Self::ThirdQuarter,
        Self::FourthQuarter,
    ];

    /// Months of the year before it and up to its end.
    const fn months(self) -> (u32, u32) {
        match self {
            Self::Year => (0, 12),
            Self::FirstHalf => (0, 6),
            Self::SecondHalf => (6, 12),
            Self::NineMonths => (0, 9),
            Self::FirstQuarter => (0, 3),
            Self::SecondQuarter => (3, 6),
            Self::ThirdQuarter => (6, 9),
            Self::FourthQuarter => (9, 12),
        }
    }

    /// The words before the year's.
    const fn words(self) -> &'static str {
        match self {
            Self::Year => "",
            Self::FirstHalf => "6 tháng đầu ",
            Self::SecondHalf => "6 tháng cuối ",
            Self::NineMonths => "9 tháng đầu ",
            Self::FirstQuarter => "quý I ",
            Self::SecondQuarter => "quý II ",
            Self::ThirdQuarter => "quý III ",
            Self::FourthQuarter => "quý IV ",
        }
    }
}

/// The years of a calendar, or the part of one, that a window covers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Followed {
    /// Code of the calendar.
    pub calendar: String,
    /// The last year.
    pub year: i32,
    /// How many years, at least one.
    pub years: i32,
    /// The part of the year.
    pub part: Part,
    /// Whether the calendar had these days in that year; a report of an older year may follow the
    /// days of today.
    pub in_force: bool,
}

impl Calendar {
    /// A part of a year of it, in force or not.
    #[must_use]
    pub fn part(&self, year: i32, part: Part) -> Option<Window> {
        let (first, last) = self.span.year(year)?;
        let (begins, ends) = part.months();
        let from = first.checked_add_months(Months::new(begins))?;
        let to = match ends {
            12 => last,
            months => first.checked_add_months(Months::new(months))?.pred_opt()?,
        };
        let label = format!("{}{}", part.words(), self.label_of(year));
        (from <= to && to <= last).then_some(Window {
            from: Some(from),
            to: Some(to),
            label: Some(label),
        })
    }

    /// What the days cover of this calendar.
    fn follows(&self, from: NaiveDate, to: NaiveDate) -> Option<(i32, i32, Part)> {
        let years = [to.year(), to.year().saturating_add(1)];
        years.into_iter().find_map(|year| {
            let whole = || {
                let (_, last) = self.span.year(year).filter(|(_, last)| *last == to)?;
                let first = [from.year(), from.year() + 1].into_iter().find(|first| {
                    self.span.year(*first).is_some_and(|(first, _)| first == from && first <= last)
                })?;
                Some((year, year - first + 1, Part::Year))
            };
            let part = |part: &Part| {
                let window = self.part(year, *part)?;
                (window.from == Some(from) && window.to == Some(to)).then_some((year, 1, *part))
            };
            whole().or_else(|| Part::ALL.iter().find_map(part))
        })
    }
}

impl CalendarBook {
    /// A part of the reporting year of a calendar; `None` when no calendar of that code rules it.
    #[must_use]
    pub fn part(&self, code: &str, year: i32, part: Part) -> Option<Window> {
        self.calendar(code, year)?.part(year, part)
    }

    /// The calendars that a window follows, those in force first, each code once; none for a
    /// window with an open end.
    #[must_use]
    pub fn follows(&self, window: &Window) -> Vec<Followed> {
        let (Some(from), Some(to)) = (window.from, window.to) else { return Vec::new() };
        let mut found: Vec<Followed> = Vec::new();
        for calendar in self.calendars() {
            let Some((year, years, part)) = calendar.follows(from, to) else { continue };
            let in_force = self.calendar(&calendar.code, year) == Some(calendar);
            let calendar = calendar.code.clone();
            let new = Followed { calendar, year, years, part, in_force };
            match found.iter_mut().find(|known| known.calendar == new.calendar) {
                Some(known) if in_force => *known = new,
                Some(_) => {}
                None => found.push(new),
            }
        }
        found.sort_by_key(|followed| !followed.in_force);
        found
    }
}
