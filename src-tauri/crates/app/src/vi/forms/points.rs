//! The lists of points: what was done, judged, said, asked for and planned.

use super::{ListSpec, amount, choice, long, text};
use crate::field::List;

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
    hint: "Mục tiêu bằng lời thì để trống ô Mức. Có chỉ tiêu để đo thì năm sau máy tính được đã đạt \
           đến đâu.",
    fields: &[
        long("text", "Nội dung", 12, "khu dân cư đạt chuẩn “An toàn về ANTT”"),
        text("lead", "Lời dẫn", 4, "phấn đấu"),
        amount("amount", "Mức", 4, "từ 80% trở lên"),
        text("deadline", "Thời hạn", 4, "năm 2024"),
        choice("indicator", "Đo bằng chỉ tiêu", 12, &[]),
    ],
    block: "targets",
};
