//! Templates of documents in the office's own words.

use crate::error::IpcError;
use crate::session::Session;
use bc138_app::view::{TemplateVariable, TemplateView};
use tauri::State;

/// Every template, with the office's words where it rewrote one.
#[tauri::command]
#[specta::specta]
pub async fn load_templates(session: State<'_, Session>) -> Result<Vec<TemplateView>, IpcError> {
    session.with(|app, _| app.templates()).await
}

/// What a template can speak of.
#[tauri::command]
#[specta::specta]
pub async fn template_variables(
    session: State<'_, Session>,
    name: String,
) -> Result<Vec<TemplateVariable>, IpcError> {
    session.with(move |app, _| app.template_variables(&name)).await
}

/// Puts the office's words in the place of a template.
#[tauri::command]
#[specta::specta]
pub async fn put_template(
    session: State<'_, Session>,
    name: String,
    text: String,
) -> Result<Vec<TemplateView>, IpcError> {
    session
        .with(move |app, _| {
            app.set_template(&name, &text)?;
            app.templates()
        })
        .await
}

/// Takes the text of a template that came with the program again.
#[tauri::command]
#[specta::specta]
pub async fn reset_template(
    session: State<'_, Session>,
    name: String,
) -> Result<Vec<TemplateView>, IpcError> {
    session
        .with(move |app, _| {
            app.reset_template(&name)?;
            app.templates()
        })
        .await
}
