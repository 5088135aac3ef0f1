//! Years from left to right, with gaps where borders or definitions changed.

use bc138_report::{Anchor, Dash, Point};

use crate::canvas::Canvas;
use crate::error::ChartError;
use crate::geometry::at;
use crate::input::Years;
use crate::metrics;
use crate::style::{AXIS, HAIR, LEAST, NEAR, SMALL};
use crate::wrap::{self, Block};

/// Where the years stand.
#[derive(Clone, Debug)]
pub(crate) struct Timeline {
    /// The middle of each year.
    pub(crate) years: Vec<f32>,
    /// The middle of each gap.
    pub(crate) gaps: Vec<f32>,
    left: f32,
    right: f32,
}

/// Half the length of the strokes of a double slash, across and down.
const SLASH: (f32, f32) = (1.6, 3.6);
/// Half the distance between the two strokes.
const STROKES: f32 = 1.3;

/// Explains the breaks of years in lines under a chart; the lower end of the last.
pub(crate) fn explain(canvas: &mut Canvas, years: &Years, width: f32, foot: f32) -> f32 {
    let mut y = foot;
    for found in &years.breaks {
        let text = format!("// {}: {}", years.labels[found.before], found.caption.trim());
        let block = wrap::fit(&text, false, width, SMALL, 3);
        canvas.block(&block, 0.0, y + NEAR, Anchor::Start);
        y += NEAR + block.height();
    }
    y
}

impl Timeline {
    /// Places years between two edges, `pad` away from them.
    pub(crate) fn new(years: &Years, left: f32, right: f32, pad: f32) -> Self {
        let count = years.labels.len();
        let room = (right - left - 2.0 * pad).max(1.0);
        // A gap is as wide as a year, but not so wide that it tears the chart apart.
        let steps = (count.saturating_sub(1) + years.breaks.len()).max(1) as f32;
        let gap = (room / steps).min(14.0);
        let step = (room - gap * years.breaks.len() as f32) / count.saturating_sub(1).max(1) as f32;
        let mut x = if count == 1 { (left + right) / 2.0 } else { left + pad };
        let (mut places, mut gaps) = (Vec::new(), Vec::new());
        for year in 0..count {
            if years.breaks_before(year) {
                gaps.push(x - (step - gap) / 2.0);
                x += gap;
            }
            places.push(x);
            x += step;
        }
        // The gap lies midway between its neighbours.
        let befores = years.breaks.iter().map(|found| found.before);
        for (gap, before) in gaps.iter_mut().zip(befores) {
            *gap = (places[before - 1] + places[before]) / 2.0;
        }
        Self { years: places, gaps, left, right }
    }

    /// Places years as cells of one width, with white where breaks stand.
    pub(crate) fn cells(years: &Years, left: f32, cell: f32, gap: f32) -> Self {
        let (mut x, mut places, mut gaps) = (left, Vec::new(), Vec::new());
        for year in 0..years.labels.len() {
            if years.breaks_before(year) {
                gaps.push(x + gap / 2.0);
                x += gap;
            }
            places.push(x + cell / 2.0);
            x += cell;
        }
        Self { years: places, gaps, left, right: x }
    }

    /// Draws a double slash at each gap.
    pub(crate) fn slashes(&self, canvas: &mut Canvas, y: f32) {
        for &gap in &self.gaps {
            slashes(canvas, at(gap, y));
        }
    }

    /// Draws the axis at a height, interrupted by a double slash at each gap.
    pub(crate) fn axis(&self, canvas: &mut Canvas, y: f32) {
        let mut from = self.left;
        for &gap in &self.gaps {
            canvas.line(vec![at(from, y), at(gap - STROKES, y)], AXIS, Dash::Solid);
            slashes(canvas, at(gap, y));
            from = gap + STROKES;
        }
        canvas.line(vec![at(from, y), at(self.right, y)], AXIS, Dash::Solid);
    }

