//! Where a number of units comes from: who reported it, what it is the sum of, and how it came to
//! the borders that are shown.

use super::explain::window_words;
use super::source::{COUNTRY, SET, UnitSource};
use crate::app::App;
use crate::error::AppError;
use crate::lens::share;
use crate::past::moment;
use crate::table::{UnitTable, reporters, slot_text};
use crate::vi::annex::carried::origin;
use crate::vi::truth as words;
use crate::view::{LensChoice, SourceChange, SourceUnit, SourceView};
use bc138_domain::catalogue::OverUnits;
use bc138_domain::{DossierPart, Indicator, Level, Measure, Window};
use bc138_series::{
    Borders, Column, Mark, Restated, Territory, Total, column_total, lens_total, restate,
};
use bc138_units::{Registry, UnitIx};
use chrono::NaiveDate;
use std::collections::{BTreeMap, BTreeSet};

/// Units shown of a total.
const SHOWN: usize = 12;
impl App {
    /// The name and the members of a set.
    pub(super) fn unit_set(&self, id: &str) -> Option<(String, Vec<String>)> {
        let set = self.unit_sets().ok()?.into_iter().find(|set| set.id.to_string() == id)?;
        Some((set.name, set.members))
    }

    /// The number of a unit, the total of a province or of a set.
    pub(super) fn unit_source(
        &mut self,
        part: &DossierPart,
        source: UnitSource<'_>,
        lens: &LensChoice,
        view: SourceView,
    ) -> Result<SourceView, AppError> {
        let registry = self.registry()?;
        let whose = self.whose(&registry, source.unit)?;
        let indicator = self.indicator_of(part, source.code)?;
        let day = lens.border_day(self.now().date())?;
        let table = self.table()?;
        let Some(ground) = Ground::find(table, &registry, &source, (indicator.over_units, day))
        else {
            let window = Window { from: source.days.0, to: source.days.1, label: None };
            let (made, window) = (words::NOT_ENTERED.to_owned(), window_words(&window));
            return Ok(SourceView { made, window, basis: indicator.basis, ..view });
        };
        let (told, measure, window) =
            (ground.told(&whose), ground.measure.clone(), ground.window.clone());
        let reporters: Vec<&str> = match told.own {
            true => vec![source.unit],
            false => told.units.iter().map(|it| it.unit.as_str()).collect(),
        };
        let changed = self.store.newest_entry(&reporters, &measure, &window)?;
        Ok(SourceView {
            value: told.value,
            made: told.made,
            window: window_words(&window),
            borders: words::borders(day),
            more: i32::try_from(told.units.len().saturating_sub(SHOWN)).unwrap_or(i32::MAX),
            units: told.units.into_iter().take(SHOWN).collect(),
            basis: indicator.basis,
            changed: changed.map(|it| SourceChange {
                at: moment(&it.at),
                actor: it.actor,
                what: it.label,
            }),
            unit: told.own.then(|| source.unit.to_owned()),
            indicator: Some(source.code.to_owned()),
            group: Some(indicator.group),
            year: crate::year::year_of(&window),
            ..view
        })
    }

    fn whose(&self, registry: &Registry, key: &str) -> Result<Whose, AppError> {
        let missing = || AppError::NoSuchUnit(key.to_owned());
        if key == COUNTRY {
            return Ok(Whose::Country);
        }
        Ok(match key.strip_prefix(SET) {
            Some(id) => {
                let (_, members) = self.unit_set(id).ok_or_else(missing)?;
                Whose::Units(members.iter().filter_map(|key| registry.find(key)).collect())
            }
            None => Whose::Unit(registry.find(key).ok_or_else(missing)?),
        })
    }

    fn indicator_of(&self, part: &DossierPart, code: &str) -> Result<Indicator, AppError> {
        let known = self.whole_catalogue()?.indicator(code).cloned();
        let known = known.or_else(|| self.indicator(part, code));
        known.ok_or_else(|| AppError::NoSuchField(code.to_owned()))
    }
}

/// Whose number it is.
enum Whose {
    Unit(UnitIx),
    Units(Vec<UnitIx>),
    Country,
}

/// What is told of a number.
#[derive(Default)]
struct Told {
    value: String,
    made: String,
    /// The units that it is made of.
    units: Vec<SourceUnit>,
    /// Whether it is what the unit itself reported.
    own: bool,
}

/// One measure in one window, and the borders that it is shown on.
struct Ground<'t> {
    registry: &'t Registry,
    column: &'t Column,
    measure: &'t Measure,
    window: &'t Window,
    rule: OverUnits,
    /// The border day and the way to it; nothing as reported.
    borders: Option<(NaiveDate, Borders)>,
}

impl<'t> Ground<'t> {
    fn find(
        table: &'t UnitTable,
        registry: &'t Registry,
        source: &UnitSource<'_>,
        (rule, day): (OverUnits, Option<NaiveDate>),
    ) -> Option<Self> {
        let (measure, window) = source.find(table)?;
        let way = |day| Some((day, Borders::of(registry, &table.cube, window, day)?));
        Some(Self {
            registry,
            column: table.cube.column(measure, window)?,
            measure: table.cube.measure(measure)?,
            window: table.cube.window(window)?,
            rule,
            borders: day.and_then(way),
        })
    }

    /// The last day of the numbers.
    fn day(&self) -> NaiveDate {
        self.window.to.unwrap_or_default()
    }

