//! The annexes as a workbook: typed cells, totals as formulas, and a sheet that says where every
//! column comes from.

use super::Request;
use super::annex::{AnnexCell, AnnexColumn, AnnexRow, AnnexTable, Part, RowsOf};
use super::letterhead::Letterhead;
use super::request::DocumentStyle;
use crate::app::App;
use crate::error::AppError;
use crate::past::moment;
use crate::vi::annex::{self as annex_words, workbook as words};
use bc138_domain::Fixed;
use bc138_store::LogFilter;
use bc138_workbook::{
    Area, Cell, Column, ColumnKind, Formula, HeadCell, Number, Paper, PrintSetup, Properties,
    Provenance, Row, RowRole, Sheet, SourceLine, Workbook, write_xlsx,
};

/// Columns before the numbers: the row's number and its name.
const FIRST: u16 = 2;
/// From so many columns of numbers on they are narrow.
const WIDE: usize = 12;
/// Columns that fit on A4; more go on A3.
const A4_COLUMNS: usize = 30;

impl App {
    /// The annexes of the open dossier as an XLSX file; no other style has a workbook.
    ///
    /// # Errors
    /// [`AppError::NoTables`] for another style; no dossier; a limit of the format.
    pub fn workbook(&self, request: &Request) -> Result<Vec<u8>, AppError> {
        if request.style != DocumentStyle::Annex {
            return Err(AppError::NoTables);
        }
        let part = self.part()?;
        let letterhead = Letterhead::of(&part, request);
        let tables = self.annex_tables(&part, request)?;
        let mut book = Workbook::new(Properties::default(), Vec::new());
        book.sheets = tables.iter().map(|table| sheet(table, &letterhead)).collect();
        let names = book.tab_names();
        let mut provenance = Provenance { notes: self.last_entry()?, ..Provenance::default() };
        for ((table, sheet), name) in tables.iter().zip(&book.sheets).zip(&names) {
            provenance.lines.extend(sources(table, sheet, name));
        }
        book.sheets.push(provenance.into_sheet());
        book.properties = Properties {
            title: request.style.title().to_owned(),
            subject: part.dossier.label(),
            author: letterhead.issuer(),
            company: letterhead.issuer(),
            comment: words::COMMENT.to_owned(),
            created: letterhead.meta("").date.unwrap_or_default().and_time(chrono::NaiveTime::MIN),
            custom: Vec::new(),
        };
        Ok(write_xlsx(&book)?)
    }

    /// Who entered numbers of units last, and when.
    fn last_entry(&self) -> Result<Vec<String>, AppError> {
        let rows = self.store.log(&LogFilter::default())?;
        let last = rows.iter().find(|row| row.entry_count > 0);
        Ok(last.map(|row| words::last_entry(row, &moment(&row.at))).into_iter().collect())
    }
}

/// What the numbers of a column are: all of one kind, so that they add up.
#[derive(Clone, Copy)]
enum Kind {
    Count,
    Decimal,
    Money,
    Percent,
}

impl Kind {
    fn of(table: &AnnexTable, place: usize) -> Self {
        let column = &table.columns[place];
        let values: Vec<Fixed> = cells(table, place).filter_map(|cell| cell.value).collect();
        match () {
            () if column.shape.part == Part::Rate => Self::Percent,
            () if column.shape.field == Some(super::annex::Field::Money) => Self::Money,
            () if values.iter().all(|value| value.as_int().is_some()) => Self::Count,
            () => Self::Decimal,
        }
    }

    fn number(self, value: Fixed) -> Number {
        let thousandths = value.thousandths();
        match self {
            Self::Percent => Number::Percent(thousandths),
            Self::Decimal => Number::Decimal(thousandths),
            Self::Count => Number::Count(thousandths / 1_000),
            Self::Money => Number::Money(thousandths / 1_000),
        }
    }
}

/// The cells of a column, the total included.
fn cells(table: &AnnexTable, place: usize) -> impl Iterator<Item = &AnnexCell> {
    let rows = table.rows.iter().chain(&table.totals);
    rows.filter_map(move |row| row.cells.get(place))
}

/// A column of words: fields of awards and targets.
fn is_text(table: &AnnexTable, place: usize) -> bool {
    cells(table, place).all(|cell| cell.value.is_none()) && table.columns[place].sources.is_empty()
}

