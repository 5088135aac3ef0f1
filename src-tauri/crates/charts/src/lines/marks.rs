//! Lines and points that differ without colour.

use bc138_report::{Dash, Fill, Point};

use super::{LineSeries, Plot};
use crate::canvas::Canvas;
use crate::geometry::polygon;
use crate::style::{DATA, HAIR};

/// Dash and thickness of each line, in order.
const LINES: [(Dash, f32); 5] = [
    (Dash::Solid, DATA),
    (Dash::Dashed, DATA),
    (Dash::Dotted, DATA),
    (Dash::Solid, 0.5),
    (Dash::Dashed, 0.5),
];

/// Radius of a point.
const RADIUS: f32 = 2.0;

/// Draws one line with its points; points of converted values are hollow.
pub(crate) fn draw(canvas: &mut Canvas, plot: &Plot<'_>, series: &LineSeries, index: usize) {
    let (dash, thickness) = LINES[index % LINES.len()];
    for piece in plot.pieces(series).into_iter().filter(|piece| piece.len() > 1) {
        canvas.line(piece, thickness, dash);
    }
    for (year, reading) in series.known() {
        let fill = if reading.converted { Fill::White } else { Fill::Grey(100) };
        let outline = if reading.converted { HAIR * 2.0 } else { 0.0 };
        canvas.area(shape(plot.point(year, reading), index), fill, outline);
    }
}

/// Returns the shape of the points of a line: round, square, triangle, diamond, lying triangle.
fn shape(centre: Point, index: usize) -> Vec<Point> {
    match index % LINES.len() {
        0 => polygon(centre, RADIUS * 0.9, 16, 0.0),
        1 => polygon(centre, RADIUS * 1.15, 4, 0.125),
        2 => polygon(centre, RADIUS * 1.25, 3, 0.0),
        3 => polygon(centre, RADIUS * 1.2, 4, 0.0),
        _ => polygon(centre, RADIUS * 1.25, 3, 0.5),
    }
}
