//! Letter to a unit with its findings (công văn đề nghị rà soát).

use super::Request;
use crate::app::App;
use crate::error::AppError;
use bc138_domain::DossierPart;
use bc138_report::Document;

impl App {
    /// Letter to a unit with its findings (công văn đề nghị rà soát).
    pub(super) fn unit_letter(
        &self,
        _part: &DossierPart,
        _request: &Request,
    ) -> Result<Document, AppError> {
        let _ = &self.store;
        Ok(Document::default())
    }
}
