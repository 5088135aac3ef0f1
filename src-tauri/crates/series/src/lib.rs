//! Arithmetic over units and windows: totals, comparisons, lenses, reviews.
//!
//! A [`Cube`] holds entries of units × measures × windows. From it come totals over a
//! [`Territory`] that say how many units reported ([`total()`]), windows put together
//! ([`review()`]), comparisons that refuse where nothing can be compared ([`compare_windows`]),
//! numbers on other borders ([`restate()`], [`lens_total`]), targets ([`achievement()`]), growth,
//! rankings, streaks and what units contributed to a change.
//!
//! Every number is exact: sums are kept in 128 bits, ratios are sums of x over sums of y, and
//! nothing is a float. “Not reported” never becomes zero.
#![deny(missing_docs)]

mod achievement;
mod build;
mod carry;
mod chunk;
mod column;
mod compare;
mod cube;
mod decompose;
mod fraction;
mod growth;
mod lens;
mod like;
mod ranking;
mod restate;
mod review;
mod shares;
mod span;
mod streak;
mod tally;
mod territory;
mod total;

pub use achievement::{Achievement, NotMeasured, achievement};
pub use build::CubeError;
pub use carry::restate;
pub use column::{Column, Joined, Remark};
pub use compare::{Change, Comparison, Coverage, Direction, Side, Terms, Why, compare};
pub use cube::{Cube, MeasureIx, WindowIx};
pub use decompose::{Contribution, Decomposition, NotDecomposed, Presence, decompose};
pub use fraction::{Fraction, points};
pub use growth::{GrowthRow, growth};
pub use lens::{Borders, Lens, lens_total};
pub use like::{Basis, Compared, LikeForLike, compare_windows, redrawn};
pub use ranking::{Best, RankBy, Ranked, Ranking, ranking};
pub use restate::{Mark, Remainder, Restated, RestatedCube, Row, Stays, restate_cube};
pub use review::{Joining, Outcome, Review, ReviewOf, Stage, review, sum};
pub use span::{Seam, Span, seams};
pub use streak::{Feat, Streak, Streaks, streaks};
pub use territory::Territory;
pub use total::{Additivity, Total, TotalCell, ValueKind, column_total, total, totals};
