//! Small words between facts: how items are strung together, how a window opens a sentence, what
//! a reporting unit and its gathering are called.

use bc138_domain::text::search_key;
use bc138_domain::{Dossier, Scope, Window, date};
use chrono::{Datelike, NaiveDate};

/// Stands between the phrases that a template hands to [`enumerated`]; no typed text holds it.
pub(super) const BREAK: char = '\u{E004}';

/// “a, b và c”.
pub(super) fn listed(items: &[String]) -> String {
    match items {
        [] => String::new(),
        [one] => one.clone(),
        [init @ .., last] => format!("{} và {last}", init.join(", ")),
    }
}

/// Strings phrases together: “a, b và c”; with semicolons where a phrase has commas of its own.
pub(super) fn enumerated(phrases: &str) -> String {
    let phrases = phrases.split(BREAK).map(super::mark::tidy).filter(|text| !text.is_empty());
    let phrases: Vec<String> = phrases.collect();
    let composite = |text: &String| text.contains(", ") || text.contains(['(', ';']);
    if phrases.len() > 1 && phrases.iter().any(composite) {
        return phrases.join("; ");
    }
    listed(&phrases)
}

/// Words that begin a window which needs no “trong” before it.
const OPENS_ALONE: [&str; 19] = [
    "đến", "tính", "hiện", "hằng", "hàng", "mỗi", "trong", "vào", "từ", "sau", "trước", "qua",
    "cuối", "đầu", "ngày", "tháng", "nhân", "dịp", "tại",
];

/// “trong năm 2022”; “đến nay”, “hiện nay”, “hằng năm” stand by themselves.
pub(super) fn during(window: &str) -> String {
    if !window.is_empty() && !window.contains(char::is_alphabetic) {
        let years = if window.contains(['-', '–']) { "giai đoạn" } else { "năm" };
        return format!("trong {years} {window}");
    }
    let first = window.split(' ').next().unwrap_or_default().to_lowercase();
    if window.is_empty() || OPENS_ALONE.contains(&first.as_str()) {
        return uncapitalise(window);
    }
    format!("trong {}", uncapitalise(window))
}

/// Puts the first letter in small print, but not that of an abbreviation (“ANTT”) or a name.
pub(crate) fn uncapitalise(text: &str) -> String {
    let word = text.split(' ').next().unwrap_or_default();
    let is_abbreviation = word.chars().filter(|c| c.is_uppercase()).count() > 1;
    let mut chars = text.chars();
    match chars.next() {
        Some(first) if !is_abbreviation && !begins_with_name(text) => {
            first.to_lowercase().chain(chars).collect()
        }
        _ => text.to_owned(),
    }
}

/// How names of bodies begin, which keep their capital inside a sentence.
const NAMES: [&str; 15] = [
    "Ban Chỉ đạo",
    "Bộ ",
    "Công an",
    "Đảng",
    "Đoàn",
    "Hội đồng",
    "Hội Liên hiệp",
    "Mặt trận",
    "Nhân dân",
    "Nhà nước",
    "Ngày hội",
    "Tỉnh ủy",
    "Thành ủy",
    "Ủy ban",
    "Quốc hội",
];

fn begins_with_name(text: &str) -> bool {
    NAMES.iter().any(|name| text.starts_with(name))
}

/// The words for a window: its label, else its days. Empty when nothing is known of it.
pub(crate) fn window_words(window: &Window) -> String {
    let known = || window_of_days(window.from, window.to);
    window.label.clone().filter(|label| !label.is_empty()).unwrap_or_else(known)
}

fn window_of_days(from: Option<NaiveDate>, to: Option<NaiveDate>) -> String {
    match (from, to) {
        (Some(from), Some(to)) => years(from, to)
            .unwrap_or_else(|| format!("từ {} đến {}", date::full(from), date::full(to))),
        (Some(from), None) => format!("từ {}", date::full(from)),
        (None, Some(to)) => format!("đến {}", date::full(to)),
        (None, None) => String::new(),
    }
}

