//! Slope charts: two years, many units, the most changed named.

use std::collections::BTreeSet;

use bc138_report::{Anchor, Dash, Drawing};

use crate::canvas::{Canvas, figure};
use crate::error::ChartError;
use crate::geometry::{Rect, at, polygon};
use crate::input::{Reading, Setting};
use crate::key;
use crate::metrics::{self, ASCENT, DESCENT};
use crate::scale::Scale;
use crate::spread::{Wish, spread};
use crate::style::{AXIS, LABEL, LEAST, NEAR, SMALL, TALLEST, VALUE};
use crate::words::{self, Told};
use crate::wrap::{self, Block};

/// Two years side by side, a line for each unit that has both values. The most changed units, up
/// and down, and those marked strong are drawn black and named on both sides; the others are grey.
#[derive(Clone, Debug)]
pub struct Slopes {
    /// Caption, size, unit.
    pub setting: Setting,
    /// The two years (or periods).
    pub years: [String; 2],
    /// What changed between them, when borders or definitions did: a note under the chart, after a
    /// double slash.
    pub broken: Option<String>,
    /// The units.
    pub units: Vec<Slope>,
    /// How many of those that rose, and of those that fell, are named at most.
    pub extremes: usize,
}

/// One unit.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Slope {
    /// Its name.
    pub label: String,
    /// Named whatever its change.
    pub strong: bool,
    /// The values of the two years.
    pub values: [Option<Reading>; 2],
}

/// Grey of the lines that are not named.
const OTHERS: u8 = 40;
/// Room between a label and its point.
const LEAD: f32 = 12.0;

/// A unit with both values.
#[derive(Clone, Copy)]
struct Pair<'a> {
    unit: &'a Slope,
    ends: [&'a Reading; 2],
}

impl Slope {
    /// Makes a unit.
    #[must_use]
    pub fn new(label: impl Into<String>, values: [Option<Reading>; 2]) -> Self {
        Self { label: label.into(), strong: false, values }
    }

    fn pair(&self) -> Option<Pair<'_>> {
        let [Some(first), Some(second)] = &self.values else { return None };
        Some(Pair { unit: self, ends: [first, second] })
    }
}

impl Pair<'_> {
    fn change(&self) -> i128 {
        i128::from(self.ends[1].thousandths) - i128::from(self.ends[0].thousandths)
    }
}

impl Slopes {
    /// Draws the chart.
    ///
    /// # Errors
    /// [`ChartError`]: nothing to draw, more strong units than a page can name, a label that leaves
    /// no room.
    pub fn draw(&self) -> Result<Drawing, ChartError> {
        self.setting.check()?;
        if self.units.is_empty() {
            return Err(ChartError::Empty);
        }
        let pairs: Vec<Pair<'_>> = self.units.iter().filter_map(Slope::pair).collect();
        let named = self.named(&pairs);
        Plan::new(self, &pairs, &named)?.draw()
    }

    /// Chooses whom to name, in the order of the units.
    fn named(&self, pairs: &[Pair<'_>]) -> Vec<usize> {
        let mut order: Vec<usize> = (0..pairs.len()).collect();
        order.sort_by_key(|&index| (pairs[index].change(), index));
        let fallen = order.iter().take_while(|&&index| pairs[index].change() < 0);
        let risen = order.iter().rev().take_while(|&&index| pairs[index].change() > 0);
        let strong = (0..pairs.len()).filter(|&index| pairs[index].unit.strong);
        let chosen = fallen.take(self.extremes).chain(risen.take(self.extremes)).copied();
        chosen.chain(strong).collect::<BTreeSet<usize>>().into_iter().collect()
    }

    fn description(&self) -> String {
        let told = |unit: &'_ Slope| -> Vec<(String, Option<Reading>)> {
            let years = self.years.iter().cloned();
            years.zip(unit.values.iter().cloned()).collect()
        };
        let owned: Vec<_> =
            self.units.iter().map(|unit| (unit.label.as_str(), told(unit))).collect();
        let rows: Vec<Told<'_>> = owned
            .iter()
            .map(|(name, values)| Told {
                name,
                values: values
                    .iter()
                    .map(|(year, value)| (year.as_str(), value.as_ref()))
                    .collect(),
            })
            .collect();
        words::describe(&self.setting.caption, &self.setting.unit, &rows)
    }
}

