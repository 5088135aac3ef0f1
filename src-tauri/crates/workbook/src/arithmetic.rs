//! What formulas give, calculated exactly, as the spreadsheet will calculate it.

use crate::error::WorkbookError;
use crate::model::{Area, Cell, Formula, Number, Sheet};

/// Spreadsheets keep 15 digits of a number.
pub(crate) const LARGEST: i64 = 999_999_999_999_999;

/// A cell of the rows: row and column from 0.
type Place = (u32, u16);

/// Calculates the formula that stands at a place.
pub(crate) fn value(
    sheet: &Sheet,
    at: Place,
    formula: &Formula,
) -> Result<Option<Number>, WorkbookError> {
    match formula {
        Formula::Sum(areas) => sum(sheet, at, areas),
        Formula::Difference { from, less } => Ok(pair(sheet, at, *from, *less)?
            .map(|(from, less)| from.same_kind(from.units().saturating_sub(less.units())))),
        Formula::Share { part, whole, places } => {
            let numbers = pair(sheet, at, *part, *whole)?;
            numbers.map_or(Ok(None), |(part, whole)| {
                ratio(sheet, at, part.units().into(), whole.units(), *places)
            })
        }
        Formula::Change { new, old, places } => {
            let numbers = pair(sheet, at, *new, *old)?;
            numbers.map_or(Ok(None), |(new, old)| {
                let more = i128::from(new.units()) - i128::from(old.units());
                ratio(sheet, at, more, old.units(), *places)
            })
        }
    }
}

/// Adds the numbers of areas; `None` when there is none.
pub(crate) fn sum(
    sheet: &Sheet,
    at: Place,
    areas: &[Area],
) -> Result<Option<Number>, WorkbookError> {
    if areas.is_empty() {
        return Err(outside(sheet, at));
    }
    let mut total: Option<(Number, i128)> = None;
    for area in areas {
        within(sheet, at, area)?;
        for row in area.rows.clone() {
            for column in area.columns.clone() {
                add(&mut total, sheet, at, (row, column))?;
            }
        }
    }
    total.map(|(kind, units)| fits(sheet, at, kind, units)).transpose()
}

/// Adds one cell; text and empty cells do not count.
fn add(
    total: &mut Option<(Number, i128)>,
    sheet: &Sheet,
    at: Place,
    cell: Place,
) -> Result<(), WorkbookError> {
    let cell = sheet.cell(cell.0, cell.1);
    if matches!(cell, Cell::Date(_)) {
        return Err(mixed(sheet, at));
    }
    let Some(number) = cell.number() else { return Ok(()) };
    match total {
        Some((kind, _)) if !kind.adds_to(number) => return Err(mixed(sheet, at)),
        Some((_, units)) => *units += i128::from(number.units()),
        None => *total = Some((number, number.units().into())),
    }
    Ok(())
}

/// Returns two numbers of the row, which must be of one kind.
fn pair(
    sheet: &Sheet,
    at: Place,
    first: u16,
    second: u16,
) -> Result<Option<(Number, Number)>, WorkbookError> {
    for column in [first, second] {
        within(sheet, at, &Area::row(at.0, column..column.saturating_add(1)))?;
        if matches!(sheet.cell(at.0, column), Cell::Date(_)) {
            return Err(mixed(sheet, at));
        }
    }
    let numbers = sheet.cell(at.0, first).number().zip(sheet.cell(at.0, second).number());
    match numbers {
        Some((first, second)) if !first.adds_to(second) => Err(mixed(sheet, at)),
        numbers => Ok(numbers),
    }
}

/// Calculates a percentage, rounded half away from zero.
fn ratio(
    sheet: &Sheet,
    at: Place,
    part: i128,
    whole: i64,
    places: u8,
) -> Result<Option<Number>, WorkbookError> {
    if whole <= 0 {
        return Ok(None);
    }
    let places = u32::from(places.min(3));
    let (steps, whole) = (part * 100 * 10_i128.pow(places), i128::from(whole));
    let rounded = (2 * steps.abs() + whole) / (2 * whole) * steps.signum();
    let thousandths = rounded * 10_i128.pow(3 - places);
    fits(sheet, at, Number::Percent(0), thousandths).map(Some)
}

fn fits(sheet: &Sheet, at: Place, kind: Number, units: i128) -> Result<Number, WorkbookError> {
    let units =
        i64::try_from(units).ok().filter(|units| units.unsigned_abs() <= LARGEST.unsigned_abs());
    units.map(|units| kind.same_kind(units)).ok_or_else(|| WorkbookError::NumberTooLong {
        sheet: sheet.name.clone(),
        cell: sheet.address(at.0, at.1),
    })
}

/// Holds an area to cells that are there, other than the formula's own. The row of the formula may
/// be the next one to come.
fn within(sheet: &Sheet, at: Place, area: &Area) -> Result<(), WorkbookError> {
    let rows = u32::try_from(sheet.rows.len()).unwrap_or(u32::MAX).max(at.0.saturating_add(1));
    let columns = u16::try_from(sheet.columns.len()).unwrap_or(u16::MAX);
    let inside = !area.rows.is_empty()
        && !area.columns.is_empty()
        && area.rows.end <= rows
        && area.columns.end <= columns;
    let itself = area.rows.contains(&at.0) && area.columns.contains(&at.1);
    if inside && !itself { Ok(()) } else { Err(outside(sheet, at)) }
}

fn outside(sheet: &Sheet, at: Place) -> WorkbookError {
    let cell = sheet.address(at.0, at.1);
    WorkbookError::AreaOutside { sheet: sheet.name.clone(), cell }
}

fn mixed(sheet: &Sheet, at: Place) -> WorkbookError {
    let cell = sheet.address(at.0, at.1);
    WorkbookError::MixedSum { sheet: sheet.name.clone(), cell }
}
