//! The open format: everything out to a file, a file in, whole or not at all.

use crate::app::App;
use crate::error::AppError;
use crate::merge::Merge;
use crate::register::RegistryNames;
use crate::vi::exchange::{self as words, Told};
use crate::vi::labels;
use crate::view::ImportView;
use bc138_domain::{Stage, UnitEvent, Work};
use bc138_exchange::{Everything, ReadContext, digest, read_placed, write_to};
use bc138_store::Change;
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
        let read = read_placed(&bytes, &context);
        work.heed()?;
        let (everything, places) = match read {
            Ok(read) => read,
            Err(problems) => {
                let told = Told { registry: &registry, catalogue: &catalogue };
                let problems = problems.iter().map(|it| words::problem(it, &told)).collect();
                return Ok(words::refused(dry, problems));
            }
        };
        work.begin(Stage::Weighing, 0)?;
        let merge = Merge::new(&self.store.content()?, everything);
        let mut problems = self.refused_intake(&merge, &places)?;
        if problems.is_empty() {
            problems.extend(self.refused_templates(&merge, &places)?);
        }
        if !problems.is_empty() {
            return Ok(words::refused(dry, problems));
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
}

/// Whether two events say the same, whatever their ids.
pub(crate) fn same_event(a: &UnitEvent, b: &UnitEvent) -> bool {
    a.date == b.date && a.act == b.act
}

/// An application of what was read: written as one action.
impl Merge {
    fn into_change(self, label: String) -> Change {
        let mut change = Change::new(label, None).entries(self.entries).photos(self.photos);
        change.put = self.put;
        change
    }
}
