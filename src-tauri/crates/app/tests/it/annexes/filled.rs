//! A province whose communes have numbers, and the tables of the annexes made from it.

use crate::desk::{Desk, desk};
use bc138_app::view::{LensChoice, SheetQuery};
use bc138_app::{Assets, DocumentStyle, NewDossier, Request};
use bc138_domain::{
    BatchBuilder, Categories, DossierKind, EntryNote, Fixed, IndicatorKind, Measure, Nature, Slot,
};
use bc138_report::{Block, Document, Row, Span, Table};
use std::collections::BTreeSet;

/// Counts and ratios that the annexes print, by code.
pub const COLUMNS: [&str; 10] = [
    "at_kdc",
    "dk_kdc",
    "at_xa",
    "at_co_quan",
    "tin_tong",
    "tin_gia_tri",
    "mh_loai",
    "mh_diem",
    "to_tu_quan",
    "vk_sung",
];

/// A desk with a dossier of a province and a year, and the numbers to be put into it.
pub struct Filled {
    pub desk: Desk,
    pub units: Vec<String>,
    assets: Assets,
    batch: BatchBuilder,
    year: i32,
}

impl Filled {
    pub fn new(province: &str, year: i32) -> Self {
        let mut desk = desk();
        let (kind, province) = (DossierKind::Annual, province.to_owned());
        let new = NewDossier { kind, province, year, years: None };
        desk.app.create_dossier(&new).expect("a dossier can be made");
        Self::of(desk, year)
    }

    /// The units of the open dossier of a desk.
    pub fn of(desk: Desk, year: i32) -> Self {
        let assets = Assets::load().expect("the catalogue is read");
        let mut it = Self { desk, units: Vec::new(), assets, batch: BatchBuilder::default(), year };
        it.read_units();
        it
    }

    /// Reads the units of the province again, after events.
    pub fn read_units(&mut self) {
        let view = self.desk.app.sheet(&query(self.year, "standard")).expect("it is drawn");
        self.units = view.rows.into_iter().map(|row| row.unit).collect();
    }

    /// Puts a number of a unit.
    pub fn put(&mut self, unit: &str, code: &str, kind: Option<(&str, &str)>, slot: Slot) {
        let indicator = self.assets.catalogue.indicator(code).expect("the catalogue has it");
        let window = self.assets.catalogue.window_of(indicator, self.year).expect("a calendar");
        let nature = match indicator.kind {
            IndicatorKind::Flow if indicator.lead == "xây dựng mới" => Nature::New,
            IndicatorKind::Flow => Nature::Flow,
            _ => Nature::Stock,
        };
        let kinds = |kind: &str| BTreeSet::from([kind.to_owned()]);
        let categories: Categories =
            kind.into_iter().map(|(of, kind)| (of.to_owned(), kinds(kind))).collect();
        let measure = Measure { indicator: code.to_owned(), nature, categories };
        let (unit, measure) = (self.batch.unit(unit), self.batch.measure(&measure));
        let window = self.batch.window(&window);
        self.batch.put(unit, measure, window, Some(slot));
    }

    pub fn note(&mut self, note: EntryNote) {
        self.batch.note(note);
    }

    /// Fills the usual columns of every unit, but for every seventh.
    pub fn with_numbers(mut self) -> Self {
        for (at, unit) in self.units.clone().iter().enumerate() {
            if at % 7 == 6 {
                continue;
            }
            for (place, code) in COLUMNS.iter().enumerate() {
                let (small, large) = (at * 3 % 11 + place, at * 5 % 13 + place + 11);
                let ratio = code.starts_with("at_") || code.starts_with("dk_");
                let slot = if ratio { ratio_of(small, large) } else { count(large) };
                self.put(unit, code, None, slot);
            }
        }
        self.written()
    }

    /// Writes what was put.
    pub fn written(mut self) -> Self {
        let batch = std::mem::take(&mut self.batch).build();
        self.desk.app.load_entries("nhập số liệu các xã", batch).expect("they are taken");
        self
    }

    pub fn annexes(&self) -> Document {
        self.desk.app.compose(&Request::of(DocumentStyle::Annex)).expect("it is composed")
    }

    /// The table of the annex whose title has a word.
    pub fn table(&self, word: &str) -> Table {
        let document = self.annexes();
        let section = document.sections.iter().find(|section| {
            let mut paragraphs = section.blocks.iter().flat_map(Block::paragraphs);
            paragraphs.any(|paragraph| paragraph.plain_text().contains(word))
        });
        let section = section.unwrap_or_else(|| panic!("an annex speaks of {word}"));
        let mut tables = section.blocks.iter().filter_map(|block| match block {
            Block::Table(table) => Some(table.clone()),
            _ => None,
        });
        tables.next().expect("the annex has a table")
    }
}

pub fn query(year: i32, group: &str) -> SheetQuery {
    let (year, group) = (Some(year), Some(group.to_owned()));
    SheetQuery { province: None, year, group, lens: LensChoice::AsReported }
}

pub fn number(value: usize) -> Fixed {
    i64::try_from(value).ok().and_then(Fixed::from_int).expect("a small number")
}

pub fn count(value: usize) -> Slot {
    Slot::number(number(value))
}

pub fn ratio_of(reached: usize, total: usize) -> Slot {
    Slot::ratio(number(reached), number(total))
}

/// The texts of the cells of a row.
pub fn texts(row: &Row) -> Vec<String> {
    let cells = row.cells.iter();
    cells
        .map(|cell| cell.paragraphs.iter().map(bc138_report::Paragraph::plain_text).collect())
        .collect()
}

/// The spans of the cells of a row, from the first column of numbers on.
pub fn spans(row: &Row) -> Vec<Span> {
    let cells = row.cells.iter().skip(2);
    cells.flat_map(|cell| &cell.paragraphs).flat_map(|it| &it.spans).cloned().collect()
}

/// The notes under a table.
pub fn notes(table: &Table) -> String {
    table.notes.iter().map(bc138_report::Paragraph::plain_text).collect::<Vec<_>>().join("\n")
}

/// What a reader of a PDF reads.
pub fn pdftotext(pdf: &[u8]) -> String {
    let file = tempfile::NamedTempFile::new().expect("a temporary file can be made");
    std::fs::write(file.path(), pdf).expect("it is written");
    let mut command = std::process::Command::new("pdftotext");
    let output = command.arg("-raw").arg(file.path()).arg("-").output();
    let output = output.expect("poppler-utils is installed");
    assert!(output.status.success(), "pdftotext accepts the file");
    String::from_utf8(output.stdout).expect("it writes UTF-8")
}
