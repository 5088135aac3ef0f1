//! Integration tests.
#![allow(clippy::expect_used, reason = "a failed expectation is a failed test")]

mod architecture;
mod bindings;
