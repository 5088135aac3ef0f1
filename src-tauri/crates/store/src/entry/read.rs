//! Reading entries into a batch.

use super::edits::state_of;
use crate::column::{Failure, from_json, to_json};
use crate::error::StoreError;
use crate::open::Store;
use bc138_domain::{BatchBuilder, EntryBatch, EntryNote, Fixed, Measure, Slot, Window};
use rusqlite::{Connection, Row};
use serde::Serialize;
use serde::de::DeserializeOwned;
use std::collections::HashMap;

/// Which entries are wanted; everything by default.
#[derive(Debug, Clone, Default)]
pub struct EntryFilter {
    /// Only these units, by key.
    pub units: Option<Vec<String>>,
    /// Only these indicators.
    pub indicators: Option<Vec<String>>,
}

impl EntryFilter {
    fn takes_unit(&self, key: &String) -> bool {
        self.units.as_ref().is_none_or(|wanted| wanted.contains(key))
    }

    fn takes_measure(&self, measure: &Measure) -> bool {
        self.indicators.as_ref().is_none_or(|wanted| wanted.contains(&measure.indicator))
    }
}

impl Store {
    /// The entries that a filter takes, in the order of measure, window and unit.
    ///
    /// # Errors
    /// See [`StoreError`].
    pub fn entries(&self, filter: &EntryFilter) -> Result<EntryBatch, StoreError> {
        read(&self.connection, filter).map_err(|failure| self.settle(failure))
    }

    /// The newest row of the log that touched entries; 0 when there is none. Entries read at the
    /// same number are the same.
    ///
    /// # Errors
    /// See [`StoreError`].
    pub fn entries_version(&self) -> Result<i32, StoreError> {
        self.connection
            .prepare_cached("SELECT coalesce(max(id), 0) FROM change_log WHERE entries IS NOT NULL")
            .and_then(|mut statement| statement.query_row([], |row| row.get(0)))
            .map_err(|error| self.fail(&error))
    }

    /// How many entries there are.
    ///
    /// # Errors
    /// See [`StoreError`].
    pub fn entry_count(&self) -> Result<i64, StoreError> {
        self.connection
            .query_row("SELECT count(*) FROM entry", [], |row| row.get(0))
            .map_err(|error| self.fail(&error))
    }
}

/// The dictionaries by database id.
pub(crate) struct Dictionaries {
    pub units: HashMap<i64, String>,
    pub measures: HashMap<i64, Measure>,
    pub windows: HashMap<i64, Window>,
}

impl Dictionaries {
    /// Reads all three.
    pub fn read(c: &Connection) -> Result<Self, Failure> {
        let units = words(c, "SELECT id, key FROM entry_unit")?.into_iter().collect();
        Ok(Self {
            units,
            measures: parsed(c, "entry_measure")?,
            windows: parsed(c, "entry_period")?,
        })
    }
}

