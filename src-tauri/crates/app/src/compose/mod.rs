//! Store → facts → sentences: a dossier becomes paragraphs through the templates in
//! `assets/templates`.
//!
//! [`facts`] arranges what is known; the templates choose the words; [`mark`] carries figures
//! through the words so that every number in a sentence still knows its field.

mod approximate;
mod award;
mod basis;
mod change;
mod direction;
mod event;
mod facts;
mod group;
mod item;
mod line;
mod mark;
mod official;
mod outline;
mod people;
mod render;
mod spell;
mod target;
#[cfg(test)]
mod tests;
mod title;
mod voice;
mod words;

pub(crate) use approximate::said as approximately;
pub(crate) use award::{form as award_form, share_source};
pub(crate) use change::{Changes, Terms};
pub(crate) use direction::Movement;
pub(crate) use facts::Facts;
pub(crate) use line::{AWARDS, Counts, Line, TARGETS, lines};
pub(crate) use mark::{Piece, capitalise, figure as marked, split};
pub(crate) use official::OfficialFacts;
pub(crate) use outline::{Alone, Part, Told};
pub use render::Composer;
pub(crate) use render::Rendered;
pub(crate) use spell::spell;
pub(crate) use title::title as figure_title;
pub(crate) use voice::{Voice, padded as official_count};
pub(crate) use words::{uncapitalise, window_words};
