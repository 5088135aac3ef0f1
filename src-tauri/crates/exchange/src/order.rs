//! The one order of records and entries.

use bc138_domain::{Cell, EntryBatch, EntryNote, Kind, Record, Window};
use std::borrow::Borrow;
use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet};

/// Sorts records: by kind, wholes before their parts, then by id.
pub(crate) fn records<R: Borrow<Record>>(records: &mut [R]) {
    let wholes: BTreeMap<(Kind, i32), i32> = records
        .iter()
        .map(Borrow::borrow)
        .filter_map(|record| Some(((record.kind(), record.id()), whole_of(record)?)))
        .collect();
    let depths = depths(&wholes);
    records.sort_by_cached_key(|record| {
        let (kind, id) = (record.borrow().kind(), record.borrow().id());
        (kind, depths.get(&(kind, id)).copied().unwrap_or(0), id)
    });
}

/// The record of the same kind that this one is a part of.
pub(crate) const fn whole_of(record: &Record) -> Option<i32> {
    match record {
        Record::Figure(figure) => figure.part_of,
        Record::Award(award) => award.subset_of,
        _ => None,
    }
}

/// How many wholes stand above each part; parts that go round in a circle, which the reader
/// refuses, begin anywhere.
fn depths<K: Ord + Copy>(wholes: &BTreeMap<(K, i32), i32>) -> BTreeMap<(K, i32), usize> {
    let mut depths: BTreeMap<(K, i32), usize> = BTreeMap::new();
    for start in wholes.keys() {
        let (mut way, mut next) = (Vec::new(), *start);
        while let Some(whole) = wholes.get(&next).filter(|_| !depths.contains_key(&next)) {
            // A preliminary depth marks what was seen on this way.
            depths.insert(next, 0);
            way.push(next);
            next = (next.0, *whole);
        }
        let mut depth = depths.get(&next).copied().unwrap_or(0);
        for part in way.into_iter().rev() {
            depth += 1;
            depths.insert(part, depth);
        }
    }
    depths
}

/// The parts from which the way up never ends.
pub(crate) fn circular(wholes: &BTreeMap<i32, i32>) -> BTreeSet<i32> {
    let mut left: BTreeMap<i32, i32> = wholes.clone();
    let mut parts: BTreeMap<i32, Vec<i32>> = BTreeMap::new();
    for (part, whole) in wholes {
        parts.entry(*whole).or_default().push(*part);
    }
    let mut sound: Vec<i32> =
        parts.keys().filter(|whole| !wholes.contains_key(whole)).copied().collect();
    while let Some(whole) = sound.pop() {
        for part in parts.remove(&whole).unwrap_or_default() {
            left.remove(&part);
            sound.push(part);
        }
    }
    left.into_keys().collect()
}

/// Sorts entries by unit, measure and window, and leaves out what says nothing; see
/// [`crate::Everything::ordered`].
pub(crate) fn entries(batch: EntryBatch) -> EntryBatch {
    let EntryBatch { units, measures, windows, cells, notes } = batch;
    let (units, unit_places) = sorted(units, Ord::cmp);
    let (measures, measure_places) = sorted(measures, Ord::cmp);
    let (windows, window_places) = sorted(windows, window_order);
    let moved = |cell: &Cell| {
        Some(Cell {
            unit: *unit_places.get(cell.unit as usize)?,
            measure: *measure_places.get(cell.measure as usize)?,
            window: *window_places.get(cell.window as usize)?,
            slot: cell.slot,
        })
    };
    let mut held: Vec<(Cell, usize)> =
        cells.iter().enumerate().filter_map(|(at, cell)| Some((moved(cell)?, at))).collect();
    held.sort_by_key(|(cell, _)| place(cell));
    keep_last(&mut held);
    let notes = moved_notes(&held, notes);
    let mut cells: Vec<Cell> = held.into_iter().map(|(cell, _)| cell).collect();
    let units = used(units, &mut cells, |cell| &mut cell.unit);
    let measures = used(measures, &mut cells, |cell| &mut cell.measure);
    let windows = used(windows, &mut cells, |cell| &mut cell.window);
    EntryBatch { units, measures, windows, cells, notes }
}

const fn place(cell: &Cell) -> (u32, u32, u32) {
    (cell.unit, cell.measure, cell.window)
}

fn window_order(a: &Window, b: &Window) -> Ordering {
    (a.from, a.to, &a.label).cmp(&(b.from, b.to, &b.label))
}

/// A dictionary in order, each value once, and for every old place the new one.
fn sorted<T>(list: Vec<T>, order: impl Fn(&T, &T) -> Ordering) -> (Vec<T>, Vec<u32>) {
    let mut ranked: Vec<(usize, T)> = list.into_iter().enumerate().collect();
    ranked.sort_by(|(_, a), (_, b)| order(a, b));
    let mut places = vec![0; ranked.len()];
    let mut unique: Vec<T> = Vec::with_capacity(ranked.len());
    for (old, value) in ranked {
        if unique.last().is_none_or(|last| order(last, &value) != Ordering::Equal) {
            unique.push(value);
        }
        places[old] = index(unique.len() - 1);
    }
    (unique, places)
}

