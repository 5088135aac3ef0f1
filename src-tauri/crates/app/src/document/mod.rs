//! Documents: what was asked for ([`Request`]) becomes a [`Document`], pages and a file.
//!
//! Each style has a module of its own that composes it; this one lays out, writes and saves.

mod annex;
mod award_list;
mod blank_forms;
mod briefing;
mod certificates;
mod changes;
mod correction;
mod frame;
mod giver;
mod kit;
mod leader;
mod letterhead;
mod official;
mod previous;
mod request;
mod spans;
mod speech;
mod unit_letter;
mod workbook;

use crate::app::App;
use crate::error::AppError;
use crate::vi::documents as words;
use crate::wording;
use bc138_domain::DossierPart;
use bc138_report::{
    Document, Fonts, Page, Paragraph, Section, Style, layout, write_docx, write_pdf, write_svg,
    write_text,
};
use bc138_store::DocumentRow;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;
use std::time::{Duration, Instant};

pub use request::{DocumentStyle, Request};

/// The format of a written document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DocumentFormat {
    /// Pages with embedded fonts.
    Pdf,
    /// Word.
    Docx,
    /// Plain text.
    Text,
    /// Excel; only the annexes have a workbook.
    Xlsx,
}

impl DocumentFormat {
    /// The format that a file name asks for.
    ///
    /// # Errors
    /// [`AppError::UnknownFormat`].
    pub fn of(path: &Path) -> Result<Self, AppError> {
        let extension = path.extension().and_then(|e| e.to_str()).unwrap_or_default();
        match extension.to_lowercase().as_str() {
            "pdf" => Ok(Self::Pdf),
            "docx" => Ok(Self::Docx),
            "txt" => Ok(Self::Text),
            "xlsx" => Ok(Self::Xlsx),
            other => Err(AppError::UnknownFormat(format!(".{other}"))),
        }
    }

    const fn extension(self) -> &'static str {
        match self {
            Self::Pdf => "pdf",
            Self::Docx => "docx",
            Self::Text => "txt",
            Self::Xlsx => "xlsx",
        }
    }
}

/// How long each part of the work took.
#[derive(Debug, Clone, Copy, Default)]
pub struct Timing {
    /// Reading and sentences.
    pub compose: Duration,
    /// Pages.
    pub layout: Duration,
    /// Bytes.
    pub write: Duration,
}

impl Timing {
    /// All of it.
    #[must_use]
    pub fn total(&self) -> Duration {
        self.compose + self.layout + self.write
    }
}

/// A written document.
#[derive(Debug, Clone)]
pub struct Rendered {
    /// The file's bytes.
    pub bytes: Vec<u8>,
    /// Number of pages; 0 where the format has none.
    pub pages: usize,
    /// How long it took.
    pub timing: Timing,
    /// What it says and where each number comes from, as JSON.
    pub facts: String,
}

/// The fonts of every document and chart.
pub(crate) fn fonts() -> Result<&'static Fonts, AppError> {
    static FONTS: OnceLock<Fonts> = OnceLock::new();
    if let Some(fonts) = FONTS.get() {
        return Ok(fonts);
    }
    let fonts = Fonts::embedded()?;
    Ok(FONTS.get_or_init(|| fonts))
}

impl App {
    /// The document that is asked for, before any page exists.
    ///
    /// # Errors
    /// No dossier, a wrong template, or a broken photo.
    pub fn compose(&self, request: &Request) -> Result<Document, AppError> {
        let mut document = self.in_own_words(&self.part()?, request)?;
        if document.blocks().next().is_none() {
            let text = Paragraph::plain(Style::Body, words::NOTHING_YET);
            document.sections = vec![Section { blocks: vec![text.into()], ..Section::default() }];
        }
        Ok(document)
    }

    /// The document of a dossier with the paragraphs that the clerk rewrote.
    fn in_own_words(&self, part: &DossierPart, request: &Request) -> Result<Document, AppError> {
        let mut document = self.composed(part, request)?;
        wording::apply(&Self::edited(part, request.style), &mut document);
        wording::finish(&mut document);
        Ok(document)
    }

    /// The document in the program's own words.
    pub(crate) fn composed(
        &self,
        part: &DossierPart,
        request: &Request,
    ) -> Result<Document, AppError> {
        match request.style {
            DocumentStyle::Briefing => self.briefing_document(part),
            DocumentStyle::OfficialReport => self.official_report(part, request),
            DocumentStyle::Annex => self.annexes(part, request),
            DocumentStyle::LeaderSheet => self.leader_sheet(part, request),
            DocumentStyle::SpeechFigures => self.speech_figures(part, request),
            DocumentStyle::MeetingKit => self.meeting_kit(part, request),
            DocumentStyle::AwardDecision => self.award_list(part, request),
            DocumentStyle::Certificates => self.certificates(part, request),
            DocumentStyle::UnitLetter => self.unit_letter(part, request),
            DocumentStyle::BlankForms => self.blank_forms(part, request),
            DocumentStyle::Changes => self.changes(part, request),
            DocumentStyle::Correction => self.correction(part, request),
        }
    }

