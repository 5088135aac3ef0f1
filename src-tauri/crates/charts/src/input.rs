//! What every chart is given.

use crate::error::ChartError;

/// What all kinds of charts need to know.
#[derive(Clone, Debug)]
pub struct Setting {
    /// What the chart shows, in words; begins the description. Printed by the document, not here.
    pub caption: String,
    /// How much room there is.
    pub size: Size,
    /// Unit of measure, printed above the axis; may be empty.
    pub unit: String,
    /// Prints a value of the axis, given in thousandths, the Vietnamese way.
    pub print: fn(i64) -> String,
}

/// Room on the page. Heights are wishes: a chart is as tall as its labels need.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Size {
    /// Half the width of the text, for two side by side.
    Half,
    /// The width of the text.
    #[default]
    Full,
    /// The width of the text, low.
    Strip,
}

/// One value.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reading {
    /// The value, in thousandths.
    pub thousandths: i64,
    /// The value as it is printed.
    pub printed: String,
    /// Opaque id of where it comes from.
    pub source: Option<String>,
    /// It was converted to other borders or another definition (quy đổi): printed with an asterisk.
    pub converted: bool,
}

/// The years (or periods) of a chart.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Years {
    /// One label a year.
    pub labels: Vec<String>,
    /// Where values before and after cannot be compared, from left to right.
    pub breaks: Vec<Break>,
}

/// A change of borders or of a definition.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Break {
    /// Index of the first year after it, from 1.
    pub before: usize,
    /// What changed.
    pub caption: String,
}

impl Setting {
    /// Refuses a chart that says nothing.
    pub(crate) fn check(&self) -> Result<(), ChartError> {
        if self.caption.trim().is_empty() { Err(ChartError::NoCaption) } else { Ok(()) }
    }
}

impl Size {
    /// Returns width and wished height in points; the text of A4 is 160 mm wide.
    pub(crate) const fn extent(self) -> (f32, f32) {
        match self {
            Self::Half => (219.0, 160.0),
            Self::Full => (453.0, 200.0),
            Self::Strip => (453.0, 105.0),
        }
    }
}

impl Reading {
    /// Makes a value without a source.
    #[must_use]
    pub fn new(thousandths: i64, printed: impl Into<String>) -> Self {
        Self { thousandths, printed: printed.into(), source: None, converted: false }
    }

    /// Returns the value with where it comes from.
    #[must_use]
    pub fn from_source(mut self, source: impl Into<String>) -> Self {
        self.source = Some(source.into());
        self
    }

    /// Returns the value marked as converted (quy đổi).
    #[must_use]
    pub fn converted(mut self) -> Self {
        self.converted = true;
        self
    }

    /// Returns the text of its label.
    pub(crate) fn label(&self) -> String {
        let mark = if self.converted { "*" } else { "" };
        format!("{}{mark}", self.printed)
    }
}

impl Years {
    /// Makes years without breaks.
    #[must_use]
    pub fn new<T: Into<String>>(labels: impl IntoIterator<Item = T>) -> Self {
        Self { labels: labels.into_iter().map(Into::into).collect(), breaks: Vec::new() }
    }

    /// Returns the years with a break before one of them.
    #[must_use]
    pub fn broken(mut self, before: usize, caption: impl Into<String>) -> Self {
        self.breaks.push(Break { before, caption: caption.into() });
        self
    }

    /// Refuses no years, too many, and breaks that do not stand between two, in order.
    pub(crate) fn check(&self) -> Result<(), ChartError> {
        const MOST: usize = 40;
        match self.labels.len() {
            0 => return Err(ChartError::Empty),
            given if given > MOST => return Err(ChartError::TooManyRows { given }),
            _ => {}
        }
        let mut after = 0;
        for &Break { before, .. } in &self.breaks {
            if before <= after || before >= self.labels.len() {
                return Err(ChartError::Break { before });
            }
            after = before;
        }
        Ok(())
    }

    /// Tells whether a break stands right before a year.
    pub(crate) fn breaks_before(&self, year: usize) -> bool {
        self.breaks.iter().any(|found| found.before == year)
    }
}

/// Refuses a row that has not one value a label.
pub(crate) fn check_length(expected: usize, given: usize) -> Result<(), ChartError> {
    if expected == given { Ok(()) } else { Err(ChartError::Lengths { expected, given }) }
}
