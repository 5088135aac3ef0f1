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
}

impl ChartKind {
    /// Every kind.
    pub(crate) const ALL: [Self; 3] = [Self::Years, Self::Units, Self::Strip];

    /// Its name on the way to the window.
    pub(crate) const fn code(self) -> &'static str {
        match self {
            Self::Years => "years",
            Self::Units => "units",
            Self::Strip => "strip",
        }
    }
}

/// A chart of one indicator.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct ChartView {
    /// The drawing; empty where there are no numbers for it.
    pub svg: String,
    /// What it shows, in one line.
    pub caption: String,
    /// The drawing in words.
    pub description: String,
    /// Code of the indicator; empty where the group has no numbers.
    pub indicator: String,
    /// Indicators of the group that have numbers.
    pub indicators: Vec<Choice>,
    /// What it shows.
    pub kind: ChartKind,
    /// What it can show.
    pub kinds: Vec<Choice>,
}
