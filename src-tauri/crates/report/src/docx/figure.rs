//! Charts as groups of shapes: sharp at any size, every bar and label can be edited in Word.
//!
//! `docs/adr/0005-pdf-and-docx-writers.md` says why not a picture file.

use std::fmt::Write as _;

use super::body::Body;
use super::styles::{FIGURE, SPACER};
use super::units::{emu, half_points};
use crate::clean::clean;
use crate::document::{Anchor, Dash, Drawing, Figure, Fill, Mark, Point, Span};
use crate::error::ReportError;
use crate::figure::{drawing_scale, set_label};
use crate::layout::TALLEST_DRAWING;
use crate::xml::escape;

/// Room beside a label, for readers that set it slightly wider.
const LABEL_SLACK_PT: f32 = 1.0;
/// Distance of the baseline from the top of a label box, as a share of its size (ascent of Times
/// New Roman).
const ASCENT_EM: f32 = 0.891;
/// Height of a label box, as a share of its size.
const LABEL_HEIGHT_EM: f32 = 1.2;

/// Writes a chart in a centred paragraph kept with its caption.
pub(super) fn push(body: &mut Body<'_>, figure: &Figure, held: bool) -> Result<(), ReportError> {
    body.open_paragraph(FIGURE, figure.caption.is_some() || held);
    let drawing = &figure.drawing;
    let page = body.sheet.page;
    let room = (page.text_width_pt(), page.text_height_pt() * TALLEST_DRAWING);
    let scale = drawing_scale(drawing, room);
    let frame = r#"<wp:inline distT="0" distB="0" distL="0" distR="0">"#;
    push_group(body, drawing, scale, (frame, "", "wp:inline"))?;
    body.xml.push_str("</w:p>");
    figure.caption.iter().try_for_each(|caption| body.paragraph(caption, held))
}

/// Writes a drawing over a whole page, behind its text, in a paragraph of its own.
pub(super) fn push_sheet(body: &mut Body<'_>, drawing: &Drawing) -> Result<(), ReportError> {
    body.open_paragraph(SPACER, false);
    let frame = concat!(
        r#"<wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="0" "#,
        r#"behindDoc="1" locked="0" layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/>"#,
        r#"<wp:positionH relativeFrom="page"><wp:posOffset>0</wp:posOffset></wp:positionH>"#,
        r#"<wp:positionV relativeFrom="page"><wp:posOffset>0</wp:posOffset></wp:positionV>"#,
    );
    push_group(body, drawing, 1.0, (frame, "<wp:wrapNone/>", "wp:anchor"))?;
    body.xml.push_str("</w:p>");
    Ok(())
}

/// Writes a drawing as a group. Programs without groups show its description.
fn push_group(
    body: &mut Body<'_>,
    drawing: &Drawing,
    scale: f32,
    (frame, wrap, end): (&str, &str, &str),
) -> Result<(), ReportError> {
    let id = body.next_drawing();
    let description = escape(&clean(&drawing.description));
    let (cx, cy) = (emu(drawing.width * scale), emu(drawing.height * scale));
    let _ = write!(
        body.xml,
        concat!(
            r#"<w:r><mc:AlternateContent><mc:Choice Requires="wpg"><w:drawing>"#,
            r#"{frame}<wp:extent cx="{cx}" cy="{cy}"/>{wrap}"#,
            r#"<wp:docPr id="{id}" name="Biểu đồ {id}" descr="{description}"/><wp:cNvGraphicFramePr/>"#,
            r#"<a:graphic><a:graphicData "#,
            r#"uri="http://schemas.microsoft.com/office/word/2010/wordprocessingGroup"><wpg:wgp>"#,
            r#"<wpg:cNvGrpSpPr/><wpg:grpSpPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{cx}" cy="{cy}"/>"#,
            r#"<a:chOff x="0" y="0"/><a:chExt cx="{cx}" cy="{cy}"/></a:xfrm></wpg:grpSpPr>"#,
        ),
        frame = frame,
        cx = cx,
        cy = cy,
        wrap = wrap,
        id = id,
        description = description,
    );
    push_extent(body, cx, cy);
    for mark in &drawing.marks {
        push_mark(body, mark, scale)?;
    }
    let _ = write!(
        body.xml,
        concat!(
            r#"</wpg:wgp></a:graphicData></a:graphic></{end}></w:drawing></mc:Choice>"#,
            r#"<mc:Fallback><w:t>{description}</w:t></mc:Fallback></mc:AlternateContent></w:r>"#,
        ),
        end = end,
        description = description,
    );
    Ok(())
}

