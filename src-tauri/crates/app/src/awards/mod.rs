//! Awards: the list with its money, what to look at, recipients one by one, whom to propose.
//!
//! The legal rules are data of `bc138-awards`. Here they meet the store: all its dossiers, because
//! a person's award of ten years ago counts today, and the register of units, because the unit may
//! have another name by now.

mod all;
mod block;
mod candidates;
mod card;
mod edit;
mod findings;
mod line;
mod names;
mod paste;
mod places;
mod remarks;
mod results;
mod unlawful;
mod view;

pub(crate) use all::plain_number;
pub(crate) use block::Column;
pub(crate) use edit::early_revocations;
pub use names::Names;
pub use paste::BlockFault;
pub use unlawful::Unlawful;
