//! Single figures for the chair's sheet and for speaking: each with its name, a sentence and what
//! stands beside it.

use super::award;
use super::change::{Beside, Changes};
use super::facts::Facts;
use super::group::Stretch;
use super::item::{Item, KnownKinds};
use super::render::Composer;
use super::{approximate, mark, target, title, words};
use crate::error::AppError;
use crate::field::figure_key;
use crate::vi::documents::{leader as said, speech as headings};
use bc138_domain::text::capitalise;
use bc138_domain::{Amount, Catalogue, DossierPart, Figure, Fixed, Qualifier, State};
use chrono::NaiveDate;
use minijinja::context;
use minijinja::value::Value;

/// One figure that stands by itself.
#[derive(Debug, Clone)]
pub(crate) struct Line {
    /// The field or row it comes from.
    pub source: String,
    /// Group of fields; [`AWARDS`] and [`TARGETS`] for what is no figure.
    pub group: String,
    /// Heading of that group.
    pub heading: String,
    /// The amount as it is printed.
    pub text: String,
    /// What it is an amount of, beginning with a capital; of an award with marks around its other
    /// counts.
    pub name: String,
    /// The whole sentence without its stop, with marks.
    pub sentence: String,
    /// The amount itself, of a figure.
    pub amount: Option<Amount>,
    /// Whether it is known exactly.
    pub exact: bool,
    /// What makes it less than exact.
    pub qualifier: Option<Qualifier>,
    /// Whether it speaks of the dossier's own place and window, and of no other body.
    pub own: bool,
    /// Indicator, and the last day of its window.
    pub of: Option<(String, Option<NaiveDate>)>,
    /// Computed share and change.
    pub beside: Beside,
}

impl Line {
    /// A computed text inside its marks: a share, a difference.
    pub(crate) fn derived(&self, what: &str, text: &str) -> String {
        mark::figure(&format!("derived:{what}/{}", self.source), text)
    }

    /// The share in percent, where it can be said: more than all is a slip of the source.
    pub(crate) fn share(&self) -> Option<Fixed> {
        self.beside.rate.filter(|_| self.is_possible())
    }

    /// Whether it is no share of more than all.
    pub(crate) fn is_possible(&self) -> bool {
        let all = Fixed::from_int(100);
        self.beside.rate.zip(all).is_none_or(|(rate, all)| rate <= all)
    }

    /// Whether it is the figure of an indicator for the whole unit and window.
    pub(crate) fn is_of(&self, indicator: &str) -> bool {
        self.source == format!("figure/{indicator}/amount")
    }
}

/// The group of awards.
pub(crate) const AWARDS: &str = "award";
/// The group of targets.
pub(crate) const TARGETS: &str = "target";

/// How the counts of one award are told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Counts {
    /// Collectives, persons and households each by themselves.
    Each,
    /// In one line.
    Together,
}

/// All figures, awards and targets of a dossier in the order of a report.
pub(crate) fn lines(
    part: &DossierPart,
    catalogue: &Catalogue,
    changes: &Changes,
    composer: &Composer,
    counts: Counts,
) -> Result<Vec<Line>, AppError> {
    let facts = Facts::compared(part, catalogue, false, changes);
    let scene = Scene { part, catalogue, changes, composer, period: facts.period() };
    let mut lines = Vec::new();
    for (code, group) in facts.in_order() {
        for stretch in group.stretches() {
            for (lead, item) in stretch.items() {
                lines.extend(scene.line(code, stretch, lead, item)?);
            }
        }
    }
    let awards = match counts {
        Counts::Each => award::numbers(part, catalogue),
        Counts::Together => award::whole_numbers(part, catalogue),
    };
    lines.extend(awards.iter().map(award_line));
    lines.extend(target::numbers(&part.targets).iter().map(target_line));
    Ok(lines)
}

struct Scene<'a> {
    part: &'a DossierPart,
    catalogue: &'a Catalogue,
    changes: &'a Changes,
    composer: &'a Composer,
    period: &'a str,
}

