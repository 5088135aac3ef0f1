//! Labels of steps, groups and fields: the forms in words.

pub(crate) use super::award_form::AWARDS;
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

pub(crate) const UNIT: FormSpec = FormSpec {
    id: "unit",
    title: "Đơn vị báo cáo",
    hint: "Hồ sơ của huyện, xã, phường thì ghi thêm tỉnh, thành phố.",
    fields: &[
        choice(
            "province_type",
            "Loại đơn vị",
            3,
            &[
                ("tỉnh", "Tỉnh"),
                ("thành phố", "Thành phố"),
                ("huyện", "Huyện"),
                ("quận", "Quận"),
                ("thị xã", "Thị xã"),
                ("xã", "Xã"),
                ("phường", "Phường"),
                ("thị trấn", "Thị trấn"),
                ("đặc khu", "Đặc khu"),
            ],
        ),
        text("province", "Tên đơn vị", 5, "Lạng Sơn"),
        text("within", "Thuộc", 4, "tỉnh Tuyên Quang"),
    ],
    block: "",
};

pub(crate) const PERIOD: FormSpec = FormSpec {
    id: "period",
    title: "Kỳ báo cáo",
    hint: "Tên kỳ là chữ sẽ in: “năm 2022”, “5 năm”, “giai đoạn 2016-2020”.",
    fields: &[
        text("window_label", "Tên kỳ", 4, "năm 2022"),
        date("window_from", "Từ ngày", 4),
        date("window_to", "Đến ngày", 4),
    ],
    block: "",
};

pub(crate) const EVENT: FormSpec = FormSpec {
    id: "event",
    title: "Hội nghị",
    hint: "Ô nào nguồn không nêu thì để trống.",
    fields: &[
        text("organiser", "Cơ quan tổ chức", 6, "UBND tỉnh"),
        text("event_name", "Tên gọi, nếu không phải hội nghị", 6, "Ngày hội Toàn dân bảo vệ …"),
        choice(
            "session",
            "Buổi",
            2,
            &[("", "—"), ("morning", "Sáng"), ("afternoon", "Chiều"), ("whole_day", "Cả ngày")],
        ),
        date("date", "Ngày họp", 2),
        text("date_printed", "In ngày là", 2, "8/2"),
        text("place", "Địa điểm", 6, "Hội trường UBND tỉnh"),
        choice(
            "form",
            "Hình thức",
            3,
            &[
                ("", "—"),
                ("in_person", "Trực tiếp"),
                ("online", "Trực tuyến"),
                ("hybrid", "Trực tiếp kết hợp trực tuyến"),
            ],
        ),
        amount("venues", "Số điểm cầu", 3, "12"),
        text(
            "form_detail",
            "Nói thêm về hình thức",
            12,
            "2 cấp kết nối điểm cầu tỉnh đến điểm cầu các huyện",
        ),
    ],
    block: "lead",
};

pub(crate) const COMMITTEE: FormSpec = FormSpec {
    id: "committee",
    title: "Ban Chỉ đạo",
    hint: "Tên gọi vào thời điểm hội nghị.",
    fields: &[
        text("setting/committee.name", "Tên đầy đủ", 8, "Ban Chỉ đạo phòng, chống tội phạm, …"),
        text("setting/committee.short_name", "Gọi tắt", 4, "Ban Chỉ đạo 138"),
    ],
    block: "",
};

pub(crate) const HEADLINE: FormSpec = FormSpec {
    id: "headline",
    title: "Tiêu đề, tác giả",
    hint: "Để trống tiêu đề thì lấy nội dung hội nghị.",
    fields: &[text("headline", "Tiêu đề", 8, ""), text("byline", "Người viết tin", 4, "")],
    block: "title",
};

pub(crate) const AGENDA: ListSpec = ListSpec {
    list: List::Agenda,
    title: "Nội dung hội nghị",
    hint: "Mỗi việc một dòng; việc nhiều năm thì điền số năm.",
    fields: &[
        long("subject", "Nội dung", 7, "công tác xây dựng phong trào … năm 2022"),
        choice(
            "act",
            "Việc",
            2,
            &[
                ("final_review", "Tổng kết"),
                ("interim_review", "Sơ kết"),
                ("launch", "Phát động"),
                ("rollout", "Triển khai"),
            ],
        ),
        amount("years", "Số năm", 1, ""),
        text("window", "Kỳ", 2, "giai đoạn 2016-2020"),
    ],
    block: "lead",
};

pub(crate) const BASES: ListSpec = ListSpec {
    list: List::Basis,
    title: "Văn bản, chương trình",
    hint: "Văn bản được đánh giá, được triển khai tại hội nghị, hoặc sẽ thực hiện.",
    fields: &[
        text("name", "Tên, số văn bản", 5, "Thông tư 23"),
        text("issuer", "Cơ quan ban hành", 3, "Bộ Công an"),
        choice(
            "role",
            "Hội nghị làm gì",
            4,
            &[
                ("reviewed", "Đánh giá kết quả thực hiện"),
                ("announced", "Triển khai tại hội nghị"),
                ("ahead", "Thực hiện thời gian tới"),
            ],
        ),
        long("subject", "Trích yếu", 12, "về tăng cường …"),
    ],
    block: "bases",
};

