//! Truth of documents: the facts that travel inside a file, and what became of them since.

mod altered;
mod checked;
mod diff;
mod explain;
mod facts;
mod names;
mod of_units;
mod packed;
mod reworded;
mod source;
mod tokens;
mod verdict;
mod verify;
mod written;

pub(crate) use facts::DocumentFacts;
pub(crate) use source::{
    COUNTRY, SET, counted_source, rate, reached, root, share, total, unit_source_id, unit_source_of,
};
pub(crate) use verdict::{Fate, FigureVerdict};
pub use verify::verify_file;
