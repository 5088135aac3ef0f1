//! Printed values at points, as many as there is room for.

use bc138_report::{Anchor, Point};

use super::{LineSeries, Plot};
use crate::canvas::{Canvas, figure, label_box};
use crate::geometry::{Rect, at};
use crate::input::Reading;
use crate::metrics::{ASCENT, DESCENT};
use crate::style::VALUE;

/// What labels must keep clear of.
struct Field {
    lines: Vec<(Point, Point)>,
    taken: Vec<Rect>,
    inside: Rect,
}

/// White between a point and its value.
const CLEAR: f32 = 3.2;

/// Writes values in order of importance, over their points or under them.
pub(super) fn draw(canvas: &mut Canvas, plot: &Plot<'_>, series: &[LineSeries], width: f32) {
    let mut field = Field::new(plot, series, width);
    for (line, year, reading) in by_importance(series) {
        let point = plot.point(year, reading);
        let half = label_box(&figure(reading), VALUE, point, Anchor::Middle).width() / 2.0;
        let places = places(baselines(&series[line], year, point), point, half);
        let places = places.map(|place| at(field.clamped(place.x, half), place.y));
        if let Some(place) = places.into_iter().find(|&place| field.take(reading, place)) {
            canvas.value(reading, VALUE, place, Anchor::Middle);
        }
    }
}

/// Returns where a value may stand, best first: over or under its point, then aslant, then beside.
fn places([better, worse]: [f32; 2], point: Point, half: f32) -> [Point; 8] {
    let (aslant, beside) = (half * 0.8, half + CLEAR);
    let level = point.y + VALUE * (ASCENT - DESCENT) / 2.0;
    [
        at(point.x, better),
        at(point.x, worse),
        at(point.x - aslant, better),
        at(point.x + aslant, better),
        at(point.x - aslant, worse),
        at(point.x + aslant, worse),
        at(point.x + beside, level),
        at(point.x - beside, level),
    ]
}

/// Returns where the baseline may stand: first on the side the line does not come from.
fn baselines(series: &LineSeries, year: usize, point: Point) -> [f32; 2] {
    let over = point.y - CLEAR - VALUE * DESCENT;
    let under = point.y + CLEAR + VALUE * ASCENT;
    let value = |year: usize| {
        series.values.get(year).and_then(Option::as_ref).map(|reading| reading.thousandths)
    };
    let own = value(year);
    let before = year.checked_sub(1).and_then(value);
    let valley = [before, value(year + 1)].into_iter().flatten().all(|other| Some(other) > own)
        && (before.is_some() || value(year + 1).is_some());
    if valley { [under, over] } else { [over, under] }
}

/// Orders values: the last of each line, the highest, the lowest, the first, then the others.
fn by_importance(series: &[LineSeries]) -> Vec<(usize, usize, &Reading)> {
    let mut ranked: Vec<(u8, usize, usize, &Reading)> = Vec::new();
    for (line, values) in series.iter().enumerate() {
        let known: Vec<(usize, &Reading)> = values.known().collect();
        let highest = known.iter().max_by_key(|(_, reading)| reading.thousandths);
        let lowest = known.iter().min_by_key(|(_, reading)| reading.thousandths);
        let ends = [known.last(), highest, lowest, known.first()];
        for &(year, reading) in &known {
            let rank = ends.iter().position(|end| end.is_some_and(|&(other, _)| other == year));
            let rank = rank.and_then(|rank| u8::try_from(rank).ok()).unwrap_or(u8::MAX);
            ranked.push((rank, line, year, reading));
        }
    }
    ranked.sort_by_key(|&(rank, line, year, _)| (rank, line, year));
    ranked.into_iter().map(|(_, line, year, reading)| (line, year, reading)).collect()
}

impl Field {
    fn new(plot: &Plot<'_>, series: &[LineSeries], width: f32) -> Self {
        let pieces = series.iter().flat_map(|line| plot.pieces(line));
        let lines = pieces.flat_map(|piece| {
            let pairs: Vec<_> = piece.windows(2).map(|pair| (pair[0], pair[1])).collect();
            pairs
        });
        let points = series.iter().flat_map(|line| {
            line.known()
                .map(|(year, reading)| around(plot.point(year, reading)))
                .collect::<Vec<_>>()
        });
        let gaps = plot.timeline.gaps.iter();
        let gaps = gaps.map(|&x| (at(x, 0.0), at(x, plot.area.bottom)));
        // A value over a point at the very top still finds its place.
        let room = VALUE * (ASCENT + DESCENT) + CLEAR + 0.5;
        let right = if plot.area.right > width - 8.0 { width } else { plot.area.right };
        let inside = Rect { top: plot.area.top - room, right, ..plot.area };
        Self { lines: lines.chain(gaps).collect(), taken: points.collect(), inside }
    }

    /// Returns the middle of a label moved inside the field.
    fn clamped(&self, x: f32, half: f32) -> f32 {
        x.min(self.inside.right - half).max(self.inside.left + half)
    }

    /// Takes a place for a label when nothing is there yet.
    fn take(&mut self, reading: &Reading, place: Point) -> bool {
        let label = label_box(&figure(reading), VALUE, place, Anchor::Middle);
        let near = Rect { left: label.left - 1.5, right: label.right + 1.5, ..label };
        let inside = label.top >= self.inside.top
            && label.bottom <= self.inside.bottom
            && label.left >= self.inside.left
            && label.right <= self.inside.right;
        let free = inside
            && !self.taken.iter().any(|&taken| taken.overlaps(near))
            && !self.lines.iter().any(|&(from, to)| label.crossed_by(from, to));
        if free {
            self.taken.push(near);
        }
        free
    }
}

/// Returns the box of a point.
fn around(point: Point) -> Rect {
    Rect::spanning(at(point.x - 2.4, point.y - 2.4), at(point.x + 2.4, point.y + 2.4))
}
