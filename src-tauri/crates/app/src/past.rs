//! The log in words: who changed what, when and why; the history of one cell; bringing back.

use crate::app::App;
use crate::error::AppError;
use crate::field::{FieldKey, RowRef, figure_of};
use crate::table::noted_text;
use crate::vi::{labels, past as words};
use crate::view::{CellHistory, CellVersion, LogDetail, LogLine, LogView};
use bc138_domain::{Edit, Figure, Kind, Record, Setting};
use bc138_store::{EntryChange, LogFilter, LogRow};
use serde_json::Value;

/// Lines on a page of the log.
const PAGE: u32 = 50;
/// Details shown of one line.
const DETAILS: usize = 30;

impl App {
    /// A page of the log, newest first.
    ///
    /// # Errors
    /// The store fails.
    pub fn log_page(&self, before: Option<i32>, only_dossier: bool) -> Result<LogView, AppError> {
        let dossier = self.current().filter(|_| only_dossier);
        let filter = LogFilter { dossier, before, limit: Some(PAGE), ..LogFilter::default() };
        let rows = self.store.log(&filter)?;
        let next = rows.last().filter(|row| row.change > 1).map(|row| row.change);
        let next = next.filter(|_| rows.len() == PAGE as usize);
        let lines = rows.iter().map(|row| self.log_line(row)).collect::<Result<_, _>>()?;
        Ok(LogView { title: words::LOG.to_owned(), lines, next })
    }

    /// What is different since a document was written.
    ///
    /// # Errors
    /// No such document, or the store fails.
    pub fn changes_since(&self, document: &str) -> Result<LogView, AppError> {
        let id = self.current().ok_or(AppError::NoDossier)?;
        let documents = self.store.documents(id)?;
        let written = documents.iter().find(|it| it.path == document);
        let written = written.ok_or(bc138_store::StoreError::NoSuchRecord)?;
        let since = self.store.since(written.change)?;
        let mut details: Vec<LogDetail> =
            since.edits.iter().flat_map(|it| self.details(it)).collect();
        details.extend(since.entries.iter().map(|it| self.entry_detail(it)));
        let what = format!("{} ({})", written.name, moment(&written.at));
        let line = LogLine {
            id: written.change,
            at: moment(&written.at),
            actor: String::new(),
            what: labels::since(&what),
            place: String::new(),
            details,
            more: 0,
        };
        Ok(LogView { title: labels::since(&what), lines: vec![line], next: None })
    }

    /// The history of a field of the open dossier.
    ///
    /// # Errors
    /// No such field, or the store fails.
    pub fn field_history(&self, key: &str) -> Result<CellHistory, AppError> {
        let (parsed, kind, id) = self.record_of(key)?;
        let part = self.part()?;
        let title = self.label_of(&part, &parsed);
        let Some(id) = id else {
            return Ok(CellHistory { title, versions: Vec::new(), remarks: Vec::new() });
        };
        let rows =
            self.store.log(&LogFilter { record: Some((kind, id)), ..LogFilter::default() })?;
        let mut versions: Vec<CellVersion> = Vec::new();
        for row in rows.iter().rev() {
            let Some(edit) = row.edits.iter().find(|edit| is_of(edit, kind, id)) else { continue };
            let value = edit.after.as_ref().and_then(|record| self.value_of(&parsed, record));
            let value = value.unwrap_or_default();
            if versions.last().is_some_and(|last| last.value == value) {
                continue;
            }
            versions.push(version(row, value));
        }
        Ok(CellHistory { title, versions: newest_first(versions), remarks: self.remarks(&parsed)? })
    }

    /// Gives a field the value back that it had after a change.
    ///
    /// # Errors
    /// The change does not touch the field, or the store fails.
    pub fn restore_field(&mut self, key: &str, change: i32) -> Result<(), AppError> {
        let history = self.field_history(key)?;
        let version = history.versions.iter().find(|version| version.change == change);
        let value = version.ok_or(bc138_store::StoreError::NoSuchRecord)?.value.clone();
        self.set_field(key, &value).map(|_| ())
    }

