//! Paper, fonts and page numbers.

use super::*;

pub(super) fn all() -> Vec<Fault> {
    vec![
        fault("khổ Letter", Check::PaperSize, |doc| {
            doc.section.width = 15840;
            doc.section.height = 12240;
        }),
        fault("khổ A3 dọc", Check::PaperSize, |doc| {
            first(doc).width = 16838;
            first(doc).height = 23811;
        }),
        fault("lề trên 15 mm", Check::MarginTop, |doc| {
            first(doc).margins[0] = 850;
        }),
        fault("lề dưới 30 mm", Check::MarginBottom, |doc| first(doc).margins[2] = 1701),
        fault("lề trái 25 mm", Check::MarginLeft, |doc| {
            first(doc).margins[3] = 1417;
        }),
        fault("lề phải 25 mm", Check::MarginRight, |doc| {
            first(doc).margins[1] = 1417;
        }),
        fault("trang ngang không có bảng", Check::Landscape, |doc| {
            let last = doc.blocks.len() - 2;
            drop(doc.blocks.remove(last));
        }),
        fault("phông Arial ở một chữ", Check::FontName, |doc| {
            raw(doc.para(TEXT), r#"<w:rFonts w:ascii="Arial" w:hAnsi="Arial"/>"#);
        }),
        fault("phông Calibri theo chủ đề", Check::FontName, |doc| {
            doc.theme_font = "Calibri".into()
        }),
        fault("số trang phông Calibri", Check::FontName, |doc| {
            raw(page_number(doc), r#"<w:rFonts w:ascii="Calibri" w:hAnsi="Calibri"/>"#);
        }),
        fault("chữ có dấu phông khác", Check::FontName, |doc| {
            raw(doc.para(TEXT), r#"<w:rFonts w:hAnsi="Cambria"/>"#);
        }),
        fault("chữ đỏ", Check::FontColour, |doc| {
            raw(doc.para(TEXT), r#"<w:color w:val="FF0000"/>"#);
        }),
        fault("tô nền vàng", Check::Highlight, |doc| {
            raw(doc.para(TEXT), r#"<w:highlight w:val="yellow"/>"#);
        }),
        fault("Unicode tổ hợp", Check::Composed, |doc| {
            doc.para(TEXT).swap("Tình", "Ti\u{300}nh");
        }),
        fault("chữ TCVN3", Check::OldEncoding, |doc| doc.para(TEXT).swap("quan tâm", "B¸o c¸o")),
        fault("phông .VnTime", Check::OldEncoding, |doc| {
            raw(doc.para(TEXT), r#"<w:rFonts w:ascii=".VnTime" w:hAnsi=".VnTime"/>"#);
        }),
        fault("ký tự ẩn", Check::Invisible, |doc| {
            doc.para(TEXT).swap("quan tâm", "quan\u{200B} tâm")
        }),
        fault("dấu thanh theo hai lối", Check::TonePlacement, |doc| {
            doc.para(TEXT).swap("quan tâm", "quan tâm, hoà giải")
        }),
        fault("không có số trang", Check::PageNumberMissing, |doc| doc.header.para = None),
        fault("số trang ở chân trang", Check::PageNumberPlace, |doc| {
            doc.footer.para = doc.header.para.take();
        }),
        fault("số trang căn phải", Check::PageNumberCentred, |doc| {
            page_number(doc).align = Some("right")
        }),
        fault("số trang cỡ 11", Check::PageNumberLook, |doc| size(page_number(doc), 11)),
        fault("số trang nghiêng", Check::PageNumberLook, |doc| italic(page_number(doc), true)),
        fault("trang 1 hiện số", Check::PageNumberFirst, |doc| {
            doc.first_header = doc.header.clone();
        }),
        fault("không tách trang đầu", Check::PageNumberFirst, |doc| {
            first(doc).title_page = false
        }),
        fault("số trang từ 2", Check::PageNumberStart, |doc| {
            first(doc).start = Some(2);
        }),
        fault("số trang La Mã", Check::PageNumberDigits, |doc| {
            first(doc).format = Some("lowerRoman");
        }),
        fault("ghi “Trang 2”", Check::PageNumberDigits, |doc| {
            let label = Run::new("Trang ", 14, (false, false));
            page_number(doc).runs.insert(0, label);
        }),
    ]
}
