//! What a failed command tells the window.

use bc138_app::AppError;
use bc138_app::vi::messages;
use serde::Serialize;
use specta::Type;

/// A failure: a stable code to branch on and the sentence to show.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct IpcError {
    /// Stable code, for instance `disk-full`.
    pub code: String,
    /// What, where, what to do.
    pub message: String,
}

impl From<AppError> for IpcError {
    fn from(error: AppError) -> Self {
        Self { code: messages::code(&error).to_owned(), message: messages::failure(&error) }
    }
}

impl IpcError {
    /// A failure of the shell itself.
    #[must_use]
    pub fn shell(message: &str) -> Self {
        Self { code: "shell".to_owned(), message: message.to_owned() }
    }
}
