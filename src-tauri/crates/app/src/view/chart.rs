//! Charts on the screen.

use super::Choice;
use serde::{Deserialize, Serialize};
use specta::Type;

/// What a chart shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "lowercase")]
pub enum ChartKind {
    /// The whole over the years.
    Years,
    /// The units in the last year.
    Units,
    /// Every unit in every year.
    Strip,
    /// A small chart for each unit.
    Multiples,
    /// What changed between the last two years, by unit.
    Slopes,
}

impl ChartKind {
    /// Every kind.
    pub(crate) const ALL: [Self; 5] =
        [Self::Years, Self::Units, Self::Slopes, Self::Strip, Self::Multiples];

    /// Its name on the way to the window.
    pub(crate) const fn code(self) -> &'static str {
        match self {
            Self::Years => "years",
            Self::Units => "units",
            Self::Strip => "strip",
            Self::Multiples => "multiples",
            Self::Slopes => "slopes",
        }
    }
}

/// The numbers of one line, bar or row of a chart.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct ChartRow {
    /// Whose numbers: “xã Hữu Lũng”.
    pub label: String,
    /// One for each year.
    pub figures: Vec<ChartFigure>,
}

/// One number of a chart.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct ChartFigure {
    /// As printed; empty where there is none.
    pub text: String,
    /// Where it comes from.
    pub source: Option<String>,
}

/// A chart of one indicator.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct ChartView {
    /// The drawing; empty where there are no numbers for it.
    pub svg: String,
    /// What it shows, in one line.
    pub caption: String,
    /// Heads of its numbers: the years.
    pub years: Vec<String>,
    /// Its numbers, those without a printed label among them.
    pub rows: Vec<ChartRow>,
    /// Code of the indicator; empty where the group has no numbers.
    pub indicator: String,
    /// Indicators of the group that have numbers.
    pub indicators: Vec<Choice>,
    /// What it shows.
    pub kind: ChartKind,
    /// What it can show.
    pub kinds: Vec<Choice>,
}
