//! Layout of a DOCX, also one that people edited, against NĐ 30/2020/NĐ-CP.

use crate::document::DocumentStyle;
use crate::error::AppError;
use crate::truth::DocumentFacts;
use crate::vi::documents::lint as words;
use bc138_nd30::{Finding, Genre, Rules, Severity, lint_as};
use bc138_report::read_back;
use serde::{Deserialize, Serialize};
use specta::Type;
use std::path::Path;

/// A finding about the layout of a document, in words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct LayoutFinding {
    /// “TT.42”.
    pub code: String,
    /// Whether it breaks a rule; else it is a remark.
    pub breaks_rule: bool,
    /// Title.
    pub title: String,
    /// Where: the section, or paragraph number and how it begins.
    pub place: String,
    /// What stands there.
    pub found: String,
    /// What the rule wants.
    pub wanted: String,
    /// What to do.
    pub todo: String,
    /// The clause.
    pub clause: String,
}

/// What a file was checked by, and what was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Linted {
    /// What is said of a file without findings.
    pub clean: &'static str,
    /// The findings, in reading order.
    pub findings: Vec<LayoutFinding>,
}

/// Checks a DOCX file by the rules that hold for it.
///
/// # Errors
/// The file cannot be read, or is no DOCX.
pub fn lint_file(path: &Path) -> Result<Linted, AppError> {
    let bytes = std::fs::read(path)
        .map_err(|source| AppError::Read { path: path.to_path_buf(), source })?;
    let rules = Rules::embedded()?;
    let genre = genre(&bytes);
    let findings = lint_as(&bytes, &rules, genre)?;
    let findings = findings.iter().map(|finding| told(finding, &rules)).collect();
    Ok(Linted { clean: words::clean(genre), findings })
}

/// What a file is before the decree: of one of ours its facts say it, any other is taken for a văn
/// bản hành chính.
fn genre(docx: &[u8]) -> Genre {
    let written = read_back(docx).ok().and_then(|read| DocumentFacts::of_file(&read));
    match written.map(|facts| facts.request.style) {
        None
        | Some(
            DocumentStyle::OfficialReport | DocumentStyle::UnitLetter | DocumentStyle::Correction,
        ) => Genre::Administrative,
        Some(DocumentStyle::Annex) => Genre::Annex,
        Some(DocumentStyle::BlankForms) => Genre::Form,
        Some(_) => Genre::Other,
    }
}

fn told(finding: &Finding, rules: &Rules) -> LayoutFinding {
    let rule = rules.of(finding.check);
    let text =
        |of: fn(&bc138_nd30::Rule) -> &String| rule.map(|it| of(it).clone()).unwrap_or_default();
    LayoutFinding {
        code: finding.code.to_string(),
        breaks_rule: finding.severity == Severity::Error,
        title: text(|it| &it.title),
        place: place(finding, rules),
        found: rules.show(&finding.found),
        wanted: rules.show(&finding.wanted),
        todo: text(|it| &it.todo),
        clause: finding.clause.clone(),
    }
}

/// “Số, ký hiệu, đoạn 3 “Số: 5/BC-BCĐ”, và đoạn 7, 9”.
fn place(finding: &Finding, rules: &Rules) -> String {
    let part = finding.place.part.map(|part| rules.part_name(part).to_owned());
    let whole = finding.place.paragraph.is_none() && finding.place.section > 0;
    let section = whole.then(|| words::section(finding.place.section));
    let paragraph = finding
        .place
        .paragraph
        .map(|number| format!("đoạn {number} “{}”", finding.place.beginning));
    let others = (!finding.others.is_empty()).then(|| words::others(&finding.others));
    [section, part, paragraph, others].into_iter().flatten().collect::<Vec<_>>().join(", ")
}
