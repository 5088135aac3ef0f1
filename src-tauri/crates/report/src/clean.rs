//! Text at the entry of every writer: NFC, no control or invisible characters.
//!
//! Must not change anything a reader can see.

use unicode_normalization::{UnicodeNormalization, is_nfc};

/// Returns the text in NFC; tabs become spaces, invisible format characters and carriage returns
/// disappear. Line feeds stay: they are forced line breaks.
pub(crate) fn clean(text: &str) -> String {
    let visible: String = text.chars().filter_map(visible).collect();
    if is_nfc(&visible) { visible } else { visible.nfc().collect() }
}

/// Maps one character to what is kept of it.
fn visible(ch: char) -> Option<char> {
    match ch {
        '\t' => Some(' '),
        '\r' | '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{2060}' | '\u{FEFF}' => None,
        '\u{2028}' | '\u{2029}' => Some('\n'),
        other => Some(other),
    }
}

/// Tells whether a character may never reach the paper, whatever the font offers.
pub(crate) fn never_printed(ch: char) -> bool {
    let private = matches!(ch, '\u{E000}'..='\u{F8FF}' | '\u{F0000}'..='\u{10FFFF}');
    let replacement = matches!(ch, '\u{FFF0}'..='\u{FFFF}');
    (ch.is_control() && ch != '\n') || private || replacement
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn composes_decomposed_vietnamese() {
        assert_eq!(clean("Nguye\u{302}\u{303}n"), "Nguyễn");
        assert_eq!(clean("tổ"), "tổ");
    }

    #[test]
    fn drops_what_cannot_be_seen() {
        assert_eq!(clean("a\u{200B}b\u{FEFF}\tc\r\nd"), "ab c\nd");
    }

    #[test]
    fn replacement_and_control_characters_are_never_printed() {
        assert!(never_printed('\u{FFFD}') && never_printed('\u{7}') && never_printed('\u{E001}'));
        assert!(!never_printed('ế') && !never_printed('\n'));
    }
}
