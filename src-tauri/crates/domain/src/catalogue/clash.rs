//! Numbered codes that two programs gave to different things: a pack made elsewhere has an
//! `own_1` of its own.

use super::group::FieldGroup;
use super::indicator::Indicator;
use super::pack::Pack;
use super::{Catalogue, Section};
use crate::text::search_key;
use std::collections::{BTreeMap, BTreeSet};

/// A numbered code of a pack that the catalogue has for something else, and what became of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Renumbered {
    /// The table it stands in.
    pub section: Section,
    /// Name or heading of the pack's entry.
    pub name: String,
    /// The code that it has in the pack.
    pub before: String,
    /// Name or heading of what the catalogue has of that code.
    pub taken_by: String,
    /// The code that it gets.
    pub now: String,
}

impl Pack {
    /// The pack as it can stand beside a catalogue: a numbered code (`own_3`, `own_group_1`) that
    /// the catalogue has for something of another name gives way, everywhere in the pack. An entry
    /// that came in under another number before gets that number again, so that a pack can be
    /// taken twice; every other code stays.
    #[must_use]
    pub fn beside(mut self, base: &Catalogue) -> (Self, Vec<Renumbered>) {
        let mut clashes = renumbered(Section::Groups, &self.groups, base.groups());
        for group in &mut self.groups {
            rename(&mut group.code, &clashes);
        }
        for indicator in &mut self.indicators {
            rename(&mut indicator.group, &clashes);
        }
        let known: Vec<Indicator> = base
            .indicators()
            .iter()
            .flat_map(|indicator| base.versions(&indicator.code))
            .cloned()
            .collect();
        let indicators = renumbered(Section::Indicators, &self.indicators, &known);
        for indicator in &mut self.indicators {
            rename(&mut indicator.code, &indicators);
            indicator.parent.iter_mut().for_each(|parent| rename(parent, &indicators));
        }
        clashes.extend(indicators);
        (self, clashes)
    }
}

fn rename(code: &mut String, clashes: &[Renumbered]) {
    if let Some(clash) = clashes.iter().find(|clash| clash.before == *code) {
        code.clone_from(&clash.now);
    }
}

/// An entry whose code may be a number that its program gave.
trait Numbered {
    fn code(&self) -> &str;
    fn name(&self) -> &str;
    /// The number in a code of this kind of entry.
    fn number(code: &str) -> Option<i32>;
    /// The code of a number.
    fn numbered(number: i32) -> String;
}

impl Numbered for FieldGroup {
    fn code(&self) -> &str {
        &self.code
    }

    fn name(&self) -> &str {
        &self.title
    }

    fn number(code: &str) -> Option<i32> {
        Self::own_number(code)
    }

    fn numbered(number: i32) -> String {
        Self::own(number, Self::FIRST_STEP, "").code
    }
}

impl Numbered for Indicator {
    fn code(&self) -> &str {
        &self.code
    }

    fn name(&self) -> &str {
        &self.name
    }

    fn number(code: &str) -> Option<i32> {
        Self::own_number(code)
    }

    fn numbered(number: i32) -> String {
        Self::own(number, "", "").code
    }
}

/// The names that each numbered code has, in any of its versions.
fn names<T: Numbered>(entries: &[T]) -> BTreeMap<&str, Vec<&str>> {
    let mut names: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for entry in entries.iter().filter(|entry| T::number(entry.code()).is_some()) {
        names.entry(entry.code()).or_default().push(entry.name());
    }
    names
}

fn share_a_name(a: &[&str], b: &[&str]) -> bool {
    a.iter().any(|a| b.iter().any(|b| search_key(a) == search_key(b)))
}

fn renumbered<T: Numbered>(section: Section, pack: &[T], base: &[T]) -> Vec<Renumbered> {
    let (pack, base) = (names(pack), names(base));
    let clashes = |code: &str, names: &[&str]| {
        base.get(code).is_some_and(|known| !share_a_name(names, known))
    };
    let (gone, kept): (Vec<_>, Vec<_>) =
        pack.iter().partition(|(code, names)| clashes(code, names));
    let mut used: BTreeSet<String> = kept.iter().map(|(code, _)| (**code).to_owned()).collect();
    let last = pack.keys().chain(base.keys()).filter_map(|code| T::number(code)).max();
    let mut next = last.unwrap_or(0);
    let mut found = Vec::new();
    for (code, names) in gone {
        let mut known = base.iter().filter(|(_, known)| share_a_name(names, known));
        let again = known.find(|(known, _)| !used.contains(**known));
        let now = again.map_or_else(
            || {
                next += 1;
                T::numbered(next)
            },
            |(known, _)| (*known).to_owned(),
        );
        used.insert(now.clone());
        let last = |names: &[&str]| names.last().copied().unwrap_or_default().to_owned();
        let (name, taken_by) = (last(names), base.get(code).map(|it| last(it)).unwrap_or_default());
        found.push(Renumbered { section, name, before: (*code).to_owned(), taken_by, now });
    }
    found
}

