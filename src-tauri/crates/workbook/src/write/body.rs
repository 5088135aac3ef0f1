//! Rows and notes.

use chrono::{Datelike, NaiveDate};
use rust_xlsxwriter::{ExcelDateTime, Format, Worksheet, XlsxError};

use super::formula;
use super::look::Looks;
use super::room;
use crate::model::{Cell, Number, Row, Sheet};

/// Writes the rows, every cell boxed.
pub(super) fn rows(page: &mut Worksheet, sheet: &Sheet, looks: &Looks) -> Result<(), XlsxError> {
    (0..).zip(&sheet.rows).try_for_each(|(at, row)| self::row(page, sheet, at, row, looks))
}

fn row(
    page: &mut Worksheet,
    sheet: &Sheet,
    at: u32,
    row: &Row,
    looks: &Looks,
) -> Result<(), XlsxError> {
    let line = sheet.first_row() + at;
    page.set_row_height(line, room::height(sheet, row))?;
    let cells = row.cells.iter().chain(std::iter::repeat(&Cell::Empty));
    for ((index, column), cell) in (0..).zip(&sheet.columns).zip(cells) {
        let look = looks.cell(row.role, column.kind, cell);
        match cell {
            Cell::Empty => page.write_blank(line, index, look)?,
            Cell::Text(text) => page.write_string_with_format(line, index, text, look)?,
            Cell::Number(number) => {
                page.write_number_with_format(line, index, shown(*number), look)?
            }
            Cell::Date(day) => page.write_datetime_with_format(line, index, date(*day)?, look)?,
            Cell::Formula { formula, value } => {
                let text = formula::text(sheet, at, formula, value.is_some());
                formula_cell(page, (line, index), &text, *value, look)?
            }
        };
    }
    Ok(())
}

/// Writes a formula with its value.
fn formula_cell<'a>(
    page: &'a mut Worksheet,
    (row, column): (u32, u16),
    text: &str,
    value: Option<Number>,
    look: &Format,
) -> Result<&'a mut Worksheet, XlsxError> {
    let result = value.map_or_else(String::new, |number| shown(number).to_string());
    let formula = rust_xlsxwriter::Formula::new(text).set_result(result);
    page.write_formula_with_format(row, column, formula, look)
}

/// Writes the lines under the table.
pub(super) fn notes(page: &mut Worksheet, sheet: &Sheet, looks: &Looks) -> Result<(), XlsxError> {
    let below = sheet.first_row() + u32::try_from(sheet.rows.len()).unwrap_or(u32::MAX);
    for (row, note) in (below..).zip(&sheet.notes) {
        page.write_string_with_format(row, 0, note, &looks.note)?;
    }
    Ok(())
}

/// Returns the number as the file keeps it. At most 15 digits, so the nearest binary number prints
/// back as the same decimal.
fn shown(number: Number) -> f64 {
    #[expect(clippy::cast_precision_loss, reason = "at most 15 digits, checked before writing")]
    let units = number.units() as f64;
    match number {
        Number::Count(_) | Number::Money(_) => units,
        Number::Decimal(_) => units / 1_000.0,
        Number::Percent(_) => units / 100_000.0,
    }
}

fn date(day: NaiveDate) -> Result<ExcelDateTime, XlsxError> {
    ExcelDateTime::from_ymd(
        u16::try_from(day.year()).unwrap_or_default(),
        u8::try_from(day.month()).unwrap_or_default(),
        u8::try_from(day.day()).unwrap_or_default(),
    )
}
