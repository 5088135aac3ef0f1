//! Rectangles and polygons. y grows downwards.

use bc138_report::Point;

/// An upright rectangle.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct Rect {
    /// Left edge.
    pub(crate) left: f32,
    /// Upper edge.
    pub(crate) top: f32,
    /// Right edge.
    pub(crate) right: f32,
    /// Lower edge.
    pub(crate) bottom: f32,
}

impl Rect {
    /// Makes a rectangle from two corners, whichever they are.
    pub(crate) const fn spanning(a: Point, b: Point) -> Self {
        let (left, right) = (a.x.min(b.x), a.x.max(b.x));
        let (top, bottom) = (a.y.min(b.y), a.y.max(b.y));
        Self { left, top, right, bottom }
    }

    /// Returns the width.
    pub(crate) const fn width(self) -> f32 {
        self.right - self.left
    }

    /// Returns the height.
    pub(crate) const fn height(self) -> f32 {
        self.bottom - self.top
    }

    /// Returns the corners, clockwise.
    pub(crate) fn corners(self) -> Vec<Point> {
        let Self { left, top, right, bottom } = self;
        vec![at(left, top), at(right, top), at(right, bottom), at(left, bottom)]
    }

    /// Tells whether two rectangles have more than an edge in common.
    pub(crate) fn overlaps(self, other: Self) -> bool {
        self.left < other.right
            && other.left < self.right
            && self.top < other.bottom
            && other.top < self.bottom
    }

    /// Tells whether a straight line passes through.
    pub(crate) fn crossed_by(self, from: Point, to: Point) -> bool {
        let (mut enter, mut leave) = (0.0_f32, 1.0_f32);
        let edges = [
            (from.x, to.x - from.x, self.left, self.right),
            (from.y, to.y - from.y, self.top, self.bottom),
        ];
        for (start, step, low, high) in edges {
            if step.abs() < f32::EPSILON {
                if start <= low || start >= high {
                    return false;
                }
                continue;
            }
            let (a, b) = ((low - start) / step, (high - start) / step);
            enter = enter.max(a.min(b));
            leave = leave.min(a.max(b));
        }
        enter < leave
    }
}

/// Makes a point.
pub(crate) const fn at(x: f32, y: f32) -> Point {
    Point { x, y }
}

/// Returns a regular polygon standing on `turn` (in parts of a whole turn).
pub(crate) fn polygon(centre: Point, radius: f32, corners: u8, turn: f32) -> Vec<Point> {
    let angle =
        |corner: u8| (f32::from(corner) / f32::from(corners) + turn) * std::f32::consts::TAU;
    (0..corners)
        .map(angle)
        .map(|angle| at(centre.x + radius * angle.sin(), centre.y - radius * angle.cos()))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_crosses_only_what_it_passes_through() {
        let rect = Rect { left: 0.0, top: 0.0, right: 10.0, bottom: 10.0 };
        assert!(rect.crossed_by(at(-5.0, 5.0), at(15.0, 5.0)));
        assert!(rect.crossed_by(at(2.0, 2.0), at(3.0, 3.0)), "inside");
        assert!(!rect.crossed_by(at(-5.0, 0.0), at(15.0, 0.0)), "along an edge");
        assert!(!rect.crossed_by(at(-5.0, 4.0), at(4.0, -5.0)), "past a corner");
        assert!(!rect.crossed_by(at(12.0, 5.0), at(15.0, 5.0)), "beside");
    }
}
