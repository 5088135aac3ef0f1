//! [`App`]: one open store and what a user does with it.

use crate::assets::Assets;
use crate::clock::Clock;
use crate::compose::Composer;
use crate::error::AppError;
use crate::field::{
    self, FieldKey, List, Refusal, RowRef, figure_of, further, indicator_code, new_figure,
    proper_offices, put_figure, written_label,
};
use crate::register::Register;
use crate::table::{Surroundings, UnitTable};
use crate::vi::labels;
use crate::wording::own_templates;
use bc138_domain::{
    Dossier, DossierKind, DossierPart, Draft, Event, Indicator, Kind, Reason, Record, Setting,
    State, Window, setting, text,
};
use bc138_store::{Change, Place, Store};
use std::path::Path;
use std::sync::Arc;

/// What a new dossier is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewDossier {
    /// Annual or review.
    pub kind: DossierKind,
    /// Province, without its type.
    pub province: String,
    /// The year, or the last year under review.
    pub year: i32,
    /// Years under review.
    pub years: Option<i32>,
}

/// The answer to a typed field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Written {
    /// The key the field has now.
    pub key: String,
    /// Why the text was not taken, if so; it is kept as a draft.
    pub refusal: Option<Refusal>,
}

/// An open store, with everything needed to work on it.
pub struct App {
    pub(crate) store: Store,
    pub(crate) assets: Arc<Assets>,
    pub(crate) composer: Arc<Composer>,
    pub(crate) register: Register,
    pub(crate) table: Option<UnitTable>,
    /// What the checks of the table ask, with the folding of the register it belongs to.
    pub(crate) around: Option<(u32, Arc<Surroundings>)>,
    pub(crate) clock: Arc<dyn Clock>,
    pub(crate) actor: String,
    pub(crate) dossier: Option<i32>,
}

impl std::fmt::Debug for App {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("App").field("store", &self.store.path()).finish_non_exhaustive()
    }
}

impl App {
    /// Opens the store at a path, at the dossier where the clerk stopped.
    ///
    /// # Errors
    /// The store cannot be opened, or an embedded file is wrong.
    pub fn open(path: &Path, clock: Arc<dyn Clock>, actor: &str) -> Result<Self, AppError> {
        let store = Store::open(path)?;
        let last = store.dossiers()?.last().map(|dossier| dossier.id);
        let dossier = store.place()?.and_then(|place| place.dossier).or(last);
        let composer = Composer::with(&own_templates(&store)?)?;
        Ok(Self {
            store,
            assets: Arc::new(Assets::load()?),
            composer: Arc::new(composer),
            register: Register::default(),
            table: None,
            around: None,
            clock,
            actor: actor.to_owned(),
            dossier,
        })
    }

    /// The file.
    #[must_use]
    pub fn path(&self) -> &Path {
        self.store.path()
    }

    /// All dossiers, oldest first.
    ///
    /// # Errors
    /// See [`AppError`].
    pub fn dossiers(&self) -> Result<Vec<Dossier>, AppError> {
        Ok(self.store.dossiers()?)
    }

    /// The id of the open dossier.
    #[must_use]
    pub const fn current(&self) -> Option<i32> {
        self.dossier
    }

    /// The open dossier with everything in it.
    ///
    /// # Errors
    /// [`AppError::NoDossier`] when none is open.
    pub fn part(&self) -> Result<DossierPart, AppError> {
        let id = self.dossier.ok_or(AppError::NoDossier)?;
        self.store.dossier(id)?.ok_or(AppError::NoDossier)
    }

    /// Opens another dossier.
    ///
    /// # Errors
    /// [`AppError::NoDossier`] when there is no such dossier.
    pub fn open_dossier(&mut self, id: i32) -> Result<(), AppError> {
        self.store.dossier(id)?.ok_or(AppError::NoDossier)?;
        self.dossier = Some(id);
        self.remember_place(1, None)
    }

