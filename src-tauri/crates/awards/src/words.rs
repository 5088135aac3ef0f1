//! Words that names of recipients and authorities are made of: abbreviations, words before a
//! name, nouns of places, bodies of a unit. All of them are data.

use crate::token::{Key, Token};
use crate::tsv::{Sheet, TableError, TableFault, check_series};
use crate::validity::Validity;
use bc138_domain::{Recipient, text};
use std::collections::BTreeMap;

/// The words, ready for use.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Words {
    /// Long forms by their abbreviation; a dot at the end (“P.”) must then be there in the text.
    abbreviations: BTreeMap<String, String>,
    /// Words before a name that are not part of it, longest first.
    prefixes: Vec<(Recipient, Vec<Token>)>,
    /// Nouns of places with their level, longest first.
    nouns: Vec<(Vec<Token>, u8)>,
    /// Bodies that live and end with their unit: “Công an”, “Ủy ban nhân dân”.
    bodies: Vec<Key>,
}

pub(crate) const ABBREVIATION_COLUMNS: &[&str] = &["short", "long"];
pub(crate) const PREFIX_COLUMNS: &[&str] = &["recipient", "prefix"];
pub(crate) const NOUN_COLUMNS: &[&str] = &["noun", "level"];
pub(crate) const BODY_COLUMNS: &[&str] = &["body"];

/// The texts of the files of words.
#[derive(Debug, Clone, Copy)]
pub(crate) struct WordSheets<'a> {
    pub abbreviations: Sheet<'a>,
    pub prefixes: Sheet<'a>,
    pub nouns: Sheet<'a>,
    pub bodies: Sheet<'a>,
}

impl Words {
    pub(crate) fn read(sheets: &WordSheets<'_>) -> Result<Self, TableError> {
        let mut words =
            Self { abbreviations: abbreviations(&sheets.abbreviations)?, ..Self::default() };
        let nouns = sheets.nouns.read(|row| Ok((row.text(0)?, row.rank(1)?)))?;
        for (line, (noun, level)) in nouns {
            let fault = || TableFault::Number { column: "level", text: level.to_string() };
            let level = u8::try_from(level).map_err(|_| sheets.nouns.fail(line, fault()))?;
            words.nouns.push((words.tokens(&noun), level));
        }
        for (_, (recipient, prefix)) in
            sheets.prefixes.read(|row| Ok((row.recipient(0)?, row.text(1)?)))?
        {
            words.prefixes.push((recipient, words.tokens(&prefix)));
        }
        for (_, body) in sheets.bodies.read(|row| row.text(0))? {
            words.bodies.push(Key::of(&words.tokens(&body)));
        }
        words.nouns.sort_by_key(|(noun, _)| std::cmp::Reverse(noun.len()));
        words.prefixes.sort_by_key(|(_, prefix)| std::cmp::Reverse(prefix.len()));
        Ok(words)
    }

    /// A text as a key for comparison, abbreviations written out.
    pub(crate) fn key(&self, text: &str) -> Key {
        Key::of(&self.tokens(text))
    }

    fn tokens(&self, text: &str) -> Vec<Token> {
        self.segments(text).into_iter().flatten().collect()
    }

    /// The syllables of a text, divided at commas, semicolons, dashes and brackets.
    pub(crate) fn segments(&self, text: &str) -> Vec<Vec<Token>> {
        let text = text::normalise(text);
        let parts = text.split([',', ';', '(', ')', '–', '—']);
        parts.map(|part| self.segment(part)).filter(|part| !part.is_empty()).collect()
    }

    fn segment(&self, text: &str) -> Vec<Token> {
        let mut tokens = Vec::new();
        for word in text.split_whitespace() {
            for piece in pieces(word) {
                let long = self.long_form(&piece).unwrap_or(piece);
                tokens.extend(syllables(&long));
            }
        }
        without_number_word(tokens)
    }

    /// The syllables of a person's name: nothing is taken for an abbreviation.
    pub(crate) fn person(text: &str) -> Vec<Token> {
        syllables(&text::normalise(text))
    }

