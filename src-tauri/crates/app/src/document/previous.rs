//! The dossier before: what the figures of a document are compared with.

use crate::app::App;
use crate::compose::{Changes, Terms};
use crate::error::AppError;
use crate::register::province_named;
use bc138_domain::DossierPart;
use bc138_series::Territory;
use bc138_units::Registry;
use chrono::NaiveDate;

impl App {
    /// Shares and changes of a dossier's figures. Where the borders of the province changed in
    /// between, there is nothing to compare with.
    pub(super) fn changes_of(&self, part: &DossierPart, places: u32) -> Result<Changes, AppError> {
        let catalogue = &self.assets.catalogue;
        let before = self.previous_part(part)?;
        let (mut terms, mut kept) = (Terms { catalogue, places, same_communes: true }, true);
        if let Some(before) = &before {
            let days = part.dossier.window.to.zip(before.dossier.window.to);
            let ground = days.and_then(|days| ground(self.assets.registry().ok()?, part, days));
            // A place that the register does not know is taken to be what it was.
            let ground = ground.unwrap_or(Ground { province: true, communes: true });
            (kept, terms.same_communes) = (ground.province, ground.communes);
        }
        Ok(Changes::between(part, before.as_ref().filter(|_| kept), terms))
    }
}

/// Whether the ground of two numbers is the same.
struct Ground {
    province: bool,
    communes: bool,
}

/// The ground on two days; `None` for what is no province of the register. A province that got a
/// new key but had one heir and one origin is the same province.
fn ground(
    registry: &Registry,
    part: &DossierPart,
    (now, before): (NaiveDate, NaiveDate),
) -> Option<Ground> {
    let on = |day| province_named(registry, &part.dossier.province, day);
    let (here, there) = (on(now)?, on(before)?);
    let heirs: Vec<_> = registry.successions(there).flat_map(|it| it.parts.clone()).collect();
    let origins: Vec<_> = registry.origins(here).map(|it| it.unit).collect();
    let province = here == there || (heirs == [here] && origins == [there]);
    let communes = |unit, day| Territory::communes(registry, unit, day);
    let changed = communes(here, now).difference(&communes(there, before));
    Some(Ground { province, communes: changed.is_empty() })
}
