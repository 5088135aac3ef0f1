//! Truth of documents: where a number comes from, which written documents still hold, what became
//! of a file.

use crate::error::IpcError;
use crate::session::Session;
use bc138_app::view::{CheckedFile, LensChoice, SourceView, WrittenDocument};
use tauri::{AppHandle, Runtime, State};
use tauri_plugin_dialog::DialogExt;

/// Words in the choice of a file.
const DOCUMENTS: &str = "Văn bản PDF, Word";

/// Where a number of a document or chart comes from that shows units on these borders.
#[tauri::command]
#[specta::specta]
pub async fn figure_source(
    session: State<'_, Session>,
    source: String,
    lens: LensChoice,
) -> Result<SourceView, IpcError> {
    session.with(move |app, _| app.figure_source(&source, &lens)).await
}

/// The documents that were written, with the figures that no longer hold.
#[tauri::command]
#[specta::specta]
pub async fn written_documents(
    session: State<'_, Session>,
) -> Result<Vec<WrittenDocument>, IpcError> {
    session.with(|app, _| app.written_documents()).await
}

/// Checks a file that the clerk chooses; nothing when the choice is cancelled.
#[tauri::command]
#[specta::specta]
pub async fn check_file<R: Runtime>(
    handle: AppHandle<R>,
    session: State<'_, Session>,
) -> Result<Option<CheckedFile>, IpcError> {
    let folder = session.documents().await?;
    let dialog = handle.dialog().file().add_filter(DOCUMENTS, &["pdf", "docx"]);
    let dialog = dialog.set_directory(folder);
    let chosen = tokio::task::spawn_blocking(move || dialog.blocking_pick_file()).await;
    match chosen.ok().flatten().and_then(|path| path.into_path().ok()) {
        Some(path) => session.with(move |app, _| app.check_file(&path)).await.map(Some),
        None => Ok(None),
    }
}
