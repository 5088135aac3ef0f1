//! Cells that do not fit their unit's own past. Looking is cheap: only a cell far from the middle
//! of its series has its expectation worked out.

use super::{CellAt, Sheet};
use crate::history::{Expectation, Past, Point, Swing, root};
use bc138_domain::{Fixed, IndicatorKind};
use bc138_units::UnitIx;
use chrono::NaiveDate;

/// A cell that lies far from what its unit's other windows let one expect.
pub(crate) struct Odd {
    pub cell: CellAt,
    pub value: Fixed,
    pub expected: Expectation,
    /// Usual distances between the two.
    pub deviation: f64,
}

/// Less than this many usual distances is no news.
const FAR: f64 = 4.0;
/// A series whose roots lie this close together has nothing odd in it.
const CLOSE: f64 = 2.0;
/// The same as a share of the largest root: a fifth of the count.
const CLOSE_SHARE: f64 = 0.1;

/// All odd cells, by measure, unit and time.
pub(super) fn find(sheet: &Sheet<'_>) -> Vec<Odd> {
    let counted = [
        IndicatorKind::Stock,
        IndicatorKind::Flow,
        IndicatorKind::Ratio,
        IndicatorKind::Distribution,
    ];
    let mut lanes: Vec<i64> = sheet.windows().iter().map(|window| window.months).collect();
    lanes.sort_unstable();
    lanes.dedup();
    let mut found = Vec::new();
    for months in lanes {
        let lane = sheet.lane(months);
        let measures = sheet.wanted_measures().into_iter();
        for measure in measures.filter(|at| sheet.measure(*at).is_of(&counted)) {
            for row in 0..sheet.units().len() {
                in_series(sheet, (row, measure), &lane, &mut found);
            }
        }
    }
    found
}

fn in_series(
    sheet: &Sheet<'_>,
    (row, measure): (usize, usize),
    lane: &[usize],
    found: &mut Vec<Odd>,
) {
    let known = lane.iter().filter_map(|window| {
        let value = sheet.value((row, measure, *window))?;
        Some((*window, value, root(value.thousandths())))
    });
    let series: Vec<(usize, Fixed, f64)> = known.collect();
    let roots = series.iter().map(|(_, _, root)| *root);
    let (low, high) = roots.fold((f64::MAX, f64::MIN), |(l, h), root| (l.min(root), h.max(root)));
    if series.len() < 2 || high - low <= CLOSE.max(CLOSE_SHARE * high) {
        return;
    }
    let borders = borders(sheet, sheet.unit(row));
    let side = |window: usize| {
        let end = sheet.window(window).window.to;
        borders.iter().filter(|day| end.is_some_and(|end| **day <= end)).count()
    };
    for (window, value, _) in wanted(sheet, &series) {
        // What came before a change of borders says nothing about what came after it.
        let others =
            series.iter().filter(|(other, ..)| *other != window && side(*other) == side(window));
        let points: Vec<Point> =
            others.map(|(other, _, root)| (sheet.window(*other).time, *root)).collect();
        let Some(past) = Past::of(&points, sheet.window(window).time) else { continue };
        let expected = past.expectation(Swing::USUAL);
        let deviation = expected.deviation(value);
        if deviation >= FAR {
            found.push(Odd { cell: CellAt { row, measure, window }, value, expected, deviation });
        }
    }
}

/// The wanted ones among the cells that lie far from the middle of their series.
fn wanted(sheet: &Sheet<'_>, series: &[(usize, Fixed, f64)]) -> Vec<(usize, Fixed, f64)> {
    let mut roots: Vec<f64> = series.iter().map(|(_, _, root)| *root).collect();
    roots.sort_unstable_by(f64::total_cmp);
    let middle = roots[roots.len() / 2];
    let focus = sheet.wanted_windows();
    let far =
        |root: f64| (root - middle).abs() > CLOSE.max(CLOSE_SHARE * middle) || series.len() < 4;
    series
        .iter()
        .filter(|(window, _, root)| far(*root) && focus.contains(window))
        .copied()
        .collect()
}

/// The days on which a unit gave something away or took something over.
pub(super) fn borders(sheet: &Sheet<'_>, unit: UnitIx) -> Vec<NaiveDate> {
    let (after, before) = (sheet.registry.successions(unit), sheet.registry.origins(unit));
    after.chain(before).map(|succession| succession.date).collect()
}
