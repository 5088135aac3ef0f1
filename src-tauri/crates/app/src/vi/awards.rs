//! Words for awards: labels, counts, what was typed, actions. Money, remarks and proposals have
//! modules of their own.

pub(crate) mod candidates;
pub(crate) mod faults;
pub(crate) mod money;
pub(crate) mod paste;
pub(crate) mod remarks;

use crate::error::AppError;
use crate::units::{capital, printed};
use bc138_domain::{Award, Recipient, Revocation, Share, date};

/// The field of a line's kind.
pub(crate) const KIND: &str = "Loại";
/// The field of a line's form of address.
pub(crate) const HONORIFIC: &str = "Xưng hô";
/// The field of a line's name.
pub(crate) const NAME: &str = "Tên";
/// The field of a person's year of birth.
pub(crate) const BIRTH_YEAR: &str = "Năm sinh";
/// The field of a person's post.
pub(crate) const POST: &str = "Chức vụ";
/// The field of a line's unit.
pub(crate) const UNIT: &str = "Đơn vị";
/// The field of a line's merit.
pub(crate) const MERIT: &str = "Thành tích";
/// The field of earlier honours.
pub(crate) const HOLDS: &str = "Đã có";
/// The field of the money as printed.
pub(crate) const MONEY: &str = "Tiền in trên giấy";
/// The field of the day of a revocation.
pub(crate) const REVOKED_ON: &str = "Ngày thu hồi";
/// The field of the number of a revoking decision.
pub(crate) const REVOKED_BY: &str = "Số quyết định thu hồi";
/// The field of the reason of a revocation.
pub(crate) const REVOKED_WHY: &str = "Lý do thu hồi";
/// The field of the reason of a line that is recorded as printed.
pub(crate) const SIC: &str = "Ghi đúng như nguồn (sic), lý do";
/// A total of the year, in no sum.
pub(crate) const HEADLINE: &str = "là tổng cả năm, không cộng";
/// An award of which nothing is known yet.
const BLANK: &str = "Dòng khen thưởng chưa ghi gì";

/// Heading of the list.
pub(crate) fn title(dossier: &str) -> String {
    format!("Khen thưởng · {dossier}")
}

/// “Tập thể”.
pub(crate) fn kind(kind: Recipient) -> String {
    capital(kind.noun())
}

/// “tập thể, cá nhân”.
pub(crate) fn kinds<'a>(kinds: impl IntoIterator<Item = &'a Recipient>) -> String {
    kinds.into_iter().map(|kind| kind.noun()).collect::<Vec<_>>().join(", ")
}

/// “Bằng khen · Chủ tịch UBND tỉnh Mẫu · số 163/QĐ-UBND ngày 10/01/2024”; `forms` are names.
pub(crate) fn award(award: &Award, forms: &[&str]) -> String {
    let form = award.form_printed.clone().unwrap_or_else(|| forms.join(", "));
    let number = award.decision_number.as_ref().map(|number| format!("số {number}"));
    let day = award.decision_date.map(|day| format!("ngày {}", date::full(day)));
    let decision = [number, day].into_iter().flatten().collect::<Vec<_>>().join(" ");
    let parts = [form, award.authorities.join(", "), decision];
    let known: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    if known.is_empty() { BLANK.to_owned() } else { capital(&known.join(" · ")) }
}

/// “2 tập thể, 1 cá nhân”; things where no recipient is counted: “87 Kỷ niệm chương”.
pub(crate) fn counts(award: &Award) -> String {
    let shares = award.counts();
    let things = award.objects.as_ref().filter(|_| shares.is_empty()).map(|objects| {
        let count = count(objects.count, objects.words.as_deref());
        format!("{count} {}", objects.noun).trim().to_owned()
    });
    shares.iter().map(share).chain(things).collect::<Vec<_>>().join(", ")
}

fn share(share: &Share) -> String {
    let noun = share.noun.clone().unwrap_or_else(|| kinds(&share.kinds));
    format!("{} {noun}", count(share.count, share.words.as_deref())).trim().to_owned()
}

fn count(number: Option<i32>, words: Option<&str>) -> String {
    let number = number.and_then(|number| usize::try_from(number).ok()).map(printed);
    number.or_else(|| words.map(str::to_owned)).unwrap_or_default()
}

/// “Đã thu hồi ngày 05/03/2024, quyết định 12/QĐ: khai man thành tích”.
pub(crate) fn revoked(revocation: Option<&Revocation>) -> String {
    let known = revocation.cloned().unwrap_or_default();
    let day = known.date.map(|day| format!(" ngày {}", date::full(day))).unwrap_or_default();
    let number = known.decision.map(|number| format!(", quyết định {number}")).unwrap_or_default();
    let why = known.reason.map(|reason| format!(": {reason}")).unwrap_or_default();
    format!("Đã thu hồi{day}{number}{why}")
}

/// A locality's share, in no sum.
pub(crate) fn subset(locality: Option<&str>) -> String {
    format!("là phần của {}, không cộng", locality.unwrap_or("địa phương"))
}

/// A recipient in the list of remarks: “Nguyễn Văn Mẫu (Giấy khen · …)”.
pub(crate) fn line(name: &str, award: &str) -> String {
    format!("{name} ({award})")
}

/// The place of a cell in a pasted block.
pub(crate) fn in_block(row: usize, field: &str) -> String {
    format!("Dòng {row} của khối · {field}")
}

/// A recipient was added.
pub(crate) fn added(name: &str) -> String {
    format!("thêm {name} vào danh sách khen thưởng")
}

/// A recipient was changed.
pub(crate) fn edited(name: &str) -> String {
    format!("sửa {name} trong danh sách khen thưởng")
}

/// A recipient was removed.
pub(crate) fn removed(name: &str) -> String {
    format!("xóa {name} khỏi danh sách khen thưởng")
}

/// A block of recipients was pasted.
pub(crate) fn pasted(count: usize) -> String {
    format!("dán {} dòng vào danh sách khen thưởng", printed(count))
}

/// An award or a line was revoked.
pub(crate) fn took_back(what: &str) -> String {
    format!("thu hồi khen thưởng: {what}")
}

/// A revocation was taken back.
pub(crate) fn restored(what: &str) -> String {
    format!("bỏ thu hồi khen thưởng: {what}")
}

/// An award or a line was marked “sic”, or the mark was taken away.
pub(crate) fn marked(what: &str, sic: bool) -> String {
    if sic {
        format!("ghi đúng như nguồn: {what}")
    } else {
        format!("bỏ ghi đúng như nguồn: {what}")
    }
}

/// Why something about awards did not happen.
pub(crate) fn failure(error: &AppError) -> String {
    match error {
        AppError::AwardTables(error) => format!(
            "Bảng quy định khen thưởng bị sai ở tệp {}, dòng {}. Cài lại chương trình.",
            error.file, error.line
        ),
        AppError::AwardSetting(error) => capital(&money::unreadable(error)),
        AppError::Unlawful(unlawful) => faults::refused(unlawful),
        AppError::RevokedBefore { revoked, decided } => format!(
            "Ngày thu hồi ({}) đứng trước ngày quyết định ({}). Kiểm tra lại hai ngày.",
            date::full(*revoked),
            date::full(*decided)
        ),
        AppError::PastedColumn { row, column, text } => format!(
            "Dòng {row} của khối, cột {column}: chưa rõ “{}” là gì. Đặt đầu cột là Tên, Năm sinh, \
             Chức vụ, Đơn vị, Thành tích, Tiền thưởng rồi dán lại.",
            text.chars().take(40).collect::<String>()
        ),
        _ => String::new(),
    }
}
