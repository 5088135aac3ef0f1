//! Short texts that occur often: the figures and names in the cells of tables.
//!
//! A table of 40,000 cells holds a few thousand different texts. Each is shaped once for a face,
//! a size and a pitch; its glyphs are shared by every place it stands at.

use std::collections::HashMap;
use std::rc::Rc;

use crate::document::{Paragraph, Span};
use crate::fonts::Face;
use crate::page::PlacedRun;
use crate::shape::Extent;
use crate::stylesheet::{Align, StyleRule};

/// Longer texts in bytes are hardly ever repeated.
const MAX_BYTES: usize = 120;

/// A text set on one line.
#[derive(Debug)]
pub(crate) struct Short {
    /// How wide it must and can be.
    pub extent: Extent,
    /// Pitch of its line.
    pub height: f32,
    /// The run from x zero, its baseline measured from the top of the line; none when blank.
    pub run: Option<PlacedRun>,
}

/// What changes the look of a text: face, size and pitch.
type Look = (Face, u32, u32);

/// The texts set so far. Looked up, never iterated.
#[derive(Default)]
pub(crate) struct ShortTexts(HashMap<Look, HashMap<Box<str>, Rc<Short>>>);

/// Returns the text of a paragraph that is one short span on one line.
pub(crate) fn shortened<'p>(paragraph: &'p Paragraph, rule: &StyleRule) -> Option<&'p str> {
    let [span] = paragraph.spans.as_slice() else {
        return None;
    };
    let plain = rule.lead_in.is_empty() && rule.first_indent_mm == 0.0 && paragraph.rule.is_none();
    let text = span.shown();
    let one_line = !text.contains(['\n', '\u{2028}', '\u{2029}']);
    (plain && one_line && text.len() <= MAX_BYTES).then_some(text)
}

impl ShortTexts {
    /// Returns a text set before.
    pub(crate) fn get(
        &self,
        paragraph: &Paragraph,
        rule: &StyleRule,
        text: &str,
    ) -> Option<Rc<Short>> {
        self.0.get(&look(paragraph, rule))?.get(text).map(Rc::clone)
    }

    /// Keeps a text.
    pub(crate) fn keep(
        &mut self,
        paragraph: &Paragraph,
        rule: &StyleRule,
        text: &str,
        short: Short,
    ) -> Rc<Short> {
        let short = Rc::new(short);
        self.0.entry(look(paragraph, rule)).or_default().insert(text.into(), Rc::clone(&short));
        short
    }
}

/// Returns the look of a paragraph of one span.
fn look(paragraph: &Paragraph, rule: &StyleRule) -> Look {
    let has = |property: fn(&Span) -> bool| paragraph.spans.first().is_some_and(property);
    let face = Face::of(rule.bold || has(|span| span.bold), rule.italic || has(|span| span.italic));
    (face, rule.size_pt.to_bits(), rule.line_height.to_bits())
}

impl Short {
    /// Returns the run placed in a line of the given width, as the shaper would place it.
    pub(crate) fn run_in(
        &self,
        width: f32,
        align: Align,
        source: Option<&str>,
    ) -> Option<PlacedRun> {
        let run = self.run.as_ref()?;
        let free = width - run.x - run.width;
        let x = match align {
            Align::Justify | Align::Left => 0.0,
            Align::Centre => free / 2.0,
            Align::Right => free,
        };
        Some(PlacedRun { source: source.map(str::to_owned), ..run.clone().moved(x, 0.0) })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Fonts;
    use crate::document::Style;
    use crate::shape::Shaper;
    use crate::stylesheet::StyleSheet;

    const TEXTS: [&str; 12] = [
        "1.686",
        "173/181",
        "97,6%",
        "(+10,67%)",
        "-",
        "13,85 kg",
        "Xã Tân Việt Á",
        "AVAW. To Ty",
        "",
        " ",
        "11111",
        "“Ệ”",
    ];

    /// A short text stands exactly where the shaper would have set it in a line.
    #[test]
    fn a_kept_text_is_placed_as_the_shaper_places_it() {
        let fonts = Fonts::embedded().expect("the files in assets are fonts");
        let mut shaper = Shaper::new(&fonts);
        for (text, bold) in TEXTS.into_iter().flat_map(|text| [(text, false), (text, true)]) {
            let paragraph = Paragraph::plain(Style::TableCell, text);
            for align in [Align::Left, Align::Centre, Align::Right, Align::Justify] {
                let rule =
                    StyleRule { align, bold, ..StyleSheet::default().rule(Style::TableCell) };
                let lines = shaper.lines(&paragraph, &rule, 150.0).expect("it can be set");
                // Asked twice, so that the kept one is compared.
                for _ in 0..2 {
                    let short = shaper.short(&paragraph, &rule).expect("it can be set");
                    let short = short.expect("it is short");
                    let run = short.run_in(150.0, align, None);
                    let expected = lines.first().and_then(|line| line.fragment.runs.first());
                    assert_same(run.as_ref(), expected, text);
                    assert!((short.height - lines[0].height).abs() < 1e-4);
                }
            }
        }
    }

    fn assert_same(one: Option<&PlacedRun>, other: Option<&PlacedRun>, text: &str) {
        let (Some(one), Some(other)) = (one, other) else {
            assert_eq!(one.is_some(), other.is_some(), "{text:?}");
            return;
        };
        assert!((one.x - other.x).abs() < 0.001, "{text:?}: {} and {}", one.x, other.x);
        assert!((one.baseline - other.baseline).abs() < 0.001, "{text:?}");
        assert_eq!((&one.text, one.face, one.size), (&other.text, other.face, other.size));
        assert_eq!(one.glyphs.len(), other.glyphs.len(), "{text:?}");
        for (a, b) in one.glyphs.iter().zip(other.glyphs.iter()) {
            assert!(a.id == b.id && a.text == b.text && (a.x - b.x).abs() < 0.001, "{text:?}");
        }
    }

    #[test]
    fn sources_are_not_shared() {
        let fonts = Fonts::embedded().expect("the files in assets are fonts");
        let mut shaper = Shaper::new(&fonts);
        let rule = StyleSheet::default().rule(Style::TableCell);
        let figure = Paragraph::new(Style::TableCell, vec![Span::figure("7", "a")]);
        shaper.short(&figure, &rule).expect("it can be set");
        let plain = Paragraph::plain(Style::TableCell, "7");
        let short = shaper.short(&plain, &rule).expect("it can be set").expect("it is short");
        assert_eq!(short.run.as_ref().and_then(|run| run.source.clone()), None);
    }
}
