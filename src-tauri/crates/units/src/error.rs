//! What can be wrong with the files of a register and with events of units.

use bc138_domain::{Fixed, Level, UnitKind};
use chrono::NaiveDate;
use std::fmt;

/// The two files a register is read from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RegistryFile {
    /// `units.tsv`.
    Units,
    /// `succession.tsv`.
    Succession,
}

impl fmt::Display for RegistryFile {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Units => "units.tsv",
            Self::Succession => "succession.tsv",
        })
    }
}

/// A line of a register's file that was not taken.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{file}, line {line}: {problem}")]
pub struct ReadError {
    /// The file.
    pub file: RegistryFile,
    /// The line, counted from 1 with the heading.
    pub line: usize,
    /// What is wrong with it.
    pub problem: ReadProblem,
}

/// What is wrong with a line.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ReadProblem {
    /// The first line is not the expected heading.
    #[error("heading expected: {0}")]
    Heading(&'static str),
    /// Not as many columns as the heading.
    #[error("{found} columns instead of {expected}")]
    Columns {
        /// Columns of the heading.
        expected: usize,
        /// Columns of the line.
        found: usize,
    },
    /// A cell that holds none of the words its column knows, no date, or nothing.
    #[error("column {column} cannot be {text:?}")]
    Cell {
        /// The column's name.
        column: &'static str,
        /// The cell's text.
        text: String,
    },
    /// The type does not belong to the level.
    #[error("{kind:?} is no type of level {level:?}")]
    KindOfOtherLevel {
        /// Level of the line.
        level: Level,
        /// Type of the line.
        kind: UnitKind,
    },
    /// The key is there already.
    #[error("key {0} twice")]
    DuplicateKey(String),
    /// A key that no line above (units) or no unit (succession) has.
    #[error("unknown key {0}")]
    UnknownKey(String),
    /// The parent is missing, of a level that cannot hold the unit, or lives on none of its days.
    #[error("{0:?} cannot be the parent")]
    Parent(String),
    /// The last day lies before the first.
    #[error("ends before it begins")]
    Lifetime,
    /// Another unit carries the same code on the same days.
    #[error("same code and days as {0}")]
    Overlap(String),
    /// The old unit does not end the day before, or the new one does not begin on the day.
    #[error("the two units do not meet on that day")]
    NoMeeting,
    /// The old unit passes on as a whole more than once, or both whole and in parts, or in one
    /// part only.
    #[error("the parts of {0} are no whole and no division")]
    Extent(String),
    /// More units than a register holds.
    #[error("too many units")]
    TooMany,
}

/// An event that cannot be applied.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("event {id}: {problem}")]
pub struct EventError {
    /// Id of the event.
    pub id: i32,
    /// Why not.
    pub problem: EventProblem,
}

/// What an event may say of a unit only once a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Aspect {
    /// Its name.
    Name,
    /// Its type.
    Kind,
    /// Where it belongs.
    Parent,
    /// Its territory: merged, divided, abolished, or taking another one over.
    Territory,
    /// How its figures are shared out.
    Share,
}

