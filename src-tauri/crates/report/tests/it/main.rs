//! What the written files look like from outside the crate.
#![allow(clippy::expect_used, clippy::panic, reason = "a failed expectation fails the test")]

mod docx;
mod forms;
mod golden;
mod pages;
mod papers;
mod pdf;
mod pdf_papers;
mod pictures;
mod sample;
mod sections;
mod svg;
mod tables;
mod tables_at_random;
