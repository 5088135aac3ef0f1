//! The log, the history of a cell, states of a year, verifying, and files of the open format.

use crate::error::IpcError;
use crate::session::{Session, Source};
use bc138_app::view::{
    CellHistory, CellOutcome, ImportView, LogView, SaveOutcome, SheetQuery, VerifyView, WorkView,
    YearOutcome, YearView,
};
use bc138_app::{App, Reached, Work, YearStep};
use std::path::PathBuf;
use tauri::ipc::Channel;
use tauri::{AppHandle, Runtime, State};
use tauri_plugin_dialog::DialogExt;

/// A page of the log, newest first.
#[tauri::command]
#[specta::specta]
pub async fn load_log(
    session: State<'_, Session>,
    before: Option<i32>,
    only_dossier: bool,
) -> Result<LogView, IpcError> {
    session.with(move |app, _| app.log_page(before, only_dossier)).await
}

/// What is different since a document was written.
#[tauri::command]
#[specta::specta]
pub async fn changes_since(
    session: State<'_, Session>,
    document: String,
) -> Result<LogView, IpcError> {
    session.with(move |app, _| app.changes_since(&document)).await
}

/// The history of a field.
#[tauri::command]
#[specta::specta]
pub async fn field_history(
    session: State<'_, Session>,
    key: String,
) -> Result<CellHistory, IpcError> {
    session.with(move |app, _| app.field_history(&key)).await
}

/// Gives a field the value back that it had after a change.
#[tauri::command]
#[specta::specta]
pub async fn restore_field(
    session: State<'_, Session>,
    step: i32,
    key: String,
    change: i32,
) -> Result<SaveOutcome, IpcError> {
    session
        .with(move |app, practice| {
            app.restore_field(&key, change)?;
            let (desk, step) = (app.desk(practice)?, app.step(step)?);
            Ok(SaveOutcome { desk, step, key, saved: true })
        })
        .await
}

/// The history of a cell of the table.
#[tauri::command]
#[specta::specta]
pub async fn cell_history(
    session: State<'_, Session>,
    query: SheetQuery,
    unit: String,
    column: String,
) -> Result<CellHistory, IpcError> {
    session.with(move |app, _| app.cell_history(&query, &unit, &column)).await
}

/// Gives a cell of the table the value back that it had after a change.
#[tauri::command]
#[specta::specta]
pub async fn restore_cell(
    session: State<'_, Session>,
    query: SheetQuery,
    unit: String,
    column: String,
    change: i32,
) -> Result<CellOutcome, IpcError> {
    session
        .with(move |app, practice| {
            app.restore_cell(&query, &unit, &column, change)?;
            super::sheets::outcome(app, practice, &query, &unit, true)
        })
        .await
}

/// A year and its steps.
#[tauri::command]
#[specta::specta]
pub async fn load_year(session: State<'_, Session>, year: i32) -> Result<YearView, IpcError> {
    session.with(move |app, _| app.year(year)).await
}

/// Approves a year.
#[tauri::command]
#[specta::specta]
pub async fn approve_year(session: State<'_, Session>, year: i32) -> Result<YearOutcome, IpcError> {
    step_year(&session, year, YearStep::Approve, String::new()).await
}

/// Closes a year.
#[tauri::command]
#[specta::specta]
pub async fn close_year(session: State<'_, Session>, year: i32) -> Result<YearOutcome, IpcError> {
    step_year(&session, year, YearStep::Close, String::new()).await
}

/// Opens a closed year again, with the reason.
#[tauri::command]
#[specta::specta]
pub async fn reopen_year(
    session: State<'_, Session>,
    year: i32,
    reason: String,
) -> Result<YearOutcome, IpcError> {
    step_year(&session, year, YearStep::Reopen, reason).await
}

async fn step_year(
    session: &Session,
    year: i32,
    step: YearStep,
    reason: String,
) -> Result<YearOutcome, IpcError> {
    session
        .with(move |app, practice| {
            app.step_year(year, step, &reason)?;
            Ok(YearOutcome { desk: app.desk(practice)?, year: app.year(year)? })
        })
        .await
}

/// Reads the whole log again and compares; tells how far it is.
#[tauri::command]
#[specta::specta]
pub async fn verify_store(
    session: State<'_, Session>,
    progress: Channel<WorkView>,
) -> Result<VerifyView, IpcError> {
    session.watched(told(progress), |app, work| app.verify_watched(work)).await
}

