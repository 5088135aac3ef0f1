//! The table of units × measures, its totals, and series over years.

use crate::app::App;
use crate::error::AppError;
use crate::view::{SeriesQuery, SeriesView, SheetQuery, SheetView};

impl App {
    /// The table of a group's numbers for every unit of a province in one year.
    ///
    /// # Errors
    /// The store fails.
    pub fn sheet(&mut self, query: &SheetQuery) -> Result<SheetView, AppError> {
        let _ = query;
        Err(AppError::NoDossier)
    }

    /// Takes typed text into a cell; text that cannot be read is kept beside it. Whether it was
    /// understood.
    ///
    /// # Errors
    /// The year is closed, the unit does not exist then, or the store fails.
    pub fn set_cell(
        &mut self,
        query: &SheetQuery,
        unit: &str,
        column: &str,
        raw: &str,
    ) -> Result<bool, AppError> {
        let _ = (query, unit, column, raw);
        Err(AppError::NoDossier)
    }

    /// Takes a block of cells copied from a table, its first cell at a unit and column.
    ///
    /// # Errors
    /// As [`Self::set_cell`]; nothing of the block is taken.
    pub fn paste_cells(
        &mut self,
        query: &SheetQuery,
        unit: &str,
        column: &str,
        block: &str,
    ) -> Result<bool, AppError> {
        let _ = (query, unit, column, block);
        Err(AppError::NoDossier)
    }

    /// Takes the total of a column as it stands on the unit's paper.
    ///
    /// # Errors
    /// The text is no number, or the store fails.
    pub fn state_total(
        &mut self,
        query: &SheetQuery,
        column: &str,
        raw: &str,
    ) -> Result<(), AppError> {
        let _ = (query, column, raw);
        Err(AppError::NoDossier)
    }

    /// The numbers of a group over the years.
    ///
    /// # Errors
    /// The store fails.
    pub fn series(&mut self, query: &SeriesQuery) -> Result<SeriesView, AppError> {
        let _ = query;
        Err(AppError::NoDossier)
    }
}
