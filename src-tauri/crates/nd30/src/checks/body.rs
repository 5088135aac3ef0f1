//! Running text: size, look and placement (Phụ lục I, mục II.6.đ and II.6.e).

use std::collections::BTreeMap;

use super::look::{PT_13, PT_14, size, style};
use crate::check::Check;
use crate::docx::para::Para;
use crate::docx::setting::Alignment;
use crate::finding::{Part, Trait, Value};
use crate::sink::Sink;

/// 1 cm and 1,27 cm in twips, and what programs round.
const INDENT: (i32, i32) = (567, 720);
const TOLERANCE: i32 = 12;
/// A bold paragraph of more characters is no heading.
const LONGEST_HEADING: usize = 150;

/// Whether a part belongs to the text of the document.
pub(super) fn is_body(part: Part) -> bool {
    is_running(part) || matches!(part, Part::Heading | Part::Ground)
}

/// Whether a part is running text, numbered or not.
fn is_running(part: Part) -> bool {
    matches!(part, Part::Text | Part::Clause | Part::SubClause | Part::Point)
}

/// The paragraphs of the text in reading order.
pub(super) fn paras<'a>(sink: &Sink<'a>) -> Vec<(Part, &'a Para)> {
    let all = sink.layout.all();
    all.filter(|(part, para)| is_body(*part) && para.cell.is_none() && !para.floating).collect()
}

/// Checks the text.
pub(super) fn check(sink: &mut Sink<'_>) {
    let body = paras(sink);
    for (part, para) in &body {
        size(sink, Check::BodySize, para, (PT_13, PT_14));
        placement(sink, *part, para);
        upright(sink, *part, para);
    }
    one_size(sink, &body);
    if let Some((_, last)) = body.iter().rev().find(|(part, _)| is_running(*part)) {
        ending(sink, last);
    }
}

fn placement(sink: &mut Sink<'_>, part: Part, para: &Para) {
    // A line of its own looks the same flush left, so titles may be.
    let titled = part == Part::Heading || is_titled(para);
    let fits = para.align == Alignment::Justified || (titled && para.align == Alignment::Left);
    if !fits {
        let (found, wanted) =
            (Value::Alignment(para.align), Value::Alignment(Alignment::Justified));
        sink.para(Check::BodyJustified, para, found, wanted);
    }
    let centred = para.align == Alignment::Centre;
    if !centred && !para.text().starts_with('\t') {
        indent(sink, para);
    }
}

fn indent(sink: &mut Sink<'_>, para: &Para) {
    let wanted = || Value::Any(vec![Value::Millimetres(100), Value::Millimetres(127)]);
    let begin = para.left + para.first;
    if begin < INDENT.0 - TOLERANCE || begin > INDENT.1 + TOLERANCE {
        sink.para(Check::FirstLine, para, Value::length(begin), wanted());
    } else if para.left.abs() > TOLERANCE {
        // The first line begins where it should, but the others do not begin at the margin.
        let found = Value::length(para.first);
        sink.para(Check::FirstLine, para, found, wanted());
    }
}

fn upright(sink: &mut Sink<'_>, part: Part, para: &Para) {
    let text = para.line();
    let long = text.chars().count() > LONGEST_HEADING || text.ends_with(['.', ';', ',']);
    let whole = matches!(part, Part::Text | Part::Point | Part::SubClause);
    if whole && para.bold() && (long || part == Part::Point) {
        let (found, wanted) = (Trait::Bold, Trait::NotBold);
        sink.para(Check::BodyUpright, para, Value::Trait(found), Value::Trait(wanted));
    }
    if whole && para.italic() {
        let (found, wanted) = (Trait::Italic, Trait::Upright);
        sink.para(Check::BodyUpright, para, Value::Trait(found), Value::Trait(wanted));
    }
    if part == Part::Heading {
        style(sink, Check::HeadingLook, para, (true, false));
    }
}

/// Whether a paragraph is a title on a line of its own: short, without a sign at its end.
pub(super) fn is_titled(para: &Para) -> bool {
    let line = para.line();
    line.chars().count() <= LONGEST_HEADING && !line.ends_with(['.', ';', ':', ',', '!', '?'])
}

/// All text has the size that most of it has; sizes that are wrong anyway are another rule's.
fn one_size(sink: &mut Sink<'_>, body: &[(Part, &Para)]) {
    let mut count: BTreeMap<i32, usize> = BTreeMap::new();
    for (_, para) in body {
        *count.entry(para.size()).or_default() += para.line().len();
    }
    let Some((usual, _)) = count.into_iter().max_by_key(|(_, letters)| *letters) else { return };
    for (_, para) in body {
        let allowed = |size: i32| (PT_13..=PT_14).contains(&size);
        let other = para.seen().map(|run| run.look.size).find(|it| *it != usual && allowed(*it));
        if let Some(other) = other.filter(|_| allowed(usual)) {
            sink.para(Check::OneBodySize, para, Value::size(other), Value::size(usual));
        }
    }
}

fn ending(sink: &mut Sink<'_>, last: &Para) {
    let line = last.line();
    if !line.ends_with("./.") {
        let tail: Vec<char> = line.chars().rev().take(12).collect();
        let tail: String = tail.into_iter().rev().collect();
        sink.para(Check::Ending, last, Value::Text(tail), Value::text("./."));
    }
}
