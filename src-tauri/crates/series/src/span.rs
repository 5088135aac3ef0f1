//! Windows against each other: how long they are, whether they follow without gap or overlap.

use bc138_domain::Window;
use chrono::{Datelike, Days, NaiveDate};
use serde::Serialize;

/// A stretch of days, both ends inside.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Span {
    /// First day.
    pub from: NaiveDate,
    /// Last day.
    pub to: NaiveDate,
}

impl Span {
    /// The days of a window; `None` when an end is open or it runs backwards.
    #[must_use]
    pub fn of(window: &Window) -> Option<Self> {
        let (from, to) = (window.from?, window.to?);
        (from <= to).then_some(Self { from, to })
    }

    /// Whole months, when the first day after it has the same day of the month as the first day.
    /// A reporting year (16/11–15/11) has twelve, its half (16/11–15/5) six.
    #[must_use]
    pub fn months(self) -> Option<i32> {
        let end = self.to.succ_opt()?;
        let months = (end.year() - self.from.year()) * 12 + i32::try_from(end.month0()).ok()?
            - i32::try_from(self.from.month0()).ok()?;
        (end.day() == self.from.day()).then_some(months)
    }

    /// Number of days, 29 February not counted.
    #[must_use]
    pub fn plain_days(self) -> i64 {
        let leap_days = (self.from.year()..=self.to.year())
            .filter_map(|year| NaiveDate::from_ymd_opt(year, 2, 29))
            .filter(|day| (self.from..=self.to).contains(day))
            .count();
        let days = (self.to - self.from).num_days() + 1;
        days - i64::try_from(leap_days).unwrap_or(0)
    }

    /// Whether two stretches are equally long: the same number of whole months, or the same number
    /// of days but for leap days.
    #[must_use]
    pub fn is_as_long_as(self, other: Self) -> bool {
        let months = self.months().is_some() && self.months() == other.months();
        months || self.plain_days() == other.plain_days()
    }

    /// The days that both have.
    #[must_use]
    pub fn shared(self, other: Self) -> Option<Self> {
        let (from, to) = (self.from.max(other.from), self.to.min(other.to));
        (from <= to).then_some(Self { from, to })
    }

    /// Whether the other one begins on the day after this one ends.
    #[must_use]
    pub fn is_followed_by(self, next: Self) -> bool {
        self.to.succ_opt() == Some(next.from)
    }
}

/// Why windows cannot be put together into a longer one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub enum Seam {
    /// Days that no window covers.
    Gap(Span),
    /// Days that two windows cover.
    Overlap(Span),
    /// Days outside the longer window.
    Outside(Span),
    /// A window with an open end, by its place in the list.
    Open(usize),
}

/// Everything that keeps windows from being put together into `whole`, or into whatever they cover
/// when there is no `whole`; in the order of time, windows with open ends last.
#[must_use]
pub fn seams(windows: &[&Window], whole: Option<Span>) -> Vec<Seam> {
    let spans: Vec<Option<Span>> = windows.iter().map(|window| Span::of(window)).collect();
    let mut closed: Vec<Span> = spans.iter().copied().flatten().collect();
    closed.sort_unstable();
    let mut seams = Vec::new();
    if let (Some(whole), Some(first)) = (whole, closed.first()) {
        seams.extend(before_begin(whole, *first));
    }
    let mut covered = closed.first().copied();
    for next in closed.iter().skip(1) {
        covered = covered.map(|so_far| {
            seams.extend(between(so_far, *next));
            Span { from: so_far.from, to: so_far.to.max(next.to) }
        });
    }
    match (whole, covered) {
        (Some(whole), Some(covered)) => seams.extend(after_end(whole, covered)),
        (Some(whole), None) => seams.push(Seam::Gap(whole)),
        _ => {}
    }
    let open = spans.iter().enumerate().filter(|(_, span)| span.is_none());
    seams.extend(open.map(|(place, _)| Seam::Open(place)));
    seams
}

fn between(so_far: Span, next: Span) -> Option<Seam> {
    match so_far.shared(next) {
        Some(shared) => Some(Seam::Overlap(shared)),
        None if so_far.is_followed_by(next) => None,
        None => days_between(so_far.to, next.from).map(Seam::Gap),
    }
}

fn before_begin(whole: Span, first: Span) -> Option<Seam> {
    if first.from < whole.from {
        let to = before(whole.from)?.min(first.to);
        return Some(Seam::Outside(Span { from: first.from, to }));
    }
    let to = before(first.from)?.min(whole.to);
    (whole.from <= to).then_some(Seam::Gap(Span { from: whole.from, to }))
}

