//! A figure: one stated amount with everything that says what it is an amount *of*.

use crate::amount::{Amount, Qualifier, State};
use crate::window::Window;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// Kinds per dimension; a set with several kinds is a merged count that is never split:
/// `{"subject": {"xa", "phuong", "thi_tran"}}` is the 286 of a report that adds them up.
pub type Categories = BTreeMap<String, BTreeSet<String>>;

/// One figure (số liệu) as it was reported.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Figure {
    /// Own stable id.
    pub id: i32,
    /// The dossier it was entered for.
    pub dossier: i32,
    /// Catalogue code, or the code of an indicator that the user defined.
    pub indicator: String,
    /// The territory or set of units it speaks of.
    pub scope: Scope,
    /// The stretch of time it covers.
    pub window: Window,
    /// Kinds it counts together.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub categories: Categories,
    /// Stock, flow, new or cumulative.
    pub nature: Nature,
    /// Value, zero, not reported, not applicable, estimate.
    #[serde(default)]
    pub state: State,
    /// How much; present exactly when the state has an amount.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub amount: Option<Amount>,
    /// gần, trên, …
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub qualifier: Option<Qualifier>,
    /// Another figure of which this one is a part; a part is never added to its whole.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub part_of: Option<i32>,
    /// Words that differ from the catalogue's.
    #[serde(default, skip_serializing_if = "Wording::is_empty")]
    pub wording: Wording,
    /// Where the figure comes from.
    #[serde(default)]
    pub provenance: Provenance,
}

/// Whom a figure counts (phạm vi).
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, Default)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum Scope {
    /// The dossier's whole province (toàn tỉnh).
    #[default]
    Province,
    /// One unit inside it, by its name at that date (huyện Hàm Yên).
    Unit {
        /// The unit's name with its type.
        name: String,
    },
    /// A named set of units (các xã biên giới).
    Set {
        /// The set's name.
        name: String,
    },
    /// The whole country.
    Country,
}

/// What kind of count over time it is.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, Default,
)]
#[serde(rename_all = "snake_case")]
pub enum Nature {
    /// What exists at the cut-off (duy trì).
    #[default]
    Stock,
    /// What happened in the window.
    Flow,
    /// What was newly built in the window (xây dựng mới).
    New,
    /// The total since a beginning (lũy kế).
    Cumulative,
}

/// The words around the amount, where they differ from the catalogue's: subject + lead + amount +
/// noun + rate + tail, “Công an tỉnh” + “xây dựng mới” + “5” + “mô hình”.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Default)]
pub struct Wording {
    /// Who acts or whom it is said of, instead of the group's words: “Công an tỉnh”.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub subject: Option<String>,
    /// Words before the amount.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lead: Option<String>,
    /// What is counted, as the source printed it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub noun: Option<String>,
    /// Words after the noun.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tail: Option<String>,
    /// The amount as the source printed it, beside the normalised value: “09”, “72,60%”.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub amount: Option<String>,
    /// The percentage that stands beside a count or fraction, as the source printed it: “88,73%”,
    /// “trên 96%”. It is never computed from; where there are x and y the rate follows from them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rate: Option<String>,
}

impl Wording {
    /// Whether the catalogue's words are used throughout.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.subject.is_none()
            && self.lead.is_none()
            && self.noun.is_none()
            && self.tail.is_none()
            && self.amount.is_none()
            && self.rate.is_none()
    }
}

/// How a figure got here (nguồn).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Default)]
pub struct Provenance {
    /// The way in.
    #[serde(default)]
    pub origin: Origin,
    /// The document it stands in, and the place there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub document: Option<String>,
    /// A remark of the clerk.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub comment: Option<String>,
}

/// The way a figure came in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Default)]
#[serde(rename_all = "snake_case")]
pub enum Origin {
    /// Typed into a field.
    #[default]
    Typed,
    /// Pasted from a table.
    Pasted,
    /// Imported from a file.
    Imported,
    /// Read from a running text.
    ReadFromText,
    /// Computed from other figures.
    Computed,
}

impl Figure {
    /// The amount as it is printed: the source's own form if there is one, with its qualifier.
    /// `None` when there is nothing to print.
    #[must_use]
    pub fn printed_amount(&self) -> Option<String> {
        let plain = match (&self.wording.amount, &self.amount) {
            (Some(printed), _) => printed.clone(),
            (None, Some(amount)) => amount.to_string(),
            (None, None) => return self.state.words().map(str::to_owned),
        };
        Some(match self.qualifier {
            Some(qualifier) => qualifier.apply(&plain),
            None => plain,
        })
    }
}
