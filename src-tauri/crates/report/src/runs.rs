//! Shaped lines to placed runs: which glyph stands for which text, and where.
//!
//! Owns the mapping back from glyphs to text, which keeps extraction and copying exact.

use parley::{Cluster, Line as ShapedLine};

use crate::error::ReportError;
use crate::fonts::{Face, Fonts};
use crate::page::{PlacedGlyph, PlacedRun};
use crate::prepare::{NO_BREAK_SPACE, Prepared};
use crate::shape::PartIndex;

/// Returns the runs of a line on baseline zero; spaces at the end of the line are left out.
pub(crate) fn collect_runs(
    fonts: &Fonts,
    line: &ShapedLine<'_, PartIndex>,
    prepared: &Prepared<'_>,
    size: f32,
) -> Result<Vec<PlacedRun>, ReportError> {
    let mut pen = line.metrics().offset + line.metrics().inline_min_coord;
    let mut runs: Vec<OpenRun> = Vec::new();
    let mut current = None;
    let end = visible_end(line, prepared);
    for run in line.runs() {
        let face = face_of(fonts, &run)?;
        for cluster in run.visual_clusters() {
            let advance = cluster.advance();
            if cluster.text_range().start < end {
                let part = cluster.style().brush;
                if current != Some((part, face)) {
                    runs.push(OpenRun::new(prepared, part, face, pen));
                    current = Some((part, face));
                }
                if let Some(last) = runs.last_mut() {
                    last.append(fonts, &cluster, prepared, pen);
                }
            }
            pen += advance;
        }
    }
    Ok(runs.into_iter().map(|run| run.close(size)).collect())
}

/// Returns the face of a shaped run.
fn face_of(fonts: &Fonts, run: &parley::Run<'_, PartIndex>) -> Result<Face, ReportError> {
    fonts.face_of(run.font()).ok_or(ReportError::Font { name: "fallback" })
}

/// Returns the byte after the last visible character of the line.
fn visible_end(line: &ShapedLine<'_, PartIndex>, prepared: &Prepared<'_>) -> usize {
    let range = line.text_range();
    let text = prepared.text.get(range.clone()).unwrap_or_default();
    range.start + text.trim_end().len()
}

/// A run that still grows.
struct OpenRun {
    face: Face,
    x: f32,
    width: f32,
    text: String,
    glyphs: Vec<PlacedGlyph>,
    source: Option<String>,
}

impl OpenRun {
    /// Starts an empty run.
    fn new(prepared: &Prepared<'_>, part: PartIndex, face: Face, x: f32) -> Self {
        let span = prepared.parts.get(part.0).and_then(|part| part.span);
        let source = span.and_then(|span| span.source.clone());
        Self { face, x, width: 0.0, text: String::new(), glyphs: Vec::new(), source }
    }

    /// Adds one cluster: its text once, on its first glyph.
    fn append(
        &mut self,
        fonts: &Fonts,
        cluster: &Cluster<'_, PartIndex>,
        prepared: &Prepared<'_>,
        pen: f32,
    ) {
        let start = self.text.len();
        let text = prepared.text.get(cluster.text_range()).unwrap_or_default();
        self.text.extend(text.chars().map(|ch| if ch == NO_BREAK_SPACE { ' ' } else { ch }));
        let mut range = start..self.text.len();
        let space = text.starts_with(NO_BREAK_SPACE).then(|| fonts.glyph(self.face, ' ')).flatten();
        let mut x = pen - self.x;
        for glyph in cluster.glyphs() {
            let id = space.unwrap_or_else(|| u16::try_from(glyph.id).unwrap_or_default());
            self.glyphs.push(PlacedGlyph { id, x: x + glyph.x, text: range.clone() });
            range = range.end..range.end;
            x += glyph.advance;
        }
        self.width = pen + cluster.advance() - self.x;
    }

    /// Closes the run.
    fn close(self, size: f32) -> PlacedRun {
        PlacedRun {
            face: self.face,
            size,
            x: self.x,
            baseline: 0.0,
            width: self.width,
            text: self.text.into(),
            glyphs: self.glyphs.into(),
            source: self.source,
            paragraph: None,
            turned: false,
            repeated: false,
        }
    }
}
