//! Comparisons: a change where there is one, and the reason where there is none.

use crate::fixture::*;
use bc138_domain::catalogue::OverUnits;
use bc138_domain::{Fixed, Nature, Qualifier, State, Window};
use bc138_series::{
    Additivity, Basis, Comparison, Coverage, Direction, Side, Stage, Terms, Territory, Total,
    ValueKind, Why, compare, compare_windows, redrawn,
};
use bc138_units::{TWO_TIERS, UnitIx};
use proptest::prelude::*;

const TERMS: Terms<'static> =
    Terms { places: 1, kind: ValueKind::Count, redefined_on: &[], redrawn: &[] };

fn plain(value: i64) -> Total {
    Total { value: Some(int(value)), reported: 1, expected: 1, ..Total::default() }
}

fn rate(x: i64, y: i64) -> Total {
    Total { total: Some(int(y)), additivity: Additivity::RatioOfSums, ..plain(x) }
}

fn units(units: &[u32]) -> Territory {
    units.iter().copied().map(UnitIx).collect()
}

fn years(now: &Total, before: &Total, terms: &Terms<'_>) -> Comparison {
    let territory = units(&[1]);
    let side = |window, total| Side { window, territory: &territory, total };
    let (this, last) = (Window::reporting_year(2024), Window::reporting_year(2023));
    // Leap year 2024 against 2023: both are years.
    compare(&side(&this, now), &side(&last, before), terms)
}

fn why(comparison: Comparison) -> Why {
    match comparison {
        Comparison::NotComparable { why } => why,
        Comparison::Change(change) => panic!("comparable: {change:?}"),
    }
}

fn said(number: Option<Fixed>) -> Option<String> {
    number.map(|number| number.to_string())
}

proptest! {
    /// What one side gained the other lost.
    #[test]
    fn the_change_of_the_count_turns_around(
        a in 0_i64..100_000,
        b in 0_i64..100_000,
        ratios in any::<bool>(),
    ) {
        let of = |n| if ratios { rate(n, 100_000) } else { plain(n) };
        let forth = *years(&of(a), &of(b), &TERMS).change().unwrap();
        let back = *years(&of(b), &of(a), &TERMS).change().unwrap();
        prop_assert_eq!(forth.value.thousandths(), -back.value.thousandths());
        let (there, here) = (forth.points, back.points);
        prop_assert_eq!(there.map(Fixed::thousandths), here.map(|it| -it.thousandths()));
        let turned = match back.direction {
            Direction::Up => Direction::Down,
            Direction::Down => Direction::Up,
            Direction::Same => Direction::Same,
        };
        prop_assert_eq!(forth.direction, turned);
        prop_assert_eq!(forth.direction, a.cmp(&b).into());
    }
}

#[test]
fn counts_change_in_number_and_percent() {
    let change = *years(&plain(9), &plain(8), &TERMS).change().unwrap();
    assert_eq!((change.value, said(change.percent)), (int(1), Some("12,5".to_owned())));
    assert_eq!((change.points, change.direction), (None, Direction::Up));
    let rounded = *years(&plain(9), &plain(8), &Terms { places: 0, ..TERMS }).change().unwrap();
    assert_eq!(said(rounded.percent), Some("13".to_owned()), "half up");
    let from_nothing = *years(&plain(9), &plain(0), &TERMS).change().unwrap();
    assert_eq!((from_nothing.percent, from_nothing.direction), (None, Direction::Up));
}

#[test]
fn rates_change_in_points_and_may_fall_while_the_count_rises() {
    let change = *years(&rate(90, 120), &rate(80, 100), &TERMS).change().unwrap();
    assert_eq!((change.value, change.total), (int(10), Some(int(20))));
    assert_eq!(said(change.points), Some("-5".to_owned()), "75 % after 80 %");
    assert_eq!(change.direction, Direction::Down);
    let percent = Terms { kind: ValueKind::Percent, ..TERMS };
    let published = *years(&plain(75), &plain(80), &percent).change().unwrap();
    assert_eq!((said(published.points), published.percent), (Some("-5".to_owned()), None));
}

#[test]
fn only_equal_windows_are_compared() {
    let territory = units(&[1]);
    let against = |now: &Window, before: &Window| {
        let side = |window, total| Side { window, territory: &territory, total };
        compare(&side(now, &plain(2)), &side(before, &plain(1)), &TERMS)
    };
    let year = Window::reporting_year(2024);
    assert_eq!(why(against(&Window::review(2024, 5), &Window::reporting_year(2018))), Why::Window);
    assert_eq!(why(against(&year, &Window::named("trước đây"))), Why::Window);
    assert_eq!(why(against(&year, &year)), Why::Window, "the same days twice");
    let five = against(&Window::review(2024, 5), &Window::review(2019, 5));
    assert!(five.change().is_some());
}

#[test]
fn other_units_or_redrawn_ones_are_another_territory() {
    let (this, last) = (Window::reporting_year(2024), Window::reporting_year(2023));
    let (here, there) = (units(&[1, 2, 4]), units(&[2, 3, 4]));
    let now = Side { window: &this, territory: &here, total: &plain(2) };
    let before = Side { window: &last, territory: &there, total: &plain(1) };
    let redrawn = [UnitIx(4), UnitIx(9)];
    let changed = vec![UnitIx(1), UnitIx(3), UnitIx(4)];
    let terms = Terms { redrawn: &redrawn, ..TERMS };
    assert_eq!(why(compare(&now, &before, &terms)), Why::Territory { changed });
}

