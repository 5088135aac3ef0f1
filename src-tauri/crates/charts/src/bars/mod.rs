//! Bars, one for each value, in groups of up to three series.

mod sideways;
mod upright;

use bc138_report::Drawing;

use crate::canvas::Tone;
use crate::error::ChartError;
use crate::input::{Reading, Setting, check_length};
use crate::words::{self, Told};

/// A bar chart. The axis always begins at zero.
#[derive(Clone, Debug)]
pub struct Bars {
    /// Caption, size, unit.
    pub setting: Setting,
    /// Which way the bars grow.
    pub direction: Direction,
    /// Names of the series, one to three; a single one is not printed.
    pub series: Vec<String>,
    /// The groups, in the order drawn.
    pub groups: Vec<BarGroup>,
}

/// Bars that belong together: a unit, a year.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct BarGroup {
    /// What the bars stand for.
    pub label: String,
    /// Bold label and a darker bar (the whole province, the unit in question).
    pub strong: bool,
    /// One value for each series.
    pub values: Vec<Option<Reading>>,
}

/// Which way bars grow.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Direction {
    /// Upwards. Drawn sideways all the same when labels find no room under or over the bars.
    #[default]
    Upright,
    /// To the right, one group under the other.
    Sideways,
}

/// Greys far enough apart for a poor copier, and a hatching.
const SERIES: [Tone; 3] = [Tone::Grey(80), Tone::Grey(30), Tone::Hatched];
/// Bars of a single series, ordinary and strong.
const SINGLE: (Tone, Tone) = (Tone::Grey(50), Tone::Grey(85));

impl BarGroup {
    /// Makes a group.
    #[must_use]
    pub fn new(label: impl Into<String>, values: Vec<Option<Reading>>) -> Self {
        Self { label: label.into(), strong: false, values }
    }
}

impl Bars {
    /// Draws the chart.
    ///
    /// # Errors
    /// [`ChartError`]: nothing to draw, too many series or groups, rows of unlike length, a label
    /// that leaves no room.
    pub fn draw(&self) -> Result<Drawing, ChartError> {
        self.check()?;
        let upright = match self.direction {
            Direction::Upright => upright::draw(self),
            Direction::Sideways => None,
        };
        upright.map_or_else(|| sideways::draw(self), Ok)
    }

    fn check(&self) -> Result<(), ChartError> {
        self.setting.check()?;
        if self.series.is_empty() || self.groups.is_empty() {
            return Err(ChartError::Empty);
        }
        let (given, most) = (self.series.len(), SERIES.len());
        if given > most {
            return Err(ChartError::TooManySeries { given, most });
        }
        self.groups.iter().try_for_each(|group| check_length(given, group.values.len()))
    }

    /// Visits the values that are there.
    pub(crate) fn readings(&self) -> impl Iterator<Item = &Reading> + Clone {
        self.groups.iter().flat_map(|group| group.values.iter().flatten())
    }

    /// Returns the values, in thousandths.
    fn thousandths(&self) -> impl Iterator<Item = i64> + Clone {
        self.readings().map(|reading| reading.thousandths)
    }

    /// Tells whether a note on converted values is needed.
    fn converted(&self) -> bool {
        self.readings().any(|reading| reading.converted)
    }

    /// Returns how the bar of a series is filled.
    fn tone(&self, series: usize, strong: bool) -> Tone {
        match (self.series.len(), strong) {
            (1, false) => SINGLE.0,
            (1, true) => SINGLE.1,
            _ => SERIES[series],
        }
    }

    /// Returns the group whose bars bear the names of the series: the first without a missing value.
    fn named_group(&self) -> usize {
        self.groups.iter().position(|group| group.values.iter().all(Option::is_some)).unwrap_or(0)
    }

    fn description(&self) -> String {
        let rows: Vec<Told<'_>> =
            self.series.iter().enumerate().map(|(s, name)| self.told(s, name)).collect();
        words::describe(&self.setting.caption, &self.setting.unit, &rows)
    }

    fn told<'a>(&'a self, series: usize, name: &'a str) -> Told<'a> {
        let value = |group: &'a BarGroup| (group.label.as_str(), group.values[series].as_ref());
        Told { name, values: self.groups.iter().map(value).collect() }
    }
}
