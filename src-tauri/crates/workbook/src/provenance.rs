//! “Nguồn số liệu”: the sheet that says where the figures of the others come from.

use crate::model::{Cell, Column, ColumnKind, HeadCell, PrintSetup, Row, Sheet};

/// Where the figures of a workbook come from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Provenance {
    /// One line a figure or a range of figures, in the order of the sheets.
    pub lines: Vec<SourceLine>,
    /// Lines under the table.
    pub notes: Vec<String>,
}

/// Where one figure, or a range of figures, comes from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SourceLine {
    /// Name of the tab; see [`crate::Workbook::tab_names`].
    pub sheet: String,
    /// The cell or range, e.g. `C7:C20`; see [`Sheet::address`].
    pub place: String,
    /// What the figure says (chỉ tiêu).
    pub subject: String,
    /// The figure as printed; empty for a range.
    pub value: String,
    /// The document it stands in: number, date, issuing body.
    pub source: String,
    /// Remarks (quy đổi, số liệu sơ bộ, sic).
    pub note: String,
}

/// Name of the tab.
pub const SHEET_NAME: &str = "Nguồn số liệu";

/// Heads and widths of the columns.
const COLUMNS: [(&str, f64, ColumnKind); 7] = [
    ("STT", 5.0, ColumnKind::Centred),
    ("Trang tính", 14.0, ColumnKind::Text),
    ("Ô", 10.0, ColumnKind::Centred),
    ("Chỉ tiêu", 30.0, ColumnKind::Text),
    ("Giá trị", 12.0, ColumnKind::Centred),
    ("Nguồn", 34.0, ColumnKind::Text),
    ("Ghi chú", 16.0, ColumnKind::Text),
];

impl Provenance {
    /// Returns the sheet.
    #[must_use]
    pub fn into_sheet(self) -> Sheet {
        Sheet {
            name: SHEET_NAME.to_owned(),
            title: Some(SHEET_NAME.to_uppercase()),
            columns: COLUMNS.map(|(_, width, kind)| Column::new(width, kind)).to_vec(),
            head: vec![COLUMNS.map(|(head, _, _)| HeadCell::new(head)).to_vec()],
            rows: (1..).zip(self.lines).map(|(number, line)| line.into_row(number)).collect(),
            notes: self.notes,
            print: PrintSetup::landscape(),
            ..Sheet::default()
        }
    }
}

impl SourceLine {
    fn into_row(self, number: i64) -> Row {
        let texts = [self.sheet, self.place, self.subject, self.value, self.source, self.note];
        let number = std::iter::once(Cell::count(number));
        Row::body(number.chain(texts.map(Cell::Text)).collect())
    }
}
