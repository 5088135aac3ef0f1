//! The command line as scripts call it: what it prints, what it leaves behind, how it ends.
#![allow(clippy::expect_used, clippy::panic, reason = "a failed expectation fails the test")]

mod awards;
mod bad_input;
mod bc138;
mod broken;
mod documents;
mod json;
mod usage;
mod verify;
mod walls;
mod whole;
