//! All papers of the conference in one file (bộ tài liệu hội nghị).

use super::Request;
use crate::app::App;
use crate::error::AppError;
use bc138_domain::DossierPart;
use bc138_report::Document;

impl App {
    /// All papers of the conference in one file (bộ tài liệu hội nghị).
    pub(super) fn meeting_kit(
        &self,
        _part: &DossierPart,
        _request: &Request,
    ) -> Result<Document, AppError> {
        let _ = &self.store;
        Ok(Document::default())
    }
}
