//! Tên loại, trích yếu and the subject of a letter (Phụ lục I, mục II.5).

use super::drawn::{self, Wanted};
use super::look::{PT_12, PT_13, PT_14, capitals, centred, shown_in_capitals, size, style};
use crate::check::Check;
use crate::docx::para::Para;
use crate::finding::{Part, Trait, Value};
use crate::sink::Sink;

/// Checks the title.
pub(super) fn check(sink: &mut Sink<'_>) {
    let letter = sink.layout.of_part(Part::LetterSubject);
    if let Some(first) = letter.first() {
        letter_subject(sink, first, &letter);
    }
    match sink.layout.first(Part::Kind) {
        Some(para) => titled(sink, para),
        None if letter.is_empty() => sink.missing(Check::KindMissing, Part::Kind),
        None => {}
    }
}

fn titled(sink: &mut Sink<'_>, kind: &Para) {
    capitals(sink, Check::KindCapitals, kind);
    size(sink, Check::KindLook, kind, (PT_13, PT_14));
    style(sink, Check::KindLook, kind, (true, false));
    centred(sink, Check::TitleCentred, kind);
    let subject = sink.layout.of_part(Part::Subject);
    if subject.is_empty() {
        return sink.missing(Check::SubjectMissing, Part::Subject);
    }
    for para in &subject {
        size(sink, Check::SubjectLook, para, (PT_13, PT_14));
        style(sink, Check::SubjectLook, para, (true, false));
        centred(sink, Check::TitleCentred, para);
    }
    if let Some(first) = subject.first().filter(|_| subject.iter().all(|it| shown_in_capitals(it)))
    {
        let (found, wanted) = (Trait::Capitals, Trait::NotCapitals);
        sink.para(Check::SubjectLook, first, Value::Trait(found), Value::Trait(wanted));
    }
    drawn::check(
        sink,
        &Wanted {
            part: Part::Subject,
            from: Part::Kind,
            presence: Check::SubjectRule,
            length: Check::SubjectRuleLength,
            share: (333, 500),
        },
    );
}

fn letter_subject(sink: &mut Sink<'_>, first: &Para, lines: &[&Para]) {
    let line = first.line();
    if !line.starts_with("V/v ") {
        let rest = line.chars().skip_while(|c| !c.is_whitespace()).collect::<String>();
        let wanted = Value::Text(format!("V/v {}", rest.trim()));
        sink.para(Check::LetterSubject, first, Value::Text(line), wanted);
    }
    for para in lines {
        size(sink, Check::LetterSubject, para, (PT_12, PT_13));
        style(sink, Check::LetterSubject, para, (false, false));
    }
}
