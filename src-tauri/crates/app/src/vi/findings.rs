//! The places of findings in words; what is said of them stands in `assets/checks`.

use crate::field::List;

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
