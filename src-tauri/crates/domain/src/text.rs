//! Vietnamese text at the boundary: what is accepted, how it is normalised and how it is searched.
//!
//! Every string that enters the store passes through [`clean`] or [`clean_long`]; nothing behind
//! it needs to think about decomposed letters, stray spaces or legacy encodings again.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// The longest one-line text (a name, an office, a noun) in characters.
pub const MAX_LINE: usize = 600;
/// The longest paragraph (a task, an assessment) in characters.
pub const MAX_PARAGRAPH: usize = 20_000;

/// Why a text was not taken.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum TextError {
    /// The text has more characters than the field holds.
    #[error("text too long: {length} characters, at most {limit}")]
    TooLong {
        /// Characters in the text as typed.
        length: usize,
        /// The most the field takes.
        limit: usize,
    },
    /// The text looks like TCVN3 (“.VnTime”) bytes read as Latin-1, for instance “B¸o c¸o”.
    #[error("text looks like the legacy TCVN3 encoding")]
    LegacyEncoding,
    /// The text looks like the VNI encoding: a letter with its mark as a second one, “Baùo caùo”.
    #[error("text looks like the legacy VNI encoding")]
    VniEncoding,
    /// The text holds a control or private-use character that no font can print.
    #[error("text holds the unprintable character U+{0:04X}")]
    Unprintable(u32),
}

/// Normalises a one-line text: NFC, single plain spaces, trimmed; at most [`MAX_LINE`] characters.
///
/// # Errors
/// See [`TextError`].
pub fn clean(raw: &str) -> Result<String, TextError> {
    clean_up_to(raw, MAX_LINE)
}

/// Like [`clean`], for a paragraph of up to [`MAX_PARAGRAPH`] characters.
///
/// # Errors
/// See [`TextError`].
pub fn clean_long(raw: &str) -> Result<String, TextError> {
    clean_up_to(raw, MAX_PARAGRAPH)
}

fn clean_up_to(raw: &str, limit: usize) -> Result<String, TextError> {
    let text = normalise(raw);
    let length = text.chars().count();
    if length > limit {
        return Err(TextError::TooLong { length, limit });
    }
    if let Some(c) = text.chars().find(|c| is_unprintable(*c)) {
        return Err(TextError::Unprintable(u32::from(c)));
    }
    if looks_like_vni(&text) {
        return Err(TextError::VniEncoding);
    }
    if looks_like_tcvn3(&text) {
        return Err(TextError::LegacyEncoding);
    }
    Ok(text)
}

