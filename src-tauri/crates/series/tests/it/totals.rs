//! Totals over units: the same whatever the grouping, and honest about what is not in them.

use crate::fixture::*;
use bc138_domain::catalogue::OverUnits;
use bc138_domain::{Fixed, Nature, Qualifier, Slot, State, UnitSet, Window};
use bc138_series::{
    Additivity, Cube, MeasureIx, Remark, Territory, Total, WindowIx, column_total, sum, total,
    totals,
};
use bc138_units::UnitIx;
use proptest::prelude::*;

fn rules() -> impl Strategy<Value = OverUnits> {
    prop_oneof![Just(OverUnits::Sum), Just(OverUnits::RatioOfSums)]
}

/// A number, whether it is qualified, and the group of its unit.
fn grouped() -> impl Strategy<Value = (Option<Slot>, bool, u32)> {
    (prop::option::weighted(0.9, slots()), any::<bool>(), 0_u32..4)
}

/// A column over units 0, 1, 2 …; a unit without a slot has no entry.
fn cube(cells: &[(Option<Slot>, bool)]) -> Cube {
    let mut cube = Cube::default();
    let measure = cube.measure_ix(&measure("chi_tieu", Nature::Flow));
    let window = cube.window_ix(&Window::reporting_year(2024));
    for (unit, (slot, qualified)) in (0..).map(UnitIx).zip(cells) {
        let qualifier = qualified.then_some(Qualifier::About);
        if let Some(slot) = slot {
            cube.put(unit, measure, window, *slot, Remark { qualifier, words: None });
        }
    }
    cube
}

const AT: (MeasureIx, WindowIx) = (MeasureIx(0), WindowIx(0));

fn over(cube: &Cube, units: impl IntoIterator<Item = u32>, rule: OverUnits) -> Total {
    total(cube, AT.0, AT.1, &units.into_iter().map(UnitIx).collect(), rule)
}

fn count(length: usize) -> u32 {
    u32::try_from(length).unwrap()
}

proptest! {
    /// However units are grouped, the groups' totals sum to the same total, all counts included.
    #[test]
    fn a_total_does_not_depend_on_the_grouping(
        cells in prop::collection::vec(grouped(), 1..40),
        rule in rules(),
    ) {
        let slots: Vec<_> = cells.iter().map(|(slot, qualified, _)| (*slot, *qualified)).collect();
        let cube = cube(&slots);
        let whole = over(&cube, 0..count(cells.len()), rule);
        let groups: Vec<Total> = (0..4)
            .map(|group| {
                let units = (0..).zip(&cells).filter(|(_, cell)| cell.2 == group);
                over(&cube, units.map(|(unit, _)| unit), rule)
            })
            .collect();
        prop_assert_eq!(sum(&groups), whole);
        prop_assert_eq!(whole.reported + whole.not_reported, whole.expected);
    }

}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    /// A few units are looked up, many are read along: the result is the same.
    #[test]
    fn a_small_territory_of_a_long_column_is_summed_alike(
        cells in prop::collection::vec(slots(), 600..700),
        units in prop::collection::btree_set(0_u32..700, 1..6),
    ) {
        let cells: Vec<_> = cells.into_iter().map(|slot| (Some(slot), false)).collect();
        let cube = cube(&cells);
        let alone: Vec<Total> =
            units.iter().map(|unit| over(&cube, [*unit], OverUnits::Sum)).collect();
        prop_assert_eq!(over(&cube, units, OverUnits::Sum), sum(&alone));
    }
}

proptest! {
    /// The ratio of sums lies between the lowest and the highest of the ratios.
    #[test]
    fn the_rate_of_all_lies_between_the_rates(
        parts in prop::collection::vec((0_i64..10_000, 1_i64..10_000), 1..30),
    ) {
        let cells: Vec<_> = parts.iter().map(|(x, y)| (Some(ratio(*x, *y)), false)).collect();
        let total = over(&cube(&cells), 0..count(parts.len()), OverUnits::RatioOfSums);
        let (x, y) = (total.value.unwrap().thousandths(), total.total.unwrap().thousandths());
        // x/y against each a/b, told by cross products.
        let against = |(a, b): &(i64, i64)| {
            (i128::from(x) * i128::from(*b)).cmp(&(i128::from(*a) * i128::from(y)))
        };
        prop_assert!(parts.iter().any(|part| against(part).is_ge()));
        prop_assert!(parts.iter().any(|part| against(part).is_le()));
    }

    /// Not reported is not zero: without any number there is no sum, with a zero there is one.
    #[test]
    fn nothing_reported_is_no_zero(
        missing in prop::collection::vec(prop::option::of(Just(empty(State::NotReported))), 1..10),
        rule in rules(),
    ) {
        let mut cells: Vec<_> = missing.into_iter().map(|slot| (slot, false)).collect();
        let units = count(cells.len());
        let none = over(&cube(&cells), 0..units, rule);
        prop_assert_eq!((none.value, none.reported, none.not_reported), (None, 0, units));
        cells.push((Some(empty(State::Zero)), false));
        let zero = over(&cube(&cells), 0..=units, rule);
        prop_assert_eq!((zero.value, zero.zero, zero.reported), (Some(int(0)), 1, 1));
        prop_assert_eq!(zero.expected, units + 1);
    }
}

