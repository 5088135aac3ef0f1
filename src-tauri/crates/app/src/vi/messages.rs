//! Messages for what went wrong.

use crate::awards::BlockFault;
use crate::error::AppError;
use crate::field::Refusal;
use bc138_domain::catalogue::CatalogueError;
use bc138_domain::cell::CellError;
use bc138_domain::date::DateError;
use bc138_domain::text::TextError;
use bc138_nd30::LintError;
use bc138_report::ReportError;
use bc138_store::StoreError;

/// What to tell about text that was not taken, and the reading that was probably meant.
#[must_use]
pub fn refusal(refusal: &Refusal) -> (String, Option<String>) {
    match refusal {
        Refusal::Text(error) | Refusal::Cell(CellError::Text(error)) => (text_error(error), None),
        Refusal::Cell(error) => cell_error(error),
        Refusal::Date(error) => (date_error(error), None),
        Refusal::WholeNumber { min, max } => {
            (format!("Ô này nhận số nguyên từ {min} đến {max}. Gõ lại số, không kèm chữ."), None)
        }
        Refusal::Choice(word) => (
            format!("“{}” không có trong danh sách. Chọn một dòng trong danh sách.", short(word)),
            None,
        ),
        Refusal::Required => (
            "Ô này không để trống được. Gõ nội dung vào đây, hoặc xóa cả dòng nếu không cần."
                .to_owned(),
            None,
        ),
        Refusal::BackwardWindow => (
            "Ngày cuối kỳ đứng trước ngày đầu kỳ. Kiểm tra lại hai ngày: từ ngày … đến ngày …."
                .to_owned(),
            None,
        ),
        Refusal::NumberNeeded => {
            ("Ô này nhận số (26) hoặc chữ chỉ lượng (nhiều). Gõ lại số.".to_owned(), None)
        }
        Refusal::Overlap => (
            "Đã có giá trị khác bắt đầu cùng ngày. Sửa giá trị kia, hoặc đổi ngày bắt đầu."
                .to_owned(),
            None,
        ),
        Refusal::Setting(unfit) => (super::awards::money::unfit(unfit), None),
        Refusal::Span => {
            ("Chưa đọc được kỳ này. Gõ ngày/tháng đầu và cuối, ví dụ 16/11-15/11.".to_owned(), None)
        }
        Refusal::RatioNeeded => {
            ("Ô này nhận đạt/tổng số, ví dụ 12/13. Gõ cả hai số.".to_owned(), None)
        }
        Refusal::NobodyYet => (
            "Chưa có ai để phát biểu. Thêm người ở bước 1 (Chủ trì, đại biểu) rồi gõ lại ở đây."
                .to_owned(),
            None,
        ),
        Refusal::Taken(name) => (
            format!(
                "“{}” đã có trong danh mục. Dùng lại dòng có sẵn, hoặc đặt tên khác.",
                short(name)
            ),
            None,
        ),
    }
}

fn text_error(error: &TextError) -> String {
    match error {
        TextError::TooLong { length, limit } => {
            let thousands = |n: usize| {
                i64::try_from(n).ok().and_then(bc138_domain::Fixed::from_int).unwrap_or_default()
            };
            format!(
                "Chữ dài quá: {} ký tự, ô này nhận nhiều nhất {}. Rút ngắn rồi gõ lại.",
                thousands(*length),
                thousands(*limit)
            )
        }
        TextError::LegacyEncoding => {
            "Chữ này gõ bằng bảng mã cũ TCVN3 (.VnTime). Chuyển UniKey sang bảng mã Unicode rồi gõ lại."
                .to_owned()
        }
        TextError::VniEncoding => {
            "Chữ này gõ bằng bảng mã cũ VNI. Chuyển UniKey sang bảng mã Unicode rồi gõ lại.".to_owned()
        }
        TextError::Unprintable(code) => {
            format!("Có ký tự không in được (mã U+{code:04X}). Xóa ký tự lạ rồi gõ lại.")
        }
    }
}

