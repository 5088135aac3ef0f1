//! Cells to places: which columns and rows every cell covers.
//!
//! Owns the reading of spans. A table that does not add up is set as well as it can be: a cell too
//! many opens a further column, a span ends where the table or the next cell from above begins.

use crate::document::{Cell, Row, RowRole};

/// Owner of a place without a cell.
pub(crate) const NOBODY: u32 = u32::MAX;

/// A cell and what it covers.
#[derive(Clone, Copy)]
pub(crate) struct Place<'t> {
    /// The cell.
    pub cell: &'t Cell,
    /// What its row is for.
    pub role: RowRole,
    /// First row.
    pub row: usize,
    /// Number of rows.
    pub rows: usize,
    /// First column.
    pub column: usize,
    /// Number of columns.
    pub columns: usize,
}

/// All cells of the head, or of the rows, in reading order.
pub(crate) struct Grid<'t> {
    /// The cells, row by row.
    pub places: Vec<Place<'t>>,
    /// Number of rows.
    pub rows: usize,
    /// Number of columns; at least those declared.
    pub columns: usize,
}

impl<'t> Grid<'t> {
    /// Finds the place of every cell.
    pub(crate) fn new(rows: &[&'t Row], declared: usize) -> Self {
        let mut places = Vec::with_capacity(rows.len() * declared);
        // Rows for which a column is still covered from above.
        let mut covered = vec![0_usize; declared];
        for (index, row) in rows.iter().enumerate() {
            let mut column = 0;
            let mut next = vec![0_usize; 0];
            for cell in &row.cells {
                while covered.get(column).is_some_and(|&left| left > 0) {
                    column += 1;
                }
                if column >= covered.len() {
                    covered.push(0);
                }
                let free = covered[column..].iter().take_while(|&&left| left == 0).count();
                let columns = cell.columns.clamp(1, free);
                let rows = cell.rows.clamp(1, rows.len() - index);
                places.push(Place { cell, role: row.role, row: index, rows, column, columns });
                next.resize(covered.len(), 0);
                next[column..column + columns].fill(rows);
                column += columns;
            }
            next.resize(covered.len(), 0);
            for (left, new) in covered.iter_mut().zip(next) {
                *left = (*left).max(new).saturating_sub(1);
            }
        }
        Self { places, rows: rows.len(), columns: covered.len() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn places(rows: &[Row], declared: usize) -> Vec<(usize, usize, usize, usize)> {
        let rows: Vec<&Row> = rows.iter().collect();
        let grid = Grid::new(&rows, declared);
        grid.places.iter().map(|it| (it.row, it.column, it.rows, it.columns)).collect()
    }

    fn cell(columns: usize, rows: usize) -> Cell {
        Cell::plain("x").spanning(columns, rows)
    }

    #[test]
    fn columns_covered_from_above_are_left_out() {
        let head = [
            Row::new(vec![cell(1, 2), cell(2, 1), cell(1, 2)]),
            Row::new(vec![cell(1, 1), cell(1, 1)]),
        ];
        let expected = [(0, 0, 2, 1), (0, 1, 1, 2), (0, 3, 2, 1), (1, 1, 1, 1), (1, 2, 1, 1)];
        assert_eq!(places(&head, 4), expected);
    }

    #[test]
    fn spans_end_with_the_table() {
        let rows = [Row::new(vec![cell(9, 9)]), Row::new(vec![])];
        assert_eq!(places(&rows, 3), [(0, 0, 2, 3)]);
        assert_eq!(places(&[Row::new(vec![cell(0, 0)])], 1), [(0, 0, 1, 1)]);
    }

    #[test]
    fn a_cell_too_many_opens_a_column() {
        let rows = [Row::new(vec![cell(1, 1), cell(1, 1), cell(2, 1)])];
        assert_eq!(places(&rows, 1), [(0, 0, 1, 1), (0, 1, 1, 1), (0, 2, 1, 1)]);
    }

    #[test]
    fn a_wide_cell_does_not_cover_what_comes_from_above() {
        let rows = [Row::new(vec![cell(1, 1), cell(1, 2)]), Row::new(vec![cell(2, 1), cell(1, 1)])];
        assert_eq!(places(&rows, 3)[2..], [(1, 0, 1, 1), (1, 2, 1, 1)]);
    }
}
