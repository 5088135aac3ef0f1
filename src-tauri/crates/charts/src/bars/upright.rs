//! Bars that grow upwards.

use bc138_report::{Anchor, Dash, Drawing};

use super::Bars;
use crate::canvas::Canvas;
use crate::geometry::{Rect, at};
use crate::input::Reading;
use crate::key;
use crate::metrics::{self, ASCENT, DESCENT};
use crate::scale::{Base, Scale};
use crate::style::{AXIS, LABEL, LEAST, NEAR, SMALL, TALLEST, VALUE};
use crate::wrap::{self, Block};

/// Part of the width of a group its bars take.
const FILLED: f32 = 0.8;
/// The widest bar.
const WIDEST: f32 = 28.0;
/// The least height of what is compared.
const LEAST_PLOT: f32 = 60.0;

/// What has been measured before anything is drawn.
struct Plan<'a> {
    chart: &'a Bars,
    scale: Scale,
    /// Where bars begin: labels of the axis stand left of it.
    left: f32,
    width: f32,
    /// Size of printed values.
    value_size: f32,
    labels: Vec<Block>,
    unit: Block,
    names: Vec<Block>,
}

/// Draws the bars; `None` when labels find no room.
pub(super) fn draw(chart: &Bars) -> Option<Drawing> {
    Plan::new(chart)?.draw()
}

impl<'a> Plan<'a> {
    fn new(chart: &'a Bars) -> Option<Self> {
        let (width, wish) = chart.setting.size.extent();
        let most = if wish < 150.0 { 3 } else { 5 };
        let scale = Scale::over(chart.thousandths(), Base::Zero, most);
        let ticks = scale.ticks().into_iter().map(chart.setting.print);
        let widest = ticks.map(|tick| metrics::width(&tick, false, SMALL)).fold(0.0, f32::max);
        let unit = wrap::fit(&chart.setting.unit, false, width, SMALL, 2);
        let mut plan = Self {
            chart,
            scale,
            left: widest + 5.0,
            width,
            value_size: VALUE,
            labels: Vec::new(),
            unit,
            names: Vec::new(),
        };
        plan.value_size = plan.value_size()?;
        plan.labels = plan.labels()?;
        plan.names = plan.names()?;
        Some(plan)
    }

    /// Returns the width of a group.
    fn pitch(&self) -> f32 {
        (self.width - self.left) / self.chart.groups.len() as f32
    }

    /// Returns the width of one bar with the white around it.
    fn slot(&self) -> f32 {
        let series = self.chart.series.len() as f32;
        if self.chart.series.len() == 1 {
            self.pitch()
        } else {
            (self.pitch() * FILLED / series).min(WIDEST)
        }
    }

    /// Returns the middle of a bar.
    fn middle(&self, group: usize, series: usize) -> f32 {
        let centre = self.left + self.pitch() * (group as f32 + 0.5);
        centre + self.slot() * (series as f32 + 0.5 - self.chart.series.len() as f32 / 2.0)
    }

    /// Finds a size at which every value is narrower than its slot.
    fn value_size(&self) -> Option<f32> {
        let widest =
            self.chart.readings().map(|reading| metrics::width(&reading.label(), false, 1.0));
        let widest = widest.fold(0.0, f32::max);
        let sizes = [VALUE, 7.5, 7.0, 6.5, LEAST];
        sizes.into_iter().find(|size| widest * size <= self.slot() - 1.5)
    }

    /// Sets the labels of groups at one size, at most three lines, no word broken.
    fn labels(&self) -> Option<Vec<Block>> {
        let room = self.pitch() - 4.0;
        let fitted = |size: f32| -> Vec<Block> {
            let groups = self.chart.groups.iter();
            groups.map(|group| wrap::fit(&group.label, group.strong, room, size, 3)).collect()
        };
        let size = fitted(LABEL).iter().map(|block| block.size).fold(LABEL, f32::min);
        let blocks = fitted(size);
        blocks.iter().all(|block| !block.torn && block.lines.len() <= 3).then_some(blocks)
    }

    /// Sets the names of several series, each to the right of its bar in the named group.
    fn names(&self) -> Option<Vec<Block>> {
        if self.chart.series.len() == 1 {
            return Some(Vec::new());
        }
        let group = self.chart.named_group();
        let names = self.chart.series.iter().enumerate().map(|(series, name)| {
            let room = self.width - self.middle(group, series) - NEAR - 1.0;
            wrap::fit(name, false, room, SMALL, 2)
        });
        let names: Vec<Block> = names.collect();
        names.iter().all(|block| !block.torn).then_some(names)
    }

