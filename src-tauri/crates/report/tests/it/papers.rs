//! Invented papers of an office: an official report, annexes, certificates, a drawing.

use bc138_report::{
    Align, Anchor, Block, Cell, Column, Dash, Density, Document, Drawing, Figure, Fill, Form,
    FormField, Frame, Mark, Meta, Paper, Paragraph, Point, Row, RowRole, RuleBelow, Section, Span,
    Style, Table, Width,
};

/// Syllables that names of invented communes are made of.
const SYLLABLES: [&str; 12] =
    ["An", "Bình", "Cẩm", "Đông", "Giang", "Hòa", "Khánh", "Lương", "Mỹ", "Phước", "Tân", "Vĩnh"];

/// A paragraph of one style.
pub fn text(style: Style, text: &str) -> Block {
    Paragraph::plain(style, text).into()
}

/// A name for the `index`-th commune.
pub fn commune(index: usize) -> String {
    let syllable = |step: usize| SYLLABLES[index / step % SYLLABLES.len()];
    format!("Xã {} {} {}", syllable(1), syllable(5), syllable(60))
}

/// A document of the given sections.
pub fn of_sections(sections: Vec<Section>) -> Document {
    Document { meta: Meta::default(), sections, ..Document::default() }
}

/// A section of numbered pages.
pub fn section(paper: Paper, blocks: Vec<Block>) -> Section {
    Section { paper, numbered: true, blocks }
}

/// Two columns without lines.
fn side_by_side(widths: [Width; 2], rows: Vec<Row>, whole: bool) -> Block {
    let columns = widths.map(|width| Column::new(width, Align::Centre)).to_vec();
    Table { columns, rows, frame: Frame::None, whole, ..Table::default() }.into()
}

