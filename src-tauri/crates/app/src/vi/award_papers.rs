//! Words of lists of awards and of certificates.

use super::documents::frame;
use bc138_domain::AwardLine;
use bc138_domain::text::capitalise;

/// Title of a list.
pub(crate) const LIST: &str = "DANH SÁCH";
/// Before the number of the decision.
pub(crate) const GOES_WITH: &str = "(Kèm theo Quyết định số ";
/// Heads of the columns.
pub(crate) const COLUMNS: [&str; 6] = [
    "TT",
    "Họ và tên / Tên tập thể, hộ gia đình",
    "Chức vụ, đơn vị công tác / Địa chỉ",
    "Thành tích",
    "Tiền thưởng (đồng)",
    "Ghi chú",
];
/// The last row.
pub(crate) const TOTAL: &str = "Tổng cộng";

/// “Bằng khen của Chủ tịch UBND tỉnh”; a form whose name says who gives it (“Cờ thi đua của Chính
/// phủ”) says it once.
pub(crate) fn form_of(form: &str, authorities: &[String]) -> String {
    match authorities {
        [] => form.to_owned(),
        _ if form.contains(" của ") => form.to_owned(),
        authorities => format!("{form} của {}", authorities.join(", ")),
    }
}

/// “Được tặng Bằng khen của …”.
pub(crate) fn granted(title: &str) -> String {
    format!("được tặng {title}").to_uppercase()
}

/// What the award is for, as a sentence.
pub(crate) fn for_merit(reason: &str) -> String {
    let reason = reason.trim_end_matches('.');
    let begins = |words: &[&str]| words.iter().any(|word| reason.to_lowercase().starts_with(word));
    match reason {
        _ if begins(&MERITS) => format!("Đã có {reason}."),
        _ if begins(&["có "]) => format!("Đã {reason}."),
        _ => format!("{}.", capitalise(reason)),
    }
}

/// How a merit begins that somebody has; any other says by itself what was done.
const MERITS: [&str; 7] =
    ["thành tích", "nhiều ", "công lao", "công trạng", "đóng góp", "cống hiến", "quá trình"];

/// “Ông Nguyễn Văn A”, with the year of birth where it is known.
pub(crate) fn addressed(line: &AwardLine) -> String {
    let name = match &line.honorific {
        Some(honorific) => format!("{} {}", capitalise(honorific), line.name),
        None => line.name.clone(),
    };
    match line.birth_year {
        Some(year) => format!("{name} (sinh năm {year})"),
        None => name,
    }
}

/// “Trưởng Công an, xã Minh Xuân”.
pub(crate) fn post_and_unit(line: &AwardLine) -> Option<String> {
    let parts: Vec<&str> =
        [&line.post, &line.unit].into_iter().flatten().map(String::as_str).collect();
    (!parts.is_empty()).then(|| parts.join(", "))
}

/// A people's committee, as its chair is usually entered.
pub(crate) const COMMITTEE_SHORT: &str = "UBND";
/// The same in full.
pub(crate) const COMMITTEE: &str = "Ủy ban nhân dân";
/// A place that is not known, to be written by hand.
pub(crate) const UNKNOWN: &str = "……";
/// Where the organs of the state sit.
pub(crate) const CAPITAL: &str = "Hà Nội";

/// Whether an authority is one of the state, and of no locality.
pub(crate) fn is_of_the_state(authority: &str) -> bool {
    let organs =
        ["Chủ tịch nước", "Thủ tướng", "Chính phủ", "Bộ trưởng", "Bộ Công an", "Trung ương"];
    organs.iter().any(|organ| authority.contains(organ))
}

/// What stands under a certificate.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Signed {
    /// “GIÁM ĐỐC”; for a deputy “KT. GIÁM ĐỐC”.
    pub role: Option<String>,
    /// “PHÓ GIÁM ĐỐC”.
    pub deputy: Option<String>,
    /// Name.
    pub name: Option<String>,
}

