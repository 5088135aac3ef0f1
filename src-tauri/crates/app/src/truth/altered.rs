//! What of a file is no longer what was written into it: numbers, and the words that make facts of
//! them.

use super::diff::{Change, differences};
use super::reworded::{Reworded, reworded};
use super::tokens::{Number, Spelling, joined, tokens};
use bc138_domain::Qualifier;
use std::ops::Range;

/// What somebody changed in a file.
pub(super) struct Alterations {
    /// For every number what stands in its place, where that is something else; empty where it was
    /// taken out.
    pub numbers: Vec<Option<String>>,
    /// Words that were changed where they are facts, in reading order.
    pub words: Vec<Reworded>,
}

/// A text as tokens.
pub(super) struct Tokenised<'t> {
    pub text: &'t str,
    pub tokens: Vec<&'t str>,
}

impl<'t> Tokenised<'t> {
    fn of(text: &'t str) -> Self {
        Self { text, tokens: tokens(text) }
    }

    /// Where a token begins; the end of the text for the one behind the last.
    pub fn start(&self, at: usize) -> usize {
        let start = |token: &&str| token.as_ptr() as usize - self.text.as_ptr() as usize;
        self.tokens.get(at).map_or(self.text.len(), start)
    }

    /// Where a token ends; the beginning of the text for the one before the first.
    pub fn end(&self, at: Option<usize>) -> usize {
        at.and_then(|at| Some(self.start(at) + self.tokens.get(at)?.len())).unwrap_or_default()
    }

    /// The tokens of a stretch of the text.
    pub fn inside(&self, bytes: &Range<usize>) -> Range<usize> {
        let start_of = |token: &&str| token.as_ptr() as usize - self.text.as_ptr() as usize;
        let at = |end: usize| self.tokens.partition_point(|token| start_of(token) < end);
        at(bytes.start)..at(bytes.end)
    }

    /// Tokens as they are read.
    pub fn read(&self, range: Range<usize>) -> String {
        match range.is_empty() {
            true => String::new(),
            false => joined(&self.text[self.start(range.start)..self.end(Some(range.end - 1))]),
        }
    }
}

/// Compares what a file shows with what was written into it. A number counts when any of its tokens
/// is another one, when others were put among them, and when a word before it makes it less than
/// exact; words count where they stand in a paragraph with numbers, in a table or a form.
pub(super) fn altered(written: &Spelling, visible: &str) -> Alterations {
    let (expected, found) = (Tokenised::of(&written.text), Tokenised::of(visible));
    let changes = differences(&expected.tokens, &found.tokens);
    let places: Vec<Range<usize>> =
        written.numbers.iter().map(|it| expected.inside(&it.bytes)).collect();
    let mut seen = vec![false; changes.len()];
    let shown = places.iter().zip(&written.numbers);
    let numbers = shown.map(|(place, number)| {
        let range = changed_in(&changes, place, &mut seen).or_else(|| {
            let range = qualified(&changes, place, &found)?;
            seen[range.0] = true;
            Some(range.1)
        })?;
        let now = found.read(range);
        (!is_filled(written, number)).then_some(now)
    });
    let numbers = numbers.collect();
    let rest = changes.iter().zip(&seen).filter(|(_, seen)| !**seen).map(|(change, _)| change);
    let words = rest.filter_map(|change| reworded(written, (&expected, &found), change)).collect();
    Alterations { numbers, words }
}

/// Whether a number is a blank of the paper itself, to be filled by hand: number, date, signature.
fn is_filled(written: &Spelling, number: &Number) -> bool {
    number.blank && !written.text[number.bytes.clone()].contains(char::is_alphanumeric)
}

/// What stands in place of tokens when any of them is gone, or when others were put among them.
fn changed_in(changes: &[Change], place: &Range<usize>, seen: &mut [bool]) -> Option<Range<usize>> {
    let touches = |change: &Change| {
        let gone = change.old.start < place.end && change.old.end > place.start;
        let between =
            change.old.is_empty() && change.old.start > place.start && change.old.start < place.end;
        gone || between
    };
    let first = changes.iter().position(touches)?;
    let last = changes.iter().rposition(touches)?;
    seen[first..=last].fill(true);
    // Tokens of the figure before the first change and after the last one stand as they were.
    let before = changes[first].old.start.saturating_sub(place.start);
    let after = place.end.saturating_sub(changes[last].old.end);
    Some(changes[first].new.start - before..changes[last].new.end + after)
}

