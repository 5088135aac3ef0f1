//! Paragraphs in the clerk's own words: the words stay, the figures follow the data.
//!
//! An edited paragraph is kept with what the program said at the time. Whenever a document is
//! composed, the clerk's words are merged with what the program says now ([`merge`]), and every
//! figure is filled in from the data of today: a number is never stored in words.

mod edit;
mod fault;
mod merge;
mod templates;
mod token;
mod variables;

use bc138_domain::EditedParagraph;
use bc138_report::{Block, Document, Paragraph, Span, Style};
pub(crate) use edit::Departure;
pub(crate) use fault::{BLOCKS, WordingFault, wording_fault};
use merge::{Merged, likeness, merge};
use std::collections::BTreeSet;
pub(crate) use templates::own as own_templates;
use token::{Token, Values};

/// Below this likeness an edited paragraph and a composed one are not the same paragraph.
const SAME: f32 = 0.3;

/// What is to be known about an edited paragraph.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Remark {
    /// Id of the edited paragraph.
    pub edited: i32,
    /// Its number in the document today; `None` when the document has no such paragraph any more.
    pub place: Option<usize>,
    /// What the program would say there.
    pub composed: Vec<Span>,
    /// Whether the program's words changed at a place that the clerk changed too.
    pub conflict: bool,
    /// Keys of figures that the program prints and the clerk left out.
    pub left_out: Vec<String>,
    /// Keys of figures in the clerk's words that the data no longer have.
    pub gone: Vec<String>,
    /// Numbers that stand in the clerk's words and follow no data.
    pub typed: Vec<String>,
}

impl Remark {
    /// Whether the clerk's words may say something else than the data, or are not printed.
    pub(crate) fn departs(&self) -> bool {
        let told = [&self.left_out, &self.gone, &self.typed];
        self.place.is_none() || told.into_iter().any(|it| !it.is_empty())
    }
}

/// The paragraphs of a document that can be edited, in reading order: cells, captions and forms
/// are not among them.
pub(crate) fn editable(document: &Document) -> impl Iterator<Item = &Paragraph> {
    document.blocks().filter_map(|block| match block {
        Block::Paragraph(paragraph) => Some(paragraph),
        _ => None,
    })
}

/// Puts the clerk's words in the place of the program's. An emptied paragraph stays in its place
/// without any words, so that numbers of paragraphs do not move; [`finish`] takes it out.
pub(crate) fn apply(edited: &[EditedParagraph], document: &mut Document) -> Vec<Remark> {
    if edited.is_empty() {
        return Vec::new();
    }
    let values = values(document);
    let mut paragraphs: Vec<&mut Paragraph> = document
        .sections
        .iter_mut()
        .flat_map(|section| &mut section.blocks)
        .filter_map(|block| match block {
            Block::Paragraph(paragraph) => Some(paragraph),
            _ => None,
        })
        .collect();
    let mut taken = BTreeSet::new();
    let mut remarks = Vec::new();
    for it in edited {
        let place = find(it, &paragraphs, &taken);
        taken.extend(place);
        remarks.push(match place {
            Some(place) => replace(it, place, paragraphs[place], &values),
            None => Remark::without_place(it),
        });
    }
    remarks
}

/// Numbers the paragraphs that can be edited and takes those without words out of the document.
pub(crate) fn finish(document: &mut Document) {
    let blocks = document.sections.iter_mut().flat_map(|section| &mut section.blocks);
    let paragraphs = blocks.filter_map(|block| match block {
        Block::Paragraph(paragraph) => Some(paragraph),
        _ => None,
    });
    paragraphs.enumerate().for_each(|(place, paragraph)| paragraph.place = Some(place));
    for section in &mut document.sections {
        section.blocks.retain(
            |block| !matches!(block, Block::Paragraph(paragraph) if paragraph.spans.is_empty()),
        );
    }
}

/// A composed paragraph as it is stored.
pub(crate) fn stored(spans: &[Span]) -> String {
    token::stored(spans)
}

/// What every figure of a document says; the first way it is said where there are several.
fn values(document: &Document) -> Values {
    let mut values = Values::new();
    for span in document.paragraphs().flat_map(|paragraph| &paragraph.spans) {
        if let Some(source) = &span.source {
            let said = (!span.gap).then(|| span.text.clone());
            values.entry(source.clone()).or_insert(said);
        }
    }
    values
}

/// The composed paragraph that an edited one stands for: the most alike of its role, the nearest of
/// those that are equally alike.
fn find(
    edited: &EditedParagraph,
    paragraphs: &[&mut Paragraph],
    taken: &BTreeSet<usize>,
) -> Option<usize> {
    let base = token::of_text(&edited.base);
    let wanted = usize::try_from(edited.place).unwrap_or(0);
    let alike = paragraphs
        .iter()
        .enumerate()
        .filter(|(place, it)| !taken.contains(place) && role(it) == edited.block)
        .map(|(place, it)| (likeness(&base, &token::of_spans(&it.spans)), place));
    let (likeness, place) = alike.max_by(|one, other| {
        let nearer = other.1.abs_diff(wanted).cmp(&one.1.abs_diff(wanted));
        one.0.total_cmp(&other.0).then(nearer)
    })?;
    (likeness >= SAME).then_some(place)
}

/// The word by which the role of a paragraph is stored.
fn role(paragraph: &Paragraph) -> String {
    word(paragraph.style)
}

/// The word of a role.
pub(crate) fn word(style: Style) -> String {
    format!("{style:?}").to_lowercase()
}

