//! Award decisions: legal rules, reward money, duplicates, reconciliation.
#![deny(missing_docs)]
