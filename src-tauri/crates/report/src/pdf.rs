//! PDF writer: placed glyphs to page operators.
//!
//! printpdf makes the skeleton and embeds fonts and pictures; the operators of the pages are
//! written here, so that a table of 40,000 cells stays small. File properties and everything that
//! must not vary between runs is set in [`finish`]. Must not decide where anything stands.

mod attach;
mod content;
mod embed;
mod finish;
mod image;
mod shapes;
mod text;

use lopdf::{Document as Pdf, Object, Stream, dictionary};
use printpdf::{Mm, PdfDocument, PdfPage, PdfParseErrorSeverity, PdfSaveOptions, PdfWarnMsg};

use crate::document::Document;
use crate::error::ReportError;
use crate::fonts::Fonts;
use crate::page::Page;
use crate::stylesheet::PT_PER_MM;
use content::Content;
use embed::Embedded;

/// Writes the pages as a PDF file; same input, same bytes.
///
/// # Errors
/// [`ReportError::Font`] for a damaged font, [`ReportError::Pdf`] when the library fails.
pub fn write_pdf(
    document: &Document,
    pages: &[Page],
    fonts: &Fonts,
) -> Result<Vec<u8>, ReportError> {
    let mut skeleton = PdfDocument::new("");
    let used = embed::used_glyphs(pages);
    let mut names = Vec::with_capacity(pages.len());
    for page in pages {
        let mut ops = Vec::new();
        if skeleton.pages.is_empty() {
            ops = embed::register(&mut skeleton, &used, fonts)?;
        }
        names.push(image::register(&mut skeleton, page));
        let (width, height) = (Mm(page.width / PT_PER_MM), Mm(page.height / PT_PER_MM));
        skeleton.pages.push(PdfPage::new(width, height, ops));
    }
    let options = PdfSaveOptions { image_optimization: None, ..PdfSaveOptions::default() };
    let mut warnings = Vec::new();
    let mut pdf = skeleton.to_lopdf_document(&options, &mut warnings);
    refuse_errors(warnings)?;
    let embedded = embed::complete(&mut pdf, &used, fonts)?;
    write_pages(&mut pdf, pages, &names, &embedded)?;
    attach::attach(&mut pdf, &document.attachments)?;
    finish::finish(pdf, &document.meta)
}

/// Fails when the library reports an error, for instance a font it could not subset.
fn refuse_errors(warnings: Vec<PdfWarnMsg>) -> Result<(), ReportError> {
    let error = warnings.into_iter().find(|w| w.severity == PdfParseErrorSeverity::Error);
    error.map_or(Ok(()), |error| Err(ReportError::Pdf { reason: error.msg }))
}

/// Gives every page its operators.
fn write_pages(
    pdf: &mut Pdf,
    pages: &[Page],
    names: &[Vec<String>],
    embedded: &Embedded,
) -> Result<(), ReportError> {
    let ids: Vec<_> = pdf.get_pages().into_values().collect();
    for ((page, names), id) in pages.iter().zip(names).zip(ids) {
        let mut content = Content::new(page.height);
        image::draw(&mut content, page, names);
        shapes::draw(&mut content, page);
        text::draw(&mut content, page, embedded);
        let stream = Stream::new(dictionary! {}, content.into_bytes());
        let contents = pdf.get_object(id).and_then(Object::as_dict).and_then(|page| {
            let contents = page.get(b"Contents")?;
            contents.as_reference()
        });
        pdf.set_object(contents.map_err(failed)?, stream);
    }
    Ok(())
}

/// Wraps an error of the library.
#[expect(clippy::needless_pass_by_value, reason = "passed to `map_err`")]
fn failed(error: lopdf::Error) -> ReportError {
    ReportError::Pdf { reason: error.to_string() }
}
