//! The register of units as this store has it: the official lists folded with the store's events.

use crate::app::App;
use crate::error::AppError;
use bc138_domain::{Dossier, Kind, Record, UnitEvent, text};
use bc138_series::Territory;
use bc138_units::{EventError, Registry, UnitIx};
use chrono::NaiveDate;
use std::collections::BTreeSet;

/// A register and the events it was folded with; folded again when they change.
#[derive(Debug, Clone, Default)]
pub(crate) struct Register {
    folded: Option<(Vec<UnitEvent>, Registry)>,
    /// Counts the foldings: places of units hold within one.
    pub generation: u32,
}

impl App {
    /// The register as it is now.
    pub(crate) fn registry(&mut self) -> Result<Registry, AppError> {
        let events = self.unit_events()?;
        if let Some((known, registry)) = &self.register.folded
            && *known == events
        {
            return Ok(registry.clone());
        }
        let registry = self.folded(&events)?;
        self.register.folded = Some((events, registry.clone()));
        self.register.generation += 1;
        Ok(registry)
    }

    /// The register as it was folded last, without asking the store again.
    pub(crate) fn known_registry(&self) -> Option<&Registry> {
        match &self.register.folded {
            Some((_, registry)) => Some(registry),
            None => self.assets.registry().ok(),
        }
    }

    /// The official register folded with events.
    pub(crate) fn folded(&self, events: &[UnitEvent]) -> Result<Registry, AppError> {
        let reference = self.assets.registry()?;
        reference.with_events(events).map_err(|errors| AppError::events(reference, events, &errors))
    }

    /// The register with events of which some are new: those also keep the rules that an older
    /// file may break.
    pub(crate) fn folded_with(
        &self,
        events: &[UnitEvent],
        new: &[UnitEvent],
    ) -> Result<Result<Registry, Vec<EventError>>, AppError> {
        let folded = match self.assets.registry()?.with_events(events) {
            Ok(folded) => folded,
            Err(problems) => return Ok(Err(problems)),
        };
        let problems = folded.strict_problems(new);
        Ok(if problems.is_empty() { Ok(folded) } else { Err(problems) })
    }

    /// The events of the store in the order of their days.
    pub(crate) fn unit_events(&self) -> Result<Vec<UnitEvent>, AppError> {
        let event = |record| match record {
            Record::UnitEvent(event) => Some(event),
            _ => None,
        };
        Ok(self.store.records(Kind::UnitEvent)?.into_iter().filter_map(event).collect())
    }

    /// The day that units are shown for: the end of the dossier's window, else today.
    pub(crate) fn unit_day(&self) -> NaiveDate {
        let part = self.part().ok();
        part.and_then(|part| part.dossier.window.to).unwrap_or_else(|| self.now().date())
    }

    /// The unit that the open dossier reports for, as the register knows it on a day; the province
    /// that it lies in where nothing reports to it.
    pub(crate) fn own_unit(&self, registry: &Registry, day: NaiveDate) -> Option<UnitIx> {
        let own = own_unit(registry, &self.part().ok()?.dossier, day);
        let has_units = |unit: &UnitIx| !Territory::below(registry, *unit, day).is_empty();
        own.filter(has_units).or_else(|| self.own_province(registry, day))
    }

    /// The province of the open dossier, or the one that its unit lies in, as the register knows it
    /// on a day.
    pub(crate) fn own_province(&self, registry: &Registry, day: NaiveDate) -> Option<UnitIx> {
        province_around(registry, &self.part().ok()?.dossier, day)
    }
}

/// The province that a dossier reports for, or that the district or commune of it lies in: by what
/// the dossier says the unit belongs to, else by the only unit of that name.
pub(crate) fn province_around(
    registry: &Registry,
    dossier: &Dossier,
    day: NaiveDate,
) -> Option<UnitIx> {
    // “huyện Hàm Yên, tỉnh Tuyên Quang”: the largest comes last.
    let around = dossier.within.iter().flat_map(|within| within.rsplit(','));
    let own = format!("{} {}", dossier.province_type, dossier.province);
    let above = around.chain([own.as_str()]).find_map(|label| province_with(registry, label, day));
    // “thành phố Lào Cai” is no province, but lies in the one of that name.
    above.or_else(|| province_named(registry, &dossier.province, day))
}

/// The unit that a dossier reports for: a province by its name, or the only district or commune of
/// its type and name inside what the dossier says it belongs to.
pub(crate) fn own_unit(registry: &Registry, dossier: &Dossier, day: NaiveDate) -> Option<UnitIx> {
    let province = province_named(registry, &dossier.province, day);
    // “thành phố Lào Cai” is no province although there is a province of that name.
    let is_own = |it: &UnitIx| {
        registry.kind(*it, day).is_some_and(|kind| kind.noun() == dossier.province_type)
    };
    match province.filter(|it| dossier.within.is_none() && is_own(it)) {
        Some(province) => Some(province),
        None => lower_unit(registry, dossier, day),
    }
}

