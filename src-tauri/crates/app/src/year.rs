//! The states of a year: approve, close with a snapshot's hash, open again; what is closed is not
//! changed.

use crate::app::App;
use crate::error::AppError;
use crate::field::Refusal;
use crate::vi::{labels, past as words};
use crate::view::{VerifyView, YearStateView, YearView};
use bc138_domain::year::{reopened, state_of};
use bc138_domain::{
    Kind, Record, UnitAct, Window, Work, YearMark, YearState, YearStep, date, text,
};
use bc138_store::{Change, EntryFilter, LogFilter};
use chrono::Datelike;
use sha2::{Digest, Sha256};
use std::collections::BTreeSet;

impl App {
    /// A year and its steps.
    ///
    /// # Errors
    /// The store fails.
    pub fn year(&mut self, year: i32) -> Result<YearView, AppError> {
        let marks = self.year_marks()?;
        let state = state_of(&marks, year);
        let last = marks.iter().filter(|mark| mark.year == year).max_by_key(|mark| mark.id);
        let whole = match (state, last) {
            (YearState::Closed, Some(mark)) => Some(mark.digest == self.year_digest(year)?),
            _ => None,
        };
        let lines = marks.iter().filter(|mark| mark.year == year).map(words::mark).collect();
        let (state, label) = match state {
            YearState::Draft => (YearStateView::Draft, words::DRAFT),
            YearState::Approved => (YearStateView::Approved, words::APPROVED),
            YearState::Closed => (YearStateView::Closed, words::CLOSED),
        };
        Ok(YearView { year, state, label: label.to_owned(), lines, whole })
    }

    /// Takes a year one step on, or opens it again.
    ///
    /// # Errors
    /// The step does not follow from the year's state, a reason is missing, or the store fails.
    pub fn step_year(&mut self, year: i32, step: YearStep, reason: &str) -> Result<(), AppError> {
        let refused = |refusal| AppError::Refused { key: words::REASON_FIELD.to_owned(), refusal };
        let reason = text::clean(reason).map_err(|error| refused(error.into()))?;
        let state = state_of(&self.year_marks()?, year);
        let fits = match step {
            YearStep::Approve => state == YearState::Draft,
            YearStep::Close => state != YearState::Closed,
            YearStep::Reopen => state != YearState::Draft,
        };
        if !fits {
            return Err(AppError::YearStep { year });
        }
        if step == YearStep::Reopen && reason.is_empty() {
            return Err(refused(Refusal::Required));
        }
        let mark = YearMark {
            id: 0,
            year,
            step,
            day: self.now().date(),
            actor: self.actor().to_owned(),
            reason: Some(reason).filter(|reason| !reason.is_empty()),
            digest: self.year_digest(year)?,
            change: self.store.newest_change()?,
        };
        let change = Change::new(labels::year(words::step(step), year), None).put(mark);
        self.apply(&change.permanent()).map(|_| ())
    }

    /// Reads the whole log again and compares.
    ///
    /// # Errors
    /// The store cannot be read.
    pub fn verify(&self) -> Result<VerifyView, AppError> {
        self.verify_watched(&Work::default())
    }

    /// The same, watched.
    ///
    /// # Errors
    /// The store cannot be read, or the work was stopped.
    pub fn verify_watched(&self, work: &Work) -> Result<VerifyView, AppError> {
        let verdict = self.store.verify_watched(work)?;
        Ok(VerifyView { whole: verdict.breaks.is_empty(), lines: words::verdict(&verdict) })
    }

    /// The steps of all years, oldest first.
    pub(crate) fn year_marks(&self) -> Result<Vec<YearMark>, AppError> {
        let mark = |record| match record {
            Record::YearMark(mark) => Some(mark),
            _ => None,
        };
        Ok(self.store.records(Kind::YearMark)?.into_iter().filter_map(mark).collect())
    }

    /// What later reports say of a year that was opened again after it was closed.
    ///
    /// # Errors
    /// The store fails.
    pub fn reopening_notes(&self, year: i32) -> Result<Vec<String>, AppError> {
        let marks = self.year_marks()?;
        Ok(reopened(&marks, year).into_iter().map(words::reopening).collect())
    }

