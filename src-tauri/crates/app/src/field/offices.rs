//! Offices typed in small letters get the catalogue's capitals (Nghị định 30/2020/NĐ-CP, Phụ lục
//! II); anything typed with capitals stays as the clerk wrote it.

use bc138_domain::text::search_key;

/// The typed offices, each known one in its proper writing.
pub(crate) fn proper_offices(raw: &str, catalogue: &[String]) -> String {
    let entries: Vec<&str> = raw.split(';').map(|entry| proper(entry, catalogue)).collect();
    entries.join(";")
}

fn proper<'a>(entry: &'a str, catalogue: &'a [String]) -> &'a str {
    if entry.chars().any(char::is_uppercase) {
        return entry;
    }
    let key = search_key(entry);
    catalogue.iter().find(|office| search_key(office) == key).map_or(entry, String::as_str)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn small_letters_get_capitals_and_written_capitals_stay() {
        let catalogue = ["Phó Chủ tịch UBND tỉnh".to_owned(), "Bí thư Tỉnh ủy".to_owned()];
        let proper = |raw: &str| proper_offices(raw, &catalogue);
        assert_eq!(
            proper("bí thư tỉnh ủy; phó chủ tịch ubnd tỉnh"),
            "Bí thư Tỉnh ủy;Phó Chủ tịch UBND tỉnh"
        );
        assert_eq!(
            proper("Phó chủ tịch UBND tỉnh"),
            "Phó chủ tịch UBND tỉnh",
            "written on purpose"
        );
        assert_eq!(proper("trưởng thôn"), "trưởng thôn", "not in the catalogue");
    }
}