    /// Writes the labels of years under `top`, between two edges: all of them when there is room, else every second,
    /// every third …, the last one always. Returns where they end.
    pub(crate) fn labels(
        &self,
        canvas: &mut Canvas,
        years: &Years,
        top: f32,
        bounds: (f32, f32),
        largest: f32,
    ) -> Result<f32, ChartError> {
        let (size, every) = self.rhythm(&years.labels, bounds, largest)?;
        for index in shown(years.labels.len(), every) {
            let label = one_line(&years.labels[index]);
            let x = clamped(self.years[index], metrics::width(&label, false, size), bounds);
            canvas.text(&label, size, at(x, top + size * metrics::ASCENT), Anchor::Middle);
        }
        Ok(top + size * (metrics::ASCENT + metrics::DESCENT))
    }

    /// Finds the size, and how many years to step, at which labels stay apart.
    fn rhythm(
        &self,
        labels: &[String],
        bounds: (f32, f32),
        largest: f32,
    ) -> Result<(f32, usize), ChartError> {
        let labels: Vec<String> = labels.iter().map(|label| one_line(label)).collect();
        for every in 1..=labels.len() {
            for size in [largest, LEAST] {
                if self.apart(&labels, size, every, bounds) {
                    return Ok((size, every));
                }
            }
        }
        Err(ChartError::LabelTooLong { label: labels.last().cloned().unwrap_or_default() })
    }

    fn apart(&self, labels: &[String], size: f32, every: usize, bounds: (f32, f32)) -> bool {
        let mut free = bounds.0;
        shown(labels.len(), every).all(|index| {
            let taken = metrics::width(&labels[index], false, size);
            let left = clamped(self.years[index], taken, bounds) - taken / 2.0;
            let fits = left >= free && taken <= bounds.1 - bounds.0;
            free = left + taken + NEAR;
            fits
        })
    }
}

/// Returns the years whose labels are shown, the last one always.
fn shown(count: usize, every: usize) -> impl Iterator<Item = usize> {
    let first = count.saturating_sub(1) % every;
    (first..count).step_by(every)
}

/// Returns the middle of a label moved so that it stays within bounds.
fn clamped(middle: f32, taken: f32, (low, high): (f32, f32)) -> f32 {
    middle.min(high - taken / 2.0).max(low + taken / 2.0)
}

fn one_line(label: &str) -> String {
    label.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Draws the double slash of a break.
fn slashes(canvas: &mut Canvas, middle: Point) {
    for shift in [-STROKES, STROKES] {
        let x = middle.x + shift;
        let stroke = vec![at(x - SLASH.0, middle.y + SLASH.1), at(x + SLASH.0, middle.y - SLASH.1)];
        canvas.line(stroke, AXIS, Dash::Solid);
    }
}

/// The captions of breaks, each in a row of its own above the chart.
pub(crate) struct Captions {
    rows: Vec<(Block, f32, Anchor)>,
}

impl Captions {
    /// Sets the captions to the right of their gaps, or to the left where there is more room.
    pub(crate) fn new(years: &Years, timeline: &Timeline, width: f32) -> Self {
        let mut before = 0.0;
        let rows = years.breaks.iter().zip(&timeline.gaps).map(|(found, &x)| {
            let (left, right) = (x - before - 2.0 * NEAR, width - x - NEAR);
            before = x;
            let natural = wrap::single(&found.caption, false, SMALL).width;
            let (room, anchor, x) = if right >= natural || right >= left {
                (right, Anchor::Start, x + NEAR)
            } else {
                (left, Anchor::End, x - NEAR)
            };
            (wrap::fit(&found.caption, false, room, SMALL, 4), x, anchor)
        });
        Self { rows: rows.collect() }
    }

    /// Returns the height of all rows.
    pub(crate) fn height(&self) -> f32 {
        self.rows.iter().map(|(block, _, _)| block.height() + NEAR).sum()
    }

    /// Draws the captions from `top`, and a dotted line from each down to `foot`.
    pub(crate) fn draw(&self, canvas: &mut Canvas, timeline: &Timeline, top: f32, foot: f32) {
        let mut y = top;
        for ((block, x, anchor), &gap) in self.rows.iter().zip(&timeline.gaps) {
            canvas.line(vec![at(gap, y), at(gap, foot)], HAIR, Dash::Dotted);
            canvas.block(block, *x, y, *anchor);
            y += block.height() + NEAR;
        }
    }
}
