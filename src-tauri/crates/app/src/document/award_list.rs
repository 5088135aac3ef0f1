//! List that goes with an award decision (danh sách kèm theo Quyết định).

use super::Request;
use crate::app::App;
use crate::error::AppError;
use bc138_domain::DossierPart;
use bc138_report::Document;

impl App {
    /// List that goes with an award decision (danh sách kèm theo Quyết định).
    pub(super) fn award_list(
        &self,
        _part: &DossierPart,
        _request: &Request,
    ) -> Result<Document, AppError> {
        let _ = &self.store;
        Ok(Document::default())
    }
}
