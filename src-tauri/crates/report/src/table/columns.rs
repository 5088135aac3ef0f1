//! Widths of columns: from what the cells need to what the page has.
//!
//! Owns the fitting. All widths include the padding of the cells.

use super::grid::{Grid, Place};
use super::look::Look;
use crate::document::{Column, Style, Width};
use crate::error::ReportError;
use crate::shape::{Extent, Shaper};
use crate::stylesheet::{Align, StyleRule};
use crate::{document::Paragraph, document::RowRole};

/// Rounding slack in points.
const SLACK: f32 = 0.05;
/// A column of this kind is used where a row has more cells than the table has columns.
const UNDECLARED: Column = Column::new(Width::Content, Align::Left);

/// What the cells of one column need.
#[derive(Clone, Copy, Default)]
struct Need {
    /// Longest unbroken stretch of the rows.
    rows: f32,
    /// Longest unbroken stretch of the head.
    head: f32,
    /// Width of the widest heading without a break.
    heading: f32,
    /// Width of the widest cell of the rows without a break.
    most: f32,
}

/// Returns the declared column, or the one used for a cell too many.
pub(super) fn column(columns: &[Column], index: usize) -> Column {
    columns.get(index).copied().unwrap_or(UNDECLARED)
}

/// Returns the widths of all columns, or nothing when the attempt does not fit.
pub(super) fn widths(
    shaper: &mut Shaper<'_>,
    look: &Look<'_>,
    declared: &[Column],
    (head, rows): (&Grid<'_>, &Grid<'_>),
    available: f32,
) -> Result<Option<Vec<f32>>, ReportError> {
    let count = head.columns.max(rows.columns);
    let columns: Vec<Column> = (0..count).map(|index| column(declared, index)).collect();
    let mut fit = Fit::new(shaper, look, columns, (head, rows))?;
    for (places, headed) in [(&head.places, true), (&rows.places, false)] {
        for place in places.iter().filter(|place| place.columns > 1) {
            let least = extent(shaper, look, place, &fit.columns)?.least;
            fit.stretch(place, least + 2.0 * look.side_padding() + SLACK, headed);
        }
    }
    Ok(fit.fitted(available).or_else(|| look.broken().then(|| fit.scaled(available))))
}

/// Measures a cell without its padding.
pub(super) fn extent(
    shaper: &mut Shaper<'_>,
    look: &Look<'_>,
    place: &Place<'_>,
    columns: &[Column],
) -> Result<Extent, ReportError> {
    let mut widest = Extent::default();
    let align = column(columns, place.column).align;
    for paragraph in &place.cell.paragraphs {
        let own = shaper.extent(paragraph, &look.rule(paragraph, align, place.role))?;
        widest.least = widest.least.max(own.least);
        widest.most = widest.most.max(own.most);
    }
    Ok(widest)
}

/// The widths columns want and the ones they cannot go below.
struct Fit {
    columns: Vec<Column>,
    floor: Vec<f32>,
    want: Vec<f32>,
    /// What they would take if there were room to spare: headings on one line.
    ideal: Vec<f32>,
}

impl Fit {
    /// Measures every cell that stands in one column.
    fn new(
        shaper: &mut Shaper<'_>,
        look: &Look<'_>,
        columns: Vec<Column>,
        (head, rows): (&Grid<'_>, &Grid<'_>),
    ) -> Result<Self, ReportError> {
        let mut needs = vec![Need::default(); columns.len()];
        for place in rows.places.iter().filter(|place| place.columns == 1) {
            let extent = extent(shaper, look, place, &columns)?;
            let need = &mut needs[place.column];
            need.rows = need.rows.max(extent.least);
            need.most = need.most.max(extent.most);
        }
        for place in head.places.iter().filter(|place| place.columns == 1) {
            let extent = extent(shaper, look, place, &columns)?;
            let need = &mut needs[place.column];
            need.head = need.head.max(extent.least);
            need.heading = need.heading.max(extent.most);
        }
        let padding = 2.0 * look.side_padding();
        let cell = cell_rule(look);
        let pitch = cell.size_pt * cell.line_height;
        let (mut floor, mut want, mut ideal) = (Vec::new(), Vec::new(), Vec::new());
        for (column, need) in columns.iter().zip(&needs) {
            let figures = matches!(column.width, Width::Digits(_));
            let head = if look.turned() && figures { pitch } else { need.head };
            let least = need.rows.max(head);
            let wanted = match column.width {
                Width::Digits(digits) => least.max(digits_width(shaper, &cell, digits)?),
                Width::Content | Width::Share(_) => need.most.max(least),
            };
            // The slack keeps a rounding error from breaking the longest word.
            floor.push(least + padding + SLACK);
            want.push(wanted + padding + SLACK);
            ideal.push(wanted.max(need.heading) + padding + SLACK);
        }
        Ok(Self { columns, floor, want, ideal })
    }

    /// Makes room for a cell that covers several columns, in those that can be stretched.
    fn stretch(&mut self, place: &Place<'_>, least: f32, headed: bool) {
        let range = place.column..place.column + place.columns;
        let some_text = range.clone().any(|index| !self.is_figures(index));
        let taken = |index: &usize| headed || !some_text || !self.is_figures(*index);
        let chosen: Vec<usize> = range.clone().filter(taken).collect();
        for widths in [&mut self.floor, &mut self.want] {
            let missing = least - widths[range.clone()].iter().sum::<f32>();
            if missing > 0.0 {
                let each = missing / count(chosen.len());
                chosen.iter().for_each(|&index| widths[index] += each);
            }
        }
    }

