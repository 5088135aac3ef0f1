//! The end: who signs, and who receives.

use super::Layout;
use crate::finding::Part;
use crate::text::in_capitals;

/// Finds signature and recipients after the title. Returns the first paragraph that is no text of
/// the body any more, and the first one after signature and recipients.
pub(super) fn find(layout: &mut Layout<'_>, start: usize) -> (usize, usize) {
    let range = start..layout.len();
    let is_head = |key: &str| key.starts_with("noi nhan") && key.len() < 20;
    let head = layout.find(range.clone(), is_head);
    let table = head.and_then(|head| layout.table(head));
    if let Some(head) = head {
        layout.set(head, Part::RecipientsHead);
        recipients(layout, head);
    }
    let signers = match (head, table) {
        (Some(head), Some(table)) => beside(layout, table, layout.column(head)),
        _ => authority_block(layout, range),
    };
    mark_signers(layout, &signers);
    let in_table =
        (0..layout.len()).filter(|index| table.is_some() && layout.table(*index) == table);
    let recipients = (start..layout.len())
        .filter(|index| matches!(layout.part(*index), Part::RecipientsHead | Part::Recipient));
    let all: Vec<usize> = in_table.chain(recipients).chain(signers).collect();
    match (all.iter().min(), all.iter().max()) {
        (Some(first), Some(last)) => (*first, last + 1),
        _ => {
            let annex = layout.find(start..layout.len(), super::annex::is_number);
            let end = annex.unwrap_or(layout.len());
            (end, end)
        }
    }
}

/// The lines under “Nơi nhận:”.
fn recipients(layout: &mut Layout<'_>, head: usize) {
    let (table, column) = (layout.table(head), layout.column(head));
    for index in head + 1..layout.len() {
        let listed = layout.key(index).starts_with(['-', '–', '+', 'l']);
        let same = match table {
            Some(_) => layout.table(index) == table && layout.column(index) == column,
            None => !layout.is_open(index) || listed,
        };
        if table.is_some() && layout.table(index) == table && layout.column(index) != column {
            continue;
        }
        if !same {
            break;
        }
        layout.set(index, Part::Recipient);
    }
}

/// The lines of a table beside the recipients.
fn beside(layout: &Layout<'_>, table: usize, column: Option<usize>) -> Vec<usize> {
    let fits = |index: &usize| {
        layout.is_open(*index)
            && layout.table(*index) == Some(table)
            && layout.column(*index) != column
    };
    (0..layout.len()).filter(fits).collect()
}

/// The lines from “TM. …” on, when no table holds them.
fn authority_block(layout: &Layout<'_>, range: std::ops::Range<usize>) -> Vec<usize> {
    let begins = |key: &str| {
        let marks = ["tm.", "kt.", "tl.", "tuq.", "q."];
        marks.iter().any(|mark| key.starts_with(mark)) && key.len() < 100
    };
    let Some(first) = layout.find(range.clone(), begins) else { return Vec::new() };
    let (table, column) = (layout.table(first), layout.column(first));
    let mut found = Vec::new();
    for index in first..range.end {
        let inside =
            layout.table(index) == table && (table.is_none() || layout.column(index) == column);
        let stops = super::annex::is_number(layout.key(index));
        if (!inside && table.is_none()) || stops {
            break;
        }
        if inside && layout.is_open(index) {
            found.push(index);
        }
        // Without a table a name ends the block: the first line not in capitals.
        let line = layout.para(index).map(crate::docx::para::Para::line).unwrap_or_default();
        if table.is_none() && index > first && layout.is_open(index) && !in_capitals(&line) {
            break;
        }
    }
    found
}

/// Words that begin an office, as keys.
const OFFICES: [&str; 12] = [
    "giam doc",
    "pho ",
    "truong ban",
    "truong cong an",
    "chu tich",
    "bo truong",
    "thu truong",
    "bi thu",
    "chanh van phong",
    "cuc truong",
    "vien truong",
    "tong giam doc",
];

/// An office in capitals, below which the name is missing.
fn is_office(layout: &Layout<'_>, index: usize) -> bool {
    let key = layout.key(index);
    let line = layout.para(index).map(crate::docx::para::Para::line).unwrap_or_default();
    in_capitals(&line) && OFFICES.iter().any(|office| key.starts_with(office))
}

/// The last line is the name, those before it are quyền hạn and chức vụ; “(Đã ký)” is neither.
fn mark_signers(layout: &mut Layout<'_>, lines: &[usize]) {
    let (remarks, lines): (Vec<usize>, Vec<usize>) =
        lines.iter().partition(|index| layout.key(**index).starts_with(['(', '[']));
    for index in remarks {
        layout.set(index, Part::Other);
    }
    let Some((last, roles)) = lines.split_last() else { return };
    let single = roles.is_empty() && layout.key(*last).contains('.');
    let is_role = single || is_office(layout, *last);
    layout.set(*last, if is_role { Part::SignerRole } else { Part::SignerName });
    for index in roles {
        layout.set(*index, Part::SignerRole);
    }
}
