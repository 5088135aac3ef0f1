//! Why a file could not be checked. Variants carry data; sentences are made elsewhere.

/// Why a file could not be checked.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum LintError {
    /// The file has no bytes.
    #[error("the file is empty")]
    Empty,
    /// The file is protected with a password.
    #[error("the file is protected with a password")]
    Encrypted,
    /// The file is of Word 97–2003 (`.doc`).
    #[error("the file is a binary Word document")]
    OldWord,
    /// The file is no DOCX: another kind of file, or a package without a Word document.
    #[error("the file is not a DOCX")]
    NotDocx,
    /// The archive is damaged or cut off.
    #[error("the archive is damaged: {reason}")]
    Archive {
        /// The library's words, for the log.
        reason: String,
    },
    /// A part that the document names is not in the package.
    #[error("part {part} is missing")]
    MissingPart {
        /// Its name in the package.
        part: String,
    },
    /// A part is not well-formed XML.
    #[error("part {part} is broken near byte {offset}: {reason}")]
    BrokenXml {
        /// Its name in the package.
        part: String,
        /// Where reading stopped.
        offset: u64,
        /// The library's words, for the log.
        reason: String,
    },
    /// The file, or something in it, is larger than a report can be.
    #[error("{what:?} is over the limit of {limit}")]
    TooLarge {
        /// What is too large.
        what: Excess,
        /// The most that is read.
        limit: u64,
    },
}

/// What of a file can be too large.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Excess {
    /// The file in bytes.
    File,
    /// The number of entries in the package.
    Entries,
    /// One part, unpacked, in bytes.
    Part,
    /// All parts that are read, unpacked, in bytes.
    Parts,
    /// How deep elements are nested.
    Depth,
    /// The number of elements of one part.
    Elements,
}
