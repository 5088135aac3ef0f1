//! The store as its callers see it, on real files.
#![allow(clippy::expect_used, clippy::panic, reason = "a failed expectation fails the test")]

mod build;
mod chain;
mod child;
mod dump;
mod entries;
mod fresh;
mod full;
mod history;
mod kill;
mod migrate;
mod random;
mod refuse;
mod rules;
