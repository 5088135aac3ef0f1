//! Run properties: how characters look, one layer at a time and resolved.

use crate::docx::theme::Theme;
use crate::xml::Element;

/// How the characters of a run look, everything resolved.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Look {
    /// The font of plain Latin letters.
    pub(crate) ascii: String,
    /// The font of the other letters, those with Vietnamese marks among them.
    pub(crate) other: String,
    /// Size in half-points.
    pub(crate) size: i32,
    /// Bold.
    pub(crate) bold: bool,
    /// Italic.
    pub(crate) italic: bool,
    /// Underlined.
    pub(crate) underline: bool,
    /// Shown in capitals, or in small ones, whatever was typed.
    pub(crate) capitals: bool,
    /// Hidden.
    pub(crate) hidden: bool,
    /// The colour as it stands in the file, when it is not black.
    pub(crate) colour: Option<String>,
    /// Marked with a highlighter or a shade.
    pub(crate) marked: bool,
}

/// One layer of run properties: what a style or a run says itself.
#[derive(Clone, Debug, Default)]
pub(crate) struct RunLayer {
    /// The character style it names.
    pub(crate) style: Option<String>,
    ascii: Option<String>,
    other: Option<String>,
    size: Option<i32>,
    bold: Option<bool>,
    italic: Option<bool>,
    underline: Option<bool>,
    capitals: Option<bool>,
    hidden: Option<bool>,
    colour: Option<Option<String>>,
    marked: Option<bool>,
}

/// Size when nothing says another: 10 points.
const DEFAULT_SIZE: i32 = 20;
/// Font when nothing says another.
const DEFAULT_FONT: &str = "Times New Roman";

impl RunLayer {
    /// Reads an `rPr`.
    pub(crate) fn read(properties: Option<&Element>, theme: &Theme) -> Self {
        let Some(properties) = properties else { return Self::default() };
        let fonts = properties.word("rFonts");
        let font = |name: &str, themed: &str| {
            let fonts = fonts?;
            let theme = fonts.word_attribute(themed).and_then(|slot| theme.font(slot));
            theme.or_else(|| fonts.word_attribute(name)).map(str::to_owned)
        };
        let value = |name: &str| properties.word(name).and_then(Element::val);
        Self {
            style: value("rStyle").map(str::to_owned),
            ascii: font("ascii", "asciiTheme"),
            other: font("hAnsi", "hAnsiTheme"),
            size: value("sz").and_then(half_points),
            bold: switch(properties, "b"),
            italic: switch(properties, "i"),
            underline: value("u").map(|kind| kind != "none"),
            capitals: switch(properties, "caps").or(switch(properties, "smallCaps")),
            hidden: switch(properties, "vanish"),
            colour: properties.word("color").map(colour),
            marked: marked(properties),
        }
    }

    /// What this layer says, and what the one below says where this one is silent.
    fn over(self, below: Self) -> Self {
        Self {
            style: self.style.or(below.style),
            ascii: self.ascii.or(below.ascii),
            other: self.other.or(below.other),
            size: self.size.or(below.size),
            bold: self.bold.or(below.bold),
            italic: self.italic.or(below.italic),
            underline: self.underline.or(below.underline),
            capitals: self.capitals.or(below.capitals),
            hidden: self.hidden.or(below.hidden),
            colour: self.colour.or(below.colour),
            marked: self.marked.or(below.marked),
        }
    }

    /// Lays the layers of a chain of styles over each other, the root first.
    pub(crate) fn stack<'a>(layers: impl Iterator<Item = &'a Self>) -> Self {
        layers.fold(Self::default(), |below, layer| layer.clone().over(below))
    }
}

/// The layers that decide how a run looks, from the lowest to the highest.
pub(crate) struct Layers<'a> {
    /// The defaults of the document.
    pub(crate) defaults: &'a RunLayer,
    /// The table's style, the paragraph's style and the character style.
    pub(crate) styles: [&'a RunLayer; 3],
    /// What the run says itself.
    pub(crate) direct: &'a RunLayer,
}

impl Layers<'_> {
    /// Resolves them.
    pub(crate) fn look(&self) -> Look {
        let flat = self
            .styles
            .iter()
            .fold(self.defaults.clone(), |below, layer| (*layer).clone().over(below));
        let flat = self.direct.clone().over(flat);
        let font = |name: Option<String>| name.unwrap_or_else(|| DEFAULT_FONT.to_owned());
        Look {
            ascii: font(flat.ascii),
            other: font(flat.other),
            size: flat.size.unwrap_or(DEFAULT_SIZE),
            bold: self.toggle(|layer| layer.bold),
            italic: self.toggle(|layer| layer.italic),
            underline: flat.underline.unwrap_or(false),
            capitals: self.toggle(|layer| layer.capitals),
            hidden: self.toggle(|layer| layer.hidden),
            colour: flat.colour.flatten(),
            marked: flat.marked.unwrap_or(false),
        }
    }

    /// Bold in two styles of the hierarchy is not bold (ISO/IEC 29500-1, 17.7.3); what the run
    /// says itself counts alone.
    fn toggle(&self, pick: fn(&RunLayer) -> Option<bool>) -> bool {
        if let Some(direct) = pick(self.direct) {
            return direct;
        }
        let styles = self.styles.iter().filter(|layer| pick(layer) == Some(true)).count();
        pick(self.defaults) == Some(true) || styles % 2 == 1
    }
}

/// Reads an on-off property: `<w:b/>`, `<w:b w:val="0"/>`.
pub(crate) fn switch(properties: &Element, name: &str) -> Option<bool> {
    let element = properties.word(name)?;
    Some(!matches!(element.val(), Some("0" | "false" | "off")))
}

/// Half-points, in the transitional (`26`) or the strict form (`13pt`).
fn half_points(text: &str) -> Option<i32> {
    match text.strip_suffix("pt") {
        Some(points) => super::length::decimal(points, 2),
        None => super::length::decimal(text, 1),
    }
}

/// The colour, or `None` for black. Near-black counts as black: no eye and no printer tells it.
fn colour(element: &Element) -> Option<String> {
    let value = element.val().unwrap_or("auto");
    let themed = element.word_attribute("themeColor");
    if matches!(themed, Some("text1" | "dark1")) && element.word_attribute("themeTint").is_none() {
        return None;
    }
    let dark = |from: usize| {
        value.get(from..from + 2).and_then(|hex| u8::from_str_radix(hex, 16).ok()) <= Some(0x10)
    };
    let black = value == "auto" || (value.len() == 6 && dark(0) && dark(2) && dark(4));
    (!black).then(|| value.to_owned())
}

fn marked(properties: &Element) -> Option<bool> {
    let highlight = properties.word("highlight").map(|it| it.val() != Some("none"));
    let shade = properties.word("shd").and_then(|it| it.word_attribute("fill"));
    let shade = shade.map(|fill| !matches!(fill.to_ascii_lowercase().as_str(), "auto" | "ffffff"));
    match (highlight, shade) {
        (None, None) => None,
        (highlight, shade) => Some(highlight == Some(true) || shade == Some(true)),
    }
}
