//! From when on a unit is proposed for a form (ngưỡng đề xuất), as dated data. The program's own
//! values are a start; the province sets its own.

use crate::key::{self, UnreadableSetting};
use crate::own::OwnValue;
use crate::tsv::{Sheet, TableError};
use crate::validity::Validity;
use bc138_domain::{Fixed, Setting};
use chrono::NaiveDate;

/// What is compared with the threshold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Criterion {
    /// Years in a row in which the standard was reached.
    StreakYears,
    /// The grade of the year, from 1 (Yếu) to 4 (Xuất sắc).
    GradeAtLeast,
    /// The rate reached in the year, in percent.
    RateAtLeast,
    /// Years since the same form was last given; a shorter gap speaks against it.
    YearsSinceSameForm,
}

/// One threshold for a stretch of time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Threshold {
    /// Code of the form.
    pub form: String,
    /// Code of the authority.
    pub authority: String,
    /// What is compared.
    pub criterion: Criterion,
    /// The least that is enough.
    pub value: Fixed,
    /// Whether a document says so; else it is the program's own start.
    pub confirmed: bool,
    /// From when to when it holds, by the day of the review.
    pub validity: Validity,
    /// Where the value comes from, in Vietnamese.
    pub note: String,
}

pub(crate) const COLUMNS: &[&str] =
    &["form", "authority", "criterion", "value", "status", "valid_from", "valid_to", "note"];

const CRITERIA: [(&str, Criterion); 4] = [
    ("streak_years", Criterion::StreakYears),
    ("grade_at_least", Criterion::GradeAtLeast),
    ("rate_at_least", Criterion::RateAtLeast),
    ("years_since_same_form", Criterion::YearsSinceSameForm),
];

impl Criterion {
    /// The criterion of a word.
    pub(crate) fn of_word(word: &str) -> Option<Self> {
        CRITERIA.iter().find(|(known, _)| *known == word).map(|(_, criterion)| *criterion)
    }

    /// The word in data files and in keys of settings.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::StreakYears => "streak_years",
            Self::GradeAtLeast => "grade_at_least",
            Self::RateAtLeast => "rate_at_least",
            Self::YearsSinceSameForm => "years_since_same_form",
        }
    }
}

impl Threshold {
    pub(crate) fn key(&self) -> String {
        format!("{}.{}.{}", self.form, self.authority, self.criterion.word())
    }

    /// The setting that takes its place.
    pub(crate) fn setting(&self) -> OwnValue {
        let (form, authority) = (self.form.clone(), self.authority.clone());
        OwnValue::Threshold { form, authority, criterion: self.criterion }
    }

    /// The value on a day: the user's setting ([`key::threshold`]), else the table's.
    ///
    /// # Errors
    /// [`UnreadableSetting`]: the setting is no positive number.
    pub fn value_on(
        &self,
        day: NaiveDate,
        settings: &[Setting],
    ) -> Result<Fixed, UnreadableSetting> {
        Ok(key::number(settings, &self.setting().key(), day)?.unwrap_or(self.value))
    }
}

pub(crate) fn read(sheet: &Sheet<'_>) -> Result<Vec<(usize, Threshold)>, TableError> {
    sheet.read(|row| {
        Ok(Threshold {
            form: row.text(0)?,
            authority: row.text(1)?,
            criterion: row.word(2, &CRITERIA)?,
            value: row.number(3)?,
            confirmed: row.word(4, &[("confirmed", true), ("assumed", false)])?,
            validity: row.validity(5)?,
            note: row.cell(7).to_owned(),
        })
    })
}
