//! `word/document.xml`: sections and blocks in reading order.

use std::collections::BTreeSet;

use super::names::Look;
use super::package::DECLARATION;
use super::paragraph::{self, Placing};
use super::rule::{self, Measured};
use super::styles::{GAP, SPACER};
use super::{figure, form, picture, section, table};
use crate::document::{Block, Document, Paragraph, Section};
use crate::error::ReportError;
use crate::fonts::Fonts;
use crate::picture::PreparedPicture;
use crate::shape::Shaper;
use crate::stylesheet::{PageSetup, StyleRule, StyleSheet};

/// The namespaces of the part.
const NAMESPACES: &str = concat!(
    r#"xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" "#,
    r#"xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" "#,
    r#"xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" "#,
    r#"xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" "#,
    r#"xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" "#,
    r#"xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" "#,
    r#"xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" "#,
    r#"xmlns:wpg="http://schemas.microsoft.com/office/word/2010/wordprocessingGroup" "#,
    r#"xmlns:v="urn:schemas-microsoft-com:vml""#,
);

/// The part while it is written, and what it makes other parts hold.
pub(super) struct Body<'a> {
    /// The XML.
    pub xml: String,
    /// Pictures in the order of their relations.
    pub media: Vec<PreparedPicture>,
    /// Styles of cells beside those of the roles.
    pub looks: BTreeSet<Look>,
    /// Measures text: the shaper that sets the pages, so lengths agree.
    pub shaper: Shaper<'a>,
    /// The style sheet, with the paper of the section.
    pub sheet: StyleSheet,
    drawings: u32,
    forms: usize,
    flow: Flow,
}

/// What lies between the blocks of a section.
#[derive(Default)]
struct Flow {
    /// Something stands in the section already.
    begun: bool,
    /// What follows begins a page.
    break_before: bool,
    /// The last thing was a table: another one would melt into it.
    after_table: bool,
    /// Where the properties of the last paragraph end, when it may carry those of the section.
    last: Option<usize>,
}

/// Writes the part.
pub(super) fn write<'a>(document: &Document, fonts: &'a Fonts) -> Result<Body<'a>, ReportError> {
    let mut body = Body {
        xml: format!("{DECLARATION}<w:document {NAMESPACES}><w:body>"),
        media: Vec::new(),
        looks: BTreeSet::new(),
        shaper: Shaper::new(fonts),
        sheet: StyleSheet { sizes: document.sizes, ..StyleSheet::default() },
        drawings: 0,
        forms: 0,
        flow: Flow::default(),
    };
    let empty = [Section::default()];
    let sections = if document.sections.is_empty() { &empty } else { &document.sections[..] };
    for (index, section) in sections.iter().enumerate() {
        body.section(section, index + 1 == sections.len())?;
    }
    body.xml.push_str("</w:body></w:document>");
    Ok(body)
}

