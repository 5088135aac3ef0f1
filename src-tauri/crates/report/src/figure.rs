//! Drawings to fragments: shapes as they are, labels through the fonts of the document.

use crate::document::{Anchor, Drawing, Mark, Paragraph, Point, Span, Style};
use crate::error::ReportError;
use crate::fragment::Fragment;
use crate::page::PlacedShape;
use crate::shape::Shaper;
use crate::stylesheet::{Align, StyleRule, StyleSheet};

/// Wider than any label: a label is never broken.
const ENDLESS_PT: f32 = 20_000.0;

/// A drawing ready to be placed.
pub(crate) struct SetDrawing {
    /// What is drawn, from the upper left corner of the drawing.
    pub fragment: Fragment,
    /// Width on paper.
    pub width: f32,
    /// Height on paper.
    pub height: f32,
}

/// Sets a drawing; one that is too large for the room is made smaller as a whole.
pub(crate) fn set_drawing(
    shaper: &mut Shaper<'_>,
    sheet: &StyleSheet,
    drawing: &Drawing,
    (width, height): (f32, f32),
) -> Result<SetDrawing, ReportError> {
    let scale = drawing_scale(drawing, (width, height));
    let mut fragment = Fragment::default();
    for mark in &drawing.marks {
        match mark {
            Mark::Line { points, thickness, dash } => fragment.shapes.push(PlacedShape::Stroke {
                points: scaled(points, scale),
                thickness: thickness * scale,
                dash: *dash,
            }),
            Mark::Area { points, fill, outline } => fragment.shapes.push(PlacedShape::Area {
                points: scaled(points, scale),
                fill: *fill,
                outline: outline * scale,
            }),
            Mark::Label { span, size, at, anchor } => {
                let label = set_label(shaper, sheet, span, size * scale, *anchor)?;
                fragment.add(label, at.x * scale, at.y * scale);
            }
        }
    }
    Ok(SetDrawing { fragment, width: drawing.width * scale, height: drawing.height * scale })
}

/// Returns by how much a drawing is made smaller to fit the room.
pub(crate) fn drawing_scale(drawing: &Drawing, (width, height): (f32, f32)) -> f32 {
    (width / drawing.width.max(1.0)).min(height / drawing.height.max(1.0)).min(1.0)
}

/// Sets a label about the point its place names, its baseline at zero.
pub(crate) fn set_label(
    shaper: &mut Shaper<'_>,
    sheet: &StyleSheet,
    span: &Span,
    size_pt: f32,
    anchor: Anchor,
) -> Result<Fragment, ReportError> {
    let rule = StyleRule {
        size_pt,
        align: Align::Left,
        first_indent_mm: 0.0,
        bold: false,
        italic: false,
        ..sheet.rule(Style::TableCell)
    };
    let mut fragment = Fragment::default();
    let mut down = 0.0;
    for line in
        shaper.lines(&Paragraph::new(Style::TableCell, vec![span.clone()]), &rule, ENDLESS_PT)?
    {
        let runs = &line.fragment.runs;
        let width = runs.last().map_or(0.0, |run| run.x + run.width);
        let across = match anchor {
            Anchor::Start => 0.0,
            Anchor::Middle => -width / 2.0,
            Anchor::End => -width,
        };
        let baseline = runs.first().map_or(0.0, |run| run.baseline);
        fragment.add(line.fragment, across, down - baseline);
        down += line.height;
    }
    Ok(fragment)
}

/// Returns points moved towards the corner of the drawing.
fn scaled(points: &[Point], scale: f32) -> Vec<Point> {
    points.iter().map(|point| Point { x: point.x * scale, y: point.y * scale }).collect()
}
