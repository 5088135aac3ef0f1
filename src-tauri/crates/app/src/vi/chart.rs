//! Words of charts.

use crate::view::ChartKind;
use bc138_domain::Fixed;

/// Unit of a share.
pub(crate) const PERCENT: &str = "%";

/// A shape of a chart, as it is chosen.
pub(crate) const fn kind(kind: ChartKind) -> &'static str {
    match kind {
        ChartKind::Years => "Qua các năm",
        ChartKind::Units => "Theo đơn vị, năm mới nhất",
        ChartKind::Strip => "Từng đơn vị, tô đậm nhạt",
        ChartKind::Multiples => "Từng đơn vị, hình nhỏ",
        ChartKind::Slopes => "Tăng, giảm hai năm gần nhất",
    }
}

/// “Khu dân cư đạt qua các năm, Tỉnh Lạng Sơn”.
pub(crate) fn over_years(indicator: &str, whose: &str) -> String {
    of(&format!("{indicator} qua các năm"), whose)
}

/// “Khu dân cư đạt theo đơn vị, năm 2022”.
pub(crate) fn by_unit(indicator: &str, year: i32) -> String {
    format!("{indicator} theo đơn vị, năm {year}")
}

/// “Khu dân cư đạt của từng đơn vị qua các năm, Tỉnh Lạng Sơn”.
pub(crate) fn strip(indicator: &str, whose: &str) -> String {
    of(&format!("{indicator} của từng đơn vị qua các năm"), whose)
}

/// “Khu dân cư đạt theo đơn vị, năm 2021 và năm 2022”.
pub(crate) fn between(indicator: &str, years: [i32; 2]) -> String {
    let [before, now] = years;
    format!("{indicator} theo đơn vị, năm {before} và năm {now}")
}

/// Of so many units only the ends are drawn.
pub(crate) fn ends(caption: &str, end: usize, all: usize) -> String {
    let all = crate::units::printed(all);
    format!("{caption}: {end} đơn vị cao nhất, {end} đơn vị thấp nhất trong {all}")
}

fn of(what: &str, whose: &str) -> String {
    if whose.is_empty() { what.to_owned() } else { format!("{what}, {whose}") }
}

/// “97,6%”.
pub(crate) fn share(share: Fixed) -> String {
    format!("{share}%")
}

/// “dưới 80”, “80 đến dưới 90”, “từ 90”: one more than bounds.
pub(crate) fn classes(bounds: &[i64], print: fn(i64) -> String) -> Vec<String> {
    let first = bounds.first().map(|bound| format!("dưới {}", print(*bound)));
    let between = bounds.windows(2).map(|pair| match pair {
        [from, to] => format!("{} đến dưới {}", print(*from), print(*to)),
        _ => String::new(),
    });
    let last = bounds.last().map(|bound| format!("từ {}", print(*bound)));
    first.into_iter().chain(between).chain(last).collect()
}
