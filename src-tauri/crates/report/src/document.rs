//! The document model: what a report says, before any page exists.
//!
//! Owns the types shared by every writer. Must not know about pages, fonts, the domain of the
//! application or the clock. The language of every document is Vietnamese (`vi`).

use std::sync::Arc;

use chrono::NaiveDate;

/// Text printed where a value is still missing (a dotted gap to be filled in by hand).
pub const GAP_TEXT: &str = "……";

/// A complete report, ready to be laid out or written.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Document {
    /// Title, author and date, used for file properties only.
    pub meta: Meta,
    /// The content from top to bottom.
    pub blocks: Vec<Block>,
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

/// One unit of vertical flow.
#[derive(Clone, Debug, PartialEq)]
pub enum Block {
    /// A paragraph of text.
    Paragraph(Paragraph),
    /// A picture with an optional caption, never separated by a page break.
    Picture(Picture),
}

/// A paragraph: one style, many spans.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paragraph {
    /// The role, which decides size, alignment and spacing.
    pub style: Style,
    /// The text in reading order; spans join without any separator.
    pub spans: Vec<Span>,
}

/// The role of a paragraph.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Style {
    /// Name of the issuing body: centred line above the title.
    Organisation,
    /// Title: centred, bold.
    Title,
    /// Line under the title: centred, italic.
    Subtitle,
    /// Opening paragraph: body set in bold.
    Lead,
    /// Running text, justified.
    Body,
    /// Section heading: bold, kept with the next block.
    Heading,
    /// Item of a list: body with "- " set before it by the writers (not part of the spans).
    Item,
    /// Caption of a picture: centred, italic, small.
    Caption,
    /// Author or signature line: right aligned, bold.
    Byline,
    /// Small print.
    Note,
}

impl Style {
    /// Every style, in the order of declaration.
    pub const ALL: [Self; 10] = [
        Self::Organisation,
        Self::Title,
        Self::Subtitle,
        Self::Lead,
        Self::Body,
        Self::Heading,
        Self::Item,
        Self::Caption,
        Self::Byline,
        Self::Note,
    ];
}

/// A run of text with one look and one origin.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Span {
    /// The text. Ignored when [`Span::gap`] is set.
    pub text: String,
    /// Bold in addition to the style of the paragraph.
    pub bold: bool,
    /// Italic in addition to the style of the paragraph.
    pub italic: bool,
    /// Opaque id of where a figure comes from; reaches the SVG as `data-source`, never the PDF.
    pub source: Option<String>,
    /// A value still missing: printed as [`GAP_TEXT`].
    pub gap: bool,
}

/// A picture in the flow.
#[derive(Clone, Debug, PartialEq)]
pub struct Picture {
    /// PNG or JPEG file bytes.
    pub image: Arc<[u8]>,
    /// The caption printed under the picture.
    pub caption: Option<Paragraph>,
}

impl Document {
    /// Makes a document from its properties and blocks.
    #[must_use]
    pub fn new(meta: Meta, blocks: Vec<Block>) -> Self {
        Self { meta, blocks }
    }

    /// Returns the text alone, one paragraph a line.
    #[must_use]
    pub fn plain_text(&self) -> String {
        crate::text::write_text(self)
    }

    /// Visits every paragraph, captions included, in reading order.
    pub fn paragraphs(&self) -> impl Iterator<Item = &Paragraph> {
        self.blocks.iter().filter_map(|block| match block {
            Block::Paragraph(paragraph) => Some(paragraph),
            Block::Picture(picture) => picture.caption.as_ref(),
        })
    }
}

impl Paragraph {
    /// Makes a paragraph.
    #[must_use]
    pub fn new(style: Style, spans: Vec<Span>) -> Self {
        Self { style, spans }
    }

    /// Makes a paragraph of one plain span.
    #[must_use]
    pub fn plain(style: Style, text: impl Into<String>) -> Self {
        Self::new(style, vec![Span::plain(text)])
    }

    /// Returns the text of all spans, gaps included.
    #[must_use]
    pub fn plain_text(&self) -> String {
        self.spans.iter().map(Span::shown).collect()
    }
}

impl Span {
    /// Makes a span without emphasis.
    #[must_use]
    pub fn plain(text: impl Into<String>) -> Self {
        Self { text: text.into(), ..Self::default() }
    }

    /// Makes a bold span.
    #[must_use]
    pub fn bold(text: impl Into<String>) -> Self {
        Self { bold: true, ..Self::plain(text) }
    }

    /// Makes an italic span.
    #[must_use]
    pub fn italic(text: impl Into<String>) -> Self {
        Self { italic: true, ..Self::plain(text) }
    }

    /// Makes a figure that remembers where it comes from.
    #[must_use]
    pub fn figure(text: impl Into<String>, source: impl Into<String>) -> Self {
        Self { source: Some(source.into()), ..Self::plain(text) }
    }

    /// Makes a dotted gap for a missing value; `source` names what is missing.
    #[must_use]
    pub fn gap(source: Option<String>) -> Self {
        Self { gap: true, source, ..Self::default() }
    }

    /// Returns what is printed: the text, or the dotted gap.
    #[must_use]
    pub fn shown(&self) -> &str {
        if self.gap { GAP_TEXT } else { &self.text }
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
