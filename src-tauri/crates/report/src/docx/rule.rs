//! The line drawn under a paragraph (Tiêu ngữ, issuing body, trích yếu).
//!
//! A drawn line, never underscores or underlining: those are what checkers of official documents
//! object to. It is anchored behind the last word and placed from the line that word stands on, so
//! it stays under the text when a clerk makes the text longer.

use std::fmt::Write as _;

use super::body::Body;
use super::units::{emu, twips};
use crate::document::{Paragraph, Style};
use crate::error::ReportError;
use crate::page::PlacedRule;
use crate::shape::Line;
use crate::stylesheet::{Align, StyleRule};

/// Room beside the longest line, for readers that set it slightly wider.
const SLACK_PT: f32 = 1.0;

/// What the pages decide about a paragraph that a style cannot say.
#[derive(Default)]
pub(super) struct Measured {
    /// The line under it.
    pub below: Option<Below>,
    /// Space below the paragraph in twips, when the line takes room of it.
    pub after: Option<i32>,
    /// Indent on both sides in twips that makes the lines of a heading about equally long.
    pub sides: Option<i32>,
}

/// The line under a paragraph.
pub(super) struct Below {
    /// Length, distance from the top of the last line, thickness: those of the PDF.
    line: PlacedRule,
    align: Align,
}

/// Measures a paragraph, if it has a line below it or may be balanced.
pub(super) fn measure(
    body: &mut Body<'_>,
    text: &Paragraph,
    set: &StyleRule,
    width: f32,
) -> Result<Measured, ReportError> {
    // Ordinary cells are many and seldom longer than a line.
    let balanced = set.align == Align::Centre && text.style != Style::TableCell;
    if text.rule.is_none() && !balanced {
        return Ok(Measured::default());
    }
    let lines = body.shaper.lines(text, set, width)?;
    let line = lines.last().and_then(|last| last.fragment.rules.first()).cloned();
    let height = lines.last().map_or(0.0, |last| last.height);
    let room = height - set.size_pt * set.line_height;
    Ok(Measured {
        after: line.is_some().then(|| twips(set.after_pt + room)),
        below: line.map(|line| Below { line, align: set.align }),
        sides: Some(sides(&lines, width)).filter(|&sides| balanced && sides > 0),
    })
}

/// Returns the indent that leaves the room of the longest line, where there are several.
pub(super) fn sides(lines: &[Line], width: f32) -> i32 {
    if lines.len() < 2 {
        return 0;
    }
    let runs = || lines.iter().flat_map(|line| &line.fragment.runs);
    let left = runs().map(|run| run.x).fold(width, f32::min);
    let right = runs().map(|run| run.x + run.width).fold(0.0, f32::max);
    twips(((width - (right - left)) / 2.0 - SLACK_PT).max(0.0))
}

/// Writes the line as a DrawingML shape, for Word 2007 as a VML line.
pub(super) fn push(body: &mut Body<'_>, below: &Below) {
    let id = body.next_drawing();
    let place = match below.align {
        Align::Centre => "center",
        Align::Right => "right",
        Align::Left | Align::Justify => "left",
    };
    let _ = write!(
        body.xml,
        concat!(
            r#"<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>"#,
            r#"<wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" "#,
            r#"relativeHeight="{id}" behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1">"#,
            r#"<wp:simplePos x="0" y="0"/>"#,
            r#"<wp:positionH relativeFrom="column"><wp:align>{place}</wp:align></wp:positionH>"#,
            r#"<wp:positionV relativeFrom="line"><wp:posOffset>{down}</wp:posOffset></wp:positionV>"#,
            r#"<wp:extent cx="{length}" cy="0"/><wp:effectExtent l="0" t="0" r="0" b="0"/>"#,
            r#"<wp:wrapNone/><wp:docPr id="{id}" name="Đường kẻ {id}"/><wp:cNvGraphicFramePr/>"#,
            r#"<a:graphic><a:graphicData "#,
            r#"uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape">"#,
            r#"<wps:wsp><wps:cNvCnPr/><wps:spPr><a:xfrm><a:off x="0" y="0"/>"#,
            r#"<a:ext cx="{length}" cy="0"/></a:xfrm><a:prstGeom prst="line"><a:avLst/></a:prstGeom>"#,
            r#"<a:ln w="{thickness}"><a:solidFill><a:srgbClr val="000000"/></a:solidFill></a:ln>"#,
            r#"</wps:spPr><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:anchor>"#,
            r#"</w:drawing></mc:Choice><mc:Fallback><w:pict><v:line id="Line{id}" "#,
            r#"style="position:absolute;mso-position-horizontal:{place};"#,
            r#"mso-position-horizontal-relative:text;mso-position-vertical-relative:line" "#,
            r#"from="0,{from:.2}pt" to="{to:.2}pt,{from:.2}pt" strokecolor="black" "#,
            r#"strokeweight="{weight}pt"/></w:pict></mc:Fallback></mc:AlternateContent></w:r>"#,
        ),
        id = id,
        place = place,
        down = emu(below.line.y),
        length = emu(below.line.width),
        thickness = emu(below.line.thickness),
        from = below.line.y,
        to = below.line.width,
        weight = below.line.thickness,
    );
}