impl Body<'_> {
    /// Writes a section. The last one has its properties at the end of the body, the others in
    /// their last paragraph.
    fn section(&mut self, section: &Section, last: bool) -> Result<(), ReportError> {
        self.sheet.page = PageSetup::of(section.paper);
        self.flow = Flow::default();
        for (index, block) in section.blocks.iter().enumerate() {
            let next = section.blocks.get(index + 1);
            let held = next.is_some_and(|next| self.holds_previous(next));
            self.block(block, held)?;
        }
        if self.flow.last.is_none() {
            self.flow.break_before = false;
            self.empty_paragraph(SPACER, false);
        }
        let properties = section::properties(&self.sheet.page, section.numbered);
        match self.flow.last {
            Some(at) if !last => self.xml.insert_str(at, &properties),
            _ => self.xml.push_str(&properties),
        }
        Ok(())
    }

    /// Writes a block; `held` keeps its end on the page of the next one.
    fn block(&mut self, block: &Block, held: bool) -> Result<(), ReportError> {
        if !matches!(block, Block::Table(_) | Block::PageBreak | Block::Form(_)) {
            self.leave_table();
        }
        match block {
            Block::Paragraph(paragraph) => self.paragraph(paragraph, held),
            Block::Picture(picture) => picture::push(self, picture, held),
            Block::Figure(figure) => figure::push(self, figure, held),
            Block::Table(table) => table::push(self, table, held),
            Block::Form(form) => form::push(self, form),
            Block::PageBreak => {
                self.break_page();
                Ok(())
            }
        }
    }

    /// Tells whether a block must not stand at the head of a page.
    fn holds_previous(&self, block: &Block) -> bool {
        match block {
            Block::Paragraph(paragraph) => self.sheet.rule(paragraph.style).keep_with_previous,
            Block::Table(table) => table.whole,
            _ => false,
        }
    }

    /// Writes a paragraph of the flow.
    pub(super) fn paragraph(&mut self, text: &Paragraph, held: bool) -> Result<(), ReportError> {
        let rule = self.sheet.rule(text.style);
        let placing = Placing { keep_next: held, ..Placing::default() };
        self.set_paragraph(text, &rule, placing, self.sheet.page.text_width_pt())
    }

    /// Writes a paragraph of the flow that is set by a rule of its own.
    pub(super) fn set_paragraph(
        &mut self,
        text: &Paragraph,
        rule: &StyleRule,
        placing: Placing<'_>,
        width: f32,
    ) -> Result<(), ReportError> {
        let Measured { below, after, sides } = rule::measure(self, text, rule, width)?;
        let look = self.noted(Look::of(text.style, rule, &self.sheet));
        let break_before = self.take_break();
        paragraph::open(&mut self.xml, &look, &Placing { after, sides, break_before, ..placing });
        self.close_properties();
        self.content(text, below.as_ref());
        Ok(())
    }

    /// Writes a paragraph of a cell.
    pub(super) fn cell_paragraph(
        &mut self,
        text: &Paragraph,
        rule: &StyleRule,
        placing: Placing<'_>,
        width: f32,
    ) -> Result<(), ReportError> {
        let Measured { below, after, sides } = rule::measure(self, text, rule, width)?;
        let look = self.noted(Look::of(text.style, rule, &self.sheet));
        let after = after.or(placing.after);
        paragraph::open(&mut self.xml, &look, &Placing { after, sides, ..placing });
        self.xml.push_str("</w:pPr>");
        self.content(text, below.as_ref());
        Ok(())
    }

    /// Writes the runs of a paragraph, the line drawn under it and its end.
    fn content(&mut self, text: &Paragraph, below: Option<&rule::Below>) {
        paragraph::push_runs(&mut self.xml, text, None);
        if let Some(below) = below {
            rule::push(self, below);
        }
        self.xml.push_str("</w:p>");
    }

    /// Remembers that a look is used and returns its id.
    fn noted(&mut self, look: Look) -> String {
        if look.is_derived() {
            self.looks.insert(look);
        }
        look.id()
    }

    /// Writes a paragraph without text.
    pub(super) fn empty_paragraph(&mut self, style: &str, keep_next: bool) {
        self.open_paragraph(style, keep_next);
        self.xml.push_str("</w:p>");
    }

    /// Begins a paragraph of the flow that is not text: up to its runs.
    pub(super) fn open_paragraph(&mut self, style: &str, keep_next: bool) {
        let break_before = self.take_break();
        let placing = Placing { keep_next, break_before, ..Placing::default() };
        paragraph::open(&mut self.xml, style, &placing);
        self.close_properties();
    }

    /// Takes over the page break that was asked for.
    fn take_break(&mut self) -> bool {
        std::mem::take(&mut self.flow.break_before)
    }

    /// Ends the properties of a paragraph of the flow, which may yet have to carry those of the
    /// section.
    fn close_properties(&mut self) {
        let last = Some(self.xml.len());
        self.flow = Flow { begun: true, last, ..Flow::default() };
        self.xml.push_str("</w:pPr>");
    }

    /// Parts a paragraph from the table above it, unless a page break does.
    fn leave_table(&mut self) {
        if self.flow.after_table && !self.flow.break_before {
            self.empty_paragraph(GAP, false);
        }
    }

    /// Parts a table from what stands above it; `spaced` asks for some room. A document that begins
    /// with a table loses the labels of its charts in LibreOffice 7.4, so it begins with a spacer.
    pub(super) fn before_table(&mut self, spaced: bool) {
        if self.flow.break_before || self.xml.ends_with("<w:body>") {
            self.empty_paragraph(SPACER, true);
        } else if self.flow.after_table || (spaced && self.flow.begun) {
            self.empty_paragraph(GAP, true);
        }
    }

    /// Notes that a table ends here.
    pub(super) fn after_table(&mut self) {
        self.flow = Flow { begun: true, after_table: true, ..Flow::default() };
    }

    /// Asks for a new page, unless the section has not begun.
    pub(super) fn break_page(&mut self) {
        self.flow.break_before |= self.flow.begun;
    }

    /// Numbers a drawing; ids are unique in the document.
    pub(super) fn next_drawing(&mut self) -> u32 {
        self.drawings += 1;
        self.drawings
    }

    /// Counts a form.
    pub(super) fn next_form(&mut self) -> usize {
        self.forms += 1;
        self.forms
    }
}
