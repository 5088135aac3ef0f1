//! Pieces of composed sentences as spans: every figure keeps its source.

use crate::compose::{Piece, Voice};
use bc138_report::{Paragraph, Span, Style};

/// A paragraph of pieces, in the hand of the document.
pub(super) fn paragraph(style: Style, pieces: Vec<Piece>, voice: Voice) -> Paragraph {
    Paragraph::new(style, pieces.into_iter().map(|piece| span(piece, voice)).collect())
}

/// One piece.
fn span(piece: Piece, voice: Voice) -> Span {
    match voice.write(piece) {
        Piece::Text(text) => Span::plain(text),
        Piece::Figure { key, text } => Span::figure(text, key),
        Piece::Gap { key } => Span::gap(Some(key)),
    }
}
