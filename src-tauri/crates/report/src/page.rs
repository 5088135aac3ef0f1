//! Finished pages: glyphs, pictures and rules at fixed places.
//!
//! Owns the types between the layout and the page writers. All lengths are points, measured from
//! the top left corner of the paper. Must not know how any file format works.

use std::ops::Range;
use std::sync::Arc;

use crate::fonts::Face;
use crate::picture::PreparedPicture;

/// One sheet of paper.
#[derive(Clone, Debug, PartialEq)]
pub struct Page {
    /// Page number from 1.
    pub number: usize,
    /// Width of the paper.
    pub width: f32,
    /// Height of the paper.
    pub height: f32,
    /// Text, top to bottom.
    pub runs: Vec<PlacedRun>,
    /// Pictures.
    pub images: Vec<PlacedImage>,
    /// Drawn lines.
    pub rules: Vec<PlacedRule>,
}

/// Glyphs of one face and one source on one baseline.
#[derive(Clone, Debug, PartialEq)]
pub struct PlacedRun {
    /// The face.
    pub face: Face,
    /// Size.
    pub size: f32,
    /// Left end of the run.
    pub x: f32,
    /// Baseline, from the top of the paper.
    pub baseline: f32,
    /// Advance of the whole run, stretched spaces included.
    pub width: f32,
    /// What the run says, with ordinary spaces.
    pub text: String,
    /// The glyphs from left to right.
    pub glyphs: Vec<PlacedGlyph>,
    /// Opaque id of where a figure comes from.
    pub source: Option<String>,
}

/// One glyph of a run.
#[derive(Clone, Debug, PartialEq)]
pub struct PlacedGlyph {
    /// Index in the font.
    pub id: u16,
    /// Offset from the left end of the run.
    pub x: f32,
    /// The part of [`PlacedRun::text`] it stands for.
    pub text: Range<usize>,
}

/// A picture at its final size.
#[derive(Clone, Debug, PartialEq)]
pub struct PlacedImage {
    /// The picture.
    pub picture: Arc<PreparedPicture>,
    /// Left edge.
    pub x: f32,
    /// Top edge.
    pub y: f32,
    /// Width on paper.
    pub width: f32,
    /// Height on paper.
    pub height: f32,
}

/// A straight black line, horizontal or vertical.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PlacedRule {
    /// Left end.
    pub x: f32,
    /// Upper end.
    pub y: f32,
    /// Extent to the right.
    pub width: f32,
    /// Extent downwards.
    pub height: f32,
    /// Thickness of the line.
    pub thickness: f32,
}

impl Page {
    /// Makes an empty page.
    pub(crate) fn empty(number: usize, width: f32, height: f32) -> Self {
        Self { number, width, height, runs: Vec::new(), images: Vec::new(), rules: Vec::new() }
    }
}

impl PlacedRun {
    /// Returns the run moved by the given distances.
    pub(crate) fn moved(mut self, dx: f32, dy: f32) -> Self {
        self.x += dx;
        self.baseline += dy;
        self
    }
}
