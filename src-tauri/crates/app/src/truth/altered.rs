//! Which numbers of a file are no longer what was written into it.

use super::tokens::{Number, Spelling, tokens};
use similar::{Algorithm, DiffOp, capture_diff_slices};
use std::ops::Range;

/// Compares what a file shows with what was written into it: for every number what stands in its
/// place, where that is something else; empty where it was taken out. A number among the words
/// counts only where another one stands in its place: words may be edited.
pub(super) fn altered(written: &Spelling, visible: &str) -> Vec<Option<String>> {
    let (expected, found) = (tokens(&written.text), tokens(visible));
    let changes = aligned(changes(&expected, &found), &expected, &found);
    let mut from = 0;
    let shown = |number: &Number| {
        let place = places(&written.text, &expected, &number.bytes, &mut from);
        let now = changed_in(&changes, &place, &found)?;
        let counts = number.figure || now.contains(|ch: char| ch.is_ascii_digit());
        counts.then_some(now)
    };
    written.numbers.iter().map(shown).collect()
}

/// The tokens that a number covers. `from` only moves on: numbers come in order.
fn places(
    written: &str,
    expected: &[&str],
    bytes: &Range<usize>,
    from: &mut usize,
) -> Range<usize> {
    let start_of = |token: &str| token.as_ptr() as usize - written.as_ptr() as usize;
    while *from < expected.len() && start_of(expected[*from]) < bytes.start {
        *from += 1;
    }
    let inside = expected[*from..].iter().take_while(|token| start_of(token) < bytes.end).count();
    *from..*from + inside
}

/// A stretch of the written tokens that the file does not show so, and what it shows instead.
struct Change {
    old: Range<usize>,
    new: Range<usize>,
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

/// What stands in place of tokens when any of them is gone, or when others were put among them.
fn changed_in(changes: &[Change], place: &Range<usize>, found: &[&str]) -> Option<String> {
    let touches = |change: &Change| {
        let gone = change.old.start < place.end && change.old.end > place.start;
        let between =
            change.old.is_empty() && change.old.start > place.start && change.old.start < place.end;
        gone || between
    };
    let first = changes.iter().position(touches)?;
    let last = changes.iter().rposition(touches)?;
    // Tokens of the figure before the first change and after the last one stand as they were.
    let before = changes[first].old.start.saturating_sub(place.start);
    let after = place.end.saturating_sub(changes[last].old.end);
    let shown = changes[first].new.start - before..changes[last].new.end + after;
    Some(found[shown].concat())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{DocumentStyle, Request};
    use crate::truth::DocumentFacts;
    use bc138_report::{Document, Meta, Paragraph, Span, Style};
    use proptest::prelude::*;

    /// The numbers that are something else now.
    fn changed(spans: Vec<Span>, visible: &str) -> Vec<(usize, String)> {
        let document =
            Document::new(Meta::default(), vec![Paragraph::new(Style::Body, spans).into()]);
        let request = Request::of(DocumentStyle::Briefing);
        let facts = DocumentFacts::of(&document, &request, String::new());
        let altered = altered(&Spelling::of(&facts), visible).into_iter().enumerate();
        altered.filter_map(|(at, now)| Some((at, now?))).collect()
    }

    fn spans() -> Vec<Span> {
        vec![
            Span::plain("Có "),
            Span::figure("1.686/1.727", "a"),
            Span::plain(" khu, "),
            Span::figure("97,6%", "b"),
            Span::plain(", 25 tập thể."),
        ]
    }

    #[test]
    fn other_lines_and_page_numbers_change_nothing() {
        let visible = "Có  1.686/1.727\nkhu,\n2\n97,6 %, 25 tập thể.";
        assert_eq!(changed(spans(), visible), []);
    }

    #[test]
    fn a_changed_digit_is_found_and_the_neighbour_is_not_blamed() {
        let found = changed(spans(), "Có 1.696/1.727 khu, 97,6%, 25 tập thể.");
        assert_eq!(found, [(0, "1.696/1.727".to_owned())]);
        let found = changed(spans(), "Có 1.686/1.727 khu, , 25 tập thể.");
        assert_eq!(found, [(1, String::new())]);
    }

    #[test]
    fn a_digit_put_into_a_figure_is_found() {
        let found = changed(spans(), "Có 1.686/1.727 khu, 97,65%, 25 tập thể.");
        assert_eq!(found, [(1, "97,65%".to_owned())]);
    }

    #[test]
    fn words_may_be_edited_freely_and_their_numbers_may_not() {
        let visible = "Toàn tỉnh được 1.686/1.727 khu dân cư, bằng 97,6%, khen 25 tập thể.";
        assert_eq!(changed(spans(), visible), []);
        let visible = "Có 1.686/1.727 khu, 97,6%, 26 tập thể.";
        assert_eq!(changed(spans(), visible), [(2, "26".to_owned())]);
        assert_eq!(changed(spans(), "Có 1.686/1.727 khu, 97,6%, nhiều tập thể."), []);
    }

    proptest! {
        /// Cells of a table are alike; the one that was changed is named all the same.
        #[test]
        fn one_changed_cell_is_named_among_equal_ones(
            cells in prop::collection::vec(0..3_u8, 1..40),
            at in any::<prop::sample::Index>(),
            to in 0..4_u8,
        ) {
            let at = at.index(cells.len());
            prop_assume!(cells[at] != to);
            let spans = cells.iter().flat_map(|cell| {
                [Span::figure(cell.to_string(), "cell"), Span::plain(" ")]
            });
            let mut shown = cells.clone();
            shown[at] = to;
            let visible: Vec<String> = shown.iter().map(u8::to_string).collect();
            prop_assert_eq!(changed(spans.collect(), &visible.join("\n")), [(at, to.to_string())]);
        }
    }
}
