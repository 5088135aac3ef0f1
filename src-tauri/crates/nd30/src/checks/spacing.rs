//! Space between paragraphs and lines, and space made with the wrong means (Phụ lục I, mục II.6.e).

use super::body;
use crate::check::Check;
use crate::docx::para::Para;
use crate::docx::setting::Pitch;
use crate::finding::{Part, Trait, Value};
use crate::measure::SINGLE_LINE;
use crate::sink::Sink;

/// 6 points in twips, less what programs round.
const LEAST_SPACE: i32 = 120;
const TOLERANCE: i32 = 4;

/// Checks the text.
pub(super) fn check(sink: &mut Sink<'_>) {
    let body = body::paras(sink);
    for pair in body.windows(2) {
        if let [(_, above), (_, below)] = pair
            && above.number + 1 == below.number
            && !above.ends_section
        {
            between(sink, above, below);
        }
    }
    for (_, para) in &body {
        pitch(sink, para);
        typed(sink, para);
    }
    empty(sink, &body);
}

fn between(sink: &mut Sink<'_>, above: &Para, below: &Para) {
    let one_style = above.style == below.style;
    let after = if above.contextual && one_style { 0 } else { above.after };
    let before = if below.contextual && one_style { 0 } else { below.before };
    let space = after.saturating_add(before);
    if space < LEAST_SPACE - TOLERANCE {
        let wanted = Value::AtLeast(Box::new(Value::Points(LEAST_SPACE)));
        sink.para(Check::ParagraphSpacing, below, Value::Points(space), wanted);
    }
}

/// From a single line to one and a half. Fixed distances are compared with the single line of the
/// paragraph's size, a little below it allowed: Word's own rounds up.
fn pitch(sink: &mut Sink<'_>, para: &Para) {
    let single = i64::from(para.size()) * 10 * SINGLE_LINE / 100;
    let of_single = |twips: i32| i32::try_from(i64::from(twips) * 100 / single.max(1));
    let (hundredths, least) = match para.pitch {
        Pitch::Lines(parts) => (parts.saturating_mul(100) / 240, 99),
        Pitch::Exactly(twips) => (of_single(twips).unwrap_or(i32::MAX), 95),
        Pitch::AtLeast(twips) => (of_single(twips).unwrap_or(i32::MAX).max(100), 99),
    };
    if hundredths < least || hundredths > 153 {
        let wanted = Value::between(Value::Lines(100), Value::Lines(150));
        sink.para(Check::LineSpacing, para, Value::Lines(hundredths), wanted);
    }
}

/// Spaces or tabs typed to move text.
fn typed(sink: &mut Sink<'_>, para: &Para) {
    let text = para.text();
    let text = text.trim_end();
    if text.starts_with([' ', '\t', '\u{A0}']) || text.contains("   ") {
        let (found, wanted) = (Trait::TypedSpaces, Trait::SetSpacing);
        sink.para(Check::ManualSpaces, para, Value::Trait(found), Value::Trait(wanted));
    }
}

/// Empty paragraphs between those of the text. Beside a table Word needs them at times.
fn empty(sink: &mut Sink<'_>, body: &[(Part, &Para)]) {
    let (Some((_, first)), Some((_, last))) = (body.first(), body.last()) else { return };
    let paras = &sink.layout.docx.paras;
    for index in first.number..last.number {
        let Some(para) = paras.get(index) else { continue };
        let beside_table = [index.checked_sub(1), Some(index + 1)]
            .into_iter()
            .flatten()
            .any(|other| paras.get(other).is_some_and(|it| it.cell.is_some()));
        let needed = para.cell.is_some() || para.ends_section || para.new_page || para.floating;
        if sink.layout.part(index) == Part::Empty && !beside_table && !needed {
            let (found, wanted) = (Trait::EmptyParagraphs, Trait::SetSpacing);
            sink.para(Check::EmptyParagraphs, para, Value::Trait(found), Value::Trait(wanted));
        }
    }
}