fn words(c: &Connection, sql: &str) -> Result<Vec<(i64, String)>, Failure> {
    let mut statement = c.prepare_cached(sql)?;
    let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

fn parsed<T: DeserializeOwned>(c: &Connection, table: &str) -> Result<HashMap<i64, T>, Failure> {
    words(c, &format!("SELECT id, json FROM {table}"))?
        .into_iter()
        .map(|(id, json)| Ok((id, from_json(&json)?)))
        .collect()
}

/// One spelling of a measure or window, so that equal ones are one row of the dictionary.
pub(crate) fn dictionary_json<T: Serialize>(value: &T) -> Result<String, StoreError> {
    to_json(value)
}

/// Columns value, total, state.
pub(crate) fn read_slot(row: &Row<'_>, first: usize) -> Result<Slot, Failure> {
    let part = |raw: Option<i64>| raw.map(Fixed::from_thousandths);
    let number: u8 = row.get(first + 2)?;
    let state =
        state_of(number).ok_or_else(|| StoreError::Unreadable(format!("state {number}")))?;
    Ok(Slot::new(state, part(row.get(first)?), part(row.get(first + 1)?)))
}

/// Every entry there is.
pub(crate) fn read_all(c: &Connection) -> Result<EntryBatch, Failure> {
    read(c, &EntryFilter::default())
}

fn read(c: &Connection, filter: &EntryFilter) -> Result<EntryBatch, Failure> {
    let known = Dictionaries::read(c)?;
    let mut builder = BatchBuilder::default();
    let mut notes = read_notes(c)?;
    let mut ids: Vec<(i64, &Measure)> = known.measures.iter().map(|(id, it)| (*id, it)).collect();
    ids.retain(|(_, measure)| filter.takes_measure(measure));
    ids.sort_by_key(|(_, measure)| *measure);
    let mut windows: Vec<(i64, &Window)> = known.windows.iter().map(|(id, it)| (*id, it)).collect();
    windows.sort_by(|(_, a), (_, b)| (a.to, a.from, &a.label).cmp(&(b.to, b.from, &b.label)));
    let mut units: Vec<(i64, &String)> = known.units.iter().map(|(id, key)| (*id, key)).collect();
    units.retain(|(_, key)| filter.takes_unit(key));
    units.sort_by_key(|(_, key)| *key);
    let places = units.iter().zip(0_u32..).map(|((id, _), place)| (*id, place)).collect();
    for (measure_id, measure) in ids {
        for (window_id, window) in &windows {
            let run = Run { measure: measure_id, window: *window_id };
            run.read(c, &mut builder, (measure, window), &places, &mut notes)?;
        }
    }
    Ok(with_units(builder.build(), &units))
}

/// Replaces the places in the list of all units by a dictionary of those that have entries.
fn with_units(mut batch: EntryBatch, units: &[(i64, &String)]) -> EntryBatch {
    let mut used = vec![false; units.len()];
    for cell in &batch.cells {
        used[cell.unit as usize] = true;
    }
    let mut places = Vec::with_capacity(units.len());
    let mut next = 0_u32;
    for (used, (_, key)) in used.iter().zip(units) {
        places.push(next);
        if *used {
            batch.units.push((*key).clone());
            next += 1;
        }
    }
    for cell in &mut batch.cells {
        cell.unit = places[cell.unit as usize];
    }
    batch
}

/// Notes by measure, window, unit.
type Notes = HashMap<(i64, i64, i64), EntryNote>;

fn read_notes(c: &Connection) -> Result<Notes, Failure> {
    let mut statement = c.prepare_cached("SELECT measure, period, unit, note FROM entry_note")?;
    let mut rows = statement.query([])?;
    let mut notes = Notes::new();
    while let Some(row) = rows.next()? {
        let key = (row.get(0)?, row.get(1)?, row.get(2)?);
        notes.insert(key, from_json(&row.get::<_, String>(3)?)?);
    }
    Ok(notes)
}

/// The entries of one measure and window.
struct Run {
    measure: i64,
    window: i64,
}

impl Run {
    fn read(
        &self,
        c: &Connection,
        builder: &mut BatchBuilder,
        (measure, window): (&Measure, &Window),
        places: &HashMap<i64, u32>,
        notes: &mut Notes,
    ) -> Result<(), Failure> {
        let mut statement = c.prepare_cached(
            "SELECT unit, value, total, state FROM entry WHERE measure = ?1 AND period = ?2",
        )?;
        let mut rows = statement.query([self.measure, self.window])?;
        let mut cells = Vec::new();
        while let Some(row) = rows.next()? {
            let unit: i64 = row.get(0)?;
            if let Some(place) = places.get(&unit) {
                let note = notes.remove(&(self.measure, self.window, unit));
                cells.push((*place, read_slot(row, 1)?, note));
            }
        }
        if cells.is_empty() {
            return Ok(());
        }
        cells.sort_unstable_by_key(|(place, ..)| *place);
        let (measure, window) = (builder.measure(measure), builder.window(window));
        for (unit, slot, note) in cells {
            builder.put(unit, measure, window, Some(slot));
            if let Some(note) = note {
                builder.note(note);
            }
        }
        Ok(())
    }
}
