//! Entries: the dictionaries of units, measures and windows, the rows, and the notes.

use super::Reader;
use super::file::Index;
use super::names::Known;
use crate::found::Path;
use crate::json::{Node, ROOM, Scanner, Value};
use crate::problem::{JsonType, ProblemKind, Subject, Wanted};
use crate::shape::{self, KINDS};
use crate::suggest::nearest;
use bc138_domain::{BatchBuilder, EntryBatch, EntryNote, Measure, Slot, Window};
use serde_json::{Value as Json, json};
use std::collections::BTreeMap;

/// Keys of `entries`.
const KEYS: [&str; 6] = ["units", "measures", "windows", "rows", "notes", "tables"];
/// The most entries that are taken from one file.
pub(super) const MAX_ENTRIES: usize = 20_000_000;

/// Entries read so far.
#[derive(Default)]
pub(super) struct Sheet {
    pub batch: BatchBuilder,
    pub units: usize,
    /// What is counted, by place in the dictionary.
    pub measures: Vec<(String, Known)>,
    pub windows: usize,
    /// The places of the cells: by these a place that is stated twice is found.
    pub places: Vec<(u32, u32, u32)>,
    /// Where each cell stands in the text.
    pub offsets: Vec<u32>,
    /// How many of the cells are rows; the others stand in tables.
    pub rows: usize,
    /// Behind the rows: the first cell of each row of a table, with its JSON Pointer.
    pub table_rows: Vec<(usize, String)>,
    pub notes: BTreeMap<u32, EntryNote>,
}

impl Sheet {
    /// Adds a cell that begins at `at`.
    pub fn put(&mut self, place: (u32, u32, u32), slot: Slot, note: EntryNote, at: usize) {
        if note != EntryNote::default() {
            self.notes.insert(self.offsets.len() as u32, note);
        }
        self.batch.put(place.0, place.1, place.2, Some(slot));
        self.places.push(place);
        self.offsets.push(u32::try_from(at).unwrap_or(u32::MAX));
    }

    /// The JSON Pointer of the row that a cell stands in.
    fn row_of(&self, cell: usize, path: &Path<'_>) -> String {
        if cell < self.rows {
            return path.key("rows").index(cell).to_string();
        }
        let after = self.table_rows.partition_point(|(first, _)| *first <= cell);
        let row = after.checked_sub(1).and_then(|at| self.table_rows.get(at));
        row.map(|(_, pointer)| pointer.clone()).unwrap_or_default()
    }

    fn build(self) -> EntryBatch {
        let mut batch = self.batch.build();
        batch.notes = self.notes.into_iter().collect();
        batch
    }
}

