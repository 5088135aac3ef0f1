//! Phụ lục: tables by unit, awards, targets, Biểu mẫu 01; each a section of its own.
//!
//! What a table looks like is data ([`shape`]); its numbers and totals come from the same functions
//! as the table of units on the screen ([`numbers`]).

mod blank;
mod carried;
mod chart;
mod draw;
mod eras;
mod ground;
mod lists;
mod notes;
mod numbers;
mod period;
mod province;
mod shape;
mod table;
mod unit_charts;

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

/// What tables are made for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Output {
    /// Pages: a review over a rearrangement is parted by eras.
    Paper,
    /// A workbook: every number has a column of its own.
    Workbook,
}

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
        let places = Letterhead::of(part, request).percent_places();
        let numbers = self.numbers_on(part, &request.lens)?;
        let tables = self.tables_of(part, numbers.as_ref(), (places, Output::Paper))?;
        let figures = numbers.as_ref().map(|it| chart::figures(it, places)).unwrap_or_default();
        let head = Letterhead::of(part, request).head("report.symbol");
        let reference = reference(words::GOES_WITH, &head);
        // Parts of one table stand in one annex.
        let annexes: Vec<&[AnnexTable]> =
            tables.chunk_by(|a, b| a.shape.code == b.shape.code).collect();
        let count = annexes.len() + usize::from(!figures.is_empty());
        let number = |at: usize| (count > 1).then_some(at + 1);
        let numbered = annexes.into_iter().enumerate();
        let section = |(at, parts): (usize, _)| draw::section(parts, number(at), &reference);
        let mut sections: Vec<Section> = numbered.filter_map(section).collect();
        sections.extend(chart::section(figures, number(count.saturating_sub(1)), &reference));
        Ok(sections)
    }

    /// The tables of the annexes that have something to say.
    pub(super) fn annex_tables(
        &self,
        part: &DossierPart,
        request: &Request,
    ) -> Result<Vec<AnnexTable>, AppError> {
        let places = Letterhead::of(part, request).percent_places();
        let numbers = self.numbers_on(part, &request.lens)?;
        self.tables_of(part, numbers.as_ref(), (places, Output::Workbook))
    }

    fn tables_of(
        &self,
        part: &DossierPart,
        numbers: Option<&Numbers>,
        how: (u32, Output),
    ) -> Result<Vec<AnnexTable>, AppError> {
        let mut tables = Vec::new();
        for shape in shapes()? {
            tables.extend(self.annex_table(shape, part, numbers, how)?);
        }
        Ok(tables)
    }

    fn annex_table(
        &self,
        shape: &'static Shape,
        part: &DossierPart,
        numbers: Option<&Numbers>,
        (places, output): (u32, Output),
    ) -> Result<Vec<AnnexTable>, AppError> {
        let one = |table: Option<AnnexTable>| table.into_iter().collect();
        let stated = || AnnexTable::of_figures(shape, &self.assets.catalogue, part, places);
        Ok(match (shape.rows, numbers) {
            (RowsOf::Units | RowsOf::Figures, numbers) => {
                let of_units = numbers.and_then(|it| {
                    let paper = output == Output::Paper;
                    let eras = || AnnexTable::of_eras(shape, it, part, places);
                    let of_eras = paper.then(eras).flatten();
                    of_eras.or_else(|| units(shape, it, part, places))
                });
                of_units.unwrap_or_else(|| one(stated()))
            }
            (RowsOf::Kinds, Some(numbers)) => {
                one(AnnexTable::of_kinds(shape, numbers, part, places))
            }
            (RowsOf::Kinds, None) => Vec::new(),
            (RowsOf::Awards, _) => one(self.award_annex(shape, part)?),
            (RowsOf::Targets, _) => one(self.target_annex(shape)?),
        })
    }
}

/// The tables of units, where any of them has a number.
fn units(
    shape: &'static Shape,
    numbers: &Numbers,
    part: &DossierPart,
    places: u32,
) -> Option<Vec<AnnexTable>> {
    let table = AnnexTable::of_units(shape, numbers, places).filter(AnnexTable::has_numbers)?;
    let (table, left_out) = table.without_empty();
    let mut parts = table.split();
    let count = parts.len();
    for (at, table) in parts.iter_mut().enumerate() {
        table.annotate(numbers, part, at + 1 == count);
    }
    if let Some(last) = parts.last_mut().filter(|_| !left_out.is_empty()) {
        last.notes.push(words::left_out(&left_out));
    }
    Some(parts)
}
