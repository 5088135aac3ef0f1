//! Names of tabs: what the format allows, and no two alike.

use std::collections::BTreeSet;

/// The longest name, in UTF-16 units.
const LONGEST: usize = 31;

/// Name of a tab whose wanted name leaves nothing.
const NAMELESS: &str = "Trang tính";

/// Makes the wanted names legal and unique, in the same order.
///
/// Forbidden characters become `-`; names are cut at 31 UTF-16 units; a name already taken,
/// whatever its case, gets ` (2)`, ` (3)`, … .
#[must_use]
pub fn legal(wanted: &[&str]) -> Vec<String> {
    let mut taken = BTreeSet::new();
    wanted.iter().map(|name| unique(&allowed(name), &mut taken)).collect()
}

/// Removes what the format forbids. `History` is a name Excel keeps for itself.
fn allowed(name: &str) -> String {
    let replaced: String = name.chars().filter(|ch| !ch.is_control()).map(replace).collect();
    let cut = cut(trimmed(&replaced), LONGEST);
    let name = trimmed(&cut);
    match name {
        "" => NAMELESS.to_owned(),
        _ if name.eq_ignore_ascii_case("history") => format!("{name}-"),
        _ => name.to_owned(),
    }
}

fn replace(ch: char) -> char {
    if "[]:*?/\\".contains(ch) { '-' } else { ch }
}

/// Names may not begin or end with an apostrophe.
fn trimmed(name: &str) -> &str {
    name.trim_matches(|ch: char| ch == '\'' || ch.is_whitespace())
}

/// Takes whole characters while they fit.
fn cut(name: &str, longest: usize) -> String {
    let mut length = 0;
    name.chars()
        .take_while(|ch| {
            length += ch.len_utf16();
            length <= longest
        })
        .collect()
}

fn unique(name: &str, taken: &mut BTreeSet<String>) -> String {
    let mut chosen = name.to_owned();
    let mut number = 2;
    while !taken.insert(chosen.to_lowercase()) {
        let suffix = format!(" ({number})");
        chosen = cut(name, LONGEST - suffix.len()).trim_end().to_owned() + &suffix;
        number += 1;
    }
    chosen
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn forbidden_characters_give_way() {
        assert_eq!(legal(&["Quý I/2025: [xã]"]), ["Quý I-2025- -xã-"]);
        assert_eq!(legal(&["'Biểu 01'"]), ["Biểu 01"]);
        assert_eq!(legal(&["", "\t", "History"]), ["Trang tính", "Trang tính (2)", "History-"]);
    }

    #[test]
    fn long_names_that_begin_alike_stay_apart() {
        let long = "Phân loại phong trào toàn dân bảo vệ an ninh Tổ quốc";
        let names = legal(&[long, long, &long.to_uppercase()]);
        assert_eq!(names[0], "Phân loại phong trào toàn dân b");
        assert_eq!(names[1], "Phân loại phong trào toàn d (2)");
        assert!(names[2].ends_with("(3)"), "case does not tell names apart: {}", names[2]);
    }

    proptest! {
        #[test]
        fn every_name_is_accepted_by_the_format(
            wanted in proptest::collection::vec(".{0,40}|[ab]{0,2}|[\\]\\[:*?/\\\\']{1,3}", 1..12),
        ) {
            let wanted: Vec<&str> = wanted.iter().map(String::as_str).collect();
            let names = legal(&wanted);
            let folded: BTreeSet<String> = names.iter().map(|name| name.to_lowercase()).collect();
            prop_assert_eq!(folded.len(), wanted.len());
            for name in names {
                prop_assert!(rust_xlsxwriter::utility::check_sheet_name(&name).is_ok(), "{}", name);
            }
        }
    }
}