/// What has been measured before anything is drawn.
struct Plan<'a> {
    chart: &'a Slopes,
    pairs: &'a [Pair<'a>],
    named: &'a [usize],
    scale: Scale,
    width: f32,
    /// Names of the left and the right side, of the units named.
    names: Vec<Block>,
    /// Where the two years stand.
    axes: [f32; 2],
}

impl<'a> Plan<'a> {
    fn new(
        chart: &'a Slopes,
        pairs: &'a [Pair<'a>],
        named: &'a [usize],
    ) -> Result<Self, ChartError> {
        let (width, _) = chart.setting.size.extent();
        let values = pairs.iter().flat_map(|pair| pair.ends.map(|end| end.thousandths));
        let scale = Scale::tight(values.collect::<Vec<_>>().into_iter());
        let name = |&index: &usize| {
            let unit = pairs[index].unit;
            wrap::fit(&unit.label, unit.strong, width * 0.26, LABEL, 3)
        };
        let names: Vec<Block> = named.iter().map(name).collect();
        let mut plan = Self { chart, pairs, named, scale, width, names, axes: [0.0, width] };
        let room = |side: usize| plan.widest(side) + LEAD;
        plan.axes = [room(0), width - room(1)];
        if plan.axes[1] - plan.axes[0] < width * 0.25 {
            let longest = named.iter().map(|&index| pairs[index].unit.label.clone());
            let label = longest.max_by_key(|label| label.chars().count()).unwrap_or_default();
            return Err(ChartError::LabelTooLong { label });
        }
        Ok(plan)
    }

    /// Returns the width of the labels of a side: name and value. Years need room as well.
    fn widest(&self, side: usize) -> f32 {
        let labels = self.named.iter().zip(&self.names).map(|(&index, name)| {
            let value = self.pairs[index].ends[side];
            name.width + 5.0 + metrics::width(&value.label(), false, VALUE)
        });
        labels.fold(metrics::width(&self.chart.years[side], true, LABEL) / 2.0, f32::max)
    }

    fn draw(&self) -> Result<Drawing, ChartError> {
        let mut canvas = Canvas::default();
        let head = self.head(&mut canvas)?;
        let (_, wish) = self.chart.setting.size.extent();
        let labels: f32 = self.names.iter().map(|name| self.label_height(name)).sum();
        let area = Rect {
            left: self.axes[0],
            right: self.axes[1],
            top: head,
            bottom: head + (wish * 1.15 - head).max(labels).max(60.0),
        };
        for x in self.axes {
            canvas.line(vec![at(x, area.top), at(x, area.bottom)], AXIS, Dash::Solid);
        }
        self.lines(&mut canvas, area);
        for side in [0, 1] {
            self.labels(&mut canvas, side, area);
        }
        let converted = self.named.iter().flat_map(|&index| self.pairs[index].ends);
        let converted = converted.into_iter().any(|end| end.converted);
        let foot = self.note(&mut canvas, area.bottom + NEAR);
        let foot = key::note(&mut canvas, converted, foot) + 1.0;
        if foot > TALLEST {
            return Err(ChartError::TooManyRows { given: self.named.len() });
        }
        Ok(canvas.finish(self.width, foot, self.chart.description()))
    }

    /// Writes unit and years; returns where the axes begin.
    fn head(&self, canvas: &mut Canvas) -> Result<f32, ChartError> {
        let unit = wrap::fit(&self.chart.setting.unit, false, self.width, SMALL, 2);
        canvas.block(&unit, 0.0, 0.0, Anchor::Start);
        let top = if unit.lines.is_empty() { 0.0 } else { unit.height() + NEAR };
        let room = (self.axes[1] - self.axes[0] - LEAD) / 2.0;
        let mut lowest = top;
        for (year, x) in self.chart.years.iter().zip(self.axes) {
            let room = (room.min(x).min(self.width - x)) * 2.0;
            let block = wrap::fit(year, true, room, LABEL, 2);
            if block.torn {
                return Err(ChartError::LabelTooLong { label: year.clone() });
            }
            canvas.block(&block, x, top, Anchor::Middle);
            lowest = lowest.max(top + block.height());
        }
        Ok(lowest + NEAR + VALUE * 0.6)
    }

    fn y(&self, reading: &Reading, area: Rect) -> f32 {
        self.scale.place(reading.thousandths, area.bottom, area.top)
    }

    /// Draws the grey lines first, the named ones over them.
    fn lines(&self, canvas: &mut Canvas, area: Rect) {
        let points = |pair: &Pair<'_>| {
            let [first, second] = pair.ends;
            [at(area.left, self.y(first, area)), at(area.right, self.y(second, area))]
        };
        for (_, pair) in self.pairs.iter().enumerate().filter(|(index, _)| !self.is_named(*index)) {
            let [from, to] = points(pair);
            canvas.grey_line(from, to, 0.5, OTHERS);
        }
        for &index in self.named {
            let pair = &self.pairs[index];
            let dash = if pair.change() < 0 { Dash::Dashed } else { Dash::Solid };
            let ends = points(pair);
            canvas.line(ends.to_vec(), 1.1, dash);
            for end in ends {
                canvas.area(polygon(end, 1.7, 16, 0.0), bc138_report::Fill::Grey(100), 0.0);
            }
        }
    }

    fn is_named(&self, index: usize) -> bool {
        self.named.binary_search(&index).is_ok()
    }

    fn label_height(&self, name: &Block) -> f32 {
        name.height().max(VALUE * (ASCENT + DESCENT)) + 1.0
    }

    /// Writes name and value of the named units beside an axis.
    fn labels(&self, canvas: &mut Canvas, side: usize, area: Rect) {
        let wishes: Vec<Wish> = self
            .named
            .iter()
            .zip(&self.names)
            .map(|(&index, name)| Wish {
                middle: self.y(self.pairs[index].ends[side], area),
                height: self.label_height(name),
            })
            .collect();
        let reach = VALUE * 0.6;
        let middles = spread(&wishes, area.top - reach, area.bottom + reach);
        let outwards = if side == 0 { -1.0 } else { 1.0 };
        let anchor = if side == 0 { Anchor::End } else { Anchor::Start };
        for (((&index, name), wish), middle) in
            self.named.iter().zip(&self.names).zip(wishes).zip(middles)
        {
            let reading = self.pairs[index].ends[side];
            let (axis, x) = (self.axes[side], self.axes[side] + outwards * (LEAD - 2.0));
            if (wish.middle - middle).abs() > 1.0 {
                let from = at(axis + outwards * 2.5, wish.middle);
                canvas.leader(vec![from, at(x - outwards * 1.5, middle)]);
            }
            let baseline = middle + VALUE * (ASCENT - DESCENT) / 2.0;
            canvas.label(figure(reading), VALUE, at(x, baseline), anchor);
            let taken = metrics::width(&reading.label(), false, VALUE) + 5.0;
            canvas.block(name, x + outwards * taken, middle - name.height() / 2.0, anchor);
        }
    }

    /// Explains a break, with a double slash before it.
    fn note(&self, canvas: &mut Canvas, foot: f32) -> f32 {
        let Some(caption) = &self.chart.broken else { return foot };
        let block = wrap::fit(&format!("// {}", caption.trim()), false, self.width, SMALL, 3);
        canvas.block(&block, 0.0, foot + LEAST, Anchor::Start);
        foot + LEAST + block.height()
    }
}