/// Writes an invisible rectangle as large as the drawing: LibreOffice takes what is drawn for the
/// size of a group and would stretch a chart that leaves an edge free.
fn push_extent(body: &mut Body<'_>, cx: i32, cy: i32) {
    let id = body.next_drawing();
    let _ = write!(
        body.xml,
        concat!(
            r#"<wps:wsp><wps:cNvPr id="{id}" name="Nền {id}"/><wps:cNvSpPr/><wps:spPr><a:xfrm>"#,
            r#"<a:off x="0" y="0"/><a:ext cx="{cx}" cy="{cy}"/></a:xfrm><a:prstGeom prst="rect">"#,
            r#"<a:avLst/></a:prstGeom><a:noFill/><a:ln><a:noFill/></a:ln></wps:spPr><wps:bodyPr/>"#,
            r#"</wps:wsp>"#,
        ),
        id = id,
        cx = cx,
        cy = cy,
    );
}

/// Writes one thing drawn, made smaller by a scale.
fn push_mark(body: &mut Body<'_>, mark: &Mark, scale: f32) -> Result<(), ReportError> {
    let id = body.next_drawing();
    match mark {
        Mark::Line { points, thickness, dash } => {
            let line = outline(thickness * scale, *dash);
            push_path(&mut body.xml, id, &scaled(points, scale), None, &line);
        }
        Mark::Area { points, fill, outline: thickness } => {
            let line = if *thickness > 0.0 {
                outline(thickness * scale, Dash::Solid)
            } else {
                "<a:ln><a:noFill/></a:ln>".to_owned()
            };
            push_path(&mut body.xml, id, &scaled(points, scale), Some(*fill), &line);
        }
        Mark::Label { span, size, at, anchor } => {
            let at = Point { x: at.x * scale, y: at.y * scale };
            let (sheet, size) = (body.sheet, size * scale);
            let set = set_label(&mut body.shaper, &sheet, span, size, *anchor)?;
            let right = set.runs.iter().map(|run| run.x + run.width).fold(0.0, f32::max);
            let left = set.runs.iter().map(|run| run.x).fold(right, f32::min);
            let width = right - left + 2.0 * LABEL_SLACK_PT;
            push_label(&mut body.xml, id, span, (width, size), (at, *anchor));
        }
    }
    Ok(())
}

