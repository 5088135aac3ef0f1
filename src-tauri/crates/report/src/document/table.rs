//! Tables: annexes with lines, and what stands side by side without lines.

use super::text::{Paragraph, Style};
use crate::stylesheet::Align;

/// A table. Rows are never cut by a page break; the head is repeated on every page.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Table {
    /// The columns from left to right.
    pub columns: Vec<Column>,
    /// Rows repeated at the top of every page.
    pub head: Vec<Row>,
    /// The rows.
    pub rows: Vec<Row>,
    /// Which lines are drawn.
    pub frame: Frame,
    /// How large the text of cells is.
    pub density: Density,
    /// Notes printed under the last row, never alone on a page.
    pub notes: Vec<Paragraph>,
    /// Never parted by a page break, nor from the block before it (signatures).
    pub whole: bool,
}

/// A column: how wide, and how its cells stand.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Column {
    /// Width.
    pub width: Width,
    /// Placement of the lines of its cells. Paragraphs of other styles than [`Style::TableCell`]
    /// keep their own.
    pub align: Align,
}

/// Width of a column.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Width {
    /// Room for this many digits.
    Digits(u8),
    /// As wide as its content, wrapped when the page is too narrow.
    Content,
    /// A share of what the other columns leave.
    Share(f32),
}

/// Which lines of a table are drawn.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Frame {
    /// Every line.
    #[default]
    Grid,
    /// None: things that stand side by side.
    None,
}

/// Size of the text in cells.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Density {
    /// The size of the paragraph's own style.
    #[default]
    Own,
    /// 12 points.
    Normal,
    /// 10,5 points.
    Small,
    /// 9 points: many columns.
    Fine,
}

/// A row.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Row {
    /// Cells from left to right. Columns covered by a cell spanning from above are left out.
    pub cells: Vec<Cell>,
    /// What the row is for.
    pub role: RowRole,
}

/// What a row is for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum RowRole {
    /// Ordinary.
    #[default]
    Body,
    /// Title of the rows that follow: bold, kept with the next row.
    Group,
    /// Total of the rows above: bold, kept with the row before.
    Total,
}

/// A cell.
#[derive(Clone, Debug, PartialEq)]
pub struct Cell {
    /// Its paragraphs from top to bottom.
    pub paragraphs: Vec<Paragraph>,
    /// Columns it covers, from 1.
    pub columns: usize,
    /// Rows it covers, from 1. After a page break the text is repeated in what is left of it.
    pub rows: usize,
    /// Where its text stands when the row is taller.
    pub vertical: VerticalAlign,
}

/// Vertical placement in a cell.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum VerticalAlign {
    /// At the top.
    #[default]
    Top,
    /// In the middle.
    Middle,
}

impl Table {
    /// Visits every paragraph in reading order; the head once.
    pub fn paragraphs(&self) -> impl Iterator<Item = &Paragraph> {
        let rows = self.head.iter().chain(&self.rows);
        rows.flat_map(|row| &row.cells).flat_map(|cell| &cell.paragraphs).chain(&self.notes)
    }
}

impl Column {
    /// Makes a column.
    #[must_use]
    pub const fn new(width: Width, align: Align) -> Self {
        Self { width, align }
    }
}

impl Row {
    /// Makes an ordinary row.
    #[must_use]
    pub const fn new(cells: Vec<Cell>) -> Self {
        Self { cells, role: RowRole::Body }
    }

    /// Returns the row with another role.
    #[must_use]
    pub const fn with_role(mut self, role: RowRole) -> Self {
        self.role = role;
        self
    }
}

impl Cell {
    /// Makes a cell of the given paragraphs.
    #[must_use]
    pub const fn new(paragraphs: Vec<Paragraph>) -> Self {
        Self { paragraphs, columns: 1, rows: 1, vertical: VerticalAlign::Top }
    }

    /// Makes an ordinary cell of one plain text.
    #[must_use]
    pub fn plain(text: impl Into<String>) -> Self {
        Self::new(vec![Paragraph::plain(Style::TableCell, text)])
    }

    /// Makes a heading cell, centred both ways.
    #[must_use]
    pub fn head(text: impl Into<String>) -> Self {
        let cell = Self::new(vec![Paragraph::plain(Style::TableHead, text)]);
        Self { vertical: VerticalAlign::Middle, ..cell }
    }

    /// Returns the cell covering several columns and rows.
    #[must_use]
    pub const fn spanning(mut self, columns: usize, rows: usize) -> Self {
        (self.columns, self.rows) = (columns, rows);
        self
    }
}
