//! Lengths as Office Open XML counts them: whole twips, half points and English metric units.

/// Twentieths of a point in one millimetre.
const TWIPS_PER_MM: f32 = 1440.0 / 25.4;
/// Twentieths of a point in one point.
const TWIPS_PER_PT: f32 = 20.0;
/// English metric units in one point.
const EMU_PER_PT: f32 = 12_700.0;

/// Converts millimetres to whole twips.
pub(super) fn twips_of_mm(millimetres: f32) -> i32 {
    whole(millimetres * TWIPS_PER_MM)
}

/// Converts points to whole twips.
pub(super) fn twips(points: f32) -> i32 {
    whole(points * TWIPS_PER_PT)
}

/// Converts points to whole English metric units.
pub(super) fn emu(points: f32) -> i32 {
    whole(points * EMU_PER_PT)
}

/// Converts points to half points, the unit of font sizes.
pub(super) fn half_points(points: f32) -> i32 {
    whole(points * 2.0)
}

/// Rounds; a length no paper has is clamped, never wrapped around.
#[expect(clippy::cast_possible_truncation, reason = "a cast from a float saturates")]
fn whole(length: f32) -> i32 {
    length.round() as i32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paper_and_type_have_the_numbers_word_shows() {
        assert_eq!((twips_of_mm(210.0), twips_of_mm(297.0)), (11_906, 16_838));
        assert_eq!((twips_of_mm(25.4), twips(72.0), emu(72.0)), (1440, 1440, 914_400));
        assert_eq!(half_points(10.5), 21);
    }

    #[test]
    fn absurd_lengths_saturate() {
        assert_eq!((emu(f32::MAX), emu(f32::NAN)), (i32::MAX, 0));
    }
}