fn cell_error(error: &CellError) -> (String, Option<String>) {
    match error {
        CellError::CommaThousands { likely } => (
            format!(
                "Dấu phẩy đứng trước ba chữ số, chưa rõ là nghìn hay thập phân. Có phải {likely} không?"
            ),
            Some(likely.clone()),
        ),
        CellError::DotDecimal { likely } => (
            format!("Dấu chấm không đứng ở hàng nghìn. Số thập phân viết dấu phẩy; có phải {likely} không?"),
            Some(likely.clone()),
        ),
        CellError::Negative => ("Số âm không nhận ở ô này. Gõ lại số không có dấu trừ.".to_owned(), None),
        CellError::TooLarge => ("Số lớn quá. Kiểm tra lại số chữ số vừa gõ.".to_owned(), None),
        CellError::Unreadable | CellError::Text(_) => (
            "Chưa đọc được số này. Gõ như: 32, 1.686/1.727, 60%, gần 300, hàng nghìn, không phát sinh."
                .to_owned(),
            None,
        ),
    }
}

fn date_error(error: &DateError) -> String {
    match error {
        DateError::Unreadable(text) => {
            format!("Chưa đọc được ngày “{}”. Gõ ngày/tháng/năm, ví dụ 08/02/2023.", short(text))
        }
        DateError::NoSuchDay { day, month, year } => format!(
            "Tháng {month}/{year} không có ngày {day}. Kiểm tra lại ngày {day:02}/{month:02}/{year}."
        ),
    }
}

fn short(text: &str) -> String {
    let head: String = text.chars().take(40).collect();
    if head.len() < text.len() { format!("{head}…") } else { head }
}

/// Long work was stopped.
const STOPPED: &str = "Đã dừng theo yêu cầu. Số liệu vẫn như trước.";

/// The stable code by which the window tells failures apart.
#[must_use]
pub const fn code(error: &AppError) -> &'static str {
    match error {
        AppError::Stopped(_) => "stopped",
        AppError::Store(error) => match error {
            StoreError::Stopped(_) => "stopped",
            StoreError::FileTooNew { .. } => "file-too-new",
            StoreError::NotOurs(_) => "file-foreign",
            StoreError::Damaged { .. } => "file-damaged",
            StoreError::ReadOnly(_) => "file-read-only",
            StoreError::DiskFull(_) => "disk-full",
            StoreError::Busy(_) => "file-busy",
            StoreError::NoSuchRecord => "gone",
            StoreError::Constraint(_) | StoreError::Unreadable(_) | StoreError::Sqlite(_) => {
                "store"
            }
        },
        AppError::Catalogue(_) => "catalogue",
        AppError::Report(_) | AppError::Workbook(_) => "report",
        AppError::Template { .. } => "template",
        AppError::NoSuchSample(_) | AppError::Sample { .. } => "sample",
        AppError::NoDossier => "no-dossier",
        AppError::NoFacts(_) => "no-facts",
        AppError::OtherDossier(_) => "other-dossier",
        AppError::NoSuchStyle(_) => "no-style",
        AppError::NoSuchParagraph(_) => "no-paragraph",
        AppError::UnfitWords(_) => "words",
        AppError::NoSuchAward(_) => "no-award",
        AppError::Lint(_) | AppError::LayoutRules(_) => "layout",
        AppError::NoSuchField(_) | AppError::NoSuchPhoto { .. } => "no-field",
        AppError::NoSuchDraft { .. } => "no-document",
        AppError::Write { .. } => "write",
        AppError::Read { .. } => "read",
        AppError::UnknownFormat(_) | AppError::NoTables => "format",
        AppError::Refused { .. } => "refused",
        AppError::Register(_) => "register",
        AppError::Checks(_) => "checks",
        AppError::NoSuchUnit(_) => "no-unit",
        AppError::Event { .. } => "event",
        AppError::YearClosed { .. } | AppError::EventInClosedYear { .. } => "year-closed",
        AppError::Cube(_) => "table",
        AppError::LensLocked => "lens",
        AppError::InUse { .. } => "in-use",
        AppError::UnitNotThen { .. } => "unit-not-then",
        AppError::BlockTooLarge { .. } => "block",
        AppError::YearStep { .. } => "year-step",
        AppError::AwardTables(_) => "award-tables",
        AppError::AwardSetting(_) => "award-setting",
        AppError::Unlawful(_) => "unlawful",
        AppError::RevokedBefore { .. } => "revoked-before",
        AppError::PastedColumn { .. } | AppError::Block(_) => "block",
    }
}

