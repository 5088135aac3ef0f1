//! The scanner: one pass over JSON text, without recursion and without copies.

use super::token::{is_number, one_escape, unescape};
use crate::problem::{Due, Fault, ProblemKind};
use std::borrow::Cow;

/// The deepest nesting that is read; the format itself needs ten.
pub(crate) const MAX_DEPTH: usize = 64;

/// Where reading stopped, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Stop {
    pub at: usize,
    pub kind: ProblemKind,
}

pub(crate) type Scan<T> = Result<T, Stop>;

/// A place in a JSON text.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Scanner<'a> {
    text: &'a str,
    at: usize,
}

impl<'a> Scanner<'a> {
    pub const fn new(text: &'a str, at: usize) -> Self {
        Self { text, at }
    }

    /// The first byte of the next token; nothing at the end of the text.
    pub fn peek(&mut self) -> Option<u8> {
        let bytes = self.text.as_bytes();
        while let Some(b' ' | b'\t' | b'\n' | b'\r') = bytes.get(self.at) {
            self.at += 1;
        }
        bytes.get(self.at).copied()
    }

    /// The place of the next token.
    pub fn place(&mut self) -> usize {
        self.peek();
        self.at
    }

    /// Takes a sign of the grammar.
    pub fn eat(&mut self, sign: u8, due: Due) -> Scan<()> {
        if self.peek() == Some(sign) {
            self.at += 1;
            return Ok(());
        }
        Err(self.unexpected(due))
    }

    /// Takes a sign if it stands here.
    pub fn eat_if(&mut self, sign: u8) -> bool {
        let here = self.peek() == Some(sign);
        self.at += usize::from(here);
        here
    }

    fn unexpected(&self, due: Due) -> Stop {
        let found = self.text.get(self.at..).and_then(|rest| rest.chars().next());
        self.stop(found.map_or(Fault::Ended, |found| Fault::Unexpected { found, due }))
    }

    fn stop(&self, fault: Fault) -> Stop {
        Stop { at: self.at, kind: fault.into() }
    }

    /// Checks that the text is one JSON value and nothing else.
    pub fn check_whole(mut self) -> Scan<()> {
        self.skip()?;
        match self.peek() {
            None => Ok(()),
            Some(_) => Err(self.stop(Fault::Trailing)),
        }
    }

    /// Passes over one value, however deep, checking its grammar.
    pub fn skip(&mut self) -> Scan<()> {
        let mut open: Vec<Bracket> = Vec::new();
        loop {
            if self.open_value(&mut open)? {
                continue;
            }
            loop {
                let Some(inner) = open.last() else { return Ok(()) };
                if self.eat_if(inner.closing()) {
                    open.pop();
                    continue;
                }
                self.eat(b',', inner.due())?;
                if *inner == Bracket::Object {
                    self.key()?;
                }
                break;
            }
        }
    }

    /// Begins a value: true when it is a list or object whose first value is due next.
    fn open_value(&mut self, open: &mut Vec<Bracket>) -> Scan<bool> {
        let bracket = match self.peek() {
            Some(b'{') => Bracket::Object,
            Some(b'[') => Bracket::List,
            _ => return self.scalar().map(|()| false),
        };
        if open.len() == MAX_DEPTH {
            return Err(self.stop(Fault::TooDeep { limit: MAX_DEPTH }));
        }
        self.at += 1;
        if self.eat_if(bracket.closing()) {
            return Ok(false);
        }
        if bracket == Bracket::Object {
            self.key()?;
        }
        open.push(bracket);
        Ok(true)
    }

    fn scalar(&mut self) -> Scan<()> {
        match self.peek() {
            Some(b'"') => self.raw_string().map(|_| ()),
            Some(b'-' | b'0'..=b'9') => self.number().map(|_| ()),
            _ => self.word().map(|_| ()),
        }
    }

    /// `null`, `true` or `false`.
    pub fn word(&mut self) -> Scan<Option<bool>> {
        self.peek();
        let rest = self.text.get(self.at..).unwrap_or_default();
        for (word, meaning) in [("null", None), ("true", Some(true)), ("false", Some(false))] {
            if rest.starts_with(word) {
                self.at += word.len();
                return Ok(meaning);
            }
            if !rest.is_empty() && word.starts_with(rest) {
                self.at += rest.len();
                return Err(self.stop(Fault::Ended));
            }
        }
        Err(self.unexpected(Due::Value))
    }

