//! How tall rows must be. Programs that open the file do not measure again what is wrapped.

use crate::model::{Cell, Row, Sheet};

/// Height of a line of 12 points.
pub(super) const LINE: f64 = 16.5;

/// White above and below the text of a row.
const AIR: f64 = 3.0;

/// Returns the height of a row, in points.
pub(super) fn height(sheet: &Sheet, row: &Row) -> f64 {
    let texts = row.cells.iter().zip(&sheet.columns).map(|(cell, column)| match cell {
        Cell::Text(text) => wrapped(text, column.width),
        _ => 1.0,
    });
    (LINE * texts.fold(1.0, f64::max) + AIR).min(TALLEST)
}

/// The tallest row the format allows, in points.
const TALLEST: f64 = 409.0;

/// Estimates how many lines a text takes in this many digits: a letter is a little wider.
pub(super) fn wrapped(text: &str, room: f64) -> f64 {
    let room = (room * 0.85).max(1.0);
    text.lines().map(|line| wrapped_line(line, room)).sum::<f64>().clamp(1.0, TALLEST / LINE)
}

/// Counts the lines of a text set word by word.
fn wrapped_line(text: &str, room: f64) -> f64 {
    let (mut lines, mut used) = (1.0, 0.0);
    for word in text.split_whitespace() {
        let width = f64::from(u32::try_from(word.chars().count()).unwrap_or(u32::MAX));
        if used > 0.0 && used + 1.0 + width > room {
            lines += 1.0;
            used = 0.0;
        }
        lines += (width / room).ceil().max(1.0) - 1.0;
        used += width.min(room) + if used > 0.0 { 1.0 } else { 0.0 };
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_takes_the_lines_its_words_need() {
        // Room for ten letters.
        let room = 10.0 / 0.85;
        for (text, lines) in [
            ("", 1.0),
            ("mười chữ ă", 1.0),
            ("mười chữ ăn", 2.0),
            ("hai\ndòng", 2.0),
            ("mộttừdàihơnmườichữcái", 3.0),
        ] {
            assert!((wrapped(text, room) - lines).abs() < 0.01, "{text}");
        }
    }

    #[test]
    fn no_row_is_taller_than_the_format_allows() {
        let sheet = Sheet {
            columns: vec![crate::Column::new(1.0, crate::ColumnKind::Text)],
            ..Sheet::default()
        };
        let row = Row::body(vec![Cell::text("ă ".repeat(2_000))]);
        assert!(height(&sheet, &row) <= TALLEST);
    }
}
