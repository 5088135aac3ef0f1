//! Suspects that stand in the wrong place: two rows or two columns swapped, a run of rows one off.

use super::odds::Odds;
use super::{Ranked, Suspect};
use crate::digits::SlipKind;
use bc138_domain::Fixed;
use std::ops::Range;

/// Odds (logarithm) that a clerk swaps two given rows, before the values speak.
const SWAP: f64 = -6.0;
/// The same for rows that do not stand beside each other.
const FAR_SWAP: f64 = -10.0;
/// Odds of a shift with a given first and last row.
const SHIFT: f64 = -9.0;
/// Odds of a swap of two columns in a given row, and of two whole columns.
const COLUMN_SWAP: f64 = -5.0;
/// A cell this close to what was expected is no candidate for a swap of rows.
const USUAL: f64 = 1.5;
/// A run must explain at least this much before its end is tried.
const WORTH_A_TRY: f64 = 5.0;

/// Rows that seem to have changed places, and runs that stand one row off.
pub(crate) fn rows(odds: &Odds<'_>, column: usize, difference: Fixed) -> Vec<Ranked> {
    let mut found = shifts(odds, column, difference);
    if difference == Fixed::default() {
        found.extend(swaps(odds, column));
    }
    found
}

fn suspect(odds: &Odds<'_>, (column, row): (usize, usize), other: usize, likely: Fixed) -> Suspect {
    let typed = odds.typed(column, row);
    let kind = SlipKind::SwappedCells;
    Suspect { row: Some(row), column, other: Some(other), typed, likely, kind, score: 0 }
}

/// Pairs of rows of which each fits the other's past better: the total cannot show them.
fn swaps(odds: &Odds<'_>, column: usize) -> Vec<Ranked> {
    let unusual: Vec<usize> =
        (0..odds.rows(column)).filter(|row| odds.deviation(column, *row) > USUAL).collect();
    let mut found = Vec::new();
    for (index, first) in unusual.iter().enumerate() {
        let partners = unusual[index + 1..].iter();
        found.extend(partners.filter_map(|second| swap(odds, column, (*first, *second))));
    }
    found
}

fn swap(odds: &Odds<'_>, column: usize, (first, second): (usize, usize)) -> Option<Ranked> {
    let (here, there) = (odds.typed(column, first)?, odds.typed(column, second)?);
    let prior = if second == first + 1 { SWAP } else { FAR_SWAP };
    let gain = odds.instead(column, first, Some(there)) + odds.instead(column, second, Some(here));
    let suspect = suspect(odds, (column, first), second, there);
    (here != there).then_some(Ranked { suspect, odds: prior + gain })
}

/// Which way the values slipped.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Way {
    /// A value was skipped: every row holds what belongs to the next one.
    Up,
    /// A row was left out: every row holds what belongs to the one before.
    Down,
}

fn shifts(odds: &Odds<'_>, column: usize, difference: Fixed) -> Vec<Ranked> {
    let ways = [Way::Up, Way::Down].into_iter();
    ways.filter_map(|way| best_shift(odds, column, difference, way)).collect()
}

/// The run that explains most, if any explains enough.
fn best_shift(odds: &Odds<'_>, column: usize, difference: Fixed, way: Way) -> Option<Ranked> {
    let count = odds.rows(column);
    // What each row gains when it holds what its neighbour was given.
    let gains: Vec<f64> = (0..count).map(|row| gain(odds, column, row, way)).collect();
    let mut sums = vec![0.0];
    sums.extend(gains.iter().scan(0.0, |sum, gain| {
        *sum += gain;
        Some(*sum)
    }));
    let mut best: Option<(Range<usize>, Fixed, f64)> = None;
    for first in 0..count {
        for last in first + 2..count {
            let moved = match way {
                Way::Down => sums[last] - sums[first],
                Way::Up => sums[last + 1] - sums[first + 1],
            };
            if moved < WORTH_A_TRY {
                continue;
            }
            let Some((lost, end)) = lost_value(odds, column, (first, last), difference, way) else {
                continue;
            };
            let odds = SHIFT + moved + end;
            if best.as_ref().is_none_or(|best| odds > best.2) {
                best = Some((first..last, lost, odds));
            }
        }
    }
    let (run, lost, total) = best?;
    let likely = match way {
        Way::Up => lost,
        Way::Down => odds.typed(column, run.start + 1).unwrap_or_default(),
    };
    let suspect = suspect(odds, (column, run.start), run.end, likely);
    let suspect = Suspect { kind: SlipKind::RowShifted, ..suspect };
    (total > 0.0).then_some(Ranked { suspect, odds: total })
}

