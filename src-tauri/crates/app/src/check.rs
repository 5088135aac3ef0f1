//! The findings of a dossier, in words and with the field each belongs to.

use crate::app::App;
use crate::error::AppError;
use crate::field::{FieldKey, List, RowRef, further};
use crate::guide;
use crate::own_catalogue::Unfit;
use crate::register::own_unit;
use crate::vi::{findings, templates};
use crate::view;
use crate::wording::Departure;
use bc138_checks::{Book, CausePhrase, Context, Found, Place, RollUp};
use bc138_domain::{DossierPart, Kind, PassageRole, Scope, Window};
use bc138_series::{Territory, total};
use bc138_units::{Registry, UnitIx};
use serde::Serialize;

pub use bc138_checks::Severity;

/// A finding, ready to be read by a person or a program.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct Finding {
    /// Stable id within the dossier: code and subject.
    pub id: String,
    /// “K.001”.
    pub code: String,
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
    /// Why it matters.
    #[serde(skip)]
    pub why: String,
    /// Where the law says so.
    #[serde(skip)]
    pub legal: Option<String>,
    /// Reasons that are often given, to choose from.
    #[serde(skip)]
    pub reasons: Vec<String>,
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
    /// All findings of the open dossier, gravest first. Totals over the units are compared as far
    /// as the table of units has been read.
    ///
    /// # Errors
    /// No dossier is open, or an embedded file is wrong.
    pub fn findings(&self) -> Result<Vec<Finding>, AppError> {
        let part = self.part()?;
        let book = self.assets.book()?;
        let found = self.found(&part, book)?;
        let numbered = found.iter().map(|found| self.finding(&part, book, found));
        let cells = self.cell_findings(&part, book)?;
        let left_out = self.left_out()?;
        let unused = left_out.iter().map(left_out_entry);
        let departures = self.departures()?;
        let failed = self.failed_templates()?;
        let failed = failed.iter().map(|(name, why)| failed_template(name, why));
        let mut findings: Vec<Finding> = numbered
            .chain(cells)
            .chain(self.award_findings()?)
            .chain(unused)
            .chain(failed)
            .chain(departures.iter().map(departure))
            .collect();
        let weight = |it: &Finding| ["error", "warning"].iter().position(|w| *w == it.severity);
        findings.sort_by_key(|it| weight(it).unwrap_or(2));
        Ok(findings)
    }

    /// The reasons given for the findings of the open dossier, as phrases for “nguyên nhân”.
    ///
    /// # Errors
    /// No dossier is open, or an embedded file is wrong.
    pub fn cause_phrases(&self) -> Result<Vec<CausePhrase>, AppError> {
        let part = self.part()?;
        let book = self.assets.book()?;
        let found = self.found(&part, book)?;
        Ok(book.cause_phrases(&found, &part.reasons, &|place| self.name(&part, place)))
    }

    fn found(&self, part: &DossierPart, book: &Book) -> Result<Vec<Found>, AppError> {
        let (catalogue, calendars) = (self.whole_catalogue()?, self.calendars()?);
        let registry = self.known_registry();
        let own = registry.and_then(|registry| {
            let day = part.dossier.window.to.or(part.dossier.event.date)?;
            own_unit(registry, &part.dossier, day)
        });
        let roll_ups = match (registry, own) {
            (Some(registry), Some(own)) => self.roll_ups(part, registry, own),
            _ => Vec::new(),
        };
        let before = self.compared_part(part)?;
        let context = Context {
            own: &part.indicators,
            registry,
            unit: own,
            roll_ups: &roll_ups,
            calendars: Some(&calendars),
            before: before.as_ref(),
            ..Context::new(&catalogue)
        };
        Ok(book.check_dossier(part, &context))
    }

    /// Numbers of single units that cannot be, in the windows of the dossier: more reached than
    /// there are. As far as the table of units has been read.
    fn cell_findings(&self, part: &DossierPart, book: &Book) -> Result<Vec<Finding>, AppError> {
        let (Some(table), Some(registry)) = (self.current_table(), self.known_registry()) else {
            return Ok(Vec::new());
        };
        let (catalogue, calendars) = (self.whole_catalogue()?, self.calendars()?);
        let context = Context {
            own: &part.indicators,
            registry: Some(registry),
            calendars: Some(&calendars),
            ..Context::new(&catalogue)
        };
        let Ok(code) = IN_CELLS.parse() else { return Ok(Vec::new()) };
        let found = book.check_table_for(&table.cube, registry, &context, code);
        let own = self.own_unit(registry, self.unit_day());
        let found = found.iter().filter_map(|found| {
            let Some(Place::Cell { unit, measure, window }) = found.places.first() else {
                return None;
            };
            let window = table.cube.window(*window).filter(|it| concerns(part, it))?;
            let day = window.to.unwrap_or_default();
            let inside = own.is_none_or(|own| registry.lies_below(*unit, own, self.unit_day()));
            let indicator = &table.cube.measure(*measure)?.indicator;
            let named = catalogue.indicator(indicator).map_or(indicator.as_str(), |it| &it.name);
            let place = findings::cell(&registry.label(*unit, day), named, window);
            let key = FieldKey::Figure { code: indicator.clone(), part: "amount".to_owned() };
            let told = self.worded_finding(part, book, found, &|_| place.clone());
            inside.then(|| Finding { step: self.step_of(part, &key), ..told })
        });
        Ok(found.collect())
    }

    /// What the units below the dossier's own add up to, for every figure that speaks of it.
    fn roll_ups(&self, part: &DossierPart, registry: &Registry, own: UnitIx) -> Vec<RollUp> {
        let Some(table) = self.current_table() else { return Vec::new() };
        let figures = part
            .figures
            .iter()
            .filter(|figure| figure.scope == Scope::Province && figure.categories.is_empty());
        let of_figure = |figure: &bc138_domain::Figure| {
            let cube = &table.cube;
            let measure = cube.measures().iter().find(|measure| {
                measure.indicator == figure.indicator
                    && measure.nature == figure.nature
                    && measure.categories.is_empty()
            })?;
            let days = |window: &bc138_domain::Window| (window.from, window.to);
            let mut windows = cube.windows().iter();
            let window = windows.find(|window| days(window) == days(&figure.window))?;
            let units = Territory::below(registry, own, figure.window.to?);
            let over = self.indicator(part, &figure.indicator)?.over_units;
            let at = (cube.find_measure(measure)?, cube.find_window(window)?);
            Some(RollUp {
                indicator: figure.indicator.clone(),
                window: figure.window.clone(),
                total: total(cube, at.0, at.1, &units, over),
            })
        };
        figures.filter_map(of_figure).collect()
    }

    fn finding(&self, part: &DossierPart, book: &Book, found: &Found) -> Finding {
        let (key, step) = self.place(part, found.places.first());
        Finding {
            key,
            step,
            ..self.worded_finding(part, book, found, &|place| self.name(part, place))
        }
    }

    /// A finding in words, without the field it leads to.
    fn worded_finding(
        &self,
        part: &DossierPart,
        book: &Book,
        found: &Found,
        name: &dyn Fn(&Place) -> String,
    ) -> Finding {
        let words = book.words(found, &|place| name(place));
        let given = part.reasons.iter().find(|reason| reason.finding == found.id);
        let sic = found.values.get("sic").filter(|sic| !sic.is_empty()).cloned();
        Finding {
            id: found.id.clone(),
            code: found.code.to_string(),
            severity: found.severity.word(),
            title: words.title,
            text: words.text,
            todo: words.todo,
            reason: given.map(|reason| reason.text.clone()).or(sic),
            why: words.why,
            legal: words.legal,
            reasons: words.reasons,
            ..Finding::default()
        }
    }

    /// The field a place is entered in, and its step.
    fn place(&self, part: &DossierPart, place: Option<&Place>) -> (Option<String>, i32) {
        let Some(key) = place.and_then(|place| field_of(part, place)) else { return (None, 1) };
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

    fn name(&self, part: &DossierPart, place: &Place) -> String {
        match place {
            Place::Row(kind, id) => match list_of(part, *kind, *id).zip(number(part, *kind, *id)) {
                Some((list, number)) => findings::row(list, number),
                None => String::new(),
            },
            Place::Field(key) => {
                FieldKey::parse(key).map_or_else(|| key.clone(), |key| self.label_of(part, &key))
            }
            place => field_of(part, place).map(|key| self.label_of(part, &key)).unwrap_or_default(),
        }
    }
}

