//! Paragraphs: properties in the order of the schema, and runs.

use std::fmt::Write as _;

use super::styles::justification;
use super::units::{half_points, twips, twips_of_mm};
use crate::clean::clean;
use crate::document::{FormField, Paragraph, Span};
use crate::stylesheet::Align;
use crate::xml::escape;

/// How a paragraph departs from its style.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Placing<'f> {
    /// Stays on the page of what follows.
    pub keep_next: bool,
    /// Begins a page.
    pub break_before: bool,
    /// Space above in twips, when the style does not decide it.
    pub before: Option<i32>,
    /// Space below in twips, likewise.
    pub after: Option<i32>,
    /// Indent on both sides in twips, likewise.
    pub sides: Option<i32>,
    /// Placement of the lines, likewise.
    pub align: Option<Align>,
    /// The place of a form it fills.
    pub field: Option<FieldPlace<'f>>,
}

/// A place of a form, with what was found out about it.
#[derive(Clone, Copy, Debug)]
pub(super) struct FieldPlace<'f> {
    /// The field.
    pub field: &'f FormField,
    /// Left edge on the page in millimetres, the shift of the form included.
    pub left_mm: f32,
    /// Upper edge on the page in millimetres, likewise.
    pub top_mm: f32,
    /// Line pitch in points.
    pub pitch_pt: f32,
    /// Indent on both sides in twips.
    pub sides: i32,
}

/// Writes the beginning of a paragraph and its properties, in the order of the schema and without
/// their end: what may follow are the properties of a section, then `</w:pPr>`.
pub(super) fn open(xml: &mut String, style: &str, placing: &Placing<'_>) {
    let _ = write!(xml, r#"<w:p><w:pPr><w:pStyle w:val="{style}"/>"#);
    xml.push_str(if placing.keep_next { "<w:keepNext/>" } else { "" });
    xml.push_str(if placing.break_before { "<w:pageBreakBefore/>" } else { "" });
    if let Some(place) = &placing.field {
        push_frame(xml, place);
    }
    if placing.before.or(placing.after).is_some() {
        let attribute = |name, twips: Option<i32>| {
            twips.map(|twips| format!(r#" w:{name}="{twips}""#)).unwrap_or_default()
        };
        let (before, after) =
            (attribute("before", placing.before), attribute("after", placing.after));
        let _ = write!(xml, "<w:spacing{before}{after}/>");
    }
    if let Some(sides) = placing.sides {
        let _ = write!(xml, r#"<w:ind w:left="{sides}" w:right="{sides}" w:firstLine="0"/>"#);
    }
    if let Some(align) = placing.align {
        let _ = write!(xml, r#"<w:jc w:val="{}"/>"#, justification(align));
    }
}

/// Writes the frame that holds a paragraph at a fixed place of the page. It grows when a clerk
/// types more than fits; nothing is ever cut off.
fn push_frame(xml: &mut String, place: &FieldPlace<'_>) {
    let field = place.field;
    let _ = write!(
        xml,
        concat!(
            r#"<w:framePr w:w="{}" w:h="{}" w:hRule="atLeast" w:hSpace="0" w:vSpace="0" "#,
            r#"w:wrap="around" w:vAnchor="page" w:hAnchor="page" w:x="{}" w:y="{}"/>"#,
            r#"<w:spacing w:before="0" w:after="0" w:line="{}" w:lineRule="exact"/>"#,
            r#"<w:ind w:left="{sides}" w:right="{sides}" w:firstLine="0"/>"#,
        ),
        twips_of_mm(field.width_mm),
        twips_of_mm(field.height_mm),
        // Zero would mean “wherever it falls”.
        twips_of_mm(place.left_mm).max(1),
        twips_of_mm(place.top_mm).max(1),
        twips(place.pitch_pt),
        sides = place.sides,
    );
}

/// Writes the runs of a paragraph. Neighbouring spans that look the same become one run.
pub(super) fn push_runs(xml: &mut String, paragraph: &Paragraph, size_pt: Option<f32>) {
    let mut spans = paragraph.spans.iter().peekable();
    while let Some(span) = spans.next() {
        let mut text = clean(span.shown());
        let same = |next: &&Span| (next.bold, next.italic) == (span.bold, span.italic);
        while let Some(next) = spans.next_if(same) {
            text.push_str(&clean(next.shown()));
        }
        push_run(xml, &text, (span.bold, span.italic), size_pt);
    }
}

/// Writes a run; line feeds become forced line breaks.
fn push_run(xml: &mut String, text: &str, (bold, italic): (bool, bool), size_pt: Option<f32>) {
    xml.push_str("<w:r>");
    if bold || italic || size_pt.is_some() {
        xml.push_str("<w:rPr>");
        xml.push_str(if bold { "<w:b/><w:bCs/>" } else { "" });
        xml.push_str(if italic { "<w:i/><w:iCs/>" } else { "" });
        if let Some(size) = size_pt.map(half_points) {
            let _ = write!(xml, r#"<w:sz w:val="{size}"/><w:szCs w:val="{size}"/>"#);
        }
        xml.push_str("</w:rPr>");
    }
    for (index, line) in text.split('\n').enumerate() {
        if index > 0 {
            xml.push_str("<w:br/>");
        }
        let _ = write!(xml, r#"<w:t xml:space="preserve">{}</w:t>"#, escape(line));
    }
    xml.push_str("</w:r>");
}