/// Ends the long work that is being done; nothing of it is kept.
#[tauri::command]
#[specta::specta]
pub async fn stop_work(session: State<'_, Session>) -> Result<(), IpcError> {
    session.stop_work();
    Ok(())
}

/// A window that was closed meanwhile wants to know nothing.
fn told(progress: Channel<WorkView>) -> impl Fn(Reached) + Send + 'static {
    move |reached| {
        drop(progress.send(WorkView::from(reached)));
    }
}

/// Lets the clerk choose where to write everything; the path, or nothing when cancelled.
#[tauri::command]
#[specta::specta]
pub async fn export_store<R: Runtime>(
    handle: AppHandle<R>,
    session: State<'_, Session>,
) -> Result<Option<String>, IpcError> {
    let name = "so-lieu-138.json";
    let Some(path) = choose_target(&handle, name, "json").await else { return Ok(None) };
    let written = path.clone();
    session.with(move |app, _| app.export(&path)).await?;
    Ok(Some(written.to_string_lossy().into_owned()))
}

/// Reads a file of the open format and tells how far it is. The clerk chooses it for the trial run,
/// and the same file is taken in after it; nothing when the choice is cancelled.
#[tauri::command]
#[specta::specta]
pub async fn import_store<R: Runtime>(
    handle: AppHandle<R>,
    session: State<'_, Session>,
    dry: bool,
    progress: Channel<WorkView>,
) -> Result<Option<ImportView>, IpcError> {
    let path = import_source(&handle, &session, Source::Store, dry).await?;
    let Some(path) = path else { return Ok(None) };
    let import = move |app: &mut App, work: &Work| app.import_watched(&path, dry, work);
    session.watched(told(progress), import).await.map(Some)
}

/// Lets the clerk choose where to write the catalogue as a pack.
#[tauri::command]
#[specta::specta]
pub async fn export_catalogue<R: Runtime>(
    handle: AppHandle<R>,
    session: State<'_, Session>,
) -> Result<Option<String>, IpcError> {
    let name = "danh-muc-138.tsv";
    let Some(path) = choose_target(&handle, name, "tsv").await else { return Ok(None) };
    let written = path.clone();
    session.with(move |app, _| app.export_catalogue(&path)).await?;
    Ok(Some(written.to_string_lossy().into_owned()))
}

/// Reads a catalogue pack, chosen for the trial run like any file.
#[tauri::command]
#[specta::specta]
pub async fn import_catalogue<R: Runtime>(
    handle: AppHandle<R>,
    session: State<'_, Session>,
    dry: bool,
) -> Result<Option<ImportView>, IpcError> {
    let path = import_source(&handle, &session, Source::Catalogue, dry).await?;
    let Some(path) = path else { return Ok(None) };
    session.with(move |app, _| app.import_catalogue(&path, dry)).await.map(Some)
}

async fn choose_target<R: Runtime>(
    handle: &AppHandle<R>,
    name: &str,
    extension: &str,
) -> Option<PathBuf> {
    let dialog = handle.dialog().file().set_file_name(name).add_filter(extension, &[extension]);
    let chosen = tokio::task::spawn_blocking(move || dialog.blocking_save_file()).await;
    chosen.ok().flatten().and_then(|path| path.into_path().ok())
}

/// The file of the trial run, where there was one; else the clerk's choice.
async fn import_source<R: Runtime>(
    handle: &AppHandle<R>,
    session: &Session,
    source: Source,
    dry: bool,
) -> Result<Option<PathBuf>, IpcError> {
    let tried = if dry { None } else { session.tried(source).await? };
    if tried.is_some() {
        return Ok(tried);
    }
    let chosen = choose_source(handle, source.extension()).await;
    if let Some(path) = &chosen {
        session.keep_tried(source, path.clone()).await?;
    }
    Ok(chosen)
}

async fn choose_source<R: Runtime>(handle: &AppHandle<R>, extension: &str) -> Option<PathBuf> {
    let dialog = handle.dialog().file().add_filter(extension, &[extension]);
    let chosen = tokio::task::spawn_blocking(move || dialog.blocking_pick_file()).await;
    chosen.ok().flatten().and_then(|path| path.into_path().ok())
}
