//! A correct report of an invented province: what every fault starts from.

use crate::builder::{Block, Doc, Furniture, Para, Run, SPACES, Section, Table};

const MM: i32 = 5669;

/// A4 with margins of 20, 20, 20 and 30 mm.
pub fn paper() -> Section {
    let [vertical, right, left] = [20, 20, 30].map(|it| it * MM / 100);
    Section {
        width: 11906,
        height: 16838,
        margins: [vertical, right, vertical, left],
        title_page: true,
        start: Some(1),
        format: None,
    }
}

/// The report.
pub fn report() -> Doc {
    let mut blocks = vec![Block::Table(head())];
    blocks.extend(title().into_iter().chain(text()).map(Block::Para));
    blocks.push(Block::Table(signatures()));
    blocks.push(Block::Para(Para { ends: Some(paper()), ..Para::default() }));
    blocks.extend(annex("I", "KẾT QUẢ TỪNG XÃ, PHƯỜNG").into_iter().map(Block::Para));
    blocks.push(Block::Table(grid()));
    blocks.push(Block::Para(Para { ends: Some(paper()), ..Para::default() }));
    blocks.extend(annex("II", "DANH SÁCH MÔ HÌNH MỚI").into_iter().map(Block::Para));
    blocks.push(Block::Table(grid()));
    blocks.push(Block::Para(Para::default()));
    let number = Run { page: true, ..Run::new("", 14, (false, false)) };
    let landscape = Section { width: 16838, height: 11906, ..paper() };
    Doc {
        blocks,
        section: landscape,
        header: Furniture { para: Some(Para::new("center", vec![number])) },
        first_header: Furniture::default(),
        footer: Furniture::default(),
        styles: styles(),
        theme_font: "Times New Roman".into(),
        even_and_odd: false,
    }
}

/// The defaults name the theme's font and 10 points; “NoiDung” is based on “Goc”, “De” on it.
fn styles() -> String {
    format!(
        concat!(
            r#"<w:styles {}><w:docDefaults><w:rPrDefault><w:rPr>"#,
            r#"<w:rFonts w:asciiTheme="minorHAnsi" w:hAnsiTheme="minorHAnsi" w:ascii="Calibri"/>"#,
            r#"<w:sz w:val="20"/></w:rPr></w:rPrDefault></w:docDefaults>"#,
            r#"<w:style w:type="paragraph" w:default="1" w:styleId="Thuong"><w:name w:val="Normal"/>"#,
            r#"<w:rPr><w:sz w:val="28"/></w:rPr></w:style>"#,
            r#"<w:style w:type="paragraph" w:styleId="Goc"><w:name w:val="Goc"/><w:basedOn w:val="Thuong"/>"#,
            r#"<w:pPr><w:spacing w:after="120" w:line="288" w:lineRule="auto"/></w:pPr></w:style>"#,
            r#"<w:style w:type="paragraph" w:styleId="NoiDung"><w:name w:val="NoiDung"/><w:basedOn w:val="Goc"/>"#,
            r#"<w:pPr><w:ind w:firstLine="720"/><w:jc w:val="both"/></w:pPr></w:style>"#,
            r#"<w:style w:type="paragraph" w:styleId="De"><w:name w:val="De"/><w:basedOn w:val="NoiDung"/>"#,
            r#"<w:rPr><w:b/></w:rPr></w:style>"#,
            r#"<w:style w:type="character" w:styleId="Nhan"><w:name w:val="Nhan"/><w:rPr><w:b/></w:rPr></w:style>"#,
            r#"</w:styles>"#,
        ),
        SPACES
    )
}

fn centred(text: &str, size: i32, look: (bool, bool)) -> Para {
    Para::new("center", vec![Run::new(text, size, look)])
}

const BOLD: (bool, bool) = (true, false);
const ITALIC: (bool, bool) = (false, true);
const UPRIGHT: (bool, bool) = (false, false);

