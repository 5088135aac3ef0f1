//! Capitals of Phụ lục II, from a small list of words.

use crate::check::Check;
use crate::docx::para::Para;
use crate::finding::{Part, Value};
use crate::rules::CapitalWord;
use crate::sink::Sink;

/// Checks every paragraph in small letters.
pub(super) fn check(sink: &mut Sink<'_>) {
    let words = &sink.rules.words.capital;
    for (part, para) in sink.layout.all() {
        let prose = super::body::is_body(part)
            || matches!(
                part,
                Part::Subject
                    | Part::Table
                    | Part::AnnexText
                    | Part::Recipient
                    | Part::Addressee
                    | Part::AddresseeItem
            );
        if prose {
            look_at(sink, words, para);
        }
    }
}

fn look_at(sink: &mut Sink<'_>, words: &[CapitalWord], para: &Para) {
    let line = para.line();
    for word in words {
        if let Some(found) = find(&line, word) {
            let wanted = Value::text(&word.right);
            sink.para(Check::Capitals, para, Value::text(found), wanted);
        }
    }
}

/// The first place where a word is written as it should not be.
fn find<'a>(line: &'a str, word: &CapitalWord) -> Option<&'a str> {
    let (text, digit) = match word.wrong.strip_suffix('#') {
        Some(text) => (text, true),
        None => (word.wrong.as_str(), false),
    };
    line.match_indices(text).find_map(|(at, found)| {
        let (before, after) = (&line[..at], &line[at + found.len()..]);
        let apart = !before.ends_with(char::is_alphanumeric);
        let ends = match digit {
            true => after.starts_with(|c: char| c.is_ascii_digit()),
            false => !after.starts_with(char::is_alphanumeric),
        };
        let fine = word.fine_after.iter().any(|it| before.trim_end().ends_with(it.as_str()));
        let begins =
            before.trim_end().is_empty() || before.trim_end().ends_with(['.', ':', '-', ')']);
        (apart && ends && !fine && !(word.within_sentence && begins)).then_some(found)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_count_only_as_whole_words_and_not_after_what_makes_them_right() {
        let word = CapitalWord {
            wrong: "nhân dân".into(),
            right: "Nhân dân".into(),
            fine_after: vec!["Ủy ban".into()],
            within_sentence: false,
        };
        assert_eq!(find("vận động nhân dân tham gia", &word), Some("nhân dân"));
        assert_eq!(find("Ủy ban nhân dân tỉnh", &word), None, "part of a name");
        assert_eq!(find("vận động Nhân dân", &word), None, "as it should be");
        let article = CapitalWord {
            wrong: "điều #".into(),
            right: "Điều".into(),
            fine_after: Vec::new(),
            within_sentence: false,
        };
        assert_eq!(find("theo điều 5 của Luật", &article), Some("điều "));
        assert_eq!(find("điều kiện", &article), None);
    }
}
