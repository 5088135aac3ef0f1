//! Why a use case did not happen. Variants carry data; [`crate::vi::messages`] makes the sentence.

use bc138_domain::catalogue::CatalogueError;
use bc138_report::ReportError;
use bc138_store::StoreError;
use std::path::PathBuf;

/// Everything that can go wrong above the store.
#[derive(Debug, thiserror::Error)]
pub enum AppError {
    /// The store failed.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// A catalogue file is wrong.
    #[error(transparent)]
    Catalogue(#[from] CatalogueError),
    /// The document could not be laid out.
    #[error(transparent)]
    Report(#[from] ReportError),
    /// A template is wrong.
    #[error("template {name}: {detail}")]
    Template {
        /// The template file.
        name: String,
        /// What is wrong, with its line.
        detail: String,
    },
    /// There is no sample of this name.
    #[error("no sample {0}")]
    NoSuchSample(String),
    /// A sample file is wrong.
    #[error("sample {name}, {key}: {detail}")]
    Sample {
        /// The sample.
        name: String,
        /// The field.
        key: String,
        /// What is wrong.
        detail: String,
    },
    /// There is no dossier yet, or it is gone.
    #[error("no dossier")]
    NoDossier,
    /// No field has this key.
    #[error("no field {0}")]
    NoSuchField(String),
    /// A file could not be written.
    #[error("cannot write {path}: {source}")]
    Write {
        /// The file.
        path: PathBuf,
        /// The system's reason.
        source: std::io::Error,
    },
    /// A photo could not be read.
    #[error("cannot read {path}: {source}")]
    Read {
        /// The file.
        path: PathBuf,
        /// The system's reason.
        source: std::io::Error,
    },
    /// A document was asked for in a format that is not known.
    #[error("unknown format {0}")]
    UnknownFormat(String),
    /// A dossier cannot be made from what was given.
    #[error("field {key} refused")]
    Refused {
        /// The field.
        key: String,
        /// Why.
        refusal: crate::field::Refusal,
    },
}
