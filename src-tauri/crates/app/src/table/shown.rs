//! What a table shows: the indicators that the catalogue puts forward, or the clerk's own choice;
//! each as a whole, or broken down by a dimension.

use super::UnitTable;
use super::columns::{TableColumn, in_group};
use super::sheet::place;
use crate::app::App;
use crate::error::AppError;
use crate::vi::{labels, table as words};
use crate::view::{ColumnChoice, SheetQuery};
use bc138_domain::{Catalogue, Dimension, Indicator, IndicatorKind, Kind, Setting};
use bc138_store::Change;

/// An indicator as a whole, or its kinds by one dimension; written `tin_tong`, `tin_tong/channel`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Shown {
    pub code: String,
    pub dimension: Option<String>,
}

impl Shown {
    fn whole(indicator: &Indicator) -> Self {
        Self { code: indicator.code.clone(), dimension: None }
    }

    fn by(indicator: &Indicator, dimension: &str) -> Self {
        Self { code: indicator.code.clone(), dimension: Some(dimension.to_owned()) }
    }

    /// What a column belongs to; kinds of several dimensions at once are in no choice.
    fn of(column: &TableColumn) -> Self {
        let code = column.measure.indicator.clone();
        let mut dimensions = column.measure.categories.keys();
        Self { code, dimension: dimensions.next().cloned() }
    }

    /// Reads the written form.
    fn read(text: &str) -> Self {
        let (code, dimension) = match text.split_once('/') {
            Some((code, dimension)) => (code, Some(dimension.to_owned())),
            None => (text, None),
        };
        Self { code: code.to_owned(), dimension }
    }

    /// The written form.
    fn text(&self) -> String {
        match &self.dimension {
            Some(dimension) => format!("{}/{dimension}", self.code),
            None => self.code.clone(),
        }
    }
}

/// Beginning of the keys of settings that say what a table shows.
pub(crate) const COLUMNS: &str = "columns/";

/// The choice is kept as a setting of the store, so that it is logged and undone like all.
pub(super) fn setting_key(group: &str) -> String {
    format!("{COLUMNS}{group}")
}

/// What a table of a group shows.
pub(super) fn shown(catalogue: &Catalogue, settings: &[Setting], group: &str) -> Vec<Shown> {
    let key = setting_key(group);
    match settings.iter().find(|setting| setting.key == key) {
        Some(chosen) => chosen.value.split_whitespace().map(Shown::read).collect(),
        None => usual(catalogue, group),
    }
}

/// The core indicators; all of them where the group has none, for then no few stand out.
fn usual(catalogue: &Catalogue, group: &str) -> Vec<Shown> {
    let indicators = in_group(catalogue, group);
    let has_core = indicators.iter().any(|indicator| indicator.core);
    let usual = indicators.into_iter().filter(|indicator| indicator.core || !has_core);
    usual.flat_map(columns_of).collect()
}

/// An indicator as it is asked for first: a distribution with its kinds behind the total.
fn columns_of(indicator: &Indicator) -> Vec<Shown> {
    let kinds = indicator.dimensions.first().filter(|_| is_distribution(indicator));
    let kinds = kinds.map(|dimension| Shown::by(indicator, dimension));
    std::iter::once(Shown::whole(indicator)).chain(kinds).collect()
}

fn is_distribution(indicator: &Indicator) -> bool {
    indicator.kind == IndicatorKind::Distribution
}

/// All that a table of a group can show, in the order of the columns, with what it does show.
pub(super) fn choices(
    catalogue: &Catalogue,
    (shown, columns): (&[Shown], &[TableColumn]),
    table: &UnitTable,
    group: &str,
) -> Vec<ColumnChoice> {
    let day = columns.iter().filter_map(|column| column.window.to).max();
    let filled = columns.iter().filter(|column| has_numbers(table, column));
    let filled: Vec<Shown> = filled.map(Shown::of).collect();
    let indicators = in_group(catalogue, group).into_iter().filter(|it| it.is_valid_on(day));
    let choice = |it: Shown, label: String| ColumnChoice {
        key: it.text(),
        label,
        kinds: it.dimension.is_some(),
        shown: shown.contains(&it) || filled.contains(&it),
        kept: filled.contains(&it),
    };
    let of_indicator = |indicator: &Indicator| {
        let dimensions = indicator.dimensions.iter().filter_map(|code| catalogue.dimension(code));
        let known = |it: &&Dimension| catalogue.categories_on(&it.code, day).next().is_some();
        let by = dimensions
            .filter(known)
            .map(|it| choice(Shown::by(indicator, &it.code), words::by_dimension(&it.name)));
        let whole = choice(Shown::whole(indicator), indicator.name.clone());
        std::iter::once(whole).chain(by).collect::<Vec<_>>()
    };
    indicators.flat_map(of_indicator).collect()
}

fn has_numbers(table: &UnitTable, column: &TableColumn) -> bool {
    let numbers = place(table, column).and_then(|(m, w)| table.cube.column(m, w));
    numbers.is_some_and(|numbers| !numbers.is_empty())
}

impl App {
    /// Keeps which columns the table of a group shows; the catalogue's own choice when none is
    /// named. Columns with numbers are shown whatever is chosen.
    ///
    /// # Errors
    /// The store fails.
    pub fn choose_columns(
        &mut self,
        query: &SheetQuery,
        chosen: &[String],
    ) -> Result<(), AppError> {
        let group = self.scene(query)?.group;
        let catalogue = self.whole_catalogue()?;
        let chosen: Vec<Shown> = chosen.iter().map(|text| Shown::read(text)).collect();
        let key = setting_key(&group);
        let known = self.settings()?.into_iter().find(|setting| setting.key == key);
        let title = catalogue.group(&group).map_or(group.as_str(), |it| it.title.as_str());
        let change = Change::new(labels::columns(title), None);
        let change = match (chosen.is_empty() || chosen == usual(&catalogue, &group), known) {
            (true, None) => return Ok(()),
            (true, Some(known)) => change.remove(Kind::Setting, known.id),
            (false, known) => {
                let id = known.map_or(0, |known| known.id);
                let value = chosen.iter().map(Shown::text).collect::<Vec<_>>().join(" ");
                change.put(Setting { id, key, valid_from: None, valid_to: None, value })
            }
        };
        self.apply(&change).map(|_| ())
    }
}
