//! Words for files of the open format and for catalogue packs.

use crate::document::DocumentStyle;
use crate::error::AppError;
use crate::field::Refusal;
use crate::merge::Merge;
use crate::units::printed;
use crate::view::ImportView;
use crate::wording::WordingFault;
use bc138_domain::catalogue::{
    Misfit, PackProblem, Plan, ProblemKind as PackKind, Renumbered, Standing,
};
use bc138_domain::{Catalogue, Kind, Setting, UnitEvent, date};
use bc138_exchange::{
    Due, Fault, JsonType, NumberProblem, PhotoProblem, Place, Problem, ProblemKind, Subject, Wanted,
};
use bc138_units::Registry;
use chrono::NaiveDate;

/// A pack that is no Unicode text.
pub const NOT_UTF8: &str = "Tệp không phải chữ Unicode (UTF-8). Lưu lại tệp dạng UTF-8.";
/// Problems shown of one file.
pub const SHOWN: usize = 40;

/// The answer to a file that is not taken.
#[must_use]
pub fn refused(dry: bool, mut problems: Vec<String>) -> ImportView {
    let count = problems.len();
    problems.truncate(SHOWN);
    let summary = format!("Chưa nhận tệp: có {count} chỗ cần sửa. Số liệu giữ nguyên.");
    ImportView { dry, taken: false, summary, problems }
}

/// What a file brings: “5 hồ sơ, 168 đơn vị, 9.840 số”.
#[must_use]
pub(crate) fn summary(merge: &Merge) -> String {
    let count = |kind: Kind| merge.put.iter().filter(|record| record.kind() == kind).count();
    let mut units: Vec<u32> = merge.entries.cells.iter().map(|cell| cell.unit).collect();
    units.sort_unstable();
    units.dedup();
    let parts = [
        (count(Kind::Dossier), "hồ sơ"),
        (count(Kind::Figure), "số liệu trong hồ sơ"),
        (count(Kind::Award), "dòng khen thưởng"),
        (units.len(), "đơn vị"),
        (merge.entries.cells.len(), "số của đơn vị"),
        (count(Kind::UnitEvent), "biến động đơn vị"),
        (count(Kind::Indicator), "chỉ tiêu riêng"),
        (count(Kind::UnitSet), "nhóm đơn vị"),
        (count(Kind::Group), "nhóm chỉ tiêu riêng"),
        (count(Kind::Dimension), "phân tổ riêng"),
        (count(Kind::Category), "loại riêng"),
        (count(Kind::Setting), "thiết lập"),
        (count(Kind::Template), "mẫu câu"),
        (count(Kind::YearMark), "lần duyệt, khóa, mở sổ"),
        (merge.photos.len(), "ảnh"),
    ];
    let parts: Vec<String> = parts
        .into_iter()
        .filter(|(count, _)| *count > 0)
        .map(|(count, noun)| format!("{} {noun}", printed(count)))
        .collect();
    let mut summary = match parts.is_empty() {
        true => "Không có gì mới".to_owned(),
        false => parts.join(", "),
    };
    if merge.known_dossiers > 0 {
        summary.push_str(&format!("; {} hồ sơ đã có sẵn", merge.known_dossiers));
    }
    if merge.doubled_dossiers > 0 {
        let text = "; {} hồ sơ trùng nơi và kỳ với hồ sơ đã có, để thành hồ sơ riêng";
        summary.push_str(&text.replace("{}", &merge.doubled_dossiers.to_string()));
    }
    summary
}

/// An award that was revoked before it was decided.
#[must_use]
pub fn early_revocation(number: &str, recipient: Option<&str>, error: &AppError) -> String {
    let number = if number.is_empty() { String::new() } else { format!(" số {number}") };
    let recipient = recipient.map(|name| format!(", {name}")).unwrap_or_default();
    format!("Khen thưởng{number}{recipient}: {}", super::messages::failure(error))
}

