//! Sections: the lists of records in a file, one for every kind.

use super::{
    AGENDA, AWARD, BASIS, CAPTION, CATEGORY, DIMENSION, DOSSIER, DRAFT, EDITED_PARAGRAPH,
    FIELD_GROUP, FIGURE, Form, INDICATOR, PARTICIPANT, PASSAGE, REASON, SETTING, SPEECH, TARGET,
    TEMPLATE, UNIT_EVENT, UNIT_SET, YEAR_MARK,
};
use bc138_domain::Kind;
use serde::Deserialize;
use serde::de::IntoDeserializer;
use serde::de::value::{Error, StrDeserializer};
use std::sync::LazyLock;

/// A list of records of one kind.
#[derive(Debug, Clone)]
pub(crate) struct Section {
    pub kind: Kind,
    /// The record's tag in the domain's JSON: `figure`.
    pub word: String,
    /// Its key in a file: `figures`.
    pub name: String,
    pub form: Form,
    pub place: Place,
    /// The key whose value may stand only once: in a dossier, or in the store.
    pub unique: &'static [&'static str],
}

/// Where a section stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Place {
    /// At the top of the file.
    Store,
    /// In a dossier.
    Dossier,
    /// In a dossier, in an order of its own (`position`).
    Ordered,
}

/// Tag, name, keys, place and unique keys of a section.
type Known = (&'static str, &'static str, Form, Place, &'static [&'static str]);

/// The sections that have a table of their own.
const KNOWN: [Known; 22] = [
    ("setting", "settings", SETTING, Place::Store, &[]),
    ("indicator", "indicators", INDICATOR, Place::Store, &["code", "valid_from"]),
    ("group", "groups", FIELD_GROUP, Place::Store, &["code"]),
    ("dimension", "dimensions", DIMENSION, Place::Store, &["code"]),
    ("category", "categories", CATEGORY, Place::Store, &["dimension", "code", "valid_from"]),
    ("unit_event", "unit_events", UNIT_EVENT, Place::Store, &[]),
    ("unit_set", "unit_sets", UNIT_SET, Place::Store, &["name"]),
    ("dossier", "dossiers", DOSSIER, Place::Store, &[]),
    ("agenda", "agenda", AGENDA, Place::Ordered, &[]),
    ("basis", "bases", BASIS, Place::Ordered, &[]),
    ("participant", "participants", PARTICIPANT, Place::Ordered, &[]),
    ("speech", "speeches", SPEECH, Place::Ordered, &[]),
    ("passage", "passages", PASSAGE, Place::Ordered, &[]),
    ("figure", "figures", FIGURE, Place::Dossier, &[]),
    ("award", "awards", AWARD, Place::Ordered, &[]),
    ("target", "targets", TARGET, Place::Ordered, &[]),
    ("caption", "captions", CAPTION, Place::Ordered, &[]),
    ("draft", "drafts", DRAFT, Place::Dossier, &["field"]),
    ("reason", "reasons", REASON, Place::Dossier, &["finding"]),
    ("edited_paragraph", "edited_paragraphs", EDITED_PARAGRAPH, Place::Dossier, &[]),
    ("template", "templates", TEMPLATE, Place::Store, &["name"]),
    ("year_mark", "year_marks", YEAR_MARK, Place::Store, &[]),
];

/// Every section, in the order of [`Kind::ALL`]: parents before children.
pub(crate) static SECTIONS: LazyLock<Vec<Section>> = LazyLock::new(|| {
    let mut sections: Vec<Section> = KNOWN.iter().filter_map(known).collect();
    for kind in Kind::ALL.iter().copied() {
        if !sections.iter().any(|section| section.kind == kind) {
            sections.push(other(kind));
        }
    }
    sections.sort_by_key(|section| section.kind);
    sections
});

fn known(row: &Known) -> Option<Section> {
    let (word, name, form, place, unique) = *row;
    let kind = of_word(word)?;
    Some(Section { kind, word: word.to_owned(), name: name.to_owned(), form, place, unique })
}

/// A kind without a table: a list at the top of the file, its keys those of the domain.
fn other(kind: Kind) -> Section {
    let word = word_of(kind);
    let name = match word.strip_suffix('y') {
        Some(stem) => format!("{stem}ies"),
        None => format!("{word}s"),
    };
    Section { kind, word, name, form: Form::new(&[]), place: Place::Store, unique: &[] }
}

/// The kind of a tag.
fn of_word(word: &str) -> Option<Kind> {
    let word: StrDeserializer<'_, Error> = word.into_deserializer();
    Kind::deserialize(word).ok()
}

fn word_of(kind: Kind) -> String {
    match serde_json::to_value(kind) {
        Ok(serde_json::Value::String(word)) => word,
        _ => kind.table().to_owned(),
    }
}

impl Section {
    /// The section of a kind; every kind has one.
    pub fn of(kind: Kind) -> Option<&'static Self> {
        SECTIONS.iter().find(|section| section.kind == kind)
    }

    pub fn is_nested(&self) -> bool {
        self.place != Place::Store
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn every_kind_has_one_section_with_a_name_of_its_own() {
        assert_eq!(SECTIONS.len(), Kind::ALL.len());
        let names: BTreeSet<&str> = SECTIONS.iter().map(|section| section.name.as_str()).collect();
        assert_eq!(names.len(), SECTIONS.len());
        assert!(SECTIONS.is_sorted_by_key(|section| section.kind), "parents before children");
    }

    #[test]
    fn a_kind_without_a_table_gets_the_plural_of_its_word() {
        assert_eq!(other(Kind::Setting).name, "settings");
        assert!(other(Kind::Setting).form.fields.is_empty(), "its keys are those of the domain");
    }
}