fn after_end(whole: Span, covered: Span) -> Option<Seam> {
    if covered.to > whole.to {
        let from = whole.to.succ_opt()?.max(covered.from);
        return Some(Seam::Outside(Span { from, to: covered.to }));
    }
    let from = covered.to.succ_opt()?.max(whole.from);
    (from <= whole.to).then_some(Seam::Gap(Span { from, to: whole.to }))
}

/// The days strictly between two days.
fn days_between(last: NaiveDate, first: NaiveDate) -> Option<Span> {
    Some(Span { from: last.succ_opt()?, to: before(first)? })
}

fn before(day: NaiveDate) -> Option<NaiveDate> {
    day.checked_sub_days(Days::new(1))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn day(year: i32, month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, month, day).unwrap()
    }

    fn span(from: (i32, u32, u32), to: (i32, u32, u32)) -> Span {
        Span { from: day(from.0, from.1, from.2), to: day(to.0, to.1, to.2) }
    }

    fn window(span: Span) -> Window {
        Window { from: Some(span.from), to: Some(span.to), label: None }
    }

    #[test]
    fn a_leap_year_is_as_long_as_any_other_and_a_half_is_not() {
        let leap = Span::of(&Window::reporting_year(2024)).unwrap();
        let plain = Span::of(&Window::reporting_year(2023)).unwrap();
        assert!(leap.is_as_long_as(plain), "366 and 365 days are both a year");
        assert_eq!(leap.months(), Some(12));
        let half = span((2023, 11, 16), (2024, 5, 15));
        assert!(half.is_as_long_as(span((2022, 11, 16), (2023, 5, 15))));
        assert!(!half.is_as_long_as(plain));
        let odd = span((2024, 2, 10), (2024, 3, 20));
        assert!(odd.is_as_long_as(span((2023, 2, 10), (2023, 3, 20))), "but for 29/2");
        assert!(!odd.is_as_long_as(span((2023, 2, 10), (2023, 3, 21))));
    }

    #[test]
    fn five_years_in_a_row_have_no_seam_and_a_missing_one_is_named() {
        let years: Vec<Window> = (2018..=2022).map(Window::reporting_year).collect();
        let whole = Span::of(&Window::review(2022, 5));
        let all: Vec<&Window> = years.iter().collect();
        assert_eq!(seams(&all, whole), []);
        let without: Vec<&Window> = all.iter().copied().filter(|w| **w != years[2]).collect();
        assert_eq!(seams(&without, whole), [Seam::Gap(Span::of(&years[2]).unwrap())]);
        let late: Vec<&Window> = all[1..].to_vec();
        assert_eq!(seams(&late, whole), [Seam::Gap(Span::of(&years[0]).unwrap())]);
    }

    #[test]
    fn an_overlap_an_open_end_and_days_outside_are_named() {
        let year = window(span((2022, 1, 1), (2022, 12, 31)));
        let shifted = window(span((2022, 12, 1), (2023, 11, 30)));
        let open = Window { to: None, ..year.clone() };
        let whole = span((2022, 1, 1), (2023, 6, 30));
        assert_eq!(
            seams(&[&shifted, &open, &year], Some(whole)),
            [
                Seam::Overlap(span((2022, 12, 1), (2022, 12, 31))),
                Seam::Outside(span((2023, 7, 1), (2023, 11, 30))),
                Seam::Open(1),
            ]
        );
        assert_eq!(seams(&[], Some(whole)), [Seam::Gap(whole)], "nothing covers nothing");
    }

    proptest! {
        /// However a stretch is cut, its pieces have no seam; without one of them there is exactly
        /// that gap.
        #[test]
        fn pieces_of_a_stretch_fit(
            cuts in prop::collection::btree_set(1_u64..3_000, 1..8),
            missing in any::<prop::sample::Index>(),
        ) {
            let begin = day(2015, 11, 16);
            let at = |days: u64| begin.checked_add_days(Days::new(days)).unwrap();
            let ends: Vec<u64> = cuts.into_iter().collect();
            let starts = std::iter::once(0).chain(ends.iter().copied());
            let pieces: Vec<Span> = starts.zip(&ends)
                .map(|(from, to)| Span { from: at(from), to: at(*to - 1) }).collect();
            let windows: Vec<Window> = pieces.iter().copied().map(window).collect();
            let whole = Span { from: begin, to: at(ends[ends.len() - 1] - 1) };
            let all: Vec<&Window> = windows.iter().collect();
            prop_assert_eq!(seams(&all, Some(whole)), vec![]);
            let hole = missing.index(windows.len());
            let rest: Vec<&Window> = windows.iter().enumerate()
                .filter(|(place, _)| *place != hole).map(|(_, window)| window).collect();
            prop_assert_eq!(seams(&rest, Some(whole)), vec![Seam::Gap(pieces[hole])]);
        }
    }
}
