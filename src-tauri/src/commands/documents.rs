//! Documents: kinds, preview, words of paragraphs, save, print, open.

use crate::error::IpcError;
use crate::session::Session;
use bc138_app::Request;
use bc138_app::view::{
    DocumentDesk, DocumentOrder, ParagraphView, Preview, SavedDocument, TypedWords,
};
use serde::Deserialize;
use specta::Type;
use std::path::PathBuf;
use tauri::{AppHandle, Runtime, State};
use tauri_plugin_dialog::DialogExt;
use tauri_plugin_opener::OpenerExt;

/// The format of a document.
#[derive(Debug, Clone, Copy, Deserialize, Type)]
#[serde(rename_all = "lowercase")]
pub enum DocumentFormat {
    /// PDF.
    Pdf,
    /// Word.
    Docx,
    /// Excel.
    Xlsx,
}

impl From<DocumentFormat> for bc138_app::DocumentFormat {
    fn from(format: DocumentFormat) -> Self {
        match format {
            DocumentFormat::Pdf => Self::Pdf,
            DocumentFormat::Docx => Self::Docx,
            DocumentFormat::Xlsx => Self::Xlsx,
        }
    }
}

/// Everything that can be ordered of the open dossier.
#[tauri::command]
#[specta::specta]
pub async fn document_desk(session: State<'_, Session>) -> Result<DocumentDesk, IpcError> {
    session.with(|app, _| app.document_desk()).await
}

/// The pages as they will be printed.
#[tauri::command]
#[specta::specta]
pub async fn preview(
    session: State<'_, Session>,
    order: DocumentOrder,
) -> Result<Preview, IpcError> {
    let request = order.request()?;
    session.with(move |app, _| app.preview_view(&request)).await
}

/// The paragraphs of a document with their figures.
#[tauri::command]
#[specta::specta]
pub async fn load_paragraphs(
    session: State<'_, Session>,
    order: DocumentOrder,
) -> Result<Vec<ParagraphView>, IpcError> {
    let request = order.request()?;
    session.with(move |app, _| app.paragraphs(&request)).await
}

/// Writes a paragraph in the clerk's own words; no words leave it out.
#[tauri::command]
#[specta::specta]
pub async fn edit_paragraph(
    session: State<'_, Session>,
    order: DocumentOrder,
    place: i32,
    words: Vec<TypedWords>,
) -> Result<Vec<ParagraphView>, IpcError> {
    let request = order.request()?;
    session
        .with(move |app, _| {
            app.edit_paragraph(&request, place, &words)?;
            app.paragraphs(&request)
        })
        .await
}

/// Takes the program's words for a paragraph again.
#[tauri::command]
#[specta::specta]
pub async fn reset_paragraph(
    session: State<'_, Session>,
    order: DocumentOrder,
    place: i32,
) -> Result<Vec<ParagraphView>, IpcError> {
    let request = order.request()?;
    session
        .with(move |app, _| {
            app.reset_paragraph(&request, place)?;
            app.paragraphs(&request)
        })
        .await
}

/// Saves into the folder of documents.
#[tauri::command]
#[specta::specta]
pub async fn save_document(
    session: State<'_, Session>,
    order: DocumentOrder,
    format: DocumentFormat,
) -> Result<SavedDocument, IpcError> {
    let request = order.request()?;
    let path = usual_path(&session, &request, format).await?;
    save(&session, request, free_path(path, format)).await
}

/// Saves where the clerk chooses; nothing when the choice is cancelled.
#[tauri::command]
#[specta::specta]
pub async fn save_document_as<R: Runtime>(
    handle: AppHandle<R>,
    session: State<'_, Session>,
    order: DocumentOrder,
    format: DocumentFormat,
) -> Result<Option<SavedDocument>, IpcError> {
    let request = order.request()?;
    let usual = usual_path(&session, &request, format).await?;
    let name = usual.file_name().map(|name| name.to_string_lossy().into_owned());
    let dialog = handle.dialog().file().set_file_name(name.unwrap_or_default());
    let dialog = match usual.parent() {
        Some(folder) => dialog.set_directory(folder),
        None => dialog,
    };
    let chosen = tokio::task::spawn_blocking(move || dialog.blocking_save_file()).await;
    match chosen.ok().flatten().and_then(|path| path.into_path().ok()) {
        Some(path) => save(&session, request, path).await.map(Some),
        None => Ok(None),
    }
}

/// Hands the PDF to the system, where it is printed.
#[tauri::command]
#[specta::specta]
pub async fn print_document<R: Runtime>(
    handle: AppHandle<R>,
    session: State<'_, Session>,
    order: DocumentOrder,
) -> Result<(), IpcError> {
    let request = order.request()?;
    let path = usual_path(&session, &request, DocumentFormat::Pdf).await?;
    let saved = save(&session, request, path).await?;
    open(&handle, &saved.path)
}

/// Opens a document that this program wrote.
#[tauri::command]
#[specta::specta]
pub async fn open_document<R: Runtime>(
    handle: AppHandle<R>,
    session: State<'_, Session>,
    path: String,
) -> Result<(), IpcError> {
    let known = session.with(move |app, _| app.saved_document(&path)).await?;
    open(&handle, &known.path)
}

async fn usual_path(
    session: &Session,
    request: &Request,
    format: DocumentFormat,
) -> Result<PathBuf, IpcError> {
    let folder = session.documents().await?;
    let request = request.clone();
    let name = session.with(move |app, _| app.file_name(&request, format.into())).await?;
    Ok(folder.join(name))
}

/// A Word or Excel file may have been edited by hand since: it is never written over, the new one
/// gets a number. A PDF is only ever ours.
fn free_path(path: PathBuf, format: DocumentFormat) -> PathBuf {
    if matches!(format, DocumentFormat::Pdf) || !path.exists() {
        return path;
    }
    let part =
        |part: Option<&std::ffi::OsStr>| part.unwrap_or_default().to_string_lossy().into_owned();
    let (stem, extension) = (part(path.file_stem()), part(path.extension()));
    (2..)
        .map(|number| path.with_file_name(format!("{stem} ({number}).{extension}")))
        .find(|candidate| !candidate.exists())
        .unwrap_or(path)
}

async fn save(
    session: &Session,
    request: Request,
    path: PathBuf,
) -> Result<SavedDocument, IpcError> {
    session
        .with(move |app, _| {
            app.save(&request, &path)?;
            app.saved_document(&path.display().to_string())
        })
        .await
}

fn open<R: Runtime>(handle: &AppHandle<R>, path: &str) -> Result<(), IpcError> {
    handle.opener().open_path(path, None::<&str>).map_err(|_| {
        IpcError::shell(&format!(
            "Đã lưu {path}, nhưng máy chưa có chương trình mở tệp này. Mở thư mục để lấy tệp."
        ))
    })
}
