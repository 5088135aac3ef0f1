//! Writing entries: one pass over the batch in the order of the table's key.

use super::edits::{EntryEdit, EntryEdits, NoteEdit, state_number};
use super::read::{dictionary_json, read_slot};
use crate::column::{Failure, from_json, to_json};
use crate::error::StoreError;
use bc138_domain::{Cell, EntryBatch, EntryNote, Fixed, Measure, Slot, Stage, Window, Work};
use rusqlite::{Connection, OptionalExtension, params};
use std::collections::HashMap;

/// The key of a row: measure, window, unit.
type Key = (i64, i64, i64);

/// Database ids of a batch's dictionaries.
struct Ids {
    units: Vec<i64>,
    measures: Vec<i64>,
    windows: Vec<i64>,
}

impl Ids {
    fn of(
        tx: &Connection,
        units: &[String],
        measures: &[Measure],
        windows: &[Window],
    ) -> Result<Self, Failure> {
        Ok(Self {
            units: units.iter().map(|key| unit_id(tx, key)).collect::<Result<_, _>>()?,
            measures: measures.iter().map(|it| measure_id(tx, it)).collect::<Result<_, _>>()?,
            windows: windows.iter().map(|it| window_id(tx, it)).collect::<Result<_, _>>()?,
        })
    }

    fn key(&self, measure: u32, window: u32, unit: u32) -> Result<Key, StoreError> {
        let at = |ids: &[i64], place: u32| {
            let unsound = || StoreError::Unreadable(format!("place {place} in no dictionary"));
            ids.get(place as usize).copied().ok_or_else(unsound)
        };
        Ok((at(&self.measures, measure)?, at(&self.windows, window)?, at(&self.units, unit)?))
    }
}

/// Writes a batch and tells what was before and after; cells that change nothing are left out.
pub(crate) fn write(
    tx: &Connection,
    batch: &EntryBatch,
    work: &Work,
) -> Result<EntryEdits, Failure> {
    let ids = Ids::of(tx, &batch.units, &batch.measures, &batch.windows)?;
    let mut order = Vec::with_capacity(batch.cells.len());
    for (place, cell) in batch.cells.iter().enumerate() {
        order.push((ids.key(cell.measure, cell.window, cell.unit)?, place));
    }
    order.sort_unstable();
    let order = last_of_each(order);
    let notes: HashMap<u32, &EntryNote> = batch.notes.iter().map(|(at, it)| (*at, it)).collect();
    let mut writer = Writer { tx, batch, notes, edits: EntryEdits::default() };
    work.begin(Stage::Writing, order.len())?;
    let mut done = 0;
    for run in order.chunk_by(|a, b| (a.0.0, a.0.1) == (b.0.0, b.0.1)) {
        writer.run(run)?;
        done += run.len();
        work.reach(done)?;
    }
    let mut edits = writer.edits;
    if !edits.cells.is_empty() {
        edits.units.clone_from(&batch.units);
        edits.measures.clone_from(&batch.measures);
        edits.windows.clone_from(&batch.windows);
    }
    Ok(edits)
}

/// Of several cells for one key, the one that came last.
fn last_of_each(mut order: Vec<(Key, usize)>) -> Vec<(Key, usize)> {
    order.dedup_by(|later, earlier| {
        let same = later.0 == earlier.0;
        if same {
            earlier.1 = later.1;
        }
        same
    });
    order
}

struct Writer<'a> {
    tx: &'a Connection,
    batch: &'a EntryBatch,
    notes: HashMap<u32, &'a EntryNote>,
    edits: EntryEdits,
}

