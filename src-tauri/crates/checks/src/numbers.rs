//! Fractions and percentages in running text: “1.686/1.727 khu dân cư, đạt 97,6%”.

use bc138_domain::cell::{self, Reading};
use bc138_domain::{Amount, Fixed};

/// A fraction found in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Fraction<'a> {
    pub reached: Fixed,
    pub total: Fixed,
    /// The fraction as it is written.
    pub written: &'a str,
    /// What follows it up to the end of the clause.
    pub after: &'a str,
}

/// Words before “8/2” or “124/2021” that make it no fraction.
const NO_FRACTION_AFTER: [&str; 14] = [
    "ngày", "sáng", "chiều", "tối", "từ", "đến", "số", "định", "thị", "quyết", "tư", "luật",
    "luận", "hoạch",
];

/// The fractions of a text, in their order. Dates and numbers of documents are none.
pub(crate) fn fractions(text: &str) -> Vec<Fraction<'_>> {
    let mut found = Vec::new();
    let mut word_before = "";
    let mut rest = text;
    while let Some(start) = rest.find(|c: char| !c.is_whitespace()) {
        let word = &rest[start..];
        let end = word.find(char::is_whitespace).unwrap_or(word.len());
        let (word, after) = word.split_at(end);
        let bare = word.trim_start_matches(['(', '“', '"']);
        let written = bare.trim_end_matches([',', ';', ')', '.', '”', '"']);
        if let Some((reached, total)) = parts(written)
            && !NO_FRACTION_AFTER.contains(&word_before.to_lowercase().as_str())
        {
            let closed = bare.len() > written.len() && bare.ends_with([';', '.']);
            let after = if closed { "" } else { clause(after) };
            found.push(Fraction { reached, total, written, after });
        }
        word_before = word;
        rest = &rest[start + end..];
    }
    found
}

fn parts(written: &str) -> Option<(Fixed, Fixed)> {
    let is_number = |c: char| c.is_ascii_digit() || c == '.';
    let (x, y) = written.split_once('/')?;
    if x.is_empty() || y.is_empty() || !x.chars().all(is_number) || !y.chars().all(is_number) {
        return None;
    }
    match cell::read(written).ok()?? {
        Reading { amount: Some(Amount::Ratio { reached, total }), .. } => Some((reached, total)),
        _ => None,
    }
}

/// The text up to the end of the clause: a semicolon, a full stop before a space, or the next
/// fraction.
fn clause(text: &str) -> &str {
    let mut end = text.len();
    for (at, c) in text.char_indices() {
        let next = text[at + c.len_utf8()..].chars().next();
        let stops = c == ';' || (c == '.' && next.is_none_or(char::is_whitespace));
        let slash = c == '/' && next.is_some_and(|next| next.is_ascii_digit());
        if stops || slash {
            end = if slash { text[..at].rfind(char::is_whitespace).unwrap_or(0) } else { at };
            break;
        }
    }
    &text[..end]
}

/// Words before a percentage that make it another one than the rate of the fraction before it: a
/// growth, a goal, an estimate.
const NO_RATE_AFTER: [&str; 14] = [
    "tăng", "giảm", "vượt", "so", "phấn", "mục", "chỉ", "hơn", "trên", "gần", "khoảng", "dưới",
    "ước", "từ",
];

/// The first percentage in a clause, when nothing says that it is no rate; as it is written:
/// “97,6”.
pub(crate) fn percent(clause: &str) -> Option<(Fixed, &str)> {
    let before = clause[..clause.find('%')?].trim_end();
    let written = before.rsplit(|c: char| !c.is_ascii_digit() && c != ',' && c != '.').next()?;
    let words = before[..before.len() - written.len()].split_whitespace();
    if words.map(str::to_lowercase).any(|word| NO_RATE_AFTER.contains(&word.as_str())) {
        return None;
    }
    match cell::read(&format!("{written}%")).ok()??.amount? {
        Amount::Percent { value } => Some((value, written)),
        _ => None,
    }
}

/// Whether a percentage with the decimals it is written with can be x/y: rounded or cut off.
pub(crate) fn is_rate(written: &str, percent: Fixed, reached: Fixed, total: Fixed) -> bool {
    let decimals = written.split_once(',').map_or(0, |(_, decimals)| decimals.len());
    let step = match decimals {
        0 => 1_000,
        1 => 100,
        2 => 10,
        _ => 1,
    };
    let exact = i128::from(reached.thousandths()) * 100_000;
    let stated = i128::from(percent.thousandths());
    let total = i128::from(total.thousandths());
    // Within one step of the last decimal: half a step rounded either way, or the rest cut off.
    total > 0 && (exact - stated * total).abs() < step * total
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fixed(n: i64) -> Fixed {
        Fixed::from_int(n).unwrap()
    }

    #[test]
    fn fractions_are_found_and_dates_are_not() {
        let text = "Ngày 8/2, theo Thông tư 124/2021/TT-BCA, có 1.686/1.727 khu dân cư (97,6%), \
                    4/5 phường; từ 16/11 đến 15/11.";
        let found = fractions(text);
        let written: Vec<&str> = found.iter().map(|it| it.written).collect();
        assert_eq!(written, ["1.686/1.727", "4/5"]);
        assert_eq!(percent(found[0].after), Some((Fixed::from_thousandths(97_600), "97,6")));
        assert_eq!(percent(found[1].after), None, "the percentage belongs to the first");
        let grown = "có 173/181 xã đạt, tăng 2,3% so với năm 2021";
        assert_eq!(percent(fractions(grown)[0].after), None, "a growth is no rate");
    }

    #[test]
    fn a_percentage_is_true_rounded_or_cut_off() {
        for (written, thousandths) in
            [("97,6", 97_600), ("97,63", 97_630), ("98", 98_000), ("97", 97_000)]
        {
            let percent = Fixed::from_thousandths(thousandths);
            assert!(is_rate(written, percent, fixed(1_686), fixed(1_727)), "{written}");
        }
        for (written, thousandths) in [("96,7", 96_700), ("97,8", 97_800), ("96", 96_000)] {
            let percent = Fixed::from_thousandths(thousandths);
            assert!(!is_rate(written, percent, fixed(1_686), fixed(1_727)), "{written}");
        }
    }
}