fn sheet(table: &AnnexTable, letterhead: &Letterhead<'_>) -> Sheet {
    let kinds: Vec<Kind> = (0..table.columns.len()).map(|place| Kind::of(table, place)).collect();
    let mut notes = table.notes.clone();
    let mut sheet = Sheet {
        name: table.shape.tab.clone(),
        title: Some(table.shape.title.to_uppercase()),
        subtitles: vec![letterhead.issuer()],
        columns: columns(table),
        head: head(table),
        frozen_columns: FIRST,
        print: PrintSetup {
            paper: if table.width() > A4_COLUMNS { Paper::A3 } else { Paper::A4 },
            ..PrintSetup::landscape()
        },
        ..Sheet::default()
    };
    let mut next = 0;
    for row in &table.rows {
        next += i64::from(row.role == bc138_report::RowRole::Body);
        sheet.rows.push(body(table, row, next, &kinds));
    }
    for (at, row) in table.rows.iter().enumerate() {
        notes.extend(as_printed(&sheet, row, u32::try_from(at).unwrap_or(u32::MAX)));
    }
    if let Some(totals) = &table.totals {
        let (row, not_sums) = total(table, totals, &kinds);
        sheet.rows.push(row);
        notes.extend(not_sums);
    }
    Sheet { notes, ..sheet }
}

fn columns(table: &AnnexTable) -> Vec<Column> {
    let wide = table.columns.len() > WIDE;
    let (name, number) = if wide { (24.0, 7.0) } else { (30.0, 10.0) };
    let mut columns =
        vec![Column::new(5.0, ColumnKind::Centred), Column::new(name, ColumnKind::Text)];
    columns.extend(table.columns.iter().enumerate().map(
        |(place, column)| match column.shape.part {
            _ if is_text(table, place) => Column::new(24.0, ColumnKind::Text),
            Part::Rate => Column::new(8.0, ColumnKind::Rate),
            _ if table.shape.rows == RowsOf::Awards => Column::new(16.0, ColumnKind::Amount),
            _ => Column::new(number, ColumnKind::Amount),
        },
    ));
    columns.extend(table.shape.remarks.then(|| Column::new(10.0, ColumnKind::Centred)));
    columns
}

fn head(table: &AnnexTable) -> Vec<Vec<HeadCell>> {
    let grouped = table.groups.iter().any(|(title, _)| !title.is_empty());
    let tall = if grouped { 2 } else { 1 };
    let alone = |text: &str| HeadCell::new(text).over(1, tall);
    let mut first = vec![alone(annex_words::NUMBER), alone(&table.shape.row_title)];
    let mut second = Vec::new();
    let mut columns = table.columns.iter();
    for (title, count) in &table.groups {
        let of_group = columns.by_ref().take(*count).map(|column| column.title.as_str());
        if title.is_empty() {
            first.extend(of_group.map(alone));
        } else {
            let width = u16::try_from(*count).unwrap_or(1);
            first.push(HeadCell::new(title.as_str()).over(width, 1));
            second.extend(of_group.map(HeadCell::new));
        }
    }
    first.extend(table.shape.remarks.then(|| alone(annex_words::REMARKS)));
    let mut head = vec![first];
    head.extend((!second.is_empty()).then_some(second));
    if table.shape.numbered {
        let numbers = (1..table.width()).map(|n| HeadCell::new(n.to_string()));
        head.push(std::iter::once(HeadCell::new("")).chain(numbers).collect());
    }
    head
}

fn body(table: &AnnexTable, row: &AnnexRow, number: i64, kinds: &[Kind]) -> Row {
    let role = match row.role {
        bc138_report::RowRole::Group => RowRole::Group,
        _ => RowRole::Body,
    };
    let number = if role == RowRole::Body { Cell::count(number) } else { Cell::Empty };
    let mut cells = vec![number, Cell::text(row.label.clone())];
    cells.extend(row.cells.iter().enumerate().map(|(place, cell)| {
        match share(table, row, place).zip(cell.value) {
            Some((formula, value)) => {
                Cell::Formula { formula, value: Some(kinds[place].number(value)) }
            }
            None => typed(cell, kinds[place]),
        }
    }));
    if table.shape.remarks {
        let marks: Vec<String> = row.remarks.iter().map(|n| format!("({n})")).collect();
        cells.push(if marks.is_empty() { Cell::Empty } else { Cell::text(marks.join(" ")) });
    }
    Row { role, cells }
}

/// A number where there is one; signs and words stay text, so that no sum takes them for nought.
fn typed(cell: &AnnexCell, kind: Kind) -> Cell {
    match cell.value {
        Some(value) => Cell::Number(kind.number(value)),
        None if cell.text.is_empty() => Cell::Empty,
        None => Cell::text(cell.text.clone()),
    }
}

