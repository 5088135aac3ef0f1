//! Layout rules of NĐ 30/2020/NĐ-CP, checked on DOCX files; every finding names its clause.
//!
//! [`lint`] reads a DOCX from any program, finds out what every paragraph is by its content and
//! its place, never by the name of its style, and tells what differs from the decree. Rules have
//! stable numbers and stand with all their words in `assets/nd30`; found and wanted are data
//! ([`Value`]) that [`Rules::show`] says in Vietnamese. Bytes in, findings out: no files, no clock.
#![deny(missing_docs)]

mod check;
mod checks;
mod docx;
mod error;
mod finding;
mod measure;
mod names;
mod package;
mod parts;
pub mod roman;
mod rules;
mod sink;
mod text;
mod xml;

pub use check::Check;
pub use docx::setting::Alignment;
pub use error::{Excess, LintError};
pub use finding::{Code, Finding, Part, Place, Severity, Trait, Value};
pub use rules::{Genre, Rule, Rules, RulesError};

/// Checks a DOCX as a văn bản hành chính; findings come in reading order.
///
/// # Errors
/// [`LintError`] when the bytes are no DOCX that can be read.
pub fn lint(docx: &[u8], rules: &Rules) -> Result<Vec<Finding>, LintError> {
    lint_as(docx, rules, Genre::Administrative)
}

/// Checks a DOCX by the rules that hold for its genre; findings come in reading order.
///
/// # Errors
/// As [`lint`].
pub fn lint_as(docx: &[u8], rules: &Rules, genre: Genre) -> Result<Vec<Finding>, LintError> {
    let docx = docx::Docx::read(docx)?;
    let layout = parts::Layout::of(&docx, &rules.words);
    let mut findings = checks::run(&layout, rules);
    findings.retain(|it| rules.of(it.check).is_some_and(|rule| rule.holds_for(genre)));
    Ok(findings)
}
