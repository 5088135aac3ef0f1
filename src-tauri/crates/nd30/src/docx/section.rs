//! Sections: paper, margins, page numbers, and which header stands where.

use std::collections::BTreeMap;
use std::rc::Rc;

use crate::docx::length::twips;
use crate::docx::para::Para;
use crate::xml::{Element, Space};

/// Which pages a header or footer is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Pages {
    /// The first page.
    First,
    /// Every page, or the odd ones.
    Default,
    /// The even ones.
    Even,
}

/// A section; lengths in twips.
#[derive(Clone, Debug, Default)]
pub(crate) struct Section {
    /// Width of the paper as it lies.
    pub(crate) width: i32,
    /// Height of the paper as it lies.
    pub(crate) height: i32,
    /// Upper margin.
    pub(crate) top: i32,
    /// Lower margin.
    pub(crate) bottom: i32,
    /// Left margin, binding room included.
    pub(crate) left: i32,
    /// Right margin.
    pub(crate) right: i32,
    /// The first page has a header of its own.
    pub(crate) title_page: bool,
    /// The number that its pages begin with.
    pub(crate) start: Option<i32>,
    /// How numbers are written; `None` for Arabic digits.
    pub(crate) format: Option<String>,
    /// Follows on the same page.
    pub(crate) continuous: bool,
    /// Headers, those taken over from the section before included.
    pub(crate) headers: BTreeMap<Pages, Rc<[Para]>>,
    /// Footers, those taken over from the section before included.
    pub(crate) footers: BTreeMap<Pages, Rc<[Para]>>,
}

/// The parts that a section names: header or footer, the pages, the id of the relation.
pub(crate) type Named = Vec<(bool, Pages, String)>;

impl Section {
    /// Reads a `sectPr`, and which headers (`true`) and footers it names.
    pub(crate) fn read(properties: &Element) -> (Self, Named) {
        let value = |element: &str, name: &str| {
            properties.word(element).and_then(|it| it.word_attribute(name))
        };
        let length = |element, name| value(element, name).and_then(twips);
        let margin = |name| length("pgMar", name).unwrap_or(1440);
        let format = value("pgNumType", "fmt").filter(|it| *it != "decimal");
        let section = Self {
            width: length("pgSz", "w").unwrap_or(12_240),
            height: length("pgSz", "h").unwrap_or(15_840),
            // Below zero: the text begins there whatever the header needs.
            top: margin("top").abs(),
            bottom: margin("bottom").abs(),
            left: margin("left") + length("pgMar", "gutter").unwrap_or(0),
            right: margin("right"),
            title_page: super::body::has_title_page(properties),
            start: value("pgNumType", "start").and_then(|it| it.parse().ok()),
            format: format.map(str::to_owned),
            continuous: properties.word("type").and_then(Element::val) == Some("continuous"),
            ..Self::default()
        };
        let named = properties.children().filter_map(reference).collect();
        (section, named)
    }

    /// Whether the paper lies on its long side.
    pub(crate) fn landscape(&self) -> bool {
        self.width > self.height
    }

    /// Room for text from left to right.
    pub(crate) fn room(&self) -> i32 {
        self.width - self.left - self.right
    }
}

fn reference(element: &Element) -> Option<(bool, Pages, String)> {
    let header = match element.word_name()? {
        "headerReference" => true,
        "footerReference" => false,
        _ => return None,
    };
    let pages = match element.word_attribute("type") {
        Some("first") => Pages::First,
        Some("even") => Pages::Even,
        _ => Pages::Default,
    };
    Some((header, pages, element.attribute(Space::Relation, "id")?.to_owned()))
}
