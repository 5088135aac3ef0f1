//! Words of a correction note (đính chính).

/// Heads of the columns.
pub(crate) const COLUMNS: [&str; 4] = ["TT", "Nội dung", "Đã ghi", "Nay sửa là"];
/// A number that is no longer stated.
pub(crate) const TAKEN_OUT: &str = "bỏ số này";
/// When every document holds.
pub(crate) const NOTHING: &str = "Các văn bản đã lập của hồ sơ này đều còn đúng với số liệu hiện tại, không có gì phải đính chính.";
/// The last sentence.
pub(crate) const CLOSING: &str = "Các nội dung khác của văn bản giữ nguyên. Đề nghị các cơ quan, đơn vị sử dụng số liệu đã đính chính nêu trên./.";

/// Trích yếu, without “V/v”.
pub(crate) fn about(name: &str) -> String {
    format!("đính chính số liệu tại {name}")
}

/// The first sentence.
pub(crate) fn opening(issuer: &str, name: &str, count: usize) -> String {
    format!("Qua rà soát, {issuer} đính chính {count:02} số liệu đã ghi tại {name} như sau:")
}

/// How the wrong document is cited: by its number, else by when it was made.
pub(crate) fn cited(title: &str, number: Option<&str>, date: Option<&str>, made: &str) -> String {
    match (number, date) {
        (Some(number), Some(date)) => format!("{title} số {number} ngày {date}"),
        (Some(number), None) => format!("{title} số {number}"),
        (None, Some(date)) => format!("{title} ngày {date}"),
        (None, None) => format!("{title} lập lúc {made}"),
    }
}
