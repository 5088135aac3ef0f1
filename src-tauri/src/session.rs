//! The open store behind one lock: the real data, or a sample to practise on.

use crate::error::IpcError;
use crate::places::Places;
use bc138_app::{App, AppError, SystemClock};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

/// What the window works on.
#[derive(Clone)]
pub struct Session {
    inner: Arc<Mutex<Inner>>,
}

struct Inner {
    places: Places,
    app: Option<App>,
    practice: Option<App>,
    /// A sample asked for when the program was started (`--sample NAME`).
    sample: Option<String>,
}

impl Session {
    /// A session that has opened nothing yet; the store is opened by the first command, so that
    /// what is wrong with it can be told in the window.
    pub fn new(places: Places, args: impl Iterator<Item = String>) -> Self {
        let args: Vec<String> = args.collect();
        let sample = args.iter().position(|arg| arg == "--sample");
        let sample = sample.and_then(|index| args.get(index + 1).cloned());
        let inner = Inner { places, app: None, practice: None, sample };
        Self { inner: Arc::new(Mutex::new(inner)) }
    }

    /// Works on the open store, off the main thread.
    pub async fn with<T: Send + 'static>(
        &self,
        work: impl FnOnce(&mut App, bool) -> Result<T, AppError> + Send + 'static,
    ) -> Result<T, IpcError> {
        self.run(move |inner| {
            inner.start()?;
            let practice = inner.practice.is_some();
            work(inner.open()?, practice)
        })
        .await
    }

    /// Starts to practise on a sample: a new copy, apart from the real data.
    pub async fn practise(&self, sample: String) -> Result<(), IpcError> {
        self.run(move |inner| inner.practise(&sample)).await
    }

    /// Goes back to the real data.
    pub async fn leave_practice(&self) -> Result<(), IpcError> {
        self.run(|inner| {
            inner.practice = None;
            Ok(())
        })
        .await
    }

    /// The folder of written documents, made when it is not there.
    pub async fn documents(&self) -> Result<PathBuf, IpcError> {
        self.run(|inner| {
            let path = match inner.practice {
                Some(_) => inner.places.documents.join("Tập làm"),
                None => inner.places.documents.clone(),
            };
            make_folder(&path)?;
            Ok(path)
        })
        .await
    }

    /// Closes what is open, so that the data lie in one file afterwards.
    pub fn close(&self) {
        let mut inner = self.inner.lock().unwrap_or_else(PoisonError::into_inner);
        inner.app = None;
        inner.practice = None;
    }

    async fn run<T: Send + 'static>(
        &self,
        work: impl FnOnce(&mut Inner) -> Result<T, AppError> + Send + 'static,
    ) -> Result<T, IpcError> {
        let inner = Arc::clone(&self.inner);
        let done = tokio::task::spawn_blocking(move || {
            // A panic elsewhere does not make the data unreachable: the store is transactional.
            let mut inner = inner.lock().unwrap_or_else(PoisonError::into_inner);
            work(&mut inner).map_err(IpcError::from)
        });
        done.await.unwrap_or_else(|_| {
            Err(IpcError::shell(
                "Chương trình gặp lỗi khi làm việc này. Đóng rồi mở lại; số liệu đã lưu vẫn còn.",
            ))
        })
    }
}

impl Inner {
    /// Opens the sample that was asked for when the program was started.
    fn start(&mut self) -> Result<(), AppError> {
        match self.sample.take() {
            Some(sample) => self.practise(&sample),
            None => Ok(()),
        }
    }

    fn open(&mut self) -> Result<&mut App, AppError> {
        if let Some(practice) = &mut self.practice {
            return Ok(practice);
        }
        if self.app.is_none() {
            make_folder(&self.places.data)?;
            self.app = Some(open(&self.places.store())?);
        }
        self.app.as_mut().ok_or(AppError::NoDossier)
    }

    fn practise(&mut self, sample: &str) -> Result<(), AppError> {
        self.practice = None;
        make_folder(&self.places.data)?;
        let path = self.places.practice();
        for suffix in ["", "-wal", "-shm"] {
            let mut name = path.clone().into_os_string();
            name.push(suffix);
            remove(Path::new(&name))?;
        }
        let mut practice = open(&path)?;
        practice.load_sample(sample)?;
        self.practice = Some(practice);
        Ok(())
    }
}

fn open(path: &Path) -> Result<App, AppError> {
    App::open(path, Arc::new(SystemClock), &actor())
}

/// Who works here: the account's name.
fn actor() -> String {
    ["USERNAME", "USER"]
        .iter()
        .find_map(|name| std::env::var(name).ok())
        .unwrap_or_else(|| "người dùng".to_owned())
}

fn make_folder(path: &Path) -> Result<(), AppError> {
    std::fs::create_dir_all(path)
        .map_err(|source| AppError::Write { path: path.to_path_buf(), source })
}

fn remove(path: &Path) -> Result<(), AppError> {
    match std::fs::remove_file(path) {
        Err(source) if source.kind() != std::io::ErrorKind::NotFound => {
            Err(AppError::Write { path: path.to_path_buf(), source })
        }
        _ => Ok(()),
    }
}
