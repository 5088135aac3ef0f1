//! Totals that stand on a unit's paper, and the cells they point at.

use super::UnitTable;
use super::columns::TableColumn;
use super::sheet::{Scene, place};
use crate::app::App;
use crate::error::AppError;
use crate::vi::{labels, table as words};
use crate::view::{SheetQuery, SheetTotal, Suspect};
use bc138_checks::paper::{Limit, Paper, PaperColumn, explain as explain_paper};
use bc138_domain::{Fixed, Kind, Setting, cell, text};
use bc138_store::Change;
use bc138_units::UnitIx;
use std::collections::BTreeMap;

/// How many cells are named for one total.
const NAMED: usize = 3;

impl App {
    /// Takes the total of a column as it stands on the unit's paper.
    ///
    /// # Errors
    /// The text is no number, or the store fails.
    pub fn state_total(
        &mut self,
        query: &SheetQuery,
        column: &str,
        raw: &str,
    ) -> Result<(), AppError> {
        let scene = self.scene(query)?;
        let column = scene.column(column)?;
        let refused = |refusal| AppError::Refused { key: words::PAPER.to_owned(), refusal };
        let value = text::clean(raw).map_err(|error| refused(error.into()))?;
        if !value.is_empty() {
            parts(&value).ok_or_else(|| refused(crate::field::Refusal::NumberNeeded))?;
        }
        let key = setting_key(&scene, &column);
        let settings = self.settings()?;
        let known = settings.iter().find(|setting| setting.key == key);
        let change = Change::new(labels::paper(&column.title), None);
        let change = match (known, value.is_empty()) {
            (Some(known), true) => change.remove(Kind::Setting, known.id),
            (None, true) => return Ok(()),
            (known, false) => {
                let id = known.map_or(0, |known| known.id);
                change.put(Setting { id, key, valid_from: None, valid_to: None, value })
            }
        };
        self.apply(&change).map(|_| ())
    }

    /// The totals typed for a table, by column.
    pub(super) fn stated_totals(
        &self,
        scene: &Scene,
    ) -> Result<BTreeMap<String, String>, AppError> {
        let settings = self.settings()?;
        let of = |column: &TableColumn| {
            let key = setting_key(scene, column);
            let found = settings.iter().find(|setting| setting.key == key)?;
            Some((column.key.clone(), found.value.clone()))
        };
        Ok(scene.columns.iter().filter_map(of).collect())
    }
}

/// A paper's total is kept as a setting of the store, so that it is logged and undone like all.
fn setting_key(scene: &Scene, column: &TableColumn) -> String {
    let province = scene.registry.key(scene.province);
    format!("paper/{province}/{}/{}", scene.year, column.key)
}

/// The value, or x and y.
fn parts(stated: &str) -> Option<(Fixed, Option<Fixed>)> {
    let both = |(x, y): (&str, &str)| {
        Some((cell::read_number(x.trim()).ok()?, Some(cell::read_number(y.trim()).ok()?)))
    };
    match stated.split_once('/') {
        Some(pair) => both(pair),
        None => Some((cell::read_number(stated).ok()?, None)),
    }
}

/// One stated number: whose column it is, and whether it is the y of a ratio.
struct Stated {
    column: usize,
    is_total: bool,
}

/// Puts differences and suspects into the feet of the columns.
pub(super) fn explain(table: &UnitTable, scene: &Scene, totals: &mut [SheetTotal]) {
    if totals.iter().all(|total| total.stated.is_empty()) || scene.lens {
        return;
    }
    let (paper, origins) = paper(table, scene, totals);
    for report in explain_paper(&paper) {
        let origin = &origins[report.column];
        let total = &mut totals[origin.column];
        let difference = words::difference(report.difference);
        match total.difference.is_empty() {
            true => total.difference = difference,
            false => total.difference = format!("{} / {difference}", total.difference),
        }
        let named = report.suspects.iter().take(NAMED);
        total.suspects.extend(named.map(|suspect| words::suspect(scene, suspect, origin.is_total)));
    }
}

fn paper(table: &UnitTable, scene: &Scene, totals: &[SheetTotal]) -> (Paper, Vec<Stated>) {
    let (mut columns, mut origins, mut limits) = (Vec::new(), Vec::new(), Vec::new());
    for (at, (column, total)) in scene.columns.iter().zip(totals).enumerate() {
        let stated = parts(&total.stated);
        columns.push(paper_column(table, scene, column, (stated.map(|(x, _)| x), false)));
        origins.push(Stated { column: at, is_total: false });
        if column.is_ratio() {
            let (smaller, larger) = (columns.len() - 1, columns.len());
            limits.push(Limit::AtMost { smaller, larger });
            columns.push(paper_column(table, scene, column, (stated.and_then(|(_, y)| y), true)));
            origins.push(Stated { column: at, is_total: true });
        }
    }
    limits.extend(sums(scene, &origins));
    (Paper { columns, limits }, origins)
}

/// What the kinds of a complete dimension add up to, where all of them and the whole are columns.
fn sums(scene: &Scene, origins: &[Stated]) -> Vec<Limit> {
    let at = |wanted: usize, is_total: bool| {
        origins.iter().position(|it| it.column == wanted && it.is_total == is_total)
    };
    let mut limits = Vec::new();
    for division in &scene.divisions {
        for is_total in [false, true] {
            let parts = division.parts.iter().map(|part| at(*part, is_total)).collect();
            if let (Some(whole), Some(parts)) = (at(division.whole, is_total), parts) {
                limits.push(Limit::Sum { parts, whole });
            }
        }
    }
    limits
}

fn paper_column(
    table: &UnitTable,
    scene: &Scene,
    column: &TableColumn,
    (stated, is_total): (Option<Fixed>, bool),
) -> PaperColumn {
    let part = |slot: bc138_domain::Slot| if is_total { slot.total() } else { slot.value() };
    let now = place(table, column);
    let typed = |unit: &UnitIx| now.and_then(|(m, w)| table.cube.get(*unit, m, w)).and_then(part);
    let past = |unit: &UnitIx| {
        let Some((measure, window)) = now else { return Vec::new() };
        let history = table.cube.history(*unit, measure);
        let before = history.into_iter().take_while(|(at, _)| *at != window);
        before.map(|(_, slot)| part(slot)).collect()
    };
    PaperColumn {
        stated,
        typed: scene.rows.iter().map(typed).collect(),
        past: scene.rows.iter().map(past).collect(),
    }
}

impl Suspect {
    /// A suspect with its words; built here so that the words module needs no register.
    pub(crate) fn at(
        scene: &Scene,
        row: Option<usize>,
        (typed, likely): (String, String),
        why: String,
    ) -> Self {
        let unit = row.and_then(|row| scene.rows.get(row)).copied();
        Self {
            unit: unit.map(|unit| scene.registry.key(unit).to_owned()).unwrap_or_default(),
            label: unit.map(|unit| scene.registry.label(unit, scene.day)).unwrap_or_default(),
            typed,
            likely,
            why,
        }
    }
}