/// Writes a shape through points, closed when it is filled.
fn push_path(xml: &mut String, id: u32, points: &[Point], fill: Option<Fill>, outline: &str) {
    let (origin, extent) = bounds(points);
    let (width, height) = (emu(extent.x), emu(extent.y));
    let mut path = String::new();
    for (index, point) in points.iter().enumerate() {
        let step = if index == 0 { "moveTo" } else { "lnTo" };
        let (x, y) = (emu(point.x - origin.x), emu(point.y - origin.y));
        let _ = write!(path, r#"<a:{step}><a:pt x="{x}" y="{y}"/></a:{step}>"#);
    }
    let (filled, paint) = match fill {
        Some(fill) => {
            path.push_str("<a:close/>");
            ("norm", format!(r#"<a:solidFill><a:srgbClr val="{}"/></a:solidFill>"#, colour(fill)))
        }
        None => ("none", "<a:noFill/>".to_owned()),
    };
    let _ = write!(
        xml,
        concat!(
            r#"<wps:wsp><wps:cNvPr id="{id}" name="Nét {id}"/><wps:cNvSpPr/><wps:spPr><a:xfrm>"#,
            r#"<a:off x="{x}" y="{y}"/><a:ext cx="{width}" cy="{height}"/></a:xfrm><a:custGeom>"#,
            r#"<a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/><a:rect l="0" t="0" r="r" b="b"/>"#,
            r#"<a:pathLst><a:path w="{width}" h="{height}" fill="{filled}">{path}</a:path>"#,
            r#"</a:pathLst></a:custGeom>{paint}{outline}</wps:spPr><wps:bodyPr/></wps:wsp>"#,
        ),
        id = id,
        x = emu(origin.x),
        y = emu(origin.y),
        width = width,
        height = height,
        filled = filled,
        path = path,
        paint = paint,
        outline = outline,
    );
}

/// Writes a label as a text box without margins or lines.
#[expect(clippy::cast_precision_loss, reason = "labels are short")]
fn push_label(
    xml: &mut String,
    id: u32,
    span: &Span,
    (width, size): (f32, f32),
    (at, anchor): (Point, Anchor),
) {
    let lines: Vec<String> = clean(span.shown()).split('\n').map(escape).collect();
    let height = lines.len() as f32 * size * LABEL_HEIGHT_EM;
    let (left, place) = match anchor {
        Anchor::Start => (at.x, "left"),
        Anchor::Middle => (at.x - width / 2.0, "center"),
        Anchor::End => (at.x - width, "right"),
    };
    let bold = if span.bold { "<w:b/><w:bCs/>" } else { "" };
    let italic = if span.italic { "<w:i/><w:iCs/>" } else { "" };
    let _ = write!(
        xml,
        concat!(
            r#"<wps:wsp><wps:cNvPr id="{id}" name="Chữ {id}"/><wps:cNvSpPr txBox="1"/><wps:spPr>"#,
            r#"<a:xfrm><a:off x="{x}" y="{y}"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>"#,
            r#"<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/><a:ln><a:noFill/></a:ln>"#,
            r#"</wps:spPr><wps:txbx><w:txbxContent><w:p><w:pPr><w:jc w:val="{place}"/></w:pPr><w:r>"#,
            r#"<w:rPr>{bold}{italic}<w:sz w:val="{size}"/><w:szCs w:val="{size}"/></w:rPr>"#,
            r#"<w:t xml:space="preserve">{text}</w:t></w:r></w:p></w:txbxContent></wps:txbx>"#,
            r#"<wps:bodyPr wrap="none" lIns="0" tIns="0" rIns="0" bIns="0" anchor="t">"#,
            r#"<a:noAutofit/></wps:bodyPr></wps:wsp>"#,
        ),
        id = id,
        x = emu(left),
        y = emu(at.y - size * ASCENT_EM),
        width = emu(width),
        height = emu(height),
        place = place,
        bold = bold,
        italic = italic,
        size = half_points(size),
        text = lines.join(r#"</w:t><w:br/><w:t xml:space="preserve">"#),
    );
}

/// Writes how a line is drawn: black, of a thickness, broken or not.
fn outline(thickness: f32, dash: Dash) -> String {
    let dash = match dash {
        Dash::Solid => "",
        Dash::Dashed => r#"<a:prstDash val="dash"/>"#,
        Dash::Dotted => r#"<a:prstDash val="sysDot"/>"#,
    };
    format!(
        r#"<a:ln w="{}"><a:solidFill><a:srgbClr val="000000"/></a:solidFill>{dash}<a:miter lim="800000"/></a:ln>"#,
        emu(thickness)
    )
}

/// Returns points moved towards the corner of the drawing.
fn scaled(points: &[Point], scale: f32) -> Vec<Point> {
    points.iter().map(|point| Point { x: point.x * scale, y: point.y * scale }).collect()
}

/// Returns the upper left corner and the extent of some points.
fn bounds(points: &[Point]) -> (Point, Point) {
    let fold = |start: f32, pick: fn(&Point) -> f32, keep: fn(f32, f32) -> f32| {
        points.iter().map(pick).fold(start, keep)
    };
    let (left, top) = (fold(f32::MAX, |p| p.x, f32::min), fold(f32::MAX, |p| p.y, f32::min));
    let (right, bottom) = (fold(f32::MIN, |p| p.x, f32::max), fold(f32::MIN, |p| p.y, f32::max));
    (Point { x: left, y: top }, Point { x: right - left, y: bottom - top })
}

/// Returns a fill as a colour.
fn colour(fill: Fill) -> String {
    let black = match fill {
        Fill::White => 0,
        Fill::Grey(percent) => u32::from(percent.min(100)),
    };
    let level = (255 * (100 - black) + 50) / 100;
    format!("{level:02X}{level:02X}{level:02X}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn greys_are_shares_of_black() {
        assert_eq!(colour(Fill::White), "FFFFFF");
        assert_eq!(colour(Fill::Grey(100)), "000000");
        assert_eq!(colour(Fill::Grey(40)), "999999");
        assert_eq!(colour(Fill::Grey(250)), "000000", "no percentage is above a hundred");
    }

    #[test]
    fn the_bounds_hold_every_point() {
        let points =
            [Point { x: 3.0, y: 9.0 }, Point { x: -1.0, y: 4.0 }, Point { x: 2.0, y: 5.0 }];
        let (corner, extent) = bounds(&points);
        assert_eq!((corner, extent), (Point { x: -1.0, y: 4.0 }, Point { x: 4.0, y: 5.0 }));
    }
}
