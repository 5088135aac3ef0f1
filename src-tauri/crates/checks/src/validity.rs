//! Evaluators for what exists and counts at a time: indicators, kinds, exclusions, calendars.

use crate::book::Sink;
use crate::context::Context;
use crate::dossier::{Reading, same_days};
use crate::rule::{Named, Rule};
use crate::table::{MeasureFacts, Sheet};
use bc138_domain::text::normalise;
use bc138_domain::{Categories, Figure, Indicator, Nature, Window, date};
use bc138_series::Span;
use chrono::{Datelike, NaiveDate};
use serde::Deserialize;

/// An indicator that does not exist on the last day of the number's window.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct InForce {}

impl Named for InForce {
    const NAME: &'static str = "in_force";
    const VALUES: &'static [&'static str] = &["day"];
}

impl Rule for InForce {
    fn on_dossier(&self, reading: &Reading<'_>, sink: &mut Sink<'_>) {
        for figure in reading.figures().filter(|figure| figure.state.has_amount()) {
            let indicator = reading.indicator(&figure.indicator);
            if let Some(day) = figure.window.to
                && indicator.is_some_and(|indicator| !indicator.is_valid_on(Some(day)))
            {
                sink.add(vec![reading.place(figure)], [("day", date::full(day))]);
            }
        }
    }

    fn on_table(&self, sheet: &Sheet<'_>, sink: &mut Sink<'_>) {
        each_column(sheet, |measure, facts, window| {
            let ended = |day: &NaiveDate| {
                facts.indicator.is_some_and(|indicator| !indicator.is_valid_on(Some(*day)))
            };
            if let Some(day) = sheet.window(window).window.to.filter(ended) {
                sink.add(vec![sheet.column_place(measure, window)], [("day", date::full(day))]);
            }
        });
    }
}

/// Visits every wanted column that holds a number; nothing when only one cell is looked at.
fn each_column(sheet: &Sheet<'_>, mut visit: impl FnMut(usize, &MeasureFacts<'_>, usize)) {
    if sheet.is_one_cell() {
        return;
    }
    for (measure, facts) in sheet.measures().iter().enumerate() {
        for window in sheet.wanted_windows() {
            if sheet.cube.column(facts.at, sheet.window(window).at).is_some() {
                visit(measure, facts, window);
            }
        }
    }
}

/// A kind of unit that does not exist at the time: thị trấn after 30/06/2025, đặc khu before.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct KindInTime {
    words: Vec<DatedWord>,
}

/// A word for a kind of unit, and when there are such units.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct DatedWord {
    word: String,
    from: Option<NaiveDate>,
    until: Option<NaiveDate>,
}

impl Named for KindInTime {
    const NAME: &'static str = "kind_in_time";
    const VALUES: &'static [&'static str] = &["kind", "limit"];
    const VARIANTS: &'static [&'static str] = &["early"];
}

