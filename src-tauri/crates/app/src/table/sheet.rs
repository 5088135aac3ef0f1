//! The table of one group and year, ready to be drawn.

use super::columns::{Division, TableColumn, columns, divisions, groups};
use super::shown::{choices, shown};
use super::{UnitTable, cell, paper, reporters};
use crate::app::App;
use crate::error::AppError;
use crate::vi::table as words;
use crate::view::{
    Choice, ColumnChoice, Message, NumberMark, Severity, SheetCell, SheetColumn, SheetQuery,
    SheetRow, SheetTotal, SheetView,
};
use bc138_domain::year::state_of;
use bc138_domain::{YearState, date};
use bc138_series::{Borders, Mark, Restated, Territory, column_total, lens_total, restate};
use bc138_units::{Registry, UnitIx};
use chrono::{Datelike, NaiveDate};
use std::collections::{BTreeMap, BTreeSet};

/// What a table is of: resolved from a query.
pub(crate) struct Scene {
    pub registry: Registry,
    /// The unit whose units these are: a province, or the district or commune of a dossier.
    pub province: UnitIx,
    /// The same on the day the numbers were reported on.
    reported: UnitIx,
    pub year: i32,
    pub group: String,
    pub groups: Vec<(String, String)>,
    pub columns: Vec<TableColumn>,
    /// Which of them others add up to.
    pub(super) divisions: Vec<Division>,
    /// What the table can show beside them.
    choices: Vec<ColumnChoice>,
    /// The units of the rows, in register order.
    pub rows: Vec<UnitIx>,
    /// The day whose units and borders are shown.
    pub day: NaiveDate,
    /// Whether that is another day than the one the numbers were reported on.
    pub lens: bool,
}

impl Scene {
    /// The column of a key.
    pub fn column(&self, key: &str) -> Result<TableColumn, AppError> {
        let found = self.columns.iter().find(|column| column.key == key);
        found.cloned().ok_or_else(|| AppError::NoSuchField(key.to_owned()))
    }

    /// A unit that a column's entries can be of: it exists on the window's last day.
    pub fn unit(&self, key: &str, column: &TableColumn) -> Result<UnitIx, AppError> {
        let ix = self.registry.find(key).ok_or_else(|| AppError::NoSuchUnit(key.to_owned()))?;
        let day = column.window.to.unwrap_or(self.day);
        if self.lens {
            return Err(AppError::LensLocked);
        }
        match self.registry.exists_on(ix, day) || self.rows.contains(&ix) {
            true => Ok(ix),
            false => Err(AppError::UnitNotThen {
                unit: self.registry.full_label(ix, day),
                day: date::full(day),
            }),
        }
    }

    /// The names of the rows; with what a unit belongs to where several have the same name.
    fn labels(&self) -> Vec<String> {
        let label = |unit: &UnitIx| self.registry.label(*unit, self.day);
        let labels: Vec<String> = self.rows.iter().map(label).collect();
        let mut seen: BTreeMap<&str, usize> = BTreeMap::new();
        for label in &labels {
            *seen.entry(label).or_default() += 1;
        }
        let told_apart = self.rows.iter().zip(&labels).map(|(unit, label)| {
            let alone = seen.get(label.as_str()) == Some(&1);
            if alone { label.clone() } else { self.registry.full_label(*unit, self.day) }
        });
        told_apart.collect()
    }

    pub fn territory(&self) -> Territory {
        Territory::new(self.rows.clone())
    }
}

