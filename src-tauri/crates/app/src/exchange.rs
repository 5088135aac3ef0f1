//! The open format: everything out to a file, a file in, whole or not at all.

use crate::app::App;
use crate::error::AppError;
use crate::merge::Merge;
use crate::register::RegistryNames;
use crate::vi::{exchange as words, labels};
use crate::view::ImportView;
use bc138_domain::{Record, Stage, UnitEvent, Work};
use bc138_exchange::{Everything, ReadContext, digest, read, write_to};
use bc138_store::Change;
use bc138_units::Registry;
use std::io::{BufWriter, Write as _};
use std::path::Path;

impl App {
    /// Writes everything in the store into one file of the open format; the hash of the content.
    ///
    /// # Errors
    /// The file cannot be written.
    pub fn export(&self, out: &Path) -> Result<String, AppError> {
        let everything = self.everything()?;
        let fail = |source| AppError::Write { path: out.to_path_buf(), source };
        let file = std::fs::File::create(out).map_err(fail)?;
        let mut file = BufWriter::new(file);
        write_to(&everything, &mut file).and_then(|()| file.flush()).map_err(fail)?;
        Ok(digest(&everything))
    }

    /// SHA-256 of everything in the store: two stores with the same content have the same one.
    ///
    /// # Errors
    /// The store fails.
    pub fn content_digest(&self) -> Result<String, AppError> {
        Ok(digest(&self.everything()?))
    }

    /// Takes a file of the open format in, whole or not at all; `dry` only tells what would happen.
    ///
    /// # Errors
    /// The file cannot be read; what is wrong in it is in the answer.
    pub fn import(&mut self, file: &Path, dry: bool) -> Result<ImportView, AppError> {
        self.import_watched(file, dry, &Work::default())
    }

    /// The same, watched; a file whose taking was stopped changes nothing.
    ///
    /// # Errors
    /// As [`Self::import`], or the work was stopped.
    pub fn import_watched(
        &mut self,
        file: &Path,
        dry: bool,
        work: &Work,
    ) -> Result<ImportView, AppError> {
        let bytes = std::fs::read(file)
            .map_err(|source| AppError::Read { path: file.to_path_buf(), source })?;
        let catalogue = self.whole_catalogue()?;
        let registry = self.registry()?;
        let names = RegistryNames(&registry);
        let context = ReadContext { catalogue: &catalogue, units: Some(&names), work: Some(work) };
        let read = read(&bytes, &context);
        work.heed()?;
        let everything = match read {
            Ok(everything) => everything,
            Err(problems) => {
                return Ok(words::refused(dry, problems.iter().map(words::problem).collect()));
            }
        };
        work.begin(Stage::Weighing, 0)?;
        let problems = self.misfits(&everything)?;
        if !problems.is_empty() {
            return Ok(words::refused(dry, problems));
        }
        let merge = Merge::new(&self.store.content()?, everything);
        if let Err(error) = self.catalogue_with(&merge.put) {
            return Ok(words::refused(dry, vec![crate::vi::messages::failure(&error)]));
        }
        let summary = words::summary(&merge);
        if !dry {
            let known: Vec<i32> = self.dossiers()?.iter().map(|dossier| dossier.id).collect();
            let name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
            self.apply_watched(&merge.into_change(labels::import(&name)), work)?;
            self.open_taken(&known)?;
        }
        Ok(ImportView { dry, taken: true, summary, problems: Vec::new() })
    }

    /// Opens the dossier that came with a file; of several only where none was open.
    fn open_taken(&mut self, known: &[i32]) -> Result<(), AppError> {
        let all = self.dossiers()?;
        let new: Vec<i32> =
            all.iter().map(|dossier| dossier.id).filter(|id| !known.contains(id)).collect();
        match (new.as_slice(), self.current()) {
            ([only], _) => self.open_dossier(*only),
            ([.., last], None) => self.open_dossier(*last),
            _ => Ok(()),
        }
    }

