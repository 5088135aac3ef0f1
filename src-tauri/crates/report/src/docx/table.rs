//! Tables: real Word tables, with heads that repeat and rows that are never cut.

use std::fmt::Write as _;

use super::body::Body;
use super::paragraph::Placing;
use super::styles::{GRID_TABLE, PLAIN_TABLE};
use super::units::twips;
use crate::document::{Frame, Paragraph, RowRole, Style, Table, VerticalAlign, Width};
use crate::error::ReportError;
use crate::stylesheet::{StyleRule, StyleSheet};
use crate::table::fitting::{FittedRow, Fitting, Slot};
use crate::table::{NOTE_GAP_PT, Room};

/// A cell keeps this less room on either side than on the pages, so that a text that just fits
/// there is not broken by a reader that sets it slightly wider.
const SIDE_SLACK_PT: f32 = 0.5;
/// What stands side by side keeps this part of its width in reserve: a Quốc hiệu on two lines is
/// what clerks see first, and not every Times New Roman kerns the same pairs.
const RESERVE: f32 = 0.025;

/// Writes a table and its notes. `held` keeps their end on the page of what follows.
pub(super) fn push(body: &mut Body<'_>, table: &Table, held: bool) -> Result<(), ReportError> {
    let sheet = body.sheet;
    let (width, height) = (sheet.page.text_width_pt(), sheet.page.text_height_pt());
    let room = Room { sheet: &sheet, width, height };
    let mut fitting = Fitting::new(&mut body.shaper, room, table)?;
    loosen(&mut fitting.widths, table);
    if !fitting.widths.is_empty() && fitting.head.len() + fitting.rows.len() > 0 {
        body.before_table(table.frame == Frame::Grid);
        Writer { body, table, sheet, fitting }.push(held)?;
        body.after_table();
    }
    for (index, note) in table.notes.iter().enumerate() {
        let last = index + 1 == table.notes.len();
        let before = (index == 0).then(|| twips(NOTE_GAP_PT));
        let rule = sheet.note_rule(note.style, table.density);
        let placing = Placing { keep_next: !last || held, before, ..Placing::default() };
        body.set_paragraph(note, &rule, placing, width)?;
    }
    Ok(())
}

/// Gives the columns of a table without lines that are as wide as their content some reserve,
/// from the widest of those that share the rest.
fn loosen(widths: &mut [f32], table: &Table) {
    let kind = |index: usize| table.columns.get(index).map(|column| column.width);
    let sharing = |index: &usize| matches!(kind(*index), Some(Width::Share(_)));
    let indices = 0..widths.len();
    let widest = indices.filter(sharing).max_by(|&a, &b| widths[a].total_cmp(&widths[b]));
    let Some(giver) = widest.filter(|_| table.frame == Frame::None) else { return };
    for index in 0..widths.len() {
        if kind(index) == Some(Width::Content) {
            let extra = widths[index] * RESERVE;
            widths[index] += extra;
            widths[giver] -= extra;
        }
    }
}

/// Writes one table.
struct Writer<'w, 'a, 't> {
    body: &'w mut Body<'a>,
    table: &'t Table,
    sheet: StyleSheet,
    fitting: Fitting<'t>,
}

