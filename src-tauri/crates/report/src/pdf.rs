//! PDF writer: placed glyphs to page operators, with printpdf.
//!
//! Owns the drawing. File properties and everything that must not vary between runs is set in
//! [`finish`]. Must not decide where anything stands.

mod finish;
mod image;

use printpdf::{
    Codepoint, FontId, Line, LinePoint, Mm, Op, PdfDocument, PdfFont, PdfFontHandle, PdfPage,
    PdfParseErrorSeverity, PdfSaveOptions, PdfWarnMsg, Point, Pt, TextItem, TextMatrix,
};
use skrifa::instance::{LocationRef, Size};
use skrifa::metrics::GlyphMetrics;
use skrifa::{GlyphId, MetadataProvider};

use crate::document::Document;
use crate::error::ReportError;
use crate::fonts::{Face, Fonts};
use crate::page::{Page, PlacedRule, PlacedRun};
use crate::stylesheet::PT_PER_MM;

/// Writes the pages as a PDF file; same input, same bytes.
///
/// # Errors
/// [`ReportError::Font`] for a damaged font, [`ReportError::Pdf`] when the library fails.
pub fn write_pdf(
    document: &Document,
    pages: &[Page],
    fonts: &Fonts,
) -> Result<Vec<u8>, ReportError> {
    let mut pdf = PdfDocument::new("");
    add_fonts(&mut pdf, pages, fonts)?;
    for page in pages {
        let mut ops = image::draw_images(&mut pdf, page);
        ops.extend(page.rules.iter().flat_map(|rule| draw_rule(page, rule)));
        draw_text(&mut ops, page, fonts)?;
        let (width, height) = (Mm(page.width / PT_PER_MM), Mm(page.height / PT_PER_MM));
        pdf.pages.push(PdfPage::new(width, height, ops));
    }
    let options = PdfSaveOptions { image_optimization: None, ..PdfSaveOptions::default() };
    let mut warnings = Vec::new();
    let raw = pdf.to_lopdf_document(&options, &mut warnings);
    refuse_errors(warnings)?;
    finish::finish(raw, &document.meta)
}

/// Fails when the library reports an error, for instance a font it could not subset.
fn refuse_errors(warnings: Vec<PdfWarnMsg>) -> Result<(), ReportError> {
    let error = warnings.into_iter().find(|w| w.severity == PdfParseErrorSeverity::Error);
    error.map_or(Ok(()), |error| Err(ReportError::Pdf { reason: error.msg }))
}

/// Adds the faces that are really used.
fn add_fonts(pdf: &mut PdfDocument, pages: &[Page], fonts: &Fonts) -> Result<(), ReportError> {
    let runs = || pages.iter().flat_map(|page| &page.runs);
    for face in Face::ALL.into_iter().filter(|&face| runs().any(|run| run.face == face)) {
        let font = PdfFont::new(fonts.for_pdf(face)?.clone());
        pdf.resources.fonts.map.insert(font_id(face), font);
    }
    Ok(())
}

/// Names a face in the file; the first six letters become the subset tag (ISO 32000-1, 9.6.4).
fn font_id(face: Face) -> FontId {
    let name = match face {
        Face::Regular => "BCAREG",
        Face::Bold => "BCABLD",
        Face::Italic => "BCAITA",
        Face::BoldItalic => "BCABIT",
    };
    FontId(name.to_owned())
}

/// Draws all runs of a page.
fn draw_text(ops: &mut Vec<Op>, page: &Page, fonts: &Fonts) -> Result<(), ReportError> {
    if page.runs.is_empty() {
        return Ok(());
    }
    ops.push(Op::StartTextSection);
    let mut current = None;
    for run in &page.runs {
        if current != Some((run.face, run.size)) {
            let font = PdfFontHandle::External(font_id(run.face));
            ops.push(Op::SetFont { font, size: Pt(run.size) });
            current = Some((run.face, run.size));
        }
        // The text cursor operator is relative; the matrix is not.
        let matrix = TextMatrix::Translate(Pt(run.x), Pt(page.height - run.baseline));
        ops.push(Op::SetTextMatrix { matrix });
        ops.push(Op::ShowText { items: vec![TextItem::GlyphIds(codepoints(run, fonts)?)] });
    }
    ops.push(Op::EndTextSection);
    Ok(())
}

/// Converts a run to glyph codes with corrections in thousandths of an em.
///
/// The viewer advances by the whole-number widths printpdf writes, so the correction is the
/// difference between that pen and the shaped position; below one thousandth it is saved up.
fn codepoints(run: &PlacedRun, fonts: &Fonts) -> Result<Vec<Codepoint>, ReportError> {
    let font = fonts.outlines(run.face)?;
    let metrics = font.glyph_metrics(Size::unscaled(), LocationRef::default());
    let units = fonts.units_per_em(run.face);
    let ems = 1000.0 / run.size;
    let mut pen = 0.0;
    let mut codes = Vec::with_capacity(run.glyphs.len());
    for (index, glyph) in run.glyphs.iter().enumerate() {
        pen += written_width(&metrics, glyph.id, units);
        let next = run.glyphs.get(index + 1).map_or(run.width, |next| next.x);
        let offset = (pen - next * ems).round();
        pen -= offset;
        let text = run.text.get(glyph.text.clone()).unwrap_or_default();
        codes.push(Codepoint::with_cid(glyph.id, offset, text.to_owned()));
    }
    Ok(codes)
}

/// Returns the width of a glyph as printpdf writes it: cut to whole thousandths of an em.
fn written_width(metrics: &GlyphMetrics<'_>, glyph: u16, units_per_em: f32) -> f32 {
    let width = metrics.advance_width(GlyphId::from(glyph)).unwrap_or_default();
    (width * 1000.0 / units_per_em).trunc()
}

/// Draws a rule as a stroked line.
fn draw_rule(page: &Page, rule: &PlacedRule) -> [Op; 2] {
    let point =
        |x: f32, y: f32| LinePoint { p: Point { x: Pt(x), y: Pt(page.height - y) }, bezier: false };
    let ends = vec![point(rule.x, rule.y), point(rule.x + rule.width, rule.y + rule.height)];
    [
        Op::SetOutlineThickness { pt: Pt(rule.thickness) },
        Op::DrawLine { line: Line { points: ends, is_closed: false } },
    ]
}
