//! Words about paragraphs in the clerk's own words.

use bc138_domain::{TextPart, read_parts};

/// A paragraph, in names of actions.
pub const PARAGRAPH: &str = "câu chữ của một đoạn";
/// The program's words are taken again.
pub const RESET: &str = "lấy lại câu mẫu của một đoạn";
/// Both sides changed the same place.
pub const CONFLICT: &str =
    "Câu mẫu đã đổi đúng chỗ anh/chị đã sửa; đang in theo câu đã sửa. Đọc lại đoạn này.";

/// Characters of a lost paragraph that are shown.
const SHOWN: usize = 60;

/// Figures that the program prints and the clerk left out.
pub(crate) fn left_out(names: &[String]) -> Option<String> {
    let names: Vec<&str> = names.iter().map(String::as_str).filter(|it| !it.is_empty()).collect();
    (!names.is_empty()).then(|| format!("Đoạn này không còn nhắc tới: {}.", names.join(", ")))
}

/// Figures that the data no longer have.
pub(crate) fn gone(count: usize) -> Option<String> {
    (count > 0)
        .then(|| format!("{count} số trong đoạn không còn trong số liệu, đang in thành chỗ trống."))
}

/// Numbers typed by hand.
pub(crate) fn typed(numbers: &[String]) -> Option<String> {
    let numbers = numbers.join(", ");
    (!numbers.is_empty()).then(|| {
        format!("Số gõ tay không tự đổi theo số liệu: {numbers}. Kiểm lại mỗi khi số liệu đổi.")
    })
}

/// An edited paragraph that has no place any more.
pub(crate) fn lost(text: &str) -> String {
    format!("Đoạn đã sửa “{}…” không còn chỗ trong văn bản nên không in.", beginning(text))
}

/// The first words of a paragraph, figures as dots.
pub(crate) fn beginning(text: &str) -> String {
    let words: String = read_parts(text)
        .iter()
        .map(|part| match part {
            TextPart::Text(text) => text.as_str(),
            TextPart::Figure(_) => "…",
        })
        .collect();
    words.chars().take(SHOWN).collect()
}
