//! What the window is told: plain data, ready to be drawn. These types cross to TypeScript
//! (`ui/src/lib/ipc/bindings.ts` is generated from them), so they hold no 64-bit integers.

mod awards;
mod chart;
mod log;
mod office;
mod order;
mod sheet;
mod truth;
mod units;
mod wording;

pub use awards::*;
pub use chart::*;
pub use log::*;
pub use office::*;
pub use order::*;
pub use sheet::*;
pub use truth::*;
pub use units::*;
pub use wording::*;

use serde::{Deserialize, Serialize};
use specta::Type;

/// How much a finding or message weighs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// Wrong.
    Error,
    /// Perhaps wrong.
    Warning,
    /// Worth knowing.
    Note,
}

/// What kind of input a field is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "lowercase")]
pub enum FieldKind {
    /// A number, x/y, percentage or amount in words.
    Amount,
    /// One line.
    Text,
    /// A paragraph.
    Long,
    /// A day.
    Date,
    /// One of several.
    Choice,
}

/// Whether a field's text is stored.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "lowercase")]
pub enum FieldState {
    /// Nothing there.
    Empty,
    /// Stored and understood.
    Saved,
    /// Kept, but not understood yet.
    Draft,
}

/// How a group is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "lowercase")]
pub enum GroupLayout {
    /// A table of figures.
    Grid,
    /// Labelled fields.
    Form,
    /// Entries added one by one.
    Rows,
}

/// How far a step is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "lowercase")]
pub enum StepState {
    /// Nothing entered.
    Empty,
    /// Begun.
    Partial,
    /// Complete.
    Done,
    /// Has findings.
    Attention,
}

/// What a piece of a sentence is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "lowercase")]
pub enum SpanKind {
    /// Words.
    Text,
    /// A figure.
    Figure,
    /// A missing figure.
    Gap,
}

/// Direction of a change.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "lowercase")]
pub enum Direction {
    /// More.
    Up,
    /// Less.
    Down,
    /// The same.
    Same,
    /// Not comparable.
    None,
}

/// A value offered in place of what was typed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Offer {
    /// Words on the button.
    pub label: String,
    /// The text it would type.
    pub text: String,
}

/// A message beside a field: what, where, what to do.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Message {
    /// Weight.
    pub severity: Severity,
    /// The sentence.
    pub text: String,
    /// A way out, where there is one.
    pub offer: Option<Offer>,
}

/// One choice of a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Choice {
    /// What is stored.
    pub value: String,
    /// What is read.
    pub label: String,
}

impl Choice {
    pub(crate) fn new(value: impl Into<String>, label: impl Into<String>) -> Self {
        Self { value: value.into(), label: label.into() }
    }
}

/// One field.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Field {
    /// Key by which it is written.
    pub key: String,
    /// Label.
    pub label: String,
    /// Kind of input.
    pub kind: FieldKind,
    /// Text when not being edited.
    pub text: String,
    /// Grey example.
    pub placeholder: String,
    /// One line of help.
    pub hint: Option<String>,
    /// Choices, for a choice.
    pub choices: Vec<Choice>,
    /// Stored or not.
    pub state: FieldState,
    /// What is wrong with it.
    pub message: Option<Message>,
    /// Width in twelfths.
    pub span: u8,
}

/// A change against the window before.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Comparison {
    /// “2,3 điểm %”.
    pub text: String,
    /// Up or down.
    pub direction: Direction,
}

/// A row of a table or an entry of a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Row {
    /// Key of the row.
    pub key: String,
    /// Left column of a table.
    pub label: String,
    /// Fields; in a table the first is the amount, the others are details.
    pub cells: Vec<Field>,
    /// Percentage.
    pub rate: Option<String>,
    /// Value of the window before.
    pub previous: Option<String>,
    /// Change against it.
    pub comparison: Option<Comparison>,
    /// Whether it can be removed.
    pub removable: bool,
    /// Words on the button that puts a photo there; nothing where no photo belongs.
    pub photo: Option<String>,
}

/// A piece of a sentence.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct SentenceSpan {
    /// Text; empty for a gap.
    pub text: String,
    /// Kind.
    pub kind: SpanKind,
    /// Key of the field it comes from.
    pub key: Option<String>,
}

/// A sentence that will be printed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Sentence {
    /// Pieces.
    pub spans: Vec<SentenceSpan>,
}

