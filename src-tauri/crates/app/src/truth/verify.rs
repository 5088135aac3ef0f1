//! Use cases: a file is compared with itself and with the data of today; documents of a dossier
//! that no longer hold are listed.

use super::verdict::judge;
use super::{DocumentFacts, Fate, FigureVerdict};
use crate::app::App;
use crate::document::{DocumentStyle, Request};
use crate::error::AppError;
use crate::vi::truth as words;
use crate::view::{DocumentVerdict, FigureLine, FigureState};
use bc138_report::{Document, read_back};
use std::path::Path;

/// Compares a file with what was written into it, without any data: only what somebody changed in
/// the file is found.
///
/// # Errors
/// The file cannot be read, or is none of ours.
pub fn verify_file(path: &Path) -> Result<DocumentVerdict, AppError> {
    let (written, visible) = open(path)?;
    Ok(words::verdict(
        &written.dossier,
        lines(judge(&written, None, Some(&visible)), |source| written.name(source)),
    ))
}

impl App {
    /// Compares a file with what was written into it and with the data of today.
    ///
    /// # Errors
    /// The file cannot be read, is none of ours, or speaks of a dossier that is not here.
    pub fn verify_document(&mut self, path: &Path) -> Result<DocumentVerdict, AppError> {
        let (written, visible) = open(path)?;
        let dossiers = self.dossiers()?;
        let dossier = dossiers.iter().find(|it| it.label() == written.dossier);
        let dossier = dossier.ok_or_else(|| AppError::OtherDossier(written.dossier.clone()))?.id;
        let before = self.dossier.replace(dossier);
        let verdict = self.judged(&written, Some(&visible));
        self.dossier = before;
        verdict
    }

    fn judged(
        &self,
        written: &DocumentFacts,
        visible: Option<&str>,
    ) -> Result<DocumentVerdict, AppError> {
        let now = self.facts(&written.request)?;
        let part = self.part()?;
        let figures = judge(written, Some(&now), visible);
        let lines = lines(figures, |source| self.source_name(&part, source));
        Ok(words::verdict(&written.dossier, lines))
    }

    /// What a document would say if it were written now.
    ///
    /// # Errors
    /// As [`App::compose`].
    pub(crate) fn facts(&self, request: &Request) -> Result<DocumentFacts, AppError> {
        self.facts_of(&self.compose(request)?, request)
    }

    /// What a composed document says, and what its sources are called.
    pub(crate) fn facts_of(
        &self,
        document: &Document,
        request: &Request,
    ) -> Result<DocumentFacts, AppError> {
        let part = self.part()?;
        let facts = DocumentFacts::of(document, request, part.dossier.label());
        let names = self.names(&part, facts.figures().map(|(source, _)| source));
        Ok(DocumentFacts { names, ..facts })
    }

    /// The figures of a remembered document that the data no longer say; nothing for a document of
    /// which it is not known what it said, and for a correction: it tells what was wrong on its own
    /// day, and follows from the other documents.
    pub(crate) fn outdated(&self, facts: Option<&str>) -> Result<Vec<FigureLine>, AppError> {
        let Some(written) = facts.and_then(|text| DocumentFacts::read(text.as_bytes())) else {
            return Ok(Vec::new());
        };
        if written.request.style == DocumentStyle::Correction {
            return Ok(Vec::new());
        }
        let verdict = self.judged(&written, None)?;
        Ok(verdict.figures.into_iter().filter(|it| it.state != FigureState::Holds).collect())
    }
}

fn open(path: &Path) -> Result<(DocumentFacts, String), AppError> {
    let bytes = std::fs::read(path)
        .map_err(|source| AppError::Read { path: path.to_path_buf(), source })?;
    let read = read_back(&bytes)?;
    let facts = DocumentFacts::of_file(&read);
    Ok((facts.ok_or_else(|| AppError::NoFacts(path.to_path_buf()))?, read.text))
}

fn lines(figures: Vec<FigureVerdict>, name: impl Fn(&str) -> String) -> Vec<FigureLine> {
    figures
        .into_iter()
        .map(|figure| {
            let (state, now) = match figure.fate {
                Fate::Holds => (FigureState::Holds, String::new()),
                Fate::Outdated(now) => (FigureState::Outdated, now.unwrap_or_default()),
                Fate::Altered(now) => (FigureState::Altered, now),
            };
            let name = name(&figure.source);
            FigureLine { name, before: figure.before, written: figure.written, now, state }
        })
        .collect()
}
