//! What each event does, and that it does so from its day on only.

use crate::build::*;
use bc138_domain::{ShareMethod, UnitKind};
use bc138_units::Registry;

const BEFORE: (i32, u32, u32) = (2026, 1, 31);
const ON: (i32, u32, u32) = (2026, 2, 1);

fn label(registry: &Registry, key: &str, (y, m, d): (i32, u32, u32)) -> String {
    registry.label(ix(registry, key), day(y, m, d))
}

#[test]
fn a_new_name_and_type_hold_from_their_day() {
    let date = day(2026, 2, 1);
    let country =
        small_with(vec![(date, rename("P", "Chi Lăng")), (date, retype("P", UnitKind::Ward))]);
    assert_eq!(label(&country, "P", BEFORE), "xã Mẹt");
    assert_eq!(label(&country, "P", ON), "phường Chi Lăng");
    let names: Vec<_> = country.names(ix(&country, "P"));
    let spans: Vec<_> = names.iter().map(|n| (n.name, n.kind, n.first, n.last)).collect();
    assert_eq!(
        spans,
        [
            ("Mẹt", UnitKind::Commune, Some(turn()), date.pred_opt()),
            ("Chi Lăng", UnitKind::Ward, Some(date), None),
        ]
    );
}

#[test]
fn the_latest_name_counts() {
    let country = small_with(vec![
        (day(2026, 2, 1), rename("P", "Chi Lăng")),
        (day(2026, 5, 1), rename("P", "Hữu Nghị")),
    ]);
    assert_eq!(label(&country, "P", (2026, 4, 30)), "xã Chi Lăng");
    assert_eq!(label(&country, "P", (2026, 5, 1)), "xã Hữu Nghị");
}

#[test]
fn a_name_from_the_first_day_leaves_no_empty_span() {
    let country = small_with(vec![(turn(), rename("P", "Chi Lăng"))]);
    let names: Vec<_> = country.names(ix(&country, "P")).iter().map(|n| n.name).collect();
    assert_eq!(names, ["Chi Lăng"]);
}

#[test]
fn a_unit_belongs_to_its_new_parent_from_the_day_of_the_move() {
    let date = day(2026, 2, 1);
    let country = small_with(vec![
        (turn(), create(residential("U1", "Thôn Đông", "P"))),
        (date, relocate("U1", "Q")),
    ]);
    let (p, q) = (ix(&country, "P"), ix(&country, "Q"));
    let eve = day(2026, 1, 31);
    assert_eq!(keys(&country, &country.children(p, eve)), ["U1"]);
    assert_eq!(country.children(q, eve), []);
    assert_eq!(country.children(p, date), []);
    assert_eq!(keys(&country, &country.children(q, date)), ["U1"]);
    assert_eq!(country.province_of(ix(&country, "U1"), date), country.find("T9"));
}

#[test]
fn members_follow_a_unit_that_passes_on_whole() {
    let country = small_with(vec![
        (day(2020, 1, 1), create(residential("U1", "Thôn Đông", "A"))),
        (day(2020, 1, 1), create(residential("U2", "Thôn Tây", "C"))),
    ]);
    let (u1, u2) = (ix(&country, "U1"), ix(&country, "U2"));
    let parent = |unit, day| country.attributes(unit, day).and_then(|a| a.parent);
    assert_eq!(parent(u1, eve()), country.find("A"));
    assert_eq!(parent(u1, turn()), country.find("P"), "A passed to P whole");
    assert_eq!(country.children(ix(&country, "P"), turn()), [u1]);
    assert_eq!(parent(u2, turn()), None, "C was divided: nobody knows on which side it lies");
    assert_eq!(country.orphans(turn()), [u2]);
    assert_eq!(country.orphans(eve()), []);
}

#[test]
fn a_member_follows_as_long_as_it_exists() {
    let last = day(2026, 1, 31);
    let country = small_with(vec![
        (day(2020, 1, 1), create(residential("U1", "Thôn Đông", "A"))),
        (day(2026, 2, 1), abolish("U1")),
    ]);
    let p = ix(&country, "P");
    assert_eq!(keys(&country, &country.children(p, last)), ["U1"]);
    assert_eq!(country.children(p, day(2026, 2, 1)), []);
}

