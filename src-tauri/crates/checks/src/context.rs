//! What the checks may ask beside the dossier or table they look at.

use bc138_domain::calendar::CalendarBook;
use bc138_domain::{Catalogue, DossierPart, Indicator, Window};
use bc138_series::Total;
use bc138_units::{Registry, UnitIx};

/// Everything around a dossier or a table. What is not known stays empty; the checks that would
/// ask it are silent then.
#[derive(Debug, Clone, Copy)]
pub struct Context<'a> {
    /// Indicators and award forms.
    pub catalogue: &'a Catalogue,
    /// Indicators that the user defined.
    pub own: &'a [Indicator],
    /// The register of units.
    pub registry: Option<&'a Registry>,
    /// The unit that the dossier is of, or whose row in a table is the total of the others.
    pub unit: Option<UnitIx>,
    /// Totals over the units below the dossier's own, as the table has them.
    pub roll_ups: &'a [RollUp],
    /// The calendars with the user's settings; `None` for the catalogue's own.
    pub calendars: Option<&'a CalendarBook>,
    /// The dossier that this one is compared with.
    pub before: Option<&'a DossierPart>,
}

/// What the units below the dossier's own add up to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RollUp {
    /// Catalogue code.
    pub indicator: String,
    /// The window.
    pub window: Window,
    /// The total, with “n of m units reported”.
    pub total: Total,
}

impl<'a> Context<'a> {
    /// A context with nothing but the catalogue.
    #[must_use]
    pub const fn new(catalogue: &'a Catalogue) -> Self {
        Self {
            catalogue,
            own: &[],
            registry: None,
            unit: None,
            roll_ups: &[],
            calendars: None,
            before: None,
        }
    }

    pub(crate) fn calendars(&self) -> &'a CalendarBook {
        self.calendars.unwrap_or_else(|| self.catalogue.calendars())
    }

    /// The indicator of a code: the catalogue's or the user's.
    pub(crate) fn indicator(&self, code: &str) -> Option<&'a Indicator> {
        let own = || self.own.iter().find(|indicator| indicator.code == code);
        self.catalogue.indicator(code).or_else(own)
    }
}
