//! Changes over the years: growth, contributions, rankings and streaks.

use crate::fixture::*;
use bc138_domain::catalogue::OverUnits;
use bc138_domain::{Amount, Nature, Operator, Qualifier, Slot, State, Window};
use bc138_series::{
    Best, Cube, Feat, MeasureIx, NotDecomposed, Presence, RankBy, Remark, Stage, Terms, Territory,
    ValueKind, WindowIx, decompose, growth, ranking, streaks,
};
use bc138_units::UnitIx;
use proptest::prelude::*;

/// One measure of units 0, 1, 2 … in the years 2020, 2021, …
fn cube(years: &[Vec<Option<Slot>>]) -> Cube {
    let mut cube = Cube::default();
    let measure = cube.measure_ix(&measure("chi_tieu", Nature::Flow));
    for (year, slots) in (2020..).zip(years) {
        let window = cube.window_ix(&Window::reporting_year(year));
        for (unit, slot) in (0..).map(UnitIx).zip(slots) {
            if let Some(slot) = slot {
                cube.put(unit, measure, window, *slot, Remark::default());
            }
        }
    }
    cube
}

const MEASURE: MeasureIx = MeasureIx(0);

fn units(units: impl IntoIterator<Item = u32>) -> Territory {
    units.into_iter().map(UnitIx).collect()
}

fn stage(window: u32, territory: &Territory) -> Stage<'_> {
    Stage { window: WindowIx(window), territory }
}

proptest! {
    /// Contributions sum to the change of both totals, whoever came, went or kept silent.
    #[test]
    fn contributions_sum_to_the_change(
        before in prop::collection::vec(prop::option::of(slots()), 12),
        now in prop::collection::vec(prop::option::of(slots()), 12),
        here in prop::collection::btree_set(0_u32..12, 0..12),
        there in prop::collection::btree_set(0_u32..12, 0..12),
        ratios in any::<bool>(),
    ) {
        let rule = if ratios { OverUnits::RatioOfSums } else { OverUnits::Sum };
        let cube = cube(&[before, now]);
        let (here, there) = (units(here), units(there));
        let it = decompose(&cube, MEASURE, rule, stage(1, &here), stage(0, &there)).unwrap();
        let sum: i64 = it.contributions.iter().map(|part| part.value.thousandths()).sum();
        let of = |total: Option<bc138_domain::Fixed>| total.map_or(0, |it| it.thousandths());
        prop_assert_eq!(sum, of(it.now.value) - of(it.before.value));
        prop_assert_eq!(sum, it.value.thousandths());
        let sum: i64 = it.contributions.iter().map(|part| part.total.thousandths()).sum();
        prop_assert_eq!(sum, of(it.now.total) - of(it.before.total));
        prop_assert!(it.contributions.is_sorted_by(|a, b| a.unit < b.unit));
    }

    /// A place counts the units that are better; those who share it are told.
    #[test]
    fn a_place_counts_those_who_are_better(
        numbers in prop::collection::vec((0_i64..6, 1_i64..6), 1..30),
        by_rate in any::<bool>(),
        lowest in any::<bool>(),
    ) {
        let by = if by_rate { RankBy::Rate } else { RankBy::Value };
        let best = if lowest { Best::Lowest } else { Best::Highest };
        let slots: Vec<_> = numbers.iter().map(|(x, y)| Some(ratio(*x, *y))).collect();
        let cube = cube(&[slots]);
        let all = units(0..u32::try_from(numbers.len()).unwrap());
        let it = ranking(cube.column(MEASURE, WindowIx(0)).unwrap(), &all, by, best);
        prop_assert_eq!(it.rows.len(), numbers.len());
        // x/y against v/w by cross products of the numbers as they were put in.
        let better = |(x, y): (i64, i64), (v, w): (i64, i64)| {
            let (a, b) = if by_rate { (x * w, v * y) } else { (x, v) };
            if lowest { a < b } else { a > b }
        };
        for row in &it.rows {
            let own = numbers[row.unit.0 as usize];
            let ahead = numbers.iter().filter(|other| better(**other, own)).count();
            let behind = numbers.iter().filter(|other| better(own, **other)).count();
            prop_assert_eq!(row.place as usize, ahead + 1);
            prop_assert_eq!(row.tied as usize, numbers.len() - ahead - behind);
        }
        let three = it.best(3);
        prop_assert!(three.len() >= numbers.len().min(3));
        let last = three.last().unwrap().place;
        prop_assert!(it.rows.get(three.len()).is_none_or(|next| next.place > last));
        let worst = it.worst(3);
        prop_assert!(worst.len() >= numbers.len().min(3));
        let rest = &it.rows[..it.rows.len() - worst.len()];
        prop_assert!(rest.last().is_none_or(|last| last.place < worst[0].place));
    }

    /// The longest streak is the longest run of years that hold, found by trying every stretch.
    #[test]
    fn a_streak_is_the_longest_run(
        years in prop::collection::vec(prop::option::weighted(0.9, 0_i64..=2), 1..12),
    ) {
        let slots: Vec<_> = years.iter().map(|x| vec![x.map(|x| ratio(x, 2))]).collect();
        let cube = cube(&slots);
        let windows = cube.windows_in_time();
        let it = streaks(&cube, UnitIx(0), MEASURE, &windows, Feat::Full);
        let full = |from: usize, to: usize| years[from..to].iter().all(|x| *x == Some(2));
        let starts = 0..years.len();
        let stretches =
            starts.flat_map(|from| (from + 1..=years.len()).map(move |to| (from, to)));
        let runs = stretches.filter(|(from, to)| full(*from, *to));
        let longest = runs.map(|(from, to)| to - from).max();
        prop_assert_eq!(it.longest.map(|it| it.length as usize), longest);
        let current = (0..years.len()).find(|from| full(*from, years.len()));
        prop_assert_eq!(it.current.map(|it| it.first), current.map(|from| windows[from]));
    }
}

