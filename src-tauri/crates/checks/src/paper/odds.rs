//! How likely a value is in a cell: from the unit's own past and the limits of its row.

use super::Paper;
use crate::history::{Expectation, Past, Point, Swing, root};
use bc138_domain::Fixed;
use std::cell::OnceCell;

/// What breaking a limit costs: broken limits are rare, but slips cause them.
const BROKEN: f64 = -5.0;

/// The odds of a paper's cells, worked out once.
pub(crate) struct Odds<'a> {
    pub paper: &'a Paper,
    /// By column and row; worked out when a column is first looked at.
    expected: Vec<OnceCell<Vec<Option<Expectation>>>>,
}

impl<'a> Odds<'a> {
    pub fn of(paper: &'a Paper) -> Self {
        Self { paper, expected: paper.columns.iter().map(|_| OnceCell::new()).collect() }
    }

    fn expected(&self, column: usize, row: usize) -> Option<Expectation> {
        let rows = self.expected[column].get_or_init(|| {
            let column = &self.paper.columns[column];
            let past = |row: usize| Past::of(&points(column.past.get(row)?), 0.0);
            let pasts: Vec<Option<Past>> = (0..column.typed.len()).map(past).collect();
            let swing = Swing::of(pasts.iter().flatten());
            pasts.into_iter().map(|past| Some(past?.expectation(swing))).collect()
        });
        rows.get(row).copied().flatten()
    }

    pub fn rows(&self, column: usize) -> usize {
        self.paper.columns[column].typed.len()
    }

    pub fn typed(&self, column: usize, row: usize) -> Option<Fixed> {
        self.paper.columns[column].typed.get(row).copied().flatten()
    }

    /// Usual distances between what is typed and what was expected; zero where nothing is known.
    pub fn deviation(&self, column: usize, row: usize) -> f64 {
        match (self.expected(column, row), self.typed(column, row)) {
            (Some(expected), Some(value)) => expected.deviation(value),
            _ => 0.0,
        }
    }

    /// Logarithm of how likely a value is in a cell, up to a constant of the cell.
    pub fn of_value(&self, column: usize, row: usize, value: Option<Fixed>) -> f64 {
        let Some(value) = value else { return self.of_blank(column, row) };
        self.expected(column, row).map_or_else(
            // Without a past every order of magnitude is as likely as another.
            || -2.0 * (1.0 + root(value.thousandths()).abs()).ln() - 2.0,
            |expected| expected.likelihood(value),
        )
    }

    /// Logarithm of how likely an empty cell is: as often as it was empty before.
    fn of_blank(&self, column: usize, row: usize) -> f64 {
        let past = self.paper.columns[column].past.get(row).map_or(&[][..], Vec::as_slice);
        let blank = past.iter().filter(|value| value.is_none()).count();
        #[expect(clippy::cast_precision_loss, reason = "a count of years")]
        let share = (blank as f64 + 0.05) / (past.len() as f64 + 0.5);
        share.ln()
    }

    /// What a row's limits say to a value in place of the typed one.
    pub fn of_limits(&self, column: usize, row: usize, value: Option<Fixed>) -> f64 {
        let at = |place| if place == column { value } else { self.typed(place, row) };
        let limits = self.paper.limits.iter().filter(|limit| limit.names(column));
        let broken = limits.filter(|limit| limit.is_broken(at));
        #[expect(clippy::cast_precision_loss, reason = "a count of limits")]
        let broken = broken.count() as f64;
        BROKEN * broken
    }

    /// Odds of one value against the typed one in a cell.
    pub fn instead(&self, column: usize, row: usize, value: Option<Fixed>) -> f64 {
        let of = |value| self.of_value(column, row, value) + self.of_limits(column, row, value);
        of(value) - of(self.typed(column, row))
    }
}

/// The past as points in time, the window before being −1.
fn points(past: &[Option<Fixed>]) -> Vec<Point> {
    let time = (1_i32..).map(|back| -f64::from(back));
    let known = past.iter().rev().zip(time);
    known.filter_map(|(value, at)| value.map(|value| (at, root(value.thousandths())))).collect()
}
