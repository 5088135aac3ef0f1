//! Styles: every style's own layer, and chains of styles based on each other laid flat.

use std::collections::BTreeMap;

use crate::docx::length::twips;
use crate::docx::look::RunLayer;
use crate::docx::setting::{ParaLayer, is_line};
use crate::docx::theme::Theme;
use crate::xml::Element;

/// The longest chain of styles that is followed; a circle ends there.
const MAX_CHAIN: usize = 32;

/// All styles of a document.
#[derive(Debug, Default)]
pub(crate) struct Styles {
    by_id: BTreeMap<String, Style>,
    default_paragraph: Option<String>,
    default_table: Option<String>,
    /// The defaults of the document.
    pub(crate) run_defaults: RunLayer,
    /// The defaults of the document.
    pub(crate) para_defaults: ParaLayer,
}

#[derive(Debug)]
struct Style {
    based_on: Option<String>,
    run: RunLayer,
    para: ParaLayer,
    table: TableLayer,
}

/// What matters of table properties, one layer.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct TableLayer {
    /// Whether any line is drawn.
    pub(crate) lines: Option<bool>,
    /// Room kept free at the left of every cell, in twips.
    pub(crate) cell_left: Option<i32>,
    /// Room kept free at the right of every cell, in twips.
    pub(crate) cell_right: Option<i32>,
}

impl TableLayer {
    /// Reads a `tblPr`.
    pub(crate) fn read(properties: Option<&Element>) -> Self {
        let Some(properties) = properties else { return Self::default() };
        let borders = properties.word("tblBorders");
        let margins = properties.word("tblCellMar");
        let margin = |names: [&str; 2]| {
            let margin = names.iter().find_map(|name| margins?.word(name))?;
            margin.word_attribute("w").and_then(twips)
        };
        Self {
            lines: borders.map(|borders| borders.children().any(is_line)),
            cell_left: margin(["left", "start"]),
            cell_right: margin(["right", "end"]),
        }
    }

    /// What this layer says, and what the one below says where this one is silent.
    pub(crate) fn over(self, below: Self) -> Self {
        Self {
            lines: self.lines.or(below.lines),
            cell_left: self.cell_left.or(below.cell_left),
            cell_right: self.cell_right.or(below.cell_right),
        }
    }
}

impl Styles {
    /// Reads the styles part.
    pub(crate) fn read(part: &Element, theme: &Theme) -> Self {
        let mut styles = Self::default();
        if let Some(defaults) = part.word("docDefaults") {
            let run = defaults.word("rPrDefault").and_then(|it| it.word("rPr"));
            let para = defaults.word("pPrDefault").and_then(|it| it.word("pPr"));
            styles.run_defaults = RunLayer::read(run, theme);
            styles.para_defaults = ParaLayer::read(para);
        }
        for element in part.words("style") {
            styles.add(element, theme);
        }
        styles
    }

    fn add(&mut self, element: &Element, theme: &Theme) {
        let Some(id) = element.word_attribute("styleId").map(str::to_owned) else { return };
        if matches!(element.word_attribute("default"), Some("1" | "true" | "on")) {
            match element.word_attribute("type") {
                Some("paragraph") => self.default_paragraph = Some(id.clone()),
                Some("table") => self.default_table = Some(id.clone()),
                _ => {}
            }
        }
        let style = Style {
            based_on: element.word("basedOn").and_then(Element::val).map(str::to_owned),
            run: RunLayer::read(element.word("rPr"), theme),
            para: ParaLayer::read(element.word("pPr")),
            table: TableLayer::read(element.word("tblPr")),
        };
        self.by_id.insert(id, style);
    }

    /// A style and those it is based on, the root first.
    fn chain(&self, id: Option<&str>) -> Vec<&Style> {
        let mut found = Vec::new();
        let mut next = id;
        while let Some(style) = next.and_then(|id| self.by_id.get(id)) {
            if found.len() == MAX_CHAIN {
                break;
            }
            found.push(style);
            next = style.based_on.as_deref();
        }
        found.reverse();
        found
    }

    /// The run and the paragraph layer of a paragraph style, or of the default one.
    pub(crate) fn paragraph(&self, id: Option<&str>) -> (RunLayer, ParaLayer) {
        let known = id.filter(|id| self.by_id.contains_key(*id));
        let chain = self.chain(known.or(self.default_paragraph.as_deref()));
        (
            RunLayer::stack(chain.iter().map(|style| &style.run)),
            ParaLayer::stack(chain.iter().map(|style| &style.para)),
        )
    }

    /// The layer of a character style.
    pub(crate) fn character(&self, id: Option<&str>) -> RunLayer {
        RunLayer::stack(self.chain(id).iter().map(|style| &style.run))
    }

    /// The layers of a table style, or of the default one.
    pub(crate) fn table(&self, id: Option<&str>) -> (RunLayer, ParaLayer, TableLayer) {
        let known = id.filter(|id| self.by_id.contains_key(*id));
        let chain = self.chain(known.or(self.default_table.as_deref()));
        let table =
            chain.iter().fold(TableLayer::default(), |below, style| style.table.over(below));
        (
            RunLayer::stack(chain.iter().map(|style| &style.run)),
            ParaLayer::stack(chain.iter().map(|style| &style.para)),
            table,
        )
    }
}
