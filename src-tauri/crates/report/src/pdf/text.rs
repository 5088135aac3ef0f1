//! Text of a page: moves, strings and the corrections between letters.

use super::content::{Content, Hundredths};
use super::embed::{Code, Embedded, name};
use crate::page::{Page, PlacedRun};

/// Draws all runs of a page.
pub(super) fn draw(content: &mut Content, page: &Page, embedded: &Embedded) {
    if page.runs.is_empty() {
        return;
    }
    content.word("BT");
    let mut font = None;
    let mut line = Some((0, 0));
    let mut repeated = false;
    for run in &page.runs {
        if run.repeated != repeated {
            // What a page repeats is marked, so that readers can leave it out (14.8.2.2).
            content.word(if run.repeated { "/Artifact <</Type/Pagination>> BDC" } else { "EMC" });
            repeated = run.repeated;
        }
        if font != Some((run.face, run.size)) {
            content.named_op(name(run.face), &[super::content::hundredths(run.size)], "Tf");
            font = Some((run.face, run.size));
        }
        line = place(content, run, line);
        show(content, run, embedded.face(run.face));
    }
    if repeated {
        content.word("EMC");
    }
    content.word("ET");
}

/// Moves to the start of a run and returns where the next move counts from. Moves are short as
/// long as the text is upright.
fn place(
    content: &mut Content,
    run: &PlacedRun,
    line: Option<(Hundredths, Hundredths)>,
) -> Option<(Hundredths, Hundredths)> {
    let (x, y) = (content.x(run.x), content.y(run.baseline));
    if run.turned {
        content.op(&[0, 100, -100, 0, x, y], "Tm");
        return None;
    }
    match line {
        Some((from_x, from_y)) => content.op(&[x - from_x, y - from_y], "Td"),
        None => content.op(&[100, 0, 0, 100, x, y], "Tm"),
    }
    Some((x, y))
}

/// Shows the glyphs of a run.
///
/// The viewer advances by the widths the file names, so the correction after a glyph is the
/// difference between that pen and the shaped position; below one thousandth it is saved up.
#[expect(clippy::cast_possible_truncation, reason = "corrections are a few thousandths")]
fn show(content: &mut Content, run: &PlacedRun, codes: &[Code]) {
    let ems = 1000.0 / run.size;
    let mut pen = 0.0;
    let mut pieces: Vec<(u16, i64)> = Vec::with_capacity(run.glyphs.len());
    for (index, glyph) in run.glyphs.iter().enumerate() {
        let code = codes.get(usize::from(glyph.id)).copied().unwrap_or_default();
        pen += code.width;
        let correction = run.glyphs.get(index + 1).map_or(0.0, |next| (pen - next.x * ems).round());
        pen -= correction;
        pieces.push((code.code, correction as i64));
    }
    let corrected = pieces.iter().any(|&(_, correction)| correction != 0);
    if corrected {
        content.mark(b'[');
    }
    content.mark(b'(');
    for (code, correction) in pieces {
        content.code(code);
        if correction != 0 {
            content.mark(b')');
            content.whole(correction);
            content.mark(b'(');
        }
    }
    content.mark(b')');
    content.word(if corrected { "]TJ" } else { "Tj" });
}
