//! Searching: by any name, however it is typed.

use crate::build::*;
use bc138_units::{Closeness, Hit, Registry, Search};
use chrono::NaiveDate;

const EVER: Search = Search { day: None, within: None, limit: 10 };

fn on(day: NaiveDate) -> Search {
    Search { day: Some(day), ..EVER }
}

fn found<'a>(registry: &'a Registry, query: &str, search: &Search) -> Vec<&'a str> {
    registry.search(query, search).iter().map(|hit| registry.key(hit.unit)).collect()
}

#[test]
fn diacritics_tone_marks_and_types_do_not_matter() {
    let country = small();
    for query in [
        "Đắk Thuỷ",
        "dak thuy",
        "ĐẮK THỦY",
        "  đắk   thủy ",
        "xã Đắk Thuỷ",
        "x. dak thuy",
        "xa dak thủy",
    ] {
        assert_eq!(found(&country, query, &EVER), ["B"], "{query}");
    }
    assert_eq!(found(&country, "phường Đắk Thuỷ", &EVER), [""; 0], "it is a xã");
}

#[test]
fn a_type_word_picks_the_type() {
    let country = small();
    assert_eq!(found(&country, "tan lap", &EVER), ["C", "E", "S"]);
    assert_eq!(found(&country, "P. Tân Lập", &EVER), ["E", "S"]);
    assert_eq!(found(&country, "tp an binh", &EVER), ["T9"]);
    assert_eq!(found(&country, "TX sông đục", &EVER), ["H2"]);
}

#[test]
fn the_closest_match_comes_first() {
    let country = small_with(vec![
        (turn(), create(commune("U1", "Tân Hòa Đông", "T9"))),
        (turn(), create(commune("U2", "Đông Tân Hòa", "T9"))),
        (turn(), create(commune("U3", "Atân Hòa", "T9"))),
    ]);
    let hits = country.search("tân hòa", &on(turn()));
    let order: Vec<_> = hits.iter().map(|h| (country.key(h.unit), h.rank.closeness)).collect();
    assert_eq!(
        order[..4],
        [
            ("R", Closeness::Exact),
            ("U1", Closeness::Beginning),
            ("U2", Closeness::LaterWord),
            ("U3", Closeness::Inside),
        ]
    );
}

#[test]
fn old_names_lead_to_the_units_of_the_day() {
    let date = day(2026, 2, 1);
    let country = small_with(vec![(date, rename("P", "Chi Lăng"))]);
    let hits = country.search("mẹt", &on(date));
    let [Hit { unit, matched_name, last_day_of_name, rank }] = &hits[..] else {
        panic!("one unit: {hits:?}");
    };
    assert_eq!(country.key(*unit), "P");
    assert_eq!((matched_name.as_str(), *last_day_of_name), ("xã Mẹt", date.pred_opt()));
    assert!(rank.old_name);
    let later = country.search("chi lăng", &on(turn()));
    let later: Vec<_> = later.iter().map(|h| (country.key(h.unit), h.rank.old_name)).collect();
    assert_eq!(later, [("P", true)], "a later name leads there too");

    let divided = country.search("tân lập", &on(turn()));
    let names: Vec<_> = divided.iter().map(|h| (country.key(h.unit), h.rank.old_name)).collect();
    assert_eq!(
        names,
        [("S", false), ("Q", true), ("R", true)],
        "the unit of that name first, then those that hold the old one's territory"
    );
}

#[test]
fn of_several_old_names_the_units_own_is_shown() {
    let date = day(2026, 2, 1);
    let level = bc138_domain::Level::Commune;
    let ward = new_unit("U1", level, bc138_domain::UnitKind::Ward, "Mẹt", Some("T9"));
    let country = small_with(vec![
        (turn(), create(ward)),
        (date, merge(&["U1"], "P", None)),
        (date, rename("P", "Chi Lăng")),
    ]);
    let hits = country.search("mẹt", &on(date));
    let names: Vec<_> = hits.iter().map(|h| (country.key(h.unit), &*h.matched_name)).collect();
    assert_eq!(names, [("P", "xã Mẹt")], "neither “phường Mẹt” nor “thị trấn Mẹt”");
}

