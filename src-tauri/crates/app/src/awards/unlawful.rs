//! An entry that breaks a legal rule.

use super::names::Names;
use bc138_awards::lawful::Violation;

/// Why a recipient was not taken, with everything needed to say it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unlawful {
    /// Row of a pasted block, from 1.
    pub row: Option<usize>,
    /// The recipient, or the award where the award itself is not lawful.
    pub recipient: String,
    /// The broken rule with its article.
    pub violation: Violation,
    /// Names of the codes in it.
    pub names: Names,
}
