//! Kính gửi and căn cứ (Phụ lục I, mục II.6.a and II.9.d).

use super::look::{PT_13, PT_14, size, style};
use crate::check::Check;
use crate::docx::para::Para;
use crate::finding::{Part, Value};
use crate::sink::Sink;
use crate::text::key;

/// Checks addressees and grounds.
pub(super) fn check(sink: &mut Sink<'_>) {
    match sink.layout.first(Part::Addressee) {
        Some(head) => addressees(sink, head),
        None if needed(sink) => sink.missing(Check::AddresseeMissing, Part::Addressee),
        None => {}
    }
    grounds(sink);
}

/// Letters, and kinds that go up.
fn needed(sink: &Sink<'_>) -> bool {
    let kinds = &sink.rules.words.kinds_with_addressee;
    match sink.layout.first(Part::Kind) {
        Some(kind) => kinds.iter().any(|it| key(it) == key(&kind.line())),
        None => sink.layout.has(Part::LetterSubject),
    }
}

fn addressees(sink: &mut Sink<'_>, head: &Para) {
    let items = sink.layout.of_part(Part::AddresseeItem);
    for para in std::iter::once(head).chain(items.iter().copied()) {
        size(sink, Check::AddresseeLook, para, (PT_13, PT_14));
        style(sink, Check::AddresseeLook, para, (false, false));
    }
    let line = head.line();
    let name = line.split_once(':').map_or("", |(_, name)| name.trim());
    let several = name.trim_end_matches(['.', ';']).contains(';');
    let proper = line.starts_with("Kính gửi:") && !several && !name.ends_with(';');
    if !proper || (name.is_empty() && items.is_empty()) {
        let wanted = match name {
            "" if !items.is_empty() => Value::text("Kính gửi:"),
            name if name.is_empty() || several => Value::text("Kính gửi: Bộ Công an"),
            name => Value::Text(format!("Kính gửi: {}", name.trim_end_matches([';', ' ']))),
        };
        sink.para(Check::AddresseeForm, head, Value::Text(line), wanted);
    }
    listed(sink, Check::AddresseeForm, &items);
}

/// Lines of a list: a dash, then a semicolon, after the last a full stop.
fn listed(sink: &mut Sink<'_>, check: Check, items: &[&Para]) {
    for (place, para) in items.iter().enumerate() {
        let end = if place + 1 == items.len() { '.' } else { ';' };
        let line = para.line();
        let wanted = item(&line, end);
        if line != wanted {
            sink.para(check, para, Value::Text(line), Value::Text(wanted));
        }
    }
}

/// A line of a list as it should be.
pub(super) fn item(line: &str, end: char) -> String {
    let name = line.trim_start_matches(['-', '–', '—', '+', ' ']);
    format!("- {}{end}", name.trim_end_matches([';', '.', ',', ' ']))
}

fn grounds(sink: &mut Sink<'_>) {
    let grounds = sink.layout.of_part(Part::Ground);
    for (place, para) in grounds.iter().enumerate() {
        style(sink, Check::GroundLook, para, (false, true));
        let last = place + 1 == grounds.len();
        let line = para.line();
        if line.ends_with(if last { '.' } else { ';' }) {
            continue;
        }
        let end = if last { "." } else { ";" };
        let found: String = line.chars().rev().take(1).collect();
        sink.para(Check::GroundEnding, para, Value::Text(found), Value::text(end));
    }
}
