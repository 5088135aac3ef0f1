//! Every Vietnamese word that a user of the program reads, apart from what the UI itself draws
//! (`ui/src/lib/strings/vi.ts`) and the templates of documents.
//!
//! A message says what, where and what to do; its first words carry it.

pub(crate) mod annex;
pub(crate) mod award_papers;
pub(crate) mod awards;
pub mod catalogue;
pub(crate) mod chart;
pub(crate) mod correction;
pub(crate) mod documents;
pub mod exchange;
pub mod findings;
pub mod forms;
pub mod labels;
pub mod messages;
pub mod past;
pub mod settings;
pub mod table;
pub(crate) mod templates;
pub mod truth;
pub mod units;
pub mod wording;
