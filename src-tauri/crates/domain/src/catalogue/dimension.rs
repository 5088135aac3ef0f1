//! Dimensions and their categories: what an indicator may be broken down by.

use super::table::Word;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// How the kinds of a dimension stand to the whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Cover {
    /// Everything is of exactly one kind, so the kinds sum to the whole: male, female.
    Complete,
    /// Nothing is of two kinds, but there are others, so the sum is at most the whole.
    Open,
    /// Something may be of several kinds, so only each kind is at most the whole.
    Overlapping,
}

impl Word for Cover {
    const WORDS: &'static [(&'static str, Self)] =
        &[("complete", Self::Complete), ("open", Self::Open), ("overlapping", Self::Overlapping)];
}

/// A dimension (tiêu thức phân tổ), built in or of the user's own.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Dimension {
    /// Id in the store; 0 for the built-in catalogue.
    #[serde(default)]
    pub id: i32,
    /// Stable code; the key in [`Categories`](crate::Categories).
    pub code: String,
    /// Name: “Giới tính”.
    pub name: String,
    /// How its kinds stand to the whole.
    pub cover: Cover,
}

/// A kind inside a dimension (loại), built in or of the user's own; dated like an indicator.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Category {
    /// Id in the store; 0 for the built-in catalogue.
    #[serde(default)]
    pub id: i32,
    /// Code of its dimension.
    pub dimension: String,
    /// Stable code inside the dimension; the value in [`Categories`](crate::Categories).
    pub code: String,
    /// Name as it stands in a sentence: “khu dân cư”.
    pub name: String,
    /// First day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub valid_from: Option<NaiveDate>,
    /// Last day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub valid_to: Option<NaiveDate>,
}

impl Category {
    /// Whether the kind exists on a day; an unknown day accepts all.
    #[must_use]
    pub fn is_valid_on(&self, day: Option<NaiveDate>) -> bool {
        super::version::holds(self, day)
    }
}
