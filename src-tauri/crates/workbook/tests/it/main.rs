//! What a spreadsheet program reads in the files this crate writes.
#![allow(clippy::expect_used, clippy::panic, reason = "a failed expectation fails the test")]

mod build;
mod formulas;
mod limits;
mod package;
mod text;
mod values;
