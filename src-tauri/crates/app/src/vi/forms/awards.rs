//! The form of awards in words.

use super::{ListSpec, amount, choice, date, long, text};
use crate::field::List;

pub(crate) const AWARDS: ListSpec = ListSpec {
    list: List::Award,
    title: "Khen thưởng",
    hint: "Mỗi quyết định hoặc mỗi hình thức của một cấp là một dòng, hình thức cao ghi trước.",
    fields: &[
        choice("form", "Hình thức", 4, &[]),
        text("authorities", "Cấp khen", 5, "Bộ trưởng Bộ Công an"),
        choice(
            "phrasing",
            "Cách nói",
            3,
            &[
                ("giver_first", "A tặng cho B"),
                ("granted", "B được tặng"),
                ("received", "B được nhận"),
            ],
        ),
        amount("collectives", "Tập thể", 2, ""),
        amount("persons", "Cá nhân", 2, ""),
        amount("households", "Hộ", 2, ""),
        amount("together", "Gộp chung", 2, ""),
        text("together_noun", "Gọi số gộp là", 4, "tập thể, cá nhân"),
        long("reason", "Thành tích", 8, "thành tích xuất sắc trong …"),
        text("form_printed", "In hình thức là", 4, "Cờ thi đua xuất sắc"),
        text("title", "Danh hiệu", 4, "“Đơn vị Quyết thắng”"),
        choice(
            "medal_class",
            "Hạng huân chương",
            2,
            &[("", "—"), ("first", "Nhất"), ("second", "Nhì"), ("third", "Ba")],
        ),
        amount("objects", "Đếm hiện vật", 2, "87"),
        text("objects_noun", "Tên hiện vật", 4, "Kỷ niệm chương"),
        text("presenter", "Người trao (thừa ủy quyền)", 5, ""),
        amount("merit_year", "Thành tích năm", 3, "2022"),
        text("decision_number", "Số quyết định", 3, ""),
        date("decision_date", "Ngày quyết định", 3),
        text("signer", "Người ký (họ tên, chức vụ)", 5, "Nguyễn Văn A, Phó Giám đốc"),
        text("locality", "Phần của địa phương", 4, "huyện …"),
        choice("subset_of", "Thuộc dòng", 2, &[]),
        choice("headline", "Tổng cả năm", 3, &[("no", "Không"), ("yes", "Là tổng cả năm")]),
        text("sic", "Ghi đúng như nguồn (sic), lý do", 6, ""),
        choice("revoked", "Thu hồi", 3, &[("no", "Không"), ("yes", "Đã hủy, thu hồi")]),
    ],
    block: "awards",
};
