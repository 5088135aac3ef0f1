//! Figures to be spoken: each number large, the sentence it stands in, and how it is read.

use super::Request;
use super::letterhead::Letterhead;
use super::spans::paragraph;
use crate::app::App;
use crate::compose::{Counts, Line, Piece, Voice, approximately, capitalise, lines, spell, split};
use crate::error::AppError;
use crate::vi::documents::speech as words;
use bc138_domain::{Amount, DossierPart, Fixed};
use bc138_report::{Block, Document, Paragraph, Section, Span, Style};

impl App {
    /// Figures to be spoken (số liệu để phát biểu).
    pub(super) fn speech_figures(
        &self,
        part: &DossierPart,
        request: &Request,
    ) -> Result<Document, AppError> {
        let letterhead = Letterhead::of(part, request);
        let changes = self.changes_of(part, letterhead.percent_places())?;
        let lines = lines(part, &self.assets.catalogue, &changes, &self.composer, Counts::Each)?;
        let mut blocks: Vec<Block> = vec![
            Paragraph::plain(Style::Title, words::TITLE).into(),
            Paragraph::plain(Style::Subtitle, part.dossier.label()).into(),
        ];
        for group in lines.chunk_by(|one, next| one.heading == next.heading) {
            let heading = group.first().map(|line| line.heading.as_str()).unwrap_or_default();
            if !heading.is_empty() {
                blocks.push(Paragraph::plain(Style::Heading, heading).into());
            }
            let said = group.iter().flat_map(|line| said(line, request.approximate));
            blocks.extend(said.map(Block::from));
        }
        Ok(Document {
            meta: letterhead.meta(words::TITLE),
            sizes: letterhead.sizes(),
            sections: vec![Section { numbered: true, blocks, ..Section::default() }],
            attachments: Vec::new(),
        })
    }
}

/// One figure: the number large, the sentence, the number in words, and on request a true
/// approximation.
fn said(line: &Line, approximate: bool) -> Vec<Paragraph> {
    let number = || Piece::Figure { key: line.source.clone(), text: line.text.clone() };
    let mut sentence = split(&format!("{}.", capitalise(&line.sentence)));
    let round = line.amount.as_ref().filter(|_| approximate && line.exact);
    if let Some(round) = round.and_then(approximately) {
        sentence.push(Piece::Text(format!(" {} ", words::OR)));
        let key = format!("derived:approximate/{}", line.source);
        sentence.push(Piece::Figure { key, text: round });
        sentence.push(Piece::Text(format!(" ({}", words::EXACTLY)));
        sentence.extend([number(), Piece::Text(").".to_owned())]);
    }
    let mut out = vec![paragraph(Style::Display, vec![number()], Voice::Official)];
    // Under the number, with which it stays on one page.
    out.extend(reading(line).map(|read| {
        let source = Some(format!("derived:reading/{}", line.source));
        let read = Span { source, ..Span::italic(read) };
        let spans = vec![Span::italic(words::READ), read, Span::italic(".")];
        Paragraph::new(Style::Subtitle, spans)
    }));
    out.push(paragraph(Style::Body, sentence, Voice::Official));
    out
}

/// How a number is read, with the words that make it less than exact: “hơn bảy nghìn …”.
fn reading(line: &Line) -> Option<String> {
    let read = line.amount.as_ref().and_then(read)?;
    match line.qualifier {
        Some(qualifier) => Some(qualifier.apply(&read)),
        None => Some(read).filter(|_| line.exact),
    }
}

/// A number as it is read aloud: “một nghìn sáu trăm tám mươi sáu trên …”. Small ones, and those
/// with decimals, need no help.
fn read(amount: &Amount) -> Option<String> {
    let whole = |fixed: &Fixed| fixed.as_int().and_then(|whole| u64::try_from(whole).ok());
    match amount {
        Amount::Number { value } => whole(value).filter(|it| *it >= HARD_TO_READ).map(spell),
        Amount::Money { dong } => Some(format!("{} {}", spell(whole(dong)?), words::DONG)),
        Amount::Ratio { reached, total } if *total >= Fixed::from_int(100)? => {
            Some(format!("{} {} {}", spell(whole(reached)?), words::OF, spell(whole(total)?)))
        }
        _ => None,
    }
}

/// Numbers from here on are also written in words.
const HARD_TO_READ: u64 = 100;