/// NFC, every white space to one plain space, zero-width characters dropped, ends trimmed.
#[must_use]
pub fn normalise(raw: &str) -> String {
    // Zero-width characters go first: one between a letter and its mark would keep them apart.
    let visible: String = raw
        .chars()
        .filter(|c| !is_zero_width(*c))
        .map(|c| if c.is_whitespace() { ' ' } else { c })
        .collect();
    let composed: String = visible.nfc().collect();
    composed.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn is_zero_width(c: char) -> bool {
    matches!(c, '\u{200B}'..='\u{200F}' | '\u{2060}' | '\u{FEFF}' | '\u{00AD}')
}

fn is_unprintable(c: char) -> bool {
    c.is_control() || matches!(c, '\u{E000}'..='\u{F8FF}' | '\u{FFF0}'..='\u{FFFF}')
}

/// Latin-1 signs that stand for Vietnamese letters in TCVN3 and are not Vietnamese letters
/// themselves; signs that units are written with (°C, m², ±) are left out.
const TCVN3_SIGNS: &str = "¸¹»¼½¾¿¡¢£¤¥¦§¨©ª«¬®¯´µ¶·ÆÇËÎÏÐÑÖ×ØÜÞßåæçëîïñöøüþÿ";

/// Tells whether a text was most likely typed with a TCVN3 font (“B¸o c¸o tæng kÕt”).
///
/// A word with one of TCVN3's signs between letters counts; real Vietnamese has none, and a lone
/// sign such as “±” or “°” outside a word does not count.
#[must_use]
pub fn looks_like_tcvn3(text: &str) -> bool {
    text.split(' ').filter(|word| has_sign_beside_letter(word)).count() >= 1
}

/// Marks of VNI, which stand as letters of their own behind the vowel they belong to.
const VNI_MARKS: &str = "ùøûõïáàåãäâéèúüëêÙØÛÕÏÁÀÅÃÄÉÈÚÜË";
/// Letters that VNI writes as one sign: ơ, ư, đ, ị.
const VNI_LETTERS: &str = "ôöñòóæîÔÖÑÒÓÆÎ";

/// Signs of VNI that no Vietnamese word has.
const VNI_FOREIGN: &str = "åäëïöøûüæñîÅÄËÏÖØÛÜÆÑÎ";
/// Those of them that nothing else brings into a Vietnamese text.
const VNI_SURE: &str = "åøÅØ";

/// Tells whether a text was most likely typed with a VNI font (“Baùo caùo toång keát”).
///
/// A vowel must have a mark behind it in a combination that no Vietnamese word has, and a sign that
/// no Vietnamese word has must be there: one that only VNI brings, or two signs together. A slip
/// such as “aâ” stays what it is. Every sign of TCVN3 must also be one of VNI.
#[must_use]
pub fn looks_like_vni(text: &str) -> bool {
    let letters: Vec<char> = text.chars().collect();
    let foreign = |c: &char| VNI_FOREIGN.contains(*c);
    let of_tcvn3 =
        |c: &char| TCVN3_SIGNS.contains(*c) && !VNI_MARKS.contains(*c) && !VNI_LETTERS.contains(*c);
    let pairs = letters.windows(2).filter(|pair| is_vni_pair(pair[0], pair[1]));
    let (pairs, native) = pairs
        .fold((0, 0), |(all, native), pair| (all + 1, native + usize::from(!foreign(&pair[1]))));
    let signs = letters.iter().filter(|c| foreign(c)).count();
    let sure = letters.iter().any(|c| VNI_SURE.contains(*c));
    !letters.iter().any(of_tcvn3) && pairs > 0 && signs > 0 && (sure || signs + native > 1)
}

/// A vowel and the mark behind it: “aù” for á, “oå” for ổ.
fn is_vni_pair(vowel: char, mark: char) -> bool {
    let (vowel, mark) = (vowel.to_ascii_lowercase(), mark.to_lowercase().next().unwrap_or(mark));
    let takes = match vowel {
        'a' => "ùøûïáàåãäâéèúüëê",
        'e' | 'o' => "ùøûïáàåãäâ",
        'u' | 'y' | 'ö' | 'ô' => "ùøûï",
        _ => "",
    };
    // “oà”, “oá”, “oã”, “oè”, “uù” are also written by hand: only what nobody writes counts.
    let written =
        matches!((vowel, mark), ('o', 'à' | 'á' | 'ã') | ('e' | 'u' | 'y', 'á' | 'à' | 'ã'));
    takes.contains(mark) && !written
}

fn has_sign_beside_letter(word: &str) -> bool {
    let mut letters = 0usize;
    let mut signs = 0usize;
    for c in word.chars() {
        if TCVN3_SIGNS.contains(c) {
            signs += 1;
        } else if c.is_ascii_alphabetic() {
            letters += 1;
        }
    }
    signs > 0 && letters > 0
}

/// The key by which names are searched: lower case, no diacritics, đ as d, one space between
/// words. Hoà and hòa, Đắk and dak give the same key.
#[must_use]
pub fn search_key(text: &str) -> String {
    let plain: String = text
        .nfd()
        .filter(|c| !is_combining_mark(*c))
        .map(|c| match c {
            'đ' | 'Đ' => 'd',
            other => other,
        })
        .collect();
    normalise(&plain).to_lowercase()
}

/// The text with its first letter in capitals, as at the beginning of a sentence.
#[must_use]
pub fn capitalise(text: &str) -> String {
    let mut chars = text.chars();
    match chars.next() {
        Some(first) => first.to_uppercase().chain(chars).collect(),
        None => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_vietnamese_letter_is_taken_in_capitals_and_small() {
        let vowels = "aàáảãạăằắẳẵặâầấẩẫậeèéẻẽẹêềếểễệiìíỉĩịoòóỏõọôồốổỗộơờớởỡợuùúủũụưừứửữựyỳýỷỹỵđ";
        for letter in vowels.chars() {
            let word = format!("b{letter}nh");
            assert_eq!(clean(&word), Ok(word.clone()));
            assert_eq!(clean(&word.to_uppercase()), Ok(word.to_uppercase()));
        }
    }

    #[test]
    fn a_mark_behind_a_zero_width_joiner_still_finds_its_letter() {
        let once = normalise("e\u{200D}\u{0301}m");
        assert_eq!(once, "ém");
        assert_eq!(normalise(&once), once, "what is clean stays as it is");
    }

    #[test]
    fn decomposed_letters_are_composed() {
        assert_eq!(clean("Tuye\u{302}n  Quang\u{A0}").as_deref(), Ok("Tuyên Quang"));
    }

    #[test]
    fn tcvn3_is_recognised_and_real_vietnamese_is_not() {
        assert_eq!(clean("B¸o c¸o tæng kÕt"), Err(TextError::LegacyEncoding));
        for fine in ["Ủy ban nhân dân", "ân ý ã õ ù é ò", "sai số ± 2%", "25 °C", "Đắk Lắk"]
        {
            assert_eq!(clean(fine).as_deref(), Ok(fine), "{fine} is proper Vietnamese");
        }
    }

    #[test]
    fn vni_is_told_from_tcvn3() {
        for vni in ["Baùo caùo toång keát", "Coâng an tænh", "phöôøng", "an ninh Toå quoác"]
        {
            assert_eq!(clean(vni), Err(TextError::VniEncoding), "{vni}");
        }
        for tcvn3 in ["B¸o c¸o", "tæng kÕt n¨m", "®¶ng"] {
            assert_eq!(clean(tcvn3), Err(TextError::LegacyEncoding), "{tcvn3}");
        }
        for fine in ["aâ", "hoà thuận", "hoá học", "loã", "khoẻ", "thuỷ lợi", "quý", "Đào Thị Oánh"]
        {
            assert_eq!(clean(fine).as_deref(), Ok(fine), "{fine} is written by hand");
        }
    }

    #[test]
    fn a_name_of_five_thousand_characters_is_refused_with_its_length() {
        let long = "a".repeat(5_000);
        assert_eq!(clean(&long), Err(TextError::TooLong { length: 5_000, limit: MAX_LINE }));
        assert!(clean_long(&long).is_ok(), "a paragraph may be that long");
    }

    #[test]
    fn control_and_private_characters_are_refused() {
        assert_eq!(clean("a\u{E001}b"), Err(TextError::Unprintable(0xE001)));
        assert_eq!(clean("a\u{7}b"), Err(TextError::Unprintable(7)));
    }

    #[test]
    fn search_does_not_depend_on_diacritics_or_tone_position() {
        assert_eq!(search_key("Hoà Bình"), search_key("hòa  bình"));
        assert_eq!(search_key("Đắk Lắk"), "dak lak");
    }

    #[test]
    fn capitals_work_beyond_ascii() {
        assert_eq!(capitalise("ủy viên"), "Ủy viên");
        assert_eq!(capitalise(""), "");
    }
}
