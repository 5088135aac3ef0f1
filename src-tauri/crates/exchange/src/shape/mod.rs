//! What every value of the format looks like: one table for reading, writing and the tests of the
//! schema.
//!
//! The tables say how a key is *read* (what a hand may write there). A key of a record that no
//! table names is taken as it lies in the domain's own JSON (a [`bc138_domain::Fixed`] in
//! thousandths), so that a new optional field of the domain needs no change here; a line in a table
//! gives it Vietnamese words, decimals and limits.

mod award;
mod dossier;
mod figure;
mod section;
mod store;
pub(crate) mod words;

pub(crate) use award::{AWARD, TARGET};
pub(crate) use dossier::{
    AGENDA, BASIS, CAPTION, DOSSIER, DRAFT, EDITED_PARAGRAPH, PARTICIPANT, PASSAGE, REASON, SPEECH,
};
pub(crate) use figure::{AMOUNT, ENTRY_NOTE, FIGURE, KINDS, MEASURE, SCOPE, TABLE, WINDOW};
pub(crate) use section::{Place, SECTIONS, Section};
pub(crate) use store::{
    CATEGORY, DIMENSION, FIELD_GROUP, INDICATOR, SETTING, TEMPLATE, UNIT_EVENT, UNIT_SET, YEAR_MARK,
};
pub(crate) use words::{SCOPE_TYPE, STATE, UNIT_KIND, Words, find as find_word};

use crate::problem::Subject;

/// How a value is written.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Shape {
    /// One line, at most `text::MAX_LINE` characters.
    Line,
    /// A paragraph, at most `text::MAX_PARAGRAPH` characters.
    Paragraph,
    /// A point of text inside a sentence: a paragraph without the full stop or semicolon that
    /// people end it with.
    Clause,
    /// A text that is kept to the letter.
    Verbatim,
    /// A text that says something: the store holds no empty one in its place.
    Filled(&'static Self),
    /// `true` or `false`.
    Flag,
    /// A whole number.
    Whole { min: i64, max: i64 },
    /// A number counted in thousandths.
    Decimal,
    /// A date.
    Day,
    /// A window (kỳ).
    Window,
    /// A word of an enumeration.
    Word(Words),
    /// A list.
    List(&'static Self),
    /// A list, or one item alone.
    Several(&'static Self),
    /// A list of lines, or one text with semicolons between them.
    Lines,
    /// An object.
    Object(&'static Form),
    /// An amount: as typed into a cell, a number, or an object.
    Amount,
    /// What is to be reached: an amount that may begin with “không quá”.
    Goal,
    /// A count: as typed into a cell, or a number.
    Count,
    /// Whom a figure counts (phạm vi).
    Scope,
    /// Kinds per dimension.
    Categories,
    /// Another part of the same dossier: its id, `ref` or name.
    Part(Subject),
    /// Code of an indicator.
    Indicator,
    /// Code or name of a form of award.
    AwardForm,
    /// Code or title of a group of fields.
    FieldGroup,
    /// Key or name of a unit, as it is called at a moment.
    Unit(Moment),
    /// Hash or local name of a photo.
    Photo,
    /// Id of a finding; rows in it may be named by their `ref`.
    Finding,
}

/// When a unit is called as it is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Moment {
    /// Ever.
    Ever,
    /// On the day before the event that is being read: what happens, happens to that unit.
    Eve,
    /// On the day of the event: what comes of it.
    Day,
}

/// A key of an object.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Field {
    pub key: &'static str,
    pub shape: Shape,
    pub required: bool,
}

/// The keys of an object.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Form {
    pub fields: &'static [Field],
    /// Further keys, by the word under one of them.
    pub tagged: Option<Tagged>,
}

/// An object whose keys depend on one word in it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Tagged {
    pub tag: &'static str,
    pub words: Words,
    pub variants: &'static [(&'static str, &'static [Field])],
}

impl Form {
    pub const fn new(fields: &'static [Field]) -> Self {
        Self { fields, tagged: None }
    }

    /// The keys that stand beside the word `tag`.
    pub fn fields_of(&self, word: Option<&str>) -> impl Iterator<Item = &'static Field> {
        let variant = self.tagged.and_then(|tagged| {
            tagged
                .variants
                .iter()
                .find(|(known, _)| Some(*known) == word)
                .map(|(_, fields)| *fields)
        });
        self.fields.iter().chain(variant.unwrap_or_default())
    }
}

/// A key that may be left out.
pub(crate) const fn may(key: &'static str, shape: Shape) -> Field {
    Field { key, shape, required: false }
}

/// A key that must be there.
pub(crate) const fn must(key: &'static str, shape: Shape) -> Field {
    Field { key, shape, required: true }
}

/// A name: one line that is not empty.
pub(crate) const NAME: Shape = Shape::Filled(&Shape::Line);
/// A year of the calendar.
pub(crate) const YEAR: Shape = Shape::Whole { min: 1945, max: 2200 };
/// A whole number that counts something.
pub(crate) const NUMBER: Shape = Shape::Whole { min: 0, max: 2_147_483_647 };
