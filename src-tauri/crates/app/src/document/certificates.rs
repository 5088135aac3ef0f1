//! Certificates, one page each (Giấy khen, Bằng khen).

use super::Request;
use crate::app::App;
use crate::error::AppError;
use bc138_domain::DossierPart;
use bc138_report::Document;

impl App {
    /// Certificates, one page each (Giấy khen, Bằng khen).
    pub(super) fn certificates(
        &self,
        _part: &DossierPart,
        _request: &Request,
    ) -> Result<Document, AppError> {
        let _ = &self.store;
        Ok(Document::default())
    }
}