fn gain(odds: &Odds<'_>, column: usize, row: usize, way: Way) -> f64 {
    let from = match way {
        Way::Up => row.checked_sub(1),
        Way::Down => Some(row + 1).filter(|row| *row < odds.rows(column)),
    };
    from.map_or(0.0, |from| odds.instead(column, row, odds.typed(column, from)))
}

/// The value that fell out of the run, which the difference gives exactly, and what it gains.
fn lost_value(
    odds: &Odds<'_>,
    column: usize,
    (first, last): (usize, usize),
    difference: Fixed,
    way: Way,
) -> Option<(Fixed, f64)> {
    let (home, surplus) = match way {
        Way::Up => (first, last),
        Way::Down => (last, first),
    };
    let lost = odds.typed(column, surplus).unwrap_or_default().checked_add(difference)?;
    (lost >= Fixed::default()).then(|| (lost, odds.instead(column, home, Some(lost))))
}

/// Rows in which two columns seem to have changed places, and whole columns that did.
pub(crate) fn columns(odds: &Odds<'_>, differences: &[Fixed], column: usize) -> Vec<Ranked> {
    let opposite = differences[column].thousandths().checked_neg();
    let mut found = Vec::new();
    for (other, difference) in differences.iter().enumerate() {
        if other == column || Some(difference.thousandths()) != opposite {
            continue;
        }
        let rows = 0..odds.rows(column);
        found.extend(rows.filter_map(|row| column_swap(odds, (column, other), row, *difference)));
        found.extend(whole_columns(odds, (column, other)));
    }
    found
}

/// The two cells of a row exchanged settle both columns at once.
fn column_swap(
    odds: &Odds<'_>,
    (column, other): (usize, usize),
    row: usize,
    difference: Fixed,
) -> Option<Ranked> {
    let (here, there) = (odds.typed(column, row)?, odds.typed(other, row)?);
    if here.thousandths() - there.thousandths() != difference.thousandths() {
        return None;
    }
    let suspect = suspect(odds, (column, row), other, there);
    let suspect = Suspect { kind: SlipKind::SwappedColumns, ..suspect };
    Some(Ranked { suspect, odds: COLUMN_SWAP + exchange(odds, (column, other), row, here, there) })
}

/// What a row gains when two of its cells change places. A limit between the two is turned round
/// with them, so limits are left out; the pasts say enough.
fn exchange(
    odds: &Odds<'_>,
    (column, other): (usize, usize),
    row: usize,
    here: Fixed,
    there: Fixed,
) -> f64 {
    let of = |column, value| odds.of_value(column, row, Some(value));
    of(column, there) + of(other, here) - of(column, here) - of(other, there)
}

fn whole_columns(odds: &Odds<'_>, (column, other): (usize, usize)) -> Option<Ranked> {
    let columns = &odds.paper.columns;
    let (here, there) = (&columns[column], &columns[other]);
    if here.stated != Some(there.sum()) || there.stated != Some(here.sum()) {
        return None;
    }
    let gains = (0..odds.rows(column)).map(|row| {
        let cells = (odds.typed(column, row), odds.typed(other, row));
        let (Some(a), Some(b)) = cells else { return 0.0 };
        exchange(odds, (column, other), row, a, b)
    });
    let total = COLUMN_SWAP + gains.sum::<f64>();
    let suspect = Suspect {
        row: None,
        column,
        other: Some(other),
        typed: Some(here.sum()),
        likely: there.sum(),
        kind: SlipKind::SwappedColumns,
        score: 0,
    };
    Some(Ranked { suspect, odds: total })
}
