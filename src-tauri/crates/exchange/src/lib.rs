//! The open format: everything in a store as one JSON file, and back.
//!
//! [`write()`] gives the *canonical form*: sorted, deterministic, complete, so that [`read()`] gives
//! back the same store and [`digest`] names its content. [`read()`] also takes the *hand form*, in
//! which a person describes one conference without ids, with amounts as they are typed into a cell
//! and with Vietnamese words. Both are described in `docs/formats/bc138.md` and
//! `docs/formats/bc138.schema.json`.
//!
//! A file is taken whole or not at all: [`read()`] gives everything in it, or the list of what is
//! wrong with it, each [`Problem`] with its place.
#![deny(missing_docs)]

mod everything;
mod found;
mod json;
mod number;
mod order;
mod place;
mod problem;
mod read;
mod shape;
mod suggest;
#[cfg(test)]
mod tests;
mod write;

pub use everything::{Everything, Photo};
pub use place::Places;
pub use problem::{
    Due, Fault, JsonType, NumberProblem, PhotoProblem, Place, Problem, ProblemKind, Subject, Wanted,
};
pub use read::{MAX_BYTES, MAX_RECORDS, ReadContext, Units, read, read_placed};
pub use shape::words::term;
pub use write::{digest, write, write_to};

/// What a file calls its format.
pub const FORMAT: &str = "bc138";
/// The version that is written and read.
pub const VERSION: i64 = 1;
