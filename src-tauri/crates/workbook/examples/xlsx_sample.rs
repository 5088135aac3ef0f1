//! Writes a small workbook to look at: `cargo run -p bc138-workbook --example xlsx_sample -- PATH`.
//!
//! Units and figures are invented.

use bc138_workbook::{
    Area, Cell, Column, ColumnKind, Formula, HeadCell, Number, PrintSetup, Provenance, Row, Sheet,
    SourceLine, Workbook, WorkbookError, write_xlsx,
};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let path = std::env::args().nth(1).ok_or("a path is needed")?;
    let workbook = Workbook { sheets: vec![table()?, sources()], ..Workbook::default() };
    std::fs::write(path, write_xlsx(&workbook)?)?;
    Ok(())
}

fn table() -> Result<Sheet, WorkbookError> {
    let share = Column::new(11.0, ColumnKind::Rate);
    let mut columns =
        vec![Column::new(5.0, ColumnKind::Centred), Column::new(30.0, ColumnKind::Text)];
    columns.extend([Column::new(11.0, ColumnKind::Amount); 2]);
    columns.extend([share, share, Column::new(16.0, ColumnKind::Amount)]);
    let mut sheet = Sheet {
        name: "Biểu 01".into(),
        title: Some("TỔNG HỢP KẾT QUẢ PHÂN LOẠI PHONG TRÀO".into()),
        subtitles: vec!["(Năm 2025; số liệu đặt ra để xem trước)".into()],
        columns,
        head: head(),
        frozen_columns: 2,
        print: PrintSetup { footer: Some("Biểu 01".into()), ..PrintSetup::landscape() },
        notes: vec!["Ô trống: chưa có số liệu.".into()],
        ..Sheet::default()
    };
    sheet.rows.push(Row::group(vec![Cell::text("I"), Cell::text("Cụm số 1")]));
    sheet.rows.push(unit(1, "Xã Mường Thử", Some(52), Some(50), 96_200, 3_850)?);
    sheet.rows.push(unit(
        2,
        "Xã Bản Giả Định có tên rất dài để xuống dòng",
        Some(48),
        None,
        0,
        -7_000,
    )?);
    sheet.rows.push(Row::group(vec![Cell::text("II"), Cell::text("Cụm số 2")]));
    sheet.rows.push(unit(1, "Phường Ví Dụ", Some(1_727), Some(1_686), 97_600, 2_500)?);
    let mut total = sheet.total_row(vec![Cell::Empty, Cell::text("Tổng cộng")], &[1..3, 4..5])?;
    total.cells[4] = Cell::Formula {
        formula: Formula::Share { part: 3, whole: 2, places: 1 },
        value: Some(Number::Percent(95_000)),
    };
    sheet.rows.push(total);
    Ok(sheet)
}

fn head() -> Vec<Vec<HeadCell>> {
    let tall = |text: &str| HeadCell::new(text).over(1, 2);
    vec![
        vec![
            tall("STT"),
            tall("Đơn vị"),
            HeadCell::new("Khu dân cư").over(2, 1),
            tall("Tỷ lệ đạt (%)"),
            tall("Điểm"),
            tall("Kinh phí khen thưởng (đồng)"),
        ],
        vec![HeadCell::new("Tổng số đăng ký"), HeadCell::new("Đạt")],
    ]
}

fn unit(
    number: i64,
    name: &str,
    all: Option<i64>,
    good: Option<i64>,
    share: i64,
    score: i64,
) -> Result<Row, WorkbookError> {
    let share = Cell::Formula {
        formula: Formula::Share { part: 3, whole: 2, places: 1 },
        value: good.map(|_| Number::Percent(share)),
    };
    Ok(Row::body(vec![
        Cell::count(number),
        Cell::text(name),
        Cell::maybe(all.map(Number::Count)),
        Cell::maybe(good.map(Number::Count)),
        share,
        Cell::decimal(score),
        Cell::money(2_530_000 * number),
    ]))
}

fn sources() -> Sheet {
    let sheet = Sheet::default();
    let line = SourceLine {
        sheet: "Biểu 01".into(),
        place: format!("{}:{}", sheet.address(1, 2), sheet.address(4, 3)),
        subject: "Kết quả phân loại khu dân cư".into(),
        value: String::new(),
        source: "Báo cáo số 00/BC-BCĐ ngày 01/12/2025 (đặt ra)".into(),
        note: "=quy đổi theo địa bàn mới".into(),
    };
    let whole = Area::column(3, 1..5);
    let note = format!("Tổng cộng tính trên {} dòng.", whole.rows.len());
    Provenance { lines: vec![line], notes: vec![note] }.into_sheet()
}
