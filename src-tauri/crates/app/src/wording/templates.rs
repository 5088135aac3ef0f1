//! Use cases: templates in the office's own words. A template is compiled and tried on the open
//! dossier before it is stored; the composer in use always follows the store.

use crate::app::App;
use crate::assets::TEMPLATES;
use crate::compose::Composer;
use crate::document::{DocumentStyle, Request};
use crate::error::AppError;
use crate::merge::Merge;
use crate::vi::{labels, templates as words};
use crate::view::TemplateView;
use bc138_domain::text::{self, MAX_PARAGRAPH, TextError};
use bc138_domain::{Dossier, DossierKind, DossierPart, Event, Kind, OwnTemplate, Record, Window};
use bc138_store::{Change, Store};
use std::collections::BTreeMap;
use std::sync::Arc;

/// The styles whose words come from templates; trying these tries every template.
const TRIED: [DocumentStyle; 4] = [
    DocumentStyle::Briefing,
    DocumentStyle::OfficialReport,
    DocumentStyle::LeaderSheet,
    DocumentStyle::SpeechFigures,
];

impl App {
    /// Every template, with the office's words where it rewrote one; building blocks that others
    /// call come last.
    ///
    /// # Errors
    /// The store fails.
    pub fn templates(&self) -> Result<Vec<TemplateView>, AppError> {
        let own = own(&self.store)?;
        let view = |(name, built_in): &(&str, &str)| {
            let edited = own.iter().find(|it| it.name == *name);
            TemplateView {
                name: (*name).to_owned(),
                title: words::title(name),
                text: edited.map_or_else(|| without_comments(built_in), |it| it.text.clone()),
                edited: edited.is_some(),
                built_in: without_comments(built_in),
            }
        };
        let mut views: Vec<TemplateView> = TEMPLATES.iter().map(view).collect();
        views.sort_by_key(|view| words::is_block(&view.name));
        Ok(views)
    }

    /// Puts the office's words in the place of a template. The built-in text is the same as
    /// [`App::reset_template`].
    ///
    /// # Errors
    /// [`AppError::NoSuchField`] for a name that is none, [`AppError::UnfitWords`] for words that
    /// cannot be stored, [`AppError::Template`] with the line that cannot be read or names what
    /// does not exist. Nothing is stored then.
    pub fn set_template(&mut self, name: &str, typed: &str) -> Result<(), AppError> {
        let built_in = built_in(name)?;
        let text = cleaned(typed).map_err(AppError::UnfitWords)?;
        if [built_in, &without_comments(built_in)].iter().any(|it| text.trim() == it.trim()) {
            return self.reset_template(name);
        }
        let mut own = own(&self.store)?;
        let known = own.iter().position(|it| it.name == name).map(|at| own.remove(at));
        let id = known.as_ref().map_or(0, |it| it.id);
        let template = OwnTemplate { id, name: name.to_owned(), text };
        if known.as_ref() == Some(&template) {
            return Ok(());
        }
        own.push(template.clone());
        let open: Vec<DossierPart> =
            self.current().map(|_| self.part()).transpose()?.into_iter().collect();
        self.tried(Composer::strictly(&own)?, &open)?;
        let label = labels::edit(&words::named(name));
        self.apply(&Change::new(label, None).put(template)).map(|_| ())
    }

    /// Takes the built-in text of a template again.
    ///
    /// # Errors
    /// The store fails.
    pub fn reset_template(&mut self, name: &str) -> Result<(), AppError> {
        built_in(name)?;
        let Some(known) = own(&self.store)?.into_iter().find(|it| it.name == name) else {
            return Ok(());
        };
        let change = Change::new(words::reset(name), None);
        self.apply(&change.remove(Kind::Template, known.id)).map(|_| ())
    }

    /// Renders everything on the dossiers; without any on one that says nothing.
    fn tried(&mut self, composer: Composer, parts: &[DossierPart]) -> Result<(), AppError> {
        let blank = [DossierPart::of(blank())];
        let parts = if parts.is_empty() { &blank } else { parts };
        let before = std::mem::replace(&mut self.composer, Arc::new(composer));
        let styles = |part| TRIED.iter().map(move |style| (part, Request::of(*style)));
        let tried = parts.iter().flat_map(styles).try_for_each(|(part, request)| {
            match self.composed(part, &request) {
                Err(error @ AppError::Template { .. }) => Err(error),
                // What else keeps a document from being composed is not the template's fault.
                _ => Ok(()),
            }
        });
        self.composer = before;
        tried
    }

