//! Use case: what the templates of a document can speak of, offered while one is being rewritten.

use super::templates::built_in;
use crate::app::App;
use crate::compose::{Facts, Piece, split};
use crate::error::AppError;
use crate::vi::templates as words;
use crate::view::TemplateVariable;
use minijinja::value::Value;

impl App {
    /// What can be put into a template, with what it says of the open dossier. Building blocks of
    /// sentences are given what they speak of and are offered nothing.
    ///
    /// # Errors
    /// No template of this name; no dossier is open.
    pub fn template_variables(&self, name: &str) -> Result<Vec<TemplateVariable>, AppError> {
        built_in(name)?;
        let part = self.part()?;
        let facts = Value::from_serialize(Facts::gather(&part, &self.assets.catalogue, false));
        let said = |expression: &str| {
            let line = format!("{{{{ {expression} }}}}");
            // What only the documents of its own family know has no value here.
            let text = self.composer.line(name, &line, &facts).unwrap_or_default();
            split(&text).iter().map(shown).collect::<String>()
        };
        let mut offered: Vec<TemplateVariable> = words::variables(name)
            .map(|(expression, meaning)| TemplateVariable {
                insert: format!("{{{{ {expression} }}}}"),
                meaning: meaning.to_owned(),
                now: said(expression),
            })
            .collect();
        if words::speaks_of_groups(name) {
            let groups = self.assets.catalogue.groups().iter();
            let named = groups.filter(|group| Facts::names(&group.code));
            offered.extend(named.map(|group| TemplateVariable {
                insert: words::group(&group.code),
                meaning: words::group_meaning(&group.title),
                now: String::new(),
            }));
        }
        Ok(offered)
    }
}

fn shown(piece: &Piece) -> &str {
    match piece {
        Piece::Text(text) | Piece::Figure { text, .. } => text,
        Piece::Gap { .. } => "",
    }
}
