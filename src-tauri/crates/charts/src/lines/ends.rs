//! Names at the right ends of lines, moved apart, with thin lines where they moved.

use bc138_report::Anchor;

use super::{LineSeries, Plot, name_block};
use crate::canvas::Canvas;
use crate::geometry::at;
use crate::spread::{Wish, spread};
use crate::style::NEAR;
use crate::words::MISSING;
use crate::wrap::Block;

/// The names, set but not placed.
pub(super) struct Ends {
    blocks: Vec<Block>,
}

/// Part of the width names may take.
const NAMES: f32 = 0.3;
/// Room for the thin lines.
const LEAD: f32 = 12.0;

impl Ends {
    /// Sets the names.
    pub(super) fn new(series: &[LineSeries], width: f32) -> Self {
        let name = |line: &LineSeries| match line.known().next() {
            None if line.name.trim().is_empty() => MISSING.to_owned(),
            None => format!("{}: {MISSING}", line.name),
            Some(_) => line.name.clone(),
        };
        Self { blocks: series.iter().map(|line| name_block(&name(line), width * NAMES)).collect() }
    }

    /// Returns the width of names and lines.
    pub(super) fn room(&self) -> f32 {
        let widest = self.blocks.iter().map(|block| block.width).fold(0.0, f32::max);
        if widest > 0.0 { widest + LEAD } else { NEAR }
    }

    /// Returns the height of all names one under the other.
    pub(super) fn height(&self) -> f32 {
        self.blocks.iter().map(|block| block.height() + NEAR).sum()
    }

    /// Draws the names beside the last point of each line; a line without values is named at the
    /// foot.
    pub(super) fn draw(
        &self,
        canvas: &mut Canvas,
        plot: &Plot<'_>,
        series: &[LineSeries],
        width: f32,
    ) {
        let x = width - self.room() + LEAD;
        let lasts = series.iter().map(|line| line.known().last());
        let ends: Vec<_> =
            lasts.map(|last| last.map(|(year, reading)| plot.point(year, reading))).collect();
        let wishes: Vec<Wish> = self
            .blocks
            .iter()
            .zip(&ends)
            .map(|(block, end)| Wish {
                middle: end.map_or(plot.area.bottom, |end| end.y),
                height: block.height() + NEAR,
            })
            .collect();
        let (top, bottom) = (plot.area.top - NEAR, plot.area.bottom + NEAR);
        let middles = spread(&wishes, top, bottom);
        for ((block, end), middle) in self.blocks.iter().zip(ends).zip(middles) {
            canvas.block(block, x, middle - block.height() / 2.0, Anchor::Start);
            if let Some(end) = end.filter(|_| !block.lines.is_empty()) {
                let elbow = plot.area.right;
                let moved = (end.y - middle).abs() > 1.0 || elbow - end.x > LEAD * 2.0;
                if moved {
                    let points =
                        vec![at(end.x + NEAR, end.y), at(elbow, end.y), at(x - 2.0, middle)];
                    canvas.leader(points);
                }
            }
        }
    }
}