/// Posts that the name of an authority begins with, the longest first.
const POSTS: [&str; 9] = [
    "Chủ tịch nước",
    "Trưởng Ban Chỉ đạo",
    "Trưởng Công an",
    "Thủ tướng",
    "Bộ trưởng",
    "Chủ tịch",
    "Giám đốc",
    "Trưởng Ban",
    "Chủ nhiệm",
];

/// Who signs: the post is that of the person (NĐ 30/2020/NĐ-CP, Phụ lục I, mục II.7), never the name
/// of the body. It is typed behind the name (“Nguyễn Văn A, Phó Giám đốc”), else it is the post
/// that the authority's name begins with; of a body alone nobody knows it, and it stays open.
pub(crate) fn signed(signer: Option<&str>, authorities: &[String]) -> Signed {
    let (name, typed) = match signer.map(|it| it.split_once(',').unwrap_or((it, ""))) {
        Some((name, post)) => (Some(name.trim().to_owned()), post.trim().to_uppercase()),
        None => (None, String::new()),
    };
    let giver = authorities.first().map(String::as_str).unwrap_or_default();
    let of_giver = POSTS.iter().find(|post| giver.to_lowercase().starts_with(&post.to_lowercase()));
    let role = match of_giver {
        _ if !typed.is_empty() => typed,
        Some(post) => post.to_uppercase(),
        None => return Signed { name, ..Signed::default() },
    };
    match role.strip_prefix(frame::DEPUTY) {
        Some(chief) => Signed {
            role: Some(format!("{} {chief}", frame::FOR_CHIEF)),
            deputy: Some(role.clone()),
            name,
        },
        None => Signed { role: Some(role), deputy: None, name },
    }
}

/// Between the giver and the form.
pub(crate) const GRANTING: &str = "TẶNG";

/// The sentence when a dossier has no recipients for certificates.
pub(crate) const NO_RECIPIENTS: &str = "Chưa có tập thể, cá nhân, hộ gia đình nào được nhập trong các quyết định khen thưởng của hồ sơ này.";

/// The texts of the test sheet: as long as real ones.
pub(crate) const SAMPLE: [(&str, &str); 12] = [
    ("giver", "NƠI TẶNG"),
    ("granting", GRANTING),
    ("form", "HÌNH THỨC KHEN"),
    ("name", "Ông Họ Và Tên Người Nhận"),
    ("post", "Chức vụ, đơn vị công tác hoặc địa chỉ"),
    ("merit", "Đã có thành tích (dòng này dài bằng dòng thật để thử chỗ)."),
    ("decision", "…/QĐ-…"),
    ("decided", "ngày … tháng … năm …"),
    ("dated", "Địa danh, ngày … tháng … năm …"),
    ("role", "CHỨC VỤ NGƯỜI KÝ"),
    ("deputy", "CHỨC VỤ NGƯỜI KÝ THAY"),
    ("signer", "Họ và tên người ký"),
];

#[cfg(test)]
mod tests {
    use super::*;

    fn of(signer: Option<&str>, authority: &str) -> (Option<String>, Option<String>) {
        let signed = signed(signer, &[authority.to_owned()]);
        (signed.role, signed.deputy)
    }

    #[test]
    fn the_post_of_the_person_stands_over_the_signature_and_never_the_body() {
        let role = |text: &str| Some(text.to_owned());
        assert_eq!(of(None, "Giám đốc Công an tỉnh"), (role("GIÁM ĐỐC"), None));
        assert_eq!(of(Some("Lê Mẫu"), "Chủ tịch UBND tỉnh"), (role("CHỦ TỊCH"), None));
        let deputy = (role("KT. GIÁM ĐỐC"), role("PHÓ GIÁM ĐỐC"));
        assert_eq!(of(Some("Lê Mẫu, Phó Giám đốc"), "Giám đốc Công an tỉnh"), deputy);
        assert_eq!(of(Some("Lê Mẫu"), "UBND tỉnh"), (None, None));
        assert_eq!(of(Some("Lê Mẫu, Chủ tịch"), "UBND tỉnh"), (role("CHỦ TỊCH"), None));
    }
}
