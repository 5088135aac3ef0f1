//! What a clerk orders at the reports desk: a kind of document and what is typed for it.

use super::{Choice, LensChoice};
use serde::{Deserialize, Serialize};
use specta::Type;

/// A document that the clerk wants, as typed; empty texts are nothing.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct DocumentOrder {
    /// Code of its kind: `official-report`.
    pub style: String,
    /// Its number.
    pub number: String,
    /// Its day.
    pub dated: String,
    /// Key of the unit it is for.
    pub unit: String,
    /// Path of the document that it compares with, or corrects.
    pub since: String,
    /// Id of the award it is for.
    pub award: String,
    /// Says numbers approximately.
    pub approximate: bool,
    /// Prints the test sheet instead of certificates.
    pub test: bool,
    /// The borders that numbers of units are shown on.
    pub lens: LensChoice,
}

/// A part of an order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "lowercase")]
pub enum OrderField {
    /// The number.
    Number,
    /// The day.
    Dated,
    /// The unit.
    Unit,
    /// The other document.
    Since,
    /// The award.
    Award,
    /// Approximate numbers.
    Approximate,
    /// The test sheet.
    Test,
    /// The borders.
    Lens,
}

/// A kind of document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct DocumentKind {
    /// Its name.
    pub title: String,
    /// What it is ordered with at first: as the last one of this kind was.
    pub order: DocumentOrder,
    /// What it uses of an order.
    pub asks: Vec<OrderField>,
    /// Whether it can be written as a spreadsheet.
    pub spreadsheet: bool,
}

/// Everything that can be ordered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct DocumentDesk {
    /// The kinds of documents.
    pub kinds: Vec<DocumentKind>,
    /// Units that a document can be for.
    pub units: Vec<Choice>,
    /// Awards that a document can be for.
    pub awards: Vec<Choice>,
    /// Documents that another can be about.
    pub written: Vec<Choice>,
}
