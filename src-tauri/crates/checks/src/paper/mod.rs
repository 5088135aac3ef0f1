//! The total on paper does not match: which cell was it?
//!
//! A clerk types a table from paper, and the sum of a column is not the one printed under it. The
//! difference is known exactly, so each cell has exactly one value that would settle it. A cell is
//! suspect when the way from that value to the typed one is a single slip of the hand, and the
//! more so the better the corrected value fits the unit's own past and the limits of its row, and
//! the worse the typed one does. Suspects are ranked by those odds; nothing is corrected.

mod cell;
mod moved;
mod odds;

use crate::digits::SlipKind;
use bc138_domain::Fixed;
use odds::Odds;
use serde::{Deserialize, Serialize};

/// A table typed from paper, column by column.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Paper {
    /// The columns; each has a cell for every row.
    pub columns: Vec<PaperColumn>,
    /// What must hold between the cells of a row.
    #[serde(default)]
    pub limits: Vec<Limit>,
}

/// One column as typed, with the total as printed.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct PaperColumn {
    /// The total printed under the column, where there is one.
    pub stated: Option<Fixed>,
    /// The value of each row; `None` where nothing is typed.
    pub typed: Vec<Option<Fixed>>,
    /// The values of each row in the windows before, oldest first; shorter lists end at the same
    /// time as longer ones.
    #[serde(default)]
    pub past: Vec<Vec<Option<Fixed>>>,
}

/// What holds between the cells of every row.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum Limit {
    /// One column is at most another (đạt ≤ tổng số).
    AtMost {
        /// Column of the part.
        smaller: usize,
        /// Column of the whole.
        larger: usize,
    },
    /// Columns add up to another (nam + nữ = hiện có).
    Sum {
        /// Columns of the parts.
        parts: Vec<usize>,
        /// Column of the whole.
        whole: usize,
    },
}

impl Limit {
    /// Whether a column stands in it.
    #[must_use]
    pub fn names(&self, column: usize) -> bool {
        match self {
            Self::AtMost { smaller, larger } => *smaller == column || *larger == column,
            Self::Sum { parts, whole } => *whole == column || parts.contains(&column),
        }
    }

    /// Whether the cells of a row break it; an empty cell breaks nothing.
    fn is_broken(&self, at: impl Fn(usize) -> Option<Fixed>) -> bool {
        match self {
            Self::AtMost { smaller, larger } => {
                matches!((at(*smaller), at(*larger)), (Some(a), Some(b)) if a > b)
            }
            Self::Sum { parts, whole } => {
                let parts = parts.iter().map(|part| at(*part).map(Fixed::thousandths));
                let sum: Option<i64> = parts.sum();
                sum.zip(at(*whole)).is_some_and(|(sum, whole)| sum != whole.thousandths())
            }
        }
    }
}

/// What was found in one column.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ColumnReport {
    /// The column.
    pub column: usize,
    /// The printed total.
    pub stated: Fixed,
    /// The sum of what was typed.
    pub sum: Fixed,
    /// Printed total less the sum: positive when too little was typed.
    pub difference: Fixed,
    /// Cells to look at, the likeliest first.
    pub suspects: Vec<Suspect>,
}

/// A cell that may hold the slip.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Suspect {
    /// The row; `None` when two whole columns changed places.
    pub row: Option<usize>,
    /// The column.
    pub column: usize,
    /// The other row or column of a swap, the last row of a shift.
    pub other: Option<usize>,
    /// What was typed.
    pub typed: Option<Fixed>,
    /// What was probably meant.
    pub likely: Fixed,
    /// How it went wrong.
    pub kind: SlipKind,
    /// How likely it is among all explanations, in percent.
    pub score: u8,
}

/// A suspect before it is ranked: the logarithm of its odds.
pub(crate) struct Ranked {
    pub suspect: Suspect,
    pub odds: f64,
}

/// At most this many suspects a column.
const MOST: usize = 10;
/// Odds (logarithm) of everything that is not looked for: two slips in one column, a wrong total.
const SOMETHING_ELSE: f64 = -9.0;
/// Odds from which on a column whose total is right is reported all the same.
const SURE: f64 = 2.0;

/// Explains every column whose total does not match, and every column in which two rows seem to
/// have changed places although the total is right. A column without a total is not looked at.
#[must_use]
pub fn explain(paper: &Paper) -> Vec<ColumnReport> {
    let odds = Odds::of(paper);
    let differences: Vec<Fixed> = paper.columns.iter().map(PaperColumn::difference).collect();
    let columns = (0..paper.columns.len()).filter(|at| paper.columns[*at].stated.is_some());
    columns.filter_map(|column| report(&odds, &differences, column)).collect()
}

fn report(odds: &Odds<'_>, differences: &[Fixed], column: usize) -> Option<ColumnReport> {
    let difference = differences[column];
    let mut ranked = moved::rows(odds, column, difference);
    if difference == Fixed::default() {
        ranked.retain(|ranked| ranked.odds > SURE);
        if ranked.is_empty() {
            return None;
        }
    } else {
        ranked.extend(cell::suspects(odds, column, difference));
        ranked.extend(moved::columns(odds, differences, column));
    }
    let typed = &odds.paper.columns[column];
    Some(ColumnReport {
        column,
        stated: typed.stated?,
        sum: typed.sum(),
        difference,
        suspects: rank(ranked),
    })
}

fn rank(mut ranked: Vec<Ranked>) -> Vec<Suspect> {
    // Equal odds keep the order of rows.
    ranked.sort_by(|a, b| b.odds.total_cmp(&a.odds));
    let best = ranked.first().map_or(0.0, |first| first.odds).max(SOMETHING_ELSE);
    let share = |odds: f64| (odds - best).exp();
    let all: f64 =
        ranked.iter().map(|ranked| share(ranked.odds)).sum::<f64>() + share(SOMETHING_ELSE);
    let percent = |odds: f64| {
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "a share of 100 between 0 and 100"
        )]
        let percent = (100.0 * share(odds) / all).round() as u8;
        percent
    };
    let best = ranked.into_iter().take(MOST);
    best.map(|ranked| Suspect { score: percent(ranked.odds), ..ranked.suspect }).collect()
}

impl PaperColumn {
    /// The sum of what was typed; nothing typed counts as nothing.
    #[must_use]
    pub fn sum(&self) -> Fixed {
        let sum: i64 = self.typed.iter().flatten().map(|value| value.thousandths()).sum();
        Fixed::from_thousandths(sum)
    }

    fn difference(&self) -> Fixed {
        let stated = self.stated.map_or(0, Fixed::thousandths);
        match self.stated {
            Some(_) => Fixed::from_thousandths(stated - self.sum().thousandths()),
            None => Fixed::default(),
        }
    }
}
