//! The open format: everything in a store as one JSON file, and back.
#![deny(missing_docs)]
