//! Words for the table of units, its totals and series over years.

use crate::compose::uncapitalise;
use crate::field::usual_nature;
use crate::table::Scene;
use crate::units::printed;
use crate::view::{Direction, SheetTotal, Suspect};
use bc138_checks::SlipKind;
use bc138_checks::paper::Suspect as Found;
use bc138_domain::{Catalogue, Fixed, Indicator, Measure, Nature, Target, date, text};
use bc138_series::{
    Achievement, Additivity, Change, Comparison, Remainder, Seam, Stays, Total, Why,
};
use bc138_units::{Reason, Registry};
use chrono::NaiveDate;

/// The group that is shown first.
pub const FIRST_GROUP: &str = "standard";
/// The field of a paper's total.
pub const PAPER: &str = "Cộng trên giấy";
/// Why cells cannot be typed into.
pub const LENS_LOCKED: &str =
    "Đang xem theo địa giới khác nên không sửa ở đây. Chọn “Như đã báo cáo” để sửa.";
/// The choice of a whole province.
pub const WHOLE: &str = "Toàn tỉnh";
/// Between windows that cannot be put together.
pub const SEAMS: &str = "không gộp được: các kỳ hở hoặc chồng nhau";

/// The column of all kinds together, beside columns of kinds.
const ALL_KINDS: &str = "Tổng số";

/// The kinds of an indicator as a choice below its name: “theo kênh cung cấp tin”.
#[must_use]
pub fn by_dimension(name: &str) -> String {
    format!("theo {}", uncapitalise(name))
}

/// What a measure counts: “Nguồn tin Nhân dân cung cấp (Zalo)”.
#[must_use]
pub fn measure(catalogue: &Catalogue, indicator: &Indicator, measure: &Measure) -> String {
    let kinds = kinds(catalogue, indicator, measure);
    match kinds.is_empty() {
        true => indicator.name.clone(),
        false => format!("{} ({})", indicator.name, kinds.join(", ")),
    }
}

/// The same below a heading that names the indicator.
#[must_use]
pub fn part(catalogue: &Catalogue, indicator: &Indicator, measure: &Measure) -> String {
    let kinds = kinds(catalogue, indicator, measure);
    match kinds.is_empty() {
        true => ALL_KINDS.to_owned(),
        false => text::capitalise(&kinds.join(", ")),
    }
}

/// The kinds a measure counts, and how it differs from the usual numbers of its indicator.
fn kinds<'a>(
    catalogue: &'a Catalogue,
    indicator: &Indicator,
    measure: &'a Measure,
) -> Vec<&'a str> {
    let other = measure.nature != usual_nature(indicator);
    let nature = other.then(|| nature(measure.nature));
    catalogue.kind_names(&measure.categories).into_iter().chain(nature).collect()
}

/// What tells numbers of one nature from the usual ones.
pub(crate) const fn nature(nature: Nature) -> &'static str {
    match nature {
        Nature::Stock => "hiện có, duy trì",
        Nature::Flow => "trong kỳ",
        Nature::New => "xây dựng mới",
        Nature::Cumulative => "lũy kế",
    }
}

/// Why a year's cells cannot be typed into.
#[must_use]
pub fn closed(year: i32) -> String {
    format!("Năm {year} đã khóa sổ. Muốn sửa, mở lại sổ và ghi lý do.")
}

/// Heading of the table.
#[must_use]
pub fn title(province: &str, year: i32) -> String {
    format!("{province} · năm {year}")
}

/// Below the heading.
#[must_use]
pub fn subtitle(units: usize, day: NaiveDate) -> String {
    format!("{} đơn vị theo địa giới ngày {}", printed(units), date::full(day))
}

/// “168/170 đơn vị”.
#[must_use]
pub fn coverage(total: &Total) -> String {
    format!("{}/{}", total.reported, total.expected)
}

/// The foot of a column without any number.
#[must_use]
pub fn blank_total(units: usize) -> SheetTotal {
    SheetTotal { reported: format!("0/{units} đơn vị"), ..empty_total() }
}

const fn empty_total() -> SheetTotal {
    SheetTotal {
        text: String::new(),
        rate: String::new(),
        reported: String::new(),
        note: None,
        stated: String::new(),
        difference: String::new(),
        suspects: Vec::new(),
    }
}

/// The foot of a column.
#[must_use]
pub fn total(total: &Total) -> SheetTotal {
    SheetTotal {
        text: amount(total),
        rate: rate(total),
        reported: format!("{} đơn vị", coverage(total)),
        note: note(total),
        ..empty_total()
    }
}