impl Writer<'_, '_, '_> {
    /// Writes the table without its notes.
    fn push(&mut self, held: bool) -> Result<(), ReportError> {
        self.push_opening();
        let (head, rows) = (&self.fitting.head, &self.fitting.rows);
        let all: Vec<RowRole> = head.iter().chain(rows).map(|row| row.role).collect();
        // A table of nothing but a head has nothing to repeat it above.
        let heads = if rows.is_empty() { 0 } else { head.len() };
        let (head, rows) =
            (std::mem::take(&mut self.fitting.head), std::mem::take(&mut self.fitting.rows));
        for (index, row) in head.iter().chain(&rows).enumerate() {
            let keep = index < heads || self.keeps(&all, index, held);
            self.push_row(row, index < heads, keep)?;
        }
        self.body.xml.push_str("</w:tbl>");
        Ok(())
    }

    /// Writes the properties of the table and the widths of its columns.
    fn push_opening(&mut self) {
        let style = match self.table.frame {
            Frame::Grid => GRID_TABLE,
            Frame::None => PLAIN_TABLE,
        };
        let side = twips(self.side());
        let upper = twips(self.fitting.upper_padding());
        // A line adds its thickness to the height of a row, on paper it does not.
        let lower = twips((self.fitting.upper_padding() - self.fitting.line()).max(0.0));
        let margins = [("top", upper), ("left", side), ("bottom", lower), ("right", side)]
            .map(|(name, twips)| format!(r#"<w:{name} w:w="{twips}" w:type="dxa"/>"#))
            .concat();
        let widths: Vec<i32> = self.fitting.widths.iter().copied().map(twips).collect();
        let columns: String =
            widths.iter().map(|width| format!(r#"<w:gridCol w:w="{width}"/>"#)).collect();
        let _ = write!(
            self.body.xml,
            concat!(
                r#"<w:tbl><w:tblPr><w:tblStyle w:val="{style}"/><w:tblW w:w="{whole}" w:type="dxa"/>"#,
                r#"<w:tblInd w:w="{left}" w:type="dxa"/><w:tblLayout w:type="fixed"/>"#,
                r#"<w:tblCellMar>{margins}</w:tblCellMar></w:tblPr><w:tblGrid>{columns}</w:tblGrid>"#,
            ),
            style = style,
            whole = widths.iter().sum::<i32>(),
            left = twips(self.fitting.left),
            margins = margins,
            columns = columns,
        );
    }

    /// Room left and right of the text in a cell.
    fn side(&self) -> f32 {
        (self.fitting.side_padding() - SIDE_SLACK_PT).max(0.0)
    }

    /// Tells whether a row stays on the page of what follows it.
    fn keeps(&self, roles: &[RowRole], index: usize, held: bool) -> bool {
        match roles.get(index + 1) {
            None => held || !self.table.notes.is_empty(),
            Some(next) => {
                let belongs = roles[index] == RowRole::Group || *next == RowRole::Total;
                self.table.whole || belongs
            }
        }
    }

    /// Writes a row.
    fn push_row(&mut self, row: &FittedRow<'_>, head: bool, keep: bool) -> Result<(), ReportError> {
        self.body.xml.push_str("<w:tr><w:trPr><w:cantSplit/>");
        let turned = row.slots.iter().filter_map(|slot| match slot {
            Slot::Begins { turned, rows: 1, .. } => *turned,
            _ => None,
        });
        if let Some(height) = turned.reduce(f32::max).map(twips) {
            let xml = &mut self.body.xml;
            let _ = write!(xml, r#"<w:trHeight w:val="{height}" w:hRule="atLeast"/>"#);
        }
        self.body.xml.push_str(if head { "<w:tblHeader/></w:trPr>" } else { "</w:trPr>" });
        let mut column = 0;
        for slot in &row.slots {
            self.push_cell(slot, column, row.role, keep)?;
            column += slot.columns();
        }
        self.body.xml.push_str("</w:tr>");
        Ok(())
    }

    /// Writes a cell.
    fn push_cell(
        &mut self,
        slot: &Slot<'_>,
        column: usize,
        role: RowRole,
        keep: bool,
    ) -> Result<(), ReportError> {
        let width: f32 = self.fitting.widths[column..column + slot.columns()].iter().sum();
        self.push_cell_properties(slot, twips(width));
        let room = match slot {
            Slot::Begins { turned: Some(height), .. } => *height,
            _ => width - 2.0 * self.side(),
        };
        // A cell without a paragraph is not valid.
        let empty = [Paragraph::new(Style::TableCell, Vec::new())];
        let texts = match slot {
            Slot::Begins { cell, .. } if !cell.paragraphs.is_empty() => &cell.paragraphs[..],
            _ => &empty,
        };
        for (index, text) in texts.iter().enumerate() {
            let edges = (index == 0, index + 1 == texts.len());
            self.push_paragraph(text, (column, role), (keep, edges), room)?;
        }
        self.body.xml.push_str("</w:tc>");
        Ok(())
    }

    /// Writes what a cell covers and how its text stands.
    fn push_cell_properties(&mut self, slot: &Slot<'_>, width: i32) {
        let xml = &mut self.body.xml;
        let _ = write!(xml, r#"<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>"#);
        if slot.columns() > 1 {
            let _ = write!(xml, r#"<w:gridSpan w:val="{}"/>"#, slot.columns());
        }
        match slot {
            Slot::Begins { cell, rows, turned, .. } => {
                xml.push_str(if *rows > 1 { r#"<w:vMerge w:val="restart"/>"# } else { "" });
                let direction = r#"<w:textDirection w:val="btLr"/>"#;
                xml.push_str(if turned.is_some() { direction } else { "" });
                let middle = cell.vertical == VerticalAlign::Middle || turned.is_some();
                xml.push_str(if middle { r#"<w:vAlign w:val="center"/>"# } else { "" });
            }
            Slot::Continues { .. } => xml.push_str("<w:vMerge/>"),
            Slot::Empty => {}
        }
        xml.push_str("</w:tcPr>");
    }

    /// Writes a paragraph of a cell. As on the pages, there is no space above the first and below
    /// the last one.
    fn push_paragraph(
        &mut self,
        text: &Paragraph,
        (column, role): (usize, RowRole),
        (keep_next, (first, last)): (bool, (bool, bool)),
        room: f32,
    ) -> Result<(), ReportError> {
        let own = self.sheet.rule(text.style);
        let rule = self.fitting.rule(text, column, role);
        let none = |at_edge: bool, space: f32| (at_edge && space > 0.0).then_some(0);
        let placing = Placing {
            keep_next,
            before: none(first, rule.before_pt),
            after: none(last, rule.after_pt),
            align: (rule.align != own.align).then_some(rule.align),
            ..Placing::default()
        };
        let rule = StyleRule { after_pt: if last { 0.0 } else { rule.after_pt }, ..rule };
        self.body.cell_paragraph(text, &rule, placing, room)
    }
}
