//! DOCX writer: the document as an Office Open XML package (ECMA-376).
//!
//! Owns the package: which parts there are and how they are zipped. Always the same parts in the
//! same order with the same timestamp, so the bytes depend on the document alone. `docs/adr/0005-pdf-and-docx-writers.md` says
//! why this is not a library.

mod body;
mod parts;
mod styles;

use std::io::{Cursor, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use crate::document::Document;
use crate::error::ReportError;
use crate::picture::{PictureFormat, PreparedPicture};
use crate::stylesheet::StyleSheet;

/// Writes the document as a DOCX file; same input, same bytes.
///
/// # Errors
/// The picture errors, and [`ReportError::Docx`] when the package cannot be zipped.
pub fn write_docx(document: &Document) -> Result<Vec<u8>, ReportError> {
    let sheet = StyleSheet::default();
    let body = body::write(document, &sheet)?;
    let mut package = Package::new();
    package.text("[Content_Types].xml", parts::CONTENT_TYPES)?;
    package.text("_rels/.rels", parts::PACKAGE_RELATIONS)?;
    package.text("docProps/core.xml", &parts::core_properties(&document.meta))?;
    package.text("docProps/app.xml", parts::APP_PROPERTIES)?;
    package.text("word/document.xml", &body.xml)?;
    package.text("word/_rels/document.xml.rels", &parts::document_relations(&body.media))?;
    package.text("word/styles.xml", &styles::write(&sheet))?;
    package.text("word/settings.xml", parts::SETTINGS)?;
    package.text("word/header1.xml", parts::PAGE_NUMBER_HEADER)?;
    package.text("word/header2.xml", parts::EMPTY_HEADER)?;
    for (index, picture) in body.media.iter().enumerate() {
        package.bytes(&format!("word/{}", media_target(index, picture)), &picture.bytes)?;
    }
    package.finish()
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

/// A zip archive that does not know the time.
struct Package {
    zip: ZipWriter<Cursor<Vec<u8>>>,
    options: SimpleFileOptions,
}

impl Package {
    /// Opens an empty package.
    fn new() -> Self {
        let options = SimpleFileOptions::default()
            .compression_method(CompressionMethod::Deflated)
            .last_modified_time(DateTime::DEFAULT)
            .unix_permissions(0o644);
        Self { zip: ZipWriter::new(Cursor::new(Vec::new())), options }
    }

    /// Adds an XML part.
    fn text(&mut self, name: &str, xml: &str) -> Result<(), ReportError> {
        self.bytes(name, xml.as_bytes())
    }

    /// Adds a part.
    fn bytes(&mut self, name: &str, content: &[u8]) -> Result<(), ReportError> {
        self.zip.start_file(name, self.options).map_err(failed)?;
        self.zip.write_all(content).map_err(failed)
    }

    /// Closes the package.
    fn finish(self) -> Result<Vec<u8>, ReportError> {
        Ok(self.zip.finish().map_err(failed)?.into_inner())
    }
}

/// Wraps an error of the archive.
fn failed(error: impl std::fmt::Display) -> ReportError {
    ReportError::Docx { reason: error.to_string() }
}
