//! How the cells of one table look: rules, padding and the steps taken when it is too wide.

use crate::document::{Density, Frame, Paragraph, RowRole, Style, Table};
use crate::stylesheet::{Align, StyleRule, StyleSheet};

/// Sizes of a table whose heads are turned, the best first.
const TURNED_PT: [f32; 3] = [9.0, 8.0, 7.0];
/// Sizes of a table with upright heads when its own is too large for the page.
const STEPS_PT: [f32; 3] = [12.0, 10.5, 9.0];

/// One attempt to set a table on the page.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Attempt {
    /// Size of the table styles instead of the density's.
    pub size_pt: Option<f32>,
    /// Whether heads wider than a column of figures read from bottom to top.
    pub turned: bool,
    /// Whether words may be broken anywhere: the last resort.
    pub broken: bool,
}

/// Everything that decides how a cell is set.
#[derive(Clone, Copy)]
pub(super) struct Look<'a> {
    sheet: &'a StyleSheet,
    density: Density,
    frame: Frame,
    attempt: Attempt,
}

impl<'a> Look<'a> {
    /// Returns the look of a table at an attempt.
    pub(super) fn new(sheet: &'a StyleSheet, table: &Table, attempt: Attempt) -> Self {
        Self { sheet, density: table.density, frame: table.frame, attempt }
    }

    /// Returns the rule of a paragraph of a cell.
    pub(super) fn rule(&self, paragraph: &Paragraph, align: Align, role: RowRole) -> StyleRule {
        let rule = self.sheet.cell_rule(paragraph.style, self.density, align, role);
        match self.attempt.size_pt {
            Some(size_pt) if scales(paragraph.style) => StyleRule { size_pt, ..rule },
            _ => rule,
        }
    }

    /// Returns how far the table reaches beyond the text on either side. Things that stand side by
    /// side without lines are parted by padding, but flush with the margins.
    pub(super) fn overhang(&self) -> f32 {
        match self.frame {
            Frame::Grid => 0.0,
            Frame::None => self.side_padding(),
        }
    }

    /// Tells whether heads may be turned.
    pub(super) fn turned(&self) -> bool {
        self.attempt.turned
    }

    /// Tells whether words may be broken anywhere.
    pub(super) fn broken(&self) -> bool {
        self.attempt.broken
    }

    /// Space left and right of the text in a cell.
    pub(super) fn side_padding(&self) -> f32 {
        match self.frame {
            Frame::Grid => match self.size() {
                size if size >= 12.0 => 4.0,
                size if size >= 10.0 => 3.0,
                _ => 2.0,
            },
            Frame::None => 2.0,
        }
    }

    /// Space above and below the text in a cell.
    pub(super) fn upper_padding(&self) -> f32 {
        match self.frame {
            Frame::Grid => match self.size() {
                size if size >= 12.0 => 2.5,
                size if size >= 10.0 => 2.0,
                _ => 1.5,
            },
            Frame::None => 0.0,
        }
    }

    /// Returns the height of a row without text.
    pub(super) fn least_height(&self) -> f32 {
        let rule = self.rule(&Paragraph::plain(Style::TableCell, ""), Align::Left, RowRole::Body);
        match self.frame {
            Frame::Grid => rule.size_pt * rule.line_height + 2.0 * self.upper_padding(),
            Frame::None => 0.0,
        }
    }

    /// Returns the size of an ordinary cell.
    fn size(&self) -> f32 {
        self.rule(&Paragraph::plain(Style::TableCell, ""), Align::Left, RowRole::Body).size_pt
    }
}

/// Tells whether the size of a style follows the density.
fn scales(style: Style) -> bool {
    matches!(style, Style::TableHead | Style::TableCell)
}

/// Returns the attempts for a table, the best first. The last one always succeeds.
pub(super) fn attempts(sheet: &StyleSheet, table: &Table) -> Vec<Attempt> {
    let as_asked = Attempt { size_pt: None, turned: false, broken: false };
    let mut attempts = vec![as_asked];
    let size = Look::new(sheet, table, as_asked).size();
    if table.frame == Frame::Grid {
        let smaller = STEPS_PT.into_iter().filter(|&step| step < size);
        attempts.extend(smaller.map(|step| Attempt { size_pt: Some(step), ..as_asked }));
        let turned = TURNED_PT.into_iter().map(|step| step.min(size));
        attempts.extend(turned.map(|step| Attempt {
            size_pt: Some(step),
            turned: true,
            ..as_asked
        }));
    }
    let last = attempts.last().copied().unwrap_or(as_asked);
    attempts.push(Attempt { broken: true, ..last });
    attempts
}
