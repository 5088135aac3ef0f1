//! Words about documents that were compared with the data of today.

use crate::vi::table::stays;
use crate::view::{AwardMoneyRow, DocumentVerdict, FigureLine, FigureState};
use bc138_domain::date;
use bc138_series::{Mark, Stays};
use chrono::NaiveDate;

/// The verdict on a document: its figures counted by what became of them.
pub(crate) fn verdict(dossier: &str, figures: Vec<FigureLine>) -> DocumentVerdict {
    let count = |state| figures.iter().filter(|it| it.state == state).count();
    let (outdated, altered) = (count(FigureState::Outdated), count(FigureState::Altered));
    let mut parts = Vec::new();
    match count(FigureState::Holds) {
        0 if figures.is_empty() => parts.push("nội dung như khi lập".to_owned()),
        0 => {}
        holding => parts.push(format!("{holding} số còn đúng")),
    }
    if outdated > 0 {
        parts.push(format!("{outdated} số nay đã khác"));
    }
    if altered > 0 {
        parts.push(format!("{altered} chỗ bị sửa trong tệp"));
    }
    let summary = format!("{dossier}: {}.", parts.join(", "));
    DocumentVerdict { summary, holds: outdated + altered == 0, figures }
}

/// A figure that no longer holds, in one line.
#[must_use]
pub fn line(figure: &FigureLine) -> String {
    let name = match figure.name.as_str() {
        "" => figure.before.as_str(),
        name => name,
    };
    // Words have no name; they and what they became stand in quotation marks.
    let quoted = |text: &str| match figure.name.is_empty() && !text.is_empty() {
        true => format!("“{text}”"),
        false => text.to_owned(),
    };
    let (written, now) = (quoted(&figure.written), quoted(&figure.now));
    match (figure.state, now.as_str()) {
        (FigureState::Holds, _) => format!("{name}: {written}"),
        (FigureState::Outdated, "") => format!("{name}: đã ghi {written}, nay không còn số này"),
        (FigureState::Outdated, now) => format!("{name}: đã ghi {written}, nay là {now}"),
        (FigureState::Altered, now) if written.is_empty() => format!("{name}: tệp ghi thêm {now}"),
        (FigureState::Altered, "") => format!("{name}: đã ghi {written}, tệp đã bỏ"),
        (FigureState::Altered, now) => format!("{name}: đã ghi {written}, tệp bị sửa thành {now}"),
    }
}

/// A number that comes from the table of units.
pub(crate) const ENTERED: &str = "Nhập ở bảng số liệu các đơn vị";
/// A number of units that nobody entered.
pub(crate) const NOT_ENTERED: &str = "Chưa đơn vị nào có số này trong bảng số liệu các đơn vị";
/// Money of an award of which something needed for it is not known.
pub(crate) const NO_MONEY: &str = "Chưa đủ căn cứ để tính tiền thưởng";
/// A count of recipients that were listed by name.
pub(crate) const COUNTED: &str = "Đếm theo danh sách đã nhập ở bước 5";

/// The borders that a number of units is shown on.
pub(crate) fn borders(day: Option<NaiveDate>) -> String {
    let on = |day| format!("Quy đổi theo địa giới ngày {}", date::full(day));
    day.map_or_else(|| "Như đã báo cáo, theo địa giới của kỳ đó".to_owned(), on)
}

/// How a number came to other borders from so many units.
pub(crate) fn carried(mark: Mark, of: usize) -> String {
    match mark {
        Mark::Exact => ENTERED.to_owned(),
        Mark::Restated => format!("Quy đổi: cộng trọn số của {of} đơn vị khi báo cáo"),
        Mark::Estimated => "Quy đổi: có phần chia theo tỷ lệ, nên là số ước tính".to_owned(),
        Mark::Partial { reported, of } => {
            format!("Quy đổi: mới có số của {reported}/{of} đơn vị, số đúng ít nhất bằng số này")
        }
    }
}

