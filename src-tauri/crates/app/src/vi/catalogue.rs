//! Words for the catalogue in the window.

use bc138_domain::IndicatorKind;
use bc138_domain::catalogue::Cover;

/// Field of a name.
pub const NAME: &str = "Tên";
/// Field of a unit noun.
pub const UNIT: &str = "Đơn vị tính";
/// Field of a kind.
pub const KIND: &str = "Loại số";
/// Field of a group's title.
pub const TITLE: &str = "Tên nhóm";
/// Field of a group's step.
pub const STEP: &str = "Bước";
/// Field of a legal basis.
pub const BASIS: &str = "Căn cứ";

/// Field of the dimensions of an indicator.
pub const DIMENSIONS: &str = "Phân loại theo";
/// Field of how the kinds of a dimension stand to the whole.
pub const COVER: &str = "Cộng các loại";
/// Field of the kinds of a dimension.
pub const KINDS_OF: &str = "Các loại";

/// How the kinds of a dimension stand to the whole: the cover, its word, its label.
pub const COVERS: [(Cover, &str, &str); 3] = [
    (Cover::Complete, "complete", "bằng tổng số"),
    (Cover::Open, "open", "không quá tổng số, vì còn loại khác"),
    (Cover::Overlapping, "overlapping", "không so được, vì có mục thuộc nhiều loại"),
];

/// Kinds of numbers: the kind, its word, its label.
pub const KINDS: [(IndicatorKind, &str, &str); 6] = [
    (IndicatorKind::Stock, "stock", "Số tại ngày chốt"),
    (IndicatorKind::Flow, "flow", "Số phát sinh trong kỳ"),
    (IndicatorKind::Ratio, "ratio", "Đạt trên tổng số"),
    (IndicatorKind::Percent, "percent", "Tỷ lệ %"),
    (IndicatorKind::Money, "money", "Tiền (đồng)"),
    (IndicatorKind::Distribution, "distribution", "Phân loại theo mức"),
];