    /// Makes a dossier and opens it.
    ///
    /// # Errors
    /// The province's name cannot be taken, or the store fails.
    pub fn create_dossier(&mut self, new: &NewDossier) -> Result<i32, AppError> {
        let refused = |refusal| AppError::Refused { key: "dossier/province".to_owned(), refusal };
        let province = text::clean(&new.province).map_err(|e| refused(e.into()))?;
        if province.is_empty() {
            return Err(refused(Refusal::Required));
        }
        let window = match new.kind {
            DossierKind::Annual => Window::reporting_year(new.year),
            DossierKind::Review => Window::review(new.year, new.years.unwrap_or(5)),
        };
        let province_type = self.assets.province_type(&province).to_owned();
        let dossier = Dossier {
            id: 0,
            province,
            province_type,
            kind: new.kind,
            window,
            within: None,
            headline: None,
            event: Event::default(),
            byline: None,
        };
        let label = labels::create(&dossier.label());
        let id = self.apply(&Change::new(label, None).put(dossier))?;
        let id = id.first().copied().ok_or(AppError::NoDossier)?;
        self.dossier = Some(id);
        self.remember_place(1, None)?;
        Ok(id)
    }

    /// Takes typed text into a field: one transaction, one row in the log. Text that cannot be
    /// read is kept as a draft, so that nothing typed is lost.
    ///
    /// # Errors
    /// No such field, or the store fails; a refusal of the text is no error.
    pub fn set_field(&mut self, key: &str, raw: &str) -> Result<Written, AppError> {
        let parsed = FieldKey::parse(key).ok_or_else(|| AppError::NoSuchField(key.to_owned()))?;
        let part = self.part()?;
        let draft = part.drafts.iter().find(|draft| draft.field == key).map(|draft| draft.id);
        let (change, refusal) = match self.attempt(&part, &parsed, raw)? {
            Ok(change) => (change, None),
            Err(refusal) => (Some(self.keep_draft(&part, key, raw, draft)), Some(refusal)),
        };
        let change = match (change, draft.filter(|_| refusal.is_none())) {
            (Some(change), Some(draft)) => Some(change.remove(Kind::Draft, draft)),
            (None, Some(draft)) => {
                let label = labels::edit(&self.label_of(&part, &parsed));
                Some(Change::new(label, Some(part.dossier.id)).remove(Kind::Draft, draft))
            }
            (change, None) => change,
        };
        let ids = change.map(|change| self.apply(&change)).transpose()?;
        let key = match refusal {
            Some(_) => key.to_owned(),
            None => self.settled_key(&parsed, ids.and_then(|ids| ids.first().copied()))?,
        };
        Ok(Written { key, refusal })
    }

    /// The change that the text makes; `Ok(Ok(None))` when it changes nothing.
    fn attempt(
        &self,
        part: &DossierPart,
        key: &FieldKey,
        raw: &str,
    ) -> Result<Result<Option<Change>, Refusal>, AppError> {
        let label = self.label_of(part, key);
        let change = |label: String| Change::new(label, Some(part.dossier.id));
        match key {
            FieldKey::Dossier(field) => {
                let mut record = Record::Dossier(part.dossier.clone());
                self.check_field(part, &record, field)?;
                Ok(field::write(part, &mut record, field, raw).map(|()| {
                    let same = record == Record::Dossier(part.dossier.clone());
                    (!same).then(|| change(labels::edit(&label)).put(record))
                }))
            }
            FieldKey::Setting(name) => {
                let written = match write_setting(part, name, raw) {
                    Ok(Some(setting)) => self.refuse_value(&setting)?.map(|()| Some(setting)),
                    other => other,
                };
                Ok(written.map(|setting| setting.map(|it| change(labels::edit(&label)).put(it))))
            }
            FieldKey::Figure { code, part: field } => {
                let is_there = figure_of(part, code).is_some()
                    || [indicator_code(code).to_owned(), further(code, None)].contains(code);
                let indicator = self.indicator(part, code).filter(|_| is_there);
                let indicator = indicator.ok_or_else(|| AppError::NoSuchField(key.to_string()))?;
                Ok(write_one_figure(part, (&indicator, code), field, raw, &label))
            }
            FieldKey::NewIndicator { group } => Ok(new_indicator(part, group, raw)
                .map(|made| made.map(|it| change(labels::add(&it.name)).put(it)))),
            FieldKey::Row { list, row, field } => self.attempt_row(part, (*list, *row, field), raw),
        }
    }