impl App {
    /// The table of a group's numbers for every unit of a province in one year.
    ///
    /// # Errors
    /// The store fails.
    pub fn sheet(&mut self, query: &SheetQuery) -> Result<SheetView, AppError> {
        let scene = self.scene(query)?;
        let locked = self.locked(&scene)?;
        let stated = self.stated_totals(&scene)?;
        let years = self.sheet_years(scene.year)?;
        let marks = self.cell_marks(&scene)?;
        let table = self.table()?;
        let shown: Vec<Shown> =
            scene.columns.iter().map(|it| Shown::of(table, &scene, it)).collect();
        let totals = scene.columns.iter().zip(&shown).map(|(column, shown)| {
            let stated = stated.get(&column.key).cloned().unwrap_or_default();
            total(table, &scene, column, shown, stated)
        });
        let mut totals: Vec<SheetTotal> = totals.collect();
        paper::explain(table, &scene, &mut totals);
        let rows = scene.rows.iter().zip(scene.labels()).map(|(unit, label)| SheetRow {
            unit: scene.registry.key(*unit).to_owned(),
            label,
            cells: scene
                .columns
                .iter()
                .zip(&shown)
                .map(|(column, shown)| {
                    let mut cell = shown.cell(table, *unit, column);
                    if let Some((severity, message)) = marks.get(&(*unit, column.key.clone())) {
                        cell.severity = Some(*severity);
                        cell.message = cell.message.or_else(|| Some(message.clone()));
                    }
                    cell
                })
                .collect(),
        });
        let label = scene.registry.label(scene.province, scene.day);
        Ok(SheetView {
            title: words::title(&crate::units::capital(&label), scene.year),
            subtitle: words::subtitle(scene.rows.len(), scene.day),
            province: scene.registry.key(scene.province).to_owned(),
            year: scene.year,
            years,
            group: scene.group.clone(),
            groups: scene.groups.iter().map(|(v, l)| Choice::new(v, l)).collect(),
            lens: query.lens.clone(),
            locked,
            columns: scene.columns.iter().map(heading).collect(),
            choices: scene.choices.clone(),
            rows: rows.collect(),
            totals,
            remainder: shown.iter().flat_map(|shown| shown.remainder(&scene)).collect(),
        })
    }

    /// Resolves a query.
    pub(crate) fn scene(&mut self, query: &SheetQuery) -> Result<Scene, AppError> {
        let registry = self.registry()?;
        let catalogue = self.whole_catalogue()?;
        let year = query.year.unwrap_or_else(|| self.unit_day().year());
        let groups = groups(&catalogue);
        let asked = query.group.as_ref().filter(|code| groups.iter().any(|(it, _)| it == *code));
        let group = asked.cloned().unwrap_or_else(|| words::FIRST_GROUP.to_owned());
        let calendars = self.calendars()?;
        let shown = shown(&catalogue, &self.settings()?, &group);
        let columns = columns((&catalogue, &calendars), (self.table()?, &shown), &group, year);
        let end = columns.iter().filter_map(|column| column.window.to).max();
        let divisions = divisions(&catalogue, &columns);
        let choices = choices(&catalogue, (&shown, &columns), self.table()?, &group);
        let end = end.unwrap_or_else(|| self.unit_day());
        let borders = query.lens.border_day(self.now().date())?;
        let (day, lens) = (borders.unwrap_or(end), borders.is_some());
        let province = query.province.as_deref().and_then(|key| registry.find(key));
        let province = province.or_else(|| self.own_unit(&registry, end));
        let province = province.or_else(|| registry.provinces(day).first().copied());
        let asked = province.ok_or(AppError::NoDossier)?;
        let then = |day| registry.province_then(asked, day).unwrap_or(asked);
        let (province, reported) = (then(day), then(end));
        let rows = rows(&registry, self.table()?, province, day, (&columns, lens));
        Ok(Scene {
            registry,
            province,
            reported,
            year,
            group,
            groups,
            columns,
            divisions,
            choices,
            rows,
            day,
            lens,
        })
    }

    fn locked(&self, scene: &Scene) -> Result<Option<String>, AppError> {
        if scene.lens {
            return Ok(Some(words::LENS_LOCKED.to_owned()));
        }
        let closed = state_of(&self.year_marks()?, scene.year) == YearState::Closed;
        Ok(closed.then(|| words::closed(scene.year)))
    }

    fn sheet_years(&mut self, year: i32) -> Result<Vec<i32>, AppError> {
        let mut years: BTreeSet<i32> = self.table()?.years().into_iter().collect();
        let dossiers = self.store.dossiers()?;
        years.extend(dossiers.iter().filter_map(|it| crate::year::year_of(&it.window)));
        years.extend([year, year - 1]);
        Ok(years.into_iter().rev().collect())
    }
}

/// The units that report to the unit of the table, and its other units that have numbers in these
/// columns.
fn rows(
    registry: &Registry,
    table: &UnitTable,
    whole: UnitIx,
    day: NaiveDate,
    (columns, lens): (&[TableColumn], bool),
) -> Vec<UnitIx> {
    let below = Territory::below(registry, whole, day);
    let mut rows: BTreeSet<UnitIx> = below.units().iter().copied().collect();
    if !lens {
        for column in columns {
            let Some(entries) = place(table, column).and_then(|(m, w)| table.cube.column(m, w))
            else {
                continue;
            };
            rows.extend(reporters(registry, entries, whole, day));
        }
    }
    rows.into_iter().collect()
}

