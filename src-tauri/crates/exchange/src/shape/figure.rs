//! Figures, and the entries of units.

use super::words::{AMOUNT_TYPE, INDICATOR_KIND, NATURE, ORIGIN, QUALIFIER, SCOPE_TYPE, STATE};
use super::{Form, NAME, NUMBER, Shape, Tagged, YEAR, may, must};
use crate::problem::Subject;

/// The dimension under which `kinds` are counted together; the forms of the program use it too.
pub(crate) const KINDS: &str = "kind";

/// A window as an object; `year` and `years` are the hand's way to the reporting years.
pub(crate) const WINDOW: Form = Form::new(&[
    may("from", Shape::Day),
    may("to", Shape::Day),
    may("label", Shape::Line),
    may("year", YEAR),
    may("years", Shape::Whole { min: 1, max: 100 }),
]);

pub(crate) const AMOUNT: Form = Form {
    fields: &[],
    tagged: Some(Tagged {
        tag: "type",
        words: AMOUNT_TYPE,
        variants: &[
            ("number", &[must("value", Shape::Decimal)]),
            ("ratio", &[must("reached", Shape::Decimal), must("total", Shape::Decimal)]),
            ("percent", &[must("value", Shape::Decimal)]),
            ("words", &[must("words", NAME)]),
            ("money", &[must("dong", Shape::Decimal)]),
            ("quantity", &[must("value", Shape::Decimal), must("unit", NAME)]),
        ],
    }),
};

pub(crate) const SCOPE: Form = Form {
    fields: &[],
    tagged: Some(Tagged {
        tag: "type",
        words: SCOPE_TYPE,
        variants: &[
            ("province", &[]),
            ("unit", &[must("name", NAME)]),
            ("set", &[must("name", NAME)]),
            ("country", &[]),
        ],
    }),
};

const WORDING: Form = Form::new(&[
    may("subject", Shape::Line),
    may("lead", Shape::Line),
    may("noun", Shape::Line),
    may("tail", Shape::Line),
    may("amount", Shape::Line),
    may("rate", Shape::Line),
]);

pub(crate) const PROVENANCE: Form = Form::new(&[
    may("origin", Shape::Word(ORIGIN)),
    may("document", Shape::Paragraph),
    may("comment", Shape::Paragraph),
]);

/// `indicator` may be a code of the writer's own beside `name`, so the figure looks it up itself.
/// The keys behind `provenance` are the hand's: they make an indicator of one's own, or go into `wording`,
/// `categories` and `provenance`.
pub(crate) const FIGURE: Form = Form::new(&[
    may("indicator", Shape::Line),
    may("scope", Shape::Scope),
    may("window", Shape::Window),
    may("categories", Shape::Categories),
    may("nature", Shape::Word(NATURE)),
    may("state", Shape::Word(STATE)),
    may("amount", Shape::Amount),
    may("qualifier", Shape::Word(QUALIFIER)),
    may("part_of", Shape::Part(Subject::Figure)),
    may("wording", Shape::Object(&WORDING)),
    may("provenance", Shape::Object(&PROVENANCE)),
    may("name", NAME),
    may("unit", Shape::Line),
    may("kind", Shape::Word(INDICATOR_KIND)),
    may("group", Shape::FieldGroup),
    may("kinds", Shape::Lines),
    may("subject", Shape::Line),
    may("lead", Shape::Line),
    may("noun", Shape::Line),
    may("tail", Shape::Line),
    may("rate", Shape::Line),
    may("printed", Shape::Line),
    may("document", Shape::Paragraph),
    may("comment", Shape::Paragraph),
]);

/// What is counted in a table of units; `kinds` is the hand's.
pub(crate) const MEASURE: Form = Form::new(&[
    must("indicator", Shape::Indicator),
    may("nature", Shape::Word(NATURE)),
    may("categories", Shape::Categories),
    may("kinds", Shape::Lines),
]);

/// A table of units; window, measures and rows are read by themselves.
pub(crate) const TABLE: Form = Form::new(&[may("document", Shape::Paragraph)]);

pub(crate) const ENTRY_NOTE: Form = Form::new(&[
    must("row", NUMBER),
    may("qualifier", Shape::Word(QUALIFIER)),
    may("words", Shape::Line),
    may("printed", Shape::Line),
    may("origin", Shape::Word(ORIGIN)),
    may("document", Shape::Paragraph),
    may("comment", Shape::Paragraph),
    may("draft", Shape::Verbatim),
    may("reason", Shape::Paragraph),
]);
