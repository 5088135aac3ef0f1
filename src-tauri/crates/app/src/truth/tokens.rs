//! A text as tokens that do not depend on how a file breaks it into lines and runs.

use super::facts::{DocumentFacts, Said, last_words};
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
    /// The lines, in order.
    pub lines: Vec<Line>,
}

/// A paragraph of a text.
pub(super) struct Line {
    /// Where it stands.
    pub bytes: Range<usize>,
    /// Whether its words are facts.
    pub factual: bool,
    /// Whether it stands in a table or a form.
    pub fixed: bool,
}

/// A number of a text.
pub(super) struct Number {
    /// Where it stands.
    pub bytes: Range<usize>,
    /// Whether it is a figure with a source; else a number among the words: a year, a day.
    pub figure: bool,
    /// Whether it may be a blank to be filled by hand.
    pub blank: bool,
}

impl Spelling {
    /// Spells what a document says.
    pub(super) fn of(facts: &DocumentFacts) -> Self {
        let mut it = Self { text: String::new(), numbers: Vec::new(), lines: Vec::new() };
        for passage in &facts.passages {
            let start = it.text.len();
            passage.said.iter().for_each(|said| it.add(said));
            let (bytes, factual) = (start..it.text.len(), passage.is_factual());
            it.lines.push(Line { bytes, factual, fixed: passage.fixed });
            it.text.push('\n');
        }
        it
    }

    /// The line that a place stands in.
    pub(super) fn line_at(&self, place: usize) -> Option<&Line> {
        let at = self.lines.partition_point(|line| line.bytes.end < place);
        self.lines.get(at)
    }

    /// The end of the last paragraph with words that stands before a line and outside of tables; in
    /// a form, which has no such, what stands above it.
    pub(super) fn heading(&self, line: &Line) -> String {
        // What stands in brackets under the title of an annex is no place.
        let is_title = |it: &&Line| !it.fixed && !self.text[it.bytes.clone()].starts_with('(');
        let title = self.before_line(line).filter(is_title).find_map(|it| self.words(it));
        title.or_else(|| self.before_line(line).find_map(|it| self.words(it))).unwrap_or_default()
    }

    /// The words that lead to a number: those before it on its line, else the name of its row.
    pub(super) fn lead_in(&self, number: &Number) -> String {
        let before = last_words(self.before(number));
        let Some(line) = self.line_at(number.bytes.start).filter(|_| before.is_empty()) else {
            return before;
        };
        let row = self.before_line(line).find_map(|it| self.words(it));
        row.unwrap_or_default()
    }

    fn before_line(&self, line: &Line) -> impl Iterator<Item = &Line> {
        let start = line.bytes.start;
        self.lines.iter().rev().skip_while(move |it| it.bytes.start >= start)
    }

    /// The end of a line that says something in words.
    fn words(&self, line: &Line) -> Option<String> {
        let text = &self.text[line.bytes.clone()];
        text.contains(char::is_alphabetic).then(|| last_words(text))
    }

    fn add(&mut self, said: &Said) {
        let start = self.text.len();
        match said {
            Said::Words(words) => {
                self.text.push_str(words);
                let numbers = numbers(words).map(|it| start + it.start..start + it.end);
                self.numbers.extend(numbers.map(|bytes| Number {
                    bytes,
                    figure: false,
                    blank: false,
                }));
            }
            Said::Figure(source, figure) => {
                self.text.push_str(figure);
                let bytes = start..self.text.len();
                self.numbers.push(Number { bytes, figure: true, blank: is_of_paper(source) });
            }
        }
    }

    /// The line that a number stands in, up to it.
    fn before(&self, number: &Number) -> &str {
        let before = &self.text[..number.bytes.start];
        before.rsplit('\n').next().unwrap_or_default()
    }
}

/// Whether a source is no number of the dossier: the number, date and signature of the paper.
fn is_of_paper(source: &str) -> bool {
    let stated = ["figure/", "unit/", "target/", "part:", "derived:"];
    !stated.iter().any(|it| source.starts_with(it))
}

/// A text on one line, as it is read: a PDF knows no white space, and puts some between the runs.
pub(super) fn joined(text: &str) -> String {
    let mut out = String::new();
    for word in text.split_whitespace() {
        let apart = |ch: Option<char>, marks: &str| ch.is_some_and(|ch| !marks.contains(ch));
        let number = word.starts_with(|ch: char| ch.is_ascii_digit());
        let is_apart = apart(out.chars().next_back(), if number { "/(.," } else { "/(" })
            && apart(word.chars().next(), "/.,%;:)");
        if is_apart {
            out.push(' ');
        }
        out.push_str(word);
    }
    out
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
