//! A text as tokens that do not depend on how a file breaks it into lines and runs.

use super::facts::{DocumentFacts, Said};
use std::ops::Range;

/// The tokens of a text: stretches of letters, of figures, and single other characters. White
/// space only parts them.
pub(super) fn tokens(text: &str) -> Vec<&str> {
    let mut tokens = Vec::new();
    let mut start = 0;
    let mut last: Option<Sort> = None;
    for (at, ch) in text.char_indices() {
        let sort = Sort::of(ch);
        if last.is_some_and(|last| last != sort || sort == Sort::Other) {
            push(&mut tokens, &text[start..at]);
            start = at;
        }
        last = Some(sort);
    }
    push(&mut tokens, &text[start..]);
    tokens
}

fn push<'t>(tokens: &mut Vec<&'t str>, token: &'t str) {
    let token = token.trim();
    if !token.is_empty() {
        tokens.push(token);
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Sort {
    Space,
    Letter,
    Digit,
    Other,
}

impl Sort {
    fn of(ch: char) -> Self {
        match ch {
            ch if ch.is_whitespace() => Self::Space,
            '0'..='9' => Self::Digit,
            ch if ch.is_alphabetic() => Self::Letter,
            _ => Self::Other,
        }
    }
}

/// The whole text of a document, and the bytes of each figure in it, in order.
pub(super) fn spell(facts: &DocumentFacts) -> (String, Vec<Range<usize>>) {
    let mut text = String::new();
    let mut figures = Vec::new();
    for paragraph in &facts.paragraphs {
        for said in paragraph {
            match said {
                Said::Words(words) => text.push_str(words),
                Said::Figure(_, figure) => {
                    figures.push(text.len()..text.len() + figure.len());
                    text.push_str(figure);
                }
            }
        }
        text.push('\n');
    }
    (text, figures)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_keeps_its_marks_apart_whatever_the_line_does() {
        assert_eq!(
            tokens("(1.686/1.727 xã)"),
            ["(", "1", ".", "686", "/", "1", ".", "727", "xã", ")"]
        );
        assert_eq!(tokens("97,6 %\n  97,6%"), ["97", ",", "6", "%", "97", ",", "6", "%"]);
        assert!(tokens(" \n").is_empty());
    }
}
