//! The use cases of Báo cáo 138: a clerk's typed text in, checked records, sentences and documents
//! out. The window and the command line both stand on this crate and on nothing below it.
//!
//! It owns transactions (one per user action) and the Vietnamese words of the program
//! ([`vi`]); it knows neither SQL nor Tauri.

mod app;
pub mod assets;
mod awards;
mod before;
mod changes;
mod chart;
mod check;
pub mod clock;
mod comparison;
mod compose;
mod document;
mod error;
mod exchange;
mod field;
mod form;
mod guide;
mod intake;
mod lens;
mod lint;
mod measured;
mod merge;
mod order;
mod own_catalogue;
mod packs;
mod past;
mod photo;
mod progress;
mod register;
mod rows;
mod sample;
mod settings;
mod show;
mod table;
mod truth;
mod typed;
mod unit_events;
mod units;
pub mod vi;
pub mod view;
mod wording;
mod year;

pub use app::{App, NewDossier};
pub use assets::{Assets, SAMPLES};
pub use awards::{BlockFault, Names, Unlawful};
pub use bc138_domain::{DossierKind, Kind, Reached, Stage, Work, YearStep};
pub use check::{Finding, Severity};
pub use clock::{Clock, FixedClock, SystemClock};
pub use compose::Composer;
pub use document::{DocumentFormat, DocumentStyle, Rendered, Request, Timing};
pub use error::AppError;
pub use field::{FieldKey, Refusal};
pub use lint::{LayoutFinding, Linted, lint_file};
pub use show::Shown;
pub use truth::verify_file;
