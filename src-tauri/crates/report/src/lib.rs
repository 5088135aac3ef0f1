//! Document model, page layout and file writers of Báo cáo 138.
//!
//! A [`Document`] says what a report contains. [`layout`] sets it on [`Page`]s; [`write_pdf`] and
//! [`write_svg`] draw pages, [`write_docx`] and [`write_text`] write the document itself. Bytes in,
//! bytes out: no paths, no clock, no randomness, and the same input gives the same bytes. Knows
//! nothing about the domain.
#![deny(missing_docs)]

mod clean;
pub mod document;
mod docx;
pub mod error;
mod face;
pub mod fonts;
mod glue;
mod layout;
pub mod page;
mod paginate;
mod pdf;
pub mod picture;
mod prepare;
mod runs;
mod shape;
pub mod stylesheet;
mod svg;
#[cfg(test)]
mod tests;
mod text;
mod xml;

pub use document::{
    Anchor, Attachment, Block, Cell, Column, Dash, Density, Document, Drawing, Figure, Fill, Form,
    FormField, Frame, Mark, Meta, Paper, Paragraph, Picture, Point, Row, RowRole, RuleBelow,
    Section, SizeSet, Span, Style, Table, VerticalAlign, Width,
};
pub use docx::write_docx;
pub use error::ReportError;
pub use fonts::{Face, Fonts};
pub use layout::layout;
pub use page::{Page, PlacedGlyph, PlacedImage, PlacedRule, PlacedRun};
pub use pdf::write_pdf;
pub use stylesheet::{Align, PageSetup, StyleRule, StyleSheet};
pub use svg::write_svg;
pub use text::write_text;
