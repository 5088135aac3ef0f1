//! What the report crate writes follows the decree: checked with the same rules as everyone's.

use bc138_nd30::{Rules, lint};
use bc138_report::{
    Align, Block, Cell, Column, Density, Document, Frame, Meta, Paper, Paragraph, Row, RuleBelow,
    Section, SizeSet, Span, Style, Table, Width, write_docx,
};

fn text(style: Style, text: &str) -> Block {
    Paragraph::plain(style, text).into()
}

fn side_by_side(widths: [Width; 2], rows: Vec<[Vec<Paragraph>; 2]>, whole: bool) -> Block {
    let columns = widths.map(|width| Column::new(width, Align::Centre)).to_vec();
    let rows = rows.into_iter().map(|cells| Row::new(cells.map(Cell::new).to_vec())).collect();
    Table { columns, rows, frame: Frame::None, whole, ..Table::default() }.into()
}

fn head() -> Block {
    let plain = Paragraph::plain;
    let left = vec![
        plain(Style::ParentAgency, "ỦY BAN NHÂN DÂN TỈNH VÍ DỤ"),
        plain(Style::Agency, "BAN CHỈ ĐẠO 138").ruled(RuleBelow::Third),
    ];
    let right = vec![
        plain(Style::Nation, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
        plain(Style::Motto, "Độc lập - Tự do - Hạnh phúc").ruled(RuleBelow::AsText),
    ];
    let number = vec![plain(Style::Number, "Số: 05/BC-BCĐ")];
    let date = vec![plain(Style::PlaceDate, "Ví Dụ, ngày 05 tháng 6 năm 2026")];
    side_by_side([Width::Share(1.0), Width::Content], vec![[left, right], [number, date]], false)
}

fn signature() -> Block {
    let plain = Paragraph::plain;
    let left = vec![
        plain(Style::RecipientsHead, "Nơi nhận:"),
        plain(Style::Recipient, "Như trên;"),
        plain(Style::Recipient, "Các thành viên Ban Chỉ đạo 138 tỉnh;"),
        plain(Style::Recipient, "Lưu: VT, PX03."),
    ];
    let right = vec![
        plain(Style::SignerRole, "TM. BAN CHỈ ĐẠO"),
        plain(Style::SignerRole, "TRƯỞNG BAN"),
        plain(Style::SignerName, "Nguyễn Văn Ví Dụ"),
    ];
    side_by_side([Width::Share(0.5); 2], vec![[left, right]], true)
}

fn body() -> Vec<Block> {
    let long = "Các cấp ủy, chính quyền đã quan tâm lãnh đạo, chỉ đạo, huy động sức mạnh tổng hợp \
                của cả hệ thống chính trị và toàn dân tham gia phòng ngừa, đấu tranh với các loại \
                tội phạm, tệ nạn xã hội, góp phần giữ vững an ninh chính trị, bảo đảm trật tự, an \
                toàn xã hội, phục vụ phát triển kinh tế - xã hội của địa phương.";
    let mut blocks = vec![
        text(Style::Addressee, "Kính gửi: Bộ Công an"),
        text(
            Style::Ground,
            "Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác \
             văn thư;",
        ),
        text(Style::Ground, "Căn cứ Luật Tổ chức chính quyền địa phương."),
        text(Style::Part, "I. KẾT QUẢ CÔNG TÁC XÂY DỰNG PHONG TRÀO"),
        text(Style::Clause, "1. Công tác lãnh đạo, chỉ đạo"),
        text(Style::Point, "a) Về xây dựng văn bản"),
        text(Style::Body, long),
        text(Style::Point, "b) Về kiểm tra, hướng dẫn"),
    ];
    blocks.extend((0..8).map(|_| text(Style::Body, long)));
    let spans = vec![
        Span::plain("Toàn tỉnh có "),
        Span::figure("1.686/1.727", "kdc"),
        Span::plain(" khu dân cư đạt tiêu chuẩn "),
        Span::italic("“An toàn về an ninh, trật tự”"),
        Span::plain(" (chi tiết tại Phụ lục I)."),
    ];
    blocks.push(text(Style::Clause, "2. Kết quả phân loại"));
    blocks.push(Paragraph::new(Style::Body, spans).into());
    blocks.push(text(Style::Item, "Duy trì 1.214 mô hình cũ, xây dựng mới 09 mô hình điểm;"));
    blocks.push(text(Style::Part, "II. PHƯƠNG HƯỚNG, NHIỆM VỤ"));
    blocks.push(text(Style::Body, "Trên đây là kết quả, Ban Chỉ đạo 138 tỉnh kính báo cáo./."));
    blocks.push(signature());
    blocks
}

fn annex(number: &str, paper: Paper) -> Section {
    let columns = vec![
        Column::new(Width::Digits(4), Align::Centre),
        Column::new(Width::Content, Align::Left),
        Column::new(Width::Digits(6), Align::Right),
    ];
    let head = vec![Row::new(["TT", "Đơn vị", "Khu dân cư"].map(Cell::head).to_vec())];
    let rows = (1..60).map(|number| {
        let cells = [number.to_string(), format!("Xã Ví Dụ {number}"), "1.125".to_owned()];
        Row::new(cells.map(Cell::plain).to_vec())
    });
    let notes = vec![Paragraph::plain(Style::TableNote, "Ghi chú: số liệu đến ngày 15/11/2026.")];
    let density = Density::Normal;
    let table = Table { columns, head, rows: rows.collect(), density, notes, ..Table::default() };
    let reference = "(Kèm theo Báo cáo số 05/BC-BCĐ ngày 05 tháng 6 năm 2026 của Ban Chỉ đạo)";
    let blocks = vec![
        text(Style::AnnexNumber, number),
        text(Style::AnnexTitle, "KẾT QUẢ PHONG TRÀO THEO ĐƠN VỊ HÀNH CHÍNH"),
        text(Style::AnnexReference, reference),
        table.into(),
    ];
    Section { paper, numbered: true, blocks }
}

fn report(sizes: SizeSet, subject: &str) -> Document {
    let mut blocks = vec![head(), text(Style::Kind, "BÁO CÁO")];
    blocks.push(Paragraph::plain(Style::Subject, subject).ruled(RuleBelow::Third).into());
    blocks.extend(body());
    let first = Section { paper: Paper::A4, numbered: true, blocks };
    let sections = vec![
        first,
        annex("Phụ lục I", Paper::A4),
        annex("Phụ lục II", Paper::A4Landscape),
        annex("Phụ lục III", Paper::A3Landscape),
    ];
    Document { meta: Meta::default(), sizes, sections, ..Document::default() }
}

#[test]
fn the_documents_of_the_program_follow_the_decree() {
    let rules = Rules::embedded().expect("the files travel with the program");
    let subjects = [
        "Kết quả sáu tháng đầu năm 2026",
        "Tổng kết phong trào Toàn dân bảo vệ an ninh Tổ quốc năm 2026, phương hướng, nhiệm vụ năm \
         2027 trên địa bàn tỉnh",
    ];
    for (sizes, subject) in [
        (SizeSet::Large, subjects[0]),
        (SizeSet::Large, subjects[1]),
        (SizeSet::Small, subjects[0]),
        (SizeSet::Small, subjects[1]),
    ] {
        let bytes = write_docx(&report(sizes, subject)).expect("it can be written");
        let findings = lint(&bytes, &rules).expect("it can be read");
        let told: Vec<String> = findings
            .iter()
            .map(|it| {
                let (found, wanted) = (rules.show(&it.found), rules.show(&it.wanted));
                format!("{} {:?}: {found} / {wanted}", it.code, it.place)
            })
            .collect();
        assert!(told.is_empty(), "{sizes:?}, {subject}:\n{}", told.join("\n"));
    }
}
