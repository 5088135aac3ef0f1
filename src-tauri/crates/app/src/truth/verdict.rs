//! What became of the figures of a written document: which hold, which the data no longer say,
//! which somebody changed in the file.

use super::altered::{Alterations, altered};
use super::facts::DocumentFacts;
use super::reworded::Reworded;
use super::tokens::Spelling;
use std::collections::BTreeMap;

/// What became of a figure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Fate {
    /// The data say the same today.
    Holds,
    /// The data say something else today; nothing where they say nothing any more.
    Outdated(Option<String>),
    /// The file shows something else than was written into it; empty where it was taken out.
    Altered(String),
}

/// A figure of a document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct FigureVerdict {
    /// Where it comes from; empty of words and of a number among them.
    pub source: String,
    /// What was written; empty where words were added.
    pub written: String,
    /// The words right before it, for finding it on the page.
    pub before: String,
    /// What became of it.
    pub fate: Fate,
}

/// Judges every figure of a document. `now` is the same document composed from the data of today;
/// without it figures can only be altered. `visible` is what the file shows; its words, and numbers
/// among them, are told only where somebody changed them, without a source.
pub(crate) fn judge(
    written: &DocumentFacts,
    now: Option<&DocumentFacts>,
    visible: Option<&str>,
) -> Vec<FigureVerdict> {
    let spelling = Spelling::of(written);
    let Alterations { numbers, words } = match visible {
        Some(text) => altered(&spelling, text),
        None => Alterations { numbers: vec![None; spelling.numbers.len()], words: Vec::new() },
    };
    let mut figures = Figures::of(written, now);
    let mut words = words.into_iter().peekable();
    let mut verdicts = Vec::new();
    for (number, shown) in spelling.numbers.iter().zip(numbers) {
        let before = |it: &Reworded| it.at <= number.bytes.start;
        verdicts.extend(std::iter::from_fn(|| words.next_if(before)).map(FigureVerdict::of_words));
        verdicts.extend(match number.figure {
            true => figures.judge_next(shown),
            false => shown.map(|shown| FigureVerdict {
                source: String::new(),
                written: spelling.text[number.bytes.clone()].to_owned(),
                before: spelling.lead_in(number),
                fate: Fate::Altered(shown),
            }),
        });
    }
    verdicts.extend(words.map(FigureVerdict::of_words));
    verdicts
}

impl FigureVerdict {
    /// Words that were changed: they have no source.
    fn of_words(words: Reworded) -> Self {
        let Reworded { written, now, before, .. } = words;
        Self { source: String::new(), written, before, fate: Fate::Altered(now) }
    }
}

/// The figures of a document in reading order, and what each source says then and today.
struct Figures<'f> {
    figures: std::vec::IntoIter<(&'f str, &'f str)>,
    lead_ins: std::vec::IntoIter<String>,
    then: BTreeMap<&'f str, Vec<&'f str>>,
    today: Option<BTreeMap<&'f str, Vec<&'f str>>>,
    /// How often each source was told so far.
    told: BTreeMap<&'f str, usize>,
}

impl<'f> Figures<'f> {
    fn of(written: &'f DocumentFacts, now: Option<&'f DocumentFacts>) -> Self {
        Self {
            figures: written.figures().collect::<Vec<_>>().into_iter(),
            lead_ins: written.lead_ins().collect::<Vec<_>>().into_iter(),
            then: written.by_source(),
            today: now.map(DocumentFacts::by_source),
            told: BTreeMap::new(),
        }
    }

    /// Judges the next figure; `shown` is what the file shows in its place.
    fn judge_next(&mut self, shown: Option<String>) -> Option<FigureVerdict> {
        let ((source, text), before) = self.figures.next().zip(self.lead_ins.next())?;
        let time = self.told.entry(source).or_default();
        let fate = match (shown, &self.today) {
            (Some(shown), _) => Fate::Altered(shown),
            (None, None) => Fate::Holds,
            (None, Some(today)) => {
                let ways = today.get(source).map(Vec::as_slice).unwrap_or_default();
                let as_often = self.then.get(source).is_some_and(|it| it.len() == ways.len());
                holds(ways, as_often, *time, text)
            }
        };
        *time += 1;
        Some(FigureVerdict { source: source.to_owned(), written: text.to_owned(), before, fate })
    }
}

/// Compares a figure with the ways in which its source is told today. Where it is told as often as
/// then, each telling has its own; where not, any of them will do.
fn holds(ways: &[&str], as_often: bool, time: usize, text: &str) -> Fate {
    let now = ways.get(time).or(ways.last());
    match now {
        Some(now) if *now == text || (!as_often && ways.contains(&text)) => Fate::Holds,
        now => Fate::Outdated(now.map(|now| (*now).to_owned())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{DocumentStyle, Request};
    use bc138_report::{Document, Meta, Paragraph, Span, Style};

    fn facts(figures: &[(&str, &str)]) -> DocumentFacts {
        let spans = figures.iter().flat_map(|(source, text)| {
            [Span::plain("toàn tỉnh có "), Span::figure(*text, *source), Span::plain(" xã; ")]
        });
        let paragraph = Paragraph::new(Style::Body, spans.collect());
        let document = Document::new(Meta::default(), vec![paragraph.into()]);
        DocumentFacts::of(&document, &Request::of(DocumentStyle::Briefing), String::new())
    }

    fn fates(verdicts: &[FigureVerdict]) -> Vec<Fate> {
        verdicts.iter().map(|verdict| verdict.fate.clone()).collect()
    }

    #[test]
    fn what_the_data_still_say_holds_and_what_they_do_not_is_told() {
        let written = facts(&[("a", "1"), ("b", "2"), ("c", "3")]);
        let now = facts(&[("a", "1"), ("b", "4")]);
        let verdicts = judge(&written, Some(&now), None);
        let wanted = [Fate::Holds, Fate::Outdated(Some("4".to_owned())), Fate::Outdated(None)];
        assert_eq!(fates(&verdicts), wanted);
        assert!(verdicts[1].before.ends_with("toàn tỉnh có"), "the words that lead to it");
    }

    #[test]
    fn the_reached_of_a_fraction_is_not_excused_by_its_total() {
        let written = facts(&[("a", "12"), ("a", "12"), ("a", "100")]);
        let now = facts(&[("a", "12"), ("a", "11"), ("a", "91,7")]);
        let wanted = [
            Fate::Holds,
            Fate::Outdated(Some("11".to_owned())),
            Fate::Outdated(Some("91,7".to_owned())),
        ];
        assert_eq!(fates(&judge(&written, Some(&now), None)), wanted);
    }

    #[test]
    fn a_figure_told_once_less_still_holds() {
        let written = facts(&[("a", "32"), ("a", "32 cuộc")]);
        let now = facts(&[("a", "32 cuộc")]);
        assert_eq!(fates(&judge(&written, Some(&now), None))[1], Fate::Holds);
    }

    #[test]
    fn a_figure_changed_in_the_file_is_altered_before_anything_else() {
        let written = facts(&[("a", "15"), ("b", "2")]);
        let now = facts(&[("a", "16"), ("b", "2")]);
        let visible = "toàn tỉnh có 95 xã; toàn tỉnh có 2 xã;";
        let verdicts = judge(&written, Some(&now), Some(visible));
        assert_eq!(fates(&verdicts), [Fate::Altered("95".to_owned()), Fate::Holds]);
    }
}
