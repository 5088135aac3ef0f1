//! The open format and catalogue packs: out to a file, in from a file.

use crate::app::App;
use crate::error::AppError;
use crate::view::ImportView;
use std::path::Path;

impl App {
    /// Writes everything in the store into one file of the open format.
    ///
    /// # Errors
    /// The file cannot be written.
    pub fn export(&self, out: &Path) -> Result<(), AppError> {
        let _ = out;
        Err(AppError::NoDossier)
    }

    /// Takes a file of the open format in, whole or not at all; `dry` only tells what would happen.
    ///
    /// # Errors
    /// The file cannot be read; what is wrong in it is in the answer.
    pub fn import(&mut self, file: &Path, dry: bool) -> Result<ImportView, AppError> {
        let _ = (file, dry);
        Err(AppError::NoDossier)
    }

    /// Writes the catalogue as a pack.
    ///
    /// # Errors
    /// The file cannot be written.
    pub fn export_catalogue(&self, out: &Path) -> Result<(), AppError> {
        let _ = out;
        Err(AppError::NoDossier)
    }

    /// Takes a catalogue pack in, whole or not at all.
    ///
    /// # Errors
    /// The file cannot be read; what is wrong in it is in the answer.
    pub fn import_catalogue(&mut self, file: &Path, dry: bool) -> Result<ImportView, AppError> {
        let _ = (file, dry);
        Err(AppError::NoDossier)
    }
}
