//! The use cases as the window and the command line call them.
#![allow(clippy::expect_used, clippy::panic, reason = "a failed expectation fails the test")]

mod annexes;
mod award_papers;
mod awards;
mod borders;
mod briefings;
mod charts;
mod desk;
mod details;
mod documents;
mod drafts;
mod exchange;
mod extremes;
mod findings;
mod golden;
mod history;
mod identical;
mod intake;
mod invented;
mod office;
mod official;
mod orders;
mod previous;
mod printed;
mod random;
mod refused;
mod rows;
mod said;
mod shapes;
mod stopped;
mod table;
mod tampered;
mod templates;
mod truth;
mod units;
mod wording;
