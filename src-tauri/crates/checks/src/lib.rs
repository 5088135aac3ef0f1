//! Numbered checks with examples, and the paper-total check.
#![deny(missing_docs)]

mod digits;
mod history;
pub mod paper;

pub use digits::SlipKind;
