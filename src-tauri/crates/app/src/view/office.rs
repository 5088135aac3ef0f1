//! What the window is told of the office's own settings and catalogue.

use super::Choice;
use serde::{Deserialize, Serialize};
use specta::Type;

/// One value of a setting, with its days.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct DatedValue {
    /// Id; nothing for a built-in value.
    pub id: Option<i32>,
    /// “01/01/2026”; empty since ever.
    pub from: String,
    /// “31/12/2026”; empty until further notice.
    pub to: String,
    /// The value.
    pub value: String,
    /// Where it comes from: the article of a built-in value.
    pub note: String,
}

/// One setting with all its values.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct SettingRow {
    /// Its key.
    pub key: String,
    /// Label.
    pub label: String,
    /// How to type it.
    pub hint: String,
    /// Values, oldest first.
    pub values: Vec<DatedValue>,
}

/// Settings under one heading.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct SettingGroup {
    /// Heading.
    pub title: String,
    /// Settings.
    pub rows: Vec<SettingRow>,
}

/// All dated settings.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct SettingsView {
    /// Groups.
    pub groups: Vec<SettingGroup>,
}

/// A value as typed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct TypedSetting {
    /// Id of the value that is changed; nothing for a new one.
    pub id: Option<i32>,
    /// Key of the setting.
    pub key: String,
    /// First day as typed.
    pub from: String,
    /// Last day as typed.
    pub to: String,
    /// The value; empty takes it away.
    pub value: String,
}

/// An indicator in the catalogue's list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct IndicatorRow {
    /// Id; nothing when it is built in.
    pub id: Option<i32>,
    /// Code.
    pub code: String,
    /// Name.
    pub name: String,
    /// Unit noun.
    pub unit: String,
    /// Word of its kind.
    pub kind: String,
    /// Group code.
    pub group: String,
    /// Code of the whole of which it is a part.
    pub parent: String,
    /// Code of its calendar.
    pub calendar: String,
    /// First day.
    pub from: String,
    /// Last day.
    pub to: String,
    /// Legal basis.
    pub basis: String,
    /// Shown by itself.
    pub core: bool,
    /// Codes of the dimensions it may be broken down by.
    pub dimensions: Vec<String>,
}

/// A group in the catalogue's list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct GroupRow {
    /// Id; nothing when it is built in.
    pub id: Option<i32>,
    /// Code.
    pub code: String,
    /// Heading.
    pub title: String,
    /// Step, 2 to 4.
    pub step: i32,
}

/// A dimension in the catalogue's list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct DimensionRow {
    /// Id; nothing when it is built in.
    pub id: Option<i32>,
    /// Code.
    pub code: String,
    /// Name.
    pub name: String,
    /// Word of how its kinds stand to the whole.
    pub cover: String,
    /// Names of its kinds: “chốt cố định; chốt lưu động”.
    pub kinds: String,
}

/// A kind inside a dimension.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct CategoryRow {
    /// Id; nothing when it is built in.
    pub id: Option<i32>,
    /// Code of the dimension.
    pub dimension: String,
    /// Name of the dimension.
    pub heading: String,
    /// Code.
    pub code: String,
    /// Name.
    pub name: String,
}

/// The catalogue with what the user defined.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct CatalogueView {
    /// Groups.
    pub groups: Vec<GroupRow>,
    /// Indicators.
    pub indicators: Vec<IndicatorRow>,
    /// Kinds inside dimensions.
    pub categories: Vec<CategoryRow>,
    /// Kinds of numbers to choose from.
    pub kinds: Vec<Choice>,
    /// Calendars to choose from.
    pub calendars: Vec<Choice>,
    /// Dimensions.
    pub dimensions: Vec<DimensionRow>,
    /// Ways in which kinds stand to the whole, to choose from.
    pub covers: Vec<Choice>,
}
