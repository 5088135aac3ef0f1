//! Nothing is rewritten: for random events, order does not matter, and what is taken away leaves
//! no trace.

use crate::build::*;
use bc138_domain::{ShareMethod, UnitAct, UnitEvent, UnitKind};
use bc138_units::{Fate, Registry};
use chrono::{Days, NaiveDate};
use proptest::prelude::*;
use proptest::sample::Index;

/// What an act may speak of: units of the small country and those that acts create.
const KEYS: [&str; 16] =
    ["A", "B", "C", "D", "E", "P", "Q", "R", "S", "Z", "H1", "T9", "U1", "U2", "U3", "U4"];

fn key() -> impl Strategy<Value = &'static str> {
    prop::sample::select(KEYS.to_vec())
}

fn act() -> impl Strategy<Value = UnitAct> {
    let own = || prop::sample::select(vec!["U1", "U2", "U3", "U4"]);
    let kind = prop::sample::select(vec![UnitKind::Commune, UnitKind::Ward, UnitKind::Township]);
    let method = || prop::sample::select(vec![ShareMethod::ResidentialCount, ShareMethod::None]);
    prop_oneof![
        (own(), key()).prop_map(|(unit, parent)| create(commune(unit, "Yên Sơn", parent))),
        (own(), key()).prop_map(|(unit, parent)| create(residential(unit, "Thôn Đông", parent))),
        (own(), key()).prop_map(|(unit, parent)| create(agency(unit, "Sở Một", Some(parent)))),
        (key(), "[A-Z][a-z]{2,5}").prop_map(|(unit, name)| rename(unit, &name)),
        (key(), kind).prop_map(|(unit, kind)| retype(unit, kind)),
        (key(), key()).prop_map(|(unit, parent)| relocate(unit, parent)),
        (key(), key()).prop_map(|(from, into)| merge(&[from], into, None)),
        (key(), key(), own())
            .prop_map(|(a, b, new)| { merge(&[a, b], new, Some(commune(new, "Yên Hà", "T9"))) }),
        (key(), own(), method(), 0_i64..9, any::<bool>()).prop_map(|(unit, new, how, w, keeps)| {
            let parts = [(if keeps { unit } else { "Q" }, w), (new, 3)];
            split(unit, vec![commune(new, "Yên Mỹ", "T9")], how, &parts, keeps)
        }),
        key().prop_map(abolish),
        (method(), 0_i64..9).prop_map(|(how, w)| share("C", how, &[("Q", w), ("R", 4)])),
    ]
}

/// Any day of some years, and often one of a few on which events meet.
fn date() -> impl Strategy<Value = NaiveDate> {
    let days = vec![eve(), turn(), day(2025, 7, 2), day(2026, 1, 1), day(2026, 1, 2)];
    prop_oneof![
        (0_u64..900).prop_map(|after| day(2024, 6, 1) + Days::new(after)),
        prop::sample::select(days),
    ]
}

/// Keeps those of the random acts that can be applied together. Most random acts cannot, so many
/// are drawn.
fn events() -> impl Strategy<Value = Vec<UnitEvent>> {
    prop::collection::vec((date(), act()), 1..40).prop_map(|acts| {
        let country = small();
        let mut kept: Vec<UnitEvent> = Vec::new();
        for event in numbered(acts) {
            kept.push(event);
            if country.with_events(&kept).is_err() {
                kept.pop();
            }
        }
        kept
    })
}

fn folded(country: &Registry, events: &[UnitEvent]) -> Registry {
    country.with_events(events).expect("kept events can be applied")
}

