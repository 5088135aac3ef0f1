//! One page for the chair (tóm tắt cho lãnh đạo).

use super::Request;
use crate::app::App;
use crate::error::AppError;
use bc138_domain::DossierPart;
use bc138_report::Document;

impl App {
    /// One page for the chair (tóm tắt cho lãnh đạo).
    pub(super) fn leader_sheet(
        &self,
        _part: &DossierPart,
        _request: &Request,
    ) -> Result<Document, AppError> {
        let _ = &self.store;
        Ok(Document::default())
    }
}
