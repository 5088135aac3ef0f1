//! Dated numbers that reward money is made of: coefficients, multipliers, base salaries, rounding.

use crate::rounding::{Direction, Rounding};
use crate::tsv::{Row, Sheet, TableError, class_word, recipient_word};
use crate::validity::Validity;
use bc138_domain::{Fixed, MedalClass, Recipient};
use std::num::NonZeroU32;

/// Where a value stands in law, and how sure it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Backing {
    /// The article.
    pub legal_basis: String,
    /// Whether the article was read; an unconfirmed value rests on an assumption.
    pub confirmed: bool,
    /// The assumption, in Vietnamese, where there is one.
    pub note: String,
    /// From when to when the value holds.
    pub validity: Validity,
}

/// The coefficient (hệ số) of a form given by an authority to a kind of recipient.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Coefficient {
    /// Code of the form.
    pub form: String,
    /// Code of the authority.
    pub authority: String,
    /// Who receives it.
    pub recipient: Recipient,
    /// Class of the medal, for a form that has classes.
    pub class: Option<MedalClass>,
    /// Times the base salary.
    pub value: Fixed,
    /// Whether the law only sets an upper bound (“không quá 0,6 lần”).
    pub at_most: bool,
    /// Where it stands.
    pub backing: Backing,
}

/// How much more than a person another kind of recipient gets for the same form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Multiplier {
    /// Code of the form.
    pub form: String,
    /// Who receives it.
    pub recipient: Recipient,
    /// Times the person's coefficient.
    pub factor: Fixed,
    /// Where it stands.
    pub backing: Backing,
}

/// The base salary (lương cơ sở) of a stretch of time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BaseSalary {
    /// Đồng a month.
    pub amount: Fixed,
    /// Where it stands.
    pub backing: Backing,
}

/// The rounding rule of a stretch of time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RoundingRule {
    /// How.
    pub rounding: Rounding,
    /// Where it stands.
    pub backing: Backing,
}

pub(crate) const COEFFICIENT_COLUMNS: &[&str] = &[
    "form",
    "authority",
    "recipient",
    "class",
    "coefficient",
    "bound",
    "status",
    "valid_from",
    "valid_to",
    "legal_basis",
    "note",
];
pub(crate) const MULTIPLIER_COLUMNS: &[&str] =
    &["form", "recipient", "factor", "status", "valid_from", "valid_to", "legal_basis", "note"];
pub(crate) const SALARY_COLUMNS: &[&str] =
    &["amount", "status", "valid_from", "valid_to", "legal_basis", "note"];
pub(crate) const ROUNDING_COLUMNS: &[&str] =
    &["direction", "step", "status", "valid_from", "valid_to", "legal_basis", "note"];

impl Coefficient {
    /// The thing the line is about; lines of one key follow each other in time.
    pub(crate) fn key(&self) -> String {
        let class = self.class.map(class_word).map(|word| format!(".{word}")).unwrap_or_default();
        format!("{}.{}.{}{class}", self.form, self.authority, recipient_word(self.recipient))
    }
}

impl Multiplier {
    pub(crate) fn key(&self) -> String {
        format!("{}.{}", self.form, recipient_word(self.recipient))
    }
}

/// The columns `status`, `valid_from`, `valid_to`, `legal_basis`, `note`, which stand side by side.
fn backing(row: &Row<'_>, status: usize) -> Result<Backing, TableError> {
    Ok(Backing {
        confirmed: row.confirmed(status)?,
        validity: row.validity(status + 1)?,
        legal_basis: row.text(status + 3)?,
        note: row.cell(status + 4).to_owned(),
    })
}

pub(crate) fn read_coefficients(
    sheet: &Sheet<'_>,
) -> Result<Vec<(usize, Coefficient)>, TableError> {
    sheet.read(|row| {
        Ok(Coefficient {
            form: row.text(0)?,
            authority: row.text(1)?,
            recipient: row.recipient(2)?,
            class: row.class(3)?,
            value: row.number(4)?,
            at_most: row.word(5, &[("exact", false), ("at_most", true)])?,
            backing: backing(row, 6)?,
        })
    })
}

pub(crate) fn read_multipliers(sheet: &Sheet<'_>) -> Result<Vec<(usize, Multiplier)>, TableError> {
    sheet.read(|row| {
        Ok(Multiplier {
            form: row.text(0)?,
            recipient: row.recipient(1)?,
            factor: row.number(2)?,
            backing: backing(row, 3)?,
        })
    })
}

pub(crate) fn read_salaries(sheet: &Sheet<'_>) -> Result<Vec<(usize, BaseSalary)>, TableError> {
    sheet.read(|row| Ok(BaseSalary { amount: row.number(0)?, backing: backing(row, 1)? }))
}

pub(crate) fn read_rounding(sheet: &Sheet<'_>) -> Result<Vec<(usize, RoundingRule)>, TableError> {
    sheet.read(|row| {
        let directions = [
            ("up", Some(Direction::Up)),
            ("down", Some(Direction::Down)),
            ("nearest", Some(Direction::Nearest)),
            ("none", None),
        ];
        let rounding = match row.word(0, &directions)? {
            Some(direction) => {
                Rounding::To { direction, step: i64::from(row.whole::<NonZeroU32>(1)?.get()) }
            }
            None => Rounding::Exact,
        };
        Ok(RoundingRule { rounding, backing: backing(row, 2)? })
    })
}
