//! Reads a DOCX into paragraphs and sections, with every style resolved.
//!
//! Knows Office Open XML (ISO/IEC 29500), nothing of NĐ 30. Lengths are twentieths of a point
//! (twips), sizes half-points, both whole numbers.

mod body;
mod drawing;
pub(crate) mod length;
pub(crate) mod look;
mod numbering;
pub(crate) mod para;
mod run;
pub(crate) mod section;
pub(crate) mod setting;
mod styles;
mod theme;

use std::collections::BTreeMap;
use std::rc::Rc;

use body::Body;
use numbering::Numbering;
use para::Para;
use section::{Named, Pages, Section};
use styles::Styles;
use theme::Theme;

use crate::error::LintError;
use crate::package::{Package, Relation};
use crate::xml::Element;

/// A document as it is read.
#[derive(Debug, Default)]
pub(crate) struct Docx {
    /// All paragraphs in reading order.
    pub(crate) paras: Vec<Para>,
    /// All sections, at least one.
    pub(crate) sections: Vec<Section>,
    /// Even pages have headers of their own.
    pub(crate) even_and_odd: bool,
}

impl Docx {
    /// Reads a file.
    pub(crate) fn read(bytes: &[u8]) -> Result<Self, LintError> {
        let mut package = Package::open(bytes)?;
        let (main, root) = main_part(&mut package)?;
        let Some(content) = root.word("body") else { return Err(LintError::NotDocx) };
        let mut parts = Parts::read(package, &main)?;
        let mut docx = Self { even_and_odd: parts.even_and_odd, ..Self::default() };
        let mut numbering = std::mem::take(&mut parts.numbering);
        let body = Body::read(content, (&parts.styles, &parts.theme), &mut numbering);
        docx.paras = body.paras;
        let sections: Vec<(Section, Named)> =
            body.sections.into_iter().map(Section::read).collect();
        for (section, named) in sections {
            let section = parts.furnish(section, named, docx.sections.last())?;
            docx.sections.push(section);
        }
        if docx.sections.is_empty() {
            return Err(LintError::NotDocx);
        }
        let last = docx.sections.len() - 1;
        for para in &mut docx.paras {
            para.section = para.section.min(last);
        }
        Ok(docx)
    }

    /// Room for the text of a paragraph from left to right, in twips.
    pub(crate) fn room(&self, para: &Para) -> i32 {
        let page = self.sections.get(para.section).map_or(0, Section::room);
        let room = para.cell.and_then(|cell| cell.room).unwrap_or(page);
        room - para.left - para.right
    }
}

/// The part with the text, and its name.
fn main_part(package: &mut Package<'_>) -> Result<(String, Element), LintError> {
    let relations = package.relations("")?;
    let main = relations.into_values().find(|it| it.kind == "officeDocument");
    let main = main.map_or_else(|| "word/document.xml".to_owned(), |it| it.target);
    let root = package.optional_part(&main)?.filter(|root| root.word_name() == Some("document"));
    root.map(|root| (main, root)).ok_or(LintError::NotDocx)
}

/// The parts beside the text.
struct Parts<'a> {
    package: Package<'a>,
    relations: BTreeMap<String, Relation>,
    styles: Styles,
    theme: Theme,
    numbering: Numbering,
    even_and_odd: bool,
    furniture: BTreeMap<String, Rc<[Para]>>,
}

impl<'a> Parts<'a> {
    fn read(mut package: Package<'a>, main: &str) -> Result<Self, LintError> {
        let relations = package.relations(main)?;
        let mut of_kind = |kind: &str| {
            let found = relations.values().find(|relation| relation.kind == kind);
            found.map_or(Ok(None), |relation| package.optional_part(&relation.target))
        };
        let theme = of_kind("theme")?.map(|part| Theme::read(&part)).unwrap_or_default();
        let styles = of_kind("styles")?.map(|part| Styles::read(&part, &theme)).unwrap_or_default();
        let numbering =
            of_kind("numbering")?.map(|part| Numbering::read(&part)).unwrap_or_default();
        let settings = of_kind("settings")?;
        let even_and_odd =
            settings.and_then(|part| look::switch(&part, "evenAndOddHeaders")).unwrap_or(false);
        let furniture = BTreeMap::new();
        Ok(Self { package, relations, styles, theme, numbering, even_and_odd, furniture })
    }

    /// Reads the headers and footers of a section; those it does not name are the ones before.
    fn furnish(
        &mut self,
        mut section: Section,
        named: Named,
        before: Option<&Section>,
    ) -> Result<Section, LintError> {
        if let Some(before) = before {
            section.headers.clone_from(&before.headers);
            section.footers.clone_from(&before.footers);
        }
        for (header, pages, id) in named {
            let paras = self.furniture(&id)?;
            let place = if header { &mut section.headers } else { &mut section.footers };
            place.insert(pages, paras);
        }
        if section.title_page {
            section.headers.entry(Pages::First).or_insert_with(|| Rc::from([]));
            section.footers.entry(Pages::First).or_insert_with(|| Rc::from([]));
        }
        Ok(section)
    }

    /// The paragraphs of a header or footer; sections share them.
    fn furniture(&mut self, id: &str) -> Result<Rc<[Para]>, LintError> {
        let Some(relation) = self.relations.get(id) else { return Ok(Rc::from([])) };
        if let Some(known) = self.furniture.get(&relation.target) {
            return Ok(Rc::clone(known));
        }
        let root: Element = self.package.part(&relation.target)?;
        let mut numbering = Numbering::default();
        let paras = Body::read(&root, (&self.styles, &self.theme), &mut numbering).paras;
        let paras: Rc<[Para]> = paras.into();
        self.furniture.insert(relation.target.clone(), Rc::clone(&paras));
        Ok(paras)
    }
}
