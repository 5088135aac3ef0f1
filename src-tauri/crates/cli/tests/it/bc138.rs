//! Runs the program and looks at how it ended.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use tempfile::TempDir;

pub const SAMPLES: [&str; 5] =
    ["lao-cai-2017", "thai-binh-2018", "hai-duong-2016", "lang-son-2022", "tuyen-quang-2023"];

/// A folder with a store that may not exist yet.
pub struct Office {
    pub folder: TempDir,
    pub db: PathBuf,
}

pub fn office() -> Office {
    // In memory where there is such a place: a sample is two hundred durable writes.
    let memory = Path::new("/dev/shm");
    office_in(if memory.is_dir() { memory.to_path_buf() } else { std::env::temp_dir() })
}

/// A folder on the disk, where programs may be started from.
pub fn office_on_disk() -> Office {
    office_in(std::env::temp_dir())
}

fn office_in(place: PathBuf) -> Office {
    let folder = TempDir::new_in(place).expect("a temporary folder can be made");
    let db = folder.path().join("so-lieu.db");
    Office { folder, db }
}

/// A folder with a sample in its store.
pub fn with_sample(name: &str) -> Office {
    filled(office(), name)
}

pub fn filled(office: Office, name: &str) -> Office {
    let ended = office.run(&["demo", name]);
    assert_eq!(ended.code, 0, "{name} is loaded: {}", ended.stderr);
    office
}

/// How a call ended.
#[derive(Debug)]
pub struct Ended {
    pub code: i32,
    pub stdout: String,
    pub stderr: String,
}

pub fn ended(output: Output) -> Ended {
    let text = |bytes| String::from_utf8(bytes).expect("the program writes UTF-8");
    Ended {
        code: output.status.code().expect("the program ends by itself"),
        stdout: text(output.stdout),
        stderr: text(output.stderr),
    }
}

/// A call without a store.
pub fn call(args: &[&str]) -> Ended {
    ended(Command::new(env!("CARGO_BIN_EXE_bc138")).args(args).output().expect("it runs"))
}

/// A call on a store.
pub fn on(db: &Path, args: &[&str]) -> Ended {
    let mut command = Command::new(env!("CARGO_BIN_EXE_bc138"));
    ended(command.arg("--db").arg(db).args(args).output().expect("it runs"))
}

impl Office {
    pub fn run(&self, args: &[&str]) -> Ended {
        on(&self.db, args)
    }

    pub fn report(&self, out: &Path) -> Ended {
        self.run(&["report", "--style", "briefing", "--out", &out.to_string_lossy()])
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Names of everything in the folder, in order.
    pub fn names(&self) -> Vec<String> {
        let entries = std::fs::read_dir(self.folder.path()).expect("the folder can be listed");
        let names = entries.map(|e| e.expect("listed").file_name().to_string_lossy().into_owned());
        let mut names: Vec<String> = names.collect();
        names.sort();
        names
    }
}

impl Ended {
    /// Fails unless the call ended as bad input does: code 2, nothing on stdout, one Vietnamese
    /// message on stderr.
    pub fn assert_refused(&self) -> &str {
        assert_eq!(self.code, 2, "bad input ends with 2: {self:?}");
        assert_eq!(self.stdout, "", "a refused call prints no result");
        let message = self.stderr.trim_end();
        assert_eq!(message.lines().count(), 1, "one message: {message}");
        assert_vietnamese(message);
        message
    }
}

pub fn assert_vietnamese(message: &str) {
    const ENGLISH: [&str; 14] = [
        "error",
        "invalid",
        "failed",
        "cannot",
        "unexpected",
        "argument",
        "option",
        "value",
        "missing",
        "unknown",
        "database",
        "not",
        "for",
        "is",
    ];
    let lower = message.to_lowercase();
    let words = lower.split(|c: char| !c.is_alphanumeric());
    let english: Vec<&str> = words.filter(|word| ENGLISH.contains(word)).collect();
    assert!(english.is_empty(), "English words {english:?} in “{message}”");
    assert!(!message.is_ascii(), "Vietnamese has diacritics: “{message}”");
    assert!(message.ends_with(['.', '?', ':']), "it is a sentence: “{message}”");
}