/// A unit that no register knows.
#[must_use]
pub fn unknown_unit(key: &str) -> String {
    format!("Không có đơn vị mang mã “{key}”. Sửa mã, hoặc thêm biến động thành lập đơn vị.")
}

/// A unit that does not exist when it is counted.
#[must_use]
pub fn unit_not_then(unit: &str, day: NaiveDate) -> String {
    format!("{unit} không có vào ngày chốt {}. Ghi số cho đơn vị có vào ngày đó.", date::full(day))
}

/// What codes and keys in a message are called.
#[derive(Debug, Clone, Copy)]
pub struct Told<'a> {
    /// Names of units.
    pub registry: &'a Registry,
    /// Names of indicators.
    pub catalogue: &'a Catalogue,
}

impl Told<'_> {
    /// “xã Tân Thành, tỉnh Cà Mau (X01234.56)”.
    fn unit(&self, key: &str) -> String {
        let label = self.registry.find(key).map(|ix| {
            let life = self.registry.lifetime(ix);
            let day = life.and_then(|life| life.last.or(life.first)).unwrap_or_default();
            self.registry.full_label(ix, day.max(bc138_units::TWO_TIERS))
        });
        label.map_or_else(|| key.to_owned(), |label| format!("{label} ({key})"))
    }

    fn indicator(&self, code: &str) -> String {
        let known = self.catalogue.indicator(code);
        known.map_or_else(|| code.to_owned(), |it| format!("{} ({code})", it.name))
    }
}

/// A problem with its place: line, column, pointer.
#[must_use]
pub fn problem(problem: &Problem, told: &Told<'_>) -> String {
    placed(&problem.place, &named(&problem.kind, told))
}

/// Words behind a place: line, column, pointer.
#[must_use]
pub fn placed(place: &Place, words: &str) -> String {
    match (place.line, place.pointer.as_str()) {
        (0, _) => words.to_owned(),
        (line, "") => format!("Dòng {line}, cột {}: {words}", place.column),
        (line, pointer) => format!("Dòng {line}, cột {} ({pointer}): {words}", place.column),
    }
}

/// A setting that is not taken; `label` is what the settings screen calls it.
#[must_use]
pub(crate) fn setting(setting: &Setting, label: &str, refusal: &Refusal) -> String {
    let (key, value) = (setting.key.as_str(), setting.value.as_str());
    let choices = super::settings::CHOICES.iter().find(|(known, _)| *known == key);
    match (refusal, choices) {
        (Refusal::Choice(word), _) if word == key => {
            let known = super::settings::KEYS.iter().map(|spec| spec.key);
            format!(
                "không có thiết lập “{key}”. Các thiết lập: {}, award.….",
                known.collect::<Vec<_>>().join(", ")
            )
        }
        (Refusal::Choice(word), Some((_, values))) => {
            format!("thiết lập “{label}” không nhận “{word}”. Các giá trị: {}.", values.join(", "))
        }
        _ => {
            let why = super::messages::refusal(refusal).0;
            format!("thiết lập “{label}” không nhận “{value}”: {why}")
        }
    }
}

/// An entry of the user's own that does not go with the catalogue.
#[must_use]
pub(crate) fn unfit(unfit: &crate::own_catalogue::Unfit) -> String {
    format!("“{}”: {}", unfit.name, misfit_words(&unfit.misfit))
}

/// A paragraph in own words that no document could print.
#[must_use]
pub(crate) fn wording(fault: &WordingFault) -> String {
    match fault {
        WordingFault::Style(style) => {
            let known: Vec<&str> = DocumentStyle::ALL.iter().map(|it| it.code()).collect();
            format!("không có văn bản “{style}”. Các văn bản: {}.", known.join(", "))
        }
        WordingFault::Block(block) => {
            let known = crate::wording::BLOCKS.map(crate::wording::word);
            format!("không có loại đoạn “{block}”. Các loại đoạn: {}.", known.join(", "))
        }
        WordingFault::Key(key) => format!(
            "không có số liệu “{{{key}}}”. Viết theo mã chỉ tiêu: “{{figure/tin_tong/amount}}”."
        ),
        WordingFault::Brace => {
            "dấu ngoặc nhọn chưa khép. Muốn in dấu ngoặc thì viết hai lần.".to_owned()
        }
    }
}

