//! Awards: the list with its money, recipients one by one, whom to propose.

use crate::error::IpcError;
use crate::session::Session;
use bc138_app::view::{AwardsView, CandidatesView, PasteView, TypedAwardLine, TypedRevocation};
use bc138_app::{App, AppError};
use tauri::State;

/// The awards of the open dossier.
#[tauri::command]
#[specta::specta]
pub async fn load_awards(session: State<'_, Session>) -> Result<AwardsView, IpcError> {
    session.with(|app, _| app.awards()).await
}

/// Takes a recipient into an award, into the place of a line or behind the last one.
#[tauri::command]
#[specta::specta]
pub async fn put_award_line(
    session: State<'_, Session>,
    award: i32,
    line: Option<i32>,
    typed: TypedAwardLine,
) -> Result<AwardsView, IpcError> {
    changed(&session, move |app| app.put_award_line(award, line, &typed)).await
}

/// Removes a recipient.
#[tauri::command]
#[specta::specta]
pub async fn remove_award_line(
    session: State<'_, Session>,
    award: i32,
    line: i32,
) -> Result<AwardsView, IpcError> {
    changed(&session, move |app| app.remove_award_line(award, line)).await
}

/// Takes a list of recipients copied from a table; whole or not at all.
#[tauri::command]
#[specta::specta]
pub async fn paste_award_lines(
    session: State<'_, Session>,
    award: i32,
    block: String,
) -> Result<AwardsView, IpcError> {
    changed(&session, move |app| app.paste_award_lines(award, &block)).await
}

/// What taking a list of recipients would do; nothing is changed.
#[tauri::command]
#[specta::specta]
pub async fn try_award_lines(
    session: State<'_, Session>,
    award: i32,
    block: String,
) -> Result<PasteView, IpcError> {
    session.with(move |app, _| app.try_award_lines(award, &block)).await
}

/// Revokes an award, or one recipient of it.
#[tauri::command]
#[specta::specta]
pub async fn revoke_award(
    session: State<'_, Session>,
    award: i32,
    line: Option<i32>,
    typed: TypedRevocation,
) -> Result<AwardsView, IpcError> {
    changed(&session, move |app| app.revoke_award(award, line, &typed)).await
}

/// Takes a revocation back.
#[tauri::command]
#[specta::specta]
pub async fn unrevoke_award(
    session: State<'_, Session>,
    award: i32,
    line: Option<i32>,
) -> Result<AwardsView, IpcError> {
    changed(&session, move |app| app.unrevoke_award(award, line)).await
}

/// Records an award, or one recipient of it, as the source printed it; an empty reason takes the
/// mark away.
#[tauri::command]
#[specta::specta]
pub async fn mark_award_sic(
    session: State<'_, Session>,
    award: i32,
    line: Option<i32>,
    reason: String,
) -> Result<AwardsView, IpcError> {
    changed(&session, move |app| app.mark_award_sic(award, line, &reason)).await
}

/// Units to propose for every form, by the results of a year.
#[tauri::command]
#[specta::specta]
pub async fn load_candidates(
    session: State<'_, Session>,
    year: Option<i32>,
) -> Result<CandidatesView, IpcError> {
    session.with(move |app, _| app.candidates(year)).await
}

/// Does something to the awards and draws them anew.
async fn changed(
    session: &Session,
    change: impl FnOnce(&mut App) -> Result<(), AppError> + Send + 'static,
) -> Result<AwardsView, IpcError> {
    session
        .with(move |app, _| {
            change(app)?;
            app.awards()
        })
        .await
}
