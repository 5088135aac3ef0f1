//! The arithmetic over units and windows, on registers and entries made up by builders.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a failed expectation fails the test")]

mod changes;
mod comparisons;
mod cubes;
mod fixture;
mod lenses;
mod reviews;
mod totals;