/// A template that the program does not have.
#[must_use]
pub(crate) fn unknown_template(name: &str) -> String {
    let known: Vec<&str> = crate::assets::TEMPLATES.iter().map(|(name, _)| *name).collect();
    format!("không có mẫu câu “{name}”. Các mẫu câu: {}.", known.join(", "))
}

/// “Biến động ngày 01/07/2025 (thành lập xã Mẫu): …”.
#[must_use]
pub(crate) fn event(registry: &Registry, event: &UnitEvent, why: &str) -> String {
    let what = super::units::event(registry, event);
    format!("biến động ngày {} ({what}): {why}", date::full(event.date))
}

/// The problems that name units or indicators; the rest need no names.
fn named(problem: &ProblemKind, told: &Told<'_>) -> String {
    match problem {
        ProblemKind::Ambiguous { subject, name, count, candidates } => {
            let what = format!("có {count} {} tên “{name}”", subject_words(*subject));
            let list = |name: &dyn Fn(&str) -> String| {
                candidates.iter().map(|it| name(it)).collect::<Vec<_>>().join("; ")
            };
            match subject {
                Subject::Unit => {
                    format!("{what}: {}. Ghi bằng mã trong ngoặc.", list(&|key| told.unit(key)))
                }
                Subject::Indicator => {
                    let all = list(&|code| told.indicator(code));
                    format!("{what}: {all}. Ghi bằng mã trong ngoặc.")
                }
                _ => format!(
                    "{what}. Đặt cho mục cần gọi một tên riêng bằng \"ref\" rồi gọi bằng tên ấy, \
                     hoặc ghi số thứ tự (id)."
                ),
            }
        }
        ProblemKind::CellTwice { unit, indicator, window } => format!(
            "số của {}, {}, kỳ {} ghi hai lần. Bỏ bớt một.",
            told.unit(unit),
            told.indicator(indicator),
            window.label.clone().or_else(|| window.days()).unwrap_or_default()
        ),
        ProblemKind::UnfitAmount { indicator } => format!(
            "chỉ tiêu {} không nhận loại số này. Kiểm tra lại đơn vị tính.",
            told.indicator(indicator)
        ),
        problem => kind(problem),
    }
}

