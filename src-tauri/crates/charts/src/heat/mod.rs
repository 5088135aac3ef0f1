//! Heat strips: units under each other, years beside each other, greys for classes of values.

mod grid;

use bc138_report::Drawing;

use crate::canvas::Tone;
use crate::error::ChartError;
use crate::input::{Reading, Setting, Years, check_length};
use crate::style::TALLEST;
use crate::words::{self, Told};
use grid::Grid;

/// A table of greys. A missing value is bare paper; a converted one bears a white square.
#[derive(Clone, Debug)]
pub struct Heat {
    /// Caption, size, unit.
    pub setting: Setting,
    /// The columns, and where definitions changed.
    pub years: Years,
    /// How values become greys.
    pub classes: Classes,
    /// The rows; many are split over columns side by side.
    pub rows: Vec<HeatRow>,
}

/// Classes of values, from the lightest grey to the darkest.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Classes {
    /// The least value, in thousandths, of every class but the first; ascending.
    pub bounds: Vec<i64>,
    /// What each class is called in the key: one more than bounds, two to five.
    pub texts: Vec<String>,
}

/// One unit.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct HeatRow {
    /// Its name.
    pub label: String,
    /// Bold name.
    pub strong: bool,
    /// One value for each year.
    pub values: Vec<Option<Reading>>,
}

impl HeatRow {
    /// Makes a row.
    #[must_use]
    pub fn new(label: impl Into<String>, values: Vec<Option<Reading>>) -> Self {
        Self { label: label.into(), strong: false, values }
    }
}

impl Classes {
    fn check(&self) -> Result<(), ChartError> {
        let fits = (2..=5).contains(&self.texts.len())
            && self.texts.len() == self.bounds.len() + 1
            && self.bounds.is_sorted_by(|a, b| a < b);
        if fits { Ok(()) } else { Err(ChartError::Classes) }
    }

    /// Returns the grey of a class: even steps from light, yet not paper, to dark.
    fn tone(&self, class: usize) -> Tone {
        const LIGHTEST: usize = 16;
        const DARKEST: usize = 88;
        let last = self.texts.len().saturating_sub(1).max(1);
        let grey = LIGHTEST + (DARKEST - LIGHTEST) * class / last;
        Tone::Bare(u8::try_from(grey).unwrap_or(100))
    }

    /// Returns the class of a value.
    fn class(&self, value: i64) -> usize {
        self.bounds.iter().take_while(|&&bound| value >= bound).count()
    }
}

impl Heat {
    /// Draws the strip, split over as few columns as make it no taller than it is wide, or else
    /// over as few as fit on a page.
    ///
    /// # Errors
    /// [`ChartError`]: nothing to draw, more rows than a page holds, rows of unlike length, classes
    /// that do not fit together, a label that leaves no room.
    pub fn draw(&self) -> Result<Drawing, ChartError> {
        self.check()?;
        let (width, _) = self.setting.size.extent();
        let mut best = None;
        for blocks in 1..=self.rows.len().min(6) {
            let Some(grid) = Grid::new(self, blocks, width) else { break };
            let drawing = grid.draw()?;
            if drawing.height <= width {
                return Ok(drawing);
            }
            if drawing.height <= TALLEST && best.is_none() {
                best = Some(drawing);
            }
        }
        best.ok_or(ChartError::TooManyRows { given: self.rows.len() })
    }

    fn check(&self) -> Result<(), ChartError> {
        self.setting.check()?;
        self.years.check()?;
        self.classes.check()?;
        if self.rows.is_empty() {
            return Err(ChartError::Empty);
        }
        let expected = self.years.labels.len();
        self.rows.iter().try_for_each(|row| check_length(expected, row.values.len()))
    }

    fn values(&self) -> impl Iterator<Item = &Option<Reading>> {
        self.rows.iter().flat_map(|row| &row.values)
    }

    fn description(&self) -> String {
        let rows: Vec<Told<'_>> = self
            .rows
            .iter()
            .map(|row| {
                let labels = self.years.labels.iter().map(String::as_str);
                let values = labels.zip(row.values.iter().map(Option::as_ref)).collect();
                Told { name: &row.label, values }
            })
            .collect();
        let told = words::describe(&self.setting.caption, &self.setting.unit, &rows);
        words::with_breaks(told, &self.years)
    }
}
