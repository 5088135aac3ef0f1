//! Labels of steps, groups and fields: the forms in words.

mod awards;
mod figures;
mod meeting;
mod points;

pub(crate) use awards::AWARDS;
pub(crate) use figures::{AMOUNT_LABEL, FIGURE_DETAILS, NEW_INDICATOR};
pub(crate) use meeting::{
    AGENDA, BASES, CAPTIONS, COMMITTEE, EVENT, HEADLINE, PARTICIPANTS, PERIOD, UNIT,
};
pub(crate) use points::{
    ASSESSMENT, DISCUSSION, LEADERSHIP, OUTCOME, PROPOSALS, SHORTCOMING, SPEECHES, TARGETS, TASKS,
};

use crate::field::List;
use crate::view::FieldKind;

/// Words and kind of one field.
#[derive(Debug, Clone, Copy)]
pub(crate) struct FieldSpec {
    /// Name in the key.
    pub name: &'static str,
    /// Label.
    pub label: &'static str,
    /// Kind of input.
    pub kind: FieldKind,
    /// Width in twelfths.
    pub span: u8,
    /// Grey example.
    pub example: &'static str,
    /// Choices: stored word and label.
    pub choices: &'static [(&'static str, &'static str)],
}

/// A list of rows on a step.
#[derive(Debug, Clone, Copy)]
pub(crate) struct ListSpec {
    /// The list.
    pub list: List,
    /// Heading.
    pub title: &'static str,
    /// One line of help.
    pub hint: &'static str,
    /// Fields of a row; the first makes a new row.
    pub fields: &'static [FieldSpec],
    /// Block of the briefing whose sentences stand beside it; empty for none.
    pub block: &'static str,
}

/// A form on a step.
#[derive(Debug, Clone, Copy)]
pub(crate) struct FormSpec {
    /// Code.
    pub id: &'static str,
    /// Heading.
    pub title: &'static str,
    /// One line of help.
    pub hint: &'static str,
    /// Fields; a name with a slash is a whole key.
    pub fields: &'static [FieldSpec],
    /// Block of the briefing.
    pub block: &'static str,
}

/// Titles of the steps, long and short.
pub(crate) const STEPS: [(&str, &str); 8] = [
    ("Kỳ báo cáo và hội nghị", "Kỳ và hội nghị"),
    ("Kết quả phong trào", "Kết quả"),
    ("Đạt tiêu chuẩn “An toàn về ANTT”", "Đạt chuẩn"),
    ("Mô hình", "Mô hình"),
    ("Khen thưởng", "Khen thưởng"),
    ("Phương hướng, chỉ tiêu", "Phương hướng"),
    ("Kiểm tra", "Kiểm tra"),
    ("Báo cáo", "Báo cáo"),
];

pub(super) const fn text(
    name: &'static str,
    label: &'static str,
    span: u8,
    example: &'static str,
) -> FieldSpec {
    FieldSpec { name, label, kind: FieldKind::Text, span, example, choices: &[] }
}

pub(super) const fn long(
    name: &'static str,
    label: &'static str,
    span: u8,
    example: &'static str,
) -> FieldSpec {
    FieldSpec { name, label, kind: FieldKind::Long, span, example, choices: &[] }
}

pub(super) const fn amount(
    name: &'static str,
    label: &'static str,
    span: u8,
    example: &'static str,
) -> FieldSpec {
    FieldSpec { name, label, kind: FieldKind::Amount, span, example, choices: &[] }
}

pub(super) const fn date(name: &'static str, label: &'static str, span: u8) -> FieldSpec {
    FieldSpec {
        name, label, kind: FieldKind::Date, span, example: "ngày/tháng/năm", choices: &[]
    }
}

pub(super) const fn choice(
    name: &'static str,
    label: &'static str,
    span: u8,
    choices: &'static [(&'static str, &'static str)],
) -> FieldSpec {
    FieldSpec { name, label, kind: FieldKind::Choice, span, example: "", choices }
}

/// The button that puts a photo over a caption.
pub(crate) const CHOOSE_PHOTO: &str = "Chọn ảnh…";
/// The button where there is a photo already.
pub(crate) const CHANGE_PHOTO: &str = "Đổi ảnh…";
/// The whole reporting unit: “Toàn tỉnh”, “Toàn xã”.
#[must_use]
pub(crate) fn whole_unit(unit_type: &str) -> String {
    format!("Toàn {unit_type}")
}
/// One more figure of an indicator that has one.
#[must_use]
pub(crate) fn further_figure(name: &str) -> String {
    format!("{name} – thêm số khác kỳ, khác phạm vi")
}
/// The empty choice.
pub(crate) const NO_CHOICE: &str = "—";
/// A choice of the window before.
#[must_use]
pub(crate) fn previous_title(label: &str) -> String {
    bc138_domain::text::capitalise(label)
}
/// The button that takes the offered reading.
#[must_use]
pub(crate) fn offer_label(text: &str) -> String {
    format!("Đổi thành {text}")
}
/// What a target is probably measured by.
#[must_use]
pub(crate) fn likely_indicator(name: &str) -> String {
    format!("Có thể đo bằng: {name}.")
}
/// The button that takes it.
pub(crate) const TAKE_INDICATOR: &str = "Đo bằng chỉ tiêu này";
/// The words of a difference in percentage points.
#[must_use]
pub(crate) fn points(text: &str) -> String {
    format!("{text} điểm %")
}
/// No difference.
pub(crate) const UNCHANGED: &str = "giữ nguyên";
/// Windows that cannot be compared.
pub(crate) const NOT_COMPARABLE: &str = "không so sánh được";
