//! [`Record`]: any one thing that is stored, so that one change log can hold the before and after
//! of every kind and undo is the same for all.

use crate::award::Award;
use crate::catalogue::{Category, Dimension, FieldGroup, Indicator};
use crate::dossier::{Dossier, Draft, Reason};
use crate::event::{AgendaItem, Basis, Caption, Participant, Passage, Speech};
use crate::figure::Figure;
use crate::setting::Setting;
use crate::target::Target;
use crate::unit::{UnitEvent, UnitSet};
use crate::wording::{EditedParagraph, OwnTemplate};
use crate::year::YearMark;
use serde::{Deserialize, Serialize};

macro_rules! records {
    ($($(#[$doc:meta])* $name:ident($type:ty) = $table:literal),* $(,)?) => {
        /// One stored thing of any kind.
        #[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
        // The tag is no field of any record: Dossier and Indicator have a `kind` of their own.
        #[serde(tag = "record", rename_all = "snake_case")]
        pub enum Record {
            $($(#[$doc])* $name($type),)*
        }

        /// The kind of a stored thing.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(rename_all = "snake_case")]
        pub enum Kind {
            $($(#[$doc])* $name,)*
        }

        impl Record {
            /// The kind.
            #[must_use]
            pub const fn kind(&self) -> Kind {
                match self { $(Self::$name(_) => Kind::$name,)* }
            }

            /// The id, unique within the kind.
            #[must_use]
            pub const fn id(&self) -> i32 {
                match self { $(Self::$name(it) => it.id,)* }
            }

            /// Gives the record its id.
            pub const fn set_id(&mut self, id: i32) {
                match self { $(Self::$name(it) => it.id = id,)* }
            }
        }

        impl Kind {
            /// Every kind, parents before children.
            pub const ALL: &'static [Self] = &[$(Self::$name,)*];

            /// The store's table of this kind.
            #[must_use]
            pub const fn table(self) -> &'static str {
                match self { $(Self::$name => $table,)* }
            }
        }

        $(impl From<$type> for Record {
            fn from(it: $type) -> Self { Self::$name(it) }
        })*
    };
}

records! {
    /// A dated setting.
    Setting(Setting) = "setting",
    /// A group of fields that the user made.
    Group(FieldGroup) = "field_group",
    /// A dimension that the user made.
    Dimension(Dimension) = "dimension",
    /// A category, the user's or a new version of a built-in one.
    Category(Category) = "category",
    /// An indicator that the user defined.
    Indicator(Indicator) = "indicator",
    /// An event of units.
    UnitEvent(UnitEvent) = "unit_event",
    /// A named set of units.
    UnitSet(UnitSet) = "unit_set",
    /// A dossier.
    Dossier(Dossier) = "dossier",
    /// An agenda item.
    Agenda(AgendaItem) = "agenda_item",
    /// A legal basis or programme.
    Basis(Basis) = "basis",
    /// A person or group.
    Participant(Participant) = "participant",
    /// A speech.
    Speech(Speech) = "speech",
    /// A text.
    Passage(Passage) = "passage",
    /// A figure.
    Figure(Figure) = "figure",
    /// An award.
    Award(Award) = "award",
    /// A target.
    Target(Target) = "target",
    /// A caption.
    Caption(Caption) = "caption",
    /// Text typed but not read.
    Draft(Draft) = "draft",
    /// A reason given for a finding.
    Reason(Reason) = "reason",
    /// A paragraph in the clerk's own words.
    EditedParagraph(EditedParagraph) = "edited_paragraph",
    /// A template in the office's own words.
    Template(OwnTemplate) = "own_template",
    /// A step of a year: approved, closed, opened again.
    YearMark(YearMark) = "year_mark",
}

/// One record before and after a change; `None` before it existed or after it was removed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Edit {
    /// The record as it was.
    pub before: Option<Record>,
    /// The record as it is now.
    pub after: Option<Record>,
}

impl Edit {
    /// The edit that takes this one back.
    #[must_use]
    pub fn inverse(&self) -> Self {
        Self { before: self.after.clone(), after: self.before.clone() }
    }
}
