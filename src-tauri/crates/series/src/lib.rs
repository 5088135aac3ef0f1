//! Arithmetic over units and windows: totals, comparisons, lenses, reviews.
#![deny(missing_docs)]
