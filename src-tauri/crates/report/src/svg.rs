//! SVG writer: one page as outlines, for the preview in the web view.
//!
//! Uses the very positions of the PDF. No scripts, no external references; ids start with the
//! position of the page, so all pages of a document can stand in one HTML document.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use base64::Engine as _;
use skrifa::instance::{LocationRef, Size};
use skrifa::outline::{DrawSettings, OutlinePen};
use skrifa::{GlyphId, MetadataProvider};

use crate::document::{Dash, Drawing, Fill, Point};
use crate::error::ReportError;
use crate::figure::set_drawing;
use crate::fonts::{Face, Fonts};
use crate::page::{Page, PlacedImage, PlacedRule, PlacedRun, PlacedShape};
use crate::shape::Shaper;
use crate::stylesheet::StyleSheet;
use crate::xml::escape;

/// Share of the size by which a figure reaches above and below its baseline.
const FIGURE_ABOVE: f32 = 0.9;
const FIGURE_BELOW: f32 = 0.3;

/// Writes one page as a self-contained `<svg>` element.
#[must_use]
pub fn write_svg(page: &Page, fonts: &Fonts) -> String {
    draw(page, fonts, &format!("Trang {}", page.position))
}

/// Writes a page under its label.
fn draw(page: &Page, fonts: &Fonts, label: &str) -> String {
    let (width, height) = (number(page.width), number(page.height));
    let mut out = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" \
         role=\"img\" aria-label=\"{}\"><defs>",
        escape(label)
    );
    define_glyphs(&mut out, page, fonts);
    let _ = write!(out, "</defs><rect width=\"{width}\" height=\"{height}\" fill=\"#fff\"/>");
    page.images.iter().for_each(|image| draw_image(&mut out, image));
    page.shapes.iter().for_each(|shape| draw_shape(&mut out, shape));
    draw_rules(&mut out, &page.rules);
    page.runs.iter().for_each(|run| draw_run(&mut out, page, run, fonts));
    draw_paragraphs(&mut out, &page.runs);
    page.runs.iter().for_each(|run| draw_source(&mut out, run));
    out.push_str("</svg>");
    out
}

/// Writes a drawing alone as a self-contained `<svg>` element of its own size; `position` tells it
/// apart from others in the same HTML document.
///
/// # Errors
/// [`ReportError::MissingGlyph`].
pub fn write_drawing_svg(
    drawing: &Drawing,
    position: usize,
    fonts: &Fonts,
) -> Result<String, ReportError> {
    let room = (drawing.width, drawing.height);
    let set = set_drawing(&mut Shaper::new(fonts), &StyleSheet::default(), drawing, room)?;
    let mut page = Page::empty(position, set.width, set.height);
    set.fragment.place(&mut page, 0.0, 0.0);
    Ok(draw(&page, fonts, &drawing.description))
}

/// Writes the outline of every glyph of the page once, in font units.
fn define_glyphs(out: &mut String, page: &Page, fonts: &Fonts) {
    let mut used: BTreeMap<(Face, u16), ()> = BTreeMap::new();
    for run in &page.runs {
        used.extend(run.glyphs.iter().map(|glyph| ((run.face, glyph.id), ())));
    }
    for &(face, glyph) in used.keys() {
        if let Some(path) = outline(fonts, face, glyph) {
            let _ = write!(out, "<path id=\"{}\" d=\"{path}\"/>", id(page, face, glyph));
        }
    }
}

/// Names a glyph within the page.
fn id(page: &Page, face: Face, glyph: u16) -> String {
    format!("p{}-{}-{glyph}", page.position, face as usize)
}

/// Returns the path of a glyph, or nothing for a blank one.
fn outline(fonts: &Fonts, face: Face, glyph: u16) -> Option<String> {
    let font = fonts.outlines(face).ok()?;
    let outline = font.outline_glyphs().get(GlyphId::from(glyph))?;
    let mut pen = PathPen::default();
    let settings = DrawSettings::unhinted(Size::unscaled(), LocationRef::default());
    outline.draw(settings, &mut pen).ok()?;
    (!pen.0.is_empty()).then_some(pen.0)
}

/// Draws a run: font units scaled to the size, y upwards as in the font.
fn draw_run(out: &mut String, page: &Page, run: &PlacedRun, fonts: &Fonts) {
    let units = fonts.units_per_em(run.face);
    let scale = run.size / units;
    let (x, y) = (number(run.x), number(run.baseline));
    let turn = if run.turned { " rotate(-90)" } else { "" };
    let _ = write!(out, "<g transform=\"translate({x} {y}){turn} scale({scale:.6} -{scale:.6})\">");
    for glyph in run.glyphs.iter() {
        let blank = run.text.get(glyph.text.clone()).is_some_and(|text| text == " ");
        if !blank {
            let at = number(glyph.x / scale);
            let _ = write!(out, "<use href=\"#{}\" x=\"{at}\"/>", id(page, run.face, glyph.id));
        }
    }
    out.push_str("</g>");
}

/// Lays a transparent, clickable area over what stands on the page of each numbered paragraph.
/// Figures lie above it: they are drawn later.
fn draw_paragraphs(out: &mut String, runs: &[PlacedRun]) {
    let mut areas: BTreeMap<usize, Rect> = BTreeMap::new();
    for run in runs {
        let Some(paragraph) = run.paragraph else { continue };
        let area = Rect::of(run);
        areas.entry(paragraph).and_modify(|known| *known = known.with(area)).or_insert(area);
    }
    for (paragraph, area) in areas {
        area.draw(out, "data-paragraph", &paragraph.to_string());
    }
}

