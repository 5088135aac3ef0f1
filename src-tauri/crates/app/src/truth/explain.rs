//! Use case: where a number of a document comes from: how it is made, what it is made of, who changed
//! it last.

use super::source::{COUNTRY, Source, UnitSource};
use crate::app::App;
use crate::error::AppError;
use crate::field::{FieldKey, List, RowRef, figure_of};
use crate::past::moment;
use crate::table::{UnitTable, slot_text};
use crate::vi::truth as words;
use crate::view::{CellVersion, SourceChange, SourceUnit, SourceView};
use bc138_domain::{DossierPart, Indicator, Level, Measure, Slot, Window};
use bc138_series::{MeasureIx, Territory, Total, WindowIx, column_total};
use bc138_units::{Registry, UnitIx};
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// Units shown of a total.
const SHOWN: usize = 12;

impl App {
    /// Where a number of a document comes from.
    ///
    /// # Errors
    /// [`AppError::NoSuchField`] when nothing is known of the source, or the store fails.
    pub fn figure_source(&mut self, source: &str) -> Result<SourceView, AppError> {
        let part = self.part()?;
        let view = SourceView { name: self.source_name(&part, source), ..SourceView::default() };
        match Source::read(source) {
            Source::Derived(what, of) => {
                let base = self.figure_source(of)?;
                let made = words::derivation(what, &base.value);
                Ok(SourceView { name: view.name, made, ..base })
            }
            Source::Part(what, of) => {
                let base = self.figure_source(of)?;
                let made = words::part_made(what, &base.made);
                Ok(SourceView { name: view.name, made, ..base })
            }
            Source::Unit(unit) => self.unit_source(&part, unit, view),
            Source::Award(id, what) => self.award_source(&part, id, what, view),
            Source::Field => self.field_source(&part, source, view),
        }
    }

    /// A typed field.
    fn field_source(
        &self,
        part: &DossierPart,
        source: &str,
        view: SourceView,
    ) -> Result<SourceView, AppError> {
        let missing = || AppError::NoSuchField(source.to_owned());
        let key = FieldKey::parse(source).ok_or_else(missing)?;
        let history = self.field_history(source)?;
        let newest = history.versions.into_iter().next();
        let step = self.step_of(part, &key);
        let (window, basis) = match &key {
            FieldKey::Figure { code, .. } => {
                let indicator = self.indicator(part, code).ok_or_else(missing)?;
                let figure = figure_of(part, code);
                (figure.map(|it| window_words(&it.window)).unwrap_or_default(), indicator.basis)
            }
            _ => (window_words(&part.dossier.window), String::new()),
        };
        Ok(SourceView {
            value: newest.as_ref().map(|it| it.value.clone()).unwrap_or_default(),
            made: words::typed(step),
            window,
            basis,
            changed: newest.map(changed),
            key: Some(source.to_owned()),
            step: Some(step),
            ..view
        })
    }

    /// A count or the money of an award.
    fn award_source(
        &mut self,
        part: &DossierPart,
        id: i32,
        what: &str,
        view: SourceView,
    ) -> Result<SourceView, AppError> {
        let missing = || AppError::NoSuchAward(id);
        let card = self.awards()?.awards.into_iter().find(|card| card.id == id);
        let card = card.ok_or_else(missing)?;
        let key =
            FieldKey::Row { list: List::Award, row: RowRef::Id(id), field: "form".to_owned() };
        let newest = self.field_history(&key.to_string())?.versions.into_iter().next();
        let step = self.step_of(part, &key);
        let (value, made) = match what {
            "money" => (card.total, words::money(&card.money)),
            _ if card.derived => (card.counts, words::COUNTED.to_owned()),
            _ => (card.counts, words::typed(step)),
        };
        Ok(SourceView {
            value,
            made,
            window: window_words(&part.dossier.window),
            changed: newest.map(changed),
            key: Some(key.to_string()),
            step: Some(step),
            ..view
        })
    }

    /// The number of a unit, or the total of a province or of the country.
    fn unit_source(
        &mut self,
        part: &DossierPart,
        source: UnitSource<'_>,
        view: SourceView,
    ) -> Result<SourceView, AppError> {
        let registry = self.registry()?;
        let place = Place::find(&registry, source.unit)?;
        let indicator = self.whole_catalogue()?.indicator(source.code).cloned();
        let missing = || AppError::NoSuchField(source.code.to_owned());
        let indicator = indicator.or_else(|| self.indicator(part, source.code));
        let indicator = indicator.ok_or_else(missing)?;
        let table = self.table()?;
        let Some(found) = Column::find(table, &source) else {
            let window = Window { from: source.days.0, to: source.days.1, label: None };
            let (made, window) = (words::NOT_ENTERED.to_owned(), window_words(&window));
            return Ok(SourceView { made, window, basis: indicator.basis, ..view });
        };
        let own = match place {
            Place::Unit(unit) => found.own(table, unit),
            Place::Country => None,
        };
        let is_sum = own.is_none() && place.has_units(&registry);
        let whole = is_sum.then(|| Sum::of(table, &found, &registry, place, &indicator));
        let (value, made, units) = match &whole {
            Some(sum) => (sum.text(), sum.words(), sum.units.clone()),
            None => (slot_text(own), words::ENTERED.to_owned(), Vec::new()),
        };
        let versions = self.store.entry_history(source.unit, &found.measure, &found.window)?;
        let changed = versions.last().map(|it| SourceChange {
            at: moment(&it.at),
            actor: it.actor.clone(),
            what: it.label.clone(),
        });
        Ok(SourceView {
            value,
            made,
            window: window_words(&found.window),
            borders: words::AS_REPORTED.to_owned(),
            more: i32::try_from(units.len().saturating_sub(SHOWN)).unwrap_or(i32::MAX),
            units: units.into_iter().take(SHOWN).collect(),
            basis: indicator.basis,
            changed,
            unit: whole.is_none().then(|| source.unit.to_owned()),
            indicator: Some(source.code.to_owned()),
            group: Some(indicator.group),
            year: crate::year::year_of(&found.window),
            ..view
        })
    }
}

