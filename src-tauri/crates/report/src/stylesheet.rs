//! Sizes and paragraph rules, all after NĐ 30/2020/NĐ-CP, Phụ lục I.
//!
//! Owns, with `paper.rs`, every number that decides how a page looks. Both the page layout and the
//! DOCX styles read it, so the two files agree. Must not know fonts or pages.

use crate::document::{Density, RowRole, SizeSet, Style};
pub use crate::paper::{PT_PER_MM, PageSetup};

/// Horizontal placement of the lines of a paragraph.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Align {
    /// Flush left, flush right; the last line is not stretched.
    #[default]
    Justify,
    /// Flush left.
    Left,
    /// Centred.
    Centre,
    /// Flush right.
    Right,
}

/// How one [`Style`] is set.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct StyleRule {
    /// Size in points.
    pub size_pt: f32,
    /// Bold throughout.
    pub bold: bool,
    /// Italic throughout.
    pub italic: bool,
    /// Placement of the lines.
    pub align: Align,
    /// Indent of the first line.
    pub first_indent_mm: f32,
    /// Space above, dropped at the top of a page.
    pub before_pt: f32,
    /// Space below.
    pub after_pt: f32,
    /// Line pitch as a multiple of the size.
    pub line_height: f32,
    /// Never the last thing on a page.
    pub keep_with_next: bool,
    /// Never the first thing on a page.
    pub keep_with_previous: bool,
    /// Text set before the paragraph, e.g. the dash of an item.
    pub lead_in: &'static str,
}

/// The paper and the rule of every style.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct StyleSheet {
    /// Paper and margins.
    pub page: PageSetup,
    /// The size set.
    pub sizes: SizeSet,
}

impl Density {
    /// Returns the size of the text in cells, if it is not the style's own.
    #[must_use]
    pub const fn size_pt(self) -> Option<f32> {
        match self {
            Self::Own => None,
            Self::Normal => Some(12.0),
            Self::Small => Some(10.5),
            Self::Fine => Some(9.0),
        }
    }
}

/// Running text: 14 pt justified, indent 1,27 cm, at least 6 pt between paragraphs, line pitch
/// between single and 1,5 lines (NĐ 30/2020/NĐ-CP, Phụ lục I, mục II.6).
const BODY: StyleRule = StyleRule {
    size_pt: 14.0,
    bold: false,
    italic: false,
    align: Align::Justify,
    first_indent_mm: 12.7,
    before_pt: 0.0,
    after_pt: 6.0,
    line_height: 1.25,
    keep_with_next: false,
    keep_with_previous: false,
    lead_in: "",
};

/// Centred lines at the head of the document.
const HEAD: StyleRule =
    StyleRule { align: Align::Centre, first_indent_mm: 0.0, keep_with_next: true, ..BODY };

/// A flush-left line without indent.
const LINE: StyleRule = StyleRule { align: Align::Left, first_indent_mm: 0.0, ..BODY };

/// Centred line of the head of an official document: tight, as several stand under each other.
const OFFICIAL: StyleRule = StyleRule { after_pt: 0.0, line_height: 1.15, ..HEAD };

impl StyleSheet {
    /// Returns the rule of a style, at the sizes of the size set.
    #[must_use]
    pub fn rule(&self, style: Style) -> StyleRule {
        let rule = Self::large(style);
        let fixed = matches!(
            style,
            Style::Organisation
                | Style::Title
                | Style::Caption
                | Style::Note
                | Style::Number
                | Style::RecipientsHead
                | Style::Recipient
                | Style::AnnexNumber
                | Style::TableHead
                | Style::TableCell
                | Style::TableNote
                | Style::Display
        );
        match self.sizes {
            SizeSet::Small if !fixed => StyleRule { size_pt: rule.size_pt - 1.0, ..rule },
            _ => rule,
        }
    }

