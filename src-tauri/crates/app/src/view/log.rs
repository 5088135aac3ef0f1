//! What the window is told of the past: the log, one cell's history, states of years.

use super::Desk;
use bc138_domain::Reached;
use serde::{Deserialize, Serialize};
use specta::Type;

/// One value before and after.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct LogDetail {
    /// “xã Hữu Lũng · Nguồn tin · năm 2025”.
    pub label: String,
    /// Before; empty when there was nothing.
    pub before: String,
    /// After; empty when it was taken away.
    pub after: String,
}

/// One action.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct LogLine {
    /// Id.
    pub id: i32,
    /// “08/02/2026 14:02”.
    pub at: String,
    /// Who.
    pub actor: String,
    /// “sửa Khu dân cư đạt”, “hoàn tác: sửa …”.
    pub what: String,
    /// Which dossier, or “số liệu các xã”.
    pub place: String,
    /// Values; the first ones of many.
    pub details: Vec<LogDetail>,
    /// How many more there are.
    pub more: i32,
}

/// A page of the log, newest first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct LogView {
    /// Heading.
    pub title: String,
    /// Lines.
    pub lines: Vec<LogLine>,
    /// Where the next page begins; nothing on the last.
    pub next: Option<i32>,
}

/// One value that a cell has had.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct CellVersion {
    /// Id of the log row.
    pub change: i32,
    /// When.
    pub at: String,
    /// Who.
    pub actor: String,
    /// What was done.
    pub what: String,
    /// The value since then.
    pub value: String,
    /// Whether it is the value of now.
    pub current: bool,
}

/// Ai sửa số này, khi nào, vì sao.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct CellHistory {
    /// “Khu dân cư đạt tiêu chuẩn · năm 2025”.
    pub title: String,
    /// Newest first.
    pub versions: Vec<CellVersion>,
    /// Remark and reasons given.
    pub remarks: Vec<String>,
}

/// The state of a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub enum YearStateView {
    /// Nháp.
    Draft,
    /// Đã duyệt.
    Approved,
    /// Đã khóa sổ.
    Closed,
}

/// A year and its steps.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct YearView {
    /// The year.
    pub year: i32,
    /// The state.
    pub state: YearStateView,
    /// “Nháp”, “Đã duyệt”, “Đã khóa sổ”.
    pub label: String,
    /// “Khóa sổ ngày 05/01/2026, người lập: …”, oldest first.
    pub lines: Vec<String>,
    /// Whether the year still holds what it held when it was closed; nothing while it is open.
    pub whole: Option<bool>,
}

/// The answer to a step of a year, or to a value brought back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct YearOutcome {
    /// The frame.
    pub desk: Desk,
    /// The year.
    pub year: YearView,
}

/// What verifying found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct VerifyView {
    /// Whether everything holds.
    pub whole: bool,
    /// Sentences.
    pub lines: Vec<String>,
}

/// How far long work is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct WorkView {
    /// “Đang đọc tệp”.
    pub stage: String,
    /// Percent of the stage; nothing when nobody knows.
    pub percent: Option<i32>,
}

impl From<Reached> for WorkView {
    fn from(reached: Reached) -> Self {
        let percent = (100 * reached.done).checked_div(reached.of);
        Self {
            stage: crate::vi::past::stage(reached.stage).to_owned(),
            percent: percent.and_then(|percent| i32::try_from(percent).ok()),
        }
    }
}

/// What taking a file in would do, or did.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct ImportView {
    /// Whether it was only tried.
    pub dry: bool,
    /// Whether it was (or could be) taken.
    pub taken: bool,
    /// “5 hồ sơ, 168 xã, 9.840 số”.
    pub summary: String,
    /// Problems with their places.
    pub problems: Vec<String>,
}
