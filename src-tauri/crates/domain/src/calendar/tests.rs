//! Tests of the calendars: years, halves, settings and what a window follows.

use super::*;
use chrono::{Datelike, Days};
use proptest::prelude::*;

fn day(y: i32, m: u32, d: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(y, m, d).unwrap()
}

fn days(window: Option<Window>) -> Option<(NaiveDate, NaiveDate)> {
    window.and_then(|it| it.from.zip(it.to))
}

fn calendar(code: &str, span: &str, from: Option<NaiveDate>, to: Option<NaiveDate>) -> Calendar {
    Calendar {
        code: code.to_owned(),
        name: code.to_owned(),
        label: "năm {year}".to_owned(),
        span: Span::read(span).unwrap(),
        valid_from: from,
        valid_to: to,
        basis: String::new(),
    }
}

/// The calendars of the two circulars.
fn book() -> CalendarBook {
    let (end, start) = (Some(day(2022, 2, 9)), Some(day(2022, 2, 10)));
    CalendarBook::new(vec![
        calendar(STANDARD, "30/11-30/11", None, end),
        calendar(STANDARD, "16/11-15/11", start, None),
        calendar("kdc", "31/10-31/10", None, end),
        calendar("kdc", "01/11-31/10", start, None),
        calendar("cong_an", "15/12-14/12", None, None),
        calendar("duong_lich", "01/01-31/12", None, None),
    ])
}

fn setting(code: &str, value: &str, from: Option<NaiveDate>) -> Setting {
    let key = format!("{SETTING_PREFIX}{code}");
    Setting { id: 0, key, valid_from: from, valid_to: None, value: value.to_owned() }
}

#[test]
fn a_year_goes_by_the_circular_in_force_on_its_last_day() {
    let book = book();
    let at = |code, year| days(book.window(code, year)).unwrap();
    assert_eq!(at(STANDARD, 2021), (day(2020, 11, 30), day(2021, 11, 30)));
    assert_eq!(at(STANDARD, 2022), (day(2021, 11, 16), day(2022, 11, 15)));
    assert_eq!(at("kdc", 2022), (day(2021, 11, 1), day(2022, 10, 31)));
    assert_eq!(at("cong_an", 2025), (day(2024, 12, 15), day(2025, 12, 14)));
    assert_eq!(at("duong_lich", 2024), (day(2024, 1, 1), day(2024, 12, 31)));
    assert_eq!(book.window("khac", 2024), None);
}

#[test]
fn the_reporting_year_is_the_standard_calendars() {
    for year in 2022..2030 {
        assert_eq!(book().window(STANDARD, year), Some(Window::reporting_year(year)));
    }
}

#[test]
fn an_indicator_without_a_calendar_takes_the_standard_one() {
    let mut indicator = Indicator::own(1, "models", "Chốt");
    let standard = book().window_of(&indicator, 2024);
    assert_eq!(standard, book().window(STANDARD, 2024));
    indicator.calendar = "kdc".to_owned();
    assert_eq!(book().window_of(&indicator, 2024), book().window("kdc", 2024));
}

#[test]
fn a_setting_comes_before_the_circular_from_its_day_on() {
    let settings = [
        setting("kdc", "01/10-30/09", Some(day(2026, 1, 1))),
        setting("kdc", "01/12–30/11", Some(day(2028, 1, 1))),
        setting("cong_an", " ", None),
    ];
    let book = book().with_settings(&settings).unwrap();
    let at = |year| days(book.window("kdc", year)).unwrap();
    assert_eq!(at(2025), (day(2024, 11, 1), day(2025, 10, 31)));
    assert_eq!(at(2026), (day(2025, 10, 1), day(2026, 9, 30)));
    assert_eq!(at(2028), (day(2027, 12, 1), day(2028, 11, 30)), "the later setting holds");
    assert!(book.window("cong_an", 2026).is_some(), "an empty setting changes nothing");
}

#[test]
fn settings_that_cannot_be_read_are_refused() {
    let refused = |code, value| book().with_settings(&[setting(code, value, None)]).unwrap_err();
    assert_eq!(refused("khac", "1/1-31/12"), CalendarError::UnknownCalendar("khac".to_owned()));
    assert_eq!(refused("kdc", "31/02-1/3"), CalendarError::NoSuchDay("31/02".to_owned()));
    for value in ["16/11", "16/11-", "16.11-15.11", "a/b-c/d", "16/11-15/11-1/1"] {
        assert_eq!(refused("kdc", value), CalendarError::NotASpan(value.to_owned()), "{value}");
    }
}

