//! Authorities (cấp khen): who decides an award, and which of them a printed name means.

use crate::tsv::{Row, Sheet, TableError};
use crate::validity::Validity;

/// One authority and the time in which it exists.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Authority {
    /// Code: `chu_tich_ubnd_tinh`.
    pub code: String,
    /// Name: “Chủ tịch UBND tỉnh, thành phố”.
    pub name: String,
    /// From when to when it exists.
    pub validity: Validity,
    /// The law it rests on or ended by.
    pub legal_basis: String,
}

/// A name under which an authority is printed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct AuthorityName {
    pub authority: String,
    /// The name as a key of [`crate::words::Words::key`].
    pub key: String,
    /// Whether nothing may follow it: “UBND thành phố” alone, not “UBND thành phố Lạng Sơn”.
    pub whole: bool,
    pub validity: Validity,
}

pub(crate) const COLUMNS: &[&str] = &["code", "name", "valid_from", "valid_to", "legal_basis"];
pub(crate) const NAME_COLUMNS: &[&str] = &["authority", "name", "whole", "valid_from", "valid_to"];

pub(crate) fn read(sheet: &Sheet<'_>) -> Result<Vec<(usize, Authority)>, TableError> {
    sheet.read(|row| {
        Ok(Authority {
            code: row.text(0)?,
            name: row.text(1)?,
            validity: row.validity(2)?,
            legal_basis: row.text(4)?,
        })
    })
}

pub(crate) fn read_names(
    sheet: &Sheet<'_>,
    key: impl Fn(&str) -> String,
) -> Result<Vec<(usize, AuthorityName)>, TableError> {
    sheet.read(|row: &Row<'_>| {
        Ok(AuthorityName {
            authority: row.text(0)?,
            key: key(&row.text(1)?),
            whole: row.word(2, &[("1", true), ("0", false)])?,
            validity: row.validity(3)?,
        })
    })
}

impl AuthorityName {
    /// Whether a printed name, as a key, is this one or begins with it.
    pub fn names(&self, printed: &str) -> bool {
        match printed.strip_prefix(self.key.as_str()) {
            Some("") => true,
            Some(rest) => !self.whole && rest.starts_with(' '),
            None => false,
        }
    }
}
