//! How cells look: Times New Roman, thin lines, numbers the Vietnamese way.
//!
//! Number formats name separators in the neutral form of the file (`#,##0`); a Vietnamese system
//! shows them as `1.686`.

use std::collections::BTreeMap;

use rust_xlsxwriter::{Format, FormatAlign, FormatBorder};

use crate::model::{Cell, ColumnKind, Number, RowRole};

const FONT: &str = "Times New Roman";
const SIZE: f64 = 12.0;

/// Every look a workbook can need, made once.
pub(crate) struct Looks {
    /// Title of a sheet.
    pub(crate) title: Format,
    /// Line under the title.
    pub(crate) subtitle: Format,
    /// Cell of the head.
    pub(crate) head: Format,
    /// Line under the table.
    pub(crate) note: Format,
    cells: BTreeMap<(RowRole, Align, &'static str), Format>,
}

/// Where the content of a cell stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Align {
    Left,
    Centre,
    Right,
}

const GENERAL: &str = "General";
const WHOLE: &str = "#,##0";
const DECIMALS: [&str; 4] = [WHOLE, "#,##0.0", "#,##0.00", "#,##0.000"];
const PERCENTS: [&str; 4] = ["0%", "0.0%", "0.00%", "0.000%"];
const MONEY: &str = "#,##0\" đ\"";
/// The slashes are literal: a bare one is the separator of the reader's own system.
const DAY: &str = "dd\\/mm\\/yyyy";

impl Looks {
    /// Makes every look.
    pub(crate) fn new() -> Self {
        let plain = Format::new().set_font_name(FONT).set_font_size(SIZE);
        let middle = plain.clone().set_align(FormatAlign::Center);
        let boxed = plain.clone().set_border(FormatBorder::Thin);
        let centred = boxed.clone().set_align(FormatAlign::Center);
        Self {
            title: middle.clone().set_bold().set_font_size(14.0).set_text_wrap(),
            subtitle: middle.set_italic().set_text_wrap(),
            head: centred.set_align(FormatAlign::VerticalCenter).set_bold().set_text_wrap(),
            note: plain.set_italic(),
            cells: cells(&boxed),
        }
    }

    /// Returns the look of a cell of the rows.
    pub(crate) fn cell(&self, role: RowRole, column: ColumnKind, cell: &Cell) -> &Format {
        let format = number_format(cell);
        let align = match (column, cell) {
            (ColumnKind::Centred, _) | (_, Cell::Date(_)) => Align::Centre,
            (_, Cell::Number(_) | Cell::Formula { .. }) => Align::Right,
            (ColumnKind::Text, _) => Align::Left,
            (ColumnKind::Amount | ColumnKind::Rate, _) => Align::Right,
        };
        // Every combination is made in `cells`; the head is a look too, should one be missing.
        self.cells.get(&(role, align, format)).unwrap_or(&self.head)
    }
}

/// Combines rows, alignments and number formats.
fn cells(boxed: &Format) -> BTreeMap<(RowRole, Align, &'static str), Format> {
    let formats = [GENERAL, MONEY, DAY].into_iter().chain(DECIMALS).chain(PERCENTS);
    let mut cells = BTreeMap::new();
    for format in formats {
        for role in [RowRole::Body, RowRole::Group, RowRole::Total] {
            for align in [Align::Left, Align::Centre, Align::Right] {
                let look = aligned(boxed, align);
                let look = if format == GENERAL { look } else { look.set_num_format(format) };
                let look = if role == RowRole::Body { look } else { look.set_bold() };
                cells.insert((role, align, format), look);
            }
        }
    }
    cells
}

fn aligned(boxed: &Format, align: Align) -> Format {
    let look = boxed.clone().set_align(FormatAlign::VerticalCenter);
    match align {
        Align::Left => look.set_align(FormatAlign::Left).set_text_wrap(),
        Align::Centre => look.set_align(FormatAlign::Center).set_text_wrap(),
        Align::Right => look.set_align(FormatAlign::Right),
    }
}

/// Returns the number format of a cell: as many decimals as its value has.
fn number_format(cell: &Cell) -> &'static str {
    match (cell, cell.number()) {
        (Cell::Date(_), _) => DAY,
        (_, Some(Number::Count(_))) => WHOLE,
        (_, Some(Number::Money(_))) => MONEY,
        (_, Some(Number::Decimal(thousandths))) => DECIMALS[places(thousandths)],
        (_, Some(Number::Percent(thousandths))) => PERCENTS[places(thousandths)],
        (_, None) => GENERAL,
    }
}

/// Returns how many decimals a number of thousandths needs.
fn places(thousandths: i64) -> usize {
    let needed = [1_000, 100, 10].iter().position(|step| thousandths % step == 0);
    needed.unwrap_or(3)
}