/// The percentage as a formula, where both of its numbers stand in the row.
fn share(table: &AnnexTable, row: &AnnexRow, place: usize) -> Option<Formula> {
    let column = &table.columns[place];
    if column.shape.part != Part::Rate || !column.of.is_empty() {
        return None;
    }
    let same = |part: Part| {
        let found = table.columns.iter().position(|it| {
            it.shape.figure == column.shape.figure
                && it.shape.unit == column.shape.unit
                && it.over == column.over
                && it.shape.part == part
        })?;
        row.cells.get(found)?.value?;
        u16::try_from(found).ok().map(|found| found + FIRST)
    };
    let exact = row.cells.get(place)?.value?;
    let (part, whole) = (same(Part::Value)?, same(Part::Total)?);
    // The cell is rounded to the office's places; the formula rounds to the same ones.
    let places =
        (0..=3_u8).find(|places| exact.thousandths() % 10_i64.pow(3 - u32::from(*places)) == 0)?;
    let of = |at: u16| row.cells.get(usize::from(at - FIRST)).and_then(|cell| cell.value);
    let places = (places..=3).find(|places| {
        Fixed::percent_of(
            of(part).unwrap_or_default(),
            of(whole).unwrap_or_default(),
            u32::from(*places),
        ) == Some(exact)
    })?;
    Some(Formula::Share { part, whole, places })
}

/// The row of totals: sums as formulas. A total that is not the sum of the numbers above it stands
/// as a number, and a note says so.
fn total(table: &AnnexTable, totals: &AnnexRow, kinds: &[Kind]) -> (Row, Vec<String>) {
    let mut cells = vec![Cell::Empty, Cell::text(totals.label.clone())];
    let mut notes = Vec::new();
    let rows = 0..u32::try_from(table.rows.len()).unwrap_or(u32::MAX);
    for (place, cell) in totals.cells.iter().enumerate() {
        let (kind, column) = (kinds[place], u16::try_from(place).unwrap_or(u16::MAX) + FIRST);
        // A column of words and blanks has nothing to sum.
        let values = table.rows.iter().filter_map(|row| row.cells.get(place)?.value);
        let sum = values.map(|value| Some(value.thousandths()));
        let sum: Option<i64> = sum.reduce(|sum, value| sum?.checked_add(value?)).flatten();
        let value = cell.value.map(|value| kind.number(value));
        let is_rate = table.columns[place].shape.part == Part::Rate;
        cells.push(match (cell.value, share(table, totals, place)) {
            (None, _) => typed(cell, kind),
            (Some(_), Some(formula)) => Cell::Formula { formula, value },
            (Some(total), None) if !is_rate && sum == Some(total.thousandths()) => {
                let formula = Formula::Sum(vec![Area::column(column, rows.clone())]);
                Cell::Formula { formula, value }
            }
            (Some(_), None) => {
                notes.extend((!is_rate).then(|| words::not_a_sum(&title(table, place))));
                typed(cell, kind)
            }
        });
    }
    (Row { role: RowRole::Total, cells }, notes)
}

/// Numbers that are printed with words: “gần 300”.
fn as_printed(sheet: &Sheet, row: &AnnexRow, at: u32) -> Vec<String> {
    let with_words = row
        .cells
        .iter()
        .enumerate()
        .filter(|(_, cell)| cell.value.is_some_and(|value| value.to_string() != cell.text));
    let note = |(place, cell): (usize, &AnnexCell)| {
        let column = u16::try_from(place).unwrap_or(u16::MAX).saturating_add(FIRST);
        words::as_printed(&sheet.address(at, column), &cell.text)
    };
    with_words.map(note).collect()
}

/// A column under its heading.
fn title(table: &AnnexTable, place: usize) -> String {
    let mut end = 0;
    let heads = table.groups.iter().find(|(_, count)| {
        end += count;
        place < end
    });
    let head = heads.map_or("", |(title, _)| title.as_str());
    annex_words::under(head, &table.columns[place].title)
}

/// Where the columns of a table come from.
fn sources(table: &AnnexTable, sheet: &Sheet, name: &str) -> Vec<SourceLine> {
    let last = u32::try_from(table.rows.len().saturating_sub(1)).unwrap_or(u32::MAX);
    let line = |(place, column): (usize, &AnnexColumn)| {
        let source = column.sources.first()?;
        let at = u16::try_from(place).ok()?.saturating_add(FIRST);
        let window = source.window.days().unwrap_or_default();
        Some(SourceLine {
            sheet: name.to_owned(),
            place: format!("{}:{}", sheet.address(0, at), sheet.address(last, at)),
            subject: format!("{} ({})", title(table, place), source.indicator.unit),
            value: String::new(),
            source: words::source(&source.indicator.basis, &window),
            note: words::rule(source.indicator.over_units).to_owned(),
        })
    };
    table.columns.iter().enumerate().filter_map(line).collect()
}
