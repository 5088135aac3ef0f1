//! Words of lists of awards and of certificates.

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

/// “Bằng khen của Chủ tịch UBND tỉnh”.
pub(crate) fn form_of(form: &str, authorities: &[String]) -> String {
    match authorities {
        [] => form.to_owned(),
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
    match reason.to_lowercase().starts_with("đã có") {
        true => format!("{}.", capitalise(reason)),
        false => format!("Đã có {reason}."),
    }
}

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

/// Who gives, in capitals: the first authority.
pub(crate) fn giver(authorities: &[String]) -> String {
    authorities.first().map(|giver| giver.to_uppercase()).unwrap_or_default()
}

/// Between the giver and the form.
pub(crate) const GRANTING: &str = "TẶNG";

/// The sentence when a dossier has no recipients for certificates.
pub(crate) const NO_RECIPIENTS: &str = "Chưa có tập thể, cá nhân, hộ gia đình nào được nhập trong các quyết định khen thưởng của hồ sơ này.";

/// The texts of the test sheet: as long as real ones.
pub(crate) const SAMPLE: [(&str, &str); 11] = [
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
    ("signer", "Họ và tên người ký"),
];
