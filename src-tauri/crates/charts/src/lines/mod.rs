//! Lines over years.

mod ends;
mod marks;
mod plot;
mod values;

use bc138_report::{Anchor, Drawing};

use crate::canvas::Canvas;
use crate::error::ChartError;
use crate::geometry::Rect;
use crate::input::{Reading, Setting, Years, check_length};
use crate::key;
use crate::metrics::{self, ASCENT, DESCENT};
use crate::scale::{Base, Scale};
use crate::style::{NEAR, SMALL, TALLEST, VALUE};
use crate::timeline::{Captions, Timeline};
use crate::words::{self, Told};
use crate::wrap::{self, Block};
use ends::Ends;
pub(crate) use plot::Plot;

/// Lines over years. A line stops before a missing value and before a break.
///
/// The names of several series stand at the right ends of their lines. Values are printed where
/// there is room, the last, the highest, the lowest and the first before the others; the
/// description has them all.
#[derive(Clone, Debug)]
pub struct Lines {
    /// Caption, size, unit.
    pub setting: Setting,
    /// The years, and where definitions changed.
    pub years: Years,
    /// One to five lines.
    pub series: Vec<LineSeries>,
}

/// One line.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LineSeries {
    /// Its name; may be empty when there is only one.
    pub name: String,
    /// One value for each year.
    pub values: Vec<Option<Reading>>,
}

/// Lines that can be told apart by dash, thickness and points.
const MOST: usize = 5;
/// The least height of what is compared.
const LEAST_PLOT: f32 = 45.0;

impl LineSeries {
    /// Makes a line.
    #[must_use]
    pub fn new(name: impl Into<String>, values: Vec<Option<Reading>>) -> Self {
        Self { name: name.into(), values }
    }

    /// Visits the values that are there, with their years.
    pub(crate) fn known(&self) -> impl Iterator<Item = (usize, &Reading)> + Clone {
        self.values.iter().enumerate().filter_map(|(year, value)| Some((year, value.as_ref()?)))
    }

    /// Returns the row of a description.
    pub(crate) fn told<'a>(&'a self, years: &'a Years) -> Told<'a> {
        let labels = years.labels.iter().map(String::as_str);
        Told {
            name: &self.name,
            values: labels.zip(self.values.iter().map(Option::as_ref)).collect(),
        }
    }
}

impl Lines {
    /// Draws the chart.
    ///
    /// # Errors
    /// [`ChartError`]: nothing to draw, too many lines or years, lines of unlike length, a break
    /// out of place, a label that leaves no room.
    pub fn draw(&self) -> Result<Drawing, ChartError> {
        self.check()?;
        let (width, wish) = self.setting.size.extent();
        let scale = Scale::over(self.thousandths(), Base::Free, if wish < 150.0 { 3 } else { 5 });
        let ends = Ends::new(&self.series, width);
        let left = self.tick_width(scale) + 5.0;
        let right = width - ends.room();
        if right - left < width * 0.3 {
            return Err(ChartError::LabelTooLong { label: self.longest_name() });
        }
        let timeline = Timeline::new(&self.years, left, right, NEAR * 2.0);
        let captions = Captions::new(&self.years, &timeline, width);
        let unit = wrap::fit(&self.setting.unit, false, width, SMALL, 2);
        let head = if unit.lines.is_empty() { 0.0 } else { unit.height() + NEAR };
        // Room for a value over the highest point.
        let top = head + captions.height() + VALUE * (ASCENT + DESCENT) + NEAR;
        let foot = SMALL * (ASCENT + DESCENT) + 8.0;
        let height = (wish - top - foot).max(LEAST_PLOT).max(ends.height() - NEAR);
        let area = Rect { left, top, right, bottom: top + height };
        let plot = Plot { area, scale, timeline: &timeline, years: &self.years };
        let mut canvas = Canvas::default();
        plot.grid(&mut canvas);
        plot.ticks(&mut canvas, self.setting.print);
        canvas.block(&unit, 0.0, 0.0, Anchor::Start);
        captions.draw(&mut canvas, &timeline, head, area.bottom);
        self.finish(canvas, &plot, &ends, width)
    }

    /// Draws lines, values, names and years, and closes the drawing.
    fn finish(
        &self,
        mut canvas: Canvas,
        plot: &Plot<'_>,
        ends: &Ends,
        width: f32,
    ) -> Result<Drawing, ChartError> {
        for (index, series) in self.series.iter().enumerate() {
            marks::draw(&mut canvas, plot, series, index);
        }
        ends.draw(&mut canvas, plot, &self.series, width);
        values::draw(&mut canvas, plot, &self.series, width);
        let foot = plot.timeline.labels(
            &mut canvas,
            &self.years,
            plot.area.bottom + 5.0,
            (0.0, width),
            SMALL,
        )?;
        let foot = key::note(&mut canvas, self.converted(), foot) + 1.0;
        if foot > TALLEST {
            return Err(ChartError::LabelTooLong { label: self.longest_name() });
        }
        let rows: Vec<Told<'_>> = self.series.iter().map(|line| line.told(&self.years)).collect();
        let told = words::describe(&self.setting.caption, &self.setting.unit, &rows);
        Ok(canvas.finish(width, foot, words::with_breaks(told, &self.years)))
    }

    fn check(&self) -> Result<(), ChartError> {
        self.setting.check()?;
        self.years.check()?;
        let given = self.series.len();
        match given {
            0 => Err(ChartError::Empty),
            _ if given > MOST => Err(ChartError::TooManySeries { given, most: MOST }),
            _ => {
                let expected = self.years.labels.len();
                self.series.iter().try_for_each(|line| check_length(expected, line.values.len()))
            }
        }
    }

    fn thousandths(&self) -> impl Iterator<Item = i64> + Clone {
        self.series.iter().flat_map(LineSeries::known).map(|(_, reading)| reading.thousandths)
    }

    fn converted(&self) -> bool {
        self.series.iter().flat_map(LineSeries::known).any(|(_, reading)| reading.converted)
    }

    fn tick_width(&self, scale: Scale) -> f32 {
        let ticks = scale.ticks().into_iter().map(self.setting.print);
        ticks.map(|tick| metrics::width(&tick, false, SMALL)).fold(0.0, f32::max)
    }

    /// Returns the label that takes most room, for an error.
    fn longest_name(&self) -> String {
        let names = self.series.iter().map(|line| &line.name);
        let captions = self.years.breaks.iter().map(|found| &found.caption);
        let longest = names.chain(captions).max_by_key(|name| name.chars().count());
        longest.cloned().unwrap_or_default()
    }
}

/// Returns the block of a name at the end of a line.
fn name_block(name: &str, room: f32) -> Block {
    wrap::fit(name, false, room, VALUE, 4)
}

/// Draws a single line on a field.
pub(crate) fn draw_line(canvas: &mut Canvas, plot: &Plot<'_>, series: &LineSeries) {
    marks::draw(canvas, plot, series, 0);
}
