//! Drawings: straight lines and text boxes, in DrawingML and in the older VML.

use crate::docx::length::{emu, twips};
use crate::xml::{Element, Space};

/// A drawing no higher than this is a line: 3 points, in twips.
const LINE_HEIGHT: i32 = 60;

/// What matters of a drawing.
#[derive(Debug, Default)]
pub(crate) struct Drawing<'a> {
    /// Widths of its straight lines in twips.
    pub(crate) lines: Vec<i32>,
    /// The contents of its text boxes.
    pub(crate) boxes: Vec<&'a Element>,
}

/// Reads a `drawing`, `pict` or `object`.
pub(crate) fn read(element: &Element) -> Drawing<'_> {
    let mut drawing = Drawing::default();
    collect(element, &mut drawing);
    drawing
}

fn collect<'a>(element: &'a Element, drawing: &mut Drawing<'a>) {
    let anchored = ["anchor", "inline"].iter().any(|name| element.is(Space::WordDrawing, name));
    let line = if anchored { anchored_line(element) } else { vml_line(element) };
    drawing.lines.extend(line);
    for child in element.children() {
        if child.is(Space::Word, "txbxContent") {
            drawing.boxes.push(child);
        } else if !child.is(Space::Compatibility, "Fallback") {
            collect(child, drawing);
        }
    }
}

/// The width of a line in DrawingML.
fn anchored_line(anchor: &Element) -> Option<i32> {
    let extent = anchor.child(Space::WordDrawing, "extent")?;
    let size = |name| extent.attribute(Space::None, name).and_then(emu);
    let inside = anchor.all();
    let shape = inside.iter().find(|it| it.is(Space::Drawing, "prstGeom"));
    let shape = shape.and_then(|it| it.attribute(Space::None, "prst"));
    let drawn = inside.iter().any(|it| it.is(Space::WordShape, "wsp"));
    let straight = matches!(shape, Some("line" | "straightConnector1"));
    let flat = drawn && size("cy")? <= LINE_HEIGHT;
    (straight || flat).then(|| size("cx")).flatten()
}

/// The width of a line in VML.
fn vml_line(element: &Element) -> Option<i32> {
    if element.is(Space::Vml, "line") {
        let x = |name| element.attribute(Space::None, name)?.split(',').next().and_then(vml_length);
        return Some((x("to")? - x("from")?).abs());
    }
    if !["shape", "rect"].iter().any(|name| element.is(Space::Vml, name)) {
        return None;
    }
    let style = element.attribute(Space::None, "style")?;
    let property = |name: &str| {
        let pairs = style.split(';').filter_map(|pair| pair.split_once(':'));
        pairs.into_iter().find(|(key, _)| key.trim() == name).and_then(|(_, it)| vml_length(it))
    };
    (property("height")? <= LINE_HEIGHT).then(|| property("width")).flatten()
}

/// A length of VML; without a unit it counts pixels, 96 to the inch.
fn vml_length(text: &str) -> Option<i32> {
    let text = text.trim();
    match text.strip_suffix("px").or((!text.ends_with(char::is_alphabetic)).then_some(text)) {
        Some(pixels) => super::length::decimal(pixels, 15),
        None => twips(text),
    }
}
