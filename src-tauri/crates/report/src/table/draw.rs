//! The part of a table that stands on one page.

use std::ops::Range;

use super::SetTable;
use super::cells::{CellText, SetCell};
use super::lines::rules;
use super::rows::{BAND_EDGE_PT, Band};
use crate::document::{Frame, VerticalAlign};
use crate::page::Page;

/// Rounding slack in points.
const SLACK: f32 = 0.05;

/// Rows on a page and where their edges are.
struct Part {
    rows: Range<usize>,
    /// Edges of the rows from the top of the paper, one more than rows.
    ys: Vec<f32>,
}

impl SetTable {
    /// Draws the head and some rows; the corner of the text area and the upper edge are given.
    pub(crate) fn draw(&self, page: &mut Page, rows: Range<usize>, left: f32, top: f32) {
        let head = Part::new(&self.head, 0..self.head.heights.len(), top);
        let body = Part::new(&self.body, rows, top + self.head_height);
        let first = page.runs.len();
        for cell in &self.head.cells {
            self.draw_cell(page, &head, cell, left);
        }
        repeat(page, first..if body.rows.start > 0 { page.runs.len() } else { first });
        for cell in self.continued(body.rows.start) {
            let first = page.runs.len();
            self.draw_cell(page, &body, cell, left);
            repeat(page, first..if cell.banded { first } else { page.runs.len() });
        }
        for cell in &self.body.cells[self.row_cells[body.rows.start]..self.row_cells[body.rows.end]]
        {
            self.draw_cell(page, &body, cell, left);
        }
        if self.frame == Frame::Grid {
            self.draw_lines(page, &head, &body, left);
        }
    }

    /// Returns the cells that begin above a row and reach into it.
    fn continued(&self, row: usize) -> impl Iterator<Item = &SetCell> {
        let cells = self.spanning.iter().map(|&at| &self.body.cells[at]);
        cells.filter(move |cell| cell.row < row && cell.row + cell.rows > row)
    }

    /// Draws what a cell shows on this page.
    fn draw_cell(&self, page: &mut Page, part: &Part, cell: &SetCell, left: f32) {
        let x = left + self.edges[cell.column] + self.side_padding;
        if cell.banded {
            self.draw_bands(page, part, cell, x);
            return;
        }
        let (top, bottom) = part.span(cell);
        let free = bottom - top - cell.height - 2.0 * self.upper_padding;
        // The text is on an earlier page already and does not fit here again.
        if cell.row < part.rows.start && free < -SLACK {
            return;
        }
        let down = match cell.vertical {
            VerticalAlign::Top => 0.0,
            VerticalAlign::Middle => free.max(0.0) / 2.0,
        };
        cell.text.draw(page, x, top + self.upper_padding + down);
    }

    /// Draws the lines of a divided cell that belong to this page.
    fn draw_bands(&self, page: &mut Page, part: &Part, cell: &SetCell, x: f32) {
        let CellText::Lines(lines) = &cell.text else { return };
        for index in 0..lines.len() {
            let row = cell.row + index;
            if part.rows.contains(&row) {
                let edge = if index == 0 { self.upper_padding } else { 0.0 };
                let top = part.ys[row - part.rows.start];
                cell.text.draw_line(page, index, x, top + edge + BAND_EDGE_PT);
            }
        }
    }

    /// Rules the head and the rows as one grid.
    fn draw_lines(&self, page: &mut Page, head: &Part, body: &Part, left: f32) {
        let columns = self.edges.len() - 1;
        let head_rows = self.head_owners.chunks_exact(columns.max(1));
        let body_rows = self.body_owners.chunks_exact(columns.max(1));
        let body_rows = body_rows.skip(body.rows.start).take(body.rows.len());
        let owners: Vec<&[u32]> = head_rows.chain(body_rows).collect();
        let xs: Vec<f32> = self.edges.iter().map(|edge| left + edge).collect();
        let ys: Vec<f32> = head.ys[..head.rows.len()].iter().chain(&body.ys).copied().collect();
        page.rules.extend(rules(&owners, &xs, &ys));
    }
}

/// Marks runs as said on an earlier page already.
fn repeat(page: &mut Page, runs: Range<usize>) {
    page.runs[runs].iter_mut().for_each(|run| run.repeated = true);
}

impl Part {
    /// Finds the edges of the rows of a page.
    fn new(band: &Band, rows: Range<usize>, top: f32) -> Self {
        let mut ys = vec![top];
        ys.extend(band.heights[rows.clone()].iter().scan(top, |y, height| {
            *y += height;
            Some(*y)
        }));
        Self { rows, ys }
    }

    /// Returns the upper and lower edge of the part of a cell on this page.
    fn span(&self, cell: &SetCell) -> (f32, f32) {
        let first = cell.row.max(self.rows.start) - self.rows.start;
        let end = (cell.row + cell.rows).min(self.rows.end) - self.rows.start;
        (self.ys[first], self.ys[end])
    }
}