/// Where a number stands: a unit, or the whole country.
#[derive(Debug, Clone, Copy)]
enum Place {
    Unit(UnitIx),
    Country,
}

impl Place {
    fn find(registry: &Registry, key: &str) -> Result<Self, AppError> {
        if key == COUNTRY {
            return Ok(Self::Country);
        }
        let unit = registry.find(key).ok_or_else(|| AppError::NoSuchUnit(key.to_owned()))?;
        Ok(Self::Unit(unit))
    }

    /// Whether its number may be the total of the units in it.
    fn has_units(self, registry: &Registry) -> bool {
        match self {
            Self::Unit(unit) => registry.level(unit) == Some(Level::Province),
            Self::Country => true,
        }
    }
}

/// A column of the table.
struct Column {
    at: (MeasureIx, WindowIx),
    measure: Measure,
    window: Window,
}

impl Column {
    fn find(table: &UnitTable, source: &UnitSource<'_>) -> Option<Self> {
        let at = source.find(table)?;
        let (measure, window) =
            (table.cube.measure(at.0)?.clone(), table.cube.window(at.1)?.clone());
        Some(Self { at, measure, window })
    }

    fn own(&self, table: &UnitTable, unit: UnitIx) -> Option<Slot> {
        table.cube.get(unit, self.at.0, self.at.1)
    }
}

/// A total over the units of a province or of the country.
struct Sum {
    total: Total,
    nouns: Vec<&'static str>,
    units: Vec<SourceUnit>,
}

impl Sum {
    fn of(
        table: &UnitTable,
        column: &Column,
        registry: &Registry,
        place: Place,
        indicator: &Indicator,
    ) -> Self {
        let day = column.window.to.unwrap_or_default();
        let numbers = table.cube.column(column.at.0, column.at.1);
        let inside = |unit: UnitIx| match place {
            Place::Unit(whole) => {
                let is_province = registry.level(unit) == Some(Level::Province);
                !is_province && registry.home_province(unit, day) == Some(whole)
            }
            Place::Country => registry.level(unit) == Some(Level::Commune),
        };
        let slots = numbers.into_iter().flat_map(bc138_series::Column::iter);
        let slots: Vec<(UnitIx, Slot)> = slots.filter(|(unit, _)| inside(*unit)).collect();
        let territory = Territory::new(slots.iter().map(|(unit, _)| *unit).collect());
        let total = numbers.map(|it| column_total(it, &territory, indicator.over_units));
        let units = slots.iter().map(|(unit, slot)| SourceUnit {
            unit: registry.key(*unit).to_owned(),
            label: registry.label(*unit, day),
            value: slot_text(Some(*slot)),
        });
        let nouns = nouns(registry, slots.iter().map(|(unit, _)| *unit), day);
        Self { total: total.unwrap_or_default(), nouns, units: units.collect() }
    }

    fn text(&self) -> String {
        match (self.total.value, self.total.total) {
            (Some(value), Some(total)) => format!("{value}/{total}"),
            (Some(value), None) => value.to_string(),
            _ => String::new(),
        }
    }

    /// “Cộng 65 xã, phường: 1.686/1.727”.
    fn words(&self) -> String {
        words::sum(self.total.reported, &self.nouns, &self.text())
    }
}

/// The types of units, the most frequent first.
fn nouns(
    registry: &Registry,
    units: impl Iterator<Item = UnitIx>,
    day: NaiveDate,
) -> Vec<&'static str> {
    let mut counts: BTreeMap<&'static str, usize> = BTreeMap::new();
    for kind in units.filter_map(|unit| registry.kind(unit, day)) {
        *counts.entry(kind.noun()).or_default() += 1;
    }
    let mut nouns: Vec<&str> = counts.keys().copied().collect();
    nouns.sort_by_key(|noun| std::cmp::Reverse(counts[noun]));
    nouns
}

fn changed(version: CellVersion) -> SourceChange {
    SourceChange { at: version.at, actor: version.actor, what: version.what }
}

fn window_words(window: &Window) -> String {
    window.days().or_else(|| window.label.clone()).unwrap_or_default()
}
