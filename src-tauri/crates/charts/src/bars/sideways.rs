//! Bars that grow to the right, one group under the other.

use bc138_report::{Anchor, Dash, Drawing, Span};

use super::{BarGroup, Bars};
use crate::canvas::Canvas;
use crate::error::ChartError;
use crate::geometry::{Rect, at};
use crate::input::Reading;
use crate::key::{self, Entry};
use crate::metrics::{self, ASCENT, DESCENT};
use crate::scale::{Base, Scale};
use crate::style::{AXIS, LABEL, LEAST, NEAR, SMALL, TALLEST, VALUE};
use crate::wrap::{self, Block};

/// Part of the width labels may take; less where values are long.
const LABELS: [f32; 2] = [0.4, 0.25];
/// Part of the width bars and their values need at least.
const LEAST_BARS: f32 = 0.2;

/// What has been measured before anything is drawn.
struct Plan<'a> {
    chart: &'a Bars,
    scale: Scale,
    width: f32,
    /// Everything is drawn this much smaller to fit on a page.
    shrink: f32,
    labels: Vec<Block>,
    /// Names of series stand beside the bars of this group.
    named: Option<usize>,
    /// From the lowest to the highest value of the axis.
    plot: (f32, f32),
}

/// Draws the bars as large as a page allows.
pub(super) fn draw(chart: &Bars) -> Result<Drawing, ChartError> {
    for shrink in [1.0, 0.9, 0.82, 0.76, 0.71] {
        let [wide, narrow] = LABELS;
        let plan = Plan::new(chart, shrink, wide).or_else(|_| Plan::new(chart, shrink, narrow))?;
        let drawing = plan.draw();
        if drawing.height <= TALLEST {
            return Ok(drawing);
        }
    }
    Err(ChartError::TooManyRows { given: chart.groups.len() })
}

impl<'a> Plan<'a> {
    fn new(chart: &'a Bars, shrink: f32, part: f32) -> Result<Self, ChartError> {
        let (width, _) = chart.setting.size.extent();
        let size = LABEL * shrink;
        let labels = chart
            .groups
            .iter()
            .map(|group| wrap::fit(&group.label, group.strong, width * part, size, usize::MAX));
        let labels: Vec<Block> = labels.collect();
        let scale = Scale::over(chart.thousandths(), Base::Zero, 5);
        let named = (chart.series.len() > 1).then(|| chart.named_group());
        let plan = Self { chart, scale, width, shrink, labels, named, plot: (0.0, 0.0) };
        plan.placed()
    }

    /// Gives the bars what labels and values leave; names of series move under the chart when they
    /// would take too much of it.
    fn placed(mut self) -> Result<Self, ChartError> {
        let enough = |plot: (f32, f32), part: f32, width: f32| plot.1 - plot.0 >= width * part;
        self.plot = self.room();
        if self.named.is_some() && !enough(self.plot, 0.35, self.width) {
            self.named = None;
            self.plot = self.room();
        }
        if enough(self.plot, LEAST_BARS, self.width) {
            return Ok(self);
        }
        let longest = self.chart.readings().max_by_key(|reading| reading.printed.chars().count());
        let label = longest.map(|reading| reading.printed.clone()).unwrap_or_default();
        Err(ChartError::LabelTooLong { label })
    }

    /// Finds the widest plot in which every value still ends inside the drawing.
    fn room(&self) -> (f32, f32) {
        let labels = self.labels.iter().map(|block| block.width).fold(0.0, f32::max);
        let zero = self.scale.place(self.scale.origin(), 0.0, 1.0);
        let (mut left, mut plot) = (labels + 5.0, f32::INFINITY);
        let bars = || {
            self.bars().map(|(group, series, reading)| {
                (reading, self.beside(group, series, reading) + 4.0)
            })
        };
        for (_, taken) in bars().filter(|(reading, _)| reading.thousandths < 0) {
            left = left.max(labels + 5.0 + taken);
        }
        for (reading, taken) in bars().filter(|(reading, _)| reading.thousandths >= 0) {
            let part = self.scale.place(reading.thousandths, 0.0, 1.0).max(zero).max(1e-3);
            plot = plot.min((self.width - left - taken) / part);
        }
        (left, left + plot.min(self.width - left - NEAR))
    }

    fn bars(&self) -> impl Iterator<Item = (usize, usize, &Reading)> {
        self.chart.groups.iter().enumerate().flat_map(|(index, group)| {
            let values = group.values.iter().enumerate();
            values.filter_map(move |(series, value)| Some((index, series, value.as_ref()?)))
        })
    }

    /// Returns the width of what is written beside a bar.
    fn beside(&self, group: usize, series: usize, reading: &Reading) -> f32 {
        let value = metrics::width(&reading.label(), false, self.value_size());
        let name = self.name(group, series).map(|name| metrics::width(name, false, self.small()));
        value + name.map_or(0.0, |name| name + 5.0)
    }

    /// Returns the name to write beside a bar.
    fn name(&self, group: usize, series: usize) -> Option<&str> {
        (self.named == Some(group)).then(|| self.chart.series[series].as_str())
    }

    fn value_size(&self) -> f32 {
        (VALUE * self.shrink).max(LEAST)
    }

    fn small(&self) -> f32 {
        (SMALL * self.shrink).max(LEAST)
    }

    /// Returns the height of one bar with its white: never less than a line of text.
    fn pitch(&self) -> f32 {
        self.value_size() * (ASCENT + DESCENT) + 0.6 * self.shrink
    }