    fn long_form(&self, piece: &str) -> Option<String> {
        let plain = piece.trim_end_matches('.');
        let found = self.abbreviations.get(piece).or_else(|| self.abbreviations.get(plain));
        // Without a vowel, or with four letters, small letters cannot be a word of their own.
        let upper = plain.to_uppercase();
        let certain = upper.chars().count() >= 4 || !upper.contains(['A', 'E', 'I', 'O', 'U', 'Y']);
        found.or_else(|| self.abbreviations.get(&upper).filter(|_| certain)).cloned()
    }

    /// The name without the words before it: “ông”, “hộ gia đình”, “nhân dân và cán bộ”.
    pub(crate) fn strip<'a>(&self, recipient: Recipient, name: &'a [Token]) -> &'a [Token] {
        let own = self.prefixes.iter().filter(|(kind, _)| *kind == recipient);
        let least = if recipient == Recipient::Collective { 1 } else { 2 };
        for (_, prefix) in own {
            if starts_with(name, prefix) && name.len() >= prefix.len() + least {
                return self.strip(recipient, name.get(prefix.len()..).unwrap_or_default());
            }
        }
        name
    }

    /// The noun of a place at the beginning of these tokens: its length and level.
    pub(crate) fn noun_at(&self, tokens: &[Token]) -> Option<(usize, u8)> {
        let noun = self.nouns.iter().find(|(noun, _)| starts_with(tokens, noun));
        noun.map(|(noun, level)| (noun.len(), *level))
    }

    /// Whether the body is one that lives and ends with its unit; the unit itself is.
    pub(crate) fn is_unit_body(&self, body: &Key) -> bool {
        let begins = |known: &Key| {
            body.exact
                .strip_prefix(&known.exact)
                .is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
        };
        body.is_empty() || self.bodies.iter().any(begins)
    }
}

fn abbreviations(sheet: &Sheet<'_>) -> Result<BTreeMap<String, String>, TableError> {
    let lines = sheet.read(|row| Ok((row.text(0)?, row.text(1)?)))?;
    let always = Validity::default();
    check_series(sheet, lines.iter().map(|(line, (short, _))| (*line, short, always)), false)?;
    Ok(lines.into_iter().map(|(_, pair)| pair).collect())
}

/// A word divided behind its dots, “TP.HCM” into “TP.” and “HCM”; single letters with dots
/// between them are one abbreviation, “T.D.P” is “TDP”.
fn pieces(word: &str) -> Vec<String> {
    let pieces: Vec<&str> = word.split_inclusive('.').collect();
    let letters: String = word.split('.').collect();
    let all_single =
        pieces.len() > 1 && pieces.iter().all(|it| it.trim_end_matches('.').chars().count() == 1);
    if all_single { vec![letters] } else { pieces.into_iter().map(str::to_owned).collect() }
}

fn syllables(text: &str) -> Vec<Token> {
    let words = text.split(|c: char| !c.is_alphanumeric() && !is_mark(c));
    words.filter(|word| !word.is_empty()).map(Token::new).collect()
}

fn is_mark(c: char) -> bool {
    ('\u{300}'..='\u{36F}').contains(&c)
}

/// “tổ dân phố số 5” is “tổ dân phố 5”.
fn without_number_word(tokens: Vec<Token>) -> Vec<Token> {
    let number_word = |index: usize| {
        let next: Option<&Token> = tokens.get(index + 1);
        tokens.get(index).is_some_and(|it| it.bare == "so") && next.is_some_and(Token::is_number)
    };
    let dropped: Vec<bool> = (0..tokens.len()).map(number_word).collect();
    let kept = tokens.into_iter().zip(dropped).filter(|(_, dropped)| !dropped);
    kept.map(|(token, _)| token).collect()
}

fn starts_with(tokens: &[Token], prefix: &[Token]) -> bool {
    let same = |(a, b): (&Token, &Token)| a.exact == b.exact;
    tokens.len() >= prefix.len() && tokens.iter().zip(prefix).all(same)
}
