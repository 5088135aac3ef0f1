//! What must hold before a workbook is written: limits of the format, and true totals.

use chrono::{Datelike, NaiveDate};

use crate::arithmetic::{self, LARGEST};
use crate::error::WorkbookError;
use crate::model::{Cell, Formula, Number, Properties, Row, Sheet, Workbook};

const MAX_ROWS: usize = 1_048_576;
const MAX_COLUMNS: usize = 16_384;
const MAX_TEXT: usize = 32_767;
const MAX_FOOTER: usize = 255;
const MAX_PROPERTY: usize = 255;
const MAX_AREAS: usize = 255;

/// Checks everything the writer relies on.
pub(crate) fn workbook(workbook: &Workbook) -> Result<(), WorkbookError> {
    if workbook.sheets.is_empty() {
        return Err(WorkbookError::NoSheet);
    }
    properties(&workbook.properties)?;
    workbook.sheets.iter().try_for_each(sheet)
}

fn properties(properties: &Properties) -> Result<(), WorkbookError> {
    let own = [
        ("title", &properties.title),
        ("subject", &properties.subject),
        ("author", &properties.author),
        ("company", &properties.company),
        ("comment", &properties.comment),
    ];
    let custom = properties
        .custom
        .iter()
        .flat_map(|(name, value)| [(name.as_str(), name), (name.as_str(), value)]);
    own.into_iter().chain(custom).try_for_each(|(name, value)| {
        let length = length(value);
        let name = || name.chars().take(MAX_PROPERTY).collect();
        if length <= MAX_PROPERTY {
            Ok(())
        } else {
            Err(WorkbookError::PropertyTooLong { name: name(), length })
        }
    })
}

fn sheet(sheet: &Sheet) -> Result<(), WorkbookError> {
    shape(sheet)?;
    let lines = sheet.title.iter().chain(&sheet.subtitles);
    for (row, line) in (0..).zip(lines) {
        text(sheet, line, || crate::address::cell(row, 0))?;
    }
    for (row, cells) in (sheet.head_row()..).zip(&sheet.head) {
        for (column, cell) in (0..).zip(cells) {
            text(sheet, &cell.text, || crate::address::cell(row, column))?;
        }
    }
    for (row, cells) in (0..).zip(&sheet.rows) {
        self::row(sheet, row, cells)?;
    }
    let below = sheet.first_row() + u32::try_from(sheet.rows.len()).unwrap_or(u32::MAX);
    for (row, note) in (below..).zip(&sheet.notes) {
        text(sheet, note, || crate::address::cell(row, 0))?;
    }
    Ok(())
}

/// Checks the outer limits of a sheet.
fn shape(sheet: &Sheet) -> Result<(), WorkbookError> {
    let name = || sheet.name.clone();
    let columns = sheet.columns.len();
    if columns == 0 || columns > MAX_COLUMNS {
        return Err(WorkbookError::Columns { sheet: name(), columns });
    }
    let above = 1 + sheet.subtitles.len() + 1 + sheet.head.len();
    let rows = above + sheet.rows.len() + sheet.notes.len();
    if rows > MAX_ROWS {
        return Err(WorkbookError::TooManyRows { sheet: name(), rows });
    }
    let bad = |width: f64| !(0.0..=255.0).contains(&width);
    if let Some(column) = sheet.columns.iter().position(|column| bad(column.width)) {
        return Err(WorkbookError::ColumnWidth { sheet: name(), column });
    }
    let length = sheet.print.footer.as_deref().map_or(0, length);
    if length > MAX_FOOTER / 2 {
        return Err(WorkbookError::FooterTooLong { sheet: name(), length });
    }
    Ok(())
}

fn row(sheet: &Sheet, at: u32, row: &Row) -> Result<(), WorkbookError> {
    if row.cells.len() > sheet.columns.len() {
        return Err(WorkbookError::RowTooWide {
            sheet: sheet.name.clone(),
            row: sheet.first_row() + at + 1,
            cells: row.cells.len(),
        });
    }
    for (column, cell) in (0..).zip(&row.cells) {
        self::cell(sheet, (at, column), cell)?;
    }
    Ok(())
}

fn cell(sheet: &Sheet, at: (u32, u16), cell: &Cell) -> Result<(), WorkbookError> {
    match cell {
        Cell::Empty => Ok(()),
        Cell::Text(content) => text(sheet, content, || sheet.address(at.0, at.1)),
        Cell::Number(number) => self::number(sheet, at, *number),
        Cell::Date(day) => date(sheet, at, *day),
        Cell::Formula { formula, value } => self::formula(sheet, at, formula, *value),
    }
}

fn number(sheet: &Sheet, at: (u32, u16), number: Number) -> Result<(), WorkbookError> {
    if number.units().unsigned_abs() <= LARGEST.unsigned_abs() {
        return Ok(());
    }
    let cell = sheet.address(at.0, at.1);
    Err(WorkbookError::NumberTooLong { sheet: sheet.name.clone(), cell })
}

fn date(sheet: &Sheet, at: (u32, u16), day: NaiveDate) -> Result<(), WorkbookError> {
    if (1900..=9999).contains(&day.year()) && (day.year(), day.month()) >= (1900, 3) {
        return Ok(());
    }
    let cell = sheet.address(at.0, at.1);
    Err(WorkbookError::DateOutOfRange { sheet: sheet.name.clone(), cell })
}

/// Holds the value given for a formula to what the formula gives.
fn formula(
    sheet: &Sheet,
    at: (u32, u16),
    formula: &Formula,
    given: Option<Number>,
) -> Result<(), WorkbookError> {
    let address = || sheet.address(at.0, at.1);
    if matches!(formula, Formula::Sum(areas) if areas.len() > MAX_AREAS) {
        return Err(WorkbookError::AreaOutside { sheet: sheet.name.clone(), cell: address() });
    }
    let found = arithmetic::value(sheet, at, formula)?;
    if found == given {
        return Ok(());
    }
    Err(WorkbookError::ValueDiffers { sheet: sheet.name.clone(), cell: address(), given, found })
}

fn text(sheet: &Sheet, text: &str, address: impl Fn() -> String) -> Result<(), WorkbookError> {
    // Bytes are never fewer than UTF-16 units, and counted already.
    if text.len() <= MAX_TEXT {
        return Ok(());
    }
    let length = length(text);
    if length <= MAX_TEXT {
        return Ok(());
    }
    Err(WorkbookError::TextTooLong { sheet: sheet.name.clone(), cell: address(), length })
}

/// Returns the length as the format counts it.
fn length(text: &str) -> usize {
    text.encode_utf16().count()
}
