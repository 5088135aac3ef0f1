//! The facts of a document: every word it says and where each number comes from, as one small file
//! that travels inside the PDF and the DOCX.

use super::names::{Names, named};
use super::packed::Packed;
use crate::document::Request;
use bc138_report::{Attachment, Block, Document, Frame, Mark, ReadBack, Span};
use std::collections::BTreeMap;

/// Name of the file inside the file.
pub(crate) const FILE_NAME: &str = "bc138-facts.json";

/// What a document said when it was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct DocumentFacts {
    /// What was asked for.
    pub request: Request,
    /// The dossier it speaks of: “Lạng Sơn · Tổng kết 2022”.
    pub dossier: String,
    /// The paragraphs in reading order.
    pub passages: Vec<Passage>,
    /// What the sources were called when it was written.
    pub names: Names,
}

/// A paragraph, figures apart from words.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Passage {
    /// Its pieces.
    pub said: Vec<Said>,
    /// Whether it stands in a table, a drawing or a form, where every word is a fact.
    pub fixed: bool,
}

impl Passage {
    /// Whether its words are facts: it is fixed, or they say what its numbers are.
    pub fn is_factual(&self) -> bool {
        let states = |said: &Said| match said {
            Said::Words(words) => words.contains(|ch: char| ch.is_ascii_digit()),
            Said::Figure(..) => true,
        };
        self.fixed || self.said.iter().any(states)
    }
}

/// A piece of a paragraph.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Said {
    /// Words.
    Words(String),
    /// Where a figure comes from, and what it says.
    Figure(String, String),
}

impl DocumentFacts {
    /// The facts of a composed document.
    pub fn of(document: &Document, request: &Request, dossier: String) -> Self {
        let passages = document.blocks().flat_map(block).collect();
        Self { request: request.clone(), dossier, passages, names: Names::new() }
    }

    /// What a source was called.
    pub fn name(&self, source: &str) -> String {
        named(source, &self.names)
    }

    /// The facts as a file that travels with the document.
    pub fn attachment(&self) -> Attachment {
        Attachment {
            name: FILE_NAME.to_owned(),
            media_type: "application/json".to_owned(),
            description: "Số liệu của văn bản này và nguồn của từng số".to_owned(),
            bytes: self.json().into_bytes(),
        }
    }

    /// The facts as text.
    pub fn json(&self) -> String {
        serde_json::to_string(&Packed::of(self)).unwrap_or_default()
    }

    /// Reads facts; `None` when the text is something else, or newer.
    pub fn read(text: &[u8]) -> Option<Self> {
        serde_json::from_slice::<Packed>(text).ok()?.facts()
    }

    /// The facts that travel in a file.
    pub fn of_file(file: &ReadBack) -> Option<Self> {
        let own = file.attachments.iter().find(|it| it.name == FILE_NAME)?;
        Self::read(&own.bytes)
    }

    /// The figures in reading order: where each comes from, and what it says.
    pub fn figures(&self) -> impl Iterator<Item = (&str, &str)> {
        self.passages.iter().flat_map(|it| &it.said).filter_map(|said| match said {
            Said::Figure(source, text) => Some((source.as_str(), text.as_str())),
            Said::Words(_) => None,
        })
    }

    /// The last few words before each figure, in the order of [`Self::figures`]; those of the
    /// paragraph before where it opens one, as in the cells of a table.
    pub fn lead_ins(&self) -> impl Iterator<Item = String> {
        let mut heading: &[Said] = &[];
        self.passages.iter().map(|it| &it.said).flat_map(move |paragraph| {
            let figures = paragraph.iter().enumerate();
            let figures = figures.filter(|(_, said)| matches!(said, Said::Figure(..)));
            let lead_in = |(at, _)| match last_words(&spelt(&paragraph[..at])) {
                words if words.is_empty() => last_words(&spelt(heading)),
                words => words,
            };
            let lead_ins: Vec<String> = figures.map(lead_in).collect();
            if lead_ins.is_empty() && !paragraph.is_empty() {
                heading = paragraph;
            }
            lead_ins
        })
    }

    /// What each source says. A source may be told in several ways (“32”, “32 cuộc”): the ways in
    /// reading order.
    pub fn by_source(&self) -> BTreeMap<&str, Vec<&str>> {
        let mut by_source: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
        for (source, text) in self.figures() {
            by_source.entry(source).or_default().push(text);
        }
        by_source
    }
}

/// Words shown with a figure so that it can be found on the page.
const LEAD_IN: usize = 6;

fn spelt(said: &[Said]) -> String {
    let texts = said.iter().map(|said| match said {
        Said::Words(text) | Said::Figure(_, text) => text.as_str(),
    });
    texts.collect()
}

/// The end of a text.
pub(super) fn last_words(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    words[words.len().saturating_sub(LEAD_IN)..].join(" ")
}

/// What a block says, in the order in which a file shows it: the labels of a drawing stand before
/// its caption, each alone.
fn block(block: &Block) -> Vec<Passage> {
    let (drawn, fixed, notes) = match block {
        Block::Figure(figure) => (figure.drawing.marks.as_slice(), false, 0),
        Block::Table(table) => ([].as_slice(), table.frame == Frame::Grid, table.notes.len()),
        Block::Form(_) => ([].as_slice(), true, 0),
        _ => ([].as_slice(), false, 0),
    };
    let labels = drawn.iter().filter_map(|mark| match mark {
        Mark::Label { span, .. } => Some(Passage { said: vec![said(span)], fixed: true }),
        Mark::Line { .. } | Mark::Area { .. } => None,
    });
    let paragraphs = block.paragraphs();
    // The notes of a table come last and are no cells of it.
    let cells = paragraphs.len() - notes;
    let paragraphs = paragraphs.into_iter().enumerate().map(|(at, it)| Passage {
        said: it.spans.iter().map(said).collect(),
        fixed: fixed && at < cells,
    });
    labels.chain(paragraphs).collect()
}

fn said(span: &Span) -> Said {
    match &span.source {
        Some(source) => Said::Figure(source.clone(), span.shown().to_owned()),
        None => Said::Words(span.shown().to_owned()),
    }
}
