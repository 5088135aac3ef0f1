//! Why a use case did not happen. Variants carry data; [`crate::vi::messages`] makes the sentence.

use crate::awards::BlockFault;
use bc138_domain::Stopped;
use bc138_domain::catalogue::CatalogueError;
use bc138_domain::{NewUnit, UnitAct, UnitEvent};
use bc138_report::ReportError;
use bc138_store::StoreError;
use bc138_units::{EventError, Registry, UnitIx};
use chrono::NaiveDate;
use std::collections::BTreeMap;
use std::path::PathBuf;

/// Everything that can go wrong above the store.
#[derive(Debug, thiserror::Error)]
pub enum AppError {
    /// The store failed.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// A pasted list holds something that cannot be taken.
    #[error("{} places of the pasted list", .0.len())]
    Block(Vec<BlockFault>),
    /// Long work was stopped before it was done; nothing of it is kept.
    #[error(transparent)]
    Stopped(#[from] Stopped),
    /// A catalogue file is wrong.
    #[error(transparent)]
    Catalogue(#[from] CatalogueError),
    /// The document could not be laid out.
    #[error(transparent)]
    Report(#[from] ReportError),
    /// The workbook could not be written.
    #[error(transparent)]
    Workbook(#[from] bc138_workbook::WorkbookError),
    /// A template is wrong.
    #[error("template {name}: {detail}")]
    Template {
        /// The template file.
        name: String,
        /// What is wrong, with its line.
        detail: String,
    },
    /// There is no sample of this name.
    #[error("no sample {0}")]
    NoSuchSample(String),
    /// A sample file is wrong.
    #[error("sample {name}, {key}: {detail}")]
    Sample {
        /// The sample.
        name: String,
        /// The field.
        key: String,
        /// What is wrong.
        detail: String,
    },
    /// There is no dossier yet, or it is gone.
    #[error("no dossier")]
    NoDossier,
    /// A file is no document of this program, or says nothing of its figures.
    #[error("{} carries no facts", .0.display())]
    NoFacts(PathBuf),
    /// A file speaks of a dossier that is not in this store.
    #[error("no dossier {0} here")]
    OtherDossier(String),
    /// There is no kind of document of this name.
    #[error("no kind of document {0}")]
    NoSuchStyle(String),
    /// A document has no paragraph of this number.
    #[error("no paragraph {0}")]
    NoSuchParagraph(i32),
    /// Words that cannot be stored.
    #[error(transparent)]
    UnfitWords(bc138_domain::text::TextError),
    /// The dossier has no award of this id that stands.
    #[error("no award {0}")]
    NoSuchAward(i32),
    /// The layout of a file cannot be checked.
    #[error(transparent)]
    Lint(#[from] bc138_nd30::LintError),
    /// The rules of layout are wrong.
    #[error(transparent)]
    LayoutRules(#[from] bc138_nd30::RulesError),
    /// No field has this key.
    #[error("no field {0}")]
    NoSuchField(String),
    /// A file could not be written.
    #[error("cannot write {path}: {source}")]
    Write {
        /// The file.
        path: PathBuf,
        /// The system's reason.
        source: std::io::Error,
    },
    /// A photo could not be read.
    #[error("cannot read {path}: {source}")]
    Read {
        /// The file.
        path: PathBuf,
        /// The system's reason.
        source: std::io::Error,
    },
    /// A document was asked for in a format that is not known.
    #[error("unknown format {0}")]
    UnknownFormat(String),
    /// A spreadsheet was asked for of a document that has no tables of its own.
    #[error("a document without tables is no spreadsheet")]
    NoTables,
    /// The embedded register of units is wrong.
    #[error(transparent)]
    Register(#[from] bc138_units::ReadError),
    /// An embedded file of checks is wrong.
    #[error(transparent)]
    Checks(#[from] bc138_checks::BookError),
    /// No caption has this number.
    #[error("no caption {number} among {}", captions.len())]
    NoSuchPhoto {
        /// The number.
        number: usize,
        /// The captions there are.
        captions: Vec<String>,
    },
    /// No document of this dossier was saved under this name.
    #[error("no document {wanted:?} among {}", known.len())]
    NoSuchDraft {
        /// What was given; empty for the last one of any name.
        wanted: String,
        /// Those that were saved: name and time.
        known: Vec<String>,
    },
    /// No unit has this key.
    #[error("no unit {0}")]
    NoSuchUnit(String),
    /// Entries name units that the register does not have.
    #[error(transparent)]
    Cube(#[from] bc138_series::CubeError),
    /// Numbers still use it.
    #[error("{name} is in use")]
    InUse {
        /// Its name.
        name: String,
    },
    /// Numbers on other borders are not typed into.
    #[error("another lens is shown")]
    LensLocked,
    /// The unit does not exist on the day of the cut-off.
    #[error("{unit} does not exist on {day}")]
    UnitNotThen {
        /// Its full label.
        unit: String,
        /// The day as printed.
        day: String,
    },
    /// A pasted block reaches beyond the table.
    #[error("block reaches beyond the table at {row}, {column}")]
    BlockTooLarge {
        /// Row of the block, from 1.
        row: usize,
        /// Column of the block, from 1.
        column: usize,
    },
    /// The year is closed.
    #[error("year {year} is closed since {day}")]
    YearClosed {
        /// The year.
        year: i32,
        /// When it was closed, as printed.
        day: String,
    },
    /// An event of units would change the units of a closed year.
    #[error("an event of {date} changes year {year}, closed since {day}")]
    EventInClosedYear {
        /// The day of the event, as printed.
        date: String,
        /// The year.
        year: i32,
        /// When it was closed, as printed.
        day: String,
    },
    /// The step does not follow from the year's state.
    #[error("year {year} cannot take this step")]
    YearStep {
        /// The year.
        year: i32,
    },
    /// An event of units cannot be.
    #[error("event of units: {problem}")]
    Event {
        /// Why not.
        problem: bc138_units::EventProblem,
        /// Labels of the units it names, by key.
        names: BTreeMap<String, String>,
    },
    /// The embedded legal tables of awards are wrong.
    #[error(transparent)]
    AwardTables(#[from] bc138_awards::tsv::TableError),
    /// A setting of awards cannot be read.
    #[error(transparent)]
    AwardSetting(#[from] bc138_awards::key::UnreadableSetting),
    /// A recipient breaks a legal rule.
    #[error("{} breaks {}", .0.recipient, .0.violation.rule)]
    Unlawful(Box<crate::awards::Unlawful>),
    /// An award was revoked before it was decided.
    #[error("revoked on {revoked}, decided on {decided}")]
    RevokedBefore {
        /// The day of the revocation.
        revoked: NaiveDate,
        /// The day of the decision.
        decided: NaiveDate,
    },
    /// Nobody knows what a cell of a pasted list is.
    #[error("what is in row {row}, column {column}: {text}")]
    PastedColumn {
        /// Row of the block, from 1.
        row: usize,
        /// Column of the block, from 1.
        column: usize,
        /// The cell.
        text: String,
    },
    /// A dossier cannot be made from what was given.
    #[error("field {key} refused")]
    Refused {
        /// The field.
        key: String,
        /// Why.
        refusal: crate::field::Refusal,
    },
}

impl AppError {
    /// The first reason why events cannot be, with the labels of the units it names.
    pub(crate) fn events(registry: &Registry, events: &[UnitEvent], errors: &[EventError]) -> Self {
        match errors.first() {
            Some(error) => Self::event(registry, events, error),
            None => Self::NoDossier,
        }
    }

    /// Why an event cannot be, with the labels of the units it names: those of the register and
    /// those that the events make.
    pub(crate) fn event(registry: &Registry, events: &[UnitEvent], error: &EventError) -> Self {
        let words = format!("{:?}", error.problem);
        let label = |ix: UnitIx| {
            let first = registry.lifetime(ix).and_then(|life| life.last.or(life.first));
            registry.label(ix, first.unwrap_or_default())
        };
        let made: BTreeMap<&str, String> =
            events.iter().flat_map(|event| made(&event.act)).collect();
        let named = words.split('"').filter_map(|key| {
            let known = registry.find(key).map(label).or_else(|| made.get(key).cloned())?;
            Some((key.to_owned(), known))
        });
        Self::Event { problem: error.problem.clone(), names: named.collect() }
    }
}

/// The units that an event makes, by key, as they are called.
fn made(act: &UnitAct) -> Vec<(&str, String)> {
    let units: Vec<&NewUnit> = match act {
        UnitAct::Create { unit } => vec![unit],
        UnitAct::Merge { created, .. } => created.iter().collect(),
        UnitAct::Split { created, .. } => created.iter().collect(),
        _ => Vec::new(),
    };
    let called = |it: &NewUnit| format!("{} {} ({})", it.kind.noun(), it.name, it.key);
    units.into_iter().map(|it| (it.key.as_str(), called(it))).collect()
}
