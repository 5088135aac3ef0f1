//! The ground that numbers stand on: which units are the rows of a table, what the province was
//! on a day, and by which names measures, windows and units are told.

use super::numbers::{Numbers, Place, Source, last_day};
use crate::truth;
use bc138_domain::Level;
use bc138_series::{Column, MeasureIx, WindowIx};
use bc138_units::UnitIx;
use chrono::NaiveDate;
use std::collections::{BTreeMap, BTreeSet};

impl Numbers {
    /// The rows of a table: the communes of the province on its last day, and its other units that
    /// have numbers in the columns, in the order of the register.
    pub fn units(&self, sources: &[Source]) -> Vec<UnitIx> {
        let Some(day) = last_day(sources).map(|day| self.border_day(day)) else {
            return Vec::new();
        };
        if self.country {
            return self.registry.of_level(Level::Commune, day);
        }
        let mut units: BTreeSet<UnitIx> = self.communes_on(day).collect();
        if self.lens.is_some() {
            return units.into_iter().collect();
        }
        let provinces = self.provinces_on(day);
        for column in sources.iter().filter_map(|source| self.column(source)) {
            units.extend(self.of_provinces(column, &provinces, day));
        }
        units.into_iter().collect()
    }

    /// The communes of the province on a day.
    pub fn communes_on(&self, day: NaiveDate) -> impl Iterator<Item = UnitIx> + '_ {
        let provinces = self.provinces_on(day).into_iter();
        provinces.flat_map(move |province| self.registry.communes(province, day))
    }

    /// What the province is on a day: itself, its heir, or before it began the provinces that it was
    /// made from.
    pub fn provinces_on(&self, day: NaiveDate) -> BTreeSet<UnitIx> {
        let heir = self.province.and_then(|it| self.registry.heir(it, day));
        heir.map_or_else(
            || self.lineage(|unit| self.registry.exists_on(unit, day)),
            |heir| BTreeSet::from([heir]),
        )
    }

    /// The province and the provinces that it was made from, as far as they are wanted.
    fn lineage(&self, wanted: impl Fn(UnitIx) -> bool) -> BTreeSet<UnitIx> {
        let (mut seen, mut next) = (BTreeSet::new(), Vec::from_iter(self.province));
        while let Some(unit) = next.pop() {
            if self.registry.level(unit) == Some(Level::Province) && seen.insert(unit) {
                next.extend(self.registry.origins(unit).map(|it| it.unit));
            }
        }
        seen.retain(|unit| wanted(*unit));
        seen
    }

    /// The key that the total of a source is named by: that of the province on the last day, or
    /// that of the country.
    pub fn province_key(&self, source: &Source) -> String {
        let day = self.border_day(source.window.to.unwrap_or(self.day()));
        let provinces = self.provinces_on(day);
        let alone = provinces.first().filter(|_| provinces.len() == 1);
        let unit = alone.copied().or(self.province);
        unit.map_or(truth::COUNTRY, |it| self.registry.key(it)).to_owned()
    }

    /// Every unit of the province that exists on the last day or has numbers of the year.
    pub fn all_units(&self) -> BTreeSet<UnitIx> {
        let provinces = self.provinces_on(self.day());
        let mut units: BTreeSet<UnitIx> = self.communes_on(self.day()).collect();
        for window in self.windows() {
            for column in self.cube.measure_places().filter_map(|it| self.cube.column(it, window)) {
                units.extend(self.of_provinces(column, &provinces, self.day()));
            }
        }
        units
    }

    /// The units of a column that lie in the provinces, or lay in one that became one of them; not
    /// provinces themselves.
    fn of_provinces<'a>(
        &'a self,
        column: &'a Column,
        provinces: &'a BTreeSet<UnitIx>,
        day: NaiveDate,
    ) -> impl Iterator<Item = UnitIx> + 'a {
        column.iter().map(|(unit, _)| unit).filter(move |unit| {
            let province = self.registry.home_province(*unit, day);
            let is_province = self.registry.level(*unit) == Some(Level::Province);
            !is_province && province.is_some_and(|it| provinces.contains(&it))
        })
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
