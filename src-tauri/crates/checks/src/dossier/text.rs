//! Evaluators that hold the clerk's sentences against the figures.

use super::{Reading, number};
use crate::book::Sink;
use crate::found::Place;
use crate::numbers::{Fraction, fractions, is_rate, percent};
use crate::rule::{Named, Rule};
use crate::term::Part;
use bc138_domain::text::search_key;
use bc138_domain::{Amount, Figure, Fixed, Kind, Scope};
use serde::Deserialize;

/// Every text of the dossier that the clerk wrote, with its place.
fn texts<'a>(reading: &Reading<'a>) -> Vec<(Place, &'a str)> {
    let part = reading.part;
    let passages = part.passages.iter();
    let passages = passages.map(|it| (Place::Row(Kind::Passage, it.id), it.text.as_str()));
    let captions = part.captions.iter();
    let captions = captions.map(|it| (Place::Row(Kind::Caption, it.id), it.text.as_str()));
    let headline = part.dossier.headline.iter();
    let headline = headline.map(|it| (Place::Dossier("headline"), it.as_str()));
    passages.chain(captions).chain(headline).collect()
}

/// A percentage beside x/y that x/y does not make.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct PercentOfParts {}

impl Named for PercentOfParts {
    const NAME: &'static str = "percent_of_parts";
    const VALUES: &'static [&'static str] = &["said", "derived", "parts"];
}

impl Rule for PercentOfParts {
    fn on_dossier(&self, reading: &Reading<'_>, sink: &mut Sink<'_>) {
        for figure in reading.figures() {
            if let Some(Amount::Ratio { reached, total }) = figure.amount
                && figure.qualifier.is_none()
                && let Some((said, written)) = stated_rate(reading, figure)
            {
                compare(sink, reading.place(figure), (said, &written), (reached, total));
            }
        }
        for (place, text) in texts(reading) {
            for Fraction { reached, total, after, .. } in fractions(text) {
                if let Some((said, written)) = percent(after) {
                    compare(sink, place.clone(), (said, written), (reached, total));
                }
            }
        }
    }
}

fn compare(
    sink: &mut Sink<'_>,
    place: Place,
    (said, written): (Fixed, &str),
    (reached, total): (Fixed, Fixed),
) {
    let Some(derived) = Fixed::percent_of(reached, total, 2) else { return };
    if !is_rate(written, said, reached, total) {
        let values = [
            ("said", written.to_owned()),
            ("derived", derived.to_string()),
            ("parts", format!("{reached}/{total}")),
        ];
        sink.add(vec![place], values);
    }
}

/// The percentage printed beside a figure's fraction: in its own words, or as a figure of its own.
fn stated_rate(reading: &Reading<'_>, figure: &Figure) -> Option<(Fixed, String)> {
    let wording = &figure.wording;
    let words = [&wording.rate, &wording.amount, &wording.tail].into_iter().flatten();
    if let Some((said, written)) = words.into_iter().find_map(|words| percent(words)) {
        return Some((said, written.to_owned()));
    }
    let mut beside = reading.figures().filter(|other| {
        other.id != figure.id
            && other.indicator == figure.indicator
            && other.scope == figure.scope
            && other.window == figure.window
            && other.categories == figure.categories
            && other.qualifier.is_none()
    });
    beside.find_map(|other| match other.amount {
        Some(Amount::Percent { value }) => Some((value, value.to_string())),
        _ => None,
    })
}

/// A sentence that gives x/y of something the figures give otherwise.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct SentenceAgrees {}

impl Named for SentenceAgrees {
    const NAME: &'static str = "sentence_agrees";
    const VALUES: &'static [&'static str] = &["said", "stated", "noun"];
}

impl Rule for SentenceAgrees {
    fn on_dossier(&self, reading: &Reading<'_>, sink: &mut Sink<'_>) {
        let nouns: Vec<(String, String, &Figure)> = reading
            .figures()
            .filter(|figure| figure.scope == Scope::Province && figure.categories.is_empty())
            .filter(|figure| matches!(figure.amount, Some(Amount::Ratio { .. })))
            .filter_map(|figure| {
                let noun = noun(reading, figure)?;
                Some((search_key(noun), noun.to_owned(), figure))
            })
            .collect();
        for (place, text) in texts(reading) {
            for fraction in fractions(text) {
                let after = search_key(fraction.after);
                let mut meant = nouns.iter().filter(|(key, ..)| begins_with(&after, key));
                // “xã” is also the beginning of “xã biên giới”: only one meaning is compared.
                let (Some((_, noun, figure)), None) = (meant.next(), meant.next()) else {
                    continue;
                };
                let is = |part, value| number(figure, part) == Some(value);
                if !is(Part::Value, fraction.reached) && is(Part::Total, fraction.total) {
                    let stated = figure.printed_amount().unwrap_or_default();
                    let values = [
                        ("said", fraction.written.to_owned()),
                        ("stated", stated),
                        ("noun", noun.clone()),
                    ];
                    sink.add(vec![place.clone(), reading.place(figure)], values);
                }
            }
        }
    }
}

/// What a figure counts, in its own words or the catalogue's.
fn noun<'a>(reading: &Reading<'a>, figure: &'a Figure) -> Option<&'a str> {
    let usual = || reading.indicator(&figure.indicator).map(|it| it.noun.as_str());
    let noun = figure.wording.noun.as_deref().or_else(usual)?;
    Some(noun.trim()).filter(|noun| !noun.is_empty())
}

fn begins_with(text: &str, noun: &str) -> bool {
    let rest = text.strip_prefix(noun);
    rest.is_some_and(|rest| !rest.chars().next().is_some_and(char::is_alphanumeric))
}
