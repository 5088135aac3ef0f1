//! The places of findings in words; what is said of them stands in `assets/checks`.

use crate::document::DocumentStyle;
use crate::field::List;
use crate::own_catalogue::Unfit;
use bc138_domain::{EditedParagraph, Window, date};

/// A row of a list, by its number.
#[must_use]
pub(crate) fn row(list: List, number: usize) -> String {
    let name = match list {
        List::Award => "Khen thưởng",
        List::Agenda => "Nội dung hội nghị",
        List::Caption => "Chú thích ảnh",
        List::Basis => "Văn bản, chương trình",
        List::Participant => "Đại biểu",
        List::Speech => "Phát biểu",
        List::Leadership => "Lãnh đạo, chỉ đạo",
        List::Assessment => "Đánh giá chung",
        List::Outcome => "Tình hình, chuyển biến",
        List::Discussion => "Tham luận",
        List::Task => "Nhiệm vụ",
        List::Shortcoming => "Tồn tại, hạn chế",
        List::Proposal => "Kiến nghị, đề xuất",
        List::Target => "Chỉ tiêu",
    };
    format!("{name}, dòng {number}")
}

/// An entry of the user's own that the catalogue leaves out.
pub(crate) const LEFT_OUT: &str = "Mục tự lập không dùng được";
/// What to do about it.
pub(crate) const LEFT_OUT_TODO: &str =
    "Mở Danh mục, sửa hoặc xóa mục này; số liệu của mục chưa được in ở đâu.";

/// Which entry is left out, and why.
pub(crate) fn left_out(unfit: &Unfit) -> String {
    format!("“{}” bị bỏ qua: {}", unfit.name, super::exchange::misfit_words(&unfit.misfit))
}

/// Title of [`failed_template`].
pub(crate) const FAILED_TEMPLATE: &str = "Mẫu câu tự viết không dùng được";
/// What to do about it.
pub(crate) const FAILED_TEMPLATE_TODO: &str =
    "Sửa mẫu câu, hoặc trả mẫu về bản gốc; trong lúc đó văn bản in theo mẫu gốc.";

/// Which template is not printed, and why.
pub(crate) fn failed_template(name: &str, why: &str) -> String {
    format!("Mẫu câu {name}: {why}")
}

/// Title of [`departure`].
pub(crate) const DEPARTURE: &str = "Đoạn tự sửa có thể khác số liệu";
/// What to do about it.
pub(crate) const DEPARTURE_TODO: &str =
    "Đọc lại đoạn này: chèn số từ số liệu thay cho số gõ tay, hoặc lấy lại câu mẫu.";

/// Which paragraph of which document, and what is to be known of it.
pub(crate) fn departure(edited: &EditedParagraph, told: &[String]) -> String {
    let document = DocumentStyle::of(&edited.style).map_or("", DocumentStyle::title);
    let words = super::wording::beginning(&edited.text);
    format!("{document}, đoạn “{words}…”: {}", told.join(" "))
}

/// A number of one unit: “xã Đình Lập, Khu dân cư đạt tiêu chuẩn (năm 2025)”.
pub(crate) fn cell(unit: &str, indicator: &str, window: &Window) -> String {
    let days = window.label.clone().or_else(|| window.to.map(date::full)).unwrap_or_default();
    format!("{unit}, {indicator} ({days})")
}
