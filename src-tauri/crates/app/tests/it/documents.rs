//! Written files as their readers have them: what they carry, and what another program does to
//! them.

use crate::desk::{Desk, sample};
use bc138_app::view::DocumentVerdict;
use bc138_app::{AppError, DocumentStyle, Request};
use bc138_report::read_back;
use serde_json::Value;
use std::io::{Cursor, Read as _, Write as _};
use std::path::{Path, PathBuf};
use zip::write::SimpleFileOptions;

/// A figure of a file: where it comes from, and what it says.
pub type Figure = (String, String);

impl Desk {
    /// Writes a document that must be written; its path.
    pub fn saved(&mut self, request: &Request, name: &str) -> PathBuf {
        let path = self.path_of(name);
        let saved = self.app.save(request, &path);
        saved.unwrap_or_else(|error| panic!("{name} is written: {error:?}"));
        path
    }

    /// What became of a file that can be judged.
    pub fn verdict(&mut self, path: &Path) -> DocumentVerdict {
        let verdict = self.app.verify_document(path);
        verdict.unwrap_or_else(|error| panic!("{} is judged: {error:?}", path.display()))
    }

    /// The facts inside a file.
    pub fn facts(&self, path: &Path) -> Value {
        let read = read_back(&std::fs::read(path).expect("it is there")).expect("it is read back");
        let facts = read.attachments.iter().find(|it| it.name == "bc138-facts.json");
        serde_json::from_slice(&facts.expect("it carries its facts").bytes).expect("they are JSON")
    }

    /// The figures that a file carries, in reading order.
    pub fn figures(&self, path: &Path) -> Vec<Figure> {
        let facts = self.facts(path);
        let parts = facts["parts"].as_array().expect("parts of sources");
        let part = |at: &Value| {
            let at = at.as_u64().and_then(|at| usize::try_from(at).ok()).expect("a number");
            parts[at].as_str().expect("a text").to_owned()
        };
        let pieces = facts["paragraphs"].as_array().expect("paragraphs").iter();
        let pieces = pieces.flat_map(|it| it.as_array().expect("pieces"));
        let figure = |piece: &Value| {
            let source: Vec<String> = piece.get(0)?.as_array()?.iter().map(part).collect();
            Some((source.join("/"), piece[1].as_str().expect("what it says").to_owned()))
        };
        pieces.filter_map(figure).collect()
    }
}

/// The DOCX with a text in its main part replaced once, as a writer of Word would.
pub fn with_words(docx: &[u8], from: &str, to: &str) -> Vec<u8> {
    let mut archive = zip::ZipArchive::new(Cursor::new(docx)).expect("a package");
    let mut out = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for at in 0..archive.len() {
        let mut part = archive.by_index(at).expect("a part");
        let name = part.name().to_owned();
        let mut bytes = Vec::new();
        part.read_to_end(&mut bytes).expect("it is unpacked");
        if name == "word/document.xml" {
            let text = String::from_utf8(bytes).expect("UTF-8");
            assert!(text.contains(from), "“{from}” stands in {text}");
            bytes = text.replacen(from, to, 1).into_bytes();
        }
        out.start_file(name, SimpleFileOptions::default()).expect("a part begins");
        out.write_all(&bytes).expect("it is written");
    }
    out.finish().expect("a package").into_inner()
}

/// The PDF with every stream changed that a function changes.
pub fn with_streams(pdf: &[u8], change: impl Fn(&mut lopdf::Stream)) -> Vec<u8> {
    let mut pdf = lopdf::Document::load_mem(pdf).expect("a PDF");
    for object in pdf.objects.values_mut() {
        if let Ok(stream) = object.as_stream_mut() {
            change(stream);
        }
    }
    let mut out = Vec::new();
    pdf.save_to(&mut out).expect("it is written");
    out
}

/// The PDF as if it needed a password.
pub fn locked(pdf: &[u8]) -> Vec<u8> {
    let mut pdf = lopdf::Document::load_mem(pdf).expect("a PDF");
    pdf.trailer.set("Encrypt", lopdf::dictionary! { "Filter" => "Standard", "V" => 4 });
    let mut out = Vec::new();
    pdf.save_to(&mut out).expect("it is written");
    out
}

/// A small DOCX whose text unpacks to more than anybody writes.
pub fn bomb() -> Vec<u8> {
    let mut out = zip::ZipWriter::new(Cursor::new(Vec::new()));
    out.start_file("word/document.xml", SimpleFileOptions::default()).expect("a part begins");
    for _ in 0..65 {
        out.write_all(&vec![b' '; 1 << 20]).expect("it is written");
    }
    out.finish().expect("a package").into_inner()
}

/// Writes bytes beside the store.
pub fn put(desk: &Desk, name: &str, bytes: &[u8]) -> PathBuf {
    let path = desk.path_of(name);
    std::fs::write(&path, bytes).expect("it is written");
    path
}

/// The message of a file that cannot be judged.
pub fn refusal(desk: &mut Desk, path: &Path) -> (AppError, String) {
    let error = desk.app.verify_document(path).expect_err("it cannot be judged");
    let message = bc138_app::vi::messages::failure(&error);
    (error, message)
}

#[test]
fn every_style_is_linted_by_the_rules_that_hold_for_it() {
    let mut desk = sample("lang-son-2022");
    let styles = [
        DocumentStyle::Briefing,
        DocumentStyle::Annex,
        DocumentStyle::LeaderSheet,
        DocumentStyle::SpeechFigures,
        DocumentStyle::AwardDecision,
        DocumentStyle::Certificates,
        DocumentStyle::BlankForms,
    ];
    for style in styles {
        let path = desk.saved(&Request::of(style), "ban-in.docx");
        let linted = bc138_app::lint_file(&path).expect("it is read");
        let broken: Vec<_> = linted.findings.iter().filter(|it| it.breaks_rule).collect();
        assert!(broken.is_empty(), "{style:?}: {broken:#?}");
        assert!(linted.clean.starts_with("Không có lỗi"), "a clean file is told so");
    }
    let report = desk.saved(&Request::of(DocumentStyle::OfficialReport), "bao-cao.docx");
    let linted = bc138_app::lint_file(&report).expect("it is read");
    assert!(linted.clean.contains("NĐ 30/2020/NĐ-CP"), "{}", linted.clean);
}