/// A group of fields.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Group {
    /// Code.
    pub id: String,
    /// Heading.
    pub title: String,
    /// One line of help.
    pub hint: Option<String>,
    /// How it is drawn.
    pub layout: GroupLayout,
    /// Head of the column of the window before.
    pub previous_title: Option<String>,
    /// Rows.
    pub rows: Vec<Row>,
    /// Câu sẽ in.
    pub sentences: Vec<Sentence>,
    /// Indicators that can be added.
    pub optional: Vec<Choice>,
}

/// One step of the guided path.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct StepView {
    /// Number, 1 to 6.
    pub step: i32,
    /// Heading.
    pub title: String,
    /// Window and place.
    pub subtitle: String,
    /// Groups.
    pub groups: Vec<Group>,
}

/// A step in the list on the left.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct StepProgress {
    /// Number, 1 to 8.
    pub number: i32,
    /// Short name.
    pub title: String,
    /// Fields filled, or findings.
    pub done: i32,
    /// Fields wanted.
    pub total: i32,
    /// State.
    pub state: StepState,
}

/// A dossier in the list at the top.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct DossierRef {
    /// Id.
    pub id: i32,
    /// “Lạng Sơn · Tổng kết 2022”.
    pub label: String,
    /// Period or date.
    pub note: String,
}

/// Where the clerk stopped.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Place {
    /// Step; 0 is the year's home.
    pub step: i32,
    /// Field.
    pub key: Option<String>,
}

/// The frame around the steps.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Desk {
    /// The open dossier.
    pub dossier: Option<DossierRef>,
    /// All dossiers.
    pub dossiers: Vec<DossierRef>,
    /// Whether this is a copy to practise on.
    pub practice: bool,
    /// Samples to practise on.
    pub samples: Vec<Choice>,
    /// Provinces to choose from.
    pub provinces: Vec<Choice>,
    /// Steps.
    pub steps: Vec<StepProgress>,
    /// Percent of the fields wanted.
    pub percent: i32,
    /// Fields filled.
    pub done: i32,
    /// Fields wanted.
    pub total: i32,
    /// “14:02”.
    pub saved_at: Option<String>,
    /// What undo would take back.
    pub undo: Option<String>,
    /// What redo would do again.
    pub redo: Option<String>,
    /// Where the clerk stopped.
    pub place: Option<Place>,
    /// Version of the program.
    pub version: String,
}

/// The answer to a typed field.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct SaveOutcome {
    /// The frame.
    pub desk: Desk,
    /// The step.
    pub step: StepView,
    /// The key the field has now (a new row got its number).
    pub key: String,
    /// Whether the text was understood; if not it is kept as a draft.
    pub saved: bool,
}

/// A finding of the checks.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Finding {
    /// Stable id: code and subject.
    pub id: String,
    /// “K.001”.
    pub code: String,
    /// Weight.
    pub severity: Severity,
    /// Title.
    pub title: String,
    /// What is wrong.
    pub text: String,
    /// What to do.
    pub todo: String,
    /// Where: the step.
    pub step: i32,
    /// Where: the field.
    pub key: Option<String>,
    /// The reason given.
    pub reason: Option<String>,
    /// Where the law says so.
    pub legal: Option<String>,
    /// Whether a reason settles it.
    pub needs_reason: bool,
}

/// Something to do next.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct NextAction {
    /// What.
    pub text: String,
    /// Words on the button.
    pub button: String,
    /// Where.
    pub step: i32,
    /// Where: the field.
    pub key: Option<String>,
}

/// A document written before.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct SavedDocument {
    /// Name.
    pub name: String,
    /// Where it lies.
    pub path: String,
    /// When.
    pub at: String,
    /// Whether figures changed since.
    pub stale: bool,
}

/// The home of a year.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Home {
    /// Title.
    pub title: String,
    /// Organiser, date, form.
    pub subtitle: String,
    /// What to do next, three at most.
    pub next: Vec<NextAction>,
    /// Errors found.
    pub errors: i32,
    /// Warnings found.
    pub warnings: i32,
    /// Notes found.
    pub notes: i32,
    /// Documents.
    pub documents: Vec<SavedDocument>,
    /// Where the data lie.
    pub store: String,
}

/// The pages as they will be printed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Preview {
    /// SVG of each page.
    pub pages: Vec<String>,
    /// Findings not settled.
    pub findings: i32,
}
