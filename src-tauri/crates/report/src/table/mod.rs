//! Tables: set once for a paper, drawn once for every page they reach.
//!
//! `grid` finds what every cell covers, `columns` the widths, `cells` the lines of text, `rows` the
//! heights, `lines` what is ruled. This file puts them together and decides where a page may end.

mod cells;
mod columns;
mod draw;
pub(crate) mod fitting;
pub(crate) mod grid;
mod lines;
mod look;
mod rows;

use std::rc::Rc;

use crate::document::{Frame, Row, RowRole, Table};
use crate::error::ReportError;
use crate::paginate::{Content, Item, push_lines};
use crate::shape::Shaper;
use crate::stylesheet::StyleSheet;
use grid::Grid;
use look::{Look, attempts};
use rows::{Band, Limits};

/// Space around a table with lines, and below one without.
pub(crate) const SPACE_PT: f32 = 6.0;
/// Space between the last row and the notes.
pub(crate) const NOTE_GAP_PT: f32 = 3.0;
/// A head taller than this part of a page is printed once and not repeated.
const TALLEST_HEAD: f32 = 0.4;

/// A table set for a paper.
pub(crate) struct SetTable {
    /// Height of the head, repeated above the first row on every page.
    pub head_height: f32,
    head: Band,
    body: Band,
    /// Owners of the places of the head and of the rows.
    head_owners: Vec<u32>,
    body_owners: Vec<u32>,
    /// First cell of every row, and one more.
    row_cells: Vec<usize>,
    /// Cells of several rows.
    spanning: Vec<usize>,
    /// Edges of the columns from the left margin, one more than columns.
    edges: Vec<f32>,
    frame: Frame,
    side_padding: f32,
    upper_padding: f32,
}

/// The paper a table is set for.
#[derive(Clone, Copy)]
pub(crate) struct Room<'s> {
    /// The style sheet.
    pub sheet: &'s StyleSheet,
    /// Width of the text.
    pub width: f32,
    /// Height of the text.
    pub height: f32,
}

/// Sets a table and appends its rows and notes to the flow.
pub(crate) fn push_table(
    items: &mut Vec<Item>,
    shaper: &mut Shaper<'_>,
    room: Room<'_>,
    table: &Table,
) -> Result<(), ReportError> {
    let set = Rc::new(SetTable::new(shaper, room, table)?);
    if let Some(last) = items.last_mut().filter(|_| table.whole) {
        last.break_after = false;
    }
    let count = set.body.heights.len();
    for row in 0..count {
        let end = row + 1 == count;
        let space = if table.frame == Frame::Grid { SPACE_PT } else { 0.0 };
        let below = if table.notes.is_empty() { SPACE_PT } else { NOTE_GAP_PT };
        items.push(Item {
            height: set.body.heights[row],
            before: if row == 0 { space } else { 0.0 },
            after: if end { below } else { 0.0 },
            break_after: if end {
                table.notes.is_empty()
            } else {
                !table.whole && set.body.breakable[row]
            },
            content: Content::Row(Rc::clone(&set), row),
        });
    }
    for note in &table.notes {
        let rule = room.sheet.note_rule(note.style, table.density);
        push_lines(items, shaper.lines(note, &rule, room.width)?, &rule);
    }
    Ok(())
}

impl SetTable {
    /// Sets a table for a paper.
    fn new(shaper: &mut Shaper<'_>, room: Room<'_>, table: &Table) -> Result<Self, ReportError> {
        let head: Vec<&Row> = table.head.iter().collect();
        let rows: Vec<&Row> = table.rows.iter().collect();
        let set = Self::with_head(shaper, room, table, (&head, &rows))?;
        if set.head_height <= room.height * TALLEST_HEAD && !rows.is_empty() {
            return Ok(set);
        }
        let rows: Vec<&Row> = head.into_iter().chain(rows).collect();
        Self::with_head(shaper, room, table, (&[], &rows))
    }

    /// Sets a table with the given rows as its head.
    fn with_head(
        shaper: &mut Shaper<'_>,
        room: Room<'_>,
        table: &Table,
        (head, rows): (&[&Row], &[&Row]),
    ) -> Result<Self, ReportError> {
        let declared = table.columns.len();
        let (head_grid, row_grid) = (Grid::new(head, declared), Grid::new(rows, declared));
        let grids = (&head_grid, &row_grid);
        let (look, widths) = fitted(shaper, room, table, grids)?;
        let padding = look.upper_padding();
        let limits = Limits { padding, least: look.least_height(), page: room.height };
        let head_cells = set_cells(shaper, &look, table, (&head_grid, true), &widths)?;
        let head_band = Band::new(head_cells, head.len(), limits);
        let head_height = head_band.heights.iter().sum::<f32>();
        let left = (room.height - head_height).max(room.height * (1.0 - TALLEST_HEAD));
        let cells = set_cells(shaper, &look, table, (&row_grid, false), &widths)?;
        let mut body = Band::new(cells, rows.len(), Limits { page: left, ..limits });
        mark_breaks(&mut body, rows, padding);
        Ok(Self::assemble((head_band, body), edges(&widths, room, &look), table.frame, &look))
    }

