//! Plain text writer: one paragraph a line, for the clipboard and for searching.
//!
//! Rows of a table with lines are one line each, cells parted by tabs and placed under their
//! columns, so that they can be pasted into a sheet.

use crate::clean::clean;
use crate::document::{Block, Cell, Document, Frame, Paragraph, Row, Table};
use crate::stylesheet::StyleSheet;
use crate::table::grid::Grid;

/// Writes the document as plain text. Pictures and drawings appear as their captions, what stands
/// side by side without lines as its paragraphs; page breaks leave no trace.
#[must_use]
pub fn write_text(document: &Document) -> String {
    let sheet = StyleSheet::default();
    let mut lines: Vec<String> = Vec::new();
    for block in document.blocks() {
        match block {
            Block::Table(table) if table.frame == Frame::Grid => {
                lines.extend(rows(&table.head, table, &sheet));
                lines.extend(rows(&table.rows, table, &sheet));
                lines.extend(table.notes.iter().map(|note| line(note, &sheet)));
            }
            other => lines.extend(other.paragraphs().into_iter().map(|it| line(it, &sheet))),
        }
    }
    let mut text = lines.join("\n");
    if !text.is_empty() {
        text.push('\n');
    }
    text
}

/// Writes one paragraph.
fn line(paragraph: &Paragraph, sheet: &StyleSheet) -> String {
    let lead_in = sheet.rule(paragraph.style).lead_in;
    format!("{lead_in}{}", clean(&paragraph.plain_text()))
}

/// Writes rows; a cell over several columns or rows stands in the first of them.
fn rows(rows: &[Row], table: &Table, sheet: &StyleSheet) -> Vec<String> {
    let rows: Vec<&Row> = rows.iter().collect();
    let grid = Grid::new(&rows, table.columns.len());
    let mut cells = vec![vec![String::new(); grid.columns]; rows.len()];
    for place in &grid.places {
        cells[place.row][place.column] = cell(place.cell, sheet);
    }
    cells.into_iter().map(|row| row.join("\t")).collect()
}

/// Writes a cell on one line.
fn cell(cell: &Cell, sheet: &StyleSheet) -> String {
    let lines: Vec<String> = cell.paragraphs.iter().map(|it| line(it, sheet)).collect();
    lines.join(" ").replace(['\n', '\t'], " ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{Meta, Span, Style};

    fn text(blocks: Vec<Block>) -> String {
        Document::new(Meta::default(), blocks).plain_text()
    }

    #[test]
    fn items_carry_their_dash_and_gaps_their_dots() {
        let spans = vec![Span::plain("Tổng số: "), Span::gap(None), Span::plain(" tổ")];
        let blocks = vec![Block::from(Paragraph::new(Style::Item, spans)), Block::PageBreak];
        assert_eq!(text(blocks), "- Tổng số: …… tổ\n");
        assert_eq!(Document::default().plain_text(), "");
    }

    #[test]
    fn rows_are_lines_and_cells_stand_under_their_columns() {
        let head = vec![
            Row::new(vec![Cell::head("Đơn vị").spanning(1, 2), Cell::head("Số vụ").spanning(2, 1)]),
            Row::new(vec![Cell::head("2025"), Cell::head("2026")]),
        ];
        let rows =
            vec![Row::new(vec![Cell::plain("Xã\nA"), Cell::plain("3"), Cell::plain("1.686")])];
        let notes = vec![Paragraph::plain(Style::TableNote, "Ghi chú")];
        let table = Table { head, rows, notes, ..Table::default() };
        let expected = "Đơn vị\tSố vụ\t\n\t2025\t2026\nXã A\t3\t1.686\nGhi chú\n";
        assert_eq!(text(vec![table.into()]), expected);
    }

    #[test]
    fn what_stands_side_by_side_is_read_one_after_the_other() {
        let cells = ["trái", "phải"].map(Cell::plain).to_vec();
        let table = Table { rows: vec![Row::new(cells)], frame: Frame::None, ..Table::default() };
        assert_eq!(text(vec![table.into()]), "trái\nphải\n");
    }
}
