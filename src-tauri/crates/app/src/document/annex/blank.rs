//! Biểu mẫu 01 without numbers, for a commune to fill in by hand.

use super::shape::{Shape, shapes};
use super::table::AnnexColumn;
use super::table::{AnnexCell, AnnexRow, AnnexTable};
use crate::document::blank_forms::{filled_in, signatures};
use crate::error::AppError;
use crate::vi::annex::blank as words;
use bc138_domain::{CalendarBook, Catalogue};
use bc138_report::{Block, Paper, Paragraph, Section, Style, Table};

/// The form of the ministry.
const FORCE: &str = "force";
/// Rows to be filled in where no unit is named.
const ROWS: usize = 8;

/// The form, while all its indicators are in force.
pub(in crate::document) fn blank_force(
    catalogue: &Catalogue,
    calendars: &CalendarBook,
    year: i32,
    unit: Option<&str>,
) -> Result<Option<Section>, AppError> {
    let Some(shape) = shapes()?.iter().find(|shape| shape.code == FORCE) else { return Ok(None) };
    let in_force = |code: &str| {
        let indicator = catalogue.indicator(code);
        let window = indicator.and_then(|it| calendars.window_of(it, year));
        indicator.zip(window).is_some_and(|(it, window)| it.is_valid_on(window.to))
    };
    let mut columns = shape.group.iter().flat_map(|group| &group.column);
    Ok(columns.all(|column| in_force(&column.figure)).then(|| section(shape, unit)))
}

fn section(shape: &'static Shape, unit: Option<&str>) -> Section {
    let blocks = vec![
        Paragraph::plain(Style::AnnexTitle, shape.title.to_uppercase()).into(),
        Paragraph::plain(Style::AnnexReference, format!("({})", shape.basis)).into(),
        filled_in(words::UNIT, unit),
        Block::Table(tall(empty(shape, unit).drawn())),
        signatures(),
    ];
    Section { paper: Paper::A4Landscape, numbered: true, blocks }
}

/// The table with rows that a pen can write in.
fn tall(mut table: Table) -> Table {
    for cell in table.rows.iter_mut().filter_map(|row| row.cells.first_mut()) {
        cell.paragraphs.push(Paragraph::plain(Style::TableCell, ""));
    }
    table
}

fn empty(shape: &'static Shape, unit: Option<&str>) -> AnnexTable {
    let columns: Vec<AnnexColumn> =
        shape.group.iter().flat_map(|group| &group.column).map(AnnexColumn::plain).collect();
    let row = |label: &str| AnnexRow {
        label: label.to_owned(),
        cells: vec![AnnexCell::default(); columns.len()],
        ..AnnexRow::default()
    };
    let rows = match unit {
        Some(unit) => vec![row(unit)],
        None => vec![row(""); ROWS],
    };
    let groups = shape.group.iter().map(|group| (group.title.clone(), group.column.len()));
    let rules: Vec<&str> = shape.agree.iter().map(|it| it.text.as_str()).collect();
    let notes = vec![format!("{}{}.", words::AGREE, rules.join("; "))];
    let (caption, groups, totals) = (None, groups.collect(), None);
    AnnexTable { shape, caption, groups, columns, rows, totals, notes }
}
