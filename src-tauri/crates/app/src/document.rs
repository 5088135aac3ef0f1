//! Documents: a dossier's blocks laid out and written in a format.

use crate::app::App;
use crate::compose::{Facts, Piece, Rendered as Blocks};
use crate::error::AppError;
use bc138_domain::{DossierPart, setting};
use bc138_report::{
    Block, Document, Fonts, Meta, Page, Paragraph, Picture, Span, Style, layout, write_docx,
    write_pdf, write_svg, write_text,
};
use bc138_store::DocumentRow;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;
use std::time::{Duration, Instant};

/// The format of a written document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DocumentFormat {
    /// Pages with embedded fonts.
    Pdf,
    /// Word.
    Docx,
    /// Plain text.
    Text,
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
            other => Err(AppError::UnknownFormat(format!(".{other}"))),
        }
    }

    const fn extension(self) -> &'static str {
        match self {
            Self::Pdf => "pdf",
            Self::Docx => "docx",
            Self::Text => "txt",
        }
    }
}

/// How long each part of the work took.
#[derive(Debug, Clone, Copy, Default)]
pub struct Timing {
    /// Reading the dossier.
    pub read: Duration,
    /// Sentences.
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
        self.read + self.compose + self.layout + self.write
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
}

/// Blocks under which a photo stands, one each; what is left comes before the byline.
const TAKES_PHOTO: [&str; 4] = ["people", "standard", "speeches", "awards"];

fn fonts() -> Result<&'static Fonts, AppError> {
    static FONTS: OnceLock<Fonts> = OnceLock::new();
    if let Some(fonts) = FONTS.get() {
        return Ok(fonts);
    }
    let fonts = Fonts::embedded()?;
    Ok(FONTS.get_or_init(|| fonts))
}

impl App {
    /// The briefing of the open dossier in a format.
    ///
    /// # Errors
    /// No dossier, a wrong template, a character the font lacks, or a broken photo.
    pub fn briefing(&self, format: DocumentFormat) -> Result<Rendered, AppError> {
        let mut timing = Timing::default();
        let part = timed(&mut timing.read, || self.part())?;
        let document = timed(&mut timing.compose, || self.briefing_document(&part))?;
        if format != DocumentFormat::Pdf {
            let bytes = timed(&mut timing.write, || match format {
                DocumentFormat::Docx => write_docx(&document).map_err(AppError::from),
                _ => Ok(write_text(&document).into_bytes()),
            })?;
            return Ok(Rendered { bytes, pages: 0, timing });
        }
        let pages = timed(&mut timing.layout, || Ok::<_, AppError>(layout(&document, fonts()?)?))?;
        let bytes = timed(&mut timing.write, || {
            Ok::<_, AppError>(write_pdf(&document, &pages, fonts()?)?)
        })?;
        Ok(Rendered { bytes, pages: pages.len(), timing })
    }

    /// The pages of the briefing as SVG, exactly as they will be printed.
    ///
    /// # Errors
    /// As [`App::briefing`].
    pub fn preview(&self) -> Result<Vec<String>, AppError> {
        let document = self.briefing_document(&self.part()?)?;
        let fonts = fonts()?;
        let pages: Vec<Page> = layout(&document, fonts)?;
        Ok(pages.iter().map(|page| write_svg(page, fonts)).collect())
    }

    fn briefing_document(&self, part: &DossierPart) -> Result<Document, AppError> {
        let facts = Facts::gather(part, &self.assets.catalogue, false);
        let blocks = self.composer.render(&facts)?;
        let mut photos = self.photos(part)?.into_iter();
        let mut out = Vec::new();
        for block in &blocks {
            if block.block == "byline" {
                out.extend(photos.by_ref().map(Block::Picture));
            }
            out.extend(paragraphs(block).map(Block::Paragraph));
            if TAKES_PHOTO.contains(&block.block.as_str()) {
                out.extend(photos.next().map(Block::Picture));
            }
        }
        out.extend(photos.map(Block::Picture));
        Ok(Document::new(self.meta(part, &blocks), out))
    }

    fn photos(&self, part: &DossierPart) -> Result<Vec<Picture>, AppError> {
        let with_photo = part.captions.iter().filter_map(|c| Some((c, c.photo.as_ref()?)));
        with_photo
            .map(|(caption, hash)| {
                let text = Span::plain(caption.text.clone());
                let caption = Some(Paragraph::new(Style::Caption, vec![text]));
                Ok(Picture { image: self.store.photo(hash)?.into(), caption })
            })
            .collect()
    }

    fn meta(&self, part: &DossierPart, blocks: &[Blocks]) -> Meta {
        let dossier = &part.dossier;
        let day = dossier.document_date();
        let committee =
            day.and_then(|d| setting::in_force(&part.settings, "committee.short_name", d));
        let province = format!("{} {}", dossier.province_type, dossier.province);
        let title = blocks.iter().find(|block| block.style == Style::Title).map(plain_text);
        Meta {
            title: title.unwrap_or_else(|| dossier.label()),
            author: committee.map_or_else(|| province.clone(), |name| format!("{name} {province}")),
            subject: dossier.label(),
            keywords: Vec::new(),
            date: day,
        }
    }

    /// Writes the briefing to a file, whole or not at all, and remembers it.
    ///
    /// # Errors
    /// As [`App::briefing`], or the file cannot be written.
    pub fn save_briefing(&mut self, path: &Path) -> Result<Rendered, AppError> {
        let rendered = self.briefing(DocumentFormat::of(path)?)?;
        write_whole(path, &rendered.bytes)?;
        let dossier = self.part()?.dossier;
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned());
        self.store.remember_document(&DocumentRow {
            dossier: dossier.id,
            name: name.unwrap_or_default(),
            path: path.display().to_string(),
            at: crate::clock::stamp(self.now()),
            change: self.store.last_change(dossier.id)?,
        })?;
        Ok(rendered)
    }

    /// The file name offered for a document: “Tin hội nghị - Lạng Sơn - Tổng kết 2022.pdf”.
    ///
    /// # Errors
    /// No dossier is open.
    pub fn file_name(&self, format: DocumentFormat) -> Result<String, AppError> {
        let label = self.part()?.dossier.label().replace(" · ", " - ");
        let safe: String =
            label.chars().map(|c| if r#"\/:*?"<>|"#.contains(c) { '-' } else { c }).collect();
        Ok(format!("Tin hội nghị - {safe}.{}", format.extension()))
    }
}

fn timed<T>(slot: &mut Duration, work: impl FnOnce() -> T) -> T {
    let start = Instant::now();
    let done = work();
    *slot += start.elapsed();
    done
}

fn paragraphs(block: &Blocks) -> impl Iterator<Item = Paragraph> {
    block.paragraphs.iter().map(|pieces| {
        let spans = pieces.iter().map(|piece| match piece {
            Piece::Text(text) => Span::plain(text.clone()),
            Piece::Figure { key, text } => {
                Span { source: Some(key.clone()), ..Span::plain(text.clone()) }
            }
            Piece::Gap { key } => Span { source: Some(key.clone()), gap: true, ..Span::default() },
        });
        Paragraph::new(block.style, spans.collect())
    })
}

fn plain_text(block: &Blocks) -> String {
    let pieces = block.paragraphs.iter().flatten();
    let text = pieces.map(|piece| match piece {
        Piece::Text(text) | Piece::Figure { text, .. } => text.as_str(),
        Piece::Gap { .. } => "",
    });
    text.collect()
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
