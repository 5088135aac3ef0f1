//! The clerk's own words (câu chữ đã sửa): paragraphs edited in a document, and templates the
//! office rewrote. Figures stay linked: the text names them, it never holds their digits.

use serde::{Deserialize, Serialize};

/// A paragraph of a document in the clerk's own words (đoạn đã sửa).
///
/// Both texts are written by [`write_parts`]: `{key}` stands for the figure of a field.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct EditedParagraph {
    /// Own stable id.
    pub id: i32,
    /// The dossier.
    pub dossier: i32,
    /// The style of document: `briefing`.
    pub style: String,
    /// The block of the document: `results`.
    pub block: String,
    /// Place of the paragraph in its block when it was edited, from 0.
    pub place: i32,
    /// What the template said when it was edited: the common ancestor when both change.
    pub base: String,
    /// What the clerk wants it to say; empty leaves the paragraph out.
    pub text: String,
}

/// A template in the office's own words (mẫu câu đã sửa).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OwnTemplate {
    /// Own stable id.
    pub id: i32,
    /// The template it replaces: `standard.j2`.
    pub name: String,
    /// Its text.
    pub text: String,
}

/// A part of an edited paragraph.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TextPart {
    /// Words.
    Text(String),
    /// The figure of a field.
    Figure(String),
}

/// Writes parts as one text: `{key}` for a figure, braces in words doubled.
#[must_use]
pub fn write_parts(parts: &[TextPart]) -> String {
    parts
        .iter()
        .map(|part| match part {
            TextPart::Text(text) => text.replace('{', "{{").replace('}', "}}"),
            TextPart::Figure(key) => format!("{{{key}}}"),
        })
        .collect()
}

/// Reads what [`write_parts`] wrote. A brace that is never closed is a word.
#[must_use]
pub fn read_parts(text: &str) -> Vec<TextPart> {
    let mut parts = Vec::new();
    let mut words = String::new();
    let mut rest = text;
    while let Some(at) = rest.find(['{', '}']) {
        let (before, tail) = rest.split_at(at);
        words.push_str(before);
        let doubled = tail.starts_with("{{") || tail.starts_with("}}");
        let figure =
            if tail.starts_with('{') && !doubled { tail[1..].split_once('}') } else { None };
        if let Some((key, after)) = figure {
            push_words(&mut parts, &mut words);
            parts.push(TextPart::Figure(key.to_owned()));
            rest = after;
        } else {
            words.push_str(&tail[..1]);
            rest = &tail[if doubled { 2 } else { 1 }..];
        }
    }
    words.push_str(rest);
    push_words(&mut parts, &mut words);
    parts
}

fn push_words(parts: &mut Vec<TextPart>, words: &mut String) {
    if !words.is_empty() {
        parts.push(TextPart::Text(std::mem::take(words)));
    }
}

/// The text with every figure's key replaced; one with an open brace stays as it is.
#[must_use]
pub fn with_keys(text: &str, new: impl Fn(&str) -> String) -> String {
    let mut parts = read_parts(text);
    if write_parts(&parts) != text {
        return text.to_owned();
    }
    for part in &mut parts {
        if let TextPart::Figure(key) = part {
            *key = new(key);
        }
    }
    write_parts(&parts)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn text(words: &str) -> TextPart {
        TextPart::Text(words.to_owned())
    }

    fn figure(key: &str) -> TextPart {
        TextPart::Figure(key.to_owned())
    }

    #[test]
    fn a_figure_stands_in_braces() {
        let parts = vec![text("có "), figure("figure/3/amount"), text(" xã {nháp}.")];
        let written = write_parts(&parts);
        assert_eq!(written, "có {figure/3/amount} xã {{nháp}}.");
        assert_eq!(read_parts(&written), parts);
        assert_eq!(with_keys(&written, |_| "k".to_owned()), "có {k} xã {{nháp}}.");
    }

    #[test]
    fn a_brace_without_its_end_is_a_word() {
        assert_eq!(read_parts("a {b"), vec![text("a {b")]);
        assert_eq!(read_parts("a } b"), vec![text("a } b")]);
    }

    proptest! {
        // Words never stand beside words: reading joins them.
        #[test]
        fn what_is_written_is_read_again(pairs in prop::collection::vec(("[a{} ]{1,6}", "[a-z/0-9]{1,8}"), 0..5)) {
            let parts: Vec<TextPart> =
                pairs.iter().flat_map(|(words, key)| [text(words), figure(key)]).collect();
            prop_assert_eq!(read_parts(&write_parts(&parts)), parts);
        }
    }
}