/// What a closed year refuses.
fn closed_failure(error: &AppError) -> String {
    match error {
        AppError::YearClosed { year, day } => format!(
            "Năm {year} đã khóa sổ ngày {day} nên không sửa được. Muốn sửa, mở lại sổ và ghi lý do."
        ),
        AppError::EventInClosedYear { date, year, day } => format!(
            "Biến động ngày {date} làm đổi đơn vị của năm {year}, năm đã khóa sổ ngày {day}. Muốn \
             ghi, mở lại sổ năm {year} và ghi lý do, hoặc ghi ngày sau năm {year}."
        ),
        _ => String::new(),
    }
}

/// The sentence for a failure: what, where, what to do.
#[must_use]
pub fn failure(error: &AppError) -> String {
    match error {
        AppError::Store(error) => store_failure(error),
        AppError::Stopped(_) => STOPPED.to_owned(),
        AppError::Block(faults) => block_failure(faults),
        AppError::Catalogue(CatalogueError::File { file, problem }) => {
            format!("Danh mục bị sai ở tệp {file}, dòng {}. Cài lại chương trình.", problem.line)
        }
        AppError::Catalogue(CatalogueError::Own(misfit)) => {
            format!("Danh mục tự lập: {}", super::exchange::misfit_words(misfit))
        }
        AppError::Report(error) => report_failure(error),
        AppError::Workbook(error) => format!(
            "Chưa ghi được bảng tính Excel: {error}. Xuất phụ lục ra .docx hoặc .pdf thay cho tệp này."
        ),
        AppError::NoSuchSample(name) => {
            format!("Không có mẫu “{}”. Các mẫu có sẵn: {}.", short(name), sample_names())
        }
        AppError::Sample { name, key, detail } => {
            format!("Mẫu {name} bị sai ở {key}: {detail}.")
        }
        AppError::NoDossier => {
            "Chưa có hồ sơ nào trong tệp này. Lập hồ sơ mới hoặc mở một mẫu trước.".to_owned()
        }
        AppError::NoFacts(_)
        | AppError::OtherDossier(_)
        | AppError::NoSuchStyle(_)
        | AppError::NoSuchParagraph(_)
        | AppError::UnfitWords(_)
        | AppError::NoSuchAward(_)
        | AppError::Lint(_)
        | AppError::LayoutRules(_)
        | AppError::Template { .. } => document_failure(error),
        AppError::Write { .. }
        | AppError::Read { .. }
        | AppError::UnknownFormat(_)
        | AppError::NoTables => file_failure(error),
        AppError::NoSuchField(key) => format!("Không có ô “{}”. Kiểm tra lại tên ô.", short(key)),
        AppError::NoSuchPhoto { number, captions } => no_photo(*number, captions),
        AppError::NoSuchDraft { wanted, known } => no_draft(wanted, known),
        AppError::Register(error) => format!(
            "Danh mục đơn vị hành chính bị sai ở tệp {}, dòng {}. Cài lại chương trình.",
            error.file, error.line
        ),
        AppError::Checks(error) => {
            format!("Danh mục kiểm tra bị sai: {error}. Cài lại chương trình.")
        }
        AppError::NoSuchUnit(key) => {
            format!("Không có đơn vị “{}”. Chọn đơn vị trong danh sách.", short(key))
        }
        AppError::Cube(_) => {
            "Bảng số liệu có đơn vị không còn trong danh mục. Mở Nhật ký, bấm Kiểm tra nhật ký."
                .to_owned()
        }
        AppError::InUse { name } => {
            format!("“{name}” đang có số liệu nên không xóa được. Xóa các số đó trước.")
        }
        AppError::LensLocked => super::table::LENS_LOCKED.to_owned(),
        AppError::UnitNotThen { unit, day } => {
            format!("{unit} không có vào ngày chốt {day}. Nhập số cho đơn vị có vào ngày đó.")
        }
        AppError::BlockTooLarge { row, column } => format!(
            "Khối dán vượt ra ngoài bảng ở dòng {row}, cột {column} của khối. Chọn ô đầu khác rồi dán lại."
        ),
        AppError::YearClosed { .. } | AppError::EventInClosedYear { .. } => closed_failure(error),
        AppError::YearStep { year } => {
            format!("Năm {year} đã ở bước này rồi. Mở lại màn hình để xem trạng thái mới nhất.")
        }
        AppError::Event { problem, names } => super::units::problem(problem, names),
        AppError::AwardTables(_)
        | AppError::AwardSetting(_)
        | AppError::Unlawful(_)
        | AppError::RevokedBefore { .. }
        | AppError::PastedColumn { .. } => super::awards::failure(error),
        AppError::Refused { key, refusal: why } => format!("{key}: {}", refusal(why).0),
    }
}