    fn told(&self, whose: &Whose) -> Told {
        match (whose, &self.borders) {
            (Whose::Units(units), _) => self.sum(&Territory::new(units.clone())),
            (Whose::Country, _) => self.sum(&self.country()),
            (Whose::Unit(unit), None) if self.column.get(*unit).is_some() => self.own(*unit),
            (Whose::Unit(unit), _) if self.is_whole(*unit) => self.sum(&self.inside(*unit)),
            (Whose::Unit(unit), None) => self.own(*unit),
            (Whose::Unit(unit), Some((_, borders))) => self.carried(*unit, borders),
        }
    }

    /// What a unit itself reported.
    fn own(&self, unit: UnitIx) -> Told {
        let (value, made) = (slot_text(self.column.get(unit)), words::ENTERED.to_owned());
        Told { value, made, own: true, ..Told::default() }
    }

    /// Whether a unit without a number of its own is told as the sum of those below it.
    fn is_whole(&self, unit: UnitIx) -> bool {
        let has_reporters = || reporters(self.registry, self.column, unit, self.day()).next();
        match self.registry.level(unit) {
            Some(Level::Province | Level::District) => true,
            _ => self.borders.is_none() && has_reporters().is_some(),
        }
    }

    /// The units whose numbers make the total of another one.
    fn inside(&self, whole: UnitIx) -> Territory {
        if let Some((day, _)) = self.borders {
            let heir = self.registry.heir(whole, day).unwrap_or(whole);
            return Territory::below(self.registry, heir, day);
        }
        reporters(self.registry, self.column, whole, self.day()).collect()
    }

    /// The units whose numbers make the total of the country.
    fn country(&self) -> Territory {
        if let Some((day, _)) = self.borders {
            return Territory::country(self.registry, day);
        }
        let units = self.column.iter().map(|(unit, _)| unit);
        units.filter(|it| self.registry.level(*it) != Some(Level::Province)).collect()
    }

    /// “Cộng 65 xã, phường: 1.686/1.727”.
    fn sum(&self, territory: &Territory) -> Told {
        let nature = self.measure.nature;
        let (total, reporters) = match &self.borders {
            None => (
                column_total(self.column, territory, self.rule),
                territory.units().iter().copied().collect(),
            ),
            Some((_, borders)) => {
                let of = |unit: &UnitIx| borders.sources(*unit, self.column, nature);
                let reporters: BTreeSet<UnitIx> = territory.units().iter().flat_map(of).collect();
                (lens_total(self.column, borders, territory, nature, self.rule), reporters)
            }
        };
        let reported = |unit: &UnitIx| self.column.get(*unit).is_some();
        let reporters: Vec<UnitIx> = reporters.into_iter().filter(reported).collect();
        let value = total_text(&total);
        let nouns = nouns(self.registry, &reporters, self.day());
        let made = words::sum(total.reported, &nouns, &value);
        let units = reporters.iter().map(|unit| self.reported(*unit, None)).collect();
        Told { value, made, units, own: false }
    }

    /// A number on other borders than those that it was reported on.
    fn carried(&self, unit: UnitIx, borders: &Borders) -> Told {
        let nature = self.measure.nature;
        let restated = restate(self.column, borders, nature, self.rule);
        let row = restated.rows.iter().find(|row| row.unit == unit);
        if row.is_some_and(|row| row.mark == Mark::Exact) && self.column.get(unit).is_some() {
            return self.own(unit);
        }
        let origins = borders.sources(unit, self.column, nature);
        let origins = origins.filter(|old| self.column.get(*old).is_some());
        let share_of = |old| borders.fate(old, nature).and_then(|fate| share(fate, unit));
        let units: Vec<SourceUnit> = origins.map(|old| self.reported(old, share_of(old))).collect();
        let made = match row {
            Some(row) => words::carried(row.mark, units.len()),
            None => words::not_carried(reason(&restated, unit)),
        };
        Told { value: slot_text(row.map(|row| row.slot)), made, units, own: false }
    }

    /// What a unit reported, and its share where it is divided.
    fn reported(&self, unit: UnitIx, share: Option<i64>) -> SourceUnit {
        SourceUnit {
            unit: self.registry.key(unit).to_owned(),
            label: origin(&self.registry.label(unit, self.day()), share),
            value: slot_text(self.column.get(unit)),
        }
    }
}

/// Why nothing reached a unit.
fn reason(restated: &Restated, unit: UnitIx) -> Option<bc138_series::Stays> {
    restated.remainders.iter().find(|it| it.parts.contains(&unit)).map(|it| it.why)
}

fn total_text(total: &Total) -> String {
    match (total.value, total.total) {
        (Some(value), Some(total)) => format!("{value}/{total}"),
        (Some(value), None) => value.to_string(),
        _ => String::new(),
    }
}

/// The types of units, the most frequent first.
fn nouns(registry: &Registry, units: &[UnitIx], day: NaiveDate) -> Vec<&'static str> {
    let mut counts: BTreeMap<&'static str, usize> = BTreeMap::new();
    for kind in units.iter().filter_map(|unit| registry.kind(*unit, day)) {
        *counts.entry(kind.noun()).or_default() += 1;
    }
    let mut nouns: Vec<&str> = counts.keys().copied().collect();
    nouns.sort_by_key(|noun| std::cmp::Reverse(counts[noun]));
    nouns
}
