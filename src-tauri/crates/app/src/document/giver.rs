//! Who gives an award, as a certificate names him, and where he sits: of an authority inside the
//! dossier's own unit the unit is named, of one of another unit and of the state its own place
//! stands before the date (NĐ 30/2020/NĐ-CP, Phụ lục I, mục II.4).

use crate::vi::award_papers as words;
use crate::vi::documents::frame::place_of;
use bc138_domain::UnitKind;

/// Units with authorities that give awards.
const UNITS: [UnitKind; 9] = [
    UnitKind::Province,
    UnitKind::City,
    UnitKind::UrbanDistrict,
    UnitKind::District,
    UnitKind::Town,
    UnitKind::Commune,
    UnitKind::Ward,
    UnitKind::Township,
    UnitKind::SpecialZone,
];

/// The first authority of an award.
pub(super) struct Giver<'a> {
    authority: &'a str,
    /// Type and name of the dossier's own unit.
    own: (&'a str, &'a str),
    /// The type of the unit that the authority names last: “xã”.
    kind: Option<&'static str>,
    /// The name of that unit; empty where only its type stands.
    name: &'a str,
}

impl<'a> Giver<'a> {
    /// Reads an authority: “Chủ tịch UBND phường”, “Chủ tịch UBND phường Mẫu”.
    pub fn of(authority: &'a str, own: (&'a str, &'a str)) -> Self {
        let nouns = UNITS.into_iter().map(UnitKind::noun);
        let found = nouns.filter_map(|noun| Some((noun, last_word(authority, noun)?)));
        // “thị xã” ends with “xã”.
        let (kind, name) = match found.max_by_key(|(noun, at)| (at + noun.len(), noun.len())) {
            Some((noun, at)) => (Some(noun), authority[at + noun.len()..].trim()),
            None => (None, ""),
        };
        Self { authority, own, kind, name }
    }

    /// “CHỦ TỊCH ỦY BAN NHÂN DÂN PHƯỜNG MẪU”.
    pub fn title(&self) -> String {
        let full = self.authority.replace(words::COMMITTEE_SHORT, words::COMMITTEE);
        let named = if self.is_own() { format!("{full} {}", self.own.1) } else { full };
        named.to_uppercase()
    }

    /// Where the certificate is dated; `own` is the place of the dossier's office. `None` where it
    /// is not known.
    pub fn place(&self, own: &str) -> Option<String> {
        match self.kind {
            Some(_) if !self.name.is_empty() && self.name != self.own.1 => {
                Some(place_of(self.name))
            }
            Some(kind) if self.name.is_empty() && kind != self.own.0 => None,
            None if words::is_of_the_state(self.authority) => Some(words::CAPITAL.to_owned()),
            _ => Some(own.to_owned()),
        }
    }

    /// Whether it sits in the dossier's own unit, which it does not name.
    fn is_own(&self) -> bool {
        self.name.is_empty() && self.kind == Some(self.own.0)
    }
}

/// Where a word stands last in a text.
fn last_word(text: &str, word: &str) -> Option<usize> {
    let ends = |at: usize| text[at + word.len()..].chars().next().is_none_or(char::is_whitespace);
    let begins = |at: usize| text[..at].ends_with(' ');
    text.rmatch_indices(word).map(|(at, _)| at).find(|at| begins(*at) && ends(*at))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(authority: &str, own: (&str, &str)) -> (String, Option<String>) {
        let giver = Giver::of(authority, own);
        (giver.title(), giver.place("Nơi Lập"))
    }

    #[test]
    fn the_giver_is_named_with_his_own_unit_and_place() {
        let own = Some("Nơi Lập".to_owned());
        let place = |name: &str| Some(name.to_owned());
        let (province, ward) = (("tỉnh", "Mẫu"), ("phường", "Sông Mẫu"));
        for (authority, unit, title, placed) in [
            ("Chủ tịch UBND phường", ward, "CHỦ TỊCH ỦY BAN NHÂN DÂN PHƯỜNG SÔNG MẪU", own.clone()),
            ("Giám đốc Công an tỉnh", province, "GIÁM ĐỐC CÔNG AN TỈNH MẪU", own.clone()),
            (
                "Chủ tịch UBND xã Mẫu Hai",
                province,
                "CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ MẪU HAI",
                place("Mẫu Hai"),
            ),
            ("Chủ tịch UBND tỉnh Mẫu", province, "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH MẪU", own.clone()),
            ("Chủ tịch UBND xã", province, "CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ", None),
            ("Bộ trưởng Bộ Công an", province, "BỘ TRƯỞNG BỘ CÔNG AN", place("Hà Nội")),
            ("Chủ tịch nước", province, "CHỦ TỊCH NƯỚC", place("Hà Nội")),
            ("Trưởng Ban Chỉ đạo", province, "TRƯỞNG BAN CHỈ ĐẠO", own.clone()),
        ] {
            assert_eq!(told(authority, unit), (title.to_owned(), placed), "{authority}");
        }
    }
}
