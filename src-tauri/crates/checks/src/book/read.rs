//! Reading check files.

use super::{BookError, Check, Variant};
use crate::example::Example;
use crate::found::{Code, Severity};
use crate::rule::{self, Evaluator};
use crate::words::names_in;
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawFile {
    check: Vec<RawCheck>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawCheck {
    code: Code,
    severity: Severity,
    title: String,
    text: String,
    todo: String,
    why: String,
    legal: Option<String>,
    #[serde(default)]
    reasons: Vec<String>,
    cause: Option<String>,
    rule: toml::Table,
    #[serde(default)]
    variants: BTreeMap<String, Variant>,
    #[serde(default)]
    passes: Vec<Example>,
    #[serde(default)]
    fails: Vec<Example>,
}

/// Reads all files; the checks come in the order of their numbers.
pub(super) fn read(texts: &[(&str, &str)]) -> Result<Vec<Check>, BookError> {
    let (mut checks, mut codes) = (Vec::new(), BTreeSet::new());
    for (file, text) in texts {
        let raw: RawFile = toml::from_str(text).map_err(|error| syntax(file, text, &error))?;
        for raw in raw.check {
            if !codes.insert(raw.code) {
                let (file, code) = ((*file).to_owned(), raw.code.to_string());
                return Err(BookError::DuplicateCode { file, code });
            }
            checks.push(finish(file, raw)?);
        }
    }
    checks.sort_by_key(|check| check.code);
    Ok(checks)
}

fn syntax(file: &str, text: &str, error: &toml::de::Error) -> BookError {
    let start = error.span().map_or(0, |span| span.start);
    let line = text.bytes().take(start).filter(|byte| *byte == b'\n').count() + 1;
    BookError::Syntax { file: file.to_owned(), line, problem: error.message().to_owned() }
}

fn finish(file: &str, raw: RawCheck) -> Result<Check, BookError> {
    let (file, code) = (file.to_owned(), raw.code.to_string());
    let name = raw.rule.get("evaluator").and_then(toml::Value::as_str).unwrap_or_default();
    let Some(evaluator) = rule::evaluator(name) else {
        return Err(BookError::UnknownEvaluator { file, code, name: name.to_owned() });
    };
    let missing = match (raw.passes.is_empty(), raw.fails.is_empty()) {
        (true, _) => Some("passing"),
        (_, true) => Some("failing"),
        _ => None,
    };
    if let Some(missing) = missing {
        return Err(BookError::NoExample { file, code, missing });
    }
    if let Some(name) = unknown_name(&raw, evaluator) {
        return Err(BookError::UnknownName { file, code, name });
    }
    let mut parameters = raw.rule;
    parameters.remove("evaluator");
    let rule = (evaluator.read)(parameters).map_err(|error| {
        let problem = error.message().to_owned();
        BookError::Parameters { file, code, problem }
    })?;
    Ok(Check {
        code: raw.code,
        severity: raw.severity,
        title: raw.title,
        text: raw.text,
        todo: raw.todo,
        why: raw.why,
        legal: raw.legal,
        reasons: raw.reasons,
        cause: raw.cause,
        variants: raw.variants,
        passes: raw.passes,
        fails: raw.fails,
        rule,
    })
}

/// A name in a template that the evaluator has no value for, or a variant it does not know.
fn unknown_name(raw: &RawCheck, evaluator: &Evaluator) -> Option<String> {
    let variant = raw.variants.keys().find(|name| !evaluator.variants.contains(&name.as_str()));
    let words = raw.variants.values();
    let special = words.flat_map(|it| [&it.title, &it.text, &it.todo]).flatten();
    let templates = [&raw.title, &raw.text, &raw.todo].into_iter().chain(special);
    let mut names = templates.flat_map(|template| names_in(template));
    let places = ["place", "other"];
    let unknown = names.find(|name| !evaluator.values.contains(name) && !places.contains(name));
    let cause = raw.cause.iter().flat_map(|cause| names_in(cause));
    let mut cause = cause.filter(|name| *name != "reason" && !places.contains(name));
    let unknown = unknown.or_else(|| cause.find(|name| !evaluator.values.contains(name)));
    variant.cloned().or_else(|| unknown.map(str::to_owned))
}
