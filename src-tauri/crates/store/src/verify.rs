//! Verifying a store: the chain of the log holds, and what stands in the tables is what the log
//! says.

use crate::chain;
use crate::column::{Failure, from_json};
use crate::entry::{EntryEdit, EntryEdits};
use crate::error::StoreError;
use crate::open::Store;
use crate::table;
use bc138_domain::{Cell, EntryNote, Kind, Measure, Record, Slot, Stage, Window, Work};
use rusqlite::Connection;
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;

/// What verifying found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verdict {
    /// Rows of the log.
    pub changes: i64,
    /// Records in the tables.
    pub records: usize,
    /// Entries of units.
    pub entries: usize,
    /// Everything that does not hold; empty when the store is as its log says.
    pub breaks: Vec<Break>,
}

/// One thing that does not hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Break {
    /// The log was changed, cut or added to at this row.
    Chain {
        /// Id of the first row that does not follow.
        change: i64,
    },
    /// A row of the log cannot be read.
    Row {
        /// Its id.
        change: i64,
    },
    /// A record is not what the log says.
    Record {
        /// Its kind.
        kind: Kind,
        /// Its id.
        id: i32,
    },
    /// Entries of units are not what the log says.
    Entries {
        /// How many.
        count: usize,
    },
    /// A photo is not what its name says.
    Photo {
        /// The hash it is kept under.
        hash: String,
    },
}

/// An entry's key in words: the dictionaries of the file are not trusted.
type EntryKey = (usize, usize, usize);

#[derive(Default)]
struct Replayed {
    records: BTreeMap<(Kind, i32), Record>,
    words: Words,
    entries: BTreeMap<EntryKey, Slot>,
    notes: BTreeMap<EntryKey, EntryNote>,
    unreadable: Vec<i64>,
}

#[derive(Default)]
struct Words {
    units: BTreeMap<String, usize>,
    measures: BTreeMap<Measure, usize>,
    windows: Vec<Window>,
}

impl Words {
    fn unit(&mut self, key: &str) -> usize {
        let next = self.units.len();
        *self.units.entry(key.to_owned()).or_insert(next)
    }

    fn measure(&mut self, measure: &Measure) -> usize {
        let next = self.measures.len();
        *self.measures.entry(measure.clone()).or_insert(next)
    }

    fn window(&mut self, window: &Window) -> usize {
        self.windows.iter().position(|known| known == window).unwrap_or_else(|| {
            self.windows.push(window.clone());
            self.windows.len() - 1
        })
    }

    fn places(&mut self, units: &[String], measures: &[Measure], windows: &[Window]) -> Places {
        Places {
            units: units.iter().map(|key| self.unit(key)).collect(),
            measures: measures.iter().map(|it| self.measure(it)).collect(),
            windows: windows.iter().map(|it| self.window(it)).collect(),
        }
    }
}

/// Where the words of one batch stand among all words.
struct Places {
    units: Vec<usize>,
    measures: Vec<usize>,
    windows: Vec<usize>,
}

impl Places {
    fn key(&self, measure: u32, window: u32, unit: u32) -> EntryKey {
        let at = |list: &[usize], place: u32| list[place as usize];
        (at(&self.measures, measure), at(&self.windows, window), at(&self.units, unit))
    }
}

impl Store {
    /// Reads the whole log again and compares.
    ///
    /// # Errors
    /// The file cannot be read; what does not hold is in the verdict.
    pub fn verify(&self) -> Result<Verdict, StoreError> {
        self.verify_watched(&Work::default())
    }

    /// The same, watched.
    ///
    /// # Errors
    /// As [`Self::verify`], or the work was stopped.
    pub fn verify_watched(&self, work: &Work) -> Result<Verdict, StoreError> {
        verify(&self.connection, work).map_err(|failure| self.settle(failure))
    }
}

fn verify(c: &Connection, work: &Work) -> Result<Verdict, Failure> {
    let mut breaks = Vec::new();
    let rows: i64 = c.query_row("SELECT COUNT(*) FROM change_log", [], |row| row.get(0))?;
    let rows = usize::try_from(rows).unwrap_or_default();
    work.begin(Stage::Chain, rows)?;
    if let Some(change) = chain::first_break(c, work)? {
        breaks.push(Break::Chain { change });
    }
    let mut log = Replayed::default();
    work.begin(Stage::Replaying, rows)?;
    let changes = replay(c, &mut log, work)?;
    breaks.extend(log.unreadable.iter().map(|change| Break::Row { change: *change }));
    work.begin(Stage::Comparing, log.records.len() + log.entries.len())?;
    let records = compare_records(c, &mut log, &mut breaks)?;
    let entries = compare_entries(c, &mut log, &mut breaks, work)?;
    check_photos(c, &mut breaks)?;
    Ok(Verdict { changes, records, entries, breaks })
}