pub(crate) const PARTICIPANTS: ListSpec = ListSpec {
    list: List::Participant,
    title: "Chủ trì, đại biểu",
    hint: "Chức vụ ngăn nhau bằng dấu chấm phẩy, theo thứ tự: Đảng, chính quyền, Ban Chỉ đạo.",
    fields: &[
        text("name", "Họ tên (hoặc nhóm đại biểu)", 4, "Nguyễn Văn A"),
        choice(
            "role",
            "Vai trò",
            3,
            &[
                ("chair", "Chủ trì"),
                ("delegate", "Đại biểu"),
                ("group", "Nhóm đại biểu"),
                ("presenter", "Trình bày báo cáo"),
                ("speaker", "Phát biểu"),
            ],
        ),
        text("rank", "Cấp bậc", 2, "Đại tá"),
        text("delegation", "Về phía", 3, "Bộ Công an"),
        long("offices", "Chức vụ", 9, "Phó Bí thư Tỉnh ủy; Chủ tịch UBND tỉnh"),
        text("venue", "Dự tại", 3, "điểm cầu huyện …"),
    ],
    block: "people",
};

pub(crate) const CAPTIONS: ListSpec = ListSpec {
    list: List::Caption,
    title: "Ảnh",
    hint: "Chú thích in dưới ảnh; chưa có tệp ảnh thì in ở cuối tin.",
    fields: &[long("text", "Chú thích", 12, "Quang cảnh hội nghị")],
    block: "captions",
};

const CLAUSE: &str = "bắt đầu bằng động từ, không cần dấu chấm";

pub(crate) const LEADERSHIP: ListSpec = ListSpec {
    list: List::Leadership,
    title: "Lãnh đạo, chỉ đạo",
    hint: "Mỗi ý một dòng, bắt đầu bằng động từ.",
    fields: &[
        long("text", "Việc đã làm", 8, CLAUSE),
        text("subject", "Ai làm", 4, "Ban Chỉ đạo 138 các cấp"),
    ],
    block: "leadership",
};

pub(crate) const ASSESSMENT: ListSpec = ListSpec {
    list: List::Assessment,
    title: "Đánh giá chung",
    hint: "Mỗi ý một dòng.",
    fields: &[
        long("text", "Ý đánh giá", 8, CLAUSE),
        text("subject", "Về việc gì", 4, "chất lượng phong trào"),
    ],
    block: "outcome",
};

pub(crate) const OUTCOME: ListSpec = ListSpec {
    list: List::Outcome,
    title: "Chuyển biến, tình hình",
    hint: "Kết quả mà phong trào mang lại.",
    fields: ASSESSMENT.fields,
    block: "",
};

pub(crate) const SHORTCOMING: ListSpec = ListSpec {
    list: List::Shortcoming,
    title: "Tồn tại, hạn chế",
    hint: "Mỗi ý một dòng.",
    fields: ASSESSMENT.fields,
    block: "",
};

pub(crate) const DISCUSSION: ListSpec = ListSpec {
    list: List::Discussion,
    title: "Tham luận",
    hint: "Ai đã làm gì tại hội nghị.",
    fields: &[
        long("text", "Nội dung", 8, "đã trao đổi kinh nghiệm …"),
        text("subject", "Ai", 4, "đại biểu ở các điểm cầu"),
    ],
    block: "discussion",
};

pub(crate) const PROPOSALS: ListSpec = ListSpec {
    list: List::Proposal,
    title: "Kiến nghị, đề xuất",
    hint: "Mỗi kiến nghị một dòng.",
    fields: &[
        long("text", "Kiến nghị", 8, CLAUSE),
        text("subject", "Ai kiến nghị", 4, "Ban Chỉ đạo 138 tỉnh"),
    ],
    block: "",
};

pub(crate) const SPEECHES: ListSpec = ListSpec {
    list: List::Speech,
    title: "Phát biểu chỉ đạo",
    hint: "Chọn người đã ghi ở bước 1.",
    fields: &[
        choice("speaker", "Người phát biểu", 5, &[]),
        choice(
            "occasion",
            "Dịp",
            4,
            &[
                ("remarks", "Phát biểu tại hội nghị"),
                ("directive", "Phát biểu chỉ đạo"),
                ("conclusion", "Phát biểu kết luận"),
            ],
        ),
        long("praise", "Ghi nhận điều gì", 12, "ghi nhận, biểu dương …"),
    ],
    block: "speeches",
};

pub(crate) const TASKS: ListSpec = ListSpec {
    list: List::Task,
    title: "Nhiệm vụ được giao",
    hint: "Mỗi nhiệm vụ một dòng, bắt đầu bằng động từ.",
    fields: &[
        long("text", "Nhiệm vụ", 12, CLAUSE),
        text("subject", "Giao cho", 5, "Công an tỉnh"),
        choice("speech", "Theo phát biểu của", 4, &[]),
        text("deadline", "Thời hạn", 3, ""),
    ],
    block: "",
};

pub(crate) const TARGETS: ListSpec = ListSpec {
    list: List::Target,
    title: "Chỉ tiêu, mục tiêu",
    hint: "Mục tiêu bằng lời thì để trống ô Mức.",
    fields: &[
        long("text", "Nội dung", 12, "khu dân cư đạt chuẩn “An toàn về ANTT”"),
        text("lead", "Lời dẫn", 4, "phấn đấu"),
        amount("amount", "Mức", 4, "từ 80% trở lên"),
        text("deadline", "Thời hạn", 4, "năm 2024"),
    ],
    block: "targets",
};

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
/// The words of a difference in percentage points.
#[must_use]
pub(crate) fn points(text: &str) -> String {
    format!("{text} điểm %")
}
/// No difference.
pub(crate) const UNCHANGED: &str = "giữ nguyên";
/// Windows that cannot be compared.
pub(crate) const NOT_COMPARABLE: &str = "không so sánh được";