    pub(crate) fn everything(&self) -> Result<Everything, AppError> {
        let content = self.store.content()?;
        let (records, entries, photos) = (content.records, content.entries, content.photos);
        Ok(Everything { records, entries, photos }.ordered())
    }

    /// Values that no setting of this program takes: a coefficient that is no number, a calendar
    /// without days.
    fn bad_settings(&self, records: &[Record]) -> Result<Vec<String>, AppError> {
        let mut problems = Vec::new();
        for record in records {
            let Record::Setting(setting) = record else { continue };
            match self.refuse_value(setting) {
                Ok(Ok(())) => {}
                Ok(Err(refusal)) => {
                    let label = self.setting_label(&setting.key)?;
                    problems.push(words::bad_setting(&label, setting, &refusal));
                }
                Err(AppError::NoSuchField(key)) => problems.push(words::no_such_setting(&key)),
                Err(error) => return Err(error),
            }
        }
        problems.truncate(words::SHOWN);
        Ok(problems)
    }

    /// What the store could not hold: events of units that cannot be, entries of units that do not
    /// exist when they are counted, years that are closed.
    fn misfits(&self, everything: &Everything) -> Result<Vec<String>, AppError> {
        let mut events = self.unit_events()?;
        let next = events.iter().map(|event| event.id).max().unwrap_or(0);
        let new: Vec<UnitEvent> = everything
            .records
            .iter()
            .filter_map(|record| match record {
                Record::UnitEvent(event) => Some(event.clone()),
                _ => None,
            })
            .filter(|event| !events.iter().any(|known| same_event(known, event)))
            .collect();
        events.extend(new.into_iter().zip(next + 1..).map(|(event, id)| UnitEvent { id, ..event }));
        let registry = match self.folded(&events) {
            Ok(registry) => registry,
            Err(error) => return Ok(vec![crate::vi::messages::failure(&error)]),
        };
        let mut problems = self.bad_settings(&everything.records)?;
        problems.extend(early_revocations(&everything.records));
        for cell in &everything.entries.cells {
            let key = &everything.entries.units[cell.unit as usize];
            let window = &everything.entries.windows[cell.window as usize];
            let known = registry.find(key);
            match (known, window.to) {
                (None, _) => problems.push(words::unknown_unit(key)),
                (Some(ix), Some(day)) if !reported_by(&registry, ix, window.from, day) => {
                    problems.push(words::unit_not_then(&registry.full_label(ix, day), day));
                }
                _ => {}
            }
            if problems.len() >= words::SHOWN {
                break;
            }
        }
        problems.dedup();
        Ok(problems)
    }
}

/// Awards, and recipients, that were revoked before they were decided.
fn early_revocations(records: &[Record]) -> Vec<String> {
    let mut problems = Vec::new();
    for record in records {
        let Record::Award(award) = record else { continue };
        for (recipient, error) in crate::awards::early_revocations(award) {
            let number = award.decision_number.as_deref().unwrap_or_default();
            problems.push(words::early_revocation(number, recipient, &error));
        }
    }
    problems
}

/// Whether two events say the same, whatever their ids.
pub(crate) fn same_event(a: &UnitEvent, b: &UnitEvent) -> bool {
    a.date == b.date && a.act == b.act
}

/// Whether a unit exists on a day of the window: a flow of a year of changes may be of a unit that
/// ended inside it.
fn reported_by(
    registry: &Registry,
    ix: bc138_units::UnitIx,
    from: Option<chrono::NaiveDate>,
    to: chrono::NaiveDate,
) -> bool {
    let Some(life) = registry.lifetime(ix) else { return false };
    life.first.is_none_or(|first| first <= to)
        && life.last.is_none_or(|last| from.unwrap_or(to) <= last)
}

/// An application of what was read: written as one action.
impl Merge {
    fn into_change(self, label: String) -> Change {
        let mut change = Change::new(label, None).entries(self.entries).photos(self.photos);
        change.put = self.put;
        change
    }
}
