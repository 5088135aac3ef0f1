//! Drawings: what charts are made of, the same on screen, in the PDF and in Word.
//!
//! Lengths are points, from the top left corner of the drawing, y downwards.

use super::text::Span;

/// A vector drawing of a fixed size.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Drawing {
    /// Width.
    pub width: f32,
    /// Height.
    pub height: f32,
    /// What is drawn, from back to front.
    pub marks: Vec<Mark>,
    /// The drawing in words, for those who cannot see it; never empty.
    pub description: String,
}

/// A place in a drawing.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Point {
    /// To the right.
    pub x: f32,
    /// Downwards.
    pub y: f32,
}

/// One thing drawn.
#[derive(Clone, Debug, PartialEq)]
pub enum Mark {
    /// A line through points.
    Line {
        /// At least two.
        points: Vec<Point>,
        /// Thickness.
        thickness: f32,
        /// Dashes.
        dash: Dash,
    },
    /// A filled shape, with an outline when `outline` is above zero.
    Area {
        /// Corners, at least three; closed by itself.
        points: Vec<Point>,
        /// How it is filled.
        fill: Fill,
        /// Thickness of the outline, black.
        outline: f32,
    },
    /// A line of text.
    Label {
        /// The text and where a figure comes from.
        span: Span,
        /// Size.
        size: f32,
        /// The end, middle or start of the baseline.
        at: Point,
        /// Which of them.
        anchor: Anchor,
    },
}

/// How a line is broken.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Dash {
    /// Unbroken.
    #[default]
    Solid,
    /// Short dashes.
    Dashed,
    /// Dots.
    Dotted,
}

/// Fills that stay apart on a black-and-white printer.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Fill {
    /// Paper.
    #[default]
    White,
    /// A grey of this percentage of black, 0–100.
    Grey(u8),
}

/// Which point of a label its place names.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Anchor {
    /// Left end.
    #[default]
    Start,
    /// Middle.
    Middle,
    /// Right end.
    End,
}
