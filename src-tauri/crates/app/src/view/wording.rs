//! Paragraphs of a document that can be edited.

use serde::{Deserialize, Serialize};
use specta::Type;

/// A paragraph with what can be done to it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct ParagraphView {
    /// Its number in the document, from 0.
    pub place: i32,
    /// What it says.
    pub parts: Vec<ParagraphPart>,
    /// Whether the clerk's words stand there.
    pub edited: bool,
    /// The template that says it; nothing where it comes from no template.
    pub template: Option<String>,
    /// What is to be known about the edit.
    pub remarks: Vec<String>,
}

/// A part of a paragraph: words, or a figure that follows the data.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct ParagraphPart {
    /// What it says.
    pub text: String,
    /// Where the figure comes from; nothing for words.
    pub source: Option<String>,
    /// What the figure counts; empty for words.
    pub name: String,
}

/// A part as the clerk left it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct TypedWords {
    /// Words; not read for a figure.
    pub text: String,
    /// Where the figure comes from; nothing for words.
    pub source: Option<String>,
}

/// A template of the documents.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct TemplateView {
    /// Its file: `standard.j2`, `official/intro.j2`.
    pub name: String,
    /// What it says: “Tin hội nghị: kết quả xây dựng tiêu chuẩn”.
    pub title: String,
    /// Its text.
    pub text: String,
    /// Whether the office rewrote it.
    pub edited: bool,
    /// The text that came with the program.
    pub built_in: String,
}

/// Something that a template can speak of.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct TemplateVariable {
    /// What is put into the template.
    pub insert: String,
    /// What it stands for.
    pub meaning: String,
    /// What it says of the open dossier; empty where it says nothing, or is a sentence of figures.
    pub now: String,
}
