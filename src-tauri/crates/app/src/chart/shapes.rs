//! The three shapes: a line over the years, bars by unit, a strip of greys.

use super::Chart;
use crate::table::{SeriesNumbers, YearNumber};
use crate::vi::chart as words;
use bc138_charts::{
    BarGroup, Bars, Classes, Direction, Heat, HeatRow, LineSeries, Lines, Reading, Setting, Size,
    Years,
};
use bc138_domain::{Fixed, IndicatorKind};

/// Shares, in percent, from which a grey is darker.
const SHARES: [i64; 3] = [80, 90, 100];
/// Bars that can still be read; of more units only the ends are drawn.
const MOST_BARS: usize = 60;
/// Units drawn at either end.
const END: usize = 20;
/// Greys of numbers that are no shares.
const CLASSES: usize = 4;

/// The whole scope over the years, with what cannot be compared.
pub(super) fn years(numbers: &SeriesNumbers) -> Option<Chart> {
    let values = numbers.whole.iter().map(|it| reading(numbers, it)).collect();
    let caption = words::over_years(&numbers.indicator.name, &numbers.title);
    let setting = setting(numbers, &caption);
    let series = vec![LineSeries::new(String::new(), values)];
    let drawing = Lines { setting, years: timeline(numbers), series }.draw().ok()?;
    Some(Chart { caption, drawing })
}

/// The units in the last year that has numbers, the highest first; of very many the two ends.
pub(super) fn units(numbers: &SeriesNumbers) -> Option<Chart> {
    let last = numbers.whole.iter().rposition(|it| reading(numbers, it).is_some())?;
    let year = numbers.years.get(last)?.year;
    let known = numbers
        .units
        .iter()
        .filter_map(|(label, values)| Some((label.clone(), reading(numbers, values.get(last)?)?)));
    let mut known: Vec<(String, Reading)> = known.collect();
    known.sort_by_key(|(_, reading)| std::cmp::Reverse(reading.thousandths));
    let count = known.len();
    let caption = match count > MOST_BARS {
        true => {
            known.drain(END..count - END);
            words::ends_by_unit(&numbers.indicator.name, year, END, count)
        }
        false => words::by_unit(&numbers.indicator.name, year),
    };
    let groups = known.into_iter().map(|(label, it)| BarGroup::new(label, vec![Some(it)]));
    let setting = setting(numbers, &caption);
    let series = vec![String::new()];
    let (direction, groups) = (Direction::Sideways, groups.collect());
    let drawing = Bars { setting, direction, series, groups }.draw().ok()?;
    Some(Chart { caption, drawing })
}

/// Every unit in every year.
pub(super) fn strip(numbers: &SeriesNumbers) -> Option<Chart> {
    let rows = numbers.units.iter().map(|(label, values)| {
        HeatRow::new(label, values.iter().map(|it| reading(numbers, it)).collect())
    });
    let rows: Vec<HeatRow> = rows.filter(|row| row.values.iter().any(Option::is_some)).collect();
    let caption = words::strip(&numbers.indicator.name, &numbers.title);
    let (setting, classes) = (setting(numbers, &caption), classes(numbers, &rows)?);
    let drawing = Heat { setting, years: timeline(numbers), classes, rows }.draw().ok()?;
    Some(Chart { caption, drawing })
}

fn timeline(numbers: &SeriesNumbers) -> Years {
    let labels = numbers.years.iter().map(|it| it.year.to_string());
    let breaks = numbers.years.iter().enumerate().filter_map(|(at, year)| {
        let caption = year.breaks.clone().filter(|_| at > 0)?;
        Some((at, caption))
    });
    breaks.fold(Years::new(labels), |years, (at, caption)| years.broken(at, caption))
}

fn setting(numbers: &SeriesNumbers, caption: &str) -> Setting {
    let unit = if is_share(numbers) { words::PERCENT } else { &numbers.indicator.unit };
    Setting { caption: caption.to_owned(), size: Size::Full, unit: unit.to_owned(), print: printed }
}

fn is_share(numbers: &SeriesNumbers) -> bool {
    numbers.indicator.kind == IndicatorKind::Ratio
}

fn printed(thousandths: i64) -> String {
    Fixed::from_thousandths(thousandths).to_string()
}

/// The value of a year: the share of a ratio, else the number.
fn reading(numbers: &SeriesNumbers, number: &YearNumber) -> Option<Reading> {
    let total = &number.total;
    let (value, text) = match is_share(numbers) {
        true => {
            let share = Fixed::percent_of(total.value?, total.total?, 1)?;
            (share, words::share(share))
        }
        false => (total.value?, total.value?.to_string()),
    };
    let reading = Reading::new(value.thousandths(), text);
    Some(if number.restated { reading.converted() } else { reading })
}

/// The greys of shares.
pub(crate) fn share_classes() -> Classes {
    let bounds = SHARES.map(|share| share * 1_000).to_vec();
    Classes { texts: words::classes(&bounds, printed), bounds }
}

/// Even classes of the values that occur; fixed ones for shares, so that years and indicators look
/// alike.
fn classes(numbers: &SeriesNumbers, rows: &[HeatRow]) -> Option<Classes> {
    if is_share(numbers) {
        return Some(share_classes());
    }
    let values = rows.iter().flat_map(|row| &row.values).flatten();
    let mut values: Vec<i64> = values.map(|it| it.thousandths).collect();
    values.sort_unstable();
    values.dedup();
    let bound = |class: usize| values.get(values.len() * class / CLASSES).copied();
    let mut bounds: Vec<i64> = (1..CLASSES).filter_map(bound).collect();
    bounds.dedup();
    bounds.retain(|bound| Some(bound) != values.first());
    (!bounds.is_empty()).then(|| Classes { texts: words::classes(&bounds, printed), bounds })
}
