//! Document to pages: puts shaping, tables, pictures, forms and pagination together.

use std::sync::Arc;

use crate::document::{Block, Document, Figure, Form, Paragraph, Picture, Section, Style};
use crate::error::ReportError;
use crate::figure::set_drawing;
use crate::fonts::Fonts;
use crate::form::set_form;
use crate::fragment::Fragment;
use crate::page::{Page, PlacedImage, PlacedRun};
use crate::paginate::{Content, Item, paginate, push_lines};
use crate::picture;
use crate::shape::Shaper;
use crate::stylesheet::{Align, PT_PER_MM, PageSetup, StyleRule, StyleSheet};
use crate::table::{Room, push_table};

/// Space between a picture and its caption.
pub(crate) const CAPTION_GAP_PT: f32 = 4.0;
/// Space around a picture.
pub(crate) const PICTURE_GAP_PT: f32 = 6.0;
/// A drawing leaves this part of a page to its caption and to what stands around it.
pub(crate) const TALLEST_DRAWING: f32 = 0.85;

/// Lays the document out on pages. An empty document gives one empty page.
///
/// # Errors
/// [`ReportError::MissingGlyph`] before anything is drawn wrong, [`ReportError::FieldTooLong`] for
/// a form, and the picture errors.
pub fn layout(document: &Document, fonts: &Fonts) -> Result<Vec<Page>, ReportError> {
    let mut setter = Setter::new(fonts, document);
    let mut pages = Vec::new();
    let empty = [Section::default()];
    let sections = if document.sections.is_empty() { &empty } else { &document.sections[..] };
    for section in sections {
        pages.extend(setter.section(section)?);
    }
    for (position, page) in (1..).zip(&mut pages) {
        page.position = position;
    }
    Ok(pages)
}

/// Sets blocks one after the other.
struct Setter<'a> {
    shaper: Shaper<'a>,
    sheet: StyleSheet,
    items: Vec<Item>,
    pictures: usize,
    forms: usize,
}

impl<'a> Setter<'a> {
    /// Makes a setter for one document.
    fn new(fonts: &'a Fonts, document: &Document) -> Self {
        let sheet = StyleSheet { sizes: document.sizes, ..StyleSheet::default() };
        Self { shaper: Shaper::new(fonts), sheet, items: Vec::new(), pictures: 0, forms: 0 }
    }

    /// Sets a section on pages of its own, counted from 1.
    fn section(&mut self, section: &Section) -> Result<Vec<Page>, ReportError> {
        self.sheet.page = PageSetup::of(section.paper);
        for block in &section.blocks {
            self.block(block)?;
        }
        let mut pages = paginate(std::mem::take(&mut self.items), &self.sheet.page);
        for page in pages.iter_mut().skip(1).filter(|_| section.numbered) {
            self.number(page)?;
        }
        Ok(pages)
    }

    /// Sets one block.
    fn block(&mut self, block: &Block) -> Result<(), ReportError> {
        match block {
            Block::Paragraph(paragraph) => self.paragraph(paragraph),
            Block::Picture(picture) => self.picture(picture),
            Block::Figure(figure) => self.figure(figure),
            Block::Table(table) => {
                let (width, height) = self.room();
                let room = Room { sheet: &self.sheet, width, height };
                push_table(&mut self.items, &mut self.shaper, room, table)
            }
            Block::Form(form) => self.form(form),
            Block::PageBreak => {
                self.push_alone(Content::Break);
                Ok(())
            }
        }
    }

    /// Returns the width and the height of the text area.
    fn room(&self) -> (f32, f32) {
        (self.sheet.page.text_width_pt(), self.sheet.page.text_height_pt())
    }

    /// Sets a paragraph.
    fn paragraph(&mut self, paragraph: &Paragraph) -> Result<(), ReportError> {
        let rule = self.sheet.rule(paragraph.style);
        let mut lines = self.shaper.lines(paragraph, &rule, self.sheet.page.text_width_pt())?;
        for run in lines.iter_mut().flat_map(|line| &mut line.fragment.runs) {
            run.paragraph = paragraph.place;
        }
        push_lines(&mut self.items, lines, &rule);
        Ok(())
    }

    /// Sets a picture and, inseparably, its caption.
    fn picture(&mut self, picture: &Picture) -> Result<(), ReportError> {
        self.pictures += 1;
        let prepared = picture::prepare(&picture.image, self.pictures)?;
        let (width, height) = self.sheet.page.picture_size_pt(prepared.width, prepared.height);
        let picture_x = (self.sheet.page.text_width_pt() - width) / 2.0;
        let image =
            PlacedImage { picture: Arc::new(prepared), x: picture_x, y: 0.0, width, height };
        let fragment = Fragment { images: vec![image], ..Fragment::default() };
        self.captioned(fragment, height, picture.caption.as_ref())
    }

    /// Sets a drawing and, inseparably, its caption.
    fn figure(&mut self, figure: &Figure) -> Result<(), ReportError> {
        let (width, height) = self.room();
        let room = (width, height * TALLEST_DRAWING);
        let set = set_drawing(&mut self.shaper, &self.sheet, &figure.drawing, room)?;
        let mut fragment = Fragment::default();
        fragment.add(set.fragment, (width - set.width) / 2.0, 0.0);
        self.captioned(fragment, set.height, figure.caption.as_ref())
    }

    /// Appends something drawn and its caption.
    fn captioned(
        &mut self,
        fragment: Fragment,
        height: f32,
        caption: Option<&Paragraph>,
    ) -> Result<(), ReportError> {
        self.items.push(Item {
            height,
            before: PICTURE_GAP_PT,
            after: if caption.is_some() { CAPTION_GAP_PT } else { PICTURE_GAP_PT },
            break_after: caption.is_none(),
            content: Content::Fragment(fragment),
        });
        if let Some(caption) = caption {
            let rule = StyleRule { keep_with_next: false, ..self.sheet.rule(caption.style) };
            let lines = self.shaper.lines(caption, &rule, self.sheet.page.text_width_pt())?;
            push_lines(&mut self.items, lines, &rule);
        }
        Ok(())
    }

    /// Sets a form.
    fn form(&mut self, form: &Form) -> Result<(), ReportError> {
        self.forms += 1;
        let fragment = set_form(&mut self.shaper, &self.sheet, form, self.forms)?;
        self.push_alone(Content::Sheet(fragment));
        Ok(())
    }

    /// Appends something that ends the page.
    fn push_alone(&mut self, content: Content) {
        self.items.push(Item { height: 0.0, before: 0.0, after: 0.0, break_after: true, content });
    }

    /// Prints the page number centred in the top margin (NĐ 30/2020/NĐ-CP, Phụ lục I, mục I.7).
    fn number(&mut self, page: &mut Page) -> Result<(), ReportError> {
        let setup = self.sheet.page;
        let rule = StyleRule {
            size_pt: setup.page_number_pt,
            align: Align::Centre,
            first_indent_mm: 0.0,
            ..self.sheet.rule(Style::Body)
        };
        let text = Paragraph::plain(Style::Body, page.number.to_string());
        let (left, top) = (setup.left_mm * PT_PER_MM, setup.header_mm * PT_PER_MM);
        for line in self.shaper.lines(&text, &rule, setup.text_width_pt())? {
            // First in reading order, as it stands above the text.
            let runs = line.fragment.runs.into_iter().map(|run| run.moved(left, top));
            let runs = runs.map(|run| PlacedRun { repeated: true, ..run });
            page.runs.splice(0..0, runs);
        }
        Ok(())
    }
}