#[test]
fn a_total_says_who_is_in_it() {
    let cube = cube(&[
        (Some(ratio(3, 4)), false),
        (Some(ratio(1, 4)), true),
        (Some(number(5)), false),
        (Some(empty(State::Value)), false),
        (Some(empty(State::Zero)), false),
        (Some(empty(State::NotApplicable)), false),
        (Some(empty(State::NotReported)), false),
        (None, false),
        (Some(Slot::new(State::Estimate, Some(int(2)), Some(int(2)))), false),
    ]);
    let total = over(&cube, 0..9, OverUnits::RatioOfSums);
    let expected = Total {
        value: Some(int(6)),
        total: Some(int(10)),
        reported: 6,
        expected: 8,
        zero: 1,
        not_reported: 2,
        not_applicable: 1,
        estimates: 1,
        in_words: 1,
        without_total: 1,
        qualified: 1,
        additivity: Additivity::RatioOfSums,
        ..Total::default()
    };
    assert_eq!(total, expected, "x without y stays outside both sums");
    assert_eq!(total.rate(0), Some(int(60)));
    assert!(!total.is_complete() && !total.is_exact());
}

#[test]
fn types_are_not_added_and_one_unit_stands_for_itself() {
    let cube = cube(&[(Some(number(3)), false), (Some(number(8)), false)]);
    let types = over(&cube, 0..2, OverUnits::DistinctNames);
    assert_eq!((types.value, types.largest), (None, Some(int(8))), "at least eight types");
    assert_eq!(types.additivity, Additivity::DistinctNames);
    assert_eq!(over(&cube, 0..2, OverUnits::Not).value, None);
    for rule in [OverUnits::DistinctNames, OverUnits::Not, OverUnits::FromRegister] {
        let alone = over(&cube, [1], rule);
        assert_eq!((alone.value, alone.additivity), (Some(int(8)), Additivity::OneUnit));
    }
}

#[test]
fn a_sum_out_of_range_is_no_sum_and_one_that_comes_back_is() {
    let most = Slot::number(Fixed::from_thousandths(i64::MAX));
    let less = Slot::number(Fixed::from_thousandths(-i64::MAX));
    let cube = cube(&[(Some(most), false), (Some(most), false), (Some(less), false)]);
    let over_range = over(&cube, 0..2, OverUnits::Sum);
    assert_eq!((over_range.value, over_range.additivity), (None, Additivity::OutOfRange));
    assert_eq!(over(&cube, 0..3, OverUnits::Sum).value, most.value(), "only the result counts");
}

#[test]
fn a_table_of_totals_runs_by_measure_and_time() {
    let registry = small();
    let (clubs, news) = (measure("clb", Nature::Stock), measure("tin", Nature::Flow));
    let (late, early) = (Window::reporting_year(2024), Window::reporting_year(2023));
    let cube = Entries::default()
        .put(&old(0), &clubs, &late, number(4))
        .put(&old(1), &clubs, &late, number(5))
        .put(&old(0), &news, &early, number(7))
        .cube(&registry);
    let table = totals(&cube, &olds(&registry, 0..2), |_| OverUnits::Sum);
    let values: Vec<_> = table.iter().map(|cell| cell.total.value).collect();
    assert_eq!(values, [None, Some(int(9)), Some(int(7)), None]);
    assert!(table.iter().all(|cell| cell.total.expected == 2), "n of 2 is always said");
}

#[test]
fn territories_of_the_register() {
    let registry = small();
    let last = day(2025, 6, 30);
    let province = find(&registry, "T1.63");
    let communes = Territory::communes(&registry, province, last);
    assert_eq!(communes, olds(&registry, [0, 2, 4]));
    assert_eq!(Territory::country(&registry, last), olds(&registry, 0..6));
    let members = vec![old(2), "U9".to_owned(), old(1), old(2)];
    let set = UnitSet { id: 1, name: "xã biên giới".to_owned(), members };
    let (set, unknown) = Territory::named(&registry, &set);
    assert_eq!((set, unknown), (olds(&registry, [1, 2]), vec!["U9".to_owned()]));
    let double: Territory = communes.units().iter().copied().chain([province]).collect();
    let inner = find(&registry, &old(0));
    assert_eq!(double.nested(&registry, last)[0], (province, inner), "its own line twice");
    assert_eq!(communes.nested(&registry, last), []);
    assert_eq!(Total::from_register(&communes).value, Some(int(3)));
}

#[test]
fn words_are_reported_but_not_summed() {
    let (registry, news) = (small(), measure("tin", Nature::Flow));
    let year = Window::reporting_year(2024);
    let cube = Entries::default()
        .put(&old(0), &news, &year, number(4))
        .put(&old(1), &news, &year, empty(State::Value))
        .words("hàng trăm")
        .cube(&registry);
    let column = cube.column(MeasureIx(0), WindowIx(0)).unwrap();
    let total = column_total(column, &olds(&registry, 0..2), OverUnits::Sum);
    assert_eq!((total.value, total.reported, total.in_words), (Some(int(4)), 2, 1));
    assert_eq!(
        column.remark(find(&registry, &old(1))).unwrap().words.as_deref(),
        Some("hàng trăm")
    );
}
