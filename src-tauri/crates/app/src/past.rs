//! The log in words: who changed what, when and why; the history of one cell; bringing back.

use crate::app::App;
use crate::error::AppError;
use crate::view::{CellHistory, LogView, SheetQuery};

impl App {
    /// A page of the log, newest first.
    ///
    /// # Errors
    /// The store fails.
    pub fn log_page(&self, before: Option<i32>, only_dossier: bool) -> Result<LogView, AppError> {
        let _ = (before, only_dossier);
        Err(AppError::NoDossier)
    }

    /// The history of a field of the open dossier.
    ///
    /// # Errors
    /// No such field, or the store fails.
    pub fn field_history(&self, key: &str) -> Result<CellHistory, AppError> {
        let _ = key;
        Err(AppError::NoDossier)
    }

    /// The history of a cell of the table.
    ///
    /// # Errors
    /// No such cell, or the store fails.
    pub fn cell_history(
        &mut self,
        query: &SheetQuery,
        unit: &str,
        column: &str,
    ) -> Result<CellHistory, AppError> {
        let _ = (query, unit, column);
        Err(AppError::NoDossier)
    }

    /// Gives a field the value back that it had after a change.
    ///
    /// # Errors
    /// The change does not touch the field, or the store fails.
    pub fn restore_field(&mut self, key: &str, change: i32) -> Result<(), AppError> {
        let _ = (key, change);
        Err(AppError::NoDossier)
    }

    /// Gives a cell of the table the value back that it had after a change.
    ///
    /// # Errors
    /// The change does not touch the cell, or the store fails.
    pub fn restore_cell(
        &mut self,
        query: &SheetQuery,
        unit: &str,
        column: &str,
        change: i32,
    ) -> Result<(), AppError> {
        let _ = (query, unit, column, change);
        Err(AppError::NoDossier)
    }

    /// What is different since a document was written.
    ///
    /// # Errors
    /// No such document, or the store fails.
    pub fn changes_since(&self, document: &str) -> Result<LogView, AppError> {
        let _ = document;
        Err(AppError::NoDossier)
    }
}
