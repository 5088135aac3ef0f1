//! The store: one SQLite file, one writer, every user action one transaction with one row in the
//! change log.
//!
//! This crate alone names `rusqlite`. It knows tables and transactions, and no rule of the
//! domain: what may be stored is decided above it and guarded by the schema's `CHECK`s.
#![deny(missing_docs)]

mod change;
mod column;
mod error;
mod migrate;
mod open;
mod place;
mod table;

pub use change::{Change, Logged, Step};
pub use error::StoreError;
pub use migrate::SCHEMA_VERSION;
pub use open::{APPLICATION_ID, Store};
pub use place::{DocumentRow, Place};
