//! Every change goes through here: written, taken back, done again.

use crate::app::App;
use crate::clock::stamp;
use crate::error::AppError;
use bc138_domain::{Kind, Record, Setting, Work};
use bc138_store::Change;

impl App {
    /// Takes the last change back; the name of what was undone.
    ///
    /// # Errors
    /// See [`AppError`].
    pub fn undo(&mut self) -> Result<Option<String>, AppError> {
        if let Some(step) = self.store.next_undo()? {
            self.refuse_closed_step(step.change)?;
        }
        let step = self.store.undo(&stamp(self.clock.now()), &self.actor)?;
        self.around = None;
        self.follow_templates()?;
        self.settle_dossier()?;
        Ok(step.map(|step| step.label))
    }

    /// Does the last undone change again.
    ///
    /// # Errors
    /// See [`AppError`].
    pub fn redo(&mut self) -> Result<Option<String>, AppError> {
        if let Some(step) = self.store.next_redo()? {
            self.refuse_closed_step(step.change)?;
        }
        let step = self.store.redo(&stamp(self.clock.now()), &self.actor)?;
        self.around = None;
        self.follow_templates()?;
        self.settle_dossier()?;
        Ok(step.map(|step| step.label))
    }

    /// After undo or redo the open dossier may be gone, or there may be one again.
    fn settle_dossier(&mut self) -> Result<(), AppError> {
        let dossiers = self.store.dossiers()?;
        if !dossiers.iter().any(|dossier| Some(dossier.id) == self.dossier) {
            self.dossier = dossiers.last().map(|dossier| dossier.id);
        }
        Ok(())
    }

    /// All dated settings of the store.
    pub(crate) fn settings(&self) -> Result<Vec<Setting>, AppError> {
        let setting = |record| match record {
            Record::Setting(setting) => Some(setting),
            _ => None,
        };
        Ok(self.store.records(Kind::Setting)?.into_iter().filter_map(setting).collect())
    }

    /// Writes a change, unless it touches a closed year; the ids of the records put.
    pub(crate) fn apply(&mut self, change: &Change) -> Result<Vec<i32>, AppError> {
        self.apply_watched(change, &Work::default())
    }

    /// The same for a large change, watched.
    pub(crate) fn apply_watched(
        &mut self,
        change: &Change,
        work: &Work,
    ) -> Result<Vec<i32>, AppError> {
        self.refuse_closed(change)?;
        if touches_catalogue(change) {
            self.around = None;
        }
        let stamp = stamp(self.clock.now());
        let ids = self.store.apply_watched(change, (&stamp, &self.actor), work)?.ids;
        self.follow_templates()?;
        Ok(ids)
    }
}

/// Whether a change may alter the catalogue or a setting.
fn touches_catalogue(change: &Change) -> bool {
    let kinds =
        change.put.iter().map(Record::kind).chain(change.remove.iter().map(|(kind, _)| *kind));
    let other = [Kind::Setting, Kind::Group, Kind::Dimension, Kind::Category, Kind::Indicator];
    kinds.into_iter().any(|kind| other.contains(&kind))
}
