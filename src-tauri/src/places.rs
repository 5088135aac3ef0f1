//! Where files lie: the data in the user's own application folder, documents in the user's
//! documents. `BC138_DATA_DIR` and `BC138_DOCUMENTS_DIR` take other folders.

use std::path::PathBuf;
use tauri::{AppHandle, Manager, Runtime};

/// The folders of this user.
#[derive(Debug, Clone)]
pub struct Places {
    /// Folder of the data file.
    pub data: PathBuf,
    /// Folder of written documents.
    pub documents: PathBuf,
}

impl Places {
    /// Finds the folders.
    ///
    /// # Errors
    /// The system does not name the user's folders.
    pub fn of<R: Runtime>(handle: &AppHandle<R>) -> tauri::Result<Self> {
        let from_env = |name: &str| std::env::var_os(name).map(PathBuf::from);
        let data = match from_env("BC138_DATA_DIR") {
            Some(folder) => folder,
            None => handle.path().app_local_data_dir()?,
        };
        let documents = match from_env("BC138_DOCUMENTS_DIR") {
            Some(folder) => folder,
            None => match handle.path().document_dir() {
                Ok(folder) => folder.join("Báo cáo 138"),
                Err(_) => data.join("Văn bản"),
            },
        };
        Ok(Self { data, documents })
    }

    /// The real data.
    #[must_use]
    pub fn store(&self) -> PathBuf {
        self.data.join("bao-cao-138.db")
    }

    /// The copy to practise on.
    #[must_use]
    pub fn practice(&self) -> PathBuf {
        self.data.join("tap-lam.db")
    }
}
