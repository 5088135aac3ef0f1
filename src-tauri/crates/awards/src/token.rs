//! Syllables of Vietnamese names, compared without regard to how they were typed: composed or
//! not, hòa or hoà, Lý or Lí, with or without diacritics.

use bc138_domain::text;
use unicode_normalization::UnicodeNormalization;

/// One syllable or number of a name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Token {
    /// As it was written.
    pub surface: String,
    /// The letters with their own diacritics, then the tone as a digit: “hòa” and “hoà” are
    /// both `hoa1`.
    pub exact: String,
    /// Without any diacritics.
    pub bare: String,
    /// Whether it was not typed but stands in for an abbreviation.
    pub expanded: bool,
}

/// Combining grave, acute, tilde, hook above and dot below: the five written tones.
const TONES: [char; 5] = ['\u{300}', '\u{301}', '\u{303}', '\u{309}', '\u{323}'];

const VOWELS: &str = "aăâeêioôơuưy";

impl Token {
    pub fn new(surface: &str) -> Self {
        let lower = text::normalise(surface).to_lowercase();
        let number = lower.trim_start_matches('0');
        if lower.bytes().all(|b| b.is_ascii_digit()) && !number.is_empty() {
            let number = number.to_owned();
            let (surface, exact) = (surface.to_owned(), number.clone());
            return Self { surface, exact, bare: number, expanded: false };
        }
        let bare = with_plain_i(text::search_key(&lower));
        Self { surface: surface.to_owned(), exact: exact_key(&lower), bare, expanded: false }
    }

    /// The same syllable as a part of an abbreviation written out.
    pub fn expanded(self) -> Self {
        Self { expanded: true, ..self }
    }

    pub fn is_number(&self) -> bool {
        !self.exact.is_empty() && self.exact.bytes().all(|b| b.is_ascii_digit())
    }
}

fn exact_key(lower: &str) -> String {
    let tone = lower.nfd().find_map(|c| TONES.iter().position(|tone| *tone == c));
    let letters: String = lower.nfd().filter(|c| !TONES.contains(c)).nfc().collect();
    let letters = with_plain_i(letters);
    tone.map_or(letters.clone(), |tone| format!("{letters}{}", tone + 1))
}

/// “Mỹ” and “Mĩ”, “Quý” and “Quí” are the same: a final y after a consonant becomes i. After
/// another vowel it is a different sound (“tay”, “tai”).
fn with_plain_i(letters: String) -> String {
    let Some(stem) = letters.strip_suffix('y') else { return letters };
    let after_vowel = stem.ends_with(|c| VOWELS.contains(c)) && stem != "qu";
    if stem.is_empty() || after_vowel { letters } else { format!("{stem}i") }
}

/// A name as a key in two strengths.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Key {
    /// Joined [`Token::exact`].
    pub exact: String,
    /// Joined [`Token::bare`].
    pub bare: String,
    /// Whether the text it stands in was typed without a single diacritic.
    plain: bool,
}

impl Key {
    pub fn of(tokens: &[Token]) -> Self {
        let join = |part: fn(&Token) -> &str| {
            tokens.iter().map(part).filter(|it| !it.is_empty()).collect::<Vec<_>>().join(" ")
        };
        let (exact, bare) = (join(|token| &token.exact), join(|token| &token.bare));
        let plain = tokens.iter().all(|token| token.expanded || token.exact == token.bare);
        Self { exact, bare, plain }
    }

    /// A part of a text: “An” in “Công an xã An” was typed with diacritics, though it has none.
    pub fn part_of(whole: &Self, tokens: &[Token]) -> Self {
        Self { plain: whole.plain, ..Self::of(tokens) }
    }

    /// Whether the text it stands in was typed without a single diacritic.
    pub const fn is_plain(&self) -> bool {
        self.plain
    }

    pub const fn is_empty(&self) -> bool {
        self.exact.is_empty()
    }

    /// How two names compare as they are spelled.
    pub fn spelling(&self, other: &Self) -> Spelling {
        if self.exact == other.exact {
            Spelling::Same
        } else if self.bare != other.bare {
            Spelling::Different
        } else if self.plain || other.plain {
            Spelling::WithoutMarks
        } else {
            Spelling::OtherMarks
        }
    }
}

/// How two spellings compare.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Spelling {
    /// The same name, whatever the position of tones and the spaces.
    Same,
    /// One of them was typed without diacritics.
    WithoutMarks,
    /// Both have diacritics, and they differ: An and Ân are two names.
    OtherMarks,
    Different,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(text: &str) -> Key {
        Key::of(&text.split_whitespace().map(Token::new).collect::<Vec<_>>())
    }

    #[test]
    fn tone_position_composition_and_y_do_not_make_another_name() {
        for (a, b) in [
            ("Hoà Bình", "Hòa  Bình"),
            ("Thuỷ", "Thủy"),
            ("Lý Mỹ Quý", "Lí Mĩ Quí"),
            ("Tuye\u{302}n", "Tuyên"),
            ("NGUYỄN VĂN AN", "Nguyễn Văn An"),
            ("tổ 05", "tổ 5"),
        ] {
            assert_eq!(key(a).spelling(&key(b)), Spelling::Same, "{a} = {b}");
        }
    }

    #[test]
    fn other_letters_and_other_tones_are_other_names() {
        for (a, b) in
            [("Văn An", "Văn Ân"), ("Hòa", "Hóa"), ("Đông", "Đồng"), ("Thị Duy", "Thị Dũy")]
        {
            assert_eq!(key(a).spelling(&key(b)), Spelling::OtherMarks, "{a} is not {b}");
        }
        assert_eq!(key("tay").spelling(&key("tai")), Spelling::Different);
        assert_eq!(key("tổ 5").spelling(&key("tổ 6")), Spelling::Different);
    }

    #[test]
    fn missing_diacritics_are_told_from_other_diacritics() {
        let plain = key("Nguyen Van An");
        assert_eq!(plain.spelling(&key("Nguyễn Văn Ân")), Spelling::WithoutMarks);
        assert_eq!(key("Nguyễn Văn An").spelling(&key("Nguyễn Văn Ân")), Spelling::OtherMarks);
        assert_eq!(key("Đinh").spelling(&key("Dinh")), Spelling::WithoutMarks);
    }
}
