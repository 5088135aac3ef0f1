//! Steps and fields.

use crate::error::IpcError;
use crate::session::Session;
use bc138_app::view::{SaveOutcome, StepView};
use bc138_app::{App, AppError};
use tauri::{AppHandle, Runtime, State};
use tauri_plugin_dialog::DialogExt;

/// A step with everything in it.
#[tauri::command]
#[specta::specta]
pub async fn load_step(session: State<'_, Session>, step: i32) -> Result<StepView, IpcError> {
    session.with(move |app, _| app.step(step)).await
}

/// Takes typed text into a field; durable when it returns.
#[tauri::command]
#[specta::specta]
pub async fn set_field(
    session: State<'_, Session>,
    step: i32,
    key: String,
    text: String,
) -> Result<SaveOutcome, IpcError> {
    session
        .with(move |app, practice| {
            let written = app.set_field(&key, &text)?;
            outcome(app, practice, step, written.key, written.refusal.is_none())
        })
        .await
}

/// Removes a row.
#[tauri::command]
#[specta::specta]
pub async fn remove_row(
    session: State<'_, Session>,
    step: i32,
    key: String,
) -> Result<SaveOutcome, IpcError> {
    session
        .with(move |app, practice| {
            app.remove_row(&key)?;
            outcome(app, practice, step, key, true)
        })
        .await
}

/// Shows an indicator of the catalogue that is not shown by itself.
#[tauri::command]
#[specta::specta]
pub async fn add_indicator(
    session: State<'_, Session>,
    step: i32,
    code: String,
) -> Result<SaveOutcome, IpcError> {
    session
        .with(move |app, practice| {
            let key = app.add_indicator(&code)?;
            outcome(app, practice, step, key, true)
        })
        .await
}

/// Lets the clerk choose a photo for a caption; nothing when the choice is cancelled.
#[tauri::command]
#[specta::specta]
pub async fn attach_photo<R: Runtime>(
    handle: AppHandle<R>,
    session: State<'_, Session>,
    step: i32,
    key: String,
) -> Result<Option<SaveOutcome>, IpcError> {
    let dialog = handle.dialog().file().add_filter("JPEG, PNG", &["jpg", "jpeg", "png"]);
    let chosen = tokio::task::spawn_blocking(move || dialog.blocking_pick_file()).await;
    let Some(path) = chosen.ok().flatten().and_then(|path| path.into_path().ok()) else {
        return Ok(None);
    };
    let attached = session.with(move |app, practice| {
        app.attach_photo(&key, &path)?;
        outcome(app, practice, step, key, true)
    });
    attached.await.map(Some)
}

/// Takes the last change back.
#[tauri::command]
#[specta::specta]
pub async fn undo(session: State<'_, Session>, step: i32) -> Result<SaveOutcome, IpcError> {
    session
        .with(move |app, practice| {
            app.undo()?;
            outcome(app, practice, step, String::new(), true)
        })
        .await
}

/// Does the last undone change again.
#[tauri::command]
#[specta::specta]
pub async fn redo(session: State<'_, Session>, step: i32) -> Result<SaveOutcome, IpcError> {
    session
        .with(move |app, practice| {
            app.redo()?;
            outcome(app, practice, step, String::new(), true)
        })
        .await
}

fn outcome(
    app: &App,
    practice: bool,
    step: i32,
    key: String,
    saved: bool,
) -> Result<SaveOutcome, AppError> {
    Ok(SaveOutcome { desk: app.desk(practice)?, step: app.step(step)?, key, saved })
}
