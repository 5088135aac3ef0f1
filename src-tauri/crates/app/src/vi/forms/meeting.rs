//! The forms of the reporting unit, the period and the meeting.

use super::{FormSpec, ListSpec, amount, choice, date, long, text};
use crate::field::List;

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
