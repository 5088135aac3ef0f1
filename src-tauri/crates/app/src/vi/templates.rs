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

/// What every template of the briefing and of the report can speak of.
const COMMON: &[(&str, &str)] = &[
    ("whole", "toàn tỉnh (hoặc toàn xã)"),
    ("period", "kỳ báo cáo"),
    ("gathering.what", "tên đầy đủ của hội nghị"),
    ("gathering.called", "hội nghị (gọi tắt)"),
    ("gathering.when", "ngày giờ hội nghị"),
    ("gathering.place", "nơi tổ chức hội nghị"),
    ("gathering.organiser", "cơ quan tổ chức hội nghị"),
    ("gathering.form", "hình thức hội nghị"),
    ("gathering.venues", "số điểm cầu"),
    ("chairs | listed", "người chủ trì"),
    ("presenters | listed", "người trình bày báo cáo"),
    ("speakers | listed", "người phát biểu"),
    ("goals | join(\"; \")", "mục tiêu nói bằng lời"),
    ("headline", "tên tin"),
    ("byline", "tên người viết tin"),
];

/// What the templates of the report know beside it.
const OF_REPORT: &[(&str, &str)] = &[
    ("issuer", "cơ quan báo cáo"),
    ("subject", "trích yếu của báo cáo"),
    ("about", "nội dung báo cáo (gọn)"),
    ("ahead", "thời gian của phương hướng, nhiệm vụ"),
    ("causes | join(\"; \")", "nguyên nhân, lấy từ các lý do đã ghi"),
    ("annexes", "số phụ lục kèm theo"),
];

/// Building blocks that other templates call with what they shall say.
const BLOCKS: [&str; 3] = ["phrases.j2", "honours.j2", "official/list.j2"];

/// What a template can speak of: the expression and its meaning.
pub(crate) fn variables(name: &str) -> impl Iterator<Item = (&'static str, &'static str)> + use<> {
    let own = if name.starts_with("official/") { OF_REPORT } else { &[] };
    let common = if speaks_of_groups(name) { COMMON } else { &[] };
    common.iter().chain(own.iter().filter(|_| !common.is_empty())).copied()
}

/// Whether a template can tell groups of figures.
pub(crate) fn speaks_of_groups(name: &str) -> bool {
    !is_block(name) && !name.starts_with("leader/")
}

/// Whether other templates call it with what it shall say.
pub(crate) fn is_block(name: &str) -> bool {
    BLOCKS.contains(&name)
}

/// The sentences of a group of figures; stands wherever it is put.
pub(crate) fn group(code: &str) -> String {
    format!("{{% from \"phrases.j2\" import group %}}{{{{ group(groups.{code}, whole) }}}}")
}

/// What the sentences of a group say.
pub(crate) fn group_meaning(title: &str) -> String {
    format!("các số của nhóm “{title}”")
}

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

/// A template in a message; a file that is none by its own name.
pub(crate) fn in_message(name: &str) -> String {
    if name.ends_with(".j2") { format!("“{}”", title(name)) } else { name.to_owned() }
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
        ErrorKind::OutOfFuel => "lặp quá nhiều lần",
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
