//! Báo cáo tổng kết, sơ kết by NĐ 30/2020/NĐ-CP.

use super::Request;
use crate::app::App;
use crate::error::AppError;
use bc138_domain::DossierPart;
use bc138_report::Document;

impl App {
    /// Báo cáo tổng kết, sơ kết by NĐ 30/2020/NĐ-CP.
    pub(super) fn official_report(
        &self,
        _part: &DossierPart,
        _request: &Request,
    ) -> Result<Document, AppError> {
        let _ = &self.store;
        Ok(Document::default())
    }
}
