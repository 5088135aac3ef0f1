//! Where a number of a document comes from: its name, how it is made, what it is made of, who
//! changed it last. A source is written in documents as `figure/at_kdc/amount`,
//! `unit/X1/at_kdc[grade=kha]/2025-11-01..2026-10-31`, `derived:rate/…` or `award/3/money`.

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

/// A source, read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Source<'s> {
    /// Computed from another source: `rate`, `points`, `difference`, `growth`, `approximate`.
    Derived(&'s str, &'s str),
    /// A unit's number.
    Unit(UnitSource<'s>),
    /// An award, and what of it.
    Award(i32, &'s str),
    /// A field.
    Field,
}

/// A unit's number: `unit/<unit>/<indicator>[<kinds>]/<from>..<to>`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct UnitSource<'s> {
    unit: &'s str,
    code: &'s str,
    kinds: &'s str,
    days: (Option<NaiveDate>, Option<NaiveDate>),
}

impl<'s> Source<'s> {
    fn read(source: &'s str) -> Self {
        if let Some((what, of)) = source.strip_prefix("derived:").and_then(|it| it.split_once('/'))
        {
            return Self::Derived(what, of);
        }
        let parts: Vec<&str> = source.split('/').collect();
        match parts[..] {
            ["unit", unit, measure, days] => {
                let (code, kinds) = measure.split_once('[').unwrap_or((measure, ""));
                let kinds = kinds.trim_end_matches(']');
                let (from, to) = days.split_once("..").unwrap_or_default();
                let days = (from.parse().ok(), to.parse().ok());
                Self::Unit(UnitSource { unit, code, kinds, days })
            }
            ["award", id, ref rest @ ..] => match id.parse() {
                Ok(id) => Self::Award(id, rest.last().copied().unwrap_or_default()),
                Err(_) => Self::Field,
            },
            _ => Self::Field,
        }
    }
}

impl UnitSource<'_> {
    /// Whether a measure is the one that is named; its nature is not part of the name.
    fn counts(&self, measure: &Measure) -> bool {
        let kinds = measure.categories.iter().map(|(dimension, kinds)| {
            let kinds: Vec<&str> = kinds.iter().map(String::as_str).collect();
            format!("{dimension}={}", kinds.join("+"))
        });
        measure.indicator == self.code && kinds.collect::<Vec<_>>().join(",") == self.kinds
    }

    /// Its numbers in the table.
    fn find(&self, table: &UnitTable) -> Option<(MeasureIx, WindowIx)> {
        let spans =
            |at: &WindowIx| table.cube.window(*at).is_some_and(|it| (it.from, it.to) == self.days);
        let window = table.cube.windows_in_time().into_iter().find(spans)?;
        let counts = |at: &MeasureIx| {
            table.cube.measure(*at).is_some_and(|it| self.counts(it))
                && table.cube.column(*at, window).is_some()
        };
        Some((table.cube.measure_places().find(counts)?, window))
    }
}

impl App {
    /// The name of a source for the clerk; empty where it has none.
    pub(crate) fn source_name(&self, part: &DossierPart, source: &str) -> String {
        match Source::read(source) {
            Source::Derived(what, of) => words::derived(what, &self.source_name(part, of)),
            Source::Unit(unit) => self.unit_source_name(part, unit).unwrap_or_default(),
            Source::Award(id, what) => {
                let award = part.awards.iter().find(|award| award.id == id);
                award.map(|it| words::award(&self.award_title(it), what)).unwrap_or_default()
            }
            Source::Field => {
                let key = FieldKey::parse(source);
                key.map(|key| self.label_of(part, &key)).unwrap_or_default()
            }
        }
    }

    /// “xã Hữu Lũng · Khu dân cư đạt”.
    fn unit_source_name(&self, part: &DossierPart, source: UnitSource<'_>) -> Option<String> {
        let registry = self.known_registry()?;
        let unit = registry.find(source.unit)?;
        let day = source.days.1.or(part.dossier.window.to)?;
        let name = self.indicator(part, source.code);
        let name = name.map_or_else(|| source.code.to_owned(), |it| it.name);
        Some(format!("{} · {name}", registry.label(unit, day)))
    }

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

    /// The number of a unit, or the total of a province.
    fn unit_source(
        &mut self,
        part: &DossierPart,
        source: UnitSource<'_>,
        view: SourceView,
    ) -> Result<SourceView, AppError> {
        let registry = self.registry()?;
        let unit = registry.find(source.unit);
        let unit = unit.ok_or_else(|| AppError::NoSuchUnit(source.unit.to_owned()))?;
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
        let whole = (found.own(table, unit).is_none()
            && registry.level(unit) == Some(Level::Province))
        .then(|| Sum::of(table, &found, &registry, unit, &indicator));
        let (value, made, units) = match &whole {
            Some(sum) => (sum.text(), sum.words(), sum.units.clone()),
            None => (slot_text(found.own(table, unit)), words::ENTERED.to_owned(), Vec::new()),
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

/// A total over the units of a province.
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
        province: UnitIx,
        indicator: &Indicator,
    ) -> Self {
        let day = column.window.to.unwrap_or_default();
        let numbers = table.cube.column(column.at.0, column.at.1);
        let inside = |unit: UnitIx| {
            let is_province = registry.level(unit) == Some(Level::Province);
            !is_province && registry.home_province(unit, day) == Some(province)
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_source_is_read_by_its_first_part() {
        let unit = "unit/X1/at_kdc[grade=kha+tot]/2025-11-01..2026-10-31";
        let day = |y, m, d| NaiveDate::from_ymd_opt(y, m, d);
        let days = (day(2025, 11, 1), day(2026, 10, 31));
        let read = UnitSource { unit: "X1", code: "at_kdc", kinds: "grade=kha+tot", days };
        assert_eq!(Source::read(unit), Source::Unit(read));
        let derived = format!("derived:rate/{unit}");
        assert_eq!(Source::read(&derived), Source::Derived("rate", unit));
        assert_eq!(Source::read("award/3/line/2/money"), Source::Award(3, "money"));
        assert_eq!(Source::read("award/3"), Source::Award(3, ""));
        for field in ["figure/at_kdc/amount", "target/3/amount", "award/new/form", "", "unit/x"] {
            assert_eq!(Source::read(field), Source::Field, "{field}");
        }
    }
}
