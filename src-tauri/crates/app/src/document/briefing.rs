//! The briefing of a conference (tin hội nghị): the blocks of `briefing.toml`, with photos between.

use crate::app::App;
use crate::compose::{Facts, Piece, Rendered as Blocks};
use crate::error::AppError;
use bc138_domain::{DossierPart, setting};
use bc138_report::{Block, Document, Meta, Paragraph, Picture, Span, Style};

/// Blocks under which a photo stands, one each; what is left comes before the byline.
const TAKES_PHOTO: [&str; 4] = ["people", "standard", "speeches", "awards"];

impl App {
    /// The briefing of a dossier.
    pub(super) fn briefing_document(&self, part: &DossierPart) -> Result<Document, AppError> {
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
        Paragraph::new(block.style, spans.collect()).said_by(block.template())
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