#[test]
fn an_abolished_unit_leads_nowhere_though_it_once_gave_a_part_away() {
    let new = vec![commune("U1", "Yên Sơn", "T9")];
    let none = bc138_domain::ShareMethod::None;
    let country = small_with(vec![
        (day(2026, 1, 1), split("P", new, none, &[("U1", 0)], true)),
        (day(2026, 2, 1), abolish("P")),
    ]);
    assert_eq!(found(&country, "mẹt", &on(day(2026, 1, 31))), ["P"]);
    assert_eq!(found(&country, "mẹt", &on(day(2026, 2, 1))), [""; 0]);
}

#[test]
fn an_old_name_comes_before_a_match_inside_a_word() {
    let date = day(2026, 2, 1);
    let country = small_with(vec![
        (date, rename("P", "Chi Lăng")),
        (date, create(commune("U1", "Cơmét", "T9"))),
        (date, create(commune("U2", "Mét Sơn", "T9"))),
    ]);
    assert_eq!(found(&country, "mẹt", &on(date)), ["U2", "P", "U1"]);
}

#[test]
fn ended_units_are_found_without_a_day_and_told_apart() {
    let country = small();
    let hits = country.search("tân lập", &EVER);
    let labels: Vec<String> = hits.iter().map(|hit| country.full_label(hit.unit, turn())).collect();
    assert_eq!(
        labels,
        [
            "xã Tân Lập, huyện Sông Trong, tỉnh An Bình (đến 30/06/2025)",
            "phường Tân Lập, thị xã Sông Đục, tỉnh Bình Hòa (đến 30/06/2025)",
            "phường Tân Lập, thành phố An Bình",
        ]
    );
    let last_day = country.full_label(hits[0].unit, eve());
    assert_eq!(last_day, "xã Tân Lập, huyện Sông Trong, tỉnh An Bình", "it still exists");
}

#[test]
fn a_search_stays_within_a_unit_and_what_it_took_over() {
    let country = small();
    let within = |key: &str| Search { within: country.find(key), ..EVER };
    assert_eq!(found(&country, "tân lập", &within("T1")), ["C"]);
    assert_eq!(found(&country, "tân lập", &within("H2")), ["E"]);
    assert_eq!(found(&country, "tân lập", &within("T9")), ["C", "E", "S"]);
}

#[test]
fn nothing_is_found_for_nothing() {
    let country = small();
    for query in ["", "  ", "...", "không có"] {
        assert_eq!(country.search(query, &EVER), [], "{query:?}");
    }
    assert_eq!(country.search("tân", &Search { limit: 0, ..EVER }), []);
    assert_eq!(country.search("tân", &Search { limit: 2, ..EVER }).len(), 2);
}

#[test]
fn numbered_wards_and_highland_names_of_the_official_register() {
    let registry = official();
    let exact = |query: &str, search: &Search| {
        let hits = registry.search(query, &Search { limit: 500, ..*search });
        hits.into_iter().filter(|h| h.rank.closeness == Closeness::Exact).collect::<Vec<_>>()
    };
    let first_wards = |line: &&str| {
        let cells: Vec<_> = line.split('\t').collect();
        cells[2] == "phường" && cells[4] == "1" && cells[7] == "2025-06-30"
    };
    let listed = OFFICIAL.units.lines().filter(first_wards).count();
    assert!(listed > 1, "many towns had a phường 1");
    assert_eq!(exact("phường 1", &on(eve())).len(), listed);
    for query in ["m'đrắk", "M’Đrắk", "mdrak", "huyện MĐrăk"] {
        assert!(!exact(query, &on(eve())).is_empty(), "{query}");
    }
}

#[test]
fn every_unit_is_found_by_its_own_label() {
    let registry = official();
    for unit in registry.all().step_by(97) {
        let lived = registry.lifetime(unit).expect("listed").nearest(turn());
        let label = registry.label(unit, lived);
        let search = Search { day: Some(lived), within: None, limit: usize::MAX };
        let hit = registry.search(&label, &search).into_iter().find(|hit| hit.unit == unit);
        let hit = hit.unwrap_or_else(|| panic!("{label} is not found"));
        assert_eq!(hit.rank.closeness, Closeness::Exact, "{label}");
        assert_eq!(hit.matched_name, label);
    }
}
