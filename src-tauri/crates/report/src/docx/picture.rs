//! Photographs in the flow.

use std::fmt::Write as _;

use super::body::Body;
use super::media_relation;
use super::styles::FIGURE;
use super::units::emu;
use crate::clean::clean;
use crate::document::{Paragraph, Picture};
use crate::error::ReportError;
use crate::picture;
use crate::xml::escape;

/// Writes a picture in a centred paragraph kept with its caption.
pub(super) fn push(body: &mut Body<'_>, picture: &Picture, held: bool) -> Result<(), ReportError> {
    let prepared = picture::prepare(&picture.image, body.media.len() + 1)?;
    let size = body.sheet.page.picture_size_pt(prepared.width, prepared.height);
    let alternative = picture.caption.as_ref().map(Paragraph::plain_text).unwrap_or_default();
    let id = body.next_drawing();
    body.open_paragraph(FIGURE, picture.caption.is_some() || held);
    push_image(&mut body.xml, id, body.media.len(), size, &alternative);
    body.xml.push_str("</w:p>");
    body.media.push(prepared);
    picture.caption.iter().try_for_each(|caption| body.paragraph(caption, held))
}

/// Writes an inline picture (ECMA-376, Part 1, 20.4.2.8).
fn push_image(xml: &mut String, id: u32, index: usize, size: (f32, f32), alternative: &str) {
    let _ = write!(
        xml,
        concat!(
            r#"<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0">"#,
            r#"<wp:extent cx="{cx}" cy="{cy}"/>"#,
            r#"<wp:docPr id="{id}" name="Ảnh {id}" descr="{description}"/><wp:cNvGraphicFramePr/>"#,
            r#"<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture">"#,
            r#"<pic:pic><pic:nvPicPr><pic:cNvPr id="{id}" name="Ảnh {id}"/><pic:cNvPicPr/>"#,
            r#"</pic:nvPicPr><pic:blipFill><a:blip r:embed="{relation}"/>"#,
            r#"<a:stretch><a:fillRect/></a:stretch></pic:blipFill>"#,
            r#"<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{cx}" cy="{cy}"/></a:xfrm>"#,
            r#"<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic>"#,
            r#"</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"#,
        ),
        cx = emu(size.0),
        cy = emu(size.1),
        id = id,
        description = escape(&clean(alternative)),
        relation = media_relation(index),
    );
}
