//! Words for broken legal rules.

use crate::awards::{Names, Unlawful};
use bc138_awards::lawful::{Fault, Violation, Weight};
use bc138_domain::date;

/// The title of a broken rule.
pub(crate) const fn title(fault: &Fault) -> &'static str {
    match fault {
        Fault::RecipientNotAllowed { .. } => "Đối tượng nhận trái quy định",
        Fault::AuthorityNotEntitled { .. } => "Cấp khen không có thẩm quyền",
        Fault::AuthorityNotInOffice { .. } => "Cấp khen không còn vào ngày quyết định",
        Fault::SecondTime { .. } => "Nhận lần thứ hai hình thức chỉ tặng một lần",
        Fault::HoldsHonour { .. } => "Đã có hình thức loại trừ",
        Fault::UnitKindEnded { .. } => "Loại đơn vị không còn vào ngày quyết định",
        Fault::DecidedAfterEvent { .. } => "Quyết định ký sau hội nghị",
        Fault::DecidedBeforeMerit { .. } => "Quyết định ký trước năm thành tích",
    }
}

/// What is not lawful.
pub(crate) fn fault(fault: &Fault, names: &Names) -> String {
    match fault {
        Fault::RecipientNotAllowed { forms, recipient } => {
            format!("{} không tặng cho {}", names.all(forms), recipient.noun())
        }
        Fault::AuthorityNotEntitled { forms, authority } => {
            format!("{} không có thẩm quyền tặng {}", names.name(authority), names.all(forms))
        }
        Fault::AuthorityNotInOffice { authority, until } => match until {
            Some(until) => {
                format!("{} chỉ có đến ngày {}", names.name(authority), date::full(*until))
            }
            None => format!("{} không có vào ngày quyết định", names.name(authority)),
        },
        Fault::SecondTime { earlier, likeness } => {
            let likely =
                if *likeness < bc138_awards::identity::CERTAIN { "có thể " } else { "" };
            format!("{likely}đã nhận hình thức này, vốn chỉ tặng một lần: {}", names.line(*earlier))
        }
        Fault::HoldsHonour { honour } => {
            format!("người đã có {} không nhận hình thức này", names.name(honour))
        }
        Fault::UnitKindEnded { noun, since } => match since {
            Some(since) => format!("không còn {noun} từ ngày {}", date::full(*since)),
            None => format!("không còn {noun}"),
        },
        Fault::DecidedAfterEvent { decision, event } => format!(
            "quyết định ngày {}, hội nghị ngày {}",
            date::full(*decision),
            date::full(*event)
        ),
        Fault::DecidedBeforeMerit { decision, merit_year } => {
            format!("quyết định ngày {}, thành tích năm {merit_year}", date::full(*decision))
        }
    }
}

/// What to do about it.
pub(crate) const fn todo(fault: &Fault) -> &'static str {
    match fault {
        Fault::RecipientNotAllowed { .. } => "Sửa loại đối tượng hoặc hình thức.",
        Fault::AuthorityNotEntitled { .. } => "Sửa cấp khen hoặc hình thức.",
        Fault::AuthorityNotInOffice { .. } => "Sửa cấp khen hoặc ngày quyết định.",
        Fault::SecondTime { .. } => "Đối chiếu hai người; nếu là một, bỏ dòng này.",
        Fault::HoldsHonour { .. } => "Kiểm tra lại ô “Đã có”, hoặc bỏ dòng này.",
        Fault::UnitKindEnded { .. } => "Ghi tên đơn vị mới, hoặc sửa ngày quyết định.",
        Fault::DecidedAfterEvent { .. } | Fault::DecidedBeforeMerit { .. } => {
            "Kiểm tra lại ngày quyết định."
        }
    }
}

/// A violation at its place: “Nguyễn Văn Mẫu: Cờ thi đua không tặng cho cá nhân (…).”
pub(crate) fn violation(place: &str, violation: &Violation, names: &Names) -> String {
    format!("{place}: {} ({}).", fault(&violation.fault, names), violation.article)
}

/// What to do, with the way out for a source that printed it so.
pub(crate) fn way_out(violation: &Violation) -> String {
    match &violation.weight {
        Weight::Noted { reason } => format!("Giữ đúng như nguồn: {reason}."),
        Weight::Warned => todo(&violation.fault).to_owned(),
        Weight::Refused => format!("{} {SIC_WAY}", todo(&violation.fault)),
    }
}

const SIC_WAY: &str = "Nếu nguồn đã in như vậy, chọn “ghi đúng như nguồn (sic)” và ghi lý do.";

/// Why an entry was not taken.
pub(crate) fn refused(unlawful: &Unlawful) -> String {
    let row = unlawful.row.map(|row| format!("Dòng {row} của khối, ")).unwrap_or_default();
    let place = format!("{row}{}", unlawful.recipient);
    let Unlawful { violation: broken, names, .. } = unlawful;
    format!("{} {}", violation(&place, broken, names), way_out(broken))
}
