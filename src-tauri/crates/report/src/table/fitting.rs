//! What the pages decide about a table, for a writer whose reader sets the text itself.
//!
//! Word gets the widths, sizes and turned heads of the printed pages, so both files look the same.

use super::cells::{CellText, set_cell};
use super::columns::column;
use super::grid::{Grid, Place};
use super::lines::THICKNESS_PT;
use super::look::Look;
use super::{Room, edges, fitted};
use crate::document::{Cell, Frame, Paragraph, Row, RowRole, Table};
use crate::error::ReportError;
use crate::shape::Shaper;
use crate::stylesheet::{Align, StyleRule};

/// A table measured for a paper.
pub(crate) struct Fitting<'t> {
    /// Widths of the columns in points, padding included.
    pub widths: Vec<f32>,
    /// Distance from the left margin.
    pub left: f32,
    /// Rows of the head.
    pub head: Vec<FittedRow<'t>>,
    /// The other rows.
    pub rows: Vec<FittedRow<'t>>,
    table: &'t Table,
    look: Look<'t>,
}

/// A row, every place of it accounted for.
pub(crate) struct FittedRow<'t> {
    /// What the row is for.
    pub role: RowRole,
    /// Places from left to right.
    pub slots: Vec<Slot<'t>>,
}

/// One place of a row.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Slot<'t> {
    /// A cell that begins here.
    Begins {
        /// The cell.
        cell: &'t Cell,
        /// Columns it covers.
        columns: usize,
        /// Rows it covers.
        rows: usize,
        /// Height of text that reads from bottom to top.
        turned: Option<f32>,
    },
    /// What is left of a cell from above.
    Continues {
        /// Columns it covers.
        columns: usize,
    },
    /// One column without a cell.
    Empty,
}

impl<'t> Fitting<'t> {
    /// Measures a table.
    pub(crate) fn new(
        shaper: &mut Shaper<'_>,
        room: Room<'t>,
        table: &'t Table,
    ) -> Result<Self, ReportError> {
        let (head, rows): (Vec<&Row>, Vec<&Row>) =
            (table.head.iter().collect(), table.rows.iter().collect());
        let declared = table.columns.len();
        let (head_grid, row_grid) = (Grid::new(&head, declared), Grid::new(&rows, declared));
        let (look, widths) = fitted(shaper, room, table, (&head_grid, &row_grid))?;
        let left = edges(&widths, room, &look).first().copied().unwrap_or_default();
        let mut fitting = Self { widths, left, head: Vec::new(), rows: Vec::new(), table, look };
        fitting.head = fitting.spread(&head, &head_grid, |place| fitting.turned(shaper, place))?;
        fitting.rows = fitting.spread(&rows, &row_grid, |_| Ok(None))?;
        Ok(fitting)
    }

    /// Returns the rule of a paragraph in a column.
    pub(crate) fn rule(&self, text: &Paragraph, column: usize, role: RowRole) -> StyleRule {
        self.look.rule(text, self.align(column), role)
    }

    /// Returns the placement of the cells of a column.
    pub(crate) fn align(&self, index: usize) -> Align {
        column(&self.table.columns, index).align
    }

    /// Space left and right of the text in a cell.
    pub(crate) fn side_padding(&self) -> f32 {
        self.look.side_padding()
    }

    /// Space above and below the text in a cell.
    pub(crate) fn upper_padding(&self) -> f32 {
        self.look.upper_padding()
    }

    /// Thickness of the lines of the table.
    pub(crate) fn line(&self) -> f32 {
        match self.table.frame {
            Frame::Grid => THICKNESS_PT,
            Frame::None => 0.0,
        }
    }

    /// Returns the height of a cell of the head whose text is turned.
    fn turned(
        &self,
        shaper: &mut Shaper<'_>,
        place: &Place<'_>,
    ) -> Result<Option<f32>, ReportError> {
        if !self.look.turned() {
            return Ok(None);
        }
        let covered = &self.widths[place.column..place.column + place.columns];
        let inner = (covered.iter().sum::<f32>() - 2.0 * self.side_padding()).max(0.0);
        let set = set_cell(shaper, &self.look, &self.table.columns, place, (inner, true))?;
        let CellText::Lines(lines) = &set.text else { return Ok(None) };
        let turned = lines.iter().flat_map(|line| &line.fragment.runs).any(|run| run.turned);
        Ok(turned.then_some(set.height + 2.0 * self.upper_padding()))
    }

    /// Accounts for every place of the rows of a grid.
    fn spread(
        &self,
        rows: &[&Row],
        grid: &Grid<'t>,
        mut turned: impl FnMut(&Place<'t>) -> Result<Option<f32>, ReportError>,
    ) -> Result<Vec<FittedRow<'t>>, ReportError> {
        let columns = self.widths.len();
        let mut owners: Vec<Vec<Option<Slot<'t>>>> = vec![vec![None; columns]; grid.rows];
        for place in &grid.places {
            let (wide, tall) = (place.columns, place.rows);
            let continued = Slot::Continues { columns: wide };
            for row in &mut owners[place.row..place.row + tall] {
                row[place.column] = Some(continued);
            }
            let turned = turned(place)?;
            owners[place.row][place.column] =
                Some(Slot::Begins { cell: place.cell, columns: wide, rows: tall, turned });
        }
        let spread = rows.iter().zip(owners).map(|(row, owners)| {
            let mut slots = Vec::with_capacity(columns);
            let mut at = 0;
            while at < columns {
                let slot = owners[at].unwrap_or(Slot::Empty);
                at += slot.columns();
                slots.push(slot);
            }
            FittedRow { role: row.role, slots }
        });
        Ok(spread.collect())
    }
}

impl Slot<'_> {
    /// Columns the place covers.
    pub(crate) fn columns(&self) -> usize {
        match self {
            Self::Begins { columns, .. } | Self::Continues { columns } => *columns,
            Self::Empty => 1,
        }
    }
}
