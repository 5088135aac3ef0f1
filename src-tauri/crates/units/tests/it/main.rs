//! The register as its callers see it: on the official files and on a small invented country.
#![allow(clippy::expect_used, clippy::panic, reason = "a failed expectation fails the test")]

mod build;
mod events;
mod fates;
mod invariants;
mod malformed;
mod official;
mod refused;
mod reversible;
mod search;
mod shares;
