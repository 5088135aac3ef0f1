//! The office's own settings and catalogue.

use crate::error::IpcError;
use crate::session::Session;
use bc138_app::view::{
    CatalogueView, CategoryRow, DimensionRow, GroupRow, IndicatorRow, SettingsView, TypedSetting,
};
use bc138_app::{App, AppError, Kind};
use tauri::State;

/// All dated settings.
#[tauri::command]
#[specta::specta]
pub async fn load_settings(session: State<'_, Session>) -> Result<SettingsView, IpcError> {
    session.with(|app, _| app.settings_view()).await
}

/// Keeps a value of a setting; an empty value takes it away.
#[tauri::command]
#[specta::specta]
pub async fn put_setting(
    session: State<'_, Session>,
    setting: TypedSetting,
) -> Result<SettingsView, IpcError> {
    session
        .with(move |app, _| {
            app.put_setting(&setting)?;
            app.settings_view()
        })
        .await
}

/// The catalogue with what the user defined.
#[tauri::command]
#[specta::specta]
pub async fn load_catalogue(session: State<'_, Session>) -> Result<CatalogueView, IpcError> {
    session.with(|app, _| app.catalogue_view()).await
}

/// Keeps an indicator of the user's own.
#[tauri::command]
#[specta::specta]
pub async fn put_indicator(
    session: State<'_, Session>,
    indicator: IndicatorRow,
) -> Result<CatalogueView, IpcError> {
    changed(&session, move |app| app.put_indicator(&indicator)).await
}

/// Keeps a group of fields of the user's own.
#[tauri::command]
#[specta::specta]
pub async fn put_group(
    session: State<'_, Session>,
    group: GroupRow,
) -> Result<CatalogueView, IpcError> {
    changed(&session, move |app| app.put_group(&group)).await
}

/// Keeps a kind inside a dimension, of the user's own.
#[tauri::command]
#[specta::specta]
pub async fn put_category(
    session: State<'_, Session>,
    category: CategoryRow,
) -> Result<CatalogueView, IpcError> {
    changed(&session, move |app| app.put_category(&category)).await
}

/// Keeps a dimension of the user's own with its kinds.
#[tauri::command]
#[specta::specta]
pub async fn put_dimension(
    session: State<'_, Session>,
    dimension: DimensionRow,
) -> Result<CatalogueView, IpcError> {
    changed(&session, move |app| app.put_dimension(&dimension)).await
}

/// Removes an own indicator.
#[tauri::command]
#[specta::specta]
pub async fn remove_indicator(
    session: State<'_, Session>,
    id: i32,
) -> Result<CatalogueView, IpcError> {
    changed(&session, move |app| app.remove_own(Kind::Indicator, id)).await
}

/// Removes an own group.
#[tauri::command]
#[specta::specta]
pub async fn remove_group(session: State<'_, Session>, id: i32) -> Result<CatalogueView, IpcError> {
    changed(&session, move |app| app.remove_own(Kind::Group, id)).await
}

/// Removes an own dimension with its kinds.
#[tauri::command]
#[specta::specta]
pub async fn remove_dimension(
    session: State<'_, Session>,
    id: i32,
) -> Result<CatalogueView, IpcError> {
    changed(&session, move |app| app.remove_dimension(id)).await
}

/// Removes an own kind.
#[tauri::command]
#[specta::specta]
pub async fn remove_category(
    session: State<'_, Session>,
    id: i32,
) -> Result<CatalogueView, IpcError> {
    changed(&session, move |app| app.remove_own(Kind::Category, id)).await
}

async fn changed(
    session: &Session,
    work: impl FnOnce(&mut App) -> Result<(), AppError> + Send + 'static,
) -> Result<CatalogueView, IpcError> {
    session
        .with(move |app, _| {
            work(app)?;
            app.catalogue_view()
        })
        .await
}
