//! What may be wrong with a catalogue text or with entries that are put together.

use super::Section;
use crate::text::TextError;
use chrono::NaiveDate;

/// Something wrong at a place of a table.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("line {line}{}: {kind}", .column.as_ref().map(|it| format!(", {it}")).unwrap_or_default())]
pub struct PackProblem {
    /// Line number, from 1.
    pub line: usize,
    /// The column, where the problem is one cell's.
    pub column: Option<String>,
    /// What is wrong.
    pub kind: ProblemKind,
}

impl PackProblem {
    /// A problem at a place.
    pub(crate) fn at(line: usize, column: Option<&str>, kind: ProblemKind) -> Self {
        Self { line, column: column.map(str::to_owned), kind }
    }

    /// An entry that does not fit, in the table of a section.
    pub(crate) fn misfit(line: usize, section: Section, misfit: Misfit) -> Self {
        Self::at(line, Some(misfit.column(section)), ProblemKind::Misfit(misfit))
    }
}

/// What is wrong at a place of a table.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ProblemKind {
    /// The text does not begin like a catalogue pack.
    #[error("not a catalogue pack")]
    NotOurFormat,
    /// The pack was written by a newer program.
    #[error("format version {found}, the newest known is {known}")]
    NewerVersion {
        /// Version of the text.
        found: u32,
        /// The newest version this program reads.
        known: u32,
    },
    /// A section of a name that does not exist.
    #[error("unknown section {0}")]
    UnknownSection(String),
    /// A section that stands twice.
    #[error("section {0} stands twice")]
    RepeatedSection(String),
    /// A line before the first section.
    #[error("line outside the sections")]
    OutsideSection,
    /// A column of a name that does not exist.
    #[error("unknown column {0}")]
    UnknownColumn(String),
    /// A column that stands twice.
    #[error("column {0} stands twice")]
    RepeatedColumn(String),
    /// A column that must be there.
    #[error("column {0} is missing")]
    MissingColumn(String),
    /// More cells than columns.
    #[error("{found} cells for {expected} columns")]
    CellCount {
        /// Columns of the header.
        expected: usize,
        /// Cells of the line.
        found: usize,
    },
    /// A cell begins with a quotation mark and does not end with one.
    #[error("quotation mark is not closed")]
    Quotes,
    /// A cell that must be filled is empty.
    #[error("empty")]
    Empty,
    /// The text cannot be taken.
    #[error(transparent)]
    Text(TextError),
    /// Not a code of small letters, digits and underscores.
    #[error("{0} is no code")]
    Code(String),
    /// Not one of the words.
    #[error("{text} is none of {}", allowed.join(", "))]
    Word {
        /// The text.
        text: String,
        /// The words it may be.
        allowed: Vec<&'static str>,
    },
    /// Not a day of the form `yyyy-mm-dd`.
    #[error("{0} is no date")]
    Date(String),
    /// Not a whole number in its range.
    #[error("{text} is no number from {least} to {most}")]
    Number {
        /// The text.
        text: String,
        /// The least number.
        least: i32,
        /// The greatest number.
        most: i32,
    },
    /// The row can be read but does not go with the others.
    #[error(transparent)]
    Misfit(Misfit),
}

/// Why an entry does not go with the others.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Misfit {
    /// The code belongs to another entry.
    #[error("code {0} is taken")]
    RepeatedCode(String),
    /// Two versions of one code are valid on the same day.
    #[error("versions of {code} overlap from {from:?} to {to:?}")]
    OverlappingValidity {
        /// The code.
        code: String,
        /// First day of the version that is one too many.
        from: Option<NaiveDate>,
        /// Its last day.
        to: Option<NaiveDate>,
    },
    /// The last day lies before the first.
    #[error("{code} ends {to} before it begins {from}")]
    Backwards {
        /// The code.
        code: String,
        /// First day.
        from: NaiveDate,
        /// Last day.
        to: NaiveDate,
    },
    /// The indicator is not known.
    #[error("unknown indicator {0}")]
    UnknownIndicator(String),
    /// The group is not known.
    #[error("unknown group {0}")]
    UnknownGroup(String),
    /// The dimension is not known.
    #[error("unknown dimension {0}")]
    UnknownDimension(String),
    /// The dimension of the partition is not known.
    #[error("unknown partition {0}")]
    UnknownPartition(String),
    /// A partition without the whole that it divides.
    #[error("partition {0} without a whole")]
    PartitionWithoutParent(String),
    /// The whole is not known.
    #[error("unknown whole {0}")]
    UnknownParent(String),
    /// The entry is, over some steps, a part of itself.
    #[error("{0} is a part of itself")]
    ParentCycle(String),
    /// The calendar is not known.
    #[error("unknown calendar {0}")]
    UnknownCalendar(String),
    /// Another version of the code takes another kind of number.
    #[error("versions of {0} differ in kind")]
    KindChanged(String),
}

impl Misfit {
    /// The column of the cell that does not fit, in the table of a section.
    #[must_use]
    pub const fn column(&self, section: Section) -> &'static str {
        match self {
            Self::UnknownDimension(_) if matches!(section, Section::Categories) => "dimension",
            Self::RepeatedCode(_) | Self::UnknownIndicator(_) => "code",
            Self::OverlappingValidity { .. } => "valid_from",
            Self::Backwards { .. } => "valid_to",
            Self::UnknownGroup(_) => "group",
            Self::UnknownDimension(_) => "dimensions",
            Self::UnknownPartition(_) | Self::PartitionWithoutParent(_) => "partition",
            Self::UnknownParent(_) | Self::ParentCycle(_) => "parent",
            Self::UnknownCalendar(_) => "calendar",
            Self::KindChanged(_) => "kind",
        }
    }
}

/// Why a catalogue was not taken.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum CatalogueError {
    /// A line of a catalogue file does not fit.
    #[error("{file}, {problem}")]
    File {
        /// File name.
        file: &'static str,
        /// The first problem in it.
        problem: PackProblem,
    },
    /// What the user defined does not go with the rest.
    #[error(transparent)]
    Own(#[from] Misfit),
}
