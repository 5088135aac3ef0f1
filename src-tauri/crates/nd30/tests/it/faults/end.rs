//! Signature and recipients.

use super::*;

pub(super) fn all() -> Vec<Fault> {
    const NAME: &str = "Đại tá Trần";
    const ROLE: &str = "PHÓ TRƯỞNG BAN";
    vec![
        fault("không có người ký", Check::SignerMissing, |doc| {
            table(doc, ROLE).rows[0][1].clear();
        }),
        fault("thiếu họ tên, chỉ có chức vụ", Check::SignerMissing, |doc| {
            doc.remove(NAME);
        }),
        fault("chức vụ chữ thường", Check::SignerRoleLook, |doc| {
            doc.para(ROLE).say("Phó Trưởng Ban");
        }),
        fault("chức vụ không đậm", Check::SignerRoleLook, |doc| {
            bold(doc.para(ROLE), false)
        }),
        fault("ghi KT: ", Check::SignerAuthority, |doc| doc.para("KT. ").swap("KT.", "KT:")),
        fault("ghi T/M", Check::SignerAuthority, |doc| {
            doc.para("KT. TRƯỞNG").say("T/M BAN CHỈ ĐẠO");
        }),
        fault("KT. liền chữ", Check::SignerAuthority, |doc| {
            doc.para("KT. ").swap("KT. ", "KT.")
        }),
        fault("KT. không phải cấp phó", Check::SignerOwnTitle, |doc| {
            doc.para(ROLE).say("TRƯỞNG BAN");
        }),
        fault("họ tên không đậm", Check::SignerNameLook, |doc| bold(doc.para(NAME), false)),
        fault("họ tên in hoa", Check::SignerNameCapitals, |doc| {
            doc.para(NAME).say("TRẦN VÍ DỤ")
        }),
        fault("họ tên có học vị", Check::SignerNameTitles, |doc| {
            doc.para(NAME).say("ThS. Trần Ví Dụ");
        }),
        fault("chức vụ cỡ 12", Check::SignerSize, |doc| size(doc.para(ROLE), 12)),
        fault("không có Nơi nhận", Check::RecipientsMissing, |doc| {
            table(doc, "Nơi nhận").rows[0][0].clear();
        }),
        fault("Nơi nhận đứng", Check::RecipientsHead, |doc| {
            italic(doc.para("Nơi nhận"), false)
        }),
        fault("Nơi nhận thiếu hai chấm", Check::RecipientsHead, |doc| {
            doc.para("Nơi nhận").say("Nơi nhận");
        }),
        fault("danh sách cỡ 12", Check::RecipientsLook, |doc| size(doc.para("- Như trên"), 12)),
        fault("thiếu gạch đầu dòng", Check::RecipientsForm, |doc| {
            doc.para("- Công an tỉnh;").say("Công an tỉnh;");
        }),
        fault("cuối dòng phẩy", Check::RecipientsForm, |doc| {
            doc.para("- Công an tỉnh;").say("- Công an tỉnh,");
        }),
        fault("Lưu VT", Check::RecipientsFile, |doc| doc.para("- Lưu:").say("- Lưu VT.")),
        fault("ghi Gửi thay cho Lưu", Check::RecipientsFile, |doc| {
            doc.para("- Lưu:").swap("Lưu", "Gửi");
        }),
        fault("Lưu không chấm", Check::RecipientsFile, |doc| {
            doc.para("- Lưu:").say("- Lưu: VT")
        }),
        fault("thiếu Như trên", Check::RecipientsAbove, |doc| doc.remove("- Như trên")),
    ]
}
