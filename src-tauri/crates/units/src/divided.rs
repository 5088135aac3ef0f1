//! Divided communes: the ones that ask the clerk for shares.

use crate::registry::Registry;
use crate::succession::Succession;
use crate::unit::UnitIx;
use bc138_domain::{Level, ShareMethod};
use chrono::NaiveDate;

/// A commune that was divided between two days.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Divided {
    /// The commune.
    pub unit: UnitIx,
    /// First day of the new borders.
    pub date: NaiveDate,
    /// The units that hold its territory now, in register order.
    pub parts: Vec<UnitIx>,
    /// How its figures are restated; `None` while nobody has said so.
    pub method: Option<ShareMethod>,
}

impl Registry {
    /// The communes of a province that were divided between two days, in register order.
    ///
    /// The province may be of either day: one of the old borders is asked for its own communes,
    /// one of the new borders for all communes that ended up in it.
    #[must_use]
    pub fn divided(
        &self,
        province: UnitIx,
        data_day: NaiveDate,
        border_day: NaiveDate,
    ) -> Vec<Divided> {
        let (early, late) = (data_day.min(border_day), data_day.max(border_day));
        let asks = |s: &&Succession| {
            s.divides()
                && early < s.date
                && s.date <= late
                && self.level(s.unit) == Some(Level::Commune)
                && self.concerns(s, province, late)
        };
        let divided = |s: &Succession| Divided {
            unit: s.unit,
            date: s.date,
            parts: s.parts.clone(),
            method: s.share.method(),
        };
        self.inner.roll.successions.iter().filter(asks).map(divided).collect()
    }

    /// Tells whether a division took place in a province, as it was then or as it is later.
    fn concerns(&self, division: &Succession, province: UnitIx, late: NaiveDate) -> bool {
        let Some(eve) = division.date.pred_opt() else { return false };
        match self.heir(province, eve) {
            Some(before) => self.province_of(division.unit, eve) == Some(before),
            None => division.parts.iter().any(|part| {
                let after = self.province_of(*part, division.date);
                after.and_then(|p| self.heir(p, late)) == self.heir(province, late)
            }),
        }
    }
}
