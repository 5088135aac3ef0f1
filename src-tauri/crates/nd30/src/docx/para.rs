//! Paragraphs as they are read: text, looks and placement, everything resolved.

use crate::docx::look::Look;
use crate::docx::setting::{Alignment, Pitch};

/// The most characters of a paragraph that are looked at.
const LONGEST: usize = 20_000;

/// A run of characters of one look.
#[derive(Clone, Debug, Default)]
pub(crate) struct Run {
    /// The characters; tabs and line breaks among them.
    pub(crate) text: String,
    /// How they look.
    pub(crate) look: Look,
    /// The number of the page, whatever the text is.
    pub(crate) page_number: bool,
}

/// Where in a table a paragraph stands. Of tables in tables the place in the outermost one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Cell {
    /// Position among the tables, from 0.
    pub(crate) table: usize,
    /// Row from 0.
    pub(crate) row: usize,
    /// Column of the grid from 0.
    pub(crate) column: usize,
    /// Room for text from left to right in twips, when the file says it.
    pub(crate) room: Option<i32>,
    /// The table has drawn lines.
    pub(crate) gridded: bool,
}

/// A paragraph.
#[derive(Clone, Debug, Default)]
pub(crate) struct Para {
    /// Position from 1 among all paragraphs in reading order, those in tables too.
    pub(crate) number: usize,
    /// Position of its section from 0.
    pub(crate) section: usize,
    /// Its place in a table.
    pub(crate) cell: Option<Cell>,
    /// Stands in a text box.
    pub(crate) floating: bool,
    /// The automatic number or bullet.
    pub(crate) label: String,
    /// The runs with text.
    pub(crate) runs: Vec<Run>,
    /// The style it names.
    pub(crate) style: Option<String>,
    /// Placement of the lines.
    pub(crate) align: Alignment,
    /// Indent from the left, in twips.
    pub(crate) left: i32,
    /// Indent from the right, in twips.
    pub(crate) right: i32,
    /// Indent of the first line, in twips, below zero when it hangs.
    pub(crate) first: i32,
    /// Space above, in twips.
    pub(crate) before: i32,
    /// Space below, in twips.
    pub(crate) after: i32,
    /// No space between paragraphs of one style.
    pub(crate) contextual: bool,
    /// Distance of the lines.
    pub(crate) pitch: Pitch,
    /// Widths of the straight lines drawn beside it, in twips.
    pub(crate) drawn_lines: Vec<i32>,
    /// A line above or below as a border of the paragraph.
    pub(crate) bordered: bool,
    /// Holds a picture or another drawing.
    pub(crate) pictured: bool,
    /// Begins on a new page, or has a page break in it.
    pub(crate) new_page: bool,
    /// The last paragraph of its section.
    pub(crate) ends_section: bool,
    /// Holds inserted or deleted text that nobody has accepted yet.
    pub(crate) tracked: bool,
    /// Holds the place of a comment.
    pub(crate) commented: bool,
    /// Stands in a frame that is centred on the page.
    pub(crate) centred_frame: bool,
}

impl Default for Pitch {
    fn default() -> Self {
        Self::Lines(240)
    }
}

impl Para {
    /// The text as printed: automatic number, then the runs. Hidden text is left out, and so is
    /// what goes beyond any paragraph of a report.
    pub(crate) fn text(&self) -> String {
        let shown = self.runs.iter().filter(|run| !run.look.hidden);
        let text: String = shown.flat_map(|run| run.text.chars()).take(LONGEST).collect();
        if self.label.is_empty() { text } else { format!("{} {text}", self.label) }
    }

    /// The text with single spaces and nothing around it.
    pub(crate) fn line(&self) -> String {
        self.text().split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// Whether nothing of it can be seen.
    pub(crate) fn is_empty(&self) -> bool {
        self.text().trim().is_empty() && !self.pictured && self.drawn_lines.is_empty()
    }

    /// The runs of which a character can be seen.
    pub(crate) fn seen(&self) -> impl Iterator<Item = &Run> {
        self.runs.iter().filter(|run| !run.look.hidden && !run.text.trim().is_empty())
    }

    /// The size of the first character that can be seen, in half-points.
    pub(crate) fn size(&self) -> i32 {
        self.seen().next().map_or(0, |run| run.look.size)
    }

    /// Whether all that can be seen is bold.
    pub(crate) fn bold(&self) -> bool {
        self.seen().all(|run| run.look.bold)
    }

    /// Whether all that can be seen is italic.
    pub(crate) fn italic(&self) -> bool {
        self.seen().all(|run| run.look.italic)
    }
}
