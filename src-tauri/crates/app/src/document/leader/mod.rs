//! One page for the chair: the figures that matter most, what to say about them, one chart. What
//! does not fit on the page is left out, the least important first.

mod chart;
mod choose;
mod figures;
mod points;

use super::letterhead::Letterhead;
use super::spans::paragraph;
use super::{Request, fonts};
use crate::app::App;
use crate::compose::{Counts, Line, Piece, Voice, lines};
use crate::error::AppError;
use crate::vi::documents::leader as words;
use bc138_domain::DossierPart;
use bc138_report::{Block, Document, Figure, Meta, Paragraph, Section, SizeSet, Style, layout};
use choose::{chosen, newest_first};

/// Figures shown even when the page is full of other things.
const WANTED: usize = 5;

/// What stands on the page, each list with the most important first.
struct Sheet {
    title: Vec<Paragraph>,
    numbers: Vec<Line>,
    points: Vec<Vec<Piece>>,
    chart: Option<Figure>,
}

impl App {
    /// One page for the chair (tóm tắt cho chủ trì).
    pub(super) fn leader_sheet(
        &self,
        part: &DossierPart,
        request: &Request,
    ) -> Result<Document, AppError> {
        let letterhead = Letterhead::of(part, request);
        let mut sheet = self.sheet_of(part, &letterhead)?;
        let document =
            |sheet: &Sheet| sheet.document(letterhead.meta(words::TITLE), letterhead.sizes());
        while layout(&document(&sheet), fonts()?)?.len() > 1 && sheet.drop_least() {}
        Ok(document(&sheet))
    }

    fn sheet_of(&self, part: &DossierPart, letterhead: &Letterhead<'_>) -> Result<Sheet, AppError> {
        let catalogue = &self.assets.catalogue;
        let changes = self.changes_of(part, letterhead.percent_places())?;
        let mut lines = lines(part, catalogue, &changes, &self.composer, Counts::Together)?;
        newest_first(&mut lines);
        let before = self.previous_part(part)?;
        let points = points::points(&lines, before.as_ref(), &self.composer)?;
        let label = part.dossier.label();
        let own = label.strip_prefix(&part.dossier.province).unwrap_or(&label);
        let subtitle = format!("{}{own}", letterhead.issuer());
        Ok(Sheet {
            title: vec![
                Paragraph::plain(Style::Title, words::TITLE),
                Paragraph::plain(Style::Subtitle, subtitle),
            ],
            chart: chart::chart(&lines),
            numbers: chosen(lines),
            points,
        })
    }
}

impl Sheet {
    /// Leaves out the least important of what is left: figures beyond the wanted ones, the chart,
    /// points, the other figures. False when nothing but the title is left.
    fn drop_least(&mut self) -> bool {
        if self.numbers.len() > WANTED || (self.chart.is_none() && self.points.len() <= 1) {
            return self.numbers.pop().is_some() || self.points.pop().is_some();
        }
        self.chart.take().is_some() || self.points.pop().is_some()
    }

    fn document(&self, meta: Meta, sizes: SizeSet) -> Document {
        let mut blocks: Vec<Block> = self.title.iter().cloned().map(Block::from).collect();
        blocks.extend(figures::table(&self.numbers).map(Block::from));
        blocks.extend(self.chart.iter().cloned().map(Block::from));
        let head = if self.points.len() == 3 { words::POINTS } else { words::FEWER_POINTS };
        if !self.points.is_empty() {
            blocks.push(Paragraph::plain(Style::Heading, head).into());
        }
        let points = self.points.iter().cloned();
        blocks.extend(points.map(|it| paragraph(Style::Item, it, Voice::Official).into()));
        let sections = vec![Section { numbered: false, blocks, ..Section::default() }];
        Document { meta, sizes, sections, attachments: Vec::new() }
    }
}
