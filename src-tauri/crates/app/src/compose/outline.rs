//! The outline of a report: parts with parts inside, each with the text of its template
//! (`official.toml`). What has nothing to say is left out; numbers are set where it is printed.

use super::mark::Piece;
use super::render::Composer;
use crate::error::AppError;
use bc138_report::Style;
use minijinja::value::Value;
use serde::Deserialize;

/// A part of the outline as the file gives it.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct Plan {
    title: String,
    body: Option<String>,
    /// Whether it stands with a gap when there is nothing to say.
    #[serde(default)]
    required: bool,
    /// What becomes of its heading when no other part stands beside it.
    #[serde(default)]
    alone: Alone,
    #[serde(default)]
    inside: Vec<Self>,
}

/// The heading of a part that has no other beside it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Alone {
    /// Its title without a number.
    #[default]
    Titled,
    /// None.
    Untitled,
}

/// The whole file.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Outline {
    part: Vec<Plan>,
}

/// A paragraph with its style.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Told {
    /// Running text or an item of a list.
    pub style: Style,
    /// Its words and figures.
    pub pieces: Vec<Piece>,
    /// The template that said it.
    pub template: String,
}

/// A part that is printed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Part {
    /// Its title, in small letters.
    pub title: String,
    /// What becomes of its heading when it is alone.
    pub alone: Alone,
    /// Its own text.
    pub body: Vec<Told>,
    /// The parts inside.
    pub inside: Vec<Self>,
}

impl Part {
    /// Whether nothing is known of what it must say.
    pub(crate) fn is_empty(&self) -> bool {
        self.body.is_empty() && self.inside.is_empty()
    }
}

impl Outline {
    pub(super) fn read(text: &str) -> Result<Self, AppError> {
        let fail = |detail: String| AppError::Template { name: FILE.to_owned(), detail };
        toml::from_str(text).map_err(|error| fail(error.to_string()))
    }
}

/// The file that holds the outline.
const FILE: &str = "official.toml";

impl Composer {
    /// The parts of the report that have something to say, or must stand anyway.
    pub(crate) fn outline(&self, facts: &Value) -> Result<Vec<Part>, AppError> {
        self.parts(&self.outline.part, facts)
    }

    fn parts(&self, plans: &[Plan], facts: &Value) -> Result<Vec<Part>, AppError> {
        let mut parts = Vec::new();
        for plan in plans {
            let body = match &plan.body {
                Some(body) => self.told(&format!("official/{body}.j2"), facts)?,
                None => Vec::new(),
            };
            let inside = self.parts(&plan.inside, facts)?;
            let title = self.line(FILE, &plan.title, facts)?;
            let part = Part { title, alone: plan.alone, body, inside };
            if plan.required || !part.is_empty() {
                parts.push(part);
            }
        }
        Ok(parts)
    }
}
