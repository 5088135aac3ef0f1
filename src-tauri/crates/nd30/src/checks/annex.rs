//! Annexes (Phụ lục I, mục III.1).

use super::look::{PT_13, PT_14, capitals, centred, size, style};
use crate::check::Check;
use crate::docx::para::Para;
use crate::finding::{Part, Trait, Value};
use crate::roman;
use crate::sink::Sink;
use crate::text::key;

/// Checks all annexes.
pub(super) fn check(sink: &mut Sink<'_>) {
    let annexes = sink.layout.annexes();
    let several = annexes.len() > 1;
    for (place, annex) in annexes.iter().enumerate() {
        let Some((_, head)) = annex.first() else { continue };
        number(sink, head, place, several);
        size(sink, Check::AnnexLook, head, (PT_14, PT_14));
        style(sink, Check::AnnexLook, head, (true, false));
        centred(sink, Check::AnnexLook, head);
        for (_, para) in annex.iter().filter(|(part, _)| *part == Part::AnnexTitle) {
            capitals(sink, Check::AnnexTitle, para);
            size(sink, Check::AnnexTitle, para, (PT_13, PT_14));
            style(sink, Check::AnnexTitle, para, (true, false));
            centred(sink, Check::AnnexTitle, para);
        }
        reference(sink, head, annex);
        pages(sink, head);
    }
    mentioned(sink, annexes.first().and_then(|annex| annex.first()).map(|(_, head)| *head));
}

fn number(sink: &mut Sink<'_>, head: &Para, place: usize, several: bool) {
    let line = head.line();
    let expected = u32::try_from(place + 1).unwrap_or(u32::MAX);
    let written = line.strip_prefix("Phụ lục").map(str::trim);
    let counted = written.and_then(roman::read);
    let proper = counted.is_some() || (!several && written == Some(""));
    if !proper {
        let number = if several { format!(" {}", roman::write(expected)) } else { String::new() };
        let wanted = Value::Text(format!("Phụ lục{number}"));
        sink.para(Check::AnnexForm, head, Value::Text(line), wanted);
    } else if let Some(found) = counted.filter(|number| *number != expected) {
        let wanted = Value::Text(roman::write(expected));
        sink.para(Check::AnnexOrder, head, Value::Text(roman::write(found)), wanted);
    }
}

fn reference(sink: &mut Sink<'_>, head: &Para, annex: &[(Part, &Para)]) {
    match annex.iter().find(|(part, _)| *part == Part::AnnexReference) {
        Some((_, para)) => {
            size(sink, Check::AnnexReference, para, (PT_13, PT_14));
            style(sink, Check::AnnexReference, para, (false, true));
            centred(sink, Check::AnnexReference, para);
        }
        None => {
            let wanted = Value::text("(Kèm theo Báo cáo số …/… ngày … tháng … năm … của …)");
            sink.para(Check::AnnexReference, head, Value::Trait(Trait::Absent), wanted);
        }
    }
}

/// An annex begins a section whose pages are counted from 1.
fn pages(sink: &mut Sink<'_>, head: &Para) {
    let docx = sink.layout.docx;
    let before = head.number.checked_sub(2).and_then(|index| docx.paras.get(index));
    let own = before.is_none_or(|before| before.section != head.section);
    let section = docx.sections.get(head.section);
    let counted = section.is_some_and(|it| it.start.is_some() && !it.continuous);
    if !own || !counted {
        let (found, wanted) = (Trait::CountedOn, Trait::OwnSection);
        sink.para(Check::AnnexPages, head, Value::Trait(found), Value::Trait(wanted));
    }
}

fn mentioned(sink: &mut Sink<'_>, first: Option<&Para>) {
    let mut body = sink.layout.all().filter(|(part, _)| super::body::is_body(*part));
    let mentioned = body.any(|(_, para)| key(&para.line()).contains("phu luc"));
    if let Some(first) = first.filter(|_| !mentioned) {
        let (found, wanted) = (Trait::Absent, Trait::Present);
        sink.para(Check::AnnexMentioned, first, Value::Trait(found), Value::Trait(wanted));
    }
}