/// The head of an official document.
pub fn head() -> Block {
    let left = vec![
        Paragraph::plain(Style::ParentAgency, "ỦY BAN NHÂN DÂN TỈNH VÍ DỤ"),
        Paragraph::plain(Style::Agency, "BAN CHỈ ĐẠO 138").ruled(RuleBelow::Third),
    ];
    let right = vec![
        Paragraph::plain(Style::Nation, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
        Paragraph::plain(Style::Motto, "Độc lập - Tự do - Hạnh phúc").ruled(RuleBelow::AsText),
    ];
    let number = vec![Paragraph::plain(Style::Number, "Số: 05/BC-BCĐ")];
    let date = vec![Paragraph::plain(Style::PlaceDate, "Ví Dụ, ngày 05 tháng 01 năm 2027")];
    let rows = vec![
        Row::new(vec![Cell::new(left), Cell::new(right)]),
        Row::new(vec![Cell::new(number), Cell::new(date)]),
    ];
    side_by_side([Width::Share(1.0), Width::Content], rows, false)
}

/// Nơi nhận and the signature.
pub fn signature() -> Block {
    let left = vec![
        Paragraph::plain(Style::RecipientsHead, "Nơi nhận:"),
        Paragraph::plain(Style::Recipient, "Bộ Công an (qua V05);"),
        Paragraph::plain(Style::Recipient, "Thường trực Tỉnh ủy, HĐND tỉnh;"),
        Paragraph::plain(Style::Recipient, "Các thành viên Ban Chỉ đạo 138 tỉnh;"),
        Paragraph::plain(Style::Recipient, "Lưu: VT, PV05."),
    ];
    let right = vec![
        Paragraph::plain(Style::SignerRole, "TM. BAN CHỈ ĐẠO"),
        Paragraph::plain(Style::SignerRole, "TRƯỞNG BAN"),
        Paragraph::plain(Style::SignerName, "Nguyễn Văn Ví Dụ"),
    ];
    let rows = vec![Row::new(vec![Cell::new(left), Cell::new(right)])];
    side_by_side([Width::Share(0.5); 2], rows, true)
}

/// The blocks of an official report; `rounds` decides how long it is.
pub fn report(rounds: usize) -> Vec<Block> {
    let mut blocks = vec![
        head(),
        text(Style::Kind, "BÁO CÁO"),
        Paragraph::plain(
            Style::Subject,
            "Tổng kết phong trào Toàn dân bảo vệ an ninh Tổ quốc năm 2026, phương hướng, nhiệm vụ \
             năm 2027",
        )
        .ruled(RuleBelow::Third)
        .into(),
        text(Style::Ground, "Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020;"),
    ];
    for round in 0..rounds {
        blocks.push(text(Style::Part, "I. KẾT QUẢ CÔNG TÁC XÂY DỰNG PHONG TRÀO"));
        blocks.push(text(Style::Clause, "1. Công tác lãnh đạo, chỉ đạo"));
        blocks.push(text(Style::Point, "a) Về xây dựng văn bản"));
        blocks.push(results(round));
        blocks.push(text(
            Style::Item,
            "Duy trì 1.214 mô hình cũ, xây dựng mới 09 mô hình điểm về “Khu dân cư không có tội \
             phạm, ma túy”, “Dòng họ tự quản về an ninh, trật tự”;",
        ));
    }
    blocks.push(signature());
    blocks
}

/// A paragraph with figures that know where they come from.
fn results(round: usize) -> Block {
    let spans = vec![
        Span::plain("Toàn tỉnh có "),
        Span::figure("1.686/1.727", format!("kdc-{round}")),
        Span::plain(" khu dân cư, đạt "),
        Span::figure("97,6%", format!("kdc-ty-le-{round}")),
        Span::plain(
            "; các cấp ủy, chính quyền đã quan tâm lãnh đạo, chỉ đạo, huy động sức mạnh tổng hợp \
             của cả hệ thống chính trị và toàn dân tham gia phòng ngừa, đấu tranh với các loại tội \
             phạm, tệ nạn xã hội, góp phần giữ vững an ninh chính trị, bảo đảm trật tự, an toàn \
             xã hội, phục vụ phát triển kinh tế - xã hội của địa phương; tổ chức 32 cuộc tuyên \
             truyền với hơn 12.480 lượt người tham gia.",
        ),
    ];
    Paragraph::new(Style::Body, spans).into()
}

/// Titles of an annex before its table.
pub fn annex_titles(number: &str, title: &str) -> Vec<Block> {
    vec![
        text(Style::AnnexNumber, number),
        text(Style::AnnexTitle, title),
        text(Style::AnnexReference, "(Kèm theo Báo cáo số 05/BC-BCĐ ngày 05 tháng 01 năm 2027)"),
    ]
}

/// A table of communes: number, name and columns of figures under grouped heads; a group of rows
/// every forty, a total at the end.
pub fn table(rows: usize, figures: usize, density: Density) -> Table {
    let mut columns = vec![
        Column::new(Width::Digits(4), Align::Centre),
        Column::new(Width::Content, Align::Left),
    ];
    columns.extend((0..figures).map(|_| Column::new(Width::Digits(4), Align::Right)));
    let mut body = Vec::new();
    for index in 0..rows {
        if index % 40 == 0 {
            let title = format!("Cụm thi đua số {}", index / 40 + 1);
            let cell = Cell::plain(title).spanning(figures + 2, 1);
            body.push(Row::new(vec![cell]).with_role(RowRole::Group));
        }
        body.push(commune_row(index, figures));
    }
    let mut total = vec![Cell::plain(""), Cell::plain("Tổng cộng")];
    total.extend((0..figures).map(|column| figure(rows * 7 + column, "total", column)));
    body.push(Row::new(total).with_role(RowRole::Total));
    let notes = vec![Paragraph::plain(
        Style::TableNote,
        "Ghi chú: số liệu tính đến ngày 15/11/2026; dấu “-” là không phát sinh.",
    )];
    Table { columns, head: heads(figures), rows: body, density, notes, ..Table::default() }
}

/// Heads in two rows: every group covers three columns.
fn heads(figures: usize) -> Vec<Row> {
    const GROUPS: [&str; 4] = ["Khu dân cư", "Tổ hòa giải", "Khen thưởng", "Mô hình điểm"];
    const KINDS: [&str; 3] = ["Tổng số", "Đạt chuẩn", "Tỷ lệ phần trăm"];
    let mut upper = vec![Cell::head("TT").spanning(1, 2), Cell::head("Đơn vị").spanning(1, 2)];
    let mut lower = Vec::new();
    for first in (0..figures).step_by(3) {
        let width = (figures - first).min(3);
        upper.push(Cell::head(GROUPS[first / 3 % GROUPS.len()]).spanning(width, 1));
        lower.extend(KINDS[..width].iter().map(|kind| Cell::head(*kind)));
    }
    vec![Row::new(upper), Row::new(lower)]
}

/// The row of one commune.
fn commune_row(index: usize, figures: usize) -> Row {
    let mut cells = vec![Cell::plain((index + 1).to_string()), Cell::plain(commune(index))];
    let value = |column: usize| (index * 31 + column * 17) % 1000;
    cells.extend((0..figures).map(|column| figure(value(column), &index.to_string(), column)));
    Row::new(cells)
}

/// A cell of a figure, a dash for nothing.
fn figure(value: usize, row: &str, column: usize) -> Cell {
    let shown = match value {
        0 => "-".to_owned(),
        1..1000 => value.to_string(),
        _ => format!("{}.{:03}", value / 1000, value % 1000),
    };
    let span = Span::figure(shown, format!("{row}/{column}"));
    Cell::new(vec![Paragraph::new(Style::TableCell, vec![span])])
}

/// An annex of 29 columns on a lying sheet.
pub fn wide_annex() -> Document {
    let mut blocks = annex_titles("Phụ lục II", "KẾT QUẢ PHONG TRÀO THEO ĐƠN VỊ HÀNH CHÍNH");
    blocks.push(table(80, 27, Density::Fine).into());
    of_sections(vec![section(Paper::A4Landscape, blocks)])
}

/// A report of about eight pages with an annex of 170 rows and 13 columns.
pub fn standard_report() -> Document {
    let mut annex = annex_titles("Phụ lục", "KẾT QUẢ PHONG TRÀO THEO ĐƠN VỊ HÀNH CHÍNH");
    annex.push(table(170, 11, Density::Fine).into());
    let mut blocks = report(17);
    blocks.insert(5, chart());
    of_sections(vec![section(Paper::A4, blocks), section(Paper::A4Landscape, annex)])
}

/// Awards with long reasons: a cell over many rows, a row taller than a page.
pub fn awards() -> Document {
    let reason = "Đã có thành tích xuất sắc trong phong trào Toàn dân bảo vệ an ninh Tổ quốc; ";
    let mut rows: Vec<Row> = (0..60)
        .map(|index| {
            let long = if index == 20 { 70 } else { index % 3 };
            let cells = vec![
                Cell::plain((index + 1).to_string()),
                Cell::plain(commune(index)),
                Cell::plain(reason.repeat(long).trim_end().to_owned()),
            ];
            Row::new(cells)
        })
        .collect();
    let group = |title: &str, rows| {
        let cell = Cell::plain(title).spanning(1, rows);
        Cell { vertical: bc138_report::VerticalAlign::Middle, ..cell }
    };
    rows[0].cells.push(group("Khối các xã vùng cao", 45));
    rows[45].cells.push(group("Khối các phường", 15));
    let columns = vec![
        Column::new(Width::Digits(3), Align::Centre),
        Column::new(Width::Content, Align::Left),
        Column::new(Width::Share(1.0), Align::Justify),
        Column::new(Width::Share(0.25), Align::Centre),
    ];
    let heads = ["TT", "Đơn vị", "Thành tích", "Khối thi đua"].map(Cell::head).to_vec();
    let head = vec![Row::new(heads)];
    let table = Table { columns, head, rows, density: Density::Normal, ..Table::default() };
    let mut blocks = annex_titles("Phụ lục III", "DANH SÁCH ĐỀ NGHỊ KHEN THƯỞNG");
    blocks.push(table.into());
    of_sections(vec![section(Paper::A4, blocks)])
}

/// A certificate for a name.
pub fn certificate(name: &str, test: bool) -> Block {
    let field = |top_mm, height_mm, size_pt, style, words: &str| FormField {
        left_mm: 60.0,
        top_mm,
        width_mm: 180.0,
        height_mm,
        size_pt,
        align: Align::Centre,
        paragraph: Paragraph::plain(style, words),
    };
    let reason = "Đã có thành tích xuất sắc trong phong trào Toàn dân bảo vệ an ninh Tổ quốc năm \
                  2026, góp phần giữ vững an ninh, trật tự trên địa bàn";
    let fields = vec![
        field(40.0, 14.0, 30.0, Style::Display, "GIẤY KHEN"),
        field(70.0, 12.0, 24.0, Style::Display, name),
        field(95.0, 24.0, 16.0, Style::TableCell, reason),
        field(150.0, 8.0, 14.0, Style::SignerRole, "TRƯỞNG BAN"),
    ];
    Form { fields, test, ..Form::default() }.into()
}

/// Certificates for invented people.
pub fn certificates(count: usize) -> Document {
    let blocks = (0..count).map(|index| {
        let name = format!("Ông Nguyễn Văn {}", commune(index).trim_start_matches("Xã "));
        certificate(&name, false)
    });
    let paper = Paper::A4Landscape;
    of_sections(vec![Section { paper, numbered: false, blocks: blocks.collect() }])
}

/// A drawing of bars with an axis, a dashed line and labels.
pub fn chart() -> Block {
    let point = |x: f32, y: f32| Point { x, y };
    let label = |text: String, x: f32, y: f32, anchor| Mark::Label {
        span: Span::figure(text, "chart"),
        size: 10.0,
        at: point(x, y),
        anchor,
    };
    let mut marks = Vec::new();
    for (index, height) in [60.0, 85.0, 110.0, 95.0].into_iter().enumerate() {
        let left = 50.0 + 80.0 * f32::from(u8::try_from(index).unwrap_or_default());
        let (top, bottom) = (140.0 - height, 140.0);
        let corners = [(left, top), (left + 40.0, top), (left + 40.0, bottom), (left, bottom)];
        marks.push(Mark::Area {
            points: corners.into_iter().map(|(x, y)| point(x, y)).collect(),
            fill: Fill::Grey(if index == 3 { 70 } else { 30 }),
            outline: 0.5,
        });
        marks.push(label(format!("{height} vụ"), left + 20.0, top - 4.0, Anchor::Middle));
        marks.push(label(format!("Năm {}", 2023 + index), left + 20.0, 154.0, Anchor::Middle));
    }
    let line = |points: Vec<Point>, dash| Mark::Line { points, thickness: 0.75, dash };
    marks.push(line(vec![point(40.0, 10.0), point(40.0, 140.0), point(380.0, 140.0)], Dash::Solid));
    marks.push(line(vec![point(40.0, 52.0), point(380.0, 52.0)], Dash::Dashed));
    marks.push(label("88 vụ".to_owned(), 36.0, 55.0, Anchor::End));
    let description = "Biểu đồ cột: số vụ bốn năm".to_owned();
    let drawing = Drawing { width: 400.0, height: 160.0, marks, description };
    let caption = Some(Paragraph::plain(Style::Caption, "Hình 1. Số vụ phạm pháp hình sự."));
    Figure { drawing, caption }.into()
}
