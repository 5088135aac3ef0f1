//! Store → facts → sentences: a dossier becomes paragraphs through the templates in
//! `assets/templates`.
//!
//! [`facts`] arranges what is known; the templates choose the words; [`mark`] carries figures
//! through the words so that every number in a sentence still knows its field.

mod award;
mod facts;
mod figure;
mod mark;
mod people;
mod render;

pub(crate) use facts::Facts;
pub(crate) use mark::Piece;
pub use render::Composer;
pub(crate) use render::Rendered;
