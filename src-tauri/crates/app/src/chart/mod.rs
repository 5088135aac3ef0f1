//! Use case: one indicator as a chart: over the years, by unit in the last year, between two years,
//! or all units over the years. The same drawing serves the screen and documents; the numbers that
//! it is made from stand beside it, each with its source.

mod numbers;
mod shapes;

pub(crate) use shapes::share_classes;

use crate::app::App;
use crate::document::fonts;
use crate::error::AppError;
use crate::table::SeriesNumbers;
use crate::vi::chart as words;
use crate::view::{ChartKind, ChartView, Choice, SeriesQuery};
use bc138_report::{Drawing, write_drawing_svg};
use numbers::Row;

/// A drawing, what is printed under it, and its numbers.
struct Chart {
    /// What it shows: “Khu dân cư theo đơn vị, năm 2022”.
    caption: String,
    drawing: Drawing,
    /// The years of the numbers.
    years: Vec<String>,
    rows: Vec<Row>,
}

impl App {
    /// A chart of one indicator of a group, ready for the window.
    ///
    /// # Errors
    /// As [`App::series`]; a character that the font lacks.
    pub fn chart(
        &mut self,
        query: &SeriesQuery,
        indicator: Option<&str>,
        kind: ChartKind,
    ) -> Result<ChartView, AppError> {
        let numbers = self.series_numbers(query, indicator)?;
        let chart = numbers.as_ref().and_then(|numbers| drawn(numbers, kind));
        let svg = match &chart {
            Some(chart) => write_drawing_svg(&chart.drawing, 1, fonts()?)?,
            None => String::new(),
        };
        let (caption, years, rows) =
            chart.map(|it| (it.caption, it.years, it.rows)).unwrap_or_default();
        let kinds = ChartKind::ALL.map(|kind| Choice::new(kind.code(), words::kind(kind)));
        let (indicator, indicators) = match numbers {
            Some(numbers) => (numbers.indicator.code, numbers.choices),
            None => Default::default(),
        };
        Ok(ChartView {
            svg,
            caption,
            years,
            rows: rows.into_iter().map(Row::told).collect(),
            indicator,
            indicators,
            kind,
            kinds: kinds.to_vec(),
        })
    }
}

/// The chart of one indicator; nothing where there are no numbers of its kind, or no label finds
/// room.
fn drawn(numbers: &SeriesNumbers, kind: ChartKind) -> Option<Chart> {
    match kind {
        ChartKind::Years => shapes::years(numbers),
        ChartKind::Units => shapes::units(numbers),
        ChartKind::Strip => shapes::strip(numbers),
        ChartKind::Multiples => shapes::multiples(numbers),
        ChartKind::Slopes => shapes::slopes(numbers),
    }
}
