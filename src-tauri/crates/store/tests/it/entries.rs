//! Entries of units: what is put is read back, undone and redone; the log tells who changed what.

use crate::build::{AT, Place, WHO, open, place};
use crate::dump::{assert_sound, rows, value};
use bc138_domain::{
    BatchBuilder, Categories, EntryBatch, EntryNote, Fixed, Measure, Nature, Qualifier, Slot,
    State, Window,
};
use bc138_store::{Change, EntryFilter, LogFilter, Store};

fn int(value: i64) -> Fixed {
    Fixed::from_int(value).expect("a small number")
}

pub fn tips() -> Measure {
    let (indicator, nature) = ("tin_tong".to_owned(), Nature::Flow);
    Measure { indicator, nature, categories: Categories::new() }
}

/// A batch of numbers, one for each unit, in one year.
pub fn numbers(year: i32, all: &[(&str, Option<i64>)]) -> EntryBatch {
    let mut batch = BatchBuilder::default();
    let (measure, window) = (batch.measure(&tips()), batch.window(&Window::reporting_year(year)));
    for (unit, value) in all {
        let unit = batch.unit(unit);
        batch.put(unit, measure, window, value.map(|value| Slot::number(int(value))));
    }
    batch.build()
}

pub fn put(store: &mut Store, batch: EntryBatch) {
    store
        .apply(&Change::new("sửa số liệu xã", None).entries(batch), AT, WHO)
        .expect("entries are stored");
}

fn read(store: &Store) -> EntryBatch {
    store.entries(&EntryFilter::default()).expect("entries are read")
}

#[test]
fn every_state_amount_and_note_comes_back() {
    let Place { folder: _folder, db } = place();
    let mut batch = BatchBuilder::default();
    let (measure, window) = (batch.measure(&tips()), batch.window(&Window::named("hiện nay")));
    let slots = [
        Slot::ratio(int(1_686), int(1_727)),
        Slot::number(Fixed::from_thousandths(13_850)),
        Slot::new(State::Zero, None, None),
        Slot::new(State::NotReported, None, None),
        Slot::new(State::NotApplicable, None, None),
        Slot::new(State::Estimate, Some(int(300)), None),
        Slot::new(State::Value, None, None),
    ];
    for (number, slot) in slots.into_iter().enumerate() {
        let unit = batch.unit(&format!("X{number:05}.34"));
        batch.put(unit, measure, window, Some(slot));
        batch.note(EntryNote {
            qualifier: Some(Qualifier::Nearly),
            words: Some("nhiều".to_owned()),
            printed: Some("09".to_owned()),
            comment: Some("đếm lại".to_owned()),
            ..EntryNote::default()
        });
    }
    let batch = batch.build();
    put(&mut open(&db), batch.clone());
    assert_eq!(read(&open(&db)), batch, "closing and opening loses nothing");
    assert_sound(&db, "with entries");
}

#[test]
fn a_batch_is_undone_and_redone_as_one_also_after_a_restart() {
    let Place { folder: _folder, db } = place();
    let mut store = open(&db);
    put(&mut store, numbers(2025, &[("X1", Some(5)), ("X2", Some(7)), ("X3", Some(0))]));
    let first = read(&store);
    put(&mut store, numbers(2025, &[("X2", Some(70)), ("X3", None), ("X4", Some(1))]));
    let second = read(&store);
    drop(store);

    let mut store = open(&db);
    store.undo(AT, WHO).expect("undo works").expect("there is something to undo");
    assert_eq!(read(&store), first, "a changed, a removed and a new cell go back together");
    store.redo(AT, WHO).expect("redo works").expect("there is something to redo");
    assert_eq!(read(&store), second);
    assert!(store.verify().expect("it is verified").breaks.is_empty(), "undo is in the log too");
}

#[test]
fn of_two_cells_for_one_place_the_later_holds() {
    let Place { folder: _folder, db } = place();
    let mut store = open(&db);
    put(&mut store, numbers(2025, &[("X1", Some(5)), ("X1", Some(6))]));
    assert_eq!(read(&store).cells.len(), 1);
    assert_eq!(read(&store).cells[0].slot, Some(Slot::number(int(6))));
}

