//! Phần, mục, khoản, điểm: their numbers and their form (Phụ lục I, mục II.6.đ).

use super::body;
use super::look::{capitals, centred, style};
use crate::check::Check;
use crate::docx::para::Para;
use crate::finding::{Part, Trait, Value};
use crate::roman;
use crate::sink::Sink;
use crate::text::{clause, point, roman_heading};

/// The letters of điểm in their order.
const LETTERS: &str = "abcdđeghiklmnopqrstuvxy";

/// How far counting has come.
#[derive(Default)]
struct Counters {
    heading: u32,
    clause: u32,
    /// Position among the letters, from 1.
    point: usize,
    /// The paragraph before leads into a list.
    leads_in: bool,
}

/// Checks the structure of the text.
pub(super) fn check(sink: &mut Sink<'_>) {
    let all: Vec<(Part, &Para)> = sink.layout.all().collect();
    let shown: Vec<(Part, &Para)> =
        all.into_iter().filter(|(part, _)| !matches!(part, Part::Empty | Part::Other)).collect();
    let mut counters = Counters::default();
    for (place, (part, para)) in shown.iter().enumerate() {
        match part {
            Part::PartNumber => {
                counters = Counters::default();
                part_number(sink, para);
            }
            Part::PartTitle => {
                capitals(sink, Check::PartForm, para);
                style(sink, Check::PartForm, para, (true, false));
                centred(sink, Check::PartForm, para);
            }
            Part::Heading => heading(sink, para, &mut counters),
            Part::Clause => {
                let next = shown.get(place + 1).map(|(part, _)| *part);
                clause_look(sink, para, next);
                clause_order(sink, para, &mut counters);
            }
            Part::SubClause => counters.point = 0,
            Part::Point => letter(sink, para, &mut counters),
            _ => {}
        }
        counters.leads_in = para.line().ends_with(':');
    }
}

fn part_number(sink: &mut Sink<'_>, para: &Para) {
    let line = para.line();
    let mut words = line.split_whitespace();
    let word = words.next().is_some_and(|word| matches!(word, "Phần" | "Chương"));
    let number = words.next().is_some_and(|it| roman::read(it).is_some() || it == "thứ");
    if !word || !number || line.ends_with(['.', ':']) {
        sink.para(Check::PartForm, para, Value::Text(line), Value::text("Phần I"));
    }
    style(sink, Check::PartForm, para, (true, false));
    centred(sink, Check::PartForm, para);
}

fn heading(sink: &mut Sink<'_>, para: &Para, counters: &mut Counters) {
    capitals(sink, Check::HeadingCapitals, para);
    let line = para.line();
    counters.clause = 0;
    counters.point = 0;
    let Some((number, mark)) = roman_heading(&line) else {
        let wanted = roman::write(counters.heading + 1);
        counters.heading += 1;
        return sink.para(Check::HeadingForm, para, Value::Text(line), Value::Text(wanted));
    };
    if mark.sign != "." || !mark.spaced {
        let wanted = Value::Text(format!("{}. {}", mark.mark, mark.rest));
        sink.para(Check::HeadingForm, para, Value::text(&line), wanted);
    }
    if number != counters.heading + 1 {
        let wanted = Value::Text(roman::write(counters.heading + 1));
        sink.para(Check::HeadingOrder, para, Value::text(mark.mark), wanted);
    }
    counters.heading = number;
}

fn clause_order(sink: &mut Sink<'_>, para: &Para, counters: &mut Counters) {
    let line = para.line();
    let Some((number, mark)) = clause(&line) else { return };
    counters.point = 0;
    if mark.sign != "." || !mark.spaced {
        let wanted = Value::Text(format!("{number}. {}", mark.rest));
        sink.para(Check::ClauseForm, para, Value::text(&line), wanted);
    }
    let restarts = number == 1 && counters.leads_in;
    if number != counters.clause + 1 && !restarts {
        let wanted = Value::Number(i64::from(counters.clause) + 1);
        sink.para(Check::ClauseOrder, para, Value::Number(i64::from(number)), wanted);
    }
    counters.clause = number;
}

/// A title is bold; a sentence is not. What ends with a colon may be either.
fn clause_look(sink: &mut Sink<'_>, para: &Para, next: Option<Part>) {
    let follows = matches!(next, Some(Part::Text | Part::SubClause | Part::Point | Part::Table));
    let titled = body::is_titled(para) && follows;
    let sentence = para.line().ends_with(['.', ';']);
    if titled {
        style(sink, Check::ClauseLook, para, (true, false));
    } else if sentence && para.bold() {
        let (found, wanted) = (Trait::Bold, Trait::NotBold);
        sink.para(Check::ClauseLook, para, Value::Trait(found), Value::Trait(wanted));
    }
}

fn letter(sink: &mut Sink<'_>, para: &Para, counters: &mut Counters) {
    let line = para.line();
    let Some(mark) = point(&line) else { return };
    if mark.sign != ")" || !mark.spaced {
        let wanted = Value::Text(format!("{}) {}", mark.mark, mark.rest));
        sink.para(Check::PointForm, para, Value::text(&line), wanted);
    }
    let place = LETTERS.chars().position(|c| mark.mark.starts_with(c)).map(|at| at + 1);
    let restarts = place == Some(1) && counters.leads_in;
    let expected = counters.point + 1;
    if place != Some(expected) && !restarts {
        let letter = LETTERS.chars().nth(counters.point).unwrap_or('a');
        let wanted = Value::Text(format!("{letter})"));
        sink.para(Check::PointOrder, para, Value::Text(format!("{})", mark.mark)), wanted);
    }
    counters.point = place.unwrap_or(expected);
}
