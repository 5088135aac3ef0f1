//! Dates: of the document (Phụ lục I, mục II.4) and in its text.

use super::look::{PT_13, PT_14, size, style};
use crate::check::Check;
use crate::docx::para::Para;
use crate::finding::{Part, Trait, Value};
use crate::sink::Sink;

/// Checks place and date in the head.
pub(super) fn check_head(sink: &mut Sink<'_>) {
    let Some(para) = sink.layout.first(Part::PlaceDate) else {
        return sink.missing(Check::DateMissing, Part::PlaceDate);
    };
    written(sink, para);
    size(sink, Check::DateLook, para, (PT_13, PT_14));
    style(sink, Check::DateLook, para, (false, true));
    let row = |part| sink.layout.first(part)?.cell.map(|cell| (cell.table, cell.row));
    let (number, date) = (row(Part::Number), row(Part::PlaceDate));
    let stacked = sink.layout.has(Part::Number) && number != date;
    if stacked {
        let (found, wanted) = (Trait::OtherRow, Trait::SameRow);
        sink.para(Check::DateRow, para, Value::Trait(found), Value::Trait(wanted));
    }
}

/// Day, month and year in words: “ngày 05 tháng 6 năm 2026”.
#[derive(Debug, PartialEq, Eq)]
struct LongDate<'a> {
    day: &'a str,
    month: &'a str,
    year: Option<&'a str>,
    /// Bytes from the “n” of “ngày” on.
    length: usize,
}

impl<'a> LongDate<'a> {
    /// Reads a date at the beginning of a text.
    fn read(text: &'a str) -> Option<Self> {
        let (day, rest) = number_after(text, "ngày")?;
        let (month, rest) = number_after(rest.trim_start(), "tháng")?;
        let after = number_after(rest.trim_start(), "năm");
        let end = after.map_or(rest, |(_, rest)| rest);
        Some(Self { day, month, year: after.map(|(year, _)| year), length: text.len() - end.len() })
    }

    /// The date with the zeros that belong there.
    fn written(&self) -> String {
        let (day, month) = (padded(self.day, 9), padded(self.month, 2));
        match self.year {
            Some(year) => format!("ngày {day} tháng {month} năm {year}"),
            None => format!("ngày {day} tháng {month}"),
        }
    }

    fn is_real(&self) -> bool {
        let number = |text: &str| text.parse::<u32>().ok();
        let year = self.year.map_or(Some(2000), number);
        match (number(self.day), number(self.month), year) {
            (Some(day), Some(month), Some(year)) => (1..=days(month, year)).contains(&day),
            _ => true,
        }
    }
}

/// The digits after a word and a space, and what follows; a gap is no number.
fn number_after<'a>(text: &'a str, word: &str) -> Option<(&'a str, &'a str)> {
    let rest = text.strip_prefix(word)?.trim_start();
    let end = rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len());
    (1..=4).contains(&end).then(|| rest.split_at(end))
}

/// A number with a zero before it up to a limit, and without one above.
fn padded(digits: &str, limit: u32) -> String {
    match digits.parse::<u32>() {
        Ok(number) if number <= limit => format!("{number:02}"),
        Ok(number) => number.to_string(),
        Err(_) => digits.to_owned(),
    }
}

fn days(month: u32, year: u32) -> u32 {
    let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    match month {
        2 if leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => 0,
    }
}

fn written(sink: &mut Sink<'_>, para: &Para) {
    let line = para.line();
    let place = line.find("ngày").map_or("", |at| line[..at].trim());
    let Some(date) = line.find("ngày").and_then(|at| LongDate::read(&line[at..])) else {
        // Gaps are for the văn thư to fill; anything else is no date as the decree writes it.
        let gap = line.contains(['…', '.', '_']) || line.contains("ngày tháng");
        if !gap || !place.ends_with(',') {
            let wanted = Value::text("Lào Cai, ngày 05 tháng 6 năm 2026");
            sink.para(Check::DateForm, para, Value::Text(line), wanted);
        }
        return;
    };
    let name = place.trim_end_matches(|c: char| !c.is_alphanumeric());
    let wanted = format!("{name}, {}", date.written());
    let proper_start = line.starts_with(&format!("{name}, ngày ")) && !name.is_empty();
    let ends = place.len() <= line.len() && line.ends_with(date.year.unwrap_or("năm"));
    if !proper_start || !ends || date.year.is_none_or(|year| year.len() != 4) {
        sink.para(Check::DateForm, para, Value::text(&line), Value::text(&wanted));
    }
    if date.day != padded(date.day, 9) || date.month != padded(date.month, 2) {
        sink.para(Check::DatePadding, para, Value::text(&line), Value::text(&wanted));
    }
    if !date.is_real() {
        let wanted = Value::Trait(Trait::RealDate);
        sink.para(Check::DateReal, para, Value::Text(date.written()), wanted);
    }
}

/// Checks dates within running text.
pub(super) fn check_text(sink: &mut Sink<'_>) {
    for (part, para) in sink.layout.all() {
        let flows = super::body::is_body(part)
            || matches!(part, Part::AnnexReference | Part::Subject | Part::AnnexText);
        if flows {
            long_dates(sink, para);
            short_dates(sink, para);
        }
    }
}

fn long_dates(sink: &mut Sink<'_>, para: &Para) {
    let line = para.line();
    for (at, _) in line.match_indices("ngày") {
        let Some(date) = LongDate::read(&line[at..]) else { continue };
        let found = &line[at..at + date.length];
        if found != date.written() || !date.is_real() {
            let wanted = Value::Text(date.written());
            sink.para(Check::DateInText, para, Value::text(found), wanted);
        }
    }
}

/// “9/2/2023” and “09.02.2023”.
fn short_dates(sink: &mut Sink<'_>, para: &Para) {
    let line = para.line();
    let belongs = |c: char| c.is_ascii_digit() || matches!(c, '/' | '.' | '-');
    for word in line.split(|c: char| !belongs(c)) {
        let word = word.trim_matches(|c: char| !c.is_ascii_digit());
        let steps: Vec<&str> = word.split(['/', '.', '-']).collect();
        let [day, month, year] = steps[..] else { continue };
        let sized = (1..=2).contains(&day.len()) && (1..=2).contains(&month.len());
        if !sized || year.len() != 4 || !(year.starts_with("19") || year.starts_with("20")) {
            continue;
        }
        // Months from 3 on are written with or without a zero in this form.
        let month = if month.len() == 2 { month.to_owned() } else { padded(month, 2) };
        let wanted = format!("{}/{month}/{year}", padded(day, 9));
        if word != wanted {
            sink.para(Check::DateInText, para, Value::text(word), Value::Text(wanted));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn zeros_stand_before_days_below_ten_and_the_first_two_months() {
        for (day, month, wanted) in [
            ("5", "6", "ngày 05 tháng 6"),
            ("05", "06", "ngày 05 tháng 6"),
            ("15", "1", "ngày 15 tháng 01"),
            ("9", "2", "ngày 09 tháng 02"),
            ("10", "12", "ngày 10 tháng 12"),
        ] {
            let date = LongDate { day, month, year: None, length: 0 };
            assert_eq!(date.written(), wanted, "the rule of mục II.4.b");
        }
    }

    #[test]
    fn days_that_do_not_exist_are_known() {
        let real =
            |day, month, year| LongDate { day, month, year: Some(year), length: 0 }.is_real();
        assert!(real("29", "02", "2024") && !real("29", "02", "2026"), "leap years");
        assert!(!real("31", "4", "2026") && !real("00", "4", "2026") && !real("1", "13", "2026"));
    }
}