    /// A key with its colon.
    pub fn key(&mut self) -> Scan<Cow<'a, str>> {
        if self.peek() != Some(b'"') {
            return Err(self.unexpected(Due::Key));
        }
        let key = self.string()?;
        self.eat(b':', Due::Colon)?;
        Ok(key)
    }

    /// A string, with its escapes resolved.
    pub fn string(&mut self) -> Scan<Cow<'a, str>> {
        let (raw, escaped) = self.raw_string()?;
        if !escaped {
            return Ok(Cow::Borrowed(raw));
        }
        let end = self.at;
        unescape(raw).map(Cow::Owned).ok_or(Stop { at: end, kind: Fault::Escape.into() })
    }

    /// The inside of a string as it is written, and whether it has escapes.
    fn raw_string(&mut self) -> Scan<(&'a str, bool)> {
        self.eat(b'"', Due::Value)?;
        let (begin, mut escaped) = (self.at, false);
        loop {
            match self.text.as_bytes().get(self.at) {
                Some(b'"') => break,
                Some(b'\\') => {
                    escaped = true;
                    self.escape()?;
                }
                Some(byte) if *byte < 0x20 => {
                    return Err(self.stop(Fault::Control(u32::from(*byte))));
                }
                Some(_) => self.at += 1,
                None => return Err(self.stop(Fault::Ended)),
            }
        }
        let raw = self.text.get(begin..self.at).unwrap_or_default();
        self.at += 1;
        Ok((raw, escaped))
    }

    /// Passes over one escape; a surrogate must be a whole pair.
    fn escape(&mut self) -> Scan<()> {
        let rest = self.text.get(self.at..).unwrap_or_default();
        match one_escape(rest) {
            Some((_, length)) => {
                self.at += length;
                Ok(())
            }
            None if rest.len() < 12 && !rest.contains('"') => {
                self.at = self.text.len();
                Err(self.stop(Fault::Ended))
            }
            None => Err(self.stop(Fault::Escape)),
        }
    }

    /// A number as it is written.
    pub fn number(&mut self) -> Scan<&'a str> {
        self.peek();
        let rest = self.text.get(self.at..).unwrap_or_default();
        let length = rest
            .bytes()
            .take_while(|b| matches!(b, b'0'..=b'9' | b'+' | b'-' | b'.' | b'e' | b'E'))
            .count();
        let token = rest.get(..length).unwrap_or_default();
        if is_number(token) {
            self.at += length;
            return Ok(token);
        }
        let cut = length == rest.len() && token.ends_with(['-', '.', 'e', 'E', '+']);
        self.at += if cut { length } else { 0 };
        Err(self.stop(if cut { Fault::Ended } else { Fault::Number }))
    }

    /// Calls `each` at every member of an object; `each` must pass over the member's value.
    pub fn members(
        &mut self,
        mut each: impl FnMut(&mut Self, Cow<'a, str>, usize) -> Scan<()>,
    ) -> Scan<()> {
        self.eat(b'{', Due::Value)?;
        if self.eat_if(b'}') {
            return Ok(());
        }
        loop {
            let at = self.place();
            let key = self.key()?;
            each(self, key, at)?;
            if self.eat_if(b'}') {
                return Ok(());
            }
            self.eat(b',', Due::CommaOrBrace)?;
        }
    }

    /// Calls `each` at every item of a list; `each` must pass over the item.
    pub fn items(&mut self, mut each: impl FnMut(&mut Self, usize) -> Scan<()>) -> Scan<()> {
        self.eat(b'[', Due::Value)?;
        if self.eat_if(b']') {
            return Ok(());
        }
        let mut index = 0;
        loop {
            each(self, index)?;
            if self.eat_if(b']') {
                return Ok(());
            }
            self.eat(b',', Due::CommaOrBracket)?;
            index += 1;
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Bracket {
    List,
    Object,
}

impl Bracket {
    const fn closing(self) -> u8 {
        match self {
            Self::List => b']',
            Self::Object => b'}',
        }
    }

    const fn due(self) -> Due {
        match self {
            Self::List => Due::CommaOrBracket,
            Self::Object => Due::CommaOrBrace,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fault(text: &str) -> Option<(usize, ProblemKind)> {
        Scanner::new(text, 0).check_whole().err().map(|stop| (stop.at, stop.kind))
    }

    #[test]
    fn the_grammar_is_the_one_that_serde_json_takes() {
        for text in [
            "{}",
            "[]",
            " [1, -0.5e+3 , \"\\u00e2\\n\", null, true,false] ",
            "{\"a\":{\"b\":[{}]}}",
            "09",
            "1.",
            ".5",
            "+1",
            "-",
            "[1,]",
            "{\"a\":1,}",
            "{a:1}",
            "{\"a\" 1}",
            "[1 2]",
            "nul",
            "\"\\x\"",
            "\"\\ud800\"",
            "\"\\ud83d\\ude00\"",
            "\"\\udc00\"",
            "\"a\nb\"",
            "[1}",
            "",
            "{\"a\":}",
            "truefalse",
            "1 1",
            "\"\\u12\"",
            "1e",
            "1E5",
            "-0",
            "--1",
            "{\"a\":1 \"b\":2}",
        ] {
            let theirs = serde_json::from_str::<serde_json::Value>(text).is_ok();
            assert_eq!(fault(text).is_none(), theirs, "{text}");
        }
    }

    #[test]
    fn depth_has_a_limit_and_its_place_is_named() {
        let deep = "[".repeat(100_000);
        let limit = Fault::TooDeep { limit: MAX_DEPTH };
        assert_eq!(fault(&deep), Some((MAX_DEPTH, limit.into())));
        let fine = format!("{}{}", "[".repeat(MAX_DEPTH), "]".repeat(MAX_DEPTH));
        assert_eq!(fault(&fine), None);
    }

    #[test]
    fn every_beginning_of_a_text_is_told_to_be_cut() {
        let text = r#"{"a": [1, -2.5e3, "\u00e2\n\ud83d\ude00", true, null], "b": {"c": "đ"}}"#;
        for (cut, _) in text.char_indices() {
            let kind = fault(&text[..cut]).map(|(_, kind)| kind);
            assert_eq!(kind, Some(Fault::Ended.into()), "{}", &text[..cut]);
        }
    }

    #[test]
    fn escapes_are_resolved() {
        let mut scanner = Scanner::new(r#" "\u0111\ud83d\ude00\/\t" "#, 0);
        assert_eq!(scanner.string().as_deref(), Ok("đ😀/\t"));
    }
}
