//! Units (đơn vị): the words a registry is made of, and the dated events that change it.
//!
//! A code is not an identity: nearly every commune of 01/07/2025 carries a code that existed
//! before, many of them under another name. A unit is known by its own stable key; code, name,
//! type and parent are attributes with dates. Nothing is ever rewritten: what a clerk changes is
//! an event, and taking the event away gives back exactly what was there.

use crate::fixed::Fixed;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// Level of a unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Level {
    /// cấp tỉnh.
    Province,
    /// cấp huyện (đến 30/06/2025).
    District,
    /// cấp xã.
    Commune,
    /// khu dân cư, kept by the user below the commune.
    Residential,
    /// cơ quan, doanh nghiệp, cơ sở giáo dục, kept by the user.
    Body,
}

/// Type of a unit (loại đơn vị).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum UnitKind {
    /// tỉnh.
    Province,
    /// thành phố: of a province's rank or below a province.
    City,
    /// quận.
    UrbanDistrict,
    /// huyện.
    District,
    /// thị xã.
    Town,
    /// xã.
    Commune,
    /// phường.
    Ward,
    /// thị trấn (đến 30/06/2025).
    Township,
    /// đặc khu (từ 01/07/2025).
    SpecialZone,
    /// khu dân cư: thôn, bản, tổ dân phố …
    Residential,
    /// cơ quan.
    Agency,
    /// doanh nghiệp.
    Enterprise,
    /// cơ sở giáo dục.
    School,
}

impl UnitKind {
    /// The common noun before the name: “xã”, “phường”, “tỉnh”.
    #[must_use]
    pub const fn noun(self) -> &'static str {
        match self {
            Self::Province => "tỉnh",
            Self::City => "thành phố",
            Self::UrbanDistrict => "quận",
            Self::District => "huyện",
            Self::Town => "thị xã",
            Self::Commune => "xã",
            Self::Ward => "phường",
            Self::Township => "thị trấn",
            Self::SpecialZone => "đặc khu",
            Self::Residential => "khu dân cư",
            Self::Agency => "cơ quan",
            Self::Enterprise => "doanh nghiệp",
            Self::School => "cơ sở giáo dục",
        }
    }
}

/// A unit that the user makes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NewUnit {
    /// Own stable key, `U` and a number: “U12”.
    pub key: String,
    /// Level.
    pub level: Level,
    /// Type.
    pub kind: UnitKind,
    /// Name without its type.
    pub name: String,
    /// Official code, where there is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub code: Option<String>,
    /// Key of the unit it belongs to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub parent: Option<String>,
}

/// One part of a divided unit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct UnitShare {
    /// Key of the unit that takes the part over.
    pub unit: String,
    /// The part's weight: khu dân cư counted, or percent by hand. Weights are relative to their
    /// sum for [`ShareMethod::ResidentialCount`] and must sum to 100 for [`ShareMethod::ByHand`].
    pub weight: Fixed,
}

/// How the figures of a divided unit are restated.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ShareMethod {
    /// By the count of khu dân cư in each part.
    ResidentialCount,
    /// By percentages typed by the clerk.
    ByHand,
    /// Not restated (không phân bổ).
    None,
}

/// What happened to units (biến động).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "act", rename_all = "snake_case")]
pub enum UnitAct {
    /// thành lập.
    Create {
        /// The unit.
        unit: NewUnit,
    },
    /// đổi tên.
    Rename {
        /// Key.
        unit: String,
        /// New name without its type.
        name: String,
    },
    /// đổi loại: xã → phường.
    Retype {
        /// Key.
        unit: String,
        /// New type, of the same level.
        kind: UnitKind,
    },
    /// chuyển về đơn vị khác.
    Move {
        /// Key.
        unit: String,
        /// Key of the new parent.
        parent: String,
    },
    /// nhập: several units become one, an existing one or a new one.
    Merge {
        /// Keys of the units that end.
        from: Vec<String>,
        /// Key of the unit that takes them over.
        into: String,
        /// The unit when it is new.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        created: Option<NewUnit>,
    },
    /// chia: one unit becomes several.
    Split {
        /// Key of the unit that is divided.
        unit: String,
        /// Units that are new.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        created: Vec<NewUnit>,
        /// How its figures are restated.
        method: ShareMethod,
        /// The parts.
        parts: Vec<UnitShare>,
        /// Whether the divided unit goes on existing, smaller.
        #[serde(default)]
        keeps: bool,
    },
    /// giải thể.
    Abolish {
        /// Key.
        unit: String,
    },
    /// tỷ lệ phân bổ: how the figures of a unit that official data divided are restated.
    Share {
        /// Key of the divided unit.
        unit: String,
        /// How.
        method: ShareMethod,
        /// The parts; empty for [`ShareMethod::None`].
        parts: Vec<UnitShare>,
    },
}

/// One dated, reversible event of units.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct UnitEvent {
    /// Own stable id.
    pub id: i32,
    /// First day on which it holds.
    pub date: NaiveDate,
    /// The resolution or decision: “Nghị quyết 1672/NQ-UBTVQH15”.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub basis: Option<String>,
    /// What happened.
    #[serde(flatten)]
    pub act: UnitAct,
}

/// A named set of units (nhóm đơn vị): “các xã biên giới”.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct UnitSet {
    /// Own stable id.
    pub id: i32,
    /// Name.
    pub name: String,
    /// Keys of its members.
    pub members: Vec<String>,
}
