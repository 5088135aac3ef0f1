//! Three-way merge: what the clerk changed and what the template says now, both against what the
//! template said when the clerk changed it.

use super::token::Token;
use similar::{Algorithm, DiffOp, capture_diff_slices};

/// A merged paragraph.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Merged {
    /// The tokens.
    pub tokens: Vec<Token>,
    /// Whether both sides changed the same place differently; the clerk's words stand there.
    pub conflict: bool,
}

/// Merges two changes of one text. Where only one side changed, its words stand.
pub(super) fn merge(base: &[Token], mine: &[Token], theirs: &[Token]) -> Merged {
    let (to_mine, to_theirs) = (matches(base, mine), matches(base, theirs));
    let mut merged = Merged { tokens: Vec::new(), conflict: false };
    let mut at = Places::default();
    loop {
        let stop = next_common(&to_mine, &to_theirs, at);
        let end =
            stop.unwrap_or(Places { base: base.len(), mine: mine.len(), theirs: theirs.len() });
        settle(
            &mut merged,
            &base[at.base..end.base],
            &mine[at.mine..end.mine],
            &theirs[at.theirs..end.theirs],
        );
        let Some(stop) = stop else { return merged };
        merged.tokens.push(base[stop.base].clone());
        at = Places { base: stop.base + 1, mine: stop.mine + 1, theirs: stop.theirs + 1 };
    }
}

/// How alike two texts are: 0 nothing in common, 1 the same.
pub(super) fn likeness(one: &[Token], other: &[Token]) -> f32 {
    similar::capture_diff_slices(Algorithm::Myers, one, other)
        .iter()
        .map(|op| if let DiffOp::Equal { len, .. } = op { *len } else { 0 })
        .sum::<usize>() as f32
        * 2.0
        / (one.len() + other.len()).max(1) as f32
}

/// A place in each of the three texts.
#[derive(Debug, Clone, Copy, Default)]
struct Places {
    base: usize,
    mine: usize,
    theirs: usize,
}

/// For each token of the base, where it stands in the other text.
fn matches(base: &[Token], other: &[Token]) -> Vec<Option<usize>> {
    let mut found = vec![None; base.len()];
    for op in capture_diff_slices(Algorithm::Myers, base, other) {
        if let DiffOp::Equal { old_index, new_index, len } = op {
            for step in 0..len {
                found[old_index + step] = Some(new_index + step);
            }
        }
    }
    found
}

/// The next token of the base that both sides kept.
fn next_common(mine: &[Option<usize>], theirs: &[Option<usize>], from: Places) -> Option<Places> {
    (from.base..mine.len())
        .find_map(|base| Some(Places { base, mine: mine[base]?, theirs: theirs[base]? }))
}

/// Decides on a stretch between two common tokens.
fn settle(merged: &mut Merged, base: &[Token], mine: &[Token], theirs: &[Token]) {
    let chosen = if mine == base { theirs } else { mine };
    merged.conflict |= mine != base && theirs != base && mine != theirs;
    merged.tokens.extend_from_slice(chosen);
}

#[cfg(test)]
mod tests {
    use super::super::token::of_text;
    use super::*;
    use proptest::prelude::*;

    fn merged(base: &str, mine: &str, theirs: &str) -> (String, bool) {
        let merged = merge(&of_text(base), &of_text(mine), &of_text(theirs));
        let words = merged.tokens.iter().map(|token| match token {
            Token::Word(word) => word.clone(),
            Token::Figure(key) => format!("{{{key}}}"),
        });
        (words.collect(), merged.conflict)
    }

    #[test]
    fn the_clerks_words_stay_when_the_template_gains_a_figure_elsewhere() {
        let base = "Toàn tỉnh có {a} khu dân cư đạt.";
        let mine = "Năm qua toàn tỉnh có {a} khu dân cư đạt.";
        let theirs = "Toàn tỉnh có {a} khu dân cư, {b} xã đạt.";
        let wanted = "Năm qua toàn tỉnh có {a} khu dân cư, {b} xã đạt.";
        assert_eq!(merged(base, mine, theirs), (wanted.to_owned(), false));
    }

    #[test]
    fn where_both_changed_the_clerks_words_stand_and_it_is_told() {
        let (text, conflict) = merged("có {a} xã", "được {a} xã", "còn {a} xã");
        assert_eq!((text.as_str(), conflict), ("được {a} xã", true));
    }

    #[test]
    fn a_figure_moved_by_the_clerk_stands_once() {
        let (text, _) =
            merged("có {a} xã và {b} phường", "có {b} phường và {a} xã", "có {a} xã và {b} phường");
        assert_eq!(text, "có {b} phường và {a} xã");
    }

    fn sentence() -> impl Strategy<Value = String> {
        let word = prop_oneof![Just("có"), Just("xã"), Just("{a}"), Just("{b}"), Just("đạt")];
        prop::collection::vec(word, 0..8).prop_map(|words| words.join(" "))
    }

    proptest! {
        // What only one side changed is that side's; what both changed alike is no conflict.
        #[test]
        fn one_sided_changes_win(base in sentence(), other in sentence()) {
            prop_assert_eq!(merged(&base, &other, &base), (other.clone(), false));
            prop_assert_eq!(merged(&base, &base, &other), (other.clone(), false));
            prop_assert_eq!(merged(&base, &other, &other), (other, false));
        }
    }
}
