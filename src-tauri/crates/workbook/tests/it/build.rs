//! Builders of workbooks and the way back: a written file read by another library.

use std::io::{Cursor, Read};

use bc138_workbook::{
    Cell, Column, ColumnKind, HeadCell, Properties, Row, Sheet, Workbook, write_xlsx,
};
use calamine::{Data, Range, Reader, Xlsx};

/// A sheet of one column of words and `amounts` of amounts, head of one row.
pub fn sheet(name: &str, amounts: usize, rows: Vec<Row>) -> Sheet {
    let mut columns = vec![Column::new(24.0, ColumnKind::Text)];
    columns.resize(amounts + 1, Column::new(12.0, ColumnKind::Amount));
    let heads = (0..columns.len()).map(|column| HeadCell::new(format!("Cột {column}")));
    Sheet { name: name.into(), head: vec![heads.collect()], columns, rows, ..Sheet::default() }
}

/// A workbook of one sheet.
pub fn book(sheet: Sheet) -> Workbook {
    Workbook::new(Properties::default(), vec![sheet])
}

/// A row: a label and cells.
pub fn row(label: &str, cells: Vec<Cell>) -> Row {
    Row::body(std::iter::once(Cell::text(label)).chain(cells).collect())
}

/// Writes a workbook and opens it again.
pub fn reopened(workbook: &Workbook) -> Xlsx<Cursor<Vec<u8>>> {
    let bytes = write_xlsx(workbook).expect("the workbook is sound");
    Xlsx::new(Cursor::new(bytes)).expect("another library opens the file")
}

/// The values of a tab, from cell A1.
pub fn values(workbook: &Workbook, tab: &str) -> Range<Data> {
    let range = reopened(workbook).worksheet_range(tab).expect("the tab is there");
    range.range((0, 0), range.end().unwrap_or((0, 0)))
}

/// The formulas of a tab, from cell A1.
pub fn formulas(workbook: &Workbook, tab: &str) -> Range<String> {
    let range = reopened(workbook).worksheet_formula(tab).expect("the tab is there");
    match range.end() {
        Some(end) => range.range((0, 0), end),
        None => range,
    }
}

/// The text of one part of the package.
pub fn part(workbook: &Workbook, name: &str) -> String {
    let bytes = write_xlsx(workbook).expect("the workbook is sound");
    let mut package = zip::ZipArchive::new(Cursor::new(bytes)).expect("a zip file");
    let mut text = String::new();
    package.by_name(name).expect(name).read_to_string(&mut text).expect("XML is text");
    text
}