    /// The record that holds a field.
    fn record_of(&self, key: &str) -> Result<(FieldKey, Kind, Option<i32>), AppError> {
        let parsed = FieldKey::parse(key).ok_or_else(|| AppError::NoSuchField(key.to_owned()))?;
        let part = self.part()?;
        let (kind, id) = match &parsed {
            FieldKey::Dossier(_) => (Kind::Dossier, Some(part.dossier.id)),
            FieldKey::Figure { code, .. } => {
                (Kind::Figure, figure_of(&part, code).map(|figure| figure.id))
            }
            FieldKey::Row { list, row: RowRef::Id(id), .. } => (list.kind(), Some(*id)),
            _ => (Kind::Setting, None),
        };
        Ok((parsed, kind, id))
    }

    /// The text of a field in a record.
    fn value_of(&self, key: &FieldKey, record: &Record) -> Option<String> {
        let part = self.part().ok()?;
        match (key, record) {
            (FieldKey::Figure { part: field, .. }, Record::Figure(figure)) => {
                crate::field::figure_text(figure, field, &part.dossier.window)
            }
            (FieldKey::Dossier(field) | FieldKey::Row { field, .. }, record) => {
                crate::field::read(&part, record, field)
            }
            _ => None,
        }
    }

    fn remarks(&self, key: &FieldKey) -> Result<Vec<String>, AppError> {
        let part = self.part()?;
        let FieldKey::Figure { code, .. } = key else { return Ok(Vec::new()) };
        let figure = figure_of(&part, code);
        let provenance = figure.map(|figure| &figure.provenance);
        let mut remarks: Vec<String> = provenance
            .into_iter()
            .flat_map(|it| it.document.iter().chain(&it.comment))
            .cloned()
            .collect();
        let about = format!("figure/{code}");
        let reasons = part.reasons.iter().filter(|reason| reason.finding.contains(&about));
        remarks.extend(reasons.map(|reason| reason.text.clone()));
        Ok(remarks)
    }

    fn log_line(&self, row: &LogRow) -> Result<LogLine, AppError> {
        let mut details: Vec<LogDetail> =
            row.edits.iter().flat_map(|it| self.details(it)).collect();
        details.extend(row.entries.iter().map(|it| self.entry_detail(it)));
        let all = details.len() + row.entry_count.saturating_sub(row.entries.len());
        details.truncate(DETAILS);
        Ok(LogLine {
            id: row.change,
            at: moment(&row.at),
            actor: row.actor.clone(),
            what: words::action(row.action, &row.label),
            place: self.place_of(row)?,
            more: i32::try_from(all - details.len()).unwrap_or(i32::MAX),
            details,
        })
    }

    fn place_of(&self, row: &LogRow) -> Result<String, AppError> {
        let Some(id) = row.dossier else {
            let entries = if row.entry_count > 0 { words::UNIT_TABLE } else { "" };
            return Ok(entries.to_owned());
        };
        let dossier = self.store.record(Kind::Dossier, id)?;
        Ok(match dossier {
            Some(Record::Dossier(dossier)) => dossier.label(),
            _ => String::new(),
        })
    }

    /// What an edit did to a record, a line for each field that changed.
    fn details(&self, edit: &Edit) -> Vec<LogDetail> {
        let Some(record) = edit.after.as_ref().or(edit.before.as_ref()) else { return Vec::new() };
        if matches!(record, Record::Setting(it) if is_of_table(it)) {
            return Vec::new();
        }
        let name = self.name_of(record);
        if let Some((before, after)) = figures(edit) {
            let printed = |figure: Option<&Figure>| {
                figure.and_then(Figure::printed_amount).unwrap_or_default()
            };
            let (before, after) = (printed(before), printed(after));
            if before != after {
                return vec![LogDetail { label: name, before, after }];
            }
        }
        let (before, after) = (plain(edit.before.as_ref()), plain(edit.after.as_ref()));
        let mut keys: Vec<&String> = before.keys().chain(after.keys()).collect();
        keys.sort();
        keys.dedup();
        keys.into_iter()
            .filter(|key| before.get(*key) != after.get(*key))
            .map(|key| LogDetail {
                label: format!("{name} · {}", words::field(key)),
                before: self.in_words(before.get(key)),
                after: self.in_words(after.get(key)),
            })
            .collect()
    }