impl Writer<'_> {
    /// Writes the cells of one measure and window.
    fn run(&mut self, run: &[(Key, usize)]) -> Result<(), Failure> {
        let (Some((first, _)), Some((last, _))) = (run.first(), run.last()) else { return Ok(()) };
        let (slots, notes) = standing(self.tx, *first, *last)?;
        let mut rows = Rows::new(self.tx, slots.is_empty());
        for (key, place) in run {
            let cell = self.batch.cells[*place];
            let before = slots.get(&key.2).copied();
            let at = u32::try_from(*place).unwrap_or(u32::MAX);
            let note = self.notes.get(&at).filter(|_| cell.slot.is_some());
            let (note_before, note_after) = (notes.get(&key.2), note.copied());
            if before == cell.slot && note_before == note_after {
                continue;
            }
            if before != cell.slot {
                match cell.slot {
                    Some(slot) => rows.put(*key, slot)?,
                    None => remove_row(self.tx, *key)?,
                }
            }
            if note_before != note_after {
                put_note(self.tx, *key, note_after)?;
            }
            // A note that stays is written down as well: without it the log would tell “gần 20” as 20.
            if note_before.is_some() || note_after.is_some() {
                let cell = u32::try_from(self.edits.cells.len()).unwrap_or(u32::MAX);
                let (before, after) = (note_before.cloned(), note_after.cloned());
                self.edits.notes.push(NoteEdit { cell, before, after });
            }
            self.edits.cells.push(edit(cell, before));
        }
        rows.flush()
    }
}

const fn edit(cell: Cell, before: Option<Slot>) -> EntryEdit {
    let (measure, window, unit) = (cell.measure, cell.window, cell.unit);
    EntryEdit { measure, window, unit, before, after: cell.slot }
}

/// What stands between two keys of the same measure and window, by unit.
type Standing = (HashMap<i64, Slot>, HashMap<i64, EntryNote>);

fn standing(tx: &Connection, first: Key, last: Key) -> Result<Standing, Failure> {
    let range = params![first.0, first.1, first.2, last.2];
    let mut slots = HashMap::new();
    let mut read = tx.prepare_cached(
        "SELECT unit, value, total, state FROM entry
         WHERE measure = ?1 AND period = ?2 AND unit BETWEEN ?3 AND ?4",
    )?;
    let mut rows = read.query(range)?;
    while let Some(row) = rows.next()? {
        slots.insert(row.get(0)?, read_slot(row, 1)?);
    }
    let mut notes = HashMap::new();
    let mut read = tx.prepare_cached(
        "SELECT unit, note FROM entry_note
         WHERE measure = ?1 AND period = ?2 AND unit BETWEEN ?3 AND ?4",
    )?;
    let mut rows = read.query(range)?;
    while let Some(row) = rows.next()? {
        notes.insert(row.get(0)?, from_json(&row.get::<_, String>(1)?)?);
    }
    Ok((slots, notes))
}

/// Rows on their way into the table, many to a statement: a statement costs more than a row.
struct Rows<'a> {
    tx: &'a Connection,
    only_new: bool,
    waiting: Vec<(Key, Slot)>,
}

/// Rows of one statement; SQLite takes 32.766 parameters, and six make a row.
const AT_ONCE: usize = 128;

impl<'a> Rows<'a> {
    fn new(tx: &'a Connection, only_new: bool) -> Self {
        Self { tx, only_new, waiting: Vec::with_capacity(AT_ONCE) }
    }

    fn put(&mut self, key: Key, slot: Slot) -> Result<(), Failure> {
        self.waiting.push((key, slot));
        if self.waiting.len() == AT_ONCE { self.write_all() } else { Ok(()) }
    }

    fn flush(mut self) -> Result<(), Failure> {
        for (key, slot) in std::mem::take(&mut self.waiting) {
            self.waiting.push((key, slot));
            self.write_all()?;
        }
        Ok(())
    }