fn replay(c: &Connection, log: &mut Replayed, work: &Work) -> Result<i64, Failure> {
    let mut statement =
        c.prepare("SELECT id, before, after, entries FROM change_log ORDER BY id")?;
    let mut rows = statement.query([])?;
    let mut changes = 0;
    while let Some(row) = rows.next()? {
        work.reach(usize::try_from(changes).unwrap_or_default())?;
        changes += 1;
        let (before, after) = (row.get::<_, String>(1)?, row.get::<_, String>(2)?);
        let entries: Option<Vec<u8>> = row.get(3)?;
        if log.take(&before, &after, entries.as_deref()).is_err() {
            log.unreadable.push(row.get(0)?);
        }
    }
    Ok(changes)
}

impl Replayed {
    fn take(
        &mut self,
        before: &str,
        after: &str,
        entries: Option<&[u8]>,
    ) -> Result<(), StoreError> {
        let before: Vec<Option<Record>> = from_json(before)?;
        let after: Vec<Option<Record>> = from_json(after)?;
        for pair in before.into_iter().zip(after) {
            match pair {
                (_, Some(after)) => {
                    self.records.insert((after.kind(), after.id()), after);
                }
                (Some(before), None) => {
                    self.records.remove(&(before.kind(), before.id()));
                }
                (None, None) => {}
            }
        }
        if let Some(bytes) = entries {
            self.take_entries(&EntryEdits::unpack(bytes)?);
        }
        Ok(())
    }

    fn take_entries(&mut self, edits: &EntryEdits) {
        let places = self.words.places(&edits.units, &edits.measures, &edits.windows);
        let key = |cell: &EntryEdit| places.key(cell.measure, cell.window, cell.unit);
        for cell in &edits.cells {
            match cell.after {
                Some(slot) => self.entries.insert(key(cell), slot),
                None => self.entries.remove(&key(cell)),
            };
        }
        for note in &edits.notes {
            let key = key(&edits.cells[note.cell as usize]);
            match &note.after {
                Some(after) => self.notes.insert(key, after.clone()),
                None => self.notes.remove(&key),
            };
        }
    }
}

fn compare_records(
    c: &Connection,
    log: &mut Replayed,
    breaks: &mut Vec<Break>,
) -> Result<usize, Failure> {
    let mut count = 0;
    for kind in Kind::ALL {
        for record in table::all(c, *kind)? {
            count += 1;
            let id = record.id();
            if log.records.remove(&(*kind, id)).as_ref() != Some(&record) {
                breaks.push(Break::Record { kind: *kind, id });
            }
        }
    }
    let missing = std::mem::take(&mut log.records);
    breaks.extend(missing.into_keys().map(|(kind, id)| Break::Record { kind, id }));
    Ok(count)
}

fn compare_entries(
    c: &Connection,
    log: &mut Replayed,
    breaks: &mut Vec<Break>,
    work: &Work,
) -> Result<usize, Failure> {
    let standing = crate::entry::read_all(c)?;
    let places = log.words.places(&standing.units, &standing.measures, &standing.windows);
    let key = |cell: &Cell| places.key(cell.measure, cell.window, cell.unit);
    let mut different = 0;
    for (done, cell) in standing.cells.iter().enumerate() {
        work.reach(done)?;
        different += usize::from(log.entries.remove(&key(cell)) != cell.slot);
    }
    for (cell, note) in &standing.notes {
        let key = key(&standing.cells[*cell as usize]);
        different += usize::from(log.notes.remove(&key).as_ref() != Some(note));
    }
    different += log.entries.len() + log.notes.len();
    if different > 0 {
        breaks.push(Break::Entries { count: different });
    }
    Ok(standing.cells.len())
}

fn check_photos(c: &Connection, breaks: &mut Vec<Break>) -> Result<(), Failure> {
    let mut statement = c.prepare("SELECT hash, bytes FROM photo ORDER BY hash")?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let (hash, bytes): (String, Vec<u8>) = (row.get(0)?, row.get(1)?);
        let found: String = Sha256::digest(bytes).iter().map(|b| format!("{b:02x}")).collect();
        if found != hash {
            breaks.push(Break::Photo { hash });
        }
    }
    Ok(())
}
