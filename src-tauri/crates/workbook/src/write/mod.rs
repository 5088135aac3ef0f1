//! The XLSX file.
//!
//! rust_xlsxwriter writes the parts; every entry of the package carries 1980-01-01, and the day of
//! creation is the caller's, so the bytes depend on the workbook alone.

mod body;
mod formula;
mod head;
mod look;
mod page;
mod room;

use chrono::{Datelike, NaiveDateTime, Timelike};
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Worksheet, XlsxError};

use crate::check;
use crate::error::WorkbookError;
use crate::model::{Properties, Sheet, Workbook};
use look::Looks;

/// Writes a workbook as the bytes of an XLSX file.
///
/// # Errors
/// Any [`WorkbookError`]: a limit of the format, a total that is not what its formula gives.
pub fn write_xlsx(workbook: &Workbook) -> Result<Vec<u8>, WorkbookError> {
    check::workbook(workbook)?;
    let mut file = rust_xlsxwriter::Workbook::new();
    file.set_properties(&properties(&workbook.properties)?);
    let looks = Looks::new();
    for (sheet, name) in workbook.sheets.iter().zip(workbook.tab_names()) {
        let page = file.add_worksheet();
        page.set_name(name)?;
        self::sheet(page, sheet, &looks)?;
    }
    Ok(file.save_to_buffer()?)
}

/// Writes one sheet.
fn sheet(page: &mut Worksheet, sheet: &Sheet, looks: &Looks) -> Result<(), WorkbookError> {
    // What a formula shows where its value is missing.
    page.set_formula_result_default("");
    for (column, width) in (0..).zip(sheet.columns.iter().map(|column| column.width)) {
        page.set_column_width(column, width)?;
    }
    head::lines(page, sheet, looks)?;
    head::head(page, sheet, looks)?;
    body::rows(page, sheet, looks)?;
    body::notes(page, sheet, looks)?;
    page::set_up(page, sheet)?;
    Ok(())
}

/// Translates the properties of the file.
fn properties(properties: &Properties) -> Result<DocProperties, XlsxError> {
    let mut out = DocProperties::new()
        .set_title(&properties.title)
        .set_subject(&properties.subject)
        .set_author(&properties.author)
        .set_company(&properties.company)
        .set_comment(&properties.comment)
        .set_creation_datetime(&moment(properties.created)?);
    for (name, value) in &properties.custom {
        out = out.set_custom_property(name, value.as_str());
    }
    Ok(out)
}

fn moment(moment: NaiveDateTime) -> Result<ExcelDateTime, XlsxError> {
    let day = ExcelDateTime::from_ymd(
        u16::try_from(moment.year()).unwrap_or_default(),
        u8::try_from(moment.month()).unwrap_or_default(),
        u8::try_from(moment.day()).unwrap_or_default(),
    )?;
    day.and_hms(
        u16::try_from(moment.hour()).unwrap_or_default(),
        u8::try_from(moment.minute()).unwrap_or_default(),
        f64::from(moment.second()),
    )
}

impl From<XlsxError> for WorkbookError {
    fn from(error: XlsxError) -> Self {
        Self::Xlsx { reason: error.to_string() }
    }
}