#[test]
fn an_heir_holds_the_territory_on_the_day_asked_for() {
    let country = small_with(vec![
        (day(2020, 1, 1), create(commune("U1", "Yên Sơn", "H1"))),
        (day(2023, 1, 1), merge(&["U1"], "A", None)),
    ]);
    let (u1, heir) = (ix(&country, "U1"), |unit, day| country.heir(unit, day));
    assert_eq!(heir(u1, day(2019, 12, 31)), None, "A existed then, but not as its heir");
    assert_eq!(heir(u1, day(2022, 12, 31)), Some(u1));
    assert_eq!(heir(u1, day(2023, 1, 1)), country.find("A"));
    assert_eq!(heir(u1, turn()), country.find("P"), "through the official change");
    assert_eq!(heir(ix(&country, "C"), turn()), None, "divided");
}

#[test]
fn a_merger_ends_units_and_may_create_one() {
    let date = day(2026, 2, 1);
    let new = commune("U1", "Mẹt Mới", "T9");
    let country = small_with(vec![(date, merge(&["P", "Q"], "U1", Some(new)))]);
    let (p, u1) = (ix(&country, "P"), ix(&country, "U1"));
    assert!(country.exists_on(p, day(2026, 1, 31)) && !country.exists_on(p, date));
    assert!(!country.exists_on(u1, day(2026, 1, 31)) && country.exists_on(u1, date));
    assert_eq!(country.heir(p, date), Some(u1));
    let made_of: Vec<_> = country.origins(u1).map(|s| country.key(s.unit)).collect();
    assert_eq!(made_of, ["P", "Q"]);
    let t9 = ix(&country, "T9");
    assert_eq!(keys(&country, &country.communes(t9, date)), ["R", "S", "Z", "U1"]);
}

#[test]
fn a_division_ends_the_unit_or_leaves_it_smaller() {
    let date = day(2026, 2, 1);
    for keeps in [true, false] {
        let new = vec![commune("U1", "Yên Sơn", "T9"), commune("U2", "Yên Hà", "T9")];
        let parts = [("U1", 0), ("U2", 0)];
        let country = small_with(vec![(date, split("P", new, ShareMethod::None, &parts, keeps))]);
        let p = ix(&country, "P");
        assert_eq!(country.exists_on(p, date), keeps);
        let [end] = &country.successions(p).collect::<Vec<_>>()[..] else { panic!("one event") };
        let expected: &[&str] = if keeps { &["P", "U1", "U2"] } else { &["U1", "U2"] };
        assert_eq!(keys(&country, &end.parts), expected);
    }
}

#[test]
fn several_units_may_give_parts_to_one_new_unit_on_one_day() {
    let date = day(2026, 2, 1);
    let none = ShareMethod::None;
    let country = small_with(vec![
        (date, split("P", vec![commune("U1", "Yên Sơn", "T9")], none, &[("U1", 0)], true)),
        (date, split("Q", vec![], none, &[("U1", 0)], true)),
        (date, merge(&["R"], "U1", None)),
    ]);
    let lens = country.crosswalk(turn(), date);
    assert_eq!(keys(&country, lens.sources(ix(&country, "U1"))), ["P", "Q", "R"]);
}

#[test]
fn own_units_of_old_types_end_with_them() {
    let new =
        |key, kind| create(new_unit(key, bc138_domain::Level::Commune, kind, "Đồi", Some("H1")));
    let country = small_with(vec![
        (day(2015, 1, 1), new("U1", UnitKind::Township)),
        (day(2015, 1, 1), new("U2", UnitKind::Township)),
        (day(2020, 1, 1), retype("U2", UnitKind::Commune)),
        (turn(), merge(&["U1", "U2"], "P", None)),
    ]);
    let last = |key| country.lifetime(ix(&country, key)).and_then(|l| l.last);
    assert_eq!((last("U1"), last("U2")), (Some(eve()), Some(eve())));
    let lens = country.crosswalk(eve(), turn());
    assert_eq!(keys(&country, lens.sources(ix(&country, "P"))), ["A", "U1", "U2"]);

    let left = small_with(vec![
        (day(2015, 1, 1), new("U1", UnitKind::Township)),
        (day(2015, 1, 1), new("U2", UnitKind::Commune)),
        (day(2015, 1, 1), new("U3", UnitKind::Township)),
        (day(2020, 1, 1), retype("U3", UnitKind::Commune)),
        (day(2015, 1, 1), new("U4", UnitKind::Commune)),
        (day(2020, 1, 1), retype("U4", UnitKind::Township)),
    ]);
    let goes_on = |key| left.exists_on(ix(&left, key), turn());
    assert!(!goes_on("U1") && !goes_on("U4"), "no thị trấn after 30/06/2025");
    assert!(goes_on("U2") && goes_on("U3"), "a xã goes on until somebody ends it");
}
