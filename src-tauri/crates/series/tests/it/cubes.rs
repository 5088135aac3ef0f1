//! A cube is a map of units, measures and windows, whatever happens to it and however it is made.

use crate::fixture::*;
use bc138_domain::{BatchBuilder, Cell, EntryBatch, EntryNote, Nature, Qualifier, Slot, Window};
use bc138_series::{Cube, CubeError, MeasureIx, Remark, WindowIx};
use bc138_units::UnitIx;
use proptest::prelude::*;
use std::collections::BTreeMap;

type Model = BTreeMap<(MeasureIx, WindowIx, UnitIx), (Slot, Remark)>;

/// Everything a cube holds, read column by column.
fn contents(cube: &Cube) -> Model {
    let mut model = Model::new();
    for measure in cube.measure_places() {
        for window in cube.windows_in_time() {
            let Some(column) = cube.column(measure, window) else { continue };
            let units: Vec<UnitIx> = column.iter().map(|(unit, _)| unit).collect();
            assert!(units.is_sorted_by(|a, b| a < b), "ascending, each unit once");
            assert_eq!(units.len(), column.len());
            for (unit, slot) in column.iter() {
                let remark = column.remark(unit).cloned().unwrap_or_default();
                assert!(model.insert((measure, window, unit), (slot, remark)).is_none());
            }
        }
    }
    model
}

fn remarks() -> impl Strategy<Value = Remark> {
    prop_oneof![
        8 => Just(Remark::default()),
        1 => Just(Remark { qualifier: Some(Qualifier::Nearly), words: None }),
        1 => Just(Remark { qualifier: None, words: Some("nhiều".to_owned()) }),
    ]
}

/// Unit, measure, window and what is put there; nothing takes it away.
fn step() -> impl Strategy<Value = (u32, u32, u32, Option<Slot>, Remark)> {
    (0_u32..1_500, 0_u32..2, 0_u32..2, prop::option::weighted(0.8, slots()), remarks())
}

/// Unit, measure, window, number, and a note that may or may not hold a qualifier.
fn cell() -> impl Strategy<Value = (usize, u32, u32, Option<Slot>, Option<bool>)> {
    let note = prop::option::of(any::<bool>());
    (0_usize..8, 0_u32..2, 0_u32..2, prop::option::weighted(0.8, slots()), note)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    /// Long columns, so that chunks split, fill up and empty.
    #[test]
    fn a_cube_is_a_map(
        steps in prop::collection::vec(step(), 0..600),
        run in 0_u32..1_500,
    ) {
        let mut cube = Cube::default();
        let mut model = Model::new();
        for i in 0..2 {
            cube.measure_ix(&measure(&format!("chi_tieu_{i}"), Nature::Flow));
            cube.window_ix(&Window::reporting_year(2020 + i));
        }
        // A run of neighbours first: random places alone rarely fill a chunk.
        let run = (0..run).map(|unit| (unit, 0, 0, Some(number(1)), Remark::default()));
        for (unit, measure, window, slot, remark) in run.chain(steps) {
            let (unit, measure, window) = (UnitIx(unit), MeasureIx(measure), WindowIx(window));
            let key = (measure, window, unit);
            let (got, wanted) = match slot {
                Some(slot) => (
                    cube.put(unit, measure, window, slot, remark.clone()),
                    model.insert(key, (slot, remark)),
                ),
                None => (cube.remove(unit, measure, window), model.remove(&key)),
            };
            prop_assert_eq!(got, wanted.map(|(slot, _)| slot));
            prop_assert_eq!(cube.get(unit, measure, window), slot);
        }
        prop_assert_eq!(cube.len(), model.len());
        prop_assert_eq!(cube.is_empty(), model.is_empty());
        prop_assert_eq!(contents(&cube), model);
    }

    /// Cells in any order, some twice, some taken away again.
    #[test]
    fn of_two_cells_for_one_place_the_later_holds(
        cells in prop::collection::vec(cell(), 0..80),
    ) {
        let registry = small();
        let mut batch = BatchBuilder::default();
        let mut model = BTreeMap::new();
        for (unit, m, w, slot, note) in cells {
            let key = if unit < 6 { old(unit) } else { new(unit - 6) };
            let measure = measure(&format!("chi_tieu_{m}"), Nature::Stock);
            let window = Window::reporting_year(2020 + i32::try_from(w).unwrap());
            let places = (batch.unit(&key), batch.measure(&measure), batch.window(&window));
            batch.put(places.0, places.1, places.2, slot);
            let qualifier = note.and_then(|said| said.then_some(Qualifier::Above));
            if note.is_some() {
                batch.note(EntryNote { qualifier, ..EntryNote::default() });
            }
            let place = (MeasureIx(places.1), WindowIx(places.2), find(&registry, &key));
            match slot {
                Some(slot) => model.insert(place, (slot, Remark { qualifier, words: None })),
                None => model.remove(&place),
            };
        }
        let cube = Cube::build(&registry, batch.build()).unwrap();
        prop_assert_eq!(contents(&cube), model);
    }
}