#[test]
fn definitions_reports_and_qualifiers_stand_in_the_way() {
    let (before, after) = (day(2022, 11, 16), day(2024, 11, 16));
    let redefined =
        |days: &[_]| years(&plain(2), &plain(1), &Terms { redefined_on: days, ..TERMS });
    let inside = day(2024, 1, 1);
    assert_eq!(why(redefined(&[after, inside])), Why::Definition { day: inside });
    assert!(redefined(&[before, after]).change().is_some(), "one definition for both windows");
    let partly = Total { reported: 1, expected: 2, not_reported: 1, ..plain(2) };
    let full = Coverage { reported: 1, expected: 1 };
    let missing = Why::Missing { now: Coverage { reported: 1, expected: 2 }, before: full };
    assert_eq!(why(years(&partly, &plain(1), &TERMS)), missing);
    for inexact in [
        Total { qualified: 1, ..plain(2) },
        Total { in_words: 1, ..plain(2) },
        Total { unallocated: 1, ..plain(2) },
        Total { without_total: 1, ..rate(2, 3) },
    ] {
        assert_eq!(why(years(&plain(1), &inexact, &TERMS)), Why::Qualified);
    }
    let types = Total { value: None, additivity: Additivity::DistinctNames, ..plain(2) };
    assert_eq!(why(years(&types, &types, &TERMS)), Why::NoSum);
    let guess = Total { estimates: 1, ..plain(2) };
    assert!(years(&guess, &plain(1), &TERMS).change().unwrap().estimated);
}

/// 2024 was reported by old communes, 2026 by new ones: as reported nothing can be said, on the
/// new borders the old numbers are put together first.
#[test]
fn across_a_rearrangement_the_like_for_like_figure_is_offered() {
    let (registry, news_measure) = (small(), measure("tin", Nature::Flow));
    let (then, now) = (Window::reporting_year(2024), Window::reporting_year(2026));
    let cube = Entries::default()
        .put(&old(0), &news_measure, &then, number(10))
        .put(&old(1), &news_measure, &then, number(20))
        .put(&new(0), &news_measure, &now, number(45))
        .cube(&registry);
    let at = |window| cube.find_window(window).unwrap();
    let (here, there) = (news(&registry, [0]), olds(&registry, [0, 1]));
    let compared = compare_windows(
        &registry,
        &cube,
        cube.find_measure(&news_measure).unwrap(),
        OverUnits::Sum,
        Stage { window: at(&now), territory: &here },
        Stage { window: at(&then), territory: &there },
        &TERMS,
    )
    .unwrap();
    assert!(matches!(why(compared.comparison), Why::Territory { .. }));
    let like = compared.like_for_like.unwrap();
    assert_eq!(like.basis, Basis::SameBorders(day(2026, 11, 15)));
    assert_eq!((like.now.value, like.before.value), (Some(int(45)), Some(int(30))));
    let change = like.comparison.change().unwrap();
    assert_eq!((change.value, said(change.percent)), (int(15), Some("50".to_owned())));
}

#[test]
fn where_reports_are_missing_those_who_reported_twice_are_compared() {
    let (registry, tips) = (small(), measure("tin", Nature::Flow));
    let (then, now) = (Window::reporting_year(2023), Window::reporting_year(2024));
    let cube = Entries::default()
        .put(&old(0), &tips, &then, number(10))
        .put(&old(1), &tips, &then, number(20))
        .put(&old(0), &tips, &now, number(12))
        .put(&old(1), &tips, &now, empty(State::NotReported))
        .put(&old(2), &tips, &now, number(100))
        .cube(&registry);
    let territory = olds(&registry, 0..3);
    let at = |window| Stage { window: cube.find_window(window).unwrap(), territory: &territory };
    let compared = compare_windows(
        &registry,
        &cube,
        cube.find_measure(&tips).unwrap(),
        OverUnits::Sum,
        at(&now),
        at(&then),
        &TERMS,
    )
    .unwrap();
    assert!(matches!(why(compared.comparison), Why::Missing { .. }));
    let like = compared.like_for_like.unwrap();
    assert_eq!(like.basis, Basis::SameReporters(1));
    assert_eq!(like.comparison.change().unwrap().value, int(2), "not the 82 of the bare sums");
}

#[test]
fn a_qualified_entry_has_no_exact_change() {
    let (registry, tips) = (small(), measure("tin", Nature::Flow));
    let (then, now) = (Window::reporting_year(2023), Window::reporting_year(2024));
    let cube = Entries::default()
        .put(&old(0), &tips, &then, number(10))
        .put(&old(0), &tips, &now, number(300))
        .qualified(Qualifier::Nearly)
        .cube(&registry);
    let territory = olds(&registry, [0]);
    let at = |window| Stage { window: cube.find_window(window).unwrap(), territory: &territory };
    let tips = cube.find_measure(&tips).unwrap();
    let compared =
        compare_windows(&registry, &cube, tips, OverUnits::Sum, at(&now), at(&then), &TERMS);
    assert_eq!(why(compared.unwrap().comparison), Why::Qualified);
}

#[test]
fn units_that_gave_or_took_territory_are_redrawn() {
    let registry = small();
    let all = Territory::country(&registry, TWO_TIERS);
    assert_eq!(redrawn(&registry, &all, day(2024, 1, 1), day(2026, 1, 1)), all.units());
    assert_eq!(redrawn(&registry, &all, day(2025, 12, 1), day(2026, 1, 1)), []);
}