/// Of cells with the same place the last; a cell without a number takes its place away.
fn keep_last(held: &mut Vec<(Cell, usize)>) {
    held.reverse();
    held.dedup_by_key(|(cell, _)| place(cell));
    held.reverse();
    held.retain(|(cell, _)| cell.slot.is_some());
}

/// Notes that say something, by the new places of their cells.
fn moved_notes(held: &[(Cell, usize)], notes: Vec<(u32, EntryNote)>) -> Vec<(u32, EntryNote)> {
    let mut notes: BTreeMap<usize, EntryNote> =
        notes.into_iter().map(|(at, note)| (at as usize, note)).collect();
    notes.retain(|_, note| *note != EntryNote::default());
    if notes.is_empty() {
        return Vec::new();
    }
    let moved = held.iter().enumerate();
    moved.filter_map(|(new, (_, old))| Some((index(new), notes.remove(old)?))).collect()
}

/// The values of a dictionary that cells use; the cells follow them to their new places.
fn used<T>(list: Vec<T>, cells: &mut [Cell], place: impl Fn(&mut Cell) -> &mut u32) -> Vec<T> {
    let mut marks = vec![false; list.len()];
    for cell in cells.iter_mut() {
        marks[*place(cell) as usize] = true;
    }
    if marks.iter().all(|mark| *mark) {
        return list;
    }
    let mut next = 0;
    let mut places = Vec::with_capacity(marks.len());
    for mark in &marks {
        places.push(next);
        next += u32::from(*mark);
    }
    for cell in cells {
        let place = place(cell);
        *place = places[*place as usize];
    }
    list.into_iter().zip(marks).filter_map(|(value, mark)| mark.then_some(value)).collect()
}

/// Dictionaries and cells are counted in `u32` by the domain; a fuller one cannot be made.
fn index(place: usize) -> u32 {
    u32::try_from(place).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use bc138_domain::{Fixed, Measure, Nature, Slot};

    fn measure(code: &str) -> Measure {
        let categories = bc138_domain::Categories::new();
        Measure { indicator: code.to_owned(), nature: Nature::Stock, categories }
    }

    fn cell(unit: u32, number: Option<i64>) -> Cell {
        let slot = number.map(|n| Slot::number(Fixed::from_thousandths(n)));
        Cell { unit, measure: 0, window: 0, slot }
    }

    fn note(comment: &str) -> EntryNote {
        EntryNote { comment: Some(comment.to_owned()), ..EntryNote::default() }
    }

    #[test]
    fn the_later_of_two_cells_holds_and_what_is_unused_goes() {
        let batch = EntryBatch {
            units: ["b", "gone", "a", "b"].map(str::to_owned).to_vec(),
            measures: vec![measure("x")],
            windows: vec![Window::default(), Window::named("không dùng")],
            cells: vec![
                cell(0, Some(1)),
                cell(1, Some(2)),
                cell(2, Some(3)),
                cell(3, Some(4)),
                cell(1, None),
            ],
            notes: vec![(0, note("cũ")), (2, note("a")), (3, EntryNote::default())],
        };
        let ordered = entries(batch);
        assert_eq!(ordered.units, ["a", "b"], "sorted, once each, and only what is used");
        assert_eq!(ordered.cells, [cell(0, Some(3)), cell(1, Some(4))], "unit b was stated twice");
        assert_eq!(ordered.notes, [(0, note("a"))], "the note goes with its cell");
        assert_eq!(ordered.windows.len(), 1);
        assert_eq!(entries(ordered.clone()), ordered, "what is in order stays as it is");
    }

    #[test]
    fn wholes_stand_before_their_parts_and_a_circle_does_not_hang() {
        let award = |id, subset_of| {
            Record::from(bc138_domain::Award { id, subset_of, ..Default::default() })
        };
        let mut list = [award(1, Some(3)), award(2, Some(1)), award(3, None)];
        records(&mut list);
        assert_eq!(list.each_ref().map(Record::id), [3, 1, 2]);
        let mut circle = [award(1, Some(2)), award(2, Some(1))];
        records(&mut circle);
        assert_eq!(
            circle.each_ref().map(Record::id).iter().sum::<i32>(),
            3,
            "both are still there"
        );
    }

    #[test]
    fn a_circle_is_found_with_all_that_hangs_on_it() {
        let wholes = BTreeMap::from([(1, 2), (2, 3), (3, 2), (4, 4), (5, 6), (7, 5)]);
        assert_eq!(circular(&wholes), BTreeSet::from([1, 2, 3, 4]));
    }
}
