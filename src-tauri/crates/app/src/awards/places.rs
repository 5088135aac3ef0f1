//! The register of units as the awards ask it: which unit bore a name on a day, and what became of
//! it.

use bc138_awards::place::{PlaceName, Places, Standing};
use bc138_domain::text::search_key;
use bc138_units::{Registry, UnitIx};
use chrono::NaiveDate;
use std::cell::OnceCell;
use std::collections::{BTreeMap, BTreeSet};
use unicode_normalization::UnicodeNormalization;

/// A name that a unit bore.
#[derive(Debug, Clone)]
struct Borne {
    unit: UnitIx,
    /// Type and name as [`spelled`].
    spelled: String,
    first: Option<NaiveDate>,
    last: Option<NaiveDate>,
}

/// Units of the register by their names.
pub(super) struct UnitPlaces<'a> {
    registry: &'a Registry,
    /// Only units of this province, or of one that it took over.
    scope: Option<UnitIx>,
    /// Names by their search key; made when the first place is looked up.
    names: OnceCell<BTreeMap<String, Vec<Borne>>>,
}

impl<'a> UnitPlaces<'a> {
    pub const fn new(registry: &'a Registry, scope: Option<UnitIx>) -> Self {
        Self { registry, scope, names: OnceCell::new() }
    }

    fn names(&self) -> &BTreeMap<String, Vec<Borne>> {
        self.names.get_or_init(|| {
            let mut names: BTreeMap<String, Vec<Borne>> = BTreeMap::new();
            for unit in self.registry.all().filter(|unit| self.is_in_scope(*unit)) {
                for span in self.registry.names(unit) {
                    let label = format!("{} {}", span.kind.noun(), span.name);
                    let (first, last) = (span.first, span.last);
                    let borne = Borne { unit, spelled: spelled(&label), first, last };
                    names.entry(search_key(&label)).or_default().push(borne);
                }
            }
            names
        })
    }

    fn is_in_scope(&self, unit: UnitIx) -> bool {
        let Some(scope) = self.scope else { return true };
        let Some(life) = self.registry.lifetime(unit) else { return false };
        let province = self.registry.province_of(unit, life.nearest(NaiveDate::MAX));
        let ends = || self.registry.lifetime(scope).map(|life| life.nearest(NaiveDate::MAX));
        province.is_some_and(|province| {
            province == scope
                || ends().and_then(|day| self.registry.heir(province, day)) == Some(scope)
        })
    }

    /// The only unit of a name on a day; what it lies in tells two of one name apart.
    fn named(&self, place: &PlaceName<'_>) -> Option<UnitIx> {
        let key = search_key(place.text);
        let exact = spelled(place.text);
        // What was typed without any diacritics may mean every name that is read like it.
        let plain = place.text.to_lowercase() == key;
        let fits = |borne: &&Borne| {
            let holds = place.day.is_none_or(|day| {
                borne.first.is_none_or(|first| first <= day)
                    && borne.last.is_none_or(|last| day <= last)
            });
            holds && (plain || borne.spelled == exact)
        };
        let borne = self.names().get(&key)?.iter().filter(fits);
        let units: BTreeSet<UnitIx> = borne.map(|borne| borne.unit).collect();
        let within = place.within.map(search_key).unwrap_or_default();
        let inside: Vec<UnitIx> =
            units.iter().copied().filter(|unit| self.lies_in(*unit, &within)).collect();
        match (inside.as_slice(), units.len()) {
            ([one], _) => Some(*one),
            ([], 1) => units.first().copied(),
            _ => None,
        }
    }

    /// Whether the text names something that the unit lay in.
    fn lies_in(&self, unit: UnitIx, within: &str) -> bool {
        let Some(life) = self.registry.lifetime(unit) else { return false };
        let lived = life.nearest(NaiveDate::MAX);
        let above = self.registry.ancestors(unit, lived).into_iter().skip(1);
        let mut names = above.map(|it| search_key(&self.registry.label(it, lived)));
        names.any(|name| !name.is_empty() && within.contains(&name))
    }

