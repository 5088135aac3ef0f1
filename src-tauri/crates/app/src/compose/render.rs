//! Renders the blocks of a document family from its templates (MiniJinja, strict: a variable that
//! does not exist is an error, never an empty word).

use super::facts::Facts;
use super::mark::{self, Piece};
use super::words;
use crate::assets;
use crate::error::AppError;
use bc138_report::Style;
use minijinja::value::Value;
use minijinja::{AutoEscape, Environment, UndefinedBehavior, context};
use serde::Deserialize;

/// Stands in a rendered block where a new paragraph begins; no typed text holds it.
const PARAGRAPH: char = '\u{E005}';

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

/// The templates, read once.
#[derive(Debug)]
pub struct Composer {
    environment: Environment<'static>,
    blocks: Vec<BlockSpec>,
}

#[derive(Debug)]
struct BlockSpec {
    name: String,
    style: Style,
    join: Vec<String>,
}

impl Composer {
    /// Reads the embedded templates of the briefing.
    ///
    /// # Errors
    /// [`AppError::Template`] with the file and line that does not parse.
    pub fn load() -> Result<Self, AppError> {
        let mut environment = Environment::new();
        environment.set_undefined_behavior(UndefinedBehavior::Strict);
        environment.set_auto_escape_callback(|_| AutoEscape::None);
        environment.set_trim_blocks(true);
        environment.set_lstrip_blocks(true);
        environment.add_filter("listed", |items: Vec<String>| words::listed(&items));
        environment.add_filter("enumerated", |phrases: String| words::enumerated(&phrases));
        environment.add_filter("at", |place: String| words::at(&place));
        environment.add_global("BREAK", words::BREAK.to_string());
        environment.add_global("PARAGRAPH", PARAGRAPH.to_string());
        environment.add_filter("cap", |text: String| mark::capitalise(text.trim()));
        environment.add_filter("during", |window: String| words::during(&window));
        for (name, source) in assets::TEMPLATES {
            environment.add_template(name, source).map_err(|error| template_error(name, &error))?;
        }
        Ok(Self { environment, blocks: read_family()? })
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
        let name = format!("{block}.j2");
        let text = self
            .environment
            .get_template(&name)
            .and_then(|template| template.render(context! { ..facts.clone() }))
            .map_err(|error| template_error(&name, &error))?;
        let paragraphs = text.split(PARAGRAPH).map(mark::tidy).filter(|text| !text.is_empty());
        Ok(paragraphs.map(|text| mark::split(&text)).collect())
    }
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
    AppError::Template { name: name.to_owned(), detail: format!("{line}{error}") }
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