    /// Returns the rule of a paragraph in a table. Cells of the two table styles take the size of
    /// the density and, except for headings, the placement of their column; a title of a group and
    /// a total are bold. Paragraphs of other styles stay what they are.
    #[must_use]
    pub fn cell_rule(
        &self,
        style: Style,
        density: Density,
        align: Align,
        role: RowRole,
    ) -> StyleRule {
        let rule = self.rule(style);
        let size_pt = density.size_pt().unwrap_or(rule.size_pt);
        match style {
            Style::TableHead => StyleRule { size_pt, ..rule },
            Style::TableCell => {
                StyleRule { size_pt, align, bold: rule.bold || role != RowRole::Body, ..rule }
            }
            _ => rule,
        }
    }

    /// Returns the rule of a note under a table: never larger than its cells.
    #[must_use]
    pub fn note_rule(&self, style: Style, density: Density) -> StyleRule {
        let rule = self.rule(style);
        let largest = density.size_pt().unwrap_or(rule.size_pt);
        StyleRule { size_pt: rule.size_pt.min(largest), ..rule }
    }

    /// The rule of a style in the size set 13, 14, 14.
    fn large(style: Style) -> StyleRule {
        match style {
            Style::Organisation => StyleRule { size_pt: 13.0, after_pt: 12.0, ..HEAD },
            Style::Title => StyleRule { size_pt: 15.0, bold: true, after_pt: 8.0, ..HEAD },
            Style::Subtitle => StyleRule { italic: true, after_pt: 12.0, ..HEAD },
            Style::Lead => StyleRule { bold: true, ..BODY },
            Style::Body => BODY,
            Style::Heading | Style::Part | Style::Clause => {
                StyleRule { bold: true, before_pt: 6.0, keep_with_next: true, ..BODY }
            }
            Style::Point => StyleRule { keep_with_next: true, ..BODY },
            Style::Item => StyleRule { lead_in: "- ", ..BODY },
            Style::Caption => {
                StyleRule { size_pt: 12.0, italic: true, keep_with_next: false, ..HEAD }
            }
            Style::Byline => StyleRule {
                bold: true,
                align: Align::Right,
                first_indent_mm: 0.0,
                before_pt: 6.0,
                keep_with_previous: true,
                ..BODY
            },
            Style::Note => StyleRule { size_pt: 12.0, after_pt: 4.0, ..BODY },
            other => official(other),
        }
    }
}

/// The rules of the parts of an official document (NĐ 30/2020/NĐ-CP, Phụ lục I).
fn official(style: Style) -> StyleRule {
    match style {
        Style::ParentAgency => StyleRule { size_pt: 13.0, ..OFFICIAL },
        Style::Nation | Style::Agency => StyleRule { size_pt: 13.0, bold: true, ..OFFICIAL },
        Style::Kind => StyleRule { bold: true, before_pt: 12.0, ..OFFICIAL },
        Style::Motto | Style::SignerRole | Style::AnnexTitle => {
            StyleRule { bold: true, ..OFFICIAL }
        }
        Style::Subject => StyleRule { bold: true, after_pt: 12.0, ..OFFICIAL },
        Style::AnnexNumber => StyleRule { size_pt: 14.0, bold: true, ..OFFICIAL },
        Style::SignerName => StyleRule { bold: true, before_pt: 70.0, ..OFFICIAL },
        Style::Number => StyleRule { size_pt: 13.0, before_pt: 6.0, ..OFFICIAL },
        Style::LetterSubject => StyleRule { size_pt: 13.0, before_pt: 6.0, ..OFFICIAL },
        Style::PlaceDate => StyleRule { italic: true, before_pt: 6.0, ..OFFICIAL },
        Style::Addressee => StyleRule { before_pt: 6.0, after_pt: 12.0, ..HEAD },
        Style::AddresseeItem => StyleRule { after_pt: 3.0, keep_with_next: true, ..LINE },
        Style::AnnexReference => StyleRule { italic: true, after_pt: 12.0, ..OFFICIAL },
        Style::Ground => StyleRule { italic: true, ..BODY },
        Style::RecipientsHead => {
            StyleRule { size_pt: 12.0, bold: true, italic: true, after_pt: 0.0, ..LINE }
        }
        Style::Recipient => {
            StyleRule { size_pt: 11.0, after_pt: 0.0, line_height: 1.1, lead_in: "- ", ..LINE }
        }
        Style::TableHead => StyleRule { size_pt: 12.0, bold: true, ..CELL },
        Style::TableNote => StyleRule { size_pt: 11.0, after_pt: 2.0, ..LINE },
        Style::Display => StyleRule { size_pt: 26.0, bold: true, line_height: 1.1, ..OFFICIAL },
        _ => StyleRule { size_pt: 12.0, ..CELL },
    }
}

