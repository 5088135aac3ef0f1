//! Renders the blocks of a document family from its templates (MiniJinja, strict: a variable that
//! does not exist is an error, never an empty word).

use super::facts::Facts;
use super::mark::{self, Piece};
use super::outline::{Outline, Told};
use super::words;
use crate::assets;
use crate::error::AppError;
use crate::vi::templates;
use bc138_domain::OwnTemplate;
use bc138_report::Style;
use minijinja::value::Value;
use minijinja::{AutoEscape, Environment, UndefinedBehavior, context};
use serde::Deserialize;
use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};

/// Stands in a rendered block where a new paragraph begins; no typed text holds it.
const PARAGRAPH: char = '\u{E005}';
/// Stands at the beginning of a paragraph that is an item of a list; no typed text holds it.
const ITEM: char = '\u{E006}';

/// Which blocks a document has, in order (`briefing.toml`).
#[derive(Debug, Clone, Deserialize)]
struct Family {
    block: Vec<Block>,
}

/// One block: a template and the style of its paragraphs.
#[derive(Debug, Clone, Deserialize)]
struct Block {
    name: String,
    style: String,
    /// Blocks in whose last paragraph its first one goes on, when one stands right before it.
    #[serde(default)]
    join: Vec<String>,
}

/// The paragraphs of one block.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Rendered {
    /// Name of the block.
    pub block: String,
    /// Style of its paragraphs.
    pub style: Style,
    /// Paragraphs, each a list of pieces.
    pub paragraphs: Vec<Vec<Piece>>,
}

impl Rendered {
    /// The template that said it; others may go on in its last paragraph.
    pub fn template(&self) -> String {
        template_of(&self.block)
    }
}

/// The templates, read once.
#[derive(Debug)]
pub struct Composer {
    environment: Environment<'static>,
    blocks: Vec<BlockSpec>,
    pub(super) outline: Outline,
    /// Templates that the office rewrote.
    own: Vec<OwnTemplate>,
    /// The embedded templates, for where the office's cannot be rendered.
    built_in: Option<Environment<'static>>,
    /// Why templates gave way to embedded ones, by name.
    failed: Mutex<BTreeMap<String, String>>,
}

/// Steps that one template may take: the longest of the embedded ones takes a few thousand.
const FUEL: u64 = 1_000_000;

#[derive(Debug)]
struct BlockSpec {
    name: String,
    style: Style,
    join: Vec<String>,
}

impl Composer {
    /// Reads the embedded templates of all documents.
    ///
    /// # Errors
    /// [`AppError::Template`] with the file and line that does not parse.
    pub fn load() -> Result<Self, AppError> {
        Self::read(assets::TEMPLATES.iter().copied())
    }

    /// The embedded templates with those that the office rewrote in their place. Where those
    /// cannot be rendered, the embedded ones are, so that a document is printed all the same.
    pub(crate) fn with(own: &[OwnTemplate]) -> Result<Self, AppError> {
        let mut composer = Self::load()?;
        if own.is_empty() {
            return Ok(composer);
        }
        for template in own {
            composer.replace(template).unwrap_or_else(|error| composer.note(&error));
        }
        composer.built_in = Some(Self::load()?.environment);
        composer.own = own.to_vec();
        Ok(composer)
    }

