//! All papers of the conference in one file: the chair's sheet, the briefing, the report with its
//! annexes, the figures to be spoken, the lists of awards. One file has one hand: counts are
//! written in it as in official documents, so that a figure looks the same wherever it stands.

use super::letterhead::Letterhead;
use super::{DocumentStyle, Request};
use crate::app::App;
use crate::compose::official_count;
use crate::error::AppError;
use bc138_domain::DossierPart;
use bc138_report::{Block, Document, Section};

impl App {
    /// All papers of the conference in one file (bộ tài liệu hội nghị).
    pub(super) fn meeting_kit(
        &self,
        part: &DossierPart,
        request: &Request,
    ) -> Result<Document, AppError> {
        let letterhead = Letterhead::of(part, request);
        let paper = |style| self.in_own_words(part, &Request { style, ..request.clone() });
        let papers = [
            paper(DocumentStyle::LeaderSheet)?,
            in_official_hand(paper(DocumentStyle::Briefing)?),
            paper(DocumentStyle::OfficialReport)?,
            paper(DocumentStyle::SpeechFigures)?,
            paper(DocumentStyle::AwardDecision)?,
        ];
        let has_text = |section: &Section| !section.blocks.is_empty();
        let sections = papers.into_iter().flat_map(|paper| paper.sections).filter(has_text);
        Ok(Document {
            meta: letterhead.meta(DocumentStyle::MeetingKit.title()),
            sizes: letterhead.sizes(),
            sections: sections.collect(),
            attachments: Vec::new(),
        })
    }
}

/// Writes the counts of a briefing as the other papers write them.
fn in_official_hand(mut document: Document) -> Document {
    let blocks = document.sections.iter_mut().flat_map(|section| &mut section.blocks);
    for block in blocks {
        if let Block::Paragraph(paragraph) = block {
            let figures = paragraph.spans.iter_mut().filter(|span| span.source.is_some());
            figures.for_each(|span| span.text = official_count(&span.text));
        }
    }
    document
}
