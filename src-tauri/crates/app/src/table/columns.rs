//! The columns of a table: which measures of a group, each in the window of its own calendar.

use super::UnitTable;
use crate::field::usual_nature;
use bc138_domain::catalogue::OverUnits;
use bc138_domain::{
    CalendarBook, Catalogue, Categories, Indicator, IndicatorKind, Measure, Window,
};
use bc138_series::MeasureIx;
use std::collections::BTreeSet;

/// One column.
#[derive(Debug, Clone)]
pub(crate) struct TableColumn {
    /// The key by which the window names it: the indicator's code, or the measure as JSON where it
    /// is not the usual one of its indicator.
    pub key: String,
    pub indicator: Indicator,
    pub measure: Measure,
    /// The window that its entries of the year have, or would get.
    pub window: Window,
}

impl TableColumn {
    /// A column of one measure in one window, outside any form.
    pub fn plain(measure: &Measure, window: &Window) -> Self {
        let key = measure.indicator.clone();
        let indicator = Indicator { code: key.clone(), ..Indicator::own(0, "", &key) };
        Self { key, indicator, measure: measure.clone(), window: window.clone() }
    }

    pub fn is_ratio(&self) -> bool {
        self.indicator.kind == IndicatorKind::Ratio
    }

    pub const fn rule(&self) -> OverUnits {
        self.indicator.over_units
    }

    /// The heading: the indicator's name, and the kinds it counts.
    pub fn title(&self) -> String {
        let kinds: Vec<&str> =
            self.measure.categories.values().flatten().map(String::as_str).collect();
        match kinds.is_empty() {
            true => self.indicator.name.clone(),
            false => format!("{} ({})", self.indicator.name, kinds.join(", ")),
        }
    }
}

/// The groups that have numbers: those with at least one indicator that is no text.
pub(super) fn groups(catalogue: &Catalogue) -> Vec<(String, String)> {
    let has_numbers = |code: &str| {
        let mut all = catalogue.indicators().iter();
        all.any(|it| it.group == code && it.kind != IndicatorKind::Text)
    };
    let groups = catalogue.groups().iter().filter(|group| has_numbers(&group.code));
    groups.map(|group| (group.code.clone(), group.title.clone())).collect()
}

/// The columns of a group in a year: what is shown by itself, and what has entries.
pub(super) fn columns(
    (catalogue, calendars): (&Catalogue, &CalendarBook),
    table: &UnitTable,
    group: &str,
    year: i32,
) -> Vec<TableColumn> {
    let reported = reported(table, year);
    let mut columns = Vec::new();
    for indicator in in_group(catalogue, group) {
        let Some(window) = calendars.window_of(indicator, year) else { continue };
        if !indicator.is_valid_on(window.to) {
            continue;
        }
        let usual = usual_measure(indicator);
        let others = reported.iter().filter(|(measure, _)| measure.indicator == indicator.code);
        let mut measures: Vec<(Measure, Window)> = others.cloned().collect();
        if indicator.core && !measures.iter().any(|(measure, _)| *measure == usual) {
            measures.insert(0, (usual.clone(), window));
        }
        for (measure, window) in measures {
            let key = match measure == usual {
                true => indicator.code.clone(),
                false => serde_json::to_string(&measure).unwrap_or_default(),
            };
            columns.push(TableColumn { key, indicator: indicator.clone(), measure, window });
        }
    }
    columns
}

/// Measures with entries in a year, with the window of those.
fn reported(table: &UnitTable, year: i32) -> Vec<(Measure, Window)> {
    let mut found = Vec::new();
    let mut seen: BTreeSet<MeasureIx> = BTreeSet::new();
    for window in table.windows_of(year).into_iter().rev() {
        for measure in table.cube.measure_places() {
            let column = table.cube.column(measure, window);
            if column.is_none_or(bc138_series::Column::is_empty) || !seen.insert(measure) {
                continue;
            }
            let pair = table.cube.measure(measure).zip(table.cube.window(window));
            found.extend(pair.map(|(measure, window)| (measure.clone(), window.clone())));
        }
    }
    found
}

/// The indicators of a group in the order of the forms.
pub(super) fn in_group<'a>(catalogue: &'a Catalogue, group: &str) -> Vec<&'a Indicator> {
    let of_group = |it: &&Indicator| it.group == group && it.kind != IndicatorKind::Text;
    let mut indicators: Vec<&Indicator> = catalogue.indicators().iter().filter(of_group).collect();
    indicators.sort_by_key(|indicator| catalogue.form_order(&indicator.code));
    indicators
}

/// The measure that a plain column of an indicator counts.
pub(super) fn usual_measure(indicator: &Indicator) -> Measure {
    let (indicator, nature) = (indicator.code.clone(), usual_nature(indicator));
    Measure { indicator, nature, categories: Categories::new() }
}
