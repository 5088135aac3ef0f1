//! Cells to set text: lines inside the width of the column.
//!
//! Owns what stands in a cell, measured from the upper left corner of its text.

use super::columns::{column, extent};
use super::grid::Place;
use super::look::Look;
use crate::document::{Column, VerticalAlign, Width};
use crate::error::ReportError;
use crate::fragment::Fragment;
use crate::page::{Page, PlacedRun};
use crate::shape::{Line, Shaper};
use crate::stylesheet::{Align, StyleRule};

/// Growth of the measure while looking for the lines of a turned head.
const TURN_STEP: f32 = 1.06;
/// Space before and after turned text, beside the padding of the cell.
const TURN_EDGE_PT: f32 = 2.0;
/// Rounding slack in points.
const SLACK: f32 = 0.02;

/// A cell ready to be drawn.
pub(super) struct SetCell {
    /// First row.
    pub row: usize,
    /// Number of rows.
    pub rows: usize,
    /// First column.
    pub column: usize,
    /// Number of columns.
    pub columns: usize,
    /// Where the text stands in a taller cell.
    pub vertical: VerticalAlign,
    /// Height of the text.
    pub height: f32,
    /// The text.
    pub text: CellText,
    /// Each line has a row of its own: the cell is taller than a page.
    pub banded: bool,
}

/// The text of a cell.
pub(super) enum CellText {
    /// Nothing.
    Blank,
    /// One run: nearly every cell of a table of figures.
    Run(PlacedRun),
    /// Lines from top to bottom.
    Lines(Vec<Line>),
}

/// Sets the text of a cell into an inner width.
pub(super) fn set_cell(
    shaper: &mut Shaper<'_>,
    look: &Look<'_>,
    columns: &[Column],
    place: &Place<'_>,
    (inner, headed): (f32, bool),
) -> Result<SetCell, ReportError> {
    let align = column(columns, place.column).align;
    let figures = matches!(column(columns, place.column).width, Width::Digits(_));
    let turnable = headed && look.turned() && figures && place.columns == 1;
    let (text, height) = if turnable && extent(shaper, look, place, columns)?.most > inner {
        turned(shaper, look, place, (inner, align))?
    } else {
        upright(shaper, look, place, (inner, align))?
    };
    Ok(SetCell {
        row: place.row,
        rows: place.rows,
        column: place.column,
        columns: place.columns,
        vertical: place.cell.vertical,
        height,
        text,
        banded: false,
    })
}

/// Sets text from left to right.
fn upright(
    shaper: &mut Shaper<'_>,
    look: &Look<'_>,
    place: &Place<'_>,
    (inner, align): (f32, Align),
) -> Result<(CellText, f32), ReportError> {
    if let [paragraph] = place.cell.paragraphs.as_slice() {
        let rule = look.rule(paragraph, align, place.role);
        if let Some(short) = shaper.short(paragraph, &rule)?
            && short.extent.most <= inner + SLACK
        {
            let source = paragraph.spans.first().and_then(|span| span.source.as_deref());
            let run = short.run_in(inner, rule.align, source);
            return Ok((run.map_or(CellText::Blank, CellText::Run), short.height));
        }
    }
    let lines = stacked(shaper, look, place, (inner, align))?;
    let height = lines.iter().map(|line| line.height).sum();
    Ok((CellText::Lines(lines), height))
}

/// Sets all paragraphs of a cell; the space between them belongs to the line above it, the space
/// above the first to that line.
fn stacked(
    shaper: &mut Shaper<'_>,
    look: &Look<'_>,
    place: &Place<'_>,
    (width, align): (f32, Align),
) -> Result<Vec<Line>, ReportError> {
    let mut lines: Vec<Line> = Vec::new();
    let mut above: Option<StyleRule> = None;
    for paragraph in &place.cell.paragraphs {
        let rule = look.rule(paragraph, align, place.role);
        if let (Some(last), Some(above)) = (lines.last_mut(), above) {
            last.height += above.after_pt + rule.before_pt;
        }
        let mut own = shaper.lines(paragraph, &rule, width)?;
        if let (None, Some(first)) = (above, own.first_mut()) {
            *first = std::mem::take(first).lowered(rule.before_pt);
        }
        lines.extend(own);
        above = Some(rule);
    }
    Ok(lines)
}

/// Sets text from bottom to top: as many lines as the column can hold, as short as possible.
fn turned(
    shaper: &mut Shaper<'_>,
    look: &Look<'_>,
    place: &Place<'_>,
    (inner, align): (f32, Align),
) -> Result<(CellText, f32), ReportError> {
    let extent = extent(shaper, look, place, &[])?;
    let mut measure = extent.least + SLACK;
    loop {
        let lines = stacked(shaper, look, place, (measure, align))?;
        let across: f32 = lines.iter().map(|line| line.height).sum();
        if across <= inner + SLACK || measure >= extent.most {
            let text = CellText::Lines(turn(lines, measure, (inner - across) / 2.0));
            return Ok((text, measure + 2.0 * TURN_EDGE_PT));
        }
        measure = (measure * TURN_STEP).min(extent.most + SLACK);
    }
}

/// Turns lines about the lower left corner of their cell into one line of the full height.
fn turn(lines: Vec<Line>, measure: f32, mut across: f32) -> Vec<Line> {
    let mut whole = Line { height: measure + 2.0 * TURN_EDGE_PT, ..Line::default() };
    for line in lines {
        let turned = line.fragment.runs.into_iter().map(|run| PlacedRun {
            x: across + run.baseline,
            baseline: TURN_EDGE_PT + measure - run.x,
            turned: true,
            ..run
        });
        whole.fragment.runs.extend(turned);
        across += line.height;
    }
    vec![whole]
}

impl CellText {
    /// Returns the lines, for a cell that has to be divided.
    pub(super) fn into_lines(self, height: f32) -> Vec<Line> {
        match self {
            Self::Blank => Vec::new(),
            Self::Run(run) => {
                vec![Line { height, fragment: Fragment::of_runs(vec![run]) }]
            }
            Self::Lines(lines) => lines,
        }
    }

    /// Draws all the text.
    pub(super) fn draw(&self, page: &mut Page, x: f32, y: f32) {
        match self {
            Self::Blank => {}
            Self::Run(run) => page.runs.push(run.clone().moved(x, y)),
            Self::Lines(lines) => {
                let mut top = y;
                for line in lines {
                    line.fragment.clone().place(page, x, top);
                    top += line.height;
                }
            }
        }
    }

    /// Draws one line alone, at the place given for it.
    pub(super) fn draw_line(&self, page: &mut Page, index: usize, x: f32, y: f32) {
        if let Self::Lines(lines) = self
            && let Some(line) = lines.get(index)
        {
            line.fragment.clone().place(page, x, y);
        }
    }
}