/// The sum as it is printed.
#[must_use]
pub fn amount(total: &Total) -> String {
    match (total.value, total.total) {
        (Some(value), Some(all)) => format!("{value}/{all}"),
        (Some(value), None) => value.to_string(),
        _ => String::new(),
    }
}

/// The percentage of a ratio.
#[must_use]
pub fn rate(total: &Total) -> String {
    total.rate(1).map(|rate| format!("{rate}%")).unwrap_or_default()
}

/// What has to be said beside a sum, or in its place.
fn note(total: &Total) -> Option<String> {
    let mut notes = Vec::new();
    match total.additivity {
        Additivity::DistinctNames => {
            notes.push("không cộng: một loại ở nhiều đơn vị vẫn là một loại".to_owned());
        }
        Additivity::NotAdded => notes.push("không cộng giữa các đơn vị".to_owned()),
        Additivity::OutOfRange => notes.push("tổng vượt quá mức ghi được".to_owned()),
        _ => {}
    }
    let counts = [
        (total.in_words, "đơn vị chỉ ghi bằng chữ"),
        (total.qualified, "đơn vị ghi gần đúng"),
        (total.estimates, "số ước tính"),
        (total.unallocated, "số chưa phân bổ được"),
    ];
    notes.extend(
        counts.into_iter().filter(|(n, _)| *n > 0).map(|(n, words)| format!("{n} {words}")),
    );
    (!notes.is_empty()).then(|| notes.join("; "))
}

/// Paper less sum: “thiếu 27”, “thừa 9”.
#[must_use]
pub fn difference(difference: Fixed) -> String {
    let size = Fixed::from_thousandths(difference.thousandths().abs());
    match difference.thousandths() {
        0 => String::new(),
        d if d > 0 => format!("thiếu {size}"),
        _ => format!("thừa {size}"),
    }
}

/// A cell that a total points at.
#[must_use]
pub(crate) fn suspect(scene: &Scene, found: &Found, is_total: bool) -> Suspect {
    let typed = found.typed.map(|value| value.to_string()).unwrap_or_default();
    let part = if is_total { " (ở tổng số)" } else { "" };
    let other = found.other.and_then(|row| scene.rows.get(row)).copied();
    let other = other.map(|unit| scene.registry.label(unit, scene.day)).unwrap_or_default();
    let why = match found.kind {
        SlipKind::Transposed => "hai chữ số đổi chỗ".to_owned(),
        SlipKind::TimesTen => "thừa hoặc thiếu một số 0".to_owned(),
        SlipKind::TimesHundred => "thừa hoặc thiếu hai số 0".to_owned(),
        SlipKind::TimesThousand => "thừa hoặc thiếu ba số 0 (dấu chấm hàng nghìn)".to_owned(),
        SlipKind::DigitWrong => "gõ nhầm một chữ số".to_owned(),
        SlipKind::DigitMissing => "thiếu một chữ số".to_owned(),
        SlipKind::DigitExtra => "thừa một chữ số".to_owned(),
        SlipKind::SignLost => "mất dấu trừ".to_owned(),
        SlipKind::RowShifted => format!("lệch dòng, đến {other}"),
        SlipKind::SwappedCells => format!("đổi chỗ với {other}"),
        SlipKind::SwappedColumns => "đổi chỗ hai cột".to_owned(),
        SlipKind::NotTyped => "chưa nhập".to_owned(),
    };
    Suspect::at(scene, found.row, (typed, found.likely.to_string()), format!("{why}{part}"))
}

/// A number that was not carried over, and why.
#[must_use]
pub fn remainder(registry: &Registry, it: &Remainder, day: NaiveDate) -> String {
    let label = registry.full_label(it.unit, day);
    let number = crate::table::slot_text(Some(it.slot));
    format!("{label}: {number} không quy đổi được, vì {}.", stays(it.why))
}

/// Why a number was not carried over.
#[must_use]
pub const fn stays(why: Stays) -> &'static str {
    match why {
        Stays::Unallocated(Reason::NoShares) => "bị chia, chưa chọn cách phân bổ",
        Stays::Unallocated(Reason::NotRestated) => "bị chia, đã chọn không phân bổ",
        Stays::Unallocated(Reason::Merged) => "gộp từ nhiều đơn vị, không tách ngược được",
        Stays::Unallocated(Reason::LevelEnded) => "cấp huyện đã kết thúc",
        Stays::Unallocated(Reason::PartAbolished) => "một phần đã giải thể",
        Stays::Unallocated(Reason::OutOfRange) | Stays::OutOfRange => "số vượt quá mức ghi được",
        Stays::Gone => "không còn đơn vị nhận",
        Stays::NotOnDay => "không có vào ngày chốt",
        Stays::InWords => "chỉ ghi bằng chữ",
        Stays::WithoutTotal => "thiếu tổng số",
        Stays::NotAdditive => "loại số này không cộng",
    }
}

