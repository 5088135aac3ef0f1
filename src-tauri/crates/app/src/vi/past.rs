//! Words for the past: the log, states of a year, verifying.

use bc138_domain::{Kind, Record, Stage, YearMark, YearStep, date};
use bc138_store::{Action, Break, Verdict};

/// State of a year.
pub const DRAFT: &str = "Nháp";
/// State of a year.
pub const APPROVED: &str = "Đã duyệt";
/// State of a year.
pub const CLOSED: &str = "Đã khóa sổ";
/// The field of the reason for opening a year again.
pub const REASON_FIELD: &str = "Lý do mở lại sổ";
/// Heading of the log.
pub const LOG: &str = "Nhật ký";
/// Where entries of units belong.
pub const UNIT_TABLE: &str = "số liệu các đơn vị";

/// The verb of a step.
#[must_use]
pub const fn step(step: YearStep) -> &'static str {
    match step {
        YearStep::Approve => "duyệt",
        YearStep::Close => "khóa sổ",
        YearStep::Reopen => "mở lại sổ",
    }
}

/// “Khóa sổ ngày 05/01/2026, người làm: Nguyễn Văn Mẫu”.
#[must_use]
pub fn mark(mark: &YearMark) -> String {
    let verb = match mark.step {
        YearStep::Approve => "Duyệt",
        YearStep::Close => "Khóa sổ",
        YearStep::Reopen => "Mở lại sổ",
    };
    let line = format!("{verb} ngày {}, người làm: {}", date::full(mark.day), mark.actor);
    match &mark.reason {
        Some(reason) => format!("{line}. Lý do: {reason}"),
        None => line,
    }
}

/// The note on later reports.
#[must_use]
pub fn reopening(mark: &YearMark) -> String {
    let reason = mark.reason.as_deref().unwrap_or_default();
    format!(
        "Số liệu năm {} đã mở lại sổ ngày {} để sửa; lý do: {reason}.",
        mark.year,
        date::full(mark.day)
    )
}

/// A row of the log in words.
#[must_use]
pub fn action(action: Action, label: &str) -> String {
    match action {
        Action::Do => label.to_owned(),
        Action::Undo => format!("hoàn tác: {label}"),
        Action::Redo => format!("làm lại: {label}"),
    }
}

/// A stage of long work.
#[must_use]
pub const fn stage(stage: Stage) -> &'static str {
    match stage {
        Stage::Reading => "Đang đọc tệp",
        Stage::Weighing => "Đang so tệp với số liệu đang có",
        Stage::Writing => "Đang ghi số liệu",
        Stage::Chain => "Đang dò chuỗi nhật ký",
        Stage::Replaying => "Đang đọc lại nhật ký",
        Stage::Comparing => "Đang so nhật ký với số liệu",
    }
}

/// What verifying found, a sentence a line.
#[must_use]
pub fn verdict(verdict: &Verdict) -> Vec<String> {
    let count = |n: usize| crate::units::printed(n);
    let changes = usize::try_from(verdict.changes).unwrap_or_default();
    let mut lines = vec![format!(
        "Đã đọc lại {} dòng nhật ký, {} mục và {} số của đơn vị.",
        count(changes),
        count(verdict.records),
        count(verdict.entries)
    )];
    if verdict.breaks.is_empty() {
        lines.push("Nhật ký liền mạch; số liệu đúng như nhật ký ghi.".to_owned());
    }
    lines.extend(verdict.breaks.iter().map(broken));
    lines
}

fn broken(found: &Break) -> String {
    match found {
        Break::Chain { change } => format!(
            "Nhật ký bị sửa, bị cắt hoặc bị chèn ở dòng {change}. Mở bản sao lưu trước đó để đối chiếu."
        ),
        Break::Row { change } => format!("Dòng nhật ký {change} không đọc được."),
        Break::Record { kind, id } => format!(
            "{} số {id} đã bị sửa ngoài chương trình: không đúng như nhật ký ghi.",
            kind_noun(*kind)
        ),
        Break::Entries { count } => format!(
            "{} số của đơn vị đã bị sửa ngoài chương trình: không đúng như nhật ký ghi.",
            crate::units::printed(*count)
        ),
        Break::Photo { hash } => format!("Ảnh {} đã bị thay ngoài chương trình.", &hash[..8]),
    }
}

