//! Nơi nhận (Phụ lục I, mục II.9).

use super::addressee::item;
use super::look::{PT_11, PT_12, size, style};
use crate::check::Check;
use crate::docx::para::Para;
use crate::finding::{Part, Trait, Value};
use crate::sink::Sink;
use crate::text::key;

/// Checks the recipients.
pub(super) fn check(sink: &mut Sink<'_>) {
    let Some(head) = sink.layout.first(Part::RecipientsHead) else {
        return sink.missing(Check::RecipientsMissing, Part::RecipientsHead);
    };
    if head.line() != "Nơi nhận:" {
        let wanted = Value::text("Nơi nhận:");
        sink.para(Check::RecipientsHead, head, Value::Text(head.line()), wanted);
    }
    size(sink, Check::RecipientsHead, head, (PT_12, PT_12));
    style(sink, Check::RecipientsHead, head, (true, true));
    let lines = sink.layout.of_part(Part::Recipient);
    for para in &lines {
        size(sink, Check::RecipientsLook, para, (PT_11, PT_11));
        style(sink, Check::RecipientsLook, para, (false, false));
    }
    let is_file = |para: &&Para| {
        let key = key(&para.line());
        key.trim_start_matches(['-', '–', '+', ' ']).starts_with("luu")
    };
    // Without a line “Lưu” the last one stands in its place: what it lacks is told of it once.
    let unfiled = !lines.iter().any(is_file);
    let last = lines.last().map(|para| para.number);
    for para in lines.iter().filter(|para| !is_file(para)) {
        if unfiled && Some(para.number) == last && para.line().ends_with('.') {
            continue;
        }
        let line = para.line();
        let wanted = item(&line, ';');
        if line != wanted {
            sink.para(Check::RecipientsForm, para, Value::Text(line), Value::Text(wanted));
        }
    }
    match lines.last() {
        Some(last) => file(sink, last),
        None => sink.para(
            Check::RecipientsFile,
            head,
            Value::Trait(Trait::Absent),
            Value::text("- Lưu: VT."),
        ),
    }
    above(sink, head, &lines);
}

/// The last line: “- Lưu: VT, PX03.”.
fn file(sink: &mut Sink<'_>, last: &Para) {
    let line = last.line();
    let names = line.strip_prefix("- Lưu: ").and_then(|it| it.strip_suffix('.'));
    let proper = names.is_some_and(|names| {
        let mut names = names.split([',', ' ', '(', ';']);
        names.next() == Some("VT")
    });
    if !proper {
        let wanted = Value::text("- Lưu: VT, ….");
        sink.para(Check::RecipientsFile, last, Value::Text(line), wanted);
    }
}

/// Where there is a Kính gửi, the list begins with “- Như trên;”.
fn above(sink: &mut Sink<'_>, head: &Para, lines: &[&Para]) {
    let first = lines.first().map(|para| para.line()).unwrap_or_default();
    if sink.layout.has(Part::Addressee) && !key(&first).contains("nhu tren") {
        let wanted = Value::text("- Như trên;");
        sink.para(Check::RecipientsAbove, head, Value::Text(first), wanted);
    }
}
