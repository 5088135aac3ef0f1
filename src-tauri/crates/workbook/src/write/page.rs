//! Printing and scrolling.

use rust_xlsxwriter::{Worksheet, XlsxError};

use crate::model::{Paper, Sheet};

const MM_PER_INCH: f64 = 25.4;

/// Sets paper, margins, what is repeated and what stays in sight.
pub(super) fn set_up(page: &mut Worksheet, sheet: &Sheet) -> Result<(), XlsxError> {
    paper(page, sheet);
    margin_texts(page, sheet);
    let (first, rows) = (sheet.head_row(), sheet.first_row());
    if !sheet.head.is_empty() && sheet.print.repeat_head {
        page.set_repeat_rows(first, rows - 1)?;
    }
    let frozen_rows = if sheet.head.is_empty() { 0 } else { rows };
    if (frozen_rows, sheet.frozen_columns) != (0, 0) {
        page.set_freeze_panes(frozen_rows, sheet.frozen_columns)?;
    }
    Ok(())
}

fn paper(page: &mut Worksheet, sheet: &Sheet) {
    // Numbers of ECMA-376, part 1, 18.3.1.63.
    page.set_paper_size(match sheet.print.paper {
        Paper::A4 => 9,
        Paper::A3 => 8,
    });
    if sheet.print.landscape {
        page.set_landscape();
    }
    // As wide as the paper, as many pages as it takes.
    page.set_print_fit_to_pages(1, 0);
    page.set_print_center_horizontally(true);
    let margins = sheet.print.margins;
    let [left, right, top, bottom] =
        [margins.left, margins.right, margins.top, margins.bottom].map(inches);
    // Header and footer stand in the middle of their margins.
    page.set_margins(left, right, top, bottom, top / 2.0, bottom / 2.0);
}

/// Sets the number of the page and the footer.
fn margin_texts(page: &mut Worksheet, sheet: &Sheet) {
    if sheet.print.page_numbers {
        page.set_header("&C&\"Times New Roman,Regular\"&13&P");
    }
    if let Some(footer) = &sheet.print.footer {
        // `&` begins a code; doubled, it is itself.
        page.set_footer(format!("&L&\"Times New Roman,Italic\"{}", footer.replace('&', "&&")));
    }
}

fn inches(millimetres: u8) -> f64 {
    f64::from(millimetres) / MM_PER_INCH
}
