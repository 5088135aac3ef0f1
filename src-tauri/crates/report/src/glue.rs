//! No-break rules: which spaces of a Vietnamese text must not end a line.
//!
//! Owns the rules only. A figure stays with its unit ("32 cuộc"), a date word with its number
//! ("tháng 02"), a range with both ends ("2022 - 2025"). Inside a word there is never a break;
//! over-long words are handled by the shaper.

/// Words whose number follows them.
const LABELS: [&str; 8] = ["ngày", "tháng", "năm", "quý", "điều", "khoản", "điểm", "mục"];

/// Returns the byte positions of the spaces that must not end a line, in ascending order.
pub(crate) fn glued_spaces(text: &str) -> Vec<usize> {
    let words: Vec<(usize, &str)> = words(text).collect();
    let mut glued = Vec::new();
    for (index, pair) in words.windows(2).enumerate() {
        let [(start, word), (next_start, next)] = *pair else {
            continue;
        };
        let end = start + word.len();
        if next_start != end + 1 || !text[end..].starts_with(' ') {
            continue;
        }
        let previous = index.checked_sub(1).and_then(|i| words.get(i)).map(|&(_, w)| w);
        let after = words.get(index + 2).map(|&(_, w)| w);
        if holds(previous, word, next, after) {
            glued.push(end);
        }
    }
    glued
}

/// Splits at spaces and line feeds, with byte positions. No-break spaces do not split.
fn words(text: &str) -> impl Iterator<Item = (usize, &str)> {
    text.split([' ', '\n'])
        .scan(0, |at, word| {
            let start = *at;
            *at += word.len() + 1;
            Some((start, word))
        })
        .filter(|(_, word)| !word.is_empty())
}

/// Decides on the space between `word` and `next`.
fn holds(previous: Option<&str>, word: &str, next: &str, after: Option<&str>) -> bool {
    if is_label(word) {
        return starts_number(next);
    }
    if is_dash(word) {
        return previous.is_some_and(is_number) && starts_number(next);
    }
    if !is_number(word) {
        return false;
    }
    if is_dash(next) {
        return after.is_some_and(starts_number);
    }
    let labelled = previous.is_some_and(is_label);
    next.starts_with('%') || (!labelled && !word.ends_with('%') && starts_alphabetic(next))
}

/// Tells whether the word takes the number that follows it.
fn is_label(word: &str) -> bool {
    let word = word.trim_start_matches(['(', '"', '“']).to_lowercase();
    LABELS.contains(&word.as_str())
}

/// Tells whether the word is a dash standing alone.
fn is_dash(word: &str) -> bool {
    matches!(word, "-" | "–" | "—")
}

/// Tells whether the whole word is a figure: digits, a dotted gap, separators, signs.
fn is_number(word: &str) -> bool {
    let word = word.trim_start_matches(['(', '"', '“', '+', '-', '±', '<', '>', '≥', '≤']);
    let body =
        word.chars().all(|ch| is_figure(ch) || matches!(ch, '.' | ',' | '/' | ':' | '-' | '–'));
    body && word.chars().next_back().is_some_and(is_figure)
}

/// Tells whether a character can be part of a figure on its own.
fn is_figure(ch: char) -> bool {
    ch.is_ascii_digit() || matches!(ch, '%' | '…')
}

/// Tells whether a word begins like a figure.
fn starts_number(word: &str) -> bool {
    word.trim_start_matches(['(', '+', '-'])
        .starts_with(|ch: char| ch.is_ascii_digit() || ch == '…')
}

/// Tells whether a word begins with a letter.
fn starts_alphabetic(word: &str) -> bool {
    word.starts_with(char::is_alphabetic)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Shows glued spaces as `~`.
    fn shown(text: &str) -> String {
        let glued = glued_spaces(text);
        text.char_indices().map(|(at, ch)| if glued.contains(&at) { '~' } else { ch }).collect()
    }

    #[test]
    fn a_figure_stays_with_its_unit() {
        assert_eq!(shown("có 32 cuộc họp"), "có 32~cuộc họp");
        assert_eq!(shown("1.686/1.727 khu dân cư, đạt 97,6%"), "1.686/1.727~khu dân cư, đạt 97,6%");
        assert_eq!(shown("đạt 97,6 % số khu"), "đạt 97,6~% số khu");
        assert_eq!(shown("thưởng (+12) tập thể"), "thưởng (+12) tập thể");
    }

    #[test]
    fn a_percentage_or_a_closed_figure_is_free() {
        assert_eq!(shown("97,6% khu; 32, cuộc"), "97,6% khu; 32, cuộc");
    }

    #[test]
    fn a_date_breaks_only_between_its_parts() {
        assert_eq!(shown("ngày 09 tháng 02 năm 2023 tại"), "ngày~09 tháng~02 năm~2023 tại");
        assert_eq!(shown("Quý 3 năm 2024"), "Quý~3 năm~2024");
    }

    #[test]
    fn a_range_stays_whole() {
        assert_eq!(shown("giai đoạn 2022 - 2025 của"), "giai đoạn 2022~-~2025~của");
        assert_eq!(shown("A - 5"), "A - 5");
    }

    #[test]
    fn a_gap_counts_as_a_figure() {
        assert_eq!(shown("gồm …… khu, ……/…… xã"), "gồm ……~khu, ……/……~xã");
    }

    #[test]
    fn double_spaces_and_line_feeds_are_left_alone() {
        assert_eq!(shown("32  cuộc\n5\ntổ"), "32  cuộc\n5\ntổ");
    }
}
