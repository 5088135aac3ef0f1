//! Paragraph properties: how lines stand, one layer at a time.

use crate::docx::length::twips;
use crate::docx::look::switch;
use crate::xml::Element;

/// Placement of the lines of a paragraph.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Alignment {
    /// Flush left.
    #[default]
    Left,
    /// Centred.
    Centre,
    /// Flush right.
    Right,
    /// Flush left and right.
    Justified,
}

/// The distance from line to line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Pitch {
    /// Parts of a single line in 240ths.
    Lines(i32),
    /// Exactly so many twips.
    Exactly(i32),
    /// At least so many twips.
    AtLeast(i32),
}

/// One layer of paragraph properties; lengths in twips.
#[derive(Clone, Debug, Default)]
pub(crate) struct ParaLayer {
    /// The paragraph style it names.
    pub(crate) style: Option<String>,
    /// Placement of the lines.
    pub(crate) align: Option<Alignment>,
    /// Indent from the left.
    pub(crate) left: Option<i32>,
    /// Indent from the right.
    pub(crate) right: Option<i32>,
    /// Indent of the first line, below zero when it hangs.
    pub(crate) first: Option<i32>,
    /// Space above.
    pub(crate) before: Option<i32>,
    /// Space below.
    pub(crate) after: Option<i32>,
    /// No space between paragraphs of one style.
    pub(crate) contextual: Option<bool>,
    /// Distance of the lines.
    pub(crate) pitch: Option<Pitch>,
    /// The list and the level.
    pub(crate) list: (Option<String>, Option<usize>),
    /// A line above or below.
    pub(crate) border: Option<bool>,
    /// Begins on a new page.
    pub(crate) new_page: Option<bool>,
    /// Stands in a frame that is centred on the page.
    pub(crate) centred_frame: Option<bool>,
}

impl ParaLayer {
    /// Reads a `pPr`.
    pub(crate) fn read(properties: Option<&Element>) -> Self {
        let Some(properties) = properties else { return Self::default() };
        let value = |name: &str| properties.word(name).and_then(Element::val);
        let indent = |names: &[&str]| measure(properties.word("ind"), names);
        let spacing = properties.word("spacing");
        let list = properties.word("numPr");
        let of_list = |name| list.and_then(|list| list.word(name)).and_then(Element::val);
        Self {
            style: value("pStyle").map(str::to_owned),
            align: value("jc").map(alignment),
            left: indent(&["left", "start"]),
            right: indent(&["right", "end"]),
            first: indent(&["hanging"]).map(|hanging| -hanging).or(indent(&["firstLine"])),
            before: space(spacing, "before", "beforeAutospacing"),
            after: space(spacing, "after", "afterAutospacing"),
            contextual: switch(properties, "contextualSpacing"),
            pitch: spacing.and_then(pitch),
            list: (
                of_list("numId").map(str::to_owned),
                of_list("ilvl").and_then(|level| level.parse().ok()),
            ),
            border: properties.word("pBdr").map(has_line),
            new_page: switch(properties, "pageBreakBefore"),
            centred_frame: properties
                .word("framePr")
                .map(|frame| frame.word_attribute("xAlign") == Some("center")),
        }
    }

    /// What this layer says, and what the one below says where this one is silent.
    pub(crate) fn over(self, below: Self) -> Self {
        Self {
            style: self.style.or(below.style),
            align: self.align.or(below.align),
            left: self.left.or(below.left),
            right: self.right.or(below.right),
            first: self.first.or(below.first),
            before: self.before.or(below.before),
            after: self.after.or(below.after),
            contextual: self.contextual.or(below.contextual),
            pitch: self.pitch.or(below.pitch),
            list: (self.list.0.or(below.list.0), self.list.1.or(below.list.1)),
            border: self.border.or(below.border),
            new_page: self.new_page.or(below.new_page),
            centred_frame: self.centred_frame.or(below.centred_frame),
        }
    }

    /// Lays the layers of a chain of styles over each other, the root first.
    pub(crate) fn stack<'a>(layers: impl Iterator<Item = &'a Self>) -> Self {
        layers.fold(Self::default(), |below, layer| layer.clone().over(below))
    }
}

/// The first of some attributes that is a length.
fn measure(element: Option<&Element>, names: &[&str]) -> Option<i32> {
    let element = element?;
    names.iter().find_map(|name| element.word_attribute(name)).and_then(twips)
}

/// Space above or below; “auto” is 14 points, as on a web page.
fn space(spacing: Option<&Element>, name: &str, auto: &str) -> Option<i32> {
    let spacing = spacing?;
    match spacing.word_attribute(auto) {
        Some("1" | "true" | "on") => Some(280),
        _ => measure(Some(spacing), &[name]),
    }
}

fn pitch(spacing: &Element) -> Option<Pitch> {
    let line = measure(Some(spacing), &["line"])?;
    Some(match spacing.word_attribute("lineRule") {
        Some("exact") => Pitch::Exactly(line),
        Some("atLeast") => Pitch::AtLeast(line),
        _ => Pitch::Lines(line),
    })
}

fn alignment(word: &str) -> Alignment {
    match word {
        "center" => Alignment::Centre,
        "right" | "end" => Alignment::Right,
        "both" | "distribute" | "lowKashida" | "mediumKashida" | "highKashida" => {
            Alignment::Justified
        }
        _ => Alignment::Left,
    }
}

fn has_line(borders: &Element) -> bool {
    let lines = borders.words("bottom").chain(borders.words("top"));
    lines.into_iter().any(is_line)
}

/// Whether a border is drawn.
pub(crate) fn is_line(border: &Element) -> bool {
    !matches!(border.val(), None | Some("nil" | "none"))
}