#[test]
fn all_unknown_units_are_listed() {
    let registry = small();
    let units = ["X99.63".to_owned(), old(0), "X98.63".to_owned()].to_vec();
    let batch = EntryBatch { units, ..EntryBatch::default() };
    let error = Cube::build(&registry, batch).unwrap_err();
    assert_eq!(error, CubeError::UnknownUnits(vec!["X99.63".to_owned(), "X98.63".to_owned()]));
}

#[test]
fn a_cell_outside_the_dictionaries_is_named() {
    let registry = small();
    let cell = |unit| Cell { unit, measure: 0, window: 0, slot: Some(number(1)) };
    let batch = EntryBatch {
        units: vec![old(0)],
        measures: vec![measure("clb", Nature::Stock)],
        windows: vec![Window::reporting_year(2024)],
        cells: vec![cell(0), cell(1)],
        notes: Vec::new(),
    };
    let error = Cube::build(&registry, batch).unwrap_err();
    assert_eq!(error, CubeError::NoSuchPlace { cell: 1 });
}

#[test]
fn a_history_runs_in_the_order_of_time() {
    let (registry, clubs) = (small(), measure("clb", Nature::Stock));
    let years = [2024, 2022, 2023];
    let cube = years
        .iter()
        .fold(Entries::default(), |entries, year| {
            let window = Window::reporting_year(*year);
            entries.put(&old(0), &clubs, &window, number(i64::from(*year)))
        })
        .cube(&registry);
    let history = cube.history(find(&registry, &old(0)), cube.find_measure(&clubs).unwrap());
    let values: Vec<_> = history.iter().map(|(_, slot)| slot.value().unwrap()).collect();
    assert_eq!(values, [int(2022), int(2023), int(2024)]);
}

#[test]
fn two_columns_are_joined_by_unit() {
    let (registry, clubs) = (small(), measure("clb", Nature::Stock));
    let (before, now) = (Window::reporting_year(2023), Window::reporting_year(2024));
    let cube = Entries::default()
        .put(&old(0), &clubs, &before, number(1))
        .put(&old(1), &clubs, &before, number(2))
        .put(&old(1), &clubs, &now, number(3))
        .put(&old(2), &clubs, &now, number(4))
        .cube(&registry);
    let column = |window| {
        cube.column(cube.find_measure(&clubs).unwrap(), cube.find_window(window).unwrap()).unwrap()
    };
    let joined: Vec<_> =
        column(&now).join(column(&before)).map(|it| (it.unit, it.left, it.right)).collect();
    let unit = |i| find(&registry, &old(i));
    assert_eq!(
        joined,
        [
            (unit(0), None, Some(number(1))),
            (unit(1), Some(number(3)), Some(number(2))),
            (unit(2), Some(number(4)), None),
        ]
    );
}
