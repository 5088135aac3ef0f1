//! The numbers of a table on the borders of another day (quy đổi), and what is said of them.

use super::chart;
use super::numbers::{Numbers, Source};
use super::table::{AnnexColumn, AnnexTable};
use crate::lens::share;
use crate::table::slot_text;
use crate::vi::annex::carried as words;
use crate::vi::table::stays;
use bc138_domain::catalogue::OverUnits;
use bc138_series::{
    Borders, Column, Mark, MeasureIx, Restated, Stays, Territory, Total, WindowIx, column_total,
    lens_total, restate,
};
use bc138_units::UnitIx;
use chrono::NaiveDate;
use std::collections::{BTreeMap, BTreeSet};

/// All numbers of the years on the borders of a day.
pub(in crate::document) struct Carriage {
    /// The day.
    pub day: NaiveDate,
    columns: BTreeMap<(MeasureIx, WindowIx), Carried>,
}

/// One column on other borders.
pub(super) struct Carried {
    /// The numbers.
    pub column: Column,
    restated: Restated,
    borders: Borders,
}

impl Carried {
    /// How the number of a unit came about.
    pub fn mark(&self, unit: UnitIx) -> Option<Mark> {
        let rows = &self.restated.rows;
        let at = rows.binary_search_by_key(&unit, |row| row.unit).ok()?;
        Some(rows[at].mark)
    }
}

impl Carriage {
    /// Carries the numbers of the years over to the borders of a day; of the years before them, what
    /// charts show.
    pub fn of(numbers: &Numbers, day: NaiveDate) -> Self {
        let mut columns = BTreeMap::new();
        let reported = |year: &i32| numbers.years.contains(year);
        let before = chart::years(numbers).filter(|year| !reported(year));
        let years = before.chain(numbers.years.iter().copied());
        let windows = years.flat_map(|year| {
            let windows = numbers.windows_of(year).into_iter();
            windows.map(move |window| (window, reported(&year)))
        });
        for (window, all) in windows {
            let Some(borders) = Borders::of(&numbers.registry, &numbers.cube, window, day) else {
                continue;
            };
            for measure in numbers.cube.measure_places() {
                let column = numbers.cube.column(measure, window).filter(|it| !it.is_empty());
                let Some((column, words)) = column.zip(numbers.cube.measure(measure)) else {
                    continue;
                };
                if !all && !chart::is_charted(&words.indicator) {
                    continue;
                }
                let indicator = numbers.catalogue.indicator(&words.indicator);
                let rule = indicator.map_or(OverUnits::Not, |it| it.over_units);
                let restated = restate(column, &borders, words.nature, rule);
                let column = restated.column(column);
                let carried = Carried { column, restated, borders: borders.clone() };
                columns.insert((measure, window), carried);
            }
        }
        Self { day, columns }
    }

    /// One column.
    pub(super) fn at(&self, measure: MeasureIx, window: WindowIx) -> Option<&Carried> {
        self.columns.get(&(measure, window))
    }

    /// The total of units of the border day: what lies inside as a whole is exact, divided or not.
    pub fn total(
        &self,
        numbers: &Numbers,
        (measure, window): (MeasureIx, WindowIx),
        units: &Territory,
        source: &Source,
    ) -> Total {
        let rule = source.indicator.over_units;
        let original = numbers.cube.column(measure, window);
        match (self.at(measure, window), original) {
            (Some(carried), Some(column)) => {
                lens_total(column, &carried.borders, units, source.measure.nature, rule)
            }
            _ => column_total(&Column::default(), units, rule),
        }
    }
}

impl Numbers {
    /// The units of the border day that hold what the dossier's own units reported.
    pub(super) fn holders(&self, source: &Source) -> Vec<UnitIx> {
        let at = source.at.and_then(|(measure, window)| {
            let carried = self.lens.as_ref()?.at(measure, window)?;
            Some((carried, self.cube.column(measure, window)?))
        });
        let Some((carried, reported)) = at else { return Vec::new() };
        let own = self.own_of(reported, source.window.to.unwrap_or(self.day())).into_iter();
        own.flat_map(|unit| carried.borders.holders(unit, source.measure.nature)).collect()
    }
}

