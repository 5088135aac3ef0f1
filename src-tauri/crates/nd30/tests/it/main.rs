//! The linter from outside: a correct document, a fault for every rule, broken files.
#![allow(clippy::expect_used, clippy::panic, reason = "a failed expectation fails the test")]

mod broken;
mod builder;
mod faults;
mod official;
mod reading;
mod report;
mod rules;
