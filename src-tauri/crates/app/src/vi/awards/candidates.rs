//! Words for proposals: what speaks for a unit, what it lacks, the thresholds.

use crate::awards::Names;
use bc138_awards::candidate::{Applied, Grade, Lack, Merit, Proposal};
use bc138_awards::threshold::Criterion;
use bc138_domain::Fixed;

/// That the lists decide nothing.
pub(crate) const NOTE: &str =
    "Chỉ là gợi ý xếp theo số liệu đã nhập; việc xét khen thưởng do Hội đồng quyết định.";
/// A threshold that no document sets.
pub(crate) const ASSUMED: &str = "mặc định của chương trình";

/// Heading.
pub(crate) fn title(province: &str, year: i32) -> String {
    format!("{province} · gợi ý khen thưởng năm {year}")
}

/// “Bằng khen của Chủ tịch UBND tỉnh, thành phố”; a form that names its authority stands alone.
pub(crate) fn proposal(proposal: &Proposal, names: &Names) -> String {
    let (form, authority) = (names.name(&proposal.form), names.name(&proposal.authority));
    if form.contains(" của ") { form.to_owned() } else { format!("{form} của {authority}") }
}

/// A threshold as it was applied.
pub(crate) fn threshold(applied: &Applied) -> String {
    let value = applied.value;
    match applied.criterion {
        Criterion::StreakYears => format!("Đạt tiêu chuẩn từ {value} năm liền"),
        Criterion::GradeAtLeast => format!("Phong trào xếp loại từ {}", grade_of(value)),
        Criterion::RateAtLeast => format!("Tỷ lệ khu dân cư đạt từ {value}%"),
        Criterion::YearsSinceSameForm => {
            format!("Cách lần nhận cùng hình thức ít nhất {value} năm")
        }
    }
}

/// What speaks for a unit; `form` is the name of the proposal's form.
pub(crate) fn merit(merit: &Merit, form: &str) -> String {
    match merit {
        Merit::Grade(grade) => format!("phong trào xếp loại {}", grade_name(*grade)),
        Merit::Rate { reached, total, percent } => {
            format!("{reached}/{total} khu dân cư đạt ({}%)", tenths(*percent))
        }
        Merit::Streak { years: 1, since } => format!("đạt tiêu chuẩn năm {since}"),
        Merit::Streak { years, since } => {
            format!("{years} năm liền đạt tiêu chuẩn (từ năm {since})")
        }
        Merit::Change { points, against } => change(*points, *against),
        Merit::Tips { count, place } => {
            format!("{count} nguồn tin của Nhân dân, nhiều thứ {place}")
        }
        Merit::FirstTime => format!("chưa nhận {form} lần nào trong danh sách đã nhập"),
        Merit::LastHad { year } => format!("đã nhận {form} năm {year}"),
    }
}

fn change(points: Fixed, against: i32) -> String {
    let size = tenths(Fixed::from_thousandths(points.thousandths().abs()));
    match points.thousandths() {
        0 => format!("tỷ lệ bằng năm {against}"),
        more if more > 0 => format!("tăng {size} điểm % so với năm {against}"),
        _ => format!("giảm {size} điểm % so với năm {against}"),
    }
}

/// Years in a row in which every khu dân cư reached the standard.
pub(crate) fn all_reached(years: u32) -> String {
    format!("{years} năm liền 100% khu dân cư đạt")
}

/// Why a change against the year before is not told.
pub(crate) fn redrawn(against: i32) -> String {
    format!("không so với năm {against}: địa giới hoặc cách tính đã đổi")
}

/// What a unit lacks.
pub(crate) fn lack(lack: &Lack) -> String {
    match lack {
        Lack::NotReported(criterion) => format!("chưa có {}", data(*criterion)),
        Lack::Below { criterion, has, needs } => match criterion {
            Criterion::StreakYears => format!("đạt tiêu chuẩn {has} năm liền, cần {needs} năm"),
            Criterion::GradeAtLeast => {
                format!("xếp loại {}, cần từ {}", grade_of(*has), grade_of(*needs))
            }
            Criterion::RateAtLeast => format!("tỷ lệ {has}%, cần từ {needs}%"),
            Criterion::YearsSinceSameForm if *has == Fixed::default() => {
                format!("đã nhận cùng hình thức ngay trong năm, cần cách {needs} năm")
            }
            Criterion::YearsSinceSameForm => {
                format!("mới nhận cùng hình thức cách {has} năm, cần cách {needs} năm")
            }
        },
    }
}

const fn data(criterion: Criterion) -> &'static str {
    match criterion {
        Criterion::StreakYears => "kết quả đạt tiêu chuẩn của năm",
        Criterion::GradeAtLeast => "xếp loại phong trào của năm",
        Criterion::RateAtLeast => "số khu dân cư đạt của năm",
        Criterion::YearsSinceSameForm => "năm nhận gần nhất",
    }
}

/// Units that share a place.
pub(crate) fn tied(others: &[&str]) -> String {
    const NAMED: usize = 3;
    let named: Vec<&str> = others.iter().take(NAMED).copied().collect();
    let more = others.len().saturating_sub(NAMED);
    let more = if more > 0 { format!(" và {more} đơn vị khác") } else { String::new() };
    format!("đồng hạng với {}{more}", named.join(", "))
}

/// The name of a grade by its number in the thresholds; an odd number stands as it is.
fn grade_of(value: Fixed) -> String {
    let grades = [Grade::Weak, Grade::Average, Grade::Good, Grade::Excellent];
    let named = grades.into_iter().find(|grade| Fixed::from_int(*grade as i64) == Some(value));
    named.map_or_else(|| format!("mức {value}"), |grade| grade_name(grade).to_owned())
}

const fn grade_name(grade: Grade) -> &'static str {
    match grade {
        Grade::Weak => "Yếu",
        Grade::Average => "Trung bình",
        Grade::Good => "Khá",
        Grade::Excellent => "Xuất sắc",
    }
}

/// To one decimal, a half upwards; what would vanish keeps its decimals.
fn tenths(value: Fixed) -> Fixed {
    let rounded = Fixed::from_thousandths((value.thousandths() + 50).div_euclid(100) * 100);
    let vanishes = rounded == Fixed::default()
        || value.thousandths() < 100_000 && rounded.thousandths() >= 100_000;
    if vanishes { value } else { rounded }
}
