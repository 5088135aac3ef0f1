//! Words for duplicates and for statements that differ.

use crate::awards::Names;
use bc138_awards::count::{Cell, Excess, Tally};
use bc138_awards::duplicate::{Duplicate, Extent};
use bc138_awards::identity::Why;
use bc138_domain::Fixed;

/// The title of a likely double.
pub(crate) const fn duplicate_title(extent: Extent) -> &'static str {
    match extent {
        Extent::SameDecision => "Trùng trong một quyết định",
        Extent::SameForm => "Trùng hình thức trong một năm",
        Extent::SameYear => "Nhận hai hình thức trong một năm",
        Extent::OtherYear => "Đã được khen ở năm khác",
    }
}

/// The two lines, with what speaks for it.
pub(crate) fn duplicate(found: &Duplicate, names: &Names) -> String {
    let why: Vec<&str> = found.why.iter().map(|why| reason(*why)).collect();
    let sure = match found.likeness {
        bc138_awards::identity::CERTAIN.. => "Chắc là một",
        _ => "Có thể là một",
    };
    format!("{sure}: {} và {}; {}.", names.line(found.a), names.line(found.b), why.join(", "))
}

/// Awards of other years of one recipient, with why they are taken for the same where that is more
/// than name and unit.
pub(crate) fn other_years(own: &str, others: &[(String, &Vec<Why>)]) -> String {
    const TOLD: usize = 4;
    let told = others.iter().take(TOLD).map(|(other, why)| {
        let plain = |why: &&Why| matches!(why, Why::SameName | Why::SameUnit | Why::SamePost);
        let special: Vec<&str> = why.iter().filter(|it| !plain(it)).map(|it| reason(*it)).collect();
        match special.is_empty() {
            true => other.clone(),
            false => format!("{other}, {}", special.join(", ")),
        }
    });
    let told = told.collect::<Vec<_>>().join("; ");
    let more = others.len().saturating_sub(TOLD);
    let more = if more > 0 { format!("; và {more} lần khác") } else { String::new() };
    format!("{own} đã được khen: {told}{more}.")
}

const fn reason(why: Why) -> &'static str {
    match why {
        Why::SameName => "cùng tên",
        Why::NameWithoutDiacritics => "cùng tên, một bên gõ không dấu",
        Why::NameDiffersInDiacritics => "tên chỉ khác dấu",
        Why::SameUnit => "cùng đơn vị",
        Why::UnitSucceeded => "đơn vị đã đổi tên hoặc sáp nhập",
        Why::UnitRetyped => "đơn vị cùng tên, khác loại",
        Why::UnitUnknown => "có bên chưa ghi đơn vị",
        Why::UnitDiffers => "khác đơn vị",
        Why::SamePost => "cùng chức vụ",
        Why::SameBirthYear => "cùng năm sinh",
    }
}

/// What to do about a likely double.
pub(crate) const fn duplicate_todo(extent: Extent) -> &'static str {
    match extent {
        Extent::SameDecision => {
            "Nếu là một, xóa một dòng; nếu không, ghi thêm năm sinh hoặc đơn vị."
        }
        Extent::SameForm | Extent::SameYear => {
            "Đối chiếu hai quyết định; nếu là hai người, ghi thêm năm sinh hoặc đơn vị."
        }
        Extent::OtherYear => "Chỉ để biết khi xét; không cần sửa.",
    }
}

/// Counts that were typed beside a list.
pub(crate) const TYPED_TITLE: &str = "Số lượng không khớp danh sách";
/// What to do about it.
pub(crate) const TYPED_TODO: &str =
    "Bổ sung danh sách, hoặc sửa ô số lượng; báo cáo in theo danh sách.";

/// Typed counts and the list.
pub(crate) fn typed(typed: &[(Cell, Tally)], listed: &[(Cell, Tally)], names: &Names) -> String {
    format!("Ô số lượng ghi {}; danh sách có {}.", cells(typed, names), cells(listed, names))
}

/// A total of the year that is not the sum of the awards.
pub(crate) const HEADLINE_TITLE: &str = "Tổng cả năm không khớp các dòng";
/// What to do about it.
pub(crate) const HEADLINE_TODO: &str =
    "Nếu tổng gồm cả khen thưởng ngoài hội nghị thì giữ; nếu không, bổ sung dòng còn thiếu.";

/// A stated total and the awards.
pub(crate) fn headline(stated: &[(Cell, Tally)], sum: &[(Cell, Tally)], names: &Names) -> String {
    format!("Tổng cả năm nêu {}; các dòng có {}.", cells(stated, names), cells(sum, names))
}

/// A locality's share that is larger than its whole.
pub(crate) const EXCESS_TITLE: &str = "Phần của địa phương lớn hơn số chung";
/// What to do about it.
pub(crate) const EXCESS_TODO: &str = "Kiểm tra lại hai số, và dòng mà phần này thuộc về.";

/// The share and its whole.
pub(crate) fn excess(found: &Excess, share: &str, whole: &str) -> String {
    let kinds = super::kinds(&found.recipients);
    let (part, all) = (number(found.share), number(found.total));
    format!("{share}: {part} {kinds}, trong khi {whole} có {all}.")
}

/// “5 cá nhân (Bằng khen · Chủ tịch UBND tỉnh)”, or that there is nothing.
fn cells(cells: &[(Cell, Tally)], names: &Names) -> String {
    let one = |(cell, tally): &(Cell, Tally)| {
        let kinds = super::kinds(&cell.recipients);
        let about = about(cell, names);
        let about = if about.is_empty() { about } else { format!(" ({about})") };
        format!("{} {kinds}{about}", tally_text(tally))
    };
    let all: Vec<String> = cells.iter().map(one).collect();
    let sum = cells.iter().map(|(_, tally)| tally.number).sum();
    match all.as_slice() {
        [] => "không có".to_owned(),
        [one] => one.clone(),
        many => format!("{}, gồm {}", number_text(sum), many.join(", ")),
    }
}

/// “Bằng khen · Chủ tịch UBND tỉnh, thành phố”; nothing where the statement says neither.
pub(crate) fn about(cell: &Cell, names: &Names) -> String {
    let parts = [names.all(&cell.forms), names.all(&cell.authorities)];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
}

/// “3”, “nhiều”, “3 và nhiều”.
pub(crate) fn tally_text(tally: &Tally) -> String {
    match (tally.number, tally.in_words) {
        (number, 0) => number_text(number),
        (0, _) => "nhiều".to_owned(),
        (number, _) => format!("{} và nhiều", number_text(number)),
    }
}

fn number_text(value: i64) -> String {
    number(value).to_string()
}

fn number(value: i64) -> Fixed {
    Fixed::from_int(value).unwrap_or_default()
}

/// Why a finding about awards matters.
pub(crate) fn why(code: &str) -> &'static str {
    match code {
        "A.01" | "A.02" => "Một người, một tập thể tính hai lần làm sai số khen thưởng.",
        "A.05" => "Báo cáo in số theo danh sách, người đọc đối chiếu được ngay.",
        _ => "Quyết định trái quy định có thể bị hủy, tiền thưởng bị thu hồi.",
    }
}

/// Reasons that are often given for a warning about awards.
pub(crate) fn usual_reasons(code: &str) -> &'static [&'static str] {
    match code {
        "A.01" | "A.02" => &["hai người trùng tên", "đúng như quyết định"],
        "A.05" => &["danh sách chưa nhập đủ"],
        _ => &[],
    }
}
