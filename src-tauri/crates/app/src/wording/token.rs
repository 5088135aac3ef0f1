//! Paragraphs as tokens: words, the white space between them, and figures by their key.

use bc138_domain::{TextPart, read_parts, write_parts};
use bc138_report::Span;
use std::collections::BTreeMap;

/// The smallest thing that is kept or replaced as a whole.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Token {
    /// A word, or a stretch of white space.
    Word(String),
    /// The figure of a field.
    Figure(String),
}

/// What the figures of a document say now, by key; `None` where the value is missing.
pub(super) type Values = BTreeMap<String, Option<String>>;

/// The tokens of a stored text.
pub(super) fn of_text(text: &str) -> Vec<Token> {
    of_parts(&read_parts(text))
}

/// The tokens of a composed paragraph.
pub(super) fn of_spans(spans: &[Span]) -> Vec<Token> {
    of_parts(&parts_of(spans))
}

/// A composed paragraph as it is stored.
pub(super) fn stored(spans: &[Span]) -> String {
    write_parts(&parts_of(spans))
}

fn parts_of(spans: &[Span]) -> Vec<TextPart> {
    spans
        .iter()
        .map(|span| match &span.source {
            Some(key) => TextPart::Figure(key.clone()),
            None => TextPart::Text(span.shown().to_owned()),
        })
        .collect()
}

fn of_parts(parts: &[TextPart]) -> Vec<Token> {
    let mut tokens = Vec::new();
    for part in parts {
        match part {
            TextPart::Text(text) => push_words(&mut tokens, text),
            TextPart::Figure(key) => tokens.push(Token::Figure(key.clone())),
        }
    }
    tokens
}

/// Splits where white space begins or ends.
fn push_words(tokens: &mut Vec<Token>, text: &str) {
    let mut word = String::new();
    for ch in text.chars() {
        let turns =
            word.chars().next_back().is_some_and(|last| last.is_whitespace() != ch.is_whitespace());
        if turns {
            tokens.push(Token::Word(std::mem::take(&mut word)));
        }
        word.push(ch);
    }
    if !word.is_empty() {
        tokens.push(Token::Word(word));
    }
}

/// Tokens as spans, each figure with what it says now.
pub(super) fn spans(tokens: &[Token], values: &Values) -> Vec<Span> {
    let mut spans: Vec<Span> = Vec::new();
    for token in tokens {
        match (token, spans.last_mut()) {
            (Token::Word(word), Some(last)) if last.source.is_none() => last.text.push_str(word),
            (Token::Word(word), _) => spans.push(Span::plain(word.clone())),
            (Token::Figure(key), _) => spans.push(match values.get(key) {
                Some(Some(text)) => Span::figure(text.clone(), key.clone()),
                _ => Span::gap(Some(key.clone())),
            }),
        }
    }
    spans
}

/// The keys of the figures among tokens, in order.
pub(super) fn figures(tokens: &[Token]) -> impl Iterator<Item = &str> {
    tokens.iter().filter_map(|token| match token {
        Token::Figure(key) => Some(key.as_str()),
        Token::Word(_) => None,
    })
}
