//! Charts: values and labels in, a [`bc138_report::Drawing`] out. Knows nothing of the domain.
//!
//! Five kinds: [`Bars`], [`Lines`], [`Slopes`], [`Multiples`], [`Heat`]. Each has a `draw` method,
//! a pure function: the same chart gives the same marks. What holds for all of them:
//!
//! - black and white: series differ by grey, hatching, dash and the shape of their points, and are
//!   named beside what they draw;
//! - labels never overlap and never leave the drawing: they shrink, then wrap; a chart grows in
//!   height before it would lose one, and is an error when it cannot;
//! - a missing value has no mark: no bar, no point, no cell, and a line stops before it;
//! - the caller prints every value; a printed value is a figure with its source.
#![deny(missing_docs)]

mod bars;
mod canvas;
mod error;
mod geometry;
mod heat;
mod input;
mod key;
mod lines;
mod metrics;
mod multiples;
mod scale;
mod slopes;
mod spread;
mod style;
#[cfg(test)]
mod tests;
mod timeline;
mod words;
mod wrap;

pub use bars::{BarGroup, Bars, Direction};
pub use error::ChartError;
pub use heat::{Classes, Heat, HeatRow};
pub use input::{Break, Reading, Setting, Size, Years};
pub use lines::{LineSeries, Lines};
pub use multiples::{Multiples, Panel};
pub use slopes::{Slope, Slopes};
