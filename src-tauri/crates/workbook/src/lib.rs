//! Spreadsheets: a workbook of typed cells in, an XLSX file out. Knows nothing of the domain.
#![deny(missing_docs)]
