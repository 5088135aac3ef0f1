//! The open store behind one lock: the real data, or a sample to practise on.

use crate::error::IpcError;
use crate::places::Places;
use bc138_app::{App, AppError, Reached, SystemClock, Work};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

/// What the window works on.
#[derive(Clone)]
pub struct Session {
    inner: Arc<Mutex<Inner>>,
    /// The long work that is being done; apart from the rest, so that it can be stopped meanwhile.
    work: Arc<Mutex<Option<Arc<Work>>>>,
}

struct Inner {
    places: Places,
    app: Option<App>,
    practice: Option<App>,
    /// A sample asked for when the program was started (`--sample NAME`).
    sample: Option<String>,
    /// Files that were only read so far, by what is in them.
    tried: BTreeMap<Source, PathBuf>,
}

/// What can be taken in from a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Source {
    /// Everything, in the open format.
    Store,
    /// A catalogue pack.
    Catalogue,
}

impl Source {
    /// The extension of its files.
    pub const fn extension(self) -> &'static str {
        match self {
            Self::Store => "json",
            Self::Catalogue => "tsv",
        }
    }
}

impl Session {
    /// A session that has opened nothing yet; the store is opened by the first command, so that
    /// what is wrong with it can be told in the window.
    pub fn new(places: Places, args: impl Iterator<Item = String>) -> Self {
        let args: Vec<String> = args.collect();
        let sample = args.iter().position(|arg| arg == "--sample");
        let sample = sample.and_then(|index| args.get(index + 1).cloned());
        let inner = Inner { places, app: None, practice: None, sample, tried: BTreeMap::new() };
        Self { inner: Arc::new(Mutex::new(inner)), work: Arc::default() }
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

    /// Does long work on the open store: tells now and then how far it is, and ends it when
    /// [`Session::stop_work`] is called.
    pub async fn watched<T: Send + 'static>(
        &self,
        tell: impl Fn(Reached) + Send + 'static,
        work: impl FnOnce(&mut App, &Work) -> Result<T, AppError> + Send + 'static,
    ) -> Result<T, IpcError> {
        let watched = Arc::new(Work::default());
        *self.work() = Some(Arc::clone(&watched));
        let telling = tokio::spawn(tell_now_and_then(Arc::clone(&watched), tell));
        let done = self.with(move |app, _| work(app, &watched)).await;
        telling.abort();
        *self.work() = None;
        done
    }

    /// Asks the long work to end; nothing of it is kept then.
    pub fn stop_work(&self) {
        if let Some(work) = &*self.work() {
            work.stop();
        }
    }

    fn work(&self) -> MutexGuard<'_, Option<Arc<Work>>> {
        self.work.lock().unwrap_or_else(PoisonError::into_inner)
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

    /// Keeps the file of a trial run for the real one.
    pub async fn keep_tried(&self, source: Source, path: PathBuf) -> Result<(), IpcError> {
        self.run(move |inner| {
            inner.tried.insert(source, path);
            Ok(())
        })
        .await
    }

    /// The file of the last trial run.
    pub async fn tried(&self, source: Source) -> Result<Option<PathBuf>, IpcError> {
        self.run(move |inner| Ok(inner.tried.get(&source).cloned())).await
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

/// How often the window is told how far long work is.
const TELL_EVERY: Duration = Duration::from_millis(200);

async fn tell_now_and_then(work: Arc<Work>, tell: impl Fn(Reached)) {
    let mut tick = tokio::time::interval(TELL_EVERY);
    loop {
        tick.tick().await;
        if let Some(reached) = work.reached() {
            tell(reached);
        }
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

#[cfg(test)]
mod tests {
    use super::*;
    use bc138_app::Stage;
    use tauri::async_runtime::block_on;

    fn session() -> Session {
        let places = Places { data: PathBuf::from("data"), documents: PathBuf::from("documents") };
        Session::new(places, std::iter::empty())
    }

    #[test]
    fn the_file_of_a_trial_run_is_kept_for_the_real_one_of_its_kind() {
        let session = session();
        let tried = |source| block_on(session.tried(source)).unwrap();
        assert_eq!(tried(Source::Store), None, "nothing was chosen yet");
        let file = PathBuf::from("so-lieu.json");
        block_on(session.keep_tried(Source::Store, file.clone())).unwrap();
        assert_eq!(tried(Source::Store), Some(file.clone()));
        assert_eq!(tried(Source::Store), Some(file), "a second attempt asks for it no more");
        assert_eq!(tried(Source::Catalogue), None, "a pack is another file");
    }

    #[test]
    fn long_work_is_told_and_ends_when_it_is_stopped() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().to_path_buf();
        let session =
            Session::new(Places { data: path.clone(), documents: path }, std::iter::empty());
        let (told, heard) = std::sync::mpsc::channel();
        let stopper = session.clone();
        let tell = move |reached: Reached| {
            stopper.stop_work();
            let _ = told.send(reached);
        };
        let endless = |_: &mut App, work: &Work| -> Result<(), AppError> {
            loop {
                work.begin(Stage::Writing, 9)?;
                std::thread::yield_now();
            }
        };
        let done = block_on(session.watched(tell, endless));
        assert_eq!(done.unwrap_err().code, "stopped");
        assert_eq!(heard.recv().unwrap().stage, Stage::Writing);
        session.stop_work();
        assert!(block_on(session.with(|_, _| Ok(()))).is_ok(), "what is not there is not stopped");
    }
}