/// Why an event cannot be applied.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum EventProblem {
    /// Two events carry this id.
    #[error("the id is taken")]
    DuplicateId,
    /// No unit has this key.
    #[error("unknown unit {0}")]
    UnknownUnit(String),
    /// The unit does not exist yet on the event's day.
    #[error("{unit} begins on {first}")]
    NotYet {
        /// Key.
        unit: String,
        /// Its first day.
        first: NaiveDate,
    },
    /// The unit does not exist any more on the event's day.
    #[error("{unit} ended on {last}")]
    Ended {
        /// Key.
        unit: String,
        /// Its last day.
        last: NaiveDate,
    },
    /// The official lists say when the unit ends; an event cannot end it sooner.
    #[error("{unit} ends officially on {last}")]
    EndsOfficially {
        /// Key.
        unit: String,
        /// Its last day.
        last: NaiveDate,
    },
    /// A unit with this key is there already.
    #[error("key {0} is taken")]
    DuplicateKey(String),
    /// A unit of the user's is keyed `U` and a number.
    #[error("{0} is no key for an own unit")]
    MalformedKey(String),
    /// The name is empty, too long or cannot be printed.
    #[error("{unit} cannot be named {name:?}")]
    Name {
        /// Key.
        unit: String,
        /// The name as given.
        name: String,
    },
    /// The units are of different levels.
    #[error("{unit} and {other} are of different levels")]
    LevelMismatch {
        /// Key.
        unit: String,
        /// Key of the other unit.
        other: String,
    },
    /// The type does not belong to the unit's level.
    #[error("{unit} of level {level:?} cannot be of type {kind:?}")]
    KindOfOtherLevel {
        /// Key.
        unit: String,
        /// Its level.
        level: Level,
        /// The type.
        kind: UnitKind,
    },
    /// The law has no units of this type on that day: thị trấn and districts after 30/06/2025,
    /// đặc khu before 01/07/2025.
    #[error("no unit {unit} of type {kind:?} on that day")]
    KindNotOnDay {
        /// Key.
        unit: String,
        /// The type.
        kind: UnitKind,
    },
    /// The unit must belong to another one.
    #[error("{0} belongs nowhere")]
    NoParent(String),
    /// The parent is of a level that cannot hold the unit.
    #[error("{parent} cannot hold {unit}")]
    ParentLevel {
        /// Key.
        unit: String,
        /// Key of the parent.
        parent: String,
    },
    /// The unit would belong to itself, directly or through others.
    #[error("{unit} would belong to itself through {parent}")]
    CyclicParent {
        /// Key.
        unit: String,
        /// Key of the parent.
        parent: String,
    },
    /// A unit cannot be merged into itself.
    #[error("{0} is merged into itself")]
    MergedIntoItself(String),
    /// A key stands twice in one list.
    #[error("{0} is named twice")]
    NamedTwice(String),
    /// A merger from nothing, or a division into fewer than two parts.
    #[error("too few units")]
    TooFew,
    /// A new unit is described that takes nothing over.
    #[error("{0} is created and takes nothing over")]
    CreatedInVain(String),
    /// Another event says something else of the same unit on the same day.
    #[error("event {other} of the same day already sets {aspect:?} of {unit}")]
    SameDay {
        /// Key.
        unit: String,
        /// What both events set.
        aspect: Aspect,
        /// Id of the other event.
        other: i32,
    },
    /// Shares were given for a unit that was not divided up to that day.
    #[error("{0} was not divided")]
    NotDivided(String),
    /// A share was given for a unit that is not among the successors.
    #[error("{0} is no successor")]
    NoSuccessor(String),
    /// A successor has no share; say 0 when it takes none.
    #[error("no share for {0}")]
    ShareMissing(String),
    /// Shares by hand do not sum to 100.
    #[error("shares sum to {0}")]
    NotHundred(Fixed),
    /// A weight is negative, or a count of khu dân cư is not whole.
    #[error("{unit} cannot weigh {weight}")]
    Weight {
        /// Key of the part.
        unit: String,
        /// The weight.
        weight: Fixed,
    },
    /// All weights are zero.
    #[error("all weights are zero")]
    NoWeight,
    /// The unit is abolished while others still belong to it.
    #[error("{unit} still holds {count} units, {member} first")]
    HasMembers {
        /// Key.
        unit: String,
        /// Key of the first unit that belongs to it.
        member: String,
        /// How many belong to it.
        count: usize,
    },
    /// Another unit of the same type and name belongs to the same unit on that day.
    #[error("{unit} is called like {other}")]
    Namesake {
        /// Key.
        unit: String,
        /// Key of the other unit.
        other: String,
    },
    /// More units than a register holds.
    #[error("too many units")]
    TooMany,
}
