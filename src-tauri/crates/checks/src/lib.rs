//! Numbered checks with examples, and the paper-total check.
//!
//! A [`Book`] is read from `assets/checks/*.toml`. It looks at a dossier
//! ([`Book::check_dossier`]), at a whole table of units × measures × windows
//! ([`Book::check_table`]) or at the one cell that was just typed ([`Book::check_cell`]), and tells
//! everything at once ([`Found`]). Nothing is ever corrected: a [`Found`] says where and what, its
//! [`Words`] say what to do, and a warning can be given a reason, which is also offered as a cause
//! for the report ([`Book::cause_phrases`]).
//!
//! [`paper`] finds the cell to blame when a column does not add up to the total on paper.
#![deny(missing_docs)]

mod amounts;
mod book;
mod context;
mod digits;
mod dossier;
mod example;
mod found;
mod history;
mod numbers;
pub mod paper;
mod relations;
mod rule;
mod table;
mod term;
mod unit_of;
mod validity;
mod words;

pub use book::{Book, BookError, Check, Variant};
pub use context::{Context, RollUp};
pub use digits::SlipKind;
pub use example::{Example, ExampleFailure};
pub use found::{Code, Found, Place, Severity};
pub use words::{CausePhrase, Words};
