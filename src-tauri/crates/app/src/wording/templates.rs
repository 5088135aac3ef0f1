//! Use cases: templates in the office's own words. A template is compiled and tried on the open
//! dossier before it is stored; the composer in use always follows the store.

use crate::app::App;
use crate::assets::TEMPLATES;
use crate::compose::Composer;
use crate::document::{DocumentStyle, Request};
use crate::error::AppError;
use crate::vi::{labels, templates as words};
use crate::view::TemplateView;
use bc138_domain::text::{self, MAX_PARAGRAPH, TextError};
use bc138_domain::{Kind, OwnTemplate, Record};
use bc138_store::{Change, Store};
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
        self.tried(Composer::strictly(&own)?)?;
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

    /// Renders everything on the open dossier; without one there is nothing to try on.
    fn tried(&mut self, composer: Composer) -> Result<(), AppError> {
        if self.current().is_none() {
            return Ok(());
        }
        let before = std::mem::replace(&mut self.composer, Arc::new(composer));
        let tried =
            TRIED.iter().try_for_each(|style| self.compose(&Request::of(*style)).map(|_| ()));
        self.composer = before;
        tried
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
