//! Small multiples: many small line charts on one scale.

use bc138_report::{Anchor, Drawing, Point};

use crate::canvas::Canvas;
use crate::error::ChartError;
use crate::geometry::{Rect, at};
use crate::input::{Reading, Setting, Years, check_length};
use crate::key;
use crate::lines::{LineSeries, Plot, draw_line};
use crate::metrics::{self, ASCENT, DESCENT};
use crate::scale::{Base, Scale};
use crate::style::{APART, LEAST, NEAR, SMALL, TALLEST, VALUE};
use crate::timeline::{self, Timeline};
use crate::words::{self, Told};
use crate::wrap::{self, Block};

/// A grid of line charts that share both axes. The axis begins at zero.
#[derive(Clone, Debug)]
pub struct Multiples {
    /// Caption, size, unit.
    pub setting: Setting,
    /// The years, and where definitions changed.
    pub years: Years,
    /// The charts, row by row.
    pub panels: Vec<Panel>,
    /// Values in thousandths the scale must reach as well, so that charts on several pages can
    /// share it.
    pub reach: Vec<i64>,
}

/// One small chart.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Panel {
    /// What it shows, printed over it.
    pub title: String,
    /// Bold title (the whole province).
    pub strong: bool,
    /// One value for each year.
    pub values: Vec<Option<Reading>>,
}

/// Height of the lines of one chart.
const PLOT: f32 = 30.0;
/// From the foot of a chart to the next.
const YEARS: f32 = LEAST * (ASCENT + DESCENT) + 5.0;

/// What has been measured before anything is drawn.
struct Grid<'a> {
    chart: &'a Multiples,
    scale: Scale,
    width: f32,
    columns: usize,
    /// Room for the labels of the axis, left of the first column.
    left: f32,
    /// Room for the last value, right of each line.
    last: f32,
    plot: f32,
    titles: Vec<Block>,
}

impl Panel {
    /// Makes a chart.
    #[must_use]
    pub fn new(title: impl Into<String>, values: Vec<Option<Reading>>) -> Self {
        Self { title: title.into(), strong: false, values }
    }
}

impl Multiples {
    /// Draws the charts, in as few columns as a page allows.
    ///
    /// # Errors
    /// [`ChartError`]: nothing to draw, more charts than a page holds, rows of unlike length, a
    /// break out of place, a label that leaves no room.
    pub fn draw(&self) -> Result<Drawing, ChartError> {
        self.check()?;
        let (width, _) = self.setting.size.extent();
        let most = if width < 300.0 { 4 } else { 8 };
        let few = if width < 300.0 { 2 } else { 4 };
        for columns in few.min(self.panels.len())..=most {
            for plot in [PLOT, PLOT * 0.8, PLOT * 0.6] {
                let Some(grid) = Grid::new(self, columns, plot) else { continue };
                let drawing = grid.draw()?;
                if drawing.height <= TALLEST {
                    return Ok(drawing);
                }
            }
        }
        Err(ChartError::TooManyRows { given: self.panels.len() })
    }

    fn check(&self) -> Result<(), ChartError> {
        self.setting.check()?;
        self.years.check()?;
        if self.panels.is_empty() {
            return Err(ChartError::Empty);
        }
        let expected = self.years.labels.len();
        self.panels.iter().try_for_each(|panel| check_length(expected, panel.values.len()))
    }

    fn readings(&self) -> impl Iterator<Item = &Reading> + Clone {
        self.panels.iter().flat_map(|panel| panel.values.iter().flatten())
    }

    fn description(&self) -> String {
        let rows: Vec<Told<'_>> = self
            .panels
            .iter()
            .map(|panel| {
                let labels = self.years.labels.iter().map(String::as_str);
                let values = labels.zip(panel.values.iter().map(Option::as_ref)).collect();
                Told { name: &panel.title, values }
            })
            .collect();
        let told = words::describe(&self.setting.caption, &self.setting.unit, &rows);
        words::with_breaks(told, &self.years)
    }
}

impl<'a> Grid<'a> {
    /// Measures; `None` when charts would be too narrow.
    fn new(chart: &'a Multiples, columns: usize, plot: f32) -> Option<Self> {
        let (width, _) = chart.setting.size.extent();
        let values = chart.readings().map(|reading| reading.thousandths);
        let scale = Scale::over(values.chain(chart.reach.iter().copied()), Base::Zero, 3);
        let widest = |texts: &mut dyn Iterator<Item = String>, size: f32| {
            texts.map(|text| metrics::width(&text, false, size)).fold(0.0, f32::max)
        };
        let left = widest(&mut scale.ticks().into_iter().map(chart.setting.print), LEAST) + 4.0;
        let lasts = chart.panels.iter().filter_map(|panel| panel.values.iter().flatten().last());
        let last = widest(&mut lasts.map(Reading::label), SMALL) + 4.0;
        let mut grid = Self { chart, scale, width, columns, left, last, plot, titles: Vec::new() };
        if grid.line_width() < 26.0 {
            return None;
        }
        let room = grid.column_width();
        let size = if columns > 5 { SMALL } else { VALUE };
        let titles = chart.panels.iter();
        let titles = titles.map(|panel| wrap::fit(&panel.title, panel.strong, room, size, 2));
        grid.titles = titles.collect();
        Some(grid)
    }

