//! The lenses, unit by unit, on the small country.

use crate::build::*;
use bc138_domain::ShareMethod;
use bc138_units::{Crosswalk, Fate, Reason, Registry};

fn fate(registry: &Registry, crosswalk: &Crosswalk, key: &str) -> Fate {
    crosswalk.fate(ix(registry, key)).unwrap_or_else(|| panic!("{key} exists")).clone()
}

fn unallocated(registry: &Registry, parts: &[&str], common: Option<&str>, reason: Reason) -> Fate {
    let parts = parts.iter().map(|key| ix(registry, key)).collect();
    Fate::Unallocated { parts, common: common.map(|key| ix(registry, key)), reason }
}

#[test]
fn forwards_over_the_official_change() {
    let country = small();
    let lens = country.crosswalk(eve(), turn());
    let to = |key| ix(&country, key);
    assert_eq!(fate(&country, &lens, "A"), Fate::Same(to("P")), "its own territory, alone");
    assert_eq!(fate(&country, &lens, "B"), Fate::Whole(to("Q")), "together with a part of C");
    assert_eq!(
        fate(&country, &lens, "C"),
        unallocated(&country, &["Q", "R"], Some("T9"), Reason::NoShares)
    );
    assert_eq!(fate(&country, &lens, "E"), Fate::Same(to("S")));
    assert_eq!(fate(&country, &lens, "T1"), Fate::Whole(to("T9")));
    assert_eq!(fate(&country, &lens, "HI"), Fate::Same(to("Z")), "it had no communes");
    assert_eq!(keys(&country, lens.sources(to("Q"))), ["B", "C"]);
    assert_eq!(lens.fate(to("Q")), None, "it does not exist on the data day");
}

#[test]
fn a_district_is_carried_over_through_its_communes() {
    let country = small();
    let lens = country.crosswalk(eve(), turn());
    assert_eq!(
        fate(&country, &lens, "H1"),
        unallocated(&country, &["P", "Q", "R"], Some("T9"), Reason::LevelEnded)
    );
    let only = Fate::Whole(ix(&country, "S"));
    assert_eq!(fate(&country, &lens, "H2"), only, "all its communes went to one unit");
    assert_eq!(keys(&country, lens.sources(ix(&country, "S"))), ["E"], "not counted twice");
}

#[test]
fn backwards_over_the_official_change() {
    let country = small();
    let lens = country.crosswalk(turn(), eve());
    assert_eq!(fate(&country, &lens, "P"), Fate::Same(ix(&country, "A")));
    assert_eq!(
        fate(&country, &lens, "Q"),
        unallocated(&country, &["B", "C"], Some("T1"), Reason::Merged)
    );
    assert_eq!(
        fate(&country, &lens, "T9"),
        unallocated(&country, &["T1", "T2"], None, Reason::Merged)
    );
    assert_eq!(fate(&country, &lens, "Z"), Fate::Same(ix(&country, "HI")));
}

#[test]
fn on_the_same_borders_every_unit_is_itself() {
    for (from, to) in [(eve(), eve()), (day(2024, 1, 1), eve()), (turn(), day(2026, 1, 1))] {
        let country = small();
        let lens = country.crosswalk(from, to);
        assert_eq!((lens.data_day(), lens.border_day()), (from, to));
        for (unit, fate) in lens.iter() {
            assert_eq!(*fate, Fate::Same(unit));
        }
        assert!(lens.iter().count() > 0);
    }
}

#[test]
fn official_and_own_changes_follow_one_another() {
    let later = day(2026, 3, 1);
    let country = small_with(vec![
        (day(2020, 1, 1), create(commune("U1", "Yên Sơn", "H1"))),
        (day(2023, 1, 1), merge(&["U1"], "A", None)),
        (later, merge(&["P", "S"], "U2", Some(commune("U2", "Mẹt Mới", "T9")))),
    ]);
    let lens = country.crosswalk(day(2022, 12, 31), later);
    for key in ["U1", "A", "E"] {
        assert_eq!(fate(&country, &lens, key), Fate::Whole(ix(&country, "U2")), "{key}");
    }
    let back = country.crosswalk(later, day(2022, 12, 31));
    assert_eq!(
        fate(&country, &back, "U2"),
        unallocated(&country, &["A", "E", "U1"], None, Reason::Merged)
    );
    let half = country.crosswalk(later, day(2024, 1, 1));
    let Fate::Unallocated { parts, .. } = fate(&country, &half, "U2") else { panic!("merged") };
    assert_eq!(keys(&country, &parts), ["A", "E"], "U1 had been merged before that day");
}

#[test]
fn abolished_and_not_yet_created_units_are_gone() {
    let country = small_with(vec![
        (day(2026, 1, 1), create(commune("U1", "Yên Sơn", "T9"))),
        (day(2026, 2, 1), abolish("P")),
    ]);
    let (before, after) = (day(2025, 12, 1), day(2026, 3, 1));
    assert_eq!(fate(&country, &country.crosswalk(before, after), "P"), Fate::Gone);
    assert_eq!(fate(&country, &country.crosswalk(after, before), "U1"), Fate::Gone);
}

#[test]
fn parts_go_wholly_back_to_the_unit_that_was_divided() {
    let date = day(2026, 1, 1);
    let parts = [("P", 30), ("U1", 70)];
    let new = vec![commune("U1", "Yên Sơn", "T9")];
    let country = small_with(vec![(date, split("P", new, ShareMethod::ByHand, &parts, true))]);
    let back = country.crosswalk(date, turn());
    let whole = Fate::Whole(ix(&country, "P"));
    assert_eq!(fate(&country, &back, "U1"), whole);
    assert_eq!(fate(&country, &back, "P"), whole, "smaller now, but still a part of the old P");
}

#[test]
fn a_part_that_is_abolished_leaves_figures_without_a_place() {
    let new = vec![commune("U1", "Yên Sơn", "T9")];
    let parts = [("P", 30), ("U1", 70)];
    let country = small_with(vec![
        (day(2026, 1, 1), split("P", new, ShareMethod::ByHand, &parts, true)),
        (day(2026, 2, 1), abolish("U1")),
    ]);
    let lens = country.crosswalk(turn(), day(2026, 3, 1));
    let expected = unallocated(&country, &["P"], Some("T9"), Reason::PartAbolished);
    assert_eq!(fate(&country, &lens, "P"), expected);
}