fn kind(kind: &ProblemKind) -> String {
    match kind {
        ProblemKind::NotJson => "tệp này không phải tệp JSON của chương trình. Chọn tệp .json do \
             Báo cáo 138 xuất ra, hoặc viết theo mô tả định dạng."
            .to_owned(),
        ProblemKind::Empty => "mục này không để trống được. Ghi nội dung.".to_owned(),
        ProblemKind::NotUtf8 => {
            "tệp không phải chữ Unicode (UTF-8). Lưu lại tệp dạng UTF-8.".to_owned()
        }
        ProblemKind::Stopped => "đã dừng đọc ở đây.".to_owned(),
        ProblemKind::TooLarge { .. } => "tệp lớn quá. Chia thành nhiều tệp.".to_owned(),
        ProblemKind::Syntax(fault) => syntax(*fault),
        ProblemKind::DuplicateKey { key } => format!("“{key}” viết hai lần. Bỏ bớt một."),
        ProblemKind::TooMany { .. } => "quá nhiều mục ở một chỗ. Chia thành nhiều tệp.".to_owned(),
        ProblemKind::NotThisFormat { .. } => {
            "tệp này không phải tệp số liệu Báo cáo 138. Dòng đầu cần có \"format\": \"bc138\"."
                .to_owned()
        }
        ProblemKind::UnknownVersion { found, known } => {
            format!("tệp thuộc bản {found}, chương trình này đọc bản {known}. Cài bản mới hơn.")
        }
        ProblemKind::UnknownKey { key, likely } => {
            format!("không có mục “{key}”.{}", maybe(likely.as_deref()))
        }
        ProblemKind::Missing { key } => format!("thiếu “{key}”. Thêm mục này."),
        ProblemKind::WrongType { wanted, found } => {
            format!("ở đây cần {}, không phải {}.", wanted_words(*wanted), type_words(*found))
        }
        ProblemKind::UnknownWord { word, choices, likely } => {
            let all = choices.join(", ");
            format!("“{word}” không có trong các từ: {all}.{}", maybe(*likely))
        }
        ProblemKind::Number(problem) => number(problem),
        ProblemKind::NoSuch { subject, name, likely } => {
            format!("không có {} “{name}”.{}", subject_words(*subject), maybe(likely.as_deref()))
        }
        ProblemKind::Taken { value } => format!("“{value}” đã dùng ở chỗ khác. Đặt giá trị khác."),
        ProblemKind::Conflict { key, other } => {
            format!("“{key}” và “{other}” nói cùng một việc hoặc trái nhau. Bỏ bớt một.")
        }
        other => rest(other),
    }
}

fn rest(kind: &ProblemKind) -> String {
    let refused = |refusal: Refusal| super::messages::refusal(&refusal).0;
    match kind {
        ProblemKind::Cell(error) => refused(error.clone().into()),
        ProblemKind::Text(error) => refused(error.clone().into()),
        ProblemKind::Date(error) => refused(error.clone().into()),
        ProblemKind::Window(_) => refused(Refusal::BackwardWindow),
        ProblemKind::Circular => "mục này là một phần của chính nó. Sửa lại quan hệ.".to_owned(),
        ProblemKind::NeedlessAmount => {
            "trạng thái này không đi cùng số. Bỏ số hoặc đổi trạng thái.".to_owned()
        }
        ProblemKind::RowLength { found, wanted } => {
            format!("dòng có {found} ô, cần {wanted} ô. Kiểm tra lại dòng này.")
        }
        ProblemKind::Photo(PhotoProblem::Encoding) => "ảnh không đọc được (base64).".to_owned(),
        ProblemKind::Photo(PhotoProblem::Hash) => "ảnh không đúng với mã của nó.".to_owned(),
        ProblemKind::ManyMore { limit } => {
            format!("còn nhiều chỗ nữa ngoài {limit} chỗ đã nêu. Sửa rồi nhập lại.")
        }
        _ => "giá trị này không nhận được. Đối chiếu với mô tả định dạng.".to_owned(),
    }
}

fn maybe(likely: Option<&str>) -> String {
    likely.map(|likely| format!(" Có phải “{likely}” không?")).unwrap_or_default()
}

fn syntax(fault: Fault) -> String {
    match fault {
        Fault::Ended => "tệp bị cắt: hết tệp trước khi đủ dấu đóng. Chép lại tệp gốc.".to_owned(),
        Fault::Unexpected { found, due } => format!("gặp “{found}”, ở đây cần {}.", due_words(due)),
        Fault::Escape => "dấu \\ trong chuỗi chữ viết sai.".to_owned(),
        Fault::Control(code) => format!("có ký tự điều khiển U+{code:04X} trong chuỗi chữ."),
        Fault::Number => "số viết sai. Viết như 1686 hoặc \"13,85\".".to_owned(),
        Fault::TooDeep { limit } => format!("các ngoặc lồng nhau quá {limit} lớp."),
        Fault::Trailing => "còn chữ thừa sau dấu đóng cuối cùng.".to_owned(),
    }
}

