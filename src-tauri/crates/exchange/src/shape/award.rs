//! Awards and targets.

use super::figure::PROVENANCE;
use super::words::{DECISION_KIND, MEDAL_CLASS, OPERATOR, PHRASING, RECIPIENT};
use super::{Form, Moment, NUMBER, Shape, YEAR, may, must};
use crate::problem::Subject;

const SHARE: Form = Form::new(&[
    must("kinds", Shape::Several(&Shape::Word(RECIPIENT))),
    may("count", NUMBER),
    may("words", Shape::Line),
    may("noun", Shape::Line),
]);

const OBJECTS: Form =
    Form::new(&[may("count", NUMBER), may("words", Shape::Line), must("noun", Shape::Line)]);

const REVOCATION: Form = Form::new(&[
    may("date", Shape::Day),
    may("decision", Shape::Line),
    may("reason", Shape::Paragraph),
]);

const LINE: Form = Form::new(&[
    must("kind", Shape::Word(RECIPIENT)),
    must("name", Shape::Line),
    may("post", Shape::Line),
    may("unit", Shape::Line),
    may("merit", Shape::Paragraph),
    may("honorific", Shape::Line),
    may("birth_year", Shape::Whole { min: 1850, max: 2200 }),
    may("unit_key", Shape::Unit(Moment::Ever)),
    may("holds", Shape::Lines),
    may("money_printed", Shape::Decimal),
    may("received", Shape::Flag),
    may("revocation", Shape::Object(&REVOCATION)),
    may("sic", Shape::Paragraph),
]);

/// The keys behind `provenance` are the hand's: they go into `forms` and `shares`.
pub(crate) const AWARD: Form = Form::new(&[
    may("forms", Shape::Several(&Shape::AwardForm)),
    may("form_printed", Shape::Line),
    may("medal_class", Shape::Word(MEDAL_CLASS)),
    may("title", Shape::Line),
    may("authorities", Shape::Lines),
    may("decision_number", Shape::Line),
    may("decision_date", Shape::Day),
    may("signer", Shape::Line),
    may("decision_kind", Shape::Word(DECISION_KIND)),
    may("basis", Shape::Paragraph),
    may("shares", Shape::List(&Shape::Object(&SHARE))),
    may("lines", Shape::List(&Shape::Object(&LINE))),
    may("objects", Shape::Object(&OBJECTS)),
    may("reason", Shape::Clause),
    may("merit_year", YEAR),
    may("presenter", Shape::Line),
    may("subset_of", Shape::Part(Subject::Award)),
    may("locality", Shape::Line),
    may("headline", Shape::Flag),
    may("phrasing", Shape::Word(PHRASING)),
    may("revoked", Shape::Flag),
    may("revocation", Shape::Object(&REVOCATION)),
    may("sic", Shape::Paragraph),
    may("provenance", Shape::Object(&PROVENANCE)),
    may("form", Shape::AwardForm),
    may("collectives", Shape::Count),
    may("persons", Shape::Count),
    may("households", Shape::Count),
    may("together", Shape::Count),
    may("together_noun", Shape::Line),
]);

pub(crate) const TARGET: Form = Form::new(&[
    may("indicator", Shape::Indicator),
    may("lead", Shape::Line),
    may("operator", Shape::Word(OPERATOR)),
    may("amount", Shape::Goal),
    may("printed", Shape::Line),
    must("text", Shape::Clause),
    may("deadline", Shape::Line),
]);
