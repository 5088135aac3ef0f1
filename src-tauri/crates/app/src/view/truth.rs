//! What became of a written document.

use crate::lint::LayoutFinding;
use serde::{Deserialize, Serialize};
use specta::Type;

/// A document that was compared with the data of today.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct DocumentVerdict {
    /// “32 số liệu: 30 còn đúng, 2 đã khác.”
    pub summary: String,
    /// Whether every figure holds.
    pub holds: bool,
    /// Every figure, in reading order.
    pub figures: Vec<FigureLine>,
}

/// A figure of a document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct FigureLine {
    /// What it counts; empty where that is not known.
    pub name: String,
    /// The words right before it on the page.
    pub before: String,
    /// What was written.
    pub written: String,
    /// What the data, or the file, say instead; empty where nothing.
    pub now: String,
    /// What became of it.
    pub state: FigureState,
}

/// What became of a figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum FigureState {
    /// The data say the same today.
    Holds,
    /// The data say something else today.
    Outdated,
    /// Somebody changed it in the file.
    Altered,
}

/// Where a number of a document comes from.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct SourceView {
    /// What it counts.
    pub name: String,
    /// The value as it is stored.
    pub value: String,
    /// How it is made: “Cộng 65 xã, phường: 1.686/1.727”, “Nhập ở bước 3”.
    pub made: String,
    /// Its window: “01/11/2021 – 31/10/2022”.
    pub window: String,
    /// The borders that a number of units stands on; empty for a field.
    pub borders: String,
    /// The first units that contribute to a total.
    pub units: Vec<SourceUnit>,
    /// How many more there are.
    pub more: i32,
    /// Legal basis of the indicator; empty where it has none.
    pub basis: String,
    /// Its last change; nothing where it was never entered.
    pub changed: Option<SourceChange>,
    /// The field to jump to; nothing for the table of units.
    pub key: Option<String>,
    /// The step on which the field stands.
    pub step: Option<i32>,
    /// Key of the unit in the table of units; nothing for a total.
    pub unit: Option<String>,
    /// Code of the indicator in the table of units; nothing for a field.
    pub indicator: Option<String>,
    /// Code of its group in the table of units.
    pub group: Option<String>,
    /// The year in the table of units.
    pub year: Option<i32>,
}

/// A unit that contributes to a total.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct SourceUnit {
    /// Its key.
    pub unit: String,
    /// Its name.
    pub label: String,
    /// Its number.
    pub value: String,
}

/// The last change of a number.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct SourceChange {
    /// When.
    pub at: String,
    /// Who.
    pub actor: String,
    /// What was done.
    pub what: String,
}

/// A document that was written before.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct WrittenDocument {
    /// Name of the file.
    pub name: String,
    /// Where it lies.
    pub path: String,
    /// Its kind; empty where that is not known.
    pub kind: String,
    /// When it was written.
    pub at: String,
    /// Whether it is known what it said.
    pub known: bool,
    /// The figures that the data no longer say.
    pub changed: Vec<FigureLine>,
}

/// A file that was checked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct CheckedFile {
    /// Its name.
    pub name: String,
    /// What became of its figures; nothing where it carries none.
    pub verdict: Option<DocumentVerdict>,
    /// Why its figures could not be judged, or not with the data of today.
    pub problem: Option<String>,
    /// Findings about its layout; nothing where it is no Word file.
    pub layout: Option<Vec<LayoutFinding>>,
}
