//! Slips made on purpose: a true table, one slip, and what the paper-total check says to it.

use super::{Dice, UNITS};
use bc138_checks::SlipKind;
use bc138_checks::paper::{ColumnReport, Limit, Paper, explain};
use bc138_domain::Fixed;

/// Kinds that change one cell.
pub const SINGLE: [SlipKind; 9] = [
    SlipKind::DigitWrong,
    SlipKind::Transposed,
    SlipKind::DigitMissing,
    SlipKind::DigitExtra,
    SlipKind::TimesTen,
    SlipKind::TimesHundred,
    SlipKind::TimesThousand,
    SlipKind::NotTyped,
    SlipKind::SignLost,
];
/// Kinds that move several cells.
pub const MOVED: [SlipKind; 3] =
    [SlipKind::SwappedCells, SlipKind::RowShifted, SlipKind::SwappedColumns];

/// How often of a hundred slips of single cells each kind is made by people who type numbers from
/// paper.
const OFTEN: [(SlipKind, i64); 9] = [
    (SlipKind::DigitWrong, 38),
    (SlipKind::Transposed, 18),
    (SlipKind::DigitMissing, 15),
    (SlipKind::DigitExtra, 8),
    (SlipKind::TimesTen, 6),
    (SlipKind::TimesHundred, 3),
    (SlipKind::TimesThousand, 4),
    (SlipKind::NotTyped, 6),
    (SlipKind::SignLost, 2),
];

/// One slip: where it was made.
#[derive(Debug, Clone)]
pub struct Made {
    pub kind: SlipKind,
    /// Row and column; a run of rows begins there.
    pub cell: (usize, usize),
    /// The other row or column of a swap, the last row of a run.
    pub other: Option<usize>,
    /// What was typed instead.
    pub typed: Vec<Typed>,
}

/// A cell, by row and column, and what was typed into it.
pub type Typed = ((usize, usize), Option<Fixed>);

/// Draws a kind by how often it is made.
pub fn natural_kind(dice: &mut Dice) -> SlipKind {
    let mut at = dice.below(100);
    for (kind, share) in OFTEN {
        if at < share {
            return kind;
        }
        at -= share;
    }
    SlipKind::DigitWrong
}

/// Makes one slip of a kind somewhere in the table; cells are drawn by keystrokes, because every
/// key can be missed.
pub fn make(dice: &mut Dice, truth: &Paper, kind: SlipKind) -> Made {
    loop {
        let cell = draw(dice, truth);
        let made = match kind {
            SlipKind::SwappedCells => swap_rows(dice, truth, cell),
            SlipKind::RowShifted => shift(dice, truth, cell),
            SlipKind::SwappedColumns => swap_columns(truth, cell),
            _ => single(dice, truth, kind, cell),
        };
        if let Some(made) = made {
            return made;
        }
    }
}

fn value(paper: &Paper, (row, column): (usize, usize)) -> i64 {
    paper.columns[column].typed[row].and_then(Fixed::as_int).expect("a count")
}

fn typed(paper: &Paper, (row, column): (usize, usize)) -> Option<Fixed> {
    paper.columns[column].typed[row]
}

fn draw(dice: &mut Dice, paper: &Paper) -> (usize, usize) {
    loop {
        let cell = (dice.index(UNITS), dice.index(paper.columns.len()));
        let keys = value(paper, cell).abs().to_string().len();
        if dice.index(5) < keys {
            return cell;
        }
    }
}

fn single(dice: &mut Dice, truth: &Paper, kind: SlipKind, cell: (usize, usize)) -> Option<Made> {
    let meant = value(truth, cell);
    let typed = mistype(dice, meant, kind)?.and_then(Fixed::from_int);
    Some(Made { kind, cell, other: None, typed: vec![(cell, typed)] })
}

/// What is typed for a number; `None` when the kind cannot happen to it.
#[allow(clippy::option_option, reason = "nothing typed is one of the slips")]
fn mistype(dice: &mut Dice, meant: i64, kind: SlipKind) -> Option<Option<i64>> {
    let mut digits: Vec<u8> = meant.abs().to_string().into_bytes();
    let at = dice.index(digits.len());
    match kind {
        SlipKind::DigitWrong => digits[at] = wrong_key(dice, digits[at]),
        SlipKind::Transposed if at + 1 < digits.len() => digits.swap(at, at + 1),
        SlipKind::DigitMissing if digits.len() > 1 => drop(digits.remove(at)),
        SlipKind::DigitExtra => {
            let doubled = dice.below(10) < 7;
            let digit = if doubled { digits[at] } else { b'0' + dice.index(10) as u8 };
            digits.insert(at, digit);
        }
        SlipKind::TimesTen if meant % 10 == 0 && dice.below(2) == 0 => drop(digits.pop()),
        SlipKind::TimesTen => digits.push(b'0'),
        SlipKind::TimesHundred => digits.extend_from_slice(b"00"),
        SlipKind::TimesThousand => digits.extend_from_slice(b"000"),
        SlipKind::NotTyped => return (meant != 0).then_some(None),
        SlipKind::SignLost => return (meant != 0).then_some(Some(-meant)),
        _ => return None,
    }
    let typed: i64 = String::from_utf8(digits).ok()?.parse().ok()?;
    let typed = if meant < 0 { -typed } else { typed };
    (typed != meant).then_some(Some(typed))
}

