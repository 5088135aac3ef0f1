//! Words about templates of documents.

use minijinja::ErrorKind;

/// What each template says, by the last part of its name.
const TITLES: &[(&str, &str)] = &[
    ("phrases", "các cụm từ dùng chung"),
    ("honours", "các cụm từ về khen thưởng"),
    ("title", "tên tin"),
    ("lead", "đoạn mở đầu"),
    ("people", "thành phần dự"),
    ("bases", "văn bản được quán triệt"),
    ("leadership", "lãnh đạo, chỉ đạo"),
    ("results", "kết quả chung"),
    ("standard", "tiêu chuẩn “An toàn về ANTT”"),
    ("models", "mô hình, điển hình"),
    ("participation", "nhân dân tham gia"),
    ("outcome", "tác dụng, chuyển biến"),
    ("discussion", "ý kiến thảo luận"),
    ("speeches", "phát biểu chỉ đạo"),
    ("targets", "chỉ tiêu"),
    ("awards", "khen thưởng"),
    ("captions", "chú thích ảnh"),
    ("byline", "tên người viết"),
    ("intro", "đoạn mở đầu"),
    ("closing", "đoạn kết"),
    ("situation", "tình hình"),
    ("propaganda", "tuyên truyền"),
    ("hotspots", "giải quyết điểm nóng"),
    ("launch", "phát động phong trào"),
    ("forces", "lực lượng nòng cốt"),
    ("exemplary", "gương điển hình"),
    ("funds", "kinh phí"),
    ("others", "kết quả khác"),
    ("strengths", "ưu điểm"),
    ("list", "danh sách ý"),
    ("shortcomings", "tồn tại, hạn chế"),
    ("causes", "nguyên nhân"),
    ("tasks", "nhiệm vụ"),
    ("proposals", "đề xuất, kiến nghị"),
    ("line", "một số liệu thành câu"),
    ("point", "một ý để chủ trì nói"),
];

/// “Báo cáo: lãnh đạo, chỉ đạo”.
pub(crate) fn title(name: &str) -> String {
    let (folder, file) = name.split_once('/').unwrap_or(("", name));
    let document = match folder {
        "official" => "Báo cáo",
        "leader" => "Tóm tắt cho chủ trì",
        _ => "Tin hội nghị",
    };
    let file = file.trim_end_matches(".j2");
    let title = TITLES.iter().find(|(known, _)| *known == file).map_or(file, |(_, title)| title);
    format!("{document}: {title}")
}

/// A template in names of actions.
pub(crate) fn named(name: &str) -> String {
    format!("mẫu câu {}", title(name))
}

/// The built-in text of a template is taken again.
pub(crate) fn reset(name: &str) -> String {
    format!("lấy lại mẫu gốc của {}", title(name))
}

/// What is wrong in a template.
pub(crate) const fn fault(kind: ErrorKind) -> &'static str {
    match kind {
        ErrorKind::SyntaxError | ErrorKind::BadEscape => "lệnh viết chưa đúng hoặc chưa đóng ngoặc",
        ErrorKind::UndefinedError => "có tên biến không tồn tại",
        ErrorKind::UnknownFilter => "có bộ lọc không tồn tại",
        ErrorKind::UnknownTest => "có phép thử không tồn tại",
        ErrorKind::UnknownFunction | ErrorKind::UnknownMethod => "có hàm không tồn tại",
        ErrorKind::TemplateNotFound | ErrorKind::BadInclude => "gọi tới mẫu không tồn tại",
        ErrorKind::TooManyArguments | ErrorKind::MissingArgument => "thừa hoặc thiếu tham số",
        _ => "không tính được",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assets::TEMPLATES;

    #[test]
    fn every_template_has_a_title_of_its_own() {
        let mut titles: Vec<String> = TEMPLATES.iter().map(|(name, _)| title(name)).collect();
        for ((name, _), title) in TEMPLATES.iter().zip(&titles) {
            assert!(!title.is_ascii(), "{name} has a Vietnamese title, not {title}");
        }
        titles.sort();
        titles.dedup();
        assert_eq!(titles.len(), TEMPLATES.len());
    }
}
