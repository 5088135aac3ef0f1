//! Windows put together: flows are added, stocks and rates are not, and seams are named.

use crate::fixture::*;
use bc138_domain::catalogue::{OverTime, OverUnits};
use bc138_domain::{Nature, State, Window};
use bc138_series::{
    Additivity, Cube, Joining, MeasureIx, Outcome, Review, ReviewOf, Seam, Span, Stage, Territory,
    review, total,
};
use bc138_units::Registry;
use proptest::prelude::*;

/// Two communes' numbers for the years 2020, 2021, …
fn cube(registry: &Registry, nature: Nature, years: &[(i64, i64)]) -> Cube {
    let entries = (2020..).zip(years).fold(Entries::default(), |entries, (year, (a, b))| {
        let (measure, window) = (measure("chi_tieu", nature), Window::reporting_year(year));
        entries.put(&old(0), &measure, &window, number(*a)).put(
            &old(1),
            &measure,
            &window,
            number(*b),
        )
    });
    entries.cube(registry)
}

fn reviewed(
    cube: &Cube,
    territory: &Territory,
    joining: Joining,
    whole: Option<&Window>,
) -> Review {
    let measure = MeasureIx(0);
    // The stages are given backwards: their order is found.
    let mut windows = cube.windows_in_time();
    windows.reverse();
    let stages: Vec<Stage> = windows.iter().map(|at| Stage { window: *at, territory }).collect();
    let of = ReviewOf { measure, over_units: OverUnits::Sum, joining, whole };
    review(cube, &of, &stages)
}

proptest! {
    /// The sum over years of sums over units is the sum over units of sums over years.
    #[test]
    fn flows_of_five_years_are_added(
        years in prop::collection::vec((0_i64..1_000, 0_i64..1_000), 5),
    ) {
        let registry = small();
        let cube = cube(&registry, Nature::Flow, &years);
        let whole = Window::review(2024, 5);
        let sum = |units: &[usize]| {
            let territory = olds(&registry, units.iter().copied());
            match reviewed(&cube, &territory, Joining::Sum, Some(&whole)).outcome {
                Outcome::Sum(total) => total,
                other => panic!("{other:?}"),
            }
        };
        let all = sum(&[0, 1]);
        prop_assert_eq!(all.value, sum(&[0]).value.unwrap().checked_add(sum(&[1]).value.unwrap()));
        prop_assert_eq!(all.value, Some(int(years.iter().map(|(a, b)| a + b).sum())));
        prop_assert_eq!((all.reported, all.expected), (10, 10), "unit-windows");
    }
}

#[test]
fn a_gap_stops_the_sum_and_not_the_stock() {
    let registry = small();
    let cube = cube(&registry, Nature::Flow, &[(1, 2), (3, 4), (5, 6)]);
    let territory = olds(&registry, [0, 1]);
    let five = Window::review(2022, 5);
    let it = reviewed(&cube, &territory, Joining::Sum, Some(&five));
    let gap = Span { from: day(2017, 11, 16), to: day(2019, 11, 15) };
    assert_eq!((it.outcome, it.seams), (Outcome::Seams, vec![Seam::Gap(gap)]));
    let stock = reviewed(&cube, &territory, Joining::Last, Some(&five));
    let last = *stock.stages.last().unwrap();
    assert_eq!(stock.outcome, Outcome::Last(last.0, last.1));
    assert_eq!(last.1.value, Some(int(11)));
    let each = reviewed(&cube, &territory, Joining::Each, None);
    let values: Vec<_> = each.stages.iter().map(|(_, total)| total.value).collect();
    assert_eq!(values, [Some(int(3)), Some(int(7)), Some(int(11))], "as a list, in order of time");
    assert!(matches!(each.outcome, Outcome::Each(..)));
    assert_eq!(
        reviewed(&Cube::default(), &territory, Joining::Sum, None).outcome,
        Outcome::Nothing
    );
}

#[test]
fn a_running_total_increases_by_last_less_first() {
    let registry = small();
    let cube = cube(&registry, Nature::Cumulative, &[(1, 2), (30, 4), (50, 6)]);
    let both = reviewed(&cube, &olds(&registry, [0, 1]), Joining::Increase, None);
    let Outcome::Increase { change, .. } = both.outcome else { panic!("{:?}", both.outcome) };
    assert_eq!(change, Some(int(53)));
    let with_silent = reviewed(&cube, &olds(&registry, 0..3), Joining::Increase, None);
    let Outcome::Increase { change, .. } = with_silent.outcome else { panic!() };
    assert_eq!(change, None, "one commune never reported");
}

#[test]
fn what_may_not_be_added_over_units_is_not_added_over_years() {
    let (registry, types) = (small(), measure("mh_loai", Nature::New));
    let cube = (2023..=2024)
        .fold(Entries::default(), |entries, year| {
            let window = Window::reporting_year(year);
            entries.put(&old(0), &types, &window, number(2)).put(
                &old(1),
                &types,
                &window,
                number(3),
            )
        })
        .cube(&registry);
    let territory = olds(&registry, 0..2);
    let windows = cube.windows_in_time();
    let stages: Vec<Stage> =
        windows.iter().map(|at| Stage { window: *at, territory: &territory }).collect();
    let measure = cube.find_measure(&types).unwrap();
    let of = ReviewOf {
        measure,
        over_units: OverUnits::DistinctNames,
        joining: Joining::of(Nature::New, OverTime::Last),
        whole: None,
    };
    let Outcome::Sum(sum) = review(&cube, &of, &stages).outcome else { panic!("a flow") };
    assert_eq!((sum.value, sum.additivity), (None, Additivity::DistinctNames));
}

#[test]
fn the_way_of_joining_follows_the_measure() {
    let of = Joining::of;
    assert_eq!(of(Nature::Flow, OverTime::Sum), Joining::Sum);
    assert_eq!(of(Nature::New, OverTime::Last), Joining::Sum, "16 mới each year are added");
    assert_eq!(of(Nature::Stock, OverTime::Last), Joining::Last);
    assert_eq!(of(Nature::Cumulative, OverTime::Sum), Joining::Last, "it is a sum already");
    assert_eq!(of(Nature::Flow, OverTime::Not), Joining::Each);
}

#[test]
fn a_year_without_any_report_is_in_the_counts_of_the_sum() {
    let registry = small();
    let mut cube = cube(&registry, Nature::Flow, &[(1, 2), (3, 4)]);
    let (measure, silent) = (MeasureIx(0), Window::reporting_year(2022));
    let silent = cube.window_ix(&silent);
    let territory = olds(&registry, [0, 1]);
    assert_eq!(total(&cube, measure, silent, &territory, OverUnits::Sum).value, None);
    let unit = territory.units()[0];
    cube.put(unit, measure, silent, empty(State::Zero), Default::default());
    let it = reviewed(&cube, &territory, Joining::Sum, Some(&Window::review(2022, 3)));
    let Outcome::Sum(sum) = it.outcome else { panic!("{:?}", it.seams) };
    assert_eq!((sum.value, sum.reported, sum.expected), (Some(int(10)), 5, 6));
}
