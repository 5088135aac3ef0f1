//! Tables of units, as a hand writes them: one window, the measures as columns, a unit a row.

use super::Reader;
use super::entries::{MAX_ENTRIES, Sheet};
use super::rows::Read;
use crate::found::Path;
use crate::json::{Node, Value};
use crate::number;
use crate::problem::{ProblemKind, Wanted};
use crate::shape;
use bc138_domain::{EntryNote, Window};

impl Reader<'_> {
    /// Reads `{"window", "measures", "rows", "document"}`.
    pub(super) fn table(&mut self, node: &Node<'_>, path: &Path<'_>, sheet: &mut Sheet) {
        let head = self.closed_object(&shape::TABLE, node, path, &["window", "measures", "rows"]);
        let document = head.as_ref().and_then(|map| map.get("document")?.as_str());
        let note = EntryNote { document: document.map(str::to_owned), ..EntryNote::default() };
        let window = self.part_of_table(node, path, "window");
        let window = window.and_then(|it| self.entry_window(it, &path.key("window")));
        let columns = self.columns(node, path, sheet);
        let rows = self.part_of_table(node, path, "rows");
        let (Some(window), Some(columns), Some(rows)) = (window, columns, rows) else { return };
        let path = path.key("rows");
        let Value::List(rows) = &rows.value else {
            self.wrong_type::<()>(rows, &path, Wanted::List);
            return;
        };
        if sheet.offsets.len() >= MAX_ENTRIES {
            self.refuse::<()>(node, &path, ProblemKind::TooMany { limit: MAX_ENTRIES });
            return;
        }
        for (index, row) in rows.iter().enumerate() {
            let table = (&columns[..], &window, &note);
            self.table_row(row, &path.index(index), table, sheet);
        }
    }

    fn part_of_table<'n, 't>(
        &mut self,
        node: &'n Node<'t>,
        path: &Path<'_>,
        key: &'static str,
    ) -> Option<&'n Node<'t>> {
        let part = node.get(key);
        if part.is_none() {
            self.problems.add(node.at, path, ProblemKind::Missing { key });
        }
        part
    }

    /// The measures of a table, by their places in the dictionary.
    fn columns(&mut self, node: &Node<'_>, path: &Path<'_>, sheet: &mut Sheet) -> Option<Vec<u32>> {
        let list = self.part_of_table(node, path, "measures")?;
        let path = path.key("measures");
        let Value::List(items) = &list.value else {
            return self.wrong_type(list, &path, Wanted::List);
        };
        let mut columns = Vec::new();
        for (index, item) in items.iter().enumerate() {
            let (measure, known) = self.measure(item, &path.index(index))?;
            let place = sheet.batch.measure(&measure);
            if place as usize == sheet.measures.len() {
                sheet.measures.push((measure.indicator, known));
            }
            columns.push(place);
        }
        Some(columns)
    }

    fn table_row(
        &mut self,
        row: &Node<'_>,
        path: &Path<'_>,
        (columns, window, note): (&[u32], &Window, &EntryNote),
        sheet: &mut Sheet,
    ) {
        let Value::List(cells) = &row.value else {
            self.wrong_type::<()>(row, path, Wanted::List);
            return;
        };
        let (found, wanted) = (cells.len(), columns.len() + 1);
        let Some((unit, cells)) = cells.split_first().filter(|_| found == wanted) else {
            self.refuse::<()>(row, path, ProblemKind::RowLength { found, wanted });
            return;
        };
        let Some(key) = self.unit(unit, &path.index(0), window.to.as_slice()) else { return };
        let (unit, window) = (sheet.batch.unit(&key), sheet.batch.window(window));
        sheet.table_rows.push((sheet.offsets.len(), path.to_string()));
        for (index, (cell, measure)) in cells.iter().zip(columns).enumerate() {
            let place = (unit, *measure, window);
            self.table_cell(cell, &path.index(index + 1), (place, note), sheet);
        }
    }

    /// A number, a cell as it is typed, or nothing: an empty cell states nothing.
    fn table_cell(
        &mut self,
        cell: &Node<'_>,
        path: &Path<'_>,
        (place, note): ((u32, u32, u32), &EntryNote),
        sheet: &mut Sheet,
    ) {
        let mut read = Read::default();
        let taken = match (&cell.value, sheet.measures.get(place.1 as usize)) {
            (Value::Null, _) => return,
            (Value::Text(text), _) if text.trim().is_empty() => return,
            (Value::Number(token), _) => number::from_token(token)
                .map_err(ProblemKind::from)
                .and_then(|number| read.number(Some(number))),
            (Value::Text(text), Some(measure)) => read.text(text, measure),
            _ => {
                let (wanted, found) = (Wanted::Amount, cell.json_type());
                Err(ProblemKind::WrongType { wanted, found })
            }
        };
        match taken.and_then(|()| read.slot()) {
            Ok((slot, own)) => {
                let document = note.document.clone();
                sheet.put(place, slot, EntryNote { document, ..own }, cell.at);
            }
            Err(kind) => {
                self.refuse::<()>(cell, path, kind);
            }
        }
    }
}