    fn row_height(&self, group: usize) -> f32 {
        let bars = self.pitch() * self.chart.series.len() as f32;
        let gap = if self.chart.series.len() == 1 { 3.5 } else { 7.0 };
        bars.max(self.labels[group].height()) + gap * self.shrink * self.shrink
    }

    fn x(&self, value: i64) -> f32 {
        self.scale.place(value, self.plot.0, self.plot.1)
    }

    fn draw(&self) -> Drawing {
        let mut canvas = Canvas::default();
        let unit = wrap::fit(&self.chart.setting.unit, false, self.width, SMALL, 2);
        let top = if unit.lines.is_empty() { 1.0 } else { unit.height() + NEAR };
        let rows: f32 = (0..self.chart.groups.len()).map(|group| self.row_height(group)).sum();
        let bottom = top + rows;
        self.grid(&mut canvas, top, bottom);
        canvas.block(&unit, 0.0, 0.0, Anchor::Start);
        let mut y = top;
        for (index, group) in self.chart.groups.iter().enumerate() {
            let height = self.row_height(index);
            self.group(&mut canvas, index, group, y + height / 2.0);
            y += height;
        }
        let zero = self.x(self.scale.origin());
        canvas.line(vec![at(zero, top), at(zero, bottom)], AXIS, Dash::Solid);
        let foot = self.ticks(&mut canvas, bottom + 2.0);
        let foot = self.key(&mut canvas, foot);
        let foot = key::note(&mut canvas, self.chart.converted(), foot) + 1.0;
        canvas.finish(self.width, foot, self.chart.description())
    }

    fn grid(&self, canvas: &mut Canvas, top: f32, bottom: f32) {
        for tick in self.scale.ticks().into_iter().filter(|&tick| tick != 0) {
            canvas.grid(at(self.x(tick), top), at(self.x(tick), bottom));
        }
    }

    fn group(&self, canvas: &mut Canvas, index: usize, group: &BarGroup, middle: f32) {
        let block = &self.labels[index];
        let labels = self.labels.iter().map(|block| block.width).fold(0.0, f32::max);
        canvas.block(block, labels, middle - block.height() / 2.0, Anchor::End);
        let count = group.values.len() as f32;
        for (series, reading) in group.values.iter().enumerate() {
            let Some(reading) = reading else { continue };
            let y = middle + self.pitch() * (series as f32 + 0.5 - count / 2.0);
            let half = self.pitch() * 0.41;
            let bar = Rect::spanning(
                at(self.x(self.scale.origin()), y - half),
                at(self.x(reading.thousandths), y + half),
            );
            if bar.width() > 0.0 {
                canvas.toned(bar, self.chart.tone(series, group.strong));
            }
            self.value(canvas, reading, y, self.name(index, series));
        }
    }

    /// Writes a value beside the end of its bar, the name of the series after it.
    fn value(&self, canvas: &mut Canvas, reading: &Reading, middle: f32, name: Option<&str>) {
        let size = self.value_size();
        let baseline = middle + size * (ASCENT - DESCENT) / 2.0;
        let taken = metrics::width(&reading.label(), false, size);
        let name = name.map(|name| (Span::plain(name), self.small()));
        if reading.thousandths < 0 {
            let x = self.x(reading.thousandths) - 3.0;
            canvas.value(reading, size, at(x, baseline), Anchor::End);
            if let Some((span, small)) = name {
                canvas.label(span, small, at(x - taken - 5.0, baseline), Anchor::End);
            }
        } else {
            let x = self.x(reading.thousandths) + 3.0;
            canvas.value(reading, size, at(x, baseline), Anchor::Start);
            if let Some((span, small)) = name {
                canvas.label(span, small, at(x + taken + 5.0, baseline), Anchor::Start);
            }
        }
    }

    /// Writes the axis where its labels stay apart; every value is printed beside its bar anyway.
    fn ticks(&self, canvas: &mut Canvas, top: f32) -> f32 {
        let ticks = self.scale.ticks().into_iter();
        let labels: Vec<(f32, String, f32)> = ticks
            .map(|tick| {
                let text = (self.chart.setting.print)(tick);
                let taken = metrics::width(&text, false, SMALL);
                (self.x(tick).min(self.width - taken / 2.0), text, taken)
            })
            .collect();
        let left = labels.first().is_none_or(|(x, _, taken)| x - taken / 2.0 >= 0.0);
        let apart = labels
            .windows(2)
            .all(|pair| pair[0].0 + pair[0].2 / 2.0 + NEAR <= pair[1].0 - pair[1].2 / 2.0);
        if !(left && apart) {
            return top;
        }
        for (x, text, _) in labels {
            canvas.text(&text, SMALL, at(x, top + SMALL * ASCENT), Anchor::Middle);
        }
        top + SMALL * (ASCENT + DESCENT)
    }

    /// Names several series under the chart when there was no room beside the bars.
    fn key(&self, canvas: &mut Canvas, foot: f32) -> f32 {
        if self.named.is_some() || self.chart.series.len() == 1 {
            return foot;
        }
        let names = self.chart.series.iter().enumerate();
        let entries: Vec<Entry<'_>> = names
            .map(|(series, text)| Entry {
                tone: Some(self.chart.tone(series, false)),
                dotted: false,
                text,
            })
            .collect();
        key::draw(canvas, &entries, self.width, foot + NEAR)
    }
}
