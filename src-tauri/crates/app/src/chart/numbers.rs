//! The numbers of a chart: shares of a ratio, else counts, each with its source.

use crate::table::{SeriesNumbers, YearNumber};
use crate::vi::chart as words;
use crate::view::{ChartFigure, ChartRow};
use bc138_charts::Reading;
use bc138_domain::{Fixed, IndicatorKind};

/// One line, bar or row: whose numbers, and one for each year.
pub(super) struct Row {
    pub label: String,
    pub values: Vec<Option<Reading>>,
}

impl Row {
    fn of(numbers: &SeriesNumbers, label: &str, values: &[YearNumber]) -> Self {
        let values = values.iter().map(|it| reading(numbers, it)).collect();
        Self { label: label.to_owned(), values }
    }

    /// The whole scope.
    pub(super) fn whole(numbers: &SeriesNumbers) -> Self {
        Self::of(numbers, &numbers.title, &numbers.whole)
    }

    /// The units that have a number in any year.
    pub(super) fn units(numbers: &SeriesNumbers) -> Vec<Self> {
        let rows = numbers.units.iter().map(|(label, values)| Self::of(numbers, label, values));
        rows.filter(|row| row.values.iter().any(Option::is_some)).collect()
    }

    /// The last value.
    pub(super) fn last(&self) -> Option<i64> {
        self.values.iter().rev().flatten().next().map(|it| it.thousandths)
    }

    /// The same numbers of some years alone.
    pub(super) fn only(&self, years: &[usize]) -> Self {
        let values = years.iter().map(|at| self.values.get(*at).cloned().flatten()).collect();
        Self { label: self.label.clone(), values }
    }

    /// The row for the window.
    pub(super) fn told(self) -> ChartRow {
        let figure = |value: Option<Reading>| {
            value.map_or_else(ChartFigure::default, |it| ChartFigure {
                text: it.printed,
                source: it.source,
            })
        };
        ChartRow { label: self.label, figures: self.values.into_iter().map(figure).collect() }
    }
}

/// Whether shares are drawn.
pub(super) fn is_share(numbers: &SeriesNumbers) -> bool {
    numbers.indicator.kind == IndicatorKind::Ratio
}

/// The value of a year: the share of a ratio, else the number.
fn reading(numbers: &SeriesNumbers, number: &YearNumber) -> Option<Reading> {
    let total = &number.total;
    let source = number.source.as_deref()?;
    let reading = match is_share(numbers) {
        true => {
            let share = Fixed::percent_of(total.value?, total.total?, 1)?;
            let reading = Reading::new(share.thousandths(), words::share(share));
            reading.from_source(format!("derived:rate/{source}"))
        }
        false => {
            let value = total.value?;
            Reading::new(value.thousandths(), value.to_string()).from_source(source)
        }
    };
    Some(if number.restated { reading.converted() } else { reading })
}
