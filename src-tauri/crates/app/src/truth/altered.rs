//! Which figures of a file are no longer what was written into it.

use super::facts::DocumentFacts;
use super::tokens::{spell, tokens};
use similar::{Algorithm, DiffOp, capture_diff_slices};
use std::ops::Range;

/// A figure that somebody changed in the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Altered {
    /// Its place among the figures of the document, from 0.
    pub figure: usize,
    /// What stands in the file instead; empty where it was taken out.
    pub now: String,
}

/// Compares what a file shows with what was written into it. What a file shows more than once
/// (heads of tables, page numbers) does not count.
pub(super) fn altered(facts: &DocumentFacts, visible: &str) -> Vec<Altered> {
    let (written, figures) = spell(facts);
    let (expected, found) = (tokens(&written), tokens(visible));
    let changes = changes(&expected, &found);
    let mut altered = Vec::new();
    let mut from = 0;
    for (figure, bytes) in figures.iter().enumerate() {
        let place = places(&written, &expected, bytes, &mut from);
        if let Some(now) = changed_in(&changes, &place, &found) {
            altered.push(Altered { figure, now });
        }
    }
    altered
}

/// The tokens that a figure covers. `from` only moves on: figures come in order.
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
    use bc138_report::{Document, Meta, Paragraph, Span, Style};

    fn facts() -> DocumentFacts {
        let spans = vec![
            Span::plain("Có "),
            Span::figure("1.686/1.727", "a"),
            Span::plain(" khu, "),
            Span::figure("97,6%", "b"),
            Span::plain(", 25 tập thể."),
        ];
        let document =
            Document::new(Meta::default(), vec![Paragraph::new(Style::Body, spans).into()]);
        DocumentFacts::of(&document, &Request::of(DocumentStyle::Briefing), String::new())
    }

    #[test]
    fn other_lines_and_page_numbers_change_nothing() {
        let visible = "Có  1.686/1.727\nkhu,\n2\n97,6 %, 25 tập thể.";
        assert_eq!(altered(&facts(), visible), []);
    }

    #[test]
    fn a_changed_digit_is_found_and_the_neighbour_is_not_blamed() {
        let found = altered(&facts(), "Có 1.696/1.727 khu, 97,6%, 25 tập thể.");
        assert_eq!(found, [Altered { figure: 0, now: "1.696/1.727".to_owned() }]);
        let found = altered(&facts(), "Có 1.686/1.727 khu, , 25 tập thể.");
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].figure, 1);
    }

    #[test]
    fn a_digit_put_into_a_figure_is_found() {
        assert_eq!(altered(&facts(), "Có 1.686/1.727 khu, 97,65%, 25 tập thể.")[0].figure, 1);
    }

    #[test]
    fn words_may_be_edited_freely() {
        let visible = "Toàn tỉnh được 1.686/1.727 khu dân cư, bằng 97,6%, khen 25 tập thể.";
        assert_eq!(altered(&facts(), visible), []);
    }
}