/// Three of four wrong keys lie beside the right one in the row above the letters.
fn wrong_key(dice: &mut Dice, digit: u8) -> u8 {
    let digit = i64::from(digit - b'0');
    let beside = [digit - 1, digit + 1][dice.index(2)];
    let key = if dice.below(4) < 3 { beside.rem_euclid(10) } else { dice.below(10) };
    b'0' + u8::try_from(key).expect("a digit")
}

fn swap_rows(dice: &mut Dice, truth: &Paper, (row, column): (usize, usize)) -> Option<Made> {
    let other = row + 1 + dice.index(3);
    if other >= UNITS {
        return None;
    }
    let typed = exchanged(truth, (row, column), (other, column))?;
    Some(Made { kind: SlipKind::SwappedCells, cell: (row, column), other: Some(other), typed })
}

fn swap_columns(truth: &Paper, (row, column): (usize, usize)) -> Option<Made> {
    let other = column + 1;
    if other >= truth.columns.len() {
        return None;
    }
    let typed = exchanged(truth, (row, column), (row, other))?;
    Some(Made { kind: SlipKind::SwappedColumns, cell: (row, column), other: Some(other), typed })
}

fn exchanged(truth: &Paper, here: (usize, usize), there: (usize, usize)) -> Option<Vec<Typed>> {
    let (a, b) = (typed(truth, here), typed(truth, there));
    (a != b).then(|| vec![(here, b), (there, a)])
}

/// A row is skipped on paper: its neighbours' values move up, the last row of the run stays empty.
fn shift(dice: &mut Dice, truth: &Paper, (row, column): (usize, usize)) -> Option<Made> {
    let last = row + 4 + dice.index(20);
    if last >= UNITS {
        return None;
    }
    let moved = (row..last).map(|at| ((at, column), typed(truth, (at + 1, column))));
    let typed = moved.chain([((last, column), None)]).collect();
    Some(Made { kind: SlipKind::RowShifted, cell: (row, column), other: Some(last), typed })
}

/// At which place the slip was named; `None` when it was not.
pub fn place(truth: &Paper, made: &Made) -> Option<usize> {
    let (paper, column) = around(truth, made);
    let reports = explain(&paper);
    let report = reports.iter().find(|report| report.column == column)?;
    report.suspects.iter().position(|suspect| hits(made, suspect))
}

fn hits(made: &Made, suspect: &bc138_checks::paper::Suspect) -> bool {
    let (row, _) = made.cell;
    match made.kind {
        SlipKind::SwappedCells => {
            suspect.row == Some(row) && suspect.other == made.other
                || suspect.other == Some(row) && suspect.row == made.other
        }
        SlipKind::RowShifted => {
            // The run is found when it covers most of the rows that moved.
            let last = made.other.expect("a run");
            let (Some(first), Some(end)) = (suspect.row, suspect.other) else { return false };
            suspect.kind == SlipKind::RowShifted
                && end.min(last).saturating_sub(first.max(row)) * 2 > last - row
        }
        _ => suspect.row == Some(row),
    }
}

/// The columns that matter for one slip: its own, those of its limits and the other one of a swap.
/// The rest of the table is clean and only costs time.
fn around(truth: &Paper, made: &Made) -> (Paper, usize) {
    let (_, column) = made.cell;
    let mut wanted = vec![column];
    if made.kind == SlipKind::SwappedColumns {
        wanted.extend(made.other);
    }
    let limits = truth.limits.iter().filter(|limit| limit.names(column));
    wanted.extend(limits.clone().flat_map(columns_of));
    wanted.sort_unstable();
    wanted.dedup();
    let at = |column: usize| wanted.iter().position(|it| *it == column).expect("it is wanted");
    let limits = limits.map(|limit| match limit {
        Limit::AtMost { smaller, larger } => {
            Limit::AtMost { smaller: at(*smaller), larger: at(*larger) }
        }
        Limit::Sum { parts, whole } => {
            Limit::Sum { parts: parts.iter().map(|part| at(*part)).collect(), whole: at(*whole) }
        }
    });
    let limits = limits.collect();
    let mut columns: Vec<_> = wanted.iter().map(|column| truth.columns[*column].clone()).collect();
    for ((row, column), value) in &made.typed {
        columns[at(*column)].typed[*row] = *value;
    }
    // Only the columns of the slip have their totals compared; the others are clean.
    let mine = |at: usize| {
        at == column || Some(at) == made.other.filter(|_| made.kind == SlipKind::SwappedColumns)
    };
    for (place, column) in wanted.iter().zip(&mut columns) {
        column.stated = column.stated.filter(|_| mine(*place));
    }
    (Paper { columns, limits }, at(column))
}

fn columns_of(limit: &Limit) -> Vec<usize> {
    match limit {
        Limit::AtMost { smaller, larger } => vec![*smaller, *larger],
        Limit::Sum { parts, whole } => parts.iter().copied().chain([*whole]).collect(),
    }
}

/// Columns of a clean table that are reported all the same, with the suspects in them.
pub fn false_alarms(truth: &Paper) -> Vec<ColumnReport> {
    explain(truth)
}