#[test]
fn what_changes_nothing_is_not_in_the_log() {
    let Place { folder: _folder, db } = place();
    let mut store = open(&db);
    put(&mut store, numbers(2025, &[("X1", Some(5)), ("X2", Some(5))]));
    put(&mut store, numbers(2025, &[("X1", Some(5)), ("X2", Some(6))]));
    let log = store.log(&LogFilter::default()).expect("the log is read");
    assert_eq!(log[0].entry_count, 1, "only X2 changed");
    assert_eq!(log[0].entries[0].before, Some(Slot::number(int(5))));
}

#[test]
fn a_negative_number_is_refused_and_nothing_of_its_batch_is_kept() {
    let Place { folder: _folder, db } = place();
    let mut store = open(&db);
    let batch = numbers(2025, &[("X1", Some(5)), ("X2", Some(-5))]);
    let refused = store.apply(&Change::new("nhập", None).entries(batch), AT, WHO);
    assert!(refused.is_err(), "no count is below zero");
    assert_eq!(read(&store), EntryBatch::default(), "the good cell is not kept alone");
    assert_eq!(value(&db, "SELECT count(*) FROM change_log"), "0");
}

#[test]
fn one_cell_tells_who_changed_it_when_and_from_what() {
    let Place { folder: _folder, db } = place();
    let mut store = open(&db);
    put(&mut store, numbers(2025, &[("X1", Some(5)), ("X2", Some(7))]));
    put(&mut store, numbers(2025, &[("X1", Some(50))]));
    put(&mut store, numbers(2024, &[("X1", Some(1))]));
    store.undo(AT, WHO).expect("undo works");
    store.undo(AT, WHO).expect("undo works");
    let window = Window::reporting_year(2025);
    let history = store.entry_history("X1", &tips(), &window).expect("it is read");
    let steps: Vec<_> = history.iter().map(|step| step.after).collect();
    let number = |value| Some(Slot::number(int(value)));
    assert_eq!(steps, [number(5), number(50), number(5)], "2024 is another cell");
    assert_eq!((history[0].at.as_str(), history[0].actor.as_str()), (AT, WHO));
    let newest = |units: &[&str]| store.newest_entry(units, &tips(), &window).expect("it is read");
    assert_eq!(newest(&["X2", "X1"]).as_ref(), history.last(), "X1 was touched last");
    let of_other = newest(&["X2"]).expect("it was entered once");
    assert_eq!(of_other.change, history[0].change);
    assert_eq!(newest(&["X3"]), None);
}

#[test]
fn only_the_wanted_units_and_indicators_are_read() {
    let Place { folder: _folder, db } = place();
    let mut store = open(&db);
    put(&mut store, numbers(2025, &[("X1", Some(5)), ("X2", Some(7))]));
    let units = Some(vec!["X2".to_owned()]);
    let of_unit = store.entries(&EntryFilter { units, indicators: None }).expect("it is read");
    assert_eq!((of_unit.units.len(), of_unit.cells.len()), (1, 1));
    let indicators = Some(vec!["other".to_owned()]);
    let none = store.entries(&EntryFilter { units: None, indicators }).expect("it is read");
    assert!(none.cells.is_empty());
}

#[test]
fn a_difference_since_a_draft_is_net() {
    let Place { folder: _folder, db } = place();
    let mut store = open(&db);
    put(&mut store, numbers(2025, &[("X1", Some(5)), ("X2", Some(7))]));
    let draft = store.newest_change().expect("it is read");
    put(&mut store, numbers(2025, &[("X1", Some(6))]));
    put(&mut store, numbers(2025, &[("X1", Some(8)), ("X2", Some(1))]));
    put(&mut store, numbers(2025, &[("X2", Some(7))]));
    let since = store.since(draft).expect("it is read");
    let cells: Vec<_> =
        since.entries.iter().map(|it| (it.unit.as_str(), it.before, it.after)).collect();
    let number = |value| Some(Slot::number(int(value)));
    assert_eq!(cells, [("X1", number(5), number(8))], "X2 came back to what it was");
}

#[test]
fn the_log_is_paged_newest_first() {
    let Place { folder: _folder, db } = place();
    let mut store = open(&db);
    for value in 0..5 {
        put(&mut store, numbers(2025, &[("X1", Some(value))]));
    }
    let page = |before| {
        let filter = LogFilter { before, limit: Some(2), ..LogFilter::default() };
        store.log(&filter).expect("it is read").iter().map(|row| row.change).collect::<Vec<_>>()
    };
    assert_eq!(page(None), [5, 4]);
    assert_eq!(page(Some(4)), [3, 2]);
    assert_eq!(rows(&crate::dump::raw(&db), "SELECT max(id) FROM change_log"), ["5"]);
}
