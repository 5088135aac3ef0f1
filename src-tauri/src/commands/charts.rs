//! Charts on the screen.

use crate::error::IpcError;
use crate::session::Session;
use bc138_app::view::{ChartKind, ChartView, SeriesQuery};
use tauri::State;

/// A chart of one indicator of a group; the first that has numbers where none is named.
#[tauri::command]
#[specta::specta]
pub async fn load_chart(
    session: State<'_, Session>,
    query: SeriesQuery,
    indicator: Option<String>,
    kind: ChartKind,
) -> Result<ChartView, IpcError> {
    session.with(move |app, _| app.chart(&query, indicator.as_deref(), kind)).await
}