fn head() -> Table {
    let agency = "TỈNH VÍ DỤ";
    let left = vec![
        centred("ỦY BAN NHÂN DÂN TỈNH VÍ DỤ", 13, UPRIGHT),
        centred("BAN CHỈ ĐẠO 138", 13, BOLD),
        Para { drawn: Some(850), ..centred(agency, 13, BOLD) },
    ];
    let right = vec![
        centred("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 13, BOLD),
        Para { drawn: Some(3290), ..centred("Độc lập - Tự do - Hạnh phúc", 14, BOLD) },
    ];
    let number = vec![centred("Số: 05/BC-BCĐ", 13, UPRIGHT)];
    let date = vec![centred("Ví Dụ, ngày 05 tháng 6 năm 2026", 14, ITALIC)];
    let rows = vec![vec![left, right], vec![number, date]];
    Table { widths: vec![3800, 5900], gridded: false, rows }
}

fn title() -> Vec<Para> {
    let dashed = |text: &str| Para {
        left: Some(3000),
        ..Para::new("left", vec![Run::new(text, 14, UPRIGHT)])
    };
    vec![
        Para::default(),
        centred("BÁO CÁO", 14, BOLD),
        centred("Kết quả xây dựng phong trào Toàn dân bảo vệ an ninh Tổ quốc", 14, BOLD),
        Para { drawn: Some(2700), ..centred("6 tháng đầu năm 2026", 14, BOLD) },
        centred("Kính gửi:", 14, UPRIGHT),
        dashed("- Bộ Công an;"),
        dashed("- Ủy ban nhân dân tỉnh Ví Dụ."),
    ]
}

/// A paragraph of the text; its look comes from its style.
pub fn body(text: &str) -> Para {
    let runs = vec![Run { text: text.into(), ..Run::default() }];
    Para { style: Some("NoiDung"), runs, ..Para::default() }
}

fn heading(text: &str) -> Para {
    Para { style: Some("De"), ..body(text) }
}

fn ground(text: &str) -> Para {
    let mut para = body(text);
    para.each(|run| run.italic = Some(true));
    para
}

fn text() -> Vec<Para> {
    let mut paras = vec![
        ground("Căn cứ Luật Bảo vệ bí mật nhà nước;"),
        ground(
            "Căn cứ Thông tư số 124/2021/TT-BCA ngày 28 tháng 12 năm 2021 của Bộ trưởng Bộ Công an.",
        ),
        body(
            "Thực hiện Kế hoạch số 12/KH-BCĐ ngày 09 tháng 02 năm 2026 của Ban Chỉ đạo, Ban Chỉ đạo \
             138 tỉnh báo cáo kết quả như sau:",
        ),
        heading("I. TÌNH HÌNH LIÊN QUAN"),
        body(
            "Tình hình an ninh, trật tự ổn định; xảy ra 391 vụ, giảm 65 vụ (-14,25%) so với cùng kỳ. \
             Các cấp ủy, chính quyền quan tâm lãnh đạo, chỉ đạo, huy động Nhân dân tham gia.",
        ),
        heading("II. KẾT QUẢ XÂY DỰNG PHONG TRÀO"),
        heading("1. Lãnh đạo, chỉ đạo"),
    ];
    let point = |letter: &str| {
        body(&format!(
            "{letter}) Các xã, phường đã ban hành kế hoạch, phân công thành viên theo dõi địa bàn, \
             kiểm tra và sơ kết đúng thời gian, tổng hợp kết quả gửi về cơ quan thường trực;"
        ))
    };
    paras.extend(["a", "b", "c", "d", "đ", "e"].map(point));
    paras.push(heading("2. Kết quả đạt được"));
    let mut mixed = body("Toàn tỉnh có 1.686/1.727 khu dân cư (97,6%) đạt tiêu chuẩn ");
    mixed.runs.push(Run {
        text: "“An toàn về an ninh, trật tự”".into(),
        italic: Some(true),
        ..Run::default()
    });
    mixed
        .runs
        .push(Run {
            text: " (chi tiết tại Phụ lục I, Phụ lục II).".into(), ..Run::default()
        });
    paras.push(mixed);
    for _ in 0..6 {
        paras.push(body(
            "Lực lượng nòng cốt tổ chức 1.214 buổi tuyên truyền với 12.480 lượt người tham gia, vận \
             động giao nộp 13,85 kg thuốc nổ, tiếp nhận 2.530 nguồn tin, trong đó có 1.905 nguồn tin \
             có giá trị giúp làm rõ 173 vụ việc, góp phần giữ vững an ninh chính trị, bảo đảm trật tự, \
             an toàn xã hội, phục vụ phát triển kinh tế - xã hội của địa phương.",
        ));
    }
    paras.push(heading("III. PHƯƠNG HƯỚNG, NHIỆM VỤ"));
    paras.push(body("1. Tiếp tục thực hiện Thông tư số 124/2021/TT-BCA."));
    paras.push(body("2. Phấn đấu đến ngày 15/11/2026 có trên 90% khu dân cư đạt tiêu chuẩn."));
    paras.push(body("Trên đây là kết quả, Ban Chỉ đạo 138 tỉnh kính báo cáo./."));
    paras
}

fn signatures() -> Table {
    let listed = |text: &str| Para::new("left", vec![Run::new(text, 11, UPRIGHT)]);
    let left = vec![
        Para::new("left", vec![Run::new("Nơi nhận:", 12, (true, true))]),
        listed("- Như trên;"),
        listed("- Thường trực Tỉnh ủy (để báo cáo);"),
        listed("- Công an tỉnh;"),
        listed("- Lưu: VT, PX03."),
    ];
    let right = vec![
        centred("KT. TRƯỞNG BAN", 14, BOLD),
        centred("PHÓ TRƯỞNG BAN", 14, BOLD),
        Para::default(),
        Para::default(),
        Para::default(),
        centred("GIÁM ĐỐC CÔNG AN TỈNH", 14, BOLD),
        centred("Đại tá Trần Ví Dụ", 14, BOLD),
    ];
    Table { widths: vec![4700, 5000], gridded: false, rows: vec![vec![left, right]] }
}

fn annex(number: &str, title: &str) -> Vec<Para> {
    vec![
        centred(&format!("Phụ lục {number}"), 14, BOLD),
        centred(title, 14, BOLD),
        centred(
            "(Kèm theo Báo cáo số 05/BC-BCĐ ngày 05/6/2026 của Ban Chỉ đạo 138 tỉnh)",
            14,
            ITALIC,
        ),
        Para::default(),
    ]
}

fn grid() -> Table {
    let cell = |text: &str, look| vec![centred(text, 12, look)];
    let rows = vec![
        ["TT", "Xã, phường", "Số khu dân cư"].map(|text| cell(text, BOLD)).to_vec(),
        ["1", "Phường Ví Dụ", "1.125"].map(|text| cell(text, UPRIGHT)).to_vec(),
    ];
    Table { widths: vec![700, 5000, 3600], gridded: true, rows }
}