    /// The document that is asked for, in a format.
    ///
    /// # Errors
    /// As [`App::compose`], or a character the font lacks.
    pub fn render(&self, request: &Request, format: DocumentFormat) -> Result<Rendered, AppError> {
        let mut timing = Timing::default();
        let mut document = timed(&mut timing.compose, || self.compose(request))?;
        let lens = request.lens.written(self.now().date());
        let request = &Request { lens, ..request.clone() };
        let facts = self.facts_of(&document, request)?;
        document.attachments.push(facts.attachment());
        if format != DocumentFormat::Pdf {
            let bytes = timed(&mut timing.write, || match format {
                DocumentFormat::Docx => write_docx(&document).map_err(AppError::from),
                DocumentFormat::Xlsx => self.workbook(request),
                _ => Ok(write_text(&document).into_bytes()),
            })?;
            return Ok(Rendered { bytes, pages: 0, timing, facts: facts.json() });
        }
        let pages = timed(&mut timing.layout, || Ok::<_, AppError>(layout(&document, fonts()?)?))?;
        let bytes = timed(&mut timing.write, || {
            Ok::<_, AppError>(write_pdf(&document, &pages, fonts()?)?)
        })?;
        Ok(Rendered { bytes, pages: pages.len(), timing, facts: facts.json() })
    }

    /// The pages of a document as SVG, exactly as they will be printed.
    ///
    /// # Errors
    /// As [`App::render`].
    pub fn preview(&self, request: &Request) -> Result<Vec<String>, AppError> {
        let document = self.compose(request)?;
        let fonts = fonts()?;
        let pages: Vec<Page> = layout(&document, fonts)?;
        Ok(pages.iter().map(|page| write_svg(page, fonts)).collect())
    }

    /// One page of a document as SVG, from 0; nothing past its last page.
    ///
    /// # Errors
    /// As [`App::render`].
    pub fn preview_page(&self, request: &Request, page: usize) -> Result<Option<String>, AppError> {
        let pages = layout(&self.compose(request)?, fonts()?)?;
        let fonts = fonts()?;
        Ok(pages.get(page).map(|page| write_svg(page, fonts)))
    }

    /// Writes a document to a file, whole or not at all, and remembers it.
    ///
    /// # Errors
    /// As [`App::render`], or the file cannot be written.
    pub fn save(&mut self, request: &Request, path: &Path) -> Result<Rendered, AppError> {
        let rendered = self.render(request, DocumentFormat::of(path)?)?;
        write_whole(path, &rendered.bytes)?;
        let dossier = self.part()?.dossier;
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned());
        self.store.remember_document(&DocumentRow {
            dossier: dossier.id,
            name: name.unwrap_or_default(),
            path: path.display().to_string(),
            at: crate::clock::stamp(self.now()),
            change: self.store.last_change(dossier.id)?,
            style: Some(request.style.code().to_owned()),
            facts: Some(rendered.facts.clone()),
        })?;
        Ok(rendered)
    }

    /// The file name offered for a document: “Tin hội nghị - Lạng Sơn - Tổng kết 2022.pdf”.
    ///
    /// # Errors
    /// No dossier is open.
    pub fn file_name(&self, request: &Request, format: DocumentFormat) -> Result<String, AppError> {
        let label = self.part()?.dossier.label().replace(" · ", " - ");
        let safe: String =
            label.chars().map(|c| if r#"\/:*?"<>|"#.contains(c) { '-' } else { c }).collect();
        let title = request.style.title();
        Ok(format!("{title} - {safe}.{}", format.extension()))
    }
}

fn timed<T>(slot: &mut Duration, work: impl FnOnce() -> T) -> T {
    let start = Instant::now();
    let done = work();
    *slot += start.elapsed();
    done
}

/// Writes beside the target, makes it durable, then renames: no half-written file, ever.
fn write_whole(path: &Path, bytes: &[u8]) -> Result<(), AppError> {
    let fail = |source: std::io::Error| AppError::Write { path: path.to_path_buf(), source };
    let name = path.file_name().ok_or_else(|| fail(std::io::ErrorKind::IsADirectory.into()))?;
    let part: PathBuf = path.with_file_name(format!(".{}.dang-ghi", name.to_string_lossy()));
    let written = std::fs::File::create(&part).and_then(|mut file| {
        file.write_all(bytes)?;
        file.sync_all()
    });
    let done = written.and_then(|()| std::fs::rename(&part, path));
    if done.is_err() {
        // The half-written file is ours; if it cannot be removed there is nothing more to do.
        let _ignored = std::fs::remove_file(&part).is_ok();
    }
    done.map_err(fail)
}
