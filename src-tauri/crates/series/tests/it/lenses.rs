//! Numbers on other borders: nothing is lost, nothing is invented, and every number says what it
//! is.

use crate::fixture::*;
use bc138_domain::catalogue::OverUnits;
use bc138_domain::{Fixed, Nature, Qualifier, Slot, State, Window};
use bc138_series::{
    Additivity, Borders, Cube, Lens, Mark, MeasureIx, Restated, Stays, Territory, WindowIx,
    lens_total, restate, restate_cube, total,
};
use bc138_units::{Reason, Registry, RegistryFiles, TWO_TIERS, UnitIx};
use chrono::NaiveDate;
use proptest::prelude::*;

const AT: (MeasureIx, WindowIx) = (MeasureIx(0), WindowIx(0));
const NATURE: Nature = Nature::Flow;

fn year() -> Window {
    Window::reporting_year(2024)
}

fn cube(registry: &Registry, slots: impl IntoIterator<Item = (String, Slot)>) -> Cube {
    column(registry, &measure("chi_tieu", NATURE), &year(), slots).0
}

fn borders(registry: &Registry, cube: &Cube) -> Borders {
    Borders::of(registry, cube, AT.1, TWO_TIERS).unwrap()
}

fn restated(registry: &Registry, cube: &Cube, rule: OverUnits) -> Restated {
    cube.column(AT.0, AT.1)
        .map(|column| restate(column, &borders(registry, cube), NATURE, rule))
        .unwrap_or_default()
}

fn raw(part: Option<Fixed>) -> i128 {
    part.map_or(0, |part| i128::from(part.thousandths()))
}

fn sums(slots: impl Iterator<Item = Slot>) -> (i128, i128) {
    slots.fold((0, 0), |(x, y), slot| (x + raw(slot.value()), y + raw(slot.total())))
}

/// What old communes reported, if anything, with the rule over units: ratios for the ratio of
/// sums, plain numbers for the sum.
fn reports() -> impl Strategy<Value = (Vec<Option<Slot>>, OverUnits)> {
    let report = prop::option::weighted(0.9, slots());
    let rule = prop_oneof![Just(OverUnits::Sum), Just(OverUnits::RatioOfSums)];
    (prop::collection::vec(report, 10), rule).prop_map(|(slots, rule)| {
        let fit = |slot: Slot| match (rule, slot.value(), slot.total()) {
            (OverUnits::RatioOfSums, Some(x), None) => Slot::new(slot.state, Some(x), Some(x)),
            (OverUnits::RatioOfSums, ..) => slot,
            (_, value, _) => Slot::new(slot.state, value, None),
        };
        (slots.into_iter().map(|slot| slot.map(fit)).collect(), rule)
    })
}

fn reported(slots: &[Option<Slot>], olds: usize) -> Vec<(String, Slot)> {
    let entries = slots.iter().take(olds).enumerate();
    entries.filter_map(|(i, slot)| Some((old(i), (*slot)?))).collect()
}

/// Now and then a measure that is not added.
fn not_added() -> impl Strategy<Value = Option<OverUnits>> {
    prop::option::weighted(0.3, prop_oneof![Just(OverUnits::DistinctNames), Just(OverUnits::Not)])
}

