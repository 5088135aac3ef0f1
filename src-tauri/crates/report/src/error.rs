//! The one error type of the crate. Variants carry data; sentences are made elsewhere.

/// Everything that can go wrong while laying out or writing a document.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ReportError {
    /// A character has no glyph in the font it is set in, or may never be printed.
    #[error("no glyph for U+{:04X} in \"{context}\"", u32::from(*.ch))]
    MissingGlyph {
        /// The character.
        ch: char,
        /// The text around it.
        context: String,
    },
    /// A font file cannot be read.
    #[error("font {name} cannot be read")]
    Font {
        /// Which of the four faces.
        name: &'static str,
    },
    /// A picture is neither PNG nor JPEG, or its data is damaged.
    #[error("picture {index} cannot be read: {reason}")]
    Picture {
        /// Position among the pictures of the document, from 1.
        index: usize,
        /// The decoder's words, for the log.
        reason: String,
    },
    /// A picture has too many pixels.
    #[error("picture {index} is too large: {width} x {height} pixels")]
    PictureTooLarge {
        /// Position among the pictures of the document, from 1.
        index: usize,
        /// Width in pixels.
        width: u32,
        /// Height in pixels.
        height: u32,
    },
    /// A text does not fit its place on a form, however small it is set.
    #[error("field {field} of form {form} is too long: \"{text}\"")]
    FieldTooLong {
        /// Position among the forms of the document, from 1.
        form: usize,
        /// Position among the fields of the form, from 1.
        field: usize,
        /// The text.
        text: String,
    },
    /// The PDF library refused the pages.
    #[error("PDF could not be written: {reason}")]
    Pdf {
        /// The library's words, for the log.
        reason: String,
    },
    /// The DOCX package could not be written.
    #[error("DOCX could not be written: {reason}")]
    Docx {
        /// The library's words, for the log.
        reason: String,
    },
    /// A written file cannot be read back.
    #[error("file cannot be read back: {reason}")]
    Unreadable {
        /// Why, for the log.
        reason: String,
    },
}
