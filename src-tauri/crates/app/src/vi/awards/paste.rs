//! Words by which a pasted list of recipients is read: headings, sections, kinds, yes and no.

use crate::awards::Column;
use bc138_domain::Recipient;
use bc138_domain::text::search_key;

/// What stands for a pasted block as a whole.
pub(crate) const BLOCK: &str = "Khối dán";

/// Words of headings without diacritics and signs; the first that a heading contains decides.
const HEADINGS: [(&str, Column); 25] = [
    ("chuc vu don vi", Column::PostAndUnit),
    ("chuc vu va don vi", Column::PostAndUnit),
    ("chuc vu noi", Column::PostAndUnit),
    ("chuc vu dia chi", Column::PostAndUnit),
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
    ("ong ba", Column::Honorific),
    ("doi tuong", Column::Kind),
    ("loai", Column::Kind),
    ("da nhan", Column::Received),
    ("ky nhan", Column::Received),
    ("ghi chu", Column::Skipped),
    ("stt", Column::Skipped),
    ("tt", Column::Skipped),
];

/// The column of a heading; “Tên” alone is a name.
pub(crate) fn heading(cell: &str) -> Option<Column> {
    let words = words(cell).join(" ");
    let padded = format!(" {words} ");
    let alone = (words == "ten").then_some(Column::Name);
    let contains = |word: &str| padded.contains(&format!(" {word} "));
    let named = || HEADINGS.iter().find(|(word, _)| contains(word)).map(|(_, column)| *column);
    alone.or_else(named)
}

fn words(text: &str) -> Vec<String> {
    let key = search_key(text);
    let words = key.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.map(str::to_owned).collect()
}

/// The kind of recipient that a word means.
pub(crate) fn kind(cell: &str) -> Option<Recipient> {
    match words(cell).join(" ").as_str() {
        "tap the" | "tt" => Some(Recipient::Collective),
        "ca nhan" | "cn" => Some(Recipient::Person),
        "ho gia dinh" | "gia dinh" | "ho" => Some(Recipient::Household),
        _ => None,
    }
}

/// The kind that the heading of a section begins: “II. CÁ NHÂN (25 người)”.
pub(crate) fn section(text: &str) -> Option<Recipient> {
    let words = words(text);
    let numbered = |word: &&String| word.chars().all(|c| c.is_ascii_digit() || "ivx".contains(c));
    let named = words.iter().skip_while(numbered);
    let noun = named.take_while(|word| !word.starts_with(|c: char| c.is_ascii_digit()));
    kind(&noun.cloned().collect::<Vec<_>>().join(" "))
}

/// Whether a cell of the column of received money says yes.
pub(crate) fn received(cell: &str) -> bool {
    !matches!(words(cell).join(" ").as_str(), "" | "khong" | "chua" | "0" | "chua nhan")
}
