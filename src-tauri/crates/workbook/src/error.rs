//! The one error type of the crate. Variants carry data; sentences are made elsewhere.

use crate::model::Number;

/// Everything that can be wrong with a workbook. `sheet` is the wanted name of the tab, `cell` an
/// address as the spreadsheet shows it.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum WorkbookError {
    /// There is no sheet.
    #[error("a workbook needs a sheet")]
    NoSheet,
    /// A sheet has no column, or more than the format allows (16,384).
    #[error("sheet {sheet}: {columns} columns")]
    Columns {
        /// The sheet.
        sheet: String,
        /// How many it has.
        columns: usize,
    },
    /// A sheet has more rows than the format allows (1,048,576).
    #[error("sheet {sheet}: {rows} rows")]
    TooManyRows {
        /// The sheet.
        sheet: String,
        /// How many it has, head and notes included.
        rows: usize,
    },
    /// A row has more cells than the sheet has columns.
    #[error("sheet {sheet}, row {row}: {cells} cells")]
    RowTooWide {
        /// The sheet.
        sheet: String,
        /// The row, from 1, as the spreadsheet counts.
        row: u32,
        /// How many cells it has.
        cells: usize,
    },
    /// A column has a width that is no number from 0 to 255.
    #[error("sheet {sheet}, column {column}: bad width")]
    ColumnWidth {
        /// The sheet.
        sheet: String,
        /// The column, from 0.
        column: usize,
    },
    /// Cells of the head overlap, stand outside the columns or cover nothing.
    #[error("sheet {sheet}: head row {row} does not fit")]
    Head {
        /// The sheet.
        sheet: String,
        /// The row of the head, from 0.
        row: usize,
    },
    /// A text is longer than a cell can hold (32,767 characters).
    #[error("sheet {sheet}, cell {cell}: {length} characters")]
    TextTooLong {
        /// The sheet.
        sheet: String,
        /// The cell.
        cell: String,
        /// Length in UTF-16 units, as the format counts.
        length: usize,
    },
    /// The texts in the margins are longer than the format allows (255 characters).
    #[error("sheet {sheet}: footer of {length} characters")]
    FooterTooLong {
        /// The sheet.
        sheet: String,
        /// Length in UTF-16 units.
        length: usize,
    },
    /// A property is longer than the format allows (255 characters).
    #[error("property {name} of {length} characters")]
    PropertyTooLong {
        /// Name of the property.
        name: String,
        /// Length in UTF-16 units.
        length: usize,
    },
    /// A number has more than 15 digits; spreadsheets would round it.
    #[error("sheet {sheet}, cell {cell}: number of more than 15 digits")]
    NumberTooLong {
        /// The sheet.
        sheet: String,
        /// The cell.
        cell: String,
    },
    /// A day before 01/03/1900 or after the year 9999.
    #[error("sheet {sheet}, cell {cell}: date out of range")]
    DateOutOfRange {
        /// The sheet.
        sheet: String,
        /// The cell.
        cell: String,
    },
    /// A formula names no area, cells outside the rows, or itself.
    #[error("sheet {sheet}, cell {cell}: formula over cells that are not there")]
    AreaOutside {
        /// The sheet.
        sheet: String,
        /// The cell of the formula.
        cell: String,
    },
    /// A formula adds or compares numbers of different kinds.
    #[error("sheet {sheet}, cell {cell}: formula over numbers of different kinds")]
    MixedSum {
        /// The sheet.
        sheet: String,
        /// The cell of the formula.
        cell: String,
    },
    /// The value given for a formula is not what the formula gives: recalculating the sheet would
    /// change a printed figure. A figure that is not the sum of its parts is written as a number.
    #[error("sheet {sheet}, cell {cell}: {given:?} given, {found:?} calculated")]
    ValueDiffers {
        /// The sheet.
        sheet: String,
        /// The cell of the formula.
        cell: String,
        /// The value given.
        given: Option<Number>,
        /// The value calculated.
        found: Option<Number>,
    },
    /// The library refused the workbook.
    #[error("XLSX could not be written: {reason}")]
    Xlsx {
        /// The library's words, for the log.
        reason: String,
    },
}
