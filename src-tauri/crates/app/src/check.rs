//! The findings of a dossier, in words and with the field each belongs to.

use crate::app::App;
use crate::error::AppError;
use crate::field::{FieldKey, List, RowRef};
use crate::guide;
use crate::vi::findings;
use crate::view;
use bc138_domain::check::{self, Found, Problem, Subject};
use bc138_domain::{DossierPart, Kind};
use serde::Serialize;

pub use bc138_domain::check::Severity;

/// A finding, ready to be read by a person or a program.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Finding {
    /// Stable id within the dossier: code and subject.
    pub id: String,
    /// “K.001”.
    pub code: &'static str,
    /// “error”, “warning”, “note”.
    pub severity: &'static str,
    /// Title.
    pub title: String,
    /// What is wrong.
    pub text: String,
    /// What to do.
    pub todo: String,
    /// The field.
    pub key: Option<String>,
    /// The step on which the field stands.
    pub step: i32,
    /// The reason given for it.
    pub reason: Option<String>,
}

impl Finding {
    /// Whether it is an error or a warning without a reason.
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.severity == "error" || (self.severity == "warning" && self.reason.is_none())
    }

    /// Whether it is an error or a warning, settled or not.
    #[must_use]
    pub fn counts(&self) -> bool {
        self.severity != "note"
    }
}

impl App {
    /// All findings of the open dossier, gravest first.
    ///
    /// # Errors
    /// No dossier is open.
    pub fn findings(&self) -> Result<Vec<Finding>, AppError> {
        let part = self.part()?;
        let found = check::run(&part, &self.assets.catalogue);
        Ok(found.iter().map(|found| self.finding(&part, found)).collect())
    }

    fn finding(&self, part: &DossierPart, found: &Found) -> Finding {
        let problem = &found.problem;
        let (key, step) = self.place(part, &found.subject);
        let words = findings::words(problem, &self.name(part, &found.subject));
        let id = format!("{}/{}", problem.code(), subject_id(&found.subject));
        let given = part.reasons.iter().find(|reason| reason.finding == id);
        let sic = match problem {
            Problem::RecipientNotAllowed { sic, .. } => sic.clone(),
            _ => None,
        };
        Finding {
            code: problem.code(),
            severity: match problem.severity() {
                Severity::Error => "error",
                Severity::Warning => "warning",
                Severity::Note => "note",
            },
            title: words.title,
            text: words.text,
            todo: words.todo,
            key,
            step,
            reason: given.map(|reason| reason.text.clone()).or(sic),
            id,
        }
    }

    /// The field a subject is entered in, and its step.
    fn place(&self, part: &DossierPart, subject: &Subject) -> (Option<String>, i32) {
        let key = match subject {
            Subject::Dossier(field) => FieldKey::Dossier((*field).to_owned()),
            Subject::Figure(code) => {
                FieldKey::Figure { code: code.clone(), part: "amount".to_owned() }
            }
            Subject::Row(Kind::Award, id) => {
                let (list, row) = (List::Award, RowRef::Id(*id));
                FieldKey::Row { list, row, field: "form".to_owned() }
            }
            Subject::Row(..) => return (None, 1),
            Subject::Field(key) => match FieldKey::parse(key) {
                Some(key) => key,
                None => return (None, 1),
            },
        };
        let step = self.step_of(part, &key);
        (Some(key.to_string()), step)
    }

    pub(crate) fn step_of(&self, part: &DossierPart, key: &FieldKey) -> i32 {
        let catalogue = &self.assets.catalogue;
        let of_group = |code: &str| {
            catalogue.groups().iter().find(|group| group.code == code).map_or(2, |g| g.step)
        };
        match key {
            FieldKey::Dossier(_) | FieldKey::Setting(_) => 1,
            FieldKey::Figure { code, .. } => {
                self.indicator(part, code).map_or(2, |it| of_group(&it.group))
            }
            FieldKey::NewIndicator { group } => of_group(group),
            FieldKey::Row { list, .. } => guide::step_of_list(*list, catalogue),
        }
    }

    fn name(&self, part: &DossierPart, subject: &Subject) -> String {
        match subject {
            Subject::Dossier(field) => self.label_of(part, &FieldKey::Dossier((*field).to_owned())),
            Subject::Figure(code) => {
                self.indicator(part, code).map_or_else(|| code.clone(), |it| it.name)
            }
            Subject::Row(_, id) => match award_number(part, *id) {
                Some(number) => format!("Khen thưởng, dòng {number}"),
                None => String::new(),
            },
            Subject::Field(key) => FieldKey::parse(key)
                .map(|key| self.label_of(part, &key))
                .unwrap_or_else(|| key.clone()),
        }
    }
}

fn award_number(part: &DossierPart, id: i32) -> Option<usize> {
    part.awards.iter().position(|award| award.id == id).map(|index| index + 1)
}

/// The part of a finding's id that names its subject; rows by their id, which outlives the order.
fn subject_id(subject: &Subject) -> String {
    match subject {
        Subject::Dossier(field) => format!("dossier/{field}"),
        Subject::Figure(code) => format!("figure/{code}"),
        Subject::Row(kind, id) => format!("{}/{id}", kind.table()),
        Subject::Field(key) => key.clone(),
    }
}

impl From<&Finding> for view::Finding {
    fn from(finding: &Finding) -> Self {
        Self {
            id: finding.id.clone(),
            code: finding.code.to_owned(),
            severity: match finding.severity {
                "error" => view::Severity::Error,
                "warning" => view::Severity::Warning,
                _ => view::Severity::Note,
            },
            title: finding.title.clone(),
            text: finding.text.clone(),
            todo: finding.todo.clone(),
            step: finding.step,
            key: finding.key.clone(),
            reason: finding.reason.clone(),
            needs_reason: finding.severity == "warning",
        }
    }
}
