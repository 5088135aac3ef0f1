//! Straight lines and drawings of a page.

use super::content::{Content, hundredths};
use crate::document::{Dash, Fill, Point};
use crate::page::{Page, PlacedRule, PlacedShape};

/// Draws everything of a page that is neither text nor picture.
pub(super) fn draw(content: &mut Content, page: &Page) {
    if !page.shapes.is_empty() {
        content.word("q\n1 j");
        page.shapes.iter().for_each(|shape| draw_shape(content, shape));
        content.word("Q");
    }
    // Square ends, so that the corners of a table are closed.
    let mut thickness = None;
    for stretch in page.rules.chunk_by(|a, b| a.thickness == b.thickness) {
        let Some(first) = stretch.first() else { continue };
        if thickness.replace(first.thickness).is_none() {
            content.word("2 J");
        }
        content.op(&[hundredths(first.thickness)], "w");
        stretch.iter().for_each(|rule| draw_rule(content, rule));
        content.word("S");
    }
}

/// Adds a rule to the path.
fn draw_rule(content: &mut Content, rule: &PlacedRule) {
    let ends = [(rule.x, rule.y), (rule.x + rule.width, rule.y + rule.height)];
    let points = ends.map(|(x, y)| Point { x, y });
    path(content, &points);
}

/// Draws one shape of a drawing.
fn draw_shape(content: &mut Content, shape: &PlacedShape) {
    match shape {
        PlacedShape::Stroke { points, thickness, dash } => {
            content.op(&[hundredths(*thickness)], "w");
            content.word(match dash {
                Dash::Solid => "[] 0 d",
                Dash::Dashed => "[4 2.5] 0 d",
                Dash::Dotted => "[1 1.8] 0 d",
            });
            path(content, points);
            content.word("S");
        }
        PlacedShape::Area { points, fill, outline } => {
            let white = match fill {
                Fill::White => 100,
                Fill::Grey(black) => 100 - i64::from(*black).min(100),
            };
            content.op(&[white], "g");
            if *outline > 0.0 {
                content.op(&[hundredths(*outline)], "w");
                content.word("[] 0 d");
            }
            path(content, points);
            content.word(if *outline > 0.0 { "b" } else { "f" });
        }
    }
}

/// Writes a path through points.
fn path(content: &mut Content, points: &[Point]) {
    for (index, point) in points.iter().enumerate() {
        let at = [content.x(point.x), content.y(point.y)];
        content.op(&at, if index == 0 { "m" } else { "l" });
    }
}
