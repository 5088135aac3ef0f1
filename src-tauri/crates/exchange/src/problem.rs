//! What can be wrong with a file, and where: every problem carries data, never a sentence for the
//! user.

use bc138_domain::Window;
use bc138_domain::cell::CellError;
use bc138_domain::date::DateError;
use bc138_domain::text::TextError;
use bc138_domain::window::WindowError;

/// A value of a file.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Place {
    /// The way to it, as a JSON Pointer (RFC 6901): `/dossiers/0/figures/3/amount`.
    pub pointer: String,
    /// Its line, from 1.
    pub line: usize,
    /// Its column in characters, from 1.
    pub column: usize,
}

/// One thing that is wrong in a file.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{} (line {}, column {}): {kind}", place.pointer, place.line, place.column)]
pub struct Problem {
    /// Where. For a missing member it is the object that should hold it.
    pub place: Place,
    /// What.
    pub kind: ProblemKind,
}

/// What is wrong.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ProblemKind {
    /// The bytes are no UTF-8 text.
    #[error("not UTF-8")]
    NotUtf8,
    /// The file is larger than can be read.
    #[error("more than {limit} bytes")]
    TooLarge {
        /// The most that is read.
        limit: usize,
    },
    /// The reading was stopped.
    #[error("stopped")]
    Stopped,
    /// The file holds something else than JSON: a web page, a document, words.
    #[error("not JSON at all")]
    NotJson,
    /// The text is no JSON.
    #[error(transparent)]
    Syntax(#[from] Fault),
    /// A key stands twice in one object.
    #[error("key {key:?} stands twice")]
    DuplicateKey {
        /// The key.
        key: String,
    },
    /// More values, records or entries than are taken.
    #[error("more than {limit} values in one place")]
    TooMany {
        /// The most that is taken.
        limit: usize,
    },
    /// The file does not say that it is of this format.
    #[error("format is {found:?}, not \"bc138\"")]
    NotThisFormat {
        /// What it says instead.
        found: Option<String>,
    },
    /// The file is of a version that this program does not know.
    #[error("version {found} is not {known}")]
    UnknownVersion {
        /// The file's version.
        found: String,
        /// The version this program reads.
        known: i64,
    },
    /// A key that means nothing here.
    #[error("unknown key {key:?}")]
    UnknownKey {
        /// The key.
        key: String,
        /// The key that was probably meant.
        likely: Option<String>,
    },
    /// Something that cannot be left out is missing.
    #[error("{key:?} is missing")]
    Missing {
        /// Its key.
        key: &'static str,
    },
    /// A value of another type than stands here.
    #[error("{found:?} where {wanted:?} stands")]
    WrongType {
        /// What stands here.
        wanted: Wanted,
        /// What was found.
        found: JsonType,
    },
    /// A word that is none of the choices.
    #[error("unknown word {word:?}")]
    UnknownWord {
        /// The word.
        word: String,
        /// The choices, in Vietnamese terms.
        choices: Vec<&'static str>,
        /// The choice that was probably meant.
        likely: Option<&'static str>,
    },
    /// A number that is not taken.
    #[error(transparent)]
    Number(#[from] NumberProblem),
    /// An amount as it is typed into a cell, that cannot be read.
    #[error(transparent)]
    Cell(#[from] CellError),
    /// A text that is not taken.
    #[error(transparent)]
    Text(#[from] TextError),
    /// A date that cannot be read.
    #[error(transparent)]
    Date(#[from] DateError),
    /// A window that runs backwards.
    #[error(transparent)]
    Window(#[from] WindowError),
    /// A reference to something that is not there.
    #[error("no {subject:?} {name:?}")]
    NoSuch {
        /// What was looked for.
        subject: Subject,
        /// The id, code or name that was given.
        name: String,
        /// The one that was probably meant.
        likely: Option<String>,
    },
    /// A reference that fits several things.
    #[error("{count} of {subject:?} are called {name:?}")]
    Ambiguous {
        /// What was looked for.
        subject: Subject,
        /// The name that was given.
        name: String,
        /// How many it fits.
        count: usize,
        /// Their codes or keys, where they have any.
        candidates: Vec<String>,
    },
    /// Two numbers of one unit, measure and window.
    #[error("{indicator:?} of {unit:?} stands twice for one window")]
    CellTwice {
        /// Key of the unit.
        unit: String,
        /// Code of the indicator.
        indicator: String,
        /// The window of both.
        window: Window,
    },
    /// A text that must say something is empty.
    #[error("empty")]
    Empty,
    /// An id, code, name or place in a table that is already taken.
    #[error("{value:?} is already taken")]
    Taken {
        /// What is taken.
        value: String,
    },
    /// Two keys that say the same thing in two ways.
    #[error("{key:?} cannot stand beside {other:?}")]
    Conflict {
        /// One.
        key: &'static str,
        /// The other.
        other: &'static str,
    },
    /// A part that belongs to itself, directly or through others.
    #[error("a part of itself")]
    Circular,
    /// A state that has no amount (không phát sinh) beside an amount.
    #[error("an amount beside a state without one")]
    NeedlessAmount,
    /// A kind of amount that the indicator does not take, for instance đồng for a count.
    #[error("amount of a kind that {indicator:?} does not take")]
    UnfitAmount {
        /// Code of the indicator.
        indicator: String,
    },
    /// A row with more or fewer cells than its table has columns.
    #[error("{found} cells where {wanted} stand")]
    RowLength {
        /// Cells in the row.
        found: usize,
        /// Cells that should be there.
        wanted: usize,
    },
    /// A photo that is not taken.
    #[error(transparent)]
    Photo(#[from] PhotoProblem),
    /// The value does not fit the record for a reason that only the record knows.
    #[error("not taken: {message}")]
    Rejected {
        /// What the record said.
        message: String,
    },
    /// The list of problems is cut here.
    #[error("more than {limit} problems")]
    ManyMore {
        /// How many are listed.
        limit: usize,
    },
}

/// Why a text is no JSON.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Fault {
    /// The text ends too early: a file that was cut.
    #[error("the text ends too early")]
    Ended,
    /// Another character than may stand here.
    #[error("{found:?} where {due:?} is due")]
    Unexpected {
        /// The character.
        found: char,
        /// What may stand here.
        due: Due,
    },
    /// A backslash in a string that begins no escape, or half of a surrogate pair.
    #[error("bad escape in a string")]
    Escape,
    /// A control character in a string: a line break, for instance.
    #[error("control character U+{0:04X} in a string")]
    Control(u32),
    /// A number that is not written the JSON way: `09`, `1.`, `+5`.
    #[error("bad number")]
    Number,
    /// Lists and objects inside one another, too deep to mean anything.
    #[error("nested deeper than {limit}")]
    TooDeep {
        /// The deepest that is read.
        limit: usize,
    },
    /// Something stands behind the end of the file's object.
    #[error("text behind the end")]
    Trailing,
}

/// What is due at a place of a JSON text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Due {
    /// Any value.
    Value,
    /// A key in quotation marks.
    Key,
    /// The colon behind a key.
    Colon,
    /// A comma or the closing bracket.
    CommaOrBracket,
    /// A comma or the closing brace.
    CommaOrBrace,
}

/// What a value may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wanted {
    /// A text.
    Text,
    /// A text, or a list of texts.
    Texts,
    /// A whole number.
    WholeNumber,
    /// A number, with or without decimals.
    Number,
    /// `true` or `false`.
    Flag,
    /// A list.
    List,
    /// An object.
    Object,
    /// A date.
    Date,
    /// A window: a year, words, or an object.
    Window,
    /// An amount as it is typed, a number, or an object.
    Amount,
    /// An id, or the name of another part.
    Reference,
}

/// The type of a JSON value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum JsonType {
    /// `null`.
    Null,
    /// `true` or `false`.
    Flag,
    /// A number.
    Number,
    /// A string.
    Text,
    /// A list.
    List,
    /// An object.
    Object,
}

/// Why a number is not taken.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NumberProblem {
    /// Below zero.
    #[error("negative number")]
    Negative,
    /// A fraction where a count is needed.
    #[error("not a whole number")]
    NotWhole,
    /// Outside what may stand here.
    #[error("not from {min} to {max}")]
    OutOfRange {
        /// Least.
        min: i64,
        /// Most.
        max: i64,
    },
    /// A point before exactly three digits: decimals, or Vietnamese thousands?
    #[error("a point before three digits; {thousands} or {decimal}?")]
    Ambiguous {
        /// How the thousands are written.
        thousands: String,
        /// How the decimals are written.
        decimal: String,
    },
    /// More than three decimals.
    #[error("more than three decimals")]
    TooPrecise,
    /// Written with an exponent: 1e3.
    #[error("written with an exponent")]
    Exponent,
}

/// Why a photo is not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum PhotoProblem {
    /// The text is no base64.
    #[error("not base64")]
    Encoding,
    /// The bytes are not those of the hash.
    #[error("the bytes do not have this SHA-256")]
    Hash,
}

/// What a reference points to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Subject {
    /// An indicator (chỉ tiêu), by code.
    Indicator,
    /// A form of award (hình thức khen thưởng), by code or name.
    AwardForm,
    /// A group of fields, by code or title.
    FieldGroup,
    /// A unit (đơn vị), by key or name.
    Unit,
    /// A photo, by hash or local name.
    Photo,
    /// A participant of the same dossier.
    Participant,
    /// A speech of the same dossier.
    Speech,
    /// A figure of the same dossier.
    Figure,
    /// An award of the same dossier.
    Award,
    /// Another part of the same dossier.
    Part,
    /// A place in the dictionaries of entries, or a row.
    Entry,
}
