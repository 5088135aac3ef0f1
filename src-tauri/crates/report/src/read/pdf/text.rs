//! The text of the pages of a PDF. Whatever is drawn at a place of its own stands apart from what
//! was drawn before it: the cells of a table must not run into each other. What a page only repeats
//! (marked as an artifact) is left out.

use std::collections::BTreeMap;

use lopdf::content::{Content, Operation};
use lopdf::{Document as Pdf, Encoding, Object, ObjectId};

use crate::error::ReportError;
use crate::read::{MAX_PART, unreadable};

/// The encodings of the fonts of a page, by name.
type Encodings<'p> = BTreeMap<Vec<u8>, Encoding<'p>>;

/// Reads the text of all pages, page by page in the order of drawing.
pub(super) fn text(pdf: &Pdf) -> Result<String, ReportError> {
    let limit = usize::try_from(MAX_PART).unwrap_or(usize::MAX);
    let mut text = String::new();
    for page in pdf.page_iter() {
        page_text(pdf, page, limit, &mut text)?;
        text.push('\n');
        if text.len() > limit {
            return Err(unreadable("too much text"));
        }
    }
    Ok(text)
}

fn page_text(
    pdf: &Pdf,
    page: ObjectId,
    limit: usize,
    text: &mut String,
) -> Result<(), ReportError> {
    let encodings = encodings(pdf, page, limit)?;
    let content = pdf.get_page_content_with_limit(page, limit).map_err(unreadable)?;
    let content = Content::decode(&content).map_err(unreadable)?;
    let mut encoding = None;
    // Marked parts that are open, and how many of them were when an artifact began.
    let (mut depth, mut artifact) = (0_usize, None);
    for operation in &content.operations {
        match operation.operator.as_str() {
            "BMC" | "BDC" => {
                if artifact.is_none() && name(operation) == Some(b"Artifact") {
                    artifact = Some(depth);
                }
                depth += 1;
            }
            "EMC" => {
                depth = depth.saturating_sub(1);
                artifact = artifact.filter(|outer| *outer < depth);
            }
            "Tf" => encoding = name(operation).and_then(|name| encodings.get(name)),
            "Td" | "TD" | "Tm" | "T*" | "BT" => text.push(' '),
            _ if artifact.is_some() => {}
            "Tj" | "TJ" => show(&operation.operands, encoding, text),
            "'" | "\"" => {
                text.push('\n');
                show(&operation.operands, encoding, text);
            }
            _ => {}
        }
    }
    Ok(())
}

fn encodings(pdf: &Pdf, page: ObjectId, limit: usize) -> Result<Encodings<'_>, ReportError> {
    let fonts = pdf.get_page_fonts(page).map_err(unreadable)?;
    let encodings = fonts.into_iter().map(|(name, font)| {
        let encoding = font.get_font_encoding_with_limit(pdf, limit).map_err(unreadable)?;
        Ok((name, encoding))
    });
    encodings.collect()
}

/// The name that an operation begins with: of a font, of a marked part.
fn name(operation: &Operation) -> Option<&[u8]> {
    operation.operands.first()?.as_name().ok()
}

/// Adds the strings among the operands; the corrections between them are no text.
fn show(operands: &[Object], encoding: Option<&Encoding<'_>>, text: &mut String) {
    for operand in operands {
        match operand {
            Object::String(bytes, _) => {
                let shown = encoding.and_then(|it| Pdf::decode_text(it, bytes).ok());
                text.push_str(&shown.unwrap_or_default());
            }
            Object::Array(inside) => show(inside, encoding, text),
            _ => {}
        }
    }
}