proptest! {
    /// Restated numbers and remainders are, together, exactly what was reported: x and y.
    #[test]
    fn nothing_is_lost(
        ((registry, olds), (slots, rule), other) in (registers(), reports(), not_added()),
    ) {
        let cube = cube(&registry, reported(&slots, olds));
        let it = restated(&registry, &cube, other.unwrap_or(rule));
        let rows = sums(it.rows.iter().map(|row| row.slot));
        let rest = sums(it.remainders.iter().map(|rest| rest.slot));
        let before = cube.column(AT.0, AT.1).map(|column| sums(column.iter().map(|it| it.1)));
        prop_assert_eq!((rows.0 + rest.0, rows.1 + rest.1), before.unwrap_or_default());
        prop_assert!(it.rows.is_sorted_by(|a, b| a.unit < b.unit), "one number a unit");
        prop_assert!(it.rows.iter().all(|row| registry.exists_on(row.unit, TWO_TIERS)));
    }

    /// The whole territory's total is the same through every lens, with its “n of m”.
    #[test]
    fn a_total_that_can_be_kept_is_kept(
        ((registry, olds), (slots, rule)) in (registers(), reports()),
    ) {
        let cube = cube(&registry, reported(&slots, olds));
        let Some(column) = cube.column(AT.0, AT.1) else { return Ok(()) };
        let all = Territory::country(&registry, day(2024, 11, 15));
        let then = total(&cube, AT.0, AT.1, &all, rule);
        let today = Territory::country(&registry, TWO_TIERS);
        prop_assert_eq!(lens_total(column, &borders(&registry, &cube), &today, NATURE, rule), then);
    }

    /// A part of the country has the rows inside it and the remainders that lie inside as a whole.
    #[test]
    fn a_total_on_other_borders_is_its_rows_and_remainders(
        ((registry, olds), (slots, rule)) in (registers(), reports()),
        inside in prop::collection::btree_set(0_usize..5, 1..5),
    ) {
        let cube = cube(&registry, reported(&slots, olds));
        let Some(column) = cube.column(AT.0, AT.1) else { return Ok(()) };
        let territory = news(&registry, inside);
        let it = restated(&registry, &cube, rule);
        let holds = |units: &[UnitIx]| units.iter().all(|unit| territory.contains(*unit));
        let rows = sums(it.rows.iter().filter(|row| holds(&[row.unit])).map(|row| row.slot));
        let rest = it.remainders.iter().filter(|rest| holds(&rest.parts));
        let rest = sums(rest.map(|rest| rest.slot));
        let total = lens_total(column, &borders(&registry, &cube), &territory, NATURE, rule);
        prop_assert_eq!(raw(total.value), rows.0 + rest.0);
        if rule == OverUnits::RatioOfSums {
            prop_assert_eq!(raw(total.total), rows.1 + rest.1);
        }
    }

    /// On the borders of its own day every number is exactly what was reported.
    #[test]
    fn the_lens_of_the_same_day_changes_nothing(
        ((registry, olds), (slots, rule), other) in (registers(), reports(), not_added()),
    ) {
        let cube = cube(&registry, reported(&slots, olds));
        let Some(column) = cube.column(AT.0, AT.1) else { return Ok(()) };
        let same = Borders::of(&registry, &cube, AT.1, day(2024, 11, 15)).unwrap();
        let it = restate(column, &same, NATURE, other.unwrap_or(rule));
        prop_assert!(it.remainders.is_empty());
        prop_assert!(it.rows.iter().all(|row| row.mark == Mark::Exact));
        let rows: Vec<_> = it.rows.iter().map(|row| (row.unit, row.slot)).collect();
        prop_assert_eq!(rows, column.iter().collect::<Vec<_>>());
    }

    /// A restated number is marked exact or complete only when every unit it is made of reported.
    #[test]
    fn a_mark_does_not_promise_too_much(
        ((registry, olds), (slots, rule)) in (registers(), reports()),
    ) {
        let cube = cube(&registry, reported(&slots, olds));
        let Some(column) = cube.column(AT.0, AT.1) else { return Ok(()) };
        let borders = borders(&registry, &cube);
        for row in restated(&registry, &cube, rule).rows {
            let sources: Vec<UnitIx> = borders.sources(row.unit, column, NATURE).collect();
            let silent = sources.iter().filter(|unit| {
                column.get(**unit).is_none_or(|slot| slot.state == State::NotReported)
            });
            let silent = silent.count();
            match row.mark {
                Mark::Exact => prop_assert_eq!(sources.len(), 1),
                Mark::Restated | Mark::Estimated => prop_assert_eq!(silent, 0),
                Mark::Partial { reported, of } => {
                    prop_assert!(reported < of);
                    prop_assert!(silent <= usize::try_from(of - reported).unwrap());
                }
            }
        }
    }
}

fn row(it: &Restated, registry: &Registry, number: usize) -> (Option<Fixed>, Mark) {
    let unit = find(registry, &new(number));
    let row = it.rows.iter().find(|row| row.unit == unit).unwrap();
    (row.slot.value(), row.mark)
}

#[test]
fn each_kind_of_rearrangement_has_its_mark() {
    let registry = small();
    let cube = cube(&registry, (0..6).map(|i| (old(i), number(10 + i64::try_from(i).unwrap()))));
    let it = restated(&registry, &cube, OverUnits::Sum);
    assert_eq!(row(&it, &registry, 0), (Some(int(21)), Mark::Restated), "10 + 11");
    assert_eq!(row(&it, &registry, 1), (Some(int(12)), Mark::Exact), "another name only");
    // 13 by 3 : 1 is 9,75 and 3,25: 10 and 3 models, not fractions of one.
    assert_eq!(row(&it, &registry, 2), (Some(int(10)), Mark::Estimated));
    assert_eq!(row(&it, &registry, 3), (Some(int(3 + 14)), Mark::Estimated));
    let [rest] = &it.remainders[..] else { panic!("one commune was divided without shares") };
    assert_eq!(rest.unit, find(&registry, &old(5)));
    assert_eq!((rest.slot, rest.why), (number(15), Stays::Unallocated(Reason::NoShares)));
    assert_eq!(rest.parts, news(&registry, [4, 5]).units());
    let province = find(&registry, "T1.34");
    let remaining = it.remaining(Some(province), OverUnits::Sum);
    assert_eq!((remaining.value, remaining.reported), (Some(int(15)), 1), "the province holds it");
    assert_eq!(it.remaining(None, OverUnits::Sum).value, None);
    assert!(
        it.rows.iter().all(|row| ![new(4), new(5)].iter().any(|k| find(&registry, k) == row.unit))
    );
}