    fn attempt_row(
        &self,
        part: &DossierPart,
        (list, row, field): (List, RowRef, &str),
        raw: &str,
    ) -> Result<Result<Option<Change>, Refusal>, AppError> {
        let missing = || AppError::NoSuchField(format!("{}/{field}", FieldKey::row_key(list, row)));
        let before = match row {
            RowRef::New if list == List::Speech && part.participants.is_empty() => {
                return Ok(Err(Refusal::NobodyYet));
            }
            RowRef::New => field::blank(part, list),
            RowRef::Id(id) => field::find(part, list, id).ok_or_else(missing)?,
        };
        self.check_field(part, &before, field)?;
        if row == RowRef::New && raw.trim().is_empty() {
            return Ok(Ok(None));
        }
        if let Some(unknown) = self.unknown_code(part, (list, field), raw) {
            return Ok(Err(Refusal::Choice(unknown)));
        }
        let proper;
        let raw = if list == List::Participant && field == "offices" {
            proper = proper_offices(raw, self.assets.catalogue.offices());
            &proper
        } else {
            raw
        };
        let mut record = before.clone();
        Ok(field::write(part, &mut record, field, raw).map(|()| {
            if record == before && row != RowRef::New {
                return None;
            }
            let what = written_label(&record);
            let label = match row {
                RowRef::New => labels::add(&what),
                RowRef::Id(_) => labels::edit(&what),
            };
            Some(Change::new(or_row(label), Some(part.dossier.id)).put(record))
        }))
    }

    /// A code that the catalogue does not have, in a field that takes codes.
    fn unknown_code(
        &self,
        part: &DossierPart,
        (list, field): (List, &str),
        raw: &str,
    ) -> Option<String> {
        let is_known = |code: &&str| match (list, field) {
            (List::Award, "form") => self.assets.catalogue.form(code).is_some(),
            (List::Target, "indicator") => self.indicator(part, code).is_some(),
            _ => true,
        };
        let mut codes = raw.split(';').map(str::trim).filter(|code| !code.is_empty());
        codes.find(|code| !is_known(code)).map(str::to_owned)
    }

    /// Why a text would be refused in a field; `None` when it would be taken.
    pub(crate) fn try_field(
        &self,
        part: &DossierPart,
        key: &FieldKey,
        raw: &str,
    ) -> Option<Refusal> {
        self.attempt(part, key, raw).ok().and_then(Result::err)
    }

    fn check_field(
        &self,
        part: &DossierPart,
        record: &Record,
        field: &str,
    ) -> Result<(), AppError> {
        match field::read(part, record, field) {
            Some(_) => Ok(()),
            None => Err(AppError::NoSuchField(field.to_owned())),
        }
    }

    fn keep_draft(&self, part: &DossierPart, key: &str, raw: &str, id: Option<i32>) -> Change {
        let (dossier, field, text) = (part.dossier.id, key.to_owned(), raw.to_owned());
        let draft = Draft { id: id.unwrap_or(0), dossier, field, text };
        let what = FieldKey::parse(key).map(|key| self.label_of(part, &key)).unwrap_or_default();
        Change::new(labels::draft(&what), Some(part.dossier.id)).put(draft)
    }

    /// The key under which a field can be found after it was written.
    fn settled_key(&self, key: &FieldKey, id: Option<i32>) -> Result<String, AppError> {
        Ok(match (key, id) {
            (FieldKey::Row { list, row: RowRef::New, field }, Some(id)) => {
                FieldKey::Row { list: *list, row: RowRef::Id(id), field: field.clone() }.to_string()
            }
            (FieldKey::Figure { code, part }, Some(id)) if *code == further(code, None) => {
                let code = further(code, Some(id));
                FieldKey::Figure { code, part: part.clone() }.to_string()
            }
            (FieldKey::NewIndicator { .. }, Some(id)) => {
                let part = self.part()?;
                let made = part.indicators.iter().find(|indicator| indicator.id == id);
                let code = made.map(|it| it.code.clone()).unwrap_or_default();
                FieldKey::Figure { code, part: "amount".to_owned() }.to_string()
            }
            _ => key.to_string(),
        })
    }

    /// The indicator of a code: the catalogue's, or one that the user defined.
    pub(crate) fn indicator(&self, part: &DossierPart, code: &str) -> Option<Indicator> {
        let code = indicator_code(code);
        let own = part.indicators.iter().find(|indicator| indicator.code == code);
        self.assets.catalogue.indicator(code).or(own).cloned()
    }

    /// Puts an indicator of the catalogue among the fields of the dossier: a figure not reported
    /// yet; `at_xa:new` a further one, for another window or place. Returns the key of its amount.
    ///
    /// # Errors
    /// No such indicator, or the store fails.
    pub fn add_indicator(&mut self, code: &str) -> Result<String, AppError> {
        let part = self.part()?;
        let key = FieldKey::Figure { code: code.to_owned(), part: "amount".to_owned() };
        let indicator = self.indicator(&part, code);
        let indicator = indicator.ok_or_else(|| AppError::NoSuchField(key.to_string()))?;
        if figure_of(&part, code).is_some() {
            return Ok(key.to_string());
        }
        let label = labels::add(&indicator.name);
        let figure = new_figure(&part, &indicator);
        let ids = self.apply(&Change::new(label, Some(part.dossier.id)).put(figure))?;
        self.settled_key(&key, ids.first().copied())
    }