const fn due_words(due: Due) -> &'static str {
    match due {
        Due::Value => "một giá trị",
        Due::Key => "tên mục trong ngoặc kép",
        Due::Colon => "dấu hai chấm",
        Due::CommaOrBracket => "dấu phẩy hoặc ]",
        Due::CommaOrBrace => "dấu phẩy hoặc }",
    }
}

const fn wanted_words(wanted: Wanted) -> &'static str {
    match wanted {
        Wanted::Text => "chữ",
        Wanted::Texts => "chữ, hoặc danh sách chữ",
        Wanted::WholeNumber => "số nguyên",
        Wanted::Number => "số",
        Wanted::Flag => "true hoặc false",
        Wanted::List => "danh sách [ ]",
        Wanted::Object => "nhóm mục { }",
        Wanted::Date => "ngày",
        Wanted::Window => "kỳ (năm, chữ, hoặc từ–đến)",
        Wanted::Amount => "lượng (chữ như gõ trong ô, hoặc số)",
        Wanted::Reference => "số thứ tự hoặc tên của mục khác",
    }
}

const fn type_words(found: JsonType) -> &'static str {
    match found {
        JsonType::Null => "null",
        JsonType::Flag => "true/false",
        JsonType::Number => "số",
        JsonType::Text => "chữ",
        JsonType::List => "danh sách",
        JsonType::Object => "nhóm mục",
    }
}

fn number(problem: &NumberProblem) -> String {
    match problem {
        NumberProblem::Negative => "số âm không nhận ở đây.".to_owned(),
        NumberProblem::NotWhole => "ở đây đếm bằng số nguyên, không có phần lẻ.".to_owned(),
        NumberProblem::OutOfRange { min, max } => format!("số phải từ {min} đến {max}."),
        NumberProblem::Ambiguous { thousands, decimal } => format!(
            "dấu chấm đứng trước ba chữ số, chưa rõ là {thousands} hay {decimal}. Viết lại cho rõ."
        ),
        NumberProblem::TooPrecise => "số có quá ba chữ số thập phân.".to_owned(),
        NumberProblem::Exponent => "không viết số dạng 1e3.".to_owned(),
    }
}

const fn subject_words(subject: Subject) -> &'static str {
    match subject {
        Subject::Indicator => "chỉ tiêu",
        Subject::AwardForm => "hình thức khen thưởng",
        Subject::FieldGroup => "nhóm chỉ tiêu",
        Subject::Unit => "đơn vị",
        Subject::Photo => "ảnh",
        Subject::Participant => "người dự",
        Subject::Speech => "phát biểu",
        Subject::Figure => "số liệu",
        Subject::Award => "khen thưởng",
        Subject::Part => "mục",
        Subject::Entry => "dòng trong bảng đơn vị",
    }
}

/// What taking a catalogue pack would do, and a line for every code that gives way.
#[must_use]
pub fn plan(plan: &Plan, renumbered: &[Renumbered]) -> String {
    let count = |standing| plan.lines.iter().filter(|line| line.standing == standing).count();
    let counts = format!(
        "{} mục mới, {} mục có bản mới, {} mục giữ nguyên",
        printed(count(Standing::New)),
        printed(count(Standing::NewVersion)),
        printed(count(Standing::Unchanged))
    );
    std::iter::once(counts).chain(renumbered.iter().map(gave_way)).collect::<Vec<_>>().join("\n")
}

/// “Tổ tự quản” of the pack gets another code.
fn gave_way(it: &Renumbered) -> String {
    let Renumbered { name, before, taken_by, now, .. } = it;
    format!("“{name}” nhận mã {now}: mã {before} ở đây là của “{taken_by}”.")
}

/// The entries of a pack that the catalogue has otherwise.
#[must_use]
pub fn conflicts(plan: &Plan) -> Vec<String> {
    let clashes = plan.lines.iter().filter(|line| line.standing == Standing::Conflict);
    clashes
        .map(|line| {
            format!(
                "“{}” ({}) khác với mục cùng mã đang có trong những ngày ấy. Đổi mã, hoặc ghi ngày \
                 bắt đầu mới.",
                line.name, line.code
            )
        })
        .collect()
}

