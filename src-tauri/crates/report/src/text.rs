//! Plain text writer: one paragraph a line, for the clipboard and for searching.

use crate::clean::clean;
use crate::document::{Document, Paragraph};
use crate::stylesheet::StyleSheet;

/// Writes the document as plain text. Pictures appear as their captions.
#[must_use]
pub fn write_text(document: &Document) -> String {
    let sheet = StyleSheet::default();
    let lines = document.paragraphs().map(|paragraph| line(paragraph, &sheet));
    let mut text: String = lines.collect::<Vec<_>>().join("\n");
    if !text.is_empty() {
        text.push('\n');
    }
    text
}

/// Writes one paragraph.
fn line(paragraph: &Paragraph, sheet: &StyleSheet) -> String {
    let lead_in = sheet.rule(paragraph.style).lead_in;
    format!("{lead_in}{}", clean(&paragraph.plain_text()))
}

#[cfg(test)]
mod tests {
    use crate::document::{Block, Document, Meta, Paragraph, Span, Style};

    #[test]
    fn items_carry_their_dash_and_gaps_their_dots() {
        let spans = vec![Span::plain("Tổng số: "), Span::gap(None), Span::plain(" tổ")];
        let blocks = vec![Block::from(Paragraph::new(Style::Item, spans))];
        assert_eq!(Document::new(Meta::default(), blocks).plain_text(), "- Tổng số: …… tổ\n");
        assert_eq!(Document::default().plain_text(), "");
    }
}