/// Where a column's numbers lie in the cube.
pub(super) fn place(
    table: &UnitTable,
    column: &TableColumn,
) -> Option<(bc138_series::MeasureIx, bc138_series::WindowIx)> {
    Some((table.cube.find_measure(&column.measure)?, table.cube.find_window(&column.window)?))
}

fn heading(column: &TableColumn) -> SheetColumn {
    SheetColumn {
        key: column.key.clone(),
        title: column.title.clone(),
        over: column.part.as_ref().map(|_| column.indicator.name.clone()),
        part: column.part.clone(),
        unit: column.indicator.unit.clone(),
        window: column.window.days().unwrap_or_default(),
        ratio: column.is_ratio(),
    }
}

/// A column as it is shown: as reported, or carried over to other borders.
struct Shown {
    restated: Option<(Restated, Borders)>,
}

impl Shown {
    fn of(table: &UnitTable, scene: &Scene, column: &TableColumn) -> Self {
        let carried = || {
            let (measure, window) = place(table, column).filter(|_| scene.lens)?;
            let borders = Borders::of(&scene.registry, &table.cube, window, scene.day)?;
            let entries = table.cube.column(measure, window)?;
            Some((restate(entries, &borders, column.measure.nature, column.rule()), borders))
        };
        Self { restated: carried() }
    }

    fn cell(&self, table: &UnitTable, unit: UnitIx, column: &TableColumn) -> SheetCell {
        let Some((restated, _)) = &self.restated else {
            return reported(table, unit, column);
        };
        let row = restated.rows.iter().find(|row| row.unit == unit);
        SheetCell {
            text: cell::slot_text(row.map(|row| row.slot)),
            mark: row.map_or(NumberMark::None, |row| mark(row.mark)),
            severity: None,
            message: None,
            draft: None,
        }
    }

    fn remainder(&self, scene: &Scene) -> Vec<String> {
        let Some((restated, _)) = &self.restated else { return Vec::new() };
        // What no province of the border day holds belongs to the one that reported it.
        let own = restated.remainders.iter().filter(|it| match it.province {
            Some(province) => province == scene.province,
            None => scene.registry.lies_below(it.unit, scene.reported, scene.day),
        });
        own.map(|it| words::remainder(&scene.registry, it, scene.day)).collect()
    }
}

fn reported(table: &UnitTable, unit: UnitIx, column: &TableColumn) -> SheetCell {
    let place = place(table, column);
    let slot = place.and_then(|(measure, window)| table.cube.get(unit, measure, window));
    let remark = place.and_then(|(measure, window)| table.cube.remark(unit, measure, window));
    let note = place.and_then(|(measure, window)| table.notes.get(&(unit, measure, window)));
    let draft = note.and_then(|note| note.draft.clone());
    let message = draft.as_deref().and_then(|raw| cell::read(column, raw).err()).map(|refusal| {
        let (text, likely) = crate::vi::messages::refusal(&refusal);
        let offer = likely.map(|text| crate::view::Offer { label: text.clone(), text });
        Message { severity: Severity::Error, text, offer }
    });
    SheetCell {
        text: cell::text(slot, remark),
        mark: NumberMark::Plain,
        severity: message.as_ref().map(|message| message.severity),
        message,
        draft,
    }
}

pub(super) const fn mark(mark: Mark) -> NumberMark {
    match mark {
        Mark::Exact => NumberMark::Plain,
        Mark::Restated => NumberMark::Restated,
        Mark::Estimated => NumberMark::Estimated,
        Mark::Partial { .. } => NumberMark::Partial,
    }
}

fn total(
    table: &UnitTable,
    scene: &Scene,
    column: &TableColumn,
    shown: &Shown,
    stated: String,
) -> SheetTotal {
    let entries = place(table, column).and_then(|(m, w)| table.cube.column(m, w));
    let territory = scene.territory();
    let total = match (entries, &shown.restated) {
        (Some(entries), Some((_, borders))) => {
            lens_total(entries, borders, &territory, column.measure.nature, column.rule())
        }
        (Some(entries), None) => column_total(entries, &territory, column.rule()),
        (None, _) => {
            return SheetTotal { stated, ..words::blank_total(scene.rows.len()) };
        }
    };
    SheetTotal { stated, ..words::total(&total) }
}
