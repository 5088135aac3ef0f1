//! Measures writing a long table.
//!
//! `xlsx_timing X-1700 [FILE]` prints one line `name;milliseconds;bytes;pages;peak KiB`: the median
//! of eleven rounds without FILE, a single round with FILE, which is then written.
#![allow(clippy::print_stdout, reason = "an example prints what it measured")]

use std::time::Instant;

use bc138_workbook::{
    Cell, Column, ColumnKind, HeadCell, PrintSetup, Row, Sheet, Workbook, write_xlsx,
};

/// About the communes of seventeen provinces, and every indicator of a year's report.
const ROWS: u32 = 1_700;
const COLUMNS: u16 = 62;

/// Rounds of which the median counts.
const ROUNDS: usize = 11;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let file = std::env::args().nth(2);
    let rounds = if file.is_some() { 1 } else { ROUNDS };
    let mut times = Vec::with_capacity(rounds);
    let mut bytes = Vec::new();
    for _ in 0..rounds {
        let workbook = workbook()?;
        let start = Instant::now();
        bytes = write_xlsx(&workbook)?;
        times.push(start.elapsed());
    }
    times.sort();
    let milliseconds = times[rounds / 2].as_secs_f64() * 1000.0;
    println!("X-{ROWS};{milliseconds:.1};{};0;{}", bytes.len(), peak_kib());
    if let Some(file) = file {
        std::fs::write(file, bytes)?;
    }
    Ok(())
}

/// The most memory this process held, or 0 where the system does not say.
fn peak_kib() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.and_then(|line| line.split_whitespace().next()?.parse().ok()).unwrap_or_default()
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
