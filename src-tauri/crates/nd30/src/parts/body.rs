//! The text: mục, khoản, điểm, running text, captions and tables.

use std::ops::Range;

use super::Layout;
use crate::docx::para::Para;
use crate::docx::setting::Alignment;
use crate::finding::Part;
use crate::text::{clause, in_capitals, point, roman_heading, sub_clause};

/// Finds the parts of the text.
pub(super) fn find(layout: &mut Layout<'_>, range: Range<usize>) {
    for index in range.clone() {
        let Some(para) = layout.para(index).filter(|_| layout.is_open(index)) else { continue };
        let part = match () {
            () if para.cell.is_some() || para.floating => Part::Table,
            () if is_caption(layout, index, para) => Part::Caption,
            () if index > 0 && layout.part(index - 1) == Part::PartNumber && stands_out(para) => {
                Part::PartTitle
            }
            () => by_line(&para.line()),
        };
        layout.set(index, part);
    }
}

fn stands_out(para: &Para) -> bool {
    let line = para.line();
    let counted = roman_heading(&line).is_some() || clause(&line).is_some();
    !counted && (para.align == Alignment::Centre || in_capitals(&line))
}

fn by_line(line: &str) -> Part {
    match () {
        () if is_part_number(line) => Part::PartNumber,
        () if roman_heading(line).is_some() || is_letter_heading(line) => Part::Heading,
        () if sub_clause(line) => Part::SubClause,
        () if clause(line).is_some() => Part::Clause,
        () if point(line).is_some() => Part::Point,
        () => Part::Text,
    }
}

/// “Phần I”, “Chương II”, “PHẦN THỨ NHẤT”.
fn is_part_number(line: &str) -> bool {
    let key = crate::text::key(line);
    let rest = key.strip_prefix("phan ").or_else(|| key.strip_prefix("chuong "));
    rest.is_some_and(|rest| {
        let mark = rest.trim_end_matches(['.', ':']);
        let counted = mark.len() <= 5
            && mark.chars().all(|c| matches!(c, 'i' | 'v' | 'x') || c.is_ascii_digit());
        counted || (rest.starts_with("thu ") && rest.len() < 15)
    })
}

/// “A. ĐẶC ĐIỂM TÌNH HÌNH”: a letter where a Roman number belongs.
fn is_letter_heading(line: &str) -> bool {
    let mut signs = line.chars();
    let letter = signs.next().is_some_and(|c| ('A'..='H').contains(&c));
    let sign = signs.next().is_some_and(|c| matches!(c, '.' | '/' | ')'));
    letter && sign && in_capitals(line) && line.chars().count() > 4
}

/// A centred line beside a table or a picture, or one that says it is a caption.
fn is_caption(layout: &Layout<'_>, index: usize, para: &Para) -> bool {
    let beside = |other: Option<usize>| {
        let other = other.and_then(|other| layout.para(other));
        other.is_some_and(|other| other.cell.is_some() || other.pictured)
    };
    let key = layout.key(index);
    let named = ["bang ", "hinh ", "bieu do ", "bieu ", "don vi tinh"];
    let named = named.iter().any(|word| key.starts_with(word));
    let near = beside(index.checked_sub(1)) || beside(Some(index + 1)) || named;
    para.pictured || (near && matches!(para.align, Alignment::Centre | Alignment::Right))
}