#[test]
fn both_ways_of_writing_the_end_of_february_leave_no_day_out() {
    for text in ["01/03-28/02", "01/03-29/02"] {
        let span = Span::read(text).unwrap();
        assert_eq!(span.year(2024), Some((day(2023, 3, 1), day(2024, 2, 29))));
        assert_eq!(span.year(2023), Some((day(2022, 3, 1), day(2023, 2, 28))));
    }
}

#[test]
fn halves_and_quarters_are_named_after_their_year() {
    let part = |part| book().part("cong_an", 2025, part).unwrap();
    let half = part(Part::FirstHalf);
    assert_eq!(days(Some(half.clone())), Some((day(2024, 12, 15), day(2025, 6, 14))));
    assert_eq!(half.label.as_deref(), Some("6 tháng đầu năm 2025"));
    let quarter = part(Part::FourthQuarter);
    assert_eq!(days(Some(quarter)), Some((day(2025, 9, 15), day(2025, 12, 14))));
}

#[test]
fn a_window_shows_the_calendar_it_follows() {
    let book = book();
    let found = book.follows(&Window::reporting_year(2024));
    let expected = Followed {
        calendar: STANDARD.to_owned(),
        year: 2024,
        years: 1,
        part: Part::Year,
        in_force: true,
    };
    assert_eq!(found, std::slice::from_ref(&expected));
    let five = book.follows(&Window::review(2027, 5));
    assert_eq!(five, [Followed { year: 2027, years: 5, ..expected.clone() }]);
    let old = book.follows(&Window::reporting_year(2017));
    assert_eq!(old, [Followed { year: 2017, in_force: false, ..expected }], "days of today");
    assert_eq!(book.follows(&Window::named("đến nay")), []);
    let odd = Window { from: Some(day(2024, 1, 2)), to: Some(day(2024, 12, 31)), label: None };
    assert_eq!(book.follows(&odd), []);
}

fn span() -> impl Strategy<Value = Span> {
    (0..366u64).prop_map(|number| {
        let first = day(2000, 1, 1).checked_add_days(Days::new(number)).unwrap();
        let last = first.pred_opt().unwrap();
        let month_day = |it: NaiveDate| MonthDay::new(it.day(), it.month()).unwrap();
        Span { first: month_day(first), last: month_day(last) }
    })
}

proptest! {
    #[test]
    fn years_follow_each_other_without_gap_or_overlap(span in span(), year in 1950..2150) {
        let (from, to) = span.year(year).unwrap();
        let (next, _) = span.year(year + 1).unwrap();
        prop_assert_eq!(to.succ_opt(), Some(next));
        prop_assert!(from <= to && to.year() == year, "a year is named after its last day");
    }

    #[test]
    fn parts_of_a_year_follow_each_other(span in span(), year in 1950..2150) {
        let calendar = Calendar { span, ..calendar("x", "01/01-31/12", None, None) };
        let part = |part| days(calendar.part(year, part)).unwrap();
        let quarters = [
            Part::FirstQuarter, Part::SecondQuarter, Part::ThirdQuarter, Part::FourthQuarter,
        ].map(part);
        for pair in quarters.windows(2) {
            prop_assert_eq!(pair[0].1.succ_opt(), Some(pair[1].0));
        }
        let whole = part(Part::Year);
        prop_assert_eq!((quarters[0].0, quarters[3].1), whole);
        prop_assert_eq!((part(Part::FirstHalf).0, part(Part::SecondHalf).1), whole);
        prop_assert_eq!(part(Part::FirstHalf).1, quarters[1].1);
        prop_assert_eq!(part(Part::NineMonths).1, quarters[2].1);
    }

    #[test]
    fn what_a_calendar_gives_is_recognised(span in span(), year in 1950..2150, part in 0..8usize) {
        let calendar = Calendar { span, ..calendar("x", "01/01-31/12", None, None) };
        let book = CalendarBook::new(vec![calendar]);
        let window = book.part("x", year, Part::ALL[part]).unwrap();
        let found = book.follows(&window);
        prop_assert_eq!(found.len(), 1);
        prop_assert_eq!((found[0].year, found[0].years, found[0].part), (year, 1, Part::ALL[part]));
    }

    #[test]
    fn a_span_is_written_as_it_is_read(span in span()) {
        prop_assert_eq!(Span::read(&span.to_string()), Ok(span));
    }

    #[test]
    fn any_setting_is_read_without_panic(text in ".{0,20}", year in any::<i32>()) {
        if let Ok(span) = Span::read(&text) {
            prop_assert!(span.year(year).is_none_or(|(from, to)| from <= to));
        }
    }
}
