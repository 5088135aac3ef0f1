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

/// The whole text of a document, and where its numbers stand in it.
pub(super) struct Spelling {
    /// The text, one paragraph a line.
    pub text: String,
    /// The numbers, in order.
    pub numbers: Vec<Number>,
}

/// A number of a text.
pub(super) struct Number {
    /// Where it stands.
    pub bytes: Range<usize>,
    /// Whether it is a figure with a source; else a number among the words: a year, a day.
    pub figure: bool,
}

impl Spelling {
    /// Spells what a document says.
    pub(super) fn of(facts: &DocumentFacts) -> Self {
        let mut it = Self { text: String::new(), numbers: Vec::new() };
        for paragraph in &facts.paragraphs {
            for said in paragraph {
                it.add(said);
            }
            it.text.push('\n');
        }
        it
    }

    fn add(&mut self, said: &Said) {
        let start = self.text.len();
        match said {
            Said::Words(words) => {
                self.text.push_str(words);
                let numbers = numbers(words).map(|it| start + it.start..start + it.end);
                self.numbers.extend(numbers.map(|bytes| Number { bytes, figure: false }));
            }
            Said::Figure(_, figure) => {
                self.text.push_str(figure);
                self.numbers.push(Number { bytes: start..self.text.len(), figure: true });
            }
        }
    }

    /// The line that a number stands in, up to it.
    pub(super) fn before(&self, number: &Number) -> &str {
        let before = &self.text[..number.bytes.start];
        before.rsplit('\n').next().unwrap_or_default()
    }
}

/// The numbers among words: figures with the marks inside them (“1.686”, “20/12/2022”).
fn numbers(words: &str) -> impl Iterator<Item = Range<usize>> {
    let inside = |ch: char| ch.is_ascii_digit() || matches!(ch, '.' | ',' | '/');
    let mut rest = 0;
    std::iter::from_fn(move || {
        let start = rest + words[rest..].find(|ch: char| ch.is_ascii_digit())?;
        let end = words[start..].find(|ch| !inside(ch)).map_or(words.len(), |at| start + at);
        rest = end;
        Some(start..start + words[start..end].trim_end_matches(['.', ',', '/']).len())
    })
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

    #[test]
    fn numbers_among_words_keep_their_marks_and_lose_the_full_stop() {
        let words = "Ngày 20/12/2022, 1.686 xã; năm 2022.";
        let found: Vec<&str> = numbers(words).map(|it| &words[it]).collect();
        assert_eq!(found, ["20/12/2022", "1.686", "2022"]);
        assert_eq!(numbers("không có số nào.").count(), 0);
    }
}
