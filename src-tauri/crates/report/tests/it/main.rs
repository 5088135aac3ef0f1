//! What the written files look like from outside the crate.
#![allow(clippy::expect_used, clippy::panic, reason = "a failed expectation fails the test")]

mod docx;
mod pdf;
mod sample;
mod svg;
