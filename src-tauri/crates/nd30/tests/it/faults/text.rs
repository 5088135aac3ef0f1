//! Running text and its structure.

use super::*;

pub(super) fn all() -> Vec<Fault> {
    vec![
        fault("lời văn cỡ 12", Check::BodySize, |doc| size(doc.para(TEXT), 12)),
        fault("một đoạn cỡ 13", Check::OneBodySize, |doc| size(doc.para(TEXT), 13)),
        fault("lời văn căn trái", Check::BodyJustified, |doc| {
            doc.para(TEXT).align = Some("left")
        }),
        fault("không thụt đầu dòng", Check::FirstLine, |doc| doc.para(TEXT).first = Some(0)),
        fault("thụt 2 cm", Check::FirstLine, |doc| doc.para(TEXT).first = Some(1134)),
        fault("dòng sau thụt theo", Check::FirstLine, |doc| {
            let para = doc.para(TEXT);
            (para.left, para.first) = (Some(1080), Some(-360));
        }),
        fault("cách đoạn 3 pt", Check::ParagraphSpacing, |doc| doc.para(TEXT).after = Some(60)),
        fault("bỏ khoảng cách cùng kiểu", Check::ParagraphSpacing, |doc| {
            doc.para("a) Các xã").contextual = true;
        }),
        fault("cách dòng 2", Check::LineSpacing, |doc| doc.para(TEXT).line = Some((480, "auto"))),
        fault("cách dòng đúng 12 pt", Check::LineSpacing, |doc| {
            doc.para(TEXT).line = Some((240, "exact"));
        }),
        fault("cả đoạn nghiêng", Check::BodyUpright, |doc| italic(doc.para(TEXT), true)),
        fault("cả đoạn đậm", Check::BodyUpright, |doc| bold(doc.para(TEXT), true)),
        fault("gạch chân", Check::Underline, |doc| underline(doc.para(TEXT))),
        fault("mục chữ thường", Check::HeadingCapitals, |doc| {
            doc.para("I. TÌNH HÌNH").say("I. Tình hình liên quan");
        }),
        fault("mục nghiêng", Check::HeadingLook, |doc| italic(doc.para("I. TÌNH HÌNH"), true)),
        fault("mục nhảy số", Check::HeadingOrder, |doc| {
            doc.para("III. PHƯƠNG").swap("III.", "IV.");
        }),
        fault("mục ghi I/", Check::HeadingForm, |doc| doc.para("I. TÌNH HÌNH").swap("I.", "I/")),
        fault("mục ghi A.", Check::HeadingForm, |doc| doc.para("I. TÌNH HÌNH").swap("I.", "A.")),
        fault("khoản nhảy số", Check::ClauseOrder, |doc| {
            doc.para("2. Kết quả").swap("2.", "3.");
        }),
        fault("khoản có tiêu đề không đậm", Check::ClauseLook, |doc| {
            bold(doc.para(CLAUSE), false)
        }),
        fault("khoản câu văn đậm", Check::ClauseLook, |doc| {
            bold(doc.para("1. Tiếp tục"), true)
        }),
        fault("khoản ghi 1)", Check::ClauseForm, |doc| doc.para(CLAUSE).swap("1.", "1)")),
        fault("điểm e sau d", Check::PointOrder, |doc| {
            doc.remove("đ) Các xã");
        }),
        fault("điểm tự động của Word", Check::PointOrder, |doc| {
            for para in doc.paras() {
                if para.text().contains(") Các xã") {
                    let text = para.text();
                    para.say(text.split_once(' ').map_or("", |(_, rest)| rest));
                    para.list = Some((1, 1));
                }
            }
        }),
        fault("điểm ghi a.", Check::PointForm, |doc| doc.para("a) Các xã").swap("a)", "a.")),
        fault("phần in hoa", Check::PartForm, |doc| {
            let mut part = body("PHẦN I");
            (part.align, part.first) = (Some("center"), Some(0));
            bold(&mut part, true);
            doc.insert_before("I. TÌNH HÌNH", part);
        }),
        fault("không có ./.", Check::Ending, |doc| doc.para("kính báo cáo./.").swap("./.", ".")),
        fault("dòng trống", Check::EmptyParagraphs, |doc| {
            doc.insert_before("2. Phấn đấu", body(""));
        }),
        fault("tab đầu dòng", Check::ManualSpaces, |doc| {
            let para = doc.para(TEXT);
            para.first = Some(0);
            para.swap("Tình hình an", "\tTình hình an");
        }),
        fault("dấu cách liền nhau", Check::ManualSpaces, |doc| {
            doc.para(TEXT).swap("quan tâm", "quan     tâm");
        }),
    ]
}
