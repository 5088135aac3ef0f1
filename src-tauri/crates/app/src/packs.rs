//! Catalogue packs: the catalogue out to a file, a pack in, whole or not at all.

use crate::app::App;
use crate::error::AppError;
use crate::vi::{exchange as words, labels};
use crate::view::ImportView;
use bc138_domain::Record;
use bc138_domain::catalogue::Pack;
use bc138_store::Change;
use std::path::Path;

impl App {
    /// Writes the catalogue as a pack.
    ///
    /// # Errors
    /// The file cannot be written.
    pub fn export_catalogue(&self, out: &Path) -> Result<(), AppError> {
        // Spreadsheet programs take a text without this mark for another encoding.
        let text = format!("\u{feff}{}", Pack::of(&self.whole_catalogue()?).write());
        std::fs::write(out, text)
            .map_err(|source| AppError::Write { path: out.to_path_buf(), source })
    }

    /// Takes a catalogue pack in, whole or not at all.
    ///
    /// # Errors
    /// The file cannot be read; what is wrong in it is in the answer.
    pub fn import_catalogue(&mut self, file: &Path, dry: bool) -> Result<ImportView, AppError> {
        let fail = |source| AppError::Read { path: file.to_path_buf(), source };
        let bytes = std::fs::read(file).map_err(fail)?;
        let Ok(text) = String::from_utf8(bytes) else {
            return Ok(words::refused(dry, vec![words::NOT_UTF8.to_owned()]));
        };
        let base = self.whole_catalogue()?;
        let (pack, renumbered) = match Pack::read(&text, &base) {
            Ok(pack) => pack.beside(&base),
            Err(problems) => {
                let problems = problems.iter().map(words::pack_problem).collect();
                return Ok(words::refused(dry, problems));
            }
        };
        let plan = pack.against(&base);
        if !plan.is_free_of_conflicts() {
            return Ok(words::refused(dry, words::conflicts(&plan)));
        }
        let summary = words::plan(&plan, &renumbered);
        let records = records(plan.records);
        if !dry && !records.is_empty() {
            let name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
            let mut change = Change::new(labels::import_catalogue(&name), None);
            change.put = records;
            self.apply(&change)?;
        }
        Ok(ImportView { dry, taken: true, summary, problems: Vec::new() })
    }
}

fn records(pack: Pack) -> Vec<Record> {
    let groups = pack.groups.into_iter().map(Record::from);
    let dimensions = pack.dimensions.into_iter().map(Record::from);
    let categories = pack.categories.into_iter().map(Record::from);
    let indicators = pack.indicators.into_iter().map(Record::from);
    groups.chain(dimensions).chain(categories).chain(indicators).collect()
}