    /// Templates of the office that could not be rendered so far, with the reason.
    pub(crate) fn failed(&self) -> BTreeMap<String, String> {
        self.failed.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    fn note(&self, error: &AppError) {
        if let AppError::Template { name, detail } = error {
            let mut failed = self.failed.lock().unwrap_or_else(PoisonError::into_inner);
            failed.insert(name.clone(), detail.clone());
        }
    }

    /// The same, refusing a template that does not parse.
    pub(crate) fn strictly(own: &[OwnTemplate]) -> Result<Self, AppError> {
        let mut composer = Self::load()?;
        own.iter().try_for_each(|template| composer.replace(template))?;
        Ok(composer)
    }

    /// The templates that the office rewrote.
    pub(crate) fn own(&self) -> &[OwnTemplate] {
        &self.own
    }

    fn replace(&mut self, template: &OwnTemplate) -> Result<(), AppError> {
        let (name, text) = (template.name.clone(), template.text.clone());
        let added = self.environment.add_template_owned(name, text);
        added.map_err(|error| template_error(&template.name, &error))
    }

    /// Reads templates: names and texts.
    pub(super) fn read(
        templates: impl Iterator<Item = (&'static str, &'static str)>,
    ) -> Result<Self, AppError> {
        let mut environment = Environment::new();
        environment.set_undefined_behavior(UndefinedBehavior::Strict);
        environment.set_auto_escape_callback(|_| AutoEscape::None);
        environment.set_fuel(Some(FUEL));
        environment.set_trim_blocks(true);
        environment.set_lstrip_blocks(true);
        environment.add_filter("listed", |items: Vec<String>| words::listed(&items));
        environment.add_filter("enumerated", |phrases: String| words::enumerated(&phrases));
        environment.add_filter("at", |place: String| words::at(&place));
        environment.add_global("BREAK", words::BREAK.to_string());
        environment.add_global("PARAGRAPH", PARAGRAPH.to_string());
        environment.add_global("ITEM", ITEM.to_string());
        environment.add_filter("cap", |text: String| mark::capitalise(text.trim()));
        environment.add_filter("during", |window: String| words::during(&window));
        for (name, source) in templates {
            environment.add_template(name, source).map_err(|error| template_error(name, &error))?;
        }
        let outline = Outline::read(assets::OFFICIAL)?;
        let (own, built_in, failed) = (Vec::new(), None, Mutex::default());
        Ok(Self { environment, blocks: read_family()?, outline, own, built_in, failed })
    }

    /// All blocks of the briefing that have something to say, in order.
    pub(crate) fn render(&self, facts: &Facts) -> Result<Vec<Rendered>, AppError> {
        let facts = Value::from_serialize(facts);
        let mut rendered: Vec<Rendered> = Vec::new();
        for spec in &self.blocks {
            let mut paragraphs = self.paragraphs(&spec.name, &facts)?;
            if let Some(last) = open_paragraph(&mut rendered, spec)
                && !paragraphs.is_empty()
            {
                last.push(Piece::Text(" ".to_owned()));
                last.extend(paragraphs.remove(0));
            }
            if !paragraphs.is_empty() {
                let (block, style) = (spec.name.clone(), spec.style);
                rendered.push(Rendered { block, style, paragraphs });
            }
        }
        Ok(rendered)
    }

    /// One block alone: the sentences beside a group of fields.
    pub(crate) fn render_block(
        &self,
        block: &str,
        facts: &Facts,
    ) -> Result<Vec<Vec<Piece>>, AppError> {
        self.paragraphs(block, &Value::from_serialize(facts))
    }

    fn paragraphs(&self, block: &str, facts: &Value) -> Result<Vec<Vec<Piece>>, AppError> {
        let texts = self.texts(&template_of(block), facts)?;
        Ok(texts.iter().map(|text| mark::split(text)).collect())
    }

    /// The paragraphs of a template, each with its style.
    pub(crate) fn told(&self, name: &str, facts: &Value) -> Result<Vec<Told>, AppError> {
        let told = |text: String| {
            let (style, text) = match text.strip_prefix(ITEM) {
                Some(item) => (Style::Item, item.trim_start()),
                None => (Style::Body, text.as_str()),
            };
            Told { style, pieces: mark::split(text), template: name.to_owned() }
        };
        Ok(self.texts(name, facts)?.into_iter().map(told).collect())
    }

    /// A template as one sentence.
    pub(super) fn sentence(&self, name: &str, facts: &Value) -> Result<String, AppError> {
        Ok(self.texts(name, facts)?.join(" "))
    }

    /// One line of a file that is no template itself.
    pub(crate) fn line(&self, file: &str, line: &str, facts: &Value) -> Result<String, AppError> {
        let text = self.environment.render_str(line, context! { ..facts.clone() });
        text.map(|text| mark::tidy(&text)).map_err(|error| template_error(file, &error))
    }

    fn texts(&self, name: &str, facts: &Value) -> Result<Vec<String>, AppError> {
        let text = match (rendered(&self.environment, name, facts), &self.built_in) {
            (Err(error), Some(built_in)) => {
                self.note(&error);
                rendered(built_in, name, facts)?
            }
            (told, _) => told?,
        };
        let paragraphs = text.split(PARAGRAPH).map(mark::tidy).filter(|text| !text.is_empty());
        Ok(paragraphs.filter(|text| text.trim() != ITEM.to_string()).collect())
    }
}

fn rendered(environment: &Environment<'_>, name: &str, facts: &Value) -> Result<String, AppError> {
    let template = environment.get_template(name);
    let text = template.and_then(|template| template.render(context! { ..facts.clone() }));
    text.map_err(|error| template_error(name, &error))
}

/// The template of a block.
fn template_of(block: &str) -> String {
    format!("{block}.j2")
}

/// The paragraph in which a joining block goes on.
fn open_paragraph<'a>(
    rendered: &'a mut [Rendered],
    spec: &BlockSpec,
) -> Option<&'a mut Vec<Piece>> {
    let joins = |last: &&mut Rendered| last.style == spec.style && spec.join.contains(&last.block);
    let last = rendered.last_mut().filter(joins)?;
    last.paragraphs.last_mut()
}

