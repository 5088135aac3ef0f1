//! The large figures of the chair's sheet, side by side.

use crate::compose::{Line, Piece, Voice, split};
use crate::document::spans::paragraph;
use crate::truth;
use bc138_report::{Align, Cell, Column, Density, Frame, Paragraph, Row, Style, Table, Width};

/// The table of figures; nothing without figures.
pub(super) fn table(lines: &[Line]) -> Option<Table> {
    if lines.is_empty() {
        return None;
    }
    let across = if matches!(lines.len(), 2 | 4) { 2 } else { lines.len().min(3) };
    let rows = lines.chunks(across).map(|chunk| {
        let blank =
            std::iter::repeat_with(|| Cell::new(vec![Paragraph::plain(Style::TableCell, "")]));
        Row::new(chunk.iter().map(cell).chain(blank).take(across).collect())
    });
    Some(Table {
        columns: vec![Column::new(Width::Share(1.0), Align::Centre); across],
        rows: rows.collect(),
        frame: Frame::Grid,
        density: Density::Own,
        ..Table::default()
    })
}

fn bold(mut paragraph: Paragraph) -> Paragraph {
    paragraph.spans.iter_mut().for_each(|span| span.bold = true);
    paragraph
}

/// The number, what it is, and what stands beside it.
fn cell(line: &Line) -> Cell {
    let amount = Piece::Figure { key: line.source.clone(), text: line.text.clone() };
    let mut beside: Vec<Piece> = Vec::new();
    let large = match line.share() {
        // Of a fraction the share is what is remembered; the fraction stands under it.
        Some(rate) => {
            beside.push(amount);
            let key = truth::rate(&line.source);
            Piece::Figure { key, text: format!("{rate}%") }
        }
        None => amount,
    };
    if let Some(change) = &line.beside.change {
        if !beside.is_empty() {
            beside.push(Piece::Text("; ".to_owned()));
        }
        beside.extend(split(&change.sentence(&|what, text| line.derived(what, text))));
    }
    let mut paragraphs = vec![
        paragraph(Style::Display, vec![large], Voice::Official),
        bold(paragraph(Style::TableCell, split(&line.name), Voice::Official)),
    ];
    if !beside.is_empty() {
        paragraphs.push(paragraph(Style::TableCell, beside, Voice::Official));
    }
    Cell::new(paragraphs)
}