/// The check whose findings at cells of units stand among those of a dossier: they are errors, and
/// the annexes print what they are about.
const IN_CELLS: &str = "K.001";

/// Whether a window ends inside the dossier's own.
fn concerns(part: &DossierPart, window: &Window) -> bool {
    let own = &part.dossier.window;
    match (own.from, own.to, window.to) {
        (Some(from), Some(to), Some(day)) => from <= day && day <= to,
        _ => false,
    }
}

/// A paragraph in the clerk's own words that may say something else than the data.
fn departure(it: &Departure) -> Finding {
    Finding {
        id: format!("D.03/edited_paragraph/{}", it.edited.id),
        code: "D.03".to_owned(),
        severity: Severity::Warning.word(),
        title: findings::DEPARTURE.to_owned(),
        text: findings::departure(&it.edited, &it.told),
        todo: findings::DEPARTURE_TODO.to_owned(),
        step: 1,
        ..Finding::default()
    }
}

/// A template in the office's words that cannot be rendered: the built-in one is printed.
fn failed_template(name: &str, why: &str) -> Finding {
    Finding {
        id: format!("D.02/{name}"),
        code: "D.02".to_owned(),
        severity: Severity::Warning.word(),
        title: findings::FAILED_TEMPLATE.to_owned(),
        text: findings::failed_template(&templates::in_message(name), why),
        todo: findings::FAILED_TEMPLATE_TODO.to_owned(),
        step: 1,
        ..Finding::default()
    }
}