    /// Gives the reason why a finding stands; an empty text takes it back.
    ///
    /// # Errors
    /// The text cannot be taken, or the store fails.
    pub fn give_reason(&mut self, finding: &str, raw: &str) -> Result<(), AppError> {
        let refused =
            |e: text::TextError| AppError::Refused { key: finding.to_owned(), refusal: e.into() };
        let reason = text::clean(raw).map_err(refused)?;
        let part = self.part()?;
        let known = part.reasons.iter().find(|reason| reason.finding == finding);
        let change = Change::new(labels::REASON, Some(part.dossier.id));
        let change = match (known, reason.is_empty()) {
            (Some(known), true) => change.remove(Kind::Reason, known.id),
            (None, true) => return Ok(()),
            (known, false) => change.put(Reason {
                id: known.map_or(0, |known| known.id),
                dossier: part.dossier.id,
                finding: finding.to_owned(),
                text: reason,
            }),
        };
        self.apply(&change).map(|_| ())
    }

    /// Remembers where the clerk is, so that reopening comes back to it.
    ///
    /// # Errors
    /// See [`AppError`].
    pub fn remember_place(&mut self, step: i32, field: Option<&str>) -> Result<(), AppError> {
        let place = Place { dossier: self.dossier, step, field: field.map(str::to_owned) };
        Ok(self.store.remember_place(&place)?)
    }

    /// Who works on the store.
    #[must_use]
    pub fn actor(&self) -> &str {
        &self.actor
    }

    /// The time now.
    #[must_use]
    pub fn now(&self) -> chrono::NaiveDateTime {
        self.clock.now()
    }
}

pub(crate) fn or_row(label: String) -> String {
    if label.ends_with(' ') { format!("{label}dòng") } else { label }
}

fn write_one_figure(
    part: &DossierPart,
    (indicator, code): (&Indicator, &str),
    field: &str,
    raw: &str,
    label: &str,
) -> Result<Option<Change>, Refusal> {
    let before = figure_of(part, code);
    let mut figure = before.cloned().unwrap_or_else(|| new_figure(part, indicator));
    put_figure(part, &mut figure, field, raw)?;
    if before == Some(&figure) || (before.is_none() && raw.trim().is_empty()) {
        return Ok(None);
    }
    let change = Change::new(labels::edit(label), Some(part.dossier.id));
    let blank = figure.state == State::NotReported
        && figure.amount.is_none()
        && figure.wording.is_empty()
        && figure.categories.is_empty();
    Ok(Some(match (blank && raw.trim().is_empty(), figure.id) {
        (true, id) if id != 0 => change.remove(Kind::Figure, id),
        _ => change.put(figure),
    }))
}

/// A new indicator of the user's own, named in a group.
fn new_indicator(part: &DossierPart, group: &str, raw: &str) -> Result<Option<Indicator>, Refusal> {
    let name = text::clean(raw)?;
    if name.is_empty() {
        return Ok(None);
    }
    if part.indicators.iter().any(|it| it.group == group && it.name == name) {
        return Err(Refusal::Taken(name));
    }
    // An indicator that came with a catalogue pack may have a code ahead of its id.
    let numbers =
        part.indicators.iter().flat_map(|it| [Some(it.id), Indicator::own_number(&it.code)]);
    let last = numbers.flatten().max().unwrap_or(0);
    Ok(Some(Indicator::own(last + 1, group, &name)))
}

/// Writes the value of a setting that is in force on the dossier's day.
fn write_setting(part: &DossierPart, key: &str, raw: &str) -> Result<Option<Setting>, Refusal> {
    let value = text::clean(raw)?;
    let day = part.dossier.document_date().unwrap_or_default();
    let current = setting::in_force(&part.settings, key, day);
    if current.unwrap_or_default() == value {
        return Ok(None);
    }
    let known = part.settings.iter().find(|it| it.key == key && Some(it.value.as_str()) == current);
    let blank = || Setting {
        id: 0,
        key: key.to_owned(),
        valid_from: None,
        valid_to: None,
        value: String::new(),
    };
    Ok(Some(Setting { value, ..known.cloned().unwrap_or_else(blank) }))
}
