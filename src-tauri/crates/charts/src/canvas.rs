//! The drawing in the making.

use bc138_report::{Anchor, Dash, Drawing, Fill, Mark, Point, Span};

use crate::geometry::{Rect, at};
use crate::input::Reading;
use crate::metrics::{self, ASCENT, DESCENT, PITCH};
use crate::style::{GRID, GRID_GREY, HAIR};
use crate::wrap::Block;

/// Marks from back to front.
#[derive(Clone, Debug, Default)]
pub(crate) struct Canvas {
    marks: Vec<Mark>,
}

/// How bars and cells are filled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Tone {
    /// A grey, with a thin outline when it is light.
    Grey(u8),
    /// A grey without outline.
    Bare(u8),
    /// Slanted lines on white.
    Hatched,
}

/// Distance of the lines of a hatching, measured along an edge.
const HATCH: f32 = 3.2;

impl Canvas {
    /// Returns the drawing.
    pub(crate) fn finish(self, width: f32, height: f32, description: String) -> Drawing {
        Drawing { width, height, marks: self.marks, description }
    }

    /// Draws a line through points.
    pub(crate) fn line(&mut self, points: Vec<Point>, thickness: f32, dash: Dash) {
        self.marks.push(Mark::Line { points, thickness, dash });
    }

    /// Draws a thin line that leads the eye.
    pub(crate) fn leader(&mut self, points: Vec<Point>) {
        self.line(points, HAIR, Dash::Solid);
    }

    /// Draws a line of the grid. Lines are black; a narrow area can be grey.
    pub(crate) fn grid(&mut self, from: Point, to: Point) {
        self.grey_line(from, to, GRID, GRID_GREY);
    }

    /// Draws a straight grey line as a narrow area.
    pub(crate) fn grey_line(&mut self, from: Point, to: Point, thickness: f32, grey: u8) {
        let (dx, dy) = (to.x - from.x, to.y - from.y);
        let length = dx.hypot(dy).max(f32::MIN_POSITIVE);
        let (nx, ny) = (-dy / length * thickness / 2.0, dx / length * thickness / 2.0);
        let points = vec![
            at(from.x + nx, from.y + ny),
            at(to.x + nx, to.y + ny),
            at(to.x - nx, to.y - ny),
            at(from.x - nx, from.y - ny),
        ];
        self.marks.push(Mark::Area { points, fill: Fill::Grey(grey), outline: 0.0 });
    }

    /// Fills a shape.
    pub(crate) fn area(&mut self, points: Vec<Point>, fill: Fill, outline: f32) {
        self.marks.push(Mark::Area { points, fill, outline });
    }

    /// Fills a rectangle.
    pub(crate) fn toned(&mut self, rect: Rect, tone: Tone) {
        match tone {
            Tone::Grey(grey) => {
                let outline = if grey < 50 { HAIR } else { 0.0 };
                self.area(rect.corners(), Fill::Grey(grey), outline);
            }
            Tone::Bare(grey) => self.area(rect.corners(), Fill::Grey(grey), 0.0),
            Tone::Hatched => {
                self.area(rect.corners(), Fill::White, HAIR);
                for (from, to) in hatching(rect) {
                    self.leader(vec![from, to]);
                }
            }
        }
    }

    /// Writes a text on one line, its baseline at `place`.
    pub(crate) fn label(&mut self, mut span: Span, size: f32, place: Point, anchor: Anchor) {
        span.text = span.text.split_whitespace().collect::<Vec<_>>().join(" ");
        if !span.text.is_empty() {
            self.marks.push(Mark::Label { span, size, at: place, anchor });
        }
    }

    /// Writes a plain text on one line.
    pub(crate) fn text(&mut self, text: &str, size: f32, place: Point, anchor: Anchor) {
        self.label(Span::plain(text), size, place, anchor);
    }

    /// Writes a value with its source, clear of the grid behind it.
    pub(crate) fn value(&mut self, reading: &Reading, size: f32, place: Point, anchor: Anchor) {
        let span = figure(reading);
        let mut behind = label_box(&span, size, place, anchor);
        behind.top = place.y - 0.7 * size;
        behind.bottom = place.y + 0.05 * size;
        self.area(behind.corners(), Fill::White, 0.0);
        self.label(span, size, place, anchor);
    }

    /// Writes the lines of a block, `top` being the top of its first letters.
    pub(crate) fn block(&mut self, block: &Block, x: f32, top: f32, anchor: Anchor) {
        for (index, line) in block.lines.iter().enumerate() {
            let span = Span { bold: block.bold, ..Span::plain(line.as_str()) };
            let baseline = top + block.size * (ASCENT + index as f32 * PITCH);
            self.label(span, block.size, at(x, baseline), anchor);
        }
    }
}

/// Returns the span of a value.
pub(crate) fn figure(reading: &Reading) -> Span {
    Span { source: reading.source.clone(), ..Span::plain(reading.label()) }
}

/// Returns the box a label takes.
pub(crate) fn label_box(span: &Span, size: f32, place: Point, anchor: Anchor) -> Rect {
    let width = metrics::width(span.shown(), span.bold, size);
    let left = match anchor {
        Anchor::Start => place.x,
        Anchor::Middle => place.x - width / 2.0,
        Anchor::End => place.x - width,
    };
    let (top, bottom) = (place.y - ASCENT * size, place.y + DESCENT * size);
    Rect { left, top, right: left + width, bottom }
}

/// Returns the lines from lower left to upper right that hatch a rectangle, clipped to it.
fn hatching(rect: Rect) -> Vec<(Point, Point)> {
    let (width, height) = (rect.width(), rect.height());
    let mut lines = Vec::new();
    let mut offset = HATCH / 2.0;
    while offset < width + height {
        // The line meets the left or lower edge first, the upper or right edge last.
        let from = at(rect.left + (offset - height).max(0.0), rect.top + offset.min(height));
        let to = at(rect.left + offset.min(width), rect.top + (offset - width).max(0.0));
        lines.push((from, to));
        offset += HATCH;
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn hatching_stays_inside_at_45_degrees(width in 0.0_f32..200.0, height in 0.0_f32..200.0) {
            let rect = Rect { left: 5.0, top: 7.0, right: 5.0 + width, bottom: 7.0 + height };
            let near = 1e-3;
            for (from, to) in hatching(rect) {
                for point in [from, to] {
                    prop_assert!((rect.left - near..=rect.right + near).contains(&point.x));
                    prop_assert!((rect.top - near..=rect.bottom + near).contains(&point.y));
                }
                prop_assert!((to.x - from.x - (from.y - to.y)).abs() < near);
            }
        }
    }
}
