//! Questions that many checks ask: size, bold, italic, capitals, placement.

use crate::check::Check;
use crate::docx::para::Para;
use crate::docx::setting::Alignment;
use crate::finding::{Trait, Value};
use crate::sink::Sink;
use crate::text::in_capitals;

/// 11, 12, 13 and 14 points in half-points.
pub(super) const PT_11: i32 = 22;
pub(super) const PT_12: i32 = 24;
pub(super) const PT_13: i32 = 26;
pub(super) const PT_14: i32 = 28;

/// Every size of a paragraph lies between two, in half-points.
pub(super) fn size(sink: &mut Sink<'_>, check: Check, para: &Para, (low, high): (i32, i32)) {
    let wrong = para.seen().find(|run| run.look.size < low || run.look.size > high);
    let Some(wrong) = wrong else { return };
    sink.para(check, para, Value::size(wrong.look.size), wanted_size(low, high));
}

/// A size, or from one to another.
pub(super) fn wanted_size(low: i32, high: i32) -> Value {
    match low == high {
        true => Value::size(low),
        false => Value::between(Value::size(low), Value::size(high)),
    }
}

/// Bold and italic are as wanted in the whole paragraph.
pub(super) fn style(sink: &mut Sink<'_>, check: Check, para: &Para, (bold, italic): (bool, bool)) {
    let is_bold = para.seen().any(|run| run.look.bold);
    let is_italic = para.seen().any(|run| run.look.italic);
    let bold_fits = if bold { para.bold() } else { !is_bold };
    let italic_fits = if italic { para.italic() } else { !is_italic };
    if bold_fits && italic_fits {
        return;
    }
    let traits = |bold: bool, italic: bool| {
        let bold = if bold { Trait::Bold } else { Trait::NotBold };
        Value::traits(&[if italic { Trait::Italic } else { Trait::Upright }, bold])
    };
    let found_bold = if bold_fits { bold } else { !bold };
    let found_italic = if italic_fits { italic } else { !italic };
    sink.para(check, para, traits(found_bold, found_italic), traits(bold, italic));
}

/// The whole paragraph is in capitals, typed or shown.
pub(super) fn capitals(sink: &mut Sink<'_>, check: Check, para: &Para) {
    if !shown_in_capitals(para) {
        let wanted = para.line().to_uppercase();
        sink.para(check, para, Value::Text(para.line()), Value::Text(wanted));
    }
}

/// Whether a paragraph is printed in capitals.
pub(super) fn shown_in_capitals(para: &Para) -> bool {
    let letters = |text: &str| text.chars().any(char::is_alphabetic);
    let mut runs = para.seen().filter(|run| letters(&run.text)).peekable();
    runs.peek().is_some() && runs.all(|run| run.look.capitals || in_capitals(&run.text))
}

/// The paragraph is centred.
pub(super) fn centred(sink: &mut Sink<'_>, check: Check, para: &Para) {
    if para.align != Alignment::Centre {
        let (found, wanted) = (Value::Alignment(para.align), Value::Alignment(Alignment::Centre));
        sink.para(check, para, found, wanted);
    }
}
