//! Phụ lục: tables by unit, awards, targets, Biểu mẫu 01; each a section of its own.
//!
//! What a table looks like is data ([`shape`]); its numbers and totals come from the same functions
//! as the table of units on the screen ([`numbers`]).

mod blank;
mod draw;
mod lists;
mod notes;
mod numbers;
mod province;
mod shape;
mod table;

use super::Request;
use super::frame::reference;
use super::letterhead::Letterhead;
use crate::app::App;
use crate::error::AppError;
use crate::vi::annex as words;
use bc138_domain::DossierPart;
use bc138_report::{Document, Paragraph, Section, Style};
use shape::{Shape, shapes};

pub(super) use blank::blank_force;
pub(super) use numbers::Numbers;
pub(super) use shape::{Field, Part, RowsOf};
pub(super) use table::{AnnexCell, AnnexColumn, AnnexRow, AnnexTable};

impl App {
    /// The annexes alone.
    pub(super) fn annexes(
        &self,
        part: &DossierPart,
        request: &Request,
    ) -> Result<Document, AppError> {
        let letterhead = Letterhead::of(part, request);
        let mut sections = self.annex_sections(part, request)?;
        if sections.is_empty() {
            let text = Paragraph::plain(Style::Body, words::NO_ANNEX);
            sections.push(Section { blocks: vec![text.into()], ..Section::default() });
        }
        let meta = letterhead.meta(request.style.title());
        Ok(Document { meta, sizes: letterhead.sizes(), sections, attachments: Vec::new() })
    }

    /// The annexes that have something to say, in their order, each with its own page numbers.
    /// They are numbered when there are two or more (NĐ 30/2020/NĐ-CP, Phụ lục I, phần III).
    pub(super) fn annex_sections(
        &self,
        part: &DossierPart,
        request: &Request,
    ) -> Result<Vec<Section>, AppError> {
        let tables = self.annex_tables(part, request)?;
        let head = Letterhead::of(part, request).head("report.symbol");
        let reference = reference(words::GOES_WITH, &head);
        let several = tables.len() > 1;
        let numbered = tables.iter().enumerate();
        let section = |(at, table): (usize, &AnnexTable)| {
            table.section(several.then_some(at + 1), &reference)
        };
        Ok(numbered.map(section).collect())
    }

    /// The tables of the annexes that have something to say.
    pub(super) fn annex_tables(
        &self,
        part: &DossierPart,
        request: &Request,
    ) -> Result<Vec<AnnexTable>, AppError> {
        let places = Letterhead::of(part, request).percent_places();
        let numbers = self.numbers(part)?;
        let mut tables = Vec::new();
        for shape in shapes()? {
            tables.extend(self.annex_table(shape, part, (numbers.as_ref(), places))?);
        }
        Ok(tables)
    }

    fn annex_table(
        &self,
        shape: &'static Shape,
        part: &DossierPart,
        (numbers, places): (Option<&Numbers>, u32),
    ) -> Result<Option<AnnexTable>, AppError> {
        let of_numbers = |make: fn(&'static Shape, &Numbers, &DossierPart, u32) -> _| {
            numbers.and_then(|numbers| make(shape, numbers, part, places))
        };
        match shape.rows {
            RowsOf::Units | RowsOf::Figures => {
                let stated = || AnnexTable::of_figures(shape, &self.assets.catalogue, part, places);
                Ok(of_numbers(units).or_else(stated))
            }
            RowsOf::Kinds => Ok(of_numbers(AnnexTable::of_kinds)),
            RowsOf::Awards => self.award_annex(shape, part),
            RowsOf::Targets => self.target_annex(shape),
        }
    }
}

/// The table of units, where any of them has a number.
fn units(
    shape: &'static Shape,
    numbers: &Numbers,
    part: &DossierPart,
    places: u32,
) -> Option<AnnexTable> {
    let table = AnnexTable::of_units(shape, numbers, places).filter(AnnexTable::has_numbers)?;
    let (mut table, left_out) = table.without_empty();
    table.annotate(numbers, part);
    if !left_out.is_empty() {
        table.notes.push(words::left_out(&left_out));
    }
    Some(table)
}
