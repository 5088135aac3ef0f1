//! What the window is told of units: the tree of a province on a day, events, search.

use super::Choice;
use serde::{Deserialize, Serialize};
use specta::Type;

/// One unit in a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct UnitRow {
    /// Stable key.
    pub key: String,
    /// “xã Hữu Lũng”.
    pub label: String,
    /// “huyện Hữu Lũng, tỉnh Lạng Sơn”: what tells units of one name apart.
    pub place: String,
    /// “từ 01/07/2025”, “đến 30/06/2025”; empty when it has always been.
    pub lifetime: String,
    /// Level of indentation: 0 directly below the province.
    pub depth: i32,
}

/// How many units of a type there are.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct UnitCount {
    /// “xã”.
    pub kind: String,
    /// “61”.
    pub count: String,
}

/// An event of units, with a way to take it back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct UnitEventRow {
    /// Id.
    pub id: i32,
    /// “01/03/2026”.
    pub date: String,
    /// “Đổi tên xã A thành xã B”.
    pub text: String,
    /// The resolution.
    pub basis: Option<String>,
}

/// One part of a divided unit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct ShareRow {
    /// Key of the unit that takes the part.
    pub key: String,
    /// Its label.
    pub label: String,
    /// The weight as typed; empty when not yet asked.
    pub weight: String,
}

/// How a divided unit's figures are restated.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub enum ShareChoice {
    /// Chưa chọn.
    Open,
    /// Theo số khu dân cư.
    Residential,
    /// Theo tỷ lệ gõ tay.
    ByHand,
    /// Không phân bổ.
    None,
}

/// A unit that official data divided and that asks for shares.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct DividedRow {
    /// Key.
    pub key: String,
    /// Label.
    pub label: String,
    /// How.
    pub method: ShareChoice,
    /// Parts.
    pub parts: Vec<ShareRow>,
}

/// The units of a province on a day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct UnitsView {
    /// The day: “15/11/2025”.
    pub day: String,
    /// The province; its key.
    pub province: Option<String>,
    /// Provinces of that day.
    pub provinces: Vec<Choice>,
    /// Title: “Tỉnh Lạng Sơn ngày 15/11/2025”.
    pub title: String,
    /// Counts by type.
    pub counts: Vec<UnitCount>,
    /// The units, in the order of the tree.
    pub rows: Vec<UnitRow>,
    /// Events recorded in this store, newest first.
    pub events: Vec<UnitEventRow>,
    /// Units that ask for shares.
    pub divided: Vec<DividedRow>,
    /// Named sets of units.
    pub sets: Vec<UnitSetRow>,
}

/// A named set of units.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct UnitSetRow {
    /// Id.
    pub id: i32,
    /// Name.
    pub name: String,
    /// Keys of its members.
    pub members: Vec<String>,
}

/// A unit found by name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct UnitHit {
    /// Key.
    pub key: String,
    /// “xã Hữu Lũng”.
    pub label: String,
    /// Place, lifetime, and the old name it was found under.
    pub note: String,
}

/// One thing that happened to a unit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct StoryLine {
    /// “01/07/2025”; empty for what was always so.
    pub date: String,
    /// What.
    pub text: String,
}

/// A unit's story: names, types and borders over time.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct UnitStory {
    /// Key.
    pub key: String,
    /// Label.
    pub title: String,
    /// Oldest first.
    pub lines: Vec<StoryLine>,
}

/// What an event is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub enum EventKind {
    /// Thành lập.
    Create,
    /// Đổi tên.
    Rename,
    /// Đổi loại.
    Retype,
    /// Chuyển về đơn vị khác.
    Move,
    /// Nhập.
    Merge,
    /// Chia.
    Split,
    /// Giải thể.
    Abolish,
    /// Tỷ lệ phân bổ của đơn vị đã chia.
    Share,
}

/// A part as typed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct TypedPart {
    /// Key of the unit, or the name of a new one.
    pub unit: String,
    /// Weight as typed.
    pub weight: String,
}

/// An event as typed into its form; fields that the kind does not use stay empty.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct TypedEvent {
    /// What it is.
    pub kind: EventKind,
    /// The day as typed: “01/03/2026”.
    pub date: String,
    /// The resolution.
    pub basis: String,
    /// Keys of the units it happens to.
    pub units: Vec<String>,
    /// New name.
    pub name: String,
    /// New type: “xã”, “phường” …
    pub unit_kind: String,
    /// Key of the parent, or of the unit that takes others over; empty for a new one.
    pub parent: String,
    /// Parts, with weights.
    pub parts: Vec<TypedPart>,
    /// How figures are restated.
    pub method: ShareChoice,
    /// Whether the divided unit goes on existing.
    pub keeps: bool,
}
