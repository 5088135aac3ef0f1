//! The ground that numbers stand on: which units are the rows of a table, what the province was
//! on a day, and by which names measures, windows and units are told.

use super::numbers::{Numbers, Place, Source, last_day};
use crate::truth;
use bc138_domain::Level;
use bc138_series::{Column, MeasureIx, Territory, WindowIx};
use bc138_units::UnitIx;
use chrono::NaiveDate;
use std::collections::{BTreeMap, BTreeSet};

impl Numbers {
    /// The rows of a table: the units that report to the dossier's own on its last day, and its
    /// other units that have numbers in the columns, in the order of the register. Where the own
    /// unit's ground lies in several on a border day, those that hold its numbers.
    pub fn units(&self, sources: &[Source]) -> Vec<UnitIx> {
        let Some(day) = last_day(sources).map(|day| self.border_day(day)) else {
            return Vec::new();
        };
        let mut units: BTreeSet<UnitIx> = self.reporting_on(day).units().iter().copied().collect();
        for source in sources {
            units.extend(self.column(source).into_iter().flat_map(|it| self.own_of(it, day)));
        }
        if self.lens.is_some() && self.wholes_on(day).is_empty() {
            units.extend(sources.iter().flat_map(|source| self.holders(source)));
        }
        units.into_iter().collect()
    }

    /// The units that report to the dossier's own unit, or in the country, on a day.
    pub fn reporting_on(&self, day: NaiveDate) -> Territory {
        if self.country {
            return Territory::country(&self.registry, day);
        }
        let below = |whole| Territory::below(&self.registry, whole, day);
        self.wholes_on(day).into_iter().flat_map(|whole| below(whole).units().to_vec()).collect()
    }

    /// What the dossier's own unit is on a day: itself, its heir, or before it began those that it
    /// was made from.
    pub fn wholes_on(&self, day: NaiveDate) -> Vec<UnitIx> {
        self.own.map(|own| self.registry.stands_for(own, day)).unwrap_or_default()
    }

    /// The key that the total of a source is named by: that of the dossier's own unit on the last
    /// day, or that of the country.
    pub fn own_key(&self, source: &Source) -> String {
        let day = self.border_day(source.window.to.unwrap_or(self.day()));
        let wholes = self.wholes_on(day);
        let alone = wholes.first().filter(|_| wholes.len() == 1);
        let unit = alone.copied().or(self.own);
        unit.map_or(truth::COUNTRY, |it| self.registry.key(it)).to_owned()
    }

    /// Every unit below the dossier's own that exists on the last day or has numbers of the year.
    pub fn all_units(&self) -> BTreeSet<UnitIx> {
        let day = self.day();
        let mut units: BTreeSet<UnitIx> = self.reporting_on(day).units().iter().copied().collect();
        for window in self.windows() {
            for column in self.cube.measure_places().filter_map(|it| self.cube.column(it, window)) {
                units.extend(self.own_of(column, day));
            }
        }
        units
    }

    /// The units of a column that lie below the dossier's own, or lay below one that became it.
    pub(super) fn own_of(&self, column: &Column, day: NaiveDate) -> Vec<UnitIx> {
        let wholes = self.wholes_on(day);
        let lies = |unit: UnitIx| match self.country {
            true => self.registry.level(unit) != Some(Level::Province),
            false => wholes.iter().any(|whole| self.registry.lies_below(unit, *whole, day)),
        };
        column.iter().map(|(unit, _)| unit).filter(|unit| lies(*unit)).collect()
    }

    /// Whether a unit is of a type on a day.
    pub fn is_of_type(&self, unit: UnitIx, noun: &str, day: NaiveDate) -> bool {
        self.registry.kind(unit, day).is_some_and(|kind| kind.noun() == noun)
    }
}

/// Names.
impl Numbers {
    /// What a measure counts: the indicator's name, and its kinds.
    pub fn measure_name(&self, measure: MeasureIx) -> String {
        let Some(measure) = self.cube.measure(measure) else { return String::new() };
        let indicator = self.catalogue.indicator(&measure.indicator);
        let name = indicator.map_or_else(|| measure.indicator.clone(), |it| it.name.clone());
        let kinds = self.catalogue.kind_names(&measure.categories);
        if kinds.is_empty() { name } else { format!("{name} ({})", kinds.join(", ")) }
    }

    /// The words of a window.
    pub fn window_label(&self, window: WindowIx) -> String {
        self.cube.window(window).and_then(|it| it.label.clone()).unwrap_or_default()
    }

    /// “Khu dân cư, năm 2026”.
    pub fn measure_label(&self, measure: MeasureIx, window: WindowIx) -> String {
        format!("{}, {}", self.measure_name(measure), self.window_label(window))
    }

    /// The label under which the log names an entry.
    pub fn label_of(&self, (unit, measure, window): Place) -> String {
        let day = self.cube.window(window).and_then(|it| it.to).unwrap_or(self.day());
        let code = self.cube.measure(measure).map_or("", |it| it.indicator.as_str());
        let name = self.catalogue.indicator(code).map_or(code, |it| it.name.as_str());
        [self.registry.label(unit, day).as_str(), name, &self.window_label(window)].join(" · ")
    }

    /// The names of units; with what a unit belongs to where several have the same name, and with
    /// its last day where it is gone by then.
    pub fn labels(&self, units: &[UnitIx], day: NaiveDate) -> Vec<String> {
        let label = |unit: &UnitIx| self.registry.label(*unit, day);
        let mut seen: BTreeMap<String, usize> = BTreeMap::new();
        for unit in units {
            *seen.entry(label(unit)).or_default() += 1;
        }
        let told_apart = units.iter().map(|unit| {
            let alone = seen.get(&label(unit)) == Some(&1);
            match alone && self.registry.exists_on(*unit, day) {
                true => label(unit),
                false => self.registry.full_label(*unit, day),
            }
        });
        told_apart.collect()
    }
}
