//! Correction note (đính chính) for a document that was already written: what it said and what the
//! data say today, drafted as an official letter.

use super::frame;
use super::letterhead::Letterhead;
use super::{DocumentStyle, Request};
use crate::app::App;
use crate::error::AppError;
use crate::past::moment;
use crate::truth::DocumentFacts;
use crate::vi::correction as words;
use crate::view::FigureLine;
use bc138_domain::{DossierPart, date};
use bc138_report::{
    Align, Block, Cell, Column, Density, Document, Paragraph, Row, Section, Style, Table, Width,
};
use bc138_store::DocumentRow;

impl App {
    /// The note for the document named in the request, else for the newest that no longer holds.
    pub(super) fn correction(
        &self,
        part: &DossierPart,
        request: &Request,
    ) -> Result<Document, AppError> {
        let letterhead = Letterhead::of(part, request);
        let found = self.wrong_document(part, request)?;
        let blocks = match &found {
            Some((row, lines)) => note(&letterhead, row, lines),
            None => vec![Paragraph::plain(Style::Body, words::NOTHING).into()],
        };
        let section = Section { numbered: true, blocks, ..Section::default() };
        Ok(Document {
            meta: letterhead.meta(request.style.title()),
            sizes: letterhead.sizes(),
            sections: vec![section],
            attachments: Vec::new(),
        })
    }

    /// The document to be corrected, with what no longer holds in it.
    fn wrong_document(
        &self,
        part: &DossierPart,
        request: &Request,
    ) -> Result<Option<(DocumentRow, Vec<FigureLine>)>, AppError> {
        let wanted = request.since.as_deref();
        for row in self.store.documents(part.dossier.id)? {
            if wanted.is_some_and(|wanted| row.name != wanted && row.path != wanted) {
                continue;
            }
            let lines = self.outdated(row.facts.as_deref())?;
            if !lines.is_empty() {
                return Ok(Some((row, lines)));
            }
        }
        Ok(None)
    }
}

fn note(letterhead: &Letterhead<'_>, row: &DocumentRow, lines: &[FigureLine]) -> Vec<Block> {
    let name = cited(row);
    let head = frame::Head { about: Some(words::about(&name)), ..letterhead.head("letter.symbol") };
    let addressees = letterhead.addressees();
    let mut blocks = vec![frame::head(&head)];
    blocks.extend(frame::addressees(&addressees));
    let opening = words::opening(&letterhead.issuer(), &name, lines.len());
    blocks.push(Paragraph::plain(Style::Body, opening).into());
    blocks.push(table(lines).into());
    blocks.push(Paragraph::plain(Style::Body, words::CLOSING).into());
    blocks.push(frame::signature(&letterhead.signature(!addressees.is_empty())));
    blocks
}

/// The document as a letter names it.
fn cited(row: &DocumentRow) -> String {
    let facts = row.facts.as_deref().and_then(|facts| DocumentFacts::read(facts.as_bytes()));
    let style = row.style.as_deref().and_then(DocumentStyle::of);
    let title = style.map_or_else(|| row.name.clone(), |style| style.title().to_owned());
    let request = facts.map(|facts| facts.request);
    let number = request.as_ref().and_then(|it| it.number.clone());
    let date = request.and_then(|it| it.dated).map(date::full);
    words::cited(&title, number.as_deref(), date.as_deref(), &moment(&row.at))
}

fn table(lines: &[FigureLine]) -> Table {
    let rows = lines.iter().enumerate().map(|(at, line)| {
        let name = if line.name.is_empty() { &line.before } else { &line.name };
        let now = if line.now.is_empty() { words::TAKEN_OUT } else { line.now.as_str() };
        Row::new(vec![
            Cell::plain((at + 1).to_string()),
            Cell::plain(name),
            Cell::plain(&line.written),
            Cell::plain(now),
        ])
    });
    Table {
        columns: vec![
            Column::new(Width::Digits(3), Align::Centre),
            Column::new(Width::Share(1.0), Align::Left),
            Column::new(Width::Digits(14), Align::Right),
            Column::new(Width::Digits(14), Align::Right),
        ],
        head: vec![Row::new(words::COLUMNS.iter().map(|name| Cell::head(*name)).collect())],
        rows: rows.collect(),
        density: Density::Normal,
        ..Table::default()
    }
}