/// “năm 2022”, “giai đoạn 2011-2015” where the days are those of whole years.
fn years(from: NaiveDate, to: NaiveDate) -> Option<String> {
    let calendar = (from.month(), from.day(), to.month(), to.day()) == (1, 1, 12, 31);
    let reporting = Window { label: None, ..Window::reporting_year(to.year()) };
    let first = match calendar {
        true => from.year(),
        false if reporting.from == Some(from) && reporting.to == Some(to) => to.year(),
        false => return None,
    };
    Some(match first == to.year() {
        true => format!("năm {first}"),
        false => format!("giai đoạn {first}-{}", to.year()),
    })
}

/// Whether two windows are said with the same words.
pub(super) fn same_window(one: &Window, other: &Window) -> bool {
    one == other || search_key(&window_words(one)) == search_key(&window_words(other))
}

/// “toàn tỉnh”, “toàn xã”: everything that reports.
pub(super) fn whole_unit(dossier: &Dossier) -> String {
    format!("toàn {}", dossier.province_type)
}

/// The place a figure speaks of; empty for the whole unit of the dossier.
pub(super) fn place(dossier: &Dossier, scope: &Scope) -> String {
    let own = format!("{} {}", dossier.province_type, dossier.province);
    match scope {
        Scope::Province => String::new(),
        Scope::Country => "cả nước".to_owned(),
        Scope::Unit { name } | Scope::Set { name } => {
            let key = search_key(name);
            let is_own = key == search_key(&own) || key == search_key(&whole_unit(dossier));
            if is_own { String::new() } else { name.clone() }
        }
    }
}

/// “tại huyện Mẫu”, “trong cả nước”: a place where somebody acts.
pub(super) fn at(place: &str) -> String {
    let whole = place.starts_with("cả ") || place.starts_with("toàn ");
    match (place.is_empty(), whole) {
        (true, _) => String::new(),
        (false, true) => format!("trong {place}"),
        (false, false) => format!("tại {place}"),
    }
}

/// What the gathering is called inside a sentence: “hội nghị”, “ngày hội”, “buổi lễ”.
pub(super) fn called(name: &str) -> String {
    let words: Vec<String> = name.split(' ').take(2).map(str::to_lowercase).collect();
    match words.first().map(String::as_str) {
        None | Some("") => "hội nghị".to_owned(),
        Some("lễ") => "buổi lễ".to_owned(),
        Some(_) => words.join(" "),
    }
}

/// How men and women outside the Party and the forces are addressed; no “đồng chí” before them.
const ADDRESSES: [&str; 10] = [
    "ông",
    "bà",
    "hòa thượng",
    "thượng tọa",
    "đại đức",
    "ni sư",
    "linh mục",
    "giám mục",
    "mục sư",
    "nghệ nhân",
];

/// “đồng chí Nguyễn Văn A”; a group and a person with another form of address stay as they are.
pub(super) fn addressed(person: &str) -> String {
    let lower = person.to_lowercase();
    let has_address = ADDRESSES.iter().any(|word| lower.starts_with(&format!("{word} ")));
    let is_name = person.starts_with(char::is_uppercase) && !begins_with_name(person);
    if is_name && !has_address { format!("đồng chí {person}") } else { person.to_owned() }
}

/// A text with words behind it, unless it says them already.
pub(super) fn with_ending(text: &str, ending: &str) -> String {
    let said = search_key(text).contains(&search_key(ending));
    if said { text.to_owned() } else { format!("{text} {ending}") }
}

/// A name without the “trong đó” that says where it stands in a form.
pub(super) fn without_in_which(name: &str) -> String {
    let rest = name.strip_prefix("Trong đó").unwrap_or(name);
    rest.trim_start_matches([',', ':', ' ']).to_owned()
}
