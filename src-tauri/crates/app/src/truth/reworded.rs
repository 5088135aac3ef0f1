//! Words of a file that were changed where they are facts: beside a number, in a table, in a form.

use super::altered::Tokenised;
use super::diff::Change;
use super::facts::last_words;
use super::tokens::{Line, Spelling};
use std::ops::Range;

/// Words that are something else now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Reworded {
    /// Where they stand in what was written.
    pub at: usize,
    /// What was written; empty where something was added. In a table the whole cell.
    pub written: String,
    /// What the file shows; empty where it was taken out.
    pub now: String,
    /// The words right before, for finding it on the page.
    pub before: String,
}

/// What a change did to words; nothing where it changes no fact.
pub(super) fn reworded(
    written: &Spelling,
    (expected, found): (&Tokenised<'_>, &Tokenised<'_>),
    change: &Change,
) -> Option<Reworded> {
    let line = line_of(written, expected, change)?;
    let (old, new) = (expected.read(change.old.clone()), found.read(change.new.clone()));
    let adds_number = new.contains(|ch: char| ch.is_ascii_digit());
    let factual = line.factual && !stands_alone(found, change);
    if !(factual || adds_number) || is_filled(&old) {
        return None;
    }
    let says = |text: &str| text.contains(char::is_alphanumeric);
    if !says(&old)
        && !says(&new)
        && !is_sign(&old, expected, &change.old)
        && !is_sign(&new, found, &change.new)
    {
        return None;
    }
    let at = expected.start(change.old.start);
    let start = line.bytes.start.min(at);
    if line.fixed {
        let cell = expected.inside(&line.bytes);
        let before = written.heading(line);
        if cell.start <= change.old.start && change.old.end <= cell.end {
            let now = change.new.start.saturating_sub(change.old.start - cell.start)
                ..(change.new.end + cell.end - change.old.end).min(found.tokens.len());
            return Some(Reworded {
                at,
                written: expected.read(cell),
                now: found.read(now),
                before,
            });
        }
        return Some(Reworded { at, written: old, now: new, before });
    }
    let before = match last_words(&written.text[start..at]) {
        words if words.is_empty() => written.heading(line),
        words => words,
    };
    Some(Reworded { at, written: old, now: new, before })
}

/// The line that a change stands in: the one of its first token, or for what was put in between two
/// lines the factual one of them.
fn line_of<'s>(
    written: &'s Spelling,
    expected: &Tokenised<'_>,
    change: &Change,
) -> Option<&'s Line> {
    let next = written.line_at(expected.start(change.old.start));
    if !change.old.is_empty() {
        return next;
    }
    let last = written.line_at(expected.end(change.old.start.checked_sub(1)));
    last.filter(|line| line.factual).or(next).or(last)
}

/// Whether words were put in as paragraphs of their own. The stop of a paragraph put in behind
/// another may be taken for that of the first: “… thể[. Bế mạc].” is “… thể.[Bế mạc.]”.
fn stands_alone(found: &Tokenised<'_>, change: &Change) -> bool {
    let gap = |before: usize, from: usize| found.text[before..from].contains('\n');
    let alone = |new: &Range<usize>| {
        gap(found.end(new.start.checked_sub(1)), found.start(new.start))
            && gap(found.end(new.end.checked_sub(1)), found.start(new.end))
    };
    let same = |new: &Range<usize>| {
        let (first, next) = (found.tokens.get(new.start)?, found.tokens.get(new.end)?);
        (first == next).then_some(new.start + 1..new.end + 1)
    };
    let mut slid = std::iter::successors(Some(change.new.clone()), same);
    change.old.is_empty() && !change.new.is_empty() && slid.any(|new| alone(&new))
}

/// Whether there was a dotted blank, to be filled by hand.
fn is_filled(old: &str) -> bool {
    !old.is_empty() && old.chars().all(|ch| matches!(ch, '…' | '.') || ch.is_whitespace())
}

/// Whether a mark is the sign of the number behind it: “-503”.
fn is_sign(mark: &str, text: &Tokenised<'_>, range: &Range<usize>) -> bool {
    let behind = text.text[text.end(range.end.checked_sub(1))..].chars().next();
    matches!(mark, "-" | "\u{2212}" | "+") && behind.is_some_and(|ch| ch.is_ascii_digit())
}
