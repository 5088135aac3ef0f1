//! What can go wrong with the store. Variants carry data; sentences are made elsewhere.

use bc138_domain::Stopped;
use std::path::PathBuf;

/// Why the store did not do what was asked. Nothing is half-written after any of these.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// Long work was stopped before it was done.
    #[error(transparent)]
    Stopped(#[from] Stopped),
    /// The file was written by a newer program; it is left untouched.
    #[error("file version {found} is newer than {known}")]
    FileTooNew {
        /// Version of the file.
        found: i64,
        /// Newest version this program knows.
        known: i64,
    },
    /// The file is an SQLite file of another program, or no SQLite file at all.
    #[error("not a Báo cáo 138 file: {0}")]
    NotOurs(PathBuf),
    /// The file is damaged.
    #[error("damaged file {path}: {detail}")]
    Damaged {
        /// The file.
        path: PathBuf,
        /// What SQLite says.
        detail: String,
    },
    /// The file or its folder cannot be written.
    #[error("cannot write {0}")]
    ReadOnly(PathBuf),
    /// The disk is full.
    #[error("disk full: {0}")]
    DiskFull(PathBuf),
    /// Another program holds the file.
    #[error("file in use: {0}")]
    Busy(PathBuf),
    /// The record to change is not as it was seen (or gone).
    #[error("no such record")]
    NoSuchRecord,
    /// The data break a rule of the schema.
    #[error("rule of the store broken: {0}")]
    Constraint(String),
    /// A stored value cannot be read back.
    #[error("stored value cannot be read: {0}")]
    Unreadable(String),
    /// Any other failure of SQLite.
    #[error("store failed: {0}")]
    Sqlite(String),
}

impl StoreError {
    /// Tells SQLite's failures apart by what the user can do about them.
    pub(crate) fn from_sqlite(path: &std::path::Path, error: &rusqlite::Error) -> Self {
        use rusqlite::ErrorCode as Code;
        let path = path.to_path_buf();
        let detail = error.to_string();
        match error.sqlite_error_code() {
            Some(Code::DiskFull) => Self::DiskFull(path),
            Some(Code::ReadOnly | Code::PermissionDenied | Code::CannotOpen) => {
                Self::ReadOnly(path)
            }
            Some(Code::DatabaseBusy | Code::DatabaseLocked) => Self::Busy(path),
            Some(Code::DatabaseCorrupt) => Self::Damaged { path, detail },
            Some(Code::NotADatabase) => Self::NotOurs(path),
            Some(Code::ConstraintViolation) => Self::Constraint(detail),
            Some(Code::SystemIoFailure) if is_failed_write(error) => Self::DiskFull(path),
            Some(Code::SystemIoFailure) => Self::Damaged { path, detail },
            _ if matches!(error, rusqlite::Error::QueryReturnedNoRows) => Self::NoSuchRecord,
            _ => Self::Sqlite(detail),
        }
    }
}

/// Whether the system refused to take more bytes, as it does on a full disk or at a size limit.
fn is_failed_write(error: &rusqlite::Error) -> bool {
    use rusqlite::ffi::{SQLITE_IOERR_FSYNC, SQLITE_IOERR_TRUNCATE, SQLITE_IOERR_WRITE};
    let refused = [
        SQLITE_IOERR_WRITE,
        SQLITE_IOERR_FSYNC,
        SQLITE_IOERR_TRUNCATE,
        rusqlite::ffi::SQLITE_IOERR_SHMSIZE,
    ];
    error.sqlite_error().is_some_and(|error| refused.contains(&error.extended_code))
}
