//! The register of administrative units with dates: what a unit was called on a day, where it
//! belonged, what became of it and what it was made of.
//!
//! The register is read from two texts of facts ([`RegistryFiles`]) and folded with the clerk's
//! own dated events ([`Registry::with_events`]). Nothing is rewritten: a register with an event
//! taken away equals the register that never had it ([`Registry::fingerprint`]).
//!
//! Three lenses stand on [`Registry::crosswalk`]: figures as reported then, on today's borders,
//! and on the borders of a day. What cannot be carried over exactly is never guessed; a [`Fate`]
//! says why. This crate reads no file and no clock, and gives the same answer every time.
#![deny(missing_docs)]

mod allocate;
mod crosswalk;
mod divided;
mod error;
mod event;
mod fingerprint;
mod groups;
mod label;
mod names;
mod quick;
mod read;
mod registry;
mod roll;
mod search;
mod strict;
mod succession;
mod tree;
mod unit;

pub use allocate::allocate;
pub use crosswalk::{Crosswalk, Fate, Reason};
pub use divided::Divided;
pub use error::{Aspect, EventError, EventProblem, ReadError, ReadProblem, RegistryFile};
pub use names::NameSpan;
pub use read::RegistryFiles;
pub use registry::Registry;
pub use search::{Closeness, Hit, Rank, Search};
pub use succession::{Share, Succession};
pub use unit::{Attributes, Lifetime, TWO_TIERS, UnitIx};
