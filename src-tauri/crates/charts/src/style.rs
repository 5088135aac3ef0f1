//! Sizes, thicknesses and greys common to all charts. Points; percent of black.

/// Names of groups, units and panels.
pub(crate) const LABEL: f32 = 8.5;
/// Printed values.
pub(crate) const VALUE: f32 = 8.0;
/// Axis, units, captions of breaks.
pub(crate) const SMALL: f32 = 7.5;
/// The smallest size still read without a glass.
pub(crate) const LEAST: f32 = 6.0;

/// Lines that only lead the eye.
pub(crate) const HAIR: f32 = 0.35;
/// Lines of the grid: narrow grey areas.
pub(crate) const GRID: f32 = 0.4;
/// Grey of the grid.
pub(crate) const GRID_GREY: u8 = 20;
/// The zero line.
pub(crate) const AXIS: f32 = 0.7;
/// Lines of data.
pub(crate) const DATA: f32 = 1.2;

/// The tallest drawing that leaves room for a caption on A4.
pub(crate) const TALLEST: f32 = 618.0;
/// White between things that belong together.
pub(crate) const NEAR: f32 = 3.0;
/// White between things that do not.
pub(crate) const APART: f32 = 8.0;
