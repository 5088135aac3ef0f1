//! The frame: dossiers, practice, home, place.

use crate::error::IpcError;
use crate::session::Session;
use bc138_app::view::{Desk, Home};
use serde::Deserialize;
use specta::Type;
use tauri::State;

/// Annual or review.
#[derive(Debug, Clone, Copy, Deserialize, Type)]
#[serde(rename_all = "lowercase")]
pub enum DossierKind {
    /// Tổng kết năm.
    Annual,
    /// Sơ kết, tổng kết nhiều năm.
    Review,
}

/// What a new dossier is about.
#[derive(Debug, Clone, Deserialize, Type)]
pub struct NewDossier {
    /// Annual or review.
    pub kind: DossierKind,
    /// Province.
    pub province: String,
    /// Year, or last year under review.
    pub year: i32,
    /// Years under review.
    pub years: Option<i32>,
}

/// The frame as it is now.
#[tauri::command]
#[specta::specta]
pub async fn open_desk(session: State<'_, Session>) -> Result<Desk, IpcError> {
    session.with(|app, practice| app.desk(practice)).await
}

/// Opens another dossier.
#[tauri::command]
#[specta::specta]
pub async fn open_dossier(session: State<'_, Session>, dossier: i32) -> Result<Desk, IpcError> {
    session
        .with(move |app, practice| {
            app.open_dossier(dossier)?;
            app.desk(practice)
        })
        .await
}

/// Makes a dossier and opens it.
#[tauri::command]
#[specta::specta]
pub async fn create_dossier(
    session: State<'_, Session>,
    request: NewDossier,
) -> Result<Desk, IpcError> {
    let new = bc138_app::NewDossier {
        kind: match request.kind {
            DossierKind::Annual => bc138_app::DossierKind::Annual,
            DossierKind::Review => bc138_app::DossierKind::Review,
        },
        province: request.province,
        year: request.year,
        years: request.years,
    };
    session
        .with(move |app, practice| {
            app.create_dossier(&new)?;
            app.desk(practice)
        })
        .await
}

/// Opens a copy of a sample to practise on.
#[tauri::command]
#[specta::specta]
pub async fn start_practice(session: State<'_, Session>, sample: String) -> Result<Desk, IpcError> {
    session.practise(sample).await?;
    open_desk(session).await
}

/// Goes back to the real data.
#[tauri::command]
#[specta::specta]
pub async fn leave_practice(session: State<'_, Session>) -> Result<Desk, IpcError> {
    session.leave_practice().await?;
    open_desk(session).await
}

/// The home of the open year.
#[tauri::command]
#[specta::specta]
pub async fn home(session: State<'_, Session>) -> Result<Home, IpcError> {
    session.with(|app, _| app.home()).await
}

/// Remembers where the clerk is.
#[tauri::command]
#[specta::specta]
pub async fn remember_place(
    session: State<'_, Session>,
    step: i32,
    key: Option<String>,
) -> Result<(), IpcError> {
    session.with(move |app, _| app.remember_place(step, key.as_deref())).await
}
