//! Findings at the cells of a table.

use super::sheet::Scene;
use crate::app::App;
use crate::error::AppError;
use crate::view::{Message, Severity};
use bc138_units::UnitIx;
use std::collections::BTreeMap;

/// The gravest finding of a cell, by unit and column key.
pub(super) type CellMarks = BTreeMap<(UnitIx, String), (Severity, Message)>;

impl App {
    /// The findings at the cells of a table.
    pub(super) fn cell_marks(&mut self, scene: &Scene) -> Result<CellMarks, AppError> {
        let _ = scene;
        Ok(CellMarks::new())
    }
}
