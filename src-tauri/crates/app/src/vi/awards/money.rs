//! Words for reward money: how it was computed, where its values come from, what is missing.

use crate::awards::Names;
use crate::units::printed;
use crate::view::MoneySource;
use bc138_awards::key::{self, UnreadableSetting};
use bc138_awards::money::{Money, MoneyError, Source};
use bc138_awards::own::Unfit;
use bc138_awards::rounding::{Direction, Rounding};
use bc138_domain::{Fixed, date};

/// “0,3 × 2.340.000 = 702.000, làm tròn lên hàng 10.000 thành 710.000 đồng”.
pub(crate) fn formula(money: &Money) -> String {
    let product = format!("{} × {} = {}", money.coefficient, money.base, money.exact);
    match rounding(money.rounding).filter(|_| money.amount != money.exact) {
        Some(how) => format!("{product}, {how} thành {} đồng", money.amount),
        None => format!("{product} đồng"),
    }
}

fn rounding(rounding: Rounding) -> Option<String> {
    let Rounding::To { direction, step } = rounding else { return None };
    let way = match direction {
        Direction::Up => "lên",
        Direction::Down => "xuống",
        Direction::Nearest => "đến",
    };
    let step = Fixed::from_int(step).unwrap_or_default();
    Some(format!("làm tròn {way} hàng {step}"))
}

/// Where a value comes from.
pub(crate) fn source(source: &Source) -> MoneySource {
    match source {
        Source::Law { article, confirmed, note } => {
            MoneySource { text: article.clone(), unverified: unverified(*confirmed, note) }
        }
        Source::Setting { key } => MoneySource {
            text: format!("thiết lập của đơn vị: {}", setting(key)),
            unverified: None,
        },
    }
}

/// What is not verified in a value of the tables; nothing when its article was read.
pub(crate) fn unverified(confirmed: bool, note: &str) -> Option<String> {
    (!confirmed).then(|| match note.is_empty() {
        true => "chưa xác minh".to_owned(),
        false => format!("chưa xác minh: {note}"),
    })
}

/// Why a setting does not take a value.
pub(crate) fn unfit(unfit: &Unfit) -> String {
    match unfit {
        Unfit::NotPositive => {
            "Ô này nhận số lớn hơn 0, nhiều nhất ba chữ số thập phân. Ví dụ 1,5 hoặc 2.530.000."
                .to_owned()
        }
        Unfit::AboveBound { most, article } => {
            format!("Nhiều nhất {most} ({article}). Gõ số không quá mức này.")
        }
        Unfit::NotWhole { least, most } => {
            format!("Ô này nhận số nguyên từ {least} đến {most}. Gõ lại số, không kèm chữ.")
        }
        Unfit::NotPercent => "Ô này nhận phần trăm lớn hơn 0, nhiều nhất 100. Ví dụ 80.".to_owned(),
        Unfit::NotRounding => {
            "Chưa đọc được cách làm tròn. Gõ “lên 10.000”, “xuống 10.000”, “gần nhất 10.000” hoặc \
             “giữ nguyên”."
                .to_owned()
        }
    }
}

/// A setting by its name; coefficients of single forms go by their key.
fn setting(key: &str) -> String {
    match key {
        key::BASE_SALARY => "mức lương cơ sở".to_owned(),
        key::ROUNDING => "cách làm tròn".to_owned(),
        other => format!("“{other}”"),
    }
}

/// What is missing for the money: the sentence, and the award's field where it is entered.
pub(crate) fn missing(error: &MoneyError, names: &Names) -> (String, Option<&'static str>) {
    let (text, field) = match error {
        MoneyError::NoDecisionDate => {
            ("thiếu ngày quyết định. Điền “Ngày quyết định”.".to_owned(), Some("decision_date"))
        }
        MoneyError::UnknownForm(_) => {
            ("chưa rõ hình thức vào ngày quyết định. Chọn “Hình thức”.".to_owned(), Some("form"))
        }
        MoneyError::SeveralForms => {
            ("một số gộp nhiều hình thức. Tách mỗi hình thức một dòng.".to_owned(), Some("form"))
        }
        MoneyError::ClassMissing { .. } => {
            ("thiếu hạng huân chương. Chọn “Hạng huân chương”.".to_owned(), Some("medal_class"))
        }
        MoneyError::UnknownAuthority(authorities) => (authority(authorities), Some("authorities")),
        MoneyError::MergedRecipients => (
            "tập thể và cá nhân gộp chung một số. Tách riêng, hoặc nhập danh sách.".to_owned(),
            Some("together"),
        ),
        MoneyError::Uncounted => (
            "số lượng chỉ ghi bằng chữ. Nhập danh sách, hoặc ghi số.".to_owned(),
            Some("collectives"),
        ),
        other => (unset(other, names), None),
    };
    (format!("Chưa tính được tiền: {text}"), field)
}

