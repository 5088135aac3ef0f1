//! Numbers as they are written: full stop for thousands, comma for decimals, no space before %.

use crate::check::Check;
use crate::docx::para::Para;
use crate::finding::{Part, Value};
use crate::sink::Sink;
use crate::text::key;

/// Units behind decimals; after one of them three digits are no thousands.
const UNITS: [&str; 14] =
    ["%", "kg", "g", "gam", "ha", "km", "m", "m2", "m²", "tan", "ty", "trieu", "nghin", "lit"];

/// Checks every paragraph with text of the document's own.
pub(super) fn check(sink: &mut Sink<'_>) {
    for (part, para) in sink.layout.all() {
        let skipped = matches!(
            part,
            Part::Number | Part::PlaceDate | Part::AnnexReference | Part::Recipient | Part::Other
        );
        if !skipped {
            look_at(sink, para);
        }
    }
}

fn look_at(sink: &mut Sink<'_>, para: &Para) {
    let line = para.line();
    for figure in figures(&line) {
        if let Some(wanted) = figure.decimal().or_else(|| figure.percent()) {
            let (check, found) = match wanted.contains('%') && figure.spaced_percent() {
                true => (Check::PercentSpace, format!("{} %", figure.digits)),
                false => (Check::DecimalComma, figure.digits.to_owned()),
            };
            sink.para(check, para, Value::Text(found), Value::Text(wanted));
        } else if let Some(wanted) = figure.thousands() {
            let found = Value::text(figure.digits);
            sink.para(Check::Thousands, para, found, Value::Text(wanted));
        }
    }
}

/// Digits with the signs between them, and what stands around.
struct Figure<'a> {
    before: &'a str,
    digits: &'a str,
    after: &'a str,
}

/// All figures of a line.
fn figures(line: &str) -> Vec<Figure<'_>> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(start) = line[at..].find(|c: char| c.is_ascii_digit()).map(|it| at + it) {
        let rest = &line[start..];
        let end = rest.find(|c: char| !c.is_ascii_digit() && !matches!(c, '.' | ',' | '/' | '-'));
        let token = &rest[..end.unwrap_or(rest.len())];
        let digits = token.trim_end_matches(['.', ',', '/', '-']);
        let after = &line[start + digits.len()..];
        found.push(Figure { before: &line[..start], digits, after });
        at = start + token.len().max(1);
    }
    found
}

impl Figure<'_> {
    /// No date, no number of a document, no telephone number, no code.
    fn stands_alone(&self) -> bool {
        let joined = |c: char| c.is_alphanumeric() || matches!(c, '/' | '-' | '.' | ',' | '–');
        let before = self.before.ends_with(|c: char| joined(c) && c != '-');
        let after = self.after.starts_with(|c: char| c.is_alphabetic() || c == '/');
        !before && !after && !self.digits.starts_with('0') && !self.digits.contains(['/', '-'])
    }

    /// The word behind it.
    fn unit(&self) -> String {
        let word = self.after.trim_start().split([' ', ',', ';', '.', ')']).next();
        key(word.unwrap_or_default())
    }

    fn has_unit(&self) -> bool {
        UNITS.contains(&self.unit().as_str())
    }

    fn spaced_percent(&self) -> bool {
        let after = self.after;
        after.starts_with(char::is_whitespace) && after.trim_start().starts_with('%')
    }

    /// “97.6%” should be “97,6%”.
    fn decimal(&self) -> Option<String> {
        let (whole, fraction) = self.digits.split_once('.')?;
        let plain = |text: &str| !text.is_empty() && text.bytes().all(|it| it.is_ascii_digit());
        let decimal = plain(whole) && plain(fraction) && fraction.len() != 3;
        (decimal && self.has_unit()).then(|| format!("{whole},{fraction}"))
    }

    /// “97,6 %” should be “97,6%”.
    fn percent(&self) -> Option<String> {
        self.spaced_percent().then(|| format!("{}%", self.digits))
    }

    /// “1686” and “1,686” should be “1.686”; years are left alone.
    fn thousands(&self) -> Option<String> {
        if !self.stands_alone() {
            return None;
        }
        let groups: Vec<&str> = self.digits.split(',').collect();
        let digits: String = groups.concat();
        let plain = digits.bytes().all(|it| it.is_ascii_digit());
        let (first, others) = groups.split_first()?;
        let grouped =
            !others.is_empty() && first.len() <= 3 && others.iter().all(|it| it.len() == 3);
        let year = digits.len() == 4 && (digits.starts_with("19") || digits.starts_with("20"));
        let bare = others.is_empty() && digits.len() >= 4 && !year && !self.named();
        let wrong = plain && (bare || (grouped && !self.has_unit()));
        (wrong && digits.len() < 16).then(|| in_groups(&digits))
    }

    /// A word before it says that it counts nothing: a telephone or a house.
    fn named(&self) -> bool {
        let word = key(self.before.split_whitespace().next_back().unwrap_or_default());
        let word = word.trim_end_matches(':');
        matches!(word, "so" | "dt" | "fax" | "tel" | "thoai" | "nam" | "ma")
    }
}

/// Full stops between thousands.
fn in_groups(digits: &str) -> String {
    let mut text = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            text.push('.');
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wrong(line: &str) -> Vec<String> {
        let figures = figures(line);
        let wanted = figures.iter().filter_map(|figure| {
            figure.decimal().or_else(|| figure.percent()).or_else(|| figure.thousands())
        });
        wanted.collect()
    }

    #[test]
    fn what_is_written_as_usual_is_left_alone() {
        for line in [
            "1.686/1.727 khu dân cư (97,6%), 13,85 kg, 2.530.000 đồng",
            "Quyết định số 1234/QĐ-UBND ngày 05/3/2020, năm 2026, giai đoạn 2026 - 2030",
            "tăng 391 vụ (+10,67%), giảm 65 vụ (-25,39%), điện thoại 0203123456, mục 4.1.",
            "Nghị định số 30/2020/NĐ-CP; 138 mô hình; 13,850 kg; 15.11.2026",
        ] {
            assert_eq!(wrong(line), Vec::<String>::new(), "{line} is as it should be");
        }
    }

    #[test]
    fn what_is_not_is_found() {
        assert_eq!(wrong("có 1686 khu dân cư"), ["1.686"], "four digits that are no year");
        assert_eq!(wrong("có 12480 lượt, 1,686 hộ"), ["12.480", "1.686"]);
        assert_eq!(wrong("đạt 97.6%; nặng 13.85 kg"), ["97,6", "13,85"]);
        assert_eq!(wrong("đạt 97,6 %"), ["97,6%"]);
    }
}