impl Reader<'_> {
    /// Reads the entries of the file.
    pub(super) fn read_entries(&mut self, index: &Index) {
        let Some(at) = index.get("entries") else { return };
        let path = Path::Root.key("entries");
        let Some(parts) = self.entry_parts(*at, &path) else { return };
        let mut sheet = Sheet::default();
        self.dictionaries(&parts, &path, &mut sheet);
        if let Some(at) = parts.get("rows") {
            self.rows(*at, &path.key("rows"), &mut sheet);
        }
        sheet.rows = sheet.offsets.len();
        if let Some(at) = parts.get("notes") {
            self.notes(*at, &path.key("notes"), &mut sheet);
        }
        if let Some(at) = parts.get("tables") {
            let path = path.key("tables");
            self.each_item((*at, ROOM), &path, |reader, node, path| {
                reader.table(node, path, &mut sheet);
            });
        }
        self.check_places(&sheet, &path);
        let firsts = first_cells(&sheet);
        let pointers: Vec<String> =
            firsts.values().map(|cell| sheet.row_of(*cell, &path)).collect();
        let offsets = std::mem::take(&mut sheet.offsets);
        self.entries = sheet.build();
        for (((unit, window), cell), pointer) in firsts.iter().zip(pointers) {
            let at = offsets[*cell] as usize;
            let unit = &self.entries.units[*unit as usize];
            let window = &self.entries.windows[*window as usize];
            self.places.note_entry(unit, window, (at, pointer));
        }
    }

    fn entry_parts(&mut self, at: usize, path: &Path<'_>) -> Option<Index> {
        let mut scanner = Scanner::new(self.text, at);
        if scanner.peek() != Some(b'{') {
            let kind = ProblemKind::WrongType { wanted: Wanted::Object, found: JsonType::List };
            self.problems.add(at, path, kind);
            return None;
        }
        let mut parts = Index::new();
        let read = scanner.members(|scanner, key, at| {
            let place = scanner.place();
            if !KEYS.contains(&key.as_ref()) {
                let likely = nearest(&key, KEYS).map(str::to_owned);
                let kind = ProblemKind::UnknownKey { key: key.to_string(), likely };
                self.problems.add(at, &path.key(&key), kind);
            } else if parts.insert(key.to_string(), place).is_some() {
                let kind = ProblemKind::DuplicateKey { key: key.to_string() };
                self.problems.add(at, &path.key(&key), kind);
            }
            scanner.skip()
        });
        self.noted(path, read).map(|()| parts)
    }

    fn dictionaries(&mut self, parts: &Index, path: &Path<'_>, sheet: &mut Sheet) {
        if let Some(at) = parts.get("units") {
            self.each_item((*at, ROOM), &path.key("units"), |reader, node, path| {
                let Some(key) = reader.unit(node, path, &[]) else { return };
                let place = sheet.batch.unit(&key) as usize;
                reader.check_new(place == sheet.units, node, path, key);
                sheet.units = sheet.units.max(place + 1);
            });
        }
        if let Some(at) = parts.get("measures") {
            self.each_item((*at, ROOM), &path.key("measures"), |reader, node, path| {
                let Some((measure, known)) = reader.measure(node, path) else { return };
                let place = sheet.batch.measure(&measure) as usize;
                let is_new = place == sheet.measures.len();
                reader.check_new(is_new, node, path, measure.indicator.clone());
                if is_new {
                    sheet.measures.push((measure.indicator, known));
                }
            });
        }
        if let Some(at) = parts.get("windows") {
            self.each_item((*at, ROOM), &path.key("windows"), |reader, node, path| {
                let Some(window) = reader.entry_window(node, path) else { return };
                let place = sheet.batch.window(&window) as usize;
                let name = window.days().or(window.label).unwrap_or_default();
                reader.check_new(place == sheet.windows, node, path, name);
                sheet.windows = sheet.windows.max(place + 1);
            });
        }
    }

    /// A value of a dictionary stands there once: rows name it by its place.
    fn check_new(&mut self, is_new: bool, node: &Node<'_>, path: &Path<'_>, value: String) {
        if !is_new {
            self.refuse::<()>(node, path, ProblemKind::Taken { value });
        }
    }

    pub(super) fn entry_window(&mut self, node: &Node<'_>, path: &Path<'_>) -> Option<Window> {
        self.open.clear();
        let window = self.window(node, path);
        let open = std::mem::take(&mut self.open);
        let sound = open.is_empty();
        open.into_iter().for_each(|open| self.unknown(open));
        self.domain(window.filter(|_| sound)?, node, path)
    }

    /// What is counted: a code alone, or an object.
    pub(super) fn measure(&mut self, node: &Node<'_>, path: &Path<'_>) -> Option<(Measure, Known)> {
        let mut map = match &node.value {
            Value::Text(_) => {
                let code = self.indicator_code(node, path)?;
                serde_json::Map::from_iter([("indicator".to_owned(), Json::from(code))])
            }
            _ => self.closed_object(&shape::MEASURE, node, path, &[])?,
        };
        if let Some(kinds) = map.remove("kinds")
            && map.insert("categories".to_owned(), json!({ KINDS: kinds })).is_some()
        {
            let kind = ProblemKind::Conflict { key: "kinds", other: "categories" };
            return self.refuse(node, path, kind);
        }
        let code = map.get("indicator").and_then(Json::as_str).unwrap_or_default().to_owned();
        if !map.contains_key("nature") {
            map.insert("nature".to_owned(), Json::from(self.nature_of(&code)));
        }
        let measure = self.domain(Json::Object(map), node, path)?;
        match self.names.known(&code) {
            Some(known) => Some((measure, known.clone())),
            None => self.no_such(node, path, (Subject::Indicator, &code, None)),
        }
    }

    fn notes(&mut self, at: usize, path: &Path<'_>, sheet: &mut Sheet) {
        self.each_item((at, MAX_ENTRIES), path, |reader, node, path| {
            let map = reader.closed_object(&shape::ENTRY_NOTE, node, path, &[]);
            let Some(mut map) = map else { return };
            let row = map.remove("row").and_then(|row| row.as_u64());
            let row = row.and_then(|row| u32::try_from(row).ok()).unwrap_or(u32::MAX);
            let said = node.get("row").unwrap_or(node);
            if row as usize >= sheet.rows {
                let name = row.to_string();
                let what = (Subject::Entry, name.as_str(), None);
                reader.no_such::<()>(said, &path.key("row"), what);
                return;
            }
            if let Some(note) = reader.domain(Json::Object(map), node, path)
                && sheet.notes.insert(row, note).is_some()
            {
                let kind = ProblemKind::Taken { value: row.to_string() };
                reader.refuse::<()>(said, &path.key("row"), kind);
            }
        });
    }

    /// Refuses a place that is stated twice. Rows of the canonical form stand in order, so that
    /// the sorting costs nothing there.
    fn check_places(&mut self, sheet: &Sheet, path: &Path<'_>) {
        if sheet.places.is_sorted_by(|a, b| a < b) {
            return;
        }
        let mut order: Vec<u32> = (0..sheet.places.len() as u32).collect();
        order.sort_by_key(|at| (sheet.places[*at as usize], *at));
        for pair in order.windows(2) {
            let [first, second] = [pair[0] as usize, pair[1] as usize];
            if sheet.places[first] != sheet.places[second] || self.problems.is_full() {
                continue;
            }
            let (unit, measure, window) = sheet.places[second];
            let measure = sheet.measures.get(measure as usize);
            let kind = ProblemKind::CellTwice {
                unit: sheet.batch.unit_at(unit).unwrap_or_default().to_owned(),
                indicator: measure.map(|(code, _)| code.clone()).unwrap_or_default(),
                window: sheet.batch.window_at(window).cloned().unwrap_or_default(),
            };
            let at = sheet.offsets[second] as usize;
            self.problems.add_at(at, &sheet.row_of(second, path), kind);
        }
    }
}

/// The first cell of each unit in each window.
fn first_cells(sheet: &Sheet) -> BTreeMap<(u32, u32), usize> {
    let mut firsts = BTreeMap::new();
    for (cell, (unit, _, window)) in sheet.places.iter().enumerate() {
        firsts.entry((*unit, *window)).or_insert(cell);
    }
    firsts
}
