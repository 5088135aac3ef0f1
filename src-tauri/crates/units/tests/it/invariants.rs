//! What a lens must keep, over all provinces and with random figures: no figure is lost and none
//! is counted twice.

use crate::build::{day, eve, ix, numbered, official, share, turn};
use bc138_domain::{Level, ShareMethod};
use bc138_units::{Crosswalk, Fate, Registry, UnitIx, allocate};
use chrono::NaiveDate;
use proptest::prelude::*;
use std::collections::BTreeMap;

/// Figures of the communes of a day, without a pattern; a correction may be negative.
fn figures(registry: &Registry, day: NaiveDate, salt: u64) -> BTreeMap<UnitIx, i64> {
    let figure = |unit: &UnitIx| {
        let mixed = (u64::from(unit.0) ^ salt).wrapping_mul(0x9E37_79B9_7F4A_7C15).rotate_left(31);
        i64::try_from(mixed.wrapping_mul(0xBF58_476D_1CE4_E5B9) % 20_001).expect("small") - 1_000
    };
    registry.of_level(Level::Commune, day).iter().map(|unit| (*unit, figure(unit))).collect()
}

/// Sums of one province, or of the country.
#[derive(Debug, Default, PartialEq, Eq)]
struct Sums {
    restated: i64,
    unallocated: i64,
}

/// Restates figures and sums them up by the province of the border day.
fn restate(
    registry: &Registry,
    lens: &Crosswalk,
    figures: &BTreeMap<UnitIx, i64>,
) -> BTreeMap<UnitIx, Sums> {
    let mut sums: BTreeMap<UnitIx, Sums> = BTreeMap::new();
    let province = |unit| registry.province_of(unit, lens.border_day()).expect("a living unit");
    for (unit, figure) in figures {
        match lens.fate(*unit).expect("it exists on the data day") {
            Fate::Same(to) | Fate::Whole(to) => {
                sums.entry(province(*to)).or_default().restated += figure;
            }
            Fate::Parts(parts) => {
                let weights: Vec<i64> = parts.iter().map(|(_, weight)| *weight).collect();
                for ((to, _), part) in parts.iter().zip(allocate(*figure, &weights)) {
                    sums.entry(province(*to)).or_default().restated += part;
                }
            }
            Fate::Unallocated { common, .. } => {
                let province = common.expect("one province holds every part");
                sums.entry(province).or_default().unallocated += figure;
            }
            Fate::Gone => panic!("{} is gone", registry.key(*unit)),
        }
    }
    sums
}

/// The official register with shares for some of the divided communes, by khu dân cư or by hand.
fn with_some_shares(salt: u64) -> Registry {
    let lens = official().crosswalk(eve(), turn());
    let mut acts = Vec::new();
    for (unit, fate) in lens.iter() {
        let Fate::Unallocated { parts, .. } = fate else { continue };
        if official().level(unit) != Some(Level::Commune) {
            continue;
        }
        let named: Vec<(&str, i64)> = (1..)
            .map(i64::from)
            .zip(parts)
            .map(|(weight, part): (i64, _)| (official().key(*part), weight))
            .collect();
        let act = match (u64::from(unit.0) ^ salt) % 4 {
            0 => share(official().key(unit), ShareMethod::ResidentialCount, &named),
            1 => share(official().key(unit), ShareMethod::ByHand, &by_hand(&named)),
            2 => share(official().key(unit), ShareMethod::None, &[]),
            _ => continue,
        };
        acts.push((turn(), act));
    }
    official().with_events(&numbered(acts)).expect("shares for successors")
}

/// One per cent for every part but the first, which takes the rest.
fn by_hand<'a>(parts: &[(&'a str, i64)]) -> Vec<(&'a str, i64)> {
    let others = i64::try_from(parts.len()).expect("few") - 1;
    let percent = |place| if place == 0 { 100 - others } else { 1 };
    parts.iter().enumerate().map(|(place, (key, _))| (*key, percent(place))).collect()
}

/// What each province of the border day should hold: the figures of all old provinces whose heir
/// it is.
fn by_heir(
    registry: &Registry,
    lens: &Crosswalk,
    figures: &BTreeMap<UnitIx, i64>,
) -> BTreeMap<UnitIx, i64> {
    let mut sums = BTreeMap::new();
    for (unit, figure) in figures {
        let province = registry.province_of(*unit, lens.data_day()).expect("a living unit");
        let heir = registry.heir(province, lens.border_day()).expect("provinces pass on whole");
        *sums.entry(heir).or_insert(0) += figure;
    }
    sums
}

fn assert_nothing_is_lost(registry: &Registry, from: NaiveDate, to: NaiveDate, salt: u64) {
    let figures = figures(registry, from, salt);
    let lens = registry.crosswalk(from, to);
    let restated = restate(registry, &lens, &figures);
    let kept: BTreeMap<UnitIx, i64> =
        restated.iter().map(|(province, s)| (*province, s.restated + s.unallocated)).collect();
    assert_eq!(kept, by_heir(registry, &lens, &figures), "each province from {from} to {to}");
    assert_eq!(kept.len(), 34, "all provinces");
    let total = |values: &mut dyn Iterator<Item = i64>| values.sum::<i64>();
    assert_eq!(
        total(&mut kept.values().copied()),
        total(&mut figures.values().copied()),
        "the country from {from} to {to}"
    );
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(6))]

    #[test]
    fn restating_onto_the_new_borders_loses_nothing(salt in any::<u64>()) {
        assert_nothing_is_lost(official(), eve(), turn(), salt);
        assert_nothing_is_lost(official(), day(2022, 6, 30), day(2026, 11, 1), salt);
        assert_nothing_is_lost(official(), turn(), day(2026, 4, 30), salt);
    }

    #[test]
    fn shares_lose_nothing_either(salt in any::<u64>()) {
        let registry = with_some_shares(salt);
        assert_nothing_is_lost(&registry, eve(), turn(), salt);
        assert_nothing_is_lost(&registry, eve(), day(2026, 4, 30), salt);
    }

    #[test]
    fn restating_to_the_same_day_changes_nothing(salt in any::<u64>(), days in 0_u64..900) {
        let at = day(2024, 6, 1) + chrono::Days::new(days);
        let lens = official().crosswalk(at, at);
        for (unit, _) in figures(official(), at, salt) {
            prop_assert_eq!(lens.fate(unit), Some(&Fate::Same(unit)));
        }
    }
}

#[test]
fn more_shares_leave_less_unallocated() {
    let shared = with_some_shares(0);
    let open = |registry: &Registry| {
        let lens = registry.crosswalk(eve(), turn());
        let commune = |unit| registry.level(unit) == Some(Level::Commune);
        lens.iter().filter(|(u, f)| commune(*u) && matches!(f, Fate::Unallocated { .. })).count()
    };
    assert!(open(&shared) < open(official()));
}

#[test]
fn going_back_a_merged_unit_is_not_shared_out() {
    let lens = official().crosswalk(turn(), eve());
    let lao_cai = ix(official(), "T15.34");
    let communes = official().communes(lao_cai, turn());
    let one_source = |unit: &&UnitIx| official().origins(**unit).count() == 1;
    let exact = |unit: &&UnitIx| matches!(lens.fate(**unit), Some(Fate::Same(_) | Fate::Whole(_)));
    let (single, back) =
        (communes.iter().filter(one_source).count(), communes.iter().filter(exact).count());
    assert_eq!(single, back, "exactly the units that were made of one go back");
}
