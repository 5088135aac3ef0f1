//! Paper and margins (Phụ lục I, mục I.1 to I.3).

use crate::check::Check;
use crate::docx::section::Section;
use crate::finding::{Part, Trait, Value};
use crate::sink::Sink;

/// A millimetre in twips, times 100.
const MM: i32 = 5669;
/// Tolerance of lengths: half a millimetre, as much as programs round.
const TOLERANCE: i32 = 28;

/// Checks every section.
pub(super) fn check(sink: &mut Sink<'_>) {
    let docx = sink.layout.docx;
    for (index, section) in docx.sections.iter().enumerate() {
        paper(sink, index, section);
        margins(sink, index, section);
        landscape(sink, index, section);
    }
}

/// A4; a wide table may lie on A3, as annexes of many columns do.
fn paper(sink: &mut Sink<'_>, index: usize, section: &Section) {
    let near = |length: i32, millimetres: i32| (length - millimetres * MM / 100).abs() <= TOLERANCE;
    let (short, long) = (section.width.min(section.height), section.width.max(section.height));
    let a3_table = || near(short, 297) && near(long, 420) && section.landscape();
    if near(short, 210) && near(long, 297) || a3_table() && is_tabled(sink, index) {
        return;
    }
    let millimetres = |twips: i32| (twips * 10 + MM / 20) / (MM / 10);
    let found = Value::Paper(millimetres(section.width), millimetres(section.height));
    sink.section(Check::PaperSize, (index, None), found, Value::Paper(210, 297));
}

fn margins(sink: &mut Sink<'_>, index: usize, section: &Section) {
    // On its long side the sheet is turned: what was the upper edge is at the left or right.
    let sides = match section.landscape() {
        false => [
            (Check::MarginTop, section.top, 20, 25),
            (Check::MarginBottom, section.bottom, 20, 25),
            (Check::MarginLeft, section.left, 30, 35),
            (Check::MarginRight, section.right, 15, 20),
        ],
        true => [
            (Check::MarginTop, section.top, 15, 35),
            (Check::MarginBottom, section.bottom, 15, 35),
            (Check::MarginLeft, section.left, 15, 35),
            (Check::MarginRight, section.right, 15, 35),
        ],
    };
    for (check, found, low, high) in sides {
        let fits = found >= low * MM / 100 - TOLERANCE && found <= high * MM / 100 + TOLERANCE;
        if !fits {
            let wanted =
                Value::between(Value::Millimetres(low * 10), Value::Millimetres(high * 10));
            sink.section(check, (index, None), Value::length(found), wanted);
        }
    }
}

/// Paper on its long side is for tables.
fn landscape(sink: &mut Sink<'_>, index: usize, section: &Section) {
    if section.landscape() && !is_tabled(sink, index) {
        let (found, wanted) = (Trait::Landscape, Trait::Portrait);
        sink.section(Check::Landscape, (index, None), Value::Trait(found), Value::Trait(wanted));
    }
}

/// Whether a table or a picture stands in a section.
fn is_tabled(sink: &Sink<'_>, index: usize) -> bool {
    let mut inside = sink.layout.all().filter(|(_, para)| para.section == index);
    inside.any(|(part, para)| {
        part == Part::Table && para.cell.is_some_and(|cell| cell.gridded) || para.pictured
    })
}
