//! Forms of award (hình thức khen thưởng, danh hiệu thi đua, kỷ niệm chương) as the law has them.

use crate::tsv::{Row, Sheet, TableError};
use crate::validity::Validity;
use bc138_domain::Recipient;

/// What a form is in law.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FormKind {
    /// danh hiệu thi đua: titles, flags (cờ).
    Title,
    /// hình thức khen thưởng: medals, bằng khen, giấy khen.
    Form,
    /// kỷ niệm chương.
    Insignia,
    /// A report that does not say which form it was.
    Unnamed,
}

/// One form as it is in law for a stretch of time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Form {
    /// Code, as in `assets/catalogue/award_forms.tsv`.
    pub code: String,
    /// Name: “Bằng khen”.
    pub name: String,
    /// What it is in law.
    pub kind: FormKind,
    /// Place in the order of presentation, highest first.
    pub rank: i32,
    /// Who may receive it.
    pub recipients: Vec<Recipient>,
    /// Codes of the authorities that may decide it; empty where anyone may.
    pub decided_by: Vec<String>,
    /// Whether it has classes (hạng).
    pub has_classes: bool,
    /// From when to when this holds.
    pub validity: Validity,
    /// The article.
    pub legal_basis: String,
}

impl Form {
    /// Whether it says which form was given; “khen thưởng” alone does not.
    #[must_use]
    pub fn is_named(&self) -> bool {
        self.kind != FormKind::Unnamed
    }
}

pub(crate) const COLUMNS: &[&str] = &[
    "code",
    "name",
    "kind",
    "rank",
    "recipients",
    "decided_by",
    "class",
    "valid_from",
    "valid_to",
    "legal_basis",
];

const KINDS: [(&str, FormKind); 4] = [
    ("title", FormKind::Title),
    ("form", FormKind::Form),
    ("insignia", FormKind::Insignia),
    ("unnamed", FormKind::Unnamed),
];

pub(crate) fn read(sheet: &Sheet<'_>) -> Result<Vec<(usize, Form)>, TableError> {
    sheet.read(read_form)
}

fn read_form(row: &Row<'_>) -> Result<Form, TableError> {
    let mut decided_by = row.list(5, ',');
    decided_by.retain(|code| code != "*");
    Ok(Form {
        code: row.text(0)?,
        name: row.text(1)?,
        kind: row.word(2, &KINDS)?,
        rank: row.whole(3)?,
        recipients: row.recipients(4)?,
        decided_by,
        has_classes: row.word(6, &[("required", true), ("none", false)])?,
        validity: row.validity(7)?,
        legal_basis: row.text(9)?,
    })
}
