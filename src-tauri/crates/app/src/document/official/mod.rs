//! Báo cáo tổng kết, sơ kết by NĐ 30/2020/NĐ-CP: head, căn cứ, the numbered parts, signature, and
//! the annexes as sections of their own.

mod numbered;

use super::Request;
use super::frame;
use super::letterhead::Letterhead;
use super::spans::paragraph;
use crate::app::App;
use crate::compose::{Facts, OfficialFacts, Told, Voice};
use crate::error::AppError;
use crate::vi::documents::official as words;
use bc138_domain::DossierPart;
use bc138_domain::text::capitalise;
use bc138_report::{Block, Document, Paragraph, Section, Span};

impl App {
    /// Báo cáo tổng kết, sơ kết by NĐ 30/2020/NĐ-CP.
    pub(super) fn official_report(
        &self,
        part: &DossierPart,
        request: &Request,
    ) -> Result<Document, AppError> {
        let letterhead = Letterhead::of(part, request);
        let changes = self.changes_of(part, letterhead.percent_places())?;
        let annexes = self.annex_sections(part, request)?;
        let facts = Facts::compared(part, &self.assets.catalogue, false, &changes);
        let causes = self.causes(part)?;
        let facts = OfficialFacts::new(part, facts, letterhead.issuer(), causes, annexes.len());
        let blocks = self.report_blocks(&letterhead, &facts)?;
        let mut sections = vec![Section { numbered: true, blocks, ..Section::default() }];
        sections.extend(annexes);
        let title = format!("{} {}", capitalise(&words::KIND.to_lowercase()), facts.subject());
        Ok(Document {
            meta: letterhead.meta(&title),
            sizes: letterhead.sizes(),
            sections,
            attachments: Vec::new(),
        })
    }

    fn report_blocks(
        &self,
        letterhead: &Letterhead<'_>,
        facts: &OfficialFacts,
    ) -> Result<Vec<Block>, AppError> {
        let value = facts.value();
        let addressees = letterhead.addressees();
        let mut blocks = vec![frame::head(&letterhead.head("report.symbol"))];
        blocks.extend(frame::kind_and_subject(words::KIND, facts.subject()));
        blocks.extend(frame::addressees(&addressees));
        let grounds = facts.grounds().iter();
        let grounds =
            grounds.map(|text| vec![Span::plain(format!("{} {text}", words::CARRYING_OUT))]);
        blocks.extend(frame::grounds(grounds.collect()));
        blocks.extend(self.told("official/intro.j2", &value)?);
        blocks.extend(numbered::blocks(&self.composer.outline(&value)?));
        blocks.extend(self.told("official/closing.j2", &value)?);
        blocks.push(frame::signature(&letterhead.signature(!addressees.is_empty())));
        Ok(blocks)
    }

    /// The paragraphs of a template of the report.
    fn told(
        &self,
        name: &str,
        facts: &minijinja::value::Value,
    ) -> Result<impl Iterator<Item = Block> + use<>, AppError> {
        let told = self.composer.told(name, facts)?.into_iter();
        Ok(told.map(|told| said(told).into()))
    }

    /// Reasons given for what is odd about figures, as causes; each is said once.
    fn causes(&self, part: &DossierPart) -> Result<Vec<String>, AppError> {
        if part.reasons.is_empty() {
            return Ok(Vec::new());
        }
        let book = self.assets.book()?;
        // Only some checks are about the figures themselves; a reason given to another explains an
        // entry, not a result.
        let explains_a_result = |finding: &str| {
            let code = finding.split('/').next().and_then(|code| code.parse().ok());
            code.and_then(|code| book.check(code)).is_some_and(|check| check.cause.is_some())
        };
        let mut causes: Vec<String> = Vec::new();
        let phrases = self.cause_phrases()?.into_iter();
        for phrase in phrases.filter(|phrase| explains_a_result(&phrase.finding)) {
            let text = phrase.text.trim_end_matches(['.', ';', ' ']).to_owned();
            if !text.is_empty() && !causes.contains(&text) {
                causes.push(text);
            }
        }
        Ok(causes)
    }
}

/// A paragraph of a template, in the hand of a report.
fn said(told: Told) -> Paragraph {
    paragraph(told.style, told.pieces, Voice::Official).said_by(told.template)
}
