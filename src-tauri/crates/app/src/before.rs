//! The dossier that one is compared with.

use crate::app::App;
use crate::error::AppError;
use bc138_domain::{Dossier, DossierPart};

impl App {
    /// The dossier of the same unit whose window is the equal one before this.
    pub(crate) fn previous_part(
        &self,
        part: &DossierPart,
    ) -> Result<Option<DossierPart>, AppError> {
        let before = self.equal_before(&part.dossier)?;
        self.whole(before)
    }

    /// The dossier that a reader holds this one against: the equal window before, else the latest
    /// earlier one of the same kind, however long its window is.
    pub(crate) fn compared_part(
        &self,
        part: &DossierPart,
    ) -> Result<Option<DossierPart>, AppError> {
        let own = &part.dossier;
        let before = match self.equal_before(own)? {
            Some(equal) => Some(equal),
            None => self
                .store
                .dossiers()?
                .into_iter()
                .filter(|it| is_earlier(it, own))
                .max_by_key(|it| (it.window.to, it.window.from)),
        };
        self.whole(before)
    }

    fn equal_before(&self, own: &Dossier) -> Result<Option<Dossier>, AppError> {
        let Some((from, to)) = own.window.preceding() else { return Ok(None) };
        let is_equal = |it: &Dossier| (it.window.from, it.window.to) == (Some(from), Some(to));
        let mut dossiers = self.store.dossiers()?.into_iter();
        Ok(dossiers.find(|it| is_of_same_unit(it, own) && is_equal(it)))
    }

    fn whole(&self, dossier: Option<Dossier>) -> Result<Option<DossierPart>, AppError> {
        let part = dossier.map(|dossier| self.store.dossier(dossier.id)).transpose()?;
        Ok(part.flatten())
    }
}

/// One province, or one unit inside it: there are districts of one name in two provinces.
fn is_of_same_unit(a: &Dossier, b: &Dossier) -> bool {
    a.province == b.province && a.province_type == b.province_type && a.within == b.within
}

/// Whether a dossier of the same unit and kind begins and ends before another one.
fn is_earlier(it: &Dossier, than: &Dossier) -> bool {
    let earlier = |a, b| matches!((a, b), (Some(a), Some(b)) if a < b);
    is_of_same_unit(it, than)
        && it.kind == than.kind
        && earlier(it.window.from, than.window.from)
        && earlier(it.window.to, than.window.to)
}