/// A change in words, and its direction.
#[must_use]
pub fn change(registry: &Registry, comparison: &Comparison, day: NaiveDate) -> (String, Direction) {
    match comparison {
        Comparison::Change(change) => changed(change),
        Comparison::NotComparable { why } => {
            let why = why_not(registry, why, day);
            (format!("không so sánh được: {why}"), Direction::None)
        }
    }
}

fn changed(change: &Change) -> (String, Direction) {
    use bc138_series::Direction as D;
    let size = Fixed::from_thousandths(change.value.thousandths().abs());
    let signed = |value: Fixed| {
        let sign = if value.thousandths() > 0 { "+" } else { "" };
        format!("{sign}{value}")
    };
    let detail = match (change.points, change.percent) {
        (Some(points), _) => format!(" ({} điểm %)", signed(points)),
        (None, Some(percent)) => format!(" ({}%)", signed(percent)),
        _ => String::new(),
    };
    let estimated = if change.estimated { ", ước tính" } else { "" };
    match change.direction {
        D::Up => (format!("tăng {size}{detail}{estimated}"), Direction::Up),
        D::Down => (format!("giảm {size}{detail}{estimated}"), Direction::Down),
        D::Same => (format!("bằng{detail}{estimated}"), Direction::Same),
    }
}

fn why_not(registry: &Registry, why: &Why, day: NaiveDate) -> String {
    match why {
        Why::Window => "hai kỳ dài ngắn khác nhau".to_owned(),
        Why::Territory { changed } => {
            let first: Vec<String> =
                changed.iter().take(2).map(|unit| registry.label(*unit, day)).collect();
            format!("địa giới khác nhau ({} đơn vị, như {})", changed.len(), first.join(", "))
        }
        Why::Definition { day } => format!("cách tính đổi từ {}", date::full(*day)),
        Why::Missing { now, before } => format!(
            "thiếu báo cáo ({}/{} và {}/{} đơn vị)",
            now.reported, now.expected, before.reported, before.expected
        ),
        Why::Qualified => "có số gần đúng hoặc bằng chữ".to_owned(),
        Why::NoSum => "không có tổng".to_owned(),
    }
}

/// A gap or overlap between windows.
#[must_use]
pub fn seam(seam: &Seam) -> String {
    match seam {
        Seam::Gap(span) => format!("hở từ {} đến {}", date::full(span.from), date::full(span.to)),
        Seam::Overlap(span) => {
            format!("chồng từ {} đến {}", date::full(span.from), date::full(span.to))
        }
        Seam::Outside(span) => {
            format!("ngoài kỳ từ {} đến {}", date::full(span.from), date::full(span.to))
        }
        Seam::Open(_) => "có kỳ không rõ ngày".to_owned(),
    }
}

/// Where borders changed before a year.
#[must_use]
pub fn borders_changed(count: usize) -> String {
    format!("địa giới đổi ở {} đơn vị", printed(count))
}

/// Where a definition changed before a year.
#[must_use]
pub fn redefined(day: NaiveDate, basis: &str) -> String {
    format!("cách tính đổi từ {} ({basis})", date::full(day))
}

/// “2016–2025: 1.234”.
#[must_use]
pub fn together(first: i32, last: i32, amount: &str) -> String {
    format!("{first}–{last}: {amount}")
}

/// The best or the worst units of a year.
#[must_use]
pub fn ranked(best: bool, labels: &[String], more: u32) -> String {
    let head = if best { "Cao nhất" } else { "Thấp nhất" };
    let more = if more > 0 { format!(" và {more} đơn vị bằng nhau") } else { String::new() };
    format!("{head}: {}{more}", labels.join(", "))
}

/// A target without a number, or a result that is missing or only in words.
pub const NOT_MEASURED: &str = "chưa đo được bằng số";

/// A target in words.
#[must_use]
pub fn target(target: &Target) -> String {
    let amount = target.amount.as_ref().map(|amount| target.operator.apply(&amount.to_string()));
    let parts = [target.lead.clone(), amount, Some(target.text.clone())];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" ")
}

/// How far a target was met.
#[must_use]
pub fn achieved(found: &Achievement) -> String {
    let head = match found.met {
        Some(true) => "đạt",
        Some(false) => "chưa đạt",
        None => "chưa khẳng định được vì số gần đúng",
    };
    match found.percent {
        Some(percent) => format!("{head}, bằng {percent}% chỉ tiêu"),
        None => head.to_owned(),
    }
}
