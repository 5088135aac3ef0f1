//! Paper forms, numbered as on the screen (mẫu biểu trống).

use super::Request;
use crate::app::App;
use crate::error::AppError;
use bc138_domain::DossierPart;
use bc138_report::Document;

impl App {
    /// Paper forms, numbered as on the screen (mẫu biểu trống).
    pub(super) fn blank_forms(
        &self,
        _part: &DossierPart,
        _request: &Request,
    ) -> Result<Document, AppError> {
        let _ = &self.store;
        Ok(Document::default())
    }
}
