//! Measures writing a long table: `cargo run --release -p bc138-workbook --example xlsx_timing`.
//!
//! With a path, the last workbook is kept there.
#![allow(clippy::print_stdout, reason = "an example prints what it measured")]

use std::time::Instant;

use bc138_workbook::{
    Cell, Column, ColumnKind, HeadCell, PrintSetup, Row, Sheet, Workbook, write_xlsx,
};

/// About the communes of seventeen provinces, and every indicator of a year's report.
const ROWS: u32 = 1_700;
const COLUMNS: u16 = 62;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut best = f64::INFINITY;
    let mut bytes = Vec::new();
    for _ in 0..5 {
        let workbook = workbook()?;
        let start = Instant::now();
        bytes = write_xlsx(&workbook)?;
        best = best.min(start.elapsed().as_secs_f64());
    }
    println!("{ROWS} x {COLUMNS}: {best:.3} s, {} KiB", bytes.len() / 1024);
    if let Some(path) = std::env::args().nth(1) {
        std::fs::write(path, bytes)?;
    }
    Ok(())
}

fn workbook() -> Result<Workbook, Box<dyn std::error::Error>> {
    let mut columns = vec![Column::new(28.0, ColumnKind::Text)];
    columns.resize(usize::from(COLUMNS) + 1, Column::new(9.0, ColumnKind::Amount));
    let heads = (0..=COLUMNS).map(|column| HeadCell::new(format!("Chỉ tiêu {column}")));
    let mut sheet = Sheet {
        name: "Toàn bộ".into(),
        title: Some("SỐ LIỆU TOÀN BỘ ĐƠN VỊ".into()),
        subtitles: vec!["(Số liệu đặt ra để đo thời gian)".into()],
        head: vec![heads.collect()],
        columns,
        rows: (0..ROWS).map(row).collect(),
        frozen_columns: 1,
        print: PrintSetup::landscape(),
        ..Sheet::default()
    };
    let total = sheet.total_row(vec![Cell::text("Tổng cộng")], std::slice::from_ref(&(0..ROWS)))?;
    sheet.rows.push(total);
    Ok(Workbook { sheets: vec![sheet], ..Workbook::default() })
}

/// Counts in even columns, decimals in odd ones, every eleventh cell missing.
fn row(row: u32) -> Row {
    let cells = (1..=COLUMNS).map(|column| {
        let number = i64::from(row) * 97 + i64::from(column) * 13;
        match (number % 11, column % 2) {
            (0, _) => Cell::Empty,
            (_, 0) => Cell::count(number),
            _ => Cell::decimal(number),
        }
    });
    Row::body(std::iter::once(Cell::text(format!("Đơn vị {row}"))).chain(cells).collect())
}
