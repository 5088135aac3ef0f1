//! A piece of a page that is not placed yet: measured from its own upper left corner.

use crate::page::{Page, PlacedImage, PlacedRule, PlacedRun, PlacedShape};

/// What stands together, whatever it is.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Fragment {
    /// Text.
    pub runs: Vec<PlacedRun>,
    /// Pictures.
    pub images: Vec<PlacedImage>,
    /// Straight lines.
    pub rules: Vec<PlacedRule>,
    /// Lines and areas of drawings.
    pub shapes: Vec<PlacedShape>,
}

impl Fragment {
    /// Makes a fragment of text alone.
    pub(crate) fn of_runs(runs: Vec<PlacedRun>) -> Self {
        Self { runs, ..Self::default() }
    }

    /// Puts the fragment on a page, its corner at the given place.
    pub(crate) fn place(self, page: &mut Page, x: f32, y: f32) {
        page.runs.extend(self.runs.into_iter().map(|run| run.moved(x, y)));
        page.images.extend(self.images.into_iter().map(|image| image.moved(x, y)));
        page.rules.extend(self.rules.into_iter().map(|rule| rule.moved(x, y)));
        page.shapes.extend(self.shapes.into_iter().map(|shape| shape.moved(x, y)));
    }

    /// Adds another fragment, moved by the given distances.
    pub(crate) fn add(&mut self, other: Self, dx: f32, dy: f32) {
        self.runs.extend(other.runs.into_iter().map(|run| run.moved(dx, dy)));
        self.images.extend(other.images.into_iter().map(|image| image.moved(dx, dy)));
        self.rules.extend(other.rules.into_iter().map(|rule| rule.moved(dx, dy)));
        self.shapes.extend(other.shapes.into_iter().map(|shape| shape.moved(dx, dy)));
    }
}
