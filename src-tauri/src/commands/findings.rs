//! Findings and the reasons given for them.

use crate::error::IpcError;
use crate::session::Session;
use bc138_app::view::Finding;
use bc138_app::{App, AppError};
use tauri::State;

/// All findings, gravest first.
#[tauri::command]
#[specta::specta]
pub async fn list_findings(session: State<'_, Session>) -> Result<Vec<Finding>, IpcError> {
    session
        .with(|app, _| {
            app.read_units()?;
            findings(app)
        })
        .await
}

/// Gives the reason why a finding stands.
#[tauri::command]
#[specta::specta]
pub async fn give_reason(
    session: State<'_, Session>,
    finding: String,
    reason: String,
) -> Result<Vec<Finding>, IpcError> {
    session
        .with(move |app, _| {
            app.give_reason(&finding, &reason)?;
            findings(app)
        })
        .await
}

/// The reasons given for findings, as phrases for the causes (nguyên nhân) of a report.
#[tauri::command]
#[specta::specta]
pub async fn cause_phrases(session: State<'_, Session>) -> Result<Vec<String>, IpcError> {
    session
        .with(|app, _| {
            app.read_units()?;
            let phrases = app.cause_phrases()?;
            Ok(phrases.into_iter().map(|phrase| phrase.text).collect())
        })
        .await
}

fn findings(app: &App) -> Result<Vec<Finding>, AppError> {
    Ok(app.findings()?.iter().map(Finding::from).collect())
}
