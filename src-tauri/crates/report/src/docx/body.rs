//! `word/document.xml`: paragraphs, pictures and the page setup.

use std::fmt::Write as _;

use super::media_relation;
use super::styles::{identity, twips};
use crate::clean::clean;
use crate::document::{Block, Document, Paragraph, Picture, Span};
use crate::error::ReportError;
use crate::picture::{self, PreparedPicture};
use crate::stylesheet::{PageSetup, StyleSheet};
use crate::xml::escape;

/// English metric units in one point.
const EMU_PER_PT: f32 = 12_700.0;

/// The part and the pictures it refers to.
pub(super) struct Body {
    /// The XML.
    pub xml: String,
    /// Pictures in the order of their relations.
    pub media: Vec<PreparedPicture>,
}

/// Writes the part.
pub(super) fn write(document: &Document, sheet: &StyleSheet) -> Result<Body, ReportError> {
    let mut body = Body {
        xml: String::from(concat!(
            r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"#,
            r#"<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" "#,
            r#"xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" "#,
            r#"xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" "#,
            r#"xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" "#,
            r#"xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><w:body>"#,
        )),
        media: Vec::new(),
    };
    for block in document.blocks() {
        match block {
            Block::Paragraph(paragraph) => body.paragraph(paragraph, sheet),
            Block::Picture(picture) => body.picture(picture, sheet)?,
            Block::Table(_) | Block::Figure(_) | Block::Form(_) | Block::PageBreak => {}
        }
    }
    push_section(&mut body.xml, &sheet.page);
    body.xml.push_str("</w:body></w:document>");
    Ok(body)
}

impl Body {
    /// Writes a paragraph.
    fn paragraph(&mut self, paragraph: &Paragraph, sheet: &StyleSheet) {
        let (id, _) = identity(paragraph.style);
        let _ = write!(self.xml, r#"<w:p><w:pPr><w:pStyle w:val="{id}"/></w:pPr>"#);
        let lead_in = sheet.rule(paragraph.style).lead_in;
        if !lead_in.is_empty() {
            push_run(&mut self.xml, &Span::plain(lead_in));
        }
        paragraph.spans.iter().for_each(|span| push_run(&mut self.xml, span));
        self.xml.push_str("</w:p>");
    }

    /// Writes a picture in a centred paragraph kept with its caption.
    fn picture(&mut self, picture: &Picture, sheet: &StyleSheet) -> Result<(), ReportError> {
        let prepared = picture::prepare(&picture.image, self.media.len() + 1)?;
        let size = sheet.page.picture_size_pt(prepared.width, prepared.height);
        let alternative = picture.caption.as_ref().map(Paragraph::plain_text).unwrap_or_default();
        let keep = if picture.caption.is_some() { "<w:keepNext/>" } else { "" };
        let _ = write!(
            self.xml,
            r#"<w:p><w:pPr>{keep}<w:spacing w:before="120" w:after="80"/><w:jc w:val="center"/></w:pPr><w:r>"#
        );
        push_drawing(&mut self.xml, self.media.len(), size, &alternative);
        self.xml.push_str("</w:r></w:p>");
        self.media.push(prepared);
        if let Some(caption) = &picture.caption {
            self.paragraph(caption, sheet);
        }
        Ok(())
    }
}

/// Writes a span; line feeds become forced line breaks.
fn push_run(xml: &mut String, span: &Span) {
    xml.push_str("<w:r>");
    if span.bold || span.italic {
        let bold = if span.bold { "<w:b/><w:bCs/>" } else { "" };
        let italic = if span.italic { "<w:i/><w:iCs/>" } else { "" };
        let _ = write!(xml, "<w:rPr>{bold}{italic}</w:rPr>");
    }
    for (index, line) in clean(span.shown()).split('\n').enumerate() {
        if index > 0 {
            xml.push_str("<w:br/>");
        }
        let _ = write!(xml, r#"<w:t xml:space="preserve">{}</w:t>"#, escape(line));
    }
    xml.push_str("</w:r>");
}

/// Writes an inline picture (ECMA-376, Part 1, 20.4.2.8).
fn push_drawing(xml: &mut String, index: usize, size: (f32, f32), alternative: &str) {
    let (cx, cy) = (emu(size.0), emu(size.1));
    let number = index + 1;
    let relation = media_relation(index);
    let description = escape(&clean(alternative));
    let _ = write!(
        xml,
        concat!(
            r#"<w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0">"#,
            r#"<wp:extent cx="{cx}" cy="{cy}"/>"#,
            r#"<wp:docPr id="{number}" name="Picture {number}" descr="{description}"/>"#,
            r#"<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture">"#,
            r#"<pic:pic><pic:nvPicPr><pic:cNvPr id="{number}" name="Picture {number}"/><pic:cNvPicPr/>"#,
            r#"</pic:nvPicPr><pic:blipFill><a:blip r:embed="{relation}"/>"#,
            r#"<a:stretch><a:fillRect/></a:stretch></pic:blipFill>"#,
            r#"<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{cx}" cy="{cy}"/></a:xfrm>"#,
            r#"<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic>"#,
            r#"</a:graphicData></a:graphic></wp:inline></w:drawing>"#,
        ),
        cx = cx,
        cy = cy,
        number = number,
        description = description,
        relation = relation,
    );
}

/// Converts points to whole English metric units.
#[expect(clippy::cast_possible_truncation, reason = "paper sizes are small")]
fn emu(points: f32) -> i64 {
    (points * EMU_PER_PT).round() as i64
}

/// Writes paper, margins and headers; the first page has a header of its own, which is empty.
fn push_section(xml: &mut String, setup: &PageSetup) {
    let _ = write!(
        xml,
        concat!(
            r#"<w:sectPr><w:headerReference w:type="default" r:id="rIdHeader"/>"#,
            r#"<w:headerReference w:type="first" r:id="rIdFirstHeader"/>"#,
            r#"<w:pgSz w:w="{}" w:h="{}"/><w:pgMar w:top="{}" w:right="{}" w:bottom="{}" "#,
            r#"w:left="{}" w:header="{}" w:footer="{}" w:gutter="0"/><w:titlePg/></w:sectPr>"#,
        ),
        twips(setup.width_mm),
        twips(setup.height_mm),
        twips(setup.top_mm),
        twips(setup.right_mm),
        twips(setup.bottom_mm),
        twips(setup.left_mm),
        twips(setup.header_mm),
        twips(setup.header_mm),
    );
}