    fn write_all(&mut self) -> Result<(), Failure> {
        let sql = put_sql(self.waiting.len(), self.only_new);
        let mut statement = self.tx.prepare_cached(&sql)?;
        for (row, (key, slot)) in self.waiting.drain(..).enumerate() {
            let raw = |part: Option<Fixed>| part.map(Fixed::thousandths);
            let first = row * 6 + 1;
            statement.raw_bind_parameter(first, key.0)?;
            statement.raw_bind_parameter(first + 1, key.1)?;
            statement.raw_bind_parameter(first + 2, key.2)?;
            statement.raw_bind_parameter(first + 3, raw(slot.value()))?;
            statement.raw_bind_parameter(first + 4, raw(slot.total()))?;
            statement.raw_bind_parameter(first + 5, state_number(slot.state))?;
        }
        statement.raw_execute()?;
        Ok(())
    }
}

fn put_sql(rows: usize, only_new: bool) -> String {
    let values = vec!["(?,?,?,?,?,?)"; rows].join(",");
    let clash = if only_new {
        ""
    } else {
        " ON CONFLICT DO UPDATE SET value = excluded.value, total = excluded.total,
          state = excluded.state"
    };
    format!("INSERT INTO entry (measure, period, unit, value, total, state) VALUES {values}{clash}")
}

fn remove_row(tx: &Connection, key: Key) -> Result<(), Failure> {
    tx.prepare_cached("DELETE FROM entry WHERE measure = ?1 AND period = ?2 AND unit = ?3")?
        .execute(params![key.0, key.1, key.2])?;
    Ok(())
}

fn put_note(tx: &Connection, key: Key, note: Option<&EntryNote>) -> Result<(), Failure> {
    match note {
        Some(note) => tx
            .prepare_cached(
                "INSERT INTO entry_note (measure, period, unit, note) VALUES (?1, ?2, ?3, ?4)
                 ON CONFLICT DO UPDATE SET note = excluded.note",
            )?
            .execute(params![key.0, key.1, key.2, to_json(note)?])?,
        None => tx
            .prepare_cached(
                "DELETE FROM entry_note WHERE measure = ?1 AND period = ?2 AND unit = ?3",
            )?
            .execute(params![key.0, key.1, key.2])?,
    };
    Ok(())
}

/// Brings every entry to its state after the edits.
pub(crate) fn replay(tx: &Connection, edits: &EntryEdits) -> Result<(), Failure> {
    let ids = Ids::of(tx, &edits.units, &edits.measures, &edits.windows)?;
    let mut rows = Rows::new(tx, false);
    for cell in &edits.cells {
        let key = ids.key(cell.measure, cell.window, cell.unit)?;
        match cell.after {
            Some(slot) => rows.put(key, slot)?,
            None => remove_row(tx, key)?,
        }
    }
    rows.flush()?;
    for note in &edits.notes {
        let cell = edits.cells[note.cell as usize];
        let key = ids.key(cell.measure, cell.window, cell.unit)?;
        put_note(tx, key, note.after.as_ref())?;
    }
    Ok(())
}

fn unit_id(tx: &Connection, key: &str) -> Result<i64, Failure> {
    let known = tx
        .prepare_cached("SELECT id FROM entry_unit WHERE key = ?1")?
        .query_row([key], |row| row.get(0))
        .optional()?;
    if let Some(id) = known {
        return Ok(id);
    }
    tx.prepare_cached("INSERT INTO entry_unit (key) VALUES (?1)")?.execute([key])?;
    Ok(tx.last_insert_rowid())
}

fn measure_id(tx: &Connection, measure: &Measure) -> Result<i64, Failure> {
    word_id(tx, "entry_measure", &dictionary_json(measure)?)
}

fn window_id(tx: &Connection, window: &Window) -> Result<i64, Failure> {
    word_id(tx, "entry_period", &dictionary_json(window)?)
}

fn word_id(tx: &Connection, table: &str, json: &str) -> Result<i64, Failure> {
    let known = tx
        .prepare_cached(&format!("SELECT id FROM {table} WHERE json = ?1"))?
        .query_row([json], |row| row.get(0))
        .optional()?;
    if let Some(id) = known {
        return Ok(id);
    }
    tx.prepare_cached(&format!("INSERT INTO {table} (json) VALUES (?1)"))?.execute([json])?;
    Ok(tx.last_insert_rowid())
}
