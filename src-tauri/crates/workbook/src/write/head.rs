//! Title, lines under it and the head of the table.

use rust_xlsxwriter::{Format, Worksheet};

use super::look::Looks;
use super::room::{LINE, wrapped};
use crate::error::WorkbookError;
use crate::model::{HeadCell, Sheet};

/// Writes the title and the lines under it over the whole width.
pub(super) fn lines(
    page: &mut Worksheet,
    sheet: &Sheet,
    looks: &Looks,
) -> Result<(), WorkbookError> {
    let title = sheet.title.iter().map(|line| (line, &looks.title, 1.25));
    let others = sheet.subtitles.iter().map(|line| (line, &looks.subtitle, 1.0));
    let last = last_column(sheet);
    let room: f64 = sheet.columns.iter().map(|column| column.width).sum();
    for (row, (line, look, scale)) in (0..).zip(title.chain(others)) {
        over(page, (row, 0), (row, last), line, look)?;
        page.set_row_height(row, LINE * scale * wrapped(line, room / scale))?;
    }
    Ok(())
}

/// Writes the head, cells spanning columns and rows as in the model.
pub(super) fn head(
    page: &mut Worksheet,
    sheet: &Sheet,
    looks: &Looks,
) -> Result<(), WorkbookError> {
    let mut free = vec![vec![true; sheet.columns.len()]; sheet.head.len()];
    let mut heights = vec![1.0_f64; sheet.head.len()];
    for (row, cells) in sheet.head.iter().enumerate() {
        for cell in cells {
            let column = take(&mut free, row, cell)
                .ok_or_else(|| WorkbookError::Head { sheet: sheet.name.clone(), row })?;
            heights[row] = heights[row].max(lines_of(sheet, column, cell));
            let first = sheet.head_row() + u32::try_from(row).unwrap_or_default();
            let last = first + u32::from(cell.rows) - 1;
            let right = index(column) + cell.columns - 1;
            over(page, (first, index(column)), (last, right), &cell.text, &looks.head)?;
        }
    }
    for (row, height) in (sheet.head_row()..).zip(heights) {
        page.set_row_height(row, LINE * height + 3.0)?;
    }
    blanks(page, sheet, &free, &looks.head)
}

/// Finds the first free column of a row and marks what the cell covers; `None` when it does not fit.
fn take(free: &mut [Vec<bool>], row: usize, cell: &HeadCell) -> Option<usize> {
    let column = free[row].iter().position(|&free| free)?;
    let columns = column..column + usize::from(cell.columns);
    let covered = free.get_mut(row..row + usize::from(cell.rows))?;
    if covered.is_empty() || columns.is_empty() {
        return None;
    }
    for line in covered {
        let slots = line.get_mut(columns.clone())?;
        if !slots.iter().all(|&free| free) {
            return None;
        }
        slots.fill(false);
    }
    Some(column)
}

/// Draws the box of every place of the head no cell covers.
fn blanks(
    page: &mut Worksheet,
    sheet: &Sheet,
    free: &[Vec<bool>],
    look: &Format,
) -> Result<(), WorkbookError> {
    for (row, line) in (sheet.head_row()..).zip(free) {
        for (column, _) in line.iter().enumerate().filter(|&(_, &free)| free) {
            page.write_blank(row, index(column), look)?;
        }
    }
    Ok(())
}

/// Estimates how many lines a cell takes in each of the rows it covers.
fn lines_of(sheet: &Sheet, column: usize, cell: &HeadCell) -> f64 {
    let covered = &sheet.columns[column..column + usize::from(cell.columns)];
    let room: f64 = covered.iter().map(|column| column.width).sum();
    (wrapped(&cell.text, room) / f64::from(cell.rows)).ceil()
}

/// Writes a text over an area, merged when it is more than one cell.
fn over(
    page: &mut Worksheet,
    first: (u32, u16),
    last: (u32, u16),
    text: &str,
    look: &Format,
) -> Result<(), WorkbookError> {
    if first == last {
        page.write_string_with_format(first.0, first.1, text, look)?;
    } else {
        page.merge_range(first.0, first.1, last.0, last.1, text, look)?;
    }
    Ok(())
}

fn last_column(sheet: &Sheet) -> u16 {
    index(sheet.columns.len().saturating_sub(1))
}

/// The number of columns has been checked: every one has an index.
fn index(column: usize) -> u16 {
    u16::try_from(column).unwrap_or_default()
}
