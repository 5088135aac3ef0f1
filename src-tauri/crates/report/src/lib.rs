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
mod figure;
pub mod fonts;
mod form;
mod fragment;
mod glue;
mod layout;
pub mod page;
mod paginate;
mod paper;
mod pdf;
pub mod picture;
mod prepare;
mod read;
mod runs;
mod shape;
mod short;
pub mod stylesheet;
mod svg;
mod table;
#[cfg(test)]
mod tests;
mod text;
mod xml;

pub use document::{
    Anchor, Attachment, Block, Cell, Column, Dash, Density, Document, Drawing, Figure, Fill, Form,
    FormField, Frame, Mark, Meta, Paper, Paragraph, Picture, Point, Row, RowRole, RuleBelow,
    Section, SizeSet, Span, Style, Table, VerticalAlign, Width,
};
pub use docx::{read_attachments as read_docx_attachments, write_docx};
pub use error::ReportError;
pub use fonts::{Face, Fonts};
pub use layout::layout;
pub use page::{Page, PlacedGlyph, PlacedImage, PlacedRule, PlacedRun, PlacedShape};
pub use pdf::write_pdf;
pub use read::{ReadBack, read_back};
pub use stylesheet::{Align, PageSetup, StyleRule, StyleSheet};
pub use svg::{write_drawing_svg, write_svg};
pub use text::write_text;
