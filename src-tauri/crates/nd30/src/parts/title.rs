//! Tên loại, trích yếu, Kính gửi and căn cứ: what stands between the head and the text.

use super::Layout;
use crate::docx::setting::Alignment;
use crate::finding::Part;
use crate::rules::Words;
use crate::text::key;

/// The kind stands within so many paragraphs after the head.
const FARTHEST: usize = 12;
/// A subject has at most so many lines of its own.
const MOST_LINES: usize = 6;

/// Finds the parts of the title; returns the first paragraph after it.
pub(super) fn find(layout: &mut Layout<'_>, words: &Words, start: usize) -> usize {
    let range = start..layout.len().min(start + FARTHEST);
    let kinds: Vec<String> = words.kinds.iter().map(|kind| key(kind)).collect();
    let kind = layout.find(range, |key| kinds.iter().any(|kind| kind == key));
    let mut end = start;
    if let Some(kind) = kind {
        for index in start..kind {
            layout.set(index, Part::Other);
        }
        layout.set(kind, Part::Kind);
        end = subject(layout, kind + 1);
    }
    let end = addressees(layout, end);
    grounds(layout, end)
}

/// The lines right under the kind that are centred or bold.
fn subject(layout: &mut Layout<'_>, start: usize) -> usize {
    let Some(first) = (start..layout.len()).find(|index| layout.is_open(*index)) else {
        return start;
    };
    let mut next = first;
    while next < layout.len() && next < first + MOST_LINES && is_subject(layout, next) {
        layout.set(next, Part::Subject);
        next += 1;
    }
    next
}

fn is_subject(layout: &Layout<'_>, index: usize) -> bool {
    let Some(para) = layout.para(index) else { return false };
    let set_apart = para.align == Alignment::Centre || para.bold();
    let key = layout.key(index);
    let other = is_addressee(key) || key.starts_with("can cu ");
    let numbered = crate::text::roman_heading(&para.line()).is_some();
    layout.is_open(index) && set_apart && !other && !numbered && para.cell.is_none()
}

/// “Kính gửi”, also in the spelling of the south.
fn is_addressee(key: &str) -> bool {
    key.starts_with("kinh gui") || key.starts_with("kinh goi")
}

/// “Kính gửi:” and the lines with dashes after it.
fn addressees(layout: &mut Layout<'_>, start: usize) -> usize {
    let range = start..layout.len().min(start + FARTHEST);
    let Some(first) = layout.find(range, is_addressee) else { return start };
    layout.set(first, Part::Addressee);
    let mut end = first + 1;
    for index in first + 1..layout.len() {
        let is_item = layout.key(index).starts_with(['-', '–', '+']);
        match layout.is_open(index) {
            true if is_item => layout.set(index, Part::AddresseeItem),
            true => break,
            false => {}
        }
        end = index + 1;
    }
    end
}

/// The căn cứ: they stand before everything else and do not lead into the text with a colon.
fn grounds(layout: &mut Layout<'_>, start: usize) -> usize {
    let mut end = start;
    for index in start..layout.len() {
        if !layout.is_open(index) {
            continue;
        }
        let key = layout.key(index);
        let begins = ["can cu ", "theo de nghi ", "xet de nghi "];
        let is_ground = begins.iter().any(|word| key.starts_with(word)) && !key.ends_with(':');
        if !is_ground {
            break;
        }
        layout.set(index, Part::Ground);
        end = index + 1;
    }
    end
}
