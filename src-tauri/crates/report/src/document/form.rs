//! A page filled at fixed places: certificates and pre-printed forms.

use super::text::Paragraph;
use crate::stylesheet::Align;

/// A page whose texts stand at fixed places. The places are settings of the office, in millimetres
/// from the top left corner of the paper.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Form {
    /// The texts.
    pub fields: Vec<FormField>,
    /// Distance in millimetres by which everything moves to the right (to meet the printed form).
    pub shift_right_mm: f32,
    /// Distance in millimetres by which everything moves down.
    pub shift_down_mm: f32,
    /// Draws the outline of every field and a ruler: the test sheet.
    pub test: bool,
}

/// One text of a form.
#[derive(Clone, Debug, PartialEq)]
pub struct FormField {
    /// Left edge in millimetres.
    pub left_mm: f32,
    /// Upper edge in millimetres.
    pub top_mm: f32,
    /// Width in millimetres.
    pub width_mm: f32,
    /// Height in millimetres; the text is made smaller until it fits.
    pub height_mm: f32,
    /// Size in points when there is room.
    pub size_pt: f32,
    /// Placement of the lines.
    pub align: Align,
    /// The text.
    pub paragraph: Paragraph,
}