fn lower_unit(registry: &Registry, dossier: &Dossier, day: NaiveDate) -> Option<UnitIx> {
    let around = dossier.within.iter().flat_map(|within| within.split(','));
    let around: Vec<String> = around.map(text::search_key).collect();
    let labels = |units: Vec<UnitIx>| -> Vec<String> {
        units.into_iter().map(|it| text::search_key(&registry.label(it, day))).collect()
    };
    let named = format!("{} {}", dossier.province_type, dossier.province);
    let named = [text::search_key(&dossier.province), text::search_key(&named)];
    let fits = |unit: &UnitIx| {
        let line = labels(registry.ancestors(*unit, day));
        line.first().is_some_and(|own| named.contains(own))
            && around.iter().all(|it| line[1..].contains(it))
    };
    let within = province_around(registry, dossier, day);
    let search = bc138_units::Search { day: Some(day), within, limit: 40 };
    let hits = registry.search(&dossier.province, &search).into_iter().map(|hit| hit.unit);
    let found: BTreeSet<UnitIx> = hits.filter(fits).collect();
    found.first().copied().filter(|_| found.len() == 1)
}

/// The province of the only unit with this type and name on a day.
fn province_with(registry: &Registry, label: &str, day: NaiveDate) -> Option<UnitIx> {
    let wanted = text::search_key(label);
    let search = bc138_units::Search { day: Some(day), within: None, limit: 40 };
    let hits = registry.search(label, &search).into_iter().map(|hit| hit.unit);
    let called = |ix: &UnitIx| text::search_key(&registry.label(*ix, day)) == wanted;
    let provinces: BTreeSet<UnitIx> =
        hits.filter(called).filter_map(|ix| registry.province_of(ix, day)).collect();
    provinces.first().copied().filter(|_| provinces.len() == 1)
}

/// The province of a name on a day.
pub(crate) fn province_named(registry: &Registry, name: &str, day: NaiveDate) -> Option<UnitIx> {
    let wanted = text::search_key(name);
    registry.provinces(day).into_iter().find(|ix| {
        let named = registry.attributes(*ix, day);
        named.is_some_and(|it| text::search_key(it.name) == wanted)
    })
}

/// The register as the open format asks it.
pub(crate) struct RegistryNames<'a>(pub &'a Registry);

impl RegistryNames<'_> {
    /// The units with a name on a day; where there are none, those of the day that had it once,
    /// or have it later.
    fn carrying(&self, name: &str, day: Option<NaiveDate>) -> Vec<UnitIx> {
        let exact = |day| {
            let search = bc138_units::Search { day, within: None, limit: 400 };
            let hits = self.0.search(name, &search).into_iter();
            hits.filter(|hit| hit.rank.closeness == bc138_units::Closeness::Exact)
        };
        let carried: Vec<UnitIx> =
            exact(day).filter(|hit| !hit.rank.old_name).map(|hit| hit.unit).collect();
        match day {
            Some(day) if carried.is_empty() => {
                exact(None).map(|hit| hit.unit).filter(|ix| self.0.exists_on(*ix, day)).collect()
            }
            _ => carried,
        }
    }

    /// Whether a unit belongs to all that is named, on a day or on the nearest it exists on.
    fn lies_in(&self, ix: UnitIx, around: &str, day: Option<NaiveDate>) -> bool {
        let Some(life) = self.0.lifetime(ix) else { return false };
        let day = life.nearest(day.unwrap_or(NaiveDate::MAX));
        let above: Vec<String> = self
            .0
            .ancestors(ix, day)
            .into_iter()
            .skip(1)
            .collect::<Vec<_>>()
            .into_iter()
            .map(|it| text::search_key(&self.0.label(it, day)))
            .collect();
        let mut named = around.split(',').map(text::search_key).filter(|it| !it.is_empty());
        named.all(|wanted| above.contains(&wanted))
    }

    /// Whether a unit is called so to the letter, with its type or without.
    fn is_called(&self, ix: UnitIx, name: &str, day: Option<NaiveDate>) -> bool {
        let life = self.0.lifetime(ix);
        let day = day.or_else(|| life.and_then(|life| life.last.or(life.first)));
        let called = self.0.attributes(ix, day.unwrap_or_default());
        let name = text::normalise(name).to_lowercase();
        called.is_some_and(|it| {
            let own = it.name.to_lowercase();
            name == own || name == format!("{} {own}", it.kind.noun())
        })
    }
}

impl bc138_exchange::Units for RegistryNames<'_> {
    /// Keys of the user's own units are taken as they stand: the file may bring their events.
    fn knows(&self, key: &str) -> bool {
        self.0.find(key).is_some()
            || key.strip_prefix('U').is_some_and(|n| n.parse::<u32>().is_ok())
    }

    fn named(&self, name: &str, day: Option<NaiveDate>) -> Vec<String> {
        // “xã Tân Thành, tỉnh Lạng Sơn”: what it belongs to tells it from others of its name.
        let (name, around) = name.split_once(',').unwrap_or((name, ""));
        let mut found = self.carrying(name, day);
        found.retain(|ix| self.lies_in(*ix, around, day));
        // Who writes the marks means them: “xã Tân Thành” is not “xã Tân Thanh”.
        let to_the_letter: Vec<UnitIx> =
            found.iter().copied().filter(|ix| self.is_called(*ix, name, day)).collect();
        let meant = if to_the_letter.is_empty() { found } else { to_the_letter };
        meant.into_iter().map(|ix| self.0.key(ix).to_owned()).collect()
    }
}
