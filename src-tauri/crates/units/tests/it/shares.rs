//! Shares of divided units.

use crate::build::*;
use bc138_domain::ShareMethod;
use bc138_units::{Divided, Fate, Reason, Registry, allocate};

fn parts(registry: &Registry, fate: Option<&Fate>) -> Vec<(String, i64)> {
    let Some(Fate::Parts(parts)) = fate else { panic!("{fate:?} is not shared out") };
    parts.iter().map(|(unit, weight)| (registry.key(*unit).to_owned(), *weight)).collect()
}

fn pairs(parts: &[(&str, i64)]) -> Vec<(String, i64)> {
    parts.iter().map(|(key, weight)| ((*key).to_owned(), *weight)).collect()
}

#[test]
fn a_division_of_the_official_lists_takes_shares() {
    for (method, given, expected) in [
        (ShareMethod::ResidentialCount, [("R", 4), ("Q", 6)], [("Q", 3), ("R", 2)]),
        (ShareMethod::ByHand, [("Q", 75), ("R", 25)], [("Q", 3), ("R", 1)]),
    ] {
        let country = small_with(vec![(turn(), share("C", method, &given))]);
        let lens = country.crosswalk(eve(), turn());
        assert_eq!(parts(&country, lens.fate(ix(&country, "C"))), pairs(&expected));
    }
}

#[test]
fn the_clerk_may_choose_not_to_restate_and_change_that_later() {
    let given = [("Q", 1), ("R", 1)];
    let refuse = (turn(), share("C", ShareMethod::None, &[]));
    let restate = (day(2025, 9, 1), share("C", ShareMethod::ResidentialCount, &given));
    let refused = small_with(vec![refuse.clone()]);
    let fate = |country: &Registry| {
        country.crosswalk(eve(), turn()).fate(ix(country, "C")).expect("it exists").clone()
    };
    assert!(matches!(fate(&refused), Fate::Unallocated { reason: Reason::NotRestated, .. }));
    let both = small_with(vec![refuse, restate]);
    assert_eq!(parts(&both, Some(&fate(&both))), pairs(&given), "the later word counts");
}

#[test]
fn shares_speak_of_the_latest_division() {
    let (first, second) = (day(2026, 1, 1), day(2026, 3, 1));
    let none = ShareMethod::None;
    let halve = |new| split("P", vec![commune(new, "Yên Sơn", "T9")], none, &[(new, 0)], true);
    let country = small_with(vec![
        (first, halve("U1")),
        (second, halve("U2")),
        (second, share("P", ShareMethod::ByHand, &[("P", 50), ("U2", 50)])),
    ]);
    let p = ix(&country, "P");
    let methods: Vec<_> = country.successions(p).map(|s| s.share.method()).collect();
    assert_eq!(methods, [Some(none), Some(ShareMethod::ByHand)]);
}

#[test]
fn a_part_without_weight_takes_nothing() {
    let given = [("Q", 0), ("R", 5)];
    let country = small_with(vec![(turn(), share("C", ShareMethod::ResidentialCount, &given))]);
    let lens = country.crosswalk(eve(), turn());
    let c = ix(&country, "C");
    assert_eq!(lens.fate(c), Some(&Fate::Whole(ix(&country, "R"))), "all of it went there");
}

#[test]
fn shares_of_shares_multiply() {
    let date = day(2026, 1, 1);
    let new = vec![commune("U1", "Yên Sơn", "T9")];
    let country = small_with(vec![
        (turn(), share("C", ShareMethod::ByHand, &[("Q", 40), ("R", 60)])),
        (date, split("R", new, ShareMethod::ResidentialCount, &[("R", 1), ("U1", 2)], true)),
    ]);
    let lens = country.crosswalk(eve(), date);
    let found = parts(&country, lens.fate(ix(&country, "C")));
    assert_eq!(found, pairs(&[("Q", 2), ("R", 1), ("U1", 2)]), "40 %, 20 % and 40 %");
    assert_eq!(allocate(10, &[2, 1, 2]), [4, 2, 4]);
}

#[test]
fn parts_that_come_together_again_make_a_whole() {
    let date = day(2026, 1, 1);
    let country = small_with(vec![
        (turn(), share("C", ShareMethod::ByHand, &[("Q", 40), ("R", 60)])),
        (date, merge(&["Q"], "R", None)),
    ]);
    let lens = country.crosswalk(eve(), date);
    let whole = Fate::Whole(ix(&country, "R"));
    assert_eq!(lens.fate(ix(&country, "C")), Some(&whole));
}

#[test]
fn without_shares_on_the_way_nothing_is_shared_out() {
    let date = day(2026, 1, 1);
    let new = vec![commune("U1", "Yên Sơn", "T9")];
    let country = small_with(vec![
        (turn(), share("C", ShareMethod::ByHand, &[("Q", 40), ("R", 60)])),
        (date, split("R", new, ShareMethod::None, &[("U1", 0)], true)),
    ]);
    let lens = country.crosswalk(eve(), date);
    let Some(Fate::Unallocated { parts, common, reason }) = lens.fate(ix(&country, "C")) else {
        panic!("R was divided without shares");
    };
    assert_eq!(keys(&country, parts), ["Q", "R", "U1"]);
    assert_eq!(*common, country.find("T9"));
    assert_eq!(*reason, Reason::NotRestated);
}

#[test]
fn weights_out_of_range_are_not_rounded_away() {
    let big = 2_000_000_011;
    let split_again = |key: &str, new: &str| {
        let created = vec![commune(new, "Yên Sơn", "T9")];
        split(key, created, ShareMethod::ResidentialCount, &[(key, big), (new, 1)], true)
    };
    let country = small_with(vec![
        (day(2026, 1, 1), split_again("P", "U1")),
        (day(2026, 2, 1), split_again("P", "U2")),
        (day(2026, 3, 1), split_again("P", "U3")),
    ]);
    let lens = country.crosswalk(turn(), day(2026, 3, 1));
    let Some(Fate::Unallocated { reason, .. }) = lens.fate(ix(&country, "P")) else {
        panic!("the exact weights have more than 63 bits");
    };
    assert_eq!(*reason, Reason::OutOfRange);
}

#[test]
fn divided_communes_are_listed_with_what_was_said_of_them() {
    let asked =
        |country: &Registry, province: &str| country.divided(ix(country, province), eve(), turn());
    let country = small();
    let c = Divided {
        unit: ix(&country, "C"),
        date: turn(),
        parts: vec![ix(&country, "Q"), ix(&country, "R")],
        method: None,
    };
    assert_eq!(asked(&country, "T1"), std::slice::from_ref(&c));
    assert_eq!(asked(&country, "T9"), std::slice::from_ref(&c), "asked from the new borders");
    assert_eq!(asked(&country, "T2"), [], "not in that province");
    for (from, to) in [(eve(), eve()), (turn(), day(2026, 1, 1))] {
        assert_eq!(country.divided(ix(&country, "T9"), from, to), [], "not between those days");
    }

    let said = small_with(vec![(turn(), share("C", ShareMethod::None, &[]))]);
    assert_eq!(asked(&said, "T1"), [Divided { method: Some(ShareMethod::None), ..c }]);
}