/// A kind, and the day it ended or begins.
type OutOfTime = (String, Option<&'static str>, NaiveDate);

impl Rule for KindInTime {
    fn on_dossier(&self, reading: &Reading<'_>, sink: &mut Sink<'_>) {
        for figure in reading.figures().filter(|figure| figure.state.has_amount()) {
            let wording = &figure.wording;
            let words = [&wording.subject, &wording.lead, &wording.noun, &wording.tail];
            let text = words.into_iter().flatten().map(|it| normalise(it).to_lowercase());
            let text = text.collect::<Vec<_>>().join(" ");
            let said = self.words.iter().filter(|it| has_word(&text, &it.word)).find_map(|it| {
                let limits = (it.from, it.until);
                out_of_time(&it.word, limits, &figure.window, figure.nature)
            });
            let of_kind = || {
                kind_out_of_time(reading.context, &figure.categories, &figure.window, figure.nature)
            };
            if let Some((kind, variant, day)) = said.or_else(of_kind) {
                let values = [("kind", kind), ("limit", date::full(day))];
                sink.add_variant(variant, vec![reading.place(figure)], values);
            }
        }
    }

    fn on_table(&self, sheet: &Sheet<'_>, sink: &mut Sink<'_>) {
        each_column(sheet, |measure, facts, window| {
            let (categories, nature) = (&facts.measure.categories, facts.measure.nature);
            let days = sheet.window(window).window;
            if let Some((kind, variant, day)) =
                kind_out_of_time(sheet.context, categories, days, nature)
            {
                let values = [("kind", kind), ("limit", date::full(day))];
                sink.add_variant(variant, vec![sheet.column_place(measure, window)], values);
            }
        });
    }
}

/// Whether a text has the word as a word of its own.
pub(crate) fn has_word(text: &str, word: &str) -> bool {
    text.match_indices(word).any(|(at, _)| {
        let before = text[..at].chars().next_back();
        let after = text[at + word.len()..].chars().next();
        !before.is_some_and(char::is_alphanumeric) && !after.is_some_and(char::is_alphanumeric)
    })
}

/// What happened before the end may be told in a window that goes on after it; what exists at the
/// cut-off may not.
fn out_of_time(
    kind: &str,
    (from, until): (Option<NaiveDate>, Option<NaiveDate>),
    window: &Window,
    nature: Nature,
) -> Option<OutOfTime> {
    let last = window.to?;
    let begins = if nature == Nature::Stock { Some(last) } else { window.from };
    let ended = until.filter(|until| begins.is_some_and(|begins| *until < begins));
    let early = from.filter(|from| last < *from);
    let ended = ended.map(|day| (kind.to_owned(), None, day));
    ended.or_else(|| early.map(|day| (kind.to_owned(), Some("early"), day)))
}

fn kind_out_of_time(
    context: &Context<'_>,
    categories: &Categories,
    window: &Window,
    nature: Nature,
) -> Option<OutOfTime> {
    let kinds = categories
        .iter()
        .flat_map(|(dimension, kinds)| kinds.iter().map(move |kind| (dimension.as_str(), kind)));
    let mut kinds = kinds.filter_map(|(dimension, code)| {
        // A kind with several versions exists as long as any of them does.
        let mut versions = context.catalogue.categories(dimension).iter();
        let first = versions.find(|it| it.code == *code)?;
        let more = versions.any(|it| it.code == *code);
        (!more).then_some((first.name.as_str(), (first.valid_from, first.valid_to)))
    });
    kinds.find_map(|(name, limits)| out_of_time(name, limits, window, nature))
}

/// A subject that the circular leaves out: small enterprises, the armed forces, primary schools.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Excluded {
    /// Indicators that leave it out.
    indicators: Vec<String>,
    /// Codes of kinds that are left out.
    #[serde(default)]
    kinds: Vec<String>,
    /// Words that name it.
    words: Vec<String>,
    /// Words in front of it that say that it is left out.
    unless_after: Vec<String>,
}

impl Named for Excluded {
    const NAME: &'static str = "excluded";
    const VALUES: &'static [&'static str] = &["kind"];
}

impl Rule for Excluded {
    fn on_dossier(&self, reading: &Reading<'_>, sink: &mut Sink<'_>) {
        for figure in reading.figures().filter(|figure| self.concerns(&figure.indicator)) {
            let named = self.word_in(&words_of(figure, reading.indicator(&figure.indicator)));
            let kind = named.or_else(|| self.kind_in(reading.context, &figure.categories));
            if let Some(kind) = kind {
                sink.add(vec![reading.place(figure)], [("kind", kind)]);
            }
        }
    }

    fn on_table(&self, sheet: &Sheet<'_>, sink: &mut Sink<'_>) {
        each_column(sheet, |measure, facts, window| {
            if self.concerns(&facts.measure.indicator)
                && let Some(kind) = self.kind_in(sheet.context, &facts.measure.categories)
            {
                sink.add(vec![sheet.column_place(measure, window)], [("kind", kind)]);
            }
        });
    }
}

