//! Arithmetic over units and windows: totals, comparisons, lenses, reviews.
#![deny(missing_docs)]

mod build;
mod column;
mod cube;
mod territory;

pub use build::CubeError;
pub use column::{Column, Joined, Remark};
pub use cube::{Cube, MeasureIx, WindowIx};
pub use territory::Territory;
