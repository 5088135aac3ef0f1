//! The states of a year: approve, close with a snapshot's hash, open again.

use crate::app::App;
use crate::error::AppError;
use crate::view::{VerifyView, YearView};
use bc138_domain::YearStep;

impl App {
    /// A year and its steps.
    ///
    /// # Errors
    /// The store fails.
    pub fn year(&mut self, year: i32) -> Result<YearView, AppError> {
        let _ = year;
        Err(AppError::NoDossier)
    }

    /// Takes a year one step on, or opens it again.
    ///
    /// # Errors
    /// The step does not follow from the year's state, a reason is missing, or the store fails.
    pub fn step_year(&mut self, year: i32, step: YearStep, reason: &str) -> Result<(), AppError> {
        let _ = (year, step, reason);
        Err(AppError::NoDossier)
    }

    /// Reads the whole log again and compares.
    ///
    /// # Errors
    /// The store cannot be read.
    pub fn verify(&self) -> Result<VerifyView, AppError> {
        Err(AppError::NoDossier)
    }
}
