//! The document model: what a document says, before any page exists.
//!
//! Owns the types shared by every writer. Must not know about fonts, the domain of the application
//! or the clock. Composers name roles ([`Style`], [`Density`], [`Width`]); sizes and millimetres
//! are the style sheet's. The language of every document is Vietnamese (`vi`).

mod drawing;
mod form;
mod table;
mod text;

use std::sync::Arc;

use chrono::NaiveDate;

pub use drawing::{Anchor, Dash, Drawing, Fill, Mark, Point};
pub use form::{Form, FormField};
pub use table::{Cell, Column, Density, Frame, Row, RowRole, Table, VerticalAlign, Width};
pub use text::{GAP_TEXT, Paragraph, RuleBelow, Span, Style};

/// A complete document, ready to be laid out or written.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Document {
    /// Title, author and date, used for file properties only.
    pub meta: Meta,
    /// Which of the two size sets of the decree is used throughout.
    pub sizes: SizeSet,
    /// The parts, each with its own paper and its own page numbers.
    pub sections: Vec<Section>,
    /// Files that travel inside the PDF and the DOCX.
    pub attachments: Vec<Attachment>,
}

/// Properties of the file, never printed on the page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Meta {
    /// Title shown by viewers.
    pub title: String,
    /// The body that issues the document.
    pub author: String,
    /// One line on the content.
    pub subject: String,
    /// Search words.
    pub keywords: Vec<String>,
    /// The document's own date; creation and modification date of the written file.
    pub date: Option<NaiveDate>,
}

/// Sizes that must move together: Quốc hiệu / Tiêu ngữ / địa danh (NĐ 30/2020/NĐ-CP, Phụ lục I,
/// mục IV, ghi chú).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum SizeSet {
    /// 12, 13, 13 points; running text 13.
    Small,
    /// 13, 14, 14 points; running text 14.
    #[default]
    Large,
}

/// A part with its own paper. Its pages are counted from 1, and the first shows no number.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Section {
    /// The paper of all its pages.
    pub paper: Paper,
    /// Whether pages from the second on show their number.
    pub numbered: bool,
    /// The content from top to bottom.
    pub blocks: Vec<Block>,
}

/// A sheet and the way it lies.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Paper {
    /// 210 × 297 mm.
    #[default]
    A4,
    /// 297 × 210 mm.
    A4Landscape,
    /// 420 × 297 mm.
    A3Landscape,
}

/// One unit of vertical flow.
#[derive(Clone, Debug, PartialEq)]
pub enum Block {
    /// A paragraph of text.
    Paragraph(Paragraph),
    /// A picture with an optional caption, never separated by a page break.
    Picture(Picture),
    /// A table, with or without lines; also what stands side by side (head of a letter, signatures).
    Table(Table),
    /// A drawn chart with an optional caption, never separated by a page break.
    Figure(Figure),
    /// A page filled at fixed places (certificates). It always takes a page of its own.
    Form(Form),
    /// What follows begins on a new page.
    PageBreak,
}

/// A drawing in the flow.
#[derive(Clone, Debug, PartialEq)]
pub struct Figure {
    /// What is drawn.
    pub drawing: Drawing,
    /// The caption printed under it.
    pub caption: Option<Paragraph>,
}

/// A picture in the flow.
#[derive(Clone, Debug, PartialEq)]
pub struct Picture {
    /// PNG or JPEG file bytes.
    pub image: Arc<[u8]>,
    /// The caption printed under the picture.
    pub caption: Option<Paragraph>,
}

/// A file inside the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attachment {
    /// Plain file name, ASCII.
    pub name: String,
    /// Media type, e.g. `application/json`.
    pub media_type: String,
    /// One line on the content.
    pub description: String,
    /// The bytes.
    pub bytes: Vec<u8>,
}

impl Document {
    /// Makes a document of one numbered section on A4.
    #[must_use]
    pub fn new(meta: Meta, blocks: Vec<Block>) -> Self {
        let section = Section { numbered: true, blocks, ..Section::default() };
        Self { meta, sections: vec![section], ..Self::default() }
    }

    /// Returns the text alone, one paragraph a line.
    #[must_use]
    pub fn plain_text(&self) -> String {
        crate::text::write_text(self)
    }

    /// Visits every block in reading order.
    pub fn blocks(&self) -> impl Iterator<Item = &Block> {
        self.sections.iter().flat_map(|section| &section.blocks)
    }

    /// Visits every paragraph in reading order: captions, cells, notes and forms included.
    pub fn paragraphs(&self) -> impl Iterator<Item = &Paragraph> {
        self.blocks().flat_map(Block::paragraphs)
    }
}

impl Block {
    /// Returns the paragraphs of the block in reading order.
    #[must_use]
    pub fn paragraphs(&self) -> Vec<&Paragraph> {
        match self {
            Self::Paragraph(paragraph) => vec![paragraph],
            Self::Picture(picture) => picture.caption.iter().collect(),
            Self::Figure(figure) => figure.caption.iter().collect(),
            Self::Table(table) => table.paragraphs().collect(),
            Self::Form(form) => form.fields.iter().map(|field| &field.paragraph).collect(),
            Self::PageBreak => Vec::new(),
        }
    }
}

impl Picture {
    /// Makes a picture from the bytes of a PNG or JPEG file.
    #[must_use]
    pub fn new(image: impl Into<Arc<[u8]>>, caption: Option<Paragraph>) -> Self {
        Self { image: image.into(), caption }
    }
}

impl From<Paragraph> for Block {
    fn from(paragraph: Paragraph) -> Self {
        Self::Paragraph(paragraph)
    }
}

impl From<Picture> for Block {
    fn from(picture: Picture) -> Self {
        Self::Picture(picture)
    }
}

impl From<Table> for Block {
    fn from(table: Table) -> Self {
        Self::Table(table)
    }
}

impl From<Figure> for Block {
    fn from(figure: Figure) -> Self {
        Self::Figure(figure)
    }
}

impl From<Form> for Block {
    fn from(form: Form) -> Self {
        Self::Form(form)
    }
}
