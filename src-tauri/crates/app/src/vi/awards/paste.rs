//! Words by which a pasted list of recipients is read: headings, sections, kinds, yes and no.

use crate::awards::Column;
use bc138_domain::Recipient;
use bc138_domain::text::search_key;

/// What stands for a pasted block as a whole.
pub(crate) const BLOCK: &str = "Khối dán";

/// Words of headings, as search keys; the first one that a heading contains decides.
const HEADINGS: [(&str, Column); 24] = [
    ("chuc vu, don vi", Column::PostAndUnit),
    ("chuc vu, noi", Column::PostAndUnit),
    ("chuc vu, dia chi", Column::PostAndUnit),
    ("chuc vu va don vi", Column::PostAndUnit),
    ("ho va ten", Column::Name),
    ("ho ten", Column::Name),
    ("ten tap the", Column::Name),
    ("ten don vi", Column::Name),
    ("nam sinh", Column::BirthYear),
    ("thanh tich", Column::Merit),
    ("tien", Column::Money),
    ("chuc vu", Column::Post),
    ("chuc danh", Column::Post),
    ("don vi", Column::Unit),
    ("dia chi", Column::Unit),
    ("noi cong tac", Column::Unit),
    ("xung ho", Column::Honorific),
    ("ong", Column::Honorific),
    ("doi tuong", Column::Kind),
    ("loai", Column::Kind),
    ("nhan", Column::Received),
    ("ghi chu", Column::Skipped),
    ("stt", Column::Skipped),
    ("tt", Column::Skipped),
];

/// The column of a heading; “Tên” alone is a name.
pub(crate) fn heading(cell: &str) -> Option<Column> {
    let key = search_key(cell);
    let alone = (key == "ten").then_some(Column::Name);
    let named = || HEADINGS.iter().find(|(word, _)| key.contains(word)).map(|(_, column)| *column);
    alone.or_else(named)
}

/// The kind of recipient that a word means.
pub(crate) fn kind(cell: &str) -> Option<Recipient> {
    match search_key(cell).as_str() {
        "tap the" | "tt" => Some(Recipient::Collective),
        "ca nhan" | "cn" => Some(Recipient::Person),
        "ho gia dinh" | "gia dinh" | "ho" => Some(Recipient::Household),
        _ => None,
    }
}

/// The kind that a heading of a section begins: “II. CÁ NHÂN (25 người)”.
pub(crate) fn section(text: &str) -> Option<Recipient> {
    let key = search_key(text);
    let number = |c: char| c.is_ascii_digit() || "ivxabc.-) ".contains(c);
    let Some((number_part, words)) = key.split_once(['.', ' ', ')', '-']) else {
        return kind_before_count(&key);
    };
    match number_part.chars().all(number) && words.chars().any(|c| !number(c)) {
        true => kind_before_count(words).or_else(|| kind_before_count(&key)),
        false => kind_before_count(&key),
    }
}

/// “tập thể”, “tập thể (05)”, “cá nhân: 12”.
fn kind_before_count(key: &str) -> Option<Recipient> {
    let words = key.trim_start_matches(['.', ' ', ')', '-']);
    let end = words.find(|c: char| !(c.is_ascii_lowercase() || c == ' ')).unwrap_or(words.len());
    let (words, rest) = words.split_at(end);
    let counted = rest.chars().any(|c| c.is_ascii_digit());
    let plain = rest.chars().all(|c| !c.is_alphanumeric());
    kind(words.trim()).filter(|_| counted || plain)
}

/// Whether a cell of the column of received money says yes.
pub(crate) fn received(cell: &str) -> bool {
    !matches!(search_key(cell).as_str(), "" | "khong" | "chua" | "0" | "chua nhan")
}
