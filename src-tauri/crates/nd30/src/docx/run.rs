//! What stands in a paragraph: runs, fields, drawings, tracked changes.

use crate::docx::body::Body;
use crate::docx::drawing;
use crate::docx::look::{Layers, Look, RunLayer};
use crate::docx::para::{Para, Run};
use crate::xml::{Element, Space};

/// A paragraph while its runs are read.
pub(crate) struct Inline<'a, 'b> {
    body: &'b Body<'a>,
    /// The paragraph that grows.
    pub(crate) para: Para,
    /// The contents of text boxes met on the way.
    pub(crate) boxes: Vec<&'a Element>,
    table: &'b RunLayer,
    style: RunLayer,
    fields: Vec<Field>,
}

/// A field that has begun: its instruction, then its result.
struct Field {
    instruction: String,
    result: bool,
    look: Look,
    shown: bool,
}

impl Field {
    fn is_page_number(&self) -> bool {
        self.instruction.split_whitespace().next().is_some_and(|it| it.eq_ignore_ascii_case("PAGE"))
    }
}

impl<'a, 'b> Inline<'a, 'b> {
    /// Begins a paragraph.
    pub(crate) fn new(
        body: &'b Body<'a>,
        para: Para,
        table: &'b RunLayer,
        style: RunLayer,
    ) -> Self {
        Self { body, para, boxes: Vec::new(), table, style, fields: Vec::new() }
    }

    /// Reads everything in a paragraph or in something that wraps runs.
    pub(crate) fn read(&mut self, element: &'a Element) {
        for child in element.children() {
            match child.word_name() {
                Some("r") => self.run(child),
                Some("ins" | "moveTo") => {
                    self.para.tracked = true;
                    self.read(child);
                }
                Some("del" | "moveFrom") => self.para.tracked = true,
                Some("commentRangeStart" | "commentReference") => self.para.commented = true,
                Some("fldSimple") => self.simple_field(child),
                Some("pPr" | "rPr" | "sdtPr") => {}
                Some(_) => self.read(child),
                None if child.is(Space::Compatibility, "AlternateContent") => {
                    if let Some(choice) = chosen(child) {
                        self.read(choice);
                    }
                }
                None => {}
            }
        }
    }

    fn simple_field(&mut self, element: &'a Element) {
        let instruction = element.word_attribute("instr").unwrap_or_default().to_owned();
        let first = element.words("r").next();
        let look = self.look(first.and_then(|run| run.word("rPr")));
        self.fields.push(Field { instruction, result: true, look, shown: false });
        self.read(element);
        self.end_field();
    }

    fn run(&mut self, element: &'a Element) {
        let look = self.look(element.word("rPr"));
        self.content(element, &look);
    }

    /// Reads what stands in a run.
    fn content(&mut self, element: &'a Element, look: &Look) {
        for child in element.children() {
            match child.word_name() {
                Some("t") => self.push(&child.text(), look),
                Some("tab" | "ptab") => self.push("\t", look),
                Some("br") if child.word_attribute("type") == Some("page") => {
                    self.para.new_page = true;
                }
                Some("br" | "cr") => self.push("\n", look),
                Some("noBreakHyphen") => self.push("-", look),
                Some("sym") => self.symbol(child, look),
                Some("fldChar") => self.field_character(child, look),
                Some("instrText") => self.instruction(&child.text()),
                Some("commentReference") => self.para.commented = true,
                Some("drawing" | "pict" | "object") => self.drawing(child),
                None if child.is(Space::Compatibility, "AlternateContent") => {
                    if let Some(choice) = chosen(child) {
                        self.content(choice, look);
                    }
                }
                _ => {}
            }
        }
    }

    fn drawing(&mut self, element: &'a Element) {
        let drawing = drawing::read(element);
        self.para.pictured |= drawing.lines.is_empty() && drawing.boxes.is_empty();
        self.para.drawn_lines.extend(drawing.lines);
        self.boxes.extend(drawing.boxes);
    }

    fn symbol(&mut self, element: &Element, look: &Look) {
        let font = element.word_attribute("font").unwrap_or_default();
        let look = Look { ascii: font.to_owned(), other: font.to_owned(), ..look.clone() };
        let code = element.word_attribute("char").and_then(|it| u32::from_str_radix(it, 16).ok());
        let sign = code.and_then(char::from_u32).unwrap_or('•');
        self.push(&sign.to_string(), &look);
    }

    fn field_character(&mut self, element: &Element, look: &Look) {
        match element.word_attribute("fldCharType") {
            Some("begin") => self.fields.push(Field {
                instruction: String::new(),
                result: false,
                look: look.clone(),
                shown: false,
            }),
            Some("separate") => {
                if let Some(field) = self.fields.last_mut() {
                    field.result = true;
                }
            }
            Some("end") => self.end_field(),
            _ => {}
        }
    }

    fn instruction(&mut self, text: &str) {
        if let Some(field) = self.fields.last_mut().filter(|field| !field.result) {
            field.instruction.push_str(text);
        }
    }

    fn end_field(&mut self) {
        let Some(field) = self.fields.pop() else { return };
        if field.is_page_number() && !field.shown {
            let text = "#".to_owned();
            self.para.runs.push(Run { text, look: field.look, page_number: true });
        }
    }

    fn push(&mut self, text: &str, look: &Look) {
        let page_number = match self.fields.iter_mut().rev().find(|it| it.is_page_number()) {
            Some(field) if field.shown => return,
            Some(field) => {
                field.shown = true;
                true
            }
            None => false,
        };
        let text = if page_number { "#" } else { text };
        match self.para.runs.last_mut() {
            Some(run) if run.look == *look && !run.page_number && !page_number => {
                run.text.push_str(text);
            }
            _ => {
                let (text, look) = (text.to_owned(), look.clone());
                self.para.runs.push(Run { text, look, page_number });
            }
        }
    }

    fn look(&self, properties: Option<&Element>) -> Look {
        let direct = RunLayer::read(properties, self.body.theme);
        let character = self.body.styles.character(direct.style.as_deref());
        let styles = [self.table, &self.style, &character];
        Layers { defaults: &self.body.styles.run_defaults, styles, direct: &direct }.look()
    }
}

/// The branch of an alternative that a modern Word shows.
pub(crate) fn chosen(alternative: &Element) -> Option<&Element> {
    let choice = alternative.child(Space::Compatibility, "Choice");
    choice.or_else(|| alternative.child(Space::Compatibility, "Fallback"))
}
