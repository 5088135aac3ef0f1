//! The table of units × measures, its totals, and series over years.

use crate::error::IpcError;
use crate::session::Session;
use bc138_app::view::{
    AchievementRow, CellOutcome, SeriesQuery, SeriesView, SheetQuery, SheetRow, SheetView,
};
use bc138_app::{App, AppError};
use tauri::State;

/// The table of a group's numbers for every unit of a province in one year.
#[tauri::command]
#[specta::specta]
pub async fn load_sheet(
    session: State<'_, Session>,
    query: SheetQuery,
) -> Result<SheetView, IpcError> {
    session.with(move |app, _| app.sheet(&query)).await
}

/// Takes typed text into a cell; durable when it returns.
#[tauri::command]
#[specta::specta]
pub async fn set_cell(
    session: State<'_, Session>,
    query: SheetQuery,
    unit: String,
    column: String,
    text: String,
) -> Result<CellOutcome, IpcError> {
    session
        .with(move |app, practice| {
            let saved = app.set_cell(&query, &unit, &column, &text)?;
            outcome(app, practice, &query, &unit, saved)
        })
        .await
}

/// Takes a block of cells copied from a table; whole or not at all.
#[tauri::command]
#[specta::specta]
pub async fn paste_cells(
    session: State<'_, Session>,
    query: SheetQuery,
    unit: String,
    column: String,
    block: String,
) -> Result<SheetView, IpcError> {
    session
        .with(move |app, _| {
            app.paste_cells(&query, &unit, &column, &block)?;
            app.sheet(&query)
        })
        .await
}

/// Keeps which columns the table of a group shows; the catalogue's own choice when none is named.
#[tauri::command]
#[specta::specta]
pub async fn choose_columns(
    session: State<'_, Session>,
    query: SheetQuery,
    chosen: Vec<String>,
) -> Result<SheetView, IpcError> {
    session
        .with(move |app, _| {
            app.choose_columns(&query, &chosen)?;
            app.sheet(&query)
        })
        .await
}

/// Takes the total of a column as it stands on the unit's paper.
#[tauri::command]
#[specta::specta]
pub async fn state_total(
    session: State<'_, Session>,
    query: SheetQuery,
    column: String,
    text: String,
) -> Result<SheetView, IpcError> {
    session
        .with(move |app, _| {
            app.state_total(&query, &column, &text)?;
            app.sheet(&query)
        })
        .await
}

/// The numbers of a group over the years.
#[tauri::command]
#[specta::specta]
pub async fn load_series(
    session: State<'_, Session>,
    query: SeriesQuery,
) -> Result<SeriesView, IpcError> {
    session.with(move |app, _| app.series(&query)).await
}

/// How far the targets of the year before were met.
#[tauri::command]
#[specta::specta]
pub async fn load_achievements(
    session: State<'_, Session>,
) -> Result<Vec<AchievementRow>, IpcError> {
    session.with(|app, _| app.achievements()).await
}

pub(super) fn outcome(
    app: &mut App,
    practice: bool,
    query: &SheetQuery,
    unit: &str,
    saved: bool,
) -> Result<CellOutcome, AppError> {
    let sheet = app.sheet(query)?;
    let row = sheet.rows.into_iter().find(|row| row.unit == unit);
    let row = row.unwrap_or_else(|| SheetRow {
        unit: unit.to_owned(),
        label: String::new(),
        cells: Vec::new(),
    });
    Ok(CellOutcome { desk: app.desk(practice)?, row, totals: sheet.totals, saved })
}