fn authority(authorities: &[String]) -> String {
    match authorities {
        [] => "thiếu cấp khen. Điền “Cấp khen”.".to_owned(),
        [one] => format!("chưa nhận ra cấp khen “{one}”. Sửa “Cấp khen” cho đúng tên gọi."),
        _ => "một số gộp nhiều cấp khen. Tách mỗi cấp một dòng.".to_owned(),
    }
}

/// What no field of the dossier holds: the law's tables and the office's settings.
fn unset(error: &MoneyError, names: &Names) -> String {
    match error {
        MoneyError::NoCoefficient { key, day } => format!(
            "không có hệ số cho {} vào ngày {}. Kiểm tra đối tượng và ngày, hoặc đặt hệ số ở Thiết lập.",
            of_key(key, names),
            date::full(*day)
        ),
        MoneyError::NoMultiplier { key, day } => format!(
            "không có mức cho {} vào ngày {}. Kiểm tra đối tượng và ngày, hoặc đặt mức ở Thiết lập.",
            of_key(key, names),
            date::full(*day)
        ),
        MoneyError::OnlyUpperBound { key, most, article } => format!(
            "hệ số của {} do cấp khen định, nhiều nhất {most} ({article}). Đặt hệ số ở Thiết lập.",
            of_key(key, names)
        ),
        MoneyError::AboveBound { key, given, most, article } => format!(
            "hệ số đã đặt của {} là {given}, nhiều nhất {most} ({article}). Sửa ở Thiết lập.",
            of_key(key, names)
        ),
        MoneyError::NoBaseSalary { day } => format!(
            "chưa có mức lương cơ sở ngày {}. Đặt mức lương cơ sở ở Thiết lập.",
            date::full(*day)
        ),
        MoneyError::NoRounding { day } => format!(
            "chưa có cách làm tròn ngày {}. Đặt cách làm tròn ở Thiết lập.",
            date::full(*day)
        ),
        MoneyError::Setting(setting) => unreadable(setting),
        _ => "số tiền vượt quá mức ghi được. Kiểm tra hệ số và số lượng.".to_owned(),
    }
}

/// A setting that cannot be read.
pub(crate) fn unreadable(error: &UnreadableSetting) -> String {
    format!(
        "thiết lập {} ghi “{}”, chưa đọc được. Sửa ở Thiết lập.",
        setting(&error.key),
        error.value
    )
}

/// “Giấy khen, hộ gia đình” of the key of a coefficient or multiplier.
fn of_key(key: &str, names: &Names) -> String {
    let parts = key.split('.').skip(2).filter(|part| names.knows(part));
    parts.map(|part| names.name(part)).collect::<Vec<_>>().join(", ")
}

/// What the total of the list leaves out, and what in it is not verified.
pub(crate) fn total_note(missing: usize, unconfirmed: bool) -> Option<String> {
    let left_out =
        (missing > 0).then(|| format!("chưa gồm {} dòng chưa đủ dữ liệu", printed(missing)));
    let assumed = unconfirmed.then(|| "có mức chưa xác minh".to_owned());
    let notes: Vec<String> = [left_out, assumed].into_iter().flatten().collect();
    (!notes.is_empty()).then(|| notes.join("; "))
}

/// Money that the source printed otherwise.
pub(crate) fn printed_otherwise(printed: Fixed, computed: Fixed) -> String {
    format!(
        "Giấy in {printed} đồng, tính ra {computed} đồng. Kiểm tra ngày quyết định và hình thức; \
         số in vẫn giữ nguyên."
    )
}
