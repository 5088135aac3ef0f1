//! Phụ lục: tables by unit.

use super::Request;
use crate::app::App;
use crate::error::AppError;
use bc138_domain::DossierPart;
use bc138_report::Document;

impl App {
    /// Phụ lục: tables by unit.
    pub(super) fn annexes(
        &self,
        _part: &DossierPart,
        _request: &Request,
    ) -> Result<Document, AppError> {
        let _ = &self.store;
        Ok(Document::default())
    }
}
