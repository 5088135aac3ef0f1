//! Heights of rows, and the rows that have to be divided after all.
//!
//! A row is never cut by a page break unless it is taller than a page. Such a row becomes bands of
//! one line each, between which a page may end.

use super::cells::{CellText, SetCell};
use super::grid::NOBODY;

/// Lines of a divided row that stay together at either end of a page.
const MIN_LINES: usize = 2;
/// Space above every line of a divided row, as any of them may come to stand under a rule.
pub(super) const BAND_EDGE_PT: f32 = 1.0;

/// Set rows: the head of a table, or its rows.
pub(super) struct Band {
    /// Cells in reading order.
    pub cells: Vec<SetCell>,
    /// Height of every row.
    pub heights: Vec<f32>,
    /// Whether a page may end after a row, as far as divided rows are concerned.
    pub breakable: Vec<bool>,
    /// For every row of the input, the first of the rows it became.
    pub first: Vec<usize>,
}

/// What decides how tall rows are.
#[derive(Clone, Copy)]
pub(super) struct Limits {
    /// Space above and below the text of a cell.
    pub padding: f32,
    /// Height of a row without text.
    pub least: f32,
    /// Height of a page without the head of the table.
    pub page: f32,
}

impl Band {
    /// Finds the heights of rows and divides those taller than a page.
    pub(super) fn new(mut cells: Vec<SetCell>, rows: usize, limits: Limits) -> Self {
        let heights = heights(&cells, rows, limits);
        let mut band =
            Self { cells: Vec::new(), heights: Vec::new(), breakable: vec![], first: vec![] };
        for (row, height) in heights.iter().copied().enumerate() {
            band.first.push(band.heights.len());
            if height > limits.page {
                band.divide(&mut cells, row, limits);
            } else {
                band.heights.push(height);
                band.breakable.push(true);
            }
        }
        band.first.push(band.heights.len());
        for cell in &mut cells {
            let end = band.first[cell.row + cell.rows];
            cell.row = band.first[cell.row];
            cell.rows = end - cell.row;
        }
        band.cells = cells;
        band
    }

    /// Appends the bands of a row that is taller than a page.
    fn divide(&mut self, cells: &mut [SetCell], row: usize, limits: Limits) {
        let (mut pitch, mut count) = (0.0, 1);
        for cell in cells.iter_mut().filter(|cell| cell.row == row && counts(cell, limits)) {
            let text = std::mem::replace(&mut cell.text, CellText::Blank);
            let lines = text.into_lines(cell.height);
            pitch = lines.iter().map(|line| line.height).fold(pitch, f32::max);
            count = count.max(lines.len());
            cell.text = CellText::Lines(lines);
            cell.banded = true;
        }
        for done in 1..=count {
            let edge = if done == 1 { limits.padding } else { 0.0 };
            let end = if done == count { limits.padding } else { 0.0 };
            self.heights.push(pitch + BAND_EDGE_PT + edge + end);
            let inside = done >= MIN_LINES && count - done >= MIN_LINES;
            self.breakable.push(done == count || inside);
        }
    }

    /// Returns which cell owns every place, row by row.
    pub(super) fn owners(&self, columns: usize, offset: u32) -> Vec<u32> {
        let mut owners = vec![NOBODY; self.heights.len() * columns];
        for (cell, owner) in self.cells.iter().zip(offset..) {
            for row in cell.row..cell.row + cell.rows {
                let start = row * columns + cell.column;
                owners[start..start + cell.columns].fill(owner);
            }
        }
        owners
    }
}

/// Tells whether the text of a cell decides the height of its first row: cells of one row do, and
/// those too tall for any page, whose text would otherwise be lost.
fn counts(cell: &SetCell, limits: Limits) -> bool {
    cell.rows == 1 || cell.height + 2.0 * limits.padding > limits.page
}

/// Finds the height of every row; what a cell of several rows lacks is given to its last.
fn heights(cells: &[SetCell], rows: usize, limits: Limits) -> Vec<f32> {
    let mut heights = vec![limits.least; rows];
    for cell in cells.iter().filter(|cell| counts(cell, limits)) {
        heights[cell.row] = heights[cell.row].max(cell.height + 2.0 * limits.padding);
    }
    let mut tall: Vec<&SetCell> = cells.iter().filter(|cell| !counts(cell, limits)).collect();
    tall.sort_by_key(|cell| (cell.row + cell.rows, cell.column));
    for cell in tall {
        let end = cell.row + cell.rows;
        let missing =
            cell.height + 2.0 * limits.padding - heights[cell.row..end].iter().sum::<f32>();
        heights[end - 1] += missing.max(0.0);
    }
    heights
}