impl AnnexTable {
    /// What a table on other borders says of itself: the borders, where the carried numbers come
    /// from, and what could not be carried over.
    /// The origins stand once, under the last part of a table.
    pub(super) fn carried_notes(&self, numbers: &Numbers, last: bool) -> Vec<String> {
        let Some(lens) = &numbers.lens else { return Vec::new() };
        let sources: Vec<&Source> = self.columns.iter().flat_map(AnnexColumn::all).collect();
        let origins = if last { self.origins(numbers, lens, &sources) } else { Vec::new() };
        let mut notes = vec![words::borders(lens.day)];
        notes.extend((!origins.is_empty()).then(|| words::origins(&origins)));
        let rows = self.rows.iter().filter_map(|row| numbers.registry.find(row.unit.as_deref()?));
        notes.extend(left_behind(numbers, lens, &sources, &rows.collect()));
        notes
    }

    /// “xã Mẫu: từ xã Một, xã Hai (40%)” for every unit with a carried number.
    fn origins(&self, numbers: &Numbers, lens: &Carriage, sources: &[&Source]) -> Vec<String> {
        let mut origins = Vec::new();
        for row in &self.rows {
            let Some(unit) = row.unit.as_deref().and_then(|it| numbers.registry.find(it)) else {
                continue;
            };
            let mut from: BTreeMap<UnitIx, String> = BTreeMap::new();
            for source in sources.iter().filter(|it| numbers.mark(unit, it).is_some()) {
                let carried = source.at.and_then(|(measure, window)| lens.at(measure, window));
                let Some(carried) = carried else { continue };
                let day = source.window.to.unwrap_or(lens.day);
                let nature = source.measure.nature;
                for old in carried.borders.sources(unit, &carried.column, nature) {
                    let share = carried.borders.fate(old, nature).and_then(|it| share(it, unit));
                    let label = numbers.registry.label(old, day);
                    from.entry(old).or_insert_with(|| words::origin(&label, share));
                }
            }
            let from: Vec<String> = from.into_values().collect();
            origins.extend((!from.is_empty()).then(|| words::from(&row.label, &from)));
        }
        origins
    }
}

/// Numbers that no row has: those that stay with the units that reported them, with the reason, and
/// those that other units have on these borders; each column its own notes.
fn left_behind(
    numbers: &Numbers,
    lens: &Carriage,
    sources: &[&Source],
    rows: &BTreeSet<UnitIx>,
) -> Vec<String> {
    let mut seen = BTreeSet::new();
    let mut notes = Vec::new();
    for source in sources {
        let Some((measure, window)) = source.at.filter(|at| seen.insert(*at)) else { continue };
        let Some(carried) = lens.at(measure, window) else { continue };
        let Some(reported) = numbers.cube.column(measure, window) else { continue };
        let day = source.window.to.unwrap_or(lens.day);
        let own: BTreeSet<UnitIx> = numbers.own_of(reported, day).into_iter().collect();
        let told =
            |unit, slot| format!("{} {}", numbers.registry.label(unit, day), slot_text(Some(slot)));
        let mut by_reason: BTreeMap<Stays, Vec<String>> = BTreeMap::new();
        let mut stay = BTreeSet::new();
        for it in &carried.restated.remainders {
            if own.contains(&it.unit) || it.parts.iter().any(|part| rows.contains(part)) {
                by_reason.entry(it.why).or_default().push(told(it.unit, it.slot));
            }
            stay.insert(it.unit);
        }
        let name = numbers.measure_label(measure, window);
        let reasons = by_reason.into_iter();
        notes.extend(reasons.map(|(why, said)| words::left_behind(&name, stays(why), &said)));
        let elsewhere = |unit: &UnitIx| {
            let holders = carried.borders.holders(*unit, source.measure.nature);
            !stay.contains(unit) && holders.iter().any(|it| !rows.contains(it))
        };
        let gone = own.iter().copied().filter(elsewhere);
        let gone = gone.filter_map(|unit| Some(told(unit, reported.get(unit)?)));
        let gone: Vec<String> = gone.collect();
        notes.extend((!gone.is_empty()).then(|| words::elsewhere(&name, &gone)));
    }
    notes
}
