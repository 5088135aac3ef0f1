//! Documents of random stores: whatever an office has entered, every paper says it, says it truly,
//! and a number that somebody changed in it is named.

pub mod alter;
mod direction;
mod plan;
mod truth;
