//! Suspects for a difference that one cell alone would settle.

use super::odds::Odds;
use super::{Ranked, Suspect};
use crate::digits;
use bc138_domain::Fixed;

/// Every cell of the column that one slip of the hand would explain.
pub(crate) fn suspects(odds: &Odds<'_>, column: usize, difference: Fixed) -> Vec<Ranked> {
    let negative = has_negative(odds, column);
    let rows = 0..odds.rows(column);
    rows.filter_map(|row| suspect(odds, (column, row), difference, negative)).collect()
}

fn suspect(
    odds: &Odds<'_>,
    (column, row): (usize, usize),
    difference: Fixed,
    negative: bool,
) -> Option<Ranked> {
    let typed = odds.typed(column, row);
    let likely = typed.unwrap_or_default().checked_add(difference)?;
    if likely < Fixed::default() && !negative {
        return None;
    }
    let slip = digits::between(typed, likely)?;
    let keys = keystrokes(likely);
    let suspect =
        Suspect { row: Some(row), column, other: None, typed, likely, kind: slip.kind, score: 0 };
    Some(Ranked {
        suspect,
        odds: slip.weight.ln() + keys.ln() + odds.instead(column, row, Some(likely)),
    })
}

/// Each key may be hit wrongly: a number of five digits goes wrong five times as often as one of
/// a single digit.
fn keystrokes(value: Fixed) -> f64 {
    let whole = value.thousandths().unsigned_abs() / 1_000;
    f64::from(whole.checked_ilog10().unwrap_or(0) + 1)
}

fn has_negative(odds: &Odds<'_>, column: usize) -> bool {
    let column = &odds.paper.columns[column];
    let past = column.past.iter().flatten();
    column.typed.iter().chain(past).flatten().any(|value| *value < Fixed::default())
}
