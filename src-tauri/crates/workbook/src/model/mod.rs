//! The model of a workbook: sheets of typed cells, before any file exists.
//!
//! Must not know how a file format works.

mod cell;
mod formula;
mod print;
mod sheet;

use chrono::NaiveDateTime;

pub use cell::{Cell, Number};
pub use formula::{Area, Formula};
pub use print::{Margins, Paper, PrintSetup};
pub use sheet::{Column, ColumnKind, HeadCell, Row, RowRole, Sheet};

/// A workbook, ready to be written.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Workbook {
    /// Properties of the file.
    pub properties: Properties,
    /// At least one, in the order of the tabs.
    pub sheets: Vec<Sheet>,
}

/// Properties of the file, never printed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Properties {
    /// Title.
    pub title: String,
    /// Subject.
    pub subject: String,
    /// Who is named as author.
    pub author: String,
    /// The issuing body.
    pub company: String,
    /// One line on the content.
    pub comment: String,
    /// When the content was made. The library would otherwise ask the clock.
    pub created: NaiveDateTime,
    /// Named texts of our own, such as the fingerprint of the dossier; in this order.
    pub custom: Vec<(String, String)>,
}

impl Workbook {
    /// Makes a workbook.
    #[must_use]
    pub fn new(properties: Properties, sheets: Vec<Sheet>) -> Self {
        Self { properties, sheets }
    }

    /// Returns the names the tabs will bear: legal, and no two alike.
    #[must_use]
    pub fn tab_names(&self) -> Vec<String> {
        let wanted: Vec<&str> = self.sheets.iter().map(|sheet| sheet.name.as_str()).collect();
        crate::names::legal(&wanted)
    }
}
