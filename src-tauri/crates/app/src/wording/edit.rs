//! Use cases: the paragraphs of a document with what can be done to them.

use super::{Remark, apply, editable, role, stored};
use crate::app::App;
use crate::document::{DocumentStyle, Request};
use crate::error::AppError;
use crate::vi::{labels, wording as words};
use crate::view::{ParagraphPart, ParagraphView, TypedWords};
use bc138_domain::{DossierPart, EditedParagraph, Kind, TextPart, text, write_parts};
use bc138_report::{Document, Paragraph, Span};
use bc138_store::Change;

impl App {
    /// The edited paragraphs of the open dossier that belong to a style.
    pub(crate) fn edited(part: &DossierPart, style: DocumentStyle) -> Vec<EditedParagraph> {
        let edited = part.edited_paragraphs.iter();
        edited.filter(|it| it.style == style.code()).cloned().collect()
    }

    /// The paragraphs of a document that can be edited, in reading order.
    ///
    /// # Errors
    /// As [`App::compose`].
    pub fn paragraphs(&self, request: &Request) -> Result<Vec<ParagraphView>, AppError> {
        let part = self.part()?;
        let (document, remarks) = self.worded(&part, request)?;
        let view = |(place, paragraph): (usize, &Paragraph)| {
            let template = paragraph.template.clone();
            let remark = remarks.iter().find(|remark| remark.place == Some(place));
            ParagraphView {
                place: i32::try_from(place).unwrap_or(i32::MAX),
                parts: self.parts(&part, &paragraph.spans),
                edited: remark.is_some(),
                template,
                remarks: remark.map(|it| self.remarks_on(&part, it)).unwrap_or_default(),
            }
        };
        Ok(editable(&document).enumerate().map(view).collect())
    }

    /// Edited paragraphs for which the document has no place any more, in words.
    ///
    /// # Errors
    /// As [`App::compose`].
    pub fn lost_paragraphs(&self, request: &Request) -> Result<Vec<String>, AppError> {
        let part = self.part()?;
        let (_, remarks) = self.worded(&part, request)?;
        let lost = remarks.iter().filter(|remark| remark.place.is_none());
        let lost = lost.filter_map(|it| part.edited_paragraphs.iter().find(|e| e.id == it.edited));
        Ok(lost.map(|edited| words::lost(&edited.text)).collect())
    }

    /// Paragraphs in own words that may say something else than the data: the document, the
    /// paragraph, and what is to be known of it.
    pub(crate) fn departures(&self) -> Result<Vec<Departure>, AppError> {
        let part = self.part()?;
        let mut found = Vec::new();
        for style in DocumentStyle::ALL {
            if Self::edited(&part, style).is_empty() {
                continue;
            }
            let (_, remarks) = self.worded(&part, &Request::of(style))?;
            for remark in remarks.iter().filter(|it| it.departs()) {
                let edited = part.edited_paragraphs.iter().find(|it| it.id == remark.edited);
                let Some(edited) = edited else { continue };
                let told = match remark.place {
                    Some(_) => self.remarks_on(&part, remark),
                    None => vec![words::lost(&edited.text)],
                };
                found.push(Departure { edited: edited.clone(), told });
            }
        }
        Ok(found)
    }

    /// The document in the clerk's words, and what is to be known about them.
    fn worded(
        &self,
        part: &DossierPart,
        request: &Request,
    ) -> Result<(Document, Vec<Remark>), AppError> {
        let mut document = self.composed(part, request)?;
        let remarks = apply(&Self::edited(part, request.style), &mut document);
        Ok((document, remarks))
    }

