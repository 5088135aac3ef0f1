//! Vietnamese text without its marks, and questions about its form.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use crate::roman;

/// Small letters without marks, single spaces: “Kính gửi” becomes “kinh gui”.
pub(crate) fn key(text: &str) -> String {
    let plain: String = text
        .nfd()
        .filter(|c| !is_combining_mark(*c))
        .map(|c| match c {
            'đ' | 'Đ' => 'd',
            other => other,
        })
        .collect();
    plain.to_lowercase().split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Whether there are letters and none of them is small.
pub(crate) fn in_capitals(text: &str) -> bool {
    let mut letters = text.chars().filter(|c| c.is_alphabetic()).peekable();
    letters.peek().is_some() && letters.all(|c| !c.is_lowercase())
}

/// Whether a text is nothing but a line typed with underscores, hyphens or the like.
pub(crate) fn is_typed_line(text: &str) -> bool {
    let mut signs = text.chars().filter(|c| !c.is_whitespace());
    let count = signs.clone().count();
    count >= 3 && signs.all(|c| matches!(c, '_' | '-' | '–' | '—' | '─' | '=' | '*' | '¯'))
}

/// The beginning of a text, at most some characters long.
pub(crate) fn beginning(text: &str, limit: usize) -> String {
    match text.char_indices().nth(limit) {
        Some((end, _)) => format!("{}…", text[..end].trim_end()),
        None => text.to_owned(),
    }
}

/// A number or letter at the beginning of a line, the sign after it, and what follows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Counted<'a> {
    /// “IV”, “12”, “đ”.
    pub(crate) mark: &'a str,
    /// “.”, “)”, “/”, or nothing.
    pub(crate) sign: &'a str,
    /// The text after it.
    pub(crate) rest: &'a str,
    /// There is a space between.
    pub(crate) spaced: bool,
}

/// Parts a line into its mark, the sign after it and the rest.
fn counted(line: &str, belongs: impl Fn(char) -> bool) -> Option<Counted<'_>> {
    let end = line.find(|c| !belongs(c))?;
    let (mark, tail) = line.split_at(end);
    let sign_end = tail.find(|c| !matches!(c, '.' | ')' | '/' | ':')).unwrap_or(tail.len());
    let (sign, rest) = tail.split_at(sign_end);
    let spaced = rest.starts_with(char::is_whitespace);
    (!mark.is_empty()).then(|| Counted { mark, sign, rest: rest.trim(), spaced })
}

/// “IV. KẾT QUẢ”: a Roman number, its sign and a text.
pub(crate) fn roman_heading(line: &str) -> Option<(u32, Counted<'_>)> {
    let found = counted(line, |c| matches!(c, 'I' | 'V' | 'X'))?;
    let number = roman::read(found.mark)?;
    // “I – …”, “I- …”: a dash instead of the full stop.
    let dashed = found.sign.is_empty() && found.rest.starts_with(['-', '–']);
    let proper = !found.sign.is_empty() || dashed;
    (proper && !found.rest.is_empty() && number <= 30).then_some((number, found))
}

/// “12. …”, “12) …”: an Arabic number, its sign and a text.
pub(crate) fn clause(line: &str) -> Option<(u32, Counted<'_>)> {
    let found = counted(line, |c| c.is_ascii_digit())?;
    let number = found.mark.parse().ok().filter(|_| found.mark.len() <= 2)?;
    let text = found.rest.starts_with(|c: char| c.is_alphabetic() || matches!(c, '“' | '"' | '('));
    let proper = matches!(found.sign, "." | ")" | "/" | "./" | ".)");
    (proper && text && (found.spaced || found.sign != "/")).then_some((number, found))
}

/// “4.1. …”: a number of several levels.
pub(crate) fn sub_clause(line: &str) -> bool {
    let mark = line.split_whitespace().next().unwrap_or_default();
    let mut steps = mark.trim_end_matches('.').split('.');
    let digits = |step: &str| {
        !step.is_empty() && step.len() <= 2 && step.bytes().all(|byte| byte.is_ascii_digit())
    };
    mark.contains('.') && steps.clone().count() >= 2 && steps.all(digits)
}

/// “đ) …”: a letter, its sign and a text. A letter with a full stop counts when it is small.
pub(crate) fn point(line: &str) -> Option<Counted<'_>> {
    let found = counted(line, char::is_alphabetic)?;
    let one = found.mark.chars().count() == 1 && found.mark.chars().all(char::is_lowercase);
    let proper = matches!(found.sign, ")" | "." | "/" | ".)");
    (one && proper && !found.rest.is_empty()).then_some(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_of_text_are_told_from_numbers_of_paragraphs() {
        assert!(roman_heading("I. KẾT QUẢ").is_some_and(|(number, _)| number == 1));
        assert!(roman_heading("IV/ KẾT QUẢ").is_some_and(|(_, it)| it.sign == "/"));
        assert!(roman_heading("Vì vậy").is_none(), "a word that begins with V");
        assert!(roman_heading("IIII. KẾT QUẢ").is_none(), "no Roman number");
        assert!(clause("1. Công tác").is_some_and(|(number, _)| number == 1));
        assert!(clause("1.686 khu dân cư").is_none(), "a number with thousands");
        assert!(clause("2026 là năm").is_none(), "a year");
        assert!(sub_clause("4.1. Phát động") && sub_clause("4.1 Phát động"));
        assert!(!sub_clause("1.686 khu dân cư"), "a number with thousands");
        assert!(point("đ) Kết quả").is_some_and(|it| it.mark == "đ"));
        assert!(point("a. Kết quả").is_some_and(|it| it.sign == "."));
        assert!(point("ma túy").is_none());
    }

    #[test]
    fn a_typed_line_has_no_letters() {
        assert!(is_typed_line("________") && is_typed_line("--- ---"));
        assert!(!is_typed_line("-") && !is_typed_line("- Lưu") && !is_typed_line(""));
    }
}
