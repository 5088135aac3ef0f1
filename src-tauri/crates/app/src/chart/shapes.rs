//! The shapes: a line over the years, bars by unit, slopes between two years, a strip of greys,
//! a small line for each unit.

use super::Chart;
use super::numbers::{Row, is_share};
use crate::table::SeriesNumbers;
use crate::vi::chart as words;
use bc138_charts::{
    BarGroup, Bars, Classes, Direction, Heat, HeatRow, LineSeries, Lines, Multiples, Panel,
    Setting, Size, Slope, Slopes, Years,
};
use bc138_domain::Fixed;

/// Shares, in percent, from which a grey is darker.
const SHARES: [i64; 3] = [80, 90, 100];
/// Bars and small charts that can still be read; of more units only the ends are drawn.
const MOST: usize = 60;
/// Units drawn at either end.
const END: usize = 20;
/// Greys of numbers that are no shares.
const CLASSES: usize = 4;
/// Units named among those that rose most, and among those that fell most.
const EXTREMES: usize = 5;

/// The whole scope over the years, with what cannot be compared.
pub(super) fn years(numbers: &SeriesNumbers) -> Option<Chart> {
    let whole = Row::whole(numbers);
    let caption = words::over_years(&numbers.indicator.name, &numbers.title);
    let setting = setting(numbers, &caption);
    let series = vec![LineSeries::new(String::new(), whole.values.clone())];
    let drawing = Lines { setting, years: timeline(numbers), series }.draw().ok()?;
    Some(Chart { caption, drawing, years: labels(numbers), rows: vec![whole] })
}

/// The units in the last year that has numbers, the highest first; of very many the two ends.
pub(super) fn units(numbers: &SeriesNumbers) -> Option<Chart> {
    let last = *known(numbers).last()?;
    let rows = Row::units(numbers).into_iter().map(|row| row.only(&[last]));
    let rows = highest_first(rows.filter(|row| row.last().is_some()).collect());
    let caption = words::by_unit(&numbers.indicator.name, numbers.years.get(last)?.year);
    let (drawn, caption) = ends(&rows, caption);
    let groups = drawn.into_iter().map(|it| BarGroup::new(it.label.clone(), it.values.clone()));
    let setting = setting(numbers, &caption);
    let series = vec![String::new()];
    let (direction, groups) = (Direction::Sideways, groups.collect());
    let drawing = Bars { setting, direction, series, groups }.draw().ok()?;
    Some(Chart { caption, drawing, years: vec![labels(numbers).get(last)?.clone()], rows })
}

/// What changed between the last two years that have numbers.
pub(super) fn slopes(numbers: &SeriesNumbers) -> Option<Chart> {
    let [.., before, last] = known(numbers)[..] else { return None };
    let rows: Vec<Row> = Row::units(numbers).iter().map(|row| row.only(&[before, last])).collect();
    let both = |row: &&Row| row.values.iter().all(Option::is_some);
    if !rows.iter().any(|row| both(&row)) {
        return None;
    }
    let year = |at: usize| numbers.years.get(at).map(|it| it.year);
    let years = [year(before)?, year(last)?];
    let caption = words::between(&numbers.indicator.name, years);
    let slope = |row: &Row| {
        let [then, now] = &row.values[..] else { return None };
        Some(Slope::new(row.label.clone(), [then.clone(), now.clone()]))
    };
    let breaks = numbers.years.get(before + 1..=last)?.iter().filter_map(|it| it.breaks.clone());
    let broken: Vec<String> = breaks.collect();
    let slopes = Slopes {
        setting: setting(numbers, &caption),
        years: years.map(|year| year.to_string()),
        broken: (!broken.is_empty()).then(|| broken.join("; ")),
        units: rows.iter().filter_map(slope).collect(),
        extremes: EXTREMES,
    };
    let years = slopes.years.to_vec();
    Some(Chart { caption, drawing: slopes.draw().ok()?, years, rows })
}

/// Every unit in every year.
pub(super) fn strip(numbers: &SeriesNumbers) -> Option<Chart> {
    let rows = Row::units(numbers);
    let of_units = rows.iter().map(|it| HeatRow::new(it.label.clone(), it.values.clone()));
    let caption = words::strip(&numbers.indicator.name, &numbers.title);
    let (setting, classes) = (setting(numbers, &caption), classes(numbers, &rows)?);
    let heat = Heat { setting, years: timeline(numbers), classes, rows: of_units.collect() };
    Some(Chart { caption, drawing: heat.draw().ok()?, years: labels(numbers), rows })
}

/// A small line for each unit, the highest first; of very many the two ends.
pub(super) fn multiples(numbers: &SeriesNumbers) -> Option<Chart> {
    let rows = highest_first(Row::units(numbers));
    let caption = words::strip(&numbers.indicator.name, &numbers.title);
    let (drawn, caption) = ends(&rows, caption);
    let panels = drawn.into_iter().map(|it| Panel::new(it.label.clone(), it.values.clone()));
    let setting = setting(numbers, &caption);
    let (years, panels) = (timeline(numbers), panels.collect());
    let drawing = Multiples { setting, years, panels, reach: Vec::new() }.draw().ok()?;
    Some(Chart { caption, drawing, years: labels(numbers), rows })
}

/// The years in which the whole scope has a number.
fn known(numbers: &SeriesNumbers) -> Vec<usize> {
    let whole = Row::whole(numbers).values.into_iter().enumerate();
    whole.filter_map(|(at, value)| value.is_some().then_some(at)).collect()
}

fn highest_first(mut rows: Vec<Row>) -> Vec<Row> {
    rows.sort_by_key(|row| std::cmp::Reverse(row.last()));
    rows
}

/// The rows that are drawn, which is said where they are not all.
fn ends(rows: &[Row], caption: String) -> (Vec<&Row>, String) {
    if rows.len() <= MOST {
        return (rows.iter().collect(), caption);
    }
    let (first, last) = (&rows[..END], &rows[rows.len() - END..]);
    (first.iter().chain(last).collect(), words::ends(&caption, END, rows.len()))
}

fn labels(numbers: &SeriesNumbers) -> Vec<String> {
    numbers.years.iter().map(|it| it.year.to_string()).collect()
}

fn timeline(numbers: &SeriesNumbers) -> Years {
    let breaks = numbers.years.iter().enumerate().filter_map(|(at, year)| {
        let caption = year.breaks.clone().filter(|_| at > 0)?;
        Some((at, caption))
    });
    breaks.fold(Years::new(labels(numbers)), |years, (at, caption)| years.broken(at, caption))
}

fn setting(numbers: &SeriesNumbers, caption: &str) -> Setting {
    let unit = if is_share(numbers) { words::PERCENT } else { &numbers.indicator.unit };
    Setting { caption: caption.to_owned(), size: Size::Full, unit: unit.to_owned(), print: printed }
}

fn printed(thousandths: i64) -> String {
    Fixed::from_thousandths(thousandths).to_string()
}

/// The greys of shares.
pub(crate) fn share_classes() -> Classes {
    let bounds = SHARES.map(|share| share * 1_000).to_vec();
    Classes { texts: words::classes(&bounds, printed), bounds }
}

/// Even classes of the values that occur; fixed ones for shares, so that years and indicators look
/// alike.
fn classes(numbers: &SeriesNumbers, rows: &[Row]) -> Option<Classes> {
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
