//! What belongs to no dossier: settings, own indicators, groups and kinds, units, years.

use super::words::{
    COVER, INDICATOR_KIND, LEVEL, OVER_TIME, OVER_UNITS, SHARE_METHOD, UNIT_ACT, UNIT_KIND,
    YEAR_STEP,
};
use super::{Form, Moment, NAME, NUMBER, Shape, Tagged, YEAR, may, must};

pub(crate) const SETTING: Form = Form::new(&[
    must("key", NAME),
    may("valid_from", Shape::Day),
    may("valid_to", Shape::Day),
    must("value", Shape::Paragraph),
]);

pub(crate) const INDICATOR: Form = Form::new(&[
    may("code", NAME),
    must("name", NAME),
    may("unit", Shape::Line),
    may("kind", Shape::Word(INDICATOR_KIND)),
    may("group", Shape::FieldGroup),
    may("core", Shape::Flag),
    may("lead", Shape::Line),
    may("noun", Shape::Line),
    may("tail", Shape::Line),
    may("valid_from", Shape::Day),
    may("valid_to", Shape::Day),
    may("dimensions", Shape::Lines),
    may("over_units", Shape::Word(OVER_UNITS)),
    may("over_time", Shape::Word(OVER_TIME)),
    may("parent", Shape::Line),
    may("partition", Shape::Line),
    may("calendar", Shape::Line),
    may("basis", Shape::Paragraph),
]);

pub(crate) const FIELD_GROUP: Form = Form::new(&[
    must("code", NAME),
    may("step", Shape::Whole { min: 1, max: 8 }),
    must("title", NAME),
    may("hint", Shape::Paragraph),
]);

pub(crate) const DIMENSION: Form =
    Form::new(&[must("code", NAME), must("name", NAME), must("cover", Shape::Word(COVER))]);

pub(crate) const CATEGORY: Form = Form::new(&[
    must("dimension", NAME),
    must("code", NAME),
    must("name", NAME),
    may("valid_from", Shape::Day),
    may("valid_to", Shape::Day),
]);

const NEW_UNIT: Form = Form::new(&[
    must("key", NAME),
    must("level", Shape::Word(LEVEL)),
    must("kind", Shape::Word(UNIT_KIND)),
    must("name", NAME),
    may("code", Shape::Line),
    may("parent", Shape::Unit(Moment::Day)),
]);

const UNIT_SHARE: Form =
    Form::new(&[must("unit", Shape::Unit(Moment::Day)), must("weight", Shape::Decimal)]);

/// The unit that an event happens to.
const EVE: Shape = Shape::Unit(Moment::Eve);

const PARTS: Shape = Shape::List(&Shape::Object(&UNIT_SHARE));

pub(crate) const UNIT_EVENT: Form = Form {
    fields: &[must("date", Shape::Day), may("basis", Shape::Paragraph)],
    tagged: Some(Tagged {
        tag: "act",
        words: UNIT_ACT,
        variants: &[
            ("create", &[must("unit", Shape::Object(&NEW_UNIT))]),
            ("rename", &[must("unit", EVE), must("name", NAME)]),
            ("retype", &[must("unit", EVE), must("kind", Shape::Word(UNIT_KIND))]),
            ("move", &[must("unit", EVE), must("parent", Shape::Unit(Moment::Day))]),
            (
                "merge",
                &[
                    must("from", Shape::List(&EVE)),
                    must("into", Shape::Unit(Moment::Day)),
                    may("created", Shape::Object(&NEW_UNIT)),
                ],
            ),
            (
                "split",
                &[
                    must("unit", EVE),
                    may("created", Shape::List(&Shape::Object(&NEW_UNIT))),
                    must("method", Shape::Word(SHARE_METHOD)),
                    must("parts", PARTS),
                    may("keeps", Shape::Flag),
                ],
            ),
            ("abolish", &[must("unit", EVE)]),
            (
                "share",
                &[
                    must("unit", EVE),
                    must("method", Shape::Word(SHARE_METHOD)),
                    must("parts", PARTS),
                ],
            ),
        ],
    }),
};

pub(crate) const UNIT_SET: Form =
    Form::new(&[must("name", NAME), must("members", Shape::List(&Shape::Unit(Moment::Ever)))]);

pub(crate) const TEMPLATE: Form = Form::new(&[must("name", NAME), must("text", Shape::Verbatim)]);

pub(crate) const YEAR_MARK: Form = Form::new(&[
    must("year", YEAR),
    must("step", Shape::Word(YEAR_STEP)),
    must("day", Shape::Day),
    must("actor", Shape::Line),
    may("reason", Shape::Paragraph),
    must("digest", Shape::Line),
    must("change", NUMBER),
]);
