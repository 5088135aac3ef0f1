//! One cell of the table: typed text in, text out.

use super::UnitTable;
use super::columns::TableColumn;
use crate::app::App;
use crate::error::AppError;
use crate::field::Refusal;
use crate::vi::labels;
use crate::view::SheetQuery;
use bc138_domain::{Amount, BatchBuilder, EntryBatch, EntryNote, IndicatorKind, Slot, State, cell};
use bc138_series::Remark;
use bc138_store::Change;
use bc138_units::{Registry, UnitIx};

/// What a cell holds: number and note, or nothing.
pub(crate) type Held = Option<(Slot, EntryNote)>;

/// Reads typed text for a column; `Ok(None)` empties the cell.
pub(super) fn read(column: &TableColumn, raw: &str) -> Result<Held, Refusal> {
    let Some(reading) = cell::read(raw)? else { return Ok(None) };
    let mut note = EntryNote { qualifier: reading.qualifier, ..EntryNote::default() };
    let slot = match reading.amount {
        None => Slot::new(reading.state, None, None),
        Some(Amount::Ratio { reached, total }) if column.is_ratio() => {
            Slot::new(reading.state, Some(reached), Some(total))
        }
        Some(Amount::Number { value } | Amount::Money { dong: value }) if !column.is_ratio() => {
            Slot::new(reading.state, Some(value), None)
        }
        Some(Amount::Percent { value }) if column.indicator.kind == IndicatorKind::Percent => {
            Slot::new(reading.state, Some(value), None)
        }
        Some(Amount::Quantity { value, unit }) if unit == column.indicator.unit => {
            Slot::new(reading.state, Some(value), None)
        }
        Some(Amount::Words { words }) => {
            note.words = Some(words);
            Slot::new(reading.state, None, None)
        }
        Some(_) if column.is_ratio() => return Err(Refusal::RatioNeeded),
        Some(_) => return Err(Refusal::NumberNeeded),
    };
    Ok(Some((slot, note)))
}

/// A number as it is printed; the state's words without one, nothing for no entry.
pub(crate) fn slot_text(slot: Option<Slot>) -> String {
    let Some(slot) = slot else { return String::new() };
    match (slot.value(), slot.total()) {
        (Some(value), Some(total)) => format!("{value}/{total}"),
        (Some(value), None) => value.to_string(),
        _ => slot.state.words().unwrap_or_default().to_owned(),
    }
}

/// The same with what its note adds to it: “gần 20”, “hàng nghìn”.
pub(crate) fn noted_text(slot: Option<Slot>, note: Option<&EntryNote>) -> String {
    text(slot, note.map(Remark::of).as_ref())
}

/// The same with its qualifier or words.
pub(super) fn text(slot: Option<Slot>, remark: Option<&Remark>) -> String {
    let plain = slot_text(slot);
    let words = remark.and_then(|remark| remark.words.clone());
    match (words, remark.and_then(|remark| remark.qualifier)) {
        (Some(words), None) => words,
        (words, Some(qualifier)) => qualifier.apply(&words.unwrap_or(plain)),
        (None, None) => plain,
    }
}

impl App {
    /// Takes typed text into a cell; text that cannot be read is kept beside it. Whether it was
    /// understood.
    ///
    /// # Errors
    /// The year is closed, the unit does not exist then, or the store fails.
    pub fn set_cell(
        &mut self,
        query: &SheetQuery,
        unit: &str,
        column: &str,
        raw: &str,
    ) -> Result<bool, AppError> {
        let scene = self.scene(query)?;
        let column = scene.column(column)?;
        let unit = scene.unit(unit, &column)?;
        let known = held(self.table()?, unit, &column);
        let (held, saved) = match read(&column, raw) {
            Ok(held) => (held.map(|it| kept(it, known.as_ref())), true),
            Err(_) => (Some(with_draft(known, raw)), false),
        };
        let label = labels::cell(&scene.registry.label(unit, scene.day), &column.title);
        self.put_cells(&scene.registry, &label, &[(unit, column, held)])?;
        Ok(saved)
    }

