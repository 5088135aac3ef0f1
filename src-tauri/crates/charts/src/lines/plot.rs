//! The field lines are drawn on: an axis, a time line, and where a value stands.

use bc138_report::{Anchor, Dash, Point};

use crate::canvas::Canvas;
use crate::geometry::{Rect, at};
use crate::input::{Reading, Years};
use crate::lines::LineSeries;
use crate::scale::Scale;
use crate::style::{AXIS, SMALL};
use crate::timeline::Timeline;

/// A field of values over years.
pub(crate) struct Plot<'a> {
    /// Where lines are drawn.
    pub(crate) area: Rect,
    /// The axis of values.
    pub(crate) scale: Scale,
    /// Where years stand.
    pub(crate) timeline: &'a Timeline,
    /// The years.
    pub(crate) years: &'a Years,
}

impl Plot<'_> {
    /// Returns the height of a value.
    pub(crate) fn y(&self, value: i64) -> f32 {
        self.scale.place(value, self.area.bottom, self.area.top)
    }

    /// Returns the point of a value.
    pub(crate) fn point(&self, year: usize, reading: &Reading) -> Point {
        at(self.timeline.years[year], self.y(reading.thousandths))
    }

    /// Returns the straight pieces of a line: between neighbouring years that both have a value and
    /// no break between them.
    pub(crate) fn pieces(&self, series: &LineSeries) -> Vec<Vec<Point>> {
        let mut pieces: Vec<Vec<Point>> = Vec::new();
        let mut last = None;
        for (year, reading) in series.known() {
            let joined =
                last.is_some_and(|last| last + 1 == year) && !self.years.breaks_before(year);
            let point = self.point(year, reading);
            match pieces.last_mut() {
                Some(piece) if joined => piece.push(point),
                _ => pieces.push(vec![point]),
            }
            last = Some(year);
        }
        pieces
    }

    /// Draws the grid and the axis of years; a zero line of its own when values lie below it.
    pub(crate) fn grid(&self, canvas: &mut Canvas) {
        let ticks = self.scale.ticks();
        for &tick in &ticks[1..] {
            let y = self.y(tick);
            if tick == 0 {
                canvas.line(vec![at(self.area.left, y), at(self.area.right, y)], AXIS, Dash::Solid);
            } else {
                canvas.grid(at(self.area.left, y), at(self.area.right, y));
            }
        }
        self.timeline.axis(canvas, self.area.bottom);
        if !self.scale.has_zero() {
            self.cut(canvas);
        }
    }

    /// Marks an axis that does not begin at zero: a short zigzag at its foot.
    fn cut(&self, canvas: &mut Canvas) {
        let (x, y) = (self.area.left, self.area.bottom);
        let zigzag = [(0.0, 0.0), (0.0, -2.0), (2.0, -3.2), (-2.0, -5.6), (0.0, -6.8), (0.0, -9.0)];
        let points = zigzag.iter().map(|(dx, dy)| at(x + dx, y + dy)).collect();
        canvas.line(points, AXIS, Dash::Solid);
    }

    /// Writes the marked values to the left.
    pub(crate) fn ticks(&self, canvas: &mut Canvas, print: fn(i64) -> String) {
        for tick in self.scale.ticks() {
            let place = at(self.area.left - 4.0, self.y(tick) + SMALL * 0.33);
            canvas.text(&print(tick), SMALL, place, Anchor::End);
        }
    }
}
