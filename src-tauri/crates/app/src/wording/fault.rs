//! What keeps a paragraph of a file from ever being printed: a document, a role of paragraphs or a
//! figure that there is not, a brace that is never closed.

use crate::document::DocumentStyle;
use crate::field::FieldKey;
use crate::truth;
use bc138_domain::{EditedParagraph, TextPart, read_parts, write_parts};
use bc138_report::Style;

/// The roles of paragraphs whose words can be changed.
pub(crate) const BLOCKS: [Style; 12] = [
    Style::Title,
    Style::Subtitle,
    Style::Lead,
    Style::Body,
    Style::Heading,
    Style::Item,
    Style::Caption,
    Style::Byline,
    Style::Note,
    Style::Subject,
    Style::Ground,
    Style::Part,
];

/// What is wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum WordingFault {
    /// No document of this name.
    Style(String),
    /// No role of paragraphs of this name.
    Block(String),
    /// Nothing has this key.
    Key(String),
    /// A brace that opens no figure and is not doubled.
    Brace,
}

/// What is wrong with a paragraph, and in which of its parts.
pub(crate) fn wording_fault(
    it: &EditedParagraph,
    is_figure: impl Fn(&str) -> bool,
) -> Option<(&'static str, WordingFault)> {
    if DocumentStyle::of(&it.style).is_none() {
        return Some(("style", WordingFault::Style(it.style.clone())));
    }
    if !BLOCKS.iter().any(|style| super::word(*style) == it.block) {
        return Some(("block", WordingFault::Block(it.block.clone())));
    }
    let in_text = |(at, text): (&'static str, &str)| Some((at, text_fault(text, &is_figure)?));
    [("base", it.base.as_str()), ("text", &it.text)].into_iter().find_map(in_text)
}

fn text_fault(text: &str, is_figure: &impl Fn(&str) -> bool) -> Option<WordingFault> {
    let parts = read_parts(text);
    if write_parts(&parts) != text {
        return Some(WordingFault::Brace);
    }
    parts.into_iter().find_map(|part| match part {
        TextPart::Figure(key) if !is_source(&key, is_figure) => Some(WordingFault::Key(key)),
        _ => None,
    })
}

/// Whether a key is one of those that figures of documents have.
fn is_source(key: &str, is_figure: &impl Fn(&str) -> bool) -> bool {
    let field = truth::root(key);
    match FieldKey::parse(field) {
        Some(FieldKey::Figure { code, .. }) => is_figure(code.split(':').next().unwrap_or(&code)),
        Some(_) => true,
        None => ["unit/", "award/", "document/"].iter().any(|word| field.starts_with(word)),
    }
}