    /// The units that took a unit over, and those that took them over; none while it exists.
    fn successors(&self, unit: UnitIx) -> Vec<String> {
        let ended = |unit| self.registry.lifetime(unit).is_some_and(|life| life.last.is_some());
        let mut found: BTreeSet<UnitIx> = BTreeSet::new();
        let mut open = vec![unit];
        while let Some(at) = open.pop() {
            let after = self.registry.successions(at).filter(|_| ended(at));
            let parts = after.flat_map(|it| it.parts.iter().copied());
            open.extend(parts.filter(|part| *part != unit && found.insert(*part)));
        }
        found.into_iter().map(|unit| self.registry.key(unit).to_owned()).collect()
    }
}

impl Places for UnitPlaces<'_> {
    fn find(&self, place: &PlaceName<'_>) -> Option<Standing> {
        let chosen = place.unit_key.and_then(|key| self.registry.find(key));
        let unit = chosen.or_else(|| self.named(place))?;
        let (key, successors) = (self.registry.key(unit).to_owned(), self.successors(unit));
        Some(Standing { unit: key, successors })
    }
}

/// A name by its syllables, the tone behind each of them: “Hoà” and “Hòa” are spelled the same,
/// “Ân” and “An” are not.
fn spelled(text: &str) -> String {
    let syllables = text.split_whitespace().map(|syllable| {
        let (tones, letters): (Vec<char>, Vec<char>) =
            syllable.to_lowercase().nfd().partition(|c| TONES.contains(c));
        letters.into_iter().chain(tones).collect::<String>()
    });
    syllables.collect::<Vec<_>>().join(" ")
}

/// Combining grave, acute, tilde, hook above and dot below.
const TONES: [char; 5] = ['\u{300}', '\u{301}', '\u{303}', '\u{309}', '\u{323}'];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assets::Assets;

    fn day(y: i32, m: u32, d: u32) -> Option<NaiveDate> {
        NaiveDate::from_ymd_opt(y, m, d)
    }

    /// Key of the unit that a text means in Lạng Sơn on a day.
    fn found(text: &str, within: Option<&str>, day: Option<NaiveDate>) -> Option<String> {
        let assets = Assets::load().unwrap();
        let registry = assets.registry().unwrap();
        let scope = registry.find("T20.34");
        let place = PlaceName { text, within, unit_key: None, day };
        UnitPlaces::new(registry, scope).find(&place).map(|standing| standing.unit)
    }

    #[test]
    fn a_name_that_several_units_bore_needs_what_it_lies_in() {
        let then = day(2022, 11, 15);
        assert_eq!(found("xã Hòa Bình", None, then), None, "several districts had one");
        let known = found("xã Hòa Bình", Some("huyện Bình Gia"), then);
        assert!(known.is_some());
        for spelling in ["xã Hoà Bình", "Xã Hòa Bình", "xa hoa binh"] {
            assert_eq!(
                found(spelling, Some("Bình Gia, huyện Bình Gia"), then),
                known,
                "{spelling}"
            );
        }
        assert_eq!(found("xã Hóa Bình", Some("huyện Bình Gia"), then), None, "another name");
    }

    #[test]
    fn a_unit_is_known_by_the_name_of_its_day() {
        let township = found("thị trấn Thất Khê", None, day(2022, 11, 15));
        assert!(township.is_some());
        assert_eq!(found("thị trấn Thất Khê", None, day(2025, 7, 1)), None, "it ended");
        let commune = found("xã Thất Khê", None, day(2025, 7, 1));
        assert!(commune.is_some() && commune != township, "a new unit of that name");
        assert_eq!(found("xã Thất Khê", None, day(2022, 11, 15)), None, "not yet");
    }

    #[test]
    fn a_unit_that_ended_names_who_took_it_over_and_one_that_exists_names_nobody() {
        let assets = Assets::load().unwrap();
        let registry = assets.registry().unwrap();
        let places = UnitPlaces::new(registry, registry.find("T20.34"));
        let standing = |text, day| {
            let place = PlaceName { text, within: None, unit_key: None, day };
            places.find(&place).unwrap()
        };
        let now = standing("xã Thất Khê", day(2026, 1, 1));
        assert!(now.successors.is_empty());
        let then = standing("thị trấn Thất Khê", day(2022, 11, 15));
        assert_eq!(then.successors, [now.unit]);
    }
}
