//! Widths of letters in Times New Roman and its metric twins, so that labels can be set apart
//! before any page exists.
//!
//! Advances of the font in thousandths of an em; letters with marks are as wide as their base,
//! except Ơ and Ư, whose horn is part of the letter.

use std::collections::BTreeMap;
use std::sync::LazyLock;

/// From the baseline to the top of the tallest letter (Ẫ), in em.
pub(crate) const ASCENT: f32 = 0.91;
/// From the baseline to the bottom of the lowest letter (ợ), in em.
pub(crate) const DESCENT: f32 = 0.23;
/// From baseline to baseline, in em.
pub(crate) const PITCH: f32 = 1.16;

/// Widths of the characters 32 to 126, upright.
const REGULAR: [u16; 95] = [
    250, 333, 408, 500, 500, 833, 778, 180, 333, 333, 500, 564, 250, 333, 250, 278, 500, 500, 500,
    500, 500, 500, 500, 500, 500, 500, 278, 278, 564, 564, 564, 444, 921, 722, 667, 667, 722, 611,
    556, 722, 722, 333, 389, 722, 611, 889, 722, 722, 556, 722, 667, 556, 611, 722, 722, 944, 722,
    722, 611, 333, 278, 333, 469, 500, 333, 444, 500, 444, 500, 444, 333, 500, 500, 278, 278, 500,
    278, 778, 500, 500, 500, 500, 333, 389, 278, 500, 500, 722, 500, 500, 444, 480, 200, 480, 541,
];

/// Widths of the characters 32 to 126, bold.
const BOLD: [u16; 95] = [
    250, 333, 555, 500, 500, 1000, 833, 278, 333, 333, 500, 570, 250, 333, 250, 278, 500, 500, 500,
    500, 500, 500, 500, 500, 500, 500, 333, 333, 570, 570, 570, 500, 930, 722, 667, 722, 722, 667,
    611, 778, 778, 389, 500, 778, 667, 944, 722, 778, 611, 778, 722, 556, 667, 722, 722, 1000, 722,
    722, 667, 333, 278, 333, 581, 500, 333, 500, 556, 444, 556, 444, 333, 500, 556, 278, 333, 556,
    278, 833, 556, 500, 556, 556, 444, 389, 333, 556, 500, 722, 500, 500, 444, 394, 220, 394, 520,
];

/// Letters with marks, after the letter they are as wide as.
const MARKED: [(char, &str); 12] = [
    ('a', "àáảãạăằắẳẵặâầấẩẫậ"),
    ('e', "èéẻẽẹêềếểễệ"),
    ('i', "ìíỉĩị"),
    ('o', "òóỏõọôồốổỗộ"),
    ('u', "ùúủũụ"),
    ('y', "ỳýỷỹỵ"),
    ('A', "ÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬ"),
    ('E', "ÈÉẺẼẸÊỀẾỂỄỆ"),
    ('I', "ÌÍỈĨỊ"),
    ('O', "ÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢ"),
    ('U', "ÙÚỦŨỤ"),
    ('Y', "ỲÝỶỸỴ"),
];

/// Characters with a width of their own: upright, bold.
const OTHERS: [(&str, u16, u16); 13] = [
    ("ơờớởỡợ", 529, 554),
    ("ưừứửữự", 542, 600),
    ("ƯỪỨỬỮỰ", 776, 796),
    ("đ", 500, 556),
    ("Đ", 722, 722),
    ("–", 500, 500),
    ("“”", 444, 500),
    ("‘’", 333, 333),
    ("•", 350, 350),
    ("≥≤", 549, 549),
    ("×−", 564, 570),
    ("°", 400, 400),
    ("\u{a0}", 250, 250),
];

/// Width of a character not named here: no letter is wider.
const WIDEST: u16 = 1_000;

/// Returns the width of a text at a size. Kerning makes it narrower at most.
pub(crate) fn width(text: &str, bold: bool, size: f32) -> f32 {
    let thousandths: u32 = text.chars().map(|ch| u32::from(advance(ch, bold))).sum();
    thousandths as f32 * size / 1000.0
}

/// Returns the advance of one character.
fn advance(ch: char, bold: bool) -> u16 {
    let table = if bold { &BOLD } else { &REGULAR };
    let code = u32::from(ch);
    // Combining marks stand on the letter before them.
    if (0x300..0x370).contains(&code) {
        return 0;
    }
    if let Some(&width) = code.checked_sub(32).and_then(|index| table.get(index as usize)) {
        return width;
    }
    MARKS.get(&ch).map_or(WIDEST, |widths| widths[usize::from(bold)])
}

/// Widths of what lies beyond ASCII: upright, bold.
static MARKS: LazyLock<BTreeMap<char, [u16; 2]>> = LazyLock::new(|| {
    let others = OTHERS
        .iter()
        .flat_map(|&(letters, regular, bold)| letters.chars().map(move |ch| (ch, [regular, bold])));
    let marked = MARKED.iter().flat_map(|&(base, letters)| {
        letters.chars().map(move |ch| (ch, [advance(base, false), advance(base, true)]))
    });
    others.chain(marked).collect()
});

#[cfg(test)]
mod tests {
    use super::*;
    use bc138_report::{Document, Fonts, Meta, Paragraph, Span, layout};

    /// The report measures with the real fonts; the table must not promise less width.
    #[test]
    fn no_text_is_wider_on_paper_than_reckoned() {
        let fonts = Fonts::embedded().expect("fonts are built in");
        let texts =
            ["Phường Mường Ảng, Đặc khu Ngữ Ẫ", "ưƯỜợ 1.686 97,6% –", "“quy đổi” (2025) gỹ °≥×"];
        for (bold, text) in
            [false, true].into_iter().flat_map(|bold| texts.map(|text| (bold, text)))
        {
            // A style that is neither justified nor bold itself.
            let span = Span { bold, ..Span::plain(text) };
            let paragraph = Paragraph::new(bc138_report::Style::Recipient, vec![span]);
            let document = Document::new(Meta::default(), vec![paragraph.into()]);
            let pages = layout(&document, &fonts).expect("sets");
            let runs = pages.iter().flat_map(|page| &page.runs);
            let run = runs.max_by_key(|run| run.text.len()).expect("a line");
            let reckoned = width(&run.text, bold, run.size);
            assert!(run.width <= reckoned + 0.02 * run.size, "{text}: {} > {reckoned}", run.width);
            assert!(run.width > reckoned * 0.95, "{text}: {} much below {reckoned}", run.width);
        }
    }

    #[test]
    fn marks_do_not_widen_a_letter() {
        assert!((width("ệ", false, 10.0) - width("e", false, 10.0)).abs() < 1e-6);
        assert!((width("e\u{302}\u{323}", false, 10.0) - width("e", false, 10.0)).abs() < 1e-6);
        assert!(width("ợ", false, 10.0) > width("o", false, 10.0));
    }
}