#[test]
fn units_that_come_go_and_fall_silent_are_told() {
    let silent = Some(empty(State::NotReported));
    let before = vec![Some(number(5)), Some(number(7)), silent, Some(number(1)), None];
    let now = vec![Some(number(8)), silent, Some(number(2)), None, Some(number(4))];
    let cube = cube(&[before, now]);
    let (here, there) = (units([0, 1, 2, 4]), units([0, 1, 2, 3]));
    let it = decompose(&cube, MEASURE, OverUnits::Sum, stage(1, &here), stage(0, &there)).unwrap();
    let parts: Vec<_> = it.contributions.iter().map(|part| (part.presence, part.value)).collect();
    assert_eq!(
        parts,
        [
            (Presence::Both, int(3)),
            (Presence::Ceased, int(-7)),
            (Presence::Began, int(2)),
            (Presence::Went, int(-1)),
            (Presence::Came, int(4)),
        ]
    );
    assert_eq!(it.value, int(1), "14 after 13");
    assert_eq!(it.share(&it.contributions[0], 0), Some(int(300)), "three times the change");
    let types =
        decompose(&cube, MEASURE, OverUnits::DistinctNames, stage(1, &here), stage(0, &there));
    assert_eq!(types.unwrap_err(), NotDecomposed::NotAdditive);
}

#[test]
fn growth_stands_against_the_year_before_and_the_first() {
    let registry = small();
    let tips = measure("tin", Nature::Flow);
    let cube = [(2020, 10), (2021, 15), (2023, 12)]
        .into_iter()
        .fold(Entries::default(), |entries, (year, n)| {
            entries.put(&old(0), &tips, &Window::reporting_year(year), number(n))
        })
        .cube(&registry);
    let territory = olds(&registry, [0]);
    let windows = cube.windows_in_time();
    let stages: Vec<Stage> =
        windows.iter().map(|at| Stage { window: *at, territory: &territory }).collect();
    let rows = growth(&registry, &cube, MEASURE, OverUnits::Sum, &stages, &Terms::default());
    let percent = |compared: &Option<bc138_series::Compared>| {
        compared.as_ref().map(|it| it.comparison.change().unwrap().percent.unwrap())
    };
    let table: Vec<_> =
        rows.iter().map(|row| (percent(&row.on_previous), percent(&row.on_first))).collect();
    assert_eq!(
        table,
        [(None, None), (Some(int(50)), Some(int(50))), (None, Some(int(20))),],
        "2023 does not follow on 2021"
    );
}

#[test]
fn rankings_leave_out_what_has_no_exact_rate() {
    let mut cube = cube(&[vec![
        Some(ratio(1, 2)),
        Some(number(9)),
        Some(ratio(0, 0)),
        Some(empty(State::NotReported)),
        None,
        Some(ratio(2, 4)),
        Some(ratio(9, 9)),
    ]]);
    let remark = Remark { qualifier: Some(Qualifier::Above), words: None };
    cube.put(UnitIx(6), MEASURE, WindowIx(0), ratio(9, 9), remark);
    let column = cube.column(MEASURE, WindowIx(0)).unwrap();
    let it = ranking(column, &units(0..7), RankBy::Rate, Best::Highest);
    let rows: Vec<_> = it.rows.iter().map(|row| (row.unit.0, row.place, row.tied)).collect();
    assert_eq!(rows, [(0, 1, 2), (5, 1, 2)], "1/2 and 2/4 share the first place");
    assert_eq!(it.left_out, [1, 2, 3, 4, 6].map(UnitIx));
    assert_eq!((it.best(0).len(), it.worst(0).len(), it.best(9).len()), (0, 0, 2));
}

#[test]
fn a_missing_year_ends_a_streak_and_a_target_can_make_one() {
    let registry = small();
    let safe = measure("at_kdc", Nature::Stock);
    let years = [(2019, 9, 10), (2020, 8, 10), (2022, 7, 10), (2023, 9, 10), (2024, 10, 10)];
    let cube = years
        .into_iter()
        .fold(Entries::default(), |entries, (year, x, y)| {
            entries.put(&old(0), &safe, &Window::reporting_year(year), ratio(x, y))
        })
        .cube(&registry);
    let unit = find(&registry, &old(0));
    let windows = cube.windows_in_time();
    let of = |feat| streaks(&cube, unit, MEASURE, &windows, feat);
    let goal = Amount::Percent { value: int(70) };
    let reached =
        Feat::Reached { operator: Operator::AtLeast, goal: &goal, kind: ValueKind::Count };
    let current = of(reached).current.unwrap();
    assert_eq!((current.length, current.first), (3, windows[2]), "2021 is missing");
    let rising = of(Feat::Rising).current.unwrap();
    assert_eq!((rising.length, rising.first), (2, windows[3]), "2022 has no year before it");
    assert_eq!(of(Feat::Falling).longest.unwrap().last, windows[1]);
    assert_eq!(of(Feat::Falling).current, None);
    assert_eq!(of(Feat::Full).current.unwrap().length, 1);
}
