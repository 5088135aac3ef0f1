//! A store on a real file with the application on it, and the text of what it prints.

use bc138_app::view::{Field, Row};
use bc138_app::{App, DocumentFormat, DocumentStyle, FixedClock, NewDossier, Request};
use bc138_domain::DossierKind;
use chrono::NaiveDate;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::Arc;
use tempfile::TempDir;

/// The samples.
pub const SAMPLES: [&str; 5] =
    ["lao-cai-2017", "thai-binh-2018", "hai-duong-2016", "lang-son-2022", "tuyen-quang-2023"];

/// An open application and the folder its file lies in.
pub struct Desk {
    pub folder: TempDir,
    pub app: App,
}

pub fn clock() -> Arc<FixedClock> {
    let day = NaiveDate::from_ymd_opt(2026, 1, 5).expect("a day");
    Arc::new(FixedClock(day.and_hms_opt(8, 30, 0).expect("a time")))
}

/// A clock of the day after, at an hour.
pub fn clock_at(hour: u32) -> Arc<FixedClock> {
    let day = NaiveDate::from_ymd_opt(2026, 1, 6).and_then(|day| day.and_hms_opt(hour, 0, 0));
    Arc::new(FixedClock(day.expect("a time")))
}

/// An empty store.
pub fn desk() -> Desk {
    // In memory where there is such a place: a sample is two hundred durable writes, and what they
    // cost on a disk is not what is tested here.
    let memory = Path::new("/dev/shm");
    let folder = if memory.is_dir() { TempDir::new_in(memory) } else { TempDir::new() };
    let folder = folder.expect("a temporary folder can be made");
    let path = folder.path().join("so-lieu.db");
    let app = App::open(&path, clock(), "người thử").expect("the store opens");
    Desk { folder, app }
}

/// A store with an empty dossier.
pub fn with_dossier(year: i32) -> Desk {
    let mut desk = desk();
    desk.create(year);
    desk
}

/// A store with a sample typed into it.
pub fn sample(name: &str) -> Desk {
    let mut desk = desk();
    desk.app.load_sample(name).unwrap_or_else(|error| panic!("{name} can be typed: {error:?}"));
    desk
}

impl Desk {
    pub fn create(&mut self, year: i32) -> i32 {
        let province = "Lạng Sơn".to_owned();
        let new = NewDossier { kind: DossierKind::Annual, province, year, years: None };
        self.app.create_dossier(&new).expect("a dossier can be made")
    }

    /// Closes the store and opens it again, as the next morning does.
    pub fn reopen(mut self) -> Self {
        let path = self.app.path().to_path_buf();
        self.app = App::open(&path, clock(), "người thử").expect("the store opens again");
        self
    }

    /// Types a text that must be taken; the field's key afterwards.
    pub fn typed(&mut self, key: &str, text: &str) -> String {
        let written = self.app.set_field(key, text).expect("the field is there");
        assert_eq!(written.refusal, None, "{key} takes “{text}”");
        written.key
    }

    /// Types a text that must be refused; the message beside the field and the offer with it.
    pub fn refused(&mut self, key: &str, text: &str) -> (String, Option<String>) {
        let written = self.app.set_field(key, text).expect("the field is there");
        assert!(written.refusal.is_some(), "{key} must not take “{text}”");
        assert_eq!(written.key, key, "a refused text stays in its field");
        let message = self.field(key).message.expect("a refused field says why");
        (message.text, message.offer.map(|offer| offer.text))
    }

    /// A field as the window shows it, on whatever step it stands.
    pub fn field(&self, key: &str) -> Field {
        let fields = self.all_rows().into_iter().flat_map(|row| row.cells);
        let found = fields.into_iter().find(|field| field.key == key);
        found.unwrap_or_else(|| panic!("the field {key} stands on some step"))
    }

    /// A row as the window shows it.
    pub fn row(&self, key: &str) -> Row {
        let found = self.all_rows().into_iter().find(|row| row.key == key);
        found.unwrap_or_else(|| panic!("the row {key} stands on some step"))
    }

