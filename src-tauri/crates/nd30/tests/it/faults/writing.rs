//! Numbers, dates, capitals, citations and what drafting leaves.

use super::*;

pub(super) fn all() -> Vec<Fault> {
    vec![
        fault("1686 không chấm", Check::Thousands, |doc| everywhere(doc, "12.480", "12480")),
        fault("1,214 kiểu Anh", Check::Thousands, |doc| {
            everywhere(doc, "1.214 buổi", "1,214 buổi")
        }),
        fault("97.6%", Check::DecimalComma, |doc| everywhere(doc, "97,6%", "97.6%")),
        fault("97,6 %", Check::PercentSpace, |doc| everywhere(doc, "97,6%", "97,6 %")),
        fault("ngày 9 tháng 2", Check::DateInText, |doc| {
            everywhere(doc, "ngày 09 tháng 02", "ngày 9 tháng 2");
        }),
        fault("15.11.2026", Check::DateInText, |doc| everywhere(doc, "15/11/2026", "15.11.2026")),
        fault("nhân dân", Check::Capitals, |doc| {
            everywhere(doc, "Nhân dân tham", "nhân dân tham")
        }),
        fault("Ban chỉ đạo", Check::Capitals, |doc| {
            everywhere(doc, "của Ban Chỉ đạo,", "của Ban chỉ đạo,");
        }),
        fault("Thông tư thiếu số", Check::CitationNumber, |doc| {
            everywhere(doc, "Thông tư số 124", "Thông tư 124");
        }),
        fault("viện dẫn thiếu ngày", Check::CitationDate, |doc| {
            everywhere(doc, " ngày 28 tháng 12 năm 2021", "");
        }),
        fault("sửa đổi chưa chấp nhận", Check::TrackedChanges, |doc| {
            doc.para(TEXT).raw = "<w:del><w:r><w:delText>x</w:delText></w:r></w:del>".into();
        }),
        fault("còn ghi chú", Check::Comments, |doc| {
            doc.para(TEXT).raw = r#"<w:commentRangeStart w:id="1"/>"#.into();
        }),
        fault("chỗ trống", Check::Gaps, |doc| doc.para(TEXT).swap("391", "……")),
        fault("chữ ẩn", Check::HiddenText, |doc| {
            let hidden = Run { raw: "<w:vanish/>".into(), text: "nháp".into(), ..Run::default() };
            doc.para(TEXT).runs.push(hidden);
        }),
    ]
}
