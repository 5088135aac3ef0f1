//! Use case: a file from anywhere is checked, its figures and its layout.

use super::verify_file;
use crate::app::App;
use crate::error::AppError;
use crate::lint::lint_file;
use crate::vi::messages::failure;
use crate::view::{CheckedFile, DocumentVerdict};
use std::path::Path;

impl App {
    /// Checks a PDF or Word file: whether its figures hold and were altered, and of a Word file
    /// whether its layout keeps to NĐ 30/2020/NĐ-CP.
    ///
    /// # Errors
    /// The file cannot be read.
    pub fn check_file(&mut self, path: &Path) -> Result<CheckedFile, AppError> {
        let (verdict, problem) = self.judged_file(path)?;
        let word = path.extension().is_some_and(|it| it.eq_ignore_ascii_case("docx"));
        // A file that is no Word file inside was told so above.
        let layout = if word { lint_file(path).ok().map(|it| it.findings) } else { None };
        let name = path.file_name().map(|it| it.to_string_lossy().into_owned());
        Ok(CheckedFile { name: name.unwrap_or_default(), verdict, problem, layout })
    }

    /// The verdict on a file; on one of another office only what was altered in it.
    fn judged_file(
        &mut self,
        path: &Path,
    ) -> Result<(Option<DocumentVerdict>, Option<String>), AppError> {
        match self.verify_document(path) {
            Ok(verdict) => Ok((Some(verdict), None)),
            Err(error @ AppError::Read { .. }) => Err(error),
            Err(error @ AppError::OtherDossier(_)) => {
                Ok((verify_file(path).ok(), Some(failure(&error))))
            }
            Err(error) => Ok((None, Some(failure(&error)))),
        }
    }
}