/// The number with a word that was put right before it and makes it less than exact: “gần 20”; and
/// which change put it there.
fn qualified(
    changes: &[Change],
    place: &Range<usize>,
    found: &Tokenised<'_>,
) -> Option<(usize, Range<usize>)> {
    let at = changes.iter().position(|it| it.old.is_empty() && it.old.start == place.start)?;
    let put = &changes[at].new;
    let words = found.read(put.clone()).to_lowercase();
    let known = Qualifier::ALL.into_iter().any(|it| it.word() == words);
    (known && !place.is_empty()).then(|| (at, put.start..put.end + place.len()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{DocumentStyle, Request};
    use crate::truth::DocumentFacts;
    use bc138_report::{Document, Meta, Paragraph, Span, Style};
    use proptest::prelude::*;

    fn alterations(spans: Vec<Span>, visible: &str) -> Alterations {
        let document =
            Document::new(Meta::default(), vec![Paragraph::new(Style::Body, spans).into()]);
        let request = Request::of(DocumentStyle::Briefing);
        let facts = DocumentFacts::of(&document, &request, String::new());
        altered(&Spelling::of(&facts), visible)
    }

    /// The numbers that are something else now.
    fn changed(spans: Vec<Span>, visible: &str) -> Vec<(usize, String)> {
        let altered = alterations(spans, visible).numbers.into_iter().enumerate();
        altered.filter_map(|(at, now)| Some((at, now?))).collect()
    }

    /// The words that are others now: before, then, now.
    fn reworded(spans: Vec<Span>, visible: &str) -> Vec<[String; 3]> {
        let words = alterations(spans, visible).words.into_iter();
        words.map(|it| [it.before, it.written, it.now]).collect()
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
    fn a_word_that_makes_a_number_less_than_exact_is_part_of_it() {
        let found = changed(spans(), "Có trên 1.686/1.727 khu, 97,6%, 25 tập thể.");
        assert_eq!(found, [(0, "trên 1.686/1.727".to_owned())]);
        let near = || vec![Span::plain("Có "), Span::figure("gần 20", "a"), Span::plain(" tin.")];
        assert_eq!(changed(near(), "Có 20 tin."), [(0, "20".to_owned())]);
    }

    #[test]
    fn numbers_among_words_may_not_be_changed_nor_told_in_words() {
        let visible = "Có 1.686/1.727 khu, 97,6%, 26 tập thể.";
        assert_eq!(changed(spans(), visible), [(2, "26".to_owned())]);
        let visible = "Có 1.686/1.727 khu, 97,6%, nhiều tập thể.";
        assert_eq!(changed(spans(), visible), [(2, "nhiều".to_owned())]);
    }

    #[test]
    fn words_beside_a_number_are_facts() {
        let told = |visible: &str| reworded(spans(), visible);
        assert!(told("Có 1.686/1.727 khu, 97,6%, 25 tập thể.").is_empty());
        let another = told("Có 1.686/1.727 khu, 97,6%, 25 cá nhân.");
        assert_eq!(another, [["Có 1.686/1.727 khu, 97,6%, 25", "tập thể", "cá nhân"]]);
        let more = told("Có 1.686/1.727 khu, 97,6%, 25 tập thể và 3 hộ.");
        assert_eq!(more[0][1..], ["", "và 3 hộ"]);
        assert_eq!(told("Có 1.686/1.727 khu, 97,6%, 25 tập thể.\nHội nghị đã bế mạc.\n").len(), 0);
    }

    #[test]
    fn words_without_a_number_may_be_edited_and_get_no_number() {
        let free = || vec![Span::plain("An ninh, trật tự được giữ vững.")];
        assert!(reworded(free(), "An ninh, trật tự cơ bản ổn định.").is_empty());
        let added = reworded(free(), "An ninh, trật tự được giữ vững, có 500 vụ.");
        assert_eq!(added[0][1..], ["", ", có 500 vụ"]);
    }

    #[test]
    fn a_zero_that_became_a_number_is_found() {
        let zero = || vec![Span::plain("Không phát sinh "), Span::figure("vụ cháy", "a")];
        assert_eq!(reworded(zero(), "Có 3 vụ cháy"), [["", "Không phát sinh", "Có 3"]]);
    }

    #[test]
    fn a_sign_is_part_of_its_number_and_a_dash_of_a_list_is_not() {
        let note = || vec![Span::plain("Tổng các đơn vị lệch -503")];
        assert_eq!(reworded(note(), "Tổng các đơn vị lệch +503").len(), 1);
        assert!(changed(spans(), "- Có 1.686/1.727 khu, 97,6%, 25 tập thể.").is_empty());
        assert!(reworded(spans(), "- Có 1.686/1.727 khu, 97,6%, 25 tập thể.").is_empty());
    }

    #[test]
    fn a_blank_of_the_paper_may_be_filled_and_one_of_a_number_may_not() {
        let paper = || vec![Span::plain("Số: "), Span::gap(Some("document/number".to_owned()))];
        assert!(changed(paper(), "Số: 15").is_empty() && reworded(paper(), "Số: 15").is_empty());
        let number = || vec![Span::plain("Có "), Span::gap(Some("figure/a/amount".to_owned()))];
        assert_eq!(changed(number(), "Có 15"), [(0, "15".to_owned())]);
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
