//! Page numbers (Phụ lục I, mục I.7).

use super::look::{PT_13, PT_14, wanted_size};
use crate::check::Check;
use crate::docx::Docx;
use crate::docx::para::{Para, Run};
use crate::docx::section::{Pages, Section};
use crate::docx::setting::{Alignment, Pitch};
use crate::finding::{Part, Trait, Value};
use crate::measure;
use crate::sink::Sink;

/// A paragraph of a header or footer with its page number.
type Numbered<'a> = (&'a Para, &'a Run);

/// Checks every section.
pub(super) fn check(sink: &mut Sink<'_>) {
    let docx = sink.layout.docx;
    let annexes: Vec<usize> =
        sink.layout.of_part(Part::AnnexNumber).iter().map(|para| para.section).collect();
    for (index, section) in docx.sections.iter().enumerate() {
        let place = (index, Some(Part::PageNumber));
        match number(&section.headers, Pages::Default) {
            Some(found) => shown(sink, place, found),
            None => absent(sink, place, section),
        }
        if docx.even_and_odd
            && number(&section.headers, Pages::Default).is_some()
            && number(&section.headers, Pages::Even).is_none()
        {
            absent(sink, place, section);
        }
        // Only where counting begins anew is there a first page whose number is not shown.
        if index == 0 || annexes.contains(&index) {
            start(sink, place, section);
        }
        if index == 0 {
            first_page(sink, place, section);
        }
    }
}

fn number(
    furniture: &std::collections::BTreeMap<Pages, std::rc::Rc<[Para]>>,
    pages: Pages,
) -> Option<Numbered<'_>> {
    let mut paras = furniture.get(&pages)?.iter();
    paras.find_map(|para| para.runs.iter().find(|run| run.page_number).map(|run| (para, run)))
}

fn absent(sink: &mut Sink<'_>, place: (usize, Option<Part>), section: &Section) {
    let below = [Pages::Default, Pages::Even].map(|pages| number(&section.footers, pages));
    if below.iter().any(Option::is_some) {
        let (found, wanted) = (Value::Trait(Trait::InFooter), Value::Trait(Trait::InHeader));
        sink.section(Check::PageNumberPlace, place, found, wanted);
    } else if has_second_page(sink.layout.docx, place.0) {
        let (found, wanted) = (Value::Trait(Trait::Absent), Value::Trait(Trait::Present));
        sink.section(Check::PageNumberMissing, place, found, wanted);
    }
}

fn shown(sink: &mut Sink<'_>, place: (usize, Option<Part>), (para, run): Numbered<'_>) {
    // One tab before the number leads to the centre stop of Word's own header style.
    let before: String =
        para.runs.iter().take_while(|it| !it.page_number).map(|it| it.text.as_str()).collect();
    let tabbed = before == "\t";
    if para.align != Alignment::Centre && !para.centred_frame && !tabbed {
        let (found, wanted) = (Value::Alignment(para.align), Value::Alignment(Alignment::Centre));
        sink.section(Check::PageNumberCentred, place, found, wanted);
    }
    let look = &run.look;
    if look.size < PT_13 || look.size > PT_14 {
        let (found, wanted) = (Value::size(look.size), wanted_size(PT_13, PT_14));
        sink.section(Check::PageNumberLook, place, found, wanted);
    }
    if look.italic {
        let (found, wanted) = (Value::Trait(Trait::Italic), Value::Trait(Trait::Upright));
        sink.section(Check::PageNumberLook, place, found, wanted);
    }
    let format = sink.layout.docx.sections.get(place.0).and_then(|it| it.format.clone());
    let text = para.line();
    if text != "#" || format.is_some() {
        let found = Value::Text(format.unwrap_or_else(|| text.replace('#', "2")));
        sink.section(Check::PageNumberDigits, place, found, Value::Trait(Trait::ArabicDigits));
    }
}

fn start(sink: &mut Sink<'_>, place: (usize, Option<Part>), section: &Section) {
    if let Some(number) = section.start.filter(|number| *number != 1) {
        let (found, wanted) = (Value::Number(i64::from(number)), Value::Number(1));
        sink.section(Check::PageNumberStart, place, found, wanted);
    }
}

fn first_page(sink: &mut Sink<'_>, place: (usize, Option<Part>), section: &Section) {
    let pages = if section.title_page { Pages::First } else { Pages::Default };
    let shown = [&section.headers, &section.footers];
    if shown.iter().any(|furniture| number(furniture, pages).is_some()) {
        let (found, wanted) = (Value::Trait(Trait::Present), Value::Trait(Trait::Absent));
        sink.section(Check::PageNumberFirst, place, found, wanted);
    }
}

/// Whether a section goes beyond its first page. Without a layout this is an estimate, and it is
/// made low: better no finding than a wrong one.
fn has_second_page(docx: &Docx, index: usize) -> bool {
    let Some(section) = docx.sections.get(index) else { return false };
    let inside = || docx.paras.iter().filter(|para| para.section == index && !para.floating);
    let height = i64::from(section.height - section.top - section.bottom);
    let flow: i64 = inside().filter(|para| para.cell.is_none()).map(|it| room(docx, it)).sum();
    inside().skip(1).any(|para| para.new_page) || flow > height
}

/// The height of a paragraph in twips.
fn room(docx: &Docx, para: &Para) -> i64 {
    let lines = measure::lines(para, docx.room(para)).max(1);
    let single = i64::from(para.size()) * 10 * measure::SINGLE_LINE / 100;
    let pitch = match para.pitch {
        Pitch::Lines(parts) => single * i64::from(parts) / 240,
        Pitch::Exactly(twips) => i64::from(twips),
        Pitch::AtLeast(twips) => single.max(i64::from(twips)),
    };
    lines * pitch + i64::from(para.before) + i64::from(para.after)
}
