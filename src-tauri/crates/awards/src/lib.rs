//! Award decisions: legal rules, reward money, duplicates, reconciliation, proposals.
//!
//! Everything legal is dated data in `assets/awards`, read by [`Tables`]; what a user decides
//! otherwise is a dated [`bc138_domain::Setting`]. Nothing here corrects an award: a broken rule
//! is a [`lawful::Violation`], a difference a [`count::Difference`], a likely double a
//! [`duplicate::Duplicate`].
#![deny(missing_docs)]

pub mod authority;
pub mod candidate;
pub mod count;
pub mod duplicate;
pub mod form;
pub mod identity;
pub mod key;
pub mod lawful;
pub mod ledger;
mod load;
pub mod money;
mod once;
pub mod own;
pub mod place;
pub mod rate;
pub mod rounding;
pub mod rule;
mod standing;
pub mod tables;
pub mod threshold;
mod token;
pub mod total;
pub mod tsv;
pub mod validity;
mod words;

pub use money::{Grant, Money, MoneyError, money};
pub use tables::{TableFiles, Tables};

#[cfg(test)]
mod tests;
