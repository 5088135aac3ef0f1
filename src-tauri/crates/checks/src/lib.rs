//! Numbered checks with examples, and the paper-total check.
#![deny(missing_docs)]
