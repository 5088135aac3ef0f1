//! The commands of the window, a file for each area. A command calls one use case and returns
//! what to draw; it holds no rule.

pub mod awards;
pub mod charts;
pub mod desk;
pub mod documents;
pub mod fields;
pub mod findings;
pub mod office;
pub mod past;
pub mod sheets;
pub mod templates;
pub mod truth;
pub mod units;
