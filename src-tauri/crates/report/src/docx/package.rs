//! The zip archive of a DOCX: parts, their content types and relations (ECMA-376, Part 2).
//!
//! Owns the order of the parts and the timestamp, so the bytes depend on the document alone.

use std::borrow::Cow;
use std::fmt::Write as _;
use std::io::{Cursor, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use crate::error::ReportError;
use crate::xml::escape;

/// How every XML part begins.
pub(super) const DECLARATION: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"#;

/// Where the relations of Office documents are named.
const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

/// The parts of a package, in the order they are written.
#[derive(Default)]
pub(super) struct Package<'a> {
    parts: Vec<Part<'a>>,
}

/// One part.
struct Part<'a> {
    /// Path inside the archive.
    name: String,
    /// Content type; none for what its file extension already tells.
    content_type: Option<&'static str>,
    bytes: Cow<'a, [u8]>,
}

impl<'a> Package<'a> {
    /// Adds an XML part with a content type of its own.
    pub(super) fn typed(
        &mut self,
        name: impl Into<String>,
        content_type: &'static str,
        xml: impl Into<String>,
    ) {
        let bytes = Cow::Owned(xml.into().into_bytes());
        self.parts.push(Part { name: name.into(), content_type: Some(content_type), bytes });
    }

    /// Adds a part whose file extension tells its type: relations, plain XML, PNG, JPEG.
    pub(super) fn plain(&mut self, name: impl Into<String>, bytes: impl Into<Cow<'a, [u8]>>) {
        self.parts.push(Part { name: name.into(), content_type: None, bytes: bytes.into() });
    }

    /// Zips the parts, the content types first as readers expect.
    pub(super) fn finish(self) -> Result<Vec<u8>, ReportError> {
        let options = SimpleFileOptions::default()
            .compression_method(CompressionMethod::Deflated)
            .last_modified_time(DateTime::DEFAULT)
            .unix_permissions(0o644);
        let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
        let types = self.content_types();
        let first = ("[Content_Types].xml", types.as_bytes());
        let parts = self.parts.iter().map(|part| (part.name.as_str(), part.bytes.as_ref()));
        for (name, bytes) in std::iter::once(first).chain(parts) {
            zip.start_file(name, options).map_err(failed)?;
            zip.write_all(bytes).map_err(failed)?;
        }
        Ok(zip.finish().map_err(failed)?.into_inner())
    }

    /// Writes `[Content_Types].xml`.
    fn content_types(&self) -> String {
        let mut xml = format!(
            "{DECLARATION}{}",
            concat!(
                r#"<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">"#,
                r#"<Default Extension="rels" "#,
                r#"ContentType="application/vnd.openxmlformats-package.relationships+xml"/>"#,
                r#"<Default Extension="xml" ContentType="application/xml"/>"#,
                r#"<Default Extension="png" ContentType="image/png"/>"#,
                r#"<Default Extension="jpeg" ContentType="image/jpeg"/>"#,
            )
        );
        for part in &self.parts {
            if let Some(kind) = part.content_type {
                let name = &part.name;
                let _ = write!(xml, r#"<Override PartName="/{name}" ContentType="{kind}"/>"#);
            }
        }
        xml.push_str("</Types>");
        xml
    }
}

/// The relations of one part: ids to other parts.
pub(super) struct Relations(String);

impl Relations {
    /// Begins an empty list.
    pub(super) fn new() -> Self {
        Self(format!(
            r#"{DECLARATION}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">"#
        ))
    }

    /// Adds a relation of a kind known to Office; the target is relative to the part.
    #[must_use]
    pub(super) fn office(self, id: &str, kind: &str, target: &str) -> Self {
        self.with(id, &format!("{OFFICE}{kind}"), target)
    }

    /// Adds a relation of any kind.
    #[must_use]
    pub(super) fn with(mut self, id: &str, kind: &str, target: &str) -> Self {
        let _ = write!(
            self.0,
            r#"<Relationship Id="{id}" Type="{kind}" Target="{}"/>"#,
            escape(target)
        );
        self
    }

    /// Ends the list and returns the part.
    pub(super) fn finish(mut self) -> Vec<u8> {
        self.0.push_str("</Relationships>");
        self.0.into_bytes()
    }
}

/// Wraps an error of the archive.
fn failed(error: impl std::fmt::Display) -> ReportError {
    ReportError::Docx { reason: error.to_string() }
}
