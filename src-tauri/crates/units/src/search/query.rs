//! What was typed, read as a name and, where it begins with a type, as a type and a name.

use bc138_domain::UnitKind;
use bc138_domain::text::search_key;

/// Types as clerks write them before a name, as search keys.
const TYPE_WORDS: [(&str, &[UnitKind]); 22] = [
    ("xa", &[UnitKind::Commune]),
    ("x", &[UnitKind::Commune]),
    ("phuong", &[UnitKind::Ward]),
    ("p", &[UnitKind::Ward]),
    ("thi tran", &[UnitKind::Township]),
    ("tt", &[UnitKind::Township]),
    ("dac khu", &[UnitKind::SpecialZone]),
    ("dk", &[UnitKind::SpecialZone]),
    ("huyen", &[UnitKind::District]),
    ("h", &[UnitKind::District]),
    ("quan", &[UnitKind::UrbanDistrict]),
    ("q", &[UnitKind::UrbanDistrict]),
    ("thi xa", &[UnitKind::Town]),
    ("tx", &[UnitKind::Town]),
    ("thanh pho", &[UnitKind::City]),
    ("tp", &[UnitKind::City]),
    ("tinh", &[UnitKind::Province]),
    ("t", &[UnitKind::Province]),
    ("khu dan cu", &[UnitKind::Residential]),
    ("co quan", &[UnitKind::Agency]),
    ("doanh nghiep", &[UnitKind::Enterprise]),
    ("co so giao duc", &[UnitKind::School]),
];

/// One way to read what was typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Query {
    /// Search key of the name; not empty.
    pub(super) name: String,
    /// The types that may match; empty for all.
    pub(super) kinds: &'static [UnitKind],
}

impl Query {
    /// Every way to read a text: “phường 1”, but also a name that begins with “phuong”.
    pub(super) fn readings(text: &str) -> Vec<Self> {
        let name = name_key(text);
        let typed = TYPE_WORDS.iter().filter_map(|(word, kinds)| {
            let rest = name.strip_prefix(word)?.strip_prefix(' ')?;
            Some(Self { name: rest.to_owned(), kinds })
        });
        let mut readings: Vec<Self> = typed.collect();
        if !name.is_empty() {
            readings.insert(0, Self { name, kinds: &[] });
        }
        readings
    }
}

/// The search key of a name: letters, digits and single spaces. An apostrophe joins (M'Đrắk), any
/// other sign parts words.
pub(super) fn name_key(name: &str) -> String {
    let joined = name.chars().filter(|c| !matches!(c, '\'' | '’' | '‘' | '`'));
    let plain: String = joined.map(|c| if is_sign(c) { ' ' } else { c }).collect();
    search_key(&plain)
}

/// Neither letter, digit nor a mark that combines with a letter.
fn is_sign(c: char) -> bool {
    !c.is_alphanumeric() && !('\u{300}'..='\u{36F}').contains(&c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_and_marks_do_not_matter() {
        assert_eq!(name_key("M'Đrắk"), name_key("mdrak"));
        assert_eq!(name_key("Phan Rang-Tháp Chàm"), "phan rang thap cham");
        assert_eq!(name_key("Thuy\u{309}"), name_key("thuỷ"), "decomposed letters");
        assert_eq!(name_key(" . "), "");
    }

    #[test]
    fn a_type_may_stand_before_the_name() {
        for typed in ["P. Hoà Bình", "phường hòa bình", "p hoa binh", "P.Hòa Bình"] {
            let readings = Query::readings(typed);
            let ward = Query { name: "hoa binh".to_owned(), kinds: &[UnitKind::Ward] };
            assert!(readings.contains(&ward), "{typed}: {readings:?}");
        }
        let name_alone = Query { name: "phuong lien".to_owned(), kinds: &[] };
        assert!(Query::readings("Phương Liên").contains(&name_alone), "a name, not a type");
    }
}
