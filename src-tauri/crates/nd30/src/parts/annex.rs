//! Annexes: number, title, reference, and all that follows.

use super::Layout;
use crate::docx::setting::Alignment;
use crate::finding::Part;
use crate::text::in_capitals;

/// The title of an annex has at most so many lines of its own.
const MOST_LINES: usize = 4;

/// Finds all annexes from a paragraph on.
pub(super) fn find(layout: &mut Layout<'_>, start: usize) {
    for index in start..layout.len() {
        let in_table = layout.para(index).is_some_and(|para| para.cell.is_some());
        if layout.is_open(index) && !in_table && is_number(layout.key(index)) {
            layout.set(index, Part::AnnexNumber);
            layout.annexes.push(index);
            title(layout, index + 1);
        } else if !layout.annexes.is_empty() {
            let part = if in_table { Part::Table } else { Part::AnnexText };
            layout.set(index, part);
        }
    }
}

/// “Phụ lục”, “Phụ lục II”, “PHỤ LỤC 2:”.
pub(super) fn is_number(key: &str) -> bool {
    let Some(rest) = key.strip_prefix("phu luc") else { return false };
    rest.is_empty() || (rest.starts_with([' ', ':', '.']) && rest.trim().len() <= 7)
}

fn title(layout: &mut Layout<'_>, start: usize) {
    let mut lines = 0;
    for index in start..layout.len() {
        let Some(para) = layout.para(index).filter(|_| layout.is_open(index)) else { continue };
        let key = layout.key(index);
        if key.starts_with("(kem theo") || key.starts_with("(ban hanh kem theo") {
            layout.set(index, Part::AnnexReference);
            return;
        }
        let set_apart = para.align == Alignment::Centre || para.bold() || in_capitals(&para.line());
        if !set_apart || para.cell.is_some() || lines == MOST_LINES || is_number(key) {
            return;
        }
        layout.set(index, Part::AnnexTitle);
        lines += 1;
    }
}