/// What a figure says it counts: its own words, and the name of an indicator of the user's.
fn words_of(figure: &Figure, indicator: Option<&Indicator>) -> String {
    let wording = &figure.wording;
    let own = indicator.filter(|it| it.id != 0).map(|it| &it.name);
    let words = [&wording.lead, &wording.noun, &wording.tail].into_iter().flatten().chain(own);
    words.map(|it| normalise(it).to_lowercase()).collect::<Vec<_>>().join(" ")
}

impl Excluded {
    fn concerns(&self, indicator: &str) -> bool {
        self.indicators.iter().any(|code| code == indicator)
    }

    fn word_in(&self, text: &str) -> Option<String> {
        let counted = |word: &&String| {
            text.match_indices(word.as_str()).any(|(at, _)| {
                let before = text[..at].trim_end();
                let recent: Vec<&str> = before.rsplit([' ', '(']).take(4).collect();
                !self.unless_after.iter().any(|out| recent.contains(&out.as_str()))
            })
        };
        self.words.iter().find(counted).cloned()
    }

    fn kind_in(&self, context: &Context<'_>, categories: &Categories) -> Option<String> {
        let kinds = categories.iter().flat_map(|(dimension, kinds)| {
            kinds.iter().map(move |kind| (dimension.as_str(), kind.as_str()))
        });
        kinds.into_iter().find_map(|(dimension, code)| {
            let known = context.catalogue.categories(dimension).iter();
            let name = known.into_iter().find(|it| it.code == code).map(|it| it.name.as_str());
            let name = name.unwrap_or(code);
            let left_out = self.kinds.iter().any(|kind| kind == code)
                || self.word_in(&name.to_lowercase()).is_some();
            left_out.then(|| name.to_owned())
        })
    }
}

/// A year that is not the subject's own reporting year.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct OwnCalendar {
    /// Years that all numbers may use, by the codes of their calendars.
    #[serde(default)]
    also: Vec<String>,
}

impl Named for OwnCalendar {
    const NAME: &'static str = "own_calendar";
    const VALUES: &'static [&'static str] = &["window", "expected"];
}

impl Rule for OwnCalendar {
    fn on_dossier(&self, reading: &Reading<'_>, sink: &mut Sink<'_>) {
        let own = &reading.part.dossier.window;
        for figure in reading.figures().filter(|figure| figure.state.has_amount()) {
            // The dossier's year stands for every subject's own year.
            if same_days(&figure.window, own) {
                continue;
            }
            if let Some(indicator) = reading.indicator(&figure.indicator)
                && let Some(expected) = self.expected(reading.context, indicator, &figure.window)
            {
                let values = [("window", days(&figure.window)), ("expected", days(&expected))];
                sink.add(vec![reading.place(figure)], values);
            }
        }
    }

    fn on_table(&self, sheet: &Sheet<'_>, sink: &mut Sink<'_>) {
        each_column(sheet, |measure, facts, window| {
            let days_of = sheet.window(window).window;
            if let Some(indicator) = facts.indicator
                && let Some(expected) = self.expected(sheet.context, indicator, days_of)
            {
                let values = [("window", days(days_of)), ("expected", days(&expected))];
                sink.add(vec![sheet.column_place(measure, window)], values);
            }
        });
    }
}

fn days(window: &Window) -> String {
    window.days().unwrap_or_default()
}

impl OwnCalendar {
    /// The year that was probably meant, when the window is a year of another calendar.
    fn expected(
        &self,
        context: &Context<'_>,
        indicator: &Indicator,
        window: &Window,
    ) -> Option<Window> {
        let span = Span::of(window)?;
        if !(364..=367).contains(&((span.to - span.from).num_days() + 1)) {
            return None;
        }
        let calendars = context.calendars();
        let year = span.to.year();
        let own = calendars.window_of(indicator, year)?;
        let allowed = self.also.iter().filter_map(|code| calendars.window(code, year));
        let fits = std::iter::once(own.clone()).chain(allowed).any(|it| same_days(&it, window));
        (!fits).then_some(own)
    }
}
