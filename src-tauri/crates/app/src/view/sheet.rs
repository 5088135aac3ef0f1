//! What the window is told of the table of units × measures, and of series over years.

use super::{Choice, Desk, Direction, Message, Severity};
use serde::{Deserialize, Serialize};
use specta::Type;

/// On which borders numbers are shown.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase", tag = "kind")]
pub enum LensChoice {
    /// Như đã báo cáo.
    #[default]
    AsReported,
    /// Địa giới hôm nay.
    Today,
    /// Địa giới của một ngày.
    On {
        /// “30/06/2025”.
        day: String,
    },
}

/// Which table is wanted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct SheetQuery {
    /// Key of the province; the dossier's own when missing.
    pub province: Option<String>,
    /// The year; the dossier's own when missing.
    pub year: Option<i32>,
    /// Code of the field group; the first with numbers when missing.
    pub group: Option<String>,
    /// Borders.
    pub lens: LensChoice,
}

/// How a number came to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub enum NumberMark {
    /// As it was reported.
    Plain,
    /// Quy đổi: the sum of whole predecessors.
    Restated,
    /// Ước tính theo tỷ lệ.
    Estimated,
    /// Some units are missing.
    Partial,
    /// Cannot be restated.
    None,
}

/// One cell of a table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct SheetCell {
    /// As it is printed: “1.686/1.727”, “không phát sinh”; empty when nothing was entered.
    pub text: String,
    /// How it came to be.
    pub mark: NumberMark,
    /// Weight of the gravest finding.
    pub severity: Option<Severity>,
    /// Message below the cell, or why a number is missing.
    pub message: Option<Message>,
    /// What was typed and not understood.
    pub draft: Option<String>,
}

/// A column.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct SheetColumn {
    /// Key of the measure.
    pub key: String,
    /// What it counts, in full: “Phân loại phong trào — Khu dân cư (Xuất sắc)”.
    pub title: String,
    /// The heading that it shares with the other columns of its indicator.
    pub over: Option<String>,
    /// What it is called below that heading: “Xuất sắc”.
    pub part: Option<String>,
    /// Unit noun.
    pub unit: String,
    /// “01/11/2024 – 31/10/2025”.
    pub window: String,
    /// Whether cells take x/y.
    pub ratio: bool,
}

/// Something that a table can show: an indicator as a whole, or broken down by a dimension.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct ColumnChoice {
    /// Key of the choice.
    pub key: String,
    /// Name of the indicator, or “theo kênh cung cấp tin” below it.
    pub label: String,
    /// Whether it is the kinds of the indicator before it.
    pub kinds: bool,
    /// Whether the table shows it.
    pub shown: bool,
    /// Whether it is shown in any case, because it has numbers.
    pub kept: bool,
}

/// A row: one unit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct SheetRow {
    /// Key of the unit.
    pub unit: String,
    /// “xã Hữu Lũng”.
    pub label: String,
    /// A cell for each column.
    pub cells: Vec<SheetCell>,
}

/// A cell that the paper's total points at.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Suspect {
    /// Key of the unit.
    pub unit: String,
    /// Its label.
    pub label: String,
    /// As it stands: “452”.
    pub typed: String,
    /// As it probably should be: “425”.
    pub likely: String,
    /// Why: “hai chữ số đổi chỗ”.
    pub why: String,
}

/// The foot of a column.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct SheetTotal {
    /// The sum, as printed.
    pub text: String,
    /// Percentage, for a ratio.
    pub rate: String,
    /// “168/170 đơn vị”.
    pub reported: String,
    /// Why there is no sum (types of models are not added).
    pub note: Option<String>,
    /// The total that stands on the paper, as typed.
    pub stated: String,
    /// Sum less paper: “+27”; empty when equal or nothing is stated.
    pub difference: String,
    /// The likely cells.
    pub suspects: Vec<Suspect>,
}

/// Where a province figure differs from the sum of its units.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct SheetView {
    /// Heading.
    pub title: String,
    /// Window and “n of m units reported”.
    pub subtitle: String,
    /// Key of the province.
    pub province: String,
    /// The year.
    pub year: i32,
    /// Years to choose from.
    pub years: Vec<i32>,
    /// The group.
    pub group: String,
    /// Groups to choose from.
    pub groups: Vec<Choice>,
    /// Borders.
    pub lens: LensChoice,
    /// Why cells cannot be typed into (another lens, year closed); nothing when they can.
    pub locked: Option<String>,
    /// Columns.
    pub columns: Vec<SheetColumn>,
    /// What else the table can show.
    pub choices: Vec<ColumnChoice>,
    /// Rows.
    pub rows: Vec<SheetRow>,
    /// Feet of the columns.
    pub totals: Vec<SheetTotal>,
    /// What could not be restated, and why.
    pub remainder: Vec<String>,
}

/// The answer to a typed cell.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct CellOutcome {
    /// The frame.
    pub desk: Desk,
    /// The row of the unit.
    pub row: SheetRow,
    /// Feet of the columns.
    pub totals: Vec<SheetTotal>,
    /// Whether the text was understood.
    pub saved: bool,
}

/// Which series are wanted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct SeriesQuery {
    /// Key of the province; the dossier's own when missing.
    pub province: Option<String>,
    /// Key of one unit, or `set/ID`; the whole province when missing.
    pub scope: Option<String>,
    /// Code of the field group.
    pub group: Option<String>,
    /// Borders.
    pub lens: LensChoice,
}

/// One number of a series.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct SeriesCell {
    /// As printed.
    pub text: String,
    /// Percentage, for a ratio.
    pub rate: String,
    /// “168/170”.
    pub reported: String,
    /// How it came to be.
    pub mark: NumberMark,
    /// “tăng 27 (+10,7%)”, “không so sánh được: …”.
    pub change: String,
    /// Direction of the change.
    pub direction: Direction,
}

/// One measure over the years.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct SeriesRow {
    /// Name.
    pub label: String,
    /// Unit noun.
    pub unit: String,
    /// A number for each year.
    pub cells: Vec<SeriesCell>,
    /// The years together: 2, 3, 5, 10 years; empty when they cannot be.
    pub together: String,
    /// What a unit gained or lost, best and worst; streaks.
    pub remarks: Vec<String>,
}

/// A year in the head of a series.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct SeriesYear {
    /// The year.
    pub year: i32,
    /// Where borders or definitions changed before it: “địa giới đổi ngày 01/07/2025”.
    pub breaks: Option<String>,
}

/// Series over years.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct SeriesView {
    /// Heading.
    pub title: String,
    /// Key of the province.
    pub province: String,
    /// The group.
    pub group: String,
    /// Groups to choose from.
    pub groups: Vec<Choice>,
    /// Provinces, units and sets to choose from.
    pub scopes: Vec<Choice>,
    /// Borders.
    pub lens: LensChoice,
    /// Years.
    pub years: Vec<SeriesYear>,
    /// Rows.
    pub rows: Vec<SeriesRow>,
    /// What could not be restated, and why.
    pub remainder: Vec<String>,
}

/// A target of the year before, and how far it was met.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct AchievementRow {
    /// The target in words.
    pub target: String,
    /// The result as printed; empty when nothing is stated.
    pub result: String,
    /// “đạt, bằng 112,5% chỉ tiêu”, “chưa đo được”.
    pub outcome: String,
}