/// The first thing that is in the way of a pasted list, and how many others there are.
fn block_failure(faults: &[BlockFault]) -> String {
    let first = faults.first().map(|fault| failure(&fault.error)).unwrap_or_default();
    match faults.len() {
        0 | 1 => first,
        count => format!("{first} Còn {} chỗ khác cần sửa trong khối.", count - 1),
    }
}

fn no_photo(number: usize, captions: &[String]) -> String {
    if captions.is_empty() {
        return "Hồ sơ chưa có chú thích ảnh nào. Thêm chú thích trước, rồi gắn ảnh.".to_owned();
    }
    let listed = captions.iter().zip(1..).map(|(text, at)| format!("{at}. {}", short(text)));
    let listed = listed.collect::<Vec<_>>().join("; ");
    format!("Không có chú thích ảnh số {number}. Các chú thích: {listed}.")
}

fn no_draft(wanted: &str, known: &[String]) -> String {
    match (wanted, known) {
        (_, []) => "Hồ sơ này chưa lưu văn bản nào để so sánh. Lưu một văn bản trước.".to_owned(),
        ("", known) => {
            format!(
                "Chưa lưu bản nào của loại này để so sánh. Các văn bản đã lưu: {}.",
                known.join("; ")
            )
        }
        (wanted, known) => format!(
            "Không có văn bản “{}” đã lưu. Các văn bản đã lưu: {}.",
            short(wanted),
            known.join("; ")
        ),
    }
}

/// Failures of documents and of their words.
fn document_failure(error: &AppError) -> String {
    match error {
        AppError::Template { name, detail } => {
            let name = super::templates::in_message(name);
            format!("Mẫu câu {name} bị sai: {detail}. Sửa lại chỗ đó, hoặc trả mẫu về bản gốc, rồi làm lại.")
        }
        AppError::NoFacts(path) => format!(
            "Tệp {} không mang theo số liệu gốc: không phải do chương trình này lập, hoặc đã được lưu lại bằng chương trình khác. Lập lại văn bản để so sánh.",
            path.display()
        ),
        AppError::OtherDossier(label) => format!(
            "Văn bản này của hồ sơ “{}”, không có trong tệp số liệu đang mở. Mở đúng tệp số liệu rồi kiểm lại.",
            short(label)
        ),
        AppError::NoSuchStyle(_) => {
            "Không có loại văn bản này. Chọn lại trong danh sách các loại văn bản.".to_owned()
        }
        AppError::NoSuchParagraph(_) => {
            "Văn bản không còn đoạn này. Mở lại trang xem trước rồi chọn đoạn cần sửa.".to_owned()
        }
        AppError::UnfitWords(_) => {
            "Câu này có ký tự không in được, quá dài, hoặc gõ bằng phông chữ cũ (TCVN3, VNI). Gõ lại bằng Unicode.".to_owned()
        }
        AppError::NoSuchAward(id) => format!(
            "Hồ sơ này không có khen thưởng số {id}, hoặc khen thưởng đó đã bị hủy. Xem số thứ tự ở màn hình Khen thưởng."
        ),
        AppError::Lint(error) => layout_failure(error).to_owned(),
        AppError::LayoutRules(error) => {
            format!("Tệp quy tắc thể thức của chương trình bị sai: {error}. Cài lại chương trình.")
        }
        _ => String::new(),
    }
}

/// Failures of files that are read or written.
fn file_failure(error: &AppError) -> String {
    match error {
        AppError::Write { path, source } => format!(
            "Chưa ghi được tệp {}: {}. Chọn thư mục khác, hoặc đóng tệp nếu đang mở, rồi lưu lại.",
            path.display(),
            io_reason(source)
        ),
        AppError::Read { path, source } => format!(
            "Chưa đọc được tệp {}: {}. Kiểm tra lại đường dẫn.",
            path.display(),
            io_reason(source)
        ),
        AppError::UnknownFormat(format) => {
            format!("Chưa biết dạng tệp “{}”. Dùng .pdf, .docx hoặc .txt.", short(format))
        }
        AppError::NoTables => "Văn bản này không có bảng để ghi ra Excel. Hãy chọn phụ lục, hoặc \
                               lưu thành .pdf, .docx hoặc .txt."
            .to_owned(),
        _ => String::new(),
    }
}

