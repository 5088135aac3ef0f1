//! An invented two-page briefing with everything the model offers.

use std::io::Cursor;
use std::sync::Arc;

use bc138_report::{Block, Document, Meta, Paragraph, Picture, Span, Style};
use chrono::NaiveDate;
use image::{ImageFormat, Rgb, RgbImage};

/// Makes a picture with a soft gradient.
pub fn picture_bytes(width: u32, height: u32, format: ImageFormat) -> Arc<[u8]> {
    let image = RgbImage::from_fn(width, height, |x, y| {
        let part = |value: u32, of: u32| u8::try_from(value * 255 / of).unwrap_or(255);
        Rgb([part(x, width), part(y, height), 140])
    });
    let mut file = Cursor::new(Vec::new());
    image.write_to(&mut file, format).expect("a plain picture can be written");
    file.into_inner().into()
}

/// Builds the sample without a picture.
pub fn briefing() -> Document {
    let meta = Meta {
        title: "Hội nghị tổng kết phong trào Toàn dân bảo vệ an ninh Tổ quốc năm 2026".into(),
        author: "Ban Chỉ đạo 138 tỉnh Ví Dụ".into(),
        subject: "Tin hội nghị".into(),
        keywords: vec!["138".into(), "an ninh Tổ quốc".into()],
        date: NaiveDate::from_ymd_opt(2026, 11, 20),
    };
    Document::new(meta, head().into_iter().chain(body()).collect())
}

/// Builds the sample with a JPEG picture and its caption.
pub fn illustrated() -> Document {
    let mut document = briefing();
    let caption = Paragraph::plain(Style::Caption, "Quang cảnh hội nghị tại điểm cầu cấp tỉnh.");
    let picture = Picture::new(picture_bytes(1200, 700, ImageFormat::Jpeg), Some(caption));
    document.sections[0].blocks.insert(4, picture.into());
    document
}

/// Builds a page of awkward cases: every style, an endless word, forced breaks, all faces.
pub fn awkward() -> Document {
    let mut blocks: Vec<Block> =
        Style::ALL.into_iter().map(|style| plain(style, "Ủy ban nhân dân xã Ệ Ẵ ự")).collect();
    blocks.push(plain(Style::Body, &format!("Đồng chí {} dự hội nghị.", "Nguyễn".repeat(40))));
    blocks
        .push(plain(Style::Body, "Dòng một\nDòng hai, 2022 - 2025, 97,6 % (+10,67%)\n\nDòng bốn"));
    let faces = vec![
        Span::plain("thường "),
        Span::bold("đậm "),
        Span::italic("nghiêng "),
        Span { italic: true, ..Span::bold("đậm nghiêng") },
    ];
    blocks.push(Paragraph::new(Style::Body, faces).into());
    Document::new(Meta::default(), blocks)
}

fn plain(style: Style, text: &str) -> Block {
    Paragraph::plain(style, text).into()
}

fn head() -> Vec<Block> {
    vec![
        plain(Style::Organisation, "BAN CHỈ ĐẠO 138 TỈNH VÍ DỤ"),
        plain(Style::Title, "TỔNG KẾT PHONG TRÀO TOÀN DÂN BẢO VỆ AN NINH TỔ QUỐC NĂM 2026"),
        plain(Style::Subtitle, "Hội nghị trực tiếp kết hợp trực tuyến tới 124 điểm cầu"),
        plain(
            Style::Lead,
            "Sáng ngày 20 tháng 11 năm 2026, Ban Chỉ đạo phòng, chống tội phạm, tệ nạn xã hội và \
             xây dựng phong trào Toàn dân bảo vệ an ninh Tổ quốc tỉnh (gọi tắt là Ban Chỉ đạo 138) \
             tổ chức hội nghị tổng kết năm 2026, triển khai nhiệm vụ năm 2027.",
        ),
    ]
}

fn body() -> Vec<Block> {
    let mut blocks = Vec::new();
    blocks.push(plain(Style::Heading, "1. Kết quả xây dựng phong trào"));
    for round in 1..=3 {
        blocks.push(results(round));
        blocks.push(plain(
            Style::Item,
            "Duy trì 1.214 mô hình cũ, xây dựng mới 09 mô hình điểm về \
            “Khu dân cư không có tội phạm, ma túy”, “Dòng họ tự quản về an ninh, trật tự”;",
        ));
        blocks.push(plain(
            Style::Item,
            "Vận động quần chúng cung cấp 2.530 nguồn tin có giá trị, \
            giao nộp 173 khẩu súng các loại, 13,85 kg thuốc nổ, giảm 65 vụ (-25,39%).",
        ));
    }
    blocks.push(plain(Style::Heading, "2. Nhiệm vụ trọng tâm năm 2027"));
    blocks.push(plain(
        Style::Body,
        "Phát biểu chỉ đạo tại hội nghị, đồng chí Trưởng Ban Chỉ đạo ghi nhận, biểu dương những kết \
         quả mà cán bộ, chiến sĩ và Nhân dân trong tỉnh đã đạt được; đề nghị các cấp ủy, chính quyền \
         tiếp tục lãnh đạo, chỉ đạo thực hiện nghiêm Nghị định số 30/2020/NĐ-CP, phấn đấu giai đoạn \
         2026 - 2030 có trên 90% số khu dân cư đạt tiêu chuẩn “An toàn về an ninh, trật tự”.",
    ));
    blocks.push(plain(
        Style::Body,
        "Nhân dịp này, Chủ tịch Ủy ban nhân dân tỉnh tặng Bằng khen cho 32 tập thể và 41 cá nhân đã \
         có thành tích xuất sắc trong phong trào Toàn dân bảo vệ an ninh Tổ quốc năm 2026./.",
    ));
    blocks.push(plain(Style::Byline, "Nguyễn Văn Ví Dụ"));
    blocks.push(plain(Style::Note, "Ghi chú: số liệu tính đến ngày 15/11/2026."));
    blocks
}

fn results(round: u32) -> Block {
    let spans = vec![
        Span::plain(format!("Đợt {round}: toàn tỉnh có ")),
        Span::figure("1.686/1.727", format!("kdc-{round}")),
        Span::plain(" khu dân cư, đạt "),
        Span::figure("97,6%", format!("kdc-ty-le-{round}")),
        Span::plain("; "),
        Span::figure("173/181", format!("xa-{round}")),
        Span::plain(" xã, phường, thị trấn; "),
        Span::gap(Some(format!("co-quan-{round}"))),
        Span::plain(" cơ quan, doanh nghiệp, cơ sở giáo dục đạt tiêu chuẩn "),
        Span::italic("“An toàn về an ninh, trật tự”"),
        Span::plain(
            ". Các cấp ủy, chính quyền đã quan tâm lãnh đạo, chỉ đạo, huy động sức mạnh tổng hợp của \
             cả hệ thống chính trị và toàn dân tham gia phòng ngừa, đấu tranh với các loại tội phạm, \
             tệ nạn xã hội, góp phần giữ vững an ninh chính trị, bảo đảm trật tự, an toàn xã hội, \
             phục vụ phát triển kinh tế - xã hội của địa phương; tổ chức ",
        ),
        Span::bold("32 cuộc"),
        Span::plain(" tuyên truyền với hơn 12.480 lượt người tham gia."),
    ];
    Paragraph::new(Style::Body, spans).into()
}
