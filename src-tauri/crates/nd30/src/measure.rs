//! How wide text is in Times New Roman, near enough to judge drawn lines and line breaks.
//!
//! Widths are those of the typeface in 2048ths of its size. Marks do not widen a letter except the
//! horn of ơ and ư, whose few percent are within the tolerance of every rule.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use crate::docx::para::Para;

/// Widths of the characters from U+0020 to U+007E.
const UPRIGHT: [u16; 95] = [
    512, 682, 836, 1024, 1024, 1706, 1593, 369, 682, 682, 1024, 1155, 512, 682, 512, 569, 1024,
    1024, 1024, 1024, 1024, 1024, 1024, 1024, 1024, 1024, 569, 569, 1155, 1155, 1155, 909, 1886,
    1479, 1366, 1366, 1479, 1251, 1139, 1479, 1479, 682, 797, 1479, 1251, 1821, 1479, 1479, 1139,
    1479, 1366, 1139, 1251, 1479, 1479, 1933, 1479, 1479, 1251, 682, 569, 682, 961, 1024, 682, 909,
    1024, 909, 1024, 909, 682, 1024, 1024, 569, 569, 1024, 569, 1593, 1024, 1024, 1024, 1024, 682,
    797, 569, 1024, 1024, 1479, 1024, 1024, 909, 983, 410, 983, 1108,
];

/// The same in bold.
const BOLD: [u16; 95] = [
    512, 682, 1137, 1024, 1024, 2048, 1706, 569, 682, 682, 1024, 1167, 512, 682, 512, 569, 1024,
    1024, 1024, 1024, 1024, 1024, 1024, 1024, 1024, 1024, 682, 682, 1167, 1167, 1167, 1024, 1905,
    1479, 1366, 1479, 1479, 1366, 1251, 1593, 1593, 797, 1024, 1593, 1366, 1933, 1479, 1593, 1251,
    1593, 1479, 1139, 1366, 1479, 1479, 2048, 1479, 1479, 1366, 682, 569, 682, 1190, 1024, 682,
    1024, 1139, 909, 1139, 909, 682, 1024, 1139, 569, 682, 1139, 569, 1706, 1139, 1024, 1139, 1139,
    909, 797, 682, 1139, 1024, 1479, 1024, 1024, 909, 807, 451, 807, 1065,
];

/// The height of a single line of Times New Roman: 1,15 of the size, in hundredths.
pub(crate) const SINGLE_LINE: i64 = 115;

/// The width of a paragraph set on one line, in twips.
pub(crate) fn width(para: &Para) -> i32 {
    let runs = para.seen();
    let sum: i64 = runs
        .map(|run| {
            let capitals = run.look.capitals;
            let text = if capitals { run.text.to_uppercase() } else { run.text.clone() };
            text_units(text.trim(), run.look.bold) * i64::from(run.look.size) * 10
        })
        .sum();
    i32::try_from(sum / 2048).unwrap_or(i32::MAX)
}

/// The width of text in 2048ths of its size.
fn text_units(text: &str, bold: bool) -> i64 {
    let widths = if bold { &BOLD } else { &UPRIGHT };
    let base = text.nfd().filter(|c| !is_combining_mark(*c)).map(|c| match c {
        'đ' => 'd',
        'Đ' => 'D',
        other => other,
    });
    base.map(|c| {
        let index = u32::from(c).checked_sub(0x20).and_then(|index| usize::try_from(index).ok());
        i64::from(index.and_then(|index| widths.get(index)).copied().unwrap_or(1024))
    })
    .sum()
}

/// How many lines a paragraph takes in a room of some twips.
pub(crate) fn lines(para: &Para, room: i32) -> i64 {
    let width = i64::from(width(para)) + i64::from(para.first.max(0));
    let breaks = para.text().matches('\n').count();
    let breaks = i64::try_from(breaks).unwrap_or(0);
    (width + i64::from(room.max(1)) - 1) / i64::from(room.max(1)).max(1) + breaks
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_do_not_widen_letters() {
        assert_eq!(text_units("Độc lập", true), text_units("Doc lap", true));
        assert!(text_units("Độc lập", true) > text_units("Độc lập", false), "bold is wider");
    }
}
