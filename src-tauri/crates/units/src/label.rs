//! Units in words: “xã Hữu Lũng”, and in full where a name alone would not do.

use crate::registry::Registry;
use crate::unit::UnitIx;
use bc138_domain::date;
use chrono::NaiveDate;

impl Registry {
    /// The type and name of a unit on a day, or on the nearest day on which it exists: “thành phố
    /// Hà Nội”. Empty for a place that is not in this register.
    #[must_use]
    pub fn label(&self, ix: UnitIx, day: NaiveDate) -> String {
        let Some(unit) = self.inner.unit(ix) else { return String::new() };
        let day = unit.lifetime.nearest(day);
        format!("{} {}", unit.kind_on(day).noun(), unit.name_on(day))
    }

    /// The label with everything the unit belongs to, and with its last (or first) day when it
    /// does not exist on the day: “xã Tân Lập, huyện Vũ Thư, tỉnh Thái Bình (đến 30/06/2025)”.
    /// No two units of the official register have the same one.
    #[must_use]
    pub fn full_label(&self, ix: UnitIx, day: NaiveDate) -> String {
        let Some(lifetime) = self.lifetime(ix) else { return String::new() };
        let lived = lifetime.nearest(day);
        let labels: Vec<_> =
            self.ancestors(ix, lived).into_iter().map(|a| self.label(a, lived)).collect();
        let words = labels.join(", ");
        match (lifetime.first, lifetime.last) {
            (_, Some(last)) if last < day => format!("{words} (đến {})", date::full(last)),
            (Some(first), _) if day < first => format!("{words} (từ {})", date::full(first)),
            _ => words,
        }
    }
}
