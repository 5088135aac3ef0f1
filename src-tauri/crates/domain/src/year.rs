//! The states of a year: nháp, đã duyệt, đã khóa sổ; each step is a mark that stays.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// The state of a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Default)]
#[serde(rename_all = "snake_case")]
pub enum YearState {
    /// Nháp.
    #[default]
    Draft,
    /// Đã duyệt.
    Approved,
    /// Đã khóa sổ.
    Closed,
}

/// A step from one state to another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum YearStep {
    /// Duyệt.
    Approve,
    /// Khóa sổ.
    Close,
    /// Mở lại sổ; wants a reason.
    Reopen,
}

/// One step of one year, with what the year held at that moment.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct YearMark {
    /// Own stable id.
    pub id: i32,
    /// The reporting year.
    pub year: i32,
    /// What was done.
    pub step: YearStep,
    /// The day.
    pub day: NaiveDate,
    /// Who did it.
    pub actor: String,
    /// Why; always there when a year is reopened.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    /// SHA-256 of everything the year held, in hexadecimal.
    pub digest: String,
    /// The last change of the log that the digest holds.
    pub change: i32,
}

/// The state of a year after its marks, in their order.
#[must_use]
pub fn state_of(marks: &[YearMark], year: i32) -> YearState {
    let last = marks.iter().filter(|mark| mark.year == year).max_by_key(|mark| mark.id);
    match last.map(|mark| mark.step) {
        None | Some(YearStep::Reopen) => YearState::Draft,
        Some(YearStep::Approve) => YearState::Approved,
        Some(YearStep::Close) => YearState::Closed,
    }
}

/// The times a year was opened again after it was closed; later reports say so.
#[must_use]
pub fn reopened(marks: &[YearMark], year: i32) -> Vec<&YearMark> {
    marks.iter().filter(|mark| mark.year == year && mark.step == YearStep::Reopen).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mark(id: i32, step: YearStep) -> YearMark {
        let day = NaiveDate::from_ymd_opt(2026, 1, 5).unwrap();
        let (actor, reason) = ("người thử".to_owned(), None);
        YearMark { id, year: 2025, step, day, actor, reason, digest: String::new(), change: id }
    }

    #[test]
    fn the_last_step_decides_and_reopening_is_remembered() {
        let mut marks = vec![mark(1, YearStep::Approve), mark(2, YearStep::Close)];
        assert_eq!(state_of(&marks, 2025), YearState::Closed);
        assert_eq!(state_of(&marks, 2024), YearState::Draft, "another year is its own");
        marks.push(mark(3, YearStep::Reopen));
        assert_eq!(state_of(&marks, 2025), YearState::Draft);
        marks.push(mark(4, YearStep::Close));
        assert_eq!(reopened(&marks, 2025).len(), 1, "closing again does not forget it");
    }
}