/// A problem of a catalogue pack with its line.
#[must_use]
pub fn pack_problem(problem: &PackProblem) -> String {
    let place = match &problem.column {
        Some(column) => format!("Dòng {}, cột {column}", problem.line),
        None => format!("Dòng {}", problem.line),
    };
    format!("{place}: {}", pack_kind(&problem.kind))
}

fn pack_kind(kind: &PackKind) -> String {
    match kind {
        PackKind::NotOurFormat => "tệp này không phải gói danh mục của Báo cáo 138.".to_owned(),
        PackKind::NewerVersion { found, known } => {
            format!("gói thuộc bản {found}, chương trình này đọc đến bản {known}.")
        }
        PackKind::UnknownSection(name) => format!("không có phần “{name}”."),
        PackKind::RepeatedSection(name) => format!("phần “{name}” viết hai lần."),
        PackKind::OutsideSection => "dòng này đứng trước phần đầu tiên.".to_owned(),
        PackKind::UnknownColumn(name) => format!("không có cột “{name}”."),
        PackKind::RepeatedColumn(name) => format!("cột “{name}” viết hai lần."),
        PackKind::MissingColumn(name) => format!("thiếu cột “{name}”."),
        PackKind::CellCount { expected, found } => {
            format!("dòng có {found} ô, bảng có {expected} cột.")
        }
        PackKind::Quotes => "ngoặc kép chưa đóng.".to_owned(),
        PackKind::Empty => "ô này không để trống được.".to_owned(),
        PackKind::Text(error) => super::messages::refusal(&error.clone().into()).0,
        PackKind::Code(text) => {
            format!(
                "“{text}” không dùng làm mã được: mã chỉ có chữ thường không dấu, số, gạch dưới."
            )
        }
        PackKind::Word { text, allowed } => {
            format!("“{text}” không có trong các từ: {}.", allowed.join(", "))
        }
        PackKind::Date(text) => format!("“{text}” không phải ngày dạng 2026-05-01."),
        PackKind::Number { text, least, most } => {
            format!("“{text}” không phải số từ {least} đến {most}.")
        }
        PackKind::Misfit(misfit) => misfit_words(misfit),
    }
}

/// Why an entry of a catalogue does not go with the others.
#[must_use]
pub fn misfit_words(misfit: &Misfit) -> String {
    match misfit {
        Misfit::RepeatedCode(code) => format!("mã “{code}” đã có ở mục khác."),
        Misfit::OverlappingValidity { code, .. } => {
            format!("hai bản của mã “{code}” có hiệu lực chồng nhau. Sửa ngày bắt đầu, kết thúc.")
        }
        Misfit::Backwards { code, from, to } => format!(
            "mã “{code}” kết thúc {} trước khi bắt đầu {}.",
            date::full(*to),
            date::full(*from)
        ),
        Misfit::UnknownIndicator(code) => format!("không có chỉ tiêu “{code}”."),
        Misfit::UnknownGroup(code) => format!("không có nhóm “{code}”."),
        Misfit::UnknownDimension(code) => format!("không có phân tổ “{code}”."),
        Misfit::UnknownPartition(code) => format!("không có cách chia “{code}”."),
        Misfit::PartitionWithoutParent(code) => format!("“{code}” chia mà không nêu số chung."),
        Misfit::UnknownParent(code) => format!("không có chỉ tiêu chung “{code}”."),
        Misfit::ParentCycle(code) => format!("“{code}” nằm trong chính nó."),
        Misfit::UnknownCalendar(code) => format!("không có lịch báo cáo “{code}”."),
        Misfit::KindChanged(code) => format!(
            "mã “{code}” đã là của chỉ tiêu thuộc loại số khác. Đặt mã khác, hoặc giữ loại số ấy."
        ),
    }
}