    /// Which of the templates that a file brings cannot be rendered, and why: tried on the dossiers
    /// of the store and of the file.
    pub(crate) fn unfit_template(
        &mut self,
        merge: &Merge,
    ) -> Result<Option<(OwnTemplate, AppError)>, AppError> {
        let put = merge.put.iter().filter_map(|record| match record {
            Record::Template(it) => Some(it.clone()),
            _ => None,
        });
        let new: Vec<OwnTemplate> = put.collect();
        let Some(first) = new.first() else { return Ok(None) };
        let mut parts = merge.dossiers();
        for dossier in self.store.dossiers()? {
            parts.extend(self.store.dossier(dossier.id)?);
        }
        let Err(error) = self.tried(Composer::strictly(&new)?, &parts) else { return Ok(None) };
        let at_fault = new
            .iter()
            .find(|it| matches!(&error, AppError::Template { name, .. } if *name == it.name));
        Ok(Some((at_fault.unwrap_or(first).clone(), error)))
    }

    /// The office's templates that gave way to the built-in ones on the open dossier, by name, each
    /// with the reason.
    pub(crate) fn failed_templates(&self) -> Result<BTreeMap<String, String>, AppError> {
        if self.composer.own().is_empty() {
            return Ok(BTreeMap::new());
        }
        let part = self.part()?;
        for style in TRIED {
            self.composed(&part, &Request::of(style))?;
        }
        Ok(self.composer.failed())
    }

    /// Lets the composer follow the store, after anything that may have changed its templates.
    pub(crate) fn follow_templates(&mut self) -> Result<(), AppError> {
        let own = own(&self.store)?;
        if self.composer.own() != own {
            self.composer = Arc::new(Composer::with(&own)?);
        }
        Ok(())
    }
}

/// A dossier to try templates on where there is none.
fn blank() -> Dossier {
    Dossier {
        id: 0,
        province: "Mẫu".to_owned(),
        province_type: "tỉnh".to_owned(),
        kind: DossierKind::Annual,
        window: Window::reporting_year(2025),
        within: None,
        headline: None,
        event: Event::default(),
        byline: None,
    }
}

/// The templates that the office rewrote, in the order of their ids.
pub(crate) fn own(store: &Store) -> Result<Vec<OwnTemplate>, AppError> {
    let own = |record| match record {
        Record::Template(template) => Some(template),
        _ => None,
    };
    Ok(store.records(Kind::Template)?.into_iter().filter_map(own).collect())
}

pub(super) fn built_in(name: &str) -> Result<&'static str, AppError> {
    let found = TEMPLATES.iter().find(|(known, _)| *known == name);
    found.map(|(_, text)| *text).ok_or_else(|| AppError::NoSuchField(name.to_owned()))
}

/// A built-in template as a clerk sees it: its comments speak to programmers.
fn without_comments(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some((before, comment)) = rest.split_once("{#") {
        out.push_str(before);
        rest = comment.split_once("#}").map_or("", |(_, after)| after);
    }
    out.push_str(rest);
    while out.contains("\n\n\n") {
        out = out.replace("\n\n\n", "\n\n");
    }
    out.trim_start().to_owned()
}

/// A template cleaned line by line like every typed text; lines and indents stay.
fn cleaned(typed: &str) -> Result<String, TextError> {
    let length = typed.chars().count();
    if length > MAX_PARAGRAPH {
        return Err(TextError::TooLong { length, limit: MAX_PARAGRAPH });
    }
    let line = |line: &str| {
        let indent = line.len() - line.trim_start().len();
        Ok(format!("{}{}", " ".repeat(indent), text::clean_long(line)?).trim_end().to_owned())
    };
    let lines: Vec<String> = typed.lines().map(line).collect::<Result<_, _>>()?;
    Ok(lines.join("\n") + "\n")
}
