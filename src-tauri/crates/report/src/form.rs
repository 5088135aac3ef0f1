//! Forms to fragments: every text in its box, made smaller until it fits.

use crate::document::{Anchor, Dash, Form, FormField, Point, Span};
use crate::error::ReportError;
use crate::figure::set_label;
use crate::fragment::Fragment;
use crate::page::PlacedShape;
use crate::shape::{Line, Shaper};
use crate::stylesheet::{PT_PER_MM, PageSetup, StyleRule, StyleSheet};

/// Smallest size a text is set in.
const SMALLEST_PT: f32 = 8.0;
/// Steps between the sizes tried.
const STEP_PT: f32 = 0.5;
/// A text of one line is rather made smaller, down to this part of its size, than broken in two.
const RATHER_SMALLER: f32 = 0.75;
/// Rounding slack in points.
const SLACK: f32 = 0.05;
/// Size of the figures on the ruler, thickness of the outlines, and lengths of its marks.
const RULER_PT: f32 = 6.0;
const HAIRLINE_PT: f32 = 0.4;
const SHORT_MARK_MM: f32 = 1.5;
const LONG_MARK_MM: f32 = 3.0;

/// Sets a form, measured from the corner of the paper. `number` counts the forms of the document.
pub(crate) fn set_form(
    shaper: &mut Shaper<'_>,
    sheet: &StyleSheet,
    form: &Form,
    number: usize,
) -> Result<Fragment, ReportError> {
    let mut fragment = Fragment::default();
    let (right, down) = (form.shift_right_mm * PT_PER_MM, form.shift_down_mm * PT_PER_MM);
    for (index, field) in form.fields.iter().enumerate() {
        let lines = fitted(shaper, sheet, field)?.ok_or_else(|| ReportError::FieldTooLong {
            form: number,
            field: index + 1,
            text: field.paragraph.plain_text(),
        })?;
        let (x, mut y) = (field.left_mm * PT_PER_MM + right, field.top_mm * PT_PER_MM + down);
        for line in lines {
            fragment.add(line.fragment, x, y);
            y += line.height;
        }
        if form.test {
            fragment.shapes.push(outline(field, (right, down)));
        }
    }
    if form.test {
        draw_rulers(shaper, sheet, &mut fragment)?;
    }
    Ok(fragment)
}

/// Sets a text as large as its box allows, or not at all.
pub(crate) fn fitted(
    shaper: &mut Shaper<'_>,
    sheet: &StyleSheet,
    field: &FormField,
) -> Result<Option<Vec<Line>>, ReportError> {
    let full = StyleRule {
        size_pt: field.size_pt,
        align: field.align,
        first_indent_mm: 0.0,
        ..sheet.rule(field.paragraph.style)
    };
    let width = field.width_mm * PT_PER_MM;
    let extent = shaper.extent(&field.paragraph, &full)?;
    // Widths grow with the size, so the sizes at which it stands unbroken are known beforehand.
    let unbroken = stepped(field.size_pt * (width / extent.most.max(1.0)).min(1.0));
    let words = stepped(field.size_pt * (width / extent.least.max(1.0)).min(1.0));
    let lowest = (field.size_pt * RATHER_SMALLER).max(SMALLEST_PT.min(field.size_pt));
    let mut sizes: Vec<f32> = steps(unbroken, lowest).collect();
    sizes.extend(steps(words, SMALLEST_PT.min(field.size_pt)));
    for size_pt in sizes {
        let lines =
            shaper.lines(&field.paragraph, &StyleRule { size_pt, ..full }, width + SLACK)?;
        let height: f32 = lines.iter().map(|line| line.height).sum();
        if height <= field.height_mm * PT_PER_MM + SLACK {
            return Ok(Some(on_baseline(lines, &full, size_pt)));
        }
    }
    Ok(None)
}

/// Rounds a size down to a step; the full size stays as it is.
fn stepped(size: f32) -> f32 {
    let steps = (size / STEP_PT).floor() * STEP_PT;
    if (size - steps).abs() < SLACK { size } else { steps }
}

/// Returns the sizes from one down to another.
fn steps(from: f32, to: f32) -> impl Iterator<Item = f32> {
    std::iter::successors(Some(from), |size| Some(size - STEP_PT))
        .take_while(move |&size| size + SLACK >= to)
}

/// Puts a single line that was made smaller on the baseline of the full size, where the dotted
/// line of the printed form is.
fn on_baseline(mut lines: Vec<Line>, full: &StyleRule, size_pt: f32) -> Vec<Line> {
    if let [line] = lines.as_mut_slice() {
        let baseline = line.fragment.runs.first().map_or(0.0, |run| run.baseline);
        let lower = baseline * (full.size_pt / size_pt - 1.0);
        line.fragment.runs.iter_mut().for_each(|run| run.baseline += lower);
    }
    lines
}

/// Draws the outline of a field.
fn outline(field: &FormField, (right, down): (f32, f32)) -> PlacedShape {
    let (x, y) = (field.left_mm * PT_PER_MM + right, field.top_mm * PT_PER_MM + down);
    let (width, height) = (field.width_mm * PT_PER_MM, field.height_mm * PT_PER_MM);
    let corners = [(x, y), (x + width, y), (x + width, y + height), (x, y + height), (x, y)];
    let points = corners.into_iter().map(|(x, y)| Point { x, y }).collect();
    PlacedShape::Stroke { points, thickness: HAIRLINE_PT, dash: Dash::Dashed }
}

/// Draws rulers in millimetres along the upper and the left edge; they never move with the shift.
fn draw_rulers(
    shaper: &mut Shaper<'_>,
    sheet: &StyleSheet,
    fragment: &mut Fragment,
) -> Result<(), ReportError> {
    let PageSetup { width_mm, height_mm, .. } = sheet.page;
    for (length_mm, upright) in [(width_mm, false), (height_mm, true)] {
        for millimetre in (0_u16..).step_by(5).take_while(|&at| f32::from(at) <= length_mm) {
            let at = f32::from(millimetre) * PT_PER_MM;
            let long = millimetre % 10 == 0;
            let reach = if long { LONG_MARK_MM } else { SHORT_MARK_MM } * PT_PER_MM;
            fragment.shapes.push(mark(at, reach, upright));
            if long && millimetre > 0 {
                let span = Span::plain(millimetre.to_string());
                let label = set_label(shaper, sheet, &span, RULER_PT, Anchor::Middle)?;
                let beyond = reach + RULER_PT;
                let (x, y) = if upright { (beyond, at + RULER_PT / 3.0) } else { (at, beyond) };
                fragment.add(label, x, y);
            }
        }
    }
    Ok(())
}

/// Draws one mark of a ruler.
fn mark(at: f32, reach: f32, upright: bool) -> PlacedShape {
    let end = if upright { Point { x: reach, y: at } } else { Point { x: at, y: reach } };
    let start = if upright { Point { x: 0.0, y: at } } else { Point { x: at, y: 0.0 } };
    PlacedShape::Stroke { points: vec![start, end], thickness: HAIRLINE_PT, dash: Dash::Solid }
}
