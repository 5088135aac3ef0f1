//! Forms of award and who may receive them in law.

use super::table::{Column, Entry, Reader, Word};
use crate::award::Recipient;

/// A form of award (hình thức khen thưởng).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AwardForm {
    /// Stable code.
    pub code: String,
    /// Name: “Bằng khen”.
    pub name: String,
    /// Place in the order of presentation, highest first.
    pub rank: i32,
    /// Who may receive it in law.
    pub recipients: Vec<Recipient>,
    /// The article that says so.
    pub legal_basis: String,
}

impl Word for Recipient {
    const WORDS: &'static [(&'static str, Self)] = &[
        ("collective", Self::Collective),
        ("person", Self::Person),
        ("household", Self::Household),
    ];
}

impl Entry for AwardForm {
    fn columns() -> Vec<Column> {
        ["code", "name", "rank", "recipients", "legal_basis"].map(Column::required).to_vec()
    }

    fn read(row: &mut Reader<'_>) -> Self {
        Self {
            code: row.code("code"),
            name: row.text("name"),
            rank: row.number("rank", 0, i32::MAX),
            recipients: row.words("recipients"),
            legal_basis: row.text("legal_basis"),
        }
    }
}