#[test]
fn a_missing_or_undivided_part_makes_a_partial_number() {
    let registry = registry(
        &[Way::Whole(0), Way::Whole(0), Way::Parts(vec![(0, 1), (1, 1)], false), Way::Whole(1)],
        2,
    );
    let cube = cube(&registry, [(old(0), number(3)), (old(2), number(8)), (old(3), number(5))]);
    let it = restated(&registry, &cube, OverUnits::Sum);
    let partial = |reported, of| Mark::Partial { reported, of };
    assert_eq!(
        row(&it, &registry, 0),
        (Some(int(3)), partial(1, 3)),
        "one silent, one not divided"
    );
    assert_eq!(row(&it, &registry, 1), (Some(int(5)), partial(1, 2)));
    let column = cube.column(AT.0, AT.1).unwrap();
    let sums = it.column(column);
    let remark = sums.remark(find(&registry, &new(0))).unwrap();
    assert_eq!(remark.qualifier, Some(Qualifier::AtLeast), "never read as exact");
}

#[test]
fn what_cannot_be_added_stays_and_says_why() {
    let registry = small();
    let cube = Entries::default()
        .put(&old(0), &measure("chi_tieu", NATURE), &year(), empty(State::Value))
        .words("nhiều")
        .put(&old(2), &measure("chi_tieu", NATURE), &year(), number(4))
        .put(&old(3), &measure("chi_tieu", NATURE), &year(), number(8))
        .qualified(Qualifier::Nearly)
        .cube(&registry);
    let words = restated(&registry, &cube, OverUnits::Sum);
    assert_eq!(words.remainders[0].why, Stays::InWords);
    assert!(words.rows.iter().any(|row| row.qualified && row.mark == Mark::Estimated));
    let types = restated(&registry, &cube, OverUnits::DistinctNames);
    assert_eq!(row(&types, &registry, 1), (Some(int(4)), Mark::Exact), "the same territory");
    assert!(types.remainders.iter().all(|rest| rest.why == Stays::NotAdditive));
    assert_eq!(types.remainders.len(), 2);
    let ratio = restated(&registry, &cube, OverUnits::RatioOfSums);
    assert_eq!(ratio.remainders[1].why, Stays::WithoutTotal);
}

#[test]
fn a_divided_unit_counts_whole_where_all_of_it_lies() {
    let registry = small();
    let cube = cube(&registry, [(old(3), number(13)), (old(4), number(14)), (old(5), number(15))]);
    let column = cube.column(AT.0, AT.1).unwrap();
    let borders = borders(&registry, &cube);
    let over = |numbers: &[usize], rule| {
        let territory = news(&registry, numbers.iter().copied());
        lens_total(column, &borders, &territory, NATURE, rule)
    };
    let whole = over(&[2, 3], OverUnits::Sum);
    assert_eq!((whole.value, whole.estimates), (Some(int(27)), 0), "exact though divided inside");
    let part = over(&[2], OverUnits::Sum);
    assert_eq!((part.value, part.estimates), (Some(int(10)), 1), "a share is an estimate");
    let unknown = over(&[4], OverUnits::Sum);
    assert_eq!((unknown.value, unknown.reported, unknown.unallocated), (None, 1, 1));
    assert!(!unknown.is_exact());
    let both = over(&[4, 5], OverUnits::Sum);
    assert_eq!((both.value, both.unallocated), (Some(int(15)), 0));
    let types = over(&[4, 5], OverUnits::DistinctNames);
    assert_eq!((types.value, types.additivity), (Some(int(15)), Additivity::OneUnit));
    assert_eq!(over(&[2], OverUnits::DistinctNames).value, None, "no share of what is not added");
}