/// A kind of record by its noun.
#[must_use]
pub const fn kind_noun(kind: Kind) -> &'static str {
    match kind {
        Kind::Setting => "Thiết lập",
        Kind::Indicator => "Chỉ tiêu",
        Kind::UnitEvent => "Biến động đơn vị",
        Kind::UnitSet => "Nhóm đơn vị",
        Kind::Dossier => "Hồ sơ",
        Kind::Agenda => "Nội dung hội nghị",
        Kind::Basis => "Văn bản",
        Kind::Participant => "Đại biểu",
        Kind::Speech => "Phát biểu",
        Kind::Passage => "Ý",
        Kind::Figure => "Số liệu",
        Kind::Award => "Khen thưởng",
        Kind::Target => "Chỉ tiêu phấn đấu",
        Kind::Caption => "Chú thích ảnh",
        Kind::Draft => "Chữ chưa đọc được",
        Kind::Reason => "Lý do",
        Kind::EditedParagraph => "Câu chữ",
        Kind::Template => "Mẫu câu",
        Kind::YearMark => "Trạng thái năm",
        _ => "Danh mục riêng",
    }
}

/// The name of a field of a record in the log; the field's own word where it has none here.
#[must_use]
pub fn field(name: &str) -> &str {
    FIELDS.iter().find(|(field, _)| *field == name).map_or(name, |(_, words)| *words)
}

const FIELDS: [(&str, &str); 131] = [
    ("act", "việc"),
    ("actor", "người làm"),
    ("amount", "số"),
    ("amount_printed", "số in là"),
    ("authorities", "cấp khen"),
    ("base", "câu mẫu"),
    ("basis", "căn cứ"),
    ("birth_year", "năm sinh"),
    ("block", "loại đoạn"),
    ("byline", "người viết"),
    ("calendar", "lịch báo cáo"),
    ("categories", "phân tổ"),
    ("change", "dòng nhật ký"),
    ("code", "mã"),
    ("collectives", "số tập thể"),
    ("comment", "ghi chú"),
    ("core", "hiện sẵn"),
    ("count", "số"),
    ("cover", "độ phủ"),
    ("date", "ngày"),
    ("date_printed", "ngày in là"),
    ("day", "ngày"),
    ("deadline", "thời hạn"),
    ("decision", "quyết định"),
    ("decision_date", "ngày quyết định"),
    ("decision_kind", "loại khen thưởng"),
    ("decision_number", "số quyết định"),
    ("delegation", "về phía"),
    ("digest", "mã nội dung"),
    ("dimension", "chiều phân tổ"),
    ("dimensions", "các chiều phân tổ"),
    ("document", "văn bản nguồn"),
    ("event", "hội nghị"),
    ("event_name", "tên gọi"),
    ("field", "ô"),
    ("field_group", "nhóm"),
    ("finding", "cảnh báo"),
    ("form", "hình thức"),
    ("form_detail", "chi tiết hình thức"),
    ("form_printed", "hình thức in là"),
    ("forms", "hình thức"),
    ("from", "từ ngày"),
    ("group", "nhóm"),
    ("grouped", "gộp"),
    ("headline", "tiêu đề"),
    ("hint", "lời nhắc"),
    ("holds", "đã có"),
    ("honorific", "cách xưng hô"),
    ("households", "số hộ gia đình"),
    ("indicator", "chỉ tiêu"),
    ("issuer", "cơ quan ban hành"),
    ("key", "mục"),
    ("kind", "loại"),
    ("kinds", "các loại"),
    ("label", "tên kỳ"),
    ("lead", "chữ trước số"),
    ("lines", "danh sách"),
    ("locality", "địa phương"),
    ("medal_class", "hạng"),
    ("members", "thành viên"),
    ("merit", "thành tích"),
    ("merit_year", "năm thành tích"),
    ("money_printed", "tiền in là"),
    ("name", "tên"),
    ("nature", "tính chất"),
    ("noun", "cách gọi"),
    ("objects", "hiện vật"),
    ("occasion", "dịp"),
    ("offices", "chức vụ"),
    ("operator", "mức so sánh"),
    ("organiser", "cơ quan tổ chức"),
    ("origin", "cách nhập"),
    ("over_time", "tổng hợp theo thời gian"),
    ("over_units", "tổng hợp theo đơn vị"),
    ("parent", "thuộc chỉ tiêu"),
    ("part_of", "trong đó của"),
    ("partition", "chia theo"),
    ("persons", "số cá nhân"),
    ("photo", "ảnh"),
    ("phrasing", "cách nói"),
    ("place", "địa điểm"),
    ("position", "thứ tự"),
    ("post", "chức vụ"),
    ("praise", "ghi nhận"),
    ("presenter", "người trao"),
    ("printed", "in là"),
    ("printed_amount", "số in là"),
    ("provenance", "nguồn"),
    ("province", "tên đơn vị"),
    ("province_type", "loại đơn vị"),
    ("qualifier", "mức"),
    ("rank", "cấp bậc"),
    ("rate", "tỷ lệ"),
    ("rate_printed", "tỷ lệ in là"),
    ("reason", "lý do"),
    ("received", "đã nhận"),
    ("revocation", "việc thu hồi"),
    ("revoked", "hủy"),
    ("role", "vai trò"),
    ("scope", "phạm vi"),
    ("session", "buổi"),
    ("session_printed", "buổi in là"),
    ("shares", "số lượng"),
    ("sic", "ghi đúng như nguồn"),
    ("signer", "người ký"),
    ("speaker", "người phát biểu"),
    ("speech", "thuộc phát biểu"),
    ("state", "trạng thái"),
    ("step", "bước"),
    ("style", "kiểu văn bản"),
    ("subject", "chủ thể"),
    ("subset_of", "là phần của"),
    ("tail", "chữ sau"),
    ("text", "nội dung"),
    ("title", "tên"),
    ("to", "đến ngày"),
    ("together", "số gộp"),
    ("together_noun", "cách gọi của số gộp"),
    ("unit", "đơn vị"),
    ("unit_key", "mã đơn vị"),
    ("valid_from", "từ ngày"),
    ("valid_to", "đến ngày"),
    ("value", "giá trị"),
    ("venue", "điểm cầu"),
    ("venues", "số điểm cầu"),
    ("window", "kỳ"),
    ("within", "thuộc"),
    ("wording", "cách gọi"),
    ("words", "bằng chữ"),
    ("year", "năm"),
    ("years", "số năm"),
];