/// Why there is no number on other borders.
pub(crate) fn not_carried(why: Option<Stays>) -> String {
    why.map_or_else(
        || "Không có số nào để quy đổi".to_owned(),
        |why| format!("Không quy đổi được, vì {}", stays(why)),
    )
}

/// Where a typed number stands.
pub(crate) fn typed(step: i32) -> String {
    format!("Nhập ở bước {step}")
}

/// The name of a computed number.
pub(crate) fn derived(what: &str, of: &str) -> String {
    let what = match what {
        "rate" => "Tỷ lệ",
        "points" | "difference" => "Tăng, giảm",
        "growth" => "Tỷ lệ tăng, giảm",
        "approximate" => "Số nói tròn",
        "reading" => "Cách đọc",
        "years" => "Cộng các năm",
        _ => "Số tính từ",
    };
    if of.is_empty() { what.to_owned() } else { format!("{of} · {what}") }
}

/// The name of one number of a fraction.
pub(crate) fn part(what: &str, of: &str) -> String {
    let what = match what {
        "total" => "Tổng số",
        "rate" => "Tỷ lệ",
        _ => "Số đạt",
    };
    if of.is_empty() { what.to_owned() } else { format!("{of} · {what}") }
}

/// How one number of a fraction is made, behind how the fraction is made.
pub(crate) fn part_made(what: &str, made: &str) -> String {
    let what = match what {
        "total" => "tổng số",
        "rate" => "số đạt chia cho tổng số, nhân 100",
        _ => "số đạt",
    };
    format!("{made}; ở đây là {what}")
}

/// A year in the name of a number.
pub(crate) fn year(year: i32) -> String {
    format!("năm {year}")
}

/// How a computed number is made.
pub(crate) fn derivation(what: &str, value: &str) -> String {
    match what {
        "rate" => format!("Số đạt chia cho tổng số, nhân 100: {value}"),
        "points" => "Tỷ lệ kỳ này trừ tỷ lệ cùng kỳ trước (điểm phần trăm)".to_owned(),
        "difference" => format!("Số kỳ này ({value}) trừ số cùng kỳ trước"),
        "growth" => "Phần tăng, giảm chia cho số cùng kỳ trước, nhân 100".to_owned(),
        "reading" => format!("Viết bằng chữ, số là {value}"),
        "approximate" => format!("Làm tròn để nói, số đúng là {value}"),
        "years" => format!("Cộng số của các năm trong kỳ; năm đầu là {value}"),
        _ => format!("Tính từ {value}"),
    }
}

/// “Cộng 65 xã, phường: 1.686/1.727”.
pub(crate) fn sum(count: u32, nouns: &[&str], value: &str) -> String {
    let count = crate::units::printed(count as usize);
    format!("Cộng {count} {}: {value}", nouns.join(", "))
}

/// An award, and what of it.
pub(crate) fn award(title: &str, what: &str) -> String {
    match what {
        "money" => format!("{title} · Tiền thưởng"),
        "form" => format!("{title} · Hình thức"),
        "collectives" => format!("{title} · Tập thể"),
        "persons" => format!("{title} · Cá nhân"),
        "households" => format!("{title} · Hộ gia đình"),
        "together" => format!("{title} · Tập thể, cá nhân"),
        "objects" => format!("{title} · Số lượng"),
        "decision" => format!("{title} · Quyết định"),
        "name" => format!("{title} · Người, đơn vị được tặng"),
        "decision_number" => format!("{title} · Số quyết định"),
        "decision_date" => format!("{title} · Ngày quyết định"),
        _ => title.to_owned(),
    }
}

/// How reward money is made, by kind of recipient.
pub(crate) fn money(rows: &[AwardMoneyRow]) -> String {
    let row = |row: &AwardMoneyRow| format!("{} {}: {}", row.count, row.recipient, row.formula);
    rows.iter().map(row).collect::<Vec<_>>().join("; ")
}