    /// Takes a block of cells copied from a table, its first cell at a unit and column; whole or
    /// not at all.
    ///
    /// # Errors
    /// As [`Self::set_cell`]; a cell that cannot be read refuses the block and is named.
    pub fn paste_cells(
        &mut self,
        query: &SheetQuery,
        unit: &str,
        column: &str,
        block: &str,
    ) -> Result<(), AppError> {
        let scene = self.scene(query)?;
        let first = scene.unit(unit, &scene.column(column)?)?;
        let top = scene.rows.iter().position(|row| *row == first).unwrap_or_default();
        let left = scene.columns.iter().position(|it| it.key == column).unwrap_or_default();
        let mut cells = Vec::new();
        for (down, line) in block.trim_end_matches(['\r', '\n']).lines().enumerate() {
            for (right, raw) in line.split('\t').enumerate() {
                let unit = scene.rows.get(top + down).copied();
                let column = scene.columns.get(left + right);
                let (Some(unit), Some(column)) = (unit, column) else {
                    return Err(AppError::BlockTooLarge { row: down + 1, column: right + 1 });
                };
                let place = format!("{} · {}", scene.registry.label(unit, scene.day), column.title);
                let read = read(column, raw);
                let held = read.map_err(|refusal| AppError::Refused { key: place, refusal })?;
                cells.push((unit, column.clone(), held));
            }
        }
        let label = labels::pasted(cells.len());
        self.put_cells(&scene.registry, &label, &cells)
    }

    /// Writes cells as one action and keeps the table in step.
    pub(crate) fn put_cells(
        &mut self,
        registry: &Registry,
        label: &str,
        cells: &[(UnitIx, TableColumn, Held)],
    ) -> Result<(), AppError> {
        let change = Change::new(label, None).entries(batch(registry, cells));
        self.apply(&change)?;
        let version = self.store.entries_version()?;
        let Some(table) = self.table.as_mut() else { return Ok(()) };
        for (unit, column, held) in cells {
            table.put(*unit, column, held.as_ref());
        }
        table.version = version;
        Ok(())
    }
}

/// What a cell holds now.
pub(super) fn held(table: &UnitTable, unit: UnitIx, column: &TableColumn) -> Held {
    let measure = table.cube.find_measure(&column.measure)?;
    let window = table.cube.find_window(&column.window)?;
    let slot = table.cube.get(unit, measure, window)?;
    Some((slot, table.notes.get(&(unit, measure, window)).cloned().unwrap_or_default()))
}

/// A new number keeps what was remarked on the old one.
fn kept((slot, note): (Slot, EntryNote), known: Option<&(Slot, EntryNote)>) -> (Slot, EntryNote) {
    let old = known.map(|(_, note)| note.clone()).unwrap_or_default();
    let (document, comment) = (old.document, old.comment);
    (slot, EntryNote { document, comment, ..note })
}

/// The cell as it was, with the text that could not be read.
fn with_draft(known: Held, raw: &str) -> (Slot, EntryNote) {
    let blank = (Slot::new(State::NotReported, None, None), EntryNote::default());
    let (slot, note) = known.unwrap_or(blank);
    (slot, EntryNote { draft: Some(raw.chars().take(600).collect()), ..note })
}

fn batch(registry: &Registry, cells: &[(UnitIx, TableColumn, Held)]) -> EntryBatch {
    let mut batch = BatchBuilder::default();
    for (unit, column, held) in cells {
        let unit = batch.unit(registry.key(*unit));
        let (measure, window) = (batch.measure(&column.measure), batch.window(&column.window));
        batch.put(unit, measure, window, held.as_ref().map(|(slot, _)| *slot));
        if let Some((_, note)) = held
            && *note != EntryNote::default()
        {
            batch.note(note.clone());
        }
    }
    batch.build()
}

impl UnitTable {
    fn put(&mut self, unit: UnitIx, column: &TableColumn, held: Option<&(Slot, EntryNote)>) {
        let measure = self.cube.measure_ix(&column.measure);
        let window = self.cube.window_ix(&column.window);
        let place = (unit, measure, window);
        match held {
            Some((slot, note)) => {
                self.cube.put(unit, measure, window, *slot, Remark::of(note));
                self.notes.insert(place, note.clone());
            }
            None => {
                self.cube.remove(unit, measure, window);
                self.notes.remove(&place);
            }
        }
    }
}
