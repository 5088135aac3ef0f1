//! Lines drawn under a part: there, drawn as a line, and of the right length.

use crate::check::Check;
use crate::docx::Docx;
use crate::docx::para::Para;
use crate::finding::{Part, Trait, Value};
use crate::measure;
use crate::parts::Layout;
use crate::sink::Sink;

/// Which part, which rules, and which shares of the text the line may have.
pub(super) struct Wanted {
    /// The part above the line.
    pub(super) part: Part,
    /// A part from which on a line may be anchored, other than the part itself.
    pub(super) from: Part,
    /// The rule that there is a line.
    pub(super) presence: Check,
    /// The rule of its length.
    pub(super) length: Check,
    /// The smallest and the largest share of the text, in thousandths.
    pub(super) share: (i64, i64),
}

/// Widths are estimated and lines drawn by hand: so many thousandths more or less are fine.
const TOLERANCE: i64 = 120;

/// Checks the line under a part.
pub(super) fn check(sink: &mut Sink<'_>, wanted: &Wanted) {
    let (layout, docx) = (sink.layout, sink.layout.docx);
    let lines = layout.of_part(wanted.part);
    let Some(last) = lines.last() else { return };
    let first = layout.first(wanted.from).map_or(last.number, |para| para.number);
    let first = first.min(lines.first().map_or(last.number, |para| para.number));
    let near = around(layout, first, last);
    let widths = widths(docx, &near, last);
    if widths.is_empty() {
        let typed = near.iter().any(|(part, _)| *part == Part::Underscores);
        let underlined = lines.iter().any(|para| para.seen().any(|run| run.look.underline));
        let found = match (typed, underlined) {
            (true, _) => Trait::Underscores,
            (false, true) => Trait::Underlined,
            (false, false) => Trait::Absent,
        };
        let (found, drawn) = (Value::Trait(found), Value::Trait(Trait::DrawnLine));
        sink.para(wanted.presence, last, found, drawn);
        return;
    }
    length(sink, wanted, &lines, &widths);
}

fn length(sink: &mut Sink<'_>, wanted: &Wanted, lines: &[&Para], widths: &[i32]) {
    let docx = sink.layout.docx;
    let texts: Vec<i64> = lines.iter().flat_map(|para| set_lines(docx, para)).collect();
    let (Some(short), Some(long)) = (texts.iter().min(), texts.iter().max()) else { return };
    let low = short * wanted.share.0 / 1000;
    let high = long * wanted.share.1 / 1000;
    let fits = |width: &i32| {
        let width = i64::from(*width) * 1000;
        width >= low * (1000 - TOLERANCE) && width <= high * (1000 + TOLERANCE)
    };
    let Some(width) = widths.first().filter(|_| !widths.iter().any(fits)) else { return };
    let tenths = |twips: i64| Value::length(i32::try_from(twips).unwrap_or(i32::MAX));
    let proper = if low == high { tenths(low) } else { Value::between(tenths(low), tenths(high)) };
    if let Some(last) = lines.last() {
        sink.para(wanted.length, last, Value::length(*width), proper);
    }
}

/// The lengths of the lines in which a paragraph is set: full ones and the last.
fn set_lines(docx: &Docx, para: &Para) -> Vec<i64> {
    let (width, room) = (i64::from(measure::width(para)), i64::from(docx.room(para).max(1)));
    match width > room {
        false => vec![width],
        true => vec![room, width % room + room / 10],
    }
}

/// The paragraphs from one to the first with text after another, in the same column.
fn around<'a>(layout: &Layout<'a>, first: usize, last: &Para) -> Vec<(Part, &'a Para)> {
    let column = |para: &Para| para.cell.map(|cell| (cell.table, cell.column));
    let same = layout
        .all()
        .filter(|(_, para)| para.number >= first && column(para) == column(last) && !para.floating);
    let mut found = Vec::new();
    for (part, para) in same {
        found.push((part, para));
        let text = !matches!(part, Part::Empty | Part::Underscores);
        if para.number > last.number && text {
            break;
        }
    }
    found
}

/// Widths of all lines: drawn ones, and borders of the part's last or of an empty paragraph.
fn widths(docx: &Docx, near: &[(Part, &Para)], last: &Para) -> Vec<i32> {
    let drawn = near.iter().flat_map(|(_, para)| para.drawn_lines.iter().copied());
    let bordered = near.iter().filter(|(part, para)| {
        let below = para.number == last.number || *part == Part::Empty;
        para.bordered && para.number >= last.number && below
    });
    drawn.chain(bordered.map(|(_, para)| docx.room(para))).filter(|width| *width > 0).collect()
}
