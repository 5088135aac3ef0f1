//! One sheet: title, head, rows, notes.

use std::ops::Range;

use super::{Area, Cell, Formula, PrintSetup};
use crate::arithmetic;
use crate::error::WorkbookError;

/// A sheet. From the top: title, subtitles, head, rows, notes.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Sheet {
    /// Wanted name of the tab; see [`crate::Workbook::tab_names`] for what becomes of it.
    pub name: String,
    /// Title over the whole width, bold.
    pub title: Option<String>,
    /// Lines under the title, italic (period, unit of measure).
    pub subtitles: Vec<String>,
    /// The columns from left to right, at least one.
    pub columns: Vec<Column>,
    /// Rows of the head. Columns covered by a cell spanning from above are left out.
    pub head: Vec<Vec<HeadCell>>,
    /// The rows.
    pub rows: Vec<Row>,
    /// Lines under the last row.
    pub notes: Vec<String>,
    /// Columns that stay in sight when scrolling to the right. The head always stays.
    pub frozen_columns: u16,
    /// Printing.
    pub print: PrintSetup,
}

/// A column.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Column {
    /// Width in digits of the standard font.
    pub width: f64,
    /// What its cells are.
    pub kind: ColumnKind,
}

/// What the cells of a column are; decides alignment, and whether totals are made.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ColumnKind {
    /// Words: left, wrapped.
    #[default]
    Text,
    /// Ordinal numbers, codes, dates: centred.
    Centred,
    /// Counts, decimals, money: right; summed in totals.
    Amount,
    /// Shares and averages: right; never summed.
    Rate,
}

/// A cell of the head.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HeadCell {
    /// The text.
    pub text: String,
    /// Columns it covers, from 1.
    pub columns: u16,
    /// Rows it covers, from 1.
    pub rows: u16,
}

/// A row.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Row {
    /// What the row is for.
    pub role: RowRole,
    /// Cells from left to right; those left out are empty.
    pub cells: Vec<Cell>,
}

/// What a row is for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum RowRole {
    /// Ordinary.
    #[default]
    Body,
    /// Title of the rows that follow: bold.
    Group,
    /// Total: bold.
    Total,
}

impl Sheet {
    /// Makes a row of totals: `label` first, then the sum of every column of
    /// [`ColumnKind::Amount`] over `spans` of [`Sheet::rows`]; other columns stay empty.
    ///
    /// # Errors
    /// [`WorkbookError::MixedSum`], [`WorkbookError::AreaOutside`] and
    /// [`WorkbookError::NumberTooLong`], as in [`crate::write_xlsx`].
    pub fn total_row(&self, label: Vec<Cell>, spans: &[Range<u32>]) -> Result<Row, WorkbookError> {
        let at = u32::try_from(self.rows.len()).unwrap_or(u32::MAX);
        let mut cells = label;
        for (column, kind) in (0_u16..).zip(&self.columns).skip(cells.len()) {
            cells.push(match kind.kind {
                ColumnKind::Amount => self.total(at, column, spans)?,
                _ => Cell::Empty,
            });
        }
        Ok(Row { role: RowRole::Total, cells })
    }

    /// Makes the total of one column.
    fn total(&self, at: u32, column: u16, spans: &[Range<u32>]) -> Result<Cell, WorkbookError> {
        let areas: Vec<Area> =
            spans.iter().map(|rows| Area::column(column, rows.clone())).collect();
        let value = arithmetic::sum(self, (at, column), &areas)?;
        Ok(Cell::Formula { formula: Formula::Sum(areas), value })
    }

    /// Returns the address of a cell of [`Sheet::rows`] as the spreadsheet shows it, e.g. `C7`.
    #[must_use]
    pub fn address(&self, row: u32, column: u16) -> String {
        crate::address::cell(self.first_row().saturating_add(row), column)
    }

    /// Returns how many rows stand above [`Sheet::rows`].
    #[must_use]
    pub fn first_row(&self) -> u32 {
        self.head_row().saturating_add(u32::try_from(self.head.len()).unwrap_or(u32::MAX))
    }

    /// Returns how many rows stand above the head: title, subtitles and an empty row.
    #[must_use]
    pub fn head_row(&self) -> u32 {
        let lines = usize::from(self.title.is_some()) + self.subtitles.len();
        let gap = usize::from(lines > 0);
        u32::try_from(lines + gap).unwrap_or(u32::MAX)
    }

    /// Returns a cell of [`Sheet::rows`]; a cell left out is empty.
    pub(crate) fn cell(&self, row: u32, column: u16) -> &Cell {
        let row = usize::try_from(row).ok().and_then(|row| self.rows.get(row));
        row.and_then(|row| row.cells.get(usize::from(column))).unwrap_or(&Cell::Empty)
    }
}

impl Column {
    /// Makes a column.
    #[must_use]
    pub const fn new(width: f64, kind: ColumnKind) -> Self {
        Self { width, kind }
    }
}

impl HeadCell {
    /// Makes a cell over one column and one row.
    #[must_use]
    pub fn new(text: impl Into<String>) -> Self {
        Self { text: text.into(), columns: 1, rows: 1 }
    }

    /// Returns the cell over this many columns and rows.
    #[must_use]
    pub const fn over(mut self, columns: u16, rows: u16) -> Self {
        self.columns = columns;
        self.rows = rows;
        self
    }
}

impl Row {
    /// Makes an ordinary row.
    #[must_use]
    pub fn body(cells: Vec<Cell>) -> Self {
        Self { role: RowRole::Body, cells }
    }

    /// Makes the title of the rows that follow.
    #[must_use]
    pub fn group(cells: Vec<Cell>) -> Self {
        Self { role: RowRole::Group, cells }
    }
}
