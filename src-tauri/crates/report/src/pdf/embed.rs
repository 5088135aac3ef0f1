//! Fonts of the file: which glyphs are used, under which codes, and how wide they are.
//!
//! printpdf embeds the subset, makes the descriptor and the map back to Unicode. It is shown every
//! used glyph once; the codes it gives them are read back from what it wrote. The widths it writes
//! are cut to whole thousandths of an em; exact ones replace them, so that ordinary text needs no
//! corrections between its letters.

use std::collections::BTreeMap;

use lopdf::content::Content as Operators;
use lopdf::{Dictionary, Document as Pdf, Object};
use printpdf::{Codepoint, FontId, Op, PdfDocument, PdfFont, PdfFontHandle, Pt, TextItem};
use skrifa::instance::{LocationRef, Size};
use skrifa::{GlyphId, MetadataProvider};

use super::failed;
use crate::error::ReportError;
use crate::fonts::{Face, Fonts};
use crate::page::Page;

/// The glyphs of one face and the text each stands for.
type Glyphs<'p> = BTreeMap<u16, &'p str>;

/// The glyphs used of every face.
pub(super) type Used<'p> = BTreeMap<Face, Glyphs<'p>>;

/// Codes and widths of the embedded faces.
pub(super) struct Embedded(BTreeMap<Face, Vec<Code>>);

/// How a glyph is written.
#[derive(Clone, Copy, Default)]
pub(super) struct Code {
    /// Code in strings.
    pub code: u16,
    /// Advance in thousandths of an em, as the file says it.
    pub width: f32,
}

impl Embedded {
    /// Returns the codes of a face by the index of the glyph.
    pub(super) fn face(&self, face: Face) -> &[Code] {
        self.0.get(&face).map_or(&[], Vec::as_slice)
    }
}

/// Collects the glyphs of all pages.
pub(super) fn used_glyphs(pages: &[Page]) -> Used<'_> {
    let mut used = Used::new();
    for run in pages.iter().flat_map(|page| &page.runs) {
        let glyphs = used.entry(run.face).or_default();
        for glyph in run.glyphs.iter() {
            let text = run.text.get(glyph.text.clone()).unwrap_or_default();
            let known = glyphs.entry(glyph.id).or_insert(text);
            if known.is_empty() {
                *known = text;
            }
        }
    }
    used
}

/// Adds the faces that are used and returns the operators that name every glyph.
pub(super) fn register(
    pdf: &mut PdfDocument,
    used: &Used<'_>,
    fonts: &Fonts,
) -> Result<Vec<Op>, ReportError> {
    let mut ops = vec![Op::StartTextSection];
    for (&face, glyphs) in used {
        let id = FontId(name(face).to_owned());
        pdf.resources.fonts.map.insert(id.clone(), PdfFont::new(fonts.for_pdf(face)?.clone()));
        ops.push(Op::SetFont { font: PdfFontHandle::External(id), size: Pt(1.0) });
        let codes =
            glyphs.iter().map(|(&glyph, text)| Codepoint::with_cid(glyph, 0.0, (*text).to_owned()));
        ops.push(Op::ShowText { items: vec![TextItem::GlyphIds(codes.collect())] });
    }
    ops.push(Op::EndTextSection);
    Ok(ops)
}

/// Names a face in the file; the six letters become the subset tag (ISO 32000-1, 9.6.4).
pub(super) fn name(face: Face) -> &'static str {
    match face {
        Face::Regular => "BCAREG",
        Face::Bold => "BCABLD",
        Face::Italic => "BCAITA",
        Face::BoldItalic => "BCABIT",
    }
}

/// Reads the codes back from the first page and writes exact widths.
pub(super) fn complete(
    pdf: &mut Pdf,
    used: &Used<'_>,
    fonts: &Fonts,
) -> Result<Embedded, ReportError> {
    let Some(&first) = pdf.get_pages().values().next() else {
        return Ok(Embedded(BTreeMap::new()));
    };
    let written = codes(&pdf.get_page_content(first))?;
    let mut embedded = BTreeMap::new();
    for ((&face, glyphs), codes) in used.iter().zip(&written) {
        if glyphs.len() != codes.len() {
            return Err(ReportError::Pdf { reason: format!("codes of {} are lost", name(face)) });
        }
        let font = fonts.outlines(face)?;
        let metrics = font.glyph_metrics(Size::unscaled(), LocationRef::default());
        let ems = 1000.0 / fonts.units_per_em(face);
        let largest = glyphs.keys().next_back().copied().unwrap_or_default();
        let mut table = vec![Code::default(); usize::from(largest) + 1];
        for (&glyph, &code) in glyphs.keys().zip(codes) {
            let advance = metrics.advance_width(GlyphId::from(glyph)).unwrap_or_default();
            // Three decimals, as the file says it.
            let width = (advance * ems * 1000.0).round() / 1000.0;
            table[usize::from(glyph)] = Code { code, width };
        }
        set_widths(pdf, face, &table);
        embedded.insert(face, table);
    }
    Ok(Embedded(embedded))
}

/// Reads the codes of every text shown.
fn codes(content: &[u8]) -> Result<Vec<Vec<u16>>, ReportError> {
    let operations = Operators::decode(content).map_err(failed)?.operations;
    let shown = operations.iter().filter(|it| matches!(it.operator.as_str(), "TJ" | "Tj"));
    let of = |operation: &lopdf::content::Operation| {
        let items = operation.operands.iter().flat_map(|operand| match operand {
            Object::Array(items) => items.as_slice(),
            other => std::slice::from_ref(other),
        });
        let strings = items.filter_map(|item| item.as_str().ok());
        strings.flat_map(|bytes| bytes.chunks_exact(2)).map(pair).collect()
    };
    Ok(shown.map(of).collect())
}

/// Reads a code of two bytes.
fn pair(bytes: &[u8]) -> u16 {
    bytes.iter().fold(0, |code, &byte| code << 8 | u16::from(byte))
}

/// Replaces the widths of a face (`/W`, ISO 32000-1, 9.7.4.3).
fn set_widths(pdf: &mut Pdf, face: Face, table: &[Code]) {
    let mut codes: Vec<Code> = table.iter().copied().filter(|code| code.code > 0).collect();
    codes.sort_by_key(|code| code.code);
    let mut widths: Vec<Object> = Vec::new();
    let mut next = None;
    for code in codes {
        if next != Some(code.code) {
            widths.push(i64::from(code.code).into());
            widths.push(Object::Array(Vec::new()));
        }
        if let Some(Object::Array(stretch)) = widths.last_mut() {
            stretch.push(code.width.into());
        }
        next = code.code.checked_add(1);
    }
    for object in pdf.objects.values_mut() {
        let font = object.as_dict_mut().ok();
        if let Some(descendant) = font.and_then(|font| descendant(font, face)) {
            descendant.set("W", widths.clone());
        }
    }
}

/// Returns the glyph font of the composite font of a face.
fn descendant(font: &mut Dictionary, face: Face) -> Option<&mut Dictionary> {
    let base = font.get(b"BaseFont").and_then(Object::as_name).ok()?;
    if !base.starts_with(name(face).as_bytes()) {
        return None;
    }
    let descendants = font.get_mut(b"DescendantFonts").and_then(Object::as_array_mut).ok()?;
    descendants.first_mut()?.as_dict_mut().ok()
}
