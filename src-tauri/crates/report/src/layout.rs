//! Document to pages: puts shaping, pictures and pagination together.

use std::sync::Arc;

use crate::document::{Block, Document, Paragraph, Picture, Style};
use crate::error::ReportError;
use crate::fonts::Fonts;
use crate::page::Page;
use crate::paginate::{Content, Item, paginate, push_lines};
use crate::picture;
use crate::shape::Shaper;
use crate::stylesheet::{Align, PT_PER_MM, StyleRule, StyleSheet};

/// Space between a picture and its caption.
const CAPTION_GAP_PT: f32 = 4.0;
/// Space around a picture.
const PICTURE_GAP_PT: f32 = 6.0;

/// Lays the document out on pages. An empty document gives one empty page.
///
/// # Errors
/// [`ReportError::MissingGlyph`] before anything is drawn wrong, and the picture errors.
pub fn layout(document: &Document, fonts: &Fonts) -> Result<Vec<Page>, ReportError> {
    let sheet = StyleSheet { sizes: document.sizes, ..StyleSheet::default() };
    let mut pages = Vec::new();
    for section in &document.sections {
        let mut setter =
            Setter { shaper: Shaper::new(fonts), sheet: &sheet, items: Vec::new(), pictures: 0 };
        for block in &section.blocks {
            match block {
                Block::Paragraph(paragraph) => setter.paragraph(paragraph)?,
                Block::Picture(picture) => setter.picture(picture)?,
                Block::Table(_) | Block::Figure(_) | Block::Form(_) | Block::PageBreak => {}
            }
        }
        let mut own = paginate(std::mem::take(&mut setter.items), &sheet.page);
        for page in own.iter_mut().skip(1).filter(|_| section.numbered) {
            setter.number(page)?;
        }
        pages.extend(own);
    }
    if pages.is_empty() {
        pages = paginate(Vec::new(), &sheet.page);
    }
    Ok(pages)
}

/// Sets blocks one after the other.
struct Setter<'a> {
    shaper: Shaper<'a>,
    sheet: &'a StyleSheet,
    items: Vec<Item>,
    pictures: usize,
}

impl Setter<'_> {
    /// Sets a paragraph.
    fn paragraph(&mut self, paragraph: &Paragraph) -> Result<(), ReportError> {
        let rule = self.sheet.rule(paragraph.style);
        let lines = self.shaper.lines(paragraph, &rule, self.sheet.page.text_width_pt())?;
        push_lines(&mut self.items, lines, &rule);
        Ok(())
    }

    /// Sets a picture and, inseparably, its caption.
    fn picture(&mut self, picture: &Picture) -> Result<(), ReportError> {
        self.pictures += 1;
        let prepared = picture::prepare(&picture.image, self.pictures)?;
        let (width, height) = self.sheet.page.picture_size_pt(prepared.width, prepared.height);
        let captioned = picture.caption.is_some();
        self.items.push(Item {
            height,
            before: PICTURE_GAP_PT,
            after: if captioned { CAPTION_GAP_PT } else { PICTURE_GAP_PT },
            break_after: !captioned,
            content: Content::Picture(Arc::new(prepared), width),
        });
        if let Some(caption) = &picture.caption {
            let rule = StyleRule { keep_with_next: false, ..self.sheet.rule(caption.style) };
            let lines = self.shaper.lines(caption, &rule, self.sheet.page.text_width_pt())?;
            push_lines(&mut self.items, lines, &rule);
        }
        Ok(())
    }

    /// Prints the page number centred in the top margin (NĐ 30/2020/NĐ-CP, Phụ lục I, mục I.7).
    fn number(&mut self, page: &mut Page) -> Result<(), ReportError> {
        let setup = &self.sheet.page;
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
            let runs = line.runs.into_iter().map(|run| run.moved(left, top));
            page.runs.splice(0..0, runs);
        }
        Ok(())
    }
}
