//! The columns of a table: which measures of a group, each in the window of its own calendar.

use super::UnitTable;
use super::shown::Shown;
use crate::field::usual_nature;
use crate::vi::table as words;
use bc138_domain::catalogue::{Cover, Dimension, OverUnits};
use bc138_domain::{
    CalendarBook, Catalogue, Categories, Category, Indicator, IndicatorKind, Measure, Window,
};
use bc138_series::MeasureIx;
use chrono::NaiveDate;
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
    /// What it counts, wherever it is named: the indicator, and the kinds.
    pub title: String,
    /// What it is called below the heading that it shares with the other columns of its indicator;
    /// nothing where it stands alone.
    pub part: Option<String>,
}

impl TableColumn {
    /// A column of one measure in one window, outside any form.
    pub fn plain(measure: &Measure, window: &Window) -> Self {
        let key = measure.indicator.clone();
        let indicator = Indicator { code: key.clone(), ..Indicator::own(0, "", &key) };
        let (measure, window) = (measure.clone(), window.clone());
        Self { title: key.clone(), key, indicator, measure, window, part: None }
    }

    fn of(catalogue: &Catalogue, indicator: &Indicator, (measure, window): Reported) -> Self {
        let key = match measure == usual_measure(indicator) {
            true => indicator.code.clone(),
            false => serde_json::to_string(&measure).unwrap_or_default(),
        };
        let title = words::measure(catalogue, indicator, &measure);
        Self { key, indicator: indicator.clone(), measure, window, title, part: None }
    }

    pub fn is_ratio(&self) -> bool {
        self.indicator.kind == IndicatorKind::Ratio
    }

    pub const fn rule(&self) -> OverUnits {
        self.indicator.over_units
    }
}

/// A measure with the window in which it is, or would be, reported.
type Reported = (Measure, Window);

/// A column that others add up to, by their places.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Division {
    pub whole: usize,
    pub parts: Vec<usize>,
}

/// The columns that are divided into all kinds of a dimension that leaves nothing out.
pub(super) fn divisions(catalogue: &Catalogue, columns: &[TableColumn]) -> Vec<Division> {
    let complete = catalogue.dimensions().iter().filter(|it| it.cover == Cover::Complete);
    let complete: Vec<&Dimension> = complete.collect();
    let mut found = Vec::new();
    for (whole, column) in columns.iter().enumerate() {
        if column.measure.categories.is_empty() {
            let of = |it: &&Dimension| parts(catalogue, columns, column, &it.code);
            let divided = complete.iter().copied().filter_map(|it| of(&it));
            found.extend(divided.map(|parts| Division { whole, parts }));
        }
    }
    found
}

/// The columns of each kind of a dimension that a whole has on its last day; nothing when one is
/// missing.
fn parts(
    catalogue: &Catalogue,
    columns: &[TableColumn],
    whole: &TableColumn,
    dimension: &str,
) -> Option<Vec<usize>> {
    let kinds = catalogue.categories_on(dimension, whole.window.to);
    let of_kind = |kind: &Category| {
        let measure = kind_of(&whole.measure, kind);
        columns.iter().position(|it| it.measure == measure && it.window == whole.window)
    };
    let parts: Option<Vec<usize>> = kinds.map(of_kind).collect();
    parts.filter(|parts| !parts.is_empty())
}

fn kind_of(whole: &Measure, kind: &Category) -> Measure {
    let categories = [(kind.dimension.clone(), [kind.code.clone()].into())].into();
    Measure { categories, ..whole.clone() }
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

/// The columns of a group in a year: what is shown, and what has entries.
pub(super) fn columns(
    (catalogue, calendars): (&Catalogue, &CalendarBook),
    (table, shown): (&UnitTable, &[Shown]),
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
        let wanted = wanted(catalogue, shown, indicator, window.to);
        let of_indicator = measures(&reported, &wanted, indicator, &window);
        let several = of_indicator.len() > 1;
        columns.extend(of_indicator.into_iter().map(|reported| {
            let part = several.then(|| words::part(catalogue, indicator, &reported.0));
            TableColumn { part, ..TableColumn::of(catalogue, indicator, reported) }
        }));
    }
    columns
}

/// The measures of an indicator that are shown, whether they have entries or not.
fn wanted(
    catalogue: &Catalogue,
    shown: &[Shown],
    indicator: &Indicator,
    day: Option<NaiveDate>,
) -> Vec<Measure> {
    let shown = shown.iter().filter(|it| it.code == indicator.code);
    let (wholes, by): (Vec<&Shown>, _) = shown.partition(|it| it.dimension.is_none());
    let mut wanted: Vec<Measure> = wholes.iter().map(|_| usual_measure(indicator)).collect();
    for dimension in by.into_iter().filter_map(|it| it.dimension.as_ref()) {
        let kinds = catalogue.categories_on(dimension, day);
        wanted.extend(kinds.map(|kind| kind_of(&usual_measure(indicator), kind)));
    }
    wanted.dedup();
    wanted
}

/// Each wanted measure in the window in which it was reported, else in the calendar's; behind them
/// those that were reported without being wanted.
fn measures(
    reported: &[Reported],
    wanted: &[Measure],
    indicator: &Indicator,
    window: &Window,
) -> Vec<Reported> {
    let then = |measure: &Measure| reported.iter().find(|(it, _)| it == measure).cloned();
    let usual = |measure: &Measure| (measure.clone(), window.clone());
    let wanted_here = wanted.iter().map(|measure| then(measure).unwrap_or_else(|| usual(measure)));
    let unasked = |(it, _): &&Reported| it.indicator == indicator.code && !wanted.contains(it);
    let mut others: Vec<Reported> = reported.iter().filter(unasked).cloned().collect();
    others.sort_by(|(a, _), (b, _)| a.cmp(b));
    let mut measures: Vec<Reported> = wanted_here.chain(others).collect();
    // What counts everything stands before its parts.
    measures.sort_by_key(|(measure, _)| !measure.categories.is_empty());
    measures
}

/// Measures with entries in a year, with the window of those.
fn reported(table: &UnitTable, year: i32) -> Vec<Reported> {
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