    /// SHA-256 of everything a year holds: its dossiers with all their parts, and the entries of
    /// its windows.
    fn year_digest(&self, year: i32) -> Result<String, AppError> {
        let mut hasher = Sha256::new();
        for dossier in self.store.dossiers()? {
            if year_of(&dossier.window) != Some(year) {
                continue;
            }
            let Some(mut part) = self.store.dossier(dossier.id)? else { continue };
            (part.settings, part.indicators) = (Vec::new(), Vec::new());
            hasher.update(serde_json::to_vec(&part).unwrap_or_default());
        }
        let entries = self.store.entries(&EntryFilter::default())?;
        for cell in &entries.cells {
            let window = &entries.windows[cell.window as usize];
            if year_of(window) == Some(year) {
                let unit = &entries.units[cell.unit as usize];
                let measure = &entries.measures[cell.measure as usize];
                hasher.update(format!("{unit} {measure:?} {window:?} {:?}\n", cell.slot));
            }
        }
        Ok(hasher.finalize().iter().map(|byte| format!("{byte:02x}")).collect())
    }

    /// Refuses a change that touches a closed year.
    pub(crate) fn refuse_closed(&self, change: &Change) -> Result<(), AppError> {
        let marks = self.year_marks()?;
        if marks.is_empty() {
            return Ok(());
        }
        let gone = change.remove.iter().filter(|(kind, _)| *kind == Kind::UnitEvent);
        for (kind, id) in gone {
            self.store.record(*kind, *id)?.map_or(Ok(()), |it| refuse_event(&marks, &it))?;
        }
        change.put.iter().try_for_each(|record| refuse_event(&marks, record))?;
        let touched = self.touched_years(change)?;
        refuse_years(&marks, touched)
    }

    /// Refuses to take back or do again what touches a closed year.
    pub(crate) fn refuse_closed_step(&self, change: i32) -> Result<(), AppError> {
        let marks = self.year_marks()?;
        if marks.is_empty() {
            return Ok(());
        }
        let filter = LogFilter { before: Some(change + 1), limit: Some(1), ..LogFilter::default() };
        let mut years = BTreeSet::new();
        for row in self.store.log(&filter)? {
            let edits = row.edits.iter().flat_map(|edit| [&edit.before, &edit.after]);
            edits.flatten().try_for_each(|record| refuse_event(&marks, record))?;
            years.extend(row.windows.iter().filter_map(year_of));
            years.extend(self.dossier_year(row.dossier)?);
        }
        refuse_years(&marks, years)
    }

    fn touched_years(&self, change: &Change) -> Result<BTreeSet<i32>, AppError> {
        let windows = change.entries.windows.iter();
        let mut years: BTreeSet<i32> = windows.filter_map(year_of).collect();
        years.extend(self.dossier_year(change.dossier)?);
        years.extend(change.put.iter().filter_map(year_of_record));
        Ok(years)
    }

    fn dossier_year(&self, id: Option<i32>) -> Result<Option<i32>, AppError> {
        let Some(id) = id else { return Ok(None) };
        let record = self.store.record(Kind::Dossier, id)?;
        Ok(record.as_ref().and_then(year_of_record))
    }
}

/// The first of the years that is closed.
pub(crate) fn refuse_years(
    marks: &[YearMark],
    years: impl IntoIterator<Item = i32>,
) -> Result<(), AppError> {
    let closed = years.into_iter().find_map(|year| closing(marks, year));
    closed.map_or(Ok(()), |mark| {
        Err(AppError::YearClosed { year: mark.year, day: date::full(mark.day) })
    })
}

/// Refuses an event of units that lies in a closed year or before one: the tables of the year would
/// have other units. Shares say how numbers are carried over later and change no table of the year.
pub(crate) fn refuse_event(marks: &[YearMark], record: &Record) -> Result<(), AppError> {
    let Record::UnitEvent(event) = record else { return Ok(()) };
    let years: BTreeSet<i32> = marks.iter().map(|mark| mark.year).collect();
    let mut years = years.into_iter().filter(|year| event.date.year() <= *year);
    match years.find_map(|year| closing(marks, year)) {
        Some(mark) if !matches!(event.act, UnitAct::Share { .. }) => {
            let (date, day) = (date::full(event.date), date::full(mark.day));
            Err(AppError::EventInClosedYear { date, year: mark.year, day })
        }
        _ => Ok(()),
    }
}

/// The step that closed a year, while it is closed.
fn closing(marks: &[YearMark], year: i32) -> Option<&YearMark> {
    let last = marks.iter().filter(|mark| mark.year == year).max_by_key(|mark| mark.id);
    last.filter(|_| state_of(marks, year) == YearState::Closed)
}

/// The year that a dossier reports on.
pub(crate) fn year_of_record(record: &Record) -> Option<i32> {
    match record {
        Record::Dossier(dossier) => year_of(&dossier.window),
        _ => None,
    }
}

/// The year a window belongs to: the one it ends in, where 15/12–14/12 and 16/11–15/11 agree.
pub(crate) fn year_of(window: &Window) -> Option<i32> {
    window.to.map(|day| day.year())
}
