//! Units: the tree, search, events, sets.

use crate::error::IpcError;
use crate::session::Session;
use bc138_app::view::{TypedEvent, UnitHit, UnitStory, UnitsView};
use tauri::State;

/// The units of a province on a day; the open dossier's own when not said.
#[tauri::command]
#[specta::specta]
pub async fn load_units(
    session: State<'_, Session>,
    province: Option<String>,
    day: Option<String>,
) -> Result<UnitsView, IpcError> {
    session.with(move |app, _| app.units(province.as_deref(), day.as_deref())).await
}

/// Units whose name, now or once, matches what was typed; for an event of a day, as on its eve.
#[tauri::command]
#[specta::specta]
pub async fn search_units(
    session: State<'_, Session>,
    query: String,
    province: Option<String>,
    event: Option<String>,
) -> Result<Vec<UnitHit>, IpcError> {
    session
        .with(move |app, _| app.search_units(&query, province.as_deref(), event.as_deref()))
        .await
}

/// What happened to a unit over time.
#[tauri::command]
#[specta::specta]
pub async fn unit_story(session: State<'_, Session>, key: String) -> Result<UnitStory, IpcError> {
    session.with(move |app, _| app.unit_story(&key)).await
}

/// Records an event of units.
#[tauri::command]
#[specta::specta]
pub async fn record_unit_event(
    session: State<'_, Session>,
    province: Option<String>,
    day: Option<String>,
    event: TypedEvent,
) -> Result<UnitsView, IpcError> {
    session
        .with(move |app, _| {
            app.record_unit_event(&event)?;
            app.units(province.as_deref(), day.as_deref())
        })
        .await
}

/// Takes an event of units away.
#[tauri::command]
#[specta::specta]
pub async fn remove_unit_event(
    session: State<'_, Session>,
    province: Option<String>,
    day: Option<String>,
    id: i32,
) -> Result<UnitsView, IpcError> {
    session
        .with(move |app, _| {
            app.remove_unit_event(id)?;
            app.units(province.as_deref(), day.as_deref())
        })
        .await
}

/// Keeps a named set of units; without members it is removed.
#[tauri::command]
#[specta::specta]
pub async fn put_unit_set(
    session: State<'_, Session>,
    province: Option<String>,
    day: Option<String>,
    id: Option<i32>,
    name: String,
    members: Vec<String>,
) -> Result<UnitsView, IpcError> {
    session
        .with(move |app, _| {
            app.put_unit_set(id, &name, &members)?;
            app.units(province.as_deref(), day.as_deref())
        })
        .await
}
