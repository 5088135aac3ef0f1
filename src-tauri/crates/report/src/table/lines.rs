//! The lines of a table, merged to as few strokes as possible.

use super::grid::NOBODY;
use crate::page::PlacedRule;

/// Thickness of the lines of a table.
pub(super) const THICKNESS_PT: f32 = 0.5;

/// Returns the lines between cells of different owners. `owners` holds one slice a row, `xs` and
/// `ys` the edges of columns and rows.
pub(super) fn rules(owners: &[&[u32]], xs: &[f32], ys: &[f32]) -> Vec<PlacedRule> {
    let (rows, columns) = (owners.len(), xs.len().saturating_sub(1));
    let parted = |a: Option<u32>, b: Option<u32>| a != b || a == Some(NOBODY);
    let at = |row: usize, column: usize| owners.get(row).and_then(|row| row.get(column)).copied();
    let mut rules = Vec::new();
    for (edge, &y) in ys.iter().enumerate().take(rows + 1) {
        let above = |column| edge.checked_sub(1).and_then(|row| at(row, column));
        for (from, to) in stretches(columns, |column| parted(above(column), at(edge, column))) {
            let width = xs[to] - xs[from];
            rules.push(rule(xs[from], y, width, 0.0));
        }
    }
    for (edge, &x) in xs.iter().enumerate() {
        let left = |row| edge.checked_sub(1).and_then(|column| at(row, column));
        for (from, to) in stretches(rows, |row| parted(left(row), at(row, edge))) {
            rules.push(rule(x, ys[from], 0.0, ys[to] - ys[from]));
        }
    }
    rules
}

/// Returns the longest stretches of `0..count` in which every place is drawn.
fn stretches(count: usize, drawn: impl Fn(usize) -> bool) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    let mut start = None;
    for index in 0..=count {
        match (start, index < count && drawn(index)) {
            (None, true) => start = Some(index),
            (Some(from), false) => {
                found.push((from, index));
                start = None;
            }
            _ => {}
        }
    }
    found
}

/// Makes one line.
fn rule(x: f32, y: f32, width: f32, height: f32) -> PlacedRule {
    PlacedRule { x, y, width, height, thickness: THICKNESS_PT }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_plain_grid_is_one_stroke_a_line() {
        let owners: [&[u32]; 2] = [&[0, 1], &[2, 3]];
        let rules = rules(&owners, &[0.0, 10.0, 20.0], &[0.0, 5.0, 9.0]);
        assert_eq!(rules.len(), 6, "three across and three down");
        assert!(rules[..3].iter().all(|rule| rule.width == 20.0 && rule.height == 0.0));
        assert!(rules[3..].iter().all(|rule| rule.height == 9.0 && rule.width == 0.0));
    }

    #[test]
    fn nothing_is_drawn_through_a_spanning_cell() {
        let owners: [&[u32]; 2] = [&[0, 1, 1], &[0, 2, 3]];
        let rules = rules(&owners, &[0.0, 10.0, 20.0, 30.0], &[0.0, 5.0, 9.0]);
        let inner: Vec<_> = rules.iter().filter(|rule| rule.y == 5.0).collect();
        assert!(inner.iter().any(|rule| rule.width == 20.0 && rule.x == 10.0), "{inner:?}");
        let through = rules.iter().any(|rule| rule.x == 20.0 && rule.y == 0.0 && rule.width == 0.0);
        assert!(!through, "the title over two columns is not cut");
    }

    #[test]
    fn empty_places_are_framed() {
        let owners: [&[u32]; 1] = [&[NOBODY, NOBODY]];
        assert_eq!(rules(&owners, &[0.0, 1.0, 2.0], &[0.0, 1.0]).len(), 5);
    }
}