    /// Adds what drawing needs to look up.
    fn assemble(
        (head, body): (Band, Band),
        edges: Vec<f32>,
        frame: Frame,
        look: &Look<'_>,
    ) -> Self {
        let columns = edges.len().saturating_sub(1);
        let count = u32::try_from(head.cells.len()).unwrap_or_default();
        let rows = body.heights.len();
        let row_cells =
            (0..=rows).map(|row| body.cells.partition_point(|cell| cell.row < row)).collect();
        let spanning = (0..body.cells.len()).filter(|&at| body.cells[at].rows > 1).collect();
        Self {
            head_height: head.heights.iter().sum(),
            head_owners: head.owners(columns, 0),
            body_owners: body.owners(columns, count),
            head,
            body,
            row_cells,
            spanning,
            edges,
            frame,
            side_padding: look.side_padding(),
            upper_padding: look.upper_padding(),
        }
    }
}

/// Tries one look after the other until the columns fit.
fn fitted<'a>(
    shaper: &mut Shaper<'_>,
    room: Room<'a>,
    table: &Table,
    grids: (&Grid<'_>, &Grid<'_>),
) -> Result<(Look<'a>, Vec<f32>), ReportError> {
    let mut look = None;
    for attempt in attempts(room.sheet, table) {
        let tried = Look::new(room.sheet, table, attempt);
        let width = room.width + 2.0 * tried.overhang();
        if let Some(widths) = columns::widths(shaper, &tried, &table.columns, grids, width)? {
            return Ok((tried, widths));
        }
        look = Some(tried);
    }
    // Never reached: the last attempt always fits. A table without columns has no widths.
    let attempt = look::Attempt { size_pt: None, turned: false, broken: true };
    Ok((look.unwrap_or_else(|| Look::new(room.sheet, table, attempt)), Vec::new()))
}

/// Sets all cells of a grid.
fn set_cells(
    shaper: &mut Shaper<'_>,
    look: &Look<'_>,
    table: &Table,
    (grid, headed): (&Grid<'_>, bool),
    widths: &[f32],
) -> Result<Vec<cells::SetCell>, ReportError> {
    let padding = 2.0 * look.side_padding();
    let set = grid.places.iter().map(|place| {
        let covered = &widths[place.column..place.column + place.columns];
        let inner = (covered.iter().sum::<f32>() - padding).max(0.0);
        cells::set_cell(shaper, look, &table.columns, place, (inner, headed))
    });
    set.collect()
}

/// Returns the edges of the columns; a table with lines that is narrower than the text is centred.
fn edges(widths: &[f32], room: Room<'_>, look: &Look<'_>) -> Vec<f32> {
    let total: f32 = widths.iter().sum();
    let left = match look.overhang() {
        0.0 => (room.width - total).max(0.0) / 2.0,
        overhang => -overhang,
    };
    let mut edges = vec![left];
    edges.extend(widths.iter().scan(left, |at, width| {
        *at += width;
        Some(*at)
    }));
    edges
}

/// Forbids the page breaks that would part what belongs together.
fn mark_breaks(body: &mut Band, rows: &[&Row], padding: f32) {
    for (index, row) in rows.iter().enumerate() {
        let last = body.first[index + 1] - 1;
        let total_next = rows.get(index + 1).is_some_and(|next| next.role == RowRole::Total);
        if row.role == RowRole::Group || total_next {
            body.breakable[last] = false;
        }
    }
    // A cell of several rows shows its text on both sides of a break, so both need the room.
    for cell in body.cells.iter().filter(|cell| cell.rows > 1 && !cell.banded) {
        let (needed, end) = (cell.height + 2.0 * padding, cell.row + cell.rows);
        let mut above = 0.0;
        let mut below: f32 = body.heights[cell.row..end].iter().sum();
        for row in cell.row..end - 1 {
            above += body.heights[row];
            below -= body.heights[row];
            if above < needed || below < needed {
                body.breakable[row] = false;
            }
        }
    }
}