/// Lays a transparent, clickable area over a figure.
fn draw_source(out: &mut String, run: &PlacedRun) {
    if let Some(source) = &run.source {
        Rect::of(run).draw(out, "data-source", source);
    }
}

/// Where something stands on the page.
#[derive(Clone, Copy)]
struct Rect {
    left: f32,
    top: f32,
    right: f32,
    bottom: f32,
}

impl Rect {
    /// The place of a run, from above its letters to below them.
    fn of(run: &PlacedRun) -> Self {
        let (above, below) = (run.size * FIGURE_ABOVE, run.size * FIGURE_BELOW);
        let (x, y, width, height) = if run.turned {
            (run.x - above, run.baseline - run.width, above + below, run.width)
        } else {
            (run.x, run.baseline - above, run.width, above + below)
        };
        Self { left: x, top: y, right: x + width, bottom: y + height }
    }

    /// The place of both.
    fn with(self, other: Self) -> Self {
        Self {
            left: self.left.min(other.left),
            top: self.top.min(other.top),
            right: self.right.max(other.right),
            bottom: self.bottom.max(other.bottom),
        }
    }

    /// Draws it without any colour, with what it stands for.
    fn draw(self, out: &mut String, attribute: &str, value: &str) {
        let _ = write!(
            out,
            "<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" fill=\"transparent\" {attribute}=\"{}\"/>",
            number(self.left),
            number(self.top),
            number(self.right - self.left),
            number(self.bottom - self.top),
            escape(value)
        );
    }
}

/// Embeds a picture.
fn draw_image(out: &mut String, image: &PlacedImage) {
    let data = base64::engine::general_purpose::STANDARD.encode(&image.picture.bytes);
    let _ = write!(
        out,
        "<image x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" preserveAspectRatio=\"none\" \
         href=\"data:{};base64,{data}\"/>",
        number(image.x),
        number(image.y),
        number(image.width),
        number(image.height),
        image.picture.format.media_type()
    );
}

/// Draws the rules, those of one thickness as one path with closed corners.
fn draw_rules(out: &mut String, rules: &[PlacedRule]) {
    for stretch in rules.chunk_by(|a, b| a.thickness == b.thickness) {
        let Some(first) = stretch.first() else { continue };
        out.push_str("<path d=\"");
        for rule in stretch {
            let _ = write!(out, "M{} {}", number(rule.x), number(rule.y));
            let _ = write!(out, "l{} {}", number(rule.width), number(rule.height));
        }
        let _ = write!(
            out,
            "\" fill=\"none\" stroke=\"#000\" stroke-width=\"{}\" stroke-linecap=\"square\"/>",
            number(first.thickness)
        );
    }
}

/// Draws one shape of a drawing.
fn draw_shape(out: &mut String, shape: &PlacedShape) {
    match shape {
        PlacedShape::Stroke { points, thickness, dash } => {
            let dashes = match dash {
                Dash::Solid => "",
                Dash::Dashed => " stroke-dasharray=\"4 2.5\"",
                Dash::Dotted => " stroke-dasharray=\"1 1.8\"",
            };
            push_points(out, "polyline", points);
            let _ = write!(
                out,
                " fill=\"none\" stroke=\"#000\" stroke-width=\"{}\"{dashes} stroke-linejoin=\"round\"/>",
                number(*thickness)
            );
        }
        PlacedShape::Area { points, fill, outline } => {
            let black = match fill {
                Fill::White => 0,
                Fill::Grey(black) => u32::from(*black).min(100),
            };
            let level = 255 - black * 255 / 100;
            push_points(out, "polygon", points);
            let _ = write!(out, " fill=\"rgb({level} {level} {level})\"");
            if *outline > 0.0 {
                let width = number(*outline);
                let _ = write!(out, " stroke=\"#000\" stroke-width=\"{width}\"");
            }
            out.push_str("/>");
        }
    }
}

/// Opens an element with its points.
fn push_points(out: &mut String, element: &str, points: &[Point]) {
    let _ = write!(out, "<{element} points=\"");
    for point in points {
        let _ = write!(out, "{},{} ", number(point.x), number(point.y));
    }
    out.push('"');
}

/// Writes a length with at most two decimals.
fn number(value: f32) -> String {
    let rounded = (value * 100.0).round() / 100.0;
    // Adding zero turns a negative zero into zero.
    (rounded + 0.0).to_string()
}

/// Collects an outline as SVG path data.
#[derive(Default)]
struct PathPen(String);

impl PathPen {
    /// Appends a command with its coordinates.
    fn push(&mut self, command: char, coordinates: &[f32]) {
        self.0.push(command);
        let numbers: Vec<String> = coordinates.iter().copied().map(number).collect();
        self.0.push_str(&numbers.join(" "));
    }
}

impl OutlinePen for PathPen {
    fn move_to(&mut self, x: f32, y: f32) {
        self.push('M', &[x, y]);
    }

    fn line_to(&mut self, x: f32, y: f32) {
        self.push('L', &[x, y]);
    }

    fn quad_to(&mut self, cx: f32, cy: f32, x: f32, y: f32) {
        self.push('Q', &[cx, cy, x, y]);
    }

    fn curve_to(&mut self, ax: f32, ay: f32, bx: f32, by: f32, x: f32, y: f32) {
        self.push('C', &[ax, ay, bx, by, x, y]);
    }

    fn close(&mut self) {
        self.0.push('Z');
    }
}
