//! Formulas by what they mean.
//!
//! There is no formula of free text: nothing typed by a user or read from a file can become one.
//! Rows and columns count from 0 in [`super::Sheet::rows`]; the writer knows where the head ends.

use std::ops::Range;

/// What is calculated.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Formula {
    /// The sum of the numbers in these areas; nothing when there is no number in them.
    Sum(Vec<Area>),
    /// One cell of the same row less another.
    Difference {
        /// Column of the minuend.
        from: u16,
        /// Column of what is taken away.
        less: u16,
    },
    /// One cell of the same row in percent of another, rounded half away from zero; nothing when
    /// either is missing or the whole is not above zero.
    Share {
        /// Column of the part.
        part: u16,
        /// Column of the whole.
        whole: u16,
        /// Decimals of the percentage, 0 to 3.
        places: u8,
    },
    /// How many percent one cell of the same row lies above another, rounded likewise.
    Change {
        /// Column of the later value.
        new: u16,
        /// Column of the earlier value.
        old: u16,
        /// Decimals of the percentage, 0 to 3.
        places: u8,
    },
}

/// A rectangle of cells of the same sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Area {
    /// Rows, at least one.
    pub rows: Range<u32>,
    /// Columns, at least one.
    pub columns: Range<u16>,
}

impl Area {
    /// Makes an area of one column.
    #[must_use]
    pub const fn column(column: u16, rows: Range<u32>) -> Self {
        Self { rows, columns: column..column.saturating_add(1) }
    }

    /// Makes an area of one row.
    #[must_use]
    pub const fn row(row: u32, columns: Range<u16>) -> Self {
        Self { rows: row..row.saturating_add(1), columns }
    }
}