    /// Writes a paragraph in the clerk's own words; no parts leave it out. Typing the program's
    /// words again is the same as [`App::reset_paragraph`].
    ///
    /// # Errors
    /// The document has no such paragraph, or a word cannot be stored.
    pub fn edit_paragraph(
        &mut self,
        request: &Request,
        place: i32,
        typed: &[TypedWords],
    ) -> Result<(), AppError> {
        let part = self.part()?;
        let (document, remarks) = self.worded(&part, request)?;
        let at = usize::try_from(place).unwrap_or(usize::MAX);
        let paragraph = editable(&document).nth(at).ok_or(AppError::NoSuchParagraph(place))?;
        let before = remarks.iter().find(|remark| remark.place == Some(at));
        let composed = before.map_or(paragraph.spans.as_slice(), |it| it.composed.as_slice());
        let (base, text) = (stored(composed), written(typed)?);
        if text == base {
            return self.reset_paragraph(request, place);
        }
        let change = Change::new(labels::edit(words::PARAGRAPH), Some(part.dossier.id));
        let edited = EditedParagraph {
            id: before.map_or(0, |remark| remark.edited),
            dossier: part.dossier.id,
            style: request.style.code().to_owned(),
            block: role(paragraph),
            place,
            base,
            text,
        };
        self.apply(&change.put(edited)).map(|_| ())
    }

    /// Takes the program's words for a paragraph again.
    ///
    /// # Errors
    /// The store failed.
    pub fn reset_paragraph(&mut self, request: &Request, place: i32) -> Result<(), AppError> {
        let part = self.part()?;
        let (_, remarks) = self.worded(&part, request)?;
        let at = usize::try_from(place).ok();
        let Some(remark) = remarks.iter().find(|it| it.place.is_some() && it.place == at) else {
            return Ok(());
        };
        let change = Change::new(words::RESET.to_owned(), Some(part.dossier.id));
        self.apply(&change.remove(Kind::EditedParagraph, remark.edited)).map(|_| ())
    }

    fn parts(&self, part: &DossierPart, spans: &[Span]) -> Vec<ParagraphPart> {
        let view = |span: &Span| match &span.source {
            None => ParagraphPart { text: span.text.clone(), source: None, name: String::new() },
            Some(source) => ParagraphPart {
                text: span.shown().to_owned(),
                source: Some(source.clone()),
                name: self.source_name(part, source),
            },
        };
        spans.iter().map(view).collect()
    }

    /// What is to be known about an edited paragraph, in sentences.
    fn remarks_on(&self, part: &DossierPart, remark: &Remark) -> Vec<String> {
        let names = |keys: &[String]| -> Vec<String> {
            keys.iter().map(|key| self.source_name(part, key)).collect()
        };
        let mut told = Vec::new();
        told.extend(remark.conflict.then(|| words::CONFLICT.to_owned()));
        told.extend(words::left_out(&names(&remark.left_out)));
        told.extend(words::gone(remark.gone.len()));
        told.extend(words::typed(&remark.typed));
        told
    }
}

/// A paragraph in own words that is to be looked at.
pub(crate) struct Departure {
    /// The paragraph.
    pub edited: EditedParagraph,
    /// What is to be known of it, in sentences.
    pub told: Vec<String>,
}

/// What was typed, as it is stored.
fn written(typed: &[TypedWords]) -> Result<String, AppError> {
    let parts = typed.iter().map(|part| match &part.source {
        Some(source) => Ok(TextPart::Figure(source.clone())),
        None => cleaned(&part.text).map(TextPart::Text),
    });
    let parts: Vec<TextPart> = parts.collect::<Result<_, _>>()?;
    Ok(write_parts(&parts).trim().to_owned())
}

/// Words cleaned like every typed text, with one space kept at either end: a figure may stand there.
fn cleaned(words: &str) -> Result<String, AppError> {
    let space = |is: bool| if is { " " } else { "" };
    let (first, last) = (words.chars().next(), words.chars().next_back());
    let clean = text::clean_long(words).map_err(AppError::UnfitWords)?;
    if clean.is_empty() {
        return Ok(space(!words.is_empty()).to_owned());
    }
    let edge = |ch: Option<char>| space(ch.is_some_and(char::is_whitespace));
    Ok(format!("{}{clean}{}", edge(first), edge(last)))
}
