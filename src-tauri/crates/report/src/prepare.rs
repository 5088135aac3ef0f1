//! The text of a paragraph made ready for the shaper: cleaned, glued and checked for glyphs.

use std::collections::HashSet;
use std::ops::Range;

use crate::clean::{clean, never_printed};
use crate::document::{Paragraph, Span};
use crate::error::ReportError;
use crate::fonts::{Face, Fonts};
use crate::glue::glued_spaces;
use crate::stylesheet::StyleRule;

/// The no-break space that holds glued words together while breaking lines.
pub(crate) const NO_BREAK_SPACE: char = '\u{A0}';

/// The text of a paragraph as the shaper sees it.
pub(crate) struct Prepared<'a> {
    /// All spans, glued spaces replaced by no-break spaces.
    pub text: String,
    /// The part of the text that belongs to each span, with its face. The first entry may be the
    /// lead-in of the style, which has no span.
    pub parts: Vec<Part<'a>>,
}

/// A stretch of text with one face.
pub(crate) struct Part<'a> {
    /// Bytes of [`Prepared::text`].
    pub range: Range<usize>,
    /// The face it is set in.
    pub face: Face,
    /// The span it comes from.
    pub span: Option<&'a Span>,
}

/// Cleans, glues and concatenates the spans of a paragraph.
pub(crate) fn prepare<'a>(paragraph: &'a Paragraph, rule: &StyleRule) -> Prepared<'a> {
    let pieces = pieces(paragraph, rule);
    let whole: String = pieces.iter().map(|(text, _)| text.as_str()).collect();
    let glued = glued_spaces(&whole);
    let mut prepared = Prepared { text: String::with_capacity(whole.len()), parts: Vec::new() };
    let mut at = 0;
    for (text, span) in &pieces {
        let start = prepared.text.len();
        for (offset, ch) in text.char_indices() {
            let held = ch == ' ' && glued.binary_search(&(at + offset)).is_ok();
            prepared.text.push(if held { NO_BREAK_SPACE } else { ch });
        }
        at += text.len();
        let face = face_of(*span, rule);
        prepared.parts.push(Part { range: start..prepared.text.len(), face, span: *span });
    }
    prepared
}

/// Returns the cleaned text of every span, after the lead-in of the style.
fn pieces<'a>(paragraph: &'a Paragraph, rule: &StyleRule) -> Vec<(String, Option<&'a Span>)> {
    let mut pieces = Vec::with_capacity(paragraph.spans.len() + 1);
    if !rule.lead_in.is_empty() {
        pieces.push((rule.lead_in.to_owned(), None));
    }
    pieces.extend(paragraph.spans.iter().map(|span| (clean(span.shown()), Some(span))));
    pieces
}

/// Chooses the face of a span within its style.
fn face_of(span: Option<&Span>, rule: &StyleRule) -> Face {
    let bold = rule.bold || span.is_some_and(|span| span.bold);
    let italic = rule.italic || span.is_some_and(|span| span.italic);
    Face::of(bold, italic)
}

/// Characters already found in the fonts. Asked, never iterated.
#[derive(Default)]
pub(crate) struct Coverage(HashSet<(Face, char)>);

impl Coverage {
    /// Fails on the first character that would print as an empty box.
    pub(crate) fn check(
        &mut self,
        fonts: &Fonts,
        prepared: &Prepared<'_>,
    ) -> Result<(), ReportError> {
        for part in &prepared.parts {
            for (offset, ch) in prepared.text[part.range.clone()].char_indices() {
                if !self.draws(fonts, part.face, ch) {
                    let context = context(&prepared.text, part.range.start + offset);
                    return Err(ReportError::MissingGlyph { ch, context });
                }
            }
        }
        Ok(())
    }

    /// Tells whether a character can be set.
    fn draws(&mut self, fonts: &Fonts, face: Face, ch: char) -> bool {
        if matches!(ch, ' ' | NO_BREAK_SPACE | '\n') || self.0.contains(&(face, ch)) {
            return true;
        }
        let drawn = !never_printed(ch) && fonts.glyph(face, ch).is_some();
        if drawn {
            self.0.insert((face, ch));
        }
        drawn
    }
}

/// Returns up to twenty characters either side of a byte position.
fn context(text: &str, at: usize) -> String {
    let before: Vec<char> = text[..at].chars().rev().take(20).collect();
    let shown = before.into_iter().rev().chain(text[at..].chars().take(21));
    shown.map(|ch| if ch == NO_BREAK_SPACE { ' ' } else { ch }).collect()
}
