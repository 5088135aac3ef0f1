//! What a check found: its number, how much it weighs, where it is and the values that show it.

use bc138_domain::Kind;
use bc138_series::{MeasureIx, WindowIx};
use bc138_units::UnitIx;
use serde::{Deserialize, Serialize, de};
use std::collections::BTreeMap;
use std::fmt;
use std::str::FromStr;

/// How much a finding weighs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Severity {
    /// The report would be wrong.
    Error,
    /// It may be wrong; a reason settles it.
    Warning,
    /// Worth knowing.
    Note,
}

impl Severity {
    /// “error”, “warning”, “note”.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Note => "note",
        }
    }
}

/// The stable number of a check: “K.001”.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Code(u16);

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "K.{:03}", self.0)
    }
}

impl FromStr for Code {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let digits = text.strip_prefix("K.").filter(|digits| digits.len() == 3);
        let number = digits.and_then(|digits| digits.parse().ok());
        number.map(Self).ok_or_else(|| format!("{text} is no code like K.001"))
    }
}

impl<'de> Deserialize<'de> for Code {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(de::Error::custom)
    }
}

/// What a finding is about; the first place of a finding is the one to go to.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Place {
    /// The dossier or its conference: a field's name.
    Dossier(&'static str),
    /// A figure of the dossier.
    Figure {
        /// Its indicator.
        indicator: String,
        /// Its id, when it is not the first figure of that indicator.
        id: Option<i32>,
    },
    /// A row of the dossier.
    Row(Kind, i32),
    /// A field whose text could not be read, by its key.
    Field(String),
    /// One cell of the table.
    Cell {
        /// Unit.
        unit: UnitIx,
        /// Measure.
        measure: MeasureIx,
        /// Window.
        window: WindowIx,
    },
    /// All cells of a unit in a window.
    UnitRow {
        /// Unit.
        unit: UnitIx,
        /// Window.
        window: WindowIx,
    },
    /// All cells of a measure in a window.
    Column {
        /// Measure.
        measure: MeasureIx,
        /// Window.
        window: WindowIx,
    },
    /// All cells of a window.
    Window(WindowIx),
}

impl Place {
    /// The window of a place in the table.
    #[must_use]
    pub const fn window(&self) -> Option<WindowIx> {
        match self {
            Self::Cell { window, .. }
            | Self::UnitRow { window, .. }
            | Self::Column { window, .. }
            | Self::Window(window) => Some(*window),
            Self::Dossier(_) | Self::Figure { .. } | Self::Row(..) | Self::Field(_) => None,
        }
    }

    /// Whether the place is a cell of the table or the row of its unit; what is said of a whole
    /// column or window is said of no single cell.
    #[must_use]
    pub fn holds(&self, unit: UnitIx, measure: MeasureIx, window: WindowIx) -> bool {
        match self {
            Self::Cell { unit: u, measure: m, window: w } => {
                (*u, *m, *w) == (unit, measure, window)
            }
            Self::UnitRow { unit: u, window: w } => (*u, *w) == (unit, window),
            _ => false,
        }
    }
}

/// A finding: all of them come at once, and nothing is ever corrected.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// The check.
    pub code: Code,
    /// How much it weighs here.
    pub severity: Severity,
    /// Which of the check's wordings fits; `None` for the main one.
    pub variant: Option<&'static str>,
    /// Where, the place to go to first.
    pub places: Vec<Place>,
    /// Values for the words, by the name they have in the check's templates.
    pub values: BTreeMap<&'static str, String>,
    /// Stable id: code and place, by keys and never by order; a reason is given to it.
    pub id: String,
}
