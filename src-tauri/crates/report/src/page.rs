//! Finished pages: glyphs, pictures, rules and shapes at fixed places.
//!
//! Owns the types between the layout and the page writers. All lengths are points, measured from
//! the top left corner of the paper. Must not know how any file format works.

use std::ops::Range;
use std::sync::Arc;

use crate::document::{Dash, Fill, Point};
use crate::fonts::Face;
use crate::picture::PreparedPicture;

/// One sheet of paper.
#[derive(Clone, Debug, PartialEq)]
pub struct Page {
    /// Place among all pages of the document, from 1; unlike the number it occurs once.
    pub position: usize,
    /// Page number within its section, from 1.
    pub number: usize,
    /// Width of the paper.
    pub width: f32,
    /// Height of the paper.
    pub height: f32,
    /// Text, top to bottom.
    pub runs: Vec<PlacedRun>,
    /// Pictures.
    pub images: Vec<PlacedImage>,
    /// Straight lines, horizontal and vertical.
    pub rules: Vec<PlacedRule>,
    /// Lines and areas of drawings, from back to front.
    pub shapes: Vec<PlacedShape>,
}

/// Glyphs of one face and one source on one baseline.
#[derive(Clone, Debug, PartialEq)]
pub struct PlacedRun {
    /// The face.
    pub face: Face,
    /// Size.
    pub size: f32,
    /// Left end of the run; of a turned run its lower end.
    pub x: f32,
    /// Baseline, from the top of the paper; of a turned run the place where it begins.
    pub baseline: f32,
    /// Advance of the whole run, stretched spaces included.
    pub width: f32,
    /// What the run says, with ordinary spaces.
    pub text: Arc<str>,
    /// The glyphs from left to right.
    pub glyphs: Arc<[PlacedGlyph]>,
    /// Opaque id of where a figure comes from.
    pub source: Option<String>,
    /// Number of the paragraph it stands in, where the application gave it one.
    pub paragraph: Option<usize>,
    /// Whether the run reads from bottom to top, about its left end.
    pub turned: bool,
    /// Whether the page only repeats or adds it: a page number, the head of a table that goes on
    /// from the page before. It is no part of what the document says (ISO 32000-1, 14.8.2.2).
    pub repeated: bool,
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

/// A part of a drawing.
#[derive(Clone, Debug, PartialEq)]
pub enum PlacedShape {
    /// A black line through points.
    Stroke {
        /// At least two.
        points: Vec<Point>,
        /// Thickness of the line.
        thickness: f32,
        /// Dashes.
        dash: Dash,
    },
    /// A filled shape.
    Area {
        /// Corners; closed by itself.
        points: Vec<Point>,
        /// How it is filled.
        fill: Fill,
        /// Thickness of the black outline; none at zero.
        outline: f32,
    },
}

impl Page {
    /// Makes an empty page; its position is given once all pages are known.
    pub(crate) fn empty(number: usize, width: f32, height: f32) -> Self {
        Self {
            position: number,
            number,
            width,
            height,
            runs: Vec::new(),
            images: Vec::new(),
            rules: Vec::new(),
            shapes: Vec::new(),
        }
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

impl PlacedImage {
    /// Returns the picture moved by the given distances.
    pub(crate) fn moved(mut self, dx: f32, dy: f32) -> Self {
        self.x += dx;
        self.y += dy;
        self
    }
}

impl PlacedRule {
    /// Returns the rule moved by the given distances.
    pub(crate) fn moved(mut self, dx: f32, dy: f32) -> Self {
        self.x += dx;
        self.y += dy;
        self
    }
}

impl PlacedShape {
    /// Returns the shape moved by the given distances.
    pub(crate) fn moved(mut self, dx: f32, dy: f32) -> Self {
        let (Self::Stroke { points, .. } | Self::Area { points, .. }) = &mut self;
        for point in points {
            point.x += dx;
            point.y += dy;
        }
        self
    }
}
