//! Reads a written file back: what it says, and the files inside it.
//!
//! The file may come from anywhere: sizes are limited, and a broken file is an error.

mod docx;
mod pdf;

use crate::document::Attachment;
use crate::error::ReportError;

/// The largest file that is read.
const MAX_FILE: usize = 64 << 20;
/// The largest part of a file, unpacked.
const MAX_PART: u64 = 64 << 20;

/// What a file says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ReadBack {
    /// The visible text in reading order. White space is not exact: a PDF knows none.
    pub text: String,
    /// The files inside it.
    pub attachments: Vec<Attachment>,
}

/// Reads a PDF or DOCX file back.
///
/// # Errors
/// [`ReportError::Unreadable`] when the file is neither, is broken, encrypted, or too large.
pub fn read_back(file: &[u8]) -> Result<ReadBack, ReportError> {
    if file.len() > MAX_FILE {
        return Err(unreadable("larger than 64 MiB"));
    }
    if file.starts_with(b"%PDF-") {
        pdf::read(file)
    } else if file.starts_with(b"PK") {
        docx::read(file)
    } else {
        Err(unreadable("neither PDF nor DOCX"))
    }
}

/// Names why a file cannot be read.
fn unreadable(reason: impl std::fmt::Display) -> ReportError {
    ReportError::Unreadable { reason: reason.to_string() }
}
