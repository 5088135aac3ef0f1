//! The store: one SQLite file, one writer, every user action one transaction with one row in the
//! change log.
//!
//! This crate alone names `rusqlite`. It knows tables and transactions, and no rule of the
//! domain: what may be stored is decided above it and guarded by the schema's `CHECK`s.
#![deny(missing_docs)]

mod chain;
mod change;
mod column;
mod content;
mod entry;
mod error;
mod log;
mod migrate;
mod open;
mod place;
mod table;
mod verify;

pub use change::{Change, Logged, Step};
pub use content::Content;
pub use entry::{EntryChange, EntryFilter, EntryVersion};
pub use error::StoreError;
pub use log::{Action, LogFilter, LogRow, Since};
pub use migrate::SCHEMA_VERSION;
pub use open::{APPLICATION_ID, Store};
pub use place::{DocumentRow, Place};
pub use verify::{Break, Verdict};