    fn column_width(&self) -> f32 {
        let gaps = APART * (self.columns - 1) as f32;
        (self.width - self.left - gaps) / self.columns as f32
    }

    fn line_width(&self) -> f32 {
        self.column_width() - self.last
    }

    fn draw(&self) -> Result<Drawing, ChartError> {
        let mut canvas = Canvas::default();
        let unit = wrap::fit(&self.chart.setting.unit, false, self.width, SMALL, 2);
        canvas.block(&unit, 0.0, 0.0, Anchor::Start);
        let mut y = if unit.lines.is_empty() { 0.0 } else { unit.height() + APART };
        for (row, titles) in self.titles.chunks(self.columns).enumerate() {
            let title = titles.iter().map(Block::height).fold(0.0, f32::max);
            // A value may stand over the highest point.
            let top = y + title + SMALL * 0.7 + 2.0;
            for column in 0..titles.len() {
                self.panel(&mut canvas, row * self.columns + column, column, (y, title), top)?;
            }
            y = top + self.plot + YEARS + APART;
        }
        let converted = self.chart.readings().any(|reading| reading.converted);
        let foot = timeline::explain(&mut canvas, &self.chart.years, self.width, y - APART);
        let foot = key::note(&mut canvas, converted, foot) + 1.0;
        Ok(canvas.finish(self.width, foot, self.chart.description()))
    }

    /// Draws one chart.
    fn panel(
        &self,
        canvas: &mut Canvas,
        index: usize,
        column: usize,
        (title_top, title): (f32, f32),
        top: f32,
    ) -> Result<(), ChartError> {
        let left = self.left + column as f32 * (self.column_width() + APART);
        let right = left + self.line_width();
        let block = &self.titles[index];
        canvas.block(block, left, title_top + title - block.height(), Anchor::Start);
        let area = Rect { left, top, right, bottom: top + self.plot };
        let timeline = Timeline::new(&self.chart.years, left, right, 2.5);
        let plot = Plot { area, scale: self.scale, timeline: &timeline, years: &self.chart.years };
        plot.grid(canvas);
        if column == 0 {
            self.ticks(canvas, &plot);
        }
        let series = LineSeries::new("", self.chart.panels[index].values.clone());
        draw_line(canvas, &plot, &series);
        if let Some((year, reading)) = series.known().last() {
            let last = year + 1 == series.values.len();
            self.last_value(canvas, plot.point(year, reading), reading, area, last);
        }
        self.end_years(canvas, &timeline, area)
    }

    /// Writes the ends of the axis, between which there is no room.
    fn ticks(&self, canvas: &mut Canvas, plot: &Plot<'_>) {
        let ticks = self.scale.ticks();
        for &tick in ticks.first().into_iter().chain(ticks.last()) {
            let text = (self.chart.setting.print)(tick);
            let place = at(self.left - 3.0, plot.y(tick) + LEAST * 0.33);
            canvas.text(&text, LEAST, place, Anchor::End);
        }
    }

    /// Writes the last value to the right of its point, clear of the axis and its breaks.
    fn last_value(
        &self,
        canvas: &mut Canvas,
        point: Point,
        reading: &Reading,
        area: Rect,
        at_the_end: bool,
    ) {
        let x = (point.x + 3.5).min(area.right + 1.5);
        let lowest = area.bottom - if at_the_end { 1.0 } else { 5.0 };
        let baseline = (point.y + SMALL * 0.33).min(lowest);
        canvas.value(reading, SMALL, at(x, baseline), Anchor::Start);
    }

    /// Writes the first and the last year.
    fn end_years(
        &self,
        canvas: &mut Canvas,
        timeline: &Timeline,
        area: Rect,
    ) -> Result<(), ChartError> {
        let baseline = area.bottom + 4.5 + LEAST * ASCENT;
        let labels = &self.chart.years.labels;
        let last = labels.len() - 1;
        let room = self.column_width();
        let taken = |label: &str| metrics::width(label, false, LEAST);
        let too_long = labels.iter().find(|label| taken(label) > room);
        if let Some(label) = too_long {
            return Err(ChartError::LabelTooLong { label: label.clone() });
        }
        // Labels stand under their year, moved inside the column of the chart.
        let place = |year: usize| {
            let half = taken(&labels[year]) / 2.0;
            timeline.years[year].min(area.left + room - half).max(area.left + half)
        };
        let (first_x, last_x) = (place(0), place(last));
        canvas.text(&labels[last], LEAST, at(last_x, baseline), Anchor::Middle);
        let free = last_x - taken(&labels[last]) / 2.0 - NEAR;
        if first_x + taken(&labels[0]) / 2.0 <= free {
            canvas.text(&labels[0], LEAST, at(first_x, baseline), Anchor::Middle);
        }
        Ok(())
    }
}
