//! The dossier, its conference, people and texts.

use super::words::{
    ACT, BASIS_ROLE, DOSSIER_KIND, MEETING_FORM, OCCASION, PASSAGE_ROLE, ROLE, SESSION,
};
use super::{Form, NAME, Shape, may, must};
use crate::problem::Subject;

const EVENT: Form = Form::new(&[
    may("name", Shape::Line),
    may("organiser", Shape::Line),
    may("session", Shape::Word(SESSION)),
    may("date", Shape::Day),
    may("date_printed", Shape::Line),
    may("place", Shape::Line),
    may("form", Shape::Word(MEETING_FORM)),
    may("form_detail", Shape::Line),
    may("venues", Shape::Whole { min: 1, max: 100_000 }),
]);

pub(crate) const DOSSIER: Form = Form::new(&[
    must("province", NAME),
    may("province_type", NAME),
    may("within", Shape::Line),
    may("kind", Shape::Word(DOSSIER_KIND)),
    must("window", Shape::Window),
    may("headline", Shape::Line),
    may("event", Shape::Object(&EVENT)),
    may("byline", Shape::Line),
]);

pub(crate) const AGENDA: Form = Form::new(&[
    must("act", Shape::Word(ACT)),
    may("years", Shape::Whole { min: 1, max: 100 }),
    must("subject", Shape::Clause),
    may("window", Shape::Window),
]);

pub(crate) const BASIS: Form = Form::new(&[
    must("name", Shape::Line),
    may("issuer", Shape::Line),
    may("subject", Shape::Paragraph),
    may("role", Shape::Word(BASIS_ROLE)),
]);

pub(crate) const PARTICIPANT: Form = Form::new(&[
    may("role", Shape::Word(ROLE)),
    may("rank", Shape::Line),
    must("name", Shape::Line),
    may("offices", Shape::Lines),
    may("venue", Shape::Line),
    may("delegation", Shape::Line),
]);

pub(crate) const SPEECH: Form = Form::new(&[
    must("speaker", Shape::Part(Subject::Participant)),
    may("occasion", Shape::Word(OCCASION)),
    may("praise", Shape::Clause),
]);

pub(crate) const PASSAGE: Form = Form::new(&[
    must("role", Shape::Word(PASSAGE_ROLE)),
    may("speech", Shape::Part(Subject::Speech)),
    may("subject", Shape::Line),
    must("text", Shape::Clause),
    may("deadline", Shape::Line),
]);

pub(crate) const CAPTION: Form =
    Form::new(&[must("text", Shape::Clause), may("photo", Shape::Photo)]);

/// A draft is what could not be read: nothing about its text is changed or refused.
pub(crate) const DRAFT: Form =
    Form::new(&[must("field", Shape::Verbatim), must("text", Shape::Verbatim)]);

/// A paragraph as it is edited: white space and figures in braces stay as they are.
pub(crate) const EDITED_PARAGRAPH: Form = Form::new(&[
    must("style", Shape::Filled(&Shape::Verbatim)),
    must("block", Shape::Filled(&Shape::Verbatim)),
    must("place", Shape::Whole { min: 0, max: 9_999 }),
    must("base", Shape::Verbatim),
    must("text", Shape::Verbatim),
]);

pub(crate) const REASON: Form =
    Form::new(&[must("finding", Shape::Finding), must("text", Shape::Filled(&Shape::Paragraph))]);
