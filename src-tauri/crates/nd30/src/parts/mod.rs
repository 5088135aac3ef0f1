//! What every paragraph is, found by content and position.
//!
//! Names of styles are never asked: people edit. Each step looks at what the ones before left.

mod annex;
mod body;
mod end;
mod head;
mod title;

use crate::docx::Docx;
use crate::docx::para::Para;
use crate::finding::Part;
use crate::rules::Words;
use crate::text::{is_typed_line, key};

/// A document with the part that every paragraph is.
#[derive(Debug)]
pub(crate) struct Layout<'a> {
    /// The document.
    pub(crate) docx: &'a Docx,
    parts: Vec<Option<Part>>,
    keys: Vec<String>,
    /// Where annexes begin.
    annexes: Vec<usize>,
}

impl<'a> Layout<'a> {
    /// Finds the parts of a document.
    pub(crate) fn of(docx: &'a Docx, words: &Words) -> Self {
        let lines: Vec<String> = docx.paras.iter().map(Para::line).collect();
        let first = |(para, line): (&Para, &String)| match () {
            () if para.is_empty() || line.is_empty() => Some(Part::Empty),
            () if is_typed_line(line) => Some(Part::Underscores),
            () => None,
        };
        let parts = docx.paras.iter().zip(&lines).map(first).collect();
        let keys = lines.iter().map(|line| key(line)).collect();
        let mut layout = Self { docx, parts, keys, annexes: Vec::new() };
        let head_end = head::find(&mut layout, words);
        let title_end = title::find(&mut layout, words, head_end);
        let (body_end, end) = end::find(&mut layout, title_end);
        annex::find(&mut layout, end);
        body::find(&mut layout, title_end..body_end);
        layout
    }

    /// The part that a paragraph is.
    pub(crate) fn part(&self, index: usize) -> Part {
        self.parts.get(index).copied().flatten().unwrap_or(Part::Other)
    }

    /// All paragraphs with their parts.
    pub(crate) fn all(&self) -> impl Iterator<Item = (Part, &'a Para)> + '_ {
        self.docx.paras.iter().enumerate().map(|(index, para)| (self.part(index), para))
    }

    /// The paragraphs of a part.
    pub(crate) fn of_part(&self, part: Part) -> Vec<&'a Para> {
        self.all().filter(|(it, _)| *it == part).map(|(_, para)| para).collect()
    }

    /// The first paragraph of a part.
    pub(crate) fn first(&self, part: Part) -> Option<&'a Para> {
        self.all().find(|(it, _)| *it == part).map(|(_, para)| para)
    }

    /// Whether there is one.
    pub(crate) fn has(&self, part: Part) -> bool {
        self.first(part).is_some()
    }

    /// The annexes: each with all its paragraphs.
    pub(crate) fn annexes(&self) -> Vec<Vec<(Part, &'a Para)>> {
        let mut ends = self.annexes.iter().skip(1).copied().collect::<Vec<_>>();
        ends.push(self.docx.paras.len());
        let ranges = self.annexes.iter().zip(ends);
        let inside = |index: usize| Some((self.part(index), self.para(index)?));
        ranges.map(|(start, end)| (*start..end).filter_map(inside).collect()).collect()
    }

    fn is_open(&self, index: usize) -> bool {
        self.parts.get(index).is_some_and(Option::is_none)
    }

    /// Says what a paragraph is, unless that is known.
    fn set(&mut self, index: usize, part: Part) {
        if let Some(known) = self.parts.get_mut(index) {
            known.get_or_insert(part);
        }
    }

    fn key(&self, index: usize) -> &str {
        self.keys.get(index).map_or("", String::as_str)
    }

    fn para(&self, index: usize) -> Option<&'a Para> {
        self.docx.paras.get(index)
    }

    fn len(&self) -> usize {
        self.docx.paras.len()
    }

    /// The first paragraph in a range that nothing is known of and whose key fits.
    fn find(&self, range: std::ops::Range<usize>, fits: impl Fn(&str) -> bool) -> Option<usize> {
        range.into_iter().find(|index| self.is_open(*index) && fits(self.key(*index)))
    }

    fn table(&self, index: usize) -> Option<usize> {
        self.para(index)?.cell.map(|cell| cell.table)
    }

    fn column(&self, index: usize) -> Option<usize> {
        self.para(index)?.cell.map(|cell| cell.column)
    }
}
