//! Groups of fields on the steps of the guided path.

use serde::{Deserialize, Serialize};

/// A group of fields on a step (nhóm số liệu), built in or of the user's own.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FieldGroup {
    /// Id in the store; 0 for the built-in catalogue.
    #[serde(default)]
    pub id: i32,
    /// Code that indicators and templates refer to.
    pub code: String,
    /// The step it stands on, [`FieldGroup::FIRST_STEP`] to [`FieldGroup::LAST_STEP`].
    pub step: i32,
    /// Heading.
    pub title: String,
    /// One line of help under the heading.
    #[serde(default)]
    pub hint: String,
}

impl FieldGroup {
    /// The first step with figures.
    pub const FIRST_STEP: i32 = 2;
    /// The last step with figures.
    pub const LAST_STEP: i32 = 4;

    /// A group that the user defined, code `own_group_<number>`.
    #[must_use]
    pub fn own(number: i32, step: i32, title: &str) -> Self {
        let (code, title) = (format!("{OWN}{number}"), title.to_owned());
        Self { id: 0, code, step, title, hint: String::new() }
    }

    /// The number in a code given by [`FieldGroup::own`].
    #[must_use]
    pub fn own_number(code: &str) -> Option<i32> {
        code.strip_prefix(OWN)?.parse().ok()
    }
}

/// Beginning of the codes of groups that the user defined.
const OWN: &str = "own_group_";
