//! Store → facts → sentences: a dossier becomes paragraphs through the templates in
//! `assets/templates`.
//!
//! [`facts`] arranges what is known; the templates choose the words; [`mark`] carries figures
//! through the words so that every number in a sentence still knows its field.

mod award;
mod basis;
mod event;
mod facts;
mod group;
mod item;
mod mark;
mod people;
mod render;
mod target;
#[cfg(test)]
mod tests;
mod words;

pub(crate) use facts::Facts;
pub(crate) use mark::Piece;
pub use render::Composer;
pub(crate) use render::Rendered;
