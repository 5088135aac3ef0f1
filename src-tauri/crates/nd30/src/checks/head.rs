//! Quốc hiệu, Tiêu ngữ and the names of bodies (Phụ lục I, mục II.1 and II.2).

use super::drawn::{self, Wanted};
use super::look::{PT_12, PT_13, PT_14, capitals, centred, size, style};
use crate::check::Check;
use crate::docx::para::Para;
use crate::docx::setting::Alignment;
use crate::finding::{Part, Trait, Value};
use crate::measure;
use crate::sink::Sink;
use crate::text::key;

/// Both ways to set the mark of “HÒA” are in the decree.
const NATION: [&str; 2] =
    ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM"];
/// What is left of it where “VIỆT NAM” stands in a paragraph of its own.
const NATION_BEGINNING: &str = "cong hoa xa hoi chu nghia";
const MOTTO: &str = "Độc lập - Tự do - Hạnh phúc";

/// Checks the head.
pub(super) fn check(sink: &mut Sink<'_>) {
    match sink.layout.first(Part::Nation) {
        Some(para) => nation(sink, para),
        None => sink.missing(Check::NationMissing, Part::Nation),
    }
    match sink.layout.first(Part::Motto) {
        Some(para) => motto(sink, para),
        None => sink.missing(Check::MottoMissing, Part::Motto),
    }
    sizes_together(sink);
    bodies(sink);
}

fn nation(sink: &mut Sink<'_>, para: &Para) {
    let line = para.line();
    let shown = if para.seen().all(|run| run.look.capitals) { line.to_uppercase() } else { line };
    let broken = para.text().trim().contains('\n') || key(&shown) == NATION_BEGINNING;
    if broken || measure::lines(para, sink.layout.docx.room(para) * 102 / 100) > 1 {
        let (found, wanted) = (Trait::SeveralLines, Trait::OneLine);
        sink.para(Check::NationLine, para, Value::Trait(found), Value::Trait(wanted));
    } else if !NATION.contains(&shown.as_str()) {
        sink.para(Check::NationText, para, Value::Text(shown), Value::text(NATION[0]));
    }
    size(sink, Check::NationSize, para, (PT_12, PT_13));
    style(sink, Check::NationLook, para, (true, false));
    if !stands_right(sink, para) {
        let (found, wanted) = (Trait::NotRightHalf, Trait::RightHalf);
        sink.para(Check::NationPlace, para, Value::Trait(found), Value::Trait(wanted));
    } else if para.cell.is_some() {
        centred(sink, Check::NationPlace, para);
    }
}

/// In a column that is not the first, or pushed to the right.
fn stands_right(sink: &Sink<'_>, para: &Para) -> bool {
    let page = sink.layout.docx.sections.get(para.section).map_or(0, |section| section.room());
    match para.cell {
        Some(cell) => cell.column > 0,
        None => para.align == Alignment::Right || para.left > page / 4 || para.floating,
    }
}

fn motto(sink: &mut Sink<'_>, para: &Para) {
    if para.line() != MOTTO {
        sink.para(Check::MottoText, para, Value::Text(para.line()), Value::text(MOTTO));
    }
    size(sink, Check::MottoSize, para, (PT_13, PT_14));
    style(sink, Check::MottoLook, para, (true, false));
    if para.cell.is_some() {
        centred(sink, Check::NationPlace, para);
    }
    drawn::check(
        sink,
        &Wanted {
            part: Part::Motto,
            from: Part::Nation,
            presence: Check::MottoRule,
            length: Check::MottoRuleLength,
            share: (1000, 1000),
        },
    );
}

/// 12, 13, 13 or 13, 14, 14; judged only when each size is allowed by itself.
fn sizes_together(sink: &mut Sink<'_>) {
    let parts = [Part::Nation, Part::Motto, Part::PlaceDate];
    let found: Vec<&Para> = parts.iter().filter_map(|part| sink.layout.first(*part)).collect();
    let sizes: Vec<i32> = found.iter().map(|para| para.size()).collect();
    let [nation, motto, date] = sizes[..] else { return };
    let single = [PT_12, PT_13].contains(&nation)
        && [motto, date].iter().all(|size| [PT_13, PT_14].contains(size));
    let sets = [[PT_12, PT_13, PT_13], [PT_13, PT_14, PT_14]];
    if !single || sets.contains(&[nation, motto, date]) {
        return;
    }
    let set = |sizes: [i32; 3]| Value::All(sizes.map(Value::size).to_vec());
    if let Some(para) = found.first() {
        let wanted = Value::Any(sets.map(set).to_vec());
        sink.para(Check::SizesTogether, para, set([nation, motto, date]), wanted);
    }
}

fn bodies(sink: &mut Sink<'_>) {
    let (parents, names) =
        (sink.layout.of_part(Part::ParentAgency), sink.layout.of_part(Part::Agency));
    if names.is_empty() {
        sink.missing(Check::AgencyMissing, Part::Agency);
    }
    for para in &parents {
        capitals(sink, Check::AgencyCapitals, para);
        size(sink, Check::AgencySize, para, (PT_12, PT_13));
        style(sink, Check::ParentLook, para, (false, false));
    }
    for para in &names {
        capitals(sink, Check::AgencyCapitals, para);
        size(sink, Check::AgencySize, para, (PT_12, PT_13));
        style(sink, Check::AgencyLook, para, (true, false));
    }
    drawn::check(
        sink,
        &Wanted {
            part: Part::Agency,
            from: Part::ParentAgency,
            presence: Check::AgencyRule,
            length: Check::AgencyRuleLength,
            share: (333, 500),
        },
    );
}