/// What a record is called: its name, text or subject.
#[must_use]
pub fn record(record: &Record) -> String {
    let name = match record {
        Record::Dossier(it) => it.label(),
        Record::Agenda(it) => it.subject.clone(),
        Record::Basis(it) => it.name.clone(),
        Record::Participant(it) => it.name.clone(),
        Record::Passage(it) => it.text.clone(),
        Record::Target(it) => it.text.clone(),
        Record::Caption(it) => it.text.clone(),
        Record::Indicator(it) => it.name.clone(),
        Record::Group(it) => it.title.clone(),
        Record::Dimension(it) => it.name.clone(),
        Record::Category(it) => it.name.clone(),
        Record::UnitSet(it) => it.name.clone(),
        Record::YearMark(it) => it.year.to_string(),
        _ => String::new(),
    };
    let head: String = name.chars().take(60).collect();
    format!("{} {head}", kind_noun(record.kind())).trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::Value;

    /// Records as the open format describes them.
    const SCHEMA: &str = include_str!("../../../../../docs/formats/bc138.schema.json");
    /// Keys that no reader sees: ids, and lists of other records.
    const HIDDEN: [&str; 2] = ["id", "ref"];

    fn definitions() -> serde_json::Map<String, Value> {
        let schema: Value = serde_json::from_str(SCHEMA).expect("the schema is JSON");
        schema["$defs"].as_object().expect("definitions").clone()
    }

    #[test]
    fn every_field_of_a_record_has_its_vietnamese_name() {
        let definitions = definitions();
        let records = definitions.iter().filter(|(_, it)| it["properties"]["id"].is_object());
        for (record, definition) in records {
            let properties = definition["properties"].as_object().expect("properties");
            for (key, property) in properties {
                let lists_records = property["type"] == "array" && record == "dossier";
                let hidden = HIDDEN.contains(&key.as_str()) || lists_records;
                assert!(hidden || field(key) != key, "{record}.{key} would be shown in English");
            }
        }
    }
}