    /// A stored value as a reader says it.
    fn in_words(&self, value: Option<&Value>) -> String {
        let listed = |values: Vec<String>, between: &str| {
            let said: Vec<String> = values.into_iter().filter(|it| !it.is_empty()).collect();
            said.join(between)
        };
        match value {
            None | Some(Value::Null) => String::new(),
            Some(Value::String(text)) => self.word(text),
            Some(Value::Bool(yes)) => if *yes { "có" } else { "không" }.to_owned(),
            Some(Value::Number(number)) => number.to_string(),
            Some(Value::Array(list)) => {
                listed(list.iter().map(|it| self.in_words(Some(it))).collect(), "; ")
            }
            Some(Value::Object(fields)) => {
                listed(fields.values().map(|it| self.in_words(Some(it))).collect(), ", ")
            }
        }
    }

    /// A word of an enumeration or a code in Vietnamese; any other text as it is.
    fn word(&self, text: &str) -> String {
        let catalogue = &self.assets.catalogue;
        let form = || catalogue.form(text).map(|form| form.name.clone());
        let indicator = || catalogue.indicator(text).map(|it| it.name.clone());
        let term = bc138_exchange::term(text).map(str::to_owned);
        term.or_else(form).or_else(indicator).unwrap_or_else(|| text.to_owned())
    }

    fn name_of(&self, record: &Record) -> String {
        match record {
            Record::Figure(figure) => {
                let indicator =
                    self.part().ok().and_then(|p| self.indicator(&p, &figure.indicator));
                indicator.map_or_else(|| figure.indicator.clone(), |it| it.name)
            }
            other => words::record(other),
        }
    }

    fn entry_detail(&self, change: &EntryChange) -> LogDetail {
        let registry = self.known_registry();
        let day = change.window.to.unwrap_or_else(|| self.now().date());
        let unit = registry.and_then(|it| it.find(&change.unit).map(|ix| it.label(ix, day)));
        let code = &change.measure.indicator;
        let name =
            self.assets.catalogue.indicator(code).map_or(code.as_str(), |it| it.name.as_str());
        let window = change.window.label.clone().unwrap_or_default();
        LogDetail {
            label: [unit.unwrap_or_else(|| change.unit.clone()), name.to_owned(), window]
                .join(" · "),
            before: noted_text(change.before, change.before_note.as_ref()),
            after: noted_text(change.after, change.after_note.as_ref()),
        }
    }
}

pub(crate) fn version(row: &LogRow, value: String) -> CellVersion {
    CellVersion {
        change: row.change,
        at: moment(&row.at),
        actor: row.actor.clone(),
        what: words::action(row.action, &row.label),
        value,
        current: false,
    }
}

/// Turns versions round, the newest first and marked as the one of now.
pub(crate) fn newest_first(mut versions: Vec<CellVersion>) -> Vec<CellVersion> {
    versions.reverse();
    if let Some(first) = versions.first_mut() {
        first.current = true;
    }
    versions
}

fn is_of(edit: &Edit, kind: Kind, id: i32) -> bool {
    let record = edit.after.as_ref().or(edit.before.as_ref());
    record.is_some_and(|record| record.kind() == kind && record.id() == id)
}

/// The figure before and after, when the edit is of one.
fn figures(edit: &Edit) -> Option<(Option<&Figure>, Option<&Figure>)> {
    Some((figure(edit.before.as_ref())?, figure(edit.after.as_ref())?))
}

#[allow(clippy::option_option, reason = "no record, a figure, or another kind of record")]
fn figure(record: Option<&Record>) -> Option<Option<&Figure>> {
    match record {
        Some(Record::Figure(figure)) => Some(Some(figure)),
        None => Some(None),
        _ => None,
    }
}

/// The fields of a record that say something to a reader.
fn plain(record: Option<&Record>) -> serde_json::Map<String, Value> {
    let json = record.and_then(|record| serde_json::to_value(record).ok());
    let Some(Value::Object(mut fields)) = json else { return serde_json::Map::new() };
    for hidden in ["record", "id", "dossier", "position"] {
        fields.remove(hidden);
    }
    fields
}

/// “2026-02-08T14:02:11” as “08/02/2026 14:02”.
pub(crate) fn moment(stamp: &str) -> String {
    let parsed = stamp.parse::<chrono::NaiveDateTime>();
    parsed.map_or_else(|_| stamp.to_owned(), |at| at.format("%d/%m/%Y %H:%M").to_string())
}

/// Whether a setting only says what a table shows, in codes: the action's own name says it in words.
fn is_of_table(setting: &Setting) -> bool {
    setting.key.starts_with(crate::table::COLUMNS)
}
