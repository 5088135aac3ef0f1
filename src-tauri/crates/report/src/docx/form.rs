//! Forms: texts in frames at fixed places of a page of their own.
//!
//! The sizes are those the pages found to fit. Frames, not text boxes: they are what Word's own
//! envelopes and labels use, and their text stays ordinary paragraphs.

use super::body::Body;
use super::figure;
use super::names::Look;
use super::paragraph::{self, FieldPlace, Placing};
use super::rule;
use super::styles::SPACER;
use crate::document::{Anchor, Drawing, Form, FormField, Mark, Point, Span};
use crate::error::ReportError;
use crate::form::{fitted, set_form};
use crate::page::PlacedShape;
use crate::stylesheet::{Align, PT_PER_MM};

/// Writes a form.
pub(super) fn push(body: &mut Body<'_>, form: &Form) -> Result<(), ReportError> {
    let number = body.next_form();
    // Says which field is too long, and knows the lines of the test sheet.
    let set = set_form(&mut body.shaper, &body.sheet, form, number)?;
    body.break_page();
    body.empty_paragraph(SPACER, false);
    for field in &form.fields {
        push_field(body, form, field)?;
    }
    if form.test {
        let rulers = Form { fields: Vec::new(), ..form.clone() };
        let labels = set_form(&mut body.shaper, &body.sheet, &rulers, number)?.runs;
        let mut marks: Vec<Mark> = set.shapes.into_iter().map(mark).collect();
        marks.extend(labels.into_iter().map(|run| Mark::Label {
            span: Span::plain(run.text.as_ref()),
            size: run.size,
            at: Point { x: run.x, y: run.baseline },
            anchor: Anchor::Start,
        }));
        let (width, height) = (body.sheet.page.width_mm, body.sheet.page.height_mm);
        let (width, height) = (width * PT_PER_MM, height * PT_PER_MM);
        figure::push_sheet(body, &Drawing { width, height, marks, ..Drawing::default() })?;
    } else {
        body.empty_paragraph(SPACER, false);
    }
    body.break_page();
    Ok(())
}

/// Writes one text in its frame.
fn push_field(body: &mut Body<'_>, form: &Form, field: &FormField) -> Result<(), ReportError> {
    let text = &field.paragraph;
    let set = body.sheet.rule(text.style);
    let width = field.width_mm * PT_PER_MM;
    let lines = fitted(&mut body.shaper, &body.sheet, field)?.unwrap_or_default();
    let runs = || lines.iter().flat_map(|line| &line.fragment.runs);
    let size_pt = runs().next().map_or(field.size_pt, |run| run.size);
    // A single line stands on the baseline of the full size, where the form has its dotted line.
    let pitch_size = if lines.len() > 1 { size_pt } else { field.size_pt };
    let place = FieldPlace {
        field,
        left_mm: field.left_mm + form.shift_right_mm,
        top_mm: field.top_mm + form.shift_down_mm,
        pitch_pt: pitch_size * set.line_height,
        sides: if field.align == Align::Centre { rule::sides(&lines, width) } else { 0 },
    };
    let placing = Placing { align: Some(field.align), field: Some(place), ..Placing::default() };
    paragraph::open(&mut body.xml, &Look::plain(text.style).id(), &placing);
    body.xml.push_str("</w:pPr>");
    paragraph::push_runs(&mut body.xml, text, Some(size_pt));
    body.xml.push_str("</w:p>");
    Ok(())
}

/// Returns the mark of a line of the test sheet.
fn mark(shape: PlacedShape) -> Mark {
    match shape {
        PlacedShape::Stroke { points, thickness, dash } => Mark::Line { points, thickness, dash },
        PlacedShape::Area { points, fill, outline } => Mark::Area { points, fill, outline },
    }
}