    fn value_height(&self) -> f32 {
        self.value_size * (ASCENT + DESCENT) + 1.0
    }

    fn draw(self) -> Option<Drawing> {
        let names: f32 = self.names.iter().map(|block| block.height() + 1.0).sum();
        let head = self.unit.height() + NEAR + names;
        let labels = self.labels.iter().map(Block::height).fold(0.0, f32::max);
        let below =
            if self.chart.thousandths().any(|value| value < 0) { self.value_height() } else { 0.0 };
        let rest = head + self.value_height() + below + NEAR + labels;
        let (_, wish) = self.chart.setting.size.extent();
        let plot = (wish - rest).max(LEAST_PLOT);
        let top = head + self.value_height();
        let area = Rect { left: self.left, top, right: self.width, bottom: top + plot };
        let mut canvas = Canvas::default();
        self.grid(&mut canvas, area);
        canvas.block(&self.unit, 0.0, 0.0, Anchor::Start);
        self.bars(&mut canvas, area);
        self.name_series(&mut canvas, area);
        let foot = area.bottom + below + NEAR;
        for (group, block) in self.labels.iter().enumerate() {
            let middle = self.left + self.pitch() * (group as f32 + 0.5);
            canvas.block(block, middle, foot, Anchor::Middle);
        }
        let height = key::note(&mut canvas, self.chart.converted(), foot + labels) + 1.0;
        (height <= TALLEST).then(|| canvas.finish(self.width, height, self.chart.description()))
    }

    fn y(&self, value: i64, area: Rect) -> f32 {
        self.scale.place(value, area.bottom, area.top)
    }

    fn grid(&self, canvas: &mut Canvas, area: Rect) {
        for tick in self.scale.ticks() {
            let y = self.y(tick, area);
            let text = (self.chart.setting.print)(tick);
            canvas.text(&text, SMALL, at(self.left - 4.0, y + SMALL * 0.33), Anchor::End);
            if tick != 0 {
                canvas.grid(at(area.left, y), at(area.right, y));
            }
        }
        let zero = self.y(self.scale.origin(), area);
        canvas.line(vec![at(area.left, zero), at(area.right, zero)], AXIS, Dash::Solid);
    }

    fn bars(&self, canvas: &mut Canvas, area: Rect) {
        for (index, group) in self.chart.groups.iter().enumerate() {
            for (series, reading) in group.values.iter().enumerate() {
                if let Some(reading) = reading {
                    let tone = self.chart.tone(series, group.strong);
                    let middle = self.middle(index, series);
                    let bar = self.bar(middle, reading, area);
                    if bar.height() > 0.0 {
                        canvas.toned(bar, tone);
                    }
                    let place = at(middle, self.value_baseline(reading, area));
                    canvas.value(reading, self.value_size, place, Anchor::Middle);
                }
            }
        }
    }

    fn bar(&self, middle: f32, reading: &Reading, area: Rect) -> Rect {
        let part = if self.chart.series.len() == 1 { 0.62 } else { 0.88 };
        let half = (self.slot() * part).min(WIDEST) / 2.0;
        let foot = self.y(self.scale.origin(), area);
        let head = self.y(reading.thousandths, area);
        Rect::spanning(at(middle - half, foot), at(middle + half, head))
    }

    /// Values stand over bars, under those that grow downwards.
    fn value_baseline(&self, reading: &Reading, area: Rect) -> f32 {
        let end = self.y(reading.thousandths, area);
        if reading.thousandths < 0 {
            end + 1.0 + self.value_size * ASCENT
        } else {
            end - 1.0 - self.value_size * DESCENT
        }
    }

    /// Names the series above one group, a thin line leading down to each bar. The leftmost bar has
    /// the highest name, so that no line crosses a name.
    fn name_series(&self, canvas: &mut Canvas, area: Rect) {
        let group = self.chart.named_group();
        let mut top = self.unit.height() + NEAR;
        for (series, block) in self.names.iter().enumerate() {
            let x = self.middle(group, series);
            let reading = self.chart.groups[group].values[series].as_ref();
            let end = reading.filter(|reading| reading.thousandths >= 0).map_or_else(
                || self.y(self.scale.origin(), area) - 1.5,
                |reading| self.y(reading.thousandths, area) - self.value_height() - 0.5,
            );
            let middle = top + block.size * (ASCENT + DESCENT) / 2.0;
            canvas.leader(vec![at(x + 2.0, middle), at(x, middle), at(x, end)]);
            canvas.block(block, x + NEAR + 1.0, top, Anchor::Start);
            top += block.height() + 1.0;
        }
    }
}