    /// Fits the columns into the available width. Columns of figures give up their spare room
    /// before a text is wrapped, and texts are wrapped before anything is given up.
    fn fitted(&self, available: f32) -> Option<Vec<f32>> {
        let (figures, texts): (Vec<usize>, Vec<usize>) =
            (0..self.columns.len()).partition(|&index| self.is_figures(index));
        let sum = |of: &[f32], at: &[usize]| at.iter().map(|&index| of[index]).sum::<f32>();
        if self.floor.iter().sum::<f32>() > available + SLACK {
            return None;
        }
        let left = available - sum(&self.want, &texts) - sum(&self.floor, &figures);
        let spare = sum(&self.want, &figures) - sum(&self.floor, &figures);
        let part = if spare > 0.0 { (left / spare).clamp(0.0, 1.0) } else { 0.0 };
        let mut widths: Vec<f32> =
            self.floor.iter().zip(&self.want).map(|(f, w)| f + (w - f) * part).collect();
        let rest = available - sum(&widths, &figures);
        self.share_out(&mut widths, &texts, rest);
        self.relax(&mut widths, available);
        Some(widths)
    }

    /// Gives what is left over to columns whose headings are wrapped.
    fn relax(&self, widths: &mut [f32], available: f32) {
        let left = available - widths.iter().sum::<f32>();
        let lacking = |(width, ideal): (&f32, &f32)| (ideal - width).max(0.0);
        let missing: f32 = widths.iter().zip(&self.ideal).map(lacking).sum();
        if left > SLACK && missing > 0.0 {
            let part = (left / missing).min(1.0);
            for (width, ideal) in widths.iter_mut().zip(&self.ideal) {
                *width += lacking((width, ideal)) * part;
            }
        }
    }

    /// Tells whether a column is one of figures.
    fn is_figures(&self, index: usize) -> bool {
        matches!(self.columns[index].width, Width::Digits(_))
    }

    /// Gives the columns of text their part of the width that the figures leave.
    fn share_out(&self, widths: &mut [f32], soft: &[usize], rest: f32) {
        let total = |of: &[f32]| soft.iter().map(|&index| of[index]).sum::<f32>();
        let shares: Vec<(usize, f32)> =
            soft.iter().filter_map(|&index| self.share(index)).collect();
        let contents: f32 = soft
            .iter()
            .filter(|&&index| self.share(index).is_none())
            .map(|&index| self.want[index])
            .sum();
        let share_floor: f32 = shares.iter().map(|&(index, _)| self.floor[index]).sum();
        if contents + share_floor <= rest {
            soft.iter().for_each(|&index| widths[index] = self.want[index]);
            self.by_share(widths, shares, rest - contents);
            return;
        }
        // Everyone gives way by the same part of what it can spare.
        let spare = total(&self.want) - total(&self.floor);
        let part = if spare > 0.0 { ((rest - total(&self.floor)) / spare).max(0.0) } else { 0.0 };
        for &index in soft {
            widths[index] =
                self.floor[index] + (self.want[index] - self.floor[index]) * part.min(1.0);
        }
    }

    /// Returns the share of a column that has one.
    fn share(&self, index: usize) -> Option<(usize, f32)> {
        match self.columns[index].width {
            Width::Share(share) => Some((index, share.max(0.0))),
            Width::Digits(_) | Width::Content => None,
        }
    }

    /// Divides the rest by shares; a column whose share is below its floor takes the floor.
    fn by_share(&self, widths: &mut [f32], mut shares: Vec<(usize, f32)>, mut rest: f32) {
        loop {
            let sum: f32 = shares.iter().map(|it| it.1).sum();
            let part = |share: f32| if sum > 0.0 { rest * share / sum } else { 0.0 };
            let (small, large): (Vec<_>, Vec<_>) =
                shares.iter().partition(|&&(index, share)| part(share) < self.floor[index]);
            if small.is_empty() {
                large.iter().for_each(|&(index, share)| widths[index] = part(share));
                return;
            }
            for (index, _) in small {
                widths[index] = self.floor[index];
                rest -= self.floor[index];
            }
            shares = large;
        }
    }

    /// Returns the floors scaled to the width: words will be broken anywhere.
    fn scaled(&self, available: f32) -> Vec<f32> {
        let scale = (available / self.floor.iter().sum::<f32>()).min(1.0);
        self.floor.iter().map(|floor| floor * scale).collect()
    }
}

/// Returns the rule of an ordinary cell.
fn cell_rule(look: &Look<'_>) -> StyleRule {
    look.rule(&Paragraph::plain(Style::TableCell, ""), Align::Right, RowRole::Body)
}

/// Returns the room for a number of digits with the dots between thousands.
fn digits_width(shaper: &mut Shaper<'_>, rule: &StyleRule, digits: u8) -> Result<f32, ReportError> {
    let groups = usize::from(digits.saturating_sub(1)) / 3;
    let text = "0".repeat(usize::from(digits)) + &".".repeat(groups);
    Ok(shaper.extent(&Paragraph::plain(Style::TableCell, text), rule)?.most)
}

/// Converts a small count.
#[expect(clippy::cast_precision_loss, reason = "counts of columns are small")]
fn count(value: usize) -> f32 {
    value as f32
}
