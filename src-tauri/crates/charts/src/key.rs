//! Small samples with a text beside them, in lines under a chart, and the note on converted values.

use bc138_report::{Anchor, Fill};

use crate::canvas::{Canvas, Tone};
use crate::geometry::{Rect, at};
use crate::style::{APART, HAIR, NEAR, SMALL};
use crate::words::CONVERTED;
use crate::wrap::{self, Block};

/// A sample and what it means.
pub(crate) struct Entry<'a> {
    /// What is shown; `None` is paper.
    pub(crate) tone: Option<Tone>,
    /// A small white square stands in the middle (converted).
    pub(crate) dotted: bool,
    /// What it means.
    pub(crate) text: &'a str,
}

const SAMPLE: f32 = 12.0;

/// Draws samples from left to right, in as many lines as they need; returns where they end.
pub(crate) fn draw(canvas: &mut Canvas, entries: &[Entry<'_>], width: f32, top: f32) -> f32 {
    let (mut x, mut y, mut line) = (0.0, top, 0.0_f32);
    for entry in entries {
        let block = wrap::fit(entry.text, false, width - SAMPLE - NEAR, SMALL, 3);
        let taken = SAMPLE + NEAR + block.width;
        if x > 0.0 && x + taken > width {
            (x, y, line) = (0.0, y + line + NEAR, 0.0);
        }
        one(canvas, entry, &block, x, y);
        x += taken + APART;
        line = line.max(block.height());
    }
    y + line
}

fn one(canvas: &mut Canvas, entry: &Entry<'_>, block: &Block, x: f32, y: f32) {
    let sample = Rect { left: x, top: y + 1.0, right: x + SAMPLE, bottom: y + SMALL };
    match entry.tone {
        Some(tone) => canvas.toned(sample, tone),
        None => canvas.area(sample.corners(), Fill::White, HAIR),
    }
    if entry.dotted {
        dot(canvas, sample);
    }
    canvas.block(block, sample.right + NEAR, y, Anchor::Start);
}

/// Draws the mark of a converted value in the middle of a cell.
pub(crate) fn dot(canvas: &mut Canvas, cell: Rect) {
    let (x, y) = ((cell.left + cell.right) / 2.0, (cell.top + cell.bottom) / 2.0);
    let half = (cell.width().min(cell.height()) / 4.0).min(1.4);
    let dot = Rect::spanning(at(x - half, y - half), at(x + half, y + half));
    canvas.area(dot.corners(), Fill::White, HAIR);
}

/// Writes the note on converted values; returns where it ends.
pub(crate) fn note(canvas: &mut Canvas, converted: bool, top: f32) -> f32 {
    if !converted {
        return top;
    }
    let block = wrap::single(CONVERTED, false, SMALL);
    canvas.block(&block, 0.0, top + NEAR, Anchor::Start);
    top + NEAR + block.height()
}