#[test]
fn the_day_of_a_change_is_part_of_the_register() {
    let renamed_on = |date| small_with(vec![(date, rename("P", "Chi Lăng"))]).fingerprint();
    assert_ne!(renamed_on(day(2026, 2, 1)), renamed_on(day(2026, 2, 2)));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn an_event_taken_away_leaves_no_trace(events in events()) {
        let country = small();
        let untouched = country.fingerprint();
        let all = folded(&country, &events);
        let mut by_time = events;
        by_time.sort_by_key(|event| (event.date, event.id));
        let mut steps = vec![country.fingerprint()];
        for known in 1..=by_time.len() {
            steps.push(folded(&country, &by_time[..known]).fingerprint());
        }
        let mut at = all;
        for (known, before) in steps.iter().enumerate().rev() {
            at = folded(&at, &by_time[..known]);
            prop_assert_eq!(&at.fingerprint(), before, "{} events are left", known);
        }
        prop_assert_eq!(country.fingerprint(), untouched);
    }

    #[test]
    fn every_event_leaves_a_trace(events in events()) {
        let country = small();
        let mut by_time = events;
        by_time.sort_by_key(|event| (event.date, event.id));
        for known in 1..=by_time.len() {
            let (before, after) = (&by_time[..known - 1], &by_time[..known]);
            // Saying again what is not restated already is the one act that may change nothing.
            if !matches!(by_time[known - 1].act, UnitAct::Share { .. }) {
                prop_assert_ne!(
                    folded(&country, before).fingerprint(),
                    folded(&country, after).fingerprint()
                );
            }
        }
    }

    #[test]
    fn the_order_in_which_events_are_typed_does_not_matter(
        events in events(),
        picks in prop::collection::vec(any::<Index>(), 40),
    ) {
        let country = small();
        let expected = folded(&country, &events).fingerprint();
        let mut left = events;
        let mut shuffled = Vec::new();
        for pick in picks {
            if !left.is_empty() {
                shuffled.push(left.swap_remove(pick.index(left.len())));
            }
        }
        prop_assert_eq!(folded(&country, &shuffled).fingerprint(), expected);
    }

    #[test]
    fn the_tree_stays_a_tree(events in events(), day in date()) {
        let country = folded(&small(), &events);
        for unit in country.all().filter(|unit| country.exists_on(*unit, day)) {
            let line = country.ancestors(unit, day);
            prop_assert!(line.len() <= country.len(), "no unit stands above itself");
            if let Some(parent) = line.get(1) {
                prop_assert!(country.exists_on(*parent, day));
                prop_assert!(country.children(*parent, day).contains(&unit));
            }
        }
    }

    #[test]
    fn territory_passes_from_units_that_were_to_units_that_are(events in events()) {
        let country = folded(&small(), &events);
        for unit in country.all() {
            for succession in country.successions(unit) {
                let eve = succession.date.pred_opt().expect("far from the calendar's end");
                prop_assert!(country.exists_on(unit, eve));
                for part in &succession.parts {
                    prop_assert!(country.exists_on(*part, succession.date));
                    prop_assert!(country.origins(*part).any(|s| s == succession));
                }
            }
        }
    }

    #[test]
    fn fates_name_living_units_and_sources_answer_them(
        events in events(),
        from in date(),
        to in date(),
    ) {
        let country = folded(&small(), &events);
        let lens = country.crosswalk(from, to);
        for (unit, fate) in lens.iter() {
            prop_assert!(country.exists_on(unit, from));
            let holders = match fate {
                Fate::Same(to) | Fate::Whole(to) => vec![*to],
                Fate::Parts(parts) => {
                    prop_assert!(parts.len() > 1 && parts.iter().all(|(_, weight)| *weight > 0));
                    parts.iter().map(|(to, _)| *to).collect()
                }
                Fate::Unallocated { parts, .. } => {
                    prop_assert!(!parts.is_empty());
                    parts.clone()
                }
                Fate::Gone => vec![],
            };
            for holder in holders {
                prop_assert!(country.exists_on(holder, to));
                let listed = lens.sources(holder).contains(&unit);
                let district = country.level(unit) == Some(bc138_domain::Level::District);
                prop_assert!(listed || district);
            }
            if let Fate::Same(to) = fate {
                prop_assert_eq!(lens.sources(*to), &[unit]);
            }
        }
    }
}
