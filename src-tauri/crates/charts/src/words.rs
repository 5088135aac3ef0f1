//! What charts say in words: the description for those who cannot see them, and the few notes of
//! their own.

use crate::input::{Reading, Years};

/// Note under a chart with converted values.
pub(crate) const CONVERTED: &str = "* Số liệu quy đổi";
/// What a converted value is called in a key.
pub(crate) const CONVERTED_CELL: &str = "quy đổi";
/// What stands for a value that is not there.
pub(crate) const MISSING: &str = "không có số liệu";

/// Up to so many values are read out one by one.
const READ_OUT: usize = 60;

/// A row of values under one name.
pub(crate) struct Told<'a> {
    /// Name of the row; may be empty.
    pub(crate) name: &'a str,
    /// Labels and values.
    pub(crate) values: Vec<(&'a str, Option<&'a Reading>)>,
}

/// Describes a chart: caption, unit, then every value, or the extremes when they are many.
pub(crate) fn describe(caption: &str, unit: &str, rows: &[Told<'_>]) -> String {
    let mut parts = vec![sentence(caption)];
    if !unit.trim().is_empty() {
        parts.push(sentence(&format!("Đơn vị tính: {}", unit.trim())));
    }
    let count: usize = rows.iter().map(|row| row.values.len()).sum();
    if count <= READ_OUT {
        parts.extend(rows.iter().map(read_out));
    } else {
        parts.extend(extremes(rows));
    }
    parts.join(" ")
}

/// Adds the breaks of a time line to a description.
pub(crate) fn with_breaks(mut description: String, years: &Years) -> String {
    for found in &years.breaks {
        let year = years.labels.get(found.before).map_or("", String::as_str);
        let text = format!("Từ {year} không so sánh được với trước đó: {}", found.caption.trim());
        description.push(' ');
        description.push_str(&sentence(&text));
    }
    description
}

/// Reads a row out.
fn read_out(row: &Told<'_>) -> String {
    let values: Vec<String> = row
        .values
        .iter()
        .map(|(label, value)| format!("{}: {}", label.trim(), told(*value)))
        .collect();
    let values = values.join("; ");
    let name = row.name.trim();
    sentence(&if name.is_empty() { values } else { format!("{name} – {values}") })
}

/// Names the largest and the smallest of many values.
fn extremes(rows: &[Told<'_>]) -> Vec<String> {
    let all = rows.iter().flat_map(|row| {
        row.values.iter().map(move |(label, value)| (row.name.trim(), label.trim(), *value))
    });
    let known: Vec<_> = all
        .clone()
        .filter_map(|(name, label, value)| value.map(|value| (name, label, value)))
        .collect();
    let count = format!("{} giá trị, {} {MISSING}", known.len(), all.count() - known.len());
    let largest = known.iter().rev().max_by_key(|(_, _, value)| value.thousandths);
    let smallest = known.iter().min_by_key(|(_, _, value)| value.thousandths);
    let ends = [("Cao nhất", largest), ("Thấp nhất", smallest)];
    let ends = ends.into_iter().filter_map(|(word, end)| end.map(|end| (word, end)));
    std::iter::once(sentence(&count))
        .chain(ends.map(|(word, (name, label, value))| {
            let whose = [*name, *label].join(" ");
            sentence(&format!("{word}: {}, {}", whose.trim(), told(Some(value))))
        }))
        .collect()
}

fn told(value: Option<&Reading>) -> String {
    match value {
        None => MISSING.to_owned(),
        Some(value) if value.converted => format!("{} (quy đổi)", value.printed.trim()),
        Some(value) => value.printed.trim().to_owned(),
    }
}

/// Ends a text with a full stop.
fn sentence(text: &str) -> String {
    let text = text.trim();
    if text.is_empty() || text.ends_with(['.', '!', '?', '…']) {
        text.to_owned()
    } else {
        format!("{text}.")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_description_says_every_value_and_what_is_missing() {
        let (a, b) = (Reading::new(1_000, "1"), Reading::new(2_500, "2,5").converted());
        let row = Told {
            name: "Số vụ",
            values: vec![("2023", Some(&a)), ("2024", None), ("2025", Some(&b))],
        };
        assert_eq!(
            describe("Vụ việc theo năm", "vụ", &[row]),
            "Vụ việc theo năm. Đơn vị tính: vụ. \
             Số vụ – 2023: 1; 2024: không có số liệu; 2025: 2,5 (quy đổi)."
        );
    }

    #[test]
    fn many_values_are_told_by_their_extremes() {
        let readings: Vec<Reading> =
            (0..70).map(|n| Reading::new(n * 1_000, n.to_string())).collect();
        let labels: Vec<String> = (0..70).map(|n| format!("Xã {n}")).collect();
        let values =
            labels.iter().zip(&readings).map(|(label, value)| (label.as_str(), Some(value)));
        let row = Told { name: "", values: values.collect() };
        let text = describe("Số vụ", "", &[row]);
        assert!(
            text.contains("Cao nhất: Xã 69, 69.") && text.contains("Thấp nhất: Xã 0, 0."),
            "{text}"
        );
        assert!(text.contains("70 giá trị, 0 không có số liệu."), "{text}");
    }
}
