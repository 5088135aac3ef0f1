//! Paragraphs to lines: shaping, line breaking and justification with parley.
//!
//! Owns everything horizontal. Must not know pages or how tall they are.

use std::rc::Rc;

use parley::{
    Alignment, AlignmentOptions, FontContext, FontFamily, IndentOptions, Layout, LayoutContext,
    Line as ShapedLine, LineBreakContext, LineHeight, OverflowWrap, RangedBuilder, StyleProperty,
};

use crate::document::{Paragraph, RuleBelow};
use crate::error::ReportError;
use crate::fonts::{FAMILY, Fonts};
use crate::fragment::Fragment;
use crate::page::PlacedRule;
use crate::prepare::{Coverage, NO_BREAK_SPACE, Prepared, prepare};
use crate::runs::collect_runs;
use crate::short::{Short, ShortTexts, shortened};
use crate::stylesheet::{Align, PT_PER_MM, StyleRule};

/// Halvings when looking for the narrowest measure of a centred paragraph (under 2 pt).
const BALANCE_STEPS: usize = 7;
/// Distance from the line above to the rule below it, and thickness of that rule.
const RULE_GAP_PT: f32 = 2.0;
const RULE_THICKNESS_PT: f32 = 0.75;
/// Length of the rule between a third and a half of the text.
const THIRD: f32 = 0.4;

/// One set line. Baselines are measured from the top of the line, x from the left margin.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Line {
    /// Pitch of the line.
    pub height: f32,
    /// The text, and the rule under the last line of a paragraph that has one.
    pub fragment: Fragment,
}

impl Line {
    /// Returns the line with space above it.
    pub(crate) fn lowered(self, space: f32) -> Self {
        if space == 0.0 {
            return self;
        }
        let mut lowered = Self { height: self.height + space, ..Self::default() };
        lowered.fragment.add(self.fragment, 0.0, space);
        lowered
    }
}

/// How wide a paragraph must and can be.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct Extent {
    /// Width of the longest stretch that is never broken.
    pub least: f32,
    /// Width without any break that is not forced.
    pub most: f32,
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
    shorts: ShortTexts,
    coverage: Coverage,
}

impl<'f> Shaper<'f> {
    /// Makes a shaper for one document.
    pub(crate) fn new(fonts: &'f Fonts) -> Self {
        Self {
            fonts,
            font_cx: fonts.context(),
            layout_cx: LayoutContext::new(),
            layout: Layout::new(),
            shorts: ShortTexts::default(),
            coverage: Coverage::default(),
        }
    }

    /// Sets a paragraph in lines of the given width.
    pub(crate) fn lines(
        &mut self,
        paragraph: &Paragraph,
        rule: &StyleRule,
        width: f32,
    ) -> Result<Vec<Line>, ReportError> {
        let prepared = self.prepared(paragraph, rule)?;
        let measure = self.measure(rule, width);
        self.layout.break_all_lines(Some(measure));
        self.layout.align(alignment(rule.align), AlignmentOptions::default());
        let shift = (width - measure) / 2.0;
        let lines = self.layout.lines().map(|line| self.line(&line, &prepared, rule, shift));
        let mut lines = lines.collect::<Result<Vec<_>, _>>()?;
        if let Some(below) = paragraph.rule {
            push_rule(&mut lines, below);
        }
        Ok(lines)
    }

    /// Measures a paragraph without setting it.
    pub(crate) fn extent(
        &mut self,
        paragraph: &Paragraph,
        rule: &StyleRule,
    ) -> Result<Extent, ReportError> {
        if let Some(short) = self.short(paragraph, rule)? {
            return Ok(short.extent);
        }
        self.prepared(paragraph, rule)?;
        let widths = self.layout.calculate_content_widths();
        Ok(Extent { least: widths.min, most: widths.max })
    }

    /// Returns a paragraph that is one short text, from the texts set before if it was among them.
    /// Nothing for all others.
    pub(crate) fn short(
        &mut self,
        paragraph: &Paragraph,
        rule: &StyleRule,
    ) -> Result<Option<Rc<Short>>, ReportError> {
        let Some(text) = shortened(paragraph, rule) else {
            return Ok(None);
        };
        if let Some(known) = self.shorts.get(paragraph, rule, text) {
            return Ok(Some(known));
        }
        let prepared = self.prepared(paragraph, rule)?;
        let widths = self.layout.calculate_content_widths();
        self.layout.break_all_lines(None);
        self.layout.align(Alignment::Start, AlignmentOptions::default());
        let mut runs = Vec::new();
        for line in self.layout.lines() {
            runs.extend(self.line(&line, &prepared, rule, 0.0)?.fragment.runs);
        }
        let short = Short {
            extent: Extent { least: widths.min, most: widths.max },
            height: rule.size_pt * rule.line_height,
            run: runs.pop().map(|run| crate::page::PlacedRun { source: None, ..run }),
        };
        Ok(Some(self.shorts.keep(paragraph, rule, text, short)))
    }

    /// Prepares a paragraph, checks that every character can be drawn and shapes it.
    fn prepared<'p>(
        &mut self,
        paragraph: &'p Paragraph,
        rule: &StyleRule,
    ) -> Result<Prepared<'p>, ReportError> {
        let prepared = prepare(paragraph, rule);
        self.coverage.check(self.fonts, &prepared)?;
        self.shape(&prepared, rule);
        Ok(prepared)
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
        // Never narrower than a word: two lines are also had by cutting one.
        let longest_word = self.layout.calculate_content_widths().min;
        let (mut short, mut good) = (longest_word.clamp(width / 2.0, width), width);
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
        let runs = runs.into_iter().map(|run| run.moved(shift, baseline));
        let height = rule.size_pt * rule.line_height;
        Ok(Line { height, fragment: Fragment::of_runs(runs.collect()) })
    }
}

/// Draws the rule under the last line, centred under the text, and makes room for it.
fn push_rule(lines: &mut [Line], below: RuleBelow) {
    let runs = || lines.iter().flat_map(|line| &line.fragment.runs);
    let left = runs().map(|run| run.x).fold(f32::INFINITY, f32::min);
    let right = runs().map(|run| run.x + run.width).fold(f32::NEG_INFINITY, f32::max);
    let Some(last) = lines.last_mut().filter(|_| left < right) else {
        return;
    };
    let width = match below {
        RuleBelow::AsText => right - left,
        RuleBelow::Third => (right - left) * THIRD,
    };
    let x = left + (right - left - width) / 2.0;
    let y = last.height + RULE_GAP_PT;
    let thickness = RULE_THICKNESS_PT;
    last.fragment.rules.push(PlacedRule { x, y, width, height: 0.0, thickness });
    last.height += 2.0 * RULE_GAP_PT;
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
    builder.push_default(StyleProperty::OverflowWrap(OverflowWrap::BreakWord));
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