/// Text in a table's cell; the column decides its placement.
const CELL: StyleRule = StyleRule {
    align: Align::Centre,
    first_indent_mm: 0.0,
    after_pt: 0.0,
    line_height: 1.15,
    ..BODY
};

#[cfg(test)]
mod tests {
    use super::*;

    /// Allowed sizes in points, bold and italic (NĐ 30/2020/NĐ-CP, Phụ lục I).
    const ALLOWED: [(Style, [f32; 2], bool, bool); 21] = [
        (Style::Nation, [12.0, 13.0], true, false),
        (Style::Motto, [13.0, 14.0], true, false),
        (Style::ParentAgency, [12.0, 13.0], false, false),
        (Style::Agency, [12.0, 13.0], true, false),
        (Style::Number, [13.0, 13.0], false, false),
        (Style::LetterSubject, [12.0, 13.0], false, false),
        (Style::PlaceDate, [13.0, 14.0], false, true),
        (Style::Kind, [13.0, 14.0], true, false),
        (Style::Subject, [13.0, 14.0], true, false),
        (Style::Addressee, [13.0, 14.0], false, false),
        (Style::AddresseeItem, [13.0, 14.0], false, false),
        (Style::Ground, [13.0, 14.0], false, true),
        (Style::Body, [13.0, 14.0], false, false),
        (Style::Part, [13.0, 14.0], true, false),
        (Style::Clause, [13.0, 14.0], true, false),
        (Style::Point, [13.0, 14.0], false, false),
        (Style::SignerRole, [13.0, 14.0], true, false),
        (Style::SignerName, [13.0, 14.0], true, false),
        (Style::RecipientsHead, [12.0, 12.0], true, true),
        (Style::Recipient, [11.0, 11.0], false, false),
        (Style::AnnexNumber, [14.0, 14.0], true, false),
    ];

    #[test]
    fn parts_of_an_official_document_have_the_sizes_of_the_decree() {
        for sizes in [SizeSet::Small, SizeSet::Large] {
            let sheet = StyleSheet { sizes, ..StyleSheet::default() };
            for (style, [least, most], bold, italic) in ALLOWED {
                let rule = sheet.rule(style);
                assert!((least..=most).contains(&rule.size_pt), "{style:?} {}", rule.size_pt);
                assert_eq!((rule.bold, rule.italic), (bold, italic), "{style:?}");
            }
        }
    }

    #[test]
    fn the_three_sizes_of_a_set_move_together() {
        let of = |sizes| {
            let sheet = StyleSheet { sizes, ..StyleSheet::default() };
            [Style::Nation, Style::Motto, Style::PlaceDate].map(|style| sheet.rule(style).size_pt)
        };
        assert_eq!(of(SizeSet::Small), [12.0, 13.0, 13.0]);
        assert_eq!(of(SizeSet::Large), [13.0, 14.0, 14.0]);
    }

    #[test]
    fn running_text_keeps_the_distances_of_the_decree() {
        for style in [Style::Body, Style::Item, Style::Ground, Style::Part, Style::Clause] {
            let rule = StyleSheet::default().rule(style);
            assert!([10.0, 12.7].contains(&rule.first_indent_mm), "indent of {style:?}");
            assert!(rule.after_pt >= 6.0, "space between paragraphs of {style:?}");
            assert!((1.0..=1.5).contains(&rule.line_height), "pitch of {style:?}");
        }
    }

    #[test]
    fn a_cell_takes_size_from_its_density_and_place_from_its_column() {
        let sheet = StyleSheet::default();
        let rule = sheet.cell_rule(Style::TableCell, Density::Fine, Align::Right, RowRole::Total);
        assert_eq!((rule.size_pt, rule.align, rule.bold), (9.0, Align::Right, true));
        let name = sheet.cell_rule(Style::SignerName, Density::Fine, Align::Right, RowRole::Total);
        assert_eq!(name, sheet.rule(Style::SignerName));
    }
}
