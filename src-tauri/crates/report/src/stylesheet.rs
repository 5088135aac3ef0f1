//! Sizes, margins and paragraph rules, all after NĐ 30/2020/NĐ-CP, Phụ lục I.
//!
//! Owns every number that decides how a page looks. Both the page layout and the DOCX styles read
//! it, so the two files agree. Must not know fonts or pages.

use crate::document::{SizeSet, Style};

/// Points in one millimetre.
pub const PT_PER_MM: f32 = 72.0 / 25.4;

/// Paper and margins in millimetres (NĐ 30/2020/NĐ-CP, Phụ lục I, mục I.1 và I.4).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PageSetup {
    /// A4 width: 210 mm.
    pub width_mm: f32,
    /// A4 height: 297 mm.
    pub height_mm: f32,
    /// Top margin, allowed 20–25 mm.
    pub top_mm: f32,
    /// Bottom margin, allowed 20–25 mm.
    pub bottom_mm: f32,
    /// Left margin, allowed 30–35 mm.
    pub left_mm: f32,
    /// Right margin, allowed 15–20 mm.
    pub right_mm: f32,
    /// Distance from the top edge to the line of the page number, which stands centred in the
    /// top margin (Phụ lục I, mục I.7).
    pub header_mm: f32,
    /// Size of the page number, allowed 13–14 pt upright.
    pub page_number_pt: f32,
    /// Largest height of a picture.
    pub picture_max_height_mm: f32,
}

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

impl Default for PageSetup {
    fn default() -> Self {
        Self {
            width_mm: 210.0,
            height_mm: 297.0,
            top_mm: 20.0,
            bottom_mm: 20.0,
            left_mm: 30.0,
            right_mm: 20.0,
            header_mm: 10.0,
            page_number_pt: 13.0,
            picture_max_height_mm: 90.0,
        }
    }
}

impl PageSetup {
    /// Returns the width of the text in points.
    #[must_use]
    pub fn text_width_pt(&self) -> f32 {
        (self.width_mm - self.left_mm - self.right_mm) * PT_PER_MM
    }

    /// Returns the size in points of a picture: as wide as the text, but never too tall.
    #[must_use]
    #[expect(clippy::cast_precision_loss, reason = "pixel counts are far below 2^24")]
    pub fn picture_size_pt(&self, width_px: u32, height_px: u32) -> (f32, f32) {
        let (width, height) = (width_px.max(1) as f32, height_px.max(1) as f32);
        let tallest = self.picture_max_height_mm * PT_PER_MM;
        let scale = (self.text_width_pt() / width).min(tallest / height);
        (width * scale, height * scale)
    }

    /// Returns the height of the text in points.
    #[must_use]
    pub fn text_height_pt(&self) -> f32 {
        (self.height_mm - self.top_mm - self.bottom_mm) * PT_PER_MM
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
        Style::Motto | Style::Kind | Style::SignerRole | Style::AnnexTitle => {
            StyleRule { bold: true, ..OFFICIAL }
        }
        Style::Subject => StyleRule { bold: true, after_pt: 12.0, ..OFFICIAL },
        Style::AnnexNumber => StyleRule { size_pt: 14.0, bold: true, ..OFFICIAL },
        Style::SignerName => StyleRule { bold: true, before_pt: 70.0, ..OFFICIAL },
        Style::Number => StyleRule { size_pt: 13.0, before_pt: 6.0, ..OFFICIAL },
        Style::LetterSubject => StyleRule { size_pt: 13.0, before_pt: 6.0, ..OFFICIAL },
        Style::PlaceDate => StyleRule { italic: true, before_pt: 6.0, ..OFFICIAL },
        Style::Addressee => StyleRule { before_pt: 6.0, after_pt: 12.0, ..HEAD },
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