#[cfg(test)]
mod tests {
    use super::super::own::Own;
    use super::super::plan::Standing;
    use super::*;

    /// A pack with a group and two indicators, the second a part of the first.
    fn pack(group: &str, whole: &str, part: &str) -> Pack {
        let whole = Indicator::own(1, "own_group_1", whole);
        let parent = Some(whole.code.clone());
        let part = Indicator { parent, ..Indicator::own(2, "own_group_1", part) };
        let groups = vec![FieldGroup::own(1, 2, group)];
        Pack { groups, indicators: vec![whole, part], ..Pack::default() }
    }

    fn catalogue(pack: &Pack) -> Catalogue {
        Catalogue::default().with_own(&pack.as_own()).unwrap()
    }

    /// The catalogue after a pack was taken.
    fn taken(base: &Pack, pack: &Pack) -> Pack {
        let records = pack.against(&catalogue(base)).records;
        Pack {
            groups: [base.groups.clone(), records.groups].concat(),
            indicators: [base.indicators.clone(), records.indicators].concat(),
            ..Pack::default()
        }
    }

    fn codes(pack: &Pack) -> Vec<(&str, &str, Option<&str>)> {
        let indicators = pack.indicators.iter();
        indicators.map(|it| (it.code.as_str(), it.group.as_str(), it.parent.as_deref())).collect()
    }

    #[test]
    fn codes_that_are_free_or_mean_the_same_stay() {
        let own = pack("Vùng biên", "Chốt", "Chốt kiên cố");
        assert_eq!(own.clone().beside(&Catalogue::default()), (own.clone(), Vec::new()));
        assert_eq!(own.clone().beside(&catalogue(&own)), (own, Vec::new()));
    }

    #[test]
    fn a_taken_code_gives_way_with_everything_that_names_it() {
        let base = pack("Vùng biên", "Chốt", "Chốt kiên cố");
        let (beside, clashes) =
            pack("Khu công nghiệp", "Tổ tự quản", "Chốt kiên cố").beside(&catalogue(&base));
        assert_eq!(beside.groups[0].code, "own_group_2");
        assert_eq!(
            codes(&beside),
            [("own_3", "own_group_2", None), ("own_2", "own_group_2", Some("own_3"))],
            "the second has the same name, so whether it is the same is for the clerk to say"
        );
        let told: Vec<_> =
            clashes.iter().map(|it| (it.before.as_str(), it.taken_by.as_str())).collect();
        assert_eq!(told, [("own_group_1", "Vùng biên"), ("own_1", "Chốt")]);
    }

    #[test]
    fn a_pack_that_gave_way_is_known_when_it_comes_again() {
        let base = pack("Vùng biên", "Chốt", "Chốt kiên cố");
        let other = pack("Khu công nghiệp", "Tổ tự quản", "Tổ có camera");
        let (beside, _) = other.clone().beside(&catalogue(&base));
        let whole = taken(&base, &beside);
        let (again, clashes) = other.beside(&catalogue(&whole));
        assert_eq!((&again, clashes.len()), (&beside, 3), "the same numbers as before");
        let lines = again.against(&catalogue(&whole)).lines;
        assert!(lines.iter().all(|line| line.standing == Standing::Unchanged), "{lines:?}");
    }

    #[test]
    fn codes_that_are_no_numbers_are_left_to_the_clerk() {
        let named = |name: &str| {
            let indicator = Indicator { code: "chot".to_owned(), ..Indicator::own(1, "", name) };
            Pack { indicators: vec![indicator], ..Pack::default() }
        };
        let (beside, clashes) = named("Tổ").beside(&catalogue(&named("Chốt")));
        assert!(clashes.is_empty());
        assert!(!beside.against(&catalogue(&named("Chốt"))).is_free_of_conflicts());
    }

    #[test]
    fn two_entries_never_get_one_code() {
        // The pack's own_2 has the name that the catalogue knows, and keeps its code.
        let base = pack("Vùng biên", "Chốt", "Tổ tự quản");
        let (beside, _) = pack("Vùng biên", "Tổ tự quản", "Tổ tự quản").beside(&catalogue(&base));
        let codes: Vec<&str> = beside.indicators.iter().map(|it| it.code.as_str()).collect();
        assert_eq!(codes, ["own_3", "own_2"]);
        let own = Own { groups: &beside.groups, indicators: &beside.indicators, ..Own::default() };
        assert!(Catalogue::default().with_own(&own).is_ok());
    }
}
