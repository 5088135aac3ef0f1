//! The model of Báo cáo 138: figures, awards, events, periods and the rules that hold between
//! them.
//!
//! This crate owns *what a clerk's number is*. It does no input or output, reads no clock and
//! writes no SQL; text and dates come in as arguments. Vietnamese terms and their identifiers are
//! listed in `docs/glossary.md`.
#![deny(missing_docs)]

pub mod amount;
pub mod award;
pub mod calendar;
pub mod catalogue;
pub mod cell;
pub mod date;
pub mod dossier;
pub mod entry;
pub mod event;
pub mod figure;
pub mod fixed;
pub mod record;
pub mod setting;
pub mod target;
pub mod text;
pub mod unit;
pub mod window;
pub mod wording;
mod work;
pub mod year;

pub use amount::{Amount, Qualifier, State};
pub use award::{
    Award, AwardLine, AwardObjects, DecisionKind, MedalClass, Phrasing, Recipient, Revocation,
    Share,
};
pub use calendar::CalendarBook;
pub use catalogue::{Catalogue, Category, Dimension, FieldGroup, Indicator, IndicatorKind};
pub use dossier::{Dossier, DossierKind, DossierPart, Draft, Reason};
pub use entry::{BatchBuilder, Cell, EntryBatch, EntryNote, Measure, Slot};
pub use event::{
    Act, AgendaItem, Basis, BasisRole, Caption, Event, MeetingForm, Occasion, Participant, Passage,
    PassageRole, Role, Session, Speech,
};
pub use figure::{Categories, Figure, Nature, Origin, Provenance, Scope, Wording};
pub use fixed::Fixed;
pub use record::{Edit, Kind, Record};
pub use setting::Setting;
pub use target::{Operator, Target};
pub use unit::{Level, NewUnit, ShareMethod, UnitAct, UnitEvent, UnitKind, UnitSet, UnitShare};
pub use window::Window;
pub use wording::{EditedParagraph, OwnTemplate, TextPart, read_parts, with_keys, write_parts};
pub use work::{Reached, Stage, Stopped, Work};
pub use year::{YearMark, YearState, YearStep};
