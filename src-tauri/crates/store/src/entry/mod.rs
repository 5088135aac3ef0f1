//! Entries: single units' numbers in one narrow table, their dictionaries, and what a change did to
//! them.
//!
//! Table `entry` has no foreign keys: a check of three references for each of two million rows
//! would double the time of a load. The dictionaries only ever grow, so no row can lose its words.

mod edits;
mod history;
mod net;
mod read;
mod write;

pub(crate) use edits::{EntryEdit, EntryEdits};
pub use history::EntryVersion;
pub use net::EntryChange;
pub(crate) use net::net;
pub use read::EntryFilter;
pub(crate) use read::read_all;
pub(crate) use write::{replay, write};
