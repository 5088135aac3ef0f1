//! Where the tokens of two texts differ, so that what changed is named and not what stands beside it.

use similar::{Algorithm, DiffOp, capture_diff_slices};
use std::ops::Range;

/// A stretch of the written tokens that the file does not show so, and what it shows instead.
pub(super) struct Change {
    pub old: Range<usize>,
    pub new: Range<usize>,
}

/// Where the two differ.
pub(super) fn differences(expected: &[&str], found: &[&str]) -> Vec<Change> {
    aligned(changes(expected, found), expected, found)
}

fn changes(expected: &[&str], found: &[&str]) -> Vec<Change> {
    let mut changes: Vec<Change> = Vec::new();
    for op in capture_diff_slices(Algorithm::Myers, expected, found) {
        let (old, new) = match op {
            DiffOp::Equal { .. } => continue,
            DiffOp::Delete { .. } | DiffOp::Insert { .. } | DiffOp::Replace { .. } => {
                (op.old_range(), op.new_range())
            }
        };
        match changes.last_mut() {
            Some(last) if last.old.end == old.start && last.new.end == new.start => {
                (last.old.end, last.new.end) = (old.end, new.end);
            }
            _ => changes.push(Change { old, new }),
        }
    }
    changes
}

/// Reads a token put in before equal ones and another taken out behind them as what they are when
/// place for place fewer differ: one changed cell among equal ones, not its neighbour.
fn aligned(changes: Vec<Change>, expected: &[&str], found: &[&str]) -> Vec<Change> {
    let mut aligned: Vec<Change> = Vec::new();
    for change in changes {
        let Some(last) = aligned.last() else {
            aligned.push(change);
            continue;
        };
        let old = last.old.start..change.old.end;
        let new = last.new.start..change.new.end;
        let edits = [last, &change].iter().map(|it| it.old.len() + it.new.len()).sum::<usize>();
        let same_length = old.len() == new.len() && last.old.len() != last.new.len();
        let replaced = same_length.then(|| replaced(&old, &new, expected, found));
        match replaced.filter(|replaced| 2 * replaced.len() <= edits) {
            Some(replaced) => {
                aligned.pop();
                aligned.extend(replaced);
            }
            None => aligned.push(change),
        }
    }
    aligned
}

/// The tokens that differ place for place.
fn replaced(
    old: &Range<usize>,
    new: &Range<usize>,
    expected: &[&str],
    found: &[&str],
) -> Vec<Change> {
    let places = old.clone().zip(new.clone());
    let differ = places.filter(|(old, new)| expected[*old] != found[*new]);
    differ.map(|(old, new)| Change { old: old..old + 1, new: new..new + 1 }).collect()
}