impl Scene<'_> {
    /// The line of one figure; nothing for what did not occur.
    fn line(
        &self,
        group: &str,
        stretch: &Stretch,
        lead: &str,
        item: &Item,
    ) -> Result<Option<Line>, AppError> {
        let figure = self.part.figures.iter().find(|figure| figure.id == item.figure);
        let Some((figure, text)) = figure
            .filter(|_| !item.zero)
            .and_then(|figure| Some((figure, approximate::printed(figure)?)))
        else {
            return Ok(None);
        };
        let facts = context! { item, lead, opening => stretch.opening(self.period), ending => ending(group) };
        let known = self.catalogue.groups().iter().chain(&self.part.groups);
        let heading = known.clone().find(|it| it.code == group).map(|it| it.title.clone());
        Ok(Some(Line {
            source: figure_key(self.part, figure).to_string(),
            group: group.to_owned(),
            heading: heading.unwrap_or_default(),
            text,
            name: self.name((group, lead), figure, stretch, item),
            sentence: self.composer.sentence("leader/line.j2", &Value::from_serialize(facts))?,
            amount: figure.amount.clone(),
            qualifier: figure.qualifier,
            exact: is_exact(figure),
            own: stretch.opening(self.period).is_empty() && item.is_here(),
            of: Some((figure.indicator.clone(), figure.window.to)),
            beside: self.changes.beside(figure.id).cloned().unwrap_or_default(),
        }))
    }

    /// The catalogue's name; of standards and of the user's own what is counted.
    fn name(
        &self,
        (group, lead): (&str, &str),
        figure: &Figure,
        stretch: &Stretch,
        item: &Item,
    ) -> String {
        let indicator = self.catalogue.indicator(&figure.indicator);
        let own_words = figure.wording.noun.is_some() || group.starts_with("standard");
        let name = match indicator.filter(|_| !own_words) {
            Some(indicator) => words::without_in_which(&indicator.name),
            None if group == "standard" => format!("{} {}", item.noun, said::REACHED),
            None if lead.is_empty() => format!("{} {}", item.noun, item.tail),
            None => format!("{} {} ({lead})", item.noun, item.tail),
        };
        let opening = stretch.opening(self.period);
        let name = mark::tidy(&name);
        let known = KnownKinds { catalogue: self.catalogue, own: &self.part.categories };
        let kinds = title::kinds(known, figure, &name, indicator);
        let name = if kinds.is_empty() { name } else { format!("{name}: {}", kinds.join(", ")) };
        let estimate = if figure.state == State::Estimate { said::ESTIMATE } else { "" };
        let name = format!("{name}{estimate}");
        let apart = if opening.is_empty() { name } else { format!("{name}, {opening}") };
        capitalise(&apart)
    }
}

/// Whether a figure is a number that nobody estimated.
fn is_exact(figure: &Figure) -> bool {
    figure.qualifier.is_none()
        && figure.state != State::Estimate
        && figure.amount.as_ref().is_some_and(is_number)
}

const fn is_number(amount: &Amount) -> bool {
    !matches!(amount, Amount::Words { .. })
}

/// What a group says behind all of its figures.
fn ending(group: &str) -> &'static str {
    match group {
        "standard" => said::REACHED,
        "register" => said::REGISTERED,
        _ => "",
    }
}

fn award_line(number: &award::Number) -> Line {
    let sentence = format!("{} {}", mark::figure(&number.source, &number.text), number.name);
    stated(AWARDS, headings::AWARDS, (&number.source, &number.text), &number.name, &sentence)
}

fn target_line(number: &target::Number) -> Line {
    let amount = mark::figure(&number.source, &number.text);
    let sentence = format!("{} {amount} {}", number.lead, number.name);
    let name = format!("{} {}", headings::TARGET, number.name);
    stated(TARGETS, headings::TARGETS, (&number.source, &number.text), &name, &sentence)
}

fn stated(
    group: &str,
    heading: &str,
    (source, text): (&str, &str),
    name: &str,
    sentence: &str,
) -> Line {
    Line {
        source: source.to_owned(),
        group: group.to_owned(),
        heading: heading.to_owned(),
        exact: text.contains(|c: char| c.is_ascii_digit()),
        text: text.to_owned(),
        name: capitalise(name),
        sentence: mark::tidy(sentence),
        amount: None,
        qualifier: None,
        own: true,
        of: None,
        beside: Beside::default(),
    }
}
