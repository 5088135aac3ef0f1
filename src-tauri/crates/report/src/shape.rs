//! Paragraphs to lines: shaping, line breaking and justification with parley.
//!
//! Owns everything horizontal. Must not know pages or how tall they are.

use parley::{
    Alignment, AlignmentOptions, FontContext, FontFamily, IndentOptions, Layout, LayoutContext,
    Line as ShapedLine, LineBreakContext, LineHeight, OverflowWrap, RangedBuilder, StyleProperty,
};

use crate::document::Paragraph;
use crate::error::ReportError;
use crate::fonts::{FAMILY, Fonts};
use crate::page::PlacedRun;
use crate::prepare::{NO_BREAK_SPACE, Prepared, check_coverage, prepare};
use crate::runs::collect_runs;
use crate::stylesheet::{Align, PT_PER_MM, StyleRule};

/// Halvings when looking for the narrowest measure of a centred paragraph (under 2 pt).
const BALANCE_STEPS: usize = 7;

/// One set line. Baselines are measured from the top of the line, x from the left margin.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Line {
    /// Pitch of the line.
    pub height: f32,
    /// The text.
    pub runs: Vec<PlacedRun>,
}

/// Index into [`Prepared::parts`], carried through the shaper as its brush.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct PartIndex(pub usize);

/// Shaping state reused for all paragraphs of one document.
pub(crate) struct Shaper<'f> {
    fonts: &'f Fonts,
    font_cx: FontContext,
    layout_cx: LayoutContext<PartIndex>,
    layout: Layout<PartIndex>,
}

impl<'f> Shaper<'f> {
    /// Makes a shaper for one document.
    pub(crate) fn new(fonts: &'f Fonts) -> Self {
        Self {
            fonts,
            font_cx: fonts.context(),
            layout_cx: LayoutContext::new(),
            layout: Layout::new(),
        }
    }

    /// Sets a paragraph in lines of the given width.
    pub(crate) fn lines(
        &mut self,
        paragraph: &Paragraph,
        rule: &StyleRule,
        width: f32,
    ) -> Result<Vec<Line>, ReportError> {
        let prepared = prepare(paragraph, rule);
        check_coverage(self.fonts, &prepared)?;
        self.shape(&prepared, rule);
        let measure = self.measure(rule, width);
        self.layout.break_all_lines(Some(measure));
        self.layout.align(alignment(rule.align), AlignmentOptions::default());
        let shift = (width - measure) / 2.0;
        self.layout.lines().map(|line| self.line(&line, &prepared, rule, shift)).collect()
    }

    /// Shapes the paragraph into `self.layout`.
    fn shape(&mut self, prepared: &Prepared<'_>, rule: &StyleRule) {
        let mut builder =
            self.layout_cx.ranged_builder(&mut self.font_cx, &prepared.text, 1.0, false);
        push_styles(&mut builder, prepared, rule);
        builder.set_line_break_override(Some(&break_at_spaces_only));
        builder.build_into(&mut self.layout, &prepared.text);
        let indent = rule.first_indent_mm * PT_PER_MM;
        self.layout.set_text_indent(indent, IndentOptions::default());
    }

    /// Returns the width to break at: centred lines are made about equally long, so that a title
    /// does not end in a single word.
    fn measure(&mut self, rule: &StyleRule, width: f32) -> f32 {
        self.layout.break_all_lines(Some(width));
        let count = self.layout.len();
        if rule.align != Align::Centre || count < 2 {
            return width;
        }
        let (mut short, mut good) = (width / 2.0, width);
        for _ in 0..BALANCE_STEPS {
            let middle = f32::midpoint(short, good);
            self.layout.break_all_lines(Some(middle));
            if self.layout.len() > count {
                short = middle;
            } else {
                good = middle;
            }
        }
        good
    }

    /// Converts one shaped line.
    fn line(
        &self,
        line: &ShapedLine<'_, PartIndex>,
        prepared: &Prepared<'_>,
        rule: &StyleRule,
        shift: f32,
    ) -> Result<Line, ReportError> {
        let metrics = line.metrics();
        let baseline = metrics.baseline - metrics.block_min_coord;
        let runs = collect_runs(self.fonts, line, prepared, rule.size_pt)?;
        let runs = runs.into_iter().map(|run| run.moved(shift, baseline)).collect();
        Ok(Line { height: rule.size_pt * rule.line_height, runs })
    }
}

/// Sets the defaults of the paragraph and the face of every part.
fn push_styles(
    builder: &mut RangedBuilder<'_, PartIndex>,
    prepared: &Prepared<'_>,
    rule: &StyleRule,
) {
    builder.push_default(StyleProperty::FontFamily(FontFamily::from(FAMILY)));
    builder.push_default(StyleProperty::FontSize(rule.size_pt));
    builder.push_default(StyleProperty::LineHeight(LineHeight::FontSizeRelative(rule.line_height)));
    builder.push_default(StyleProperty::OverflowWrap(OverflowWrap::Anywhere));
    // One glyph a letter: exact text extraction matters more than an "fi" ligature.
    builder.push_default(StyleProperty::FontFeatures("\"liga\" off, \"clig\" off".into()));
    for (index, part) in prepared.parts.iter().enumerate() {
        let range = part.range.clone();
        builder.push(StyleProperty::Brush(PartIndex(index)), range.clone());
        builder.push(StyleProperty::FontWeight(part.face.weight()), range.clone());
        builder.push(StyleProperty::FontStyle(part.face.style()), range);
    }
}

/// Allows a break after white space only, never inside a word ("1.686/1.727", "BC-BCĐ").
fn break_at_spaces_only(pair: LineBreakContext) -> Option<bool> {
    if pair.before.is_whitespace() && pair.before != NO_BREAK_SPACE { None } else { Some(false) }
}

/// Maps the placement to the shaper's word for it.
fn alignment(align: Align) -> Alignment {
    match align {
        Align::Justify => Alignment::Justify,
        Align::Left => Alignment::Start,
        Align::Centre => Alignment::Center,
        Align::Right => Alignment::Right,
    }
}
