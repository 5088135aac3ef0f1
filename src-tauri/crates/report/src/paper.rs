//! Paper and margins (NĐ 30/2020/NĐ-CP, Phụ lục I, mục I).
//!
//! Every margin lies within the limits of mục I.4: above and below 20–25 mm, left 30–35 mm, right
//! 15–20 mm. The decree knows them for A4; A3 takes the same.

use crate::document::Paper;

/// Points in one millimetre.
pub const PT_PER_MM: f32 = 72.0 / 25.4;

/// Paper and margins in millimetres.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PageSetup {
    /// Width of the sheet as it is read.
    pub width_mm: f32,
    /// Height of the sheet as it is read.
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

/// A4 upright, bound at its left edge.
const A4: PageSetup = PageSetup {
    width_mm: 210.0,
    height_mm: 297.0,
    top_mm: 20.0,
    bottom_mm: 20.0,
    left_mm: 30.0,
    right_mm: 20.0,
    header_mm: 10.0,
    page_number_pt: 13.0,
    picture_max_height_mm: 90.0,
};

/// A4 lying. In a stack of upright sheets it is bound at its upper edge, so that margin is the
/// widest allowed; the left one may not be narrower than 30 mm, and the right one is the narrowest
/// allowed, as annexes need the width.
const A4_LANDSCAPE: PageSetup =
    PageSetup { width_mm: 297.0, height_mm: 210.0, top_mm: 25.0, right_mm: 15.0, ..A4 };

/// A3 lying. It is bound at its left edge and folded to A4.
const A3_LANDSCAPE: PageSetup =
    PageSetup { width_mm: 420.0, height_mm: 297.0, right_mm: 15.0, ..A4 };

impl Default for PageSetup {
    fn default() -> Self {
        A4
    }
}

impl PageSetup {
    /// Returns the setup of a paper.
    #[must_use]
    pub const fn of(paper: Paper) -> Self {
        match paper {
            Paper::A4 => A4,
            Paper::A4Landscape => A4_LANDSCAPE,
            Paper::A3Landscape => A3_LANDSCAPE,
        }
    }

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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn margins_lie_within_the_limits_of_the_decree() {
        for paper in [Paper::A4, Paper::A4Landscape, Paper::A3Landscape] {
            let setup = PageSetup::of(paper);
            assert!((20.0..=25.0).contains(&setup.top_mm), "{paper:?}");
            assert!((20.0..=25.0).contains(&setup.bottom_mm), "{paper:?}");
            assert!((30.0..=35.0).contains(&setup.left_mm), "{paper:?}");
            assert!((15.0..=20.0).contains(&setup.right_mm), "{paper:?}");
            assert!((13.0..=14.0).contains(&setup.page_number_pt), "{paper:?}");
        }
    }
}
