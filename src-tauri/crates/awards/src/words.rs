//! Words that names of recipients and authorities are made of: abbreviations, words before a
//! name, nouns of places, bodies of a unit. All of them are data.

use crate::token::{Key, Token};
use crate::tsv::{Sheet, TableError, check_series};
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
    /// Nouns of places, longest first.
    nouns: Vec<Noun>,
    /// Bodies that live and end with their unit: “Công an”, “Ủy ban nhân dân”.
    bodies: Vec<Key>,
}

/// A noun of a place.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Noun {
    tokens: Vec<Token>,
    /// From 1 (thôn) to 4 (tỉnh).
    level: u8,
    /// Whether it is understood without diacritics; “ban” may be bản, bàn or ban.
    plain: bool,
}

pub(crate) const ABBREVIATION_COLUMNS: &[&str] = &["short", "long"];
pub(crate) const PREFIX_COLUMNS: &[&str] = &["recipient", "prefix"];
pub(crate) const NOUN_COLUMNS: &[&str] = &["noun", "level", "plain"];
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
        let flags = [("1", true), ("0", false)];
        for row in sheets.nouns.rows()? {
            let (tokens, level) = (words.tokens(&row.text(0)?), row.whole(1)?);
            words.nouns.push(Noun { tokens, level, plain: row.word(2, &flags)? });
        }
        for (_, (recipient, prefix)) in
            sheets.prefixes.read(|row| Ok((row.recipient(0)?, row.text(1)?)))?
        {
            words.prefixes.push((recipient, words.tokens(&prefix)));
        }
        for (_, body) in sheets.bodies.read(|row| row.text(0))? {
            words.bodies.push(Key::of(&words.tokens(&body)));
        }
        words.nouns.sort_by_key(|noun| std::cmp::Reverse(noun.tokens.len()));
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
                match self.long_form(&piece) {
                    Some(long) => tokens.extend(syllables(&long).into_iter().map(Token::expanded)),
                    None => tokens.extend(syllables(&piece)),
                }
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
        let plain = Key::of(name).is_plain();
        let least = if recipient == Recipient::Collective { 1 } else { 2 };
        let fits = |(kind, prefix): &&(Recipient, Vec<Token>)| {
            *kind == recipient
                && name.len() >= prefix.len() + least
                && begins_with(name, prefix, plain)
        };
        match self.prefixes.iter().find(fits) {
            Some((_, prefix)) => {
                self.strip(recipient, name.get(prefix.len()..).unwrap_or_default())
            }
            None => name,
        }
    }

    /// The noun of a place at the beginning of these tokens: its length and level. In a text
    /// without a single diacritic the nouns have none either.
    pub(crate) fn noun_at(&self, tokens: &[Token], plain: bool) -> Option<(usize, u8)> {
        let begins = |noun: &&Noun| begins_with(tokens, &noun.tokens, plain && noun.plain);
        self.nouns.iter().find(begins).map(|noun| (noun.tokens.len(), noun.level))
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

/// Whether the tokens begin with these, or, for a text without diacritics, with their bare form.
fn begins_with(tokens: &[Token], prefix: &[Token], plain: bool) -> bool {
    let same = |(a, b): (&Token, &Token)| a.exact == b.exact || plain && a.bare == b.bare;
    tokens.len() >= prefix.len() && tokens.iter().zip(prefix).all(same)
}
