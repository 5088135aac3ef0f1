//! Annexes.

use super::*;

pub(super) fn all() -> Vec<Fault> {
    vec![
        fault("Phụ lục 2", Check::AnnexForm, |doc| second(doc).say("Phụ lục 2")),
        fault("PHỤ LỤC II", Check::AnnexForm, |doc| second(doc).say("PHỤ LỤC II")),
        fault("phụ lục cỡ 13", Check::AnnexLook, |doc| size(second(doc), 13)),
        fault("phụ lục nhảy số", Check::AnnexOrder, |doc| second(doc).say("Phụ lục III")),
        fault("tên phụ lục chữ thường", Check::AnnexTitle, |doc| {
            doc.para("DANH SÁCH").say("Danh sách mô hình mới");
        }),
        fault("thiếu Kèm theo", Check::AnnexReference, |doc| doc.remove("(Kèm theo")),
        fault("Kèm theo đứng", Check::AnnexReference, |doc| {
            italic(doc.para("(Kèm theo"), false)
        }),
        fault("phụ lục đánh số tiếp", Check::AnnexPages, |doc| doc.section.start = None),
        fault("không nhắc phụ lục", Check::AnnexMentioned, |doc| {
            doc.para("1.686/1.727").runs[2].text = ".".into();
        }),
    ]
}

/// The line of the second annex.
fn second(doc: &mut Doc) -> &mut Para {
    let found = doc.paras().into_iter().find(|para| para.text() == "Phụ lục II");
    found.expect("the report has two annexes")
}
