//! The words around a figure and its details.

use super::{FieldSpec, choice, text};

/// Details of a figure, beside its amount.
pub(crate) const FIGURE_DETAILS: &[FieldSpec] = &[
    text("noun", "Cách gọi trong câu", 4, ""),
    text("lead", "Chữ đứng trước số", 3, ""),
    text("tail", "Chữ đứng sau", 3, ""),
    text("window", "Kỳ riêng", 2, "giai đoạn 2011-2015"),
    text("kinds", "Gộp các loại", 5, "xã; phường; thị trấn"),
    text("scope", "Phạm vi", 3, "huyện …; các xã biên giới; cả nước"),
    text("subject", "Ai làm", 4, "Công an tỉnh"),
    text("grade", "Mức phân loại", 3, "xuất sắc"),
    text("rate", "Tỷ lệ in kèm", 2, "97,6%"),
    text("printed", "In số là", 2, "09"),
    choice("part_of", "Là một phần của (trong đó)", 5, &[]),
    choice(
        "nature",
        "Tính chất",
        3,
        &[
            ("stock", "Hiện có, duy trì"),
            ("flow", "Trong kỳ"),
            ("new", "Xây dựng mới"),
            ("cumulative", "Lũy kế"),
        ],
    ),
    text("comment", "Ghi chú", 4, ""),
];

/// Label of the amount's column.
pub(crate) const AMOUNT_LABEL: &str = "Số liệu";
/// Label of the row in which a new indicator is named.
pub(crate) const NEW_INDICATOR: &str = "Chỉ tiêu khác (gõ tên)";
