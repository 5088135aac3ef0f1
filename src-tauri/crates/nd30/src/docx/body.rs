//! The flow of a part: paragraphs, tables, text boxes, and where sections end.

use crate::docx::length::twips;
use crate::docx::look::{RunLayer, switch};
use crate::docx::numbering::Numbering;
use crate::docx::para::{Cell, Para};
use crate::docx::run::{Inline, chosen};
use crate::docx::setting::{ParaLayer, is_line};
use crate::docx::styles::{Styles, TableLayer};
use crate::docx::theme::Theme;
use crate::xml::{Element, Space};

/// Room at either side of a cell's text when nothing says another: 0,19 cm.
const CELL_MARGIN: i32 = 108;

/// What is read from a part with flowing text.
pub(crate) struct Body<'a> {
    /// The styles.
    pub(crate) styles: &'a Styles,
    /// The theme.
    pub(crate) theme: &'a Theme,
    numbering: &'a mut Numbering,
    /// The paragraphs in reading order.
    pub(crate) paras: Vec<Para>,
    /// The properties of sections in order, the last one of the whole body included.
    pub(crate) sections: Vec<&'a Element>,
    tables: usize,
}

/// Where the flow is: in no table, or in a cell.
#[derive(Clone, Default)]
struct Position {
    cell: Option<Cell>,
    floating: bool,
    run: RunLayer,
    para: ParaLayer,
}

impl<'a> Body<'a> {
    /// Reads the flow of a part.
    pub(crate) fn read(
        root: &'a Element,
        (styles, theme): (&'a Styles, &'a Theme),
        numbering: &'a mut Numbering,
    ) -> Self {
        let (paras, sections) = (Vec::new(), Vec::new());
        let mut body = Self { styles, theme, numbering, paras, sections, tables: 0 };
        body.flow(root, &Position::default());
        body
    }

    fn flow(&mut self, element: &'a Element, position: &Position) {
        for child in element.children() {
            match child.word_name() {
                Some("p") => self.paragraph(child, position),
                Some("tbl") => self.table(child, position),
                Some("sectPr") => self.sections.push(child),
                Some("sdtPr" | "tcPr" | "trPr" | "tblPr" | "tblGrid") => {}
                Some("del" | "moveFrom") => {}
                Some(_) => self.flow(child, position),
                None if child.is(Space::Compatibility, "AlternateContent") => {
                    if let Some(choice) = chosen(child) {
                        self.flow(choice, position);
                    }
                }
                None => {}
            }
        }
    }

    fn paragraph(&mut self, element: &'a Element, position: &Position) {
        let properties = element.word("pPr");
        let direct = ParaLayer::read(properties);
        let (run, style) = self.styles.paragraph(direct.style.as_deref());
        let mut para = self.placed(direct, style, position);
        para.ends_section = properties.is_some_and(|it| it.word("sectPr").is_some());
        para.number = self.paras.len() + 1;
        para.section = self.sections.len();
        let mut inline = Inline::new(self, para, &position.run, run);
        inline.read(element);
        let (para, boxes) = (inline.para, inline.boxes);
        self.paras.push(para);
        let floating = Position { floating: true, ..Position::default() };
        for content in boxes {
            self.flow(content, &floating);
        }
        self.sections.extend(properties.and_then(|it| it.word("sectPr")));
    }