fn replace(
    edited: &EditedParagraph,
    place: usize,
    paragraph: &mut Paragraph,
    values: &Values,
) -> Remark {
    let theirs = token::of_spans(&paragraph.spans);
    let (base, mine) = (token::of_text(&edited.base), token::of_text(&edited.text));
    let merged = if mine.is_empty() {
        Merged { tokens: Vec::new(), conflict: false }
    } else {
        merge(&base, &mine, &theirs)
    };
    let kept: BTreeSet<&str> = token::figures(&merged.tokens).collect();
    let left_out = owned(token::figures(&theirs).filter(|key| !kept.contains(key)));
    let gone = owned(kept.iter().copied().filter(|key| !values.contains_key(*key)));
    let spans = token::spans(&merged.tokens, &with_own(values, &paragraph.spans));
    Remark {
        edited: edited.id,
        place: Some(place),
        composed: std::mem::replace(&mut paragraph.spans, spans),
        conflict: merged.conflict,
        left_out,
        gone,
        typed: typed_numbers(&base, &mine),
    }
}

/// The values with those that the paragraph itself says before all others.
fn with_own(values: &Values, spans: &[Span]) -> Values {
    let mut values = values.clone();
    for span in spans {
        if let Some(source) = &span.source {
            values.insert(source.clone(), (!span.gap).then(|| span.text.clone()));
        }
    }
    values
}

fn owned<'a>(keys: impl Iterator<Item = &'a str>) -> Vec<String> {
    keys.map(str::to_owned).collect()
}

/// Words with digits that the clerk wrote and the program did not.
fn typed_numbers(base: &[Token], mine: &[Token]) -> Vec<String> {
    let known: BTreeSet<&Token> = base.iter().collect();
    mine.iter()
        .filter(|token| !known.contains(token))
        .filter_map(|token| match token {
            Token::Word(word) if word.contains(|ch: char| ch.is_ascii_digit()) => {
                Some(word.clone())
            }
            _ => None,
        })
        .collect()
}

impl Remark {
    fn without_place(edited: &EditedParagraph) -> Self {
        Self {
            edited: edited.id,
            place: None,
            composed: Vec::new(),
            conflict: false,
            left_out: Vec::new(),
            gone: Vec::new(),
            typed: Vec::new(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use bc138_report::Meta;

    /// A document of body paragraphs; `{key=value}` is a figure.
    fn document(paragraphs: &[&str]) -> Document {
        let blocks = paragraphs.iter().map(|text| {
            let spans = text.split(['{', '}']).enumerate().filter(|(_, it)| !it.is_empty());
            let spans = spans.map(|(at, it)| match it.split_once('=').filter(|_| at % 2 == 1) {
                Some((key, value)) => Span::figure(value, key),
                None => Span::plain(it),
            });
            Paragraph::new(Style::Body, spans.collect()).into()
        });
        Document::new(Meta::default(), blocks.collect())
    }

    fn edited(base: &str, text: &str) -> EditedParagraph {
        EditedParagraph {
            id: 7,
            dossier: 1,
            style: "briefing".to_owned(),
            block: "body".to_owned(),
            place: 0,
            base: base.to_owned(),
            text: text.to_owned(),
        }
    }

    fn said(document: &Document) -> Vec<String> {
        editable(document).map(Paragraph::plain_text).collect()
    }

    #[test]
    fn the_numbers_follow_and_the_wording_stays() {
        let mut document = document(&["Có {a=1.690/1.727} khu."]);
        let own = edited("Có {a} khu.", "Toàn tỉnh có {a} khu đạt.");
        let remark = apply(&[own], &mut document).remove(0);
        assert_eq!(said(&document), ["Toàn tỉnh có 1.690/1.727 khu đạt."]);
        assert!(!remark.conflict && remark.left_out.is_empty() && remark.typed.is_empty());
    }

    #[test]
    fn a_figure_left_out_gone_or_typed_by_hand_is_told() {
        let mut document = document(&["Có {a=1.690} khu dân cư."]);
        let own = edited("Có {a} khu dân cư.", "Có 1.686 khu dân cư và {b}.");
        let remark = apply(&[own], &mut document).remove(0);
        assert_eq!(said(&document), ["Có 1.686 khu dân cư và ……."], "what is gone is a gap");
        assert_eq!((remark.left_out, remark.gone), (vec!["a".to_owned()], vec!["b".to_owned()]));
        assert_eq!(remark.typed, ["1.686"]);
    }

    #[test]
    fn a_paragraph_left_out_does_not_move_the_numbers_of_the_others() {
        let mut document = document(&["Có {a=2} xã.", "Có {b=3} phường."]);
        apply(&[edited("Có {a} xã.", "")], &mut document);
        finish(&mut document);
        let places: Vec<_> = editable(&document).map(|it| it.place).collect();
        assert_eq!(places, [Some(1)]);
    }

    #[test]
    fn an_edited_paragraph_is_found_when_another_comes_before_it() {
        let mut document = document(&["Một đoạn mới {n=5} tổ.", "Có {a=2} xã đạt chuẩn."]);
        let own = edited("Có {a} xã đạt chuẩn.", "Đã có {a} xã đạt chuẩn.");
        assert_eq!(apply(&[own], &mut document)[0].place, Some(1));
        assert_eq!(said(&document)[1], "Đã có 2 xã đạt chuẩn.");
    }

    #[test]
    fn an_emptied_paragraph_is_not_printed_and_a_lost_one_is_told() {
        let mut emptied = document(&["Có {a=2} xã."]);
        let remarks = apply(&[edited("Có {a} xã.", "")], &mut emptied);
        finish(&mut emptied);
        assert!(said(&emptied).is_empty());
        assert_eq!(remarks[0].left_out, ["a"]);
        let remarks = apply(&[edited("Có {a} xã.", "x")], &mut emptied);
        assert_eq!(remarks[0].place, None);
    }
}