fn sample_names() -> String {
    crate::assets::SAMPLES.iter().map(|(name, _)| *name).collect::<Vec<_>>().join(", ")
}

fn store_failure(error: &StoreError) -> String {
    match error {
        StoreError::Stopped(_) => STOPPED.to_owned(),
        StoreError::FileTooNew { found, known } => format!(
            "Tệp số liệu thuộc bản chương trình mới hơn (bản {found}, máy này đọc đến bản {known}). \
             Cài bản mới của Báo cáo 138; tệp được giữ nguyên."
        ),
        StoreError::NotOurs(path) => format!(
            "Tệp {} không phải số liệu của Báo cáo 138. Chọn tệp khác; tệp này được giữ nguyên.",
            path.display()
        ),
        StoreError::Damaged { path, .. } => format!(
            "Tệp số liệu {} bị hỏng. Đóng chương trình, chép tệp này ra nơi khác rồi mở bản sao lưu gần nhất.",
            path.display()
        ),
        StoreError::ReadOnly(path) => format!(
            "Không ghi được vào {}. Thư mục hoặc tệp chỉ cho đọc; chép sang thư mục khác rồi mở lại.",
            path.display()
        ),
        StoreError::DiskFull(path) => format!(
            "Chưa lưu được vì ổ đĩa đầy ({}). Số vừa nhập vẫn ở đây; giải phóng chỗ rồi bấm Lưu lại.",
            path.display()
        ),
        StoreError::Busy(path) => format!(
            "Tệp {} đang được chương trình khác dùng. Đóng cửa sổ kia rồi bấm Lưu lại.",
            path.display()
        ),
        StoreError::NoSuchRecord => {
            "Dòng này không còn nữa. Mở lại bước để xem số liệu mới nhất.".to_owned()
        }
        StoreError::Constraint(_) => {
            "Chưa lưu được: dòng này còn được dòng khác dùng, hoặc giá trị ngoài phạm vi. Kiểm tra lại rồi lưu."
                .to_owned()
        }
        StoreError::Unreadable(_) | StoreError::Sqlite(_) => {
            "Chưa đọc hoặc ghi được tệp số liệu. Đóng rồi mở lại chương trình; nếu còn lỗi, mở bản sao lưu gần nhất."
                .to_owned()
        }
    }
}

fn layout_failure(error: &LintError) -> &'static str {
    match error {
        LintError::Encrypted => "Tệp này đặt mật khẩu. Bỏ mật khẩu trong Word rồi kiểm tra lại.",
        LintError::OldWord => {
            "Tệp này là Word đời cũ (.doc). Mở bằng Word, lưu thành .docx rồi kiểm tra lại."
        }
        LintError::TooLarge { .. } => "Tệp này quá lớn so với một báo cáo. Bỏ bớt ảnh rồi thử lại.",
        _ => "Chưa đọc được tệp này: không phải Word (.docx), hoặc tệp bị hỏng. Chọn tệp khác.",
    }
}

fn report_failure(error: &ReportError) -> String {
    match error {
        ReportError::MissingGlyph { ch, context } => format!(
            "Phông chữ in không có ký tự “{ch}” ở chỗ “{}”. Sửa ký tự này rồi lập lại báo cáo.",
            short(context)
        ),
        ReportError::Unreadable { .. } => {
            "Chưa đọc được tệp văn bản này. Chọn tệp PDF hoặc Word do chương trình lập, không đặt mật khẩu.".to_owned()
        }
        _ => "Chưa dựng được trang in. Xem lại ảnh kèm theo (chỉ nhận PNG, JPEG dưới 100 triệu điểm ảnh).".to_owned(),
    }
}

fn io_reason(error: &std::io::Error) -> &'static str {
    match error.kind() {
        std::io::ErrorKind::NotFound => "không có tệp hoặc thư mục này",
        std::io::ErrorKind::PermissionDenied | std::io::ErrorKind::ReadOnlyFilesystem => {
            "không có quyền ghi"
        }
        std::io::ErrorKind::StorageFull => "ổ đĩa đầy",
        std::io::ErrorKind::IsADirectory => "đây là một thư mục",
        _ => "hệ thống không cho phép",
    }
}
