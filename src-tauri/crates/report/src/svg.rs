//! SVG writer: one page as outlines, for the preview in the web view.
//!
//! Uses the very positions of the PDF. No scripts, no external references; ids start with the
//! page number, so all pages of a document can stand in one HTML document.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use base64::Engine as _;
use skrifa::instance::{LocationRef, Size};
use skrifa::outline::{DrawSettings, OutlinePen};
use skrifa::{GlyphId, MetadataProvider};

use crate::fonts::{Face, Fonts};
use crate::page::{Page, PlacedImage, PlacedRule, PlacedRun};
use crate::xml::escape;

/// Share of the size by which a figure reaches above and below its baseline.
const FIGURE_ABOVE: f32 = 0.9;
const FIGURE_BELOW: f32 = 0.3;

/// Writes one page as a self-contained `<svg>` element.
#[must_use]
pub fn write_svg(page: &Page, fonts: &Fonts) -> String {
    let (width, height) = (number(page.width), number(page.height));
    let mut out = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" \
         role=\"img\" aria-label=\"Trang {}\"><defs>",
        page.number
    );
    define_glyphs(&mut out, page, fonts);
    let _ = write!(out, "</defs><rect width=\"{width}\" height=\"{height}\" fill=\"#fff\"/>");
    page.images.iter().for_each(|image| draw_image(&mut out, image));
    page.rules.iter().for_each(|rule| draw_rule(&mut out, rule));
    page.runs.iter().for_each(|run| draw_run(&mut out, page, run, fonts));
    page.runs.iter().for_each(|run| draw_source(&mut out, run));
    out.push_str("</svg>");
    out
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
    format!("p{}-{}-{glyph}", page.number, face as usize)
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
    let _ = write!(out, "<g transform=\"translate({x} {y}) scale({scale:.6} -{scale:.6})\">");
    for glyph in &run.glyphs {
        let blank = run.text.get(glyph.text.clone()).is_some_and(|text| text == " ");
        if !blank {
            let at = number(glyph.x / scale);
            let _ = write!(out, "<use href=\"#{}\" x=\"{at}\"/>", id(page, run.face, glyph.id));
        }
    }
    out.push_str("</g>");
}

/// Lays a transparent, clickable area over a figure.
fn draw_source(out: &mut String, run: &PlacedRun) {
    let Some(source) = &run.source else { return };
    let _ = write!(
        out,
        "<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" fill=\"transparent\" data-source=\"{}\"/>",
        number(run.x),
        number(run.baseline - run.size * FIGURE_ABOVE),
        number(run.width),
        number(run.size * (FIGURE_ABOVE + FIGURE_BELOW)),
        escape(source)
    );
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

/// Draws a rule.
fn draw_rule(out: &mut String, rule: &PlacedRule) {
    let _ = write!(
        out,
        "<line x1=\"{}\" y1=\"{}\" x2=\"{}\" y2=\"{}\" stroke=\"#000\" stroke-width=\"{}\"/>",
        number(rule.x),
        number(rule.y),
        number(rule.x + rule.width),
        number(rule.y + rule.height),
        number(rule.thickness)
    );
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
