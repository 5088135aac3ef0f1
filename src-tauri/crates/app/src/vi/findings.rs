//! The findings of the checks in words: title, what is wrong, what to do.

use bc138_domain::check::Problem;
use bc138_domain::date;

/// The three texts of a finding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Words {
    /// Title.
    pub title: String,
    /// What is wrong, with the place by its name.
    pub text: String,
    /// What to do.
    pub todo: String,
}

/// Words for a problem at a place (the label of the field or row).
#[must_use]
pub fn words(problem: &Problem, place: &str) -> Words {
    let (title, text, todo) = match problem {
        Problem::ReachedExceedsTotal { reached, total } => (
            "Số đạt lớn hơn tổng số",
            format!("{place}: số đạt ({reached}) lớn hơn tổng số ({total})."),
            "Kiểm tra lại thứ tự: đạt / tổng.".to_owned(),
        ),
        Problem::Unread { text } => (
            "Có ô chưa đọc được",
            format!("{place}: chưa đọc được “{}”.", head(text)),
            "Mở ô này, sửa theo lời nhắc bên cạnh.".to_owned(),
        ),
        Problem::RecipientNotAllowed { .. } => return recipient_words(problem, place),
        Problem::HeadlineDiffers { stated, derived } => (
            "Tổng khen thưởng không khớp các dòng",
            format!("{place}: nêu {stated}, còn các dòng cộng lại là {derived}."),
            "Nếu số nêu gồm cả khen thưởng ngoài hội nghị, ghi lý do; số nêu vẫn in như đã nhập."
                .to_owned(),
        ),
        Problem::ShareExceedsWhole { share, whole } => (
            "Phần của địa phương lớn hơn toàn tỉnh",
            format!("{place}: phần của địa phương ({share}) lớn hơn số chung ({whole})."),
            "Kiểm tra lại số của địa phương và dòng mà nó thuộc về.".to_owned(),
        ),
        Problem::NotInForce { day } => (
            "Loại đối tượng không còn vào ngày chốt",
            format!("{place}: không có loại này vào ngày {}.", date::full(*day)),
            "Chuyển số sang loại đúng của kỳ, hoặc sửa kỳ của số này.".to_owned(),
        ),
        Problem::EventBeforeEnd { event, end } => (
            "Hội nghị trước ngày chốt số liệu",
            format!("Hội nghị ngày {}, kỳ chốt ngày {}.", date::full(*event), date::full(*end)),
            "Kiểm tra lại ngày hội nghị và kỳ báo cáo.".to_owned(),
        ),
        Problem::PercentAboveHundred { percent } => (
            "Tỷ lệ trên 100%",
            format!("{place}: tỷ lệ {percent}%."),
            "Nếu là mức hoàn thành chỉ tiêu, ghi lý do; nếu không, sửa lại.".to_owned(),
        ),
        Problem::FractionalCount { count } => (
            "Số đếm có phần lẻ",
            format!("{place}: {count} không phải số đếm tròn."),
            "Kiểm tra lại dấu chấm, dấu phẩy.".to_owned(),
        ),
        Problem::AwardIncomplete => (
            "Dòng khen thưởng chưa đủ",
            format!("{place}: thiếu hình thức hoặc cấp khen."),
            "Điền hình thức và cấp khen của dòng này.".to_owned(),
        ),
        Problem::NoEventDate => (
            "Chưa có ngày hội nghị",
            "Tin hội nghị sẽ không in ngày.".to_owned(),
            "Điền ngày ở bước 1, nếu biết.".to_owned(),
        ),
        Problem::NoAgenda => (
            "Chưa có nội dung hội nghị",
            "Tin hội nghị chưa nói được hội nghị bàn việc gì.".to_owned(),
            "Thêm ít nhất một nội dung ở bước 1.".to_owned(),
        ),
        Problem::DecisionAfterEvent { decision, event } => (
            "Quyết định ký sau hội nghị",
            format!(
                "{place}: quyết định ngày {}, hội nghị ngày {}.",
                date::full(*decision),
                date::full(*event)
            ),
            "Kiểm tra lại ngày quyết định.".to_owned(),
        ),
    };
    Words { title: title.to_owned(), text, todo }
}

fn recipient_words(problem: &Problem, place: &str) -> Words {
    let Problem::RecipientNotAllowed { form, recipient, legal_basis, sic } = problem else {
        return words(problem, place);
    };
    let text = format!("{place}: {form} không tặng cho {} ({legal_basis}).", recipient.noun());
    let todo = match sic {
        Some(reason) => format!("Giữ đúng như nguồn: {reason}."),
        None => {
            "Sửa đối tượng nhận; nếu nguồn đã in như vậy, ghi “ghi đúng như nguồn (sic)” kèm lý do."
                .to_owned()
        }
    };
    Words { title: "Đối tượng nhận trái quy định".to_owned(), text, todo }
}

fn head(text: &str) -> String {
    text.chars().take(60).map(|c| if c.is_control() { ' ' } else { c }).collect()
}
