//! Spreadsheets: a workbook of typed cells in, an XLSX file out. Knows nothing of the domain.
//!
//! A [`Workbook`] says what the sheets contain; [`write_xlsx`] checks it against the limits of the
//! format, compares every printed total with the cells it sums, and gives the bytes. No clock, no
//! files: the same workbook gives the same bytes. Text always stays text, whatever it begins with;
//! formulas are built from [`Formula`] alone and never from a string.
#![deny(missing_docs)]

pub mod address;
mod arithmetic;
mod check;
pub mod error;
pub mod model;
pub mod names;
pub mod provenance;
mod write;

pub use error::WorkbookError;
pub use model::{
    Area, Cell, Column, ColumnKind, Formula, HeadCell, Margins, Number, Paper, PrintSetup,
    Properties, Row, RowRole, Sheet, Workbook,
};
pub use provenance::{Provenance, SourceLine};
pub use write::write_xlsx;