    /// Resolves the placement of a paragraph and counts it in its list.
    fn placed(&mut self, direct: ParaLayer, style: ParaLayer, position: &Position) -> Para {
        let own_list = direct.list.0.is_some();
        let list = direct.list.0.clone().or(style.list.0.clone()).filter(|id| id != "0");
        let level = direct.list.1.or(style.list.1).unwrap_or(0);
        let indents = list.as_deref().map(|id| self.numbering.indents(id, level));
        let indents = indents.unwrap_or_default();
        let base = position.para.clone().over(self.styles.para_defaults.clone());
        // Indents of a list are stronger than those of the style, unless the style names the list.
        let flat = match own_list {
            true => direct.over(indents.over(style)).over(base),
            false => direct.over(style.over(indents)).over(base),
        };
        Para {
            cell: position.cell,
            floating: position.floating,
            label: list.map(|id| self.numbering.next_label(&id, level)).unwrap_or_default(),
            style: flat.style,
            align: flat.align.unwrap_or_default(),
            left: flat.left.unwrap_or(0),
            right: flat.right.unwrap_or(0),
            first: flat.first.unwrap_or(0),
            before: flat.before.unwrap_or(0),
            after: flat.after.unwrap_or(0),
            contextual: flat.contextual.unwrap_or(false),
            pitch: flat.pitch.unwrap_or_default(),
            bordered: flat.border.unwrap_or(false),
            new_page: flat.new_page.unwrap_or(false),
            centred_frame: flat.centred_frame.unwrap_or(false),
            ..Para::default()
        }
    }

    fn table(&mut self, element: &'a Element, position: &Position) {
        let properties = element.word("tblPr");
        let style = properties.and_then(|it| it.word("tblStyle")).and_then(Element::val);
        let (run, para, below) = self.styles.table(style);
        let layer = TableLayer::read(properties).over(below);
        let gridded = layer.lines == Some(true) || cells_have_lines(element);
        let grid = widths(element);
        let number = self.tables;
        self.tables += 1;
        for (row, cells) in element.words("tr").enumerate() {
            let mut column = before_row(cells);
            for content in cells.words("tc") {
                let span = spanned(content);
                let width = cell_width(content, &grid, column, span);
                let margins = layer.cell_left.unwrap_or(CELL_MARGIN)
                    + layer.cell_right.unwrap_or(CELL_MARGIN);
                let room = width.map(|width| width - margins);
                let cell = Cell { table: number, row, column, room, gridded };
                let cell = match position.cell {
                    Some(outer) => Cell { room, gridded: gridded || outer.gridded, ..outer },
                    None => cell,
                };
                let (run, para) = (run.clone(), para.clone());
                let floating = position.floating;
                self.flow(content, &Position { cell: Some(cell), floating, run, para });
                column += span;
            }
        }
    }
}

/// Columns left free at the beginning of a row.
fn before_row(row: &Element) -> usize {
    let skipped = row.word("trPr").and_then(|it| it.word("gridBefore")).and_then(Element::val);
    skipped.and_then(|it| it.parse().ok()).map_or(0, |it: usize| it.min(64))
}

/// How many columns of the grid a cell covers.
fn spanned(cell: &Element) -> usize {
    let span = cell.word("tcPr").and_then(|it| it.word("gridSpan")).and_then(Element::val);
    span.and_then(|it| it.parse().ok()).map_or(1, |it: usize| it.clamp(1, 64))
}

/// Widths of the columns of the grid in twips.
fn widths(table: &Element) -> Vec<i32> {
    let columns = table.word("tblGrid").into_iter().flat_map(|grid| grid.words("gridCol"));
    columns.map(|it| it.word_attribute("w").and_then(twips).unwrap_or(0)).collect()
}

fn cell_width(cell: &Element, grid: &[i32], column: usize, span: usize) -> Option<i32> {
    let own = cell.word("tcPr").and_then(|it| it.word("tcW"));
    let own = own.filter(|it| matches!(it.word_attribute("type"), None | Some("dxa")));
    let own = own.and_then(|it| it.word_attribute("w")).and_then(twips).filter(|it| *it > 0);
    let covered = grid.iter().skip(column).take(span);
    let sum = covered.fold(0_i32, |sum, width| sum.saturating_add(*width));
    own.or((sum > 0).then_some(sum))
}

fn cells_have_lines(table: &Element) -> bool {
    let cells = table.words("tr").flat_map(|row| row.words("tc"));
    let borders = cells.filter_map(|it| it.word("tcPr")).filter_map(|it| it.word("tcBorders"));
    borders.into_iter().any(|borders| borders.children().any(is_line))
}

/// Whether a section hides the header of its first page behind another.
pub(crate) fn has_title_page(section: &Element) -> bool {
    switch(section, "titlePg").unwrap_or(false)
}
