//! Tên loại, trích yếu, Kính gửi and căn cứ.

use super::*;

pub(super) fn all() -> Vec<Fault> {
    const SUBJECT: &str = "Kết quả xây dựng phong trào";
    vec![
        fault("không có tên loại", Check::KindMissing, |doc| {
            doc.remove("BÁO CÁO");
            doc.remove(SUBJECT);
            doc.remove("6 tháng đầu năm");
        }),
        fault("tên loại chữ thường", Check::KindCapitals, |doc| {
            doc.para("BÁO CÁO").say("Báo cáo")
        }),
        fault("tên loại không đậm", Check::KindLook, |doc| bold(doc.para("BÁO CÁO"), false)),
        fault("tên loại cỡ 16", Check::KindLook, |doc| size(doc.para("BÁO CÁO"), 16)),
        fault("tên loại căn trái", Check::TitleCentred, |doc| {
            doc.para("BÁO CÁO").align = Some("left");
        }),
        fault("không có trích yếu", Check::SubjectMissing, |doc| {
            doc.remove(SUBJECT);
            doc.remove("6 tháng đầu năm");
        }),
        fault("trích yếu không đậm", Check::SubjectLook, |doc| {
            bold(doc.para(SUBJECT), false)
        }),
        fault("trích yếu in hoa", Check::SubjectLook, |doc| {
            for words in [SUBJECT, "6 tháng đầu năm"] {
                let text = doc.para(words).text().to_uppercase();
                doc.para(words).say(&text);
            }
        }),
        fault("trích yếu không có đường kẻ", Check::SubjectRule, |doc| {
            doc.para("6 tháng đầu năm").drawn = None;
        }),
        fault("đường kẻ trích yếu ngắn", Check::SubjectRuleLength, |doc| {
            doc.para("6 tháng đầu năm").drawn = Some(400);
        }),
        fault("trích yếu công văn đậm", Check::LetterSubject, |doc| {
            let subject = Para::new("center", vec![Run::new("V/v báo cáo", 12, (true, false))]);
            table(doc, "CỘNG HÒA").rows[1][0].push(subject);
        }),
        fault("không có Kính gửi", Check::AddresseeMissing, |doc| {
            for words in ["Kính gửi", "- Bộ Công an", "- Ủy ban nhân dân tỉnh"] {
                doc.remove(words);
            }
        }),
        fault("Kính gửi thiếu hai chấm", Check::AddresseeForm, |doc| {
            doc.para("Kính gửi").say("Kính gửi");
        }),
        fault("ghi Kính gởi", Check::AddresseeForm, |doc| {
            doc.para("Kính gửi").swap("gửi", "gởi");
        }),
        fault("Kính gửi cuối dòng phẩy", Check::AddresseeForm, |doc| {
            doc.para("- Bộ Công an").say("- Bộ Công an,");
        }),
        fault("Kính gửi đậm", Check::AddresseeLook, |doc| bold(doc.para("Kính gửi"), true)),
        fault("căn cứ đứng", Check::GroundLook, |doc| italic(doc.para("Căn cứ Luật"), false)),
        fault("căn cứ hết bằng chấm", Check::GroundEnding, |doc| {
            doc.para("Căn cứ Luật").swap("nước;", "nước.");
        }),
        fault("căn cứ cuối hết bằng chấm phẩy", Check::GroundEnding, |doc| {
            doc.para("Căn cứ Thông tư").swap("Công an.", "Công an;");
        }),
    ]
}