/// The year 2025 holds reports of communes that ended on 30/06 and of those that began on 01/07.
#[test]
fn a_year_across_the_rearrangement_adds_flows_and_keeps_stocks() {
    let registry = small();
    let year = Window::reporting_year(2025);
    let slots =
        [(old(2), number(4)), (new(1), number(6)), (old(0), number(1)), (new(0), number(2))];
    let of = |nature| {
        let (cube, m, w) = column(&registry, &measure("chi_tieu", nature), &year, slots.clone());
        let borders = Borders::of(&registry, &cube, w, day(2025, 12, 31)).unwrap();
        restate(cube.column(m, w).unwrap(), &borders, nature, OverUnits::Sum)
    };
    let flows = of(Nature::Flow);
    assert_eq!(row(&flows, &registry, 1), (Some(int(10)), Mark::Restated), "both halves of it");
    assert_eq!(row(&flows, &registry, 0), (Some(int(3)), Mark::Restated));
    assert!(flows.remainders.is_empty());
    let stocks = of(Nature::Stock);
    assert_eq!(row(&stocks, &registry, 1), (Some(int(6)), Mark::Exact), "the stock at the end");
    assert!(stocks.remainders.iter().all(|rest| rest.why == Stays::NotOnDay));
    assert_eq!(stocks.remainders.len(), 2);
}

#[test]
fn a_cube_on_other_borders_keeps_its_measures_and_windows() {
    let registry = small();
    let (clubs, news) = (measure("clb", Nature::Stock), measure("tin", Nature::Flow));
    let open = Window::named("đến nay");
    let cube = Entries::default()
        .put(&old(0), &clubs, &year(), number(4))
        .put(&old(1), &clubs, &year(), number(5))
        .put(&old(2), &news, &open, number(7))
        .cube(&registry);
    let it = restate_cube(&registry, &cube, TWO_TIERS, |_| OverUnits::Sum);
    assert_eq!((it.cube.measures(), it.cube.windows()), (cube.measures(), cube.windows()));
    let slot = it.cube.get(find(&registry, &new(0)), MeasureIx(0), WindowIx(0));
    assert_eq!(slot, Some(number(9)));
    assert!(it.borders[1].is_none(), "nobody knows whose units “đến nay” speaks of");
    assert_eq!(it.cube.len(), 1);
}

#[test]
fn a_lens_is_kept_in_words() {
    let day = day(2026, 9, 1);
    for (lens, text) in [
        (Lens::AsReported, r#"{"lens":"as_reported"}"#),
        (Lens::Today(day), r#"{"lens":"today","day":"2026-09-01"}"#),
        (Lens::On(day), r#"{"lens":"on","day":"2026-09-01"}"#),
    ] {
        assert_eq!(serde_json::to_string(&lens).unwrap(), text);
        assert_eq!(serde_json::from_str::<Lens>(text).unwrap(), lens);
    }
    assert_eq!(Lens::AsReported.border_day(), None);
    assert_eq!(Lens::Today(day).border_day(), Some(day));
}

fn official() -> Registry {
    Registry::read(&RegistryFiles {
        units: include_str!("../../../../../assets/units/units.tsv"),
        succession: include_str!("../../../../../assets/units/succession.tsv"),
    })
    .unwrap()
}

/// The units that report for a province on a day, or for those that it was made from.
fn reporting(registry: &Registry, province: UnitIx, day: NaiveDate) -> Territory {
    let wholes = registry.stands_for(province, day).into_iter();
    wholes.flat_map(|it| Territory::below(registry, it, day).units().to_vec()).collect()
}

/// The real rearrangement of 01/07/2025, forwards and backwards: on every border day a province
/// has what its units reported, as its total and what could not be carried over say together.
#[test]
fn every_real_province_keeps_its_total() {
    let registry = official();
    let days = [day(2024, 11, 15), day(2025, 11, 15)];
    for (then, border) in [(days[0], days[1]), (days[1], days[0])] {
        let all = Territory::country(&registry, then);
        let slots = all.units().iter().zip((1..).map(|i| ratio(i, i * 2)));
        let slots = slots.map(|(unit, slot)| (registry.key(*unit).to_owned(), slot));
        let window = Window { to: Some(then), ..year() };
        let (cube, m, w) = column(&registry, &measure("chi_tieu", NATURE), &window, slots);
        let reported = cube.column(m, w).unwrap();
        let borders = Borders::of(&registry, &cube, w, border).unwrap();
        let rule = OverUnits::RatioOfSums;
        for province in registry.provinces(days[1]) {
            let before = total(&cube, m, w, &reporting(&registry, province, then), rule);
            let now = reporting(&registry, province, border);
            assert_eq!(
                lens_total(reported, &borders, &now, NATURE, rule),
                before,
                "{}, {then} on {border}",
                registry.label(province, days[1])
            );
        }
    }
}
