//! Keys of fields: `dossier/date`, `figure/at_kdc/amount`, `task/12/text`, `task/new/text`.

use bc138_domain::{Kind, PassageRole};
use std::fmt;

/// A list whose rows the clerk adds one by one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum List {
    Agenda,
    Basis,
    Participant,
    Speech,
    Leadership,
    Assessment,
    Outcome,
    Discussion,
    Task,
    Shortcoming,
    Proposal,
    Award,
    Target,
    Caption,
}

impl List {
    pub const ALL: [Self; 14] = [
        Self::Agenda,
        Self::Basis,
        Self::Participant,
        Self::Speech,
        Self::Leadership,
        Self::Assessment,
        Self::Outcome,
        Self::Discussion,
        Self::Task,
        Self::Shortcoming,
        Self::Proposal,
        Self::Award,
        Self::Target,
        Self::Caption,
    ];

    /// The word in keys and sample files.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Agenda => "agenda",
            Self::Basis => "basis",
            Self::Participant => "participant",
            Self::Speech => "speech",
            Self::Leadership => "leadership",
            Self::Assessment => "assessment",
            Self::Outcome => "outcome",
            Self::Discussion => "discussion",
            Self::Task => "task",
            Self::Shortcoming => "shortcoming",
            Self::Proposal => "proposal",
            Self::Award => "award",
            Self::Target => "target",
            Self::Caption => "caption",
        }
    }

    pub const fn kind(self) -> Kind {
        match self {
            Self::Agenda => Kind::Agenda,
            Self::Basis => Kind::Basis,
            Self::Participant => Kind::Participant,
            Self::Speech => Kind::Speech,
            Self::Award => Kind::Award,
            Self::Target => Kind::Target,
            Self::Caption => Kind::Caption,
            _ => Kind::Passage,
        }
    }

    /// The role of a list of texts.
    pub const fn passage_role(self) -> Option<PassageRole> {
        Some(match self {
            Self::Leadership => PassageRole::Leadership,
            Self::Assessment => PassageRole::Assessment,
            Self::Outcome => PassageRole::Outcome,
            Self::Discussion => PassageRole::Discussion,
            Self::Task => PassageRole::Task,
            Self::Shortcoming => PassageRole::Shortcoming,
            Self::Proposal => PassageRole::Proposal,
            _ => return None,
        })
    }
}

/// A row of a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum RowRef {
    New,
    Id(i32),
}

/// The key of one field.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FieldKey {
    /// A field of the dossier or its conference.
    Dossier(String),
    /// A part of the figure of an indicator: `amount`, `noun`, `window`, …
    Figure {
        /// The indicator's code.
        code: String,
        /// Which part.
        part: String,
    },
    /// A dated setting, as it is in force on the day of the dossier.
    Setting(String),
    /// The name of a new indicator in a group.
    NewIndicator {
        /// The field group.
        group: String,
    },
    /// A field of a list's row.
    #[allow(private_interfaces, reason = "rows are named by keys outside this crate")]
    Row {
        /// The list.
        list: List,
        /// The row.
        row: RowRef,
        /// The field's name.
        field: String,
    },
}

impl FieldKey {
    /// Reads a key; `None` when it names nothing.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let parts: Vec<&str> = text.split('/').collect();
        match parts[..] {
            ["dossier", field] => Some(Self::Dossier(field.to_owned())),
            ["setting", key] => Some(Self::Setting(key.to_owned())),
            ["figure", code, part] => {
                Some(Self::Figure { code: code.to_owned(), part: part.to_owned() })
            }
            ["indicator", group, "name"] => Some(Self::NewIndicator { group: group.to_owned() }),
            [list, row, field] => {
                let list = List::ALL.into_iter().find(|l| l.word() == list)?;
                let row = match row {
                    "new" => RowRef::New,
                    id => RowRef::Id(id.parse().ok()?),
                };
                Some(Self::Row { list, row, field: field.to_owned() })
            }
            _ => None,
        }
    }

    /// The key of a row, without a field.
    pub(crate) fn row_key(list: List, row: RowRef) -> String {
        match row {
            RowRef::New => format!("{}/new", list.word()),
            RowRef::Id(id) => format!("{}/{id}", list.word()),
        }
    }
}

impl fmt::Display for FieldKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Dossier(field) => write!(f, "dossier/{field}"),
            Self::Setting(key) => write!(f, "setting/{key}"),
            Self::Figure { code, part } => write!(f, "figure/{code}/{part}"),
            Self::NewIndicator { group } => write!(f, "indicator/{group}/name"),
            Self::Row { list, row, field } => write!(f, "{}/{field}", Self::row_key(*list, *row)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_read_back_as_they_are_written() {
        for text in [
            "dossier/date",
            "figure/at_kdc/amount",
            "task/new/text",
            "award/12/reason",
            "indicator/models/name",
        ] {
            assert_eq!(FieldKey::parse(text).map(|k| k.to_string()).as_deref(), Some(text));
        }
        for text in ["", "task", "task/x/text", "nothing/1/text", "a/b/c/d"] {
            assert_eq!(FieldKey::parse(text), None, "{text}");
        }
    }
}