fn template_error(name: &str, error: &minijinja::Error) -> AppError {
    let line = error.line().map(|line| format!("dòng {line}: ")).unwrap_or_default();
    let detail = format!("{line}{}", templates::fault(error.kind()));
    // The fault may lie in a template that this one calls.
    let name = error.name().unwrap_or(name).to_owned();
    AppError::Template { name, detail }
}

fn read_family() -> Result<Vec<BlockSpec>, AppError> {
    let fail = |detail: String| AppError::Template { name: "briefing.toml".to_owned(), detail };
    let family: Family = toml::from_str(assets::BRIEFING).map_err(|e| fail(e.to_string()))?;
    family
        .block
        .into_iter()
        .map(|block| match style(&block.style) {
            Some(style) => Ok(BlockSpec { name: block.name, style, join: block.join }),
            None => Err(fail(format!("unknown style {}", block.style))),
        })
        .collect()
}

fn style(word: &str) -> Option<Style> {
    Some(match word {
        "title" => Style::Title,
        "lead" => Style::Lead,
        "body" => Style::Body,
        "heading" => Style::Heading,
        "item" => Style::Item,
        "note" => Style::Note,
        "byline" => Style::Byline,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_variable_that_does_not_exist_is_an_error_with_file_and_line() {
        let bad = [("official/intro.j2", "Một dòng\n{{ khong_co }}")];
        let composer = Composer::read(bad.into_iter()).unwrap();
        let error = composer.told("official/intro.j2", &Value::from_serialize(())).unwrap_err();
        let AppError::Template { name, detail } = error else { panic!("a template error") };
        assert_eq!(name, "official/intro.j2");
        assert!(detail.contains("dòng 2"), "{detail}");
    }

    #[test]
    fn a_template_that_does_not_parse_is_an_error() {
        let bad = [("official/intro.j2", "{% if %}")];
        let error = Composer::read(bad.into_iter()).unwrap_err();
        assert!(matches!(error, AppError::Template { .. }), "{error}");
    }

    #[test]
    fn an_item_of_a_list_is_told_apart_from_running_text() {
        let list = [("l.j2", "Gồm:{{ PARAGRAPH }}{{ ITEM }} một;{{ PARAGRAPH }}{{ ITEM }}")];
        let composer = Composer::read(list.into_iter()).unwrap();
        let told = composer.told("l.j2", &Value::from_serialize(())).unwrap();
        let styles: Vec<Style> = told.iter().map(|told| told.style).collect();
        assert_eq!(styles, [Style::Body, Style::Item], "an empty item is none");
    }
}
