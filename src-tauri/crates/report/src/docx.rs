//! DOCX writer: the document as an Office Open XML package (ECMA-376).
//!
//! Owns which parts there are. `docs/adr/0005-pdf-and-docx-writers.md` says why this is not a
//! library.

mod attachments;
mod body;
mod figure;
mod form;
mod names;
mod numbering;
mod package;
mod paragraph;
mod parts;
mod picture;
mod rule;
mod section;
mod styles;
mod table;
mod units;

pub use attachments::read_attachments;

use crate::document::Document;
use crate::error::ReportError;
use crate::fonts::Fonts;
use crate::picture::{PictureFormat, PreparedPicture};
use package::{Package, Relations};

/// Content types of the parts of a text document begin with this.
macro_rules! word_type {
    ($kind:literal) => {
        concat!("application/vnd.openxmlformats-officedocument.wordprocessingml.", $kind, "+xml")
    };
}

/// Writes the document as a DOCX file; same input, same bytes.
///
/// The file asks for Times New Roman, so text is measured with its metric twin that is built in.
///
/// # Errors
/// The picture errors, [`ReportError::MissingGlyph`] where text has to be measured, and
/// [`ReportError::Docx`] when the package cannot be zipped.
pub fn write_docx(document: &Document) -> Result<Vec<u8>, ReportError> {
    let fonts = Fonts::embedded()?;
    let body = body::write(document, &fonts)?;
    let mut package = Package::default();
    package.plain("_rels/.rels", parts::package_relations());
    package.typed("docProps/core.xml", parts::CORE_TYPE, parts::core_properties(&document.meta));
    package.typed("docProps/app.xml", parts::APP_TYPE, parts::APP_PROPERTIES);
    package.typed("word/document.xml", word_type!("document.main"), body.xml);
    let relations = document_relations(&body.media, document.attachments.len());
    package.plain("word/_rels/document.xml.rels", relations);
    let styles = styles::write(&body.sheet, &body.looks);
    package.typed("word/styles.xml", word_type!("styles"), styles);
    package.typed("word/numbering.xml", word_type!("numbering"), numbering::write(&body.sheet));
    package.typed("word/settings.xml", word_type!("settings"), parts::SETTINGS);
    package.typed("word/fontTable.xml", word_type!("fontTable"), parts::FONT_TABLE);
    package.typed("word/header1.xml", word_type!("header"), parts::PAGE_NUMBER_HEADER);
    package.typed("word/header2.xml", word_type!("header"), parts::EMPTY_HEADER);
    for (index, picture) in body.media.iter().enumerate() {
        package.plain(format!("word/{}", media_target(index, picture)), picture.bytes.as_ref());
    }
    attachments::push(&mut package, &document.attachments);
    package.finish()
}

/// Writes `word/_rels/document.xml.rels`.
fn document_relations(media: &[PreparedPicture], attachments: usize) -> Vec<u8> {
    let fixed = Relations::new()
        .office("rIdStyles", "styles", "styles.xml")
        .office("rIdNumbering", "numbering", "numbering.xml")
        .office("rIdSettings", "settings", "settings.xml")
        .office("rIdFonts", "fontTable", "fontTable.xml")
        .office(section::NUMBER_HEADER, "header", "header1.xml")
        .office(section::EMPTY_HEADER, "header", "header2.xml");
    let pictures = media.iter().enumerate().fold(fixed, |relations, (index, picture)| {
        relations.office(&media_relation(index), "image", &media_target(index, picture))
    });
    attachments::relate(pictures, attachments).finish()
}

/// Returns the target of the `index`-th picture, relative to the document part.
fn media_target(index: usize, picture: &PreparedPicture) -> String {
    let extension = match picture.format {
        PictureFormat::Png => "png",
        PictureFormat::Jpeg => "jpeg",
    };
    format!("media/image{}.{extension}", index + 1)
}

/// Returns the relation of the `index`-th picture.
fn media_relation(index: usize) -> String {
    format!("rIdImage{}", index + 1)
}
