//! Units in the window: the tree of a province on a day, events, search, a unit's story.

use crate::app::App;
use crate::error::AppError;
use crate::view::{TypedEvent, UnitHit, UnitStory, UnitsView};

impl App {
    /// The units of a province on a day (as typed); the dossier's own when not said.
    ///
    /// # Errors
    /// The day cannot be read, or the store fails.
    pub fn units(
        &mut self,
        province: Option<&str>,
        day: Option<&str>,
    ) -> Result<UnitsView, AppError> {
        let _ = (province, day);
        Err(AppError::NoDossier)
    }

    /// Units whose name, now or once, matches what was typed.
    ///
    /// # Errors
    /// The store fails.
    pub fn search_units(
        &mut self,
        query: &str,
        province: Option<&str>,
    ) -> Result<Vec<UnitHit>, AppError> {
        let _ = (query, province);
        Err(AppError::NoDossier)
    }

    /// What happened to a unit over time.
    ///
    /// # Errors
    /// No such unit.
    pub fn unit_story(&mut self, key: &str) -> Result<UnitStory, AppError> {
        let _ = key;
        Err(AppError::NoDossier)
    }

    /// Records an event of units.
    ///
    /// # Errors
    /// The event cannot be: a message says where and why; nothing is changed.
    pub fn record_unit_event(&mut self, typed: &TypedEvent) -> Result<(), AppError> {
        let _ = typed;
        Err(AppError::NoDossier)
    }

    /// Takes an event away.
    ///
    /// # Errors
    /// Later events stand on it, or the store fails.
    pub fn remove_unit_event(&mut self, id: i32) -> Result<(), AppError> {
        let _ = id;
        Err(AppError::NoDossier)
    }

    /// Keeps a named set of units; without members it is removed.
    ///
    /// # Errors
    /// The name is taken or a member is no unit.
    pub fn put_unit_set(
        &mut self,
        id: Option<i32>,
        name: &str,
        members: &[String],
    ) -> Result<(), AppError> {
        let _ = (id, name, members);
        Err(AppError::NoDossier)
    }
}
