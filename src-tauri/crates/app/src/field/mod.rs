//! Fields: every value of a dossier has a key, a text to show and a way to take typed text.
//!
//! The forms of the window, the sample files and the tests all write through these; there is no
//! second way in.

mod award;
mod blank;
mod event;
mod figure;
mod key;
mod offices;
pub(crate) mod parse;
mod record;

pub(crate) use blank::blank;
pub(crate) use figure::{
    GRADE, figure_code, figure_key, figure_of, figure_text, further, indicator_code, new_figure,
    put_figure, read_figure, usual_nature,
};
pub use key::FieldKey;
pub(crate) use key::{List, RowRef};
pub(crate) use offices::proper_offices;
pub use parse::Refusal;
pub(crate) use record::{find, read, write, written_label};