    fn all_rows(&self) -> Vec<Row> {
        let steps = (1..=6).map(|step| self.app.step(step).expect("the step is drawn"));
        steps.flat_map(|step| step.groups).flat_map(|group| group.rows).collect()
    }

    pub fn pdf(&self) -> Vec<u8> {
        self.app
            .render(&Request::of(DocumentStyle::Briefing), DocumentFormat::Pdf)
            .expect("the briefing is written")
            .bytes
    }

    /// What a reader of the PDF reads: lines joined, page numbers left out.
    pub fn printed(&self) -> String {
        let raw = pdftotext(&self.pdf());
        let pages = raw.split('\u{c}').map(|page| {
            let lines = page.lines().filter(|line| !is_page_number(line));
            lines.collect::<Vec<_>>().join(" ")
        });
        pages.collect::<Vec<_>>().join(" ").split_whitespace().collect::<Vec<_>>().join(" ")
    }

    pub fn path_of(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }
}

fn is_page_number(line: &str) -> bool {
    !line.trim().is_empty() && line.trim().chars().all(|c| c.is_ascii_digit())
}

/// Runs poppler's reader (a required package of the project) over a PDF.
fn pdftotext(pdf: &[u8]) -> String {
    let mut child = Command::new("pdftotext")
        .args(["-raw", "-", "-"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("poppler-utils is installed");
    let mut stdin = child.stdin.take().expect("stdin is piped");
    let pdf = pdf.to_vec();
    let feeder = std::thread::spawn(move || stdin.write_all(&pdf));
    let output = child.wait_with_output().expect("pdftotext ends");
    feeder.join().expect("it was fed").expect("it read everything");
    assert!(output.status.success(), "pdftotext accepts the file");
    String::from_utf8(output.stdout).expect("it writes UTF-8")
}

/// The text of a sample file.
pub fn sample_file(name: &str) -> &'static str {
    let found = bc138_app::SAMPLES.iter().find(|(known, _)| *known == name);
    found.map(|(_, text)| *text).expect("the sample is there")
}

/// Every text that a sample types, and its whole numbers.
pub fn typed_values(name: &str) -> Vec<String> {
    fn walk(value: &toml::Value, into: &mut Vec<String>) {
        match value {
            toml::Value::String(text) => into.push(text.clone()),
            toml::Value::Integer(number) => into.push(number.to_string()),
            toml::Value::Table(table) => table.values().for_each(|value| walk(value, into)),
            toml::Value::Array(values) => values.iter().for_each(|value| walk(value, into)),
            other => panic!("a sample holds texts and whole numbers, not {other:?}"),
        }
    }
    let table: toml::Table = sample_file(name).parse().expect("the sample is TOML");
    let mut values = Vec::new();
    walk(&toml::Value::Table(table), &mut values);
    values
}

/// Fails when a message for the user is not Vietnamese, not a sentence, or says too little.
pub fn assert_message(message: &str) {
    const ENGLISH: [&str; 22] = [
        "error",
        "invalid",
        "failed",
        "cannot",
        "unable",
        "unexpected",
        "not",
        "the",
        "is",
        "of",
        "file",
        "line",
        "too",
        "read",
        "write",
        "unknown",
        "missing",
        "database",
        "disk",
        "none",
        "some",
        "field",
    ];
    let lower = message.to_lowercase();
    let words: Vec<&str> =
        lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let english: Vec<&&str> = words.iter().filter(|word| ENGLISH.contains(word)).collect();
    assert!(english.is_empty(), "English words {english:?} in “{message}”");
    assert!(!message.is_ascii(), "Vietnamese has diacritics: “{message}”");
    assert!(words.len() >= 8, "it says what is wrong and what to do: “{message}”");
    assert!(message.ends_with(['.', '?']), "it is a sentence: “{message}”");
    assert!(!message.contains('{') && !message.contains("Err("), "no raw values: “{message}”");
}