/// An entry of the user's own that the catalogue leaves out: its numbers are printed nowhere.
fn left_out_entry(unfit: &Unfit) -> Finding {
    Finding {
        id: format!("D.01/{}/{}", unfit.section.word(), unfit.id),
        code: "D.01".to_owned(),
        severity: Severity::Error.word(),
        title: findings::LEFT_OUT.to_owned(),
        text: findings::left_out(unfit),
        todo: findings::LEFT_OUT_TODO.to_owned(),
        step: 1,
        ..Finding::default()
    }
}

/// The field that a place of the dossier is entered in.
fn field_of(part: &DossierPart, place: &Place) -> Option<FieldKey> {
    match place {
        Place::Dossier(field) => Some(FieldKey::Dossier((*field).to_owned())),
        Place::Figure { indicator, id } => {
            let code = id.map_or_else(|| indicator.clone(), |id| further(indicator, Some(id)));
            Some(FieldKey::Figure { code, part: "amount".to_owned() })
        }
        Place::Row(kind, id) => {
            let (list, field) = (list_of(part, *kind, *id)?, first_field(*kind)?);
            Some(FieldKey::Row { list, row: RowRef::Id(*id), field: field.to_owned() })
        }
        Place::Field(key) => FieldKey::parse(key),
        Place::Cell { .. } | Place::UnitRow { .. } | Place::Column { .. } | Place::Window(_) => {
            None
        }
    }
}

/// The field of a row that a finding leads to.
const fn first_field(kind: Kind) -> Option<&'static str> {
    match kind {
        Kind::Award => Some("form"),
        Kind::Agenda => Some("window"),
        Kind::Passage | Kind::Caption => Some("text"),
        _ => None,
    }
}

/// The list that a row stands in.
fn list_of(part: &DossierPart, kind: Kind, id: i32) -> Option<List> {
    let role = |role: PassageRole| List::ALL.into_iter().find(|it| it.passage_role() == Some(role));
    match kind {
        Kind::Passage => role(part.passages.iter().find(|it| it.id == id)?.role),
        kind => List::ALL.into_iter().find(|list| list.kind() == kind),
    }
}

/// The number of a row in its list, from 1.
fn number(part: &DossierPart, kind: Kind, id: i32) -> Option<usize> {
    let ids: Vec<i32> = match kind {
        Kind::Award => part.awards.iter().map(|it| it.id).collect(),
        Kind::Agenda => part.agenda.iter().map(|it| it.id).collect(),
        Kind::Caption => part.captions.iter().map(|it| it.id).collect(),
        Kind::Passage => {
            let role = part.passages.iter().find(|it| it.id == id)?.role;
            let like = part.passages.iter().filter(|it| it.role == role);
            like.map(|it| it.id).collect()
        }
        _ => return None,
    };
    ids.iter().position(|it| *it == id).map(|place| place + 1)
}

impl From<&Finding> for view::Finding {
    fn from(finding: &Finding) -> Self {
        Self {
            id: finding.id.clone(),
            code: finding.code.clone(),
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
            legal: finding.legal.clone(),
            needs_reason: finding.severity == "warning",
        }
    }
}
