//! Heat strips on paper: names, cells, years, key.

use std::ops::Range;

use bc138_report::{Anchor, Drawing};

use super::Heat;
use crate::canvas::Canvas;
use crate::error::ChartError;
use crate::geometry::Rect;
use crate::input::Reading;
use crate::key::{self, Entry};
use crate::style::{APART, LABEL, LEAST, NEAR, SMALL};
use crate::timeline::{self, Timeline};
use crate::words::{CONVERTED_CELL, MISSING};
use crate::wrap::{self, Block};

/// The narrowest and the widest cell.
const CELL: (f32, f32) = (6.5, 30.0);
/// White where a break stands between two years.
const GAP: f32 = 5.0;
/// Height of a row of one line.
const ROW: f32 = 10.5;
/// White between columns of rows.
const GUTTER: f32 = APART * 1.5;

/// Rows split over columns side by side.
pub(super) struct Grid<'a> {
    chart: &'a Heat,
    width: f32,
    /// Width of a column: names and cells.
    column: f32,
    /// Width of the names.
    names: f32,
    labels: Vec<Block>,
    /// The rows of each column.
    columns: Vec<Range<usize>>,
}

impl<'a> Grid<'a> {
    /// Measures; `None` when cells or names would be too narrow.
    pub(super) fn new(chart: &'a Heat, columns: usize, width: f32) -> Option<Self> {
        let column = (width - GUTTER * (columns - 1) as f32) / columns as f32;
        let gaps = GAP * chart.years.breaks.len() as f32;
        let cells = CELL.0 * chart.years.labels.len() as f32 + gaps;
        let room = (column - cells - NEAR).min(column * 0.6);
        if room < 24.0 {
            return None;
        }
        let size = if columns > 2 { SMALL } else { LABEL };
        let labels =
            chart.rows.iter().map(|row| wrap::fit_flat(&row.label, row.strong, room, size));
        let labels: Vec<Block> = labels.collect();
        if columns > 1 && labels.iter().any(|block| block.torn) {
            return None;
        }
        let names = labels.iter().map(|block| block.width).fold(0.0, f32::max) + NEAR;
        let columns = split(&labels, columns);
        Some(Self { chart, width, column, names, labels, columns })
    }

    /// Draws everything.
    pub(super) fn draw(&self) -> Result<Drawing, ChartError> {
        let mut canvas = Canvas::default();
        let unit = wrap::fit(&self.chart.setting.unit, false, self.width, SMALL, 2);
        canvas.block(&unit, 0.0, 0.0, Anchor::Start);
        let top = if unit.lines.is_empty() { 0.0 } else { unit.height() + NEAR };
        let mut foot = top;
        for (index, rows) in self.columns.iter().enumerate() {
            let left = index as f32 * (self.column + GUTTER);
            foot = foot.max(self.draw_column(&mut canvas, rows.clone(), left, top)?);
        }
        let foot = self.key(&mut canvas, foot + APART);
        let foot = timeline::explain(&mut canvas, &self.chart.years, self.width, foot) + 1.0;
        Ok(canvas.finish(self.width, foot, self.chart.description()))
    }

    /// Returns the width of a cell.
    fn cell(&self) -> f32 {
        let gaps = GAP * self.chart.years.breaks.len() as f32;
        ((self.column - self.names - gaps) / self.chart.years.labels.len() as f32).min(CELL.1)
    }

    /// Draws one column: years, then rows. Returns where it ends.
    fn draw_column(
        &self,
        canvas: &mut Canvas,
        rows: Range<usize>,
        left: f32,
        top: f32,
    ) -> Result<f32, ChartError> {
        let years = &self.chart.years;
        let timeline = Timeline::cells(years, left + self.names, self.cell(), GAP);
        let bounds = (left, (left + self.column + GUTTER - NEAR).min(self.width));
        let mut y = timeline.labels(canvas, years, top, bounds, SMALL)? + 2.0;
        if !years.breaks.is_empty() {
            timeline.slashes(canvas, y + NEAR);
            y += NEAR * 2.0 + 2.0;
        }
        for row in rows {
            let label = &self.labels[row];
            let height = row_height(label);
            let label_top = y + (height - label.height()) / 2.0;
            canvas.block(label, left + self.names - NEAR, label_top, Anchor::End);
            self.cells(canvas, row, &timeline, (y, y + height - 0.8));
            y += height;
        }
        Ok(y)
    }

    /// Draws the cells of a row between two heights; none for a missing value.
    fn cells(
        &self,
        canvas: &mut Canvas,
        row: usize,
        timeline: &Timeline,
        (top, bottom): (f32, f32),
    ) {
        let half = (self.cell() - 0.8) / 2.0;
        let values = timeline.years.iter().zip(&self.chart.rows[row].values);
        for (x, reading) in values.filter_map(|(x, value)| Some((x, value.as_ref()?))) {
            let cell = Rect { left: x - half, top, right: x + half, bottom };
            let classes = &self.chart.classes;
            canvas.toned(cell, classes.tone(classes.class(reading.thousandths)));
            if reading.converted {
                key::dot(canvas, cell);
            }
        }
    }

    /// Draws the key: classes, and the signs that occur.
    fn key(&self, canvas: &mut Canvas, top: f32) -> f32 {
        let classes = &self.chart.classes;
        let texts = classes.texts.iter().enumerate();
        let mut entries: Vec<Entry<'_>> = texts
            .map(|(class, text)| Entry { tone: Some(classes.tone(class)), dotted: false, text })
            .collect();
        if self.chart.values().any(Option::is_none) {
            entries.push(Entry { tone: None, dotted: false, text: MISSING });
        }
        let converted = |value: &Option<Reading>| value.as_ref().is_some_and(|r| r.converted);
        if self.chart.values().any(converted) {
            let tone = Some(classes.tone(classes.texts.len() / 2));
            entries.push(Entry { tone, dotted: true, text: CONVERTED_CELL });
        }
        key::draw(canvas, &entries, self.width, top)
    }
}

fn row_height(label: &Block) -> f32 {
    let least = if label.size < LABEL { ROW - 1.0 } else { ROW };
    (label.height() + LEAST * 0.1).max(least)
}

/// Splits rows over columns of about equal height, in reading order.
fn split(labels: &[Block], columns: usize) -> Vec<Range<usize>> {
    let mut left: f32 = labels.iter().map(row_height).sum();
    let (mut first, mut ranges) = (0, Vec::new());
    for column in 0..columns {
        let share = left / (columns - column) as f32;
        let (mut end, mut height) = (first, 0.0);
        while end < labels.len() && (column + 1 == columns || height + 0.5 < share) {
            height += row_height(&labels[end]);
            end += 1;
        }
        left -= height;
        ranges.push(first..end);
        first = end;
    }
    ranges
}
