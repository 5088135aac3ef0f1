//! JSON with places: a scanner over the text, and small trees of the values in it.
//!
//! Crates that give a tree with positions were weighed (spanned_json_parser, jsonc-parser, jiter):
//! they build the whole file at once, know no limit of depth, or drop the text of numbers. Entries
//! by the million need streaming, figures need exact decimals, and problems need their place.

mod node;
mod scan;
mod token;

pub(crate) use node::{Member, Node, ROOM, Value};
pub(crate) use scan::{Scan, Scanner, Stop};
